// Years as choices, and the years that facts give.
import type { AttributeId } from '../data/model/attributes.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { dateOf } from '../questions/wording.ts'
import type { Difficulty, QuizChoice } from './quiz-question.ts'
import type { SeededRandom } from './seeded-random.ts'

/** How far apart the years of the choices are at least, and how much further they may be. */
const yearGaps: Record<Difficulty, { least: number; spread: number }> = {
  easy: { least: 6, spread: 8 },
  any: { least: 3, spread: 6 },
  medium: { least: 3, spread: 6 },
  hard: { least: 2, spread: 2 },
}

/** The years that can be meant, both included. */
export interface YearRange {
  first: number
  last: number
}

/**
 * Three other years, some before the right one and some after: none that has been named, none in which it could not have
 * been, and none next to the right one, because an event at the turn of a year belongs to both. Fewer if there are none.
 */
export function wrongYears(
  right: number,
  named: ReadonlySet<string>,
  { first, last }: YearRange,
  random: SeededRandom,
  difficulty: Difficulty,
): QuizChoice[] {
  const { least, spread } = yearGaps[difficulty]
  const steps = (direction: 1 | -1) => {
    const years: number[] = []
    let year = right
    while (years.length < 3) {
      year += direction * (least + random.below(spread))
      while (named.has(String(year))) year += direction
      if (year < first || year > last) break
      years.push(year)
    }
    return years
  }
  const [earlier, later] = [steps(-1), steps(1)]
  const most = Math.min(3, earlier.length)
  const fewest = Math.max(0, 3 - later.length)
  if (fewest > most)
    return difficulty === 'hard' ? [] : wrongYears(right, named, { first, last }, random, 'hard')
  const before = fewest + random.below(most - fewest + 1)
  return [...earlier.slice(0, before), ...later.slice(0, 3 - before)].map((year) => yearChoice(String(year)))
}

export function yearChoice(year: string): QuizChoice {
  return { label: year, value: year }
}

export const startAttributes: readonly AttributeId[] = ['founded', 'signed', 'announced', 'began']

/** The years of the dates that an entity has. */
export function yearsOf(entity: Entity, attributes: readonly AttributeId[], facts: FactSnapshot): number[] {
  return facts
    .factsAbout(entity.id)
    .filter(({ attribute }) => attributes.includes(attribute))
    .flatMap((group) => group.facts.map((fact) => Number(dateOf(fact).slice(0, 4))))
    .filter((year) => year > 0)
}
