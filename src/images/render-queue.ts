// Renders images in a worker process, one after another. By hand rather than with piscina: a timeout counts from when
// rendering starts, not from when a job is queued, and a worker that keeps crashing is given up. In a thread, V8 would
// collect its garbage in helper threads of full priority, which hold up answers, and a crash of resvg would end the bot.
import { LRUCache } from 'lru-cache'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { readWorkerError } from '../config/worker-error.ts'
import type { ImageSpec } from './image-spec.ts'
import type { Job, WorkerMessage, WorkerSettings } from './render-worker.ts'

export interface RenderQueue {
  /** The PNG, or undefined if the image cannot be rendered or the queue is full. Never rejects. */
  render: (key: string, spec: ImageSpec) => Promise<Buffer | undefined>
  status: () => RenderStatus
  /** Terminates the worker; queued images resolve to undefined. */
  close: () => Promise<void>
}

export interface RenderStatus {
  /** Why nothing is rendered any more; undefined while images are. */
  error: string | undefined
  /** Images that wait, with the one that is being rendered. */
  queued: number
  /** Since startup. */
  rendered: number
  failed: number
}

export interface RenderQueueOptions {
  settings: WorkerSettings
  log: Logger
  limits: { maxQueue: number; timeoutMs: number; idleMs: number; maxCrashes: number; maxFailedKeys: number }
}

/**
 * In MiB; its heap takes up to 40. What resvg allocates is outside the heap and freed by garbage collection, so a
 * small heap, collected often, keeps it from accumulating.
 */
const heapLimits = ['--max-semi-space-size=4', '--max-old-space-size=96']

type QueuedJob = Job & { resolve: (png: Buffer | undefined) => void }

export function createRenderQueue({ settings, log, limits }: RenderQueueOptions): RenderQueue {
  /** In rendering order; the first job is being rendered. */
  const queue = new Map<string, QueuedJob>()
  /** Not tried again. */
  const failedKeys = new LRUCache<string, true>({ max: limits.maxFailedKeys })
  const counts = { rendered: 0, failed: 0 }
  let disabledBecause: string | undefined
  let crashes = 0
  let worker: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let idleTimer: NodeJS.Timeout | undefined
  let isStopped = false

  function start(): void {
    if (worker) return
    let started: ChildProcess | undefined
    const onEnd = (reason: string) => {
      if (started !== worker) return
      log.error({ reason }, 'image worker crashed')
      onCrash()
    }
    try {
      started = startWorker(settings, onEnd)
        // What one that was terminated has still sent concerns nobody.
        .on('message', (message) => {
          if (started === worker) onMessage(message as WorkerMessage)
        })
        .on('error', ({ message }) => onEnd(message))
    } catch (error) {
      // No memory is left, for instance.
      setImmediate(onEnd, String(error))
    }
    worker = started
  }

  async function terminate(): Promise<void> {
    const terminated = worker
    worker = undefined
    if (!terminated?.kill('SIGKILL')) return
    terminated.ref()
    await once(terminated, 'exit')
  }

  function onMessage(message: WorkerMessage): void {
    if (message.type === 'ready') {
      endWhenIdle()
      return
    }
    if (message.type === 'unavailable') {
      disable(message.reason)
      return
    }
    crashes = 0
    if (message.type === 'rendered') {
      counts.rendered += 1
      settle(message.key, Buffer.from(message.png))
    } else {
      log.error({ reason: message.reason }, 'failed to render image')
      fail(message.key)
    }
    renderNext()
  }

  function settle(key: string, png: Buffer | undefined): void {
    const job = queue.get(key)
    queue.delete(key)
    job?.resolve(png)
  }

  function fail(key: string): void {
    counts.failed += 1
    failedKeys.set(key, true)
    settle(key, undefined)
  }

  function renderNext(): void {
    clearTimeout(timer)
    const [next] = queue.values()
    if (!next) {
      endWhenIdle()
      return
    }
    start()
    // One that could not be started, or is gone before it has read the job, ends without an image.
    if (worker?.connected) worker.send({ key: next.key, spec: next.spec } satisfies Job, () => undefined)
    timer = setTimeout(() => {
      // If this thread was busy, the image may be among the messages that come next.
      setImmediate(() => {
        if (queue.get(next.key) === next) onTimeout()
      })
    }, limits.timeoutMs).unref()
  }

  function onTimeout(): void {
    log.error('image render timed out; terminating worker')
    void terminate()
    onCrash()
  }

  /** Its memory is worth more than the moment that starting it again takes. */
  function endWhenIdle(): void {
    clearTimeout(idleTimer)
    idleTimer = setTimeout(() => {
      if (queue.size === 0) void terminate()
    }, limits.idleMs).unref()
  }

  function onCrash(): void {
    worker = undefined
    if (isStopped) return
    crashes += 1
    const [current] = queue.keys()
    if (current !== undefined) fail(current)
    if (crashes >= limits.maxCrashes) disable('the image worker keeps crashing')
    else renderNext()
  }

  function disable(reason: string): void {
    log.error({ reason }, 'image rendering disabled')
    disabledBecause = reason
    void close()
  }

  async function close(): Promise<void> {
    isStopped = true
    clearTimeout(timer)
    clearTimeout(idleTimer)
    const jobs = [...queue.values()]
    queue.clear()
    for (const { resolve } of jobs) resolve(undefined)
    await terminate()
  }

  return {
    async render(key, spec) {
      if (isStopped || failedKeys.has(key) || queue.size >= limits.maxQueue) return undefined
      const { promise, resolve } = Promise.withResolvers<Buffer | undefined>()
      queue.set(key, { key, spec, resolve })
      if (queue.size === 1) renderNext()
      return promise
    },
    status: () => ({ error: disabledBecause, queued: queue.size, ...counts }),
    close,
  }
}

/** `onEnd` receives why it has ended. */
function startWorker(settings: WorkerSettings, onEnd: (reason: string) => void): ChildProcess {
  const worker = fork(join(import.meta.dirname, 'render-worker.ts'), [JSON.stringify(settings)], {
    execArgv: [...heapLimits, '--v8-pool-size=1'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // For the bytes of images.
    serialization: 'advanced',
  })
  // It ends with this process, which does not wait for it: at once, even in the middle of an image.
  for (const handle of [worker, worker.channel, worker.stderr as Socket | null]) handle?.unref()
  const kill = () => void worker.kill('SIGKILL')
  if (worker.pid !== undefined) process.once('exit', kill)
  const errorLine = readWorkerError(worker.stderr)
  // Emitted after the last message was read.
  return worker.on('close', (code, signal) => {
    process.off('exit', kill)
    onEnd(errorLine() ?? (signal === null ? `exit code ${code}` : `killed by ${signal}`))
  })
}
