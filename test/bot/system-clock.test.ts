// The system clock is changed under a running bot, or was wrong for a while: intervals are unaffected, and nothing is lost.
import { Routes } from 'discord.js'
import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { setClock } from '../../scripts/stepping-clock.ts'
import { createGuildSettingsCache, type GuildSettingsCache } from '../../src/db/guild-settings-cache.ts'
import { writeCached } from '../../src/images/disk-cache.ts'
import { minuteOf } from '../../src/db/interaction-metrics.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { startTestBot, renderedText } from '../helpers/test-bot.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000]
let elapsedMs = 0
const { emulator, bot, databaseDirectory } = await startTestBot({
  rateLimit: {},
  now: () => new Date(),
  monotonicMs: () => elapsedMs,
})
const { world } = emulator
const operator = emulator.as('operator')

const steps: [string, number][] = [
  ['an hour back', -hourMs],
  ['an hour ahead', hourMs],
  ['200 days ahead', 200 * dayMs],
  ['200 days back', -200 * dayMs],
]

afterEach(() => {
  setClock(0)
  elapsedMs += hourMs
})

test.each(steps)('with the clock %s the rate limit still asks for three seconds', async (_way, ms) => {
  const ask = async () => renderedText(await emulator.runCommand('/alliance name:NATO'))
  const refused = "You're going too fast. Try again in 3 seconds."
  for (let count = 0; count < 10; count++) expect(await ask()).not.toBe(refused)
  setClock(ms)
  expect(await ask()).toBe(refused)
  elapsedMs += 3000
  expect(await ask()).not.toBe(refused)
  expect(await ask()).toBe(refused)
})

test.each(steps)('with the clock %s a user can be pinged again after ten minutes', async (_way, ms) => {
  const ping = async () => renderedText(await emulator.runCommand('/alliance name:NATO for:@moderator'))
  const refused = /^You pinged that person a moment ago/
  expect(await ping()).not.toMatch(refused)
  setClock(ms)
  elapsedMs += 9 * minuteMs
  expect(await ping()).toMatch(refused)
  elapsedMs += minuteMs
  expect(await ping()).not.toMatch(refused)
})

test.each(steps)('with the clock %s a removed operator loses access', async (_way, ms) => {
  const { ownerId } = world.application
  expect(renderedText(await operator.runCommand('/admin history'))).toContain('Revisions of the facts')
  setClock(ms)
  world.application.ownerId = world.users.userInstaller.id
  elapsedMs += 10 * minuteMs
  const seen = await operator.runCommand('/admin history')
  world.application.ownerId = ownerId
  expect(renderedText(seen)).toMatch(/^Only Entente's operators can use \/admin\./)
})

test.each(steps)(
  'with the clock %s the requests of discord.js continue',
  { timeout: 30_000 },
  async (_way, ms) => {
    const requests = () =>
      Promise.all(Array.from({ length: 60 }, () => bot.client.rest.get(Routes.currentApplication())))
    await requests()
    setClock(ms)
    expect(await requests()).toHaveLength(60)
  },
)

test('setting the clock back while discord.js waits for a rate limit does not prolong the wait', async () => {
  const get = () => bot.client.rest.get(Routes.currentApplication())
  const limited = () => emulator.log.calls.filter(({ status }) => status === 429).length
  const before = limited()
  emulator.faults.rateLimit({ match: /applications/, retryAfterMs: 300 })
  const waiting = Promise.all([get(), get()])
  await vi.waitUntil(() => limited() > before, 5000)
  setClock(-hourMs)
  expect(await waiting).toHaveLength(2)
})

test('reports sent while the clock was ahead do not block further reports', async () => {
  const card = await emulator.runCommand('/alliance name:AUKUS')
  const sources = await emulator.clickButton(card, 'Sources')
  let sent = 0
  const send = async () => {
    const opened = await emulator.clickButton(sources, 'Report an error')
    if (opened.type !== 'modal') return renderedText(opened)
    const [menu] = opened.modal.components as { component: { options: { value: string }[] } }[]
    const fact = menu?.component.options[0]?.value ?? ''
    // The same text would be the same report.
    const text = `It is wrong in its date, number ${++sent}.`
    return renderedText(await emulator.submitModal(opened, { fact, text }))
  }
  setClock(200 * dayMs)
  for (let count = 0; count < 5; count++) {
    elapsedMs += minuteMs
    expect(await send()).toMatch(/^Thank you/)
  }
  elapsedMs += minuteMs
  expect(await send()).toMatch(/^You can send 5 reports/)
  setClock(0)
  expect(await send()).toMatch(/^Thank you/)
})

test('/admin status shows the uptime and does not count failures of a future hour', async () => {
  const started = async () => {
    elapsedMs += minuteMs
    const [, seconds] =
      /started <t:(\d+):R>/.exec(renderedText(await operator.runCommand('/admin status'))) ?? []
    return Date.now() / 1000 - Number(seconds)
  }
  const before = await started()
  setClock(200 * dayMs)
  expect(Math.abs((await started()) - before - 60)).toBeLessThan(5)
  const state = openAppDatabase(databaseDirectory)
  await state.interactionMetrics.add([
    { minute: minuteOf(new Date()), bucket: 9, interactions: 7, failures: 7 },
  ])
  await state.close()
  expect(renderedText(await operator.runCommand('/admin status'))).toContain(
    "7 of the last hour's interactions failed.",
  )
  setClock(0)
  elapsedMs += minuteMs
  expect(renderedText(await operator.runCommand('/admin status'))).not.toContain('interactions failed')
})

/** Runs the bot on a folder with a clock that is the given number of days off; returns what is stored afterwards. */
async function run(
  folder: string,
  daysOff: number,
  actions?: (servers: GuildSettingsCache) => Promise<void> | void,
) {
  const now = new Date(Date.now() + daysOff * dayMs)
  const state = openAppDatabase(folder)
  const servers = await createGuildSettingsCache({
    db: state,
    log: pino({ level: 'silent' }),
    now: () => now,
  })
  await actions?.(servers)
  await servers.close()
  await state.missedQueries.add([], now)
  const remaining = {
    settings: [...(await state.guildSettings.all()).keys()],
    missed: (await state.missedQueries.frequent(1, 10)).map(({ query }) => query),
  }
  await state.close()
  return remaining
}

async function folderWithData(daysOff: number): Promise<string> {
  const folder = temporaryFolder()
  await run(folder, daysOff, (servers) => servers.change('1', { ephemeralByDefault: true }))
  const state = openAppDatabase(folder)
  await state.missedQueries.add(
    [{ query: 'northern pact', count: 3 }],
    new Date(Date.now() + daysOff * dayMs),
  )
  await state.close()
  return folder
}

test.each([
  ['one start 200 days ahead', [200, 0, 1]],
  ['three weeks in another decade', [...Array.from({ length: 21 }, (_, day) => 3650 + day), 22]],
  [
    'a hundred startups in 1970, each corrected soon after',
    Array.from({ length: 200 }, (_, n) => (n % 2 ? n / 20 : -20_000)),
  ],
  ['a clock that goes back a day each day', Array.from({ length: 20 }, (_, day) => -day)],
])('%s: no settings and no names are forgotten', async (_what, runs) => {
  const folder = await folderWithData(0)
  for (const daysOff of runs)
    expect(await run(folder, daysOff)).toEqual({ settings: ['1'], missed: ['northern pact'] })
})

test.each([
  ['ahead', 200],
  ['in 1970', -20_000],
])('what was stored while the clock was %s still expires in time', async (_when, daysOff) => {
  const folder = await folderWithData(daysOff)
  for (let day = 0; day < 29; day++) await run(folder, day)
  expect(await run(folder, 29)).toEqual({ settings: ['1'], missed: [] })
  for (let day = 30; day < 180; day++) await run(folder, day)
  expect((await run(folder, 180)).settings).toEqual([])
})

test('images used while the clock was ahead do not evict an image rendered now', () => {
  const folder = temporaryFolder()
  const limits = { files: 3, bytes: 1e6 }
  const png = Buffer.from('a PNG')
  const later = new Date(Date.now() + 200 * dayMs)
  for (const name of ['one', 'two', 'three']) {
    writeCached(folder, name, png, limits)
    utimesSync(join(folder, `${name}.png`), later, later)
  }
  for (const name of ['four', 'five']) {
    writeCached(folder, name, png, limits)
    expect(readdirSync(folder)).toContain(`${name}.png`)
  }
  expect(readdirSync(folder)).toHaveLength(3)
})
