// Full-text search: from typed words to the facts that have them, best first, through typos and words left unfinished.
import type Database from 'better-sqlite3'
import { searchTokens } from '../model/normalize-text.ts'
import { similarityTo, minSimilarity } from './similarity.ts'
import type { Names } from './name-index.ts'
import type { Fact } from '../model/types.ts'

/** A stretch of a statement, and whether it is what was searched for. */
export interface HighlightSegment {
  text: string
  isMatch: boolean
}

export interface Hit {
  fact: Fact
  /** The whole statement, in order. */
  pieces: HighlightSegment[]
}

/** A word, or the beginning that all words have that are searched for. */
export interface Word {
  word: string
  unfinished: boolean
}

export interface SearchResult {
  /** How many facts there are in all. */
  total: number
  hits: Hit[]
  /** Words that no fact has, each with what was searched for in its place, if anything comes near. */
  corrections: { typed: string; searched?: Word }[]
  /** Whether no fact has all of the words, so that these have some of them. */
  isPartial: boolean
}

/** The facts that typed text fits; `about` limits them to those about these entities. */
export type Search = (
  text: string,
  range: { from: number; most: number; about?: readonly string[] | undefined },
) => SearchResult

/** What a fact is about weighs most, then whom else it names, then what it says of it, then its sentence. */
const weights = '8.0, 2.0, 4.0, 1.0'

/** Words that people ask with rather than for. */
const questionWords = new Set(
  (
    'a an and are as at be between by can did do does for from had has have how in into is it its many me much of on or ' +
    's tell than that the their there this to us was were what when where which who whom whose why will with'
  ).split(' '),
)

/** A name of more words than this is not looked for within what was typed. */
const longestName = 6

/** More words than this do not stand in what can be typed. */
const mostWords = 30

export function openSearch(database: Database.Database, names: Names): Search {
  const fitting = `FROM fact_search JOIN fact ON fact.number = fact_search.rowid
    WHERE fact_search MATCH @match AND (@about IS NULL OR fact.entity IN (SELECT value FROM json_each(@about)))`
  const count = database.prepare(`SELECT count(*) ${fitting}`).pluck()
  const best = database
    .prepare(
      `SELECT fact.number ${fitting}
       ORDER BY fact.entity IN (SELECT value FROM json_each(@named)) DESC,
         bm25(fact_search, ${weights}), fact.number
       LIMIT @most OFFSET @from`,
    )
    .pluck()
  // A number comes to SQLite as a float, and FTS5 takes any row for one that is no integer.
  const read = database
    .prepare(
      `SELECT json, highlight(fact_search, 3, '<', '>') FROM fact_search JOIN fact ON number = fact_search.rowid
       WHERE fact_search MATCH ? AND fact_search.rowid = CAST(? AS INTEGER)`,
    )
    .raw()
  const any = database.prepare('SELECT 1 FROM fact_search WHERE fact_search MATCH ? LIMIT 1').pluck()
  const hasMatch = (match: string) => any.get(match) !== undefined

  /** What is searched for in place of a word that no fact has: the nearest word of a name, or its beginning. */
  function findCorrection(word: string): { searched?: Word } {
    if (names.isElsewhere(word)) return {}
    const likenessOf = similarityTo(word)
    const [closest] = names
      .search(word)
      .slice(0, 5)
      .flatMap(({ name }) => searchTokens(name))
      .map((one) => ({ one, likeness: likenessOf(one) }))
      .filter(({ one, likeness }) => likeness >= minSimilarity && hasMatch(exactMatch(one)))
      .toSorted((a, b) => b.likeness - a.likeness)
    if (closest) return { searched: { word: closest.one, unfinished: false } }
    // A word whose ending is unfinished or wrong still begins as others do.
    const shortest = Math.max(4, Math.ceil((word.length * 2) / 3))
    for (let length = word.length - 1; length >= shortest; length--) {
      const start = word.slice(0, length)
      if (hasMatch(prefixMatch(start))) return { searched: { word: start, unfinished: true } }
    }
    return {}
  }

  /** The words with stand-ins for those that no fact has; words that have none are left out. */
  function applyCorrections(words: readonly QueryTerm[]): {
    words: QueryTerm[]
    instead: SearchResult['corrections']
  } {
    const instead = words
      .filter(({ match }) => !hasMatch(match))
      .map(({ word }) => ({ typed: word, ...findCorrection(word) }))
    const mended = words.flatMap((one) => {
      const unsaid = instead.find(({ typed }) => typed === one.word)
      if (!unsaid) return [one]
      const { searched } = unsaid
      return searched ? [{ word: searched.word, match: prefixMatch(searched.word) }] : []
    })
    return { words: mended, instead }
  }

  return (text, { from, most, about }) => {
    const limits = { about: about ? JSON.stringify(about) : null }
    const typed = searchTokens(text).slice(0, mostWords)
    const asked = typed.filter((word) => !questionWords.has(word))
    const words = [...new Set(asked.length > 0 ? asked : typed)].map((word) => ({
      word,
      // A name that is whole does not go on as another one: "niger" is not the beginning of "nigeria".
      match: word === typed.at(-1) && !names.isElsewhere(word) ? prefixMatch(word) : exactMatch(word),
    }))
    const attempt = (tried: readonly QueryTerm[], join: 'AND' | 'OR') => {
      const match = tried.map((one) => one.match).join(` ${join} `)
      return { match, total: match === '' ? 0 : (count.get({ match, ...limits }) as number) }
    }

    let corrections: SearchResult['corrections'] = []
    let partly = false
    let found = attempt(words, 'AND')
    if (found.total === 0) {
      const mended = applyCorrections(words)
      corrections = mended.instead
      found = attempt(mended.words, 'AND')
      partly = found.total === 0
      if (partly) found = attempt(mended.words, 'OR')
    }
    const { match, total } = found
    const meant = typed.map((word) => corrections.find((one) => one.typed === word)?.searched?.word ?? word)
    const named = JSON.stringify(namedIn(meant))
    const numbers = total === 0 ? [] : (best.all({ match, named, from, most, ...limits }) as number[])
    const hits = numbers.map((number) => hitOf(read.get(match, number) as [json: string, marked: string]))
    return { total, hits, corrections, isPartial: partly && total > 0 }
  }

  /** The entities that the words name, the longest names first. */
  function namedIn(words: readonly string[]): string[] {
    for (let length = Math.min(words.length, longestName); length > 0; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const run = words.slice(from, from + length)
        const entities = run.every((word) => questionWords.has(word)) ? [] : names.exact(run.join(' '))
        if (entities.length > 0)
          return [...entities, ...namedIn(words.slice(0, from)), ...namedIn(words.slice(from + length))]
      }
    }
    return []
  }
}

/** A word, and the expression that finds it. */
interface QueryTerm {
  word: string
  match: string
}

/** A word in quotes is never syntax; what has been normalized holds no quotes. */
function exactMatch(word: string): string {
  return `"${word}"`
}

/** A word, and the words that begin with it: the ending of the last one may still be to come. */
function prefixMatch(word: string): string {
  return word.length > 1 ? `("${word}" OR "${word}"*)` : exactMatch(word)
}

function hitOf([json, marked]: [json: string, marked: string]): Hit {
  const fact = JSON.parse(json) as Fact
  return { fact, pieces: piecesOf(fact.statement, marked.split(' ')) }
}

/** The statement in pieces; `marked` holds its normalized words in order, those that match within "<" and ">". */
function piecesOf(statement: string, marked: readonly string[]): HighlightSegment[] {
  const pieces: HighlightSegment[] = []
  let at = 0
  // An address is one piece that never counts as matched, so that nothing stands within it.
  for (const written of statement.split(/(https?:\S+|\s+|[-–—/]+)/)) {
    const words = searchTokens(written).length
    const isMatch =
      !written.includes('://') && marked.slice(at, at + words).some((word) => word.includes('<'))
    at += words
    const last = pieces.at(-1)
    if (last?.isMatch === isMatch) last.text += written
    else pieces.push({ text: written, isMatch })
  }
  return pieces
}
