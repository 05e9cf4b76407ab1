// Which rate limits are not waited for: discord.js would sleep for as long as Discord says, an hour if need be.
import type { RateLimitData } from 'discord.js'
import { rateLimitWait } from '../config/discord-errors.ts'

/** Logging in, registering commands and reading the application; an answer to a person waits as discord.js does. */
const routes = /^\/(gateway|applications)\//

/** A limit that ends within this time is waited for, in milliseconds. */
const maxWaitMs = 10_000

/** For `rejectOnRateLimit`: too long to wait, or for how long is not said, which discord.js would ask again at once. */
export function isTooLongToWait(limit: RateLimitData): boolean {
  if (!routes.test(limit.route)) return false
  const wait = rateLimitWait(limit)
  return wait === 0 || wait > maxWaitMs
}
