// The worker thread that renders images, so that the main thread never waits.
import { readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { loadAtlas, packagedAtlas, type Atlas, type AtlasFiles } from './atlas.ts'
import { barsSvg } from './bars-svg.ts'
import { writeCached, type DiskLimits } from './disk-cache.ts'
import { mapSvg } from './map-svg.ts'
import type { ImageSpec } from './image-spec.ts'
import { createRenderer, packagedFonts } from './svg-renderer.ts'
import { timelineSvg } from './timeline-svg.ts'

export interface WorkerSettings {
  directory: string
  disk: DiskLimits
  /** Undefined: found here in the npm packages, since a missing package must not stop the app from starting. */
  fontFiles: string[] | undefined
  atlasFiles: AtlasFiles | undefined
}

export interface Job {
  /** Of the cache. */
  key: string
  spec: ImageSpec
}

/** `unavailable`: nothing at all can be rendered. */
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'unavailable'; reason: string }
  | { type: 'rendered'; key: string; png: Uint8Array<ArrayBuffer> }
  | { type: 'failed'; key: string; reason: string }

lowerThreadPriority()
const { directory, disk, fontFiles, atlasFiles } = workerData as WorkerSettings
const post = (message: WorkerMessage, transferred: ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transferred)

const renderer = createRenderer(fontFiles ?? packagedFonts())
let atlas: Atlas | undefined

if (renderer.canRenderText()) {
  post({ type: 'ready' })
  parentPort?.on('message', render)
} else {
  post({ type: 'unavailable', reason: 'the font renders no text' })
}

/** Lets the main thread go first on a busy machine; only Linux has thread ids for this. */
function lowerThreadPriority(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not supported here: it keeps the default priority.
  }
}

function render({ key, spec }: Job): void {
  try {
    const png = renderer.png(svgOf(spec))
    writeCached(directory, key, png, disk)
    // Copied once into a buffer of its own, which can be transferred.
    const copy = new Uint8Array(png)
    post({ type: 'rendered', key, png: copy }, [copy.buffer])
  } catch (error) {
    post({ type: 'failed', key, reason: error instanceof Error ? error.message : String(error) })
  }
}

function svgOf(spec: ImageSpec): string {
  const { measure } = renderer
  switch (spec.type) {
    case 'map':
      return mapSvg(spec, (atlas ??= loadAtlas(atlasFiles ?? packagedAtlas())), measure)
    case 'timeline':
      return timelineSvg(spec, measure)
    case 'bars':
      return barsSvg(spec, measure)
  }
}
