// Two machines on one PostgreSQL, each with a folder of its own, to which Discord delivers by turns: what is chosen,
// published or deleted through one applies in the other.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { createWorld, startDiscordEmulator } from 'discord-emulator'
import { pier } from '../fixtures/sample-imports.ts'
import { createDatabase, runSql } from '../helpers/postgres-database.ts'
import { fieldValue, renderedText, startTestBot, verdictOf, type TestBot } from '../helpers/test-bot.ts'

const databaseUrl = await createDatabase()
const world = createWorld()
const { operator, administrator } = world.users
world.guilds.home.members[operator.id] = world.guilds.home.members[administrator.id] ?? 0n
const emulator = await startDiscordEmulator({ port: 0, world, initialResponseTimeoutMs: 60_000 })
const [first, second] = await Promise.all(
  [0, 1].map(() => startTestBot({ databaseUrl, on: emulator, http: true })),
)
if (!first || !second) throw new Error('they did not start')
afterAll(() => emulator.close())

/** From now on interactions go to this one, as a proxy may decide. */
async function deliverTo({ log }: TestBot) {
  const { url } = log.find(({ msg }) => msg === 'taking interactions by HTTP') as { url: string }
  await emulator.setInteractionsEndpoint(url)
  return emulator
}

/** Sooner than any poll. */
const soon = (hypothesis: () => Promise<void>) => vi.waitFor(hypothesis, { timeout: 8000, interval: 50 })
const choose = async (bot: TestBot, choice: string) => {
  const moderator = (await deliverTo(bot)).as('moderator')
  return moderator.select(await moderator.runCommand('/settings'), choice)
}
const isPrivate = async (bot: TestBot) => {
  const response = await (await deliverTo(bot)).runCommand('/alliance name:NATO')
  return 'ephemeral' in response && response.ephemeral
}
const asOperator = async (bot: TestBot) => (await deliverTo(bot)).as('operator')
const drill = async (bot: TestBot) =>
  verdictOf(await (await deliverTo(bot)).runCommand('/exercise name:Pier Drill'))

test('of two that start at once on an empty database, one builds the facts and both answer', async () => {
  expect(await runSql(databaseUrl, 'SELECT number, built_by FROM revision')).toEqual([
    { number: 1, built_by: 'start' },
  ])
  expect([await isPrivate(first), await isPrivate(second)]).toEqual([false, false])
})

test('a setting chosen through one applies in the other, and changes no other', async () => {
  await choose(first, 'Answers are private')
  await soon(async () => expect(await isPrivate(second)).toBe(true))
  const panel = await (await deliverTo(first)).as('moderator').runCommand('/settings')
  await choose(second, 'Images: never')
  await (await deliverTo(first)).as('moderator').select(panel, 'Dates: day first')
  const [row] = await runSql<{ settings: string }>(databaseUrl, 'SELECT settings FROM guild_settings')
  expect(JSON.parse(row?.settings ?? '')).toEqual({
    ephemeralByDefault: true,
    images: 'never',
    dateOrder: 'day first',
  })
  await choose(second, 'Answers are for everyone')
  await soon(async () => expect(await isPrivate(first)).toBe(false))
})

test('an import planned on one machine is applied on the other, and undone on the first', async () => {
  const plan = await (
    await asOperator(first)
  ).runCommand('/admin import file:pier.yaml', [{ name: 'pier.yaml', content: pier }])
  expect(renderedText(plan)).toContain('**Imported files** adds pier.yaml')
  const applied = await (await asOperator(second)).clickButton(plan, 'Apply')
  expect(renderedText(applied)).toContain('Revision 2 is live')
  expect(await drill(second)).toMatch(/Gull Sea/)
  await soon(async () => expect(await drill(first)).toMatch(/Gull Sea/))
  expect(readdirSync(join(first.databaseDirectory, 'articles'))).toContain('pier.yaml')
  expect(renderedText(await (await asOperator(first)).runCommand('/admin articles'))).toContain('pier.yaml')
  expect(renderedText(await (await asOperator(first)).clickButton(applied, 'Undo'))).toContain(
    'Revision 1 is live again',
  )
  await soon(async () => expect(await drill(second)).not.toMatch(/Gull Sea/))
  expect(readdirSync(join(second.databaseDirectory, 'articles'))).not.toContain('pier.yaml')
  const history = async (bot: TestBot) =>
    renderedText(await (await asOperator(bot)).runCommand('/admin history'))
  expect(await history(first)).toBe(await history(second))
})

test('a plan that is cancelled on one machine is gone on all', async () => {
  const staged = () => runSql(databaseUrl, `SELECT 1 FROM key_value WHERE key = 'staged file hash'`)
  const plan = await (
    await asOperator(first)
  ).runCommand('/admin import file:pier.yaml', [{ name: 'pier.yaml', content: pier }])
  expect(await staged()).toHaveLength(1)
  await (await asOperator(second)).clickButton(plan, 'Cancel')
  expect(await staged()).toEqual([])
})

test('a member is pinged by one person once in ten minutes, over both', async () => {
  const ask = `/alliance name:NATO for:@${world.users.moderator.name}`
  expect(renderedText(await (await deliverTo(first)).runCommand(ask))).toContain('NATO')
  expect(renderedText(await (await deliverTo(second)).runCommand(ask))).toContain('You pinged that person')
})

test('the status speaks of no file that is not there', async () => {
  const text = renderedText(await (await asOperator(first)).runCommand('/admin status'))
  expect(text).toContain('Healthy: every check passes.')
  expect(text).toContain('**Last backup** up to you: the state is in PostgreSQL')
  expect(text).not.toContain('app.db')
})

test('what a user deletes through one is gone in the other', async () => {
  await runSql(
    databaseUrl,
    `INSERT INTO report (created_at, user_id, fact_id, revision, statement, message)
     VALUES ('2026-05-01T00:00:00.000Z', '${world.users.member.id}', 'a/b', 1, '', 'wrong')`,
  )
  const privacy = async (bot: TestBot) => (await deliverTo(bot)).runCommand('/privacy')
  const reports = async (bot: TestBot) => fieldValue(await privacy(bot), 'Error reports')
  expect([await reports(first), await reports(second)]).toEqual(['1', '1'])
  await emulator.clickButton(await privacy(first), 'Delete my data')
  expect(await reports(second)).toBe('0')
})
