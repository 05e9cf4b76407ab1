// Full-text search over facts, best first, through typos and unfinished words.
import type Database from 'better-sqlite3'
import { searchTokens } from '../model/normalize-text.ts'
import { diceCoefficient, minSimilarity } from './similarity.ts'
import type { Names } from './name-index.ts'
import type { Fact } from '../model/types.ts'

/** A part of a statement, and whether it matches the query. */
export interface HighlightSegment {
  text: string
  isMatch: boolean
}

export interface Hit {
  fact: Fact
  /** Together the whole statement, in order. */
  segments: HighlightSegment[]
}

/** What was searched for: a word, or all words with a prefix. */
export interface SearchTerm {
  text: string
  isPrefix: boolean
}

export interface SearchResult {
  /** How many facts match in all. */
  total: number
  hits: Hit[]
  /** Words that no fact has, each with what was searched for instead, if anything is similar. */
  corrections: { word: string; replacement?: SearchTerm }[]
  /** Whether no fact has all of the words, so that these facts have only some of them. */
  isPartial: boolean
}

/** The facts that match a query; `about` limits them to facts about these entities, `articles` to facts from these. */
export type Search = (
  text: string,
  options: {
    offset: number
    limit: number
    about?: readonly string[] | undefined
    articles?: readonly string[] | undefined
  },
) => SearchResult

/** Of the columns subject, mentions, attribute and statement. */
const weights = '8.0, 2.0, 4.0, 1.0'

/** Words that phrase a question rather than name what it is about. */
const questionWords = new Set(
  (
    'a an and are as at be between by can did do does for from had has have how in into is it its many me much of on or ' +
    's tell than that the their there this to us was were what when where which who whom whose why will with'
  ).split(' '),
)

/** If no fact has all words, so many facts at most have some of them, unless even the rarest word has more. */
const maxPartialMatches = 500

/** Longer names are not looked for within a query. */
const maxNameWords = 6

/** The longest query that the option accepts has fewer words. */
const maxWords = 30

export function openSearch(database: Database.Database, names: Names): Search {
  const matching = `FROM fact_search JOIN fact ON fact.number = fact_search.rowid
    WHERE fact_search MATCH @match AND (@about IS NULL OR fact.entity IN (SELECT value FROM json_each(@about)))
      AND (@articles IS NULL OR fact.article IN (SELECT value FROM json_each(@articles)))`
  const countFiltered = database.prepare(`SELECT count(*) ${matching}`).pluck()
  const countAll = database.prepare('SELECT count(*) FROM fact_search WHERE fact_search MATCH ?').pluck()
  const selectBest = database
    .prepare(
      `SELECT fact.number ${matching}
       ORDER BY fact.entity IN (SELECT value FROM json_each(@entities)) DESC,
         bm25(fact_search, ${weights}), fact.number
       LIMIT @limit OFFSET @offset`,
    )
    .pluck()
  // better-sqlite3 binds numbers as floats, and FTS5 matches every row when a rowid is not an integer.
  const selectHit = database
    .prepare(
      `SELECT json, highlight(fact_search, 3, '<', '>') FROM fact_search JOIN fact ON number = fact_search.rowid
       WHERE fact_search MATCH ? AND fact_search.rowid = CAST(? AS INTEGER)`,
    )
    .raw()
  const selectAny = database.prepare('SELECT 1 FROM fact_search WHERE fact_search MATCH ? LIMIT 1').pluck()
  const hasMatch = (match: string) => selectAny.get(match) !== undefined

  /** What to search for instead of a word that no fact has: the most similar word of a name, or a prefix of the word. */
  function findCorrection(word: string): { replacement?: SearchTerm } {
    if (names.isNameOfOther(word)) return {}
    const similarity = diceCoefficient(word)
    const [closest] = names
      .search(word)
      .slice(0, 5)
      .flatMap(({ name }) => searchTokens(name))
      .map((candidate) => ({ candidate, score: similarity(candidate) }))
      .filter(({ candidate, score }) => score >= minSimilarity && hasMatch(exactMatch(candidate)))
      .toSorted((a, b) => b.score - a.score)
    if (closest) return { replacement: { text: closest.candidate, isPrefix: false } }
    // A word with an unfinished or wrong ending still begins correctly.
    const minLength = Math.max(4, Math.ceil((word.length * 2) / 3))
    for (let length = word.length - 1; length >= minLength; length--) {
      const prefix = word.slice(0, length)
      if (hasMatch(prefixMatch(prefix))) return { replacement: { text: prefix, isPrefix: true } }
    }
    return {}
  }

  /** Replaces the terms that no fact has; those without a correction are left out. */
  function applyCorrections(terms: readonly QueryTerm[]): {
    terms: QueryTerm[]
    corrections: SearchResult['corrections']
  } {
    const corrections = terms
      .filter(({ match }) => !hasMatch(match))
      .map(({ word }) => ({ word, ...findCorrection(word) }))
    const corrected = terms.flatMap((term) => {
      const correction = corrections.find(({ word }) => word === term.word)
      if (!correction) return [term]
      const { replacement } = correction
      return replacement ? [{ word: replacement.text, match: prefixMatch(replacement.text) }] : []
    })
    return { terms: corrected, corrections }
  }

  return (text, { offset, limit, about, articles }) => {
    const filter = {
      about: about ? JSON.stringify(about) : null,
      articles: articles ? JSON.stringify(articles) : null,
    }
    const words = searchTokens(text).slice(0, maxWords)
    const meaningful = words.filter((word) => !questionWords.has(word))
    const terms = [...new Set(meaningful.length > 0 ? meaningful : words)].map((word) => ({
      word,
      // A complete name is not a prefix of another one: "niger" does not find "nigeria".
      match: word === words.at(-1) && !names.isNameOfOther(word) ? prefixMatch(word) : exactMatch(word),
    }))
    const attempt = (attempted: readonly QueryTerm[], operator: 'AND' | 'OR') => {
      const match = attempted.map((term) => term.match).join(` ${operator} `)
      const hasFilter = about !== undefined || articles !== undefined
      const count = () => (hasFilter ? countFiltered.get({ match, ...filter }) : countAll.get(match))
      return { match, total: match === '' ? 0 : (count() as number) }
    }

    let corrections: SearchResult['corrections'] = []
    let isPartial = false
    let result = attempt(terms, 'AND')
    if (result.total === 0) {
      const corrected = applyCorrections(terms)
      corrections = corrected.corrections
      result = attempt(corrected.terms, 'AND')
      isPartial = result.total === 0
      if (isPartial) result = attempt(rarest(corrected.terms), 'OR')
    }
    const { match, total } = result
    const correctedWords = words.map(
      (word) => corrections.find((correction) => correction.word === word)?.replacement?.text ?? word,
    )
    const entities = JSON.stringify(entitiesNamedIn(correctedWords))
    const numbers =
      total === 0 ? [] : (selectBest.all({ match, entities, offset, limit, ...filter }) as number[])
    const hits = numbers.map((number) =>
      hitOf(selectHit.get(match, number) as [json: string, highlighted: string]),
    )
    return { total, hits, corrections, isPartial: isPartial && total > 0 }
  }

  /** The rarest terms: of words that very many facts have, hits would be arbitrary. */
  function rarest(terms: readonly QueryTerm[]): QueryTerm[] {
    const counted = terms
      .map((term) => ({ term, count: countAll.get(term.match) as number }))
      .toSorted((a, b) => a.count - b.count)
    let total = 0
    return counted
      .filter(({ count }, index) => (total += count) <= maxPartialMatches || index === 0)
      .map(({ term }) => term)
  }

  /** The entities that the words name, the longest names first. */
  function entitiesNamedIn(words: readonly string[]): string[] {
    for (let length = Math.min(words.length, maxNameWords); length > 0; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const phrase = words.slice(from, from + length)
        const entities = phrase.every((word) => questionWords.has(word)) ? [] : names.exact(phrase.join(' '))
        if (entities.length > 0)
          return [
            ...entities,
            ...entitiesNamedIn(words.slice(0, from)),
            ...entitiesNamedIn(words.slice(from + length)),
          ]
      }
    }
    return []
  }
}

/** A word of the query, and the FTS5 expression that finds it. */
interface QueryTerm {
  word: string
  match: string
}

/** Quoted by hand, which takes one line: a quoted word is never syntax, and normalized text has no quotes. */
function exactMatch(word: string): string {
  return `"${word}"`
}

/** The word itself, and words that begin with it, because the user may still be typing. */
function prefixMatch(word: string): string {
  return word.length > 1 ? `("${word}" OR "${word}"*)` : exactMatch(word)
}

function hitOf([json, highlighted]: [json: string, highlighted: string]): Hit {
  const fact = JSON.parse(json) as Fact
  return { fact, segments: segmentsOf(fact.statement, highlighted.split(' ')) }
}

/** The statement in segments; `highlighted` has its normalized words in order, matches between "<" and ">". */
function segmentsOf(statement: string, highlighted: readonly string[]): HighlightSegment[] {
  const segments: HighlightSegment[] = []
  let at = 0
  // A URL is one segment that never counts as a match, so that no formatting breaks it.
  for (const written of statement.split(/(https?:\S+|\s+|[-–—/]+)/)) {
    const words = searchTokens(written).length
    const isMatch =
      !written.includes('://') && highlighted.slice(at, at + words).some((word) => word.includes('<'))
    at += words
    const last = segments.at(-1)
    if (last?.isMatch === isMatch) last.text += written
    else segments.push({ text: written, isMatch })
  }
  return segments
}
