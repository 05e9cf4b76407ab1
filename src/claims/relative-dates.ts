// Dates that are counted from another: "a year later", "the same year", "five years after that".
import { monthNames } from '../data/model/dates.ts'
import type { ClaimContext } from './reader.ts'
import { datePattern } from './plain-words.ts'

const count = String.raw`(?:(?:just|only|about|exactly|almost|nearly|barely|some) )?(?:(?<count>\d\d?|one) )?years?`
const relative = `(?:${count} (?<way>later|afterwards?|after|earlier|before|prior)(?: (?:that|this|it))?|(?:in |during )?(?<next>next|following|same|that|that same|that very|very same) year(?: (?<beyond>after|before)(?: that)?)?|year (?<plain>after|before)(?: that)?)`
const atEnd = new RegExp(`(?: ,)? ${relative}(?= and | in \\d| on \\d| , |$)`)
const atStart = new RegExp(`^${relative}(?: ,)? (?=\\S+ \\S)`)
/** "A year later, in March 2024": that date says it all, if they agree. */
const absolute = new RegExp(`(?:in|on) (${datePattern})`)

function yearOf(year: number, groups: Record<string, string | undefined>): number {
  const { count = '1', way, next, beyond, plain } = groups
  const years = count === 'one' ? 1 : Number(count)
  const from = way ?? beyond ?? plain
  if (from !== undefined) return year + (/^(?:before|earlier|prior)$/.test(from) ? -years : years)
  return /^(?:next|following)$/.test(next ?? '') ? year + 1 : year
}

const month = `(?<month>${monthNames.map((name) => name.toLowerCase()).join('|')})`
/** "April of the following year", "in November that year". */
const ofYear = new RegExp(
  `(?:in |on )?${month} (?:of )?(?:(?<next>next|following)|same|that|that same|very same) year(?= and | , |$)`,
)
/** "They had been in it for three years by then." */
const byThen = / for (\d+) years by$/

/** A clause with the year that is meant; as it is if it counts from none, or if none was spoken of. */
export function withYear(text: string, { year }: ClaimContext): string {
  if (year === undefined) return text
  const named = ofYear.exec(text)?.groups
  if (named)
    return text.replace(ofYear, () => {
      const number = monthNames.findIndex((name) => name.toLowerCase() === named['month']) + 1
      return `in ${Number(year) + (named['next'] === undefined ? 0 : 1)}-${String(number).padStart(2, '0')}`
    })
  if (byThen.test(text))
    return text.replace(byThen, (_, years: string) => ` since ${Number(year) - Number(years)}`)
  const start = atStart.exec(text)
  const match = start ?? atEnd.exec(text)
  if (!match?.groups) return text
  const meant = yearOf(Number(year), match.groups)
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
  const rest = before + after
  const [, said] = absolute.exec(rest) ?? []
  if (said !== undefined) return said.startsWith(String(meant)) ? rest : text
  return start ? `${rest} in ${meant}` : `${before} in ${meant}${after}`
}

/** The year that words speak of last. */
export function lastYear(words: readonly string[]): string | undefined {
  return words.findLast((word) => /^(?:1[89]|20)\d\d(?:-\d\d){0,2}$/.test(word))?.slice(0, 4)
}
