// Registers the commands at startup, and retries in the background while Discord does not accept them.
import { RateLimitError } from 'discord.js'
import type { Logger } from 'pino'
import { explainDiscordError, formatWait, rateLimitWait } from '../config/discord-errors.ts'

export interface CommandRegistrationOptions {
  /** One try; rejects when it fails. */
  register: () => Promise<void>
  apiUrl: string
  log: Logger
  /** The first pause between two tries; each is twice as long as the one before, up to an hour. */
  retryMs: number
}

export interface CommandRegistration {
  /** Resolves when the first try is over, whether it succeeded or not. */
  firstTry: Promise<void>
  stop: () => void
}

const maxRetryMs = 3_600_000

/** Until then the bot answers the commands that Discord has. A failure is logged once, and so is the recovery. */
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
          'the commands could not be registered: Entente answers those that Discord has, and tries again',
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
