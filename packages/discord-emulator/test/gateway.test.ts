// The gateway over plain WebSockets: sessions that open, are rejected, receive events, end and resume.
import { GatewayIntentBits as Intent } from 'discord.js'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { type Frame, identify, openSocket } from './helpers/socket.ts'
import { call } from './helpers/request.ts'

let emulator: DiscordEmulator

beforeEach(async () => {
  emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 20, heartbeatIntervalMs: 1000 })
  await call(emulator, 'PUT', `/applications/${emulator.world.application.id}/commands`, [
    { name: 'ask', description: 'Asks.' },
  ])
})

afterEach(() => emulator.close())

describe('a connection', () => {
  test('receives hello, identifies and becomes ready', async () => {
    const socket = openSocket(emulator)
    expect(await socket.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 1000 } })
    socket.send(2, { token: emulator.token, intents: 0, properties: {} })
    const { host } = new URL(emulator.apiUrl)
    expect(await socket.next()).toMatchObject({
      op: 0,
      t: 'READY',
      s: 1,
      d: {
        v: 10,
        user: { bot: true },
        guilds: [{ id: emulator.world.guilds.home.id, unavailable: true }],
        resume_gateway_url: `ws://${host}/gateway`,
        shard: [0, 1],
        application: { id: emulator.world.application.id },
      },
    })
  })

  test('receives no hello while hellos are withheld', async () => {
    emulator.faults.withholdHello()
    const silent = new WebSocket(`ws://${new URL(emulator.apiUrl).host}/gateway?v=10&encoding=json`)
    const first = once(silent, 'message') as Promise<[Buffer]>
    await once(silent, 'open')
    silent.send(JSON.stringify({ op: 1, d: null }))
    expect(JSON.parse(String((await first)[0]))).toMatchObject({ op: 11 })
    expect(await openSocket(emulator).next()).toMatchObject({ op: 10 })
  })

  test('is closed with a planned code when it identifies', async () => {
    emulator.faults.refuseIdentify(4011)
    const refused = openSocket(emulator)
    await refused.next()
    refused.send(2, { token: emulator.token, intents: 0, properties: {} })
    expect(await refused.closed).toBe(4011)
    expect(await (await identify(emulator)).next()).toMatchObject({ t: 'READY' })
  })

  test('receives an acknowledgement of each heartbeat', async () => {
    const socket = await identify(emulator)
    await socket.next()
    socket.send(1, 1)
    expect(await socket.next()).toMatchObject({ op: 11 })
  })

  const good = { token: '', intents: 0, properties: {} }
  test.each([
    ['4001 for an unknown opcode', 4001, [2, good], [99, null]],
    ['4002 for an invalid payload', 4002, [2, { properties: {} }]],
    ['4003 for anything before identify', 4003, [3, {}]],
    ['4004 for a wrong token', 4004, [2, { ...good, token: 'wrong' }]],
    ['4004 for a wrong token in a resume', 4004, [6, { token: 'wrong', session_id: '1', seq: 0 }]],
    ['4005 for a second identify', 4005, [2, good], [2, good]],
    ['4010 for a shard out of range', 4010, [2, { ...good, shard: [1, 1] }]],
    ['4013 for intents that do not exist', 4013, [2, { ...good, intents: 1 << 17 }]],
    ['4013 without intents', 4013, [2, { ...good, intents: undefined }]],
    ['4014 for intents that are not enabled', 4014, [2, { ...good, intents: Intent.MessageContent }]],
  ] as [string, number, ...[number, object | null][]][])('is closed with %s', async (_, code, ...frames) => {
    const socket = openSocket(emulator)
    await socket.next()
    for (const [op, d] of frames)
      socket.send(op, d && 'token' in d && d.token === '' ? { ...d, token: emulator.token } : d)
    expect(await socket.closed).toBe(code)
  })

  test('is closed with 4002 for invalid JSON', async () => {
    const socket = openSocket(emulator)
    await socket.next()
    socket.sendRaw('hello')
    expect(await socket.closed).toBe(4002)
  })

  test('is closed with 4008 after 120 frames in a minute', async () => {
    const socket = openSocket(emulator)
    await socket.next()
    for (let n = 0; n < 121; n++) socket.send(1, null)
    expect(await socket.closed).toBe(4008)
  })

  test('is closed with 4009 when its heartbeats stop', async () => {
    const quick = await startDiscordEmulator({ port: 0, heartbeatIntervalMs: 20 })
    const socket = await identify(quick)
    expect(await socket.closed).toBe(4009)
    await quick.close()
  })

  test('is closed with 4012 for another version', async () => {
    expect(await openSocket(emulator, '?v=6&encoding=json').closed).toBe(4012)
  })

  test('can use an enabled privileged intent', async () => {
    emulator.world.application.privilegedIntents = Intent.MessageContent
    const socket = await identify(emulator, { intents: Intent.MessageContent })
    expect(await socket.next()).toMatchObject({ t: 'READY' })
  })
})

describe('events', () => {
  /** The frames up to the next event of this type. */
  async function framesUntil(socket: { next(): Promise<Frame> }, t: string): Promise<Frame[]> {
    const frames: Frame[] = []
    for (;;) {
      const frame = await socket.next()
      frames.push(frame)
      if (frame.t === t) return frames
    }
  }

  test('without intents are interactions only', async () => {
    const socket = await identify(emulator)
    expect(await socket.next()).toMatchObject({ t: 'READY' })
    await emulator.sendMessage('hello')
    await emulator.runCommand('/ask')
    const frames = await framesUntil(socket, 'INTERACTION_CREATE')
    expect(frames).toMatchObject([{ t: 'INTERACTION_CREATE', s: 2 }])
  })

  test('follow the intents', async () => {
    const socket = await identify(emulator, { intents: Intent.Guilds | Intent.GuildMessages })
    await socket.next()
    expect(await socket.next()).toMatchObject({ t: 'GUILD_CREATE', d: { name: 'Home' } })
    await emulator.sendMessage('hello')
    await emulator.in('dm').sendMessage('psst')
    await emulator.runCommand('/ask')
    const frames = await framesUntil(socket, 'INTERACTION_CREATE')
    // Without the message content intent, the content of others is hidden.
    expect(frames).toMatchObject([
      { t: 'MESSAGE_CREATE', d: { content: '', guild_id: emulator.world.guilds.home.id } },
      { t: 'INTERACTION_CREATE' },
    ])
  })

  test('show content with the intent, to the bot, and in direct messages', async () => {
    emulator.world.application.privilegedIntents = Intent.MessageContent
    const withContent = await identify(emulator, { intents: Intent.GuildMessages | Intent.MessageContent })
    const withoutContent = await identify(emulator, { intents: Intent.GuildMessages | Intent.DirectMessages })
    await Promise.all([withContent.next(), withoutContent.next()])
    await emulator.sendMessage('hello')
    expect(await withContent.next()).toMatchObject({ t: 'MESSAGE_CREATE', d: { content: 'hello' } })
    expect(await withoutContent.next()).toMatchObject({ t: 'MESSAGE_CREATE', d: { content: '' } })
    await emulator.sendMessage(`<@${emulator.world.application.id}> hello`)
    await withoutContent.next().then(({ d }) => expect(d['content']).toContain('hello'))
    await emulator.in('dm').sendMessage('psst')
    expect(await withoutContent.next()).toMatchObject({ t: 'MESSAGE_CREATE', d: { content: 'psst' } })
  })

  test('go to the shard of their server', async () => {
    const { id } = emulator.world.guilds.home
    const home = Number((BigInt(id) >> 22n) % 2n)
    const onShard = await identify(emulator, { shard: [home, 2] })
    const onOtherShard = await identify(emulator, { shard: [1 - home, 2] })
    expect(await onShard.next()).toMatchObject({ t: 'READY', d: { guilds: [{ id }] } })
    expect(await onOtherShard.next()).toMatchObject({ t: 'READY', d: { guilds: [] } })
    await emulator.runCommand('/ask')
    expect(await onShard.next()).toMatchObject({ t: 'INTERACTION_CREATE' })
    expect(onOtherShard.waiting()).toEqual([])
  })
})

describe('a session', () => {
  async function disconnect(code: number) {
    const socket = await identify(emulator)
    const { d } = await socket.next()
    socket.close(code)
    await socket.closed
    return { token: emulator.token, session_id: d['session_id'], seq: 1 }
  }

  test('is resumed with the events that it missed', async () => {
    const resume = await disconnect(4000)
    await emulator.runCommand('/ask')
    const socket = openSocket(emulator)
    await socket.next()
    socket.send(6, resume)
    expect([await socket.next(), await socket.next()]).toMatchObject([
      { t: 'INTERACTION_CREATE', s: 2 },
      { t: 'RESUMED', s: 3 },
    ])
  })

  test.each([
    ['that closed with 1000', 1000, {}],
    ['that is unknown', 4000, { session_id: 'unknown' }],
    ['with a future sequence number', 4000, { seq: 99 }],
  ])('%s is not resumed', async (_, code, more) => {
    const resume = await disconnect(code)
    const socket = openSocket(emulator)
    await socket.next()
    socket.send(6, { ...resume, ...more })
    expect(await socket.next()).toMatchObject({ op: 9, d: false })
    // The same connection can then identify.
    socket.send(2, { token: emulator.token, intents: 0, properties: {} })
    expect(await socket.next()).toMatchObject({ t: 'READY' })
  })
})
