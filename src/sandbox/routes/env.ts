// What every route's context carries, and how a route reads its body so that the log has it too.
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { type Body, readBody } from '../body.ts'

export interface Env {
  Bindings: HttpBindings
  Variables: { body: unknown }
}

export async function bodyOf(context: Context<Env>): Promise<Body> {
  const body = await readBody(context.req.raw)
  context.set('body', body.json)
  return body
}
