// How answers name things and days.
import { capitalize, formatDateInSentence, nameInSentence, nameWithFlag } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import type { WholeList } from '../cards/entity/current-facts.ts'
import type { Line } from '../core/card.ts'
import { lastDay, toIsoDate, type PartialDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Question } from './question.ts'

export interface Asking {
  question: Question
  facts: FactSnapshot
  now: Date
  /** The day that is asked about, as yyyy-mm-dd. */
  day: string
  /** The entities of the question. */
  entities: Entity[]
}

export function asking(question: Question, facts: FactSnapshot, now: Date): Asking {
  const entities = question.entities.flatMap((id) => facts.getEntity(id) ?? [])
  const day = question.date === '' ? toIsoDate(now) : lastDay(question.date)
  return { question, facts, now, day, entities }
}

/** "the United States". */
export const the = nameInSentence

/** "The United States". */
export function The(entity: Entity): string {
  return capitalize(nameInSentence(entity))
}

/** Every name: who asks for them wants to read them. */
export function wholeNames(entities: readonly Entity[]): string {
  return entities.map(nameWithFlag).join(' · ')
}

/** A line with what a fact states. */
export function bulletLine(fact: Fact): Line {
  return { text: `• ${fact.statement}`, facts: [fact] }
}

/** "April 4, 1949", "1999". */
export function dateWords(date: PartialDate): string {
  return formatDateInSentence(date).replace(/^(in|on) /, '')
}

/** " on April 4, 1949", " in 1999". */
export function onDate(date: PartialDate): string {
  return ` ${formatDateInSentence(date)}`
}

/** "In 1960, ", or nothing for today. */
export function atTheTime({ question: { date } }: Asking): string {
  return date === '' ? '' : `${capitalize(formatDateInSentence(date))}, `
}

/** "whole as of Feb 1, 2026". */
export function wholeAsOf({ count }: WholeList): string {
  return `whole as of ${formatAsOfShort(count.asOf)}`
}

/** The value of a date fact, or ''. */
export function dateOf(fact: Fact | undefined): string {
  return fact?.value.type === 'date' ? fact.value.date : ''
}
