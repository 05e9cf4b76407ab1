// What a chat message mentions: each entity with its answer in one line, and a menu that posts one card as a reply.
import { textCard, type Card, type Line, type ViewState } from '../../core/card.ts'
import type { Entity } from '../../data/model/types.ts'
import { limits, truncate } from '../shared/discord-limits.ts'
import { entityMenu } from '../shared/entity-menu.ts'
import { formatList, nameWithFlag, pluralize, quoteUserInput } from '../shared/format.ts'

export interface MentionRow {
  entity: Entity
  /** The name as written in the message. */
  matched: string
  /** In one line; called only for visible rows, since a message may mention far more. */
  summary: () => string
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
  unread: readonly string[],
  opens: ViewState,
): Card {
  const notes =
    unread.length > 0 ? [`I read only the message text, not its ${formatList(unread, 'or')}.`] : []
  if (mentions.length === 0) return { ...textCard(nothingFound), notes }
  const count = pluralize(mentions.length, 'thing')
  const left = mentions.length - limits.selectOptions
  const first = left > 0 ? ` The first ${limits.selectOptions} are in the menu.` : ''
  return {
    verdict: {
      text: `This message names ${count} that I have facts on.${first} Choose one to answer it with that card, for all to see.`,
    },
    sections: [{ lines: mentions.slice(0, maxRows).map(lineOf) }],
    notes,
    controls: entityMenu(
      'Answer the message with …',
      mentions.map(({ entity }) => entity),
      opens,
    ),
  }
}

function lineOf({ entity, matched, summary }: MentionRow): Line {
  const isNamed = matched.replace(/^the\s+/i, '').toLowerCase() === entity.name.toLowerCase()
  const written = isNamed ? '' : `(${quoteUserInput(matched, 40)}) `
  return { label: nameWithFlag(entity), text: written + truncate(summary(), 140) }
}
