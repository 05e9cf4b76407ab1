// The export of everything that comes with Entente: an import accepts each of its files.
import { expect, test } from 'vitest'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { exportRevision } from '../../src/revisions/export.ts'
import { readUpload } from '../../src/revisions/upload.ts'
import { copyDatabase, temporaryFolder } from '../fixtures/sample-data.ts'

test('an import reads back the export of the real facts, and finds nothing to add', async () => {
  const databaseDirectory = temporaryFolder()
  copyDatabase(dataDirectory, databaseDirectory)
  const db = openAppDatabase(databaseDirectory)
  const result = await exportRevision(databaseDirectory, await db.live())
  await db.close()
  if (result.outcome !== 'exported') throw new Error(result.reason)
  expect(result.zip.length).toBeLessThan(10 * 1024 * 1024)
  const upload = await readUpload('entente.zip', result.zip, readDataFiles(dataDirectory))
  expect(upload).toEqual({ files: [], ignored: [] })
})
