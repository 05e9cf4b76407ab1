// Builders as processes of their own, to be killed; and what must be so after any kill.
import Database from 'better-sqlite3'
import { spawn, type ChildProcess } from 'node:child_process'
import { on } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { expect } from 'vitest'
import {
  listRevisionNumbers,
  revisionPath,
  readContent,
  readIntactHash,
} from '../../src/data/query/revision-file.ts'
import type { BuildResult } from '../../src/revisions/build-result.ts'
import { openAppDatabase, appDatabasePath } from '../../src/db/app-database.ts'
import { sampleFiles, writeFiles } from '../fixtures/sample-data.ts'

const script = join(import.meta.dirname, '../../scripts/seed.ts')

export interface Folders {
  dataDirectory: string
  databaseDirectory: string
}

export interface Builder {
  child: ChildProcess
  lines: AsyncIterable<string>
  /** Its last line, once it has ended; undefined if it was killed before it came to that. */
  outcome: Promise<BuildResult | undefined>
}

export function builder({ dataDirectory, databaseDirectory }: Folders, ...options: string[]): Builder {
  const where = ['--data-dir', dataDirectory, '--database-dir', databaseDirectory]
  const child = spawn(process.execPath, [script, '--json', ...where, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const reader = createInterface(child.stdout)
  let outcome: BuildResult | undefined
  reader.on('line', (line) => {
    const message = JSON.parse(line) as { step: string } | BuildResult
    if ('outcome' in message) outcome = message
  })
  return {
    child,
    lines: linesOf(reader),
    outcome: new Promise((resolve) => child.on('close', () => resolve(outcome))),
  }
}

/** Leaves the reader open for whoever reads no further, since a builder waits until its output is read. */
async function* linesOf(reader: Interface): AsyncIterable<string> {
  for await (const [line] of on(reader, 'line', { close: ['close'] })) yield line as string
}

/** The sample with a mark that three of its facts and names bear. */
export function writeMarked({ dataDirectory }: Folders, mark: string): void {
  const files = sampleFiles.map(({ path, text }) => ({
    path,
    text: text
      .replace('value: North Sea', `value: North Sea ${mark}`)
      .replace('name: Chile }', `name: Chile, aliases: [Chile ${mark}] }`)
      .replace('aliases: [HL,', `aliases: [HL ${mark},`),
  }))
  writeFiles(dataDirectory, files)
}

/** The one mark that everything in a revision bears. */
function markOf({ databaseDirectory }: Folders, number: number): string {
  const { entities, facts } = readContent(revisionPath(databaseDirectory, number))
  const texts = [
    ...facts.flatMap(({ article, value }) =>
      article === 'gazette' && value.type === 'text' ? [value.text] : [],
    ),
    ...entities.flatMap(({ aliases }) => aliases.filter((alias) => /^(HL|Chile)/.test(alias))),
  ]
  const marks = new Set(texts.map((text) => text.split(' ').at(-1) ?? ''))
  expect(texts).toHaveLength(3)
  expect([...marks]).toHaveLength(1)
  return [...marks][0] ?? ''
}

/** One whole revision is live and the history says so; returns its number and its mark. */
export function expectConsistent(folders: Folders): { live: number; mark: string } {
  const { databaseDirectory } = folders
  const database = new Database(appDatabasePath(databaseDirectory))
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  const moves = database
    .prepare(`SELECT deed, detail FROM audit WHERE deed IN ('publish', 'undo') ORDER BY number`)
    .all() as { deed: string; detail: string }[]
  database.close()
  const state = openAppDatabase(databaseDirectory)
  const live = state.live()
  const history = state.revisions()
  state.close()
  const record = history.find(({ number }) => number === live?.number)
  if (!live || !record) throw new Error('nothing is live')
  // Each revision came in by one publish, and the last move of the pointer is where it stands.
  expect(moves.filter(({ deed }) => deed === 'publish')).toHaveLength(history.length)
  expect(moves.at(-1)?.detail).toContain(`→ revision ${live.number},`)
  expect(moves.at(-1)?.deed === 'undo').toBe(live.pinnedByRollback)
  const files = listRevisionNumbers(databaseDirectory)
  // What is older was looked at before, and no builder ever writes it again.
  const newest = history.slice(0, 3)
  for (const { number, hash, fileHash } of newest.filter((one) => files.includes(one.number)))
    expect(readIntactHash(revisionPath(databaseDirectory, number), fileHash)).toBe(hash)
  expect(files).toContain(live.number)
  return { live: live.number, mark: markOf(folders, live.number) }
}

/** What a builder leaves when it dies, and what the next one must clear away. */
export function unfinishedFiles({ databaseDirectory }: Folders): string[] {
  return readdirSync(databaseDirectory).filter((name) => name.startsWith('building'))
}
