// /check: what a text claims, each statement with what the sources here say of it.
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { stringOption } from '../core/options.ts'
import { UserError } from '../core/user-error.ts'
import { once } from '../data/model/memoize.ts'

const maxLength = 400

const loadReplies = once(() => import('../claims/claim-replies.ts'))

/** @throws UserError in a server that has switched it off */
export function requireClaimChecks({ channel }: CommandContext): void {
  if (channel.settings.checkClaims) return
  throw new UserError(
    'This server has switched Check claims off.',
    'Members with Manage Server can switch it on in /settings.',
  )
}

export default defineCommand({
  name: 'check',
  description: 'Check a statement against the sources, such as NATO has 30 members',
  options: { claim: stringOption('What is claimed, in a sentence or a few', { maxLength }) },

  async run({ claim }, context) {
    requireClaimChecks(context)
    const { checkText } = await loadReplies()
    return { type: 'reply', card: checkText(claim, context), ephemeral: true }
  },

  async onComponent({ args: [action = '', packed], values: [selected = ''] }, context) {
    requireClaimChecks(context)
    const { renderClaim, reportClaim } = await loadReplies()
    if (action === 'report') return reportClaim(packed ?? selected, context)
    return { type: 'update', card: await renderClaim(packed ?? selected, context) }
  },

  render: async ([, packed = ''], context) => (await loadReplies()).renderClaim(packed, context),
})
