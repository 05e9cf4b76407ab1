// The bot's commands, global and per guild: https://discord.com/developers/docs/interactions/application-commands#endpoints
import { Hono } from 'hono'
import { command, commands } from '../validation/commands.ts'
import { parseBody } from '../validation/schema-helpers.ts'
import type { EmulatorContext } from '../context.ts'
import { missingAccess, notYourApplication, unknownCommand } from '../api-error.ts'
import { guildById } from '../world.ts'
import { type Env, readLoggedBody } from './env.ts'

export function commandRoutes(context: EmulatorContext): Hono<Env> {
  const routes = new Hono<Env>()
  addRoutes(routes, context, '/applications/:application/commands')
  addRoutes(routes, context, '/applications/:application/guilds/:guild/commands')
  return routes
}

function addRoutes(routes: Hono<Env>, { registry, world }: EmulatorContext, path: string): void {
  /** The guild's id, or undefined for the global commands. */
  function scopeOf(params: { application?: string; guild?: string }): string | undefined {
    if (params.application !== world.application.id) throw notYourApplication()
    if (params.guild !== undefined && !guildById(world, params.guild)?.installed) throw missingAccess()
    return params.guild
  }

  routes.get(path, (c) => c.json(registry.list(scopeOf(c.req.param()))))
  routes.put(path, async (c) => {
    const scope = scopeOf(c.req.param())
    return c.json(registry.replace(scope, parseBody(commands, (await readLoggedBody(c)).json)))
  })
  routes.post(path, async (c) => {
    const scope = scopeOf(c.req.param())
    const { command: registered, created } = registry.upsert(
      scope,
      parseBody(command, (await readLoggedBody(c)).json),
    )
    return c.json(registered, created ? 201 : 200)
  })

  routes.get(`${path}/:command`, (c) => {
    const params = c.req.param() as Record<string, string>
    return c.json(existing(scopeOf(params), params['command']))
  })
  routes.patch(`${path}/:command`, async (c) => {
    const params = c.req.param() as Record<string, string>
    const scope = scopeOf(params)
    const { id, ...current } = existing(scope, params['command'])
    const changes = (await readLoggedBody(c)).json as object
    const payload = parseBody(command, { ...current, ...changes, type: current.type })
    return c.json(registry.upsert(scope, payload, id).command)
  })
  routes.delete(`${path}/:command`, (c) => {
    const params = c.req.param() as Record<string, string>
    const scope = scopeOf(params)
    registry.remove(scope, existing(scope, params['command']).id)
    return c.body(null, 204)
  })

  function existing(scope: string | undefined, id = '') {
    const registered = registry.get(scope, id)
    if (!registered) throw unknownCommand()
    return registered
  }
}
