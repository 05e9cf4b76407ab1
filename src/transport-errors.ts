// Calls to Discord that ended without an answer: one class, whatever the network or Discord's servers have done.
import { HTTPError } from 'discord.js'

/** The connection was never made, so Discord has not seen the call. */
const notConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** The connection was lost with the call under way: https://undici.nodejs.org/#/docs/api/Errors */
const lost = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_ABORTED',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
])

/** Whether a call failed before Discord could see it, so that it had no effect. */
export function wasNeverSent(error: unknown): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  return syscall === 'connect' || (typeof code === 'string' && notConnected.has(code))
}

/** Whether a call got no answer, or one of 5xx: Discord may have carried it out. */
export function isTransportError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return (
    error instanceof HTTPError ||
    error.name === 'AbortError' ||
    wasNeverSent(error) ||
    (typeof code === 'string' && lost.has(code))
  )
}
