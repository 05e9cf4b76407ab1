// How many facts stand on each section of each article, as the Markdown of docs/article-coverage.md.
import type { ParsedDataset } from './parse.ts'
import type { Article } from '../model/types.ts'

export function describeCoverage({ articles, facts }: ParsedDataset): string {
  const counts = Map.groupBy(facts, ({ item }) => `${item.article}\n${item.section}`)
  const countOf = (article: Article, section: string) => counts.get(`${article.id}\n${section}`)?.length ?? 0
  const tables = [...articles.values()].map((article) => {
    const rows = article.sections.map(({ name, stated, empty }) => {
      const title = stated ? name : `[${name}]`
      return `| ${title} | ${countOf(article, name)} | ${empty ?? ''} |`
    })
    const all = article.sections.reduce((sum, { name }) => sum + countOf(article, name), 0)
    const title = article.titleStated ? article.title : `[${article.title}]`
    const head = ['| section | facts | why none |', '| --- | ---: | --- |']
    return [`## ${title}`, '', `\`${article.id}\`: ${all} facts.`, '', ...head, ...rows].join('\n')
  })
  return `${[
    '# Coverage',
    '',
    'How many facts stand on each section of each article. Made by `npm run docs:coverage`; a name in square brackets is ours, where the text has none.',
    '',
    tables.join('\n\n'),
  ].join('\n')}\n`
}
