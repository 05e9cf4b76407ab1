// Why a worker process has ended, from what it printed as errors.
import type { Readable } from 'node:stream'

/** How much is held: a stack trace of Node is far shorter. */
const maxLength = 64 * 1024

/**
 * Reads a worker's stderr; the result returns the first line with an error so far.
 * @param stderr null where no file descriptor was left for it
 */
export function readWorkerError(stderr: Readable | null): () => string | undefined {
  let text = ''
  stderr?.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).slice(0, maxLength)
  })
  return () => /^(\w*Error\b|FATAL ERROR).{0,300}/m.exec(text)?.[0]
}
