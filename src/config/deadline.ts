// One time limit for all that a start waits for, so that it never ends up waiting without a word.

/** Something took longer than it may; the message says what and what to do. */
export class DeadlineError extends Error {}

/** Waits for work, or throws a DeadlineError with that sentence when the time of all work together is over. */
export type Deadline = <Value>(work: Promise<Value>, sentence: string) => Promise<Value>

/** The time counts from now on, in milliseconds. */
export function createDeadline(withinMs: number): Deadline {
  const endsAt = performance.now() + withinMs
  return async (work, sentence) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new DeadlineError(sentence)), Math.max(0, endsAt - performance.now()))
    })
    try {
      return await Promise.race([work, late])
    } finally {
      clearTimeout(timer)
    }
  }
}
