// Articles by what people type of their titles, publishers and ids, read as names are.
import { searchTokens } from '../model/normalize-text.ts'
import { buildNameIndex, openNameIndex } from './name-index.ts'
import type { Article } from '../model/types.ts'

/** `found` have a title or an id that is the text, or else all of its words; `similar` are near it where none has. */
export type FindArticles = (text: string) => { found: Article[]; similar: Article[] }

export function createFindArticles(articles: readonly Article[]): FindArticles {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const nameable = articles.map(({ id, title, publisher }) => ({
    entity: id,
    names: [title, id],
    context: publisher ?? '',
  }))
  const names = openNameIndex(buildNameIndex(nameable))
  const words = new Map(
    articles.map(({ id, title, publisher }) => [id, searchTokens(`${id} ${title} ${publisher ?? ''}`)]),
  )

  return (text) => {
    const exact = names.exact(text).flatMap((id) => byId.get(id) ?? [])
    if (exact.length > 0) return { found: exact, similar: [] }
    const typed = searchTokens(text)
    // Punctuation alone has no words, which every title would have.
    const isAnything = typed.length > 0 || text.trim() === ''
    const found = articles.filter(
      ({ id }) => isAnything && typed.every((word) => words.get(id)?.some((own) => own.startsWith(word))),
    )
    const similar = found.length > 0 ? [] : names.search(text)
    return { found, similar: similar.flatMap(({ entity }) => byId.get(entity) ?? []) }
  }
}
