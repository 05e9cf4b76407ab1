// Which callback types are valid for which interaction: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type
import { z } from 'zod'
import type { Interaction } from '../interactions.ts'
import { enumOf, parseBody } from './schema-helpers.ts'

export const callback = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const

export type CallbackType = (typeof callback)[keyof typeof callback]

const messages = [callback.message, callback.deferredMessage] as const
const updates = [callback.deferredUpdate, callback.update] as const

const callbackOf = (types: readonly CallbackType[]) =>
  z.object({ type: enumOf(types), data: z.unknown().optional() })

const schemas = {
  autocomplete: callbackOf([callback.choices]),
  command: callbackOf([...messages, callback.modal]),
  component: callbackOf([...messages, ...updates, callback.modal]),
  modalOfMessage: callbackOf([...messages, ...updates]),
  modal: callbackOf(messages),
}

/** Reads a callback's type and data. @throws DiscordApiError 50035 at `type` if it is not valid for the interaction */
export function readCallback(
  json: unknown,
  interaction: Interaction,
): { type: CallbackType; data?: unknown } {
  const { kind, source } = interaction
  // A modal can only update the message whose component opened it.
  return parseBody(schemas[kind === 'modal' && source ? 'modalOfMessage' : kind], json)
}

/** The data of a deferral: only flags. */
export const deferral = z.object({ flags: z.number().int().nullish() }).nullish()
