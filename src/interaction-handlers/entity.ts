// Renders a page of an entity's card, for pagination buttons and the "See also" menu.
import type { InteractionHandler } from '../core/interaction-handler.ts'
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
