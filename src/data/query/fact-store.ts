// The fact store: the live revision, opened read-only and swapped when another one goes live.
import type Database from 'better-sqlite3'
import { createFindArticles, type FindArticles } from './article-names.ts'
import { LRUCache } from 'lru-cache'
import type { Classification, Kind } from '../model/attributes.ts'
import { asOfSnapshot } from './as-of-snapshot.ts'
import { groupByAttribute, type AttributeFacts } from './attribute-facts.ts'
import { findDisputes, type Dispute } from './disputes.ts'
import { revisionPath, openRevisionFile, type LiveFile } from './revision-file.ts'
import { memoize, once } from '../model/memoize.ts'
import { createFindMentions, type FindMentions } from './mention-detector.ts'
import { loadNames, type Names } from './name-index.ts'
import { createFactQueries, type FactQueries } from './fact-queries.ts'
import { createFactsWithWords, type FactsWithWords } from './facts-with-words.ts'
import { openSearch, type Search } from './full-text-search.ts'
import { seedShelfOf } from './seed-shelf.ts'
import type { Article, Entity, Fact, Shelf } from '../model/types.ts'

/** One complete, immutable revision, or what of it is visible on one day. */
export interface FactSnapshot extends FactQueries {
  revision: number
  /** The day of an as-of view, as yyyy-mm-dd; '' if everything known is visible. */
  asOfDate: string
  /** The view as of a day, as yyyy-mm-dd; '' gives everything known. */
  asOf: (day: string) => FactSnapshot
  /** The same view without the reference shelf. */
  withoutReferences: () => FactSnapshot
  names: Names
  /** The entities that a chat message names, in order. */
  mentionsIn: FindMentions
  /** The articles, then the publications of the reference shelf by title. */
  articles: () => Article[]
  /** The articles whose titles, publishers or ids match an input. */
  findArticles: FindArticles
  /** Every entity; a country may have no facts. */
  entities: Entity[]
  /** Whether a fact is about the entity or mentions it. */
  hasFacts: (entity: string) => boolean
  getEntity: (id: string) => Entity | undefined
  getArticle: (id: string) => Article
  /** The fact with an id such as "explainer/nato-others". */
  getFact: (id: string) => Fact | undefined
  /** The facts about an entity by attribute, in the order of the vocabulary. */
  factsAbout: (entity: string) => AttributeFacts[]
  /** Facts about other entities that have this one as their value or mention it. */
  factsMentioning: (entity: string) => Fact[]
  /** The facts that match a query, best first. */
  search: Search
  withWords: FactsWithWords
  /** Where the articles differ; what people argue about most comes first. */
  disputes: () => Dispute[]
  /** The entity's kind, and every classification that the articles give it. */
  kindsOf: (entity: string) => Set<Kind | Classification>
  /** The value computed earlier for the key in this view, or else `compute`'s; LRU. */
  memo: <Value extends object>(key: string, compute: () => Value) => Value
  /** The revision file, byte for byte. */
  bytes: () => Buffer
  close: () => void
}

export interface Store {
  /** The live revision; opens it if another one went live since the last call. */
  current: () => FactSnapshot
  close: () => void
}

/**
 * A store over the revisions in a folder; `liveFile` is called at each `current()`. If a new revision cannot be opened,
 * `onOpenError` gets the error and the previous revision stays in use.
 * @param openFile the file of the live revision, if it is open already
 */
export function openStore(
  directory: string,
  liveFile: () => LiveFile,
  openFile?: Database.Database,
  onOpenError: (error: unknown) => void = () => undefined,
): Store {
  let facts = openFile ? openFacts(openFile) : open()
  let previous: FactSnapshot | undefined

  function open(): FactSnapshot {
    const openLive = ({ number, fileHash }: LiveFile) =>
      openFacts(openRevisionFile(revisionPath(directory, number), fileHash))
    try {
      return openLive(liveFile())
    } catch {
      // Another revision may have gone live, and this file been pruned, between the two reads: retry once.
      return openLive(liveFile())
    }
  }

  return {
    current() {
      try {
        if (facts.revision === liveFile().number) return facts
        const fresh = open()
        // A running command may still read the revision that it started with, so it is closed one swap later.
        previous?.close()
        previous = facts
        facts = fresh
      } catch (error) {
        onOpenError(error)
      }
      return facts
    },
    close() {
      previous?.close()
      facts.close()
    },
  }
}

/** How many results of `memo` a revision keeps. */
const maxResults = 1000

function openFacts(database: Database.Database): FactSnapshot {
  const { number: revision } = database.prepare('SELECT number FROM revision').get() as { number: number }
  const entities = readJson<Entity>(database, 'SELECT json FROM entity ORDER BY rowid')
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const about = database.prepare('SELECT json FROM fact WHERE entity = ? ORDER BY number').pluck()
  // A fact found in several ways must be one object, so that it is counted and shown once.
  const parse = memoize((json) => JSON.parse(json) as Fact)
  const parseRows = (rows: unknown[]) => (rows as string[]).map(parse)
  const attributeFactsOf = memoize((id) => groupByAttribute(parseRows(about.all(id))))
  const mentioning = database
    .prepare(
      `SELECT json FROM fact WHERE entity <> @id AND (value_entity = @id
         OR number IN (SELECT fact FROM mention WHERE mention.entity = @id)) ORDER BY number`,
    )
    .pluck()
  const selectArticle = database.prepare('SELECT json FROM article WHERE id = ?').pluck()
  const getArticle = memoize((id) => {
    const json = selectArticle.get(id) as string | undefined
    if (json === undefined) throw new Error(`no article ${id} in revision ${revision}`)
    return JSON.parse(json) as Article
  })
  const articles = once(() => {
    const ids = database.prepare('SELECT id FROM article ORDER BY id').pluck().all() as string[]
    return sortByShelfAndTitle(ids.map(getArticle))
  })
  const kindsOf = readKinds(database, entities)
  const names = loadNames(database)
  const mentioned = readMentioned(database)
  const hasFacts = (id: string) => mentioned.has(id)
  // Created on first use, because they would slow down every startup.
  let findMentions: FindMentions | undefined
  let findArticles: FindArticles | undefined
  let disputes: Dispute[] | undefined
  let seedShelf: FactSnapshot | undefined
  const results = new LRUCache<string, object>({ max: maxResults })

  const whole: FactSnapshot = {
    revision,
    asOfDate: '',
    asOf: (day) => (day === '' ? whole : asOfSnapshot(whole, day)),
    withoutReferences: () => (seedShelf ??= seedShelfOf(whole)),
    names,
    search: openSearch(database, names),
    withWords: createFactsWithWords(database),
    mentionsIn: (text) => (findMentions ??= createFindMentions(entities, hasFacts))(text),
    articles,
    findArticles: (text) => (findArticles ??= createFindArticles(articles()))(text),
    entities,
    hasFacts,
    getEntity: (id) => byId.get(id),
    getArticle,
    ...createFactQueries(database),
    disputes() {
      if (disputes) return disputes
      const candidates = entitiesWithRepeatedAttributes(database)
      disputes = findDisputes(
        entities.filter(({ id }) => candidates.has(id)),
        attributeFactsOf,
      )
      return disputes
    },
    factsAbout: attributeFactsOf,
    factsMentioning: memoize((id) => parseRows(mentioning.all({ id }))),
    kindsOf: (id) => kindsOf.get(id) ?? new Set(),
    memo<Value extends object>(key: string, compute: () => Value) {
      const known = results.get(key) as Value | undefined
      if (known !== undefined) return known
      const value = compute()
      results.set(key, value)
      return value
    },
    bytes: () => database.serialize(),
    close: () => database.close(),
  }
  return whole
}

const shelves: Shelf[] = ['seed', 'imported', 'reference']

/** The articles, then the publications of the reference shelf by title. */
function sortByShelfAndTitle(articles: readonly Article[]): Article[] {
  const titleOrder = new Intl.Collator('en', { ignorePunctuation: true, numeric: true })
  return articles.toSorted((a, b) => {
    if (a.shelf !== b.shelf) return shelves.indexOf(a.shelf) - shelves.indexOf(b.shelf)
    return a.shelf !== 'reference' ? 0 : titleOrder.compare(a.title, b.title)
  })
}

/** The entities that facts are about, have as their value or mention. */
function readMentioned(database: Database.Database): Set<string> {
  const sql = 'SELECT entity FROM fact UNION SELECT value_entity FROM fact UNION SELECT entity FROM mention'
  return new Set(database.prepare(sql).pluck().all() as string[])
}

/** The entities with two facts of one attribute: only these can have disputes. */
function entitiesWithRepeatedAttributes(database: Database.Database): Set<string> {
  const sql = 'SELECT entity FROM fact GROUP BY attribute, entity HAVING count(*) > 1'
  return new Set(database.prepare(sql).pluck().all() as string[])
}

function readJson<Item>(database: Database.Database, sql: string): Item[] {
  return (database.prepare(sql).pluck().all() as string[]).map((json) => JSON.parse(json) as Item)
}

function readKinds(database: Database.Database, entities: Entity[]): Map<string, Set<Kind | Classification>> {
  const kinds = new Map(entities.map(({ id, kind }) => [id, new Set<Kind | Classification>([kind])]))
  for (const { entity, value } of readJson<Fact>(
    database,
    `SELECT json FROM fact WHERE attribute = 'classification'`,
  )) {
    if (value.type === 'classification') kinds.get(entity)?.add(value.classification)
  }
  return kinds
}
