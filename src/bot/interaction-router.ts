// Interaction → handler → reply: the one try/catch and the one log line of every interaction.
import type {
  APIApplicationCommandOptionChoice,
  AutocompleteInteraction,
  Interaction,
  RepliableInteraction,
} from 'discord.js'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { UserError } from '../core/user-error.ts'
import { DatabaseAwayError } from '../db/database-away.ts'
import { createContexts, type ContextServices, type InteractionContexts } from './command-context.ts'
import { databaseAwayMessage, sendErrorResponse, settledOutcome } from './error-response.ts'
import {
  createIdempotencyKeys,
  shareIdempotencyKeys,
  type SharedIdempotencyKeys,
} from './idempotency-keys.ts'
import { interactionKind, readOptions } from './interaction-input.ts'
import { requireHandler, routeOf, type InteractionRoute } from './interaction-route.ts'
import type { InteractionOutcome } from '../monitoring/metrics-recorder.ts'
import { createLaterUpdates } from './later-updates.ts'
import type { OperatorAccess } from './operator-access.ts'
import type { RateLimiter } from './rate-limiter.ts'
import { defer, replyEphemeral, respond, respondAutocomplete } from './responder.ts'

export interface InteractionRouterOptions extends ContextServices {
  operators: OperatorAccess
  rateLimiter: RateLimiter
  log: Logger
  /** Milliseconds of a monotonic clock. */
  monotonicMs: () => number
  /** How long a handler that may be slow has until its interaction is deferred, in milliseconds. */
  slowAfterMs: number
}

export interface InteractionRouter {
  /** Handles one interaction; never rejects. */
  handle: (interaction: Interaction, isThread: boolean) => Promise<void>
  /** Resolves when no interaction is in flight any more, or after the timeout; drops updates of later. */
  drain: (timeoutMs: number) => Promise<void>
}

export function createInteractionRouter(options: InteractionRouterOptions): InteractionRouter {
  const { commands, postedCards, guildSettings, metrics, operators, rateLimiter, log, monotonicMs } = options
  const { slowAfterMs } = options
  const inFlight = new Set<Promise<void>>()
  const idempotencyKeys = shareIdempotencyKeys(
    createIdempotencyKeys(monotonicMs),
    options.db.shared?.keys,
    log,
  )
  const laterUpdates = createLaterUpdates(log)

  async function handle(interaction: Interaction, isThread: boolean): Promise<void> {
    const startedMs = performance.now()
    let outcome: InteractionOutcome
    let name = 'unknown'
    try {
      if (interaction.isAutocomplete()) {
        name = (await commands.get(interaction.commandName))?.name ?? name
        outcome = await runAutocomplete(interaction, isThread)
      } else {
        const route = await routeOf(interaction, options, postedCards)
        name = route.name
        outcome = await runHandler(interaction, isThread, route)
      }
    } catch (error) {
      outcome = await sendErrorResponse(interaction, error, log)
    }
    const ms = Math.round((performance.now() - startedMs) * 10) / 10
    const isDeferred = !interaction.isAutocomplete() && interaction.deferred
    const kind = interactionKind(interaction)
    metrics.recordInteraction({ command: name, kind, outcome, ms: isDeferred ? undefined : ms })
    log.info({ id: interaction.id, command: name, kind, ms, outcome }, 'interaction')
  }

  async function runAutocomplete(
    interaction: AutocompleteInteraction,
    isThread: boolean,
  ): Promise<InteractionOutcome> {
    try {
      const contexts = createContexts(interaction, isThread, idempotencyKeys.claim, options)
      const choices = await autocompleteChoices(interaction, contexts)
      await respondAutocomplete(interaction, choices)
      return 'ok'
    } catch (error) {
      if (settledOutcome(error)) throw error
      log.error({ id: interaction.id, err: error }, 'autocomplete failed')
      await respondAutocomplete(interaction, [])
      return 'error'
    }
  }

  async function autocompleteChoices(
    interaction: AutocompleteInteraction,
    { context, operatorContext }: InteractionContexts,
  ): Promise<APIApplicationCommandOptionChoice<string>[]> {
    const command = requireHandler(await commands.get(interaction.commandName))
    const { name, value } = interaction.options.getFocused(true)
    const otherOptions = readOptions(interaction)
    if (!command.operatorsOnly)
      return requireHandler(command.autocomplete)(name, value, context, otherOptions)
    // Only users who are not cached as operators cause a request to Discord, so only they are rate-limited.
    const isAllowed =
      operators.isKnown(interaction) ||
      (rateLimiter.consume(interaction.user.id) === 0 && (await operators.isAllowed(interaction)))
    return isAllowed ? requireHandler(command.autocomplete)(name, value, operatorContext, otherOptions) : []
  }

  async function runHandler(
    interaction: RepliableInteraction,
    isThread: boolean,
    route: InteractionRoute,
  ): Promise<InteractionOutcome> {
    const claimedKeys: string[] = []
    const claimOnce: SharedIdempotencyKeys['claim'] = async (key, ttlMs) =>
      (await idempotencyKeys.claim(key, ttlMs)) && claimedKeys.push(key) > 0
    const contexts = createContexts(interaction, isThread, claimOnce, options)
    const { context, operatorContext, renderContext } = contexts
    if (context.channel.guildId) guildSettings.touch(context.channel.guildId)
    try {
      const handler = requireHandler(route.handler)
      const isLimited = handler.operatorsOnly ? !operators.isKnown(interaction) : !handler.skipRateLimit
      if (isLimited) enforceRateLimit(interaction.user.id)
      if (handler.defer === 'at once') await defer(interaction)
      if (handler.operatorsOnly) await operators.assertAllowed(interaction)
      const call = async () =>
        handler.operatorsOnly ? route.call(handler, operatorContext) : route.call(handler, context)
      const reply = await (handler.defer === 'when slow' ? deferWhenSlow(interaction, call) : call())
      await respond(interaction, reply, renderContext, log, laterUpdates)
      return 'ok'
    } catch (error) {
      for (const key of claimedKeys) idempotencyKeys.release(key)
      if (error instanceof DatabaseAwayError) {
        log.warn({ id: interaction.id, err: error.cause }, 'the database is away')
        await replyEphemeral(interaction, databaseAwayMessage)
        return 'error'
      }
      if (!(error instanceof UserError)) throw error
      if (error.cause) log.error({ id: interaction.id, err: error.cause }, 'failed to post card')
      await replyEphemeral(interaction, `${error.message} ${error.tip}`)
      return error.cause ? 'error' : 'user_error'
    }
  }

  /** Discord fails an interaction that nothing has answered or deferred within three seconds. */
  async function deferWhenSlow<Result>(
    interaction: RepliableInteraction,
    call: () => Promise<Result>,
  ): Promise<Result> {
    let deferral: Promise<void> | undefined
    const timer = setTimeout(() => {
      deferral = defer(interaction)
      // It is awaited only once the handler is done.
      deferral.catch(() => undefined)
    }, slowAfterMs)
    try {
      const result = await call()
      await deferral
      return result
    } finally {
      clearTimeout(timer)
      await deferral?.catch(() => undefined)
    }
  }

  /** @throws UserError over the limit, with how long to wait */
  function enforceRateLimit(userId: string): void {
    const seconds = Math.ceil(rateLimiter.consume(userId) / 1000)
    if (seconds === 0) return
    const wait = seconds === 1 ? 'a second' : `${seconds} seconds`
    throw new UserError("You're going too fast.", `Try again in ${wait}.`)
  }

  return {
    async handle(interaction, isThread) {
      const handling = handle(interaction, isThread)
      inFlight.add(handling)
      await handling
      inFlight.delete(handling)
    },
    async drain(timeoutMs) {
      laterUpdates.close()
      await Promise.race([Promise.all(inFlight), sleep(timeoutMs, undefined, { ref: false })])
    },
  }
}
