// Renders the first answer about an entity, for the "See also" menu and the steps of an as-of view.
import type { InteractionHandler } from '../core/interaction-handler.ts'
import { decodeDate } from '../core/custom-id.ts'
import { requireEntity, renderEntityCard } from '../lookup/entity-lookup.ts'

export default {
  name: 'entity',
  render([day, entity], context) {
    return renderEntityCard(requireEntity(entity, context), context, { day: decodeDate(day) })
  },
} satisfies InteractionHandler
