// The life cycle of interactions: acknowledged once in time, then followed up until the token expires.
import type { FailureReason, ObservedResponse, InteractionResponse } from './response.ts'
import type { Choice } from './validation/choices.ts'
import type { Message } from './messages.ts'
import type { EmulatorUser, EmulatorChannel } from './world.ts'

export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'modal'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type */
export const interactionType = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const

export interface Interaction {
  id: string
  token: string
  kind: InteractionKind
  user: EmulatorUser
  channel: EmulatorChannel
  /** What authorizes it: under `0` the guild's id ("0" in a direct message), under `1` the user's. */
  owners: Record<string, string>
  /** Whether Discord makes every response ephemeral, as in channels without external apps. */
  forcedEphemeral: boolean
  /** From `performance.now()`, which no clock step affects. */
  createdAt: number
  /** The name of the command, or the custom id: for the message's metadata and the log. */
  name: string
  /** The message whose component was used, or whose component opened the modal. */
  source?: Message
  /** The interaction that opened this modal. */
  openedBy?: Interaction
  /** For a command: 1 slash command, 2 user command, 3 message command. */
  commandType?: number
  /** For autocomplete: the type of the focused option. */
  optionType?: number
  state: 'pending' | 'deferred' | 'acknowledged' | 'responded'
  /** The message that `@original` refers to. */
  originalId?: string
  /** The messages that its token can edit, follow-ups included. */
  messageIds: Set<string>
  followups: number
  choices?: Choice[]
  responses: InteractionResponse[]
  waiters: Set<() => void>
}

export interface InteractionTimeouts {
  /** Milliseconds for the initial response; 3000 on Discord. */
  initialResponseTimeoutMs: number
  /** Milliseconds for which the token is valid; 15 minutes on Discord. */
  interactionTokenTtlMs: number
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export const defaultTimeouts: InteractionTimeouts = {
  initialResponseTimeoutMs: 3000,
  interactionTokenTtlMs: 15 * 60 * 1000,
}

/** What the user sees when no response comes in time. */
export const failureReasons: Record<InteractionKind, FailureReason> = {
  command: 'The application did not respond',
  autocomplete: 'The application did not respond',
  component: 'This interaction failed',
  modal: 'Something went wrong. Try again.',
}

export interface Interactions {
  add(interaction: Interaction): void
  byId(id: string): Interaction | undefined
  byToken(token: string): Interaction | undefined
  /** Records that the bot has responded or deferred. */
  acknowledge(interaction: Interaction, state: Exclude<Interaction['state'], 'pending'>): void
  /** Records what the user now sees. */
  pushResponse(interaction: Interaction, response: InteractionResponse): void
  /** The response at this index, from 0, once it is there or cannot come any more. */
  waitForResponse(interaction: Interaction, index: number): Promise<ObservedResponse>
  /** Waits until the condition holds or `performance.now()` is past the deadline; false if it is. */
  waitUntil(interaction: Interaction, condition: () => boolean, deadline: number): Promise<boolean>
  /** Ends all waiting. */
  close(): void
}

/** Stores the newest interactions; older ones that are responded to, or expired, are dropped to bound memory. */
export function createInteractions(timeouts: InteractionTimeouts, maxStored = 2000): Interactions {
  const byId = new Map<string, Interaction>()
  const byToken = new Map<string, Interaction>()
  let closed = false

  async function waitUntil(interaction: Interaction, condition: () => boolean, deadline: number) {
    for (;;) {
      if (condition()) return true
      if (closed) throw new Error('The emulator was closed')
      const remaining = deadline - performance.now()
      if (remaining <= 0) return false
      const { promise, resolve } = Promise.withResolvers<undefined>()
      const wake = () => {
        resolve(undefined)
      }
      // A timer cannot hold more than 31 bits of milliseconds.
      const timer = setTimeout(wake, Math.min(remaining, 2 ** 31 - 1))
      interaction.waiters.add(wake)
      await promise
      clearTimeout(timer)
      interaction.waiters.delete(wake)
    }
  }

  async function waitForResponse(interaction: Interaction, index: number): Promise<ObservedResponse> {
    const hasResponse = () => interaction.responses.length > index
    const isAcknowledged = () => hasResponse() || interaction.state !== 'pending'
    const isSettled = () => hasResponse() || interaction.state !== 'deferred'
    const { createdAt } = interaction
    let response: InteractionResponse | undefined
    if (!(await waitUntil(interaction, isAcknowledged, createdAt + timeouts.initialResponseTimeoutMs)))
      response = { type: 'failed', reason: failureReasons[interaction.kind] }
    else if (!(await waitUntil(interaction, isSettled, createdAt + timeouts.interactionTokenTtlMs)))
      response = { type: 'failed', reason: 'The application did not respond' }
    else if (
      !(await waitUntil(interaction, hasResponse, performance.now() + timeouts.initialResponseTimeoutMs))
    )
      response = { type: 'none' }
    return {
      ...(response ?? interaction.responses[index] ?? { type: 'none' }),
      interactionId: interaction.id,
      index,
    }
  }

  return {
    add(interaction) {
      byId.set(interaction.id, interaction)
      byToken.set(interaction.token, interaction)
      const expiry = performance.now() - timeouts.interactionTokenTtlMs
      const oldest = byId.values().find(({ state, createdAt }) => state === 'responded' || createdAt < expiry)
      if (byId.size > maxStored && oldest) {
        byId.delete(oldest.id)
        byToken.delete(oldest.token)
      }
    },
    byId: (id) => byId.get(id),
    byToken: (token) => byToken.get(token),
    acknowledge(interaction, state) {
      interaction.state = state
      for (const wake of [...interaction.waiters]) wake()
    },
    pushResponse(interaction, response) {
      interaction.responses.push(response)
      for (const wake of [...interaction.waiters]) wake()
    },
    waitForResponse,
    waitUntil,
    close() {
      closed = true
      for (const { waiters } of byId.values()) for (const wake of [...waiters]) wake()
    },
  }
}
