// /ask: a question in one's own words, answered with a sentence, its facts and their sources.
import compareCommand from './compare.ts'
import { exampleQuestions, questionsAbout, suggestQuestions } from '../questions/suggest-questions.ts'
import { answerQuestion } from '../questions/answer-question.ts'
import {
  answerCard,
  compoundCard,
  questionOf,
  severalCard,
  unreadCard,
  viewOf,
} from '../questions/ask-card.ts'
import { readCompound } from '../questions/compound-question.ts'
import type { Answer, Question } from '../questions/question.ts'
import type { Card, ViewState } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { nameInSentence } from '../cards/shared/format.ts'
import { ephemeralOption, mentionOption, stringOption } from '../core/options.ts'
import { UserError } from '../core/user-error.ts'
import { toIsoDate } from '../data/model/dates.ts'
import { renderEntityCard, requireEntity } from '../lookup/entity-lookup.ts'

/** What Discord shows of a choice is no longer. */
const maxQuestionLength = 150

/** What a custom id has room for. */
const maxTextInCustomId = 60

/** A question as understood; one about many countries is read again from its words. */
const maxViewInCustomId = 85

async function render(question: Question, context: CommandContext): Promise<Card> {
  const { facts, now } = context
  const [first] = question.entities
  if (question.form === 'what-is') return renderEntityCard(requireEntity(first, context), context)
  if (question.form === 'difference') {
    const compared = await compareCommand.render?.(['0', '', ...question.entities], context)
    if (compared) return compared
  }
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

/** The answer, or what to ask instead; the second is for the asker alone. */
async function reply(text: string, context: CommandContext): Promise<{ card: Card; isAnswer: boolean }> {
  const { facts, now } = context
  const today = toIsoDate(now)
  // Many ask what the completions offer.
  const reading = facts.memo(`read ${today} ${text}`, () => readCompound(text, facts, today))
  if (reading.type === 'question') {
    const card = await render(reading.question, context)
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
    return { card: await render(answered ?? (reading.questions[0] as Question), context), isAnswer: true }
  }
  const questions =
    reading.entities.length > 0
      ? questionsAbout(reading.entities.slice(0, 2), facts)
      : suggestQuestions(text, facts)
  return {
    card: unreadCard(text, reading, questions.length > 0 ? questions : exampleQuestions, facts),
    isAnswer: false,
  }
}

export default defineCommand({
  name: 'ask',
  description: 'Ask in your own words: who is in an alliance, since when, who must defend whom',
  options: {
    question: stringOption('Your question, such as Is Sweden in NATO?', {
      maxLength: maxQuestionLength,
      autocomplete: (text, { facts }) =>
        facts.memo(`questions ${text}`, () =>
          suggestQuestions(text, facts).map((question) => ({ name: question, value: question })),
        ),
    }),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  async run({ question, private: isPrivate }, context) {
    const { card, isAnswer } = await reply(question, context)
    return { type: 'reply', card, ephemeral: isPrivate || !isAnswer }
  },

  /** A question as understood, or one in words that was chosen from a menu. */
  async render([form = '', ...parts], context) {
    if (form === 'text') return (await reply(parts.join(':'), context)).card
    if (form === 'stored') {
      const text = await context.longQueries.read(parts[0] ?? '')
      if (text === undefined)
        throw new UserError('The words of that question are no longer stored.', 'Type /ask to ask again.')
      return (await reply(text, context)).card
    }
    const question = questionOf([form, ...parts])
    if (!question) throw new UserError('There is nothing to answer here.', 'Type /ask to ask again.')
    return render(question, context)
  },
})
