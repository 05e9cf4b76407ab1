// The images of cards: rendered once and cached in memory and on disk; a card whose image fails is sent without it.
import { LRUCache } from 'lru-cache'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { AtlasFiles } from './atlas.ts'
import { createImageKeys } from './cache-key.ts'
import { readCached } from './disk-cache.ts'
import type { ImageSpec } from './image-spec.ts'
import { createRenderQueue, type RenderStatus } from './render-queue.ts'

/** A PNG with its file name and alt text. */
export interface RenderedImage {
  fileName: string
  png: Buffer
  alt: string
}

export interface ImageService {
  /** The image, or undefined if it cannot be rendered. Never rejects. */
  render: (spec: ImageSpec) => Promise<RenderedImage | undefined>
  /** The same, or 'timeout' if it takes longer than a reply may wait; rendering goes on, and fills the cache. */
  renderWithin: (spec: ImageSpec) => Promise<RenderedImage | 'timeout' | undefined>
  status: () => RenderStatus
  /** Terminates the worker; images in progress resolve to undefined. */
  close: () => Promise<void>
}

export interface ImageServiceOptions {
  /** Of the disk cache. */
  directory: string
  log: Logger
  /** By default those of the npm packages. */
  fontFiles?: string[]
  atlasFiles?: AtlasFiles
  limits?: Partial<typeof defaultLimits>
}

/** Renders nothing. */
export const disabledImageService: ImageService = {
  render: () => Promise.resolve(undefined),
  renderWithin: () => Promise.resolve(undefined),
  status: () => ({ error: undefined, queued: 0, rendered: 0, failed: 0 }),
  close: () => Promise.resolve(),
}

const defaultLimits = {
  memoryBytes: 16 * 1024 ** 2,
  diskFiles: 1000,
  diskBytes: 200 * 1024 ** 2,
  /** More queued images would time out anyway. */
  maxQueue: 50,
  /** Of rendering one image, after which its worker is terminated. */
  timeoutMs: 10_000,
  /** After which a worker with nothing to render ends. */
  idleMs: 60_000,
  /** How long `renderWithin` waits. */
  waitMs: 1000,
  /** Consecutive crashes after which the worker is not started again. */
  maxCrashes: 3,
  /** How many images that failed are remembered, so as not to be tried again. */
  maxFailedKeys: 200,
}

export function createImageService(options: ImageServiceOptions): ImageService {
  const { directory, log, fontFiles, atlasFiles } = options
  const limits = { ...defaultLimits, ...options.limits }
  const keyOf = createImageKeys()
  const memoryCache = new LRUCache<string, Buffer>({
    // LRUCache does not accept 0.
    maxSize: Math.max(1, limits.memoryBytes),
    sizeCalculation: ({ length }) => length,
  })
  const inFlight = new Map<string, Promise<Buffer | undefined>>()
  const disk = { files: limits.diskFiles, bytes: limits.diskBytes }
  const queue = createRenderQueue({ settings: { directory, disk, fontFiles, atlasFiles }, log, limits })

  async function load(key: string, spec: ImageSpec): Promise<Buffer | undefined> {
    const png = (await readCached(directory, key)) ?? (await queue.render(key, spec))
    if (png) memoryCache.set(key, png)
    return png
  }

  function pngOf(key: string, spec: ImageSpec): Promise<Buffer | undefined> {
    const cached = memoryCache.get(key)
    if (cached) return Promise.resolve(cached)
    const loading = inFlight.get(key) ?? load(key, spec).finally(() => inFlight.delete(key))
    inFlight.set(key, loading)
    return loading
  }

  async function render(spec: ImageSpec): Promise<RenderedImage | undefined> {
    const { key, alt } = keyOf(spec)
    const png = await pngOf(key, spec)
    return png && { fileName: `${spec.type}.png`, png, alt }
  }

  return {
    render,
    async renderWithin(spec) {
      if (memoryCache.has(keyOf(spec).key)) return render(spec)
      const stop = new AbortController()
      const timeout = sleep(limits.waitMs, 'timeout' as const, { signal: stop.signal, ref: false }).catch(
        () => undefined,
      )
      try {
        return await Promise.race([render(spec), timeout])
      } finally {
        stop.abort()
      }
    },
    status: queue.status,
    close: queue.close,
  }
}
