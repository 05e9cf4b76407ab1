// Which words of a statement, in which those of a question are marked, were asked for.
import type { Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { month } from './pattern-words.ts'
import { namesOf } from './stated-fits.ts'
import { emptyWords } from './stated-words.ts'

/** Whether one of the words is in a run that is marked. */
export function isStated(meanings: readonly string[], marked: string): boolean {
  const runs = marked.match(/<[^>]*>/g) ?? []
  return runs.some((run) => meanings.some((meaning) => sameStart(run.slice(1, -1), meaning)))
}

/** "Largest" is not stated by "large". */
export function hasWhole(meanings: readonly string[], marked: string): boolean {
  const runs = (marked.match(/<[^>]*>/g) ?? []).map((run) => ` ${run.slice(1, -1)} `)
  return runs.some((run) => meanings.some((meaning) => run.includes(` ${meaning} `)))
}

/** Whether a word of a run and a word are forms of one word, as far as the index told that some word of the run is. */
function sameStart(run: string, meaning: string): boolean {
  // An aide gives no aid.
  if (meaning.length <= 3) return new RegExp(` ${meaning}(?:s|ed|ing)? `).test(` ${run} `)
  const length = Math.min(5, Math.max(3, meaning.length - 2))
  return ` ${run}`.includes(` ${meaning.slice(0, length)}`)
}

/** Of the words that carry meaning in a statement, without the names of what it is about, the share that was asked for. */
export function shareOf({ entity }: Fact, marked: string, facts: FactSnapshot): number {
  const about = facts.getEntity(entity)
  const own = new Set(about ? namesOf(about).flatMap((name) => name.split(' ')) : [])
  const rest = marked
    .replace(/<[^>]*>/g, ' ')
    .split(' ')
    .filter(
      (word) => word !== '' && !emptyWords.has(word) && !monthOrNumber.test(word) && !own.has(word),
    ).length
  const asked = (marked.match(/<[^>]*>/g) ?? []).join(' ').split(' ').length
  return asked / (asked + rest)
}

const monthOrNumber = new RegExp(`^(?:\\d+|${month})$`)
