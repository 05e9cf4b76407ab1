// The body of a message as Discord's API takes it, for discord.js to send as it is.
import {
  InteractionResponseType,
  MessagePayload as ResolvedPayload,
  type APIApplicationCommandOptionChoice,
  type RepliableInteraction,
  type RequestData,
} from 'discord.js'
import { limits, truncate } from '../cards/shared/discord-limits.ts'
import type { MessagePayload } from './message-payload.ts'

/**
 * The first answer to an interaction. The body of a message that is sent many times is serialized once: that takes a
 * tenth of the CPU of an answer.
 */
export function answerRequest(message: MessagePayload, flags: number): RequestData {
  const { answerBodies, files, pingedUserIds } = message
  if (!answerBodies || files.length + pingedUserIds.length > 0)
    return { ...answerOf(message, flags), auth: false }
  const body = answerBodies.get(flags) ?? Buffer.from(JSON.stringify(answerOf(message, flags).body))
  answerBodies.set(flags, body)
  return serializedRequest(body)
}

type Choices = readonly APIApplicationCommandOptionChoice<string>[]

const choicesBodies = new WeakMap<Choices, Buffer>()

/** The same for the choices of an autocompletion. */
export function choicesRequest(choices: Choices): RequestData {
  const body = choicesBodies.get(choices) ?? Buffer.from(JSON.stringify(choicesOf(choices)))
  choicesBodies.set(choices, body)
  return serializedRequest(body)
}

function choicesOf(choices: Choices) {
  const shown = choices
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: truncate(name, limits.choiceName), value }))
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: shown } }
}

function serializedRequest(body: Buffer): RequestData {
  return { body, passThroughBody: true, headers: { 'Content-Type': 'application/json' }, auth: false }
}

function answerOf(message: MessagePayload, flags: number) {
  const { body, files } = bodyOf(message)
  const data = { ...body, flags: message.flags | flags }
  return { body: { type: InteractionResponseType.ChannelMessageWithSource, data }, files }
}

/** A later message of an interaction. Given options, discord.js would copy them and import four modules for each. */
export function interactionBody(
  interaction: RepliableInteraction,
  message: MessagePayload,
  flags = 0,
): ResolvedPayload {
  const { body, files } = bodyOf(message)
  return Object.assign(new ResolvedPayload(interaction, {}), {
    body: { ...body, flags: message.flags | flags },
    files,
  })
}

/**
 * A message that Entente posts as a member of a guild; sent twice with the same nonce, it is posted once.
 * @param nonce at most 25 characters
 */
export function postBody(message: MessagePayload, nonce: string) {
  const { body, files } = bodyOf(message)
  return { body: { ...body, nonce, enforce_nonce: true }, files }
}

function bodyOf({ flags, components, files, pingedUserIds }: MessagePayload) {
  return {
    body: {
      flags,
      components,
      // Of the attachments that a message had, only those of this list are kept.
      attachments: files.map(({ description }, id) => ({ id, description })),
      allowed_mentions: { parse: [], users: pingedUserIds },
    },
    files: files.map(({ name, data }) => ({ name, data })),
  }
}
