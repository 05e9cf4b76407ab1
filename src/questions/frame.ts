// What a question is made of in any order of words: the names, and what the words mean together.
import type { Concept } from './concepts.ts'
import type { Form } from './question.ts'

export interface Frame {
  form: Form
  /**
   * The roles of all names in the order in which the question lists them, see `PatternGroup`: with "+" for two or more,
   * in lower case for one that the question leaves out. "US" is the United States, left out as well,
   * and "=nato" a body that goes without saying.
   */
  names: readonly string[]
  /** Of each group, one is there. */
  needs: readonly (readonly Concept[])[]
  may: ReadonlySet<Concept>
  /** It tells which of two names is which; "apart" that no list has both. */
  ordered?: 'not' | 'defend' | 'must' | 'promise' | 'apart'
  detail?: string
  /** "only": a question without a date has another form; "told": the answer gives one. */
  isDated?: true | 'only' | 'told'
  /** Whether it asks of a time from one year to another, see `Version`. */
  isOfPeriod?: true
}

export type Row = readonly [
  form: Form,
  names: string,
  needs: string,
  may?: string,
  more?: Pick<Frame, 'ordered' | 'detail' | 'isDated' | 'isOfPeriod'>,
]

export const isDated = true
export const isOfPeriod = true
export const listing = 'who|members|list'
export const counting = `${listing}|count`
export const anyone = 'who what members member list count number someone'
