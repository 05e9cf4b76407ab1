// The application's interactions endpoint URL: how the emulator tries it, signs, delivers and reads responses.
import { createPublicKey, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { type Bot, startBot } from './helpers/example-bot.ts'
import { call, fieldErrorsIn } from './helpers/request.ts'

let emulator: DiscordEmulator
let bot: Bot

beforeEach(async () => {
  emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 500 })
  bot = await startBot(emulator, [{ name: 'ask', description: 'd' }])
})

afterEach(async () => {
  await bot.close()
  await emulator.close()
})

interface Payload {
  type: number
  id: string
  token: string
}

interface Response {
  status: number
  body?: object
}

const message = (content: string) => ({ type: 4, data: { content } })

/** An endpoint that answers pings and checks signatures; `respond` answers everything else. */
async function startEndpoint(
  respond: (payload: Payload) => Response | Promise<Response>,
  { checksSignatures = true, pong = { type: 1 } }: { checksSignatures?: boolean; pong?: object } = {},
) {
  const x = Buffer.from(emulator.publicKey, 'hex').toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const requests: { isSigned: boolean; payload: Payload }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const header = (name: string) => String(request.headers[name])
      const signed = Buffer.concat([Buffer.from(header('x-signature-timestamp')), body])
      const signature = Buffer.from(header('x-signature-ed25519'), 'hex')
      const isSigned = verify(null, signed, key, signature)
      const payload = JSON.parse(body.toString()) as Payload
      requests.push({ isSigned, payload })
      const answer =
        checksSignatures && !isSigned
          ? { status: 401 }
          : payload.type === 1
            ? { status: 200, body: pong }
            : respond(payload)
      void Promise.resolve(answer).then(({ status, body: json }) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(json && JSON.stringify(json))
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests }
}

const setUrl = (url: unknown) =>
  call(emulator, 'PATCH', '/applications/@me', { interactions_endpoint_url: url })

test('tries the endpoint with a ping and with a wrong signature before it delivers there', async () => {
  const { url, requests } = await startEndpoint(() => ({ status: 202 }))
  expect(await setUrl(url)).toMatchObject({
    status: 200,
    body: { interactions_endpoint_url: url, verify_key: emulator.publicKey },
  })
  expect(requests.map(({ isSigned, payload }) => [payload.type, isSigned])).toEqual([
    [1, true],
    [1, false],
  ])
})

test.each([
  ['that accepts every signature', () => startEndpoint(() => ({ status: 202 }), { checksSignatures: false })],
  ['that does not answer a ping', () => startEndpoint(() => ({ status: 202 }), { pong: {} })],
  ['where nothing listens', () => Promise.resolve({ url: 'http://127.0.0.1:1/' })],
])('refuses an endpoint %s, and goes on over the gateway', async (_what, start) => {
  const { url } = await start()
  const refused = await setUrl(url)
  expect([refused.status, refused.body['code']]).toEqual([400, 50035])
  expect(fieldErrorsIn(refused).map(([path]) => path)).toEqual(['interactions_endpoint_url'])
  bot.on(async (interaction) => interaction.isRepliable() && interaction.reply('over the gateway'))
  expect(await emulator.runCommand('/ask')).toMatchObject({ message: { content: 'over the gateway' } })
})

test('refuses what is no URL', async () => {
  expect(fieldErrorsIn(await setUrl('nowhere'))).toEqual([
    ['interactions_endpoint_url', 'URL_TYPE_INVALID_URL'],
  ])
})

test('delivers to the endpoint alone, which responds itself or at the callback endpoint', async () => {
  const overGateway: string[] = []
  bot.on((interaction) => Promise.resolve(overGateway.push(interaction.id)))
  const { url, requests } = await startEndpoint(async ({ id, token }) => {
    if (requests.length % 2 === 0) return { status: 200, body: message('inline') }
    await call(emulator, 'POST', `/interactions/${id}/${token}/callback`, message('called back'), '')
    return { status: 202 }
  })
  await emulator.setInteractionsEndpoint(url)
  expect(await emulator.runCommand('/ask')).toMatchObject({ message: { content: 'called back' } })
  expect(await emulator.runCommand('/ask')).toMatchObject({ message: { content: 'inline' } })
  expect(requests.every(({ isSigned, payload }) => isSigned || payload.type === 1)).toBe(true)
  expect(emulator.log.interactions.map(({ deliveries }) => deliveries)).toEqual([[202], [200]])
  expect(overGateway).toEqual([])
  await emulator.setInteractionsEndpoint(null)
  bot.on(async (interaction) => interaction.isRepliable() && interaction.reply('over the gateway'))
  expect(await emulator.runCommand('/ask')).toMatchObject({ message: { content: 'over the gateway' } })
})

test.each<[string, () => Response | Promise<Response>]>([
  ['refuses', () => ({ status: 500 })],
  ['redirects', () => ({ status: 302 })],
  ['responds with what is no response', () => ({ status: 200, body: { type: 8 } })],
  ['responds with nothing', () => ({ status: 200 })],
  ['never responds', () => new Promise(() => undefined)],
  ['says 202 and does not call back', () => ({ status: 202 })],
])('an interaction fails if the endpoint %s', async (_what, respond) => {
  const { url } = await startEndpoint(respond)
  await emulator.setInteractionsEndpoint(url)
  expect(await emulator.runCommand('/ask')).toMatchObject({
    type: 'failed',
    reason: 'The application did not respond',
  })
})

test('a response that comes twice is already acknowledged', async () => {
  const { url } = await startEndpoint(() => ({ status: 202 }))
  await emulator.setInteractionsEndpoint(url)
  const asked = emulator.runCommand('/ask')
  const { id, payload } = emulator.log.interactions.at(-1) ?? {}
  const callback = `/interactions/${id}/${String(payload?.['token'])}/callback`
  expect((await call(emulator, 'POST', callback, message('first'), '')).status).toBe(204)
  expect(await call(emulator, 'POST', callback, message('second'), '')).toMatchObject({
    status: 400,
    body: { code: 40060 },
  })
  expect(await asked).toMatchObject({ message: { content: 'first' } })
})
