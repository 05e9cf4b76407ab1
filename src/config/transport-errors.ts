// Calls to Discord that ended without an answer: one class, whatever the network or Discord's servers have done.
import { HTTPError } from 'discord.js'

/** How the errors of sockets, of TLS and of the HTTP client begin. */
const transportCode =
  /^(UND_ERR_|HPE_|ERR_SSL_|ERR_TLS_|ECONN|EHOST|ENET|EAI_|ENOTFOUND|ETIMEDOUT|EPIPE|EPROTO|EADDRNOTAVAIL|UNABLE_TO_)|CERT/

/** The connection was never made, so Discord has not seen the call. */
const notConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** The code of an error or of what caused it. */
export function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  return (error as { code?: unknown }).code ?? codeOf(error.cause)
}

/** What went wrong between here and there, as a code or a few words; undefined for any other error. */
export function transportFailure(error: unknown): string | undefined {
  const code = codeOf(error)
  if (typeof code === 'string' && transportCode.test(code)) return code
  // A request that got no answer in its time is aborted.
  return error instanceof Error && error.name === 'AbortError' ? 'no answer' : undefined
}

/** Whether a call failed before Discord could see it, so that it had no effect. */
export function wasNeverSent(error: unknown): boolean {
  const { syscall } = error as { syscall?: unknown }
  return syscall === 'connect' || notConnected.has(String(codeOf(error)))
}

/** Whether a call got no answer, or one of 5xx: Discord may have carried it out. */
export function isTransportError(error: unknown): boolean {
  return error instanceof HTTPError || transportFailure(error) !== undefined
}
