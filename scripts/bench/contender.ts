// A bot that a benchmark measures: a process of its own, logged in to an emulator of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startDiscordEmulator } from 'discord-emulator'
import { memoryMiB } from './stats.ts'

/** A command line to send, or to complete. */
export interface Ask {
  text: string
  isAutocomplete?: boolean
}

export type Contender = Awaited<ReturnType<typeof createContender>>

const root = join(import.meta.dirname, '../..')
const preload = ['--require', './scripts/preload.cjs']

/** Entente, started as `npm start` starts it. */
export const createEntente = () => createContender(readStartArguments())

/** The smallest discord.js bot; `command` is sent in place of every other. */
export const createFloor = (command: string) =>
  createContender([...preload, 'scripts/bench/floor-bot.ts'], command)

function readStartArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').slice(1)
}

async function createContender(nodeArguments: readonly string[], fixedCommand?: string) {
  const emulator = await startDiscordEmulator({ port: 0 })
  const databaseDirectory = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  let child: ChildProcess | undefined

  const pid = () => child?.pid ?? 0
  /** @throws if no answer comes in time */
  const tryAsk = ({ text, isAutocomplete }: Ask): Promise<unknown> =>
    isAutocomplete ? emulator.autocomplete(fixedCommand ?? text) : emulator.runCommand(fixedCommand ?? text)

  let lost = 0
  const ask = (asked: Ask) => tryAsk(asked).catch(() => void (lost += 1))

  /** Starts the process; resolves to the milliseconds until its first answer. */
  async function start(first: Ask, { measuresEventLoop = false } = {}): Promise<number> {
    const before = emulator.log.calls.length
    const started = performance.now()
    const measuring = ['--import', './scripts/bench/event-loop-delay.ts']
    child = spawn(process.execPath, [...(measuresEventLoop ? measuring : []), ...nodeArguments], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        DISCORD_TOKEN: emulator.token,
        DISCORD_API_URL: emulator.apiUrl,
        DATABASE_DIR: databaseDirectory,
        RATE_LIMIT_BURST: '1000000',
        NODE_ENV: 'production',
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('exit', endUnexpectedly)
    // It is logged in once it has asked about its application or registered its commands.
    while (!emulator.log.calls.slice(before).some(({ path }) => path.startsWith('/applications/')))
      await sleep(2)
    for (;;) {
      try {
        await tryAsk(first)
        return performance.now() - started
      } catch {
        // At the first startup the commands are not registered yet.
        await sleep(2)
      }
    }
  }

  async function stop(): Promise<void> {
    if (!child) return
    child.off('exit', endUnexpectedly)
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
    child = undefined
  }

  async function close(): Promise<void> {
    await stop()
    await emulator.close()
    rmSync(databaseDirectory, { recursive: true, force: true })
  }

  /** The 99.9th percentile since the last call, of a bot that was started to measure it. */
  async function eventLoopDelayMs(): Promise<number> {
    if (!child) return NaN
    const answered = once(child, 'message')
    child.send('event loop delay')
    const [delay] = (await answered) as [number]
    return delay
  }

  return {
    emulator,
    databaseDirectory,
    start,
    stop,
    close,
    ask,
    /** How many answers did not come in time. */
    lost: () => lost,
    cpuMs: () => cpuMs(pid()),
    memoryMiB: () => memoryMiB({ pid: pid() }),
    eventLoopDelayMs,
  }
}

/** Nothing would be answered any more. */
function endUnexpectedly(): void {
  console.error('A bot that is measured has ended.')
  process.exit(1)
}

/** CPU milliseconds of a process so far, in all threads; from Linux's /proc. */
function cpuMs(pid: number): number {
  const tasks = `/proc/${pid}/task`
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6
}
