// Random questions of real words: names, the words of question forms, years, and everyday words.
import fc from 'fast-check'
import type { FactSnapshot } from '../../src/data/query/fact-store.ts'
import { conceptWords } from '../../src/questions/concepts.ts'
import { exampleQuestions, questionsAbout } from '../../src/questions/suggest-questions.ts'

const everyday =
  `not never only still ever why because before after more less than most first last next best war peace
  country world stupid really if and or but attack nuclear money city president the a`.split(/\s+/)

/** Repeatable: the same questions for the same facts and seed; at most 150 characters each. */
export function randomQuestions(facts: FactSnapshot, count: number, seed: number): string[] {
  const names = facts.entities.flatMap(({ name, aliases }) => [name, ...aliases])
  const word = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...names) },
    { weight: 5, arbitrary: fc.constantFrom(...conceptWords) },
    { weight: 1, arbitrary: fc.constantFrom(...everyday) },
    { weight: 1, arbitrary: fc.integer({ min: 1900, max: 2030 }).map((year) => `in ${year}`) },
  )
  const loose = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
  const entity = fc.constantFrom(...facts.entities)
  const formed = fc.tuple(entity, entity, fc.nat(), fc.option(word)).map(([first, second, choice, extra]) => {
    const questions = [...exampleQuestions, ...questionsAbout([first, second], facts)]
    const question = questions[choice % questions.length] ?? ''
    return extra === null ? question : `${question.replace(/\?$/, '')} ${extra}`
  })
  return fc
    .sample(fc.oneof(loose, formed), { numRuns: count, seed })
    .map((question) => question.slice(0, 150))
}
