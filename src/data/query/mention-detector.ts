// Which entities a chat message names: the longest names first, and common words only where they are meant as names.
import {
  ambiguousNames,
  everydayNouns,
  topicWords,
  ofLanguages,
  ofTheUnitedStates,
  falseFriends,
  type NameContext,
} from './ambiguous-names.ts'
import { normalizeCharacters } from '../model/normalize-text.ts'
import { wordsOfMessage, type MessageWord } from './message-tokenizer.ts'
import type { Entity } from '../model/types.ts'

export interface Mention {
  entity: string
  /** The name as the message has it. */
  matched: string
}

/** What a text names, in order, each entity once; both of those that an ambiguous name may mean. */
export type FindMentions = (text: string) => Mention[]

interface KnownName {
  entities: string[]
  /** As it is written, in every way there is. */
  written: Set<string>
  ofPlace: boolean
}

/** A name that stands in a text, from one word to before another. */
interface NameCandidate {
  name: KnownName
  /** Its words as they stand there, normalized. */
  key: string
  from: number
  to: number
}

/** Acronyms this short are everyday words in small letters: "us", "bri", "sco". */
const shortAcronym = /^[^\p{Ll}\p{Regional_Indicator}]{2,3}$/u
const clearInSmallLetters = new Set(['uk', 'usa', 'nz', 'prc', 'ksa', 'dod', 'fms'])

/** `countries` are all of the world: names of those that are no entities are names of something else. */
export function createFindMentions(
  entities: readonly Entity[],
  countries: readonly Entity[] = [],
): FindMentions {
  const names = new Map<string, KnownName>()
  /** How many words the longest name has that begins with a word. */
  const longest = new Map<string, number>()

  function learn(written: string, entity?: Entity): void {
    const found = wordsOfMessage(normalizeCharacters(written))
    const words = found.map(({ normalized }) => normalized)
    // An acronym such as "DSCS" has no singular, and neither have things that are none of ours.
    const asKey = entity && !found.at(-1)?.allCapitals ? stem : (key: string) => key
    // A name of several words may be written as one: "#CobraGold", "F35".
    const keys = entity ? [asKey(words.join(' ')), asKey(words.join(''))] : [words.join(' ')]
    for (const key of new Set(keys)) {
      const known = names.get(key) ?? { entities: [], written: new Set(), ofPlace: true }
      names.set(key, known)
      known.written.add(written)
      known.ofPlace &&= entity?.kind === 'country' || entity?.kind === 'region'
      if (entity && !known.entities.includes(entity.id)) known.entities.push(entity.id)
      const [first = ''] = key.split(' ')
      longest.set(first, Math.max(longest.get(first) ?? 0, words.length))
    }
  }
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  for (const { id, name, aliases } of [...entities, ...countries]) {
    const entity = byId.get(id)
    for (const written of [name, ...aliases]) {
      // One word that names something else has no name of ours in it: "American Samoa" has, "Samoa" has not.
      if (entity || written.includes(' ')) learn(written, entity)
    }
  }
  for (const thing of falseFriends) learn(thing)

  function candidatesIn(words: readonly MessageWord[]): NameCandidate[] {
    return words.flatMap((word, from) => {
      const most = longest.get(word.normalized) ?? longest.get(stem(word.normalized)) ?? 0
      const found: NameCandidate[] = []
      for (let to = from + 1; to <= Math.min(from + most, words.length); to++) {
        if (to > from + 1 && words[to - 1]?.afterBoundary) break
        const key = words
          .slice(from, to)
          .map(({ normalized }) => normalized)
          .join(' ')
        const name = names.get(key) ?? names.get(stem(key))
        if (name) found.push({ name, key, from, to })
      }
      return found
    })
  }

  return (written) => {
    const text = normalizeCharacters(written)
    const words = wordsOfMessage(text)
    const all = longestFirst(candidatesIn(words))
    const shouted = isAllCaps(words.filter((_, at) => !all.some(({ from, to }) => from <= at && at < to)))
    const clear = all.filter((one) => passesNeighbourRules(one, words, shouted))
    const hasTopicContext =
      withoutOverlaps(clear).some(
        (one) => one.name.entities.length > 0 && contextRequired(one, words) === undefined,
      ) || words.some(({ normalized }) => topicWords.has(normalized))
    const meant = withoutOverlaps(
      clear.filter((one) => isMeantAsName(one, words, text, { shouted, hasTopicContext })),
    )
    return mentionsOf(meant, words, text)
  }
}

/** What singular and plural have in common: "treaty" and "treaties" → "treatie"; "AUKUS" and "ISIS" stay. */
function stem(name: string): string {
  return name.replace(/(?<=\d|\D{2}[^siu]|\D{3}i)s$/, '').replace(/(?<=..)y$/, 'ie')
}

function longestFirst(candidates: NameCandidate[]): NameCandidate[] {
  // What is another thing wins over a name as long, and "the" makes none longer: "the Pacific Partnership".
  const weightOf = ({ key, name, from, to }: NameCandidate) =>
    to - from - (key.startsWith('the ') ? 1 : 0) + (name.entities.length === 0 ? 0.5 : 0)
  return candidates.sort((a, b) => weightOf(b) - weightOf(a))
}

function withoutOverlaps(candidates: readonly NameCandidate[]): NameCandidate[] {
  const taken: NameCandidate[] = []
  for (const one of candidates) {
    if (taken.every(({ from, to }) => one.to <= from || to <= one.from)) taken.push(one)
  }
  return taken.sort((a, b) => a.from - b.from)
}

/** Whether most words are all in capitals, so that capitals say nothing. */
function isAllCaps(words: readonly MessageWord[]): boolean {
  const spoken = words.filter(({ normalized }) => normalized.length > 1)
  return spoken.length > 1 && spoken.filter(({ allCapitals }) => allCapitals).length > 0.7 * spoken.length
}

/** What can be told from the words beside it alone. */
function passesNeighbourRules(
  { name, from, to }: NameCandidate,
  words: readonly MessageWord[],
  shouted: boolean,
): boolean {
  const [word, before, after] = [words[from], words[from - 1]?.normalized ?? '', words[to]]
  if (!word) return false
  if (word.normalized === 'us' && to - from < 3 && !word.dotted && (shouted || !word.allCapitals)) {
    const isTheUs = before === 'the' && !/^(?:vs|versus|them)$/.test(after?.normalized ?? '')
    const isJoined = word.afterHyphen || words[from + 1]?.afterHyphen
    const isOfThem = to - from === 1 && ofTheUnitedStates.has(after?.normalized ?? '')
    if (!isTheUs && !isJoined && !isOfThem) return false
  }
  if (!name.ofPlace || to - from > 1) return true
  return (
    !ofLanguages.has(before) &&
    before !== 'air' &&
    !(after && !after.afterBoundary && everydayNouns.has(after.normalized))
  )
}

/** How the name must stand to count; undefined where it always does. */
function contextRequired(
  { name, key, from, to }: NameCandidate,
  words: readonly MessageWord[],
): NameContext | undefined {
  const isShort = to - from === 1 && [...name.written].every((written) => shortAcronym.test(written))
  const needsCapitals = isShort && !clearInSmallLetters.has(key) && !words[from]?.allCapitals
  return ambiguousNames.get(key) ?? (needsCapitals ? 'company' : undefined)
}

/** Whether a name that may be a common word is meant as a name. */
function isMeantAsName(
  one: NameCandidate,
  words: readonly MessageWord[],
  text: string,
  { shouted, hasTopicContext }: { shouted: boolean; hasTopicContext: boolean },
): boolean {
  const [first, last] = [words[one.from], words[one.to - 1]]
  const capital = last?.capital === true && !shouted
  switch (contextRequired(one, words)) {
    case 'never':
      return false
    case 'company':
      return hasTopicContext
    case 'capital':
      return capital && (hasTopicContext || !first?.first)
    case 'either':
      return capital || hasTopicContext
    case 'both':
      return capital && hasTopicContext
    case 'exact':
      return one.name.written.has(text.slice(first?.from, last?.to))
    case undefined:
      return true
  }
}

function mentionsOf(meant: readonly NameCandidate[], words: readonly MessageWord[], text: string): Mention[] {
  const certain = new Set(meant.flatMap(({ name: { entities } }) => (entities.length === 1 ? entities : [])))
  const found = new Map<string, Mention>()
  for (const { name, from, to } of meant) {
    const matched = text.slice(words[from]?.from, words[to - 1]?.to)
    // "Korea" after "North Korea" is the same one.
    const isSettled = name.entities.length > 1 && name.entities.some((entity) => certain.has(entity))
    for (const entity of isSettled ? [] : name.entities) {
      if (!found.has(entity)) found.set(entity, { entity, matched })
    }
  }
  return [...found.values()]
}
