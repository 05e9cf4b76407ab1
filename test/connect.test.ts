// A start against a Discord that waits, limits or is silent, with little patience; and a running bot that loses it.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../src/log.ts'
import { lock } from '../src/operate/lock.ts'
import { startSandbox, type SandboxOptions } from '../src/sandbox/sandbox.ts'
import { start, type Running, type Timeouts } from '../src/start.ts'
import { explainStartError } from '../src/start-errors.ts'
import { sampleFiles, temporaryFolder, writeFiles } from './sample-files.ts'

async function setUp(options: Partial<SandboxOptions> = {}) {
  const [dataDirectory, databaseDirectory] = [temporaryFolder(), temporaryFolder()]
  writeFiles(dataDirectory, sampleFiles)
  const sandbox = await startSandbox({ port: 0, ...options })
  onTestFinished(() => sandbox.close())
  const log: Record<string, unknown>[] = []
  const destination = { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) }
  const run = async (timeouts: Partial<Timeouts> = {}): Promise<Running> => {
    const bot = await start({
      ...{ token: sandbox.token, apiUrl: sandbox.apiUrl, dataDirectory, databaseDirectory, timeouts },
      log: await createLog({ level: 'info', production: true, secrets: [], destination }),
      pictures: 'off',
    })
    onTestFinished(() => bot.close())
    return bot
  }
  const host = new URL(sandbox.apiUrl).host
  /** The sentence with which a start ends. */
  const refusal = async (timeouts: Partial<Timeouts>) =>
    run(timeouts).then(
      () => 'it has started',
      (error: unknown) => explainStartError(error, undefined),
    )
  const lines = (message: string) => log.filter(({ msg }) => msg === message)
  return { sandbox, run, refusal, host, log, lines, databaseDirectory }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** The facts are built before; what is left is the wait for Discord. */
async function built() {
  const set = await setUp()
  await (await set.run()).close()
  return set
}

test('a gateway that never says hello ends the start in one sentence', async () => {
  const { sandbox, refusal, host } = await built()
  sandbox.faults.withholdHello(Infinity)
  expect(await refusal({ start: 500 })).toBe(
    `Discord's gateway at ${host} did not let Entente in in time: check that the network lets websockets through, then start again.`,
  )
})

test('a gateway that asks to identify and never says that the bot is ready ends the start too', async () => {
  const { sandbox, refusal, host } = await built()
  // 4000 is one after which discord.js tries again for ever.
  sandbox.faults.refuseIdentify(4000, Infinity)
  expect(await refusal({ start: 500 })).toMatch(
    `Discord's gateway at ${host} did not let Entente in in time: `,
  )
})

test('an address that takes a request and never answers ends the start in one sentence', async () => {
  const { sandbox, refusal, host } = await built()
  sandbox.faults.slow(60_000, { on: /gateway/, times: Infinity })
  expect(await refusal({ start: 500 })).toBe(
    `Discord at ${host} did not answer in time: check the network, then start again.`,
  )
})

test('facts that are not built in time end the start in one sentence', async () => {
  const { refusal, databaseDirectory } = await setUp()
  expect(await refusal({ start: 1 })).toBe(
    `The facts in ${databaseDirectory} were not ready in time: end the process that builds them, or let it finish, then start again.`,
  )
  // The builder is left alone, and is waited for here so that it does not write into a folder that is gone.
  await until(() => existsSync(`${databaseDirectory}/facts-1.db`))
})

test('a state.db to mend whose lock another process holds ends the start in one sentence', async () => {
  const { refusal, databaseDirectory } = await built()
  writeFileSync(join(databaseDirectory, 'state.db'), 'no database')
  onTestFinished(lock(databaseDirectory))
  expect(await refusal({ start: 50 })).toBe(
    'Another process keeps a database in DATABASE_DIR locked (SQLITE_BUSY): end it or let it finish, then start again.',
  )
})

const failure =
  'the commands could not be registered: Entente answers those that Discord has, and tries again'
const commands = /applications\/\d+\/commands/

test('a rate limit of an hour on registering commands does not keep the bot from answering', async () => {
  const { sandbox, run, lines } = await built()
  sandbox.faults.rateLimit({ on: commands, retryAfterMs: 3_600_000 })
  await run()
  expect(await sandbox.run('/exercise name:Gull Drill')).toMatchObject({ type: 'message' })
  expect(lines(failure)).toMatchObject([
    {
      level: 50,
      nextTry: 'in 60 minutes',
      reason: 'Discord says that Entente asks too often: wait 60 minutes, then start again.',
    },
  ])
  expect(lines('ready')).toHaveLength(2)
})

test('commands that Discord does not take are tried again in the background, and both is said once', async () => {
  const { sandbox, run, lines } = await setUp()
  const end = sandbox.faults.fail(503, { on: commands, times: Infinity })
  await run({ registrationRetry: 1 })
  const tries = () => sandbox.log.calls.filter(({ path }) => commands.test(path)).length
  const before = tries()
  await until(() => tries() > before + 8)
  end()
  await until(() => lines('the commands are registered at last').length > 0)
  expect(lines(failure)).toHaveLength(1)
  expect(await sandbox.run('/exercise name:Gull Drill')).toMatchObject({ type: 'message' })
})

test.each<[string, (sandbox: Awaited<ReturnType<typeof setUp>>['sandbox']) => void]>([
  ['refuses', ({ faults }) => void faults.page(403, { on: commands, times: Infinity })],
  ['has had enough of', ({ faults }) => void faults.page(429, { on: commands, times: Infinity })],
  ['hangs on', ({ faults }) => void faults.slow(60_000, { on: commands, times: Infinity })],
  ['cuts', ({ faults }) => void faults.cut({ on: commands, times: Infinity })],
])(
  'a Discord that %s the registering of commands does not keep the bot from answering',
  async (_what, spoil) => {
    const { sandbox, run } = await built()
    spoil(sandbox)
    await run({ registration: 500 })
    expect(await sandbox.run('/exercise name:Gull Drill')).toMatchObject({ type: 'message' })
  },
)

test('a Discord that does not say what the application is does not keep the bot from starting', async () => {
  const { sandbox, run, lines } = await built()
  sandbox.faults.fail(500, { on: /applications\/@me/, times: Infinity })
  await run()
  expect(lines('ready')).toHaveLength(2)
})

test('a running bot that loses Discord keeps trying, and says so once', async () => {
  const { sandbox, run, log, lines } = await built()
  const bot = await run()
  log.length = 0
  sandbox.faults.refuseSockets(503, 3)
  sandbox.faults.dropSockets()
  await until(() => lines('a shard resumed').length > 0)
  expect(await sandbox.run('/exercise name:Gull Drill')).toMatchObject({ type: 'message' })
  await bot.close()
  expect(lines('a shard reconnects')).toHaveLength(1)
  expect(lines('a shard reported an error')).toHaveLength(1)
  expect(lines('a shard resumed')).toMatchObject([{ shard: 0, seconds: expect.any(Number) as number }])
})

test('a running bot ends though its connection is dead and takes no goodbye', async () => {
  const { sandbox, run } = await built()
  const bot = await run({ logout: 50 })
  sandbox.faults.freezeSockets()
  // discord.js alone waits for half a minute, which is longer than a test may take.
  await bot.close()
})
