// The bot whole, without a gateway: every kind of interaction by HTTP, and every request that the endpoint must refuse.
import { Routes, type APIApplication } from 'discord.js'
import { generateKeyPairSync, sign } from 'node:crypto'
import { connect } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { buttonId, headingOf, renderedText, startTestBot } from '../helpers/test-bot.ts'

const { emulator, bot, log } = await startTestBot({
  http: true,
  emulator: { initialResponseTimeoutMs: 20_000 },
  metrics: { host: '127.0.0.1', port: 0 },
  now: () => new Date(),
})
const endpointOf = async () =>
  ((await bot.client.rest.get(Routes.currentApplication())) as APIApplication).interactions_endpoint_url ?? ''
const endpoint = await endpointOf()

afterEach(() => emulator.faults.clear())

const linesOf = (id: string) => log.filter((line) => line['id'] === id && line['msg'] === 'interaction')
const newest = () => {
  const last = emulator.log.interactions.at(-1)
  if (!last) throw new Error('no interaction was sent')
  return last
}

describe('is answered as over the gateway', () => {
  afterEach(() => {
    // Nothing fell back to the gateway, and nothing was refused.
    expect(emulator.log.interactions.flatMap(({ deliveries }) => deliveries).every((s) => s === 202)).toBe(
      true,
    )
    expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([])
  })

  test.each(['general', 'thread', 'dm'] as const)('a command in %s', async (channel) => {
    const seen = await emulator.in(channel).runCommand('/alliance name:NATO')
    expect([headingOf(seen), seen]).toMatchObject(['NATO', { type: 'message', ephemeral: false }])
  })

  test('a command of a user who has installed it, in a server that has not', async () => {
    const seen = await emulator.as('userInstaller').in('otherGuild').runCommand('/alliance name:NATO')
    expect([headingOf(seen), seen]).toMatchObject(['NATO', { type: 'message', ephemeral: true }])
  })

  test('a command in a channel in which its user may not send messages', async () => {
    const seen = await emulator.in('announcements').runCommand('/alliance name:NATO')
    expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  })

  test('a command that names a user', async () => {
    const seen = await emulator.runCommand('/alliance name:NATO for:@moderator')
    expect(seen).toMatchObject({ message: { mentions: [{ username: 'moderator' }] } })
  })

  test('a command with a file', async () => {
    const file = { name: 'a.yaml', content: 'nothing: of use' }
    const seen = await emulator.as('operator').runCommand('/admin import file:a.yaml', [file])
    expect(renderedText(seen)).toContain('a.yaml')
  })

  test('autocomplete', async () => {
    expect((await emulator.autocomplete('/alliance name:nat')).map(({ name }) => name)).toContain('NATO')
  })

  test('a message command, and a choice in its menu', async () => {
    const found = await emulator.runMessageCommand('Find facts', await emulator.sendMessage('NATO or AUKUS?'))
    const chosen = await emulator.select(found, 'AUKUS')
    expect(chosen).toMatchObject({ type: 'updated' })
    await vi.waitFor(() => expect(emulator.log.messages.at(-1)?.nonce).toBe(chosen.interactionId), 10_000)
  })

  test('buttons and a modal', async () => {
    const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
    expect(more).toMatchObject({ type: 'message', ephemeral: true })
    const modal = await emulator.clickButton(more, 'Report an error')
    const [fact = ''] = /[a-z0-9-]+\/[a-z0-9-]+/.exec(JSON.stringify(modal).split('"options"')[1] ?? '') ?? []
    const thanks = await emulator.submitModal(modal, { fact, text: 'It is said otherwise elsewhere.' })
    expect(renderedText(thanks)).toMatch(/^Thank you\. This is report 1\./)
    const card = await emulator.runCommand('/alliance name:NATO private:true')
    const shared = await emulator.clickButton(card, 'Share')
    const posted = await emulator.nextResponse(shared)
    expect(posted).toMatchObject({ type: 'message', ephemeral: false })
    expect(await emulator.as('moderator').clickButton(posted, 'Delete')).toMatchObject({ type: 'deleted' })
  })

  test('a press of somebody else, who gets an answer of their own', async () => {
    const card = await emulator.runCommand('/search query:treaty')
    expect(buttonId(card, 'Next')).toBeDefined()
    expect(await emulator.as('moderator').clickButton(card, 'Next')).toMatchObject({ ephemeral: true })
    expect(await emulator.clickButton(card, 'Next')).toMatchObject({ type: 'updated' })
  })

  test('each of two hundred at once', async () => {
    const seen = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        emulator.runCommand(`/alliance name:${n % 2 ? 'NATO' : 'AUKUS'}`),
      ),
    )
    expect(seen.map(headingOf)).toEqual(Array.from({ length: 200 }, (_, n) => (n % 2 ? 'NATO' : 'AUKUS')))
  })

  test('a delivery that comes twice, once', async () => {
    emulator.faults.duplicateInteractions()
    const { interactionId } = await emulator.runCommand('/alliance name:NATO')
    await vi.waitFor(() =>
      expect(linesOf(interactionId).map(({ outcome }) => outcome)).toEqual(['duplicate', 'ok']),
    )
  })
})

test('an interaction that discord.js cannot read is answered with one private line', async () => {
  emulator.faults.mutateInteractions((payload) => ({
    ...payload,
    data: { ...(payload['data'] as object), type: 99 },
  }))
  const seen = await emulator.runCommand('/alliance name:NATO')
  expect([renderedText(seen), seen]).toMatchObject([
    expect.stringContaining(`with code ${seen.interactionId}`),
    { ephemeral: true },
  ])
})

test('what another process has answered is no failure, and nothing is done twice', async () => {
  const card = await emulator.runCommand('/alliance name:NATO private:true')
  const posts = emulator.log.messages.length
  emulator.faults.delay(500, { match: /callback/ })
  const pressed = emulator.clickButton(card, 'Share')
  await vi.waitFor(() => expect(newest().deliveries).toEqual([202]), 10_000)
  const { id, payload } = newest()
  const answer = { type: 4, data: { content: 'answered elsewhere', flags: 64 } }
  await bot.client.rest.post(Routes.interactionCallback(id, String(payload['token'])), {
    body: answer,
    auth: false,
  })
  expect(renderedText(await pressed)).toBe('answered elsewhere')
  await vi.waitFor(() => expect(linesOf(id).map(({ outcome }) => outcome)).toEqual(['duplicate']), 10_000)
  expect(emulator.log.messages.length).toBe(posts + 1)
})

interface Request {
  body: string | ReadableStream
  headers: Record<string, string>
  method?: string
  path?: string
}

async function send({ body, headers, method = 'POST', path = '' }: Request): Promise<Response> {
  const hasBody = method !== 'GET'
  // A stream is sent without its length.
  return fetch(endpoint + path, { method, headers, ...(hasBody && { body, duplex: 'half' }) })
}

/** A new interaction that has not been delivered, as Discord would send it. */
async function undelivered(): Promise<{ id: string; body: string }> {
  await emulator.runCommand('/alliance name:NATO')
  const { payload } = newest()
  const id = String(BigInt(String(payload['id'])) + 1n)
  return { id, body: JSON.stringify({ ...payload, id }) }
}

const minutes = (n: number) => n * 60_000
const { privateKey: otherKey } = generateKeyPairSync('ed25519')
const signed = (body: string, ageMs = 0): Request => ({
  body,
  headers: emulator.signDelivery(body, Date.now() - ageMs),
})
const withHeader = ({ headers, ...request }: Request, name: string, value: string | undefined): Request => {
  const others = Object.entries(headers).filter(([other]) => other !== name)
  return {
    ...request,
    headers: Object.fromEntries(value === undefined ? others : [...others, [name, value]]),
  }
}
const signature = 'x-signature-ed25519'
const timestamp = 'x-signature-timestamp'

test.each<[what: string, spoil: (body: string) => Request]>([
  ['no signature', (body) => withHeader(signed(body), signature, undefined)],
  ['no timestamp', (body) => withHeader(signed(body), timestamp, undefined)],
  ['a signature that is no hex', (body) => withHeader(signed(body), signature, 'x'.repeat(128))],
  ['a signature that is too short', (body) => withHeader(signed(body), signature, 'ab')],
  ['a signature of zeros', (body) => withHeader(signed(body), signature, '0'.repeat(128))],
  [
    'the signature of another key',
    (body) => {
      const time = String(Math.floor(Date.now() / 1000))
      const hex = sign(null, Buffer.from(time + body), otherKey).toString('hex')
      return withHeader(withHeader(signed(body), timestamp, time), signature, hex)
    },
  ],
  ['the signature of another body', (body) => ({ ...signed(`${body} `), body })],
  ['a body changed since', (body) => ({ ...signed(body), body: body.replace('NATO', 'AUKUS') })],
  [
    'another timestamp',
    (body) => withHeader(signed(body), timestamp, String(Math.floor(Date.now() / 1000) + 1)),
  ],
  ['a timestamp that is no number', (body) => withHeader(signed(body), timestamp, 'now')],
  ['a signature that is six minutes old', (body) => signed(body, minutes(6))],
])('a delivery with %s is refused with 401 and not answered', async (_what, spoil) => {
  const { id, body } = await undelivered()
  expect((await send(spoil(body))).status).toBe(401)
  expect(linesOf(id)).toEqual([])
})

test('a delivery that is four minutes old is taken', async () => {
  const { id, body } = await undelivered()
  const response = await send(signed(body, minutes(4)))
  expect([response.status, await response.text()]).toEqual([202, ''])
  await vi.waitFor(() => expect(linesOf(id)).toHaveLength(1), 10_000)
})

test('a replayed delivery does nothing', async () => {
  const { interactionId } = await emulator.runCommand('/alliance name:NATO')
  const { length } = emulator.log.calls
  const request = signed(JSON.stringify(newest().payload))
  expect((await send(request)).status).toBe(202)
  expect((await send(request)).status).toBe(202)
  expect(linesOf(interactionId).map(({ outcome }) => outcome)).toEqual(['ok', 'duplicate', 'duplicate'])
  expect(emulator.log.calls).toHaveLength(length)
})

const megabyte = 1024 * 1024
const streamOf = (text: string) => new Blob([text]).stream()

test.each<[what: string, status: number, request: () => Request]>([
  ['garbage', 400, () => signed('{"type": 2')],
  ['a list', 400, () => signed('[]')],
  ['null', 400, () => signed('null')],
  ['brackets without end', 400, () => signed('['.repeat(megabyte / 2))],
  ['nothing', 400, () => signed('')],
  ['too large a body', 413, () => signed('"'.padEnd(megabyte + 1, 'x'))],
  [
    'too large a body of unknown length',
    413,
    () => ({ ...signed('x'), body: streamOf('x'.repeat(4 * megabyte)) }),
  ],
  ['another path', 404, () => ({ ...signed('{}'), path: '/else' })],
  ['another method', 405, () => ({ ...signed('{}'), method: 'GET' })],
  ['a form', 415, () => withHeader(signed('{}'), 'content-type', 'application/x-www-form-urlencoded')],
  [
    'a JSON type of another kind',
    415,
    () => withHeader(signed('{}'), 'content-type', 'application/json-seq'),
  ],
  ['headers that are too large', 431, () => withHeader(signed('{}'), 'x-padding', 'x'.repeat(32 * 1024))],
])('a request with %s is refused with %i, and the next is answered', async (_what, status, request) => {
  const response = await send(request())
  expect(response.status).toBe(status)
  expect((await response.text()).length).toBeLessThan(200)
  expect(headingOf(await emulator.runCommand('/alliance name:NATO'))).toBe('NATO')
})

test('a ping is answered at once, with and without a charset', async () => {
  const request = signed(JSON.stringify({ id: '1', application_id: '2', type: 1, token: 'x', version: 1 }))
  for (const type of ['application/json', 'application/json; charset=utf-8']) {
    const response = await send(withHeader(request, 'content-type', type))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(await response.json()).toEqual({ type: 1 })
  }
})

test.each([
  ['nothing', ''],
  ['half a head', 'POST /interactions HTTP/1.1\r\nhost: x\r\n'],
  [
    'half a body',
    `POST /interactions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n${signature}: ${'ab'.repeat(64)}\r\n${timestamp}: 1\r\n\r\n{`,
  ],
])('a client that sends %s and then waits is disconnected', async (_what, text) => {
  const { port, hostname } = new URL(endpoint)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(text)
  socket.resume()
  await new Promise((resolve) => socket.once('close', resolve))
  expect(headingOf(await emulator.runCommand('/alliance name:NATO'))).toBe('NATO')
})

test('health and metrics tell of the endpoint, not of a gateway', async () => {
  await emulator.runCommand('/alliance name:NATO')
  const get = async (path: string) => (await fetch(`${bot.metricsUrl}${path}`)).text()
  const ready = JSON.parse(await get('/readyz')) as { status: string; failing: { check: string }[] }
  expect(ready.status).toBe('ready')
  expect(ready.failing.map(({ check }) => check).filter((name) => /gateway|endpoint/.test(name))).toEqual([])
  const metrics = await get('/metrics')
  expect(metrics).toMatch(/^entente_deliveries_total\{status="202"\} \d+$/m)
  expect(metrics).toMatch(/^entente_last_delivery_timestamp_seconds \d/m)
  expect(metrics).not.toMatch(/^entente_shard_/m)
  expect(metrics).toMatch(/^entente_check_failing\{check="endpoint",critical="true"\} 0$/m)
  const status = await emulator.as('operator').runCommand('/admin status')
  expect(renderedText(status)).toMatch(/\*\*Interactions by HTTP\*\* last delivery <t:\d+:R>/)
})

test('of two processes that get the same delivery, one answers', async () => {
  const other = await startTestBot({ http: true, on: emulator })
  const otherEndpoint = await endpointOf()
  expect(otherEndpoint).not.toBe(endpoint)
  const { interactionId } = await emulator.runCommand('/alliance name:NATO')
  const { body, headers } = signed(JSON.stringify(newest().payload))
  expect((await send({ body, headers })).status).toBe(202)
  await vi.waitFor(
    () => expect(linesOf(interactionId).map(({ outcome }) => outcome)).toEqual(['duplicate']),
    10_000,
  )
  expect(other.log.filter(({ id }) => id === interactionId)).toMatchObject([{ outcome: 'ok' }])
})
