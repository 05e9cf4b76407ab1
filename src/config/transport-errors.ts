// Recognizes calls to Discord that got no response, whether the network or Discord's servers failed.
import { HTTPError } from 'discord.js'

/** The codes of socket, TLS and HTTP client errors. */
const transportCode =
  /^(UND_ERR_|HPE_|ERR_SSL_|ERR_TLS_|ECONN|EHOST|ENET|EAI_|ENOTFOUND|ETIMEDOUT|EPIPE|EPROTO|EADDRNOTAVAIL|UNABLE_TO_)|CERT/

/** Codes of calls whose connection was never made, so Discord has not seen them. */
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

/** The network failure, as a code or a few words; undefined for any other error. */
export function transportFailure(error: unknown): string | undefined {
  const code = codeOf(error)
  if (typeof code === 'string' && transportCode.test(code)) return code
  // A request that times out is aborted.
  return error instanceof Error && error.name === 'AbortError' ? 'no answer' : undefined
}

/** Whether a call failed before Discord could see it, so that it had no effect. */
export function wasNeverSent(error: unknown): boolean {
  const { syscall } = error as { syscall?: unknown }
  return syscall === 'connect' || notConnected.has(String(codeOf(error)))
}

/** Whether a call got no response or a 5xx one: Discord may still have carried it out. */
export function isTransportError(error: unknown): boolean {
  return error instanceof HTTPError || transportFailure(error) !== undefined
}
