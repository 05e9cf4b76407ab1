// "Check claims" in a message's Apps menu: what it states, each with what the sources say, privately; one can be posted.
import { textCard } from '../core/card.ts'
import { defineMessageMenuCommand } from '../core/command.ts'
import { UserError } from '../core/user-error.ts'
import { once } from '../data/model/memoize.ts'
import { requireClaimChecks } from './check.ts'

const loadReplies = once(() => import('../claims/claim-replies.ts'))

export default defineMessageMenuCommand({
  name: 'check-claims',
  label: 'Check claims',

  async onMessageMenu({ id, content, unread }, context) {
    requireClaimChecks(context)
    const { checkPost } = await loadReplies()
    const options = { unread, opens: ['check-claims', id], placeholder: 'Answer the message with …' } as const
    return { type: 'reply', card: checkPost(content, options, context), ephemeral: true }
  },

  async onComponent({ args: [targetId = ''], values: [selected = ''], messageId }, context) {
    requireClaimChecks(context)
    if (!/^\d{17,20}$/.test(targetId))
      throw new UserError("That menu isn't valid.", "Choose Check claims in a message's Apps menu.")
    const { renderClaim } = await loadReplies()
    const card = await renderClaim(selected, context)
    // The menu goes away with the first choice, but a second one may already be in flight.
    if (!(await context.claimOnce(`check ${messageId}`))) return { type: 'acknowledge' }
    return { type: 'update-and-reply-to', update: textCard('Posted.'), card, messageId: targetId }
  },
})
