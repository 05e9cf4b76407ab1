// A change of the imported files, built next to the live revision like any other change of the files.
import { basename } from 'node:path'
import { DataFileError, readDataFiles, sortFiles } from '../data/build/data-files.ts'
import { importedPath, isImported, type DataFile } from '../data/model/data-file.ts'
import type { BuildOptions } from './build-lock.ts'
import type { ImportedChange } from './build-messages.ts'
import type { BuildResult } from './build-result.ts'
import { stageRevision } from './plan.ts'
import { readUpload } from './upload.ts'

/** Of all imported files together, in bytes. */
const maxImportedBytes = 8 * 1024 * 1024

/** @throws DataFileError for an upload that is refused, and for a file that is not there to be removed */
export async function stageChange(options: BuildOptions, change?: ImportedChange): Promise<BuildResult> {
  if (!change) return stageRevision(options)
  if (change.type === 'removal') return stageRevision(options, (files) => removeFiles(files, change.names))
  const bytes = Buffer.from(change.base64, 'base64')
  const { files, ignored } = await readUpload(change.name, bytes, readDataFiles(options.dataDirectory))
  return stageRevision(options, (current) => addFiles(current, files), ignored)
}

function addFiles(current: readonly DataFile[], added: readonly DataFile[]): DataFile[] {
  const paths = new Set(added.map(({ path }) => path))
  const files = sortFiles([...current.filter(({ path }) => !paths.has(path)), ...added])
  const bytes = files.filter(isImported).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  if (bytes > maxImportedBytes)
    throw new DataFileError(
      `the imported files would exceed ${maxImportedBytes / 1024 / 1024} MiB together`,
      'remove some with /admin articles first',
    )
  return files
}

function removeFiles(current: readonly DataFile[], names: readonly string[]): DataFile[] {
  const missing = names.find((name) => !current.some(({ path }) => path === importedPath(name)))
  if (missing !== undefined)
    throw new DataFileError(`there is no imported file ${basename(missing)}`, 'look at /admin articles again')
  const paths = new Set(names.map(importedPath))
  return current.filter(({ path }) => !paths.has(path))
}
