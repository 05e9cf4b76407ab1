// The forms of words in which people state things, as patterns over words in which each name is a number. Every word of
// a statement must be read: the patterns are anchored at both ends.
import { datePattern } from './plain-words.ts'
import type { ClaimForm } from './claim.ts'
import { countClaims } from './count-claims.ts'
import { eventClaims } from './event-claims.ts'
import { leavingClaims } from './leaving-claims.ts'
import { memberClaims } from './member-patterns.ts'
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
  /** Of each list, a text that fits has a word; worked out when it is first needed. */
  needed?: string[][]
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
  if (!smallest) return claimPatterns.filter((pattern) => mayFit(pattern, text))
  const narrow = [...smallest].filter(
    (pattern) => !open.has(pattern) && sets.every((set) => set.has(pattern)),
  )
  return [...narrow, ...open].filter((pattern) => mayFit(pattern, text))
}

/** A pattern is compiled when it is first tried, which takes longer than all else, so few are. */
function mayFit(pattern: ClaimPattern, text: string): boolean {
  pattern.needed ??= neededIn(pattern.regex.source.slice('^(?:'.length, -')$'.length))
  return pattern.needed.every((words) => words.some((word) => text.includes(word)))
}

/** Of each list, a text that fits a part of a regular expression has a word. */
function neededIn(source: string): string[][] {
  const alternatives: string[][][] = [[]]
  let plain = ''
  const add = (...some: string[][]) => alternatives.at(-1)?.push(...some)
  const addPlain = () => {
    add(...(plain.replace(/[a-z]\?/g, ' ').match(/[a-z]{2,}/g) ?? []).map((word) => [word]))
    plain = ''
  }
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (char === '(') {
      addPlain()
      const end = closingOf(source, at)
      const inner = source.slice(at + 1, end)
      const isOptional = /[?*{]/.test(source.charAt(end + 1)) || /^\?<?[=!]/.test(inner)
      if (!isOptional) add(...neededIn(inner.replace(/^\?(?::|<\w+>)/, '')))
      at = isOptional ? end + 1 : end
    } else if (char === '|') {
      addPlain()
      alternatives.push([])
    } else if (char === '[' || char === '\\') {
      plain += ' '
      at = char === '[' ? source.indexOf(']', at) : at + 1
    } else plain += char
  }
  addPlain()
  const firsts = alternatives.map(([first]) => first)
  if (alternatives.length === 1) return alternatives[0] ?? []
  return firsts.every((first) => first !== undefined) ? [firsts.flat()] : []
}

/** Where a group ends. */
function closingOf(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (char === '\\') at += 1
    else if (char === '(') depth += 1
    else if (char === ')' && (depth -= 1) === 0) return at
  }
  return source.length
}
