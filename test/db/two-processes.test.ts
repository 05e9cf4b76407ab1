// Two processes on one directory: what is chosen or deleted through one applies in the other within seconds, and neither
// writes back what it has cached.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { fieldValue, startTestBot, renderedText, type TestBot } from '../helpers/test-bot.ts'

const first = await startTestBot()
const second = await startTestBot({ databaseDirectory: first.databaseDirectory })

const choose = async ({ emulator }: TestBot, choice: string) => {
  const moderator = emulator.as('moderator')
  return moderator.select(await moderator.runCommand('/settings'), choice)
}
const isPrivate = async ({ emulator }: TestBot) => {
  const response = await emulator.runCommand('/alliance name:NATO')
  return 'ephemeral' in response && response.ephemeral
}
/** Waits until the other process has loaded it. */
const soon = (hypothesis: () => Promise<void>) => vi.waitFor(hypothesis, { timeout: 10_000, interval: 100 })

function stored(): unknown[] {
  const database = new Database(join(first.databaseDirectory, 'app.db'), { readonly: true })
  try {
    return database
      .prepare('SELECT settings FROM guild_settings')
      .pluck()
      .all()
      .map((text) => JSON.parse(String(text)) as unknown)
  } finally {
    database.close()
  }
}

test('a setting chosen through one applies in the other', async () => {
  await choose(first, 'Answers are private')
  expect(await isPrivate(first)).toBe(true)
  await soon(async () => expect(await isPrivate(second)).toBe(true))
})

test('a choice changes only its own setting, though others were chosen through the other a moment before', async () => {
  const panel = await second.emulator.as('moderator').runCommand('/settings')
  await choose(first, 'Answers are for everyone')
  await choose(first, 'Images: never')
  await second.emulator.as('moderator').select(panel, 'Dates: day first')
  expect(stored()).toEqual([{ ephemeralByDefault: false, images: 'never', dateOrder: 'day first' }])
  expect(await isPrivate(second)).toBe(false)
  await soon(async () =>
    expect(renderedText(await first.emulator.runCommand('/timeline'))).toMatch(/\d Aug 2020/),
  )
})

test.each([
  ['reset in /settings', '/settings', 'Reset to defaults'],
  ['deleted in /privacy', '/privacy', "Delete this server's data"],
])(
  'settings that are %s through one are gone in the other, and stay gone',
  async (_description, command, button) => {
    await choose(first, 'Answers are private')
    await soon(async () => expect(await isPrivate(second)).toBe(true))
    const moderator = second.emulator.as('moderator')
    await moderator.clickButton(await moderator.runCommand(command), button)
    expect(stored()).toEqual([])
    await soon(async () => expect(await isPrivate(first)).toBe(false))
    await choose(first, 'Dates: day first')
    expect(stored()).toEqual([{ dateOrder: 'day first' }])
  },
)

test('what a user deletes through one is gone in the other', async () => {
  const db = openAppDatabase(first.databaseDirectory)
  const { member } = first.emulator.world.users
  const report = {
    createdAt: '2026-05-01T00:00:00.000Z',
    factId: 'a/b',
    revision: 1,
    statement: '',
    message: 'wrong',
  }
  await db.reports.add({ ...report, userId: member.id }, 5)
  await db.close()
  const reports = async ({ emulator }: TestBot) =>
    fieldValue(await emulator.runCommand('/privacy'), 'Error reports')
  expect([await reports(first), await reports(second)]).toEqual(['1', '1'])
  await first.emulator.clickButton(await first.emulator.runCommand('/privacy'), 'Delete my data')
  expect(await reports(second)).toBe('0')
})

test('a rollback through one applies in the other', async () => {
  const revision = async ({ emulator }: TestBot) =>
    /revision \d+/.exec(renderedText(await emulator.as('operator').runCommand('/admin status')))?.[0]
  expect(await revision(second)).toBe('revision 1')
  const db = openAppDatabase(first.databaseDirectory)
  const [live] = await db.revisions()
  if (live) await db.publish({ ...live, number: 2, hash: 'another' })
  expect([await revision(first), await revision(second)]).toEqual(['revision 2', 'revision 2'])
  await db.rollbackTo(1, 'shell')
  expect([await revision(first), await revision(second)]).toEqual(['revision 1', 'revision 1'])
  await db.close()
})
