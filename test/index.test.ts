// npm start as a process of its own: how it starts, how it refuses to, and how it ends.
import { spawn } from 'node:child_process'
import Database from 'better-sqlite3'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { startSandbox } from '../src/sandbox/sandbox.ts'
import { openState } from '../src/state/state.ts'
import { temporaryFolder } from './sample-files.ts'

const root = join(import.meta.dirname, '..')

function startProcess(environment: Record<string, string>, before: string[] = []) {
  const child = spawn(
    process.execPath,
    [...before, '--require', './scripts/check-node.cjs', 'src/index.ts'],
    { cwd: root, env: { PATH: process.env['PATH'], DATABASE_DIR: temporaryFolder(), ...environment } },
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

test('with no token it brings its own Discord and says what to try', async () => {
  const { child, output, says, ended } = startProcess({ PORT: '0' })
  await says('npm run ask -- "/alliance name:NATO"')
  expect(output.text).toMatch(/a local Discord at http:\/\/127\.0\.0\.1:\d+/)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

const token = 'MTAw.abc.def'

/** A folder with a state.db to be spoiled. */
function stateIn(spoil: (path: string) => void): string {
  const folder = temporaryFolder()
  openState(folder).close()
  spoil(join(folder, 'state.db'))
  return folder
}

function makeNewer(path: string): void {
  const database = new Database(path)
  database.pragma('user_version = 99')
  database.close()
}

test.each<[what: string, environment: () => Record<string, string>, sentence: RegExp]>([
  [
    'no token in production',
    () => ({ NODE_ENV: 'production' }),
    /^DISCORD_TOKEN is not set: copy the bot token/,
  ],
  [
    'a token that is none',
    () => ({ DISCORD_TOKEN: 'not a token' }),
    /^DISCORD_TOKEN is no bot token: copy it/,
  ],
  ['a wrong port', () => ({ PORT: 'eighty' }), /^PORT must be a whole number from 0 to 65535\.$/],
  ['a wrong log level', () => ({ LOG_LEVEL: 'loud' }), /^LOG_LEVEL must be one of trace, debug/],
  ['a wrong address', () => ({ DISCORD_API_URL: 'discord' }), /^DISCORD_API_URL must be an address such as/],
  ['a wrong NODE_ENV', () => ({ NODE_ENV: 'prod' }), /^NODE_ENV must be production, development or test/],
  [
    'operators that are no ids',
    () => ({ OPERATOR_IDS: 'me' }),
    /^OPERATOR_IDS must be ids of users, with commas between them\.$/,
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
    /^\/dev\/null\/facts.* cannot be written \(ENOTDIR\): /,
  ],
  [
    'a newer database',
    () => ({ DATABASE_DIR: stateIn(makeNewer), DISCORD_TOKEN: token }),
    /^state\.db was written by a newer Entente/,
  ],
  [
    'nothing at the address',
    () => ({ DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:1/api' }),
    /^http:\/\/127\.0\.0\.1:1\/api cannot be reached \(ECONNREFUSED\): check the network/,
  ],
])('with %s it says what to do in one sentence and exits 1', async (_what, environment, sentence) => {
  const { output, ended } = startProcess({ NODE_ENV: 'production', LOG_LEVEL: 'fatal', ...environment() })
  expect(await ended).toEqual([1, null])
  expect(output.text.trim()).toMatch(sentence)
  expect(output.text.trim().split('\n')).toHaveLength(1)
})

test('with a token that Discord refuses it says so', async () => {
  const sandbox = await startSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const { output, ended } = startProcess({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: sandbox.apiUrl,
    LOG_LEVEL: 'fatal',
  })
  expect(await ended).toEqual([1, null])
  expect(output.text).toMatch(/^Discord refuses the token: reset it on the Bot page .+\n$/)
})

test('with an address that is not Discord’s API it says so', async () => {
  const sandbox = await startSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const { output, ended } = startProcess({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: sandbox.apiUrl.replace('/api', '/elsewhere'),
    LOG_LEVEL: 'fatal',
  })
  expect(await ended).toEqual([1, null])
  expect(output.text).toMatch(/answers, but not as Discord's API does \(404\): check DISCORD_API_URL.+\n$/)
})

test('on a port that is taken it says so', async () => {
  const sandbox = await startSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const { port } = new URL(sandbox.apiUrl)
  const { output, ended } = startProcess({ PORT: port })
  expect(await ended).toEqual([1, null])
  expect(output.text).toMatch(new RegExp(`^Port ${port} is taken: .+\\n$`))
})

test.each([4004, 4014])('when Discord shuts it out with %i it ends and says what to check', async (code) => {
  const sandbox = await startSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const { output, says, ended } = startProcess({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
  })
  await says('"msg":"ready"')
  sandbox.faults.closeSockets(code)
  expect(await ended).toEqual([1, null])
  expect(output.text).toContain(
    `Discord has closed the connection for good (code ${code}): check that DISCORD_TOKEN`,
  )
})

test('a crash is one line of the log, and names nothing that the error carries', async () => {
  const error = `Object.assign(new Error('broken'), { requestBody: 'typed text' })`
  const crash = join(temporaryFolder(), 'crash.cjs')
  writeFileSync(crash, `process.on('SIGUSR2', () => void Promise.reject(${error}))`)
  const sandbox = await startSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const environment = {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
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

test('a Node that is too old is told in one sentence', async () => {
  const old = join(temporaryFolder(), 'old.cjs')
  writeFileSync(old, `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`)
  const { output, ended } = startProcess({}, ['--require', old])
  expect((await ended)[0]).toBe(1)
  expect(output.text).toMatch(/^Entente needs Node 22\.18 or newer, and this is Node .+\n$/)
})

test('with a token it logs in where DISCORD_API_URL says, and SIGTERM lets answers under way finish', async () => {
  const sandbox = await startSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const { child, output, says, ended } = startProcess({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    NODE_ENV: 'production',
  })
  await says('"msg":"ready"')
  sandbox.faults.slow(1000, { on: /callback/, times: 30 })
  const asked = Array.from({ length: 30 }, () => sandbox.run('/alliance name:NATO'))
  // The load is on its way once every interaction has been sent.
  while (sandbox.log.interactions.length < 30) await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 200))
  child.kill('SIGTERM')
  expect((await Promise.all(asked)).map(({ type }) => type)).toEqual(Array(30).fill('message'))
  expect(await ended).toEqual([0, null])
  expect(output.text).not.toContain(sandbox.token)
  expect(output.text).not.toContain('"level":50')
})
