// What the buttons of a round carry, so that it goes on after a restart. The right answer is not among it: it is found
// again from the facts.
import { decodeDate, encodeDate } from '../core/custom-id.ts'
import { difficulties, quizForms, type Difficulty, type QuizForm } from './quiz-question.ts'

export interface RoundState {
  difficulty: Difficulty
  /** From 1 to 5. */
  number: number
  form: QuizForm
  seed: string
  /** The day on which it was asked, as yyyy-mm-dd. */
  day: string
  /** Of the question as it was asked. */
  hash: string
  /** Seconds since 1970; undefined if there is no hurry. */
  deadline: number | undefined
}

export const questionsPerRound = 5

export function packState({ difficulty, number, form, seed, day, hash, deadline }: RoundState): string[] {
  return [
    difficulty,
    String(number),
    String(quizForms.indexOf(form)),
    seed,
    encodeDate(day),
    hash,
    deadline === undefined ? '' : deadline.toString(36),
  ]
}

/** Undefined if a part is none that was packed. */
export function parseState([
  difficulty = '',
  number = '',
  form = '',
  seed = '',
  day = '',
  hash = '',
  deadline = '',
]: readonly string[]): RoundState | undefined {
  const parsedDifficulty = parseDifficulty(difficulty)
  const parsedForm = /^\d$/.test(form) ? quizForms[Number(form)] : undefined
  const isValid =
    /^[1-5]$/.test(number) &&
    /^[0-9a-z]{1,8}$/.test(seed) &&
    /^[\w-]{6}$/.test(hash) &&
    /^[0-9a-z]{0,8}$/.test(deadline)
  if (!parsedDifficulty || !parsedForm || !isValid || decodeDate(day) === '') return undefined
  return {
    difficulty: parsedDifficulty,
    number: Number(number),
    form: parsedForm,
    seed,
    day: decodeDate(day),
    hash,
    deadline: deadline === '' ? undefined : parseInt(deadline, 36),
  }
}

export function parseDifficulty(text: string): Difficulty | undefined {
  return difficulties.find((difficulty) => difficulty === text)
}
