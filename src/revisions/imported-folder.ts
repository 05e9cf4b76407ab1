// The folder of imported files: it always holds those of the live revision, and what leaves it is set aside.
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { importedDirectory, readImportedFiles } from '../data/build/data-files.ts'
import { removeTempFiles } from '../data/build/temp-files.ts'
import type { DataFile } from '../data/model/data-file.ts'
import { fsyncPath } from '../db/durable-fs.ts'

/** Names of imported files. */
export interface FolderChange {
  added: string[]
  changed: string[]
  removed: string[]
}

/**
 * Makes the folder hold exactly these files. Those that leave it, or change, stay in its folder "removed", under names
 * that contain a hash of their text. The caller must hold the build lock.
 */
export function replaceImportedFiles(databaseDirectory: string, files: readonly DataFile[]): FolderChange {
  const current = readImportedFiles(databaseDirectory)
  const { added, changed, removed } = compareFiles(current, files)
  if (added.length + changed.length + removed.length === 0) return { added, changed, removed }
  const directory = importedDirectory(databaseDirectory)
  const aside = join(directory, 'removed')
  mkdirSync(aside, { recursive: true })
  removeTempFiles(directory, /^\..+\.tmp$/)
  const written = files.filter(({ path }) => [...added, ...changed].includes(basename(path)))
  const tmpPath = (name: string) => join(directory, `.${name}.tmp`)
  try {
    // What can fail for want of space comes first.
    for (const { path, text } of written) {
      writeFileSync(tmpPath(basename(path)), text)
      fsyncPath(tmpPath(basename(path)))
    }
    for (const { path, text } of current)
      if ([...changed, ...removed].includes(basename(path)))
        copyFileSync(join(directory, basename(path)), join(aside, asideName(basename(path), text)))
    fsyncPath(aside)
  } catch (error) {
    for (const { path } of written) rmSync(tmpPath(basename(path)), { force: true })
    throw error
  }
  for (const { path } of written) renameSync(tmpPath(basename(path)), join(directory, basename(path)))
  for (const name of removed) rmSync(join(directory, name), { force: true })
  fsyncPath(directory)
  return { added, changed, removed }
}

export interface ImportedFile {
  name: string
  /** In bytes. */
  size: number
}

export function listImportedFiles(databaseDirectory: string): ImportedFile[] {
  return readImportedFiles(databaseDirectory).map(({ path, text }) => ({
    name: basename(path),
    size: Buffer.byteLength(text),
  }))
}

/** What differs between two sets of imported files. */
export function compareFiles(before: readonly DataFile[], after: readonly DataFile[]): FolderChange {
  const [old, next] = [before, after].map((files) => new Map(files.map(({ path, text }) => [path, text])))
  const names = (files: readonly DataFile[]) => files.map(({ path }) => basename(path))
  return {
    added: names(after.filter(({ path }) => !old?.has(path))),
    changed: names(after.filter(({ path, text }) => old?.has(path) && old.get(path) !== text)),
    removed: names(before.filter(({ path }) => !next?.has(path))),
  }
}

/** "pier.yaml" → "pier-1a2b3c4d.yaml": the same text is stored once. */
function asideName(name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return `${basename(name, '.yaml')}-${hash}.yaml`
}
