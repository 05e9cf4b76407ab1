// The life of interactions: created, acknowledged once within its window, followed up until its token ends.
import type { FailureReason, ObservedResponse, InteractionResponse } from './response.ts'
import type { Choice } from './validation/choices.ts'
import type { Message } from './messages.ts'
import type { EmulatorUser, EmulatorChannel } from './world.ts'

export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'modal'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const

export interface Interaction {
  id: string
  token: string
  kind: InteractionKind
  user: EmulatorUser
  channel: EmulatorChannel
  /** What authorised it: `0` a server (or "0" for a direct message), `1` a person. */
  owners: Record<string, string>
  /** Whether Discord makes each answer private, as where outside apps may not speak. */
  forcedEphemeral: boolean
  /** Milliseconds of a clock that is never set. */
  createdAt: number
  /** The name of the command, or the custom id: for the message's metadata and the log. */
  name: string
  /** The message whose component was used, or whose component opened the form. */
  source?: Message
  /** The metadata of the interaction that opened this form. */
  openedBy?: Interaction
  /** For a command: 1 typed, 2 on a person, 3 on a message. */
  commandType?: number
  /** For autocomplete: the type of the option that was typed into. */
  optionType?: number
  state: 'pending' | 'deferred' | 'acknowledged' | 'responded'
  /** The message that `@original` names. */
  originalId?: string
  /** The messages that its token may edit, follow-ups included. */
  messageIds: Set<string>
  followups: number
  choices?: Choice[]
  responses: InteractionResponse[]
  waiters: Set<() => void>
}

export interface InteractionTimeouts {
  /** Milliseconds for the first answer; 3000 on Discord. */
  initialResponseTimeoutMs: number
  /** Milliseconds for which the token takes edits and follow-ups; 15 minutes on Discord. */
  interactionTokenTtlMs: number
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export const defaultTimeouts: InteractionTimeouts = {
  initialResponseTimeoutMs: 3000,
  interactionTokenTtlMs: 15 * 60 * 1000,
}

/** What a person reads when an answer did not come in its time. */
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
  /** Notes that the bot has answered, or that it will. */
  acknowledge(interaction: Interaction, state: Exclude<Interaction['state'], 'pending'>): void
  /** Records what the person now sees. */
  pushResponse(interaction: Interaction, response: InteractionResponse): void
  /** The n-th thing the person sees, once it is there or once it is clear that it will not come. */
  waitForResponse(interaction: Interaction, nth: number): Promise<ObservedResponse>
  /** Waits until the condition holds or `performance.now()` is past the deadline; false if it is. */
  waitUntil(interaction: Interaction, condition: () => boolean, deadline: number): Promise<boolean>
  /** Ends all waiting. */
  close(): void
}

/** Keeps interactions, the newest two thousand, so that a long run stays small. */
export function createInteractions(windows: InteractionTimeouts, most = 2000): Interactions {
  const byId = new Map<string, Interaction>()
  const byToken = new Map<string, Interaction>()
  let closed = false

  async function waitUntil(interaction: Interaction, condition: () => boolean, deadline: number) {
    for (;;) {
      if (condition()) return true
      if (closed) throw new Error('The emulator was closed')
      const left = deadline - performance.now()
      if (left <= 0) return false
      const { promise, resolve } = Promise.withResolvers<undefined>()
      const wake = () => {
        resolve(undefined)
      }
      // A timer cannot hold more than 31 bits of milliseconds.
      const timer = setTimeout(wake, Math.min(left, 2 ** 31 - 1))
      interaction.waiters.add(wake)
      await promise
      clearTimeout(timer)
      interaction.waiters.delete(wake)
    }
  }

  async function waitForResponse(interaction: Interaction, index: number): Promise<ObservedResponse> {
    const there = () => interaction.responses.length > index
    const answered = () => there() || interaction.state !== 'pending'
    const settled = () => there() || interaction.state !== 'deferred'
    const { createdAt } = interaction
    let response: InteractionResponse | undefined
    if (!(await waitUntil(interaction, answered, createdAt + windows.initialResponseTimeoutMs)))
      response = { type: 'failed', reason: failureReasons[interaction.kind] }
    else if (!(await waitUntil(interaction, settled, createdAt + windows.interactionTokenTtlMs)))
      response = { type: 'failed', reason: 'The application did not respond' }
    else if (!(await waitUntil(interaction, there, performance.now() + windows.initialResponseTimeoutMs)))
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
      const [oldest] = byId.values()
      if (byId.size > most && oldest) {
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
      for (const { waiters } of byId.values()) for (const one of [...waiters]) one()
    },
  }
}
