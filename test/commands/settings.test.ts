// /settings: saved immediately, applied to every lookup, retained across restarts, deleted when unused.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createLog } from '../../src/config/logger.ts'
import { createGuildSettingsCache } from '../../src/db/guild-settings-cache.ts'
import { startDiscordEmulator } from 'discord-emulator'
import { startApp } from '../../src/app.ts'
import { defaultSettings } from '../../src/db/guild-settings.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { collectPages, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const { emulator, databaseDirectory } = await startTestBot()
const moderator = emulator.as('moderator')

async function storedSettings() {
  const state = openAppDatabase(databaseDirectory)
  const all = await state.guildSettings.all()
  await state.close()
  return all
}

test('is shown to members who manage a guild that installed Entente', async () => {
  await expect(emulator.runCommand('/settings')).rejects.toThrow('Discord does not offer settings to member')
  await expect(emulator.in('dm').runCommand('/settings')).rejects.toThrow('does not offer settings')
  await expect(emulator.in('otherGuild').as('userInstaller').runCommand('/settings')).rejects.toThrow(
    'does not offer',
  )
  expect(await moderator.runCommand('/settings')).toMatchObject({ ephemeral: true })
})

test('a member who can run it without Manage Server is told who may change settings', async () => {
  const { moderator: user } = emulator.world.users
  const panel = await moderator.runCommand('/settings')
  const may = emulator.world.guilds.home.members[user.id] ?? 0n
  emulator.world.guilds.home.members[user.id] = may & ~32n
  const seen = await moderator.select(panel, 'Dates: day first')
  emulator.world.guilds.home.members[user.id] = may
  expect(renderedText(seen)).toMatch(/^Only members with Manage Server can/)
  expect((await storedSettings()).size).toBe(0)
})

test('a choice applies immediately, and a reset restores the defaults', async () => {
  let panel = await moderator.runCommand('/settings')
  expect(() => messageIn(panel)).not.toThrow()
  await expect(moderator.clickButton(panel, 'Reset to defaults')).rejects.toThrow('disabled')
  for (const choice of [
    'Answers are private',
    'Cards never ping',
    'Dates: day first',
    'Images: never',
    'Sources: the five articles',
  ])
    panel = await moderator.select(panel, choice)
  expect([...(await storedSettings()).values()]).toEqual([
    {
      settings: {
        ephemeralByDefault: true,
        allowMentions: false,
        dateOrder: 'day first',
        images: 'never',
        onlySeedArticles: true,
        checkClaims: true,
        quizScores: false,
      },
      intact: true,
    },
  ])

  expect(await emulator.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: true })
  expect(await emulator.runCommand('/alliance name:NATO private:false')).toMatchObject({ ephemeral: false })
  expect(renderedText(await emulator.runCommand('/alliance name:NATO for:@moderator'))).toMatch(
    /^This server doesn't allow cards that ping someone\./,
  )
  expect(await emulator.in('dm').runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: false })

  panel = await moderator.clickButton(panel, 'Reset to defaults')
  expect(panel).toMatchObject({ type: 'updated', ephemeral: true })
  expect((await storedSettings()).size).toBe(0)
  expect(await emulator.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: false })
})

test('with day first, dates are written that way everywhere except in article titles', async () => {
  const read = async (user: Pick<typeof emulator, 'runCommand' | 'clickButton'>) => {
    const pages = await collectPages(emulator, await user.runCommand('/alliance name:NATO'), user)
    return pages.map(renderedText).join('\n')
  }
  const before = await read(emulator)
  expect(before).toContain('Aug 5, 2020')
  const panel = await moderator.runCommand('/settings')
  await moderator.select(panel, 'Dates: day first')
  const after = await read(emulator)
  expect(after).not.toContain('Aug 5, 2020')
  expect(after.replace(/(\d+) (Apr|Aug) 2020/g, '$2 $1, 2020')).toBe(before)
  const suggested = async (input: string) =>
    (await emulator.autocomplete(`/alliance name:NATO as_of:${input}`)).map(({ name }) => name)
  expect(await suggested('')).toContainEqual(expect.stringMatching(/^5 Aug 2020 · /))
  expect(await suggested('5 aug')).toEqual([expect.stringMatching(/^5 Aug 2020 · /)])
  expect(await suggested('March 4, 2021')).toEqual(['4 Mar 2021'])
  const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
  const modal = await emulator.clickButton(more, 'Report an error')
  expect(JSON.stringify(modal)).toContain('5 Aug 2020')
  expect(JSON.stringify(modal)).not.toContain('Aug 5, 2020')
  expect(await read(emulator.in('dm'))).toBe(before)
  await moderator.clickButton(await moderator.runCommand('/settings'), 'Reset to defaults')
})

test('survives a restart', async () => {
  const local = await startDiscordEmulator({ port: 0 })
  const folder = temporaryFolder()
  const begin = async () =>
    startApp({
      ...{ token: local.token, apiUrl: local.apiUrl, databaseDirectory: folder },
      dataDirectory: corpusDirectory,
      log: await createLog({ level: 'silent', production: true, secrets: [] }),
    })
  let bot = await begin()
  onTestFinished(async () => {
    await bot.close()
    await local.close()
  })
  const panel = await local.as('moderator').runCommand('/settings')
  await local.as('moderator').select(panel, 'Answers are private')
  await bot.close()
  bot = await begin()
  expect(await local.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: true })
  expect(await local.as('moderator').select(panel, 'Answers are for everyone')).toMatchObject({
    type: 'updated',
  })
  expect(await local.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: false })
})

test('is deleted after 180 days on which the bot ran and the guild did not use it', async () => {
  const state = openAppDatabase(temporaryFolder())
  let now = new Date('2026-01-01T12:00:00Z')
  const log = await createLog({ level: 'silent', production: true, secrets: [] })
  const servers = await createGuildSettingsCache({ db: state, log, now: () => now })
  onTestFinished(async () => {
    await servers.close()
    await state.close()
  })
  for (const id of ['1', '2']) await servers.change(id, { ephemeralByDefault: true })
  const pass = async (days: number) => {
    for (let day = 0; day < days; day++) {
      now = new Date(now.getTime() + 24 * 60 * 60_000)
      await servers.flush()
    }
  }
  await pass(100)
  servers.touch('2')
  servers.touch('3')
  await servers.flush()
  await pass(80)
  expect([...(await state.guildSettings.all()).keys()]).toEqual(['1', '2'])
  await pass(1)
  expect([...(await state.guildSettings.all()).keys()]).toEqual(['2'])
  expect(servers.get('1')).toEqual(defaultSettings)
  expect(servers.get('2').ephemeralByDefault).toBe(true)
  await pass(99)
  expect(servers.get('2').ephemeralByDefault).toBe(true)
  await pass(1)
  expect(servers.get('2')).toEqual(defaultSettings)
})

/** A folder in which guild 1 has a corrupt row. */
async function folderWith(row: string, id = '1') {
  const folder = temporaryFolder()
  const state = openAppDatabase(folder)
  await state.guildSettings.change(id, { ephemeralByDefault: true })
  await state.close()
  const database = new Database(join(folder, 'app.db'))
  onTestFinished(() => void database.close())
  database.prepare('UPDATE guild_settings SET settings = ?').run(row)
  const stored = () =>
    database.prepare('SELECT settings FROM guild_settings WHERE guild_id = ?').pluck().get(id) as string
  return { folder, stored }
}

test.each([
  ['not JSON', 'not {json', defaultSettings, { dateOrder: 'day first' }],
  ['another shape', '[true]', defaultSettings, { dateOrder: 'day first' }],
  ['null', 'null', defaultSettings, { dateOrder: 'day first' }],
  [
    'a value that cannot be chosen',
    '{"ephemeralByDefault":true,"dateOrder":"sideways"}',
    { ...defaultSettings, ephemeralByDefault: true },
    { ephemeralByDefault: true, dateOrder: 'day first' },
  ],
])(
  'a row that is %s is logged once and kept until someone changes a setting',
  async (_what, row, settings, after) => {
    const { folder, stored } = await folderWith(row)
    const state = openAppDatabase(folder)
    const lines: unknown[] = []
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) })
    const servers = await createGuildSettingsCache({ db: state, log, now: () => new Date(), refreshMs: 10 })
    const other = openAppDatabase(folder)
    onTestFinished(async () => {
      await servers.close()
      await state.close()
      await other.close()
    })
    expect(servers.get('1')).toEqual(settings)
    await other.guildSettings.change('2', { allowMentions: false })
    await vi.waitUntil(() => !servers.get('2').allowMentions, 5000)
    expect(lines).toMatchObject([{ level: 50, guild: '1' }])
    expect(stored()).toBe(row)
    await servers.change('1', { dateOrder: 'day first' })
    expect(JSON.parse(stored())).toEqual(after)
    expect(servers.get('1')).toEqual({ ...settings, dateOrder: 'day first' })
  },
)

test('a setting stored by a newer version is preserved', async () => {
  const { folder, stored } = await folderWith('{"ephemeralByDefault":true,"language":"fr"}')
  const state = openAppDatabase(folder)
  onTestFinished(() => state.close())
  expect(await state.guildSettings.change('1', { ephemeralByDefault: false })).toEqual({
    settings: defaultSettings,
    intact: true,
  })
  expect(JSON.parse(stored())).toEqual({ ephemeralByDefault: false, language: 'fr' })
})

test('an unreadable row does not stop startup', async () => {
  const { folder } = await folderWith('not {json', emulator.world.guilds.home.id)
  const local = await startDiscordEmulator({ port: 0 })
  const bot = await startApp({
    ...{ token: local.token, apiUrl: local.apiUrl, databaseDirectory: folder },
    dataDirectory: corpusDirectory,
    log: await createLog({ level: 'silent', production: true, secrets: [] }),
  })
  onTestFinished(async () => {
    await bot.close()
    await local.close()
  })
  expect(await local.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: false })
})
