// What /check and "Check claims" reply, apart from them so that the reader of claims is loaded when a text is first checked.
import { reportModal } from '../cards/user/report-modal.ts'
import type { Card } from '../core/card.ts'
import type { CommandContext } from '../core/context.ts'
import { packCustomId } from '../core/custom-id.ts'
import type { Reply } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'
import { checkMessage } from './check-message.ts'
import { unpackClaims } from './claim.ts'
import { wordClaims } from './claim-wording.ts'
import { checkedCard, claimCard, type CheckedCardOptions } from './claims-card.ts'
import { judgeClaims } from './judge-claim.ts'

/** A card of the claim alone if the text is one claim, and otherwise one of all that it claims. */
export function checkText(text: string, { facts, now }: CommandContext): Card {
  const checked = checkMessage(text, facts, now)
  const [only, ...others] = checked.checked
  return only && only.claims.length > 0 && others.length === 0 && checked.unchecked === 0
    ? claimCard(only.claims, only.verdict, facts)
    : checkedCard(checked, facts, {
        unread: [],
        opens: ['check', 'claim'],
        placeholder: 'Open one to share it …',
      })
}

export function checkPost(
  content: string,
  options: CheckedCardOptions,
  { facts, now }: CommandContext,
): Card {
  return checkedCard(checkMessage(content, facts, now), facts, options)
}

/** @throws UserError for claims that cannot be judged any more */
function readPacked(packed: string, { facts, now }: CommandContext) {
  const claims = unpackClaims(packed, facts)
  const verdict = claims && judgeClaims(claims, facts, now)
  if (!claims || !verdict)
    throw new UserError('That statement can no longer be checked.', 'Type /check to check it again.')
  return { claims, verdict }
}

/** @throws UserError for claims that cannot be judged any more */
export function renderClaim(packed: string, context: CommandContext): Card {
  const { claims, verdict } = readPacked(packed, context)
  return claimCard(claims, verdict, context.facts)
}

/** The modal in which an error in a verdict is reported: it names the claim, and offers the facts used. */
export function reportClaim(packed: string, context: CommandContext): Reply {
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
