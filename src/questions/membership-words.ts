// How answers speak of membership: in what, since when, from when to when.
import type { Entity, Fact } from '../data/model/types.ts'
import { dateWords, onDate, the, type Asking } from './wording.ts'

/** "in NATO", "a major non-NATO ally", "a party to the Rio Treaty". */
export function inBody(body: Entity): string {
  if (body.kind === 'status') return `a ${body.name.charAt(0).toLowerCase()}${body.name.slice(1)}`
  if (body.kind === 'treaty') return `a party to ${the(body)}`
  return `in ${the(body)}`
}

export function askedWhen({ question: { date } }: Asking): string {
  return date === '' ? '' : onDate(date)
}

export function capitalizeFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : `, since ${dateWords(since)}`
}

/** " from 1955 to 1991", " until 1979". */
export function spell({ validFrom, validTo }: Fact): string {
  const [from, to] = [validFrom, validTo].map((date) => (date === null ? '' : dateWords(date)))
  if (from && to) return ` from ${from} to ${to}`
  return to ? ` until ${to}` : from ? `, from ${from}` : ''
}
