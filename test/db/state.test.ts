// What every store of the state does on either engine: the tables that have no tests of their own for both.
import { expect, test } from 'vitest'
import type { RevisionRecord } from '../../src/db/schema.ts'
import { createTestDatabase, openTestDatabase } from '../helpers/open-test-database.ts'

const revision: Omit<RevisionRecord, 'number'> = {
  hash: 'h',
  fileHash: 'f',
  builtAt: '2026-01-01T00:00:00.000Z',
  builtBy: 'shell',
  builtFrom: 'files',
  articles: 1,
  entities: 2,
  facts: 3,
}
const day = (number: number) => new Date(Date.UTC(2026, 0, number))

test('the history of revisions, and which one is live', async () => {
  const { open } = await createTestDatabase()
  const [bot, other] = [await open(), await open()]
  expect(await bot.live()).toBeUndefined()
  await other.publish({ number: 1, ...revision })
  await other.publish({ number: 2, ...revision, hash: 'i' })
  expect(await bot.live()).toEqual({ number: 2, hash: 'i', fileHash: 'f', pinnedByRollback: false })
  await other.rollbackTo(1, 'shell')
  expect(await bot.live()).toMatchObject({ number: 1, pinnedByRollback: true })
  expect((await bot.revisions()).map(({ number }) => number)).toEqual([2, 1])
  await expect(bot.publish({ number: 2, ...revision })).rejects.toThrow()
  expect((await bot.latestAudit(9)).map(({ action, detail }) => `${action}: ${detail}`)).toEqual([
    'rollback: revision 2 → revision 1, from the stored file',
    'publish: revision 1 → revision 2, from files',
    'publish: nothing → revision 1, from files',
  ])
})

test('settings that two processes choose at once are all stored, and the version counts them', async () => {
  const [one, other] = await (await createTestDatabase()).openTwice()
  const before = await one.guildSettings.version()
  await Promise.all([
    one.guildSettings.change('1', { images: 'never' }),
    other.guildSettings.change('1', { dateOrder: 'day first' }),
    other.guildSettings.change('2', { allowMentions: false }),
    one.guildSettings.change('1', { ephemeralByDefault: true }),
  ])
  expect((await other.guildSettings.all()).get('1')).toMatchObject({
    settings: { images: 'never', dateOrder: 'day first', ephemeralByDefault: true },
    intact: true,
  })
  expect(await one.guildSettings.version()).toBe(before + 4)
  await one.guildSettings.delete('1')
  expect([...(await other.guildSettings.all()).keys()]).toEqual(['2'])
})

test('settings of a server that no longer uses the bot are deleted after days on which it ran', async () => {
  const { guildSettings } = await openTestDatabase()
  await guildSettings.change('1', { images: 'never' })
  await guildSettings.change('2', { images: 'never' })
  for (let number = 1; number <= 4; number++)
    for (let times = 0; times < 3; times++) await guildSettings.touch(['2'], day(number))
  expect(await guildSettings.deleteUnused(5)).toEqual([])
  expect(await guildSettings.deleteUnused(3)).toEqual(['1'])
})

test('of reports sent at once from two processes, no more are stored than a day allows', async () => {
  const [one, other] = await (await createTestDatabase()).openTwice()
  const stores = [one.reports, other.reports] as const
  const report = (index: number) => ({
    ...{ createdAt: '2026-05-01T00:00:00.000Z', userId: '1', factId: 'a/b', revision: 1, statement: '' },
    message: `wrong ${index}`,
  })
  const numbers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => stores[index % 2 === 0 ? 0 : 1].add(report(index), 3)),
  )
  expect(numbers.filter((number) => number !== undefined)).toHaveLength(3)
  const [reports] = stores
  const [first] = await reports.all()
  const { number, message } = first ?? { number: 0, message: '' }
  expect(await reports.add({ ...report(0), message }, 99)).toBe(number)
  await reports.answer(number, 'thanks', true)
  expect(await reports.get(number)).toMatchObject({ answer: 'thanks', delivered: true, closedAt: null })
  expect(await reports.close(number, '2026-05-02T00:00:00.000Z')).toBe(true)
  expect(await reports.close(number, '2026-05-02T00:00:00.000Z')).toBe(false)
  expect(await reports.open(9)).toMatchObject({ position: 1, count: 2 })
  expect(await reports.countByUser('1')).toBe(3)
  expect(await reports.deleteByUser('1')).toBe(3)
})

test('counts of interactions add up over processes', async () => {
  const [one, other] = await (await createTestDatabase()).openTwice()
  const minute = day(2).getTime() / 60_000
  const bucket = { minute, bucket: 3, interactions: 5, failures: 1 }
  await Promise.all([one.interactionMetrics.add([bucket]), other.interactionMetrics.add([bucket])])
  expect(await one.interactionMetrics.between(day(1), day(3))).toMatchObject({
    interactions: 10,
    failures: 2,
  })
})

test('searches without a result are counted, and forgotten after thirty days on which the bot ran', async () => {
  const { missedQueries } = await openTestDatabase()
  for (let count = 0; count < 3; count++) await missedQueries.add([{ query: 'nato+', count: 2 }], day(1))
  expect(await missedQueries.frequent(3, 20)).toEqual([{ query: 'nato+', count: 6 }])
  for (let number = 2; number <= 31; number++) await missedQueries.add([], day(number))
  expect(await missedQueries.frequent(3, 20)).toEqual([])
})

test('values by key, and long searches', async () => {
  const { keyValue, longQueries } = await openTestDatabase()
  await keyValue.set('a', '1')
  await keyValue.set('a', '2\0')
  expect((await keyValue.get('a'))?.replace('\0', '')).toBe('2')
  await keyValue.set('a')
  expect(await keyValue.get('a')).toBeUndefined()
  await longQueries.add(new Map([['key', 'words']]), day(1))
  await longQueries.add(new Map([['key', 'words']]), day(2))
  expect(await longQueries.read('key')).toBe('words')
})
