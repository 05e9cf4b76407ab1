// Facts read one by one from a facts file: by their number, by their id, or by their article.
import type Database from 'better-sqlite3'
import type { Fact } from '../model/types.ts'

export interface FactQueries {
  /** How many facts there are. */
  count: number
  /** A fact by its number, from 0 on. */
  nth: (number: number) => Fact | undefined
  getFact: (id: string) => Fact | undefined
  /** The facts of an article in the order of its file. */
  inArticle: (article: string) => Fact[]
}

export function createFactQueries(database: Database.Database): FactQueries {
  const nth = database.prepare('SELECT json FROM fact WHERE number = ?').pluck()
  const byId = database.prepare('SELECT json FROM fact WHERE id = ?').pluck()
  const inArticle = database.prepare('SELECT json FROM fact WHERE article = ? ORDER BY number').pluck()
  return {
    count: database.prepare('SELECT count(*) FROM fact').pluck().get() as number,
    nth: (number) => parseAll(nth.all(number))[0],
    getFact: (id) => parseAll(byId.all(id))[0],
    inArticle: (article) => parseAll(inArticle.all(article)),
  }
}

/** Facts as they stand in a facts file. */
function parseAll(rows: unknown[]): Fact[] {
  return (rows as string[]).map((json) => JSON.parse(json) as Fact)
}
