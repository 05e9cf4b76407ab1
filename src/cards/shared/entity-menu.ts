// Select menus of entities: to disambiguate a name, to suggest similar names, and to open related cards.
import { kindLabel } from '../../data/model/kinds.ts'
import type { Entity } from '../../data/model/types.ts'
import type { Card } from '../../core/card.ts'
import { selectMenuRow } from './components.ts'
import { capitalize } from './format.ts'

/** The placeholder of the menu that opens related cards. */
export const relatedPlaceholder = 'See also: open a related card'

/**
 * A row with a menu of at most 25 entities, whose values are entity ids. `matched` has the names by which entities were
 * found, by id, for their descriptions.
 */
export function entitySelectMenu(
  placeholder: string,
  entities: readonly Entity[],
  customId: string,
  matched: ReadonlyMap<string, string> = new Map(),
): Card['components'] {
  if (entities.length === 0) return []
  return selectMenuRow(
    customId,
    placeholder,
    entities.map((entity) => ({
      label: entity.name,
      value: entity.id,
      description: describe(entity, matched.get(entity.id)),
    })),
  )
}

/** "Country", or "Country, also called ROK". */
function describe(entity: Entity, matched = entity.name): string {
  const kind = capitalize(kindLabel(entity))
  return matched === entity.name ? kind : `${kind}, also called ${matched}`
}

/** A card with one sentence and a menu of entities. */
export function entityMenuCard(
  sentence: string,
  entities: readonly Entity[],
  customId: string,
  matched?: ReadonlyMap<string, string>,
): Card {
  const components = entitySelectMenu('Choose a name', entities, customId, matched)
  return { content: sentence, embeds: [], components }
}
