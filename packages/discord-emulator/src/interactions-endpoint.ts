// The application's interactions endpoint URL, where interactions are delivered by HTTP, each of them signed:
// https://discord.com/developers/docs/interactions/overview#configuring-an-interactions-endpoint-url
import { generateKeyPairSync, sign } from 'node:crypto'
import { invalidFormBody } from './api-error.ts'
import { interactionType } from './interactions.ts'
import { parseBody, url as urlOf } from './validation/schema-helpers.ts'

/** The response of the endpoint; no status if there was none in time. */
export interface DeliveryResponse {
  status: number | undefined
  body: string
}

export interface InteractionsEndpoint {
  /** 64 hexadecimal digits. */
  publicKey: string
  /** Null where interactions are sent over the gateway. */
  url: () => string | null
  /**
   * Sets the URL if it answers a ping, and refuses one with a wrong signature, as Discord does.
   * @throws DiscordApiError 50035
   */
  setUrl: (url: string | null) => Promise<void>
  /** The headers of a request with this body. */
  headersFor: (body: string, timestampMs: number) => Record<string, string>
  /** Posts an interaction. */
  deliver: (interaction: object, timestampMs: number) => Promise<DeliveryResponse>
}

/** @param timeoutMs how long the endpoint may take to respond */
export function createInteractionsEndpoint(applicationId: string, timeoutMs: number): InteractionsEndpoint {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  let current: string | null = null

  function headersFor(body: string, timestampMs: number): Record<string, string> {
    const timestamp = String(Math.floor(timestampMs / 1000))
    return {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
    }
  }

  async function post(url: string, body: string, headers: Record<string, string>): Promise<DeliveryResponse> {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const response = await fetch(url, { method: 'POST', redirect: 'manual', signal, body, headers })
      return { status: response.status, body: await response.text() }
    } catch {
      return { status: undefined, body: '' }
    }
  }

  /** Whether the endpoint answers a ping, and refuses the same one with the signature of another. */
  async function isVerified(url: string): Promise<boolean> {
    const ping = (id: string) =>
      JSON.stringify({
        id,
        application_id: applicationId,
        type: interactionType.ping,
        token: 'ping',
        version: 1,
      })
    const headers = headersFor(ping('1'), Date.now())
    const pong = await post(url, ping('1'), headers)
    const forged = await post(url, ping('2'), headers)
    return pong.status === 200 && typeIn(pong.body) === interactionType.ping && forged.status === 401
  }

  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    url: () => current,
    async setUrl(url) {
      if (url !== null && !(await isVerified(parseBody(urlOf('http', 'https'), url, under)))) {
        const message = 'The specified interactions endpoint url could not be verified.'
        throw invalidFormBody([
          { path: under, code: 'APPLICATION_INTERACTIONS_ENDPOINT_UNVERIFIED', message },
        ])
      }
      current = url
    },
    headersFor,
    async deliver(interaction, timestampMs) {
      const body = JSON.stringify(interaction)
      return post(current ?? '', body, headersFor(body, timestampMs))
    },
  }
}

const under = ['interactions_endpoint_url']

function typeIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { type?: unknown } | null)?.type
  } catch {
    return undefined
  }
}
