// Reads the data files as text.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFile } from '../model/data-file.ts'

/** A file or folder of the data that cannot be read; the message names it. */
export class DataFileError extends Error {
  /** What to do about it. */
  readonly fix: string

  constructor(message: string, fix: string) {
    super(message)
    this.fix = fix
  }
}

/** Bytes of all data files together: far more than facts take, and no more than a small machine can parse. */
const maxBytes = 32 * 1024 * 1024

/** How often the folders are listed anew because a file was gone by the time it was read. */
const maxAttempts = 3

/**
 * Every file that a revision is built from, ordered by path; hidden files, as editors make them for a while, are none.
 * Throws a DataFileError for what cannot be read.
 */
export function readDataFiles(directory: string): DataFile[] {
  for (let attempt = 1; ; attempt++) {
    try {
      return readOnce(directory)
    } catch (error) {
      const { code, path } = error as { code?: string; path?: string }
      if (code === undefined || path === undefined) throw error
      // It may have been renamed after it was listed.
      if (code === 'ENOENT' && attempt < maxAttempts) continue
      throw new DataFileError(
        `${path} cannot be read (${code})`,
        'put it back, or give Entente the right to read it',
      )
    }
  }
}

function readOnce(directory: string): DataFile[] {
  const yaml = ['articles', 'entities'].flatMap((folder) =>
    readdirSync(join(directory, folder))
      .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
      .map((name) => `${folder}/${name}`),
  )
  // Without more names countries are still known by those of the libraries.
  const names = ['reference/country-names.yaml'].filter((name) => existsSync(join(directory, name)))
  let bytes = 0
  return [...yaml, ...names, 'passage-hashes.json'].sort().map((path) => {
    const whole = join(directory, path)
    const status = statSync(whole)
    // Reading a pipe would wait for ever.
    if (!status.isFile())
      throw new DataFileError(`${whole} is not a file`, 'move it elsewhere, or give it another name')
    bytes += status.size
    if (bytes > maxBytes)
      throw new DataFileError(
        `with ${whole} the data files have over ${maxBytes / 1024 / 1024} MiB`,
        'move elsewhere what is not a file of facts',
      )
    return { path, text: readFileSync(whole, 'utf8') }
  })
}
