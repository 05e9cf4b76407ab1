// Any words as a question: /ask answers or says what it did not understand, in a card that nobody must scroll.
import { expect, test } from 'vitest'
import { randomQuestions } from '../../scripts/bench/random-questions.ts'
import { cardText } from '../../src/cards/rendering/card-text.ts'
import { monthFirstDates } from '../../src/cards/rendering/date-order.ts'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { answerCard, unreadCard } from '../../src/questions/ask-card.ts'
import { readQuestion } from '../../src/questions/read-question.ts'
import { questionsAbout } from '../../src/questions/suggest-questions.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'
import { runs } from '../helpers/fuzz.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')
const count = runs(20_000)

test(`${count} random questions: no error, no wall of text`, { timeout: 300_000 }, () => {
  const kinds = new Map<string, number>()
  for (const text of randomQuestions(facts, count, 7)) {
    const reading = readQuestion(text, facts, '2026-11-29')
    kinds.set(reading.type, (kinds.get(reading.type) ?? 0) + 1)
    if (reading.type === 'several') continue
    const answer = reading.type === 'question' ? answerQuestion(reading.question, facts, now) : undefined
    if (reading.type === 'question' && !answer) {
      expect(['what-is', 'difference'], text).toContain(reading.question.form)
      continue
    }
    expect(answer?.verdict.length ?? 0, text).toBeLessThanOrEqual(400)
    expect(answer?.lines?.length ?? 0, text).toBeLessThanOrEqual(6)
    const card =
      reading.type === 'question' && answer
        ? answerCard(reading.question, answer, facts)
        : reading.type === 'unread'
          ? unreadCard(text, reading, questionsAbout(reading.entities.slice(0, 2), facts), facts)
          : undefined
    const { opening, sections, smallPrint } = cardText(card ?? {}, monthFirstDates)
    const shown = [opening, ...sections, smallPrint].join('\n').replace(/\]\(<[^>]*>\)/g, ']')
    expect(shown.length, text).toBeGreaterThan(20)
    expect(shown.length, text).toBeLessThan(2000)
    expect(shown, text).not.toMatch(/undefined|NaN|\[object/)
  }
  for (const kind of ['question', 'unread']) expect(kinds.get(kind)).toBeGreaterThan(count / 10)
})
