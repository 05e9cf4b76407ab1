// The thread that draws: one picture after another, so that the thread which answers never waits.
import { readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { loadAtlas, packagedAtlas, type Atlas, type AtlasFiles } from './atlas.ts'
import { writeCached, type DiskBounds } from './disk-cache.ts'
import { mapSvg } from './map-svg.ts'
import type { ImageSpec } from './image-spec.ts'
import { createRenderer, packagedFonts } from './svg-renderer.ts'
import { timelineSvg } from './timeline-svg.ts'

export interface WorkerSettings {
  folder: string
  disk: DiskBounds
  /** Sought here where they are left out, since a package that is missing must not stop a start. */
  fontFiles: string[] | undefined
  atlasFiles: AtlasFiles | undefined
}

export interface Job {
  /** Under which the finished picture is kept. */
  key: string
  picture: ImageSpec
}

/** `unfit`: it can draw nothing at all, and why. */
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'unfit'; why: string }
  | { type: 'drawn'; key: string; png: Uint8Array<ArrayBuffer> }
  | { type: 'failed'; key: string; why: string }

lowerThreadPriority()
const { folder, disk, fontFiles, atlasFiles } = workerData as WorkerSettings
const post = (told: WorkerMessage, moved: ArrayBuffer[] = []) => parentPort?.postMessage(told, moved)

const renderer = createRenderer(fontFiles ?? packagedFonts())
let atlas: Atlas | undefined

if (renderer.canRenderText()) {
  post({ type: 'ready' })
  parentPort?.on('message', draw)
} else {
  post({ type: 'unfit', why: 'the font draws no text' })
}

/** Where there are more threads than processors, those that answer go first; only Linux tells a thread its number. */
function lowerThreadPriority(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Then it takes its turn like the others.
  }
}

function draw({ key, picture }: Job): void {
  try {
    const png = pngOf(picture)
    writeCached(folder, key, png, disk)
    // A copy of its own, which can be handed over without another one.
    const copy = new Uint8Array(png)
    post({ type: 'drawn', key, png: copy }, [copy.buffer])
  } catch (error) {
    post({ type: 'failed', key, why: error instanceof Error ? error.message : String(error) })
  }
}

function pngOf(picture: ImageSpec): Buffer {
  const { measure } = renderer
  const svg =
    picture.type === 'map'
      ? mapSvg(picture, (atlas ??= loadAtlas(atlasFiles ?? packagedAtlas())), measure)
      : timelineSvg(picture, measure)
  return renderer.png(svg)
}
