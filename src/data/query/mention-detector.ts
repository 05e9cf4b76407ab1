// Detects which entities a chat message names: longest names first, everyday words only if meant as names.
import {
  ambiguousNames,
  everydayNouns,
  topicWords,
  languageVerbs,
  wordsAfterUs,
  falseFriends,
  type NameContext,
} from './ambiguous-names.ts'
import { normalizeCharacters } from '../model/normalize-text.ts'
import { tokenizeMessage, type MessageWord } from './message-tokenizer.ts'
import type { Entity } from '../model/types.ts'

export interface Mention {
  entity: string
  /** The name as written in the message. */
  matched: string
}

/** The entities that a text names, in order, each once; all that an ambiguous name may mean. */
export type FindMentions = (text: string) => Mention[]

interface KnownName {
  entities: string[]
  /** In every spelling. */
  spellings: Set<string>
  /** Whether it names only countries and regions. */
  isPlace: boolean
}

/** An occurrence of a name in a text: the words from `from` to before `to`. */
interface NameCandidate {
  name: KnownName
  /** Its normalized words in the text. */
  key: string
  from: number
  to: number
}

/** Acronyms this short may be everyday words in lower case: "us", "bri", "sco". */
const shortAcronym = /^[^\p{Ll}\p{Regional_Indicator}]{2,3}$/u
const unambiguousInLowerCase = new Set(['uk', 'usa', 'nz', 'prc', 'ksa', 'dod', 'fms'])

/** The name of an entity without facts is not a mention. */
export function createFindMentions(
  entities: readonly Entity[],
  hasFacts: (entity: string) => boolean = () => true,
): FindMentions {
  const names = new Map<string, KnownName>()
  /** By first word, how many words the longest name has. */
  const maxLengths = new Map<string, number>()

  function addName(spelling: string, entity?: Entity): void {
    const tokens = tokenizeMessage(normalizeCharacters(spelling))
    const words = tokens.map(({ normalized }) => normalized)
    // An acronym such as "DSCS" has no singular, and names of other things are matched exactly.
    const asKey = entity && !tokens.at(-1)?.allCapitals ? stem : (key: string) => key
    // A name of several words may be written as one: "#CobraGold", "F35".
    const keys = entity ? [asKey(words.join(' ')), asKey(words.join(''))] : [words.join(' ')]
    for (const key of new Set(keys)) {
      const known = names.get(key) ?? { entities: [], spellings: new Set(), isPlace: true }
      names.set(key, known)
      known.spellings.add(spelling)
      known.isPlace &&= entity?.kind === 'country' || entity?.kind === 'region'
      if (entity && !known.entities.includes(entity.id)) known.entities.push(entity.id)
      const [first = ''] = key.split(' ')
      maxLengths.set(first, Math.max(maxLengths.get(first) ?? 0, words.length))
    }
  }
  for (const entity of entities) {
    const isMention = hasFacts(entity.id)
    for (const spelling of [entity.name, ...entity.aliases]) {
      // Only a longer name of something else can contain an entity's name: "American Samoa" does, "Samoa" does not.
      if (isMention || spelling.includes(' ')) addName(spelling, isMention ? entity : undefined)
    }
  }
  for (const phrase of falseFriends) addName(phrase)

  function candidatesIn(words: readonly MessageWord[]): NameCandidate[] {
    return words.flatMap((word, from) => {
      const maxLength = maxLengths.get(word.normalized) ?? maxLengths.get(stem(word.normalized)) ?? 0
      const candidates: NameCandidate[] = []
      for (let to = from + 1; to <= Math.min(from + maxLength, words.length); to++) {
        if (to > from + 1 && words[to - 1]?.afterBoundary) break
        const key = words
          .slice(from, to)
          .map(({ normalized }) => normalized)
          .join(' ')
        const name = names.get(key) ?? names.get(stem(key))
        if (name) candidates.push({ name, key, from, to })
      }
      return candidates
    })
  }

  return (message) => {
    const text = normalizeCharacters(message)
    const words = tokenizeMessage(text)
    const all = longestFirst(candidatesIn(words))
    const allCaps = isAllCaps(
      words.filter((_, index) => !all.some(({ from, to }) => from <= index && index < to)),
    )
    const possible = all.filter((candidate) => passesNeighborRules(candidate, words, allCaps))
    const hasTopicContext =
      withoutOverlaps(possible).some(
        (candidate) => candidate.name.entities.length > 0 && contextRequired(candidate, words) === undefined,
      ) || words.some(({ normalized }) => topicWords.has(normalized))
    const names = withoutOverlaps(
      possible.filter((candidate) => isMeantAsName(candidate, words, text, { allCaps, hasTopicContext })),
    )
    return mentionsOf(names, words, text)
  }
}

/** The common stem of singular and plural: "treaty" and "treaties" → "treatie"; "AUKUS" and "ISIS" stay. */
function stem(name: string): string {
  return name.replace(/(?<=\d|\D{2}[^siu]|\D{3}i)s$/, '').replace(/(?<=..)y$/, 'ie')
}

function longestFirst(candidates: NameCandidate[]): NameCandidate[] {
  // A phrase that means something else wins over a name of the same length; "the" does not count.
  const weightOf = ({ key, name, from, to }: NameCandidate) =>
    to - from - (key.startsWith('the ') ? 1 : 0) + (name.entities.length === 0 ? 0.5 : 0)
  return candidates.sort((a, b) => weightOf(b) - weightOf(a))
}

function withoutOverlaps(candidates: readonly NameCandidate[]): NameCandidate[] {
  const taken: NameCandidate[] = []
  for (const candidate of candidates) {
    if (taken.every(({ from, to }) => candidate.to <= from || to <= candidate.from)) taken.push(candidate)
  }
  return taken.sort((a, b) => a.from - b.from)
}

/** Whether most words are in capitals, so that capitals mean nothing. */
function isAllCaps(words: readonly MessageWord[]): boolean {
  const long = words.filter(({ normalized }) => normalized.length > 1)
  return long.length > 1 && long.filter(({ allCapitals }) => allCapitals).length > 0.7 * long.length
}

/** Whether the words next to a candidate allow it to be the name. */
function passesNeighborRules(
  { name, from, to }: NameCandidate,
  words: readonly MessageWord[],
  allCaps: boolean,
): boolean {
  const [word, before, after] = [words[from], words[from - 1]?.normalized ?? '', words[to]]
  if (!word) return false
  if (word.normalized === 'us' && to - from < 3 && !word.isDotted && (allCaps || !word.allCapitals)) {
    const isTheUs = before === 'the' && !/^(?:vs|versus|them)$/.test(after?.normalized ?? '')
    const isJoined = word.afterHyphen || words[from + 1]?.afterHyphen
    const isBeforeOwnedNoun = to - from === 1 && wordsAfterUs.has(after?.normalized ?? '')
    if (!isTheUs && !isJoined && !isBeforeOwnedNoun) return false
  }
  if (!name.isPlace || to - from > 1) return true
  return (
    !languageVerbs.has(before) &&
    before !== 'air' &&
    !(after && !after.afterBoundary && everydayNouns.has(after.normalized))
  )
}

/** The context that the name requires to count; undefined if it always counts. */
function contextRequired(
  { name, key, from, to }: NameCandidate,
  words: readonly MessageWord[],
): NameContext | undefined {
  const isShort = to - from === 1 && [...name.spellings].every((spelling) => shortAcronym.test(spelling))
  const needsCapitals = isShort && !unambiguousInLowerCase.has(key) && !words[from]?.allCapitals
  return ambiguousNames.get(key) ?? (needsCapitals ? 'topic' : undefined)
}

/** Whether a candidate that may be an everyday word is meant as a name. */
function isMeantAsName(
  candidate: NameCandidate,
  words: readonly MessageWord[],
  text: string,
  { allCaps, hasTopicContext }: { allCaps: boolean; hasTopicContext: boolean },
): boolean {
  const [first, last] = [words[candidate.from], words[candidate.to - 1]]
  const capitalized = last?.capitalized === true && !allCaps
  switch (contextRequired(candidate, words)) {
    case 'never':
      return false
    case 'topic':
      return hasTopicContext
    case 'capitalized':
      return capitalized && (hasTopicContext || !first?.startsSentence)
    case 'either':
      return capitalized || hasTopicContext
    case 'both':
      return capitalized && hasTopicContext
    case 'exact':
      return candidate.name.spellings.has(text.slice(first?.from, last?.to))
    case undefined:
      return true
  }
}

function mentionsOf(names: readonly NameCandidate[], words: readonly MessageWord[], text: string): Mention[] {
  const certain = new Set(names.flatMap(({ name: { entities } }) => (entities.length === 1 ? entities : [])))
  const mentions = new Map<string, Mention>()
  for (const { name, from, to } of names) {
    const matched = text.slice(words[from]?.from, words[to - 1]?.to)
    // "Korea" after "North Korea" means the same one.
    const isSettled = name.entities.length > 1 && name.entities.some((entity) => certain.has(entity))
    for (const entity of isSettled ? [] : name.entities) {
      if (!mentions.has(entity)) mentions.set(entity, { entity, matched })
    }
  }
  return [...mentions.values()]
}
