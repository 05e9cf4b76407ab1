// A country that no article mentions: that nothing is known of it is said, and the countries are offered of which there is.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../custom-id.ts'
import type { Entity } from '../data/shapes.ts'
import type { Facts } from '../data/store.ts'
import { accentOf } from './accents.ts'
import type { Card } from './card.ts'
import { entityMenu } from './name-menu.ts'
import { nameWithFlag } from './text.ts'

export function unmentionedCard(country: Entity, mentioned: readonly Entity[], facts: Facts): Card {
  const embed = new EmbedBuilder()
    .setTitle(nameWithFlag(country))
    .setColor(accentOf('country'))
    .setDescription('**Ties:** not stated')
  return {
    content: `**${country.name}**: no article here mentions ${country.name}, so its ties are not stated. That does not mean that it has none.`,
    embeds: [embed.toJSON()],
    rows: entityMenu('Open a country that the articles speak of', mentioned, facts, packCustomId('open', '')),
    view: ['open', '', country.id],
  }
}
