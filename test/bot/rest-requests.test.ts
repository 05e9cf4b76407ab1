// Requests against a server that drops connections: which are retried, and which are sent only once.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { restOptions } from '../../src/bot/rest-requests.ts'

type Behavior = (response: ServerResponse, request: IncomingMessage) => void

/** What the server does with each request in turn; the last entry applies to all later requests. */
let behaviors: Behavior[] = []
let requests = 0
const server = createServer((request, response) => {
  request.resume()
  const behavior = behaviors[Math.min(requests, behaviors.length - 1)]
  requests += 1
  behavior?.(response, request)
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v10`
})
afterEach(() => (requests = 0))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const json = (status: number, body: string) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}
const reset: Behavior = (_, { socket }) => void socket.resetAndDestroy()
const close: Behavior = (_, { socket }) => void socket.destroy()
const halfAnswer: Behavior = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
  response.write('{"id": ', () => response.socket?.destroy())
}
const silence: Behavior = () => undefined
const fine = json(200, '{"id": "1"}')

const callback = '/interactions/1/token/callback?with_response=false'
const followUp = '/webhooks/1/token?wait=true'
const channelMessage = '/channels/1/messages'
const keyed = '{"content":"a","nonce":"1","enforce_nonce":true}'

function request(path: string, method: string, body = '{"content":"a"}', attemptMs?: number) {
  const { makeRequest } = restOptions(undefined, attemptMs)
  return makeRequest(url + path, { method, ...(method === 'GET' ? {} : { body }) })
}

test.each([
  ['GET', '/gateway/bot', undefined],
  ['PUT', '/applications/1/commands', undefined],
  ['PATCH', '/webhooks/1/token/messages/@original', undefined],
  ['DELETE', '/webhooks/1/token/messages/@original', undefined],
  ['POST', callback, undefined],
  ['POST', '/users/@me/channels', undefined],
  ['POST', channelMessage, keyed],
] as const)('%s %s is made again, whichever way it was lost', async (method, path, body) => {
  for (const lost of [reset, close, halfAnswer, json(502, '{"message": "502: Bad Gateway", "code": 0}')]) {
    behaviors = [lost, fine]
    requests = 0
    const response = await request(path, method, body)
    expect(await response.json()).toEqual({ id: '1' })
    expect(requests).toBe(2)
  }
})

test.each([
  ['a follow-up', followUp, undefined],
  ['a message without a nonce', channelMessage, undefined],
  [
    'a message whose text looks like a nonce',
    channelMessage,
    JSON.stringify({ content: '"enforce_nonce":true' }),
  ],
])('%s is made once', async (_what, path, body) => {
  for (const lost of [reset, close, halfAnswer]) {
    behaviors = [lost, fine]
    requests = 0
    await expect(request(path, 'POST', body)).rejects.toThrow()
    expect(requests).toBe(1)
  }
  behaviors = [json(502, '{}'), fine]
  requests = 0
  expect((await request(path, 'POST', body)).status).toBe(502)
  expect(requests).toBe(1)
})

test('an attempt without a timely response counts as lost', async () => {
  behaviors = [silence, fine]
  expect((await request('/gateway/bot', 'GET', '', 500)).status).toBe(200)
  expect(requests).toBe(2)
  requests = 0
  await expect(request(followUp, 'POST', undefined, 500)).rejects.toThrow()
  expect(requests).toBe(1)
})

test('a request is given up after four attempts', async () => {
  behaviors = [reset]
  await expect(request('/gateway/bot', 'GET')).rejects.toThrow()
  expect(requests).toBe(4)
})

test('any request that cannot connect is eventually given up', async () => {
  const { makeRequest } = restOptions()
  const unused = createServer()
  await new Promise<void>((resolve) => unused.listen(0, '127.0.0.1', resolve))
  const { port } = unused.address() as AddressInfo
  await new Promise<void>((resolve) => unused.close(() => resolve()))
  const refused = makeRequest(`http://127.0.0.1:${port}${followUp}`, { method: 'POST', body: '{}' })
  await expect(refused).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

const acknowledged = json(400, '{"message": "Interaction has already been acknowledged.", "code": 40060}')

test('“already acknowledged” counts as success if the response was sent before', async () => {
  behaviors = [reset, acknowledged]
  expect((await request(callback, 'POST')).status).toBe(204)
  behaviors = [acknowledged]
  expect((await request(callback, 'POST')).status).toBe(400)
})

test('any other error of a retry is final', async () => {
  behaviors = [reset, json(400, '{"message": "Invalid Form Body", "code": 50035}')]
  expect(await (await request(callback, 'POST')).json()).toMatchObject({ code: 50035 })
  requests = 0
  behaviors = [reset, (response) => response.writeHead(400, { 'content-type': 'text/html' }).end('<html>')]
  expect(await (await request(callback, 'POST')).text()).toBe('<html>')
})
