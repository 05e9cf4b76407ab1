// Downloads of attachments from servers that do not stop, or do not begin.
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createAttachmentDownload } from '../../src/bot/attachment-download.ts'

/** Downloads from a server at the address of the API, of a file that is said to have a hundred bytes. */
async function downloadFrom(listener: RequestListener, timeoutMs?: number): Promise<Buffer> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const download = createAttachmentDownload(`${origin}/api`, timeoutMs)
  return download({ name: 'pier.yaml', size: 100, url: `${origin}/attachments/1/2/pier.yaml` })
}

test('a file comes as it is', async () => {
  expect((await downloadFrom((_request, response) => response.end('a pier'))).toString()).toBe('a pier')
})

const tooLarge = 'That file is larger than 10 MiB.'
const notLoaded = "I couldn't load that file from Discord."

test.each<[description: string, answer: RequestListener, message: string, timeoutMs?: number]>([
  [
    'an endless file',
    (_request, response) => {
      const write = () => {
        while (response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', write)
      write()
    },
    tooLarge,
  ],
  [
    'a file that unpacks to more',
    (_request, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync(Buffer.alloc(11 * 1024 * 1024)))
    },
    tooLarge,
  ],
  [
    'a file that comes byte by byte',
    (_request, response) => {
      const timer = setInterval(() => response.write('a'), 50)
      response.on('close', () => clearInterval(timer))
    },
    notLoaded,
    500,
  ],
  ['no answer at all', () => undefined, notLoaded, 500],
  ['a connection that is cut', (request) => request.socket.destroy(), notLoaded],
  [
    'a file that is cut',
    (request, response) => {
      response.setHeader('content-length', 100)
      response.write('a', () => request.socket.destroy())
    },
    notLoaded,
  ],
])('of %s nothing is taken', async (_description, answer, message, timeoutMs) => {
  await expect(downloadFrom(answer, timeoutMs)).rejects.toThrow(message)
})

test('an address with a password is not asked', async () => {
  const download = createAttachmentDownload('https://discord.com/api')
  const url = 'https://user:password@cdn.discordapp.com/attachments/1/2/pier.yaml'
  await expect(download({ name: 'pier.yaml', size: 1, url })).rejects.toThrow(
    "That file isn't where Discord keeps attachments, so I haven't loaded it.",
  )
})
