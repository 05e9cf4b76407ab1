// The complete bot under every Discord fault: it stays up, and answers whatever can be answered exactly once.
import { Events } from 'discord.js'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { headingOf, startTestBot } from '../helpers/test-bot.ts'

const { emulator, bot, log } = await startTestBot({
  emulator: { initialResponseTimeoutMs: 3000, heartbeatIntervalMs: 200 },
})

const callback = /^POST .*\/callback/
const rejections: unknown[] = []
const keep = (reason: unknown) => void rejections.push(reason)

beforeAll(() => void process.on('unhandledRejection', keep))
afterAll(() => void process.off('unhandledRejection', keep))
afterEach(() => {
  emulator.faults.clear()
  expect(rejections).toEqual([])
})

/** The number of callbacks that Discord accepted for an interaction. */
function acceptedCallbacks(interactionId: string): number {
  return emulator.log.calls.filter(
    ({ path, status }) => path.includes(`/interactions/${interactionId}/`) && status < 300,
  ).length
}

async function answersAgain(): Promise<void> {
  const seen = await emulator.runCommand('/alliance name:NATO')
  expect(headingOf(seen)).toBe('NATO')
  expect(acceptedCallbacks(seen.interactionId)).toBe(1)
}

describe('a REST call', () => {
  test.each([
    ['is limited on its route', () => emulator.faults.rateLimit({ match: callback, retryAfterMs: 50 })],
    ['is limited globally', () => emulator.faults.rateLimit({ global: true, retryAfterMs: 50 })],
    ['fails with a 500 once', () => emulator.faults.failWith(500, { match: callback })],
    ['fails with a 502 twice', () => emulator.faults.failWith(502, { match: callback, count: 2 })],
    ['is slow', () => emulator.faults.delay(300, { match: callback })],
    ['breaks off once', () => emulator.faults.resetConnection({ match: callback })],
  ])('%s: the answer still comes, once', async (_what, fault) => {
    fault()
    await answersAgain()
  })

  test('that fails after Discord accepted the response leaves exactly one response', async () => {
    emulator.faults.failWith(500, { match: callback, afterProcessing: true })
    const seen = await emulator.runCommand('/alliance name:NATO')
    expect(headingOf(seen)).toBe('NATO')
    expect(await emulator.nextResponse(seen)).toMatchObject({ type: 'none' })
  })

  test('that comes too late leaves the user without a response, and the bot keeps running', async () => {
    emulator.faults.rateLimit({ match: callback, retryAfterMs: 4000 })
    expect(await emulator.runCommand('/alliance name:NATO')).toMatchObject({ type: 'failed' })
    await answersAgain()
    await vi.waitUntil(() => log.some(({ outcome }) => outcome === 'expired'), 20_000)
  })
})

test('during a total outage nothing is answered and nothing crashes; afterwards the bot answers again', async () => {
  const end = emulator.faults.failWith(503, { count: Infinity })
  const during = await Promise.all(
    Array.from({ length: 20 }, () => emulator.runCommand('/alliance name:NATO')),
  )
  expect(during.every(({ type }) => type === 'failed')).toBe(true)
  end()
  await answersAgain()
})

describe('the gateway', () => {
  const back = () =>
    new Promise((resolve) => {
      bot.client.once(Events.ShardResume, resolve)
      bot.client.once(Events.ShardReady, resolve)
    })

  test.each([
    ['drops the connection', () => emulator.faults.dropConnections()],
    ['closes it with 4000', () => emulator.faults.closeConnections(4000)],
    ['asks to reconnect', () => emulator.faults.reconnect()],
    ['invalidates the session, to be resumed', () => emulator.faults.invalidateSessions({ resumable: true })],
    ['invalidates the session for good', () => emulator.faults.invalidateSessions()],
    ['leaves heartbeats unanswered', () => emulator.faults.ignoreHeartbeats(3)],
  ])('%s: the bot comes back and answers', async (_what, fault) => {
    const returned = back()
    fault()
    await returned
    await answersAgain()
  })

  test('sends an interaction twice: the user sees one response', async () => {
    emulator.faults.duplicateInteractions()
    const seen = await emulator.runCommand('/alliance name:NATO')
    expect(headingOf(seen)).toBe('NATO')
    await vi.waitFor(() => {
      const lines = log.filter(({ id, msg }) => id === seen.interactionId && msg === 'interaction')
      expect(lines.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'ok'])
    })
    expect(acceptedCallbacks(seen.interactionId)).toBe(1)
    expect(await emulator.nextResponse(seen)).toMatchObject({ type: 'none' })
  })
})
