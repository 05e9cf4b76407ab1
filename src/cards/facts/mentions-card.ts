// What a chat message asks and mentions: each question with its answer, each entity with its answer in one line, and a
// menu that posts one card as a reply.
import { textCard, type Card, type Line, type ViewState } from '../../core/card.ts'
import type { Entity } from '../../data/model/types.ts'
import { limits, truncate } from '../shared/discord-limits.ts'
import { entityOption } from '../shared/entity-menu.ts'
import { formatList, nameWithFlag, pluralize, quoteUserInput } from '../shared/format.ts'

export interface MentionRow {
  entity: Entity
  /** The name as written in the message. */
  matched: string
  /** In one line; called only for visible rows, since a message may mention far more. */
  summary: () => string
}

/** A question of the message, with its answer. */
export interface AnsweredQuestion {
  asked: string
  verdict: string
  /** The value of its option in the menu. */
  value: string
}

const nothingFound = [
  'I know no name in this message.',
  'I ignore code, links, quotes, spoilers and everyday words. To look up a name, type /about.',
].join(' ')

/** More are only in the menu. */
const maxRows = 5

/** The menu has at most 25 of them; `unread` names the parts of the message besides its text. */
export function mentionsCard(
  mentions: readonly MentionRow[],
  answers: readonly AnsweredQuestion[],
  unread: readonly string[],
  opens: ViewState,
): Card {
  const notes =
    unread.length > 0 ? [`I read only the message text, not its ${formatList(unread, 'or')}.`] : []
  if (mentions.length + answers.length === 0) return { ...textCard(nothingFound), notes }
  const things =
    mentions.length > 0 ? [`names ${pluralize(mentions.length, 'thing')} that I have facts on`] : []
  const questions =
    answers.length > 0 ? [`asks ${pluralize(answers.length, 'question')} that I can answer`] : []
  const asked = answers.map(({ asked: label, value }) => ({ label, value, description: 'Answer' }))
  const left = mentions.length + asked.length - limits.selectOptions
  const first = left > 0 ? ` The first ${limits.selectOptions} are in the menu.` : ''
  return {
    verdict: {
      text: `This message ${[...questions, ...things].join(' and ')}.${first} Choose one to answer it with that card, for all to see.`,
    },
    sections: [
      {
        lines: [
          ...answers.map((answer) => ({ label: answer.asked, text: answer.verdict })),
          ...mentions.slice(0, maxRows).map(lineOf),
        ],
      },
    ],
    notes,
    controls: [
      {
        type: 'menu',
        placeholder: 'Answer the message with …',
        opens,
        options: [...asked, ...mentions.map(({ entity }) => entityOption(entity))],
      },
    ],
  }
}

function lineOf({ entity, matched, summary }: MentionRow): Line {
  const isNamed = matched.replace(/^the\s+/i, '').toLowerCase() === entity.name.toLowerCase()
  const written = isNamed ? '' : `(${quoteUserInput(matched, 40)}) `
  return { label: nameWithFlag(entity), text: written + truncate(summary(), 140) }
}
