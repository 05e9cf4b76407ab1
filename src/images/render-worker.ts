// The worker process that renders images, so that the bot never waits.
import { readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
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
  | { type: 'rendered'; key: string; png: Uint8Array }
  | { type: 'failed'; key: string; reason: string }

lowerPriority()
const { directory, disk, fontFiles, atlasFiles } = JSON.parse(process.argv[2] ?? '') as WorkerSettings
const post = (message: WorkerMessage) => process.send?.(message)

const renderer = createRenderer(fontFiles ?? packagedFonts())
let atlas: Atlas | undefined

// Only the bot ends this process: Ctrl-C and systemd send a signal to both.
process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())
if (renderer.canRenderText()) {
  post({ type: 'ready' })
  process.on('message', render)
} else {
  post({ type: 'unavailable', reason: 'the font renders no text' })
}

/** Lets the bot go first on a busy machine; on Linux every thread has its own priority. */
function lowerPriority(): void {
  try {
    const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0]
    for (const thread of threads) setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not supported here: it keeps the default priority.
  }
}

function render(job: unknown): void {
  const { key, spec } = job as Job
  try {
    const png = renderer.png(svgOf(spec))
    writeCached(directory, key, png, disk)
    post({ type: 'rendered', key, png })
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
