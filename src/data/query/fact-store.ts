// The fact store: the live revision, opened read-only and swapped when the pointer has moved.
import type Database from 'better-sqlite3'
import { createFindArticles, type FindArticles } from './article-names.ts'
import {
  attributes,
  kinds,
  type Attribute,
  type AttributeId,
  type Classification,
  type Kind,
} from '../model/attributes.ts'
import { yearsSince } from '../model/dates.ts'
import { findDisputes, type Dispute } from './disputes.ts'
import { revisionPath, openRevisionFile, type LiveFile } from './revision-file.ts'
import { createMemo, memoize, type Memo } from './keep.ts'
import { isVisibleOn, turningDays } from '../model/visibility.ts'
import { createFindMentions, type FindMentions } from './mention-detector.ts'
import { loadNames, type Names } from './name-index.ts'
import { createFactQueries, type FactQueries } from './fact-queries.ts'
import { openSearch, type Search } from './full-text-search.ts'
import type { Article, Entity, Fact } from '../model/types.ts'
import { valuesAgree } from '../model/values.ts'
import { loadCountries, loadWorld } from './all-countries.ts'

/** One revision, whole and unchanging, or what of it was so on one day. */
export interface FactSnapshot extends FactQueries {
  revision: number
  /** The day that is looked back to, as yyyy-mm-dd; '' for none, when all is told that is known. */
  asOfDate: string
  /** What was so on a day, as yyyy-mm-dd, by design's rule for looking back; all that is known for ''. */
  asOf: (day: string) => FactSnapshot
  /** The same with every other country among the entities, to be found by its names. */
  withAllCountries: () => FactSnapshot
  /** The days on which what these facts say begins or ceases to show to someone who looks back, oldest first. */
  changeDates: (facts: readonly Fact[]) => string[]
  names: Names
  /** What a chat message names, in order. */
  mentionsIn: FindMentions
  articles: Article[]
  /** The articles that typed text names. */
  findArticles: FindArticles
  entities: Entity[]
  getEntity: (id: string) => Entity | undefined
  getArticle: (id: string) => Article
  /** The fact with an id, as "explainer/nato-others". */
  getFact: (id: string) => Fact | undefined
  /** What is known of an entity by attribute, in the order of the vocabulary; of what changes, the newest first. */
  factsAbout: (entity: string) => AttributeFacts[]
  /** Facts about others that have the entity as their value or mention it. */
  factsMentioning: (entity: string) => Fact[]
  /** The facts that typed words fit, best first. */
  search: Search
  /** Where the articles differ: what people argue about first. */
  disputes: () => Dispute[]
  yearsSince: typeof yearsSince
  /** The entity's kind, and every word the articles use for what it is. */
  kindsOf: (entity: string) => Set<Kind | Classification>
  /** What one thing of the entity's kind is called: "military command". */
  kindLabel: (entity: Entity) => string
  /** What a card writes before the values of an attribute. */
  attributeLabel: (attribute: AttributeId) => string
  /** What is made of this revision alone under a key, made once and kept while there is room. */
  memo: Memo
  /** The facts file, byte for byte. */
  bytes: () => Buffer
  close: () => void
}

export interface Store {
  /** The facts of the live revision; opens them if the pointer has moved since the last call. */
  current: () => FactSnapshot
  close: () => void
}

/** Facts of one entity and one attribute, in the order in which to show them. */
export interface AttributeFacts extends Attribute {
  attribute: AttributeId
  facts: Fact[]
  /** Whether the values of a single-valued attribute do not agree. */
  disputed: boolean
}

const order = Object.keys(attributes) as AttributeId[]

/** Groups facts by attribute, in the order of the vocabulary. */
function groupFacts(facts: readonly Fact[]): AttributeFacts[] {
  return order.flatMap((attribute) => {
    const group = facts.filter((fact) => fact.attribute === attribute)
    if (attributes[attribute].timeVarying) group.sort((a, b) => b.visibleFrom.localeCompare(a.visibleFrom))
    return group.length > 0
      ? [{ ...attributes[attribute], attribute, facts: group, disputed: isDispute(attribute, group) }]
      : []
  })
}

function isDispute(attribute: AttributeId, facts: readonly Fact[]): boolean {
  if (attributes[attribute].multiValued) return false
  return facts.some((one) => facts.some((other) => !valuesAgree(one.value, other.value)))
}

/**
 * A store over the revisions in a folder; `liveFile` is asked at each call of `current`. What keeps a new revision
 * from being opened is told to `onTrouble`, and the one that is open goes on answering.
 */
export function openStore(
  directory: string,
  liveFile: () => LiveFile,
  onTrouble: (error: unknown) => void = () => undefined,
): Store {
  let facts = open()
  let previous: FactSnapshot | undefined

  function open(): FactSnapshot {
    const openLive = ({ number, fileHash }: LiveFile) =>
      openFacts(openRevisionFile(revisionPath(directory, number), fileHash))
    try {
      return openLive(liveFile())
    } catch {
      // The pointer may have moved on and the file been pruned between the two: one fresh look decides.
      return openLive(liveFile())
    }
  }

  return {
    current() {
      try {
        if (facts.revision === liveFile().number) return facts
        const fresh = open()
        // An answer under way may still read the revision it began with, so it closes one swap later.
        previous?.close()
        previous = facts
        facts = fresh
      } catch (error) {
        onTrouble(error)
      }
      return facts
    },
    close() {
      previous?.close()
      facts.close()
    },
  }
}

function openFacts(database: Database.Database): FactSnapshot {
  const { number: revision } = database.prepare('SELECT number FROM revision').get() as { number: number }
  const articles = readJson<Article>(database, 'SELECT json FROM article ORDER BY id')
  const entities = readJson<Entity>(database, 'SELECT json FROM entity ORDER BY rowid')
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const articleById = new Map(articles.map((article) => [article.id, article]))
  const about = database.prepare('SELECT json FROM fact WHERE entity = ? ORDER BY number').pluck()
  // A fact that is found in several ways is one thing, so that it is counted and shown once.
  const parse = memoize((json) => JSON.parse(json) as Fact)
  const parsed = (rows: unknown[]) => (rows as string[]).map(parse)
  const attributeFactsOf = memoize((id) => groupFacts(parsed(about.all(id))))
  const naming = database
    .prepare(
      `SELECT json FROM fact WHERE entity <> @id AND (value_entity = @id
         OR number IN (SELECT fact FROM mention WHERE mention.entity = @id)) ORDER BY number`,
    )
    .pluck()
  const kindsOf = readKinds(database, entities)
  const names = loadNames(database)
  // Not made before it is asked for, since a start should not wait for it.
  let findMentions: FindMentions | undefined
  let findArticles: FindArticles | undefined
  let disputes: Dispute[] | undefined
  let world: FactSnapshot | undefined

  const whole: FactSnapshot = {
    revision,
    asOfDate: '',
    asOf: (day) => (day === '' ? whole : asOfSnapshot(whole, day)),
    withAllCountries: () =>
      (world ??= {
        ...whole,
        ...loadWorld(database, whole),
        memo: (key, make) => whole.memo(`world ${key}`, make),
      }),
    changeDates: turningDays,
    names,
    search: openSearch(database, names),
    mentionsIn: (text) => (findMentions ??= createFindMentions(entities, loadCountries(database)))(text),
    articles,
    findArticles: (text) => (findArticles ??= createFindArticles(articles))(text),
    entities,
    getEntity: (id) => byId.get(id),
    getArticle(id) {
      const article = articleById.get(id)
      if (!article) throw new Error(`no article ${id} in revision ${revision}`)
      return article
    },
    ...createFactQueries(database),
    disputes() {
      if (disputes) return disputes
      const told = entitiesWithRepeatedAttributes(database)
      disputes = findDisputes(
        entities.filter(({ id }) => told.has(id)),
        attributeFactsOf,
      )
      return disputes
    },
    yearsSince,
    factsAbout: attributeFactsOf,
    factsMentioning: memoize((id) => parsed(naming.all({ id }))),
    kindsOf: (id) => kindsOf.get(id) ?? new Set(),
    kindLabel: ({ kind }) => kinds[kind],
    attributeLabel: (attribute) => attributes[attribute].label,
    memo: createMemo(),
    bytes: () => database.serialize(),
    close: () => database.close(),
  }
  return whole
}

function asOfSnapshot(whole: FactSnapshot, asOfDate: string): FactSnapshot {
  return {
    ...whole,
    asOfDate,
    factsAbout: (id) =>
      groupFacts(
        whole.factsAbout(id).flatMap(({ facts }) => facts.filter((fact) => isVisibleOn(fact, asOfDate))),
      ),
    factsMentioning: (id) => whole.factsMentioning(id).filter((fact) => isVisibleOn(fact, asOfDate)),
    memo: (key, make) => whole.memo(`${asOfDate} ${key}`, make),
  }
}

/** The entities of which two facts have one attribute: the others need not be looked through for disputes. */
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
