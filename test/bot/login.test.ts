// Startup with short timeouts against a Discord that stalls, rate-limits or stays silent; and a running bot that loses it.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createBot } from '../../src/bot/client.ts'
import { login } from '../../src/bot/login.ts'
import { createDeadline, type Deadline } from '../../src/config/deadline.ts'
import { createLog } from '../../src/config/logger.ts'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import { acquireBuildLock } from '../../src/revisions/build-lock.ts'
import { startDiscordEmulator, type DiscordEmulator } from 'discord-emulator'
import { startApp, type App, type Timeouts } from '../../src/app.ts'
import { describeStartupError } from '../../src/config/startup-errors.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
/** A folder with facts, to be copied: building it takes longer than anything else here. */
const template = mkdtempSync(join(tmpdir(), 'entente-built-'))

beforeAll(async () => {
  writeFiles(dataDirectory, sampleFiles)
  expect(
    await runBuildProcess({ dataDirectory, databaseDirectory: template }, { type: 'reseed', actor: 'shell' }),
  ).toMatchObject({
    revision: 1,
  })
})
afterAll(() => {
  for (const folder of [dataDirectory, template]) rmSync(folder, { recursive: true, force: true })
})

async function startEmulator() {
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  return { emulator, host: new URL(emulator.apiUrl).host }
}

async function setUp({ isBuilt = true } = {}) {
  const databaseDirectory = temporaryFolder()
  if (isBuilt) cpSync(template, databaseDirectory, { recursive: true })
  const { emulator } = await startEmulator()
  const log: Record<string, unknown>[] = []
  const destination = { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) }
  const run = async (timeouts: Partial<Timeouts> = {}): Promise<App> => {
    const bot = await startApp({
      ...{ token: emulator.token, apiUrl: emulator.apiUrl, dataDirectory, databaseDirectory, timeouts },
      log: await createLog({ level: 'info', production: true, secrets: [], destination }),
      images: false,
    })
    onTestFinished(() => bot.close())
    return bot
  }
  const lines = (message: string) => log.filter(({ msg }) => msg === message)
  return { emulator, run, log, lines, databaseDirectory }
}

/** A bot whose commands were registered at an earlier startup. */
async function registered() {
  const set = await setUp()
  await (await set.run()).close()
  set.log.length = 0
  return set
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'it has started',
    (error: unknown) => describeStartupError(error, undefined),
  )

const waitUntil = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Logs in with a short timeout for the wait that the message names, and no timeout for the others. */
function logIn({ token, apiUrl }: DiscordEmulator, words: string): Promise<unknown> {
  const client = createBot({
    ...{ apiUrl, metrics: { recordRequest: () => undefined } },
    log: pino({ level: 'silent' }),
  })
  const deadline: Deadline = (work, sentence) =>
    sentence.includes(words) ? createDeadline(50)(work, sentence) : work
  return login(client, { token, apiUrl, deadline })
}

test.each<[string, (emulator: DiscordEmulator) => void]>([
  ['that never says hello', ({ faults }) => faults.withholdHello(Infinity)],
  // After this close code discord.js retries forever.
  ['that never lets a bot identify', ({ faults }) => faults.refuseIdentify(4000, Infinity)],
])('a gateway %s ends the login in one sentence', async (_what, breakGateway) => {
  const { emulator, host } = await startEmulator()
  breakGateway(emulator)
  expect(await refusal(logIn(emulator, 'gateway'))).toBe(
    `The login to Discord's gateway at ${host} timed out: check that the network allows WebSockets, then start again.`,
  )
})

test('an address that accepts a request and never responds ends the login with one sentence', async () => {
  const { emulator, host } = await startEmulator()
  emulator.faults.delay(60_000, { match: /gateway/, count: Infinity })
  expect(await refusal(logIn(emulator, 'respond'))).toBe(
    `Discord at ${host} did not respond in time: check the network, then start again.`,
  )
})

test('facts that are not built in time end startup with one sentence', async () => {
  const { run, databaseDirectory } = await setUp({ isBuilt: false })
  expect(await refusal(run({ startup: 1 }))).toBe(
    `The facts in ${databaseDirectory} were not ready in time: end the process that builds them, or let it finish, then start again.`,
  )
  // The build process is left running; wait for it so that it does not write into a deleted folder.
  await waitUntil(() => existsSync(`${databaseDirectory}/revision-1.db`))
})

test('a damaged app.db whose lock another process holds ends startup with one sentence', async () => {
  const { run, databaseDirectory } = await setUp()
  writeFileSync(join(databaseDirectory, 'app.db'), 'no database')
  onTestFinished(acquireBuildLock(databaseDirectory))
  expect(await refusal(run({ startup: 50 }))).toBe(
    'Another process keeps a database in DATABASE_DIR locked (SQLITE_BUSY): end it or let it finish, then start again.',
  )
})

const failure = 'failed to register the commands: Entente answers those already registered, and will retry'
const commands = /applications\/\d+\/commands/

test('an hour-long rate limit on command registration does not keep the bot from answering', async () => {
  const { emulator, run, lines } = await registered()
  emulator.faults.rateLimit({ match: commands, retryAfterMs: 3_600_000 })
  await run()
  expect(await emulator.runCommand('/exercise name:Gull Drill')).toMatchObject({ type: 'message' })
  expect(lines(failure)).toMatchObject([
    {
      level: 50,
      nextTry: 'in 60 minutes',
      reason: 'Discord is rate limiting Entente: wait 60 minutes, then start again.',
    },
  ])
  expect(lines('ready')).toHaveLength(1)
})

test('commands that Discord rejects are retried in the background; failure and recovery are each logged once', async () => {
  const { emulator, run, lines } = await setUp()
  const end = emulator.faults.failWith(503, { match: commands, count: Infinity })
  await run({ registrationRetry: 1 })
  const tries = () => emulator.log.calls.filter(({ path }) => commands.test(path)).length
  const before = tries()
  await waitUntil(() => tries() > before + 8)
  end()
  await waitUntil(() => lines('commands registered after retrying').length > 0)
  expect(lines(failure)).toHaveLength(1)
  expect(await emulator.runCommand('/exercise name:Gull Drill')).toMatchObject({ type: 'message' })
})

test.each<[string, (emulator: DiscordEmulator) => void]>([
  ['refuses', ({ faults }) => void faults.respondWithPage(403, { match: commands, count: Infinity })],
  ['rate-limits', ({ faults }) => void faults.respondWithPage(429, { match: commands, count: Infinity })],
  ['hangs on', ({ faults }) => void faults.delay(60_000, { match: commands, count: Infinity })],
  ['cuts', ({ faults }) => void faults.resetConnection({ match: commands, count: Infinity })],
])(
  'a Discord that %s command registration does not keep the bot from answering',
  async (_what, breakGateway) => {
    const { emulator, run } = await registered()
    breakGateway(emulator)
    await run({ registration: 500 })
    expect(await emulator.runCommand('/exercise name:Gull Drill')).toMatchObject({ type: 'message' })
  },
)

test('a Discord that does not return the application does not keep the bot from starting', async () => {
  const { emulator, run, lines } = await setUp()
  emulator.faults.failWith(500, { match: /applications\/@me/, count: Infinity })
  await run()
  expect(lines('ready')).toHaveLength(1)
})

test('a running bot that loses Discord keeps retrying, and logs it once', async () => {
  const { emulator, run, log, lines } = await setUp()
  const bot = await run()
  log.length = 0
  emulator.faults.refuseConnections(503, 3)
  emulator.faults.dropConnections()
  await waitUntil(() => lines('shard resumed').length > 0)
  expect(await emulator.runCommand('/exercise name:Gull Drill')).toMatchObject({ type: 'message' })
  await bot.close()
  expect(lines('shard reconnecting')).toHaveLength(1)
  expect(lines('shard error')).toHaveLength(1)
  expect(lines('shard resumed')).toMatchObject([{ shard: 0, seconds: expect.any(Number) as number }])
})

test('a running bot stops even if its connection is dead and cannot be closed cleanly', async () => {
  const { emulator, run } = await setUp()
  const bot = await run({ logout: 50 })
  emulator.faults.freezeConnections()
  // discord.js on its own waits half a minute, which is longer than the test timeout.
  await bot.close()
})
