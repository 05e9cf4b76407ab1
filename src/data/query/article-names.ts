// Finds articles by title, publisher or id, matched as entity names are.
import { searchTokens } from '../model/normalize-text.ts'
import { buildNameIndex, openNameIndex } from './name-index.ts'
import type { Article } from '../model/types.ts'

/** `matches`: title or id equal the text, or else have all of its words; `similar`: fuzzy matches if there are none. */
export type FindArticles = (text: string) => { matches: Article[]; similar: Article[] }

export function createFindArticles(articles: readonly Article[]): FindArticles {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const nameEntries = articles.map(({ id, title, publisher }) => ({
    entity: id,
    names: [title, id],
    context: publisher ?? '',
  }))
  const names = openNameIndex(buildNameIndex(nameEntries))
  const words = new Map(
    articles.map(({ id, title, publisher }) => [id, searchTokens(`${id} ${title} ${publisher ?? ''}`)]),
  )

  return (text) => {
    const exact = names.exact(text).flatMap((id) => byId.get(id) ?? [])
    if (exact.length > 0) return { matches: exact, similar: [] }
    const queryWords = searchTokens(text)
    // Punctuation has no words, so every title would match it.
    const canMatch = queryWords.length > 0 || text.trim() === ''
    const matches = articles.filter(
      ({ id }) =>
        canMatch &&
        queryWords.every((word) => words.get(id)?.some((articleWord) => articleWord.startsWith(word))),
    )
    const similar = matches.length > 0 ? [] : names.search(text)
    return { matches, similar: similar.flatMap(({ entity }) => byId.get(entity) ?? []) }
  }
}
