// npm run soak: 20,000 mixed interactions with a fault of Discord or of a clock every few hundred, and why each that was
// lost was lost; fails if the bot crashes, does something twice, loses one unexplained or holds more and more.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { mutateEachInTurn, type Choice, startDiscordEmulator, type ObservedResponse } from 'discord-emulator'
import { readFlags } from './read-flags.ts'
import type { SoakMessage } from './soak-preload.ts'

interface LogLine {
  level: number
  msg: string
  id?: string
  outcome?: string
  err?: { message: string }
}

const { values } = readFlags({ options: { count: { type: 'string', default: '20000' } } })
const total = Number(values.count)
if (!Number.isInteger(total) || total < 1) {
  console.error('--count must be a whole number from 1 on.')
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
  },
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
})
const { stdout } = bot
if (!stdout) throw new Error('the bot has no output')
const ended = once(bot, 'exit')
const hasEnded = () => bot.exitCode !== null || bot.signalCode !== null
const errors = new Map<string, number>()
/** What the log says of each interaction, by id: how it ended, and the error where there is one. */
const logged = new Map<string, { outcome?: string; error?: string }>()
const ready = new Promise<void>((resolve) => {
  createInterface(stdout).on('line', (line) => {
    const { level, msg, id, outcome, err } = JSON.parse(line) as LogLine
    const error = `${msg}: ${err?.message ?? ''}`
    if (level >= 50) errors.set(error, (errors.get(error) ?? 0) + 1)
    if (id !== undefined)
      logged.set(id, { ...logged.get(id), ...(outcome && { outcome }), ...(err && { error }) })
    if (msg === 'ready') resolve()
  })
})
await Promise.race([ready, ended])

const often: (() => Promise<unknown>)[] = [
  () => emulator.runCommand('/alliance name:NATO'),
  () => emulator.as('moderator').runCommand('/alliance name:AUKUS private:true'),
  () => emulator.runCommand('/exercise name:Cobra Gold'),
  () => emulator.in('dm').runCommand('/compare first:NATO second:NORAD'),
  () => emulator.in('otherGuild').as('userInstaller').runCommand('/alliance name:norat'),
  () => emulator.autocomplete('/alliance name:na'),
  () => emulator.autocomplete('/compare first:NATO second:anzuz'),
  async () => emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More facts'),
  async () => emulator.select(await emulator.runCommand('/alliance name:norat private:true'), 'NORAD'),
  async () =>
    emulator.as('moderator').clickButton(await emulator.runCommand('/alliance name:NATO'), 'More facts'),
  async () => emulator.runMessageCommand('Find facts', await emulator.poll('NATO?', ['Yes', 'AUKUS'])),
]

// Each posts a message besides its answer, and of those Discord takes no more than fifty a second from one bot.
const seldom: typeof often = [
  async () => emulator.select(await emulator.runCommand('/alliance name:norat'), 'NORAD'),
  async () => emulator.clickButton(await emulator.runCommand('/alliance name:NATO private:true'), 'Share'),
  async () =>
    emulator.select(
      await emulator.runMessageCommand('Find facts', await emulator.sendMessage('NATO or AUKUS?')),
      'NATO',
    ),
]
const deeds = seldom.flatMap((one) => [...often, ...often, ...often, one])

const tellBot = (message: SoakMessage) => void bot.send(message)
const stepClock = (aheadMs: number) => tellBot({ clockAheadMs: aheadMs })
const hourMs = 3_600_000

const { faults } = emulator
const callback = /callback/
const damage = mutateEachInTurn()
/** Ids of the interactions that were sent without what an answer needs. */
const unanswerable = new Set<string>()

function damageNext(): void {
  faults.mutateInteractions((payload) => {
    const { id: sentId, type: sentType } = payload
    const { id, token, type } = damage(payload)
    // What does not say that it is autocomplete gets a message, which Discord does not take there.
    const isTypeLost = sentType === 4 && type !== 4
    if (typeof id !== 'string' || typeof token !== 'string' || isTypeLost) unanswerable.add(String(sentId))
    return payload
  }, 20)
}

/** Events without what belongs to them, and a poll, which discord.js reads in no channel that it has not cached. */
function sendOddPayloads(): void {
  for (const t of ['GUILD_CREATE', 'INTERACTION_CREATE', 'MESSAGE_CREATE', 'READY', 'error'])
    for (const d of [null, {}, { id: null, poll: {} }]) faults.sendPayload({ op: 0, t, s: null, d })
  for (const op of [10, 11, 99]) faults.sendPayload({ op, d: null })
}
const posting = /^POST \/(webhooks|channels)\//
const trouble: [name: string, cause: () => void][] = [
  ['rate limit on a route', () => faults.rateLimit({ match: callback, retryAfterMs: 100, count: 5 })],
  ['global rate limit', () => faults.rateLimit({ global: true, retryAfterMs: 100 })],
  ['500s', () => faults.failWith(500, { match: callback, count: 5 })],
  [
    '502 after taking the answer',
    () => faults.failWith(502, { match: callback, count: 5, afterProcessing: true }),
  ],
  ['slow answers', () => faults.delay(300, { match: callback, count: 10 })],
  ['broken connections', () => faults.resetConnection({ match: callback, count: 5 })],
  [
    'connections lost after the call',
    () => faults.resetConnection({ match: callback, count: 5, afterProcessing: true }),
  ],
  [
    'follow-ups lost before the call',
    () => faults.resetConnection({ match: posting, count: 3, how: 'close' }),
  ],
  [
    'follow-ups lost after the call',
    () => faults.resetConnection({ match: posting, count: 3, afterProcessing: true }),
  ],
  ['idle connections closed', () => faults.closeIdleConnections()],
  ['files refused', () => faults.rejectFiles({ count: 5 })],
  ['dropped sockets', () => faults.dropConnections()],
  ['reconnect', () => faults.reconnect()],
  ['session lost', () => faults.invalidateSessions({ resumable: true })],
  ['missed heartbeats', () => faults.ignoreHeartbeats(2)],
  ['interactions sent twice', () => faults.duplicateInteractions(5)],
  ['interactions with missing fields', damageNext],
  ['payloads that are none', sendOddPayloads],
  ['interactions sent again when answered', () => faults.duplicateInteractions(5, 'late')],
  ['clock an hour back', () => stepClock(-hourMs)],
  ['clock an hour ahead, then back', () => stepClock(hourMs)],
  ['clock 200 days ahead, then back', () => stepClock(200 * 24 * hourMs)],
  ['clock of Discord an hour back', () => faults.stepClock(-hourMs)],
  ['clock of Discord an hour ahead, then back', () => faults.stepClock(hourMs)],
]

let [done, twice] = [0, 0]
const lost: { id: string | undefined; fault: string; error: string }[] = []
const held: number[] = []
const started = performance.now()
for (let batch = 0; done < total; batch++) {
  const fault = batch % faultEvery === 1 ? trouble[((batch - 1) / faultEvery) % trouble.length] : undefined
  await runBatch(batch, fault)
  faults.clear()
  if (!hasEnded()) stepClock(0)
  const calls = Map.groupBy(
    emulator.log.calls.filter(({ path, status }) => path.endsWith('/callback') && status < 300),
    ({ path }) => path,
  )
  twice += [...calls.values()].filter(({ length }) => length > 1).length
  // An interaction posts one card before everyone at most.
  const cards = Map.groupBy(
    emulator.log.messages.filter(({ embeds, flags }) => embeds.length > 0 && (flags & 64) === 0),
    ({ interaction_metadata: by, nonce, id }) => by?.id ?? nonce ?? id,
  )
  twice += [...cards.values()].filter(({ length }) => length > 1).length
  if (hasEnded()) break
  tellBot('memory')
  const answer = (await Promise.race([once(bot, 'message'), ended])) as [number]
  if (hasEnded()) break
  held.push(answer[0])
}

/** Runs so many deeds, some at once; the fault comes when a quarter of them is done. */
async function runBatch(batch: number, fault: (typeof trouble)[number] | undefined): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let index = next++; index < batchSize; index = next++) {
      if (index === batchSize / 4) fault?.[1]()
      try {
        const seen = (await deeds[(index + batch) % deeds.length]?.()) as
          ObservedResponse | Choice[] | undefined
        if (seen && 'type' in seen && seen.type === 'failed')
          throw new Error(`Interaction ${seen.interactionId} failed`)
      } catch (error) {
        // Also a press on a card that never came, of which the error names the interaction that was lost.
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
  Math.min(...held.slice((quarter * held.length) / 4, ((quarter + 1) * held.length) / 4)),
)
const [, , third = 0, fourth = 0] = quarters
const grew = fourth > third * 1.1
bot.kill('SIGTERM')
await ended
const explained = lost.map(({ id, fault, error }) => ({ id, fault, error, why: explain(id, fault, error) }))
const unexplained = explained.filter(({ why }) => why === undefined).length
console.log(`${done} interactions in ${seconds.toFixed(0)} s, ${lost.length} not answered`)
for (const [cause, { length }] of Map.groupBy(
  explained,
  ({ fault, why }) => `${fault}: ${why ?? 'unexplained'}`,
))
  console.log(`not answered ${length} times with ${cause}`)
for (const { id, fault, error, why } of explained)
  console.log(`lost ${id ?? ''} with ${fault}: ${why ?? `unexplained: ${error}`}`)
for (const [error, count] of errors) console.log(`logged ${count} times: ${error}`)
console.log(`answered or posted twice: ${twice}; crashed: ${crashed ? 'yes' : 'no'}`)
console.log(
  `least memory held in each quarter (MiB): ${quarters.map((least) => least.toFixed(1)).join(', ')}`,
)
await emulator.close()
rmSync(folder, { recursive: true, force: true })
if (crashed || twice > 0 || unexplained > 0 || grew) {
  console.error(
    'The bot crashed, answered something twice, lost an answer without explanation, or grew by more than a tenth: see above.',
  )
  process.exit(1)
}

/** Why an interaction was lost, by what the bot logged of it; undefined where the log cannot explain it. */
function explain(id: string | undefined, fault: string, error: string): string | undefined {
  if (id === undefined)
    return fault === 'interactions with missing fields' ? 'the calm answer has nothing to press' : undefined
  if (unanswerable.has(id)) return 'sent without id, token or type'
  const line = logged.get(id)
  if (!line) return 'it did not reach the bot'
  if (line.outcome === 'ok' || line.outcome === undefined) return undefined
  return `${line.outcome}, ${line.error ?? error.replace(/\d{17,}/g, 'id')}`
}
