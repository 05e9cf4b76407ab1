// Who may use /admin: every path as a stranger, a guild administrator and a read-only team member, through forged
// custom ids, and through commands that are no longer registered.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createWorld, type EmulatorUser, type ObservedResponse } from 'discord-emulator'
import type { AuditEntry } from '../../src/db/audit-log.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { sampleFiles, sampleWith, writeFiles } from '../fixtures/sample-data.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'entente-permissions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dataDirectory = join(folder, 'data')
writeFiles(dataDirectory, sampleFiles)

// Besides the real commands, one that gives anyone a button with an arbitrary custom id, as a forger would have.
writeFiles(join(folder, 'commands'), [
  { path: 'admin.ts', text: `export { default } from '${root}/src/commands/admin.ts'\n` },
  { path: 'about.ts', text: `export { default } from '${root}/src/commands/about.ts'\n` },
])
writeFileSync(
  join(folder, 'commands/forge.ts'),
  `import { defineCommand } from '${root}/src/core/command.ts'
import { stringOption } from '${root}/src/core/options.ts'
import { buttonRow, textCard } from '${root}/src/core/card.ts'
export default defineCommand({
  name: 'forge', description: 'A button with any custom id', options: { id: stringOption('It') },
  run: ({ id }) => ({ type: 'reply', ephemeral: false, card: {
    ...textCard('forged'), controls: buttonRow({ label: 'Forged', opens: id.split(':').slice(1) }) } }),
})
`,
)

const world = createWorld()
const { operator, administrator, moderator, userInstaller } = world.users
world.guilds.home.members[moderator.id] = world.guilds.home.members[administrator.id] ?? 0n
let clock = 0
const { emulator, log, databaseDirectory } = await startTestBot({
  dataDirectory,
  commandsDirectory: join(folder, 'commands'),
  emulator: { world, initialResponseTimeoutMs: 60_000 },
  monotonicMs: () => clock,
})
const refusal =
  "Only Entente's operators can use /admin. They are the owner of the application and the people the owner has chosen."

async function refusalsOf(user: EmulatorUser): Promise<AuditEntry[]> {
  const state = openAppDatabase(databaseDirectory)
  const rows = (await state.latestAudit(1_000_000)).filter(
    ({ actor, action }) => actor === user.id && action === 'denied',
  )
  await state.close()
  return rows
}

const timesRefused = async (user: EmulatorUser) =>
  (await refusalsOf(user)).reduce((sum, { count }) => sum + count, 0)

const refusalsLogged = (user: EmulatorUser) =>
  log.filter(({ msg, user: loggedUser }) => msg === 'operator access denied' && loggedUser === user.id)

/** The action is denied ephemerally, counted in the audit log, and changes nothing. */
async function expectRefused(user: EmulatorUser, action: () => Promise<ObservedResponse>): Promise<void> {
  const timesBefore = await timesRefused(user)
  const seen = await action()
  expect(renderedText(seen)).toBe(refusal)
  expect(messageIn(seen).flags & 64).toBe(64)
  expect(await timesRefused(user)).toBe(timesBefore + 1)
  expect(refusalsLogged(user)[0]).toMatchObject({ level: 40 })
  const state = openAppDatabase(databaseDirectory)
  expect((await state.live())?.number).toBe(1)
  await state.close()
}

/** A custom id of every button, filled in by a forger who knows all of them. */
const buttons = [
  'v2:admin:reseed:apply:1:2:0123456789abcdef',
  'v2:admin:reseed:show:1:2:0123456789abcdef:0',
  'v2:admin:reseed:cancel:1:2:0123456789abcdef',
  'v2:admin:rollback:apply:1:1:0123456789abcdef',
  'v2:admin:rollback:show:1:1::0',
  'v2:admin:problems:0',
  'v2:admin:history:0',
  'v2:admin:reports:show:0',
  'v2:admin:reports:close:1:0',
  'v2:admin:reports:export',
  'v2:answer-report:1',
]
const commands = [
  '/admin reseed',
  '/admin status',
  '/admin history',
  '/admin rollback revision:1',
  '/admin reports',
]

/** The operator list is cached for ten minutes, so each test starts eleven minutes after the previous one. */
beforeEach(() => {
  clock += 11 * 60_000
})

describe.each<[string, EmulatorUser]>([
  ['a guild administrator', administrator],
  ['a read-only team member', moderator],
])('%s', (_who, user) => {
  beforeEach(() => {
    world.application.team = {
      id: '700000000000000001',
      name: 'Team',
      ownerId: operator.id,
      memberIds: [operator.id, moderator.id],
      readOnlyIds: [moderator.id],
    }
  })

  test.each(commands)('is refused %s', async (commandLine) => {
    await expectRefused(user, () => emulator.as(user).runCommand(commandLine))
  })

  test('gets no revisions from autocomplete', async () => {
    expect(await emulator.as(user).autocomplete('/admin rollback revision:')).toEqual([])
  })

  test.each(buttons)('is refused the button %s', async (id) => {
    const forged = await emulator.as(user).runCommand(`/forge id:${id}`)
    await expectRefused(user, () => emulator.as(user).clickButton(forged, 'Forged'))
    expect(renderedText(forged)).toBe('forged')
  })
})

test('a stranger does not see the command and is refused its buttons', async () => {
  await expect(emulator.runCommand('/admin reseed')).rejects.toThrow('Discord does not offer admin to member')
  await expect(emulator.in('dm').runCommand('/admin reseed')).rejects.toThrow('Discord does not offer admin')
  await expect(emulator.in('otherGuild').as('userInstaller').runCommand('/admin reseed')).rejects.toThrow(
    'does not offer',
  )
  const forged = await emulator.runCommand('/forge id:v2:admin:reseed:apply:1:2:0123456789abcdef')
  await expectRefused(world.users.member, () => emulator.clickButton(forged, 'Forged'))
  const otherGuild = emulator.in('otherGuild').as(userInstaller)
  const elsewhere = await otherGuild.runCommand('/forge id:v2:admin:reseed:apply:1:2:0123456789abcdef')
  await expectRefused(userInstaller, () => otherGuild.clickButton(elsewhere, 'Forged'))
})

describe('an operator', () => {
  const first = emulator.as(operator)

  test('who clicks a forged or stale button changes nothing', async () => {
    for (const id of [
      'v2:admin',
      'v2:admin:reseed',
      'v2:admin:reseed:burn:1:2:x',
      'v2:admin:reports:burn',
      'v2:admin:reports:close:1:-1',
      'v2:admin:reseed:apply:-1:2:x',
    ]) {
      const seen = await first.clickButton(await first.runCommand(`/forge id:${id}`), 'Forged')
      expect(renderedText(seen)).toBe("That button isn't valid. Type /admin to start over.")
    }
    const apply = await first.runCommand('/forge id:v2:admin:reseed:apply:1:2:0123456789abcdef')
    expect(renderedText(await first.clickButton(apply, 'Forged'))).toMatch(
      /^Revision 1 is live and says what the files say/,
    )
    for (const id of [
      'rollback:apply:7:9:x',
      'rollback:apply:1:../../1:x',
      'rollback:apply:1:99999999999:x',
    ]) {
      const seen = await first.clickButton(await first.runCommand(`/forge id:v2:admin:${id}`), 'Forged')
      expect(renderedText(seen)).toMatch(/^(Nothing was changed|That button isn't valid)/)
    }
  })

  test('outside of a guild is told where to use the command', async () => {
    const direct = emulator.as(operator).in('dm')
    const forged = await direct.runCommand('/forge id:v2:admin:history:0')
    expect(renderedText(await direct.clickButton(forged, 'Forged'))).toMatch(
      /^\/admin can't be used in this server\./,
    )
  })

  test('loses access within ten minutes of leaving the team', async () => {
    world.application.team = null
    world.application.ownerId = userInstaller.id
    const asks = () => emulator.log.calls.filter(({ path }) => path === '/applications/@me').length
    await expectRefused(operator, () => first.runCommand('/admin history'))
    const before = asks()
    await expectRefused(operator, () => first.runCommand('/admin history'))
    world.application.ownerId = operator.id
    clock += 9 * 60_000
    await expectRefused(operator, () => first.runCommand('/admin history'))
    expect(asks()).toBe(before)
    clock += 60_000
    expect(renderedText(await first.runCommand('/admin history'))).toContain('Revisions of the facts')
    expect(asks()).toBe(before + 1)
  })

  test('is told to try again if Discord does not return the operators', async () => {
    emulator.faults.failWith(404, { match: /^GET \/applications\/@me/, count: 1 })
    expect(renderedText(await first.runCommand('/admin history'))).toBe(
      "I couldn't check with Discord who may use /admin. Try again in a minute.",
    )
    expect(renderedText(await first.runCommand('/admin history'))).toContain('Revisions of the facts')
  })
})

test('a removed subcommand says so', async () => {
  const held = emulator.log.calls.find(({ method, path }) => method === 'PUT' && path.endsWith('/commands'))
  const body = held?.body as { name: string; options?: { name: string }[] }[]
  const stale = body.map((command) =>
    command.name === 'admin'
      ? { ...command, options: [...(command.options ?? []), { type: 1, name: 'purge', description: 'x' }] }
      : command,
  )
  const response = await fetch(`${emulator.apiUrl}/v10/applications/${world.application.id}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(stale),
  })
  expect(response.status).toBe(200)
  expect(renderedText(await emulator.as(operator).runCommand('/admin purge'))).toBe(
    'That command no longer exists. Type /admin to see what there is.',
  )
})

test('none of the above applied the files', async () => {
  writeFiles(dataDirectory, sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the North Sea'))
  const state = openAppDatabase(databaseDirectory)
  expect(await state.revisions()).toHaveLength(1)
  await state.close()
})
