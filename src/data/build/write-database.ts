// Writes a checked draft as a facts file of its own, whole or not at all.
import Database from 'better-sqlite3'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attributes, kinds } from '../model/attributes.ts'
import { codesOf, allCountries, countryCode } from './iso-countries.ts'
import type { ParsedDataset } from './parse.ts'
import { applicationId, revisionPath, hashFile } from '../query/revision-file.ts'
import { SCHEMA_VERSION, type DataFile } from '../model/data-file.ts'
import { searchTokens } from '../model/normalize-text.ts'
import { renameDurably, fsyncPath } from '../../db/durable-fs.ts'
import { buildNameIndex, type Nameable } from '../query/name-index.ts'
import type { Entity, Fact } from '../model/types.ts'

const tables = `
  CREATE TABLE revision (number INTEGER PRIMARY KEY, hash TEXT NOT NULL);
  CREATE TABLE source_file (path TEXT PRIMARY KEY, text TEXT NOT NULL);
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
  CREATE INDEX fact_by_entity ON fact (entity);
  CREATE INDEX fact_by_value ON fact (value_entity);
  CREATE INDEX fact_by_article ON fact (article);
  CREATE INDEX fact_by_attribute ON fact (attribute, entity);
  CREATE TABLE mention (fact INTEGER NOT NULL REFERENCES fact, entity TEXT NOT NULL REFERENCES entity);
  CREATE INDEX mention_by_entity ON mention (entity);
  CREATE TABLE name_index (json TEXT NOT NULL);
  CREATE TABLE country_index (countries TEXT NOT NULL, name_index TEXT NOT NULL);
  CREATE VIRTUAL TABLE fact_search USING fts5 (
    subject, mentions, attribute, statement, tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* Co So'", prefix = '2 3'
  );
`

export type WriteStep = 'created' | 'written' | 'verified' | 'synced' | 'renamed'

const buildingName = 'building.tmp.db'

/** Removes the file that a builder that was killed has left, and others of the same kind; only under the lock. */
export function removeTempFiles(directory: string, kinds = /^building\.tmp/): void {
  for (const name of readdirSync(directory)) {
    if (kinds.test(name)) rmSync(join(directory, name), { force: true, recursive: true })
  }
}

/**
 * Writes a checked draft as revision `number` at a path; until the last step no file of that name exists. Returns the
 * SHA-256 of the file.
 */
export function writeFactsFile(
  directory: string,
  revision: { number: number; hash: string; draft: ParsedDataset; files: DataFile[] },
  onStep: (step: WriteStep) => void,
  path = revisionPath(directory, revision.number),
): string {
  const unfinished = join(directory, buildingName)
  // What waits to become live was compared with what is about to be replaced.
  removeTempFiles(directory, /^(building\.tmp|staged-)/)
  const database = new Database(unfinished)
  try {
    database.pragma('journal_mode = DELETE')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma(`application_id = ${applicationId}`)
    database.pragma(`user_version = ${SCHEMA_VERSION}`)
    database.exec(tables)
    onStep('created')
    database.transaction(() => insertAll(database, revision))()
    database.exec('VACUUM')
    onStep('written')
    verifyIntegrity(database)
    onStep('verified')
    database.close()
    fsyncPath(unfinished)
  } catch (error) {
    database.close()
    // On a full disk what is half written would keep others from their room.
    rmSync(unfinished, { force: true })
    throw error
  }
  onStep('synced')
  const fileHash = hashFile(unfinished)
  renameDurably(unfinished, path)
  onStep('renamed')
  return fileHash
}

/** Writes the bytes of a facts file again, whole or not at all; only under the lock of the folder. */
export function rewriteFactsFile(directory: string, number: number, bytes: Buffer): void {
  const unfinished = join(directory, buildingName)
  writeFileSync(unfinished, bytes)
  fsyncPath(unfinished)
  renameDurably(unfinished, revisionPath(directory, number))
}

function insertAll(
  database: Database.Database,
  { number, hash, draft, files }: { number: number; hash: string; draft: ParsedDataset; files: DataFile[] },
): void {
  const insert = (table: string, columns: number) =>
    database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`)
  insert('revision', 2).run(number, hash)
  const file = insert('source_file', 2)
  for (const { path, text } of files) file.run(path, text)
  const article = insert('article', 2)
  for (const item of draft.articles.values()) article.run(item.id, JSON.stringify(item))
  const entity = insert('entity', 2)
  const entities = entitiesOf(draft)
  for (const item of entities) entity.run(item.id, JSON.stringify(item))
  const countries = countriesOf(draft)
  const names = besideNames(entities, countries)
  const others = countries.filter(({ id }) => !names.has(id))
  const index = buildNameIndex(nameEntries(draft, countries, names), others.flatMap(allNames))
  insert('name_index', 1).run(JSON.stringify(index))
  const world = buildNameIndex(nameableCountries(countries, draft), entities.flatMap(allNames))
  insert('country_index', 2).run(JSON.stringify(countries), JSON.stringify(world))
  const fact = insert('fact', 7)
  const mention = insert('mention', 2)
  const search = database.prepare(
    'INSERT INTO fact_search (rowid, subject, mentions, attribute, statement) VALUES (?, ?, ?, ?, ?)',
  )
  const kindOf = new Map(draft.entities.map(({ item }) => [item.id, kinds[item.kind]]))
  draft.facts.forEach(({ item }, index) => {
    const subject = item.value.type === 'entity' ? item.value.entity : null
    fact.run(index, item.id, item.entity, item.attribute, subject, item.article, JSON.stringify(item))
    for (const id of new Set(item.mentions)) mention.run(index, id)
    const topic = `${attributes[item.attribute].label} ${kindOf.get(item.entity) ?? ''}`
    const subjectNames = (names.get(item.entity) ?? []).join(' ')
    const texts = [subjectNames, otherNamesIn(item, names), topic, item.statement]
    search.run(index, ...texts.map((text) => searchTokens(text).join(' ')))
  })
}

/** The entities as a facts file holds them: countries with their two letters. */
export function entitiesOf({ entities }: ParsedDataset): Entity[] {
  return entities.map(({ item }) => {
    const code = item.kind === 'country' ? countryCode(item.name) : undefined
    return code === undefined ? item : { ...item, code }
  })
}

/** Every country of the world, with all its names. */
export function countriesOf(draft: ParsedDataset): Entity[] {
  const extraCountryAliases = new Map(draft.countryNames.map(({ item }) => [item.code, item.names]))
  return allCountries(entitiesOf(draft), extraCountryAliases)
}

function allNames({ name, aliases }: Entity): string[] {
  return [name, ...aliases]
}

/**
 * What the entities are called in the search for facts, and context those that they are in: countries by their flags and
 * single words as well, while "Kingdom of" would be in too many.
 */
function besideNames(entities: readonly Entity[], countries: readonly Entity[]): Map<string, string[]> {
  const words = new Map(
    countries.map(({ id, aliases }) => [id, aliases.filter((alias) => !alias.includes(' '))]),
  )
  return new Map(
    entities.map((entity) => [
      entity.id,
      [...new Set([...allNames(entity), ...(words.get(entity.id) ?? [])])],
    ]),
  )
}

/** The entities by their names, those with the most facts first; context them what they are and who is in them. */
function nameEntries(
  { entities, facts }: ParsedDataset,
  countries: readonly Entity[],
  names: ReadonlyMap<string, string[]>,
): Nameable[] {
  const about = Map.groupBy(facts, ({ item }) => item.entity)
  // Countries are known by more names than their files have.
  const byId = new Map(countries.map((country) => [country.id, country]))
  const wordsOf = ({ attribute, value }: Fact): string[] => {
    if (value.type === 'classification') return [value.label]
    const isParty = attribute === 'member' || attribute === 'participant'
    return isParty && value.type === 'entity' ? (names.get(value.entity) ?? []) : []
  }
  const told = (id: string) => about.get(id) ?? []
  return entities
    .map(({ item }) => ({
      entity: item.id,
      names: allNames(byId.get(item.id) ?? item),
      context: [kinds[item.kind], ...new Set(told(item.id).flatMap(({ item }) => wordsOf(item)))].join(' '),
    }))
    .sort((a, b) => told(b.entity).length - told(a.entity).length)
}

/** Countries by their names, those that most facts speak of first. */
function nameableCountries(countries: readonly Entity[], { facts }: ParsedDataset): Nameable[] {
  const spoken = facts.flatMap(({ item: { entity, mentions, value } }) => [
    ...new Set([entity, ...mentions, ...(value.type === 'entity' ? [value.entity] : [])]),
  ])
  const times = Map.groupBy(spoken, (id) => id)
  const timesOf = ({ id }: Entity) => times.get(id)?.length ?? 0
  return countries
    .toSorted((a, b) => timesOf(b) - timesOf(a))
    .map((country) => ({
      entity: country.id,
      names: [...allNames(country), ...codesOf(country)],
      context: '',
    }))
}

/** The names of those that a fact names context the one that it is about, and the word that it classifies it with. */
function otherNamesIn({ mentions, value }: Fact, names: ReadonlyMap<string, string[]>): string {
  const ids = [...mentions, ...(value.type === 'entity' ? [value.entity] : [])]
  const others = [...new Set(ids)].flatMap((id) => names.get(id) ?? [])
  return [...others, ...(value.type === 'classification' ? [value.label] : [])].join(' ')
}

/** Throws with what is wrong if the database is not whole. */
function verifyIntegrity(database: Database.Database): void {
  const integrity = database.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') throw new Error(`the facts file is damaged: ${String(integrity)}`)
  const dangling = database.pragma('foreign_key_check') as unknown[]
  if (dangling.length > 0) throw new Error(`the facts file has ${dangling.length} rows that point nowhere`)
  database.exec(`INSERT INTO fact_search (fact_search) VALUES ('integrity-check')`)
}
