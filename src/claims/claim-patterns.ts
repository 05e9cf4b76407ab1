// The forms of words in which people state things, as patterns over words in which each name is a number. Every word of
// a statement must be read: the patterns are anchored at both ends.
import { datePattern } from './plain-words.ts'
import type { ClaimForm } from './claim.ts'
import { countClaims } from './count-claims.ts'
import { eventClaims } from './event-claims.ts'
import { leavingClaims } from './leaving-claims.ts'
import { memberClaims } from './member-patterns.ts'
import { mayFit } from './needed-words.ts'
import { boundWords } from './quantities.ts'
import { promiseClaims } from './promise-claims.ts'
import { overlapClaims } from './overlap-claims.ts'
import { orderClaims } from './order-claims.ts'
import { numberClaims } from './number-claims.ts'
import { thingClaims } from './thing-claims.ts'

/**
 * In the texts, which are parts of regular expressions, <C+> is a list of countries that the claim is about, <C> one
 * country, <D> a date that may be missing, <D!> one that must be there, <Q><N> a number with a word such as "over"
 * before it, <be> "is", "was", "is not", "was never"; the other letters are the roles of questions, and <U> is the United
 * States. The groups `past`, `neg` and `detail` go to the claim.
 */
export interface ClaimGroup {
  /** Each is claimed. */
  forms: readonly ClaimForm[]
  texts: readonly string[]
  /** What the claim is about if the text names nothing. */
  subject?: 'united-states'
  /** The body that goes without saying. */
  object?: 'nato' | 'eu-42-7' | 'five-eyes'
  detail?: string
  negation?: 'not' | 'never' | 'nolonger'
  isPast?: true
  /** Whether it may be meant otherwise, so that it may be supported alone. */
  isGuess?: true
  number?: number
  bound?: 'over' | 'least' | 'under'
}

export interface ClaimPattern extends Omit<ClaimGroup, 'texts'> {
  regex: RegExp
}

/** One name or several. */
export const nameList = String.raw`@\d+(?:(?: ,)?(?: and| or)? @\d+)*`
const when = '(?:in|on|since|as of|at end of|at start of|during|from)'
const marks: Record<string, string> = {
  be: '(?:is|are|(?<past>was|were))(?: (?<neg>not|never|nolonger))?',
  'D!': `(?: (?:only|way))?(?: (?:${when}|to|of))? (?<D>${datePattern})`,
  D: `(?:(?: ,)?(?: (?:only|way))?(?: ${when})? (?<D>${datePattern}))?`,
  Q: `(?:(?<Q>${boundWords}) )?(?:about |around )?`,
  Q2: `(?:(?<Q2>${boundWords}) )?`,
  N2: String.raw`(?<N2>\d+)`,
  N: String.raw`(?<N>\d+(?:p\d+)?|one|no)`,
}

function compile(text: string): RegExp {
  const source = text.replace(/(?<!\(\?)<(be|D!|[A-Z]\d?)(\+?)>/g, (_, mark: string, several: string) => {
    if (several !== '') return `(?<${mark}>${nameList})`
    return marks[mark] ?? String.raw`@(?<${mark}>\d+)`
  })
  return new RegExp(`^(?:${source})$`)
}

/** In the order in which they are tried. */
const claimPatterns: readonly ClaimPattern[] = [
  ...overlapClaims,
  ...orderClaims,
  ...leavingClaims,
  ...memberClaims,
  ...countClaims,
  ...thingClaims,
  ...eventClaims,
  ...promiseClaims,
  ...numberClaims,
].flatMap(({ texts, ...group }) => texts.map((text) => ({ ...group, regex: compile(text) })))

/** Patterns by the words in them, and those that any word fits. */
const byWord = new Map<string, Set<ClaimPattern>>()
const open = new Set<ClaimPattern>()
for (const pattern of claimPatterns) {
  for (const word of literalsOf(pattern.regex.source))
    byWord.set(word, (byWord.get(word) ?? new Set()).add(pattern))
  if (pattern.regex.source.includes('[a-z')) open.add(pattern)
}
const none = new Set<ClaimPattern>()

function literalsOf(source: string): string[] {
  return [...source.replace(/\(\?<\w+>/g, '(').matchAll(/([a-z]+)(\?)?/g)].flatMap(
    ([, word = '', optional]) => (optional === undefined ? [word] : [word, word.slice(0, -1)]),
  )
}

/** The patterns that may fit a text: those that have every word of it, in their order, then those that any word fits. */
export function patternsFor(text: string): ClaimPattern[] {
  const words = new Set(text.match(/(?<!\d)[a-z]+/g))
  const sets = [...words].map((word) => byWord.get(word) ?? none)
  const [smallest] = sets.toSorted((a, b) => a.size - b.size)
  if (!smallest) return claimPatterns.filter(({ regex }) => mayFit(regex, text))
  const narrow = [...smallest].filter(
    (pattern) => !open.has(pattern) && sets.every((set) => set.has(pattern)),
  )
  return [...narrow, ...open].filter(({ regex }) => mayFit(regex, text))
}
