// Work that is repeated every few seconds: one run at a time, and a failure is logged once, not for as long as it lasts.
import type { Logger } from 'pino'

/**
 * Runs the action, after a run that is under way has ended; those who ask meanwhile share the next run. A failure is
 * logged as a warning unless the time before failed too.
 */
export function logFailureOnce(
  log: Logger,
  warning: string,
  action: () => Promise<void>,
): () => Promise<void> {
  let isFailing = false
  let running = Promise.resolve()
  let next: Promise<void> | undefined
  async function run(): Promise<void> {
    next = undefined
    try {
      await action()
      isFailing = false
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, warning)
      isFailing = true
    }
  }
  return () => (next ??= running = running.then(run))
}
