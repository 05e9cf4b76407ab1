// Parses the data files into one dataset of articles, entities and facts, each with its file and line.
import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { attributes, kinds, type Attribute, type AttributeId, type Kind } from '../model/attributes.ts'
import { visibleFrom } from '../model/dates.ts'
import type { DataFile } from '../model/data-file.ts'
import { parseYaml, type ParsedFile } from './parse-yaml.ts'
import type { Problem } from '../model/problem.ts'
import {
  articleFile,
  asOfPublished,
  countryNamesFile,
  entitiesFile,
  passagesFile,
  type ArticleFile,
  type RawFact,
} from './schema.ts'
import type { Article, Entity, Fact, Section } from '../model/types.ts'
import { parseValue, valueShapes } from '../model/values.ts'

/** An item from a file, with a way to report a problem at its line. */
export interface Located<Item> {
  item: Item
  /** A problem at the line of one of the item's keys, or of the item itself. */
  problem: (message: string, fix: string, key?: string | number) => Problem
}

export interface ParsedDataset {
  articles: Map<string, Article>
  sections: Located<Section & { article: string }>[]
  entities: Located<Entity>[]
  facts: Located<Fact>[]
  /** Names of countries that the libraries do not know. */
  countryNames: Located<{ code: string; names: string[] }>[]
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
    countryNames: [],
    passages: new Map(),
    problems: [],
  }
  for (const file of files) {
    const folder = dirname(file.path)
    if (folder === 'articles') {
      const parsed = parseYaml(file, articleFile, dataset.problems)
      if (parsed) addArticle(dataset, parsed)
    } else if (folder === 'entities') {
      const parsed = parseYaml(file, entitiesFile, dataset.problems)
      if (parsed) addEntities(dataset, parsed)
    } else if (file.path === 'reference/country-names.yaml') {
      const parsed = parseYaml(file, countryNamesFile, dataset.problems)
      if (parsed) addCountryNames(dataset, parsed)
    } else {
      dataset.passages = new Map(
        Object.entries(parseYaml(file, passagesFile, dataset.problems)?.content ?? {}),
      )
    }
  }
  return dataset
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

function addCountryNames(
  dataset: ParsedDataset,
  { content, problemAt }: ParsedFile<Record<string, string[]>>,
): void {
  for (const [code, names] of Object.entries(content)) {
    const problem = (message: string, fix: string) => problemAt([code], message, fix)
    dataset.countryNames.push({ item: { code, names }, problem })
  }
}

function locate<Item>(file: ParsedFile<unknown>, list: string, index: number, item: Item): Located<Item> {
  return {
    item,
    problem: (message, fix, key) =>
      file.problemAt(key === undefined ? [list, index] : [list, index, key], message, fix),
  }
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
    const fact = parseFact(id, file.content, located, dataset.problems)
    if (fact) dataset.facts.push(locate(file, 'facts', index, fact))
  })
}

/** Returns undefined after adding to `problems` if the fact is invalid. */
function parseFact(
  article: string,
  { sections, published }: ArticleFile,
  { item: raw, problem }: Located<RawFact>,
  problems: Problem[],
): Fact | undefined {
  if (!Object.hasOwn(attributes, raw.attribute)) {
    const fix = 'use one of the attributes in attributes.ts'
    problems.push(problem(`there is no attribute "${raw.attribute}"`, fix, 'attribute'))
    return undefined
  }
  const attribute: Attribute = attributes[raw.attribute as AttributeId]
  const value = parseValue(attribute, raw.value, raw.unit)
  if (!value) {
    const fix = `write ${valueShapes[attribute.type]}`
    problems.push(problem(`the value does not fit "${raw.attribute}"`, fix, 'value'))
    return undefined
  }
  const section = sections.find(({ name }) => name === raw.section)
  if (!section) {
    const fix = `use one of ${sections.map(({ name }) => `"${name}"`).join(', ')}`
    problems.push(problem(`the article has no section "${raw.section}"`, fix, 'section'))
    return undefined
  }
  const stated = raw.as_of ?? section.as_of
  const asOf = stated ? { first: stated, last: stated, inferred: false } : asOfPublished(published)
  return {
    id: `${article}/${raw.id}`,
    entity: raw.entity,
    attribute: raw.attribute as AttributeId,
    value,
    statement: raw.statement,
    mentions: raw.mentions,
    article,
    section: raw.section,
    asOf,
    visibleFrom: visibleFrom(asOf),
    validFrom: raw.valid_from ?? null,
    validTo: raw.valid_to ?? null,
    role: raw.role ?? null,
  }
}
