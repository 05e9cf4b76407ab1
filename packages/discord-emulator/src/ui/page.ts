// The web page to talk to the bot in: its files, what it asks for, and the stream of what happens.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { EmulatorContext } from '../context.ts'
import { type Env, bodyOf } from '../routes/env.ts'
import type { EmulatorUser, PersonName, EmulatorChannel, PlaceName, EmulatorWorld } from '../world.ts'
import { perform } from './perform-action.ts'
import { bundle } from './bundle.ts'
import { createFaultSwitches } from './fault-switches.ts'
import { request, type Suggestion, type ViewEvent } from './ui-protocol.ts'
import { sceneOf } from './initial-state.ts'
import { watchView } from './view.ts'
import { otherCalls, wireDetail, wireList } from './request-inspector.ts'

/** Everything comes from here, and only from here. Lit writes style attributes. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Bytes in what the page sends: a form of five inputs of 4000 characters, however they are written. */
const maxActBytes = 256 * 1024

/** Events that wait for a page to read them. */
const maxUnread = 1000

const turning = z.object({ key: z.string(), on: z.boolean() })

/** The page's routes; `tries` are what it suggests to type. */
export function pageRoutes(parts: EmulatorContext, tries: Suggestion[]): Hono<Env> {
  const { world } = parts
  const routes = new Hono<Env>()
  const switches = createFaultSwitches(parts.faultInjector.faults)
  const bundled = bundle()
  // Whoever asks for the bundle gets the error; until then it waits.
  bundled.catch(() => undefined)
  const html = readFileSync(join(import.meta.dirname, 'page.html'), 'utf8')

  routes.use('*', async (context, next) => {
    await next()
    context.header('content-security-policy', policy)
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
    context.header('cache-control', 'no-store')
  })
  routes.get('/', (context) => context.html(html))
  routes.get('/page/page.js', async (context) => {
    const { script } = await bundled
    return context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })
  routes.get('/page/style.css', async (context) => {
    const { style } = await bundled
    return context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' })
  })

  routes.get('/page/scene', (context) => context.json(sceneOf(world, parts.windows, tries)))
  routes.get('/page/view', (context) => {
    const found = find(world, context.req.query('person'), context.req.query('place'))
    if (!found) return context.notFound()
    return streamSSE(context, async (stream) => {
      const ended = new Promise<void>((resolve) => {
        stream.onAbort(resolve)
      })
      let unread = 0
      const stop = watchView(parts, found.person, found.place, (event: ViewEvent) => {
        // A page that does not read begins anew when it does.
        if (unread > maxUnread) stream.abort()
        if (stream.aborted) return
        unread += 1
        void stream.writeSSE({ data: JSON.stringify(event) }).finally(() => (unread -= 1))
      })
      await ended
      stop()
    })
  })
  routes.post('/page/act', async (context) => {
    const asked = request.safeParse((await bodyOf(context, maxActBytes)).json)
    const found = asked.success && find(world, asked.data.person, asked.data.place)
    if (!found) return context.json({ type: 'refused', why: 'There is no such thing to do.' }, 400)
    return context.json(await perform(parts, found.person, found.place, asked.data.act))
  })

  routes.get('/page/wire', (context) => context.json(wireList(parts)))
  routes.get('/page/wire/:id', (context) => {
    const detail = wireDetail(parts, context.req.param('id'))
    return detail ? context.json(detail) : context.notFound()
  })
  routes.get('/page/calls', (context) => context.json(otherCalls(parts)))
  routes.get('/page/faults', (context) => context.json(switches.list()))
  routes.post('/page/faults', async (context) => {
    const asked = turning.safeParse((await bodyOf(context, maxActBytes)).json)
    if (!asked.success || !switches.turn(asked.data.key, asked.data.on)) return context.notFound()
    return context.json(switches.list())
  })
  return routes
}

function find(
  world: EmulatorWorld,
  person = '',
  place = '',
): { person: EmulatorUser; place: EmulatorChannel } | undefined {
  if (!Object.hasOwn(world.people, person) || !Object.hasOwn(world.places, place)) return undefined
  return { person: world.people[person as PersonName], place: world.places[place as PlaceName] }
}
