// Sends each request to Discord with a buffered body, and retries those that got no response and are idempotent.
import { RESTJSONErrorCodes, type ResponseLike, type RESTOptions } from 'discord.js'
import { errors, getGlobalDispatcher, util, type Dispatcher } from 'undici'
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
  const [, code] = /"code":\s*(\d+)/.exec(await response.text()) ?? []
  return code === String(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
    ? new Response(null, { status: 204 })
    : response
}

/**
 * Reads the whole response, so that a connection lost midway counts as no response. It hands the request to undici's
 * dispatcher, because the streams, signals and headers of `request` and `fetch` cost more than an answer does.
 */
function makeAttempt(url: string, init: BufferedInit, attemptMs: number): Promise<ResponseLike> {
  // discord.js has encoded it; to parse it as a URL would take 2 percent of the CPU of an answer.
  const pathAt = url.indexOf('/', url.indexOf('//') + 2)
  const { method = 'GET', headers, body } = init
  const { promise, resolve, reject } = Promise.withResolvers<ResponseLike>()
  let abort: (() => void) | undefined
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    abort?.()
    reject(new errors.RequestAbortedError())
  }, attemptMs)
  const chunks: Buffer[] = []
  let head = { status: 0, statusText: '', rawHeaders: [] as Buffer[] }
  getGlobalDispatcher().dispatch(
    {
      origin: url.slice(0, pathAt),
      path: url.slice(pathAt),
      method: method as Dispatcher.HttpMethod,
      headers,
      body,
    },
    {
      onConnect(abortRequest) {
        abort = abortRequest
        if (isLate) abort()
      },
      onHeaders(status, rawHeaders, _resume, statusText) {
        head = { status, statusText, rawHeaders }
        return true
      },
      onData: (chunk) => chunks.push(chunk) > 0,
      onComplete() {
        clearTimeout(timer)
        resolve(toResponse(head, chunks))
      },
      onError(error) {
        clearTimeout(timer)
        reject(error)
      },
    },
  )
  return promise
}

function toResponse(
  { status, statusText, rawHeaders }: { status: number; statusText: string; rawHeaders: Buffer[] },
  chunks: readonly Buffer[],
): ResponseLike {
  const text = () => Buffer.concat(chunks).toString()
  return {
    status,
    statusText,
    ok: status >= 200 && status < 300,
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- all that discord.js calls
    headers: headersOf(rawHeaders),
    body: null,
    bodyUsed: false,
    arrayBuffer: () => Promise.resolve(new Uint8Array(Buffer.concat(chunks)).buffer),
    text: () => Promise.resolve(text()),
    json: () => Promise.resolve().then((): unknown => JSON.parse(text())),
  }
}

/** What discord.js reads of headers: making undici's `Headers` of them took 2 percent of the CPU of an answer. */
function headersOf(rawHeaders: Buffer[]): Headers {
  const parsed = util.parseHeaders(rawHeaders)
  const get = (name: string) => {
    const value = parsed[name.toLowerCase()]
    return value === undefined ? null : [value].flat().join(', ')
  }
  const read: Pick<Headers, 'get' | 'has'> = { get, has: (name) => get(name) !== null }
  return read as Headers
}

interface BufferedInit {
  method?: string
  headers: Record<string, string>
  body: string | Uint8Array | null
}

/**
 * Buffers a message with files: if it were streamed, Node would end the process when the connection is lost
 * (https://github.com/nodejs/undici/issues/5835).
 */
async function withBufferedBody({ method, headers, body }: RequestOptions): Promise<BufferedInit> {
  const init = { ...(method && { method }), headers: { ...(headers as Record<string, string>) } }
  if (typeof body === 'string' || body instanceof Uint8Array || !body) return { ...init, body: body ?? null }
  const form = new Response(body as ArrayBuffer)
  const type = form.headers.get('content-type')
  if (type) init.headers['content-type'] = type
  return { ...init, body: new Uint8Array(await form.arrayBuffer()) }
}
