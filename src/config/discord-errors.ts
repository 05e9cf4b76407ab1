// Explains why Entente cannot reach or log in to Discord: one sentence per cause that says what to do.
import {
  DiscordAPIError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
  type RateLimitData,
} from 'discord.js'
import { discordApiUrl } from './config.ts'
import { codeOf, transportFailure } from './transport-errors.ts'

/** The bot cannot log in; the message is the sentence. */
export class LoginError extends Error {}

const refusedToken =
  'Discord rejects the token: reset it on the Bot page of your application and set DISCORD_TOKEN to the new one.'

/** Milliseconds in words, rounded up: "90 seconds", "60 minutes", "4 hours". */
export function formatWait(ms: number): string {
  const [size, unit] =
    ms < 120_000 ? [1000, 'second'] : ms < 7_200_000 ? [60_000, 'minute'] : [3_600_000, 'hour']
  // discord.js adds a little to the wait that Discord asks for.
  const count = Math.max(1, Math.ceil(ms / size - 0.05))
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** How long Discord says to wait, in milliseconds; 0 if it does not say. */
export function rateLimitWait({ retryAfter, timeToReset, sublimitTimeout }: RateLimitData): number {
  return retryAfter === 0 ? 0 : Math.max(retryAfter, timeToReset, sublimitTimeout)
}

/** A custom DISCORD_API_URL may itself be the mistake. */
const orUnsetVariable = (apiUrl: string, fix: string) =>
  apiUrl === discordApiUrl ? fix : `${fix}, and DISCORD_API_URL, which ends in /api`

/** The sentence for an error of Discord's REST API; undefined for an error that comes from elsewhere. */
export function explainDiscordError(error: unknown, apiUrl: string): string | undefined {
  if (error instanceof LoginError) return error.message
  const isRefused = error instanceof DiscordAPIError && error.status === 401
  if (isRefused || codeOf(error) === DiscordjsErrorCodes.TokenInvalid) return refusedToken
  if (error instanceof RateLimitError) {
    const wait = rateLimitWait(error)
    return wait === 0
      ? 'Discord is rate limiting this machine and does not say for how long: wait a few minutes, then start again.'
      : `Discord is rate limiting Entente: wait ${formatWait(wait)}, then start again.`
  }
  if (error instanceof DiscordAPIError) {
    // Discord's own errors carry a code; an HTML page has none, and an unknown address has code 0.
    if (error.code) {
      const [reason = ''] = error.message.split('\n')
      return `Discord rejects a request of Entente's (${error.status}, code ${error.code}: ${reason}): update Entente, and report it if it keeps happening.`
    }
    if (error.status === 403) {
      return `${hostOf(apiUrl)} refuses connections from this machine (403): ${orUnsetVariable(apiUrl, 'its address or network is blocked, so try another one without a VPN or proxy, or check the proxy if you need one')}.`
    }
    return notDiscord(apiUrl, String(error.status))
  }
  if (error instanceof HTTPError) {
    return `${apiUrl} has a server error (${error.status}): start again in a few minutes.`
  }
  const failure = transportFailure(error)
  if (failure === undefined) return undefined
  const fix = /^CERT_(NOT_YET_VALID|HAS_EXPIRED)$/.test(failure)
    ? 'check the clock of this machine, and the network'
    : 'check the network'
  return `Discord cannot be reached at ${hostOf(apiUrl)} (${failure}): ${orUnsetVariable(apiUrl, fix)}.`
}

/** The sentence for an address whose response is not that of Discord's API. */
export function notDiscord(apiUrl: string, answer: string): string {
  return `${apiUrl} responds, but not as Discord's API does (${answer}): ${orUnsetVariable(apiUrl, 'check whether something intercepts the connection, such as a proxy or the login page of a network')}.`
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

/** By close code; discord.js reconnects automatically after most others. */
const closeExplanations: Record<number, string> = {
  [GatewayCloseCodes.AuthenticationFailed]: refusedToken,
  [GatewayCloseCodes.InvalidShard]:
    'Discord does not recognize the shard (code 4010), although Entente asked how many there are: start again, and update Entente if it keeps happening.',
  [GatewayCloseCodes.ShardingRequired]:
    'Entente is in more servers than its shards can handle (code 4011): start again, so that it asks Discord how many it needs.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer supports the gateway version that Entente uses (code 4012): update Entente.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord says the intents are invalid (code 4013), although Entente requests none: update Entente, or check the proxy if there is one.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow the intents (code 4014), although Entente requests none: update Entente, or check the proxy if there is one.',
}

/** Why the gateway closed a connection permanently. */
export function explainClose(code: number): string {
  return (
    closeExplanations[code] ??
    `Discord has permanently closed the connection (code ${code}): start again, and report it if it keeps happening.`
  )
}
