// What the page and the local Discord say to each other: the shapes of each request and answer.
import { z } from 'zod'
import type { Choice } from '../validation/choices.ts'
import type { Modal } from '../validation/modals.ts'
import type { LoggedCall } from '../request-log.ts'
import type { Message } from '../messages.ts'
import type { Command } from '../command-registry.ts'
import type { FailReason } from '../response.ts'

/** Everything that stays the same while the page is open. */
export interface InitialState {
  app: { id: string; name: string }
  people: ScenePerson[]
  places: ScenePlace[]
  /** What a newcomer may type first. */
  tries: Suggestion[]
  /** Milliseconds after which a deferred answer will not come any more. */
  interactionTokenTtlMs: number
}

/** Something to type, and what it shows. */
export interface Suggestion {
  type: string
  shows: string
}

export interface ScenePerson {
  id: string
  key: string
  name: string
  /** What sets this person apart, e.g. "server administrator". */
  about: string
}

export interface ScenePlace {
  key: string
  /** As the list of places calls it. */
  name: string
  /** As the channel's head and its text box call it, e.g. "#general". */
  title: string
  about: string
  /** The ids of its messages' channel, by person: a direct message is each person's own. */
  channelIds: Record<string, string>
  /** Whether most people will not need it. */
  rare: boolean
}

/** A message, and whether only its viewer sees it. */
export interface ShownMessage {
  message: Message
  private: boolean
  /** What the descriptions of its files say, by address; embeds show files that `attachments` leaves out. */
  alts: Record<string, string>
}

/** What a place looks like to a person, as the stream of events tells it. */
export type ViewEvent =
  /** All of it, at the beginning and after the channel was cleared. */
  | { type: 'messages'; messages: ShownMessage[] }
  | { type: 'message'; shown: ShownMessage }
  | { type: 'gone'; id: string }
  | { type: 'commands'; commands: Command[]; mayWrite: boolean; whyNone: string | undefined }
  /** Something went over the wire: an open Inspect panel looks again. */
  | { type: 'wire' }

const values = z.record(z.string(), z.string().max(6000))
const filled = { command: z.string(), path: z.array(z.string()), values }

export const act = z.discriminatedUnion('type', [
  z.object({ type: z.literal('use'), ...filled }),
  z.object({ type: z.literal('complete'), ...filled, focused: z.string() }),
  z.object({ type: z.literal('click'), message: z.string(), button: z.string() }),
  z.object({
    type: z.literal('choose'),
    message: z.string(),
    menu: z.string(),
    picks: z.array(z.string()),
  }),
  z.object({
    type: z.literal('submit'),
    interaction: z.string(),
    answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ type: z.literal('menu'), message: z.string(), name: z.string() }),
  z.object({ type: z.literal('say'), text: z.string() }),
  z.object({ type: z.literal('clear') }),
])

/** What a person does at a place. */
export type UiAction = z.output<typeof act>

export const request = z.object({ person: z.string(), place: z.string(), act })
export type ActRequest = z.output<typeof request>

/** What comes of it at once; messages come by the stream of events. */
export type Outcome =
  | { type: 'done' }
  | { type: 'acknowledged'; interaction: string }
  | { type: 'modal'; interaction: string; modal: Modal }
  | { type: 'choices'; choices: Choice[] }
  | { type: 'failed'; interaction: string; reason: FailReason }
  /** Discord's client would not let the person do it. */
  | { type: 'refused'; why: string }

/** One interaction, as the Inspect panel lists it. */
export interface WireSummary {
  id: string
  at: number
  kind: string
  /** What was used, e.g. "/alliance" or a custom id. */
  name: string
  person: string
  place: string
  /** Milliseconds until the bot's first answer; undefined while there is none. */
  ms: number | undefined
  /** The status of each of the bot's calls. */
  statuses: number[]
}

/** One interaction with everything that went over the wire for it. */
export interface WireDetail extends WireSummary {
  received: Record<string, unknown>
  calls: LoggedCall[]
}

export interface FaultSwitch {
  key: string
  name: string
  about: string
  /** Undefined for what happens once and cannot be on. */
  on: boolean | undefined
}
