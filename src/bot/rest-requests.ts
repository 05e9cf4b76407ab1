// How each request goes to Discord: in one piece, and again where it got no answer and cannot have its effect twice.
import { DefaultRestOptions, RESTJSONErrorCodes, type ResponseLike, type RESTOptions } from 'discord.js'
import { isTransportError, wasNeverSent } from '../config/transport-errors.ts'

type MakeRequest = RESTOptions['makeRequest']
type RequestOptions = Parameters<MakeRequest>[1]

/** As many as discord.js makes by default. */
const maxAttempts = 4

/**
 * What the client takes as `rest`. discord.js repeats every request that ended with 5xx or ECONNRESET, also one that may
 * have posted a message, and no other; so it repeats none, and `makeRequest` those that may be repeated.
 * @param attemptMs milliseconds until an attempt counts as lost
 */
export function restOptions(attemptMs = 10_000): Pick<RESTOptions, 'retries' | 'timeout' | 'makeRequest'> {
  return {
    retries: 0,
    timeout: maxAttempts * attemptMs,
    makeRequest: async (url, init) => {
      const isRepeatable = mayRepeat(url, init)
      const whole = await withBufferedBody(init)
      for (let attempt = 1; ; attempt++) {
        const isLast = attempt === maxAttempts || (init.signal?.aborted ?? false)
        try {
          const response = await makeAttempt(url, whole, attemptMs)
          if (response.status < 500 || isLast || !isRepeatable)
            return attempt > 1 ? await withAlreadyAcknowledgedAsSuccess(url, response) : response
        } catch (error) {
          if (isLast || !(isRepeatable ? isTransportError(error) : wasNeverSent(error))) throw error
        }
      }
    },
  }
}

/**
 * Whether Discord carries a request out once however often it comes: it knows an answer to an interaction by the
 * interaction, a message by its nonce, and opens the same direct message again. It takes no nonce of a follow-up.
 */
function mayRepeat(url: string, { method, body }: RequestOptions): boolean {
  if (method?.toUpperCase() !== 'POST') return true
  if (isCallback(url) || url.endsWith('/users/@me/channels')) return true
  const json = body instanceof FormData ? body.get('payload_json') : body
  return typeof json === 'string' && json.includes('"enforce_nonce":true')
}

function isCallback(url: string): boolean {
  return /\/interactions\/\d+\/[^/]+\/callback(\?|$)/.test(url)
}

/** "Already acknowledged" means of a repeated answer that the first attempt has arrived. */
async function withAlreadyAcknowledgedAsSuccess(url: string, response: ResponseLike): Promise<ResponseLike> {
  if (response.status !== 400 || !isCallback(url)) return response
  const text = await response.text()
  const [, code] = /"code":\s*(\d+)/.exec(text) ?? []
  if (code === String(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
    return new Response(null, { status: 204 })
  const { status, statusText, headers } = response
  return new Response(text, { status, statusText, headers: [...headers] })
}

/** The answer is read here, so that a connection that is lost under it counts as one that gave none. */
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
 * Of a message with files that is streamed Node ends the process when the connection is lost under it
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
