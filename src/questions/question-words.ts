// The words of a question: contractions, numbers and groups of countries written out.
import { normalizeText } from '../data/model/normalize-text.ts'
import { monthNames } from '../data/model/dates.ts'
import { month, numberNames, ordinalNames } from './pattern-words.ts'

/** Groups of countries that are no body, as everyone counts them, and one that is. */
const namedGroups: readonly [RegExp, string][] = [
  [/\b(?:baltics|baltic (?:states|countries|nations|republics))\b/, 'estonia latvia and lithuania'],
  [/\b(?:nordics|nordic (?:states|countries|nations))\b/, 'denmark finland iceland norway and sweden'],
  [/\bscandinavian (?:states|countries|nations)\b/, 'denmark norway and sweden'],
  [/\b(?:(?:both|two) )?koreas\b/, 'south korea and north korea'],
  [
    /(?<!\b(?:of|for|for the|united) )\barab (?:countries|states|nations|members)\b(?! of)/,
    'arab league countries',
  ],
  [/\bbenelux(?: states| countries| nations)?\b/, 'belgium luxembourg and netherlands'],
]

/** "Top 5 spenders", "the 5 biggest spenders": an answer lists more. */
const countBeforeMost =
  /(?<=\b(?:top|biggest|largest|highest) )(?:\d{1,2}|three|five|ten) (?=[a-z])|\b(?:\d{1,2}|three|five|ten) (?=(?:top|biggest|largest|highest) )/

/** The words of a question, with contractions and percent signs written out. */
export function wordsOf(text: string): string[] {
  return partsOf(text).flat()
}

const spelled = (names: readonly string[]) => names.filter(Boolean).join('|')
const counted = spelled(numberNames.slice(2))

/** "The last three", "the two newest", and "the fourth to join". */
const spelledCount = new RegExp(
  `(?<=\\b(?:last|newest|latest|recent) )(?:${counted})\\b|\\b(?:${counted})(?= (?:newest|latest|last|most recent)\\b)`,
  'gi',
)
const spelledPlace = new RegExp(
  `\\b(?:${spelled(ordinalNames.slice(2))})(?= (?:(?:country|member|state|nation|one) )?(?:to|that|who|of|in) (?:join|enter|accede|become|joined|entered|became|be admitted)\\b)`,
  'gi',
)

const placeOf = (count: number) => `${count}${count === 2 ? 'nd' : count === 3 ? 'rd' : 'th'}`

/** "In '49", "June 50". */
const shortYear = new RegExp(
  `\\b(in|since|from|${month}) (?!(?<=${month} )3[01]\\b)['’]?([3-9]\\d)(?=\\W|$)(?! (?:to|countries|members|nations|states|percent|allies|years|months|weeks|days|troops|ships)|%)`,
  'gi',
)

const monthOf = (start: string) =>
  monthNames.find((name) => name.toLowerCase().startsWith(start.slice(0, 3).toLowerCase()))?.toLowerCase() ??
  start

/** What ends a part of a question, other than the point of an abbreviation. */
const partEnd =
  /[,;:!?()…]+(?=\s|\)|$)|\(|(?<!\b[A-Za-z])\.+(?=\s|$)|\s[-–—/|]+\s|—|\n|\s(?:lol|lmao|haha+)(?=\s)/

/** "42(7) TEU", "Art. 42 (7) of the Treaty on European Union". */
const mutualAid =
  /\b(?:art(?:icle)?\.? ?)?42 ?(?:\(7\)|[.,]7\b(?! ?(?:%|per|m|b)))(?:,? (?:of the )?(?:TEU\b|treaty on (?:the )?european union\b))?/gi

/** The words of each part between commas, points and the like. */
export function partsOf(text: string): string[][] {
  const plain = text
    .replace(/\b(what|who|when|where|how|that|there|which)['’]?s\b/gi, '$1 is')
    .replace(/\bit['’]s\b/gi, 'it is')
    .replace(/\b(who|what|where|there)['’]re\b/gi, '$1 are')
    .replace(/\b(could|would|should|must|might)['’]?ve\b/gi, '$1 have')
    .replace(/\bain['’]?t\b/gi, 'is not')
    .replace(/\b(why|how|when|where|who)['’]?d\b/gi, '$1 did')
    .replace(/\bgot (?=(?:kicked|booted|expelled|suspended|invited|dissolved|disbanded)\b)/gi, 'was ')
    .replace(/\bby any chance\b/gi, '')
    .replace(/\bhow come\b/gi, 'why')
    .replace(
      /\bwho (?:commands|leads|heads) (?:nato|allied) (?:forces|troops)(?: in europe)?/gi,
      'who is SACEUR',
    )
    .replace(/\bwho (?:came up with|thought up|dreamed up)\b/gi, 'who founded')
    .replace(/\borgs?\b/gi, 'organizations')
    .replace(/\b(?:sixth|6th) eye\b/gi, 'member of the Five Eyes')
    .replace(/\bhow many people\b/gi, 'how many personnel')
    .replace(/\b(south|latin|central) americas?(n?)\b/gi, '$1america$2')
    .replace(mutualAid, 'article 42.7')
    .replace(/\b(what|who|where|when|how)s\b/gi, '$1 is')
    .replace(/\bcan['’]?t\b/gi, 'can not')
    .replace(/\bwon['’]?t\b/gi, 'will not')
    .replace(/n['’]t\b/gi, ' not')
    .replace(/\b(i)['’]?m\b/gi, '$1 am')
    .replace(/\b(they|we|you)['’]re\b|\btheyre\b/gi, (_, who = 'they') => `${String(who)} are`)
    .replace(/\b(i|they|we|you)['’]?ve\b/gi, '$1 have')
    .replace(/\b(i|they|we|you|he|she|it)['’]d\b/gi, '$1 would')
    .replace(
      /\bhow much (?=(?:countr(?:y|ies)|nations?|members?|states?|troops|soldiers|ships|times|exercises)\b)/gi,
      'how many ',
    )
    .replace(/\b(is|are|was|were|do|does|did|has|have|had|would|could|should|wo|ca)nt\b/gi, '$1 not')
    .replace(/\bart\.? (?=\d)/gi, 'article ')
    .replace(/['’]s\b/gi, '')
    .replace(/s['’](?=\s)/gi, 's')
    .replace(/\bu\.?\s?s\.?\s?a\.?(?=\W|$)/gi, 'USA')
    .replace(/%/g, ' percent')
    .replace(
      /\b(one|two|three|four|five) per ?cent\b/gi,
      (_, count: string) => `${numberNames.indexOf(count.toLowerCase())} percent`,
    )
    .replace(/\b1st\b/gi, 'first')
    .replace(/\bb4\b/gi, 'before')
    .replace(/\bwich\b/gi, 'which')
    .replace(/\bwat\b/gi, 'what')
    .replace(/\bwen\b/gi, 'when')
    .replace(/\bw(?=\/? )/gi, 'with')
    .replace(shortYear, '$1 19$2')
    .replace(/\b((?:19|20)\d\d)(?:ish|[- ]?something)\b/gi, '$1')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?= \d)/gi, monthOf)
    .replace(/\b(\d+) ?k\b/gi, '$1000')
    .replace(/(\d)[.,](\d)/g, '$1 $2')
    .replace(/\b(who|which \w+)(?: has| have)? just (?=joined\b)/gi, '$1 most recently ')
    .replace(spelledCount, (count) => String(numberNames.indexOf(count.toLowerCase())))
    .replace(/\bnumber (\d+)(?= (?:to|that|who) (?:join|enter|accede|become)\w*\b)/gi, (_, count: string) =>
      placeOf(Number(count)),
    )
    .replace(spelledPlace, (place) => placeOf(ordinalNames.indexOf(place.toLowerCase())))
    .replace(/\bsec\.?[ -]?gen\b\.?/gi, 'secretary general')
  return plain
    .split(partEnd)
    .map((part) =>
      namedGroups
        .reduce((text, [group, names]) => text.replace(group, names), normalizeText(part))
        .replace(countBeforeMost, '')
        .split(' ')
        .filter(Boolean),
    )
    .filter((words) => words.length > 0)
}
