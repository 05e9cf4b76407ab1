// npm start as a process of its own: how it starts, how it refuses to, and how it ends.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { startSandbox } from '../src/sandbox/sandbox.ts'
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

test.each([
  [{ NODE_ENV: 'production' }, /^DISCORD_TOKEN is not set: .+\n$/],
  [{ DISCORD_TOKEN: 'not a token' }, /^DISCORD_TOKEN is no bot token: .+\n$/],
  [{ PORT: 'eighty' }, /^PORT must be a number from 0 to 65535\.\n$/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of .+\n$/],
  [{ DISCORD_API_URL: 'discord' }, /^DISCORD_API_URL must be an address .+\n$/],
])('with %j it says what to do in one sentence and exits 1', async (environment, sentence) => {
  const { output, ended } = startProcess(environment)
  expect(await ended).toEqual([1, null])
  expect(output.text).toMatch(sentence)
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
