// Keeps strangers out: a page of another site must reach neither the bot nor its people through a visitor's browser.
import type { IncomingMessage } from 'node:http'

/** Any port, so that a forwarded one works. */
const own = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Why a request may not come in, or undefined if it may. A program such as a bot sends no Origin. */
export function rejectForeignOrigin(
  host: string | undefined,
  origin: string | undefined,
): string | undefined {
  if (host === undefined || !own.test(host))
    return 'This local Discord answers only as localhost, 127.0.0.1 or [::1].'
  if (origin !== undefined && !own.test(origin.replace(/^https?:\/\//, '')))
    return 'This local Discord takes no requests from other sites.'
  return undefined
}

/** The same for the request that opens a websocket. */
export function rejectForeignWebSocket({ headers }: IncomingMessage): string | undefined {
  return rejectForeignOrigin(headers.host, headers.origin)
}
