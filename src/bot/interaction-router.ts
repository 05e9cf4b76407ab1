// Interaction → command → reply: the one try/catch and the one log line of every interaction.
import { MessageFlags, type AutocompleteInteraction, type Interaction } from 'discord.js'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { handleComponentPress } from './component-press.ts'
import {
  UserError,
  type InteractionHandler,
  type Choice,
  type Command,
  type CommandContext,
  type Reply,
} from '../core/command.ts'
import { parseCustomId } from '../core/custom-id.ts'
import { createIdempotencyKeys } from './idempotency-keys.ts'
import type { FactSnapshot, Store } from '../data/query/fact-store.ts'
import type { RateLimiter } from './rate-limiter.ts'
import { settledOutcome, sendErrorResponse, type SettledOutcome } from './error-response.ts'
import type { MetricsRecorder } from '../monitoring/metrics-recorder.ts'
import type { RevisionService } from '../revisions/revision-service.ts'
import type { PostedCardCache } from '../db/posted-card-cache.ts'
import type { GuildSettingsCache } from '../db/guild-settings-cache.ts'
import { readModalFields, readTargetMessage, interactionKind, readOptions } from './interaction-input.ts'
import type { OperatorAccess } from './operator-access.ts'
import type { ImageService } from '../images/image-service.ts'
import { channelContextOf } from './channel-context.ts'
import { sendDirectMessage } from './direct-message.ts'
import {
  requesterOf,
  defer,
  respond,
  respondAutocomplete,
  sendNoChoices,
  replyEphemeral,
  type Answerable,
} from './responder.ts'
import type { AppDatabase } from '../db/app-database.ts'

export interface InteractionRouterOptions {
  commands: Map<string, Command>
  actions: Map<string, InteractionHandler>
  store: Store
  operate: RevisionService
  readHealth: CommandContext['readHealth']
  operators: OperatorAccess
  counts: MetricsRecorder
  servers: GuildSettingsCache
  postedCards: PostedCardCache
  state: AppDatabase
  courtesy: RateLimiter
  pictures: ImageService
  log: Logger
  now: () => Date
  monotonicMs: () => number
  lastShown: CommandContext['recentlyShown']
  random: () => number
}

type InteractionOutcome = 'ok' | 'user_error' | 'error' | SettledOutcome

export interface InteractionRouter {
  /** Handles one interaction; never rejects. */
  handle: (interaction: Interaction, inThread: boolean) => Promise<void>
  /** Resolves when no answer is under way any more, or after that many milliseconds. */
  drain: (mostMs: number) => Promise<void>
}

export function createInteractionRouter(options: InteractionRouterOptions): InteractionRouter {
  const {
    commands,
    actions,
    store,
    operate: revisions,
    readHealth,
    operators,
    counts,
    servers: guildSettings,
    postedCards,
  } = options
  const {
    state: db,
    courtesy,
    pictures: images,
    log,
    now,
    monotonicMs,
    lastShown: recentlyShown,
    random,
  } = options
  const inFlight = new Set<Promise<void>>()
  const deeds = createIdempotencyKeys(monotonicMs)
  const inThreads = new WeakSet<object>()

  async function handle(interaction: Interaction): Promise<void> {
    const started = performance.now()
    let outcome: InteractionOutcome
    let name = ''
    try {
      if (interaction.isAutocomplete()) {
        name = interaction.commandName
        outcome = await runAutocomplete(interaction)
      } else if (interaction.isChatInputCommand()) {
        name = interaction.commandName
        outcome = await runHandler(interaction, commands.get(name), (found, context) => {
          const subcommand = interaction.options.getSubcommand(false) ?? undefined
          return requireHandler(found.run)(readOptions(interaction), context, subcommand)
        })
      } else if (interaction.isMessageContextMenuCommand()) {
        const command = [...commands.values()].find(
          ({ definition, onMessageMenu }) => onMessageMenu && definition.name === interaction.commandName,
        )
        name = command?.name ?? 'unknown'
        outcome = await runHandler(interaction, command, (found, context) =>
          requireHandler(found.onMessageMenu)(readTargetMessage(interaction), context),
        )
      } else if (interaction.isButton() || interaction.isStringSelectMenu()) {
        const { handler = '', args: args = [] } = parseCustomId(interaction.customId) ?? {}
        const pressed = findHandler(handler)
        name = pressed?.name ?? 'unknown'
        outcome = await runHandler(interaction, pressed, (found, context) => {
          const values = interaction.isStringSelectMenu() ? interaction.values : []
          const { id: messageId, flags } = interaction.message
          const whose = {
            isRequester: requesterOf(interaction.message, postedCards) === interaction.user.id,
            isEphemeral: flags.has(MessageFlags.Ephemeral),
          }
          return handleComponentPress(found, { args, values, messageId, ...whose }, context)
        })
      } else if (interaction.isModalSubmit()) {
        const { handler = '', args = [] } = parseCustomId(interaction.customId) ?? {}
        const asked = findHandler(handler)
        name = asked?.name ?? 'unknown'
        outcome = await runHandler(interaction, asked, (found, context) =>
          requireHandler(found.onModalSubmit)({ args, fields: readModalFields(interaction) }, context),
        )
      } else {
        name = 'unknown'
        outcome = await runHandler(interaction, undefined, () => requireHandler<Reply>(undefined))
      }
    } catch (error) {
      outcome = await sendErrorResponse(interaction, error, log)
    }
    const ms = Math.round((performance.now() - started) * 10) / 10
    const deferred = !interaction.isAutocomplete() && 'deferred' in interaction && interaction.deferred
    counts.recordInteraction(deferred ? undefined : ms, outcome === 'error' || outcome === 'expired')
    log.info(
      { id: interaction.id, command: name, kind: interactionKind(interaction), ms, outcome },
      'interaction',
    )
  }

  return {
    async handle(interaction, inThread) {
      if (inThread) inThreads.add(interaction)
      const answering = handle(interaction)
      inFlight.add(answering)
      await answering
      inFlight.delete(answering)
    },
    async drain(mostMs) {
      await Promise.race([Promise.all(inFlight), sleep(mostMs, undefined, { ref: false })])
    },
  }

  function findHandler(target: string): InteractionHandler | undefined {
    return actions.get(target) ?? commands.get(target)
  }

  /** What is done for the first time is noted in `begun`. */
  function contextOf(
    interaction: Answerable | AutocompleteInteraction,
    begun: string[] = [],
  ): CommandContext {
    let facts: FactSnapshot | undefined
    const context: CommandContext = {
      now: now(),
      user: { id: interaction.user.id },
      channel: channelContextOf(
        interaction,
        guildSettings.get(interaction.guildId ?? undefined),
        inThreads.has(interaction),
      ),
      commands,
      claimOnce: (deed, againAfterMs) => deeds.claim(deed, againAfterMs) && begun.push(deed) > 0,
      recordMissedQuery: counts.recordMissedQuery,
      sendDirectMessage: (userId, card) => sendDirectMessage(interaction.client.rest, userId, card),
      recentlyShown,
      random,
      revisions,
      readHealth,
      guildSettings,
      postedCards,
      db,
      images,
      renderView([target = '', ...parts]) {
        const open = findHandler(target)?.render
        if (!open) throw new UserError('That card no longer exists.', 'Ask again by name.')
        return open(parts, context)
      },
      // Opened when first asked for, so that an operator can mend facts that cannot be opened.
      get facts() {
        return (facts ??= store.current())
      },
    }
    return context
  }

  async function runAutocomplete(interaction: AutocompleteInteraction): Promise<InteractionOutcome> {
    try {
      let choices: Choice[] = []
      const context = contextOf(interaction)
      const { name, value } = interaction.options.getFocused(true)
      const command = requireHandler(commands.get(interaction.commandName))
      // All others make the bot ask Discord who the operators are.
      const isFree = !command.operatorsOnly || operators.isKnown(interaction)
      if (isFree || (courtesy.consume(interaction.user.id) === 0 && (await operators.isAllowed(interaction))))
        choices = requireHandler(command.autocomplete)(name, value, context, readOptions(interaction))
      await respondAutocomplete(interaction, choices, context)
      return 'ok'
    } catch (error) {
      if (settledOutcome(error)) throw error
      log.error({ id: interaction.id, err: error }, 'autocomplete failed')
      await sendNoChoices(interaction)
      return 'error'
    }
  }

  async function runHandler<Found extends InteractionHandler>(
    interaction: Answerable,
    found: Found | undefined,
    run: (found: Found, context: CommandContext) => Reply | Promise<Reply>,
  ): Promise<InteractionOutcome> {
    const claimedKeys: string[] = []
    const context = contextOf(interaction, claimedKeys)
    if (context.channel.guildId) guildSettings.touch(context.channel.guildId)
    try {
      const one = requireHandler(found)
      if (one.operatorsOnly ? !operators.isKnown(interaction) : !one.skipRateLimit) enforceRateLimit(context)
      if (one.defer) await defer(interaction)
      if (one.operatorsOnly) await operators.assertAllowed(interaction)
      await respond(interaction, await run(one, context), context, log)
      return 'ok'
    } catch (error) {
      for (const deed of claimedKeys) deeds.release(deed)
      if (error instanceof UserError) {
        if (error.cause) log.error({ id: interaction.id, err: error.cause }, 'failed to post card')
        await replyEphemeral(interaction, `${error.message} ${error.tip}`, context)
        return error.cause ? 'error' : 'user_error'
      }
      throw error
    }
  }

  function enforceRateLimit({ user }: CommandContext): void {
    const wait = Math.ceil(courtesy.consume(user.id) / 1000)
    if (wait === 0) return
    const seconds = wait === 1 ? 'a second' : `${wait} seconds`
    throw new UserError("You're going too fast.", `Try again in ${seconds}.`)
  }
}

function requireHandler<Found>(found: Found | undefined): Found {
  if (found === undefined) {
    throw new UserError('That command or button no longer exists.', 'Type / to see what I can answer.')
  }
  return found
}
