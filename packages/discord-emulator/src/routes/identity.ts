// The bot's identity and surroundings: its gateway, application, user, guilds and direct messages.
import { Hono } from 'hono'
import { z } from 'zod'
import { parseBody, snowflake } from '../validation/schema-helpers.ts'
import { toApiApplication } from '../application.ts'
import { botUser, toApiChannel, toApiGuild, toApiUser } from '../to-api.ts'
import type { EmulatorContext } from '../context.ts'
import { invalidRecipient, unknownGuild, unknownUser } from '../api-error.ts'
import { dmChannelOf, userById, guildById } from '../world.ts'
import { type Env, readLoggedBody } from './env.ts'

/** Other changes are ignored. */
const applicationChanges = z.object({ interactions_endpoint_url: z.string().nullable().optional() })

export function identityRoutes(context: EmulatorContext): Hono<Env> {
  const { world, gatewayUrl, faultInjector, endpoint } = context
  const routes = new Hono<Env>()
  routes.get('/gateway', (c) => c.json({ url: gatewayUrl() }))
  routes.get('/gateway/bot', (c) => {
    const { remaining, resetAfterMs } = faultInjector.sessionLimit()
    return c.json({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining, reset_after: resetAfterMs, max_concurrency: 1 },
    })
  })
  routes.get('/applications/@me', (c) => c.json(toApiApplication(context)))
  routes.get('/oauth2/applications/@me', (c) => c.json(toApiApplication(context)))
  routes.patch('/applications/@me', async (c) => {
    const { interactions_endpoint_url: url } = parseBody(applicationChanges, (await readLoggedBody(c)).json)
    if (url !== undefined) await endpoint.setUrl(url)
    return c.json(toApiApplication(context))
  })
  routes.get('/users/@me', (c) =>
    c.json({
      ...botUser(world.application),
      verified: true,
      mfa_enabled: false,
      email: null,
      flags: 0,
      locale: 'en-US',
    }),
  )
  routes.get('/users/@me/guilds', (c) =>
    c.json(
      Object.values(world.guilds)
        .filter(({ installed }) => installed)
        .map((guild) => ({
          ...toApiGuild(guild),
          owner: false,
          permissions: String(guild.botPermissions),
        })),
    ),
  )
  routes.post('/users/@me/channels', async (c) => {
    const { recipient_id } = parseBody(z.object({ recipient_id: snowflake }), (await readLoggedBody(c)).json)
    const user = userById(world, recipient_id)
    if (!user) throw invalidRecipient()
    return c.json(toApiChannel(world, dmChannelOf(user)))
  })
  routes.get('/users/:id', (c) => {
    const id = c.req.param('id')
    if (id === world.application.id) return c.json(botUser(world.application))
    const user = userById(world, id)
    if (!user) throw unknownUser()
    return c.json(toApiUser(user))
  })
  routes.get('/guilds/:id', (c) => {
    const guild = guildById(world, c.req.param('id'))
    if (!guild?.installed) throw unknownGuild()
    return c.json(toApiGuild(guild))
  })
  return routes
}
