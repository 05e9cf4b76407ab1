// A country that no article mentions: that nothing is known of it is said, and the countries are offered of which there is.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { colorForKind } from '../shared/colors.ts'
import type { Card } from '../../core/card.ts'
import { entitySelectMenu } from '../shared/entity-menu.ts'
import { nameWithFlag } from '../shared/format.ts'

export function unmentionedCard(country: Entity, mentioned: readonly Entity[], facts: FactSnapshot): Card {
  const embed = new EmbedBuilder()
    .setTitle(nameWithFlag(country))
    .setColor(colorForKind('country'))
    .setDescription('**Ties:** not stated')
  return {
    content: `**${country.name}**: no article here mentions ${country.name}, so its ties are not stated. That does not mean that it has none.`,
    embeds: [embed.toJSON()],
    components: entitySelectMenu(
      'Open a country that the articles speak of',
      mentioned,
      facts,
      packCustomId('entity', ''),
    ),
    viewState: ['entity', '', country.id],
  }
}
