// Which exercises a country took part in.
import { eventsWith } from '../cards/entity/country-relationships.ts'
import { pluralize } from '../cards/shared/format.ts'
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
