// The name index: from typed text to entities by exact name or alias, by prefix, and through typos and skipped words.
import type Database from 'better-sqlite3'
import MiniSearch, { type Options } from 'minisearch'
import { fold } from './fold.ts'

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
}

interface IndexedName extends Name {
  /** Its place in the order of the index. */
  id: number
  folded: string
}

/** The start of a word in a folded name: what a prefix is looked up in. */
interface WordStart {
  rest: string
  id: number
  /** Whether it is the first word. */
  first: boolean
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
}

/** Words that name nothing by themselves: names that merely have one of them come last, and they are never searched for. */
const weak = new Set(['the', 'of', 'and', 'a', 'an', 'in', 'for', 'to', 'us', 'is', 'what', 'who'])

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

/** How the words of a text are looked for: by their beginnings, and where they are long enough through typos. */
const loose = {
  prefix: (term: string) => term.length >= 2,
  fuzzy: (term: string) => (term.length >= 4 ? 0.34 : false),
  maxFuzzy: 2,
  boost: { folded: 2 },
}

/** Built once for a revision; entities that come first stand before others that match as well. */
export function buildNameIndex(entities: readonly Nameable[]): NameIndex {
  const indexed = entities.flatMap(({ entity, names, beside }) =>
    names.map((name) => ({ entity, name, folded: fold(name), beside: fold(beside) })),
  )
  const search = new MiniSearch(options)
  search.addAll(indexed.map((one, id) => ({ ...one, id })))
  return {
    names: indexed.map(({ entity, name, folded }) => ({ entity, name, folded })),
    search: search.toJSON(),
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
  const starts = names.flatMap(wordStarts).sort((a, b) => compareText(a.rest, b.rest))
  const mini = MiniSearch.loadJS(index.search as Parameters<typeof MiniSearch.loadJS>[0], options)

  const exactly = (folded: string) =>
    byFolded.get(folded) ?? bySqueezed.get(squeeze(folded)) ?? bySingular.get(singular(folded)) ?? []

  /** The entity's own name where that matches as well, so that an alias shows only when it says more. */
  function bestName({ entity, name }: IndexedName, folded: string): Name {
    const own = ownNames.get(entity)
    return own && ` ${own.folded}`.includes(` ${folded}`) ? { entity, name: own.name } : { entity, name }
  }

  function byPrefix(folded: string): IndexedName[] {
    const isWeak = ({ rest }: WordStart) => weak.has(folded) && rest.startsWith(`${folded} `)
    // A number for each hit, since thousands of objects would take too long to sort: first words, later ones, weak ones.
    const places: number[] = []
    for (let at = lowerBound(starts, folded); starts[at]?.rest.startsWith(folded); at++) {
      const start = starts[at] as WordStart
      places.push((isWeak(start) ? 2 : start.first ? 0 : 1) * names.length + start.id)
    }
    const best = Float64Array.from(places).sort().subarray(0, candidates)
    return [...best].flatMap((place) => names[place % names.length] ?? [])
  }

  /** Names through typos, skipped words and words beside the name: the more of the text they share, the better. */
  function loosely(folded: string): IndexedName[] {
    const words = folded.split(' ')
    const strong = words.filter((word) => !weak.has(word))
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
    const every = { ...loose, combineWith: 'AND' } as const
    // Very many names have a word that begins with two given letters, so a search for these must be worth its while.
    const all =
      long.length === 0 || mini.search(long.join(' '), every).length > 0 ? mini.search(query, every) : []
    // What only some of the words match is looked for in names alone: words beside them are shared by too many.
    const some = { ...loose, fields: ['folded'], ...(long.length > 0 && { prefix: isLong }) }
    const hits = all.length > 0 ? all : mini.search(query, some)
    return likest(
      hits.slice(0, candidates).flatMap(({ id, queryTerms }) => {
        const name = names[id as number]
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
      add(byPrefix(folded))
      if (found.size < enough) add(loosely(folded))
      return [...found.values()]
    },
  }
}

/** Names by how much of the text they share and how like it they are written. */
function likest(found: readonly { name: IndexedName; share: number }[], folded: string): IndexedName[] {
  const typed = piecesOf(folded)
  return found
    .map(({ name, share }) => ({ name, nearness: share + likeness(typed, piecesOf(name.folded)) }))
    .sort((a, b) => b.nearness - a.nearness)
    .map(({ name }) => name)
}

/** The letters of a text and its pairs of neighbouring letters, spaces apart: swapped letters leave the letters alike. */
function piecesOf(folded: string): Set<string> {
  const letters = squeeze(folded)
  const pairs = Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
  return new Set([...letters.split(''), ...pairs])
}

/** Dice's coefficient of two sets, from 0 to 1: https://doi.org/10.2307/1932409 */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * one.intersection(other).size) / Math.max(1, one.size + other.size)
}

/** How alike two folded words are, from 0 to 1. */
export function alike(one: string, other: string): number {
  return likeness(piecesOf(one), piecesOf(other))
}

/** Without spaces and the s of a plural, of names long enough to be no acronym. */
function singular(folded: string): string {
  return squeeze(folded).replace(/(?<=.{5})s$/, '')
}

function squeeze(folded: string): string {
  return folded.replaceAll(' ', '')
}

function wordStarts({ folded, id }: IndexedName): WordStart[] {
  const words = folded.split(' ')
  return words
    .map((word, index) => ({ word, rest: words.slice(index).join(' '), id, first: index === 0 }))
    .filter(({ word, first }) => first || !weak.has(word))
    .map(({ rest, first }) => ({ rest, id, first }))
}

/** Code units, as startsWith compares them; a locale's order would break the search by halves. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function lowerBound(starts: readonly WordStart[], text: string): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle]?.rest ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
