// Where the operator commands are registered: in every guild, or only in ADMIN_GUILD_ID.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Faults, startDiscordEmulator, type DiscordEmulator, createWorld } from 'discord-emulator'
import { startApp } from '../../src/app.ts'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { createLog } from '../../src/config/logger.ts'
import { renderedText } from '../helpers/test-bot.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

async function servers() {
  const world = createWorld()
  world.guilds.otherGuild.installed = true
  world.guilds.otherGuild.members[world.users.operator.id] =
    world.guilds.home.members[world.users.operator.id] ?? 0n
  const emulator = await startDiscordEmulator({ port: 0, world })
  const databaseDirectory = temporaryFolder()
  const log: Record<string, unknown>[] = []
  const destination = { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) }
  const run = async (adminGuildId?: string) => {
    const bot = await startApp({
      ...{
        token: emulator.token,
        apiUrl: emulator.apiUrl,
        dataDirectory: corpusDirectory,
        databaseDirectory,
        adminGuildId,
      },
      log: await createLog({ level: 'info', production: true, secrets: [], destination }),
      images: false,
    })
    return bot
  }
  onTestFinished(() => emulator.close())
  const names = async (path: string) => {
    const response = await fetch(`${emulator.apiUrl}/v10/applications/${world.application.id}/${path}`, {
      headers: { authorization: `Bot ${emulator.token}` },
    })
    return ((await response.json()) as { name: string }[]).map(({ name }) => name)
  }
  const { home, otherGuild } = world.guilds
  const held = async () => ({
    all: (await names('commands')).includes('admin'),
    home: await names(`guilds/${home.id}/commands`),
    otherGuild: await names(`guilds/${otherGuild.id}/commands`),
  })
  return { emulator, run, held, home, otherGuild, log, world }
}

test('setting, changing and unsetting ADMIN_GUILD_ID leaves exactly one copy of /admin', async () => {
  const { emulator, run, held, home, otherGuild } = await servers()
  const step = async (guild: string | undefined, expected: object) => {
    const bot = await run(guild)
    expect(await held()).toEqual(expected)
    await bot.close()
  }
  await step(undefined, { all: true, home: [], otherGuild: [] })
  await step(home.id, { all: false, home: ['admin'], otherGuild: [] })
  const posts = () => emulator.log.calls.filter(({ method }) => method === 'POST').length
  const before = posts()
  await step(home.id, { all: false, home: ['admin'], otherGuild: [] })
  expect(posts()).toBe(before)
  await step(otherGuild.id, { all: false, home: [], otherGuild: ['admin'] })
  await step(undefined, { all: true, home: [], otherGuild: [] })
})

test('a copy left over in another guild is refused for everyone, operators included', async () => {
  const { emulator, run, home, otherGuild, world } = await servers()
  const bot = await run(home.id)
  onTestFinished(() => bot.close())
  const { body } =
    emulator.log.calls.find(({ method, path }) => method === 'POST' && path.endsWith('/commands')) ?? {}
  await fetch(
    `${emulator.apiUrl}/v10/applications/${world.application.id}/guilds/${otherGuild.id}/commands`,
    {
      method: 'POST',
      headers: { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  )
  const operator = emulator.as('operator')
  expect(renderedText(await operator.runCommand('/admin history'))).toContain('Revisions of the facts')
  expect(renderedText(await operator.in('otherGuild').runCommand('/admin history'))).toBe(
    "/admin can't be used in this server. Use it in the server set by ADMIN_GUILD_ID.",
  )
})

test('a guild that the bot is not in is reported, and the bot starts anyway', async () => {
  const { run, log } = await servers()
  const bot = await run('399999999999999999')
  expect(log.find(({ level }) => level === 50)?.['msg']).toMatch(
    /^Entente is not in the server set by ADMIN_GUILD_ID/,
  )
  await bot.close()
  await (await run()).close()
})

function deployTo(emulator: DiscordEmulator, environment: Record<string, string>, flags: string[] = []) {
  const child = spawn(process.execPath, ['scripts/deploy.ts', ...flags], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: emulator.token,
      DISCORD_API_URL: emulator.apiUrl,
      ...environment,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return once(child, 'close').then(([code]) => ({ code: code as number, output: output.trim() }))
}

test('npm run commands:deploy registers them in ADMIN_GUILD_ID', async () => {
  const { emulator, held, home } = await servers()
  const deploy = async () => (await deployTo(emulator, { ADMIN_GUILD_ID: home.id })).output.split('\n').at(-1)
  expect(await deploy()).toMatch(/^Registered \d+ commands\.$/)
  expect(await held()).toEqual({ all: false, home: ['admin'], otherGuild: [] })
  expect(await deploy()).toBe('The commands are up to date.')
})

const outside = '399999999999999999'

test.each<
  [
    what: string,
    environment: Record<string, string>,
    flags: string[],
    spoil: (faults: Faults) => void,
    sentence: RegExp,
  ]
>([
  [
    'a guild that the bot is not in',
    {},
    ['--guild', outside],
    () => undefined,
    /^Entente is not in the server 399999999999999999: invite it there \(npm run invite .+\), or correct --guild\.$/,
  ],
  [
    'an ADMIN_GUILD_ID that the bot is not in',
    { ADMIN_GUILD_ID: outside },
    ['--dry-run'],
    () => undefined,
    /Entente is not in the server 399999999999999999: .+ or correct ADMIN_GUILD_ID\.$/,
  ],
  [
    'an hour-long rate limit',
    {},
    [],
    (faults) => void faults.rateLimit({ match: /^PUT/, retryAfterMs: 3_600_000 }),
    /^Discord is rate limiting Entente: wait 60 minutes, then start again\.$/m,
  ],
  [
    'a web page instead of Discord',
    {},
    [],
    (faults) => void faults.respondWithPage(200),
    /^http.+ responds, but not as Discord's API does \(no application\): /,
  ],
  [
    'a connection that keeps dropping',
    {},
    [],
    (faults) => void faults.resetConnection({ count: Infinity }),
    /^Discord cannot be reached at .+ \(ECONNRESET\): check the network/,
  ],
])(
  'given %s, npm run commands:deploy says so and exits with code 1',
  async (_what, environment, flags, spoil, sentence) => {
    const { emulator } = await servers()
    spoil(emulator.faults)
    const { code, output } = await deployTo(emulator, environment, flags)
    expect(output).toMatch(sentence)
    expect(output).not.toMatch(/^ +at /m)
    expect(code).toBe(1)
  },
)
