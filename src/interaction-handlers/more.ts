// "More": everything that a first answer leaves out, only to the user who asks; the pages of it replace each other.
import { moreCard } from '../cards/entity/more-card.ts'
import { decodeDate } from '../core/custom-id.ts'
import type { InteractionHandler } from '../core/interaction-handler.ts'
import type { Card } from '../core/card.ts'
import type { CommandContext } from '../core/context.ts'
import { requireEntity } from '../lookup/entity-lookup.ts'

function render([day, id, page = '0']: readonly string[], context: CommandContext): Card {
  const { facts, now } = context
  // The value of a menu option is the page and the number of the topic.
  return moreCard(requireEntity(id, context), {
    facts: facts.asOf(decodeDate(day)),
    now,
    page: parseInt(page, 10),
  })
}

export default {
  name: 'more',
  render,
  onComponent({ args, values }, context) {
    const card = render([...args, ...values], context)
    return args.length + values.length > 2
      ? { type: 'update', card }
      : { type: 'reply', card, ephemeral: true }
  },
} satisfies InteractionHandler
