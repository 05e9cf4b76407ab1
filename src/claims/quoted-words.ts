// What a message quotes or reports, apart from what its writer says, and read where the writer says or denies it.
import type { Claim, VerdictKind } from './claim.ts'

/** What somebody else is quoted as saying; what is code or hidden may be as well. */
const quotation =
  /"[^"\n]{1,1000}"|“[^”\n]{1,1000}”|„[^“”\n]{1,1000}[“”]|«[^»\n]{1,1000}»|(?<![`\\])`[^`\n]{1,1000}`(?!`)|\|\|[^|\n]{1,1000}\|\|/g
/** What is struck out is no longer said, and what is emphasized is said all the same. */
const struck = / ?~~[^~]{1,1000}~~/g
const emphasis = /(?<![\\*_\p{L}\p{N}])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,500})(?<=\S)\1(?![*_\p{L}\p{N}])/gu
const heading = /^(?:#{1,3}|-#) +/gm
/** A person who is mentioned and of whom something is said. */
const mentioned =
  /(?:<[@#][!&]?\d+>|(?<!\S)@[\w.-]+)(?=\s+(?:is|are|was|were|has|have|had|do|does|did|can|will|must|joined|left|never|isn|aren|wasn|didn)\b)/g
/** In place of a quotation: no claim has it. */
const firstMark = 0xe000
const mark = /"([\ue000-\uf8ff])"/g
export const hasMark = /[\ue000-\uf8ff]/
const leadingMark =
  /^(?:(?:actually|no|so|but|well|sorry|the (?:claim|idea)|saying|that),? )*\W*"([\ue000-\uf8ff])"\s*/i

export interface QuotedText {
  /** With a mark for each quotation. */
  text: string
  quotes: string[]
}

/** "I wrote: “…”", "forwarded from my uncle: “…”": what follows is passed on as a statement of its own. */
const passedOn =
  /(\bi (?:wrote|have|put|posted|typed)|\bmy (?:[\w-]+ ){0,2}(?:draft|text|answer|essay|intro|summary|notes?|paragraph|post|caption|slide|homework|sentences?)(?: \w+){0,3}|\b(?:forwarded|copied|pasted|reposted|from (?:an?|my|our|the) )[^"“.!?\n]{0,50})\??[^\p{L}\d"“.!?\n]{0,5}["“](?=\S+ \S+ \S+)([^"”\n]{1,1000})["”]/giu

export function withoutQuotes(whole: string): QuotedText {
  const quotes: string[] = []
  const text = whole
    .replace(struck, '')
    .replace(heading, '')
    .replace(emphasis, '$2')
    .replace(mentioned, 'somebody')
    .replace(passedOn, '$1:\n$2\n')
  return {
    text: text.replace(quotation, (quote) => `"${String.fromCharCode(firstMark + quotes.push(quote) - 1)}"`),
    quotes,
  }
}

function quoteOf(mark: string, quotes: readonly string[]): string {
  return quotes[mark.charCodeAt(0) - firstMark] ?? ''
}

/** Without the quotations, which were not read. */
export function withoutMarks(sentence: string): string {
  return sentence.replace(mark, '…')
}

/** A sentence as it was written. */
export function asWritten(sentence: string, quotes: readonly string[]): string {
  return sentence.replace(mark, (_, one: string) => quoteOf(one, quotes))
}

export interface QuotedWords {
  /** A sentence with the words that it quotes, without the marks. */
  said: string
  /** Whether the words are said to be those of an article. */
  isOfArticle: boolean
}

/** "Each takes “such action as it deems necessary”"; undefined if nothing is quoted so. */
export function withQuotedWords(sentence: string, quotes: readonly string[]): QuotedWords | undefined {
  const inside = (mark: string) => quoteOf(mark, quotes).slice(1, -1)
  const [, one, article] = ofArticle.exec(sentence) ?? []
  if (one !== undefined && article !== undefined)
    return { said: `${article} says that ${inside(one).replace(/[.,;!]+$/, '')}`, isOfArticle: true }
  const places = [...sentence.matchAll(mark)]
  const isPhrase = places.every(({ index, 1: one = '' }) => index > 0 && phrase.test(quoteOf(one, quotes)))
  return isPhrase && places.length > 0
    ? { said: sentence.replace(mark, (_, one: string) => inside(one)), isOfArticle: false }
    : undefined
}
/** "“An attack on one is an attack on all” - that's Article 5": what is quoted is said to be there. An article of nothing named is one of NATO. */
const ofArticle =
  /^\W*"([\ue000-\uf8ff])"\W*(?:(?:that|this|it)(?:['’]?s| is)|is)(?: from| in)? (art(?:icle|\.)? ?[\divx.()]+\w?)(?:,? right\?| of NATO)?\W*$/i
const phrase = /^.\p{Ll}\S*(?: \S+){0,15}$/u

/** What others are said to say: "People keep saying that …". */
const report =
  /^(?:.{0,40}?\b)?(?:people|ppl|folks|everyone|everybody|some|many|they|he|she|somebody|someone|guys?|(?:my|our|this|the) (?:\w+ )?\w+)(?: (?:here|out there|still|always|also|just|once|keeps?|like to|love to|seem to|will|would|on \w+))* (?:says?|saying|said|thinks?|thinking|thought|believes?|believing|claims?|claiming|claimed|insists?|insisted|tells? me|told me)(?: that)?:? (.+?)[.!]*$/i

const not = String.raw`(?:(?:do|does|did|is|was|are|were|has|have|had)(?: not|n['’]?t))`
/** "It doesn't", "No it did not, …". */
const denial = new RegExp(
  String.raw`^\W*(?:(?:lol|um+|sorry|well|yeah|and|but|actually|this|that|that['’]?s|this is|that is|it['’]?s|which is),? )*(?:(?:no+|nope|nah),? (?:it|they|he|she|that) ${not}|(?:it|they|that) (?:really |actually |simply |just )?${not}|(?:it|that)['’]?s not|they['’]?re not|(?:(?:is|was) )?(?:just |simply |plain |totally |completely )?(?:no+|nope|nah|wrong|false|not true|untrue|incorrect|nonsense|(?:a )?(?:lie|myth)|bs|bullshit))(?: true)?(?=\s*(?:[.,;!:)—–]|$))[\s.,;!:)—–]*`,
  'i',
)

export interface Reported {
  said: string
  /** As it is shown. */
  words: string
}

export interface Denial extends Reported {
  /** Whether the sentence itself quotes it. */
  isQuoted: boolean
  /** What is said after it. */
  rest: string
}

/** "He also said that …, which is just wrong." */
const deniedReport = new RegExp(
  String.raw`^(?:(?!\bnot\b).){0,40}?\b(?:says?|said|thinks?|thought|believes?|claims?|claimed|insists?)(?: that)? (?<said>.+?),? (?:(?:and|but) )?(?:which|that|this)(?:['’]s)?(?:,? i(?:['’]?m| am) (?:pretty |quite )?sure)?,?(?: is| was)?(?: just| simply| plain| totally| completely| obviously)* (?:wrong|false|incorrect|untrue|nonsense|not true|not right)(?<end>[.,;!]*\s*)`,
  'i',
)

/** "I wrote that …, it isn't." */
const takenBack = new RegExp(
  String.raw`^.{0,60}?\bi (?:wrote|said|claimed|posted)(?: earlier| before)? that (?<said>[^.,;]+), (?:but )?(?:it|they|that) (?:actually |really )?${not}(?<end>[.!]*)$`,
  'i',
)

/** What a sentence says that others say, which the next may deny. */
export function reportedIn(sentence: string): Reported | undefined {
  const said = report.exec(sentence)?.[1]
  return said === undefined ? undefined : { said, words: sentence }
}

/** What a quotation says. */
export function reportedBy(quote: string): Reported {
  const said = quote.replace(/^> /, '').replace(/^["“`|]+|["”`|]+$/g, '')
  return { said, words: `"${said}"` }
}

/** What a sentence denies that was reported before it, or that it begins with as a quotation. */
export function deniedIn(
  sentence: string,
  quotes: readonly string[],
  before: Reported | undefined,
): Denial | undefined {
  const leading: (string | undefined)[] = leadingMark.exec(sentence) ?? []
  const [whole = '', one] = leading
  const reported = deniedReport.exec(sentence) ?? takenBack.exec(sentence)
  if (reported?.groups)
    return {
      said: reported.groups['said'] ?? '',
      words: reported[0].replace(/[,;\s]+$/, ''),
      isQuoted: true,
      rest: sentence.slice(reported[0].length),
    }
  const own = one === undefined ? undefined : quoteOf(one, quotes)
  const said = own === undefined ? before : reportedBy(own)
  const body = sentence.slice(whole.length)
  const [words] = denial.exec(body) ?? []
  if (said === undefined || words === undefined) return undefined
  return {
    said: said.said,
    words: `${said.words} ${words.trim().replace(/[,;]$/, '')}`,
    isQuoted: own !== undefined,
    rest: body.slice(words.length),
  }
}

/** The verdict on what is denied as one on its denial. */
export const oppositeOf: Partial<Record<VerdictKind, VerdictKind>> = {
  Supported: 'Contradicted',
  Contradicted: 'Supported',
  'Was true': 'Supported',
  'Sources differ': 'Sources differ',
}

/** One claim with a "not", if all of it is denied: of a date or a number, that may be another. */
export function oneDenied([claim, ...others]: readonly Claim[]): Claim[] | undefined {
  const isSimple = claim && `${claim.date}${claim.number ?? ''}${claim.negation}` === ''
  return isSimple && others.length === 0 ? [{ ...claim, negation: 'not' }] : undefined
}

const wholeDenial =
  /^\W*(?:no(?=\W*$|[,.!]|\s+(?:it|they|that|this|he|she|you|way|chance|lol|not|never|sorry|wrong|thats|its|i)\b)|nope|nah|false|wrong|incorrect|not true|untrue|cap|lies?|bs|bullshit|it is ?n[o’']t|it isn['’]?t|that['’]?s (?:not|false|wrong|a lie)|myth)\b(?! (?:longer|matter))/i

/** "No, …" may answer somebody else; alone, it denies what is before it. */
export function isDenied(next: string): boolean {
  return wholeDenial.test(next) && next.split(' ').length <= 4
}

const otherWords = /^> .+$|"[^"\n]{1,200}"|“[^”\n]{1,200}”/gm
const maxQuotes = 3

/** What is quoted says what the rest is about. */
export function quotedIn(text: string): string[] {
  return (text.match(otherWords) ?? []).slice(0, maxQuotes)
}

/** Lists of myths state what their writer denies. */
const myths = /\b(?:myths?|true or false|fact or fiction|debunk(?:ed|ing)?|misconceptions?)\b/i
const mythHeading =
  /^\W*(?:[\w-]+\W+){0,3}(?:myths?|true or false|fact or fiction|debunk(?:ed|ing)?|misconceptions?)\W*(?:[:–—]|$)/im

export function isOfMyths(text: string, sentences: readonly { isInList: boolean }[]): boolean {
  return myths.test(text) && (sentences.some(({ isInList }) => isInList) || mythHeading.test(text))
}
