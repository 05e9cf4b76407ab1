// Parses the data files into one dataset of articles, entities and facts, each with its file and line.
import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { kinds, type Kind } from '../model/attributes.ts'
import type { DataFile } from '../model/data-file.ts'
import { asOfDate, locate, parseFact, type Located } from './parse-fact.ts'
import { parseTable } from './parse-table.ts'
import { parseYaml, type ParsedFile } from './parse-yaml.ts'
import type { Problem } from '../model/problem.ts'
import {
  articleFile,
  asOfPublished,
  dossierFile,
  entitiesFile,
  passagesFile,
  tableFile,
  type ArticleFile,
  type DossierFile,
  type Publication,
  type TableFile,
} from './schema.ts'
import type { Article, Entity, Fact, Section } from '../model/types.ts'

/** What a file of the reference shelf says about itself. */
export interface Dossier {
  id: string
  subject: string
  /** `cited`, or why no official text is. */
  officialText: string
  /** Ids of its publications. */
  publications: string[]
  /** Some may be from publications of other dossiers, and some no second source confirms. */
  facts: { id: string; hasOneWitness: boolean }[]
  gaps: string[]
}

export interface ParsedDataset {
  articles: Map<string, Article>
  sections: Located<Section & { article: string }>[]
  entities: Located<Entity>[]
  facts: Located<Fact>[]
  publications: Located<Article>[]
  dossiers: Dossier[]
  /** Hashes of the articles' passages, by article. */
  passages: Map<string, string>
  problems: Problem[]
}

/** Parses every file; a file that cannot be parsed only adds problems. */
export function parseDataset(files: DataFile[]): ParsedDataset {
  const dataset: ParsedDataset = {
    articles: new Map(),
    sections: [],
    entities: [],
    facts: [],
    publications: [],
    dossiers: [],
    passages: new Map(),
    problems: [],
  }
  const dossiers: ParsedFile<DossierFile>[] = []
  const tables: ParsedFile<TableFile>[] = []
  for (const file of files) {
    const folder = dirname(file.path)
    if (folder === 'articles') {
      const parsed = parseYaml(file, articleFile, dataset.problems)
      if (parsed) addArticle(dataset, parsed)
    } else if (folder === 'entities') {
      const parsed = parseYaml(file, entitiesFile, dataset.problems)
      if (parsed) addEntities(dataset, parsed)
    } else if (folder === 'reference') {
      const parsed = parseYaml(file, dossierFile, dataset.problems)
      if (parsed) dossiers.push(parsed)
    } else if (folder === 'tables') {
      if (file.path.endsWith('.csv')) continue
      const parsed = parseYaml(file, tableFile, dataset.problems)
      if (parsed) tables.push(parsed)
    } else {
      dataset.passages = new Map(
        Object.entries(parseYaml(file, passagesFile, dataset.problems)?.content ?? {}),
      )
    }
  }
  // A fact may cite a publication of another dossier, or of a table.
  for (const file of dossiers) {
    file.content.publications.forEach((publication, index) => {
      addPublication(dataset, publication, locate(file, 'publications', index, publication).problem)
    })
  }
  for (const { content, problemAt } of tables)
    addPublication(dataset, content.publication, (message, fix) => problemAt(['publication'], message, fix))
  for (const dossier of dossiers) addDossier(dataset, dossier)
  for (const table of tables) addTable(dataset, table, files)
  dateEditions(dataset)
  return dataset
}

/** What is said of an edition was so from the day on which it began, or from its year, unless the fact has a date. */
function dateEditions({ entities, facts }: ParsedDataset): void {
  const began = new Map(
    entities.flatMap(({ item: { id, edition } }) => (edition ? [[id, edition.year] as const] : [])),
  )
  for (const { item } of facts) {
    if (
      item.attribute === 'began' &&
      item.value.type === 'date' &&
      item.value.date.startsWith(began.get(item.entity) ?? '-')
    )
      began.set(item.entity, item.value.date)
  }
  for (const { item } of facts) item.validFrom ??= began.get(item.entity) ?? null
}

function addEntities(dataset: ParsedDataset, file: ParsedFile<z.infer<typeof entitiesFile>>): void {
  const kind = basename(file.path, '.yaml')
  if (!Object.hasOwn(kinds, kind)) {
    const fix = `name the file after a kind: ${Object.keys(kinds).join(', ')}`
    dataset.problems.push(file.problemAt([], `"${kind}" is not a kind of entity`, fix))
    return
  }
  file.content.entities.forEach((entity, index) => {
    dataset.entities.push(locate(file, 'entities', index, { ...entity, kind: kind as Kind }))
  })
}

function addArticle(dataset: ParsedDataset, file: ParsedFile<ArticleFile>): void {
  const id = basename(file.path, '.yaml')
  const { title, publisher, published, url, sections, entities, facts } = file.content
  if (!/^[a-z0-9-]{1,12}$/.test(id)) {
    const fix = 'rename it to at most 12 lower-case letters, digits and hyphens'
    dataset.problems.push(file.problemAt([], `"${id}" cannot be the id of an article`, fix))
  }
  dataset.articles.set(id, {
    id,
    shelf: 'seed',
    kind: null,
    licence: null,
    title: title.text,
    titleStated: title.basis === 'stated',
    shortTitle: title.short ?? title.text,
    publisher: publisher.name,
    publisherReason: publisher.why ?? null,
    published: asOfPublished(published),
    publishedReason: published.why ?? null,
    url: url?.address ?? null,
    urlReason: url?.why ?? null,
    sections: sections.map(({ name, basis, empty }) => ({
      name,
      stated: basis === 'stated',
      empty: empty ?? null,
    })),
  })
  dataset.articles.get(id)?.sections.forEach((section, index) => {
    dataset.sections.push(locate(file, 'sections', index, { ...section, article: id }))
  })
  entities.forEach((entity, index) => dataset.entities.push(locate(file, 'entities', index, entity)))
  facts.forEach((raw, index) => {
    const located = locate(file, 'facts', index, raw)
    const section = sections.find(({ name }) => name === raw.section)
    if (!section) {
      const fix = `use one of ${sections.map(({ name }) => `"${name}"`).join(', ')}`
      const message = `the article has no section "${raw.section}"`
      dataset.problems.push(located.problem(message, fix, 'section'))
      return
    }
    const asOf = asOfDate(raw.as_of ?? section.as_of) ?? asOfPublished(published)
    const fact = parseFact({ article: id, asOf, section: raw.section }, located, dataset.problems)
    if (fact) dataset.facts.push(locate(file, 'facts', index, fact))
  })
}

function addPublication(
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

function addTable(dataset: ParsedDataset, file: ParsedFile<TableFile>, files: readonly DataFile[]): void {
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

function addDossier(dataset: ParsedDataset, file: ParsedFile<DossierFile>): void {
  const { subject, official_text: officialText, publications, entities, facts, gaps } = file.content
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
  const id = basename(file.path, '.yaml')
  const own = publications.map((publication) => publication.id)
  dataset.dossiers.push({ id, subject, officialText, publications: own, facts: ownFacts, gaps })
}
