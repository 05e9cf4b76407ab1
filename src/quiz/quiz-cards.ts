// The cards of a round: a question with its choices, its answer, and the board of a server.
import { neutralColor } from '../cards/shared/colors.ts'
import { cardButtonLabel, formatDate, pluralize } from '../cards/shared/format.ts'
import { sourcesOf } from '../cards/shared/sources.ts'
import { buttonRow, type Card, type Line } from '../core/card.ts'
import type { QuizAnswer } from '../core/stores.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { the } from '../questions/wording.ts'
import type { QuizChoice, QuizQuestion } from './quiz-question.ts'
import { packState, questionsPerRound, type RoundState } from './round-state.ts'

const quizColor = 0xc9a227

export function questionCard(question: QuizQuestion, state: RoundState): Card {
  const parts = packState(state)
  const [image] = question.images ?? []
  return {
    ...headOf(state),
    verdict: { text: question.text },
    notes:
      state.deadline === undefined
        ? []
        : [
            'Everyone here can answer once; an answer cannot be changed',
            `The answer is shown <t:${state.deadline}:R>`,
          ],
    controls: [
      ...buttonRow(
        ...question.choices.map(({ label }, index) => ({
          label,
          opens: ['quiz', 'answer', ...parts, index] as const,
        })),
      ),
      ...(state.deadline === undefined
        ? []
        : buttonRow({ label: 'Show the answer', opens: ['quiz', 'show', ...parts] })),
    ],
    ...(image && { image, showImage: true }),
  }
}

export interface RoundResult {
  messageId: string
  answers: readonly QuizAnswer[]
  /** The one player of a private round. */
  soloUserId?: string | undefined
}

/** The answer, who gave it, and the way on; after the last question the result of the round. */
export function answerCard(
  question: QuizQuestion,
  state: RoundState,
  facts: FactSnapshot,
  { messageId, answers, soloUserId }: RoundResult,
): Card {
  const parts = packState(state)
  const entity = facts.getEntity(question.entity)
  const own = answers.filter(({ question: number }) => number === state.number)
  const solo = own.find(({ userId }) => userId === soloUserId)
  const country = facts.getEntity(question.right.value)
  const verdict = (before: string) => ({
    text: `${before}**${country ? the(country) : question.right.label}**. ${question.answer}`,
    facts: question.facts,
  })
  const [, image] = question.images ?? []
  const isLast = state.number === questionsPerRound
  const sections = (shown: readonly Line[]) => [{ lines: shown }, ...(isLast ? resultSection(answers) : [])]
  return {
    ...headOf(state),
    notice: question.text,
    verdict: verdict(solo ? (solo.isRight ? 'Right: ' : 'Not right. It is ') : 'The answer: '),
    sections: sections(solo ? [soloLine(question, solo)] : answerLines(question, own)),
    sources: sourcesOf(question.facts, facts),
    controls: buttonRow(
      isLast
        ? { label: 'Another round', opens: ['quiz', 'again', state.difficulty], style: 'primary' }
        : { label: 'Next question', opens: ['quiz', 'next', ...parts], style: 'primary' },
      ...(entity
        ? [{ label: cardButtonLabel(entity, 'About it'), opens: ['quiz', 'card', entity.id] as const }]
        : []),
    ),
    viewState: ['quiz', 'shown', ...parts, messageId],
    shared: {
      heading: { text: 'From a quiz' },
      verdict: verdict('The answer: '),
      sections: sections(answerLines(question, own)),
      controls: [],
      viewState: ['quiz', 'copy', ...parts, messageId],
    },
    facts: question.facts,
    ...(image && { image, showImage: true }),
  }
}

/** A question that can no longer be found again as it was asked. */
export function voidCard(state: RoundState): Card {
  return {
    ...headOf(state),
    verdict: { text: 'The facts have changed since this question was asked, so it does not count.' },
    controls: buttonRow(
      state.number === questionsPerRound
        ? { label: 'Another round', opens: ['quiz', 'again', state.difficulty], style: 'primary' }
        : { label: 'Next question', opens: ['quiz', 'next', ...packState(state)], style: 'primary' },
    ),
  }
}

function headOf({ number, difficulty }: RoundState): Pick<Card, 'heading' | 'color'> {
  const level = difficulty === 'any' ? '' : `, ${difficulty}`
  return { heading: { text: `Quiz: question ${number} of ${questionsPerRound}${level}` }, color: quizColor }
}

/** The four choices, with who chose them. */
function answerLines(question: QuizQuestion, answers: readonly QuizAnswer[]): Line[] {
  if (answers.length === 0) {
    const labels = question.choices.map(({ label }) => label).join(' · ')
    return [{ text: `Nobody answered: ${labels}` }]
  }
  return question.choices.map((choice, index) => ({
    label: marked(choice, question),
    text: mentions(answers.filter((answer) => answer.choice === index).map(({ userId }) => userId)),
  }))
}

function soloLine(question: QuizQuestion, { choice: chosen }: QuizAnswer): Line {
  const labels = question.choices.map((choice, index) =>
    index === chosen ? `**${marked(choice, question)}**` : marked(choice, question),
  )
  return { text: labels.join(' · ') }
}

function marked({ label, value }: QuizChoice, { right }: QuizQuestion): string {
  return `${value === right.value ? '✓' : '✗'} ${label}`
}

const maxNames = 15

/** Shown as names and pinging nobody. */
function mentions(userIds: readonly string[]): string {
  const shown = userIds.slice(0, maxNames).map((id) => `<@${id}>`)
  return [...shown, ...(userIds.length > maxNames ? [`and ${userIds.length - maxNames} more`] : [])].join(' ')
}

function resultSection(answers: readonly QuizAnswer[]) {
  const byPlayer = Map.groupBy(answers, ({ userId }) => userId)
  const byCount = Map.groupBy(
    byPlayer.keys(),
    (id) => byPlayer.get(id)?.filter(({ isRight }) => isRight).length ?? 0,
  )
  const lines = [...byCount]
    .toSorted(([a], [b]) => b - a)
    .map(([count, ids]): Line => ({ label: `${count} of ${questionsPerRound}`, text: mentions(ids) }))
  return lines.length > 0 ? [{ heading: 'Result of the round', lines }] : []
}

export const boardSize = 20

/** `week` is its Monday, as yyyy-mm-dd. */
export function boardCard(
  week: string,
  points: readonly { userId: string; points: number }[],
  other: { label: string; week: string },
): Card {
  return {
    heading: { text: `Quiz: week of ${formatDate(week)}` },
    color: points.length > 0 ? quizColor : neutralColor,
    verdict: {
      text:
        points.length > 0
          ? 'Right answers in rounds that everyone here could play.'
          : `Nobody scored ${other.label === 'Last week' ? 'this' : 'last'} week.`,
    },
    sections:
      points.length > 0
        ? [
            {
              lines: points.map(({ userId, points: own }) => ({
                text: `${points.findIndex((each) => each.points === own) + 1}. <@${userId}> ${pluralize(own, 'right answer')}`,
              })),
            },
          ]
        : [],
    controls: buttonRow({ label: other.label, opens: ['quiz', 'board', other.week] }),
  }
}
