// What a chat message names: each thing with its answer in one line, and a menu that posts one card as an answer to it.
import { EmbedBuilder } from '@discordjs/builders'
import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { textCard, type Card } from '../../core/card.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { entitySelectMenu } from '../shared/entity-menu.ts'
import { formatList, quoteUserInput } from '../shared/format.ts'

export interface MentionRow {
  entity: Entity
  /** The name as the message has it. */
  matched: string
  /** In one line; asked of what is shown alone, since a message may name far more. */
  summary: () => string
}

const nothingFound = [
  'I know no name in this message.',
  'What stands in code, links, quotes and spoilers is not read, and everyday words do not count. To ask by name, type /about.',
].join(' ')

/** At most 25 things, which is what a menu holds; `unread` names what the message holds besides its content. */
export function mentionsCard(
  found: readonly MentionRow[],
  unread: readonly string[],
  facts: FactSnapshot,
  customId: string,
): Card {
  const note =
    unread.length > 0 ? `\n-# I read only the message text, not its ${formatList(unread, 'or')}.` : ''
  if (found.length === 0) return textCard(nothingFound + note)
  const shown = found.slice(0, limits.selectOptions)
  const room = Math.floor(limits.embedDescription / shown.length) - 1
  const things = `${found.length} ${found.length === 1 ? 'thing' : 'things'}`
  const left = found.length - shown.length
  const embed = new EmbedBuilder()
    .setTitle('Facts in this message')
    .setDescription(shown.map((one) => truncate(line(one), room)).join('\n'))
  return {
    content: `This message names ${things} that I have facts on${left > 0 ? `; the first ${shown.length} are here` : ''}. Choose one below to answer the message with its card, for all to see.${note}`,
    embeds: [embed.toJSON()],
    components: entitySelectMenu(
      'Answer the message with …',
      shown.map(({ entity }) => entity),
      facts,
      customId,
    ),
  }
}

function line({ entity: { name }, matched, summary }: MentionRow): string {
  const isNamed = matched.replace(/^the\s+/i, '').toLowerCase() === name.toLowerCase()
  return isNamed ? `• ${summary()}` : `• ${quoteUserInput(matched, 40)}: ${summary()}`
}
