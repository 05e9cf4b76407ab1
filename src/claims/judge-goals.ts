// The goals of a body for spending, and how many of its members reached one, as claimed.
import { the } from '../questions/wording.ts'
import type { Fact } from '../data/model/types.ts'
import { standingOf } from '../questions/memberships-of.ts'
import type { Judging, Verdict } from './claim.ts'
import { allFacts, verdict } from './verdicts.ts'

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** "By 2035"; "within a decade" of the year of the statement. */
function yearOf({ statement }: Fact): string | undefined {
  const [, by] = /\bby (\d{4})\b/.exec(statement) ?? []
  const [, start] = /^In (?:\w+ )?(\d{4})\b.*within a decade/.exec(statement) ?? []
  return by ?? (start === undefined ? undefined : String(Number(start) + 10))
}

export function hasGoal({ claim, facts, object: body }: Judging): Verdict | undefined {
  if (!body || claim.number === undefined || claim.negation !== '') return undefined
  const goals = allFacts(body, facts, 'spending').filter(({ statement }) =>
    new RegExp(
      `^In (?:\\w+ )?\\d{4}, ${the(body)}'s members (?:pledged|committed)[^.]* ${claim.number} percent of GDP`,
    ).test(statement),
  )
  const [first] = goals
  if (!first) return undefined
  const years = goals.map(yearOf)
  if (claim.detail === '' || years.includes(claim.detail)) return verdict('Supported', first.statement, goals)
  return years.includes(undefined) ? undefined : verdict('Contradicted', first.statement, goals)
}

/** So many members were at a share of GDP in a year. */
export function reachedGoal({ claim, facts, object: body, today }: Judging): Verdict | undefined {
  const { number, detail, date } = claim
  if (!body || number === undefined || claim.negation !== '') return undefined
  const counts = allFacts(body, facts, 'spending').flatMap((fact) => {
    const counted =
      /\b(?:all of its )?(\w+) members(?: of \w+)? (?:reached|spent at least|to reach|were expected to reach|at) (\d+) percent/.exec(
        fact.statement,
      )
    const year = [...fact.statement.matchAll(/\b(20\d\d)\b/g)].at(-1)?.[1] ?? ''
    const [, word = '', share = ''] = counted ?? []
    const count = numberWords.includes(word) ? numberWords.indexOf(word) : Number(word)
    return counted && share === detail && Number.isFinite(count) ? [{ fact, year, count }] : []
  })
  const asked = counts.filter(({ year }) => (date === '' ? true : year === date.slice(0, 4)))
  const newest = counts
    .map(({ year }) => year)
    .toSorted()
    .at(-1)
  const now = date === '' ? asked.filter(({ year }) => year === newest) : asked
  const [first] = now
  if (!first) return undefined
  const { whole } = standingOf(body, body, facts, today)
  const fits = (count: number) => count === (number < 0 ? whole?.members : number)
  const text = now.map(({ fact }) => fact.statement).join(' ')
  const cited = now.map(({ fact }) => fact)
  const fitting = now.filter(({ count }) => fits(count))
  // What a source expected of a year may not have come about.
  if (fitting.length > 0 && fitting.every(({ fact }) => /\bexpected\b/.test(fact.statement)))
    return verdict('Not stated', text, cited)
  if (fitting.length > 0)
    return verdict(fitting.length === now.length ? 'Supported' : 'Sources differ', text, cited)
  if (date !== '') return verdict('Contradicted', text, cited)
  const then = counts.find(({ count }) => fits(count))
  if (then) return verdict('Was true', `${then.fact.statement} ${text}`, [then.fact, ...cited])
  return today > (newest ?? '') ? verdict('Contradicted', text, cited) : undefined
}
