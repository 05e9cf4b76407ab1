// Finished pictures in a folder, by name; it never grows over its bounds, and what cannot be read is drawn again.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'

export interface DiskBounds {
  files: number
  bytes: number
}

/** Of the code and the packages that draw: what they drew before they changed is not taken for what they draw now. */
export function rendererVersion(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(import.meta.dirname).sort())
    hash.update(readFileSync(join(import.meta.dirname, file)))
  hash.update(readFileSync(join(import.meta.dirname, '../../package.json')))
  return hash.digest('hex').slice(0, 12)
}

/** What is kept under a name and whole, or undefined; it counts as used. */
export async function readCached(folder: string, name: string): Promise<Buffer | undefined> {
  const path = pathOf(folder, name)
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

/** In a folder that cannot be written nothing is kept, and pictures are drawn each time. */
export function writeCached(folder: string, name: string, png: Buffer, bounds: DiskBounds): void {
  tryOr(() => {
    mkdirSync(folder, { recursive: true })
    // Renamed when it is whole, so that nobody reads half of it.
    const half = join(folder, `${name}.${process.pid}.half`)
    writeFileSync(half, png)
    renameSync(half, pathOf(folder, name))
    prune(folder, bounds)
  })
}

function pathOf(folder: string, name: string): string {
  return join(folder, `${name}.png`)
}

/** Removes what was used least lately, until what is left is within the bounds. */
function prune(folder: string, bounds: DiskBounds): void {
  // A time to come is of a clock that was wrong: it goes first, or else what is drawn now would go at once.
  const latest = Date.now() + 60_000
  const files = readdirSync(folder)
    .flatMap((file) => {
      const path = join(folder, file)
      const found = tryOr(() => statSync(path))
      return found ? [{ path, bytes: found.size, used: found.mtimeMs > latest ? 0 : found.mtimeMs }] : []
    })
    .sort((a, b) => b.used - a.used)
  let bytes = 0
  files.forEach((file, index) => {
    bytes += file.bytes
    if (index >= bounds.files || bytes > bounds.bytes) rmSync(file.path, { force: true })
  })
}

const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const end = Buffer.from('IEND')

function isCompletePng(png: Buffer): boolean {
  return png.subarray(0, start.length).equals(start) && png.subarray(-8, -4).equals(end)
}

function tryOr<Result>(deed: () => Result): Result | undefined {
  try {
    return deed()
  } catch {
    return undefined
  }
}
