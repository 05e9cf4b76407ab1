// "Check claims" in a message's Apps menu: what it states, each with what the sources say, privately; one can be posted.
import { textCard } from '../core/card.ts'
import { defineMessageMenuCommand } from '../core/command.ts'
import { UserError } from '../core/user-error.ts'
import { checkMessage } from '../claims/check-message.ts'
import { claimCard, checkedCard } from '../claims/claims-card.ts'
import { readPacked, requireClaimChecks } from './check.ts'

export default defineMessageMenuCommand({
  name: 'check-claims',
  label: 'Check claims',

  onMessageMenu({ id, content, unread }, context) {
    requireClaimChecks(context)
    const { facts, now } = context
    const card = checkedCard(checkMessage(content, facts, now), facts, {
      unread,
      opens: ['check-claims', id],
      placeholder: 'Answer the message with …',
    })
    return { type: 'reply', card, ephemeral: true }
  },

  async onComponent({ args: [targetId = ''], values: [selected = ''], messageId }, context) {
    requireClaimChecks(context)
    if (!/^\d{17,20}$/.test(targetId))
      throw new UserError("That menu isn't valid.", "Choose Check claims in a message's Apps menu.")
    const { claims, verdict } = readPacked(selected, context)
    // The menu goes away with the first choice, but a second one may already be in flight.
    if (!(await context.claimOnce(`check ${messageId}`))) return { type: 'acknowledge' }
    const card = claimCard(claims, verdict, context.facts)
    return { type: 'update-and-reply-to', update: textCard('Posted.'), card, messageId: targetId }
  },
})
