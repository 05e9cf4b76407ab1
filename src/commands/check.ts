// /check: what a text claims, each statement with what the sources here say of it.
import type { Reply } from '../core/reply.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { packCustomId } from '../core/custom-id.ts'
import { stringOption } from '../core/options.ts'
import { UserError } from '../core/user-error.ts'
import { reportModal } from '../cards/user/report-modal.ts'
import { checkMessage } from '../claims/check-message.ts'
import { unpackClaims } from '../claims/claim.ts'
import { claimCard, checkedCard } from '../claims/claims-card.ts'
import { wordClaims } from '../claims/claim-wording.ts'
import { judgeClaims } from '../claims/judge-claim.ts'

const maxLength = 400

/** @throws UserError in a server that has switched it off */
export function requireClaimChecks({ channel }: CommandContext): void {
  if (channel.settings.checkClaims) return
  throw new UserError(
    'This server has switched Check claims off.',
    'Members with Manage Server can switch it on in /settings.',
  )
}

/** @throws UserError for claims that cannot be judged any more */
export function readPacked(packed: string, { facts, now }: CommandContext) {
  const claims = unpackClaims(packed, facts)
  const verdict = claims && judgeClaims(claims, facts, now)
  if (!claims || !verdict)
    throw new UserError('That statement can no longer be checked.', 'Type /check to check it again.')
  return { claims, verdict }
}

function render(packed: string, context: CommandContext): Card {
  const { claims, verdict } = readPacked(packed, context)
  return claimCard(claims, verdict, context.facts)
}

/** The modal in which an error in a verdict is reported: it names the claim, and offers the facts used. */
function report(packed: string, context: CommandContext): Reply {
  const { claims, verdict } = readPacked(packed, context)
  const { facts, formatDates } = context
  if (verdict.facts.length === 0)
    throw new UserError(
      'That verdict rests on no fact that could be wrong.',
      'Report the fact itself on its card.',
    )
  const modal = reportModal(
    verdict.facts,
    facts,
    packCustomId('report-fact', facts.revision),
    formatDates,
    `“${wordClaims(claims, facts)}”: `,
  )
  return { type: 'modal', modal }
}

export default defineCommand({
  name: 'check',
  description: 'Check a statement against the sources, such as NATO has 30 members',
  options: { claim: stringOption('What is claimed, in a sentence or a few', { maxLength }) },

  run({ claim }, context) {
    requireClaimChecks(context)
    const { facts, now } = context
    const checked = checkMessage(claim, facts, now)
    const [only, ...others] = checked.checked
    const card =
      only && only.claims.length > 0 && others.length === 0 && checked.unchecked === 0
        ? claimCard(only.claims, only.verdict, facts)
        : checkedCard(checked, facts, {
            unread: [],
            opens: ['check', 'claim'],
            placeholder: 'Open one to share it …',
          })
    return { type: 'reply', card, ephemeral: true }
  },

  onComponent({ args: [action = '', packed], values: [selected = ''] }, context) {
    requireClaimChecks(context)
    if (action === 'report') return report(packed ?? selected, context)
    return { type: 'update', card: render(packed ?? selected, context) }
  },

  render: ([, packed = ''], context) => render(packed, context),
})
