// What is asked by what the words mean together, in any order: a country, a body and a time ask when it joined.
import { bodyFrames } from './body-frames.ts'
import { countryFrames } from './country-frames.ts'
import type { Concept } from './concepts.ts'
import type { Frame } from './frame.ts'
import { membershipFrames } from './membership-frames.ts'
import type { Form } from './question.ts'
import { thingFrames } from './thing-frames.ts'

/** Forms whose words may be a statement as well as a question. */
export const yesNo: ReadonlySet<Form> = new Set<Form>([
  'is-in',
  'ever-in',
  'is-founder',
  'may-join',
  'which-in',
  'in-which',
  'both-in',
  'defend',
  'is-kind',
])

/** In the order in which they are tried. */
export const frames: readonly Frame[] = [
  ...membershipFrames,
  ...bodyFrames,
  ...thingFrames,
  ...countryFrames,
].map(([form, names, needs, may = '', more]) => ({
  form,
  names: names.split(' ').filter(Boolean),
  needs: needs
    .split(' ')
    .filter(Boolean)
    .map((group) => group.split('|') as Concept[]),
  may: new Set(may.split(' ') as Concept[]),
  ...more,
}))
