// The callback endpoint of interactions: https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
import { Hono } from 'hono'
import { respondTo } from '../interaction-callback.ts'
import { type Interaction, interactionType } from '../interactions.ts'
import type { CallbackType } from '../validation/callbacks.ts'
import { flag } from '../validation/messages.ts'
import type { Message } from '../messages.ts'
import type { EmulatorContext } from '../context.ts'
import { unknownInteraction } from '../api-error.ts'
import { type Env, readLoggedBody } from './env.ts'

export function interactionRoutes(context: EmulatorContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post('/interactions/:id/:token/callback', async (c) => {
    const interaction = context.interactions.byId(c.req.param('id'))
    if (interaction?.token !== c.req.param('token')) throw unknownInteraction()
    const { type, message } = respondTo(context, interaction, await readLoggedBody(c))
    if (c.req.query('with_response') !== 'true') return c.body(null, 204)
    return c.json(responseOf(interaction, type, message))
  })
  return routes
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
