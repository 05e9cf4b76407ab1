// One fact by itself: its sentence, what it is about, and the article, section and date it is from.
import { ButtonStyle, EmbedBuilder } from 'discord.js'
import { packCustomId } from '../custom-id.ts'
import type { Fact } from '../data/shapes.ts'
import type { Facts } from '../data/store.ts'
import { plainAccent } from './accents.ts'
import { button, buttonRow } from './buttons.ts'
import type { Card } from './card.ts'
import { cut } from './limits.ts'
import { isOldAt, sourceLine } from './sources.ts'
import { formatValue, nameWithFlag } from './text.ts'

/** A name on a button is cut to this; Discord takes 80 characters. */
const labelLength = 60

/** `about` is what facts were asked for, as an entity's id or '', so that "Another" stays with it. */
export function factCard(fact: Fact, about: string, { facts, now }: { facts: Facts; now: Date }): Card {
  const entity = facts.entity(fact.entity)
  const value = formatValue(fact.value, facts.entity)
  const embed = new EmbedBuilder()
    .setColor(plainAccent)
    .setTitle(entity ? nameWithFlag(entity) : fact.entity)
    .setDescription(
      [
        `**${facts.attributeLabel(fact.attribute)}:** ${value}`,
        sourceLine([fact], facts.article, isOldAt(now)),
      ].join('\n'),
    )
  const named = facts.entity(about)
  const among = named ? `about ${named.name}` : `of ${facts.count}`
  embed.setFooter({ text: `One fact ${among}` })
  return {
    content: fact.statement,
    embeds: [embed.toJSON()],
    rows: buttonRow(
      button(ButtonStyle.Primary, 'Another', packCustomId('fact', about)),
      button(
        ButtonStyle.Secondary,
        `All about ${cut(entity?.name ?? '', labelLength)}`,
        packCustomId('open', '', fact.entity),
      ),
    ),
    view: ['fact', about, fact.id],
    facts: [fact],
  }
}
