// The client against a server that drops connections, which the process must survive.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createBot } from '../../src/bot/client.ts'

/** The address of a server that accepts a request, responds, and drops the connection soon after. */
async function startDropping(): Promise<string> {
  let taken = 0
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.end('{}')
      setTimeout(() => request.socket.resetAndDestroy(), taken++ % 4)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
}

test('a connection dropped during an image upload does not crash the process', async () => {
  const unhandled: unknown[] = []
  const hear = (error: unknown) => unhandled.push(error)
  process.on('unhandledRejection', hear)
  onTestFinished(() => void process.off('unhandledRejection', hear))
  const apiUrl = await startDropping()
  const { rest } = createBot({
    apiUrl,
    metrics: { recordRequest: () => undefined },
    log: pino({ level: 'silent' }),
  })
  rest.setToken('a token')
  const files = [{ name: 'map.png', data: Buffer.alloc(80_000) }]
  let sent = 0
  const send = async (channel: number) => {
    await rest.post(`/channels/${channel}/messages`, { body: {}, files })
    sent += 1
  }
  for (let round = 0; round < 10; round++)
    await Promise.allSettled(Array.from({ length: 20 }, (_, channel) => send(channel)))
  expect(sent).toBeGreaterThan(0)
  expect(unhandled).toEqual([])
})
