// A round: what it asks next, and how a button finds its question again.
import type { Card } from '../core/card.ts'
import type { CommandContext } from '../core/context.ts'
import { packCustomId } from '../core/custom-id.ts'
import type { LaterUpdate } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'
import { toIsoDate } from '../data/model/dates.ts'
import { makeQuestion, questionHash, questionKey } from './make-question.ts'
import { answerCard, questionCard, voidCard } from './quiz-cards.ts'
import { quizForms, type Difficulty, type QuizForm, type QuizQuestion } from './quiz-question.ts'
import { packState, parseState, questionsPerRound, type RoundState } from './round-state.ts'

const dayMs = 24 * 60 * 60_000

const maxTries = 40

/** Of the last ten rounds; of the last five no body or event is asked about again. */
const maxRecent = 10 * questionsPerRound

/** What was asked of a user, or of a server, since startup: for each question its key and what it is about. */
function recentOf({ recentlyShown, channel, user, facts }: CommandContext, solo: boolean) {
  const key = `quiz ${(solo ? undefined : channel.guildId) ?? user.id}`
  const recent = recentlyShown.get(key) ?? []
  const keysOf = (question: QuizQuestion) => ({
    asked: `question ${questionKey(question)}`,
    about: `entity ${facts.getEntity(question.entity)?.edition?.of ?? question.entity}`,
  })
  return {
    has(question: QuizQuestion) {
      const { asked, about } = keysOf(question)
      return recent.includes(asked) || recent.slice(-maxRecent).includes(about)
    },
    add(question: QuizQuestion) {
      const { asked, about } = keysOf(question)
      recentlyShown.set(key, [...recent, asked, about].slice(-2 * maxRecent))
    },
  }
}

/**
 * A question that was not asked in the server within thirty days, nor lately of those who play, in the form after the
 * last one if possible.
 */
async function findQuestion(
  { difficulty, after, solo }: { difficulty: Difficulty; after: QuizForm | undefined; solo: boolean },
  context: CommandContext,
): Promise<{ question: QuizQuestion; form: QuizForm; seed: string }> {
  const { facts, now, random, channel, quiz } = context
  const recent = recentOf(context, solo)
  const first = after ? quizForms.indexOf(after) + 1 : Math.floor(random() * quizForms.length)
  let repeated: { question: QuizQuestion; form: QuizForm; seed: string } | undefined
  for (let tries = 0; tries < maxTries; tries++) {
    // Five tries for each form before the next.
    const form = quizForms[(first + Math.floor(tries / 5)) % quizForms.length] ?? 'member'
    const seed = Math.floor(random() * 36 ** 6).toString(36)
    const question = makeQuestion({ form, seed, difficulty }, facts, toIsoDate(now))
    if (!question) continue
    const wasAsked =
      channel.guildId !== undefined && (await quiz.wasAsked(channel.guildId, questionKey(question)))
    if (!wasAsked && !recent.has(question)) return { question, form, seed }
    if (!wasAsked) repeated = { question, form, seed }
    repeated ??= { question, form, seed }
  }
  if (repeated) return repeated
  throw new UserError(
    'There are too few facts here for a question of this kind.',
    'Try another difficulty, or ask for all sources in /settings.',
  )
}

export async function ask(
  {
    difficulty,
    number,
    after,
    solo,
  }: { difficulty: Difficulty; number: number; after?: QuizForm; solo: boolean },
  context: CommandContext,
): Promise<{ card: Card; later?: LaterUpdate }> {
  const { now, quiz, quizAnswerMs, channel } = context
  const { question, form, seed } = await findQuestion({ difficulty, after, solo }, context)
  recentOf(context, solo).add(question)
  if (channel.guildId !== undefined) await quiz.recordAsked(channel.guildId, questionKey(question), now)
  const deadline = solo ? undefined : Math.ceil((now.getTime() + quizAnswerMs) / 1000)
  const day = toIsoDate(now)
  const state: RoundState = { difficulty, number, form, seed, day, hash: questionHash(question), deadline }
  const card = questionCard(question, state)
  if (solo) return { card }
  const later: LaterUpdate = {
    afterMs: quizAnswerMs,
    customId: packCustomId('quiz', 'show', ...packState(state)),
    async card(messageId) {
      if (!(await close(messageId, number, context))) return undefined
      const answers = await quiz.answersTo(messageId)
      return answerCard(question, state, context.facts, { messageId, answers })
    },
  }
  return { card, later }
}

/** Accepts no further answers to a question, and counts the right ones where there are scores; true for the first call. */
export function close(
  messageId: string,
  question: number,
  { quiz, channel: { guildId, settings }, now }: CommandContext,
): Promise<boolean> {
  const score = guildId !== undefined && settings.quizScores ? { guildId, week: weekOf(now) } : undefined
  return quiz.close({ messageId, question, score }, now)
}

/** The Monday of a week, as yyyy-mm-dd, in UTC. */
export function weekOf(now: Date): string {
  const daysSinceMonday = (now.getUTCDay() + 6) % 7
  return toIsoDate(new Date(now.getTime() - daysSinceMonday * dayMs))
}

/** The question of a button, if the facts still make the same one. */
export function questionOf(state: RoundState, { facts }: CommandContext): QuizQuestion | undefined {
  const question = makeQuestion(state, facts, state.day)
  return question && questionHash(question) === state.hash ? question : undefined
}

/** @throws UserError for a round that began over a day ago, and for a forged id */
export function requireState(parts: readonly string[], { now }: CommandContext): RoundState {
  const state = parseState(parts)
  const age = state ? now.getTime() - Date.parse(state.day) : Infinity
  if (!state || age < -dayMs || age > 2 * dayMs)
    throw new UserError('This round is over.', 'Type /quiz to begin another.')
  return state
}

/** The answer of a question that is closed; `soloUserId` is the one player of a private round. */
export async function shownAnswer(
  state: RoundState,
  { messageId, soloUserId }: { messageId: string; soloUserId?: string | undefined },
  context: CommandContext,
): Promise<Card> {
  const question = questionOf(state, context)
  if (!question) return voidCard(state)
  return answerCard(question, state, context.facts, {
    messageId,
    answers: await context.quiz.answersTo(messageId),
    soloUserId,
  })
}

export function isTimeUp({ deadline }: RoundState, { now }: CommandContext): boolean {
  return deadline !== undefined && now.getTime() > deadline * 1000
}
