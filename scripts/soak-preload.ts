// Runs in the bot under `npm run soak`, before it: sets its clock, and says how much memory it holds.
import { setClock } from './stepping-clock.ts'

/** What the soak sends: a clock to show, so many milliseconds ahead, or a wish to know the memory held, in MiB. */
export type SoakMessage = { clockAheadMs: number } | 'memory'

process.on('message', (message: SoakMessage) => {
  if (message !== 'memory') {
    setClock(message.clockAheadMs)
    return
  }
  // What is held once the memory is swept tells of a leak; what the process has taken tells more of when V8 sweeps.
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  process.send?.((heapUsed + arrayBuffers) / 1024 ** 2)
})
