// A single fact: its statement, its entity, and its article, section and date.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'
import { labelFor } from '../entity/classification.ts'
import { entitySelectMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { isOutdatedAt, citationLine } from '../shared/source-footnotes.ts'
import { formatValue, nameWithFlag } from '../shared/format.ts'

/** `about`: the id of the requested entity or '', so that "Another" stays with it. */
export function factCard(
  fact: Fact,
  about: string,
  { facts, now }: { facts: FactSnapshot; now: Date },
): Card {
  const entity = facts.getEntity(fact.entity)
  const value = formatValue(fact.value, facts.getEntity)
  const embed = new EmbedBuilder()
    .setColor(neutralColor)
    .setTitle(entity ? nameWithFlag(entity) : fact.entity)
    .setDescription(
      [
        `**${labelFor(entity, fact.attribute)}:** ${value}`,
        citationLine([fact], facts.getArticle, isOutdatedAt(now)),
      ].join('\n'),
    )
  const valueEntity = fact.value.type === 'entity' ? [fact.value.entity] : []
  const related = [fact.entity, ...valueEntity, ...fact.mentions]
  const subject = facts.getEntity(about)
  const pool = subject ? `about ${subject.name}` : `of ${facts.count}`
  embed.setFooter({ text: `One fact ${pool}` })
  return {
    content: fact.statement,
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow(button(ButtonStyle.Primary, 'Another', packCustomId('fact', about))),
      ...entitySelectMenu(
        relatedPlaceholder,
        [...new Set(related)].flatMap((id) => facts.getEntity(id) ?? []),
        packCustomId('entity', ''),
      ),
    ],
    viewState: ['fact', about, fact.id],
    facts: [fact],
  }
}
