// The name index: finds entities by exact name or alias, by prefix, and through typos and skipped words.
import type Database from 'better-sqlite3'
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import { normalizeText } from '../model/normalize-text.ts'
import { canHaveTypo, createIsSimilar, isFlag, rankBySimilarity } from './fuzzy-matches.ts'
import { once } from '../model/memoize.ts'
import { createWordPrefixIndex, weakNameWords } from './word-prefixes.ts'

/** A name or alias of an entity. */
export interface Name {
  entity: string
  /** As written. */
  name: string
}

export interface Names {
  /** The entities that have the text as a name, acronym or alias, each once. */
  exact: (text: string) => string[]
  /** Entities with similar names, best first, each once with the name that matched; all entities for empty text. */
  search: (text: string) => Name[]
  /** Those that have the text as a name or have a word that begins with it, best known first; none for empty text. */
  completions: (text: string) => Name[]
  /** Whether the text is a name of an entity without facts, and so not a typo of another name. */
  isNameOfOther: (text: string) => boolean
}

interface IndexedName extends Name {
  /** Its position in the index. */
  id: number
  normalized: string
}

/** An entity to be found by its names. */
export interface NameEntry {
  entity: string
  /** Its own name, then its aliases. */
  names: string[]
  /** Words that people type next to a name: its kind, and the names of its members. */
  context: string
}

export interface SerializedNames {
  names: { entity: string; name: string; normalized: string }[]
  /** Normalized names of entities without facts. */
  otherNames: string[]
}

/** With fewer hits by prefix, typos and skipped words are tried too. */
const minPrefixHits = 5

/** How many fuzzy matches are ranked. */
const maxCandidates = 60

const options: Options<IndexedName & { context: string }> = {
  fields: ['normalized', 'context'],
  idField: 'id',
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term || null,
}

const isLong = (word: string) => word.length > 2

/**
 * Built once per revision. Of equally good matches, entities that come first here rank first. `otherNames` has the names
 * of entities without facts; `search` is the MiniSearch index over the names, by position.
 */
export function buildNameIndex(
  entities: readonly NameEntry[],
  otherNames: readonly string[] = [],
): SerializedNames & { search: unknown } {
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
  search.addAll(indexed.map((name, id) => ({ ...name, id })))
  return {
    names: indexed.map(({ entity, name, normalized }) => ({ entity, name, normalized })),
    otherNames: [...new Set(otherNames.map(normalizeText))],
    search: search.toJSON(),
  }
}

/** Loads the index stored in the revision. */
export function loadNames(database: Database.Database): Names {
  const read = (column: 'names' | 'search') =>
    JSON.parse(database.prepare(`SELECT ${column} FROM name_index`).pluck().get() as string) as unknown
  return openNameIndex(read('names') as SerializedNames, () => read('search'))
}

/** What only completions and typos need is made when it is first needed: it takes ten times as long as the rest. */
export function openNameIndex(index: SerializedNames, readSearch: () => unknown): Names {
  const names = index.names.map((name, id) => ({ ...name, id }))
  const byNormalized = Map.groupBy(names, ({ normalized }) => normalized)
  const byCompact = once(() => Map.groupBy(names, ({ normalized }) => removeSpaces(normalized)))
  const bySingular = once(() => Map.groupBy(names, ({ normalized }) => singular(normalized)))
  // The first name of each entity is its own; the others are aliases.
  const ownNames = new Map(names.toReversed().map((name) => [name.entity, name]))
  const prefixes = once(() => createWordPrefixIndex(names))
  const fuzzy = once(() => MiniSearch.loadJS(readSearch() as AsPlainObject, options))
  const otherNames = new Set(index.otherNames)

  /** Words match by prefix and, unless they are names themselves, through typos. */
  const fuzzyOptions = {
    prefix: (term: string) => term.length >= 2,
    fuzzy: (term: string) =>
      canHaveTypo(term) && !byNormalized.has(term) && !otherNames.has(term) ? 0.34 : false,
    maxFuzzy: 2,
    boost: { normalized: 2 },
  }

  const findIgnoringSpaces = (normalized: string) =>
    byNormalized.get(normalized) ??
    byCompact().get(removeSpaces(normalized)) ??
    bySingular().get(singular(normalized)) ??
    []

  function findExact(normalized: string): IndexedName[] {
    const matches = findIgnoringSpaces(normalized)
    if (matches.length > 0) return matches
    if (normalized.startsWith('the ')) return findIgnoringSpaces(normalized.slice('the '.length))
    return findFlagWithName(normalized)
  }

  /** A country by its flag and name together, as in the title of its card. */
  function findFlagWithName(normalized: string): IndexedName[] {
    const { flags = [], others = [] } = Object.groupBy(normalized.split(' '), (word) =>
      isFlag(word) ? 'flags' : 'others',
    )
    const flagged = new Set(flags.flatMap((flag) => byNormalized.get(flag) ?? []).map(({ entity }) => entity))
    if (flags.length !== 1) return []
    return findIgnoringSpaces(others.join(' ')).filter(({ entity }) => flagged.has(entity))
  }

  /** The entity's own name if that matches as well, so that an alias is shown only when it adds something. */
  function bestName({ entity, name }: IndexedName, normalized: string): Name {
    const own = ownNames.get(entity)
    return own && ` ${own.normalized}`.includes(` ${normalized}`)
      ? { entity, name: own.name }
      : { entity, name }
  }

  /** Names with a word that begins with the text; only the first word if the text is a name of something else. */
  function findByWordPrefix(normalized: string): IndexedName[] {
    const matches = prefixes()(normalized, maxCandidates).flatMap((id) => names[id] ?? [])
    return otherNames.has(normalized)
      ? matches.filter((name) => name.normalized.startsWith(normalized))
      : matches
  }

  /**
   * Names through typos, skipped words and words next to the name: the more of the text they share, the better. Text
   * that is a name itself has no typo and no surplus words.
   */
  function findFuzzy(normalized: string, isName: boolean): IndexedName[] {
    const words = normalized.split(' ')
    const significant = words.filter((word) => !weakNameWords.has(word))
    if (significant.length === 0) return []
    const longWords = significant.filter(isLong)
    const query = significant.join(' ')
    const prefixMatches = significant.length === 1 ? findByWordPrefix(query) : []
    // With this many prefix matches a typo is unlikely, and searching for one would be slowest.
    if (prefixMatches.length === maxCandidates)
      return rankBySimilarity(
        prefixMatches.map((name) => ({ name, share: 1 })),
        normalized,
      )
    const everyWord = { ...fuzzyOptions, ...(isName && { fuzzy: false }), combineWith: 'AND' } as const
    // Very many names have a word that begins with the same two letters, so those are searched only with a longer word.
    const all =
      longWords.length === 0 || fuzzy().search(longWords.join(' '), everyWord).length > 0
        ? fuzzy().search(query, everyWord)
        : []
    // If only some words match, only names are searched: too many entities share the words of the context.
    const someWords = {
      ...fuzzyOptions,
      fields: ['normalized'],
      ...(longWords.length > 0 && { prefix: isLong }),
    }
    const hits = all.length > 0 || isName ? all : fuzzy().search(query, someWords)
    const similar = hits.values().filter(createIsSimilar(significant)).take(maxCandidates)
    return rankBySimilarity(
      [...similar].flatMap(({ id, match, queryTerms }) => {
        const matched = names[id as number]
        const matchesContextOnly = Object.values(match).every((fields) => !fields.includes('normalized'))
        const name = matchesContextOnly && matched ? ownNames.get(matched.entity) : matched
        return name ? [{ name, share: queryTerms.length / significant.length }] : []
      }),
      normalized,
    )
  }

  return {
    exact: (text) => [...new Set(findExact(normalizeText(text)).map(({ entity }) => entity))],
    search(text) {
      const normalized = normalizeText(text)
      const hits = new Map<string, Name>()
      const add = (matches: readonly IndexedName[]) => {
        for (const hit of matches) if (!hits.has(hit.entity)) hits.set(hit.entity, bestName(hit, normalized))
      }
      if (normalized === '') {
        // A query of only punctuation matches nothing; an empty one lists everything.
        if (text.trim() === '') add(names)
        return [...hits.values()]
      }
      add(findExact(normalized))
      const isName = hits.size > 0
      add(findByWordPrefix(normalized))
      if (hits.size < minPrefixHits && !otherNames.has(normalized)) add(findFuzzy(normalized, isName))
      return [...hits.values()]
    },
    completions(text) {
      const normalized = normalizeText(text)
      if (normalized === '') return []
      return [...findExact(normalized), ...findByWordPrefix(normalized)]
    },
    isNameOfOther: (text) => otherNames.has(normalizeText(text)),
  }
}

/** Without spaces, and without a plural s if the name is too long to be an acronym. */
function singular(normalized: string): string {
  return removeSpaces(normalized).replace(/(?<=.{5})s$/, '')
}

function removeSpaces(normalized: string): string {
  return normalized.replaceAll(' ', '')
}
