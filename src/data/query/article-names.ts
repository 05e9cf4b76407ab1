// Finds articles by title, short title, publisher or id, matched as entity names are.
import { searchTokens } from '../model/normalize-text.ts'
import { buildNameIndex, openNameIndex } from './name-index.ts'
import type { Article } from '../model/types.ts'

/**
 * `matches`: title or id equal the text, or else have all of its words, those in titles first; `similar`: fuzzy matches
 * if there are none.
 */
export type FindArticles = (text: string) => { matches: Article[]; similar: Article[] }

export function createFindArticles(articles: readonly Article[]): FindArticles {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const nameEntries = articles.map(({ id, title, shortTitle, publisher }) => ({
    entity: id,
    names: [...new Set([title, shortTitle, id])],
    context: publisher ?? '',
  }))
  const index = buildNameIndex(nameEntries)
  const names = openNameIndex(index, () => index.search)
  const wordsOf = new Map(
    articles.map(({ id, title, shortTitle, publisher }) => {
      const titleWords = searchTokens(`${title} ${shortTitle}`)
      return [id, { titleWords, all: [...titleWords, ...searchTokens(`${id} ${publisher ?? ''}`)] }]
    }),
  )
  const hasAll = (words: readonly string[] = [], queryWords: readonly string[]) =>
    queryWords.every((queryWord) => words.some((word) => word.startsWith(queryWord)))

  return (text) => {
    const exact = names.exact(text).flatMap((id) => byId.get(id) ?? [])
    if (exact.length > 0) return { matches: exact, similar: [] }
    const queryWords = searchTokens(text)
    // Punctuation has no words, so every title would match it.
    const canMatch = queryWords.length > 0 || text.trim() === ''
    const matches = canMatch ? articles.filter(({ id }) => hasAll(wordsOf.get(id)?.all, queryWords)) : []
    const [byTitle, others] = [true, false].map((inTitle) =>
      matches.filter(({ id }) => hasAll(wordsOf.get(id)?.titleWords, queryWords) === inTitle),
    )
    const similar = matches.length > 0 ? [] : names.search(text)
    return {
      matches: [...(byTitle ?? []), ...(others ?? [])],
      similar: similar.flatMap(({ entity }) => byId.get(entity) ?? []),
    }
  }
}
