// The questions that the real facts make: fair, varied, and the same again from the same seed.
import { expect, test } from 'vitest'
import { checkQuestions } from '../../scripts/quiz-truth.ts'
import { makeQuestion, questionHash, questionKey } from '../../src/quiz/make-question.ts'
import { quizForms, type Difficulty, type QuizForm } from '../../src/quiz/quiz-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const today = '2026-11-29'

function questionsOf(form: QuizForm, count: number, difficulty: Difficulty = 'any') {
  return Array.from({ length: count }, (_, seed) =>
    makeQuestion({ form, seed: String(seed), difficulty }, facts, today),
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
  expect([...asked].filter((text) => /was the Quad|BRICS founded|Balikatan/.test(text))).toEqual([])
  expect([...asked].filter((text) => /Ireland join the European Union/.test(text))).toEqual([])
})

test('events that others observed, or that a source counts more nations in, are not asked about', () => {
  const asked = new Set(
    [...questionsOf('took-part', 400), ...questionsOf('host', 400)].map(({ entity }) => entity),
  )
  expect(asked).toContain('rimpac-2022')
  for (const id of ['balikatan-2025', 'super-garuda-2023', 'bright-star-2021', 'rimpac-2016'])
    expect([...asked]).not.toContain(id)
})

test('nobody joins a body before it was founded, or under another name', () => {
  const joinings = [...questionsOf('joined-year', 400), ...questionsOf('joined-first', 400)]
  const asked = new Set(joinings.map(({ entity }) => entity))
  expect(asked).toContain('nato')
  expect([...asked].filter((id) => id === 'cento')).toEqual([])
  const years = joinings.flatMap(({ entity, facts: own }) =>
    entity === 'csto' ? own.map(({ validFrom }) => Number(validFrom?.slice(0, 4))) : [],
  )
  expect(years.filter((year) => year < 2002)).toEqual([])
})

test('those who founded a body together are not asked who joined it first, nor when', () => {
  const firsts = questionsOf('joined-first', 400)
  const foundersAmongOthers = firsts.filter(({ facts: [, ...others] }) =>
    others.some(({ founder }) => founder),
  )
  expect(foundersAmongOthers).toEqual([])
  expect(questionsOf('joined-year', 400).filter(({ facts: [fact] }) => fact.founder)).toEqual([])
})

test('a list that is older than a year is named by its date', () => {
  const members = questionsOf('member', 400)
  const texts = members.filter(({ entity }) => entity === 'atlantic-cooperation').map(({ text }) => text)
  expect([...new Set(texts)]).toEqual([
    'Which of these countries was in the Partnership for Atlantic Cooperation, by the list of September 2023?',
  ])
})

test('articles are asked for by whole sentences that do not name them', () => {
  const asked = questionsOf('article', 300)
  expect(new Set(asked.map(({ facts: [fact] }) => fact.id)).size).toBeGreaterThan(15)
  for (const {
    text,
    facts: [fact],
  } of asked) {
    expect(text).toMatch(/^Which article of the [^“”]+\?$/)
    expect(text).not.toContain(fact.section)
  }
})

test('years lie between the founding of a body and its end', () => {
  const years = (entity: string) =>
    questionsOf('joined-year', 600)
      .filter((question) => question.entity === entity)
      .flatMap(({ choices }) => choices.map(({ value }) => Number(value)))
  expect(Math.min(...years('shanghai-cooperation'))).toBeGreaterThanOrEqual(2001)
  expect(Math.max(...years('shanghai-cooperation'))).toBeLessThanOrEqual(2026)
})

test('names have their article, and what is signed is not founded', () => {
  const asked = new Set(questionsOf('founded', 800).map(({ text }) => text))
  expect(asked).toContain('In which year was the Taiwan Relations Act signed?')
  expect(asked).toContain('In which year was the North Atlantic Treaty signed?')
  expect([...asked].filter((text) => /(Treaty|Pact|Act) founded|was the Partners /.test(text))).toEqual([])
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

test('without the reference works there is less to ask, and nothing is asked that only they say', () => {
  const seedFacts = facts.withoutReferences()
  const made = quizForms.flatMap((form) =>
    Array.from({ length: 20 }, (_, seed) =>
      makeQuestion({ form, seed: String(seed), difficulty: 'any' }, seedFacts, today),
    ).flatMap((question) => question ?? []),
  )
  const cited = made.flatMap((question) =>
    question.facts.map(({ article }) => facts.getArticle(article).shelf),
  )
  expect(cited.filter((shelf) => shelf === 'reference')).toEqual([])
})
