// npm run bench:reseed: how long look-ups wait while ten thousand facts are reseeded, beside the same load without.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../../src/config/logger.ts'
import { startDiscordEmulator } from 'discord-emulator'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import { startApp } from '../../src/app.ts'
import { generatedFiles } from '../../test/fixtures/generated-data.ts'
import { quantile } from './stats.ts'
import { readFlags } from '../read-flags.ts'

const [facts, things] = [10_000, 500]
const [perSecond, seconds, rounds] = [100, 8, 3]

const { values } = readFlags({
  options: {
    // Set where it runs itself again as the bot, so that the bot has a process of its own.
    token: { type: 'string' },
    api: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
  },
})

function foldersIn(folder: string) {
  return { dataDirectory: join(folder, 'data'), databaseDirectory: join(folder, 'databases') }
}

function writeMarked(dataDirectory: string, mark: string): void {
  for (const { path, text } of generatedFiles(facts, mark)) {
    mkdirSync(dirname(join(dataDirectory, path)), { recursive: true })
    writeFileSync(join(dataDirectory, path), text)
  }
}

async function beTheBot(token: string): Promise<void> {
  const log = await createLog({ level: 'warn', production: true, secrets: [token] })
  await startApp({
    token,
    apiUrl: values.api,
    ...foldersIn(values.folder),
    log,
    rateLimit: { burst: Infinity },
  })
  console.log('ready')
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-reseed-'))
  const folders = foldersIn(folder)
  writeMarked(folders.dataDirectory, 'Mark')
  const emulator = await startDiscordEmulator({ port: 0 })
  const options = ['--token', emulator.token, '--api', emulator.apiUrl, '--folder', folder]
  const bot = spawn(process.execPath, [import.meta.filename, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(bot.stdout, 'data')

  /** Milliseconds from each question to its answer, asked evenly for as long as a round lasts. */
  async function ask(): Promise<number[]> {
    const began = performance.now()
    const answers = Array.from({ length: perSecond * seconds }, async (_, index) => {
      await sleep(Math.max(0, (index * 1000) / perSecond - (performance.now() - began)))
      const sent = performance.now()
      const seen = await emulator.runCommand(`/about name:thing-${(index * 7) % things}`)
      if (seen.type !== 'message') throw new Error(`a look-up saw "${seen.type}"`)
      return performance.now() - sent
    })
    return Promise.all(answers)
  }

  let mark = 0
  /** Reseeds one after the other for as long as a round lasts; resolves to how many there were. */
  async function reseed(round: Promise<unknown>): Promise<number> {
    let [done, going] = [0, true]
    void round.finally(() => (going = false))
    while (going) {
      mark += 1
      writeMarked(folders.dataDirectory, `Mark${'abcdefghij'.charAt(mark % 10)}`)
      const result = await runBuildProcess(folders, { type: 'reseed', actor: 'shell' })
      if (result.outcome !== 'published') throw new Error(`a reseed ended as "${result.outcome}"`)
      done += 1
    }
    return done
  }

  await ask()
  console.log(`${perSecond} look-ups a second for ${seconds} s, ${facts} facts; milliseconds`)
  for (let round = 1; round <= rounds; round++) {
    report(`round ${round}, no reseed`, await ask())
    const asking = ask()
    const [taken, reseeds] = await Promise.all([asking, reseed(asking)])
    report(`round ${round}, ${reseeds} reseeds`, taken)
  }
  bot.kill('SIGTERM')
  await once(bot, 'exit')
  await emulator.close()
  rmSync(folder, { recursive: true, force: true })
}

function report(what: string, taken: number[]): void {
  const at = (share: number) => quantile(taken, share).toFixed(1).padStart(7)
  console.log(`${what.padEnd(22)} p50 ${at(0.5)}  p99 ${at(0.99)}  longest ${at(1)}`)
}

if (values.token === undefined) await measure()
else {
  await beTheBot(values.token)
  process.on('SIGTERM', () => process.exit(0))
}
