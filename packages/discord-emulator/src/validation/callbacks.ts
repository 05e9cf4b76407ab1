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

/** The callback types for an interaction; a modal can only update the message whose component opened it. */
function validTypes({ kind, source }: Interaction): readonly CallbackType[] {
  if (kind === 'autocomplete') return [callback.choices]
  if (kind === 'command') return [...messages, callback.modal]
  if (kind === 'component') return [...messages, ...updates, callback.modal]
  return source ? [...messages, ...updates] : messages
}

/** Reads a callback's type and data. @throws DiscordApiError 50035 at `type` if it is not valid for the interaction */
export function readCallback(
  json: unknown,
  interaction: Interaction,
): { type: CallbackType; data?: unknown } {
  return parseBody(z.object({ type: enumOf(validTypes(interaction)), data: z.unknown().optional() }), json)
}

/** The data of a deferral: only flags. */
export const deferral = z.object({ flags: z.number().int().nullish() }).nullish()
