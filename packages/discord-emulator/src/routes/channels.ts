// Messages in channels: https://discord.com/developers/docs/resources/message
import { Hono } from 'hono'
import { parseBody, boundedInteger } from '../validation/schema-helpers.ts'
import { permission, botPermissions, sendPermission } from '../permissions.ts'
import { replyTo } from '../message-parts.ts'
import type { StoredMessage } from '../messages.ts'
import { botUser, toApiChannel } from '../to-api.ts'
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
import { type EmulatorChannel, userById, channelById } from '../world.ts'
import { type Env, readLoggedBody } from './env.ts'

export function channelRoutes(context: EmulatorContext): Hono<Env> {
  const { world, messageStore } = context
  const routes = new Hono<Env>()

  /** The channel. @throws DiscordApiError if it does not exist or the bot cannot see it */
  function visibleChannel(id: string): EmulatorChannel {
    const channel = channelById(world, id)
    if (!channel) throw unknownChannel()
    const canView = channel.guild
      ? channel.guild.installed && (botPermissions(channel) & permission.viewChannel) !== 0n
      : channel.withBot
    if (!canView) throw missingAccess()
    return channel
  }

  function messageIn(channel: EmulatorChannel, id: string): StoredMessage {
    const stored = messageStore.get(channel.id, id)
    // An ephemeral message is accessible only with its interaction's token.
    if (!stored || stored.visibleTo !== undefined) throw unknownMessage()
    return stored
  }

  function requirePermission(channel: EmulatorChannel, bit: bigint): void {
    if (channel.guild && !(botPermissions(channel) & bit)) throw missingPermissions()
  }

  /** Whether the user shares a guild with the bot or installed it. */
  function isReachable(channel: EmulatorChannel): boolean {
    const user = userById(world, channel.recipientIds?.[0] ?? '')
    const sharesGuild = Object.values(world.guilds).some(
      ({ installed, members }) => installed && user !== undefined && user.id in members,
    )
    return user !== undefined && (user.installed || sharesGuild)
  }

  /** The message sent with this nonce, which `enforce_nonce` returns again. */
  function messageWithNonce(
    channel: EmulatorChannel,
    nonce: string | number | null | undefined,
  ): StoredMessage | undefined {
    if (nonce == null) return undefined
    return messageStore.list(channel.id).find(({ message }) => message.nonce === nonce)
  }

  function replyOf(channel: EmulatorChannel, { payload }: MessageDraft) {
    const reference = payload.message_reference
    if (reference?.message_id == null) return { type: 0 }
    const channelId = reference.channel_id ?? channel.id
    const referenced =
      channelId === channel.id ? messageStore.get(channel.id, reference.message_id) : undefined
    if (!referenced && reference.fail_if_not_exists !== false)
      throw invalidFormBody([
        { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
      ])
    return referenced ? { type: 19, ...replyTo(referenced.message, channel.guild?.id) } : { type: 0 }
  }

  routes.get('/channels/:channel', (c) => c.json(toApiChannel(world, visibleChannel(c.req.param('channel')))))
  routes.post('/channels/:channel/messages', async (c) => {
    const channel = visibleChannel(c.req.param('channel'))
    const { json, files } = await readLoggedBody(c)
    requirePermission(channel, sendPermission(channel))
    if (channel.locked) throw threadLocked()
    channel.archived = false
    if (!channel.guild && !isReachable(channel)) throw cannotMessageUser()
    const draft = readDraft(json, files)
    if (files.size > 0) requirePermission(channel, permission.attachFiles)
    const author = botUser(world.application)
    const existing =
      draft.payload.enforce_nonce === true ? messageWithNonce(channel, draft.payload.nonce) : undefined
    if (existing) return c.json(existing.message)
    return c.json(
      createMessage(context, channel, { author, flags: 0, ...replyOf(channel, draft) }, draft).message,
    )
  })
  routes.get('/channels/:channel/messages', (c) => {
    const channel = visibleChannel(c.req.param('channel'))
    requirePermission(channel, permission.readHistory)
    const limit = parseBody(boundedInteger({ min: 1, max: 100 }), Number(c.req.query('limit') ?? 50), [
      'limit',
    ])
    const publicMessages = messageStore.list(channel.id).filter(({ visibleTo }) => visibleTo === undefined)
    return c.json(
      publicMessages
        .slice(-limit)
        .reverse()
        .map(({ message }) => message),
    )
  })

  const path = '/channels/:channel/messages/:message'
  routes.get(path, (c) => {
    const channel = visibleChannel(c.req.param('channel'))
    requirePermission(channel, permission.readHistory)
    return c.json(messageIn(channel, c.req.param('message')).message)
  })
  routes.patch(path, async (c) => {
    const channel = visibleChannel(c.req.param('channel'))
    const stored = messageIn(channel, c.req.param('message'))
    if (stored.message.author.id !== world.application.id) throw notYourMessage()
    const { json, files } = await readLoggedBody(c)
    return c.json(updateMessage(context, channel, stored, readDraft(json, files, [], stored)).message)
  })
  routes.delete(path, (c) => {
    const channel = visibleChannel(c.req.param('channel'))
    const stored = messageIn(channel, c.req.param('message'))
    if (stored.message.author.id !== world.application.id) {
      if (!channel.guild) throw notInDirectMessages()
      requirePermission(channel, permission.manageMessages)
    }
    deleteMessage(context, channel, stored)
    return c.body(null, 204)
  })
  return routes
}
