// Rejects foreign origins: a page of another site must not reach the bot through a visitor's browser.
import type { IncomingMessage } from 'node:http'

/** Any port, so that a forwarded port works. */
const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Why a request is rejected, or undefined if it is accepted. A bot sends no Origin. */
export function rejectForeignOrigin(
  host: string | undefined,
  origin: string | undefined,
): string | undefined {
  if (host === undefined || !localHost.test(host))
    return 'The Discord emulator accepts only localhost, 127.0.0.1 and [::1] as its host.'
  if (origin !== undefined && !localHost.test(origin.replace(/^https?:\/\//, '')))
    return 'The Discord emulator accepts no requests from other sites.'
  return undefined
}

/** The same check for a WebSocket handshake. */
export function rejectForeignWebSocket({ headers }: IncomingMessage): string | undefined {
  return rejectForeignOrigin(headers.host, headers.origin)
}
