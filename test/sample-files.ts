// A small, valid set of data files about invented things, for tests to change one thing in.
import Database from 'better-sqlite3'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { dataDirectory, type DataFile } from '../src/data/files.ts'
import { hashPassages } from '../src/data/passages.ts'
import { openStore, type Facts, type Store } from '../src/data/store.ts'
import { seed } from '../src/operate/seed.ts'
import { openState } from '../src/state/state.ts'

const articleText =
  'The Harbor League was founded by Norway and Chile in a small room above a bakery so that no port would ever stand alone.'

export const sampleFiles: DataFile[] = [
  {
    path: 'articles/gazette.yaml',
    text: `title: { text: Harbors of the World, basis: stated }
publisher: { name: The Gazette, basis: stated }
published: { on: '2021-03-04', basis: stated }
sections:
  - { name: Leagues }
  - { name: News, as_of: '2021-02' }
entities:
  - { id: gull-drill, kind: exercise, name: Gull Drill }
facts:
  - id: league-kind
    entity: harbor-league
    attribute: classification
    value: alliance
    statement: The Harbor League is an alliance.
    section: Leagues
  - id: league-founded
    entity: harbor-league
    attribute: founded
    value: '1950'
    statement: The Harbor League was founded in 1950.
    section: Leagues
  - id: league-norway
    entity: harbor-league
    attribute: member
    value: norway
    statement: Norway belongs to the Harbor League.
    role: full
    section: News
  - id: league-ports
    entity: harbor-league
    attribute: partner-count
    value: { between: [20, 30] }
    unit: ports
    statement: The Harbor League serves 20 to 30 ports.
    section: News
  - id: drill-region
    entity: gull-drill
    attribute: region
    value: North Sea
    statement: Gull Drill takes place in the North Sea.
    mentions: [chile]
    valid_from: '2001'
    valid_to: '2002'
    section: News
`,
  },
  {
    path: 'entities/alliance.yaml',
    text: `entities:
  - { id: harbor-league, name: Harbor League, aliases: [HL, League of Harbors] }
`,
  },
  {
    path: 'entities/country.yaml',
    text: `entities:
  - { id: norway, name: Norway, aliases: [Norwegian] }
  - { id: chile, name: Chile }
`,
  },
  { path: 'passages.json', text: JSON.stringify({ gazette: hashPassages(articleText) }) },
]

/** The sample with one text of one file replaced; throws where the text is not there. */
export function sampleWith(path: string, replace: string, by: string): DataFile[] {
  return sampleFiles.map((file) => {
    if (file.path !== path) return file
    if (!file.text.includes(replace)) throw new Error(`${path} has no "${replace}"`)
    return { path, text: file.text.replace(replace, by) }
  })
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function writeFiles(folder: string, files: readonly DataFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const noRevision = { number: 0, fileHash: '' }

/** The facts that are live in a folder, open until the test ends, or the file with vitest's `afterAll`. */
export function openLive(
  databaseDirectory: string,
  atEnd: (close: () => void) => unknown = onTestFinished,
): Store {
  const state = openState(databaseDirectory)
  const store = openStore(databaseDirectory, () => state.live() ?? noRevision)
  atEnd(() => {
    store.close()
    state.close()
  })
  return store
}

/** The project's own facts, open until the end of the file. */
export function openOwnFacts(): Facts {
  const databaseDirectory = mkdtempSync(join(tmpdir(), 'entente-'))
  afterAll(() => rmSync(databaseDirectory, { recursive: true, force: true }))
  seed({ dataDirectory, databaseDirectory, by: 'shell' })
  return openLive(databaseDirectory, afterAll).current()
}

/** Keeps everyone else from writing state.db, as another process would; returns how to let go. */
export function holdWriteLock(databaseDirectory: string): () => void {
  const database = new Database(join(databaseDirectory, 'state.db'))
  database.exec('BEGIN IMMEDIATE')
  return () => database.close()
}
