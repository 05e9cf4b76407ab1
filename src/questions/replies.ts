// What /ask, /search and Find facts say to a question, apart from them so that what reads questions is loaded with the first.
import { nameInSentence } from '../cards/shared/format.ts'
import type { Card, ViewState } from '../core/card.ts'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'
import { toIsoDate } from '../data/model/dates.ts'
import { renderEntityCard, requireEntity } from '../lookup/entity-lookup.ts'
import { anyKind, fuzzyMatches } from '../lookup/name-matches.ts'
import { answerQuestion } from './answer-question.ts'
import { answerCard, compoundCard, questionOf, severalCard, unreadCard, viewOf } from './ask-card.ts'
import { readCompound } from './compound-question.ts'
import { questionsIn } from './find-questions.ts'
import type { Answer, Question } from './question.ts'
import { readQuestion } from './read-question.ts'
import { exampleQuestions, questionsAbout, suggestQuestions } from './suggest-questions.ts'

/** What a custom id has room for. */
const maxTextInCustomId = 60

/** Of an option in a menu. */
const maxValueLength = 100

/** A question as understood; one about many countries is read again from its words. */
const maxViewInCustomId = 85

async function renderAnswer(question: Question, context: CommandContext): Promise<Card> {
  const { facts, now } = context
  const [first] = question.entities
  if (question.form === 'what-is') return renderEntityCard(requireEntity(first, context), context)
  if (question.form === 'difference') return context.renderView(['compare', '0', '', ...question.entities])
  const key = `ask ${JSON.stringify(question)} ${toIsoDate(now)}`
  const { card } = facts.memo(key, () => {
    const answer = answerQuestion(question, facts, now)
    return { card: answer && answerCard(question, answer, facts) }
  })
  if (!card) throw new UserError('Those facts no longer exist.', 'Type /ask to ask again.')
  return card
}

/** The answer, or what the card of a thing that is asked about says first. */
function answerOf(question: Question, context: CommandContext): Answer | undefined {
  const { facts, now } = context
  const entity = question.form === 'what-is' ? facts.getEntity(question.entities[0] ?? '') : undefined
  if (!entity) return answerQuestion(question, facts, now)
  const { verdict, sections = [] } = renderEntityCard(entity, context)
  const first = verdict ?? sections.flatMap(({ lines }) => lines)[0]
  if (!first) return undefined
  const asked = `What is ${nameInSentence(entity)}?`
  return { asked, verdict: first.text, facts: first.facts ?? [], more: entity.id }
}

/** A question in words as a view; what is too long for a custom id is stored under a key. */
function textView(text: string, { longQueries }: CommandContext): ViewState {
  return text.length <= maxTextInCustomId ? ['ask', 'text', text] : ['ask', 'stored', longQueries.keep(text)]
}

/** The question with names in place of the words that are most like them: to be asked, since it may mean another. */
function withLikelyNames(text: string, words: readonly string[], context: CommandContext): string[] {
  const likely = words.reduce((asked, word) => {
    const [match] = fuzzyMatches(word, anyKind, context)
    return match ? asked.replace(new RegExp(`\\b${word}\\b`, 'i'), match.entity.name) : asked
  }, text)
  const answer = likely === text ? undefined : answerTo(likely, context)
  return answer ? [answer.asked] : []
}

/** The answer, or what to ask instead; the second is for the asker alone. */
export async function replyTo(
  text: string,
  context: CommandContext,
): Promise<{ card: Card; isAnswer: boolean }> {
  const { facts, now } = context
  const today = toIsoDate(now)
  // Many ask what the completions offer.
  const reading = facts.memo(`read ${today} ${text}`, () => readCompound(text, facts, today))
  if (reading.type === 'question') {
    const card = await renderAnswer(reading.question, context)
    const isTooLong = viewOf(reading.question).join(':').length > maxViewInCustomId
    return { card: isTooLong ? { ...card, viewState: textView(text, context) } : card, isAnswer: true }
  }
  if (reading.type === 'several') {
    const asked = reading.questions.flatMap((question) => answerQuestion(question, facts, now)?.asked ?? [])
    return { card: severalCard(asked), isAnswer: false }
  }
  if (reading.type === 'compound') {
    const answers = reading.questions.flatMap((question) => answerOf(question, context) ?? [])
    if (answers.length === reading.questions.length)
      return { card: compoundCard(answers, reading.ignored, textView(text, context), facts), isAnswer: true }
    // "What is NATO, and is Sweden in it?": the answer that no card of its own gives.
    const [answered] = reading.questions.filter((question) => answerQuestion(question, facts, now))
    return {
      card: await renderAnswer(answered ?? (reading.questions[0] as Question), context),
      isAnswer: true,
    }
  }
  const about =
    reading.entities.length > 0
      ? questionsAbout(reading.entities.slice(0, 2), facts)
      : suggestQuestions(text, facts)
  const questions = [...new Set([...withLikelyNames(text, reading.words, context), ...about])]
  return {
    card: unreadCard(text, reading, questions.length > 0 ? questions : exampleQuestions, facts),
    isAnswer: false,
  }
}

/** A question as understood, as its view carries it. */
export async function renderUnderstood(view: readonly string[], context: CommandContext): Promise<Card> {
  const question = questionOf(view)
  if (!question) throw new UserError('There is nothing to answer here.', 'Type /ask to ask again.')
  return renderAnswer(question, context)
}

export function completeQuestion(text: string, { facts }: CommandContext): { name: string; value: string }[] {
  return facts.memo(`questions ${text}`, () =>
    suggestQuestions(text, facts).map((question) => ({ name: question, value: question })),
  )
}

/** The answer to words that are a question. */
export function answerTo(text: string, { facts, now }: CommandContext): Answer | undefined {
  const reading = readQuestion(text, facts, toIsoDate(now))
  return reading.type === 'question' ? answerQuestion(reading.question, facts, now) : undefined
}

/** The answers to what a message asks, each with its view as a value of a menu. */
export function answersIn(content: string, { facts, now }: CommandContext): (Answer & { value: string })[] {
  return questionsIn(content, facts, now).flatMap(({ question, answer }) => {
    const value = viewOf(question).join(':')
    return value.length > maxValueLength ? [] : [{ ...answer, value }]
  })
}
