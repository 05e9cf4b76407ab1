// Work that is repeated every few seconds logs a failure once, not every time for as long as it lasts.
import type { Logger } from 'pino'

/** Runs the action; a failure is logged as a warning unless the time before failed too. */
export function logFailureOnce(log: Logger, warning: string, action: () => void): () => void {
  let isFailing = false
  return () => {
    try {
      action()
      isFailing = false
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, warning)
      isFailing = true
    }
  }
}
