// Reads single facts from a revision file: by index, by id, or by article.
import type Database from 'better-sqlite3'
import type { Fact } from '../model/types.ts'

export interface FactQueries {
  /** How many facts the revision has. */
  count: number
  /** A fact by its index, from 0. */
  factAt: (index: number) => Fact | undefined
  getFact: (id: string) => Fact | undefined
  /** The facts of an article in the order of its file. */
  factsInArticle: (article: string) => Fact[]
}

export function createFactQueries(database: Database.Database): FactQueries {
  const byIndex = database.prepare('SELECT json FROM fact WHERE number = ?').pluck()
  const byId = database.prepare('SELECT json FROM fact WHERE id = ?').pluck()
  const byArticle = database.prepare('SELECT json FROM fact WHERE article = ? ORDER BY number').pluck()
  return {
    count: database.prepare('SELECT count(*) FROM fact').pluck().get() as number,
    factAt: (index) => parseAll(byIndex.all(index))[0],
    getFact: (id) => parseAll(byId.all(id))[0],
    factsInArticle: (article) => parseAll(byArticle.all(article)),
  }
}

function parseAll(rows: unknown[]): Fact[] {
  return (rows as string[]).map((json) => JSON.parse(json) as Fact)
}
