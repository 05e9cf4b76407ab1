// Pictures for cards: drawn by a thread of their own, each once, and kept; where one cannot be drawn the card does without.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { AtlasFiles } from './atlas.ts'
import { readKept } from './disk-cache.ts'
import { createIdentities } from './cache-key.ts'
import type { Picture } from './image-spec.ts'
import type { Job, Told, WorkerSettings } from './render-worker.ts'

/** A finished picture, ready to be sent. */
export interface Drawn {
  fileName: string
  png: Buffer
  /** What it shows, in words. */
  alt: string
}

export interface Pictures {
  /** The picture, or undefined where it cannot be drawn; one that is kept is there at once. Never rejects. */
  draw: (picture: Picture) => Promise<Drawn | undefined>
  /** The same, or 'late' where it takes longer than an answer may wait; it is drawn all the same. */
  drawSoon: (picture: Picture) => Promise<Drawn | 'late' | undefined>
  /** Ends the thread; pictures under way come to nothing. */
  close: () => Promise<void>
}

export interface PicturesOptions {
  /** Where finished pictures are kept. */
  folder: string
  log: Logger
  /** Those of the packages where they are left out. */
  fontFiles?: string[]
  atlasFiles?: AtlasFiles
  bounds?: Partial<typeof bounds>
}

/** Draws nothing. */
export const noPictures: Pictures = {
  draw: () => Promise.resolve(undefined),
  drawSoon: () => Promise.resolve(undefined),
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

type Asked = Job & { answer: (png: Buffer | undefined) => void }

export function createPictures(options: PicturesOptions): Pictures {
  const { folder, log } = options
  const most = { ...bounds, ...options.bounds }
  const settings: WorkerSettings = {
    folder,
    disk: { files: most.diskFiles, bytes: most.diskBytes },
    fontFiles: options.fontFiles,
    atlasFiles: options.atlasFiles,
  }
  const identityOf = createIdentities()
  const kept = new Map<string, Buffer>()
  let keptBytes = 0
  const spoilt = new Set<string>()
  const soughtFor = new Map<string, Promise<Buffer | undefined>>()
  /** In the order in which they are drawn: the first is under way. */
  const asked = new Map<string, Asked>()
  let crashes = 0
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let isOver = false

  function startWorker(): Worker {
    const started = new Worker(join(import.meta.dirname, 'render-worker.ts'), {
      workerData: settings,
      execArgv: [],
      resourceLimits,
    })
    started.unref()
    started.on('message', (told: Told) => hear(told))
    started.on('error', (error) => log.error({ err: error }, 'the thread that draws pictures crashed'))
    started.on('exit', () => {
      if (started === worker) afterCrash()
    })
    return started
  }

  function hear(told: Told): void {
    if (told.type === 'ready') return
    if (told.type === 'unfit') {
      giveUp(told.why)
      return
    }
    crashes = 0
    if (told.type === 'drawn') {
      finish(told.key, Buffer.from(told.png.buffer))
    } else {
      log.error({ why: told.why }, 'a picture could not be drawn')
      spoil(told.key)
      finish(told.key, undefined)
    }
    drawNext()
  }

  function finish(key: string, png: Buffer | undefined): void {
    const one = asked.get(key)
    asked.delete(key)
    if (png) keep(key, png)
    one?.answer(png)
  }

  /** Hands the thread the picture that has waited longest. */
  function drawNext(): void {
    clearTimeout(timer)
    const [next] = asked.values()
    if (!next) return
    worker ??= startWorker()
    worker.postMessage({ key: next.key, picture: next.picture } satisfies Job)
    timer = setTimeout(() => {
      log.error('a picture takes too long to draw: its thread is ended')
      void worker?.terminate()
    }, most.drawMs).unref()
  }

  function afterCrash(): void {
    worker = undefined
    if (isOver) return
    crashes += 1
    const [culprit] = asked.keys()
    if (culprit !== undefined) {
      spoil(culprit)
      finish(culprit, undefined)
    }
    if (crashes >= most.crashes) giveUp('the thread that draws them keeps ending')
    else drawNext()
  }

  function giveUp(why: string): void {
    isOver = true
    log.error({ why }, 'pictures are off: cards are sent without them')
    void end()
  }

  async function end(): Promise<void> {
    isOver = true
    clearTimeout(timer)
    clearTimeout(checking)
    const waiting = [...asked.values()]
    asked.clear()
    for (const { answer } of waiting) answer(undefined)
    await worker?.terminate()
  }

  function keep(key: string, png: Buffer): void {
    kept.set(key, png)
    keptBytes += png.length
    for (const [oldest, { length }] of kept) {
      if (keptBytes <= most.memoryBytes) return
      kept.delete(oldest)
      keptBytes -= length
    }
  }

  function spoil(key: string): void {
    spoilt.add(key)
    if (spoilt.size > most.spoilt) spoilt.delete(spoilt.values().next().value ?? '')
  }

  function pngOf(key: string, picture: Picture): Promise<Buffer | undefined> {
    const known = kept.get(key)
    if (known) {
      // Used last, it goes last.
      kept.delete(key)
      kept.set(key, known)
      return Promise.resolve(known)
    }
    const sought = soughtFor.get(key) ?? seek(key, picture).finally(() => soughtFor.delete(key))
    soughtFor.set(key, sought)
    return sought
  }

  async function seek(key: string, picture: Picture): Promise<Buffer | undefined> {
    const png = await readKept(folder, key)
    if (png) {
      keep(key, png)
      return png
    }
    if (isOver || spoilt.has(key) || asked.size >= most.waiting) return undefined
    const { promise, resolve } = Promise.withResolvers<Buffer | undefined>()
    asked.set(key, { key, picture, answer: resolve })
    if (asked.size === 1) drawNext()
    return promise
  }

  async function draw(picture: Picture): Promise<Drawn | undefined> {
    const { key, alt } = identityOf(picture)
    const png = await pngOf(key, picture)
    return png && { fileName: `${picture.type}.png`, png, alt }
  }

  // Not while the bot starts, but soon enough to say that the font is missing before anyone asks.
  const checking = setTimeout(() => (worker ??= startWorker()), checkAfterMs).unref()
  return {
    draw,
    async drawSoon(picture) {
      if (kept.has(identityOf(picture).key)) return draw(picture)
      const stop = new AbortController()
      const late = sleep(most.soonMs, 'late' as const, { signal: stop.signal, ref: false }).catch(
        () => undefined,
      )
      try {
        return await Promise.race([draw(picture), late])
      } finally {
        stop.abort()
      }
    },
    close: end,
  }
}
