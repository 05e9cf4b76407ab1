// Messages in channels: https://discord.com/developers/docs/resources/message
import { Hono } from 'hono'
import { parseBody, boundedInteger } from '../validation/schema-helpers.ts'
import { permission, botPermissions, sending } from '../permissions.ts'
import { replyTo } from '../message-parts.ts'
import type { StoredMessage } from '../messages.ts'
import { botUser, channelOf } from '../to-api.ts'
import type { EmulatorContext } from '../context.ts'
import {
  type MessageDraft,
  createMessage,
  readDraft,
  deleteMessage,
  updateMessage,
} from '../message-events.ts'
import {
  cannotMessageUser,
  invalidFormBody,
  missingAccess,
  missingPermissions,
  threadLocked,
  notInDirectMessages,
  notYourMessage,
  unknownChannel,
  unknownMessage,
} from '../api-error.ts'
import { type EmulatorChannel, personById, placeById } from '../world.ts'
import { type Env, bodyOf } from './env.ts'

export function channelRoutes(parts: EmulatorContext): Hono<Env> {
  const { world, history } = parts
  const routes = new Hono<Env>()

  /** A place that the bot can see. */
  function placeOf(id: string): EmulatorChannel {
    const place = placeById(world, id)
    if (!place) throw unknownChannel()
    const mayEnter = place.server
      ? place.server.installed && (botPermissions(place) & permission.viewChannel) !== 0n
      : place.withBot
    if (!mayEnter) throw missingAccess()
    return place
  }

  function messageIn(place: EmulatorChannel, id: string): StoredMessage {
    const kept = history.get(place.id, id)
    // A private answer can only be reached by its interaction's token.
    if (!kept || kept.visibleTo !== undefined) throw unknownMessage()
    return kept
  }

  function needs(place: EmulatorChannel, bit: bigint): void {
    if (place.server && !(botPermissions(place) & bit)) throw missingPermissions()
  }

  /** Whether the person shares a server with the bot or installed it. */
  function isReachable(place: EmulatorChannel): boolean {
    const person = personById(world, place.peopleIds?.[0] ?? '')
    const shares = Object.values(world.servers).some(
      ({ installed, members }) => installed && person !== undefined && person.id in members,
    )
    return person !== undefined && (person.installed || shares)
  }

  /** With `enforce_nonce`, the same nonce again gives the message that it made. */
  function alreadySent(
    place: EmulatorChannel,
    nonce: string | number | null | undefined,
  ): StoredMessage | undefined {
    if (nonce == null) return undefined
    return history.list(place.id).find(({ message }) => message.nonce === nonce)
  }

  function replyOf(place: EmulatorChannel, { payload }: MessageDraft) {
    const reference = payload.message_reference
    if (reference?.message_id == null) return { type: 0 }
    const channelId = reference.channel_id ?? place.id
    const referenced = channelId === place.id ? history.get(place.id, reference.message_id) : undefined
    if (!referenced && reference.fail_if_not_exists !== false)
      throw invalidFormBody([
        { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
      ])
    return referenced ? { type: 19, ...replyTo(referenced.message, place.server?.id) } : { type: 0 }
  }

  routes.get('/channels/:channel', (context) =>
    context.json(channelOf(world, placeOf(context.req.param('channel')))),
  )
  routes.post('/channels/:channel/messages', async (context) => {
    const place = placeOf(context.req.param('channel'))
    const { json, files } = await bodyOf(context)
    needs(place, sending(place))
    if (place.locked) throw threadLocked()
    if (!place.server && !isReachable(place)) throw cannotMessageUser()
    const draft = readDraft(json, files)
    if (files.size > 0) needs(place, permission.attachFiles)
    const author = botUser(world.application)
    const sent = draft.payload.enforce_nonce === true ? alreadySent(place, draft.payload.nonce) : undefined
    if (sent) return context.json(sent.message)
    return context.json(
      createMessage(parts, place, { author, flags: 0, ...replyOf(place, draft) }, draft).message,
    )
  })
  routes.get('/channels/:channel/messages', (context) => {
    const place = placeOf(context.req.param('channel'))
    needs(place, permission.readHistory)
    const limit = parseBody(boundedInteger({ min: 1, max: 100 }), Number(context.req.query('limit') ?? 50), [
      'limit',
    ])
    const open = history.list(place.id).filter(({ visibleTo }) => visibleTo === undefined)
    return context.json(
      open
        .slice(-limit)
        .reverse()
        .map(({ message }) => message),
    )
  })

  const path = '/channels/:channel/messages/:message'
  routes.get(path, (context) => {
    const place = placeOf(context.req.param('channel'))
    needs(place, permission.readHistory)
    return context.json(messageIn(place, context.req.param('message')).message)
  })
  routes.patch(path, async (context) => {
    const place = placeOf(context.req.param('channel'))
    const kept = messageIn(place, context.req.param('message'))
    if (kept.message.author.id !== world.application.id) throw notYourMessage()
    const { json, files } = await bodyOf(context)
    return context.json(updateMessage(parts, place, kept, readDraft(json, files, [], kept)).message)
  })
  routes.delete(path, (context) => {
    const place = placeOf(context.req.param('channel'))
    const kept = messageIn(place, context.req.param('message'))
    if (kept.message.author.id !== world.application.id) {
      if (!place.server) throw notInDirectMessages()
      needs(place, permission.manageMessages)
    }
    deleteMessage(parts, place, kept)
    return context.body(null, 204)
  })
  return routes
}
