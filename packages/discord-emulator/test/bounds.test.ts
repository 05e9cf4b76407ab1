// Bounds of what the emulator accepts and stores: bodies, frames, logs, messages, and unread data.
import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createInteractions, type Interaction } from '../src/interactions.ts'
import { createMessageStore } from '../src/message-store.ts'
import type { StoredMessage } from '../src/messages.ts'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { openSocket } from './helpers/socket.ts'
import { call, newestInteraction } from './helpers/request.ts'

let emulator: DiscordEmulator

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, page: { suggestions: [] } })
  const commands = `/applications/${emulator.world.application.id}/commands`
  await call(emulator, 'POST', commands, { name: 'do', description: 'Does it.' })
  // It is still pending when the emulator is closed.
  emulator.runCommand('/do').catch(() => undefined)
})

afterAll(() => emulator.close())

const mebibyte = 1024 * 1024
/** More than the socket buffers of both ends of a loopback connection. */
const inFlight = 16 * mebibyte

interface Sent {
  status: number
  body: string
  /** Bytes sent when the response arrived. */
  bytes: number
}

/** Sends a body in chunks of a mebibyte until there is a response. */
async function sendLarge(path: string, mebibytes: number, headers: Record<string, string>): Promise<Sent> {
  const { promise, resolve, reject } = Promise.withResolvers<Sent>()
  const options: RequestOptions = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  }
  let isAnswered = false
  let bytes = 0
  const outgoing = request(new URL(path, emulator.pageUrl), options, (answer) => {
    isAnswered = true
    const sent = bytes
    let body = ''
    answer.setEncoding('utf8').on('data', (text: string) => (body += text))
    answer.on('end', () => {
      resolve({ status: answer.statusCode ?? 0, body, bytes: sent })
      outgoing.destroy()
    })
  })
  outgoing.on('error', (error) => {
    if (!isAnswered) reject(error)
  })
  const chunk = Buffer.alloc(mebibyte, 'a')
  const sendMore = () => {
    while (!isAnswered && bytes < mebibytes * mebibyte) {
      bytes += chunk.length
      if (!outgoing.write(chunk)) {
        outgoing.once('drain', sendMore)
        return
      }
    }
    if (!isAnswered) outgoing.end()
  }
  sendMore()
  return promise
}

const chunked = { 'transfer-encoding': 'chunked' }
const sized = { 'content-length': String(300 * mebibyte) }
const authorized = () => ({ authorization: `Bot ${emulator.token}` })
const tooLarge = { message: 'Request entity too large', code: 40005 }

describe('rejects a body over the limit with 413 and 40005', () => {
  const channel = () => `/api/v10/channels/${emulator.world.channels.general.id}/messages`

  test('streamed: after 25 MiB', async () => {
    const { status, body, bytes } = await sendLarge(channel(), 60, { ...chunked, ...authorized() })
    expect({ status, body: JSON.parse(body) as unknown }).toEqual({ status: 413, body: tooLarge })
    expect(bytes).toBeLessThan(25 * mebibyte + inFlight)
    expect(emulator.log.calls.at(-1)).toMatchObject({ status: 413, body: undefined })
  })

  test.each([
    ['a message', channel],
    ['a callback', () => `/api/v10${newestInteraction(emulator).callback}`],
    ['commands', () => `/api/v10/applications/${emulator.world.application.id}/commands`],
  ])('%s, with a content length: before reading it', async (_what, path) => {
    const { status, body, bytes } = await sendLarge(path(), 300, { ...sized, ...authorized() })
    expect({ status, body: JSON.parse(body) as unknown }).toEqual({ status: 413, body: tooLarge })
    expect(bytes).toBeLessThan(inFlight)
  })

  test.each(['/page/actions', '/page/faults'])('a request of the page: %s', async (path) => {
    for (const headers of [chunked, sized]) {
      const { status, bytes } = await sendLarge(path, 60, headers)
      expect(status).toBe(413)
      expect(bytes).toBeLessThan(inFlight)
    }
  })

  test('files that are only too large together', async () => {
    const form = new FormData()
    for (let number = 0; number < 3; number++)
      form.append(`files[${number}]`, new Blob([new Uint8Array(9 * mebibyte)]), `${number}.png`)
    const path = channel().replace('/api/v10', '')
    expect(await call(emulator, 'POST', path, form)).toEqual({ status: 413, body: tooLarge })
  })

  test('without a token: 401, before reading it', async () => {
    const { status, bytes } = await sendLarge(channel(), 60, chunked)
    expect(status).toBe(401)
    expect(bytes).toBeLessThan(inFlight)
  })

  test('rejects a query string of 20,000 characters with 431', async () => {
    expect((await fetch(`${emulator.pageUrl}page/view?user=${'a'.repeat(20_000)}`)).status).toBe(431)
  })
})

describe('the gateway', () => {
  test.each([
    ['4002 over 4096 bytes', 4097, 4002],
    ['1009 over the WebSocket’s own limit', 17_000, 1009],
  ])('closes a connection for a frame: %s', async (_what, length, code) => {
    const socket = openSocket(emulator)
    await socket.next()
    const frame = JSON.stringify({ op: 1, d: null })
    socket.sendRaw(frame.padEnd(4096))
    expect(await socket.next()).toMatchObject({ op: 11 })
    socket.sendRaw(frame.padEnd(length))
    expect(await socket.closed).toBe(code)
  })

  test('disconnects a client that reads nothing before 40 MB are buffered for it', async () => {
    const address = new URL(emulator.apiUrl)
    const socket = new WebSocket(`ws://${address.host}/gateway?v=10&encoding=json`)
    const { promise: ready, resolve } = Promise.withResolvers<undefined>()
    const closed = new Promise<number>((resolveClosed) => socket.on('close', resolveClosed))
    socket.on('message', (raw: Buffer) => {
      const { op, t } = JSON.parse(raw.toString()) as { op: number; t: string | null }
      // Guild messages; the content of those that mention the bot needs no other intent.
      const intents = 1 << 9
      if (op === 10)
        socket.send(JSON.stringify({ op: 2, d: { token: emulator.token, intents, properties: {} } }))
      if (t === 'READY') resolve(undefined)
    })
    await ready
    socket.pause()
    const text = `<@${emulator.world.application.id}>`.padEnd(2000, 'a')
    for (let sent = 0; sent < 40 * mebibyte; sent += text.length) await emulator.sendMessage(text)
    socket.resume()
    expect(await closed).toBe(1006)
  })
})

test('disconnects a page that reads nothing before 40 MB are buffered for it', async () => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  request(new URL('page/view?user=member&channel=general', emulator.pageUrl), resolve)
    .on('error', reject)
    .end()
  const answer = await promise
  onTestFinished(() => void answer.destroy())
  answer.pause()
  for (let sent = 0; sent < 40 * mebibyte; sent += 2000) {
    await emulator.sendMessage('a'.repeat(2000))
    // Lets the server run between messages.
    if (sent % 20_000 === 0) await new Promise((turn) => setImmediate(turn))
  }
  let read = 0
  answer.on('data', (chunk: Buffer) => (read += chunk.length)).resume()
  await new Promise((ended) => answer.on('end', ended))
  expect(read).toBeLessThan(20 * mebibyte)
})

test('logs only the length of a body that is too long', async () => {
  const path = `/channels/${emulator.world.channels.general.id}/messages`
  await call(emulator, 'POST', path, { content: 'a'.repeat(100_000) })
  expect(emulator.log.calls.at(-1)).toMatchObject({
    status: 400,
    body: '100014 characters: too long to log',
  })
  await call(emulator, 'POST', path, { content: 'short' })
  expect(emulator.log.calls.at(-1)).toMatchObject({
    body: { content: 'short' },
    response: { content: 'short' },
  })
})

test.each(['0', '101', '-1', 'many'])('rejects a message list with limit=%s', async (limit) => {
  const path = `/channels/${emulator.world.channels.general.id}/messages?limit=${limit}`
  expect(await call(emulator, 'GET', path)).toMatchObject({ status: 400, body: { code: 50035 } })
})

test('stores the newest 100 MiB of files over all channels', () => {
  const store = createMessageStore()
  const addMessage = (channel_id: string, id: string, mebibytes: number) => {
    const file = {
      name: 'a.png',
      type: 'image/png',
      bytes: new Uint8Array(mebibytes * mebibyte),
      url: '',
      description: '',
    }
    store.set({
      message: { id, channel_id },
      files: new Map(mebibytes ? [['1', file]] : []),
    } as unknown as StoredMessage)
  }
  const ids = () => ['1', '2'].map((channel) => store.list(channel).map(({ message }) => message.id))
  addMessage('1', 'text', 0)
  for (let number = 1; number <= 10; number++) addMessage(number % 2 ? '1' : '2', `file ${number}`, 10)
  expect(ids().flat()).toHaveLength(11)
  // An edit that attaches more counts once.
  addMessage('1', 'file 9', 15)
  expect(ids()).toEqual([
    ['text', 'file 3', 'file 5', 'file 7', 'file 9'],
    ['file 2', 'file 4', 'file 6', 'file 8', 'file 10'],
  ])
  store.remove('2', 'file 2')
  addMessage('1', 'file 11', 10)
  expect(ids().flat()).toHaveLength(10)
})

test('a deferred response can be filled, however much was said meanwhile', async () => {
  const response = emulator.runCommand('/do')
  const { callback, webhook } = newestInteraction(emulator)
  await call(emulator, 'POST', callback, { type: 5, data: { flags: 64 } }, '')
  for (let number = 0; number < 250; number++) await emulator.sendMessage(`message ${number}`)
  const { channels } = emulator.world
  const list = await call(emulator, 'GET', `/channels/${channels.general.id}/messages?limit=100`)
  expect(list.body).toHaveLength(100)
  const edit = { content: 'done' }
  expect(await call(emulator, 'PATCH', `${webhook}/messages/@original`, edit, '')).toMatchObject({
    status: 200,
  })
  expect(await response).toMatchObject({ type: 'message', message: { content: 'done' } })
})

test('stores the newest interactions, and older ones for as long as they can be responded to', () => {
  const interactions = createInteractions({ initialResponseTimeoutMs: 1, interactionTokenTtlMs: 60_000 }, 2)
  const add = (id: string, state: Interaction['state'], ageMs = 0) =>
    interactions.add({ id, token: id, state, createdAt: performance.now() - ageMs } as Interaction)
  add('deferred', 'deferred')
  add('expired', 'deferred', 61_000)
  add('answered', 'responded')
  add('newest', 'responded')
  const stored = ['deferred', 'expired', 'answered', 'newest'].filter((id) => interactions.byToken(id))
  expect(stored).toEqual(['deferred', 'newest'])
})
