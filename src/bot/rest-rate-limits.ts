// Decides which rate limits fail a request: discord.js would sleep as long as Discord says, for an hour if need be.
import type { RateLimitData } from 'discord.js'
import { rateLimitWait } from '../config/discord-errors.ts'

/** Logging in, registering commands and reading the application; responses to users wait as discord.js does. */
const routes = /^\/(gateway|applications)\//

/** A longer limit fails the request. */
const maxWaitMs = 10_000

/** For `rejectOnRateLimit`: also true for a limit of unknown length, after which discord.js would retry at once. */
export function isTooLongToWait(limit: RateLimitData): boolean {
  if (!routes.test(limit.route)) return false
  const wait = rateLimitWait(limit)
  return wait === 0 || wait > maxWaitMs
}
