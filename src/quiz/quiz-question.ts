// A question of the quiz as data, and what a form of question provides.
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { ImageSpec } from '../images/image-spec.ts'
import type { SeededRandom } from './seeded-random.ts'

/** In the order in which a round goes through them. */
export const quizForms = [
  ...(['member', 'founded', 'took-part', 'joined-first'] as const),
  ...(['article', 'odd-one-out', 'host', 'joined-year'] as const),
]
export type QuizForm = (typeof quizForms)[number]

/** `any` has questions of all three. */
export const difficulties = ['any', 'easy', 'medium', 'hard'] as const
export type Difficulty = (typeof difficulties)[number]

export interface QuizChoice {
  /** At most 80 characters, as on a button. */
  label: string
  /** The id of a country, a year, or an article. */
  value: string
}

export interface QuizQuestion extends Draft {
  form: QuizForm
  /** Four, of which one is right. */
  choices: readonly QuizChoice[]
}

/** A question before its choices are put in order. */
export interface Draft {
  text: string
  /** The entity that it asks about, whose card says more. */
  entity: string
  right: QuizChoice
  wrong: readonly QuizChoice[]
  /** The right answer in one sentence. */
  answer: string
  /** What says so; the first is the fact that is asked about. */
  facts: readonly [Fact, ...Fact[]]
  /** What the question shows, and what its answer shows. */
  images?: readonly [question: ImageSpec, answer: ImageSpec]
}

/** What a form can ask questions about: a body, an edition, a treaty. */
export interface Topic {
  entity: Entity
  /** The entity that makes it well known: an edition is as well known as its series. */
  knownFor: Entity
  /** A question about it; undefined if this random choice makes none. */
  draft: (random: SeededRandom, difficulty: Difficulty) => Draft | undefined
}

/** Everything that a form can ask, as of a day given as yyyy-mm-dd. */
export type FindTopics = (facts: FactSnapshot, day: string) => Topic[]
