// The REST API: every call is logged, meets its fault if one is due, shows its token, and finds its route.
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import type { FileRefusal, RestFault } from './fault-injection.ts'
import { rejectForeignOrigin } from './origin-check.ts'
import { toLogged, appendCapped } from './request-log.ts'
import type { EmulatorContext } from './context.ts'
import {
  DiscordApiError,
  bodyTooLarge,
  invalidApiVersion,
  invalidFormBody,
  notFound,
  errorBody,
  unauthorized,
} from './api-error.ts'
import { channelRoutes } from './routes/channels.ts'
import { commandRoutes } from './routes/commands.ts'
import type { Env } from './routes/env.ts'
import { identityRoutes } from './routes/identity.ts'
import { interactionRoutes } from './routes/interactions.ts'
import { webhookRoutes } from './routes/webhooks.ts'

const base = '/api/v10'

/** Paths that carry an interaction's token and need no other. */
const needsNoToken = /^\/(interactions\/[^/]+\/[^/]+\/callback|webhooks\/)/

/** Discord's REST API, and the page's routes where there is a page. */
export function createRest(context: EmulatorContext, page?: Hono<Env>): Hono<Env> {
  const app = new Hono<Env>()

  app.use('*', async (c, next) => {
    const why = rejectForeignOrigin(c.req.header('host'), c.req.header('origin'))
    return why === undefined ? next() : c.text(why, 403)
  })

  app.use('*', async (c, next) => {
    const path = c.req.path.replace(base, '')
    const { method } = c.req
    await next()
    c.header('date', new Date(context.clock.now()).toUTCString())
    if (!c.req.path.startsWith('/api/')) return
    const isJson = c.res.headers.get('content-type')?.includes('json')
    const response = isJson ? toLogged(await c.res.clone().text()) : null
    const body: unknown = c.get('body')
    appendCapped(context.log.calls, {
      receivedAt: context.clock.now(),
      method,
      path,
      body,
      status: c.res.status,
      response,
    })
    context.events.emit('change', { type: 'log' })
  })

  app.use(`${base}/*`, async (c, next) => {
    const path = c.req.path.slice(base.length)
    const hasFiles = c.req.header('content-type')?.startsWith('multipart/') ?? false
    const fault = context.faultInjector.consumeFault(c.req.method, path, hasFiles)
    if (fault?.type === 'slow') await wait(fault.ms)
    else if (fault?.type === 'cut' && !fault.afterProcessing) return cut(c.env.incoming, fault)
    else if (fault?.type === 'refuseFiles') return refuseFile(fault.as)
    else if (fault?.type === 'rateLimit') return rateLimited(fault, context.clock.now())
    else if (fault?.type === 'page') return pageOf(fault.status)
    else if (fault?.type === 'status' && !fault.afterProcessing) return failed(fault.status)
    if (!needsNoToken.test(path) && c.req.header('authorization') !== `Bot ${context.token}`)
      throw unauthorized()
    await next()
    if (fault?.type === 'status') c.res = failed(fault.status)
    else if (fault?.type === 'cut') c.res = cut(c.env.incoming, fault)
  })

  for (const routes of [identityRoutes, commandRoutes, interactionRoutes, webhookRoutes, channelRoutes])
    app.route(base, routes(context))

  app.get('/attachments/:channel/:id/:name', (c) => {
    const { channel, id } = c.req.param()
    for (const { files } of context.messageStore.list(channel)) {
      const file = files.get(id)
      if (!file) continue
      // What a bot uploads may be a page of its own: it is shown, and never run.
      return c.body(new Uint8Array(file.bytes), 200, {
        'content-type': file.type,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'x-content-type-options': 'nosniff',
      })
    }
    throw notFound()
  })

  if (page) app.route('/', page)

  app.notFound((c) => {
    const otherVersion = /^\/api\/v\d+\//.test(c.req.path) && !c.req.path.startsWith(`${base}/`)
    return refuse(otherVersion ? invalidApiVersion() : notFound())
  })
  app.onError((error) => {
    if (error instanceof DiscordApiError) return refuse(error)
    console.error(error)
    return failed(500)
  })
  return app
}

function refuse(refusal: DiscordApiError): Response {
  return Response.json(errorBody(refusal), { status: refusal.status })
}

function failed(status: number): Response {
  return Response.json({ message: `${status}: ${STATUS_CODES[status] ?? ''}`, code: 0 }, { status })
}

/** What a machine gets that Discord's edge does not let through: no code, and on 429 no time to wait. */
function pageOf(status: number): Response {
  const html = `<!doctype html><title>${status}</title><h1>Sorry, you have been blocked</h1>`
  return new Response(html, { status, headers: { 'content-type': 'text/html', server: 'cloudflare' } })
}

/** Ends the connection; the answer goes nowhere. */
function cut({ socket }: IncomingMessage, { how }: Extract<RestFault, { type: 'cut' }>): Response {
  if (how === 'reset') socket.resetAndDestroy()
  else socket.destroy()
  return new Response(null, { status: 499 })
}

function refuseFile(as: FileRefusal): Response {
  switch (as) {
    case 'too large':
      return refuse(bodyTooLarge())
    case 'page':
      return new Response('<html><title>413 Payload Too Large</title></html>', {
        status: 413,
        headers: { 'content-type': 'text/html' },
      })
    case 'bad form':
      return refuse(
        invalidFormBody([
          { path: ['attachments', 0], code: 'FILE_INVALID', message: 'This file cannot be uploaded.' },
        ]),
      )
  }
}

/** https://discord.com/developers/docs/topics/rate-limits */
function rateLimited(
  { retryAfterMs, global }: Extract<RestFault, { type: 'rateLimit' }>,
  now: number,
): Response {
  const seconds = retryAfterMs / 1000
  const headers: Record<string, string> = {
    'retry-after': String(Math.ceil(seconds)),
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global
      ? { 'x-ratelimit-global': 'true' }
      : {
          'x-ratelimit-limit': '5',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String((now + retryAfterMs) / 1000),
          'x-ratelimit-reset-after': String(seconds),
          'x-ratelimit-bucket': 'emulator',
        }),
  }
  const body = { message: 'You are being rate limited.', retry_after: seconds, global }
  return Response.json(body, { status: 429, headers })
}
