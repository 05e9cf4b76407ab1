// "Find facts" in a message's Apps menu: what the message asks and mentions, privately; the chosen card replies to it.
import { mentionsCard } from '../cards/facts/mentions-card.ts'
import { textCard } from '../core/card.ts'
import { defineMessageMenuCommand } from '../core/command.ts'
import { UserError } from '../core/user-error.ts'
import { once } from '../data/model/memoize.ts'
import { requireEntity, renderEntityCard } from '../lookup/entity-lookup.ts'

const loadReplies = once(() => import('../questions/replies.ts'))

export default defineMessageMenuCommand({
  name: 'find-facts',
  label: 'Find facts',

  async onMessageMenu({ id, content, unread }, context) {
    const mentions = context.facts.mentionsIn(content).map(({ entity: entityId, matched }) => {
      const entity = requireEntity(entityId, context)
      return { entity, matched, summary: () => renderEntityCard(entity, context).verdict?.text ?? '' }
    })
    const { answersIn } = await loadReplies()
    const answers = answersIn(content, context)
    const card = mentionsCard(mentions, answers, unread, ['find-facts', id])
    return { type: 'reply', card, ephemeral: true }
  },

  async onComponent({ args: [targetId = ''], values: [selected], messageId }, context) {
    if (!/^\d{17,20}$/.test(targetId)) {
      throw new UserError("That menu isn't valid.", "Choose Find facts in a message's Apps menu.")
    }
    const [target = '', ...view] = (selected ?? '').split(':')
    const card =
      target === 'ask'
        ? await context.renderView(['ask', ...view])
        : renderEntityCard(requireEntity(selected, context), context)
    // The menu goes away with the first choice, but a second one may already be in flight.
    if (!(await context.claimOnce(`find ${messageId}`))) return { type: 'acknowledge' }
    return { type: 'update-and-reply-to', update: textCard('Posted.'), card, messageId: targetId }
  },
})
