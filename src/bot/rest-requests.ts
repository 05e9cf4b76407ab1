// Sends each request to Discord with a buffered body, and retries those that got no response and are idempotent.
import { DefaultRestOptions, RESTJSONErrorCodes, type ResponseLike, type RESTOptions } from 'discord.js'
import { isTransportError, wasNeverSent } from '../config/transport-errors.ts'

type MakeRequest = RESTOptions['makeRequest']
type RequestOptions = Parameters<MakeRequest>[1]

/** The default of discord.js. */
const maxAttempts = 4

/**
 * The client's `rest` options. discord.js retries every request that ended with 5xx or ECONNRESET, even one that may have
 * posted a message, and no other; so its retries are off, and `makeRequest` retries those that are idempotent.
 * @param onAttempt called after each attempt, with the status of its response, or undefined if there was none
 * @param attemptMs milliseconds until an attempt counts as lost
 */
export function restOptions(
  onAttempt: (url: string, status: number | undefined) => void = () => undefined,
  attemptMs = 10_000,
): Pick<RESTOptions, 'retries' | 'timeout' | 'makeRequest'> {
  return {
    retries: 0,
    timeout: maxAttempts * attemptMs,
    makeRequest: async (url, init) => {
      const isIdempotent = isIdempotentRequest(url, init)
      const buffered = await withBufferedBody(init)
      for (let attempt = 1; ; attempt++) {
        const isLast = attempt === maxAttempts || (init.signal?.aborted ?? false)
        try {
          const response = await makeAttempt(url, buffered, attemptMs)
          onAttempt(url, response.status)
          if (response.status < 500 || isLast || !isIdempotent)
            return attempt > 1 ? await withAlreadyAcknowledgedAsSuccess(url, response) : response
        } catch (error) {
          onAttempt(url, undefined)
          if (isLast || !(isIdempotent ? isTransportError(error) : wasNeverSent(error))) throw error
        }
      }
    },
  }
}

/**
 * Whether Discord carries a request out only once, however often it is sent: it identifies a response by its interaction
 * and a message by its nonce, and opens the same DM channel again. Follow-ups do not support a nonce.
 */
function isIdempotentRequest(url: string, { method, body }: RequestOptions): boolean {
  if (method?.toUpperCase() !== 'POST') return true
  if (isCallback(url) || url.endsWith('/users/@me/channels')) return true
  const json = body instanceof FormData ? body.get('payload_json') : body
  return typeof json === 'string' && json.includes('"enforce_nonce":true')
}

function isCallback(url: string): boolean {
  return /\/interactions\/\d+\/[^/]+\/callback(\?|$)/.test(url)
}

/** "Already acknowledged" on a retry means that the first attempt arrived. */
async function withAlreadyAcknowledgedAsSuccess(url: string, response: ResponseLike): Promise<ResponseLike> {
  if (response.status !== 400 || !isCallback(url)) return response
  const text = await response.text()
  const [, code] = /"code":\s*(\d+)/.exec(text) ?? []
  if (code === String(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
    return new Response(null, { status: 204 })
  const { status, statusText, headers } = response
  return new Response(text, { status, statusText, headers: [...headers] })
}

/** Reads the whole response, so that a connection lost midway counts as no response. */
async function makeAttempt(url: string, init: RequestOptions, attemptMs: number): Promise<ResponseLike> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), attemptMs)
  const signal = init.signal ? AbortSignal.any([init.signal, timeout.signal]) : timeout.signal
  try {
    const response = await DefaultRestOptions.makeRequest(url, { ...init, signal })
    const { status, statusText, headers } = response
    const body = await response.arrayBuffer()
    return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers: [...headers] })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Buffers a message with files: if it were streamed, Node would end the process when the connection is lost
 * (https://github.com/nodejs/undici/issues/5835).
 */
async function withBufferedBody(init: RequestOptions): Promise<RequestOptions> {
  if (!(init.body instanceof FormData)) return init
  const form = new Response(init.body)
  const headers = {
    ...(init.headers as Record<string, string>),
    'content-type': form.headers.get('content-type') ?? '',
  }
  return { ...init, headers, body: await form.arrayBuffer() }
}
