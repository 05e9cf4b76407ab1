// The card of a checked message, and that of one claim, which can be posted and reported.
import { neutralColor } from '../cards/shared/colors.ts'
import { limits, truncate } from '../cards/shared/discord-limits.ts'
import { escapeText, formatList, pluralize, quoteUserInput } from '../cards/shared/format.ts'
import { citeFewestSources, factsIn, sourcesOf } from '../cards/shared/sources.ts'
import { textCard, type Card, type Control, type ViewState } from '../core/card.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { CheckedMessage, CheckedSentence, Claim, Verdict } from './claim.ts'
import { wordClaims } from './claim-wording.ts'

const maxQuote = 120
const maxText = 400
const maxSkippedQuote = 40
/** Of all quotes and verdicts together: Discord allows 4000 characters in a message. */
const maxTotal = 3000

const nothingChecked = [
  'I found nothing here that I can check.',
  'I check plain statements about alliances, exercises, troops and defense spending: who is in what, since when, how many. Questions, opinions, predictions and quotations are left out.',
].join(' ')

export interface CheckedCardOptions {
  /** What was not read: "files". */
  unread: readonly string[]
  /** Opens the claim that is chosen; none for a card without a menu. */
  opens: ViewState
  placeholder: string
  pack: PackClaims
}

/** What a button or an option tells the claims of a sentence by; undefined if there are none. */
export type PackClaims = (claims: readonly Claim[]) => string | undefined

/** Each statement with its verdict; the menus open or post one, and report an error in one. */
export function checkedCard(
  { checked, unchecked, skipped, isForeign }: CheckedMessage,
  facts: FactSnapshot,
  { unread, opens, placeholder, pack }: CheckedCardOptions,
): Card {
  const notes = [
    ...(unchecked > 0 ? [notChecked(unchecked, checked.length > 0 ? skipped : [])] : []),
    ...(isForeign ? ['I read English only'] : []),
    ...(unread.length > 0 ? [`I read only text, not ${formatList(unread, 'or')}`] : []),
  ]
  if (checked.length === 0) return { ...textCard(nothingChecked), notes }
  const most = Math.min(maxText, Math.floor(maxTotal / checked.length) - maxQuote)
  const texts = checked.map((one) => ({
    text: `${quoteUserInput(one.sentence, maxQuote)}\n**${one.verdict.kind}.** ${truncate(one.verdict.text, most)}`,
    facts: one.verdict.facts,
  }))
  const lines = citeFewestSources(
    texts,
    texts.flatMap((text) => text.facts),
  )
  const sections = lines.map((line) => ({ lines: [line] }))
  const options = checked.flatMap((one) => optionOf(one, pack(one.claims), facts))
  const menu = (label: string, view: ViewState): Control[] =>
    options.length > 0 ? [{ type: 'menu', placeholder: label, opens: view, options }] : []
  return {
    color: neutralColor,
    verdict: { text: `What the sources here say of ${pluralize(checked.length, 'statement')}:` },
    sections,
    sources: sourcesOf(factsIn(undefined, sections), facts),
    notes,
    controls: [...menu(placeholder, opens), ...menu('Report an error in …', ['check', 'report'])],
  }
}

/** How many, and a few of them. */
function notChecked(count: number, skipped: readonly string[]): string {
  const shown = skipped.map((sentence) => quoteUserInput(sentence, maxSkippedQuote))
  const some = shown.length === 0 ? '' : `${shown.length < count ? ', among them' : ':'} ${formatList(shown)}`
  return `${pluralize(count, 'statement')} not checked${some}`
}

function optionOf({ claims, verdict }: CheckedSentence, value: string | undefined, facts: FactSnapshot) {
  if (value === undefined) return []
  return [
    { label: truncate(wordClaims(claims, facts), limits.optionLabel), value, description: verdict.kind },
  ]
}

/** One statement in our words, with its verdict. */
export function claimCard(
  claims: readonly Claim[],
  verdict: Verdict,
  facts: FactSnapshot,
  pack: PackClaims,
): Card {
  const packed = pack(claims)
  const [said] = citeFewestSources(
    [{ text: `**${verdict.kind}.** ${verdict.text}`, facts: verdict.facts }],
    verdict.facts,
  )
  const cited = said?.facts ?? []
  const [first] = claims
  const more = first?.object || first?.subjects[0]
  return {
    heading: { text: escapeText(wordClaims(claims, facts)), kind: 'claim' },
    color: neutralColor,
    ...(said && { verdict: said }),
    sources: sourcesOf(cited, facts),
    facts: cited,
    ...(more && { more: ['more', '', more] as const }),
    ...(packed !== undefined && { viewState: ['check', 'claim', packed] as const }),
  }
}
