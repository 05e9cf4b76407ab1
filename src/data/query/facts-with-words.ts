// Facts that have every one of several words, in any of their forms.
import type Database from 'better-sqlite3'
import type { Fact } from '../model/types.ts'

export interface FactWithWords {
  fact: Fact
  /** The normalized words of its statement; runs of words that were asked for are between "<" and ">". */
  marked: string
}

/**
 * The facts that have a word or phrase of each group in their statement, or in the names or the attribute that it is
 * about, best first. Words are normalized; a word stands for all its forms: "joins" for "joined".
 */
export type FactsWithWords = (groups: readonly (readonly string[])[], limit: number) => FactWithWords[]

export function createFactsWithWords(database: Database.Database): FactsWithWords {
  const select = database
    .prepare(
      `SELECT json, highlight(fact_search, 3, '<', '>') FROM fact_search JOIN fact ON number = fact_search.rowid
       WHERE fact_search MATCH @match ORDER BY bm25(fact_search, 2.0, 1.0, 1.0, 4.0), number LIMIT @limit`,
    )
    .raw()
  return (groups, limit) => {
    if (groups.length === 0) return []
    const match = groups.map((words) => `(${words.map((word) => `"${word}"`).join(' OR ')})`).join(' AND ')
    const rows = select.all({ match, limit }) as [json: string, marked: string][]
    return rows.map(([json, marked]) => ({ fact: JSON.parse(json) as Fact, marked }))
  }
}
