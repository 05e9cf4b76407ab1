// Who the bot is and where it is: its gateway, application, user, servers and channels.
import { Hono } from 'hono'
import { z } from 'zod'
import { parseBody, snowflake } from '../validation/schema-helpers.ts'
import { applicationOf } from '../application.ts'
import { botUser, channelOf, toApiGuild, toApiUser } from '../to-api.ts'
import type { EmulatorContext } from '../context.ts'
import { invalidRecipient, unknownGuild, unknownUser } from '../api-error.ts'
import { dmChannelOf, personById, serverById } from '../world.ts'
import { type Env, bodyOf } from './env.ts'

export function identityRoutes({ world, gatewayUrl, faultInjector }: EmulatorContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/gateway', (context) => context.json({ url: gatewayUrl() }))
  routes.get('/gateway/bot', (context) => {
    const { remaining, resetAfterMs } = faultInjector.sessionLimit()
    return context.json({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining, reset_after: resetAfterMs, max_concurrency: 1 },
    })
  })
  routes.get('/applications/@me', (context) => context.json(applicationOf(world)))
  routes.get('/oauth2/applications/@me', (context) => context.json(applicationOf(world)))
  routes.get('/users/@me', (context) =>
    context.json({
      ...botUser(world.application),
      verified: true,
      mfa_enabled: false,
      email: null,
      flags: 0,
      locale: 'en-US',
    }),
  )
  routes.get('/users/@me/guilds', (context) =>
    context.json(
      Object.values(world.servers)
        .filter(({ installed }) => installed)
        .map((server) => ({
          ...toApiGuild(server),
          owner: false,
          permissions: String(server.botPermissions),
        })),
    ),
  )
  routes.post('/users/@me/channels', async (context) => {
    const { recipient_id } = parseBody(z.object({ recipient_id: snowflake }), (await bodyOf(context)).json)
    const person = personById(world, recipient_id)
    if (!person) throw invalidRecipient()
    return context.json(channelOf(world, dmChannelOf(person)))
  })
  routes.get('/users/:id', (context) => {
    const id = context.req.param('id')
    if (id === world.application.id) return context.json(botUser(world.application))
    const person = personById(world, id)
    if (!person) throw unknownUser()
    return context.json(toApiUser(person))
  })
  routes.get('/guilds/:id', (context) => {
    const server = serverById(world, context.req.param('id'))
    if (!server?.installed) throw unknownGuild()
    return context.json(toApiGuild(server))
  })
  return routes
}
