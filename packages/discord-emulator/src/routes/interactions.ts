// The initial response to an interaction: https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
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
import { type Env, readLoggedBody } from './env.ts'
import type { Body } from '../body.ts'

export function interactionRoutes(context: EmulatorContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post('/interactions/:id/:token/callback', async (c) => {
    const interaction = context.interactions.byId(c.req.param('id'))
    if (interaction?.token !== c.req.param('token')) throw unknownInteraction()
    const body = await readLoggedBody(c)
    if (interaction.state !== 'pending') throw alreadyAcknowledged()
    if (performance.now() - interaction.createdAt > context.timeouts.initialResponseTimeoutMs)
      throw unknownInteraction()
    const { type, data } = readCallback(body.json, interaction)
    const message = applyCallback(context, interaction, type, data, body.files)
    if (c.req.query('with_response') !== 'true') return c.body(null, 204)
    return c.json(responseOf(interaction, type, message))
  })
  return routes
}

function applyCallback(
  context: EmulatorContext,
  interaction: Interaction,
  type: CallbackType,
  data: unknown,
  files: Body['files'],
): Message | undefined {
  const under = ['data']
  switch (type) {
    case callback.message:
      return createResponse(context, interaction, readDraft(data ?? {}, files, under)).message
    case callback.deferredMessage: {
      // Discord ignores every other flag here: that of Components V2 goes with the edit.
      const flags = (parseBody(deferral, data, under)?.flags ?? 0) & flag.ephemeral
      return defer(context, interaction, { payload: { flags }, files: new Map() }).message
    }
    case callback.deferredUpdate:
      setOriginalToSource(interaction)
      context.interactions.acknowledge(interaction, 'acknowledged')
      return undefined
    case callback.update: {
      setOriginalToSource(interaction)
      const stored = messageOf(context, interaction, '@original')
      const revised = editResponse(context, interaction, stored, readDraft(data ?? {}, files, under, stored))
      context.interactions.acknowledge(interaction, 'responded')
      return revised.message
    }
    case callback.choices:
      interaction.choices = parseBody(choices(interaction.optionType ?? 3), data, under).choices.map(
        ({ name, value }) => ({ name, value }),
      )
      context.interactions.acknowledge(interaction, 'responded')
      context.interactions.pushResponse(interaction, { type: 'none' })
      return undefined
    case callback.modal:
      context.interactions.pushResponse(interaction, { type: 'modal', modal: parseBody(modal, data, under) })
      context.interactions.acknowledge(interaction, 'responded')
      return undefined
  }
}

/** After an update, `@original` is the message whose component was used. */
function setOriginalToSource(interaction: Interaction): void {
  if (interaction.source) interaction.originalId = interaction.source.id
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function responseOf({ id, kind, channel }: Interaction, type: CallbackType, message: Message | undefined) {
  return {
    interaction: {
      id,
      type: interactionType[kind],
      channel_id: channel.id,
      ...(channel.guild ? { guild_id: channel.guild.id } : {}),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (message.flags & flag.loading) !== 0,
        response_message_ephemeral: (message.flags & flag.ephemeral) !== 0,
      }),
    },
    resource: { type, ...(message ? { message } : {}) },
  }
}
