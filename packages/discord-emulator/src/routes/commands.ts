// The bot's commands, global and by server: https://discord.com/developers/docs/interactions/application-commands#endpoints
import { Hono } from 'hono'
import { command, commands } from '../validation/commands.ts'
import { parseBody } from '../validation/schema-helpers.ts'
import type { EmulatorContext } from '../context.ts'
import { missingAccess, notYourApplication, unknownCommand } from '../api-error.ts'
import { serverById } from '../world.ts'
import { type Env, bodyOf } from './env.ts'

export function commandRoutes(parts: EmulatorContext): Hono<Env> {
  const routes = new Hono<Env>()
  addAll(routes, parts, '/applications/:application/commands')
  addAll(routes, parts, '/applications/:application/guilds/:guild/commands')
  return routes
}

function addAll(routes: Hono<Env>, { registry, world }: EmulatorContext, path: string): void {
  /** The server whose commands a path names, or undefined for the global ones. */
  function scopeOf(params: { application?: string; guild?: string }): string | undefined {
    if (params.application !== world.application.id) throw notYourApplication()
    if (params.guild !== undefined && !serverById(world, params.guild)?.installed) throw missingAccess()
    return params.guild
  }

  routes.get(path, (context) => context.json(registry.list(scopeOf(context.req.param()))))
  routes.put(path, async (context) => {
    const scope = scopeOf(context.req.param())
    return context.json(registry.replace(scope, parseBody(commands, (await bodyOf(context)).json)))
  })
  routes.post(path, async (context) => {
    const scope = scopeOf(context.req.param())
    const { command: made, created } = registry.upsert(
      scope,
      parseBody(command, (await bodyOf(context)).json),
    )
    return context.json(made, created ? 201 : 200)
  })

  routes.get(`${path}/:command`, (context) => {
    const params = context.req.param() as Record<string, string>
    return context.json(known(scopeOf(params), params['command']))
  })
  routes.patch(`${path}/:command`, async (context) => {
    const params = context.req.param() as Record<string, string>
    const scope = scopeOf(params)
    const { id, ...old } = known(scope, params['command'])
    const changes = (await bodyOf(context)).json as object
    const payload = parseBody(command, { ...old, ...changes, type: old.type })
    return context.json(registry.upsert(scope, payload, id).command)
  })
  routes.delete(`${path}/:command`, (context) => {
    const params = context.req.param() as Record<string, string>
    const scope = scopeOf(params)
    registry.remove(scope, known(scope, params['command']).id)
    return context.body(null, 204)
  })

  function known(scope: string | undefined, id = '') {
    const found = registry.get(scope, id)
    if (!found) throw unknownCommand()
    return found
  }
}
