// One time limit for everything that startup waits for, so that it never hangs silently.

/** A time limit was exceeded; the message says by what, and what to do. */
export class DeadlineError extends Error {}

/** Waits for work; throws a DeadlineError with the sentence when the time limit shared by all work is over. */
export type Deadline = <Value>(work: Promise<Value>, sentence: string) => Promise<Value>

/** The time limit, in milliseconds, starts now. */
export function createDeadline(withinMs: number): Deadline {
  const endsAt = performance.now() + withinMs
  return async (work, sentence) => {
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new DeadlineError(sentence)), Math.max(0, endsAt - performance.now()))
    })
    try {
      return await Promise.race([work, timeout])
    } finally {
      clearTimeout(timer)
    }
  }
}
