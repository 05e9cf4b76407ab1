// A clause with the status that it leaves out: "Brazil got it in 2019", "it is on the list", "they have that status".
import type { Reader } from './reader.ts'

const sameStatus = / (?:have|has|holds?) (?:that|this|same) status$/
const thatStatus = / (?:that |this |same )?(?:status|designation|title|label)(?= (?:in|on) |$)/
const onList = / ((?:is|are|was|were)(?: not| never)?) on (?:it|(?:that )?list)(?= from | since | until |$)/
const neverGotIt = / never (?:got|received|had) it$/
const gotIt = / (got|lost|received|has|had) it\b/

const newest = /^(newest|latest|most recent)(?: one)? is (@\d+)$/

/** "Australia. Major non-NATO ally." */
export function beingOf(text: string, who: string, { names }: Reader): string[] {
  const [, index] = /^@(\d+)$/.exec(text) ?? []
  const [only, ...others] = names[Number(index)] ?? []
  return only?.kind === 'status' && others.length === 0 ? [`${who} is ${text}`] : []
}

/** A clause with the status that is spoken of. */
export function ofStatus(text: string, status: string): string[] {
  return [
    ...(newest.test(text) ? [text.replace(newest, `$2 is $1 ${status}`)] : []),
    ...(sameStatus.test(text) ? [text.replace(sameStatus, ` have ${status} status`)] : []),
    ...(thatStatus.test(text) ? [text.replace(thatStatus, ` ${status}`)] : []),
    ...(onList.test(text) ? [text.replace(onList, ` $1 ${status}`)] : []),
    ...(neverGotIt.test(text) ? [text.replace(neverGotIt, ` was never ${status}`)] : []),
    ...(gotIt.test(text) ? [text.replace(gotIt, ` $1 ${status}`)] : []),
  ]
}
