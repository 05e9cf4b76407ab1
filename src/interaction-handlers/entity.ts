// Opens an entity's card at a page: the buttons that turn pages and the menu "See also".
import type { Action } from '../core/command.ts'
import { parseDay } from '../core/custom-id.ts'
import { knownEntity, openCard } from '../lookup/entity-lookup.ts'

export default {
  name: 'open',
  open([day, entity, page = '0'], context) {
    return openCard(knownEntity(entity, context), context, { page: Number(page), day: parseDay(day) })
  },
} satisfies Action
