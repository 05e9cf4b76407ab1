// The words of long searches: readable at once, stored within seconds, for thirty days since their last use.
import { expect, test } from 'vitest'
import { createLog } from '../../src/config/logger.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { createLongQueryCache } from '../../src/db/long-queries.ts'
import { holdWriteLock, temporaryFolder } from '../fixtures/sample-data.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const log = await createLog({ level: 'silent', production: true, secrets: [] })

test('a query is deleted after thirty days on which the bot ran without its use', async () => {
  const { longQueries } = openAppDatabase(temporaryFolder())
  await longQueries.add(
    new Map([
      ['a', 'first'],
      ['b', 'second'],
    ]),
    day(1),
  )
  for (let number = 2; number <= 30; number++) await longQueries.add(new Map([['b', 'second']]), day(number))
  expect(await Promise.all(['a', 'b'].map(longQueries.read))).toEqual(['first', 'second'])
  await longQueries.add(new Map(), day(31))
  expect(await Promise.all(['a', 'b'].map(longQueries.read))).toEqual([undefined, 'second'])
})

test('beyond 20,000 queries those that were not used for longest are deleted', async () => {
  const { longQueries } = openAppDatabase(temporaryFolder())
  await longQueries.add(new Map([['old', 'old']]), day(1))
  await longQueries.add(new Map(Array.from({ length: 20_000 }, (_, index) => [String(index), 'new'])), day(2))
  expect(await Promise.all(['old', '0', '19999'].map(longQueries.read))).toEqual([undefined, 'new', 'new'])
})

test('a query is read before it is written, after it, and while nothing can be written', async () => {
  const folder = temporaryFolder()
  const db = openAppDatabase(folder, { timeoutMs: 1 })
  const cache = createLongQueryCache({ db, log, now: () => day(1) })
  const key = cache.keep('nuclear submarines')
  expect(cache.keep('nuclear submarines')).toBe(key)
  expect(await cache.read(key)).toBe('nuclear submarines')
  const release = holdWriteLock(folder)
  await cache.flush()
  expect(await cache.read(key)).toBe('nuclear submarines')
  expect(await db.longQueries.read(key)).toBeUndefined()
  release()
  await cache.close()
  expect(await db.longQueries.read(key)).toBe('nuclear submarines')
  expect(await cache.read('unknown')).toBeUndefined()
})
