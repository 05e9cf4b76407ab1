// The words by which a clause asks, and those by which another clause changes what is asked.
import { shortQuestion, tag } from './framing.ts'
import { auxiliary } from './pattern-words.ts'
import type { Form } from './question.ts'
import { wordsOf } from './question-words.ts'

const asking =
  "(?:who|whom|whose|what|whats|when|where|why|how|which|is|are|was|were|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|does|do|did|doesn['’]?t|don['’]?t|didn['’]?t|has|have|hasn['’]?t|haven['’]?t|can|may|must|since when|(?:in|on|by|at|under) (?:what|which))"
const connecting =
  '(?:(?:so|and|but|or|then|now|ok|okay|well|also|yet|because|say|exactly|right|honestly|i mean|i meant|sorry|wait|no wait|rather) +)*'

/** What ends a clause. */
export const breaks = new RegExp(
  `["”]?[,;:!?()…]+["”]?(?=\\s|\\)|$)|\\(|(?<!\\b[A-Za-z])\\.+(?=\\s|$)|\\s[-–—]+\\s|—|\\n| (?=(?:and|but|so|because|then) (?:${asking}|he|she|they|it|we|i)\\b)`,
  'gi',
)

export const startsClause = new RegExp(
  `^${connecting}((?:(?:after|since|before|in|during|by|as of|under|at|on|for|with) (?:\\S+ ){1,5}?(?=${auxiliary} ))?${asking})(?=['’]s\\b| |$)`,
  'i',
)

/** "I wondered whether", "need to know who": what follows asks. */
export const embedded =
  /\b(?:know|knows|wonder(?:ed|ing|s)?|ask(?:ed|ing)?(?: (?:myself|him|her|them|me|us|you|here))?|tell(?:s)?(?: (?:me|us))?|explain|find out|figure out|spell out|remember|recall|sure|idea|check|see|told me|remind me|curious|wonder(?:ed|ing)? about) (?=(?:who|whom|whose|what|when|where|whether|if|how|which|why|since when|(?:in|on|by|at|under) (?:what|which))\b)/i

/** A question word whose question goes on after an aside: "when, roughly, was it founded". */
export const loneWord = /^(?:who|what|when|where|why|how often|how many|since when|which one)$/i
export const startsWithAuxiliary = new RegExp(`^${auxiliary} `, 'i')

/** "Alliance or not?" */
export const fragment =
  /^(?:(?:so|and|but) )*((?:still )?(?:an? )?(?:(?:treaty|military|founding|full) )?(?:alliance|ally|member|partner|observer|treaty|neutral|in)) or (?:not|no|out|nah)\b.*$/i

/** What stands for a country rather than for what it is in. */
export const personal = /^(?:they|them|their|he|she)$/i

/** A name with a noun after it, or that goes with one. */
export const topic =
  /^(?:(?:so|and|but|the|this|that|last|first|next|new|old) )*@\d (?!in\b|is\b|was\b|and\b|or\b|too\b|also\b|[a-z]+ly\b)[a-z]{3,}(?: [a-z@\d]+){0,3}$/
export const predicate =
  /\b(?:is|are|was|were|am|has|have|had|does|do|did|will|can|may|must|got|get|gets|joined|left|says?|said|\w+ed|wants?|runs?|counts?)\b/

/** What stands for two things that were named before. */
export const plural =
  /\b(?:(?:those|these|the) two(?: countries)?|both of (?:them|those)|they both|they|them)\b/i

/** What another thing is compared with is not what the text is about. */
export const likened = /\b(?:like|unlike|than|similar to|as with) (?:the )?[^\s,;:.?!]+/gi

/** "Whether it was in it": "was it in it". */
export const indirect = new RegExp(`^(?:whether|if) (.+?) (${auxiliary}) (.*?)\\??$`, 'i')

/** "When did it come back": not for the first time. */
export const repeated = /\b(?:back|again|return\w*|rejoin\w*)\b/i

/** What stands for something that was named before. */
export const pronouns =
  /\b(?:(?:that|this|the) (?:thing|one|exercise|drill|pact|treaty|alliance|club|group|bloc|country)|it|they|them|its|their|she|he|that|this)\b/i

const supposing =
  /^(?:(?:so|and|but|or|then|now|ok|okay|say) )*(?:if|unless|suppose|supposing|imagine|assuming|given|provided|in case|hypothetically)\b(?! (?:i|we|you|anyone|anybody|someone|somebody|memory|possible|any|so|not|that is|this is)\b)/i
const excepting =
  /\b(?:except|besides|excluding|without|minus|apart from|aside from|other than|instead of|not counting|leaving out|only those|but not)\b/i
/** A circumstance that says nothing of its own. */
const circumstance =
  /^(?:(?:so|and|but|or|then|now|ok|okay|say) )*(?:in|at|during|by|as of|on|under|since|between|around|against|while|until|till|before|after|once|among|outside|inside|within|per|back in)\b/i
export const ofSpeaker =
  /\b(?:i|me|my|myself|we|us|our|you|your|everyone|everybody|nobody|someone|somebody|people|ppl|homework|exam|quiz|class|paper|essay)\b/i

/** Forms that tell when: whatever the time was said to be, they say it. */
export const tellingWhen = new Set<Form>(
  'when-joined when-left founded ended held invoked newest joined-in who-left lasted older'.split(
    ' ',
  ) as Form[],
)

/** Whether a clause that is not read changes what another one asks. */
export function restricts(clause: string, form: Form): boolean {
  if (supposing.test(clause) || excepting.test(clause)) return true
  return circumstance.test(clause) && !ofSpeaker.test(clause) && !tellingWhen.has(form)
}

/** What asks of a member rather than of a body. */
export const membership =
  /\b(?:members?|partners?|observers?|candidates?|party|part|join|joined|leave|left|quit)\b|\b(?:in|out)(?: (?:or out|now|then|at all|or not|at present|or no))*\W*$/i

/** What goes on with a question without a subject of its own. */
export const continuing =
  /^(?:and|but|yet|or|that|who|which|whose) (?:(?:is|are|was|were|has|have|had|does|do|did|can|must) (?!it\b|they\b|he\b|she\b|that\b|there\b|i\b|we\b|you\b|the\b|[A-Z])|not\b|never\b|also\b)/

/** "But is a founder": what is said of what was named before it. */
export const subjectless =
  /^(?:and|but|yet) (?=(?:is|are|was|were|has|have|had) (?:an?|not|never|still|also|the|in) )/i

/** Who says what follows. */
export const saying =
  /^.*\b(?:says?|saying|said|swears?|swore|claims?|claimed|claiming|reckons?|thinks?|thought|think|believes?|insists?|heard|read|told (?:me|us|him|her|my \w+))(?: that)? (?!so\b)/i

const ownPredicate =
  /^(?:(?:was|am) i (?:wrong|right) )?(?:or |and |so )*(?:is|was|are|were) (?:it|he|she|they) one$|^(?:so )?which (?:one )?(?:is|was) it(?: then)?$/

/** Whether a clause asks if what was said before it is so. */
export function isTag(clause: string): boolean {
  const words = wordsOf(clause).join(' ')
  return tag.test(words) || shortQuestion.test(words) || ownPredicate.test(words)
}

/** A tag in the words of the forms. */
export function asTag(clause: string): string {
  return ownPredicate.test(wordsOf(clause).join(' ')) ? 'right' : clause
}

const joining = /\b(?:join\w*|came|come|got|get|enter\w*|bec[ao]me|accession|admitted)\b/i
const otherwise =
  /\b(?:not|never|n['’]t|left|leave|quit|withdr\w+|out|expel\w*|kicked|suspend\w*|appl\w+|almost|nearly|wants?|wanted)\b/i

/** Whether a statement tells that one joined, whatever else it says of it. */
export function tellsJoining(statement: string): boolean {
  return joining.test(statement) && !otherwise.test(statement)
}

export function asksWhen(clause: string): boolean {
  return /\b(?:when|year|date)\b/.test(shortQuestion.exec(wordsOf(clause).join(' '))?.[1] ?? '')
}
