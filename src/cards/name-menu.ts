// The private menu for a name that means several things, or none that is known.
import { ActionRowBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import type { Entity } from '../data/shapes.ts'
import type { Facts } from '../data/store.ts'
import type { Card } from './card.ts'
import { cut, limits } from './limits.ts'
import { capitalize } from './text.ts'

/** A card with one sentence and a menu of entities; a choice comes back under the custom id with the entity's id. */
export function nameMenu(
  sentence: string,
  entities: readonly Entity[],
  facts: Facts,
  customId: string,
): Card {
  if (entities.length === 0) return { content: sentence, embeds: [], rows: [] }
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId)
    .setPlaceholder('Choose a name')
    .addOptions(
      entities.slice(0, limits.selectOptions).map((entity) => ({
        label: cut(entity.name, limits.optionLabel),
        value: entity.id,
        description: capitalize(facts.kindLabel(entity)),
      })),
    )
  return {
    content: sentence,
    embeds: [],
    rows: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu).toJSON()],
  }
}
