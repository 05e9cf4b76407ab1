// The questions that the real facts make: fair, varied, and the same again from the same seed.
import { expect, test } from 'vitest'
import { checkQuestions } from '../../scripts/check-quiz-questions.ts'
import { makeQuestion, questionHash, questionKey } from '../../src/quiz/make-question.ts'
import { quizForms, type Difficulty, type QuizForm } from '../../src/quiz/quiz-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const today = '2026-11-29'

function questionsOf(form: QuizForm, count: number, difficulty: Difficulty = 'any') {
  return Array.from({ length: count }, (_, seed) =>
    makeQuestion({ form, seed: String(seed), difficulty, number: (seed % 5) + 1 }, facts, today),
  ).flatMap((question) => question ?? [])
}

test('of many questions each has one right answer, and wrong choices that the facts rule out', () => {
  const report = checkQuestions(facts, today, 2000)
  expect(report.faults).toEqual([])
  expect(report.made).toBe(2000)
  expect(report.distinctFacts).toBeGreaterThan(300)
})

test('the right choice is in no place more than another, and is seldom the longest', () => {
  const { places, longestIsRight, made } = checkQuestions(facts, today, 2000)
  for (const count of places) {
    expect(count / made).toBeGreaterThan(0.19)
    expect(count / made).toBeLessThan(0.31)
  }
  expect(longestIsRight / made).toBeLessThan(0.3)
})

test.each(quizForms)('a seed makes the same question of the form %s again', (form) => {
  const once = questionsOf(form, 20)
  expect(once).toHaveLength(20)
  const again = questionsOf(form, 20)
  expect(again.map(questionHash)).toEqual(once.map(questionHash))
  expect(again.map(questionKey)).toEqual(once.map(questionKey))
  expect(new Set(once.map(questionHash)).size).toBeGreaterThan(10)
})

test('members of NATO are asked for among countries that never were in it', () => {
  const nato = questionsOf('member', 400).filter(({ entity }) => entity === 'nato')
  expect(nato.length).toBeGreaterThan(5)
  const wrong = nato.flatMap((question) => question.wrong.map(({ value }) => value))
  // Applicants, partners and states that have ended have facts about NATO.
  expect(wrong).not.toContain('ukraine')
  expect(wrong).not.toContain('sweden')
  for (const { text } of nato) expect(text).toBe('Which of these countries is in NATO?')
})

test('of what has ended, the members of its last day are asked for, beside countries of that time', () => {
  const pact = questionsOf('member', 400).filter(({ entity }) => entity === 'warsaw-pact')
  expect(pact.length).toBeGreaterThan(3)
  for (const { text, right, wrong } of pact) {
    expect(text).toBe('Which of these countries was in the Warsaw Pact when it ended in 1991?')
    expect([...['soviet-union', 'poland', 'hungary', 'romania', 'bulgaria', 'czechoslovakia']]).toContain(
      right.value,
    )
    for (const { value } of wrong) expect(['ukraine', 'kosovo', 'czechia', 'albania']).not.toContain(value)
  }
})

test('years that sources give differently are not asked for, nor those of data sets', () => {
  const years = [...questionsOf('founded', 400), ...questionsOf('joined-year', 600)]
  const asked = new Set(years.map(({ text }) => text))
  expect(asked).toContain('In which year did RIMPAC begin?')
  expect([...asked].filter((text) => /the Quad|BRICS founded|Balikatan/.test(text))).toEqual([])
  expect([...asked].filter((text) => /Ireland join the European Union/.test(text))).toEqual([])
})

test('what is well known is easy, and what is little known is hard', () => {
  const topicsOf = (difficulty: Difficulty) =>
    new Set(questionsOf('took-part', 300, difficulty).map(({ entity }) => entity.replace(/-\d{4}.*/, '')))
  expect([...topicsOf('easy')]).toContain('rimpac')
  expect([...topicsOf('hard')]).not.toContain('rimpac')
})

test('easy questions have answers that many publications speak of', () => {
  const membersAsked = (difficulty: Difficulty) =>
    questionsOf('member', 600, difficulty)
      .filter(({ entity }) => entity === 'nato')
      .map(({ right }) => right.value)
  expect(membersAsked('easy')).toContain('france')
  expect(membersAsked('easy')).not.toContain('albania')
})

test('the questions of a round are about different things', () => {
  const seriesOf = (id: string) => facts.getEntity(id)?.edition?.of ?? id
  for (let round = 0; round < 40; round++) {
    const round5 = [1, 2, 3, 4, 5].flatMap(
      (number) =>
        makeQuestion(
          {
            form: quizForms[(round + number) % quizForms.length] ?? 'member',
            seed: String(round),
            difficulty: 'any',
            number,
          },
          facts,
          today,
        ) ?? [],
    )
    expect(new Set(round5.map(({ entity }) => seriesOf(entity))).size).toBe(5)
  }
})

test('without the reference works there is less to ask, and nothing is asked that only they say', () => {
  const seedFacts = facts.withoutReferences()
  const made = quizForms.flatMap((form) =>
    Array.from({ length: 20 }, (_, seed) =>
      makeQuestion({ form, seed: String(seed), difficulty: 'any', number: (seed % 5) + 1 }, seedFacts, today),
    ).flatMap((question) => question ?? []),
  )
  const cited = made.flatMap((question) =>
    question.facts.map(({ article }) => facts.getArticle(article).shelf),
  )
  expect(cited.filter((shelf) => shelf === 'reference')).toEqual([])
})
