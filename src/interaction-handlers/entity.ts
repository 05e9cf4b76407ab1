// Opens an entity's card at a page: the buttons that turn pages and the menu "See also".
import type { InteractionHandler } from '../core/command.ts'
import { decodeDate } from '../core/custom-id.ts'
import { requireEntity, renderEntityCard } from '../lookup/entity-lookup.ts'

export default {
  name: 'entity',
  render([day, entity, page = '0'], context) {
    return renderEntityCard(requireEntity(entity, context), context, {
      page: Number(page),
      day: decodeDate(day),
    })
  },
} satisfies InteractionHandler
