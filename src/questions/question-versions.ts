// The ways to read the words of a question: without what frames it, without fillers and without its date.
import { parseDate, type PartialDate } from '../data/model/dates.ts'
import { withoutFraming } from './framing.ts'
import { fillers } from './framing-words.ts'
import { month, numberWord } from './pattern-words.ts'
import { inPlainWords } from './plain-words.ts'
import type { Named } from './question-names.ts'

/** Words of one way to read a question, without its date. */
export interface Version {
  words: string[]
  date: PartialDate
  /** Whether it is a question, whatever its words. */
  isQuestion: boolean
}

const datePhrase = new RegExp(
  `(?:^| )(?:back )?(?:in|on|as of|during|by|at|for|from)? ?(?:the (?:end|year|start) of )?(${month} \\d{1,2} (?:1[89]|20)\\d\\d|${month} (?:1[89]|20)\\d\\d|\\d{1,2} ${month} (?:1[89]|20)\\d\\d|(?:1[89]|20)\\d\\d)(?= |$)`,
)

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
  const versions = withoutFraming(words, isAsked, hasTopic).map((text) => ({
    ...versionOf(text, today),
    isQuestion,
  }))
  // This year is now.
  return [
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
  const words = undated
    .replace(countBeforeList, '')
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
  return { words, date }
}
