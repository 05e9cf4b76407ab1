// Menus of entities: to disambiguate a name, to suggest similar names, and to open related cards.
import { kindLabel } from '../../data/model/kinds.ts'
import type { Entity } from '../../data/model/types.ts'
import type { Card, Control, MenuOption, ViewState } from '../../core/card.ts'
import { capitalize } from './format.ts'

/** The placeholder of the menu that opens related cards. */
export const relatedPlaceholder = 'See also'

/**
 * A menu of at most 25 entities, whose values are entity ids; none for no entities. `matched` has the names by which
 * entities were found, by id, for their descriptions.
 */
export function entityMenu(
  placeholder: string,
  entities: readonly Entity[],
  opens: ViewState,
  matched: ReadonlyMap<string, string> = new Map(),
): Control[] {
  if (entities.length === 0) return []
  const options = entities.map((entity) => entityOption(entity, matched.get(entity.id)))
  return [{ type: 'menu', placeholder, opens, options }]
}

export function entityOption(entity: Entity, matched?: string): MenuOption {
  return { label: entity.name, value: entity.id, description: describe(entity, matched) }
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
  opens: ViewState,
  matched?: ReadonlyMap<string, string>,
): Card {
  return { verdict: { text: sentence }, controls: entityMenu('Choose a name', entities, opens, matched) }
}
