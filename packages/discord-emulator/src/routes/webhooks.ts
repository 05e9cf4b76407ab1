// Follow-ups, edits and deletions with an interaction's token: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
import { Hono } from 'hono'
import { editResponse, createFollowup, messageOf, deleteResponse } from '../interaction-responses.ts'
import type { Interaction } from '../interactions.ts'
import type { EmulatorContext } from '../context.ts'
import { readDraft } from '../message-events.ts'
import { invalidWebhookToken, unknownWebhook } from '../api-error.ts'
import { type Env, readLoggedBody } from './env.ts'

export function webhookRoutes(context: EmulatorContext): Hono<Env> {
  const routes = new Hono<Env>()

  /** The interaction of a token, if it was acknowledged and the token has not expired. */
  function interactionOf(applicationId: string, token: string): Interaction {
    if (applicationId !== context.world.application.id) throw unknownWebhook()
    const interaction = context.interactions.byToken(token)
    const age = performance.now() - (interaction?.createdAt ?? 0)
    if (!interaction || age > context.timeouts.interactionTokenTtlMs) throw invalidWebhookToken()
    if (interaction.state === 'pending') throw unknownWebhook()
    return interaction
  }

  routes.post('/webhooks/:application/:token', async (c) => {
    const { application, token } = c.req.param()
    const { json, files } = await readLoggedBody(c)
    const interaction = interactionOf(application, token)
    const draft = readDraft(json, files)
    return c.json(createFollowup(context, interaction, draft).message)
  })

  const path = '/webhooks/:application/:token/messages/:message'
  routes.get(path, (c) => {
    const { application, token, message } = c.req.param()
    return c.json(messageOf(context, interactionOf(application, token), message).message)
  })
  routes.patch(path, async (c) => {
    const { application, token, message } = c.req.param()
    const { json, files } = await readLoggedBody(c)
    const interaction = interactionOf(application, token)
    const stored = messageOf(context, interaction, message)
    return c.json(editResponse(context, interaction, stored, readDraft(json, files, [], stored)).message)
  })
  routes.delete(path, (c) => {
    const { application, token, message } = c.req.param()
    const interaction = interactionOf(application, token)
    deleteResponse(context, interaction, messageOf(context, interaction, message))
    return c.body(null, 204)
  })
  return routes
}
