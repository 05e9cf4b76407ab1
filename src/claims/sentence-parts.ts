// Where a sentence may be cut into parts of which each is whole, and what may be left out of one.
import { monthNames } from '../data/model/dates.ts'
import { fillers } from './asides.ts'
import type { SentenceWords } from './claim-words.ts'

/** A part of a sentence says something else if what is before or after it belongs to it, or if it is denied or reported. */
export const isHedged =
  /\b(?:if|unless|whether|thinks?|thought|thinking|believ(?:e|es|ed|ing)|imagin(?:e|ing)|pretend\w*|suppos\w*|alleged\w*|(?<!\b(?:(?:article |42)\S{1,4}|treaty|pact|clause|agreement) )says?(?! so\b)|said(?! (?:so|it|no|yes|nah|nope)\b)|saying|claim(?:s|ed|ing)?|told|tells?|heard(?! of\b)|swore|swears|according|myths?|rumou?rs?|lies?|false|untrue|(?<!\b(?:not|n['’]t) (?:even )?)wrong|doubt\w*|maybe|perhaps|guess|assum\w*|instead of|rather than|opinion|imo|imho|depends|nobody\b.*\b(?:because|since)|says? (?:nobody|no one|noone)|as though|as if|hypothetic\w*|either(?=.*\bor\b| (?:of|way|one|side)\b))\b/i
export const modal =
  /^(?:would|could|should|might|will|gonna|wont|shall|ought|wish|hope|want|wants|wanted|when|where|how|why|not|never|no)$/
export const denial = /^(?:not|never|no)$/
const verb =
  /^(?:is|are|was|were|has|have|had|does|do|did|got|get|gets|came|comes|went|took|takes|gave|makes|made|means|keeps|kept|counts|hosts|spends|spent|runs|leads|led|left|quit|says|said|began|held|put|ran|became|becomes|calls|covers|lies|met|meets|froze|withdrew|sent|saw|gives|says|thinks|defends|asked|lost|won|broke|fell|grew|obliges|requires|allows|lets|works|relies|rests|sits|acts|exists|remains|stays|borders|supports|provides|commits|binds|want|wants|need|needs|seems|hits|hit)$|ed$/

/** "Mexico hates war." */
const doing =
  /^(?!(?:members|countries|nations|states|allies|troops|forces|leaders|ships|ministers|exercises|articles|bases|subs|sites|headquarters|facts|others|news)$)[a-z]{3,}s$/

/** Begins what only adds to a clause: without it, the clause says less, if nothing in it is denied or the most. */
export const adjunct = /^(?:for|over|by|response|alongside|around|amid|after|following|under|during|through)$/
const isScoped =
  /^(?:not|never|no|none|nobody|neither|only|first|last|latest|newest|most|least|all|every|always|[a-z]+est|nth\d+)$/

const happened =
  /\b(?:founded|signed|created|established|formed|dissolved|disbanded|ended|died|collapsed|fell apart|broke up|folded|announced|launched|held|hosts?|hosted|wound up|set up|started|began|joined|left|quit|withdrew|kicked|pulled out|invoked)\b/
const leaving = /^(?:left|quit|withdrew|walked|pulled|exited)$/
const decade = /^(?:in|since|during) (?:the )?(?:early |late |mid )?\d*0s$/
const uses = /^(?:used|invoked|triggered|activated)$/
/** "In Manila": what is no name, as in "in spirit", may take back what was said. */
const place = /^(?:in|near|off) (?:the )?[a-z]\w*(?: (?!and\b|or\b)[a-z]\w*)?$/
const company = /^(?:together |along )?with (?:the )?@\d+(?: and (?:the )?@\d+)*$/

/** Whether a clause says less without its last words, but nothing else. */
export function isDroppable(
  words: readonly string[],
  details: SentenceWords['details'],
  from: number,
  detail: number,
  to: number,
): boolean {
  const head = words.slice(from, detail)
  const text = words.slice(detail, to).join(' ')
  if (head.some((word) => isScoped.test(word)) || /\bnot?\b/.test(text)) return false
  const isTime = /^when (?:the )?(?:@\d+|it|they) [a-z@\d ]+$/.test(text) && happened.test(head.join(' '))
  const isManner = /^in (?:protest|anger|disgust|secret)(?: [a-z]+){0,3}$/.test(text)
  const isUse = head.some((word) => uses.test(word)) && /^in (?:the )?@\d+$/.test(text)
  const isDated = /^\d{4}$/.test(head.at(-1) ?? '') && /^with (?:the )?[a-z]+(?: [a-z]+)?$/.test(text)
  const isLikened =
    /^like (?:the )?(?:@\d+|(?:rest|others|most|everyone else|everybody else)(?: of [a-z@\d ]+)?)(?: is| does| did| was)?$/.test(
      text,
    )
  if (
    isTime ||
    isDated ||
    isUse ||
    (isManner && happened.test(head.join(' '))) ||
    isLikened ||
    /^(?:recently|lately)$/.test(text)
  )
    return true
  const isPlace = details.get(detail)?.isBeforeName === true && place.test(text)
  return decade.test(text) || (happened.test(head.join(' ')) && (isPlace || company.test(text)))
}

/** Begins what only says more of the same: "five members, basically Russia and friends". */
const apposition =
  /^(?:ex|former|first|basically|mainly|mostly|including|especially|nothing|no|just|only|merely|lol|thats|right|ok)$/

/** Whether a part would end before its date. */
export function isBeforeDate(words: readonly string[], end: number): boolean {
  return dateWord.test(words[end] ?? '') && dateStart.test(words[end + 1] ?? '')
}
const dateWord = /^(?:since|until|by|after|before|during|through|from)$/
const dateStart = new RegExp(
  `^(?:[12]\\d{3}|\\d{1,2}|(?:early|late|mid)|${monthNames.join('|').toLowerCase()})$`,
)

/** "Making it the biggest so far." */
const participle =
  /^(?!(?:during|nothing|anything|including|everything|something|king|excluding|barring|counting|pending|assuming|considering|lacking|missing|starting|ending|beginning)$)[a-z]{2,}ing$/

/** Where a part may end before a detail that is left out, the longest first. */
export function detailsIn(
  words: readonly string[],
  details: SentenceWords['details'],
  from: number,
  to: number,
): number[] {
  const last =
    to -
    1 -
    words
      .slice(from, to)
      .reverse()
      .findIndex((word) => word !== ',' && !fillers.has(word))
  return [...details.keys()]
    .filter((detail) => detail > from && detail < to && isDroppable(words, details, from, detail, last + 1))
    .reverse()
}

/** Whether two names of one list are before and after a place to cut. */
function isInList(words: readonly string[], from: number, at: number): boolean {
  if (!/^(?:and|,)$/.test(words[at] ?? '')) return false
  const text = (some: readonly string[]) => some.filter((word) => !/^(?:the|both)$/.test(word)).join(' ')
  return (
    text(words.slice(at + 1)).startsWith('@') &&
    /(?:@\d+ , @\d+(?: ,)?|\b(?:between|of|among|with|for) @\d+)$/.test(text(words.slice(from + 1, at)))
  )
}

/** "Eight members, HQ in Bangkok, …": what says something without a verb. */
const isNote =
  /^(?:(?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:members|countries|nations|founders)|hq (?:in|at) [a-z@\d]+(?: [a-z]+)?|[a-z]+ always .*|in force [a-z\d ]+)$/

/** Whether what stands before and after a part is a clause of its own, so that no list is cut. */
export function isWhole(
  words: readonly string[],
  cuts: readonly number[],
  start: number,
  end: number,
): boolean {
  const hasVerb = (from: number, to: number) =>
    words
      .slice(from, to)
      .some((word, at) => verb.test(word) || (doing.test(word) && words[from + at - 1]?.startsWith('@'))) ||
    isNote.test(words.slice(from, to).join(' '))
  const isCause = (at: number) =>
    /^(?:because|since|due|thanks|despite|although|though|tho|while|whereas|meaning|so|;)$/.test(
      words[at] ?? '',
    ) || adjunct.test(words[at] ?? '')
  const [first = -1, last = words.length] = [cuts[start], cuts[end]]
  if (/^(?:until|due|thanks|despite)$/.test(words[first] ?? '') || adjunct.test(words[first] ?? ''))
    return false
  if (isInList(words, first, last) || isInList(words, cuts[nextCut(cuts, start, -1)] ?? -1, first))
    return false
  if (/^(?:until|till|unless|except)$/.test(words[last] ?? '')) return false
  // A number, date or denial may go with what is left out.
  const rest = words.slice(last + 1, cuts[nextCut(cuts, end, 1)] ?? words.length)
  const isAfterDate = words[last] === 'after' && /^\d{4}$/.test(words[last - 1] ?? '')
  if (
    adjunct.test(words[last] ?? '') &&
    (rest.some(
      (word, index) =>
        (/^\d+$/.test(word) && rest[index - 1] !== 'of' && !isOfEvent(word, rest[index + 1])) ||
        /^(?:percent|end|then)$/.test(word) ||
        (/^(?:no|not)$/.test(word) && !isAfterDate),
    ) ||
      words.slice(first + 1, last).some((word) => isScoped.test(word)) ||
      (/^(?:after|following|during|under|by|through)$/.test(words[last] ?? '') &&
        !/^\d{4}$/.test(words[last - 1] ?? '') &&
        !words.slice(first + 1, last).some((word) => leaving.test(word)) &&
        rest.some((word) => word.startsWith('@'))))
  )
    return false
  const at = nextCut(cuts, start, -1)
  const previous = cuts[at] ?? -1
  // "It was in SEATO and CENTO, got …": the last of a list has no verb of its own.
  const isName = (from: number, to: number) =>
    words.slice(from, to).every((word) => /^(?:@\d+|the)$/.test(word))
  const before =
    start === 0 ||
    (words[first] === ',' && unlike.test(words.slice(0, first).join(' '))) ||
    /^no$/.test(words[first + 1] ?? '') ||
    isCause(first) ||
    /^(?:because|due|thanks)$/.test(words[previous] ?? '') ||
    adjunct.test(words[previous] ?? '') ||
    hasVerb((isName(previous + 1, first) ? (cuts[nextCut(cuts, at, -1)] ?? -1) : previous) + 1, first)
  const after =
    end === cuts.length - 1 ||
    isCause(last) ||
    words[last] === 'but' ||
    (words[last] === ',' && words[last + 1] === 'which') ||
    (/^(?:,|and)$/.test(words[last] ?? '') && apposition.test(rest[0] ?? '')) ||
    (words[last] === ',' && participle.test(rest[0] ?? '')) ||
    (words[last] === ',' && compared.test(rest.join(' '))) ||
    (/^(?:and|but)$/.test(words[last] ?? '') && ability.test(rest.join(' '))) ||
    (words[last] === ',' && timeAfter.test(words.slice(last + 1).join(' '))) ||
    ownClause.test(rest.join(' ')) ||
    (words[last] === ',' &&
      !words[last - 1]?.startsWith('@') &&
      others.test(words.slice(last + 1).join(' '))) ||
    (/^(?:,|and)$/.test(words[last] ?? '') && gapped.test(rest.join(' '))) ||
    (words[last] === 'and' &&
      /^(?:also )?(?:(?:in|part|members?)\b|(?:an? )?(?:[a-z]+ )?(?:partner|observer|member|founder) )/.test(
        rest.join(' '),
      )) ||
    (words[last] === ':' && hasVerb(first + 1, last)) ||
    hasVerb(last + 1, cuts[nextCut(cuts, end, 1)] ?? words.length)
  return before && after
}

/** "After the 1958 revolution": the year is not when what is claimed happened. */
function isOfEvent(word: string, next = ''): boolean {
  return (
    /^[12]\d{3}$/.test(word) &&
    /^(?:revolution|coup|war|crisis|invasion|elections?|referendum|earthquake|uprising|fall|collapse)$/.test(
      next,
    )
  )
}

/** "Unlike Finland and Norway, …" */
export const unlike = /^unlike (?:the )?@\d+(?:(?: ,)?(?: and| or)?(?: the)? @\d+)*$/
/** "Seven years after Franco died." */
const timeAfter =
  /^(?:(?:on|at|in) )?(?:the |that )?(?:very )?same (?:day|time|year)\b|^(?:way|long|well|shortly|years|decades|right|just) (?:before|after) (?!@?\w+ (?:is|was|had|did)\b)|^(?:just |only |about )?(?:\d+|[a-z]+) (?:years?|months?|weeks?|days?|decades?) (?:after|before) (?!@)/
/** "And the European Communities in 1986." */
const gapped = /^(?:the )?[a-z@][a-z@\d ]* (?:in|on) (?:[a-z]+ )?\d{4}$/
/** "Bolivia and Ecuador later." */
const others = /^@\d+(?:(?: ,)?(?: and)? @\d+)* (?:later|afterwards|after that|next|too|as well|soon after)$/
/** "Now they block everything." */
const ownClause =
  /^(?:(?:now|then|so|today|later) )?(?:i|we|they|you|he|she) [a-z]|^(?:let alone|never mind|much less|every \d+ [a-z]+) |^(?:(?:only|just|about) )?(?:\d+|one|two|three|most|half|some|none|both) of (?:them|these|those|which|whom)\b/
/** "Since 1952, longer than Germany." */
const compared =
  /^(?:(?:way|much|even|far) )?(?:longer|earlier|later|sooner|more|less|fewer|bigger|larger|higher|smaller|older|newer) than /
/** "It isn't in it and can't be." */
const ability = /^(?:(?:never|probably|hopefully|still) )?(?:can|could|will|would|should|must|may|might)\b/

/** The nearest place to cut that has words before it: ", and" is one. */
function nextCut(cuts: readonly number[], index: number, step: 1 | -1): number {
  const next = index + step
  return Math.abs((cuts[next] ?? NaN) - (cuts[index] ?? 0)) === 1 ? nextCut(cuts, next, step) : next
}
