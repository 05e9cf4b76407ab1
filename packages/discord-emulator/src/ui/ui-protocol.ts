// What the page and the emulator send each other: the shape of each request and response.
import { z } from 'zod'
import type { Choice } from '../validation/choices.ts'
import type { Modal } from '../validation/modals.ts'
import type { LoggedCall } from '../request-log.ts'
import type { Message } from '../messages.ts'
import type { Command } from '../command-registry.ts'
import type { FailureReason } from '../response.ts'

/** Everything that stays the same while the page is open. */
export interface InitialState {
  app: { id: string; name: string }
  users: UiUser[]
  channels: UiChannel[]
  /** Commands for a newcomer to try. */
  suggestions: Suggestion[]
  /** Milliseconds after which a deferred response has failed. */
  interactionTokenTtlMs: number
}

/** A command to try, such as "/alliance name:NATO", and what it shows. */
export interface Suggestion {
  input: string
  description: string
}

export interface UiUser {
  id: string
  key: string
  name: string
  /** What sets this user apart, e.g. "server administrator". */
  description: string
}

export interface UiChannel {
  key: string
  /** Its name in the list of channels. */
  name: string
  /** Its name in the header and the text box, e.g. "#general". */
  title: string
  description: string
  /** The id of the channel by user: each user has a direct message of their own. */
  channelIds: Record<string, string>
  /** Whether most people will not need it. */
  isRare: boolean
}

/** A message, and whether only its viewer sees it. */
export interface VisibleMessage {
  message: Message
  ephemeral: boolean
  /** The descriptions of its files by URL; embeds show files that `attachments` leaves out. */
  altTexts: Record<string, string>
}

/** What a user sees of a channel, as the event stream sends it. */
export type ViewEvent =
  /** Every message, at first and after the channel was cleared. */
  | { type: 'messages'; messages: VisibleMessage[] }
  | { type: 'message'; visible: VisibleMessage }
  | { type: 'deleted'; id: string }
  | { type: 'commands'; commands: Command[]; canWrite: boolean; noCommandsReason: string | undefined }
  /** The request log has changed: an open Inspect panel reloads. */
  | { type: 'log' }

const values = z.record(z.string(), z.string().max(6000))
const commandValues = { commandId: z.string(), path: z.array(z.string()), values }

const uiAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('runCommand'), ...commandValues }),
  z.object({ type: z.literal('autocomplete'), ...commandValues, focused: z.string() }),
  z.object({ type: z.literal('clickButton'), messageId: z.string(), customId: z.string() }),
  z.object({
    type: z.literal('select'),
    messageId: z.string(),
    customId: z.string(),
    values: z.array(z.string()),
  }),
  z.object({
    type: z.literal('submitModal'),
    interactionId: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ type: z.literal('runMessageCommand'), messageId: z.string(), name: z.string() }),
  z.object({ type: z.literal('sendMessage'), content: z.string() }),
  z.object({ type: z.literal('clearChannel') }),
])

/** What a user does in a channel. */
export type UiAction = z.output<typeof uiAction>

export const actionRequest = z.object({ user: z.string(), channel: z.string(), action: uiAction })

/** The immediate result of an action; messages follow on the event stream. */
export type Outcome =
  | { type: 'done' }
  | { type: 'acknowledged'; interactionId: string }
  | { type: 'modal'; interactionId: string; modal: Modal }
  | { type: 'choices'; choices: Choice[] }
  | { type: 'failed'; interactionId: string; reason: FailureReason }
  /** Discord's client would not let the user do it. */
  | { type: 'rejected'; reason: string }

/** An interaction as the Inspect panel lists it. */
export interface InteractionSummary {
  id: string
  /** Milliseconds since 1970. */
  sentAt: number
  kind: string
  /** The command, e.g. "/alliance", or the custom id. */
  name: string
  user: string
  channel: string
  /** Milliseconds until the bot's first response; undefined until then. */
  latencyMs: number | undefined
  /** The HTTP status of each of the bot's calls. */
  statuses: number[]
}

/** An interaction with its payload and every call that the bot made for it. */
export interface InteractionDetail extends InteractionSummary {
  payload: Record<string, unknown>
  calls: LoggedCall[]
}

export interface FaultSwitch {
  key: string
  name: string
  description: string
  /** Undefined for a fault that happens once and cannot stay enabled. */
  enabled: boolean | undefined
}
