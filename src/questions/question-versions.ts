// The ways to read the words of a question: without what frames it, without fillers and without its date.
import { parseDate, type PartialDate } from '../data/model/dates.ts'
import { withoutFraming } from './framing.ts'
import { fillers } from './framing-words.ts'
import { month, numberNames, numberWord } from './pattern-words.ts'
import { inPlainWords } from './plain-words.ts'
import type { Named } from './question-names.ts'

/** Words of one way to read a question, without its date. */
export interface Version {
  words: string[]
  date: PartialDate
  /** The last year of a time that begins with the date: "in the 1950s". */
  until?: string
  /** Whether it is a question, whatever its words. */
  isQuestion: boolean
}

const datePhrase = new RegExp(
  `(?:^| )(?:back )?(?:in|on|of|as of|during|by|at|for|from)? ?(?:year |(?:end|start|beginning|course) of )?(${month} \\d{1,2} (?:1[89]|20)\\d\\d|${month} (?:1[89]|20)\\d\\d|\\d{1,2} ${month} (?:1[89]|20)\\d\\d|(?:1[89]|20)\\d\\d)(?= |$)`,
)

const decades: Record<string, string> = {
  forties: '1940',
  fifties: '1950',
  sixties: '1960',
  seventies: '1970',
  eighties: '1980',
  nineties: '1990',
}

const span = new RegExp(
  `(?:^| )(?:between|from) ((?:19|20)\\d\\d) (?:and|to|until|till) ((?:19|20)\\d\\d)(?= |$)|(?:^| )(?:back )?(?:in|during|over|within|under|throughout|since) (?:(?:course of )?(?:last|past) (\\d{1,2}|${numberNames.slice(1).join('|')}|twenty|thirty|fifty) years|((?:19|20)?\\d0)s|(${Object.keys(decades).join('|')})|(21st century))(?= |$)|(?:^| )(?:in )?(?:(this decade)|(this century))(?= |$)`,
)

/** A time of several years in the words, and the words without it. */
function extractSpan(
  text: string,
  today: string,
): { text: string; date: PartialDate; until: string } | undefined {
  const match = span.exec(text)
  if (!match) return undefined
  const [all, from, to, count, decade, named, ...since] = match
  const year = Number(today.slice(0, 4))
  const start = decade?.replace(/^(?=\d\d$)/, decade < '30' ? '20' : '19') ?? decades[named ?? '']
  const tens = { twenty: 20, thirty: 30, fifty: 50 }[count ?? '']
  const years =
    from !== undefined && to !== undefined
      ? [from, to]
      : start !== undefined
        ? [start, /^ ?(?:back )?since /.test(all) ? String(year) : String(Number(start) + 9)]
        : count !== undefined
          ? [
              String(
                year -
                  (tens ?? (numberNames.indexOf(count) > 0 ? numberNames.indexOf(count) : Number(count))),
              ),
              String(year),
            ]
          : since[1] !== undefined
            ? [`${today.slice(0, 3)}0`, String(year)]
            : ['2001', String(year)]
  const [date = '', until = ''] = years
  return { text: text.replace(all, ' ').replace(/\s+/g, ' ').trim(), date, until }
}

/** How a text is asked. */
export interface Asked {
  /** Whether it has a question mark. */
  isAsked: boolean
  isQuestion: boolean
}

/** The date in the words, and the words without it. */
function extractDate(text: string, today: string): { text: string; date: PartialDate } {
  const relative = /(?:^| )(?:in )?(last|this) year(?= |$)/.exec(text)
  if (relative)
    return {
      text: text.replace(relative[0], ' ').replace(/\s+/g, ' ').trim(),
      date: String(Number(today.slice(0, 4)) - (relative[1] === 'last' ? 1 : 0)),
    }
  const match = datePhrase.exec(text)
  const date = match?.[1] === undefined ? undefined : parseDate(match[1], today)
  if (!match || date === undefined) return { text, date: '' }
  // Who had joined by then was in it then.
  if (/^ ?by /.test(match[0]))
    text = text.replace(
      /\b(?:(?:had|have|has) )?(?:joined|entered|acceded to|become members? of)(?= @)/,
      'in',
    )
  return { text: text.replace(match[0], ' ').replace(/\s+/g, ' ').trim(), date }
}

/** "Which 3 countries are in AUKUS": the answer says how many they are. */
const countBeforeList = new RegExp(
  `(?<=^(?:which|what|list|name|who are)(?: the| original| all| are| were)* )${numberWord} (?=(?:original |founding )?(?:countries|members|nations|states|allies|@0))`,
)

/** The ways to read the words of a question, the most literal first. */
export function versionsOf(
  { words, candidates }: Named,
  { isAsked, isQuestion }: Asked,
  today: string,
): Version[] {
  const hasTopic = candidates.flat().some(({ kind }) => kind !== 'country')
  const texts = withoutFraming(words, isAsked, hasTopic)
  const versions: Version[] = texts.map((text) => ({ ...versionOf(text, today), isQuestion }))
  const ofSpans = texts.flatMap((text) => {
    const found = extractSpan(text, today)
    if (!found) return []
    const version = { words: wordsOf(found.text), isQuestion }
    // When it was, the answer tells.
    return /^(?:when|why|(?:in )?(?:what|which) year)\b/.test(text)
      ? { ...version, date: '' }
      : { ...version, date: found.date, until: found.until }
  })
  // This year is now.
  return [
    ...ofSpans,
    ...versions,
    ...versions
      .filter(({ date }) => date !== '' && date === today.slice(0, 4))
      .map((one) => ({ ...one, date: '' })),
  ]
}

/** The version in plain words, if they are others. */
export function plainer(version: Version): Version[] {
  const plain = inPlainWords(version.words)
  return plain ? [{ ...version, words: plain }] : []
}

function versionOf(text: string, today: string): Omit<Version, 'isQuestion'> {
  // "RIMPAC 2018" names an edition; any other year is a date.
  const { text: undated, date } = extractDate(text, today)
  return { words: wordsOf(undated), date }
}

function wordsOf(text: string): string[] {
  return text
    .replace(countBeforeList, '')
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
}
