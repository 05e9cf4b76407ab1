// The numbers, ordinals and dates of a sentence as words that the patterns of claims read.
import { monthNames } from '../data/model/dates.ts'

const ordinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
/** "The 32nd member", "the thirty-second country". */
const ordinals = new RegExp(
  String.raw`\b(?:(\d{1,2})(?:st|nd|rd|th)|(?:(twenty|thirty)[- ])?(${ordinalWords.slice(1).join('|')}|thirtieth))(?=(?: (?:and|newest|latest|most|recent|official|full))* (?:\S+ )?(?:members?|country|nation|state|ally|party|signatory|eye|to join)\b|[.!]*$)`,
  'gi',
)

function numberOf(tens: string, word: string): number {
  const [high, low] = [
    { twenty: 20, thirty: 30 }[tens.toLowerCase()] ?? 0,
    ordinalWords.indexOf(word.toLowerCase()) + 1,
  ]
  return low > 0 ? high + low : 30
}

/** "In 2010ish", "in 2013 or so", "in 2010 or 2011". */
export const nearYear =
  /\b(?<year>(?:19|20)\d\d)(?:[- ]?ish\b| or so\b| or thereabouts\b| or (?:in )?(?:19|20)\d\d\b)/gi

/** "28,500" → "28500", "1.5k" → "1500", "3.42%" → "3p42 percent", "35k+" → "at least 35000". */
export function withPlainNumbers(text: string): string {
  return text
    .replace(
      /(?<![\p{L}\d])['’](\d\d)\b(?!['’])/gu,
      (_, year: string) => (Number(year) > 30 ? '19' : '20') + year,
    )
    .replace(/\b(since|in|from) ([4-9]\d)(?=[.,;!)]|$| (?:and|but|i|iirc|afaik)\b)/gi, '$1 19$2')
    .replace(
      /\b((?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? )['’]?([4-9]\d)(?=[.,;!)]|$| (?:and|but)\b)/gi,
      '$119$2',
    )
    .replace(nearYear, '$<year>')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(?<=\b[Aa]rticle )(?!I\b)[IVX]+\b/g, (roman) => withArabicNumber(roman))
    .replace(/(?<=\barticle \d+)\((\d)\)/gi, 'p$1')
    .replace(/\b(\d+)(?:\.(\d))?k\b/gi, (_, whole: string, tenth = '0') =>
      String(Number(whole) * 1000 + Number(tenth) * 100),
    )
    .replace(/\b(\d+)\.(\d+)\b/g, '$1p$2')
    .replace(/\b(\d+)\+(?=\s|$)/g, 'at least $1')
    .replace(/~\s*(?=\d)/g, 'about ')
    .replace(
      ordinals,
      (_, number: string | undefined, tens: string | undefined, word: string | undefined) =>
        `nth${number ?? numberOf(tens ?? '', word ?? '')}`,
    )
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?= \d)/gi, monthOf)
    .replace(/(\p{L}{3,} \d{1,2}), ?(?=\d{4}\b)/gu, '$1 ')
    .replace(/\b(\d{1,2}) of (?=(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)/g, '$1 ')
    .replace(/\s=+\s/g, ' is ')
    .replace(/\s\+\s/g, ' and ')
}

const romanNumbers = ' i ii iii iv v vi vii viii ix x xi xii'.split(' ')

function withArabicNumber(roman: string): string {
  const number = romanNumbers.indexOf(roman.toLowerCase())
  return number > 0 ? String(number) : roman
}

/** "Article v" → "article 5", in lower case. */
export function withArabicNumbers(text: string): string {
  return text.replace(/(?<=\b(?:article|pillar) )[ivx]+\b/g, withArabicNumber)
}

function monthOf(short: string): string {
  const start = short.slice(0, 3).toLowerCase()
  return monthNames.find((name) => name.toLowerCase().startsWith(start)) ?? short
}
