// The words of a sentence in the plain form that the patterns of claims are written in: "@0 is not in @1".
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { nameAt, wordsOf } from '../questions/read-question.ts'

export interface ClaimWords {
  /** Words, commas and "@0" for the first name. */
  text: string
  /** What each name may mean. */
  names: Entity[][]
}

/** Words that change nothing of what a sentence claims. */
const fillers = new Set(
  `the a an again co actually literally basically honestly technically simply just really currently now today presently nowadays
  still already officially formally fully full also even so well ok okay yeah yes yep lol lmao lmfao rofl bro bruh dude
  man guys tbh btw fyi fr ngl rn atm pls please too tho though obviously clearly indeed legally then proud proper
  whopping grand genuine own ever all both hey folks again anyway`.split(/\s+/),
)

const fillerPhrases =
  / (?:look it up|fun fact|just so you know|for record|in fact|of course|as of now|as of today|right now|at moment|in total|in history|to be clear|reminder that|reminder|fact|psa|people forget that|people forget this|everyone forgets that|believe it or not|last time i checked|look at map|that is whole point of it|that is whole point|that is fact|do your research|google it|change my mind|for your information|these days|by way|in case you did not know|as matter of fact) /g

/** "isnt", "its", "NATO's in": contractions as people type them. */
const contractions: readonly [RegExp, string][] = [
  [/\bain['’]?t\b/gi, 'is not'],
  [/\b(is|are|was|were|do|does|did|has|have|had)nt\b/gi, '$1 not'],
  [
    /\b(?:it['’]s|its)(?= (?:in|an?|not|the|part|still|now|been|never|no|just|only|also|already|one)\b)/gi,
    'it is',
  ],
  [/\bits\b/gi, 'their'],
  [/\bthey['’]?re\b/gi, 'they are'],
  [/\bthere['’]?s\b/gi, 'there is'],
  [/\b(they|we|i|you)['’]ve\b/gi, '$1 have'],
  [/(\p{L})['’]s(?= (?:in|an?|not|been|still|now|already|never|also|part)\b)/giu, '$1 is'],
  [/\bcannot\b/gi, 'can not'],
]

const numberWords: Record<string, number> = Object.fromEntries(
  `zero . two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty`
    .split(/\s+/)
    .map((word, index) => [word, index] as const)
    .filter(([word]) => word !== '.'),
)
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty']
tens.forEach((word, index) => {
  numberWords[word] = 20 + index * 10
})

/** "28,500" → "28500", "1.5k" → "1500", "3.42%" → "3p42 percent", "35k+" → "at least 35000". */
function withPlainNumbers(text: string): string {
  return text
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/\b(\d+)(?:\.(\d))?k\b/gi, (_, whole: string, tenth = '0') =>
      String(Number(whole) * 1000 + Number(tenth) * 100),
    )
    .replace(/\b(\d+)\.(\d+)\b/g, '$1p$2')
    .replace(/\b(\d+)\+(?=\s|$)/g, 'at least $1')
    .replace(/~\s*(?=\d)/g, 'about ')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/\b(jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\b\.?(?= \d)/gi, monthOf)
    .replace(/(\p{L}{3,} \d{1,2}), ?(?=\d{4}\b)/gu, '$1 ')
    .replace(/\b(\d{1,2}) of (?=[A-Z])/g, '$1 ')
    .replace(/\s=+\s/g, ' is ')
}

function monthOf(month: string): string {
  const names = `January February March April May June July August September October November December`
  return (
    names.split(' ').find((name) => name.toLowerCase().startsWith(month.slice(0, 3).toLowerCase())) ?? month
  )
}

const rewrites: readonly [RegExp, string][] = [
  [/ (?:not )?(?:any ?more|any longer) /g, ' nolonger-tail '],
  [/ no longer /g, ' nolonger '],
  [/ not (.*)nolonger-tail /g, ' nolonger $1'],
  [/ nolonger-tail /g, ' anymore '],
  [/ used to be /g, ' was '],
  [/ (?:has|have|had) never (?:been|be) /g, ' was never '],
  [/ (?:has|have) not been /g, ' is not '],
  [/ (?:has|have) been /g, ' is '],
  [/ had been /g, ' was '],
  [/ (?:is|are) never been /g, ' was never '],
  [/ neither (@\d+) nor (@\d+) (is|are|was|were) /g, ' $1 and $2 $3 not '],
  [/ defence /g, ' defense '],
  [/ (?:armed forces|armed services) /g, ' military '],
  [/ back (?=in |to |on )/g, ' '],
  [/ (?:early|late|mid)(?: in)? (?=\d{4} |[a-z]+ \d{4} )/g, ' '],
  [/ (?:as well as|plus|together with|along with|alongside) /g, ' and '],
  [/^ (?:no|nope|nah) , /, ' '],
  [/^ (?:and|but|plus) (?!@)/, ' '],
  [/^ (?:and|but) /, ' '],
]

const month = 'january|february|march|april|may|june|july|august|september|october|november|december'
/** A date in words: "april 4 1949", "4 april 1949", "april 1949", "1949". */
export const datePattern = `(?:(?:${month}) \\d{1,2} (?:1[789]|20)\\d\\d|\\d{1,2} (?:${month}) (?:1[789]|20)\\d\\d|(?:${month}) (?:1[789]|20)\\d\\d|(?:1[789]|20)\\d\\d)`
const datedStart = new RegExp(`^ (?:in|on|by|since|as of) (${datePattern}) ,? ?(.*)$`)

interface NameStarts {
  /** By first word, how many words the longest name has. */
  longest: Map<string, number>
  /** The first two words of names. */
  pairs: Set<string>
}

/** Names are looked up only where one may begin, because most words begin none. */
function nameStarts(facts: FactSnapshot): NameStarts {
  return facts.memo('claims starts of names', () => {
    const starts: NameStarts = { longest: new Map(), pairs: new Set() }
    for (const { name, aliases } of facts.entities)
      for (const spelling of [name, ...aliases]) {
        const words = normalizeText(spelling).split(' ')
        const [first = '', second = ''] = words
        starts.longest.set(first, Math.max(starts.longest.get(first) ?? 0, words.length))
        starts.pairs.add(`${first} ${second}`)
      }
    return starts
  })
}

/** "A mutual defense treaty" is any, though one is called so. */
function isCommonNoun(words: readonly string[], index: number): boolean {
  const [first, second, third] = words.slice(index, index + 3)
  return (
    (first === 'mutual' || first === 'collective') &&
    /^defen[sc]e$/.test(second ?? '') &&
    /^(?:treaty|pact|agreement|alliance)$/.test(third ?? '') &&
    words[index - 1] !== 'the'
  )
}

const maxNames = 40

export function claimWords(sentence: string, facts: FactSnapshot): ClaimWords {
  let plain = withPlainNumbers(sentence)
  for (const [pattern, replacement] of contractions) plain = plain.replace(pattern, replacement)
  const words = plain
    .split(/(?<![\d])([,;:])|([()]|—| [-–] )/)
    .filter(Boolean)
    .flatMap((part) =>
      /^[,;:]$/.test(part) ? [part] : /^(?:[()]|—| [-–] )$/.test(part) ? [','] : wordsOf(part),
    )
  const { longest, pairs } = nameStarts(facts)
  const names: Entity[][] = []
  const found: string[] = []
  for (let index = 0; index < words.length;) {
    const word = words[index] ?? ''
    // No name has a comma in it.
    const comma = words.findIndex((other, at) => at > index && /^[,;:]$/.test(other))
    const end = comma < 0 ? words.length : comma
    const most = pairs.has(`${word} ${words[index + 1] ?? ''}`) ? (longest.get(word) ?? 0) : 1
    const length = longest.has(word) ? Math.min(most, end - index) : 0
    const span =
      length > 0 && names.length < maxNames && !isCommonNoun(words, index)
        ? nameAt(words.slice(0, index + length), index, facts)
        : undefined
    if (span) {
      found.push(`@${names.length}`)
      names.push(span.entities)
    } else found.push(word)
    index += span?.length ?? 1
  }
  return { text: plainText(found), names }
}

function plainText(words: readonly string[]): string {
  const numbered: string[] = []
  for (const word of words) {
    const last = numbered.at(-1) ?? ''
    const number = numberWords[word]
    if (number !== undefined && number < 10 && number > 0 && /^[2-6]0$/.test(last) && !/\d{4}/.test(last))
      numbered[numbered.length - 1] = String(Number(last) + number)
    else numbered.push(number === undefined ? word : String(number))
  }
  let text = ` ${numbered.join(' ')} `.replace(/ (?:the|a|an)(?= )/g, '').replace(fillerPhrases, ' ')
  text = ` ${text
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
    .join(' ')} `
  for (const [pattern, replacement] of rewrites) text = text.replace(pattern, replacement)
  const dated = datedStart.exec(text)
  if (dated) text = ` ${dated[2]?.trim()} in ${dated[1]} `
  return text
    .replace(/^(?: [,:])+| (?:[,;:] )+$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
