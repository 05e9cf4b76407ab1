// What a chat message mentions: each entity with a one-line summary, and a menu that posts one card as a reply.
import { EmbedBuilder } from '@discordjs/builders'
import type { Entity } from '../../data/model/types.ts'
import { textCard, type Card } from '../../core/card.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { entitySelectMenu } from '../shared/entity-menu.ts'
import { formatList, pluralize, quoteUserInput } from '../shared/format.ts'

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

/** At most 25 rows, the size of a menu; `unread` names the parts of the message besides its text. */
export function mentionsCard(
  mentions: readonly MentionRow[],
  unread: readonly string[],
  customId: string,
): Card {
  const note =
    unread.length > 0 ? `\n-# I read only the message text, not its ${formatList(unread, 'or')}.` : ''
  if (mentions.length === 0) return textCard(nothingFound + note)
  const visible = mentions.slice(0, limits.selectOptions)
  const maxRowLength = Math.floor(limits.embedDescription / visible.length) - 1
  const left = mentions.length - visible.length
  const embed = new EmbedBuilder()
    .setTitle('Facts in this message')
    .setDescription(visible.map((mention) => truncate(formatRow(mention), maxRowLength)).join('\n'))
  return {
    content: `This message names ${pluralize(mentions.length, 'thing')} that I have facts on${left > 0 ? `; the first ${visible.length} are here` : ''}. Choose one below to answer the message with its card, for all to see.${note}`,
    embeds: [embed.toJSON()],
    components: entitySelectMenu(
      'Answer the message with …',
      visible.map(({ entity }) => entity),
      customId,
    ),
  }
}

function formatRow({ entity: { name }, matched, summary }: MentionRow): string {
  const isNamed = matched.replace(/^the\s+/i, '').toLowerCase() === name.toLowerCase()
  return isNamed ? `• ${summary()}` : `• ${quoteUserInput(matched, 40)}: ${summary()}`
}
