// Edits, follow-ups and removals by an interaction's token: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
import { Hono } from 'hono'
import { editResponse, createFollowup, messageOf, deleteResponse } from '../interaction-responses.ts'
import type { Interaction } from '../interactions.ts'
import type { EmulatorContext } from '../context.ts'
import { readDraft } from '../message-events.ts'
import { invalidWebhookToken, unknownWebhook } from '../api-error.ts'
import { type Env, bodyOf } from './env.ts'

export function webhookRoutes(parts: EmulatorContext): Hono<Env> {
  const routes = new Hono<Env>()

  /** The interaction of a token, once it was answered and while the token lives. */
  function interactionOf(applicationId: string, token: string): Interaction {
    if (applicationId !== parts.world.application.id) throw unknownWebhook()
    const interaction = parts.interactions.byToken(token)
    const age = performance.now() - (interaction?.createdAt ?? 0)
    if (!interaction || age > parts.windows.interactionTokenTtlMs) throw invalidWebhookToken()
    if (interaction.state === 'unanswered') throw unknownWebhook()
    return interaction
  }

  routes.post('/webhooks/:application/:token', async (context) => {
    const { application, token } = context.req.param()
    const { json, files } = await bodyOf(context)
    const interaction = interactionOf(application, token)
    const draft = readDraft(json, files)
    return context.json(createFollowup(parts, interaction, draft).message)
  })

  const path = '/webhooks/:application/:token/messages/:message'
  routes.get(path, (context) => {
    const { application, token, message } = context.req.param()
    return context.json(messageOf(parts, interactionOf(application, token), message).message)
  })
  routes.patch(path, async (context) => {
    const { application, token, message } = context.req.param()
    const { json, files } = await bodyOf(context)
    const interaction = interactionOf(application, token)
    const kept = messageOf(parts, interaction, message)
    return context.json(editResponse(parts, interaction, kept, readDraft(json, files, [], kept)).message)
  })
  routes.delete(path, (context) => {
    const { application, token, message } = context.req.param()
    const interaction = interactionOf(application, token)
    deleteResponse(parts, interaction, messageOf(parts, interaction, message))
    return context.body(null, 204)
  })
  return routes
}
