// An export is the same bytes wherever it is made.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { copyDatabase, temporaryFolder } from '../fixtures/sample-data.ts'

const exportUrl = join(import.meta.dirname, '../../src/revisions/export.ts')

test('equal revisions give equal zips in every time zone', async () => {
  const databaseDirectory = temporaryFolder()
  copyDatabase(corpusDirectory, databaseDirectory)
  const db = openAppDatabase(databaseDirectory)
  const live = await db.live()
  await db.close()
  const script = `import { exportRevision } from ${JSON.stringify(exportUrl)}
    const { zip } = await exportRevision(${JSON.stringify(databaseDirectory)}, ${JSON.stringify(live)})
    process.stdout.write(zip.toString('base64'))`
  const exportIn = (timeZone: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: timeZone },
      encoding: 'utf8',
    })
  const [east, west] = [exportIn('Asia/Tokyo'), exportIn('America/New_York')]
  expect([east.status, east.stderr]).toEqual([0, ''])
  expect(east.stdout.length).toBeGreaterThan(1000)
  expect(east.stdout === west.stdout).toBe(true)
})
