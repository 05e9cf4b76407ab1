// Keys that are claimed over all processes, where the database that holds them does not answer.
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createIdempotencyKeys, shareIdempotencyKeys } from '../../src/bot/idempotency-keys.ts'

test('an action that failed can be tried again at once, whatever becomes of its key in the database', async () => {
  const never = () => Promise.withResolvers<never>().promise
  const answers = [() => Promise.resolve(true), never]
  const shared = { claim: () => (answers.shift() ?? never)(), release: never }
  const keys = shareIdempotencyKeys(
    createIdempotencyKeys(() => 0),
    shared,
    pino({ level: 'silent' }),
  )
  expect(await keys.claim('share 1')).toBe(true)
  expect(await keys.claim('share 1')).toBe(false)
  keys.release('share 1')
  expect(await keys.claim('share 1')).toBe(true)
})
