// Builds the databases that tests start from, once for a whole run, so that each test only copies one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dataDirectory as liveDirectory } from '../../src/config/data-directory.ts'
import { seed } from '../../src/revisions/publish.ts'
import { corpusDirectory } from '../fixtures/corpus.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with a built revision, by the folder of the data files. */
    databases: Record<string, string>
    /** How much of the fuzz and load tests to run, from 0 to 1. */
    fuzzShare: number
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-databases-'))
  const databases: Record<string, string> = {}
  for (const [name, dataDirectory] of Object.entries({ corpus: corpusDirectory, live: liveDirectory })) {
    const databaseDirectory = join(folder, name)
    const { outcome } = await seed({ dataDirectory, databaseDirectory, actor: 'shell' })
    if (outcome !== 'published') throw new Error(`${dataDirectory} could not be built: ${outcome}`)
    databases[dataDirectory] = databaseDirectory
  }
  project.provide('databases', databases)
  return () => rmSync(folder, { recursive: true, force: true })
}
