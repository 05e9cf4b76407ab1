// The forms of words in which people ask, as patterns over words in which each name is a number: "is @0 in @1".
import { listPatterns } from './list-patterns.ts'
import { membershipPatterns } from './membership-patterns.ts'
import { allyPatterns, promisePatterns } from './promise-patterns.ts'
import type { Form } from './question.ts'
import { thingPatterns } from './thing-patterns.ts'
import { twoBodyPatterns } from './two-body-patterns.ts'

/**
 * Ways to ask one thing. In the texts, which are parts of regular expressions, names are written <C>, <B2>; the digit
 * tells two names of one role apart. C is a country, B what countries can be members of, S a status, E an exercise or
 * another event, T a body or an event, A a country or a body, P a position, X anything; N is a number.
 */
export interface PatternGroup {
  form: Form
  /** The names that the question has, in order, with alternatives: "C B|B2"; "=nato" is what goes without saying. */
  names: string
  /** Whether a date changes the answer; otherwise a date is not understood. */
  isDated?: true
  texts: readonly string[]
}

interface Pattern extends Omit<PatternGroup, 'names' | 'texts'> {
  names: readonly string[]
  regex: RegExp
}

/** In the order in which they are tried. */
export const patterns: readonly Pattern[] = [
  ...allyPatterns,
  ...membershipPatterns,
  ...listPatterns,
  ...twoBodyPatterns,
  ...promisePatterns,
  ...thingPatterns,
].flatMap(({ texts, names, ...group }) =>
  texts.map((text) => ({ ...group, names: names === '' ? [] : names.split(' '), regex: compile(text) })),
)

function compile(text: string): RegExp {
  const source = text
    .replace(/<([ABCEPSTX]\d?)>/g, '@(?<$1>\\d)')
    .replace(/<(N\d?)>/g, '(?<$1>\\d+(?: \\d+)?)')
  return new RegExp(`^(?:${source})$`)
}
