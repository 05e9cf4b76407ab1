// Files that are to outlast a power cut.
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** Returns when what was written to a file, or the names in a folder, are on the disk. */
export function fsyncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Gives a file of a folder another name there, to stay through a power cut. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  fsyncPath(dirname(to))
}
