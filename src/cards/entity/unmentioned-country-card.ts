// The card of a country that no article mentions, with a menu of countries that are mentioned.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import type { Entity } from '../../data/model/types.ts'
import { colorForKind } from '../shared/colors.ts'
import type { Card } from '../../core/card.ts'
import { entitySelectMenu } from '../shared/entity-menu.ts'
import { nameWithFlag } from '../shared/format.ts'

export function unmentionedCountryCard(country: Entity, mentioned: readonly Entity[]): Card {
  const embed = new EmbedBuilder()
    .setTitle(nameWithFlag(country))
    .setColor(colorForKind('country'))
    .setDescription('**Ties:** not stated')
  return {
    content: `**${country.name}**: no article here mentions ${country.name}, so its ties are not stated. That does not mean that it has none.`,
    embeds: [embed.toJSON()],
    components: entitySelectMenu(
      'Open a country that the articles mention',
      mentioned,
      packCustomId('entity', ''),
    ),
    viewState: ['entity', '', country.id],
  }
}
