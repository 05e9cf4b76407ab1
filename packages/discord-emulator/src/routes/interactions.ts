// The first answer to an interaction: https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
import { Hono } from 'hono'
import { createResponse, defer, editResponse, messageOf } from '../interaction-responses.ts'
import { type Interaction, interactionType } from '../interactions.ts'
import { type CallbackType, callback, deferral, readCallback } from '../validation/callbacks.ts'
import { choices } from '../validation/choices.ts'
import { parseBody } from '../validation/schema-helpers.ts'
import { flag } from '../validation/messages.ts'
import { modal } from '../validation/modals.ts'
import type { Message } from '../messages.ts'
import type { EmulatorContext } from '../context.ts'
import { readDraft } from '../message-events.ts'
import { alreadyAcknowledged, unknownInteraction } from '../api-error.ts'
import { type Env, bodyOf } from './env.ts'
import type { Body } from '../body.ts'

export function interactionRoutes(parts: EmulatorContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post('/interactions/:id/:token/callback', async (context) => {
    const interaction = parts.interactions.byId(context.req.param('id'))
    if (interaction?.token !== context.req.param('token')) throw unknownInteraction()
    const body = await bodyOf(context)
    if (interaction.state !== 'unanswered') throw alreadyAcknowledged()
    if (performance.now() - interaction.createdAt > parts.windows.initialResponseTimeoutMs)
      throw unknownInteraction()
    const { type, data } = readCallback(body.json, interaction)
    const message = take(parts, interaction, type, data, body.files)
    if (context.req.query('with_response') !== 'true') return context.body(null, 204)
    return context.json(responseOf(interaction, type, message))
  })
  return routes
}

function take(
  parts: EmulatorContext,
  interaction: Interaction,
  type: CallbackType,
  data: unknown,
  files: Body['files'],
): Message | undefined {
  const under = ['data']
  switch (type) {
    case callback.message:
      return createResponse(parts, interaction, readDraft(data ?? {}, files, under)).message
    case callback.deferredMessage: {
      const flags = parseBody(deferral, data, under)?.flags
      return defer(parts, interaction, { payload: { flags }, files: new Map() }).message
    }
    case callback.deferredUpdate:
      aimAtSource(interaction)
      parts.interactions.acknowledge(interaction, 'noted')
      return undefined
    case callback.update: {
      aimAtSource(interaction)
      const kept = messageOf(parts, interaction, '@original')
      const revised = editResponse(parts, interaction, kept, readDraft(data ?? {}, files, under, kept))
      parts.interactions.acknowledge(interaction, 'answered')
      return revised.message
    }
    case callback.choices:
      interaction.choices = parseBody(choices(interaction.optionType ?? 3), data, under).choices.map(
        ({ name, value }) => ({ name, value }),
      )
      parts.interactions.acknowledge(interaction, 'answered')
      parts.interactions.pushResponse(interaction, { type: 'none' })
      return undefined
    case callback.modal:
      parts.interactions.pushResponse(interaction, { type: 'modal', modal: parseBody(modal, data, under) })
      parts.interactions.acknowledge(interaction, 'answered')
      return undefined
  }
}

/** An update makes `@original` the message whose component was used. */
function aimAtSource(interaction: Interaction): void {
  if (interaction.source) interaction.originalId = interaction.source.id
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function responseOf({ id, kind, place }: Interaction, type: CallbackType, message: Message | undefined) {
  return {
    interaction: {
      id,
      type: interactionType[kind],
      channel_id: place.id,
      ...(place.server ? { guild_id: place.server.id } : {}),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (message.flags & flag.loading) !== 0,
        response_message_ephemeral: (message.flags & flag.ephemeral) !== 0,
      }),
    },
    resource: { type, ...(message ? { message } : {}) },
  }
}
