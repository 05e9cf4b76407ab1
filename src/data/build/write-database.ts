// Writes a validated dataset as a new revision file, atomically.
import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { byNewest, compareDates } from '../model/dates.ts'
import { attributes, kinds } from '../model/attributes.ts'
import { codesOf, withCountryNames } from './iso-countries.ts'
import type { ParsedDataset } from './dataset.ts'
import { removeTempFiles, tempPathIn } from './temp-files.ts'
import { applicationId, revisionPath, hashFile } from '../query/revision-file.ts'
import { SCHEMA_VERSION, type DataFile } from '../model/data-file.ts'
import { searchTokens } from '../model/normalize-text.ts'
import { renameDurably, fsyncPath } from '../../db/durable-fs.ts'
import { buildNameIndex, type NameEntry } from '../query/name-index.ts'
import type { Entity, Fact } from '../model/types.ts'

const tables = `
  CREATE TABLE revision (number INTEGER PRIMARY KEY, hash TEXT NOT NULL);
  CREATE TABLE source_file (path TEXT PRIMARY KEY, deflated BLOB NOT NULL);
  CREATE TABLE article (id TEXT PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE entity (id TEXT PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE fact (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entity TEXT NOT NULL REFERENCES entity,
    attribute TEXT NOT NULL,
    value_entity TEXT REFERENCES entity,
    article TEXT NOT NULL REFERENCES article,
    json TEXT NOT NULL
  );
  CREATE TABLE mention (fact INTEGER NOT NULL REFERENCES fact, entity TEXT NOT NULL REFERENCES entity);
  CREATE TABLE name_index (names TEXT NOT NULL, search TEXT NOT NULL);
  CREATE VIRTUAL TABLE fact_search USING fts5 (
    subject, mentions, attribute, statement, tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* Co So'", prefix = '2 3'
  );
`

/** Large enough for the words of many facts, which are then sorted and written once. */
const searchBufferBytes = 32 * 1024 * 1024

/** Made after the rows, which is faster. */
const indexes = `
  CREATE INDEX fact_by_entity ON fact (entity);
  CREATE INDEX fact_by_value ON fact (value_entity);
  CREATE INDEX fact_by_article ON fact (article);
  CREATE INDEX fact_by_attribute ON fact (attribute, entity);
  CREATE INDEX mention_by_entity ON mention (entity);
`

export type WriteStep = 'created' | 'written' | 'verified' | 'synced' | 'renamed'

/**
 * Writes a validated dataset as a revision file; the file exists under its final name only when it is complete. Returns
 * its SHA-256.
 */
export function writeRevisionFile(
  directory: string,
  revision: { number: number; hash: string; dataset: ParsedDataset; files: DataFile[] },
  onStep: (step: WriteStep) => void,
  path = revisionPath(directory, revision.number),
): string {
  const tmpPath = tempPathIn(directory)
  // Staged revisions were compared with the revision that is about to be replaced.
  removeTempFiles(directory, /^(building\.tmp|staged-)/)
  const database = new Database(tmpPath)
  try {
    // The file is synced when it is complete, and thrown away if it does not become so.
    database.pragma('journal_mode = OFF')
    database.pragma('synchronous = OFF')
    // References are checked all at once at the end.
    database.pragma('foreign_keys = OFF')
    database.pragma(`application_id = ${applicationId}`)
    database.pragma(`user_version = ${SCHEMA_VERSION}`)
    database.exec(tables)
    database.exec(`INSERT INTO fact_search (fact_search, rank) VALUES ('hashsize', ${searchBufferBytes})`)
    onStep('created')
    database.transaction(() => insertAll(database, revision))()
    database.exec(indexes)
    onStep('written')
    verifyIntegrity(database)
    onStep('verified')
    database.close()
    fsyncPath(tmpPath)
  } catch (error) {
    database.close()
    // On a full disk a partial file would keep others from writing.
    rmSync(tmpPath, { force: true })
    throw error
  }
  onStep('synced')
  const fileHash = hashFile(tmpPath)
  renameDurably(tmpPath, path)
  onStep('renamed')
  return fileHash
}

function insertAll(
  database: Database.Database,
  {
    number,
    hash,
    dataset,
    files,
  }: { number: number; hash: string; dataset: ParsedDataset; files: DataFile[] },
): void {
  const insert = (table: string, columns: number) =>
    database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`)
  insert('revision', 2).run(number, hash)
  const file = insert('source_file', 2)
  // Read only to build again, while the whole revision is held in memory.
  for (const { path, text } of files) file.run(path, deflateSync(text))
  const article = insert('article', 2)
  for (const item of dataset.articles.values()) article.run(item.id, JSON.stringify(item))
  const entity = insert('entity', 2)
  const entities = entitiesOf(dataset)
  for (const item of entities) entity.run(item.id, JSON.stringify(item))
  const names = searchNames(entities)
  const counts = factCounts(dataset)
  const unmentioned = entities.filter(({ id }) => !counts.has(id))
  const entries = nameEntries(entities, dataset, names, counts)
  const { search: nameSearch, ...index } = buildNameIndex(entries, unmentioned.flatMap(allNames))
  insert('name_index', 2).run(JSON.stringify(index), JSON.stringify(nameSearch))
  const fact = insert('fact', 7)
  const mention = insert('mention', 2)
  const search = database.prepare(
    'INSERT INTO fact_search (rowid, subject, mentions, attribute, statement) VALUES (?, ?, ?, ?, ?)',
  )
  const kindOf = new Map(dataset.entities.map(({ item }) => [item.id, kinds[item.kind]]))
  const newest = newestCells(dataset)
  const nameTokens = new Map([...names].map(([id, all]) => [id, toTokens(all.join(' '))]))
  dataset.facts.forEach(({ item }, index) => {
    const valueEntity = item.value.type === 'entity' ? item.value.entity : null
    fact.run(index, item.id, item.entity, item.attribute, valueEntity, item.article, JSON.stringify(item))
    for (const id of new Set(item.mentions)) mention.run(index, id)
    // Of a table, a search finds the newest number of each row.
    if (item.isOfTable && !newest.has(item)) return
    const attribute = `${attributes[item.attribute].label} ${kindOf.get(item.entity) ?? ''}`
    const subject = nameTokens.get(item.entity) ?? ''
    const others = mentionedTokens(item, nameTokens)
    search.run(index, subject, others, toTokens(attribute), toTokens(item.statement))
  })
}

/** The entities, countries with the names that ISO and CLDR have for them and with their flags. */
export function entitiesOf({ entities }: ParsedDataset): Entity[] {
  return entities.map(({ item }) => withCountryNames(item))
}

function allNames({ name, aliases }: Entity): string[] {
  return [name, ...aliases]
}

/**
 * The names of each entity for full-text search: of countries the single-word ones, because words such as "Kingdom of"
 * would match too many.
 */
function searchNames(entities: readonly Entity[]): Map<string, string[]> {
  return new Map(
    entities.map(({ id, kind, name, aliases }) => [
      id,
      [name, ...aliases.filter((alias) => kind !== 'country' || !alias.includes(' '))],
    ]),
  )
}

/** Of every row of a table, the fact of its newest year. */
function newestCells({ facts }: ParsedDataset): Set<Fact> {
  const cells = facts.flatMap(({ item }) => (item.isOfTable ? item : []))
  const rows = Map.groupBy(cells, ({ article, entity }) => `${article} ${entity}`).values()
  return new Set([...rows].flatMap((row) => row.toSorted(byNewest).slice(0, 1)))
}

/** How many facts are about or mention an entity; it has none if it is not in the map. */
function factCounts({ facts }: ParsedDataset): Map<string, number> {
  const told = facts.filter(({ item }) => !item.isOfTable)
  const mentioned = told.flatMap(({ item: { entity, mentions, value } }) => [
    ...new Set([entity, ...mentions, ...(value.type === 'entity' ? [value.entity] : [])]),
  ])
  return new Map([...Map.groupBy(mentioned, (id) => id)].map(([id, same]) => [id, same.length]))
}

/**
 * The entities' names, those with the most facts first and editions last, the newest first, with their kind and their
 * members as context.
 */
function nameEntries(
  entities: readonly Entity[],
  { facts }: ParsedDataset,
  names: ReadonlyMap<string, string[]>,
  counts: ReadonlyMap<string, number>,
): NameEntry[] {
  const seriesOf = new Map(entities.map(({ id, edition }) => [id, edition?.of ?? id]))
  // Whoever took part in an edition took part in the series.
  const about = Map.groupBy(facts, ({ item }) => seriesOf.get(item.entity) ?? item.entity)
  const wordsOf = ({ attribute, value }: Fact): string[] => {
    if (value.type === 'classification') return [value.label]
    const isParty = attribute === 'member' || attribute === 'participant'
    return isParty && value.type === 'entity' ? (names.get(value.entity) ?? []) : []
  }
  const yearOf = ({ edition }: Entity) => edition?.year ?? '9999'
  const countOf = ({ id }: Entity) => counts.get(id) ?? 0
  return entities
    .toSorted((a, b) => compareDates(yearOf(b), yearOf(a)) || countOf(b) - countOf(a))
    .map((entity) => ({
      entity: entity.id,
      names: [...allNames(entity), ...codesOf(entity)],
      context: [
        kinds[entity.kind],
        ...new Set((about.get(entity.id) ?? []).flatMap(({ item }) => wordsOf(item))),
      ].join(' '),
    }))
}

/** The names of the other entities that a fact mentions, and the label of its classification, as search tokens. */
function mentionedTokens({ mentions, value }: Fact, nameTokens: ReadonlyMap<string, string>): string {
  const ids = [...mentions, ...(value.type === 'entity' ? [value.entity] : [])]
  const others = [...new Set(ids)].map((id) => nameTokens.get(id) ?? '')
  return [...others, ...(value.type === 'classification' ? [toTokens(value.label)] : [])].join(' ')
}

function toTokens(text: string): string {
  return searchTokens(text).join(' ')
}

/** Throws if the database is corrupt. */
function verifyIntegrity(database: Database.Database): void {
  const integrity = database.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') throw new Error(`the revision file is corrupt: ${String(integrity)}`)
  const dangling = database.pragma('foreign_key_check') as unknown[]
  if (dangling.length > 0) throw new Error(`the revision file has ${dangling.length} dangling references`)
  database.exec(`INSERT INTO fact_search (fact_search) VALUES ('integrity-check')`)
}
