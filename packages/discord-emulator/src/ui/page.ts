// The web page for trying the bot: its files, its requests, and the stream of events.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { requestSizeLimit } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { type Env, readLoggedBody } from '../routes/env.ts'
import type { ChannelKey, EmulatorChannel, EmulatorUser, EmulatorWorld, UserKey } from '../world.ts'
import { performAction } from './perform-action.ts'
import { bundle } from './bundle.ts'
import { createFaultSwitches } from './fault-switches.ts'
import { type Suggestion, type ViewEvent, actionRequest } from './ui-protocol.ts'
import { createInitialState } from './initial-state.ts'
import { watchView } from './view.ts'
import { interactionDetail, listInteractions, otherCalls } from './request-inspector.ts'

/** The page loads nothing from other hosts. Lit writes style attributes. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Bytes of a request without files: room for a modal of five inputs of 4000 characters in any encoding. */
const maxActionBytes = 256 * 1024

/** Events that may wait for a page to read them. */
const maxUnreadEvents = 1000

const faultRequest = z.object({ key: z.string(), enabled: z.boolean() })

/** The page's routes; `suggestions` are the commands that it offers to try. */
export function pageRoutes(context: EmulatorContext, suggestions: Suggestion[]): Hono<Env> {
  const { world } = context
  const routes = new Hono<Env>()
  const switches = createFaultSwitches(context.faultInjector.faults)
  const bundled = bundle()
  // A request for the bundle gets the error; without this it would be an unhandled rejection.
  bundled.catch(() => undefined)
  const html = readFileSync(join(import.meta.dirname, 'page.html'), 'utf8')

  routes.use('*', async (c, next) => {
    await next()
    c.header('content-security-policy', contentSecurityPolicy)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
  })
  routes.get('/', (c) => c.html(html))
  routes.get('/page/page.js', async (c) => {
    const { script } = await bundled
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })
  routes.get('/page/style.css', async (c) => {
    const { style } = await bundled
    return c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' })
  })

  routes.get('/page/state', (c) => c.json(createInitialState(world, context.timeouts, suggestions)))
  routes.get('/page/view', (c) => {
    const viewer = findViewer(world, c.req.query('user'), c.req.query('channel'))
    if (!viewer) return c.notFound()
    return streamSSE(c, async (stream) => {
      const ended = new Promise<void>((resolve) => {
        stream.onAbort(resolve)
      })
      let unread = 0
      const stop = watchView(context, viewer.user, viewer.channel, (event: ViewEvent) => {
        // A page that falls behind reconnects and gets every message again.
        if (unread > maxUnreadEvents) stream.abort()
        if (stream.aborted) return
        unread += 1
        void stream.writeSSE({ data: JSON.stringify(event) }).finally(() => (unread -= 1))
      })
      await ended
      stop()
    })
  })
  routes.post('/page/actions', async (c) => {
    const hasFiles = c.req.header('content-type')?.startsWith('multipart/') ?? false
    const { json, files } = await readLoggedBody(c, hasFiles ? requestSizeLimit : maxActionBytes)
    const request = actionRequest.safeParse(json)
    const viewer = request.success && findViewer(world, request.data.user, request.data.channel)
    if (!viewer) return c.json({ type: 'rejected', reason: 'There is no such action.' }, 400)
    return c.json(await performAction(context, viewer.user, viewer.channel, request.data.action, files))
  })

  routes.get('/page/interactions', (c) => c.json(listInteractions(context)))
  routes.get('/page/interactions/:id', (c) => {
    const detail = interactionDetail(context, c.req.param('id'))
    return detail ? c.json(detail) : c.notFound()
  })
  routes.get('/page/calls', (c) => c.json(otherCalls(context)))
  routes.get('/page/faults', (c) => c.json(switches.list()))
  routes.post('/page/faults', async (c) => {
    const request = faultRequest.safeParse((await readLoggedBody(c, maxActionBytes)).json)
    if (!request.success || !switches.set(request.data.key, request.data.enabled)) return c.notFound()
    return c.json(switches.list())
  })
  return routes
}

function findViewer(
  world: EmulatorWorld,
  user = '',
  channel = '',
): { user: EmulatorUser; channel: EmulatorChannel } | undefined {
  if (!Object.hasOwn(world.users, user) || !Object.hasOwn(world.channels, channel)) return undefined
  return { user: world.users[user as UserKey], channel: world.channels[channel as ChannelKey] }
}
