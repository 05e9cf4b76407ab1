// Rendered images on disk, by cache key and within limits; unreadable ones are rendered again.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'

export interface DiskLimits {
  files: number
  bytes: number
}

/** A hash of the rendering code and of the packages it uses, so that a change invalidates the cache. */
export function rendererVersion(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(import.meta.dirname).sort())
    hash.update(readFileSync(join(import.meta.dirname, file)))
  hash.update(readFileSync(join(import.meta.dirname, '../../package.json')))
  return hash.digest('hex').slice(0, 12)
}

/** The complete PNG for a key, or undefined; marks it as used. */
export async function readCached(directory: string, key: string): Promise<Buffer | undefined> {
  const path = pathOf(directory, key)
  try {
    const png = await readFile(path)
    if (!isCompletePng(png)) return undefined
    const now = new Date()
    void utimes(path, now, now).catch(() => undefined)
    return png
  } catch {
    return undefined
  }
}

/** Does nothing if the directory is not writable; images are then rendered each time. */
export function writeCached(directory: string, key: string, png: Buffer, limits: DiskLimits): void {
  tryOr(() => {
    mkdirSync(directory, { recursive: true })
    // Renamed when complete, so that nobody reads a partial file.
    const tmpPath = join(directory, `${key}.${process.pid}.tmp`)
    writeFileSync(tmpPath, png)
    renameSync(tmpPath, pathOf(directory, key))
    pruneCache(directory, limits)
  })
}

function pathOf(directory: string, key: string): string {
  return join(directory, `${key}.png`)
}

/** Removes the least recently used files until the rest is within the limits. */
function pruneCache(directory: string, limits: DiskLimits): void {
  // A time in the future comes from a wrong clock: such files go first, or new ones would be removed at once.
  const maxTime = Date.now() + 60_000
  const files = readdirSync(directory)
    .flatMap((file) => {
      const path = join(directory, file)
      const stats = tryOr(() => statSync(path))
      return stats ? [{ path, bytes: stats.size, used: stats.mtimeMs > maxTime ? 0 : stats.mtimeMs }] : []
    })
    .sort((a, b) => b.used - a.used)
  let bytes = 0
  files.forEach((file, index) => {
    bytes += file.bytes
    if (index >= limits.files || bytes > limits.bytes) rmSync(file.path, { force: true })
  })
}

const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const end = Buffer.from('IEND')

function isCompletePng(png: Buffer): boolean {
  return png.subarray(0, start.length).equals(start) && png.subarray(-8, -4).equals(end)
}

function tryOr<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
