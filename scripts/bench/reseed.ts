// npm run bench:reseed: how long lookups take while 10,000 facts are reseeded, against the same load without a reseed.
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
    // Set when it runs itself again as the bot, which needs a process of its own.
    token: { type: 'string' },
    api: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
  },
})

function foldersIn(folder: string) {
  return { dataDirectory: join(folder, 'data'), databaseDirectory: join(folder, 'databases') }
}

function writeDataFiles(dataDirectory: string, mark: string): void {
  for (const { path, text } of generatedFiles(facts, mark)) {
    mkdirSync(dirname(join(dataDirectory, path)), { recursive: true })
    writeFileSync(join(dataDirectory, path), text)
  }
}

async function runBot(token: string): Promise<void> {
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
  writeDataFiles(folders.dataDirectory, 'Mark')
  const emulator = await startDiscordEmulator({ port: 0 })
  const options = ['--token', emulator.token, '--api', emulator.apiUrl, '--folder', folder]
  const bot = spawn(process.execPath, [import.meta.filename, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(bot.stdout, 'data')

  /** Milliseconds from each lookup to its answer; lookups are sent evenly through a round. */
  async function lookUp(): Promise<number[]> {
    const started = performance.now()
    const answers = Array.from({ length: perSecond * seconds }, async (_, index) => {
      await sleep(Math.max(0, (index * 1000) / perSecond - (performance.now() - started)))
      const sent = performance.now()
      const response = await emulator.runCommand(`/about name:thing-${(index * 7) % things}`)
      if (response.type !== 'message') throw new Error(`a lookup got "${response.type}"`)
      return performance.now() - sent
    })
    return Promise.all(answers)
  }

  let mark = 0
  /** Reseeds repeatedly until the round ends; resolves to the number of reseeds. */
  async function reseed(round: Promise<unknown>): Promise<number> {
    let [count, isRunning] = [0, true]
    void round.finally(() => (isRunning = false))
    while (isRunning) {
      mark += 1
      writeDataFiles(folders.dataDirectory, `Mark${'abcdefghij'.charAt(mark % 10)}`)
      const result = await runBuildProcess(folders, { type: 'reseed', actor: 'shell' })
      if (result.outcome !== 'published') throw new Error(`a reseed ended as "${result.outcome}"`)
      count += 1
    }
    return count
  }

  await lookUp()
  console.log(`${perSecond} lookups a second for ${seconds} s, ${facts} facts; milliseconds`)
  for (let round = 1; round <= rounds; round++) {
    report(`round ${round}, no reseed`, await lookUp())
    const lookUps = lookUp()
    const [durations, reseeds] = await Promise.all([lookUps, reseed(lookUps)])
    report(`round ${round}, ${reseeds} reseeds`, durations)
  }
  bot.kill('SIGTERM')
  await once(bot, 'exit')
  await emulator.close()
  rmSync(folder, { recursive: true, force: true })
}

function report(label: string, durations: number[]): void {
  const format = (share: number) => quantile(durations, share).toFixed(1).padStart(7)
  console.log(`${label.padEnd(22)} p50 ${format(0.5)}  p99 ${format(0.99)}  max ${format(1)}`)
}

if (values.token === undefined) await measure()
else {
  await runBot(values.token)
  process.on('SIGTERM', () => process.exit(0))
}
