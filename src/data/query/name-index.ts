// The name index: from typed text to entities by exact name or alias, by prefix, and through typos and skipped words.
import type Database from 'better-sqlite3'
import MiniSearch, { type Options, type SearchResult } from 'minisearch'
import { normalizeText } from '../model/normalize-text.ts'
import { memoize } from './keep.ts'
import { similarityTo, minSimilarity } from './similarity.ts'
import { createWordPrefixIndex, weakNameWords } from './word-prefixes.ts'

/** A name or alias of an entity. */
export interface Name {
  entity: string
  /** As it is written. */
  name: string
}

export interface Names {
  /** The entities of which the text is a name, acronym or alias, each once. */
  exact: (text: string) => string[]
  /** The entities whose names come nearest, best first, each once with the name that matched; all for no text. */
  search: (text: string) => Name[]
  /** Whether the text is a name of something that is not among the entities, so that it is no typo of one that is. */
  isElsewhere: (text: string) => boolean
}

interface IndexedName extends Name {
  /** Its place in the order of the index. */
  id: number
  normalized: string
}

/** An entity to be found by its names, best known first. */
export interface Nameable {
  entity: string
  /** Its own name, then its aliases. */
  names: string[]
  /** Words that people type beside a name: what it is, and the names of those in it. */
  context: string
}

export interface SerializedNameIndex {
  names: { entity: string; name: string; normalized: string }[]
  /** The MiniSearch index over them, by their place. */
  search: unknown
  /** Folded names of what is not among the entities. */
  elsewhere: string[]
}

/** Below this many hits by prefix, typos and skipped words are looked for too. */
const minPrefixHits = 5

/** How many names that come near are looked at more closely. */
const maxCandidates = 60

const options: Options<IndexedName & { context: string }> = {
  fields: ['normalized', 'context'],
  idField: 'id',
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term || null,
}

const isLong = (word: string) => word.length > 2

/** Whether a word is long enough to be mistyped and still known; a flag is one sign, not the letters of its code. */
const mayBeMistyped = (word: string) => word.length >= 4 && !isFlag(word)

const isFlag = (word: string) => /^\p{Regional_Indicator}/u.test(word)

/**
 * Built once for a revision; entities that come first stand before others that match as well. `elsewhere` holds names of
 * what is not among them.
 */
export function buildNameIndex(
  entities: readonly Nameable[],
  elsewhere: readonly string[] = [],
): SerializedNameIndex {
  const indexed = entities.flatMap(({ entity, names, context }) => {
    const normalizedContext = normalizeText(context)
    return names.map((name) => ({
      entity,
      name,
      normalized: normalizeText(name),
      context: normalizedContext,
    }))
  })
  const search = new MiniSearch(options)
  search.addAll(indexed.map((one, id) => ({ ...one, id })))
  return {
    names: indexed.map(({ entity, name, normalized }) => ({ entity, name, normalized })),
    search: search.toJSON(),
    elsewhere: [...new Set(elsewhere.map(normalizeText))],
  }
}

/** Loads the index that the revision's builder has kept. */
export function loadNames(database: Database.Database): Names {
  const json = database.prepare('SELECT json FROM name_index').pluck().get() as string
  return openNameIndex(JSON.parse(json) as SerializedNameIndex)
}

export function openNameIndex(index: SerializedNameIndex): Names {
  const names = index.names.map((one, id) => ({ ...one, id }))
  const byFolded = Map.groupBy(names, ({ normalized }) => normalized)
  const bySqueezed = Map.groupBy(names, ({ normalized }) => removeSpaces(normalized))
  const bySingular = Map.groupBy(names, ({ normalized }) => singular(normalized))
  // An entity's own name stands before its aliases.
  const ownNames = new Map(names.toReversed().map((one) => [one.entity, one]))
  const findByStart = createWordPrefixIndex(names)
  const mini = MiniSearch.loadJS(index.search as Parameters<typeof MiniSearch.loadJS>[0], options)
  const elsewhere = new Set(index.elsewhere)

  /** How the words of a text are looked for: by their beginnings and, but for those that are names, through typos. */
  const loose = {
    prefix: (term: string) => term.length >= 2,
    fuzzy: (term: string) =>
      mayBeMistyped(term) && !byFolded.has(term) && !elsewhere.has(term) ? 0.34 : false,
    maxFuzzy: 2,
    boost: { normalized: 2 },
  }

  const asWritten = (normalized: string) =>
    byFolded.get(normalized) ??
    bySqueezed.get(removeSpaces(normalized)) ??
    bySingular.get(singular(normalized)) ??
    []

  function exactly(normalized: string): IndexedName[] {
    const found = asWritten(normalized)
    if (found.length > 0) return found
    if (normalized.startsWith('the ')) return asWritten(normalized.slice('the '.length))
    return nextToFlag(normalized)
  }

  /** A country by its flag and name together, as its card has them. */
  function nextToFlag(normalized: string): IndexedName[] {
    const { flags = [], others = [] } = Object.groupBy(normalized.split(' '), (word) =>
      isFlag(word) ? 'flags' : 'others',
    )
    const flagged = new Set(flags.flatMap((flag) => byFolded.get(flag) ?? []).map(({ entity }) => entity))
    if (flags.length !== 1) return []
    return asWritten(others.join(' ')).filter(({ entity }) => flagged.has(entity))
  }

  /** The entity's own name where that matches as well, so that an alias shows only when it says more. */
  function bestName({ entity, name }: IndexedName, normalized: string): Name {
    const own = ownNames.get(entity)
    return own && ` ${own.normalized}`.includes(` ${normalized}`)
      ? { entity, name: own.name }
      : { entity, name }
  }

  /** Names of which a word begins with the text; where that is whole, as the name of something else, the first word alone. */
  function byPrefix(normalized: string): IndexedName[] {
    const begun = findByStart(normalized, maxCandidates).flatMap((id) => names[id] ?? [])
    return elsewhere.has(normalized) ? begun.filter((name) => name.normalized.startsWith(normalized)) : begun
  }

  /**
   * Names through typos, skipped words and words beside the name: the more of the text they share, the better. What is a
   * name as it stands is not mistyped, and has no words too many.
   */
  function loosely(normalized: string, isName: boolean): IndexedName[] {
    const words = normalized.split(' ')
    const strong = words.filter((word) => !weakNameWords.has(word))
    if (strong.length === 0) return []
    const long = strong.filter(isLong)
    const query = strong.join(' ')
    const begun = strong.length === 1 ? byPrefix(query) : []
    // Where so many names go on like that, a typo is unlikely, and a search for one takes longest.
    if (begun.length === maxCandidates)
      return rankBySimilarity(
        begun.map((name) => ({ name, share: 1 })),
        normalized,
      )
    const every = { ...loose, ...(isName && { fuzzy: false }), combineWith: 'AND' } as const
    // Very many names have a word that begins with two given letters, so a search for these must be worth its while.
    const all =
      long.length === 0 || mini.search(long.join(' '), every).length > 0 ? mini.search(query, every) : []
    // What only some of the words match is looked for in names alone: words beside them are shared by too many.
    const some = { ...loose, fields: ['normalized'], ...(long.length > 0 && { prefix: isLong }) }
    const hits = all.length > 0 || isName ? all : mini.search(query, some)
    const nearest = hits.values().filter(createIsNear(strong)).take(maxCandidates)
    return rankBySimilarity(
      [...nearest].flatMap(({ id, match, queryTerms }) => {
        const matched = names[id as number]
        const isBeside = Object.values(match).every((fields) => !fields.includes('normalized'))
        const name = isBeside && matched ? ownNames.get(matched.entity) : matched
        return name ? [{ name, share: queryTerms.length / strong.length }] : []
      }),
      normalized,
    )
  }

  return {
    exact: (text) => [...new Set(exactly(normalizeText(text)).map(({ entity }) => entity))],
    search(text) {
      const normalized = normalizeText(text)
      const found = new Map<string, Name>()
      const add = (more: readonly IndexedName[]) => {
        for (const hit of more) if (!found.has(hit.entity)) found.set(hit.entity, bestName(hit, normalized))
      }
      if (normalized === '') {
        // Punctuation alone names nothing; no text at all is a wish to see what there is.
        if (text.trim() === '') add(names)
        return [...found.values()]
      }
      add(exactly(normalized))
      const isName = found.size > 0
      add(byPrefix(normalized))
      if (found.size < minPrefixHits && !elsewhere.has(normalized)) add(loosely(normalized, isName))
      return [...found.values()]
    },
    isElsewhere: (text) => elsewhere.has(normalizeText(text)),
  }
}

/** Tells whether a hit has a word as it was typed, or in the name itself one that is like it. */
function createIsNear(typed: readonly string[]): (hit: SearchResult) => boolean {
  const likenesses = typed.map(similarityTo)
  // Many names have the same word.
  const likeOne = memoize(
    (word) =>
      mayBeMistyped(word) && likenesses.some((diceCoefficient) => diceCoefficient(word) >= minSimilarity),
  )
  const asTyped = memoize((word) => typed.some((other) => word.startsWith(other)))
  return ({ match }) =>
    Object.entries(match).some(
      ([word, fields]) => asTyped(word) || (fields.includes('normalized') && likeOne(word)),
    )
}

/** Names by how much of the text they share and how like it they are written. */
function rankBySimilarity(
  found: readonly { name: IndexedName; share: number }[],
  normalized: string,
): IndexedName[] {
  const likeness = similarityTo(normalized)
  return found
    .map(({ name, share }) => ({ name, nearness: share + likeness(name.normalized) }))
    .sort((a, b) => b.nearness - a.nearness)
    .map(({ name }) => name)
}

/** Without spaces and the s of a plural, of names long enough to be no acronym. */
function singular(normalized: string): string {
  return removeSpaces(normalized).replace(/(?<=.{5})s$/, '')
}

function removeSpaces(normalized: string): string {
  return normalized.replaceAll(' ', '')
}
