// Parses the dossiers and tables of the reference shelf into the dataset.
import { basename } from 'node:path'
import type { DataFile } from '../model/data-file.ts'
import type { Article } from '../model/types.ts'
import type { Dossier, ParsedDataset } from './dataset.ts'
import { asOfDate, locate, parseFact, type Located } from './parse-fact.ts'
import { parseTable } from './parse-table.ts'
import type { ParsedFile } from './parse-yaml.ts'
import { asOfPublished, type DossierFile, type Publication, type TableFile } from './schema.ts'

export function addPublications(dataset: ParsedDataset, file: ParsedFile<DossierFile>): void {
  file.content.publications.forEach((publication, index) => {
    addPublication(dataset, publication, locate(file, 'publications', index, publication).problem)
  })
}

export function addPublication(
  dataset: ParsedDataset,
  publication: Publication,
  problem: Located<Article>['problem'],
): void {
  const item = articleOf(publication)
  dataset.publications.push({ item, problem })
  if (!dataset.articles.has(item.id)) dataset.articles.set(item.id, item)
}

function articleOf({ id, title, short, publisher, published, kind, url, licence }: Publication): Article {
  return {
    id,
    shelf: 'reference',
    kind,
    licence,
    title,
    titleStated: true,
    shortTitle: short ?? title,
    publisher,
    publisherReason: null,
    published: asOfPublished(published),
    publishedReason: published.why ?? null,
    url: url ?? null,
    urlReason: null,
    sections: [],
  }
}

export function addTable(
  dataset: ParsedDataset,
  file: ParsedFile<TableFile>,
  files: readonly DataFile[],
): void {
  const { content } = file
  const id = basename(file.path, '.yaml')
  const csv = files.find(({ path }) => path === file.path.replace(/yaml$/, 'csv'))
  const article = dataset.articles.get(content.publication.id)
  if (!csv || !article) {
    dataset.problems.push(file.problemAt([], 'the rows of the table are missing', `add ${id}.csv beside it`))
    return
  }
  if (content.rows === 'countries' && content.section !== '')
    article.sections.push({ name: content.section, stated: true, empty: null })
  const known = new Map(dataset.entities.map(({ item }) => [item.id, item]))
  const { entities, facts } = parseTable({ csv, content, publication: article, known }, dataset.problems)
  dataset.entities.push(...entities)
  dataset.facts.push(...facts)
  dataset.dossiers.push({
    id,
    subject: content.subject,
    officialText: 'It is a data set.',
    publications: [article.id],
    facts: facts.map(({ item }) => ({ id: item.id, hasOneWitness: false })),
    gaps: content.gaps,
  })
}

export function addDossier(dataset: ParsedDataset, file: ParsedFile<DossierFile>): void {
  const { subject, official_text: officialText, publications, entities, facts, gaps } = file.content
  const id = basename(file.path, '.yaml')
  if (dataset.dossiers.some((dossier) => dossier.id === id)) {
    const message = `the name "${id}" is taken by a dossier or table that is there already`
    dataset.problems.push(file.problemAt([], message, 'give the file another name'))
  }
  entities.forEach((entity, index) => dataset.entities.push(locate(file, 'entities', index, entity)))
  const ownFacts: Dossier['facts'] = []
  facts.forEach((raw, index) => {
    const { publication: id, section = '' } = raw
    const located = locate(file, 'facts', index, raw)
    const article = dataset.articles.get(id)
    if (article?.shelf !== 'reference') {
      const fix = 'add it to publications, or correct the id'
      dataset.problems.push(located.problem(`there is no publication "${id}"`, fix, 'publication'))
      return
    }
    const asOf = asOfDate(raw.as_of) ?? article.published
    const fact = parseFact({ article: id, asOf, section }, located, dataset.problems)
    if (!fact) return
    dataset.facts.push(locate(file, 'facts', index, fact))
    ownFacts.push({ id: fact.id, hasOneWitness: raw.witnesses === 1 })
    if (section !== '' && !article.sections.some(({ name }) => name === section))
      article.sections.push({ name: section, stated: true, empty: null })
  })
  const own = publications.map((publication) => publication.id)
  dataset.dossiers.push({ id, subject, officialText, publications: own, facts: ownFacts, gaps })
}
