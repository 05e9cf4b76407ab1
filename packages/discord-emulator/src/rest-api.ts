// The REST API: logs every call, applies faults, checks the token, and routes.
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import type { FileRejection, RestFault } from './fault-injection.ts'
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

/** Paths that contain an interaction's token, which replaces the bot token. */
const needsNoToken = /^\/(interactions\/[^/]+\/[^/]+\/callback|webhooks\/)/

/** Discord's REST API, with the page's routes if there is a page. */
export function createRest(context: EmulatorContext, page?: Hono<Env>): Hono<Env> {
  const app = new Hono<Env>()

  app.use('*', async (c, next) => {
    const rejection = rejectForeignOrigin(c.req.header('host'), c.req.header('origin'))
    return rejection === undefined ? next() : c.text(rejection, 403)
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
    if (fault?.type === 'delay') await wait(fault.ms)
    else if (fault?.type === 'disconnect' && !fault.afterProcessing) return disconnect(c.env.incoming, fault)
    else if (fault?.type === 'rejectFiles') return fileRejection(fault.as)
    else if (fault?.type === 'rateLimit') return rateLimitResponse(fault, context.clock.now())
    else if (fault?.type === 'htmlPage') return htmlPage(fault.status)
    else if (fault?.type === 'status' && !fault.afterProcessing) return errorStatus(fault.status)
    if (!needsNoToken.test(path) && c.req.header('authorization') !== `Bot ${context.token}`)
      throw unauthorized()
    await next()
    if (fault?.type === 'status') c.res = errorStatus(fault.status)
    else if (fault?.type === 'disconnect') c.res = disconnect(c.env.incoming, fault)
  })

  for (const routes of [identityRoutes, commandRoutes, interactionRoutes, webhookRoutes, channelRoutes])
    app.route(base, routes(context))

  app.get('/attachments/:channel/:id/:name', (c) => {
    const { channel, id } = c.req.param()
    const redirect = context.faultInjector.consumeDownloadRedirect()
    if (redirect !== undefined) return c.redirect(redirect)
    const messages = context.messageStore.list(channel)
    const file = context.commandUploads.get(id) ?? messages.find(({ files }) => files.has(id))?.files.get(id)
    if (!file) throw notFound()
    // An upload can be an HTML page: it is shown, but its scripts never run.
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.type,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })

  if (page) app.route('/', page)

  app.notFound((c) => {
    const otherVersion = /^\/api\/v\d+\//.test(c.req.path) && !c.req.path.startsWith(`${base}/`)
    return errorResponse(otherVersion ? invalidApiVersion() : notFound())
  })
  app.onError((error) => {
    if (error instanceof DiscordApiError) return errorResponse(error)
    console.error(error)
    return errorStatus(500)
  })
  return app
}

function errorResponse(error: DiscordApiError): Response {
  return Response.json(errorBody(error), { status: error.status })
}

function errorStatus(status: number): Response {
  return Response.json({ message: `${status}: ${STATUS_CODES[status] ?? ''}`, code: 0 }, { status })
}

/** What a client gets that Discord's edge blocks: no error code and, on 429, no retry time. */
function htmlPage(status: number): Response {
  const html = `<!doctype html><title>${status}</title><h1>Sorry, you have been blocked</h1>`
  return new Response(html, { status, headers: { 'content-type': 'text/html', server: 'cloudflare' } })
}

/** Ends the connection; the returned response is only logged. */
function disconnect(
  { socket }: IncomingMessage,
  { method }: Extract<RestFault, { type: 'disconnect' }>,
): Response {
  if (method === 'reset') socket.resetAndDestroy()
  else socket.destroy()
  return new Response(null, { status: 499 })
}

function fileRejection(as: FileRejection): Response {
  switch (as) {
    case 'too large':
      return errorResponse(bodyTooLarge())
    case 'page':
      return new Response('<html><title>413 Payload Too Large</title></html>', {
        status: 413,
        headers: { 'content-type': 'text/html' },
      })
    case 'invalid form body':
      return errorResponse(
        invalidFormBody([
          { path: ['attachments', 0], code: 'FILE_INVALID', message: 'This file cannot be uploaded.' },
        ]),
      )
  }
}

/** https://discord.com/developers/docs/topics/rate-limits */
function rateLimitResponse(
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
