// What /check and "Check claims" reply, apart from them so that the reader of claims is loaded when a text is first checked.
import { reportModal } from '../cards/user/report-modal.ts'
import type { Card } from '../core/card.ts'
import type { CommandContext } from '../core/context.ts'
import { packCustomId } from '../core/custom-id.ts'
import type { Reply } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'
import { checkMessage } from './check-message.ts'
import { packClaims, unpackClaims } from './claim.ts'
import { wordClaims } from './claim-wording.ts'
import { checkedCard, claimCard, type CheckedCardOptions, type PackClaims } from './claims-card.ts'
import { judgeClaims } from './judge-claim.ts'

/** Of claims in an option or a custom id; longer ones are kept, and told by a key after a sign that no form has. */
const maxPackedLength = 70
const ofKey = '='

function packer({ facts, longQueries }: CommandContext): PackClaims {
  return (claims) => {
    const packed = packClaims(claims, facts)
    if (packed === '') return undefined
    return packed.length <= maxPackedLength ? packed : `${ofKey}${longQueries.keep(packed)}`
  }
}

/** A card of the claim alone if the text is one claim, and otherwise one of all that it claims. */
export function checkText(text: string, context: CommandContext): Card {
  const { facts, now } = context
  const pack = packer(context)
  const checked = checkMessage(text, facts, now)
  const [only, ...others] = checked.checked
  return only && only.claims.length > 0 && others.length === 0 && checked.unchecked === 0
    ? claimCard(only.claims, only.verdict, facts, pack)
    : checkedCard(checked, facts, {
        unread: [],
        opens: ['check', 'claim'],
        placeholder: 'Open one to share it …',
        pack,
      })
}

export function checkPost(
  content: string,
  options: Omit<CheckedCardOptions, 'pack'>,
  context: CommandContext,
): Card {
  const { facts, now } = context
  return checkedCard(checkMessage(content, facts, now), facts, { ...options, pack: packer(context) })
}

/** @throws UserError for claims that cannot be judged any more */
async function readPacked(packed: string, { facts, now, longQueries }: CommandContext) {
  const kept = packed.startsWith(ofKey) ? await longQueries.read(packed.slice(ofKey.length)) : packed
  const claims = kept === undefined ? undefined : unpackClaims(kept, facts)
  const verdict = claims && judgeClaims(claims, facts, now)
  if (!claims || !verdict)
    throw new UserError('That statement can no longer be checked.', 'Type /check to check it again.')
  return { claims, verdict }
}

/** @throws UserError for claims that cannot be judged any more */
export async function renderClaim(packed: string, context: CommandContext): Promise<Card> {
  const { claims, verdict } = await readPacked(packed, context)
  return claimCard(claims, verdict, context.facts, packer(context))
}

/** The modal in which an error in a verdict is reported: it names the claim, and offers the facts used. */
export async function reportClaim(packed: string, context: CommandContext): Promise<Reply> {
  const { claims, verdict } = await readPacked(packed, context)
  const { facts, formatDates } = context
  if (verdict.facts.length === 0)
    throw new UserError(
      'That verdict rests on no fact that could be wrong.',
      'Report the fact itself on its card.',
    )
  const modal = reportModal(verdict.facts, facts, packCustomId('report-fact', facts.revision), formatDates, {
    fact: 'Which fact is it about?',
    text: 'What is wrong?',
    hint: "The fact, or how the words were read? Don't include private information.",
    start: `“${wordClaims(claims, facts)}”: `,
  })
  return { type: 'modal', modal }
}
