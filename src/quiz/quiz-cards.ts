// The cards of a round: a question with its choices, its answer, and the board of a server.
import { neutralColor } from '../cards/shared/colors.ts'
import { cardButtonLabel, formatDate, pluralize } from '../cards/shared/format.ts'
import { sourcesOf } from '../cards/shared/sources.ts'
import { buttonRow, type Card, type Line } from '../core/card.ts'
import type { QuizAnswer } from '../core/stores.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { QuizQuestion } from './quiz-question.ts'
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
        : [`Anyone here can answer, once. The answer is shown <t:${state.deadline}:R>`],
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
  answers: readonly QuizAnswer[]
  /** The one player of a private round. */
  soloUserId?: string | undefined
}

/** The answer, who gave it, and the way on; after the last question the result of the round. */
export function answerCard(
  question: QuizQuestion,
  state: RoundState,
  facts: FactSnapshot,
  { answers, soloUserId }: RoundResult,
): Card {
  const parts = packState(state)
  const entity = facts.getEntity(question.entity)
  const own = answers.filter(({ question: number }) => number === state.number)
  const solo = own.find(({ userId }) => userId === soloUserId)
  const verdict = solo ? (solo.isRight ? 'Right: ' : 'Not right. It is ') : 'The answer: '
  const [, image] = question.images ?? []
  const lines: Line[] = [
    { label: 'Question', text: question.text },
    ...(soloUserId === undefined
      ? answerLines(question, own)
      : solo && !solo.isRight
        ? [answerLine(question, [solo])]
        : []),
  ]
  const isLast = state.number === questionsPerRound
  return {
    ...headOf(state),
    verdict: { text: `${verdict}**${question.right.label}**. ${question.answer}`, facts: question.facts },
    sections: [{ lines }, ...(isLast ? resultSection(answers) : [])],
    sources: sourcesOf(question.facts, facts),
    controls: buttonRow(
      isLast
        ? { label: 'Another round', opens: ['quiz', 'again', state.difficulty], style: 'primary' }
        : { label: 'Next question', opens: ['quiz', 'next', ...parts], style: 'primary' },
      ...(entity ? [{ label: cardButtonLabel(entity), opens: ['quiz', 'card', entity.id] as const }] : []),
    ),
    viewState: ['quiz', 'shown', ...parts],
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

/** Who chose what, the right choice first. */
function answerLines(question: QuizQuestion, answers: readonly QuizAnswer[]): Line[] {
  if (answers.length === 0) return [{ text: 'Nobody answered.' }]
  return [...Map.groupBy(answers, ({ choice }) => choice).values()]
    .toSorted(([a], [b]) => Number(b?.isRight) - Number(a?.isRight))
    .map((same) => answerLine(question, same))
}

const maxNames = 15

function answerLine({ choices }: QuizQuestion, same: readonly QuizAnswer[]): Line {
  const [first] = same
  const label = choices[first?.choice ?? 0]?.label ?? ''
  return {
    label: first?.isRight ? `✓ ${label}` : `✗ ${label}`,
    text: mentions(same.map(({ userId }) => userId)),
  }
}

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
      text: points.length > 0 ? 'Right answers in rounds for everyone.' : 'Nobody scored in this week.',
    },
    sections:
      points.length > 0
        ? [
            {
              lines: points.map(({ userId, points: own }) => ({
                text: `<@${userId}> ${pluralize(own, 'right answer')}`,
              })),
            },
          ]
        : [],
    controls: buttonRow({ label: other.label, opens: ['quiz', 'board', other.week] }),
  }
}
