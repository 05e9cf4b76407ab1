// The temporary file in which a revision file is written before it takes its place. Apart from the writing of a dataset,
// since startup needs this and must not load what building needs.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fsyncPath, renameDurably } from '../../db/durable-fs.ts'
import { revisionPath } from '../query/revision-file.ts'

export function tempPathIn(directory: string): string {
  return join(directory, 'building.tmp.db')
}

/** Removes temporary files left by a killed build process. The caller must hold the build lock. */
export function removeTempFiles(directory: string, pattern = /^building\.tmp/): void {
  for (const name of readdirSync(directory)) {
    if (pattern.test(name)) rmSync(join(directory, name), { force: true, recursive: true })
  }
}

/** Writes the bytes of a revision file again, atomically. The caller must hold the build lock. */
export function rewriteRevisionFile(directory: string, number: number, bytes: Buffer): void {
  const tmpPath = tempPathIn(directory)
  writeFileSync(tmpPath, bytes)
  fsyncPath(tmpPath)
  renameDurably(tmpPath, revisionPath(directory, number))
}
