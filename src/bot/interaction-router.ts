// Interaction → command → reply: the one try/catch and the one log line of every interaction.
import { MessageFlags, type AutocompleteInteraction, type Interaction } from 'discord.js'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { answerPress } from './component-press.ts'
import {
  UserError,
  type Action,
  type Choice,
  type Command,
  type Context,
  type Reply,
} from '../core/command.ts'
import { parseCustomId } from '../core/custom-id.ts'
import { createDeeds } from './idempotency-keys.ts'
import type { Facts, Store } from '../data/query/fact-store.ts'
import type { Courtesy } from './rate-limiter.ts'
import { pastOutcome, sendFailure, type PastOutcome } from './error-response.ts'
import type { Counts } from '../monitoring/metrics-recorder.ts'
import type { Operate } from '../revisions/revision-service.ts'
import type { PostedCards } from '../db/posted-card-cache.ts'
import type { Servers } from '../db/guild-settings-cache.ts'
import { answersOf, chosenMessageOf, kindOf, optionsOf } from './interaction-input.ts'
import type { Operators } from './operator-access.ts'
import type { Pictures } from '../images/image-service.ts'
import { placeOf } from './channel-context.ts'
import { sendDirectMessage } from './direct-message.ts'
import {
  askerOf,
  defer,
  send,
  sendChoices,
  sendNoChoices,
  sendPrivately,
  type Answerable,
} from './responder.ts'
import type { State } from '../db/app-database.ts'

export interface DispatchOptions {
  commands: Map<string, Command>
  actions: Map<string, Action>
  store: Store
  operate: Operate
  operators: Operators
  counts: Counts
  servers: Servers
  postedCards: PostedCards
  state: State
  courtesy: Courtesy
  pictures: Pictures
  log: Logger
  now: () => Date
  monotonicMs: () => number
  lastShown: Context['lastShown']
  random: () => number
}

type Outcome = 'answered' | 'refused' | 'failed' | PastOutcome

export interface Dispatch {
  /** Handles one interaction; never rejects. */
  handle: (interaction: Interaction, inThread: boolean) => Promise<void>
  /** Resolves when no answer is under way any more, or after that many milliseconds. */
  finish: (mostMs: number) => Promise<void>
}

export function createDispatch(options: DispatchOptions): Dispatch {
  const { commands, actions, store, operate, operators, counts, servers, postedCards } = options
  const { state, courtesy, pictures, log, now, monotonicMs, lastShown, random } = options
  const underWay = new Set<Promise<void>>()
  const deeds = createDeeds(monotonicMs)
  const inThreads = new WeakSet<object>()

  async function handle(interaction: Interaction): Promise<void> {
    const started = performance.now()
    let outcome: Outcome
    let name = ''
    try {
      if (interaction.isAutocomplete()) {
        name = interaction.commandName
        outcome = await complete(interaction)
      } else if (interaction.isChatInputCommand()) {
        name = interaction.commandName
        outcome = await answer(interaction, commands.get(name), (found, context) => {
          const subcommand = interaction.options.getSubcommand(false) ?? undefined
          return known(found.run)(optionsOf(interaction), context, subcommand)
        })
      } else if (interaction.isMessageContextMenuCommand()) {
        const command = [...commands.values()].find(
          ({ definition, onMessage }) => onMessage && definition.name === interaction.commandName,
        )
        name = command?.name ?? 'unknown'
        outcome = await answer(interaction, command, (found, context) =>
          known(found.onMessage)(chosenMessageOf(interaction), context),
        )
      } else if (interaction.isButton() || interaction.isStringSelectMenu()) {
        const { target = '', parts = [] } = parseCustomId(interaction.customId) ?? {}
        const pressed = named(target)
        name = pressed?.name ?? 'unknown'
        outcome = await answer(interaction, pressed, (found, context) => {
          const values = interaction.isStringSelectMenu() ? interaction.values : []
          const { id: messageId, flags } = interaction.message
          const whose = {
            byAsker: askerOf(interaction.message, postedCards) === interaction.user.id,
            private: flags.has(MessageFlags.Ephemeral),
          }
          return answerPress(found, { parts, values, messageId, ...whose }, context)
        })
      } else if (interaction.isModalSubmit()) {
        const { target = '', parts = [] } = parseCustomId(interaction.customId) ?? {}
        const asked = named(target)
        name = asked?.name ?? 'unknown'
        outcome = await answer(interaction, asked, (found, context) =>
          known(found.submit)({ parts, answers: answersOf(interaction) }, context),
        )
      } else {
        name = 'unknown'
        outcome = await answer(interaction, undefined, () => known<Reply>(undefined))
      }
    } catch (error) {
      outcome = await sendFailure(interaction, error, log)
    }
    const ms = Math.round((performance.now() - started) * 10) / 10
    const deferred = !interaction.isAutocomplete() && 'deferred' in interaction && interaction.deferred
    counts.count(deferred ? undefined : ms, outcome === 'failed' || outcome === 'too late')
    log.info({ id: interaction.id, command: name, kind: kindOf(interaction), ms, outcome }, 'interaction')
  }

  return {
    async handle(interaction, inThread) {
      if (inThread) inThreads.add(interaction)
      const answering = handle(interaction)
      underWay.add(answering)
      await answering
      underWay.delete(answering)
    },
    async finish(mostMs) {
      await Promise.race([Promise.all(underWay), sleep(mostMs, undefined, { ref: false })])
    },
  }

  function named(target: string): Action | undefined {
    return actions.get(target) ?? commands.get(target)
  }

  /** What is done for the first time is noted in `begun`. */
  function contextOf(interaction: Answerable | AutocompleteInteraction, begun: string[] = []): Context {
    let facts: Facts | undefined
    const context: Context = {
      now: now(),
      user: { id: interaction.user.id },
      place: placeOf(
        interaction,
        servers.settingsOf(interaction.guildId ?? undefined),
        inThreads.has(interaction),
      ),
      commands,
      firstTime: (deed, againAfterMs) => deeds.begin(deed, againAfterMs) && begun.push(deed) > 0,
      miss: counts.miss,
      tell: (userId, card) => sendDirectMessage(interaction.client.rest, userId, card),
      lastShown,
      random,
      operate,
      servers,
      postedCards,
      state,
      pictures,
      open([target = '', ...parts]) {
        const open = named(target)?.open
        if (!open) throw new UserError('I no longer know this card.', 'Ask again by its name.')
        return open(parts, context)
      },
      // Opened when first asked for, so that an operator can mend facts that cannot be opened.
      get facts() {
        return (facts ??= store.current())
      },
    }
    return context
  }

  async function complete(interaction: AutocompleteInteraction): Promise<Outcome> {
    try {
      let choices: Choice[] = []
      const context = contextOf(interaction)
      const { name, value } = interaction.options.getFocused(true)
      const command = known(commands.get(interaction.commandName))
      // All others make the bot ask Discord who the operators are.
      const isFree = !command.operatorsOnly || operators.isKnown(interaction)
      if (isFree || (courtesy.take(interaction.user.id) === 0 && (await operators.mayUse(interaction))))
        choices = known(command.complete)(name, value, context, optionsOf(interaction))
      await sendChoices(interaction, choices, context)
      return 'answered'
    } catch (error) {
      if (pastOutcome(error)) throw error
      log.error({ id: interaction.id, err: error }, 'autocomplete failed')
      await sendNoChoices(interaction)
      return 'failed'
    }
  }

  async function answer<Found extends Action>(
    interaction: Answerable,
    found: Found | undefined,
    run: (found: Found, context: Context) => Reply | Promise<Reply>,
  ): Promise<Outcome> {
    const begun: string[] = []
    const context = contextOf(interaction, begun)
    if (context.place.serverId) servers.used(context.place.serverId)
    try {
      const one = known(found)
      if (one.operatorsOnly ? !operators.isKnown(interaction) : !one.tidies) beCourteous(context)
      if (one.defers) await defer(interaction)
      if (one.operatorsOnly) await operators.check(interaction)
      await send(interaction, await run(one, context), context, log)
      return 'answered'
    } catch (error) {
      for (const deed of begun) deeds.forget(deed)
      if (error instanceof UserError) {
        if (error.cause) log.error({ id: interaction.id, err: error.cause }, 'the card could not be posted')
        await sendPrivately(interaction, `${error.message} ${error.tip}`, context)
        return error.cause ? 'failed' : 'refused'
      }
      throw error
    }
  }

  function beCourteous({ user }: Context): void {
    const wait = Math.ceil(courtesy.take(user.id) / 1000)
    if (wait === 0) return
    const seconds = wait === 1 ? 'a second' : `${wait} seconds`
    throw new UserError('That is a lot in a short time.', `Ask again in ${seconds}.`)
  }
}

function known<Found>(found: Found | undefined): Found {
  if (found === undefined) {
    throw new UserError('I no longer know this command or button.', 'Type / to see what I can answer.')
  }
  return found
}
