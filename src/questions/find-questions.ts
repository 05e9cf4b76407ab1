// The questions in a chat message that can be answered.
import { sentencesOf } from '../data/query/message-tokenizer.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { toIsoDate } from '../data/model/dates.ts'
import { answerQuestion } from './answer-question.ts'
import type { Answer, Question } from './question.ts'
import { readQuestion } from './read-question.ts'

export interface AnsweredQuestion {
  question: Question
  answer: Answer
}

/** Longer sentences are no questions; reading takes time by length. */
const maxLength = 150
const maxSentences = 40
const maxQuestions = 3

/** Each once, in order; sentences that mean several things, or were not wholly understood, are left out. */
export function questionsIn(text: string, facts: FactSnapshot, now: Date): AnsweredQuestion[] {
  const found = new Map<string, AnsweredQuestion>()
  for (const sentence of sentencesOf(text).slice(0, maxSentences)) {
    if (found.size === maxQuestions) break
    if (sentence.length > maxLength) continue
    // In a chat, what ends without a question mark may be a statement.
    const reading = readQuestion(sentence, facts, toIsoDate(now), sentence.trim().endsWith('?'))
    if (reading.type !== 'question') continue
    const { question } = reading
    const answer = answerQuestion(question, facts, now)
    if (answer) found.set(answer.asked, { question, answer })
  }
  return [...found.values()]
}
