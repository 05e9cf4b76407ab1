// What a dossier rests on: its publications, what only one source states, and what was not found.
import type { Dossier, ParsedDataset } from './dataset.ts'
import { bullets, count, plural, table } from './markdown.ts'
import type { Article } from '../model/types.ts'

export function describeDossier(dossier: Dossier, { articles, facts }: ParsedDataset): string {
  const { id, subject, officialText, publications, gaps } = dossier
  const own = new Set(publications)
  const byId = new Map(facts.map(({ item }) => [item.id, item]))
  const borrowed = count(dossier.facts, ({ id: fact }) => !own.has(byId.get(fact)?.article ?? ''))
  const rows = publications.flatMap((publication) => {
    const article = articles.get(publication)
    if (!article) return []
    const cited = count(facts, ({ item }) => item.article === publication)
    return [[article.title, article.publisher ?? '', article.kind ?? '', describeDate(article), cited]]
  })
  const single = dossier.facts.flatMap(({ id: fact, hasOneWitness }) =>
    hasOneWitness ? (byId.get(fact)?.statement ?? []) : [],
  )
  return [
    `### ${subject}`,
    [
      `\`${id}\`: ${plural(dossier.facts.length, 'fact')}`,
      ...(borrowed > 0 ? [`, ${borrowed} of them from publications of other dossiers`] : []),
      officialText === 'cited'
        ? '. An official text is cited.'
        : `. No official text is cited: ${officialText.replace(/\.$/, '')}.`,
    ].join(''),
    ...(rows.length > 0 ? [table(['Publication', 'Publisher', 'Kind', 'Date', 'Facts:'], rows)] : []),
    ...(single.length > 0 ? ['From one source alone:', bullets(single)] : []),
    ...(gaps.length > 0 ? ['Not found or left out:', bullets(gaps)] : []),
  ].join('\n\n')
}

/** "2023-08-18", "2024 or later", "2019-02 to 2019-12 (inferred)". */
function describeDate({ published: { first, last, inferred } }: Article): string {
  const date = last === null ? `${first} or later` : first === last ? first : `${first} to ${last}`
  return `${date}${inferred ? ' (inferred)' : ''}`
}
