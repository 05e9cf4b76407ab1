// The copies of state.db: their folder and names, which are kept, and the one made before each migration.
import type Database from 'better-sqlite3'
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const kept = 7

export interface Copy {
  path: string
  madeAt: Date
}

function folderOf(directory: string): string {
  return join(directory, 'backups')
}

/** Where to write a copy made at a time; finishCopy then gives it its name. */
export function unfinishedCopy(directory: string): string {
  mkdirSync(folderOf(directory), { recursive: true })
  const path = join(folderOf(directory), `unfinished-${process.pid}.db`)
  rmSync(path, { force: true })
  return path
}

/** Names a copy that is written whole, and removes all but the last seven. */
export function finishCopy(directory: string, unfinished: string, at: Date): Copy {
  const stamp = at.toISOString().replaceAll(':', '-')
  const path = join(folderOf(directory), `state-${stamp}.db`)
  renameSync(unfinished, path)
  for (const old of copies(directory).slice(kept)) rmSync(old.path, { force: true })
  return { path, madeAt: at }
}

/** The copies of a folder, newest first. */
export function copies(directory: string): Copy[] {
  let names: string[]
  try {
    names = readdirSync(folderOf(directory))
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const [, day, hour, minute, second] = /^state-(.{10})T(\d\d)-(\d\d)-([\d.]+)Z\.db$/.exec(name) ?? []
      const madeAt = new Date(`${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`)
      return Number.isNaN(madeAt.getTime()) ? [] : [{ path: join(folderOf(directory), name), madeAt }]
    })
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

/** At once and not a few pages at a time: nothing may be written between the copy and the migration. */
export function copyBeforeMigration(database: Database.Database, directory: string): void {
  const path = unfinishedCopy(directory)
  database.prepare('VACUUM INTO ?').run(path)
  finishCopy(directory, path, new Date())
}
