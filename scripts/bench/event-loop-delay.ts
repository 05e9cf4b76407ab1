// Preloaded into a bot that npm run bench measures: answers each message with how long its event loop was held up.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolution = 2
const histogram = monitorEventLoopDelay({ resolution })
histogram.enable()
process.channel?.unref()
process.on('message', () => {
  // The interval between two measurements counts as a delay too.
  process.send?.(Math.max(0, histogram.percentile(99.9) / 1e6 - resolution))
  histogram.reset()
})
