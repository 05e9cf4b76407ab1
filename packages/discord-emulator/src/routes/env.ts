// The context type of every route, and how a route reads and logs its body.
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Body, readBody, requestSizeLimit } from '../body.ts'
import { toLogged } from '../request-log.ts'
import { bodyTooLarge } from '../api-error.ts'

export interface Env {
  Bindings: HttpBindings
  Variables: { body: unknown }
}

/** Reads a body of at most `maxSize` bytes. @throws DiscordApiError 40005 for a larger body, and as readBody does */
export async function readLoggedBody(c: Context<Env, string>, maxSize = requestSizeLimit): Promise<Body> {
  const limit: MiddlewareHandler<Env> = bodyLimit({
    maxSize,
    onError() {
      throw bodyTooLarge()
    },
  })
  await limit(c, () => Promise.resolve())
  const body = await readBody(c.req.raw)
  c.set(
    'body',
    toLogged(body.text, () => body.json),
  )
  return body
}
