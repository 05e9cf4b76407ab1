// What /quiz and the buttons of its rounds reply, apart from it so that what makes questions is loaded with the first round.
import { textCard, type Card } from '../core/card.ts'
import type { CommandContext } from '../core/context.ts'
import type { ComponentPress } from '../core/interaction-handler.ts'
import type { Reply } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'
import { renderEntityCard, requireEntity } from '../lookup/entity-lookup.ts'
import { boardCard, boardSize, voidCard } from './quiz-cards.ts'
import { ask, close, isTimeUp, questionOf, requireState, shownAnswer, weekOf } from './round.ts'
import { parseDifficulty, parseState, questionsPerRound } from './round-state.ts'

/** Whether a round that begins is for one person alone, so that nobody needs to be waited for. */
function isSolo({ channel }: CommandContext, isEphemeral: boolean): boolean {
  const isDirectMessage = channel.guildId === undefined && channel.isGuildInstalled
  return isEphemeral || isDirectMessage || channel.missingPermission !== undefined
}

async function onAnswer(press: ComponentPress, context: CommandContext): Promise<Reply> {
  const state = requireState(press.args.slice(1), context)
  const question = questionOf(state, context)
  const choice = Number(press.args[8])
  const chosen = question?.choices[choice]
  const { quiz, user } = context
  const isAlone = state.deadline === undefined
  if (!question || !chosen) {
    return isAlone
      ? { type: 'update', card: voidCard(state) }
      : note(
          'The facts have changed since this question was asked, so no answer to it counts. The next one will.',
        )
  }
  if (isTimeUp(state, context))
    return note('Too late: time is up. Press Show the answer if it is not shown yet.')
  const { number } = state
  const answer = { question: number, userId: user.id, choice, isRight: chosen.value === question.right.value }
  const result = await quiz.answer({ ...answer, messageId: press.messageId })
  if (isAlone) {
    await quiz.close({ messageId: press.messageId, question: number }, context.now)
    return {
      type: 'update',
      card: await shownAnswer(state, { messageId: press.messageId, soloUserId: user.id }, context),
    }
  }
  if (result.outcome === 'late')
    return note('Too late: the answer is already shown. The next question is open to all.')
  if (result.outcome === 'answered before')
    return note(
      `You have answered already: **${question.choices[result.choice]?.label ?? ''}**. Each player answers once.`,
    )
  return note(`Your answer: **${chosen.label}**. The answer is shown <t:${state.deadline ?? 0}:R>.`)
}

async function onShow(press: ComponentPress, context: CommandContext): Promise<Reply> {
  const state = requireState(press.args.slice(1), context)
  if (!press.isRequester && !isTimeUp(state, context))
    return note('Until time is up, only the one who began the round can show the answer.')
  if (!(await context.claimOnce(`quiz show ${press.messageId} ${state.number}`)))
    return { type: 'acknowledge' }
  await close(press.messageId, state.number, context)
  return { type: 'update', byAnyone: true, card: await shownAnswer(state, press, context) }
}

/** For how long only the one who began a round can go on after an answer, in seconds. */
const lead = 60

async function onNext(press: ComponentPress, context: CommandContext): Promise<Reply> {
  const { difficulty, number, form, deadline = 0 } = requireState(press.args.slice(1), context)
  const { quiz, user, now } = context
  if (!press.isRequester) {
    const answers = await quiz.answersTo(press.messageId)
    if (!answers.some(({ userId }) => userId === user.id))
      return note(
        'Only the one who began the round, or has answered in it, can go on. Type /quiz to begin one of your own.',
      )
    if (now.getTime() < (deadline + lead) * 1000)
      return note(
        `Only the one who began the round can go on now; everyone who has answered can <t:${deadline + lead}:R>.`,
      )
  }
  if (number >= questionsPerRound) return { type: 'acknowledge' }
  if (!(await context.claimOnce(`quiz next ${press.messageId} ${number}`))) return { type: 'acknowledge' }
  const solo = deadline === 0
  return {
    type: 'update',
    byAnyone: true,
    ...(await ask({ difficulty, number: number + 1, after: form, solo }, context)),
  }
}

function note(text: string): Reply {
  return { type: 'reply', card: textCard(text), ephemeral: true }
}

/** @throws UserError where there are no scores */
export async function renderBoard(week: string, { channel, quiz, now }: CommandContext): Promise<Card> {
  const { guildId, settings } = channel
  if (guildId === undefined || !settings.quizScores) {
    throw new UserError(
      'No scores are kept here.',
      'A member with Manage Server can switch them on for a server in /settings.',
    )
  }
  const thisWeek = weekOf(now)
  const lastWeek = weekOf(new Date(now.getTime() - 7 * 24 * 60 * 60_000))
  const shown = week === lastWeek ? lastWeek : thisWeek
  const other =
    shown === thisWeek ? { label: 'Last week', week: lastWeek } : { label: 'This week', week: thisWeek }
  return boardCard(shown, await quiz.board(guildId, shown, boardSize), other)
}

/** `difficulty` as it was chosen; any if it was not. */
export async function begin(difficulty: string, ephemeral: boolean, context: CommandContext): Promise<Reply> {
  return {
    type: 'reply',
    ephemeral,
    ...(await ask(
      { difficulty: parseDifficulty(difficulty) ?? 'any', number: 1, solo: isSolo(context, ephemeral) },
      context,
    )),
  }
}

/** An answer that was shown, or the copy of it that was shared. */
export async function renderAnswer(
  [action = '', ...parts]: string[],
  context: CommandContext,
): Promise<Card> {
  if (action !== 'shown' && action !== 'copy')
    throw new UserError('There is nothing to show here.', 'Type /quiz to begin a round.')
  const state = parseState(parts)
  if (!state || !questionOf(state, context))
    throw new UserError('The facts have changed since then.', 'Type /quiz to begin a round.')
  const messageId = /^\d{1,20}$/.exec(parts[7] ?? '')?.[0] ?? ''
  const soloUserId = state.deadline === undefined ? context.user.id : undefined
  const card = await shownAnswer(state, { messageId, soloUserId }, context)
  return action === 'copy' ? { ...card, ...card.shared } : card
}

export async function onPress(press: ComponentPress, context: CommandContext): Promise<Reply> {
  const [action, value = ''] = press.args
  switch (action) {
    case 'answer':
      return onAnswer(press, context)
    case 'show':
      return onShow(press, context)
    case 'next':
      return onNext(press, context)
    case 'again':
      return begin(value, press.isEphemeral, context)
    case 'card':
      return {
        type: 'reply',
        ephemeral: true,
        card: renderEntityCard(requireEntity(value, context), context),
      }
    case 'board':
      return { type: 'update', card: await renderBoard(value, context) }
    case undefined:
    default:
      throw new UserError('That button no longer exists.', 'Type /quiz to begin a round.')
  }
}
