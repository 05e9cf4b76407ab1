// The endpoint to which Discord posts interactions: verifies each delivery, answers it with 202 and no body, and passes the
// interaction on, which is then answered as one from the gateway is:
// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
import { InteractionResponseType, InteractionType } from 'discord.js'
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { listen } from '../core/listen.ts'
import { isObject, type JsonObject } from './interaction-payload.ts'

export interface InteractionServerOptions {
  host: string
  port: number
  /** Of the application, 64 hexadecimal digits. */
  publicKey: string
  /** Called with each interaction after the request has been answered; must not throw. */
  receive: (interaction: JsonObject) => void
  /** Called with the status of each answer. */
  recordDelivery: (status: number) => void
  log: Logger
}

export interface InteractionServer {
  /** Such as "http://127.0.0.1:8080/interactions". */
  url: string
  /** Goes on for `drainMs`, then takes no more requests; resolves when those under way have been answered. */
  close: (drainMs: number) => Promise<void>
}

interface Outcome {
  status: number
  body?: string
  interaction?: JsonObject
}

const path = '/interactions'

/** Older deliveries are refused: Discord waits three seconds for an answer, and clocks differ. */
const maxAgeMs = 5 * 60_000

/** In bytes. A message with everything that Discord allows is about a quarter of it. */
const maxBodySize = 1024 * 1024

/** A proxy stands before it, so few clients connect, and keep their connections. */
const serverOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 75_000,
  // By default, the timeouts would be checked every half a minute.
  connectionsCheckingInterval: 1000,
}
const maxConnections = 1000

/** How long requests under way may take when it closes, in milliseconds. */
const closeMs = 5000

const refusals: Record<number, string> = {
  400: 'the body is not a JSON object',
  401: 'the request is not signed by Discord, or too old',
  404: `there is only ${path}`,
  405: 'only POST is allowed',
  413: `the body is larger than ${maxBodySize} bytes`,
  415: 'the body must be application/json',
}

/** @throws the error of `listen`, such as EADDRINUSE */
export async function startInteractionServer(options: InteractionServerOptions): Promise<InteractionServer> {
  const { receive, recordDelivery, log } = options
  const key = importPublicKey(options.publicKey)
  let [isClosing, isClockSuspected] = [false, false]

  async function answer(request: IncomingMessage): Promise<Outcome> {
    const { method, url = '', headers } = request
    if (url.split('?')[0] !== path) return { status: 404 }
    if (method !== 'POST') return { status: 405 }
    if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return { status: 415 }
    const [timestamp, signature] = [headers['x-signature-timestamp'], headers['x-signature-ed25519']]
    if (!isText(timestamp, /^\d{1,12}$/) || !isText(signature, /^[0-9a-f]{128}$/i)) return { status: 401 }
    if (Number(headers['content-length'] ?? 0) > maxBodySize) return { status: 413 }
    const body = await readBody(request)
    if (body === undefined) return { status: 413 }
    const signed = Buffer.concat([Buffer.from(timestamp), body])
    if (!verify(null, signed, key, Buffer.from(signature, 'hex'))) return { status: 401 }
    const ageMs = Date.now() - Number(timestamp) * 1000
    if (ageMs > maxAgeMs) {
      if (!isClockSuspected)
        log.warn({ ageMs }, 'refused an interaction signed over five minutes ago: check the system clock')
      isClockSuspected = true
      return { status: 401 }
    }
    return read(body)
  }

  const server = createServer(serverOptions, (request, response) => {
    // A client that goes away in the middle of a request gets no answer.
    request.on('error', () => undefined)
    answer(request).then(
      ({ status, body = refusals[status] ?? '', interaction }) => {
        recordDelivery(status)
        response.writeHead(status, {
          'content-length': Buffer.byteLength(body),
          ...(body && { 'content-type': status === 200 ? 'application/json' : 'text/plain' }),
          ...(status === 405 && { allow: 'POST' }),
          ...(isClosing && { connection: 'close' }),
        })
        response.end(body)
        // What is left of a refused body is discarded, until the request times out.
        request.resume()
        if (interaction) receive(interaction)
      },
      () => response.destroy(),
    )
  })
  server.maxConnections = maxConnections
  const origin = await listen(server, options)
  return {
    url: origin + path,
    async close(drainMs) {
      isClosing = true
      await wait(drainMs)
      const closed = once(server, 'close')
      server.close()
      await Promise.race([closed, wait(closeMs, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
    },
  }
}

function importPublicKey(hex: string): KeyObject {
  const x = Buffer.from(hex, 'hex').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

function isText(value: string | string[] | undefined, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value)
}

/** The whole body; undefined if it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>()
  let chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= maxBodySize) chunks.push(chunk)
    else {
      chunks = []
      resolve(undefined)
    }
  })
  request.on('end', () => resolve(Buffer.concat(chunks)))
  request.on('error', reject)
  request.on('close', () => reject(new Error('the request ended early')))
  return promise
}

function read(body: Buffer): Outcome {
  let interaction: unknown
  try {
    interaction = JSON.parse(body.toString())
  } catch {
    return { status: 400 }
  }
  if (!isObject(interaction)) return { status: 400 }
  // Unlike any other interaction, a ping cannot be answered at the callback endpoint.
  if (interaction['type'] === InteractionType.Ping)
    return { status: 200, body: JSON.stringify({ type: InteractionResponseType.Pong }) }
  return { status: 202, interaction }
}
