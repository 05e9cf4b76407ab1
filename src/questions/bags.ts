// Questions in any order of words: a form is meant if its words are there, and no word that it does not understand.
import { kindBags } from './kind-bags.ts'
import { membershipBags } from './membership-bags.ts'
import { membershipListBags } from './membership-list-bags.ts'
import type { Form } from './question.ts'
import { thingBags } from './thing-bags.ts'

/** For roles of names, see `PatternGroup`. */
export interface Bag {
  form: Form
  /** The roles of all names, in the order in which the question lists them. */
  names: string
  /** Each must be in the words. */
  requires: readonly RegExp[]
  /** Other words that it understands. */
  allows: string
  isDated?: true
  detail?: string
}

/** Words that carry no meaning of their own. Those that change a question, such as "before" or "only", are not here. */
const functionWords = `is are was were be been being do does did has have had of in into to for at by with from on it its they
  their them there this that these those which what who when where how me my you u i we can get got getting gets go goes
  going went come came comes up until out off so far time one ones days day current year years as`

/** In the order in which they are tried. */
export const bags: readonly Bag[] = [...membershipBags, ...kindBags, ...thingBags, ...membershipListBags]

const understood = new Map(bags.map((bag) => [bag, new Set(`${functionWords} ${bag.allows}`.split(/\s+/))]))

/** What a form can be asked with, by words that ask for one thing alone. */
const asking: readonly [RegExp, ReadonlySet<Form>][] = [
  [
    /\b(?:who|whose|whom)\b/,
    new Set<Form>([
      'who-in',
      'founders',
      'leader',
      'newest',
      'who-left',
      'who-defends',
      'obligations',
      'invoked',
      'joining',
      'is-founder',
      'most-troops',
      'most-spending',
      'expelling',
      'neutral',
      'not-in',
      'in-both',
      'older',
      'larger',
      'troops',
      'spending',
    ]),
  ],
  [
    /\b(?:which|what) year\b|^when\b|\bwhen$/,
    new Set<Form>([
      'when-joined',
      'when-left',
      'founded',
      'ended',
      'held',
      'invoked',
      'is-in',

      'newest',
      'article',
      'defend',
      'who-defends',
      'who-left',
      'leader',
    ]),
  ],
  [/\bwhy\b/, new Set<Form>(['ended', 'purpose'])],
  [/\bwhere\b/, new Set<Form>(['where', 'most-troops', 'held'])],
  [
    /\bhow many\b/,
    new Set<Form>(['how-many', 'troops', 'invoked', 'who-left', 'founders', 'who-in', 'is-in', 'exercises']),
  ],
  [/\bhow much\b/, new Set<Form>(['spending', 'most-spending'])],
]

/** Whether the words, in which names are "@0" and numbers after "article" are "N", ask a form, with nothing left over. */
export function bagFits(bag: Bag, words: readonly string[]): boolean {
  const text = words.join(' ')
  const known = understood.get(bag)
  if (asking.some(([pattern, forms]) => pattern.test(text) && !forms.has(bag.form))) return false
  return (
    words.every((word) => word.startsWith('@') || known?.has(word)) &&
    bag.requires.every((pattern) => pattern.test(text))
  )
}

/** Every word that some form understands. */
export const bagWords: ReadonlySet<string> = new Set([...understood.values()].flatMap((words) => [...words]))
