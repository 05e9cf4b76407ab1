// Whether a fact tells what someone wanted, announced or planned, rather than what is so.
import type { Fact } from '../data/model/types.ts'
import { yesOrNo } from './stated-words.ts'

/** What someone asked for is not yet so, and what was done does not tell who wants it. */
export function isWish(text: string, { statement }: Fact): boolean {
  if (wanting.test(text) && !wished.test(statement) && !wishing.test(statement)) return true
  return (
    (yesOrNo.test(text) || asksWhoDoes.test(text)) &&
    wished.test(statement) &&
    !wished.test(text) &&
    !wishing.test(text)
  )
}

/** A limit that "leaves" something as it is does not tell of leaving a body. */
export function isOtherLeaving(text: string, { attribute }: Fact): boolean {
  return (
    /\b(?:leav(?:e|es|ing)|left|quit|exit|withdr[ae]w)/.test(text) &&
    (/\barticle\b/.test(text) ? attribute !== 'withdrawal' : attribute === 'limit')
  )
}

/** "Which members spend more", "who spends most". */
const asksWhoDoes = /^(?:who|which (?:members?|countr(?:y|ies)|nations?|states?|allies))\b/

/** An announcement of what would happen does not tell when it did. */
export function isAnnounced(text: string, { statement }: Fact): boolean {
  return (
    /\bwhen\b/.test(text) && /\bwould\b/.test(statement) && !/\b(?:would|notice|announce|said|say)/.test(text)
  )
}

const wished =
  /\b(?:asked|urged|encouraged|called (?:for|on)|proposed|wanted|demanded|sought|suggested|hoped|looked forward)\b/i
const wishing =
  /\b(?:ask|urge|encourag|call|propose|want|demand|seek|suggest|hope|wish|request|apply|applied|appeal|plan|looking forward)/

const wanting = /\b(?:wants?|wanted|wish|wishes|hopes?|plans?|would like|tries|tried|trying) to\b/

export const planned = /\b(?:(?:is|are|was|were) to|plans?|planned|will|expected|intends?|agreed to)\b/

/** What comes next is what was planned. */
export function isPlanned({ statement }: Fact): boolean {
  return planned.test(statement) || /\bnext\b/.test(statement)
}
