// Guards what comes over the gateway: what discord.js cannot read is reported and dropped, and the shard lives on.
// Private methods of discord.js are wrapped, since it parses within the listener of the socket, where a throw ends the
// process, and offers neither a hook around that nor an event for it.
import {
  Events,
  GatewayDispatchEvents,
  GatewayOpcodes,
  SimpleShardingStrategy,
  type Client,
  type Interaction,
  type WebSocketOptions,
} from 'discord.js'
import { isObject, reduceInteraction, UnreadableError, type JsonObject } from './interaction-payload.ts'

/** Told of what is dropped: the name of the event, or of the opcode, and its data. */
export type OnUnreadable = (event: unknown, data: unknown, error: unknown) => void

/**
 * Hands over each interaction with what was left of its payload, and what cannot be read to `onUnreadable`; before the login.
 */
export function guardGateway(
  client: Client,
  onInteraction: (interaction: Interaction, payload: JsonObject) => void,
  onUnreadable: OnUnreadable,
): void {
  client.options.ws = { ...client.options.ws, buildStrategy: guardedStrategy(onUnreadable) }
  /** The interaction that discord.js reads: it emits it while it handles the packet, or not at all. */
  const unread = new Set<JsonObject>()
  client.on(Events.InteractionCreate, (interaction) => {
    const [payload = {}] = unread
    unread.clear()
    onInteraction(interaction, payload)
  })
  const handlePacket = client.ws['handlePacket'].bind(client.ws)
  client.ws['handlePacket'] = (packet, shard) => {
    if (!isObject(packet)) return handlePacket(packet, shard)
    const { t, d } = packet
    try {
      if (t !== GatewayDispatchEvents.InteractionCreate) return handlePacket(packet, shard)
      const reduced = reduceInteraction(d)
      unread.add(reduced)
      // False for what waits until all shards are ready; it comes here again then.
      const isHandled = handlePacket({ ...packet, d: reduced }, shard)
      if (isHandled && unread.has(reduced)) throw new UnreadableError('discord.js knows no such interaction')
      return isHandled
    } catch (error) {
      onUnreadable(t, d, error)
      return true
    } finally {
      unread.clear()
    }
  }
}

/** The private parts of @discordjs/ws that are wrapped. */
interface Shards {
  shards: ReadonlyMap<number, { unpackMessage: (data: unknown, isBinary: boolean) => Promise<unknown> }>
}

/** Shards drop what is no payload at all, which @discordjs/ws reads unchecked. */
function guardedStrategy(onUnreadable: OnUnreadable): NonNullable<WebSocketOptions['buildStrategy']> {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager)
    const spawn = strategy.spawn.bind(strategy)
    strategy.spawn = async (shardIds) => {
      await spawn(shardIds)
      for (const shard of (strategy as unknown as Shards).shards.values()) {
        const unpack = shard.unpackMessage.bind(shard)
        shard.unpackMessage = async (data, isBinary) => {
          const payload = await unpack(data, isBinary)
          try {
            return checked(payload)
          } catch (error) {
            const { op, t, d } = isObject(payload) ? payload : {}
            onUnreadable(t ?? `opcode ${String(op)}`, d, error)
            return null
          }
        }
      }
    }
    return strategy
  }
}

const opcode: Record<'dispatch' | 'hello' | 'invalidSession', number> = {
  dispatch: GatewayOpcodes.Dispatch,
  hello: GatewayOpcodes.Hello,
  invalidSession: GatewayOpcodes.InvalidSession,
}
const event: Record<'ready' | 'resumed', string> = {
  ready: GatewayDispatchEvents.Ready,
  resumed: GatewayDispatchEvents.Resumed,
}

/** Throws where a payload lacks what @discordjs/ws and discord.js read before any handler of its event. */
function checked(payload: unknown): JsonObject {
  if (!isObject(payload)) throw new UnreadableError('a payload is not an object')
  const { op, t, d } = payload
  if (op === opcode.hello && !(isObject(d) && Number(d['heartbeat_interval']) > 0))
    throw new UnreadableError('a hello without a heartbeat interval')
  if (op === opcode.invalidSession) return { ...payload, d: d === true }
  if (op !== opcode.dispatch) return payload
  // An "error" that nobody listens for is thrown.
  if (typeof t !== 'string' || t === 'error') throw new UnreadableError('an event without a name')
  if (!isObject(d) && t !== event.resumed) throw new UnreadableError('an event without data')
  if (isObject(d) && t === event.ready) checkReady(d)
  return payload
}

/** A READY that is dropped counts as none: the shard connects anew. */
function checkReady({ session_id, resume_gateway_url, guilds, user, application }: JsonObject): void {
  const haveIds = (objects: unknown[]) =>
    objects.every((object) => isObject(object) && typeof object['id'] === 'string')
  const isWhole = typeof session_id === 'string' && URL.canParse(String(resume_gateway_url))
  if (!isWhole || !Array.isArray(guilds) || !haveIds([user, application, ...(guilds as unknown[])]))
    throw new UnreadableError('READY lacks what a session needs')
}
