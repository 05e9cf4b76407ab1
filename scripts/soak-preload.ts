// Preloaded into the bot under `npm run soak`: sets its clock and reports its memory.
import { setClock } from './stepping-clock.ts'

/** Messages from the soak: set the clock this many milliseconds ahead, or report the retained memory in MiB. */
export type SoakMessage = { clockAheadMs: number } | 'memory'

process.on('message', (message: SoakMessage) => {
  if (message !== 'memory') {
    setClock(message.clockAheadMs)
    return
  }
  // Memory retained after a garbage collection reveals a leak; the resident size mostly depends on when V8 collects,
  // and an ordinary collection leaves some MiB that only a last-resort one frees.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  process.send?.((heapUsed + arrayBuffers) / 1024 ** 2)
})
