// npm run soak: 20,000 mixed interactions with a fault of Discord or of a clock every few hundred. Explains each lost
// answer; fails on a crash, a duplicate, an unexplained loss or growing memory. With --http, interactions come by HTTP, and
// faults of the gateway have no effect.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Choice, startDiscordEmulator, type ObservedResponse } from 'discord-emulator'
import { readFlags } from './read-flags.ts'
import { createFaultScenarios, type FaultScenario } from './soak-faults.ts'
import type { SoakMessage } from './soak-preload.ts'

interface LogLine {
  level: number
  msg: string
  id?: string
  outcome?: string
  err?: { message: string }
  url?: string
}

const { values } = readFlags({
  options: { count: { type: 'string', default: '20000' }, http: { type: 'boolean', default: false } },
})
const total = Number(values.count)
if (!Number.isInteger(total) || total < 1) {
  console.error('--count must be 1 or greater.')
  process.exit(1)
}
const batchSize = 200
const [atOnce, faultEvery] = [20, 2]

const emulator = await startDiscordEmulator({
  port: 0,
  initialResponseTimeoutMs: 1500,
  heartbeatIntervalMs: 1000,
})
const folder = mkdtempSync(join(tmpdir(), 'entente-soak-'))
const preload = ['--expose-gc', '--import', join(import.meta.dirname, 'soak-preload.ts')]
const bot = spawn(process.execPath, [...preload, join(import.meta.dirname, '../src/index.ts')], {
  env: {
    ...process.env,
    DISCORD_TOKEN: emulator.token,
    DISCORD_API_URL: emulator.apiUrl,
    DATABASE_DIR: folder,
    RATE_LIMIT_BURST: '1000000',
    NODE_ENV: 'production',
    ...(values.http && { INTERACTIONS_PORT: '0', DISCORD_PUBLIC_KEY: emulator.publicKey }),
  },
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
})
const { stdout } = bot
if (!stdout) throw new Error('the bot has no output')
const ended = once(bot, 'exit')
const hasEnded = () => bot.exitCode !== null || bot.signalCode !== null
const errors = new Map<string, number>()
/** What the log says about each interaction, by id: its outcome, and the error if there is one. */
const logged = new Map<string, { outcome?: string; error?: string }>()
let endpoint: string | null = null
const ready = new Promise<void>((resolve) => {
  createInterface(stdout).on('line', (line) => {
    const { level, msg, id, outcome, err, url } = JSON.parse(line) as LogLine
    const error = `${msg}: ${err?.message ?? ''}`
    if (level >= 50) errors.set(error, (errors.get(error) ?? 0) + 1)
    if (id !== undefined)
      logged.set(id, { ...logged.get(id), ...(outcome && { outcome }), ...(err && { error }) })
    if (msg === 'taking interactions by HTTP') endpoint = url ?? null
    if (msg === 'ready') resolve()
  })
})
await Promise.race([ready, ended])
await emulator.setInteractionsEndpoint(endpoint)

const frequent: (() => Promise<unknown>)[] = [
  () => emulator.runCommand('/alliance name:NATO'),
  () => emulator.as('moderator').runCommand('/alliance name:AUKUS private:true'),
  () => emulator.runCommand('/exercise name:Cobra Gold'),
  () => emulator.in('dm').runCommand('/compare first:NATO second:NORAD'),
  () => emulator.runCommand('/country name:Japan'),
  () => emulator.runCommand('/ask question:who spends the most on its military'),
  () => emulator.runCommand('/search query:submarines'),
  () => emulator.runCommand('/timeline'),
  () => emulator.runCommand('/disputes'),
  () => emulator.autocomplete('/ask question:is swe'),
  () => emulator.in('otherGuild').as('userInstaller').runCommand('/alliance name:norat'),
  () => emulator.autocomplete('/alliance name:na'),
  () => emulator.autocomplete('/compare first:NATO second:anzuz'),
  async () => emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More'),
  async () => emulator.clickButton(await emulator.runCommand('/alliance name:ANZUS'), 'Map'),
  async () => emulator.select(await emulator.runCommand('/alliance name:norat private:true'), 'NORAD'),
  async () => emulator.as('moderator').clickButton(await emulator.runCommand('/alliance name:NATO'), 'More'),
  async () => emulator.runMessageCommand('Find facts', await emulator.poll('NATO?', ['Yes', 'AUKUS'])),
]

// Each posts a message besides its answer; Discord accepts at most fifty of those a second from one bot.
const rare: typeof frequent = [
  async () => emulator.select(await emulator.runCommand('/alliance name:norat'), 'NORAD'),
  async () => emulator.clickButton(await emulator.runCommand('/alliance name:NATO private:true'), 'Share'),
  async () =>
    emulator.select(
      await emulator.runMessageCommand('Find facts', await emulator.sendMessage('NATO or AUKUS?')),
      'NATO',
    ),
]
const actions = rare.flatMap((action) => [...frequent, ...frequent, ...frequent, action])

const tellBot = (message: SoakMessage) => void bot.send(message)
const stepClock = (aheadMs: number) => tellBot({ clockAheadMs: aheadMs })
const { scenarios, unanswerable } = createFaultScenarios(emulator, stepClock)

let [done, duplicates] = [0, 0]
const lost: { id: string | undefined; fault: string; error: string }[] = []
const memorySamples: number[] = []
const started = performance.now()
for (let batch = 0; done < total; batch++) {
  const fault =
    batch % faultEvery === 1 ? scenarios[((batch - 1) / faultEvery) % scenarios.length] : undefined
  await runBatch(batch, fault)
  emulator.faults.clear()
  if (!hasEnded()) stepClock(0)
  const calls = Map.groupBy(
    emulator.log.calls.filter(({ path, status }) => path.endsWith('/callback') && status < 300),
    ({ path }) => path,
  )
  duplicates += [...calls.values()].filter(({ length }) => length > 1).length
  // An interaction posts at most one public card.
  const cards = Map.groupBy(
    emulator.log.messages.filter(({ components, flags }) => components.length > 0 && (flags & 64) === 0),
    ({ interaction_metadata: by, nonce, id }) => by?.id ?? nonce ?? id,
  )
  duplicates += [...cards.values()].filter(({ length }) => length > 1).length
  if (hasEnded()) break
  tellBot('memory')
  const answer = (await Promise.race([once(bot, 'message'), ended])) as [number]
  if (hasEnded()) break
  memorySamples.push(answer[0])
}

/** Runs one batch of actions, some at once; the fault is injected after a quarter of them. */
async function runBatch(batch: number, fault: FaultScenario | undefined): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let index = next++; index < batchSize; index = next++) {
      if (index === batchSize / 4) fault?.[1]()
      try {
        const seen = (await actions[(index + batch) % actions.length]?.()) as
          ObservedResponse | Choice[] | undefined
        if (seen && 'type' in seen && seen.type === 'failed')
          throw new Error(`Interaction ${seen.interactionId} failed`)
      } catch (error) {
        // This includes clicks on a card that never came, whose error names the lost interaction.
        const { message } = error as Error
        const id = /[Ii]nteraction (\d+)/.exec(message)?.[1]
        lost.push({ id, fault: fault?.[0] ?? 'no fault', error: message })
      }
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

const seconds = (performance.now() - started) / 1000
const crashed = hasEnded()
const quarters = [0, 1, 2, 3].map((quarter) =>
  Math.min(
    ...memorySamples.slice((quarter * memorySamples.length) / 4, ((quarter + 1) * memorySamples.length) / 4),
  ),
)
const [, , third = 0, fourth = 0] = quarters
const grew = fourth > third * 1.1
bot.kill('SIGTERM')
await ended
const explained = lost.map(({ id, fault, error }) => ({
  id,
  fault,
  error,
  reason: explain(id, fault, error),
}))
const unexplained = explained.filter(({ reason }) => reason === undefined).length
console.log(`${done} interactions in ${seconds.toFixed(0)} s, ${lost.length} not answered`)
for (const [cause, { length }] of Map.groupBy(
  explained,
  ({ fault, reason }) => `${fault}: ${reason ?? 'unexplained'}`,
))
  console.log(`not answered ${length} times with ${cause}`)
for (const { id, fault, error, reason } of explained)
  console.log(`lost ${id ?? ''} with ${fault}: ${reason ?? `unexplained: ${error}`}`)
for (const [error, count] of errors) console.log(`logged ${count} times: ${error}`)
console.log(`answered or posted twice: ${duplicates}; crashed: ${crashed ? 'yes' : 'no'}`)
console.log(
  `least memory held in each quarter (MiB): ${quarters.map((least) => least.toFixed(1)).join(', ')}`,
)
await emulator.close()
rmSync(folder, { recursive: true, force: true })
if (crashed || duplicates > 0 || unexplained > 0 || grew) {
  console.error(
    'The bot crashed, answered something twice, lost an answer without explanation, or grew by more than a tenth: see above.',
  )
  process.exit(1)
}

/** Why an interaction was lost, from the bot's log; undefined if the log does not explain it. */
function explain(id: string | undefined, fault: string, error: string): string | undefined {
  if (id === undefined)
    return fault === 'interactions with missing fields' ? 'the error message has no components' : undefined
  if (unanswerable.has(id)) return 'sent without id, token or type'
  const line = logged.get(id)
  if (!line) return 'it did not reach the bot'
  if (line.outcome === 'ok' || line.outcome === undefined) return undefined
  return `${line.outcome}, ${line.error ?? error.replace(/\d{17,}/g, 'id')}`
}
