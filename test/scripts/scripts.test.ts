// Every command line of scripts/ as a process: what it says of flags that it does not know.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const root = join(import.meta.dirname, '../..')
const { scripts: commands } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const files = Object.values(commands).flatMap((line) => line.match(/scripts\/[\w/-]+\.ts/g) ?? [])

function run(file: string, ...flags: string[]) {
  const env = { PATH: process.env['PATH'], DATABASE_DIR: temporaryFolder(), DISCORD_TOKEN: 'MTAw.abc.def' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, file), ...flags], {
    ...{ env, cwd: root, encoding: 'utf8' },
  })
  return { status, output: stdout + stderr }
}

test('there are scripts to try', () => {
  expect(files.length).toBeGreaterThan(10)
})

test.each(files)('%s names its flags when it meets one that it does not know', (file) => {
  const { status, output } = run(file, '--bogus')
  expect(output).toMatch(/^Unknown option '--bogus': this script takes (no flags|--[\w, <>-]+)\.\n$/)
  expect(status).toBe(1)
})

test.each([
  [['scripts/deploy.ts', '--guild'], "Option '--guild <value>' argument missing: this script takes"],
  [['scripts/deploy.ts', '--guild', 'home'], '--guild must be the id of a server.'],
  [['scripts/deploy.ts', 'home'], "Unexpected argument 'home': this script takes"],
  [['scripts/deploy.ts', '--dry-run=no'], "Option '--dry-run' does not take an argument: this script takes"],
  [['scripts/soak.ts', '--count', 'many'], '--count must be 1 or greater.'],
])('%s says in one sentence what is wrong', ([file = '', ...flags], sentence) => {
  const { status, output } = run(file, ...flags)
  expect(output.slice(0, sentence.length)).toBe(sentence)
  expect(output.trim().split('\n')).toHaveLength(1)
  expect(status).toBe(1)
})

test('the scripts of the image need nothing that the image lacks', () => {
  const listed = readFileSync(join(root, '.dockerignore'), 'utf8').match(/(?<=^!)scripts\/.+$/gm) ?? []
  const needed = listed.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?<=from ')(?!node:).+(?=')/g)].map(
      ([name]) => name,
    ),
  )
  expect(listed).toContain('scripts/seed.ts')
  const local = needed.filter((name) => name.startsWith('./')).map((name) => name.replace('./', 'scripts/'))
  expect(listed).toEqual(expect.arrayContaining(local))
  expect(needed).not.toContain('discord-emulator')
})
