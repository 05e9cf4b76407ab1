// The name index: from typed text to entities by exact name or alias, by prefix, and through typos and skipped words.
import type Database from 'better-sqlite3'
import MiniSearch, { type Options, type SearchResult } from 'minisearch'
import { fold } from '../model/normalize-text.ts'
import { remember } from './keep.ts'
import { likenessTo, near } from './similarity.ts'
import { openWordStarts, weakWords } from './word-prefixes.ts'

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
  folded: string
}

/** An entity to be found by its names, best known first. */
export interface Nameable {
  entity: string
  /** Its own name, then its aliases. */
  names: string[]
  /** Words that people type beside a name: what it is, and the names of those in it. */
  beside: string
}

export interface NameIndex {
  names: { entity: string; name: string; folded: string }[]
  /** The MiniSearch index over them, by their place. */
  search: unknown
  /** Folded names of what is not among the entities. */
  elsewhere: string[]
}

/** Below this many hits by prefix, typos and skipped words are looked for too. */
const enough = 5

/** How many names that come near are looked at more closely. */
const candidates = 60

const options: Options<IndexedName & { beside: string }> = {
  fields: ['folded', 'beside'],
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
export function buildNameIndex(entities: readonly Nameable[], elsewhere: readonly string[] = []): NameIndex {
  const indexed = entities.flatMap(({ entity, names, beside }) => {
    const foldedBeside = fold(beside)
    return names.map((name) => ({ entity, name, folded: fold(name), beside: foldedBeside }))
  })
  const search = new MiniSearch(options)
  search.addAll(indexed.map((one, id) => ({ ...one, id })))
  return {
    names: indexed.map(({ entity, name, folded }) => ({ entity, name, folded })),
    search: search.toJSON(),
    elsewhere: [...new Set(elsewhere.map(fold))],
  }
}

/** Loads the index that the revision's builder has kept. */
export function loadNames(database: Database.Database): Names {
  const json = database.prepare('SELECT json FROM name_index').pluck().get() as string
  return openNameIndex(JSON.parse(json) as NameIndex)
}

export function openNameIndex(index: NameIndex): Names {
  const names = index.names.map((one, id) => ({ ...one, id }))
  const byFolded = Map.groupBy(names, ({ folded }) => folded)
  const bySqueezed = Map.groupBy(names, ({ folded }) => squeeze(folded))
  const bySingular = Map.groupBy(names, ({ folded }) => singular(folded))
  // An entity's own name stands before its aliases.
  const ownNames = new Map(names.toReversed().map((one) => [one.entity, one]))
  const findByStart = openWordStarts(names)
  const mini = MiniSearch.loadJS(index.search as Parameters<typeof MiniSearch.loadJS>[0], options)
  const elsewhere = new Set(index.elsewhere)

  /** How the words of a text are looked for: by their beginnings and, but for those that are names, through typos. */
  const loose = {
    prefix: (term: string) => term.length >= 2,
    fuzzy: (term: string) =>
      mayBeMistyped(term) && !byFolded.has(term) && !elsewhere.has(term) ? 0.34 : false,
    maxFuzzy: 2,
    boost: { folded: 2 },
  }

  const asWritten = (folded: string) =>
    byFolded.get(folded) ?? bySqueezed.get(squeeze(folded)) ?? bySingular.get(singular(folded)) ?? []

  function exactly(folded: string): IndexedName[] {
    const found = asWritten(folded)
    if (found.length > 0) return found
    if (folded.startsWith('the ')) return asWritten(folded.slice('the '.length))
    return besideFlag(folded)
  }

  /** A country by its flag and name together, as its card has them. */
  function besideFlag(folded: string): IndexedName[] {
    const { flags = [], others = [] } = Object.groupBy(folded.split(' '), (word) =>
      isFlag(word) ? 'flags' : 'others',
    )
    const flagged = new Set(flags.flatMap((flag) => byFolded.get(flag) ?? []).map(({ entity }) => entity))
    if (flags.length !== 1) return []
    return asWritten(others.join(' ')).filter(({ entity }) => flagged.has(entity))
  }

  /** The entity's own name where that matches as well, so that an alias shows only when it says more. */
  function bestName({ entity, name }: IndexedName, folded: string): Name {
    const own = ownNames.get(entity)
    return own && ` ${own.folded}`.includes(` ${folded}`) ? { entity, name: own.name } : { entity, name }
  }

  /** Names of which a word begins with the text; where that is whole, as the name of something else, the first word alone. */
  function byPrefix(folded: string): IndexedName[] {
    const begun = findByStart(folded, candidates).flatMap((id) => names[id] ?? [])
    return elsewhere.has(folded) ? begun.filter((name) => name.folded.startsWith(folded)) : begun
  }

  /**
   * Names through typos, skipped words and words beside the name: the more of the text they share, the better. What is a
   * name as it stands is not mistyped, and has no words too many.
   */
  function loosely(folded: string, isName: boolean): IndexedName[] {
    const words = folded.split(' ')
    const strong = words.filter((word) => !weakWords.has(word))
    if (strong.length === 0) return []
    const long = strong.filter(isLong)
    const query = strong.join(' ')
    const begun = strong.length === 1 ? byPrefix(query) : []
    // Where so many names go on like that, a typo is unlikely, and a search for one takes longest.
    if (begun.length === candidates)
      return likest(
        begun.map((name) => ({ name, share: 1 })),
        folded,
      )
    const every = { ...loose, ...(isName && { fuzzy: false }), combineWith: 'AND' } as const
    // Very many names have a word that begins with two given letters, so a search for these must be worth its while.
    const all =
      long.length === 0 || mini.search(long.join(' '), every).length > 0 ? mini.search(query, every) : []
    // What only some of the words match is looked for in names alone: words beside them are shared by too many.
    const some = { ...loose, fields: ['folded'], ...(long.length > 0 && { prefix: isLong }) }
    const hits = all.length > 0 || isName ? all : mini.search(query, some)
    const nearest = hits.values().filter(createIsNear(strong)).take(candidates)
    return likest(
      [...nearest].flatMap(({ id, match, queryTerms }) => {
        const matched = names[id as number]
        const isBeside = Object.values(match).every((fields) => !fields.includes('folded'))
        const name = isBeside && matched ? ownNames.get(matched.entity) : matched
        return name ? [{ name, share: queryTerms.length / strong.length }] : []
      }),
      folded,
    )
  }

  return {
    exact: (text) => [...new Set(exactly(fold(text)).map(({ entity }) => entity))],
    search(text) {
      const folded = fold(text)
      const found = new Map<string, Name>()
      const add = (more: readonly IndexedName[]) => {
        for (const hit of more) if (!found.has(hit.entity)) found.set(hit.entity, bestName(hit, folded))
      }
      if (folded === '') {
        // Punctuation alone names nothing; no text at all is a wish to see what there is.
        if (text.trim() === '') add(names)
        return [...found.values()]
      }
      add(exactly(folded))
      const isName = found.size > 0
      add(byPrefix(folded))
      if (found.size < enough && !elsewhere.has(folded)) add(loosely(folded, isName))
      return [...found.values()]
    },
    isElsewhere: (text) => elsewhere.has(fold(text)),
  }
}

/** Tells whether a hit has a word as it was typed, or in the name itself one that is like it. */
function createIsNear(typed: readonly string[]): (hit: SearchResult) => boolean {
  const likenesses = typed.map(likenessTo)
  // Many names have the same word.
  const likeOne = remember(
    (word) => mayBeMistyped(word) && likenesses.some((likeness) => likeness(word) >= near),
  )
  const asTyped = remember((word) => typed.some((other) => word.startsWith(other)))
  return ({ match }) =>
    Object.entries(match).some(
      ([word, fields]) => asTyped(word) || (fields.includes('folded') && likeOne(word)),
    )
}

/** Names by how much of the text they share and how like it they are written. */
function likest(found: readonly { name: IndexedName; share: number }[], folded: string): IndexedName[] {
  const likeness = likenessTo(folded)
  return found
    .map(({ name, share }) => ({ name, nearness: share + likeness(name.folded) }))
    .sort((a, b) => b.nearness - a.nearness)
    .map(({ name }) => name)
}

/** Without spaces and the s of a plural, of names long enough to be no acronym. */
function singular(folded: string): string {
  return squeeze(folded).replace(/(?<=.{5})s$/, '')
}

function squeeze(folded: string): string {
  return folded.replaceAll(' ', '')
}
