// Parses the data files into one dataset of articles, entities and facts, each with its file and line.
import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { kinds, type Kind } from '../model/attributes.ts'
import { isImported, type DataFile } from '../model/data-file.ts'
import type { Shelf } from '../model/types.ts'
import type { ParsedDataset } from './dataset.ts'
import { asOfDate, locate, parseFact } from './parse-fact.ts'
import { addDossier, addPublication, addPublications, addTable } from './parse-reference.ts'
import { parseYaml, type ParsedFile } from './parse-yaml.ts'
import {
  articleFile,
  asOfPublished,
  dossierFile,
  entitiesFile,
  passagesFile,
  tableFile,
  type ArticleFile,
  type DossierFile,
  type TableFile,
} from './schema.ts'
import { findUnsafeYaml, isDossier } from './imported-yaml.ts'

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
    if (isImported(file)) continue
    if (folder === 'articles') {
      const parsed = parseYaml(file, articleFile, dataset.problems)
      if (parsed) addArticle(dataset, parsed, 'seed')
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
  for (const dossier of dossiers) addPublications(dataset, dossier)
  for (const { content, problemAt } of tables)
    addPublication(dataset, content.publication, (message, fix) => problemAt(['publication'], message, fix))
  for (const dossier of dossiers) addDossier(dataset, dossier)
  for (const table of tables) addTable(dataset, table, files)
  addImported(dataset, files.filter(isImported))
  dateEditions(dataset)
  return dataset
}

/** Comes after all other files, so that of two equal ids the imported one is the problem. */
function addImported(dataset: ParsedDataset, files: readonly DataFile[]): void {
  const { problems } = dataset
  const safe = files.filter((file) => {
    const unsafe = findUnsafeYaml(file)
    problems.push(...unsafe)
    return unsafe.length === 0
  })
  for (const file of safe.filter((candidate) => !isDossier(candidate))) {
    const parsed = parseYaml(file, articleFile, problems)
    if (parsed) addArticle(dataset, parsed, 'imported')
  }
  const dossiers = safe.filter(isDossier).flatMap((file) => parseYaml(file, dossierFile, problems) ?? [])
  for (const dossier of dossiers) addPublications(dataset, dossier)
  for (const dossier of dossiers) addDossier(dataset, dossier)
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

function addArticle(dataset: ParsedDataset, file: ParsedFile<ArticleFile>, shelf: Shelf): void {
  const id = basename(file.path, '.yaml')
  const { title, publisher, published, url, sections, entities, facts, passages } = file.content
  if (dataset.articles.has(id)) {
    const message = `the id "${id}" is taken by an article or publication that is there already`
    dataset.problems.push(file.problemAt([], message, 'give the file another name'))
    return
  }
  if (!/^[a-z0-9-]{1,12}$/.test(id)) {
    const fix = 'rename it to at most 12 lower-case letters, digits and hyphens'
    dataset.problems.push(file.problemAt([], `"${id}" cannot be the id of an article`, fix))
  }
  dataset.articles.set(id, {
    id,
    shelf,
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
  if (passages !== undefined) dataset.passages.set(id, passages)
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
