// Registers the commands at startup, and retries in the background for as long as Discord rejects them.
import { RateLimitError } from 'discord.js'
import type { Logger } from 'pino'
import { explainDiscordError, formatWait, rateLimitWait } from '../config/discord-errors.ts'

export interface CommandRegistrationOptions {
  /** One attempt; rejects if it fails. */
  register: () => Promise<void>
  apiUrl: string
  log: Logger
  /** Milliseconds until the first retry; the wait doubles after each failure, up to an hour. */
  retryMs: number
}

export interface CommandRegistration {
  /** Resolves after the first attempt, whether it succeeded or not. */
  firstTry: Promise<void>
  stop: () => void
}

const maxRetryMs = 3_600_000

/** Meanwhile the bot answers the commands already registered. The failure and the recovery are each logged once. */
export function startCommandRegistration(options: CommandRegistrationOptions): CommandRegistration {
  const { register, apiUrl, log, retryMs } = options
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  async function attempt(tries: number): Promise<void> {
    try {
      await register()
      if (tries > 1) log.info({ tries }, 'commands registered after retrying')
    } catch (error) {
      if (isStopped) return
      const limit = error instanceof RateLimitError ? rateLimitWait(error) : 0
      const wait = Math.max(limit, Math.min(retryMs * 2 ** (tries - 1), maxRetryMs))
      if (tries === 1) {
        const reason = explainDiscordError(error, apiUrl)
        log.error(
          { ...(reason === undefined ? { err: error } : { reason }), nextTry: `in ${formatWait(wait)}` },
          'failed to register the commands: Entente answers those already registered, and will retry',
        )
      }
      timer = setTimeout(() => void attempt(tries + 1), wait)
    }
  }

  return {
    firstTry: attempt(1),
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
