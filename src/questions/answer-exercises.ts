// Which exercises a country took part in, and whether it took part in one.
import { eventsWith } from '../cards/entity/country-relationships.ts'
import { editionsOf } from '../cards/entity/editions.ts'
import { formatList, pluralize } from '../cards/shared/format.ts'
import type { Entity } from '../data/model/types.ts'
import { wholeParticipants } from './answer-lists.ts'
import { partiesOn, standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { onDate, The, the, type Asking } from './wording.ts'

export function exercisesOf(asking: Asking): Answer | undefined {
  const [country] = asking.entities
  if (!country) return undefined
  const { question, facts, day } = asking
  const all = eventsWith(country, facts, day).filter(
    ({ edition }) => question.date === '' || edition?.year === question.date.slice(0, 4),
  )
  const when = question.date === '' ? '' : onDate(question.date)
  const own = all.slice(0, 12).flatMap((event) =>
    facts
      .factsAbout(event.id)
      .flatMap((group) => group.facts)
      .filter(({ value }) => value.type === 'entity' && value.entity === country.id)
      .slice(0, 1),
  )
  return {
    asked: `Which exercises did ${the(country)} take part in${when}?`,
    verdict:
      all.length === 0
        ? `Not stated. No source here names ${the(country)} for an exercise${when}.`
        : `${The(country)} is named for ${pluralize(all.length, 'exercise')}${when}, newest first.`,
    facts: own,
    lines:
      all.length > 0
        ? [
            {
              label: 'Exercises',
              text:
                all
                  .slice(0, 12)
                  .map(({ name }) => name)
                  .join(' · ') + (all.length > 12 ? ` · ${all.length - 12} more` : ''),
              facts: own,
            },
          ]
        : [],
    more: country.id,
  }
}

/** "Was it ever in it". */
const isPast = /^(?:ever|did|has|have|was|were)$/

/** Whether a country took part in an exercise, or in an edition of it. */
export function tookPart(country: Entity, event: Entity, asking: Asking, asked: string): Answer {
  const { facts, question } = asking
  const series = editionsOf(event, facts)
  const editions = series.filter(
    ({ entity }) => question.date === '' || entity.edition?.year === question.date.slice(0, 4),
  )
  const events = series.length > 0 ? editions.map(({ entity }) => entity) : [event]
  const took = events.filter((one) => standingOf(country, one, facts, asking.day).role !== undefined)
  const own = took.flatMap((one) => standingOf(country, one, facts, asking.day).facts)
  if (took.length > 0 && series.length > 0) {
    const years = took.map(({ edition }) => edition?.year ?? '')
    const shown = [...new Set(years)].slice(0, 6)
    const more = new Set(years).size - shown.length
    const named = `${The(country)} is named for ${formatList(shown)}${more > 0 ? ` and ${more} more, first ${years.toSorted()[0] ?? ''}` : ''}`
    const latest = events.find((one) => partiesOn(one, facts, asking.day).length > 0)
    const isOver = latest !== undefined && !took.includes(latest)
    // What is no more is no answer to what is so, nor are some years to all of them.
    const isYes = isOver ? isPast.test(question.detail) : question.detail !== 'always'
    const but = isOver
      ? `, but not for ${latest.edition?.year ?? ''}, the latest edition whose participants are named here`
      : ''
    const text = `${isYes ? 'Yes. ' : ''}${named}${but}.`
    return { asked, verdict: text, facts: own, more: event.id }
  }
  if (took.length > 0) {
    const isObserver = own.every(({ role }) => role === 'observer')
    const text = isObserver
      ? `As an observer. ${The(country)} observed ${the(event)}.`
      : `Yes. ${The(country)} took part in ${the(event)}.`
    return { asked, verdict: text, facts: own, more: event.id }
  }
  const [only] = events
  const count = only && events.length === 1 ? wholeParticipants(only, asking) : undefined
  if (only && count)
    return {
      asked,
      verdict: `No. The list of the ${count.number} nations in ${the(only)} does not have ${the(country)}.`,
      facts: [count.fact],
      more: event.id,
    }
  const what = events.length > 1 ? `${the(event)} in any year` : the(only ?? event)
  return {
    asked,
    verdict: `Not stated. No source here names ${the(country)} for ${what}.`,
    facts: [],
    more: event.id,
  }
}
