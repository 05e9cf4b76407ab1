// Menus of entities: for a name that means several things or none that is known, and for what stands near a card.
import { ActionRowBuilder, StringSelectMenuBuilder, StringSelectMenuOptionBuilder } from '@discordjs/builders'
import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { Card } from '../../core/card.ts'
import { truncate, limits } from './discord-limits.ts'
import { capitalize } from './format.ts'

/** What stands in the menu that leads from a card to those near it. */
export const relatedPlaceholder = 'See also: open a related card'

/**
 * A row with a menu of at most 25 entities; a choice comes back under the custom id with the entity's id. `matched` has
 * the names by which they were found, by their ids, so that one sees why they are there.
 */
export function entitySelectMenu(
  placeholder: string,
  entities: readonly Entity[],
  facts: FactSnapshot,
  customId: string,
  matched: ReadonlyMap<string, string> = new Map(),
): Card['components'] {
  if (entities.length === 0) return []
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId)
    .setPlaceholder(placeholder)
    .addOptions(
      // Option builders, since plain options cost @discordjs/builders an error each before it takes them.
      entities.slice(0, limits.selectOptions).map((entity) =>
        new StringSelectMenuOptionBuilder()
          .setLabel(truncate(entity.name, limits.optionLabel))
          .setValue(entity.id)
          .setDescription(
            truncate(describe(entity, facts, matched.get(entity.id)), limits.optionDescription),
          ),
      ),
    )
  return [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu).toJSON()]
}

/** "Country", or "Country, also called ROK". */
function describe(entity: Entity, facts: FactSnapshot, matched = entity.name): string {
  const kind = capitalize(facts.kindLabel(entity))
  return matched === entity.name ? kind : `${kind}, also called ${matched}`
}

/** A card with one sentence and a menu of entities. */
export function entityMenuCard(
  sentence: string,
  entities: readonly Entity[],
  facts: FactSnapshot,
  customId: string,
  matched?: ReadonlyMap<string, string>,
): Card {
  const components = entitySelectMenu('Choose a name', entities, facts, customId, matched)
  return { content: sentence, embeds: [], components }
}
