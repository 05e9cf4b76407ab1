// When the next post is due: once on each day of a time zone, at an hour of it.
import { Temporal } from './temporal.ts'

export interface DailyHour {
  /** From 0 to 23. */
  hour: number
  /** A name of IANA. */
  timeZone: string
}

/**
 * The first time after `after` at which it is the hour, on a day after that of the last post. An hour that a day lacks
 * because clocks are put forward is the time at which they were; of one that comes twice, it is the first.
 * @throws RangeError for a time zone that is not known
 */
export function nextDue({ hour, timeZone }: DailyHour, after: Date, last?: Date): Date {
  const dayOf = (time: Date) =>
    Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  // A last post that is ahead was made while the clock was wrong.
  const afterLast = last && last <= after && dayOf(last).add({ days: 1 })
  let day = dayOf(after)
  if (afterLast && Temporal.PlainDate.compare(afterLast, day) > 0) day = afterLast
  for (;;) {
    // By default, Temporal takes the first of two times and moves on by the hour that is missing.
    const due = day.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds
    if (due > after.getTime()) return new Date(due)
    day = day.add({ days: 1 })
  }
}
