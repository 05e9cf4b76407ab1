// Data files → a draft of all entities, articles and facts, with the file and line of each and the problems found.
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
import { readValue, valueShapes } from '../model/values.ts'

/** Something read from a file, with the way back to its line. */
export interface Located<Item> {
  item: Item
  /** The problem at the line of one of the item's keys, or of the item itself. */
  problem: (message: string, cure: string, key?: string | number) => Problem
}

export interface ParsedDataset {
  articles: Map<string, Article>
  sections: Located<Section & { article: string }>[]
  entities: Located<Entity>[]
  facts: Located<Fact>[]
  /** What countries are called beside what libraries know. */
  countryNames: Located<{ code: string; names: string[] }>[]
  /** Hashes of the articles' passages, by article. */
  passages: Map<string, string>
  problems: Problem[]
}

/** Reads every file; a file that cannot be read adds problems and nothing else. */
export function parseDataset(files: DataFile[]): ParsedDataset {
  const draft: ParsedDataset = {
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
      const parsed = parseYaml(file, articleFile, draft.problems)
      if (parsed) addArticle(draft, parsed)
    } else if (folder === 'entities') {
      const parsed = parseYaml(file, entitiesFile, draft.problems)
      if (parsed) addEntities(draft, parsed)
    } else if (file.path === 'reference/country-names.yaml') {
      const parsed = parseYaml(file, countryNamesFile, draft.problems)
      if (parsed) addCountryNames(draft, parsed)
    } else {
      draft.passages = new Map(Object.entries(parseYaml(file, passagesFile, draft.problems)?.content ?? {}))
    }
  }
  return draft
}

function addEntities(draft: ParsedDataset, file: ParsedFile<z.infer<typeof entitiesFile>>): void {
  const kind = basename(file.path, '.yaml')
  if (!Object.hasOwn(kinds, kind)) {
    const cure = `name the file after a kind: ${Object.keys(kinds).join(', ')}`
    draft.problems.push(file.problemAt([], `"${kind}" is no kind of entity`, cure))
    return
  }
  file.content.entities.forEach((entity, index) => {
    draft.entities.push(locate(file, 'entities', index, { ...entity, kind: kind as Kind }))
  })
}

function addCountryNames(
  draft: ParsedDataset,
  { content, problemAt }: ParsedFile<Record<string, string[]>>,
): void {
  for (const [code, names] of Object.entries(content)) {
    const problem = (message: string, cure: string) => problemAt([code], message, cure)
    draft.countryNames.push({ item: { code, names }, problem })
  }
}

function locate<Item>(file: ParsedFile<unknown>, list: string, index: number, item: Item): Located<Item> {
  return {
    item,
    problem: (message, cure, key) =>
      file.problemAt(key === undefined ? [list, index] : [list, index, key], message, cure),
  }
}

function addArticle(draft: ParsedDataset, file: ParsedFile<ArticleFile>): void {
  const id = basename(file.path, '.yaml')
  const { title, publisher, published, url, sections, entities, facts } = file.content
  if (!/^[a-z0-9-]{1,12}$/.test(id)) {
    const cure = 'rename it to at most 12 lower-case letters, digits and hyphens'
    draft.problems.push(file.problemAt([], `"${id}" cannot be the id of an article`, cure))
  }
  draft.articles.set(id, {
    id,
    title: title.text,
    titleStated: title.basis === 'stated',
    publisher: publisher.name,
    publisherWhy: publisher.why ?? null,
    published: asOfPublished(published),
    publishedWhy: published.why ?? null,
    url: url ?? null,
    sections: sections.map(({ name, basis, empty }) => ({
      name,
      stated: basis === 'stated',
      empty: empty ?? null,
    })),
  })
  draft.articles.get(id)?.sections.forEach((section, index) => {
    draft.sections.push(locate(file, 'sections', index, { ...section, article: id }))
  })
  entities.forEach((entity, index) => draft.entities.push(locate(file, 'entities', index, entity)))
  facts.forEach((raw, index) => {
    const placed = locate(file, 'facts', index, raw)
    const fact = readFact(id, file.content, placed, draft.problems)
    if (fact) draft.facts.push(locate(file, 'facts', index, fact))
  })
}

/** The fact, or undefined after adding the problem that keeps it from being one. */
function readFact(
  article: string,
  { sections, published }: ArticleFile,
  { item: raw, problem }: Located<RawFact>,
  problems: Problem[],
): Fact | undefined {
  if (!Object.hasOwn(attributes, raw.attribute)) {
    const cure = 'use one of the attributes in attributes.ts'
    problems.push(problem(`there is no attribute "${raw.attribute}"`, cure, 'attribute'))
    return undefined
  }
  const attribute: Attribute = attributes[raw.attribute as AttributeId]
  const value = readValue(attribute, raw.value, raw.unit)
  if (!value) {
    const cure = `write ${valueShapes[attribute.type]}`
    problems.push(problem(`the value does not fit "${raw.attribute}"`, cure, 'value'))
    return undefined
  }
  const section = sections.find(({ name }) => name === raw.section)
  if (!section) {
    const cure = `use one of ${sections.map(({ name }) => `"${name}"`).join(', ')}`
    problems.push(problem(`the article has no section "${raw.section}"`, cure, 'section'))
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
