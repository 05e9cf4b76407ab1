// Each fault against a real discord.js client, which has to recover from it.
import { Events, SnowflakeUtil, type Interaction } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ObservedResponse } from '../src/response.ts'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { type Bot, startBot } from './helpers/example-bot.ts'
import { call } from './helpers/request.ts'

let emulator: DiscordEmulator
let bot: Bot

const reply = async (interaction: Interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply('here')
}
const here = { type: 'message', message: { content: 'here' } }
const callback = /^POST .*\/callback/

beforeEach(async () => {
  emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 1500, heartbeatIntervalMs: 200 })
  bot = await startBot(emulator, [{ name: 'ask', description: 'Asks.' }])
  bot.on(reply)
})

afterEach(async () => {
  await bot.close()
  await emulator.close()
})

/** The statuses of the callbacks so far. */
const statuses = () =>
  emulator.log.calls.filter(({ path }) => path.endsWith('/callback')).map(({ status }) => status)

const once = (event: Events) =>
  new Promise<void>((resolve) => {
    bot.client.once(event as never, () => resolve())
  })

describe('a REST call', () => {
  test('is rate limited by route and retried', async () => {
    emulator.faults.rateLimit({ match: callback, retryAfterMs: 30 })
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    expect(statuses()).toEqual([429, 204])
  })

  test('is rate limited globally and retried', async () => {
    emulator.faults.rateLimit({ global: true, retryAfterMs: 30 })
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    expect(statuses()).toEqual([429, 204])
  })

  test('is rate limited with Discord’s headers', async () => {
    const get = () =>
      fetch(`${emulator.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${emulator.token}` } })
    emulator.faults.rateLimit({ retryAfterMs: 1500 })
    const limited = await get()
    expect(limited.status).toBe(429)
    expect(await limited.json()).toEqual({
      message: 'You are being rate limited.',
      retry_after: 1.5,
      global: false,
    })
    expect(Object.fromEntries(limited.headers)).toMatchObject({
      'retry-after': '2',
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '1.5',
      'x-ratelimit-scope': 'user',
    })
    emulator.faults.rateLimit({ global: true })
    expect(Object.fromEntries((await get()).headers)).toMatchObject({
      'x-ratelimit-global': 'true',
      'x-ratelimit-scope': 'global',
    })
    expect((await get()).status).toBe(200)
  })

  test.each([500, 502])('fails with %i and is retried', async (status) => {
    emulator.faults.failWith(status, { match: callback, count: 2 })
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    expect(statuses()).toEqual([status, status, 204])
  })

  test('fails after processing, so that the retry is rejected', async () => {
    emulator.faults.failWith(502, { match: callback, afterProcessing: true })
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    await bot.nextError()
    expect(bot.errors.splice(0)).toMatchObject([{ code: 40060 }])
    expect(statuses()).toEqual([502, 400])
  })

  test('is reset and retried', async () => {
    emulator.faults.resetConnection({ match: callback })
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    expect(statuses()).toEqual([499, 204])
  })

  test('is closed by the other side, after which discord.js does not retry', async () => {
    emulator.faults.resetConnection({ match: callback, method: 'close' })
    expect(await emulator.runCommand('/ask')).toMatchObject({ type: 'failed' })
    await bot.nextError()
    expect(bot.errors.splice(0)).toMatchObject([{ code: 'UND_ERR_SOCKET' }])
    expect(emulator.log.messages).toEqual([])
  })

  test.each(['reset', 'close'] as const)('is processed and then disconnected (%s)', async (method) => {
    emulator.faults.resetConnection({ match: callback, method, afterProcessing: true })
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    await bot.nextError()
    expect(bot.errors.splice(0)).toHaveLength(1)
    expect(emulator.log.messages).toMatchObject([{ content: 'here' }])
  })

  test('uses a new connection if the idle one is closed', async () => {
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    emulator.faults.closeIdleConnections()
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
  })

  test.each([
    ['too large', { status: 413, code: 40005 }],
    ['page', { status: 413 }],
    ['invalid form body', { status: 400, code: 50035 }],
  ] as const)('that uploads a file is rejected (%s), and no other', async (as, error) => {
    emulator.faults.rejectFiles({ as })
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    bot.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const files = [{ attachment: Buffer.from('words'), name: 'words.txt' }]
      await interaction.reply({ content: 'with a file', files }).catch(async (uploadError: unknown) => {
        bot.errors.push(uploadError)
        await interaction.reply('without')
      })
    })
    expect(await emulator.runCommand('/ask')).toMatchObject({
      type: 'message',
      message: { content: 'without' },
    })
    expect(bot.errors.splice(0)).toMatchObject([error])
    expect(await emulator.runCommand('/ask')).toMatchObject({
      message: { attachments: [{ filename: 'words.txt' }] },
    })
  })

  test('is delayed beyond the interaction’s timeout', async () => {
    emulator.faults.delay(1600, { match: callback })
    expect(await emulator.runCommand('/ask')).toMatchObject({ type: 'failed' })
    await bot.nextError()
    expect(bot.errors.splice(0)).toMatchObject([{ code: 10062 }])
  })

  test('gets an HTML page instead of a response', async () => {
    emulator.faults.respondWithPage(403)
    const answer = await fetch(`${emulator.apiUrl}/v10/gateway/bot`)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('content-type')).toBe('text/html')
    expect(await answer.text()).toMatch(/^<!doctype html>/)
  })

  test('returns the remaining session starts', async () => {
    const limit = async () =>
      ((await call(emulator, 'GET', '/gateway/bot')).body as { session_start_limit: object })
        .session_start_limit
    emulator.faults.limitSessions({ remaining: 0, resetAfterMs: 1000 })
    expect(await limit()).toMatchObject({ total: 1000, remaining: 0, reset_after: 1000 })
    emulator.faults.clear()
    expect(await limit()).toMatchObject({ remaining: 1000, reset_after: 14_400_000 })
  })

  test('fails until the outage is over', async () => {
    const end = emulator.faults.failWith(503, { count: Infinity })
    const down = async () => (await call(emulator, 'GET', '/users/@me')).status
    expect([await down(), await down()]).toEqual([503, 503])
    end()
    expect(await down()).toBe(200)
    emulator.faults.failWith(503, { count: Infinity })
    emulator.faults.clear()
    expect(await down()).toBe(200)
  })
})

describe('the gateway', () => {
  test('drops its connections: the session is resumed, and the missed interaction gets a response', async () => {
    const resumed = once(Events.ShardResume)
    emulator.faults.dropConnections()
    const seen = emulator.runCommand('/ask')
    await resumed
    expect(await seen).toMatchObject(here)
  })

  test('closes its connections with a code: the session is resumed', async () => {
    const resumed = once(Events.ShardResume)
    emulator.faults.closeConnections(4000)
    await resumed
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
  })

  test('requests a reconnect: the session is resumed', async () => {
    const resumed = once(Events.ShardResume)
    emulator.faults.reconnect()
    await resumed
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
  })

  test('ignores a heartbeat: the client closes the dead connection and resumes', async () => {
    const resumed = once(Events.ShardResume)
    emulator.faults.ignoreHeartbeats()
    await resumed
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
  })

  test('invalidates the session: the client identifies again', async () => {
    const ready = once(Events.ShardReady)
    emulator.faults.invalidateSessions()
    await ready
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
  })

  test('invalidates the session as resumable: it is resumed', async () => {
    const resumed = once(Events.ShardResume)
    emulator.faults.invalidateSessions({ resumable: true })
    await resumed
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
  })

  test('mutates only the next interaction', async () => {
    const locales: unknown[] = []
    bot.on(async (interaction) => {
      locales.push(interaction.locale)
      await reply(interaction)
    })
    emulator.faults.mutateInteractions((payload) => ({ ...payload, locale: 'fr' }))
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    expect(emulator.log.interactions.at(-1)?.payload).toMatchObject({ locale: 'fr' })
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    expect(locales).toEqual(['fr', 'en-US'])
  })

  test('does not mutate after the fault was stopped', async () => {
    const end = emulator.faults.mutateInteractions((payload) => {
      delete (payload['member'] as { user?: unknown }).user
      return { ...payload, user: { id: '1' } }
    }, Infinity)
    end()
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
  })

  test('sends a raw payload', async () => {
    const packet = new Promise((resolve) => bot.client.on(Events.Raw, resolve))
    emulator.faults.sendPayload({ op: 0, t: 'A_FUTURE_EVENT', s: null, d: { id: null } })
    expect(await packet).toEqual({ op: 0, t: 'A_FUTURE_EVENT', s: null, d: { id: null } })
  })

  test('sends an interaction twice: only the first response is accepted', async () => {
    emulator.faults.duplicateInteractions()
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    await bot.nextError()
    expect(bot.errors.splice(0)).toMatchObject([{ code: 40060 }])
    expect(statuses().toSorted()).toEqual([204, 400])
    expect(await emulator.runCommand('/ask')).toMatchObject(here)
    expect(statuses()).toHaveLength(3)
  })
})

test.each(['at once', 'late'] as const)('every kind of interaction is sent twice (%s)', async (when) => {
  const received: string[] = []
  const row = {
    type: 1,
    components: [
      { type: 2, style: 2, custom_id: 'b', label: 'Update' },
      { type: 2, style: 2, custom_id: 'f', label: 'Fill in' },
    ],
  }
  const input = { type: 4, custom_id: 'i', label: 'Words', style: 1 }
  const modal = { custom_id: 'm', title: 'Modal', components: [{ type: 1, components: [input] }] }
  let arrived: () => void = () => undefined
  bot.on(async (interaction) => {
    received.push(interaction.id)
    arrived()
    if (received.filter((id) => id === interaction.id).length > 1) return
    if (interaction.isButton() && interaction.customId === 'f') await interaction.showModal(modal)
    else if (interaction.isButton()) await interaction.update('updated')
    else if (interaction.isModalSubmit()) await interaction.reply('filled in')
    else if (interaction.isChatInputCommand()) await interaction.reply({ content: 'here', components: [row] })
  })
  const twice = async (act: () => Promise<ObservedResponse>) => {
    emulator.faults.duplicateInteractions(1, when)
    received.length = 0
    const seen = await act()
    while (received.length < 2) await new Promise<void>((resolve) => (arrived = resolve))
    expect(received).toEqual([seen.interactionId, seen.interactionId])
    return seen
  }
  const card = await twice(() => emulator.runCommand('/ask'))
  await twice(() => emulator.clickButton(card, 'Update'))
  const opened = await twice(() => emulator.clickButton(card, 'Fill in'))
  await twice(() => emulator.submitModal(opened, { i: 'words' }))
})

describe('the clock of Discord', () => {
  const hourMs = 3_600_000
  const dateHeader = async () => {
    const response = await fetch(`${emulator.apiUrl}/v10/gateway`)
    return Date.parse(response.headers.get('date') ?? '')
  }
  const ask = async () => {
    const seen = await emulator.runCommand('/ask')
    if (seen.type !== 'message') throw new Error(`expected a message, not ${seen.type}`)
    return seen.message
  }

  test.each([
    ['back', -hourMs],
    ['ahead', hourMs],
    ['200 days ahead', 200 * 24 * hourMs],
  ])('is set %s: it dates everything, and no interaction times out', async (_direction, ms) => {
    const before = await ask()
    emulator.faults.stepClock(ms)
    const during = await ask()
    const expected = Date.now() + ms
    for (const time of [
      Date.parse(during.timestamp),
      SnowflakeUtil.timestampFrom(during.id),
      emulator.log.interactions.at(-1)?.sentAt ?? 0,
      await dateHeader(),
    ])
      expect(Math.abs(time - expected)).toBeLessThan(60_000)
    expect(BigInt(during.id) > BigInt(before.id)).toBe(ms > 0)
    emulator.faults.clear()
    expect(Math.abs((await dateHeader()) - Date.now())).toBeLessThan(60_000)
    expect(new Set([before.id, during.id, (await ask()).id]).size).toBe(3)
  })
})
