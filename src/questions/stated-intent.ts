// Whether a fact tells what someone wanted, announced or planned, rather than what is so.
import type { Fact } from '../data/model/types.ts'
import { yesOrNo } from './stated-words.ts'

/** A statement of what someone asked for does not tell whether it is so, nor a deed who wants it. */
export function isWish(text: string, { statement }: Fact): boolean {
  if (wanting.test(text) && !wished.test(statement) && !wishing.test(statement)) return true
  return (
    (yesOrNo.test(text) || ofDoers.test(text)) &&
    wished.test(statement) &&
    !wished.test(text) &&
    !wishing.test(text)
  )
}

/** "Which members spend more", "who spends most". */
const ofDoers = /^(?:who|which (?:members?|countr(?:y|ies)|nations?|states?|allies))\b/

/** What was to happen, by what was said before it, is not when it did. */
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
