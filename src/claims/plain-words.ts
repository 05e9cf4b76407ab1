// The words of a sentence without what changes nothing of what it claims, and with one form of words for several.
import { monthNames } from '../data/model/dates.ts'
import { withoutAsides, fillers } from './asides.ts'
import { mayFit } from './needed-words.ts'
import { rewrites } from './rewrites.ts'

/** A date in plain words: "1949-04-04", "1949-04", "1949". */
export const datePattern = String.raw`(?:1[3-9]|20)\d\d(?:-\d\d){0,2}`

const months = monthNames.map((name) => name.toLowerCase())
const month = `(${months.join('|')})`
const year = String.raw`((?:1[3-9]|20)\d\d)(?= )`
const writtenDates: readonly [RegExp, (...parts: string[]) => string][] = [
  [
    new RegExp(String.raw`(?<= )${month} (\d{1,2}) ${year}`, 'g'),
    (_, name = '', day = '', of = '') => isoDate(of, name, day),
  ],
  [
    new RegExp(String.raw`(?<= )(\d{1,2}) ${month} ${year}`, 'g'),
    (_, day = '', name = '', of = '') => isoDate(of, name, day),
  ],
  [new RegExp(`(?<= )${month} ${year}`, 'g'), (_, name = '', of = '') => isoDate(of, name)],
]

function isoDate(of: string, name: string, day?: string): string {
  const parts = [of, String(months.indexOf(name) + 1), ...(day === undefined ? [] : [day])]
  return parts.map((part) => part.padStart(2, '0')).join('-')
}

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

const datedStart = new RegExp(`^ (?:in|on|by|since|as of) (${datePattern}) ,? ?(.*)$`)

/** "In even years" is how often, and "so is Norway" what was said before. */
function isMeant(word: string, [next = '', after = '', then = '']: readonly string[]): boolean {
  if (word === 'so')
    return /^(?:is|are|was|were|did)$/.test(next) && after.startsWith('@') && !/^[a-z]/.test(then)
  return word === 'even' && /^(?:years?|numbered)$/.test(next)
}

export function plainText(words: readonly string[]): string {
  const numbered: string[] = []
  for (const word of words) {
    const last = numbered.at(-1) ?? ''
    const number = numberWords[word]
    if (number !== undefined && number < 10 && number > 0 && /^[2-6]0$/.test(last) && !/\d{4}/.test(last))
      numbered[numbered.length - 1] = String(Number(last) + number)
    else numbered.push(number === undefined ? word : String(number))
  }
  let text = ` ${numbered.join(' ')} `
    .replace(/ (?:the|a|an)(?= )/g, '')
    .replace(/(?: (\d+))? dozen (?=[a-z@])/g, (_, many = '1') => ` ${Number(many) * 12} `)
  for (const [pattern, spell] of writtenDates) text = text.replace(pattern, spell)
  text = withoutAsides(text)
  text = ` ${text
    .split(' ')
    .filter(
      (word, index, words) =>
        word !== '' && (!fillers.has(word) || isMeant(word, words.slice(index + 1, index + 4))),
    )
    .join(' ')} `
  text = withoutAsides(text)
  for (const [pattern, replacement] of rewrites)
    if (mayFit(pattern, text)) text = text.replace(pattern, replacement)
  const dated = datedStart.exec(text)
  if (dated) text = ` ${dated[2]?.trim()} in ${dated[1]} `
  return text
    .replace(/^(?: [,:])+| (?:(?:[,;:]|and|but) )+$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
