// npm start as a process of its own: how it starts, how it refuses to, and how it ends.
import { execFileSync, spawn } from 'node:child_process'
import Database from 'better-sqlite3'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished, expect, test } from 'vitest'
import { dataDirectory } from '../src/config/data-directory.ts'
import { runBuildProcess } from '../src/revisions/build-process.ts'
import { startDiscordEmulator, type DiscordEmulator } from 'discord-emulator'
import { openAppDatabase } from '../src/db/app-database.ts'
import { temporaryFolder } from './fixtures/sample-data.ts'

const root = join(import.meta.dirname, '..')

/** Where the facts are built before the first start. */
const builtOnce = mkdtempSync(join(tmpdir(), 'entente-built-'))
beforeAll(async () => {
  await runBuildProcess({ dataDirectory, databaseDirectory: builtOnce }, { type: 'reseed', actor: 'shell' })
  const databases = readdirSync(builtOnce)
  for (const name of databases) cpSync(join(builtOnce, name), join(builtOnce, 'emulator', name))
})
afterAll(() => rmSync(builtOnce, { recursive: true, force: true }))

function startProcess(
  environment: Record<string, string>,
  before: string[] = [],
  flags: string[] = [],
  cwd = root,
) {
  const child = spawn(
    process.execPath,
    [...before, '--require', join(root, 'scripts/preload.cjs'), join(root, 'src/index.ts'), ...flags],
    { cwd, env: { PATH: process.env['PATH'], DATABASE_DIR: builtOnce, ...environment } },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output.text += text))
  }
  const says = async (text: string) => {
    while (!output.text.includes(text)) {
      if (child.exitCode !== null) throw new Error(`it ended: ${output.text}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { child, output, says, ended: once(child, 'exit') as Promise<[number | null]> }
}

test('without a token it starts the Discord emulator and says what to try', async () => {
  const { child, output, says, ended } = startProcess({ PORT: '0' })
  await says('npm run ask -- "/alliance name:NATO"')
  expect(output.text).toMatch(/the Discord emulator at http:\/\/127\.0\.0\.1:\d+/)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('without a token and without the emulator it says what to install', async () => {
  const hook = `import { registerHooks } from 'node:module'
    const missing = (name) => (name === 'discord-emulator' ? 'not-installed' : name)
    registerHooks({ resolve: (name, context, next) => next(missing(name), context) })`
  const { output, ended } = startProcess({}, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`])
  expect(await ended).toEqual([1, null])
  expect(output.text).toBe(
    'The Discord emulator is not installed: run npm ci, or set DISCORD_TOKEN to log in to Discord.\n',
  )
})

const token = 'MTAw.abc.def'

/** A folder with an app.db to be spoiled. */
async function stateIn(spoil: (path: string) => void): Promise<string> {
  const folder = temporaryFolder()
  await openAppDatabase(folder).close()
  spoil(join(folder, 'app.db'))
  return folder
}

function danglingLink(): string {
  const link = join(temporaryFolder(), 'link')
  symlinkSync('/nowhere/at/all', link)
  return link
}

function makeNewer(path: string): void {
  const database = new Database(path)
  database.pragma('user_version = 99')
  database.close()
}

test.each<
  [
    what: string,
    environment: () => Record<string, string> | Promise<Record<string, string>>,
    sentence: RegExp,
  ]
>([
  [
    'no token in production',
    () => ({ NODE_ENV: 'production' }),
    /^DISCORD_TOKEN is not set: copy the bot token/,
  ],
  [
    'a token that is none',
    () => ({ DISCORD_TOKEN: 'not a token' }),
    /^DISCORD_TOKEN is not a bot token: copy it/,
  ],
  ['a wrong port', () => ({ PORT: 'eighty' }), /^PORT must be a whole number from 0 to 65535\.$/],
  ['a wrong port of the metrics', () => ({ METRICS_PORT: '99999' }), /^METRICS_PORT must be a whole number/],
  [
    'a name in the place of an address',
    () => ({ METRICS_HOST: 'localhost' }),
    /^METRICS_HOST must be an IP address such as 127\.0\.0\.1\.$/,
  ],
  [
    'an address of another machine',
    () => ({ METRICS_PORT: '0', METRICS_HOST: '192.0.2.1', DISCORD_TOKEN: token }),
    /^This machine has no address 192\.0\.2\.1: set METRICS_HOST to one that it has, such as 127\.0\.0\.1\.$/,
  ],
  [
    'a port for interactions without a public key',
    () => ({ INTERACTIONS_PORT: '8080', DISCORD_TOKEN: token }),
    /^DISCORD_PUBLIC_KEY is not set: copy the public key from the General Information page .+, or unset INTERACTIONS_PORT/,
  ],
  [
    'a public key without a port for interactions',
    () => ({ DISCORD_PUBLIC_KEY: 'ab'.repeat(32), DISCORD_TOKEN: token }),
    /^INTERACTIONS_PORT is not set: set it to the port .+, or unset DISCORD_PUBLIC_KEY to use the gateway\.$/,
  ],
  [
    'a public key that is none',
    () => ({ DISCORD_PUBLIC_KEY: 'ab'.repeat(31), INTERACTIONS_PORT: '8080', DISCORD_TOKEN: token }),
    /^DISCORD_PUBLIC_KEY must be 64 hexadecimal digits: copy the public key from the General Information page/,
  ],
  ['a wrong log level', () => ({ LOG_LEVEL: 'loud' }), /^LOG_LEVEL must be one of trace, debug/],
  ['a wrong address', () => ({ DISCORD_API_URL: 'discord' }), /^DISCORD_API_URL must be an address such as/],
  ['a wrong NODE_ENV', () => ({ NODE_ENV: 'prod' }), /^NODE_ENV must be production, development or test/],
  [
    'operators that are no ids',
    () => ({ OPERATOR_IDS: 'me' }),
    /^OPERATOR_IDS must be comma-separated user ids\.$/,
  ],
  [
    'a server that is no id',
    () => ({ ADMIN_GUILD_ID: 'home' }),
    /^ADMIN_GUILD_ID must be the id of a server\.$/,
  ],
  ['SHARDS', () => ({ SHARDS: 'auto' }), /^SHARDS must not be set: unset it/],
  ['SHARD_COUNT', () => ({ SHARD_COUNT: '2' }), /^SHARD_COUNT must not be set: unset it/],
  [
    'a folder that is a file',
    () => ({ DATABASE_DIR: '/dev/null/facts', DISCORD_TOKEN: token }),
    /^\/dev\/null\/facts.* is not writable \(ENOTDIR\): /,
  ],
  [
    'a folder under /proc, where no folder can be made',
    () => ({ DATABASE_DIR: '/proc/entente/facts', DISCORD_TOKEN: token }),
    /^\/proc\/entente\/facts is not writable \(ENOENT\): check/,
  ],
  [
    'a folder behind a link to nowhere',
    () => ({ DATABASE_DIR: join(danglingLink(), 'facts'), DISCORD_TOKEN: token }),
    /is not writable \(EEXIST\): check/,
  ],
  [
    'a misspelt token',
    () => ({ NODE_ENV: '', DISCORD_TOKN: token }),
    /^"DISCORD_TOKN" is set and DISCORD_TOKEN is not: rename it to DISCORD_TOKEN, or unset it\.$/,
  ],
  [
    'a token under the name that other bots use, in production',
    () => ({ DISCORD_BOT_TOKEN: token }),
    /^"DISCORD_BOT_TOKEN" is set and DISCORD_TOKEN is not/,
  ],
  [
    'a newer database',
    async () => ({ DATABASE_DIR: await stateIn(makeNewer), DISCORD_TOKEN: token }),
    /^app\.db was written by a newer version of Entente/,
  ],
  [
    'nothing at the address',
    () => ({ DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:1/api' }),
    /^Discord cannot be reached at 127\.0\.0\.1:1 \(ECONNREFUSED\): check the network, and DISCORD_API_URL/,
  ],
])('with %s it says what to do in one sentence and exits 1', async (_what, environment, sentence) => {
  const set = await environment()
  const { output, ended } = startProcess({ NODE_ENV: 'production', LOG_LEVEL: 'fatal', ...set })
  expect(await ended).toEqual([1, null])
  expect(output.text.trim()).toMatch(sentence)
  expect(output.text.trim().split('\n')).toHaveLength(1)
})

test('with a token that Discord refuses it says so', async () => {
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  const { output, ended } = startProcess({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: emulator.apiUrl,
    LOG_LEVEL: 'fatal',
  })
  expect(await ended).toEqual([1, null])
  expect(output.text).toMatch(/^Discord rejects the token: reset it on the Bot page .+\n$/)
})

test.each<[what: string, spoil: (emulator: DiscordEmulator) => unknown, sentence: RegExp]>([
  [
    'an address that is not Discord’s API',
    ({ faults }) => faults.failWith(404),
    /^http.+ responds, but not as Discord's API does \(404\): check .+, and DISCORD_API_URL, which ends in \/api\.$/,
  ],
  [
    'a login page in the place of Discord',
    ({ faults }) => faults.respondWithPage(200),
    /^http.+ responds, but not as Discord's API does \(no gateway address\): /,
  ],
  [
    'an edge of Discord that refuses the machine',
    ({ faults }) => faults.respondWithPage(403),
    /^127\.0\.0\.1:\d+ refuses connections from this machine \(403\): its address or network is blocked/,
  ],
  [
    'a rate limit of an hour at the address of the gateway',
    ({ faults }) => faults.rateLimit({ match: /gateway/, retryAfterMs: 3_600_000 }),
    /^Discord is rate limiting Entente: wait 60 minutes, then start again\.$/,
  ],
  [
    'a global rate limit of a day',
    ({ faults }) => faults.rateLimit({ retryAfterMs: 86_400_000, global: true }),
    /^Discord is rate limiting Entente: wait 24 hours, then start again\.$/,
  ],
  [
    'a rate limit that does not say for how long',
    ({ faults }) => faults.respondWithPage(429, { count: Infinity }),
    /^Discord is rate limiting this machine and does not say for how long: wait a few minutes/,
  ],
  [
    'no logins left',
    ({ faults }) => faults.limitSessions({ remaining: 0, resetAfterMs: 7_200_000 }),
    /^Entente has too few logins left at Discord \(0 of 1000, and it needs 1\): start again in 2 hours, after \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
  ],
  [
    'a server error that stays',
    ({ faults }) => faults.failWith(503, { count: Infinity }),
    /^http.+ has a server error \(503\): start again in a few minutes\.$/,
  ],
  [
    'a network that lets no websockets through',
    ({ faults }) => faults.refuseConnections(403, Infinity),
    /^Discord's gateway at 127\.0\.0\.1:\d+ cannot be reached \(Unexpected server response: 403\): /,
  ],
  ...[
    [4004, /^Discord rejects the token: reset it/] as const,
    [4010, /^Discord does not recognize the shard \(code 4010\)/] as const,
    [4011, /^Entente is in more servers than its shards can handle \(code 4011\): start again/] as const,
    [4012, /^Discord no longer supports the gateway version .+ \(code 4012\): update Entente/] as const,
    [4013, /^Discord says the intents are invalid \(code 4013\)/] as const,
    [4014, /^Discord does not allow the intents \(code 4014\)/] as const,
  ].map(([code, sentence]): [string, (emulator: DiscordEmulator) => unknown, RegExp] => [
    `the login refused with ${code}`,
    ({ faults }) => faults.refuseIdentify(code),
    sentence,
  ]),
])('with %s it says what to do in one sentence and exits 1', async (_what, spoil, sentence) => {
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  spoil(emulator)
  const { output, ended } = startProcess({
    DISCORD_TOKEN: emulator.token,
    DISCORD_API_URL: emulator.apiUrl,
    NODE_ENV: 'production',
    // What the log says besides is for others to read: the sentence stands alone.
    LOG_LEVEL: 'error',
  })
  expect(await ended).toEqual([1, null])
  expect(output.text.trim()).toMatch(sentence)
  expect(output.text.trim().split('\n')).toHaveLength(1)
})

test.each<
  [what: string, environment: (emulator: DiscordEmulator) => Record<string, string>, sentence: RegExp]
>([
  [
    'the public key of another application',
    () => ({ INTERACTIONS_PORT: '0', DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }),
    /^DISCORD_PUBLIC_KEY is not that of the application of DISCORD_TOKEN: copy the public key/,
  ],
  [
    'a taken port for interactions',
    ({ apiUrl, publicKey }) => ({
      ...{ INTERACTIONS_PORT: new URL(apiUrl).port, DISCORD_PUBLIC_KEY: publicKey },
    }),
    /^Port \d+ is in use: stop the process that listens there, or set INTERACTIONS_PORT to another one/,
  ],
  [
    'an address of another machine for interactions',
    ({ publicKey }) => ({
      ...{ INTERACTIONS_PORT: '0', INTERACTIONS_HOST: '192.0.2.1', DISCORD_PUBLIC_KEY: publicKey },
    }),
    /^This machine has no address 192\.0\.2\.1: set INTERACTIONS_HOST to one that it has, such as 127\.0\.0\.1\.$/,
  ],
])('with %s it says what to do in one sentence and exits 1', async (_what, environment, sentence) => {
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  const { output, ended } = startProcess({
    DISCORD_TOKEN: emulator.token,
    DISCORD_API_URL: emulator.apiUrl,
    LOG_LEVEL: 'error',
    ...environment(emulator),
  })
  expect(await ended).toEqual([1, null])
  expect(output.text.trim()).toMatch(sentence)
  expect(output.text.trim().split('\n')).toHaveLength(1)
})

test('a connection that is dropped without an answer is named', async () => {
  const server = createServer((socket) => socket.on('data', () => socket.end()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const { output, ended } = startProcess({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
  })
  expect(await ended).toEqual([1, null])
  expect(output.text).toMatch(
    new RegExp(`^Discord cannot be reached at 127\\.0\\.0\\.1:${port} \\(UND_ERR_SOCKET\\): check .+\\n$`),
  )
})

test('a variable that is nearly named as one of ours is one warning', async () => {
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  const { output, says } = startProcess({
    DISCORD_TOKEN: emulator.token,
    DISCORD_API_URL: emulator.apiUrl,
    NODE_ENV: 'production',
    LOG_LEVELS: 'debug',
    DISCORD_TOKEN_FILE: '/run/secrets/token',
  })
  await says('"msg":"ready"')
  const lines = output.text.trim().split('\n')
  const warnings = lines.map((line) => JSON.parse(line) as { level: number; msg: string })
  expect(warnings.filter(({ level }) => level === 40).map(({ msg }) => msg)).toEqual([
    '"LOG_LEVELS" is set and LOG_LEVEL is not: rename it to LOG_LEVEL, or unset it',
  ])
})

test('with a pipe in the place of .env it says so, and does not wait for someone to write to it', async () => {
  const folder = temporaryFolder()
  execFileSync('mkfifo', [join(folder, '.env')])
  const { output, ended } = startProcess({}, [], [], folder)
  expect(await ended).toEqual([1, null])
  expect(output.text).toBe('.env is not a file: replace it with one, or remove it.\n')
})

test('with a pipe in the place of the facts it builds them again', async () => {
  const folder = temporaryFolder()
  cpSync(join(builtOnce, 'app.db'), join(folder, 'app.db'))
  execFileSync('mkfifo', [join(folder, 'revision-1.db')])
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  const environment = { DISCORD_TOKEN: emulator.token, DISCORD_API_URL: emulator.apiUrl }
  const { output, says } = startProcess({ ...environment, DATABASE_DIR: folder })
  await says('"msg":"ready"')
  expect(output.text).toContain('revision file missing, corrupt or incompatible; rebuilding')
})

test('without its packages it says what to run', async () => {
  const folder = temporaryFolder()
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  cpSync(join(root, 'scripts/preload.cjs'), join(folder, 'scripts/preload.cjs'))
  const child = spawn(process.execPath, ['--require', './scripts/preload.cjs', 'src/index.ts'], {
    cwd: folder,
  })
  let text = ''
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  expect(await once(child, 'close')).toEqual([1, null])
  expect(text).toMatch(/^Packages of Entente are not installed \(.+\): run "npm ci", then start again\.\n$/)
})

test('npm start with a flag says that there are none', async () => {
  const { output, ended } = startProcess({}, [], ['--port', '80'])
  expect(await ended).toEqual([1, null])
  expect(output.text).toBe('npm start takes no flags: set variables instead, as .env.example explains.\n')
})

test.each<[string, Record<string, string>]>([
  ['PORT', {}],
  ['METRICS_PORT', { DISCORD_TOKEN: token, NODE_ENV: 'production' }],
  ['METRICS_PORT', { PORT: '0' }],
])('on a taken port it says that %s needs another one', async (variable, environment) => {
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  const { port } = new URL(emulator.apiUrl)
  const { output, ended } = startProcess({ ...environment, [variable]: port })
  expect(await ended).toEqual([1, null])
  expect(output.text).toMatch(
    new RegExp(`^Port ${port} is in use: stop the process .+, or set ${variable} to another one .+\\n$`),
  )
})

test.each([
  [4004, 'Discord rejects the token: reset it on the Bot page'],
  [4011, 'Entente is in more servers than its shards can handle (code 4011): start again'],
])('when Discord shuts it out with %i it ends and says what to do', async (code, sentence) => {
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  const { output, says, ended } = startProcess({
    DISCORD_TOKEN: emulator.token,
    DISCORD_API_URL: emulator.apiUrl,
  })
  await says('"msg":"ready"')
  emulator.faults.closeConnections(code)
  expect(await ended).toEqual([1, null])
  expect(output.text).toContain(sentence)
})

test('a crash is one line of the log, and names nothing that the error carries', async () => {
  const error = `Object.assign(new Error('broken'), { requestBody: 'typed text' })`
  const crash = join(temporaryFolder(), 'crash.cjs')
  writeFileSync(crash, `process.on('SIGUSR2', () => void Promise.reject(${error}))`)
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  const environment = {
    DISCORD_TOKEN: emulator.token,
    DISCORD_API_URL: emulator.apiUrl,
    NODE_ENV: 'production',
  }
  const { child, output, says, ended } = startProcess(environment, ['--require', crash])
  await says('"msg":"ready"')
  child.kill('SIGUSR2')
  expect(await ended).toEqual([1, null])
  const lines = output.text.trim().split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    level: 60,
    msg: 'Entente has crashed',
    err: { message: 'broken' },
  })
  expect(output.text).not.toContain('typed text')
})

test('an error while it closes is no crash', async () => {
  const late = join(temporaryFolder(), 'late.cjs')
  writeFileSync(
    late,
    `process.on('SIGTERM', () => setImmediate(() => { throw new Error('socket lost late') }))`,
  )
  const emulator = await startDiscordEmulator({ port: 0 })
  onTestFinished(() => emulator.close())
  const environment = { DISCORD_TOKEN: emulator.token, DISCORD_API_URL: emulator.apiUrl }
  const { child, output, says, ended } = startProcess({ ...environment, NODE_ENV: 'production' }, [
    ...['--require', late],
  ])
  await says('"msg":"ready"')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(output.text).toContain('"msg":"error while shutting down"')
})

test('a Node that is too old is told in one sentence', async () => {
  const old = join(temporaryFolder(), 'old.cjs')
  writeFileSync(old, `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`)
  const { output, ended } = startProcess({}, ['--require', old])
  expect((await ended)[0]).toBe(1)
  expect(output.text).toMatch(/^Entente needs Node 22\.18 or newer, and this is Node .+\n$/)
})

test('with a token it logs in where DISCORD_API_URL says, and SIGTERM lets answers under way finish', async () => {
  const emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 20_000 })
  onTestFinished(() => emulator.close())
  const { child, output, says, ended } = startProcess({
    DISCORD_TOKEN: emulator.token,
    DISCORD_API_URL: emulator.apiUrl,
    NODE_ENV: 'production',
  })
  await says('"msg":"ready"')
  emulator.faults.delay(1000, { match: /callback/, count: 30 })
  const asked = Array.from({ length: 30 }, () => emulator.runCommand('/alliance name:NATO'))
  // The load is on its way once every interaction has been sent.
  while (emulator.log.interactions.length < 30) await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 200))
  child.kill('SIGTERM')
  expect((await Promise.all(asked)).map(({ type }) => type)).toEqual(Array(30).fill('message'))
  expect(await ended).toEqual([0, null])
  expect(output.text).not.toContain(emulator.token)
  expect(output.text).not.toContain('"level":50')
})

test('by HTTP, SIGTERM fails readiness first, and every interaction delivered until then and meanwhile is answered', async () => {
  const emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 30_000 })
  onTestFinished(() => emulator.close())
  const { child, output, says, ended } = startProcess({
    DISCORD_TOKEN: emulator.token,
    DISCORD_API_URL: emulator.apiUrl,
    DISCORD_PUBLIC_KEY: emulator.publicKey,
    ...{ INTERACTIONS_PORT: '0', METRICS_PORT: '0', RATE_LIMIT_BURST: '1000000' },
    NODE_ENV: 'production',
  })
  await says('"msg":"ready"')
  const urlIn = (pattern: RegExp) => pattern.exec(output.text)?.[1] ?? ''
  const readyUrl = `${urlIn(/"url":"([^"]+)","msg":"serving health/)}/readyz`
  await emulator.setInteractionsEndpoint(urlIn(/"url":"([^"]+)","msg":"taking interactions/))
  const isReady = async () => (await fetch(readyUrl)).ok

  const asked: Promise<string>[] = []
  const ask = () => asked.push(emulator.runCommand('/alliance name:NATO').then(({ type }) => type))
  let isStopping = false
  // A proxy that asks for readiness, and sends on until some time after it failed.
  const proxy = async () => {
    while (!isStopping) {
      ask()
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const sending = proxy()
  while (asked.length < 50) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await isReady()).toBe(true)
  child.kill('SIGTERM')
  while (await isReady()) await new Promise((resolve) => setTimeout(resolve, 10))
  const sentWhenUnready = asked.length
  while (asked.length < sentWhenUnready + 50) await new Promise((resolve) => setTimeout(resolve, 10))
  isStopping = true
  await sending
  expect(await Promise.all(asked)).toEqual(asked.map(() => 'message'))
  expect(emulator.log.interactions.flatMap(({ deliveries }) => deliveries)).toEqual(asked.map(() => 202))
  expect(await ended).toEqual([0, null])
  expect(output.text).not.toContain('"level":50')
})

test('without a token, INTERACTIONS_PORT makes the emulator deliver by HTTP', async () => {
  const { child, output, says, ended } = startProcess({ PORT: '0', INTERACTIONS_PORT: '0', NODE_ENV: 'test' })
  await says('npm run ask')
  const [, page = ''] = /emulator at (http:\/\/[\d.:]+)/.exec(output.text) ?? []
  await says('taking interactions by HTTP')
  // The endpoint is the application's, which the emulator tells whoever has the bot's token.
  const token = `${Buffer.from('100000000000000001').toString('base64url')}.sandbx.${'local'.repeat(8)}`
  const response = await fetch(`${page}/api/v10/applications/@me`, {
    headers: { authorization: `Bot ${token}` },
  })
  expect(await response.json()).toMatchObject({
    interactions_endpoint_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/interactions$/) as string,
  })
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
