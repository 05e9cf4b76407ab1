// The revision files of this machine's folder. Where several machines share the state, they are copies: fetched when they
// are needed, and given to the others before anything refers to them.
import { rmSync } from 'node:fs'
import {
  hashFile,
  listRevisionNumbers,
  readImportedOf,
  revisionPath,
  type LiveFile,
} from '../data/query/revision-file.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { replaceImportedFiles } from './imported-folder.ts'
import { stagedFileHash } from './staged-file.ts'

/** How many revisions can be gone back to. */
const maxRevisions = 20

/** Makes sure that a file is there as it was built, if another machine has it. */
export async function fetchFile({ shared }: AppDatabase, path: string, fileHash: string): Promise<void> {
  if (shared && hashOf(path) !== fileHash) await shared.files.fetch(fileHash, path)
}

/** The same for the file of a revision. */
export async function fetchRevision(
  db: AppDatabase,
  directory: string,
  { number, fileHash }: LiveFile,
): Promise<void> {
  await fetchFile(db, revisionPath(directory, number), fileHash)
}

/** The same for the live revision, and the imported files that it was built from. The caller must hold the build lock. */
export async function fetchLiveRevision(db: AppDatabase, directory: string): Promise<void> {
  const live = await db.live()
  if (!db.shared || !live) return
  await fetchRevision(db, directory, live)
  copyImportedFiles(directory, live)
}

/** Makes the folder of imported files that of a revision whose file is there. The caller must hold the build lock. */
export function copyImportedFiles(directory: string, { number, fileHash }: LiveFile): void {
  const path = revisionPath(directory, number)
  if (hashOf(path) === fileHash) replaceImportedFiles(directory, readImportedOf(path))
}

/** Gives a file to the other machines. */
export async function shareFile({ shared }: AppDatabase, path: string, fileHash: string): Promise<void> {
  await shared?.files.store(path, fileHash)
}

/** Called only after the newest revision was published, so the live one is never among those removed. */
export async function pruneRevisions(db: AppDatabase, directory: string): Promise<void> {
  pruneFolder(directory)
  if (!db.shared) return
  const retained = (await db.revisions()).slice(0, maxRevisions).map(({ fileHash }) => fileHash)
  const staged = await db.keyValue.get(stagedFileHash)
  await db.shared.files.retain(staged === undefined ? retained : [...retained, staged])
}

/** Removes the oldest files of the folder. */
export function pruneFolder(directory: string): void {
  for (const number of listRevisionNumbers(directory).slice(maxRevisions)) {
    try {
      rmSync(revisionPath(directory, number), { force: true })
    } catch {
      // The new revision is live all the same, and the next build tries again.
    }
  }
}

/** Undefined for a file that is missing or cannot be read. */
function hashOf(path: string): string | undefined {
  try {
    return hashFile(path)
  } catch {
    return undefined
  }
}
