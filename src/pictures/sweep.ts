// Sweeps memory after many pictures were sent: each is copied into memory that V8 does not count, and would pile up.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** A sweep halts the bot for some tens of milliseconds, so there is one for some hundred pictures. */
const bounds = { sentBytes: 32 * 1024 ** 2, heldBytes: 48 * 1024 ** 2 }

/** Told of the bytes of each picture that is sent; sweeps where many were and much is held outside of the heap. */
export function createSweep(
  heldBytes = () => process.memoryUsage().arrayBuffers,
  sweep = exposedSweep(),
): (sentBytes: number) => void {
  let sent = 0
  return (bytes) => {
    sent += bytes
    if (sent < bounds.sentBytes) return
    sent = 0
    if (heldBytes() > bounds.heldBytes) sweep()
  }
}

function exposedSweep(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
