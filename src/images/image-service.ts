// Pictures for cards: drawn by a thread of their own, each once, and kept; where one cannot be drawn the card does without.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { AtlasFiles } from './atlas.ts'
import { readCached } from './disk-cache.ts'
import { createImageKeys } from './cache-key.ts'
import type { ImageSpec } from './image-spec.ts'
import type { Job, WorkerMessage, WorkerSettings } from './render-worker.ts'

/** A finished picture, ready to be sent. */
export interface RenderedImage {
  fileName: string
  png: Buffer
  /** What it shows, in words. */
  alt: string
}

export interface ImageService {
  /** The picture, or undefined where it cannot be drawn; one that is kept is there at once. Never rejects. */
  render: (picture: ImageSpec) => Promise<RenderedImage | undefined>
  /** The same, or 'late' where it takes longer than an answer may wait; it is drawn all the same. */
  renderWithin: (picture: ImageSpec) => Promise<RenderedImage | 'late' | undefined>
  /** Ends the thread; pictures under way come to nothing. */
  close: () => Promise<void>
}

export interface ImageServiceOptions {
  /** Where finished pictures are kept. */
  folder: string
  log: Logger
  /** Those of the packages where they are left out. */
  fontFiles?: string[]
  atlasFiles?: AtlasFiles
  bounds?: Partial<typeof bounds>
}

/** Draws nothing. */
export const disabledImageService: ImageService = {
  render: () => Promise.resolve(undefined),
  renderWithin: () => Promise.resolve(undefined),
  close: () => Promise.resolve(),
}

/**
 * In MiB; it needs about 40. What it draws lies outside of its heap and goes when the heap is swept, so a small heap,
 * swept often, keeps it from piling up.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 96 }

const checkAfterMs = 2000

const bounds = {
  memoryBytes: 16 * 1024 ** 2,
  diskFiles: 1000,
  diskBytes: 200 * 1024 ** 2,
  /** More that wait would be late anyway. */
  waiting: 50,
  drawMs: 10_000,
  soonMs: 1000,
  /** A thread that ends so often without having drawn anything in between is not started again. */
  crashes: 3,
  /** So many pictures that could not be drawn are remembered, so as not to be tried again. */
  spoilt: 200,
}

type QueuedJob = Job & { answer: (png: Buffer | undefined) => void }

export function createImageService(options: ImageServiceOptions): ImageService {
  const { folder, log } = options
  const most = { ...bounds, ...options.bounds }
  const settings: WorkerSettings = {
    folder,
    disk: { files: most.diskFiles, bytes: most.diskBytes },
    fontFiles: options.fontFiles,
    atlasFiles: options.atlasFiles,
  }
  const identityOf = createImageKeys()
  const memoryCache = new Map<string, Buffer>()
  let memoryCacheBytes = 0
  const failedKeys = new Set<string>()
  const inFlight = new Map<string, Promise<Buffer | undefined>>()
  /** In the order in which they are drawn: the first is under way. */
  const queue = new Map<string, QueuedJob>()
  let crashes = 0
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  function startWorker(): Worker {
    const started = new Worker(join(import.meta.dirname, 'render-worker.ts'), {
      workerData: settings,
      execArgv: [],
      resourceLimits,
    })
    started.unref()
    started.on('message', (told: WorkerMessage) => onWorkerMessage(told))
    started.on('error', (error) => log.error({ err: error }, 'image worker crashed'))
    started.on('exit', () => {
      if (started === worker) afterCrash()
    })
    return started
  }

  function onWorkerMessage(told: WorkerMessage): void {
    if (told.type === 'ready') return
    if (told.type === 'unfit') {
      disable(told.why)
      return
    }
    crashes = 0
    if (told.type === 'drawn') {
      settle(told.key, Buffer.from(told.png.buffer))
    } else {
      log.error({ why: told.why }, 'a picture could not be drawn')
      markFailed(told.key)
      settle(told.key, undefined)
    }
    drawNext()
  }

  function settle(key: string, png: Buffer | undefined): void {
    const one = queue.get(key)
    queue.delete(key)
    if (png) keep(key, png)
    one?.answer(png)
  }

  /** Hands the thread the picture that has waited longest. */
  function drawNext(): void {
    clearTimeout(timer)
    const [next] = queue.values()
    if (!next) return
    worker ??= startWorker()
    worker.postMessage({ key: next.key, picture: next.picture } satisfies Job)
    timer = setTimeout(() => {
      log.error('image render timed out; terminating worker')
      void worker?.terminate()
    }, most.drawMs).unref()
  }

  function afterCrash(): void {
    worker = undefined
    if (isStopped) return
    crashes += 1
    const [culprit] = queue.keys()
    if (culprit !== undefined) {
      markFailed(culprit)
      settle(culprit, undefined)
    }
    if (crashes >= most.crashes) disable('the thread that draws them keeps ending')
    else drawNext()
  }

  function disable(why: string): void {
    isStopped = true
    log.error({ why }, 'image rendering disabled')
    void shutdown()
  }

  async function shutdown(): Promise<void> {
    isStopped = true
    clearTimeout(timer)
    clearTimeout(checking)
    const waiting = [...queue.values()]
    queue.clear()
    for (const { answer } of waiting) answer(undefined)
    await worker?.terminate()
  }

  function keep(key: string, png: Buffer): void {
    memoryCache.set(key, png)
    memoryCacheBytes += png.length
    for (const [oldest, { length }] of memoryCache) {
      if (memoryCacheBytes <= most.memoryBytes) return
      memoryCache.delete(oldest)
      memoryCacheBytes -= length
    }
  }

  function markFailed(key: string): void {
    failedKeys.add(key)
    if (failedKeys.size > most.spoilt) failedKeys.delete(failedKeys.values().next().value ?? '')
  }

  function pngOf(key: string, picture: ImageSpec): Promise<Buffer | undefined> {
    const known = memoryCache.get(key)
    if (known) {
      // Used last, it goes last.
      memoryCache.delete(key)
      memoryCache.set(key, known)
      return Promise.resolve(known)
    }
    const sought = inFlight.get(key) ?? load(key, picture).finally(() => inFlight.delete(key))
    inFlight.set(key, sought)
    return sought
  }

  async function load(key: string, picture: ImageSpec): Promise<Buffer | undefined> {
    const png = await readCached(folder, key)
    if (png) {
      keep(key, png)
      return png
    }
    if (isStopped || failedKeys.has(key) || queue.size >= most.waiting) return undefined
    const { promise, resolve } = Promise.withResolvers<Buffer | undefined>()
    queue.set(key, { key, picture, answer: resolve })
    if (queue.size === 1) drawNext()
    return promise
  }

  async function render(picture: ImageSpec): Promise<RenderedImage | undefined> {
    const { key, alt } = identityOf(picture)
    const png = await pngOf(key, picture)
    return png && { fileName: `${picture.type}.png`, png, alt }
  }

  // Not while the bot starts, but soon enough to say that the font is missing before anyone asks.
  const checking = setTimeout(() => (worker ??= startWorker()), checkAfterMs).unref()
  return {
    render,
    async renderWithin(picture) {
      if (memoryCache.has(identityOf(picture).key)) return render(picture)
      const stop = new AbortController()
      const late = sleep(most.soonMs, 'late' as const, { signal: stop.signal, ref: false }).catch(
        () => undefined,
      )
      try {
        return await Promise.race([render(picture), late])
      } finally {
        stop.abort()
      }
    },
    close: shutdown,
  }
}
