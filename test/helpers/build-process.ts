// Runs the real build process and kills it at a step; and checks what must hold after any kill.
import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { expect } from 'vitest'
import type { DataPaths } from '../../src/data/model/data-file.ts'
import {
  listRevisionNumbers,
  revisionPath,
  readContent,
  readIntactHash,
} from '../../src/data/query/revision-file.ts'
import { openAppDatabase, appDatabasePath } from '../../src/db/app-database.ts'
import type { BuildRequest } from '../../src/revisions/build-messages.ts'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import type { BuildResult, BuildStep } from '../../src/revisions/build-result.ts'
import { sampleFiles, writeFiles } from '../fixtures/sample-data.ts'

/** Options of Node for a worker that runs a program first, which may change what the worker sends. */
export function preload(program: string): string[] {
  return ['--import', `data:text/javascript,${encodeURIComponent(program)}`]
}

/** A worker sends the step and then stays there, as one does that is stopped by the system. */
const pauseAt = (step: BuildStep) =>
  preload(`const send = process.send.bind(process)
    process.send = (message, ...rest) => {
      send(message, ...rest)
      if (message.step === ${JSON.stringify(step)}) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    }`)

/** Runs a request, and kills its process at a step; the result is that of the runner. */
export async function runKilledAt(
  paths: DataPaths,
  request: BuildRequest,
  stepToKillAt: BuildStep,
): Promise<BuildResult> {
  return runBuildProcess(paths, request, {
    execArgv: pauseAt(stepToKillAt),
    onStep: (step, pid) => {
      if (step === stepToKillAt) process.kill(pid, 'SIGKILL')
    },
  })
}

/** The sample with a mark that three of its facts and names bear. */
export function writeMarked({ dataDirectory }: Pick<DataPaths, 'dataDirectory'>, mark: string): void {
  const files = sampleFiles.map(({ path, text }) => ({
    path,
    text: text
      .replace('value: North Sea', `value: North Sea ${mark}`)
      .replace('code: CL }', `code: CL, aliases: [Chile ${mark}] }`)
      .replace('aliases: [HL,', `aliases: [HL ${mark},`),
  }))
  writeFiles(dataDirectory, files)
}

/** The one mark that everything in a revision bears. */
function markOf({ databaseDirectory }: DataPaths, number: number): string {
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

/** One whole revision is live and the history agrees; returns its number and its mark. */
export async function expectConsistent(paths: DataPaths): Promise<{ live: number; mark: string }> {
  const { databaseDirectory } = paths
  const database = new Database(appDatabasePath(databaseDirectory))
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  const moves = database
    .prepare(`SELECT action, detail FROM audit_log WHERE action IN ('publish', 'rollback') ORDER BY id`)
    .all() as { action: string; detail: string }[]
  database.close()
  const db = openAppDatabase(databaseDirectory)
  const live = await db.live()
  const history = await db.revisions()
  await db.close()
  const record = history.find(({ number }) => number === live?.number)
  if (!live || !record) throw new Error('nothing is live')
  // Each revision was published once, and the last action is what made the live one live.
  expect(moves.filter(({ action }) => action === 'publish')).toHaveLength(history.length)
  expect(moves.at(-1)?.detail).toContain(`→ revision ${live.number},`)
  expect(moves.at(-1)?.action === 'rollback').toBe(live.pinnedByRollback)
  const files = listRevisionNumbers(databaseDirectory)
  // Older ones were checked before, and no build ever writes them again.
  const newest = history.slice(0, 3).filter(({ number }) => files.includes(number))
  for (const { number, hash, fileHash } of newest)
    expect(readIntactHash(revisionPath(databaseDirectory, number), fileHash)).toBe(hash)
  expect(files).toContain(live.number)
  return { live: live.number, mark: markOf(paths, live.number) }
}

/** What a build leaves behind when it dies, and what the next one must remove. */
export function tempFiles({ databaseDirectory }: DataPaths): string[] {
  return readdirSync(databaseDirectory).filter((name) => name.startsWith('building'))
}
