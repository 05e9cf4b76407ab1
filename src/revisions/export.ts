// The files that the live revision was built from, as a zip that an import reads back to the same content hash.
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { readSourceFiles, revisionPath } from '../data/query/revision-file.ts'
import type { LiveRevision } from '../db/revisions.ts'
import type { BuildFailure } from './build-result.ts'

export interface ExportedRevision {
  outcome: 'exported'
  revision: number
  /** The content hash: that of the files. */
  hash: string
  zip: Buffer
}

/** The same local time in every export, without that of any time zone, so that equal revisions give equal zips. */
const timestamp = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true }

export async function exportRevision(
  databaseDirectory: string,
  live: LiveRevision | undefined,
): Promise<ExportedRevision | BuildFailure> {
  const source = live && readSourceFiles(revisionPath(databaseDirectory, live.number))
  if (!source)
    return {
      outcome: 'failed',
      reason: 'the file of the live revision cannot be read',
      fix: 'try again in a minute: Entente repairs it',
    }
  const zip = new ZipFile()
  for (const { path, text } of source.files) zip.addBuffer(Buffer.from(text), path, timestamp)
  zip.end()
  return {
    outcome: 'exported',
    revision: live.number,
    hash: source.hash,
    zip: await buffer(zip.outputStream),
  }
}
