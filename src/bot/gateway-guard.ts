// Guards the gateway: a payload that discord.js cannot read is reported and dropped, and the shard stays connected.
// It wraps private methods of discord.js, which parses inside the socket's listener, where a throw ends the process, and
// which offers neither a hook nor an event for it.
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
import type { OnUnreadable } from './unreadable-payload.ts'

/**
 * Passes each interaction with its reduced payload to `onInteraction`, and each unreadable payload to `onUnreadable`.
 * Call it before the login.
 */
export function guardGateway(
  client: Client,
  onInteraction: (interaction: Interaction, payload: JsonObject) => void,
  onUnreadable: OnUnreadable,
): void {
  client.options.ws = { ...client.options.ws, buildStrategy: guardedStrategy(onUnreadable) }
  /** The interaction being parsed: discord.js emits it while it handles the packet, or not at all. */
  const pending = new Set<JsonObject>()
  client.on(Events.InteractionCreate, (interaction) => {
    const [payload = {}] = pending
    pending.clear()
    onInteraction(interaction, payload)
  })
  const handlePacket = client.ws['handlePacket'].bind(client.ws)
  client.ws['handlePacket'] = (packet, shard) => {
    if (!isObject(packet)) return handlePacket(packet, shard)
    const { t, d } = packet
    try {
      if (t !== GatewayDispatchEvents.InteractionCreate) return handlePacket(packet, shard)
      const reduced = reduceInteraction(d)
      pending.add(reduced)
      // False for a packet that is queued until all shards are ready; it comes here again then.
      const isHandled = handlePacket({ ...packet, d: reduced }, shard)
      if (isHandled && pending.has(reduced)) throw new UnreadableError('unknown interaction type')
      return isHandled
    } catch (error) {
      onUnreadable(t, d, error)
      return true
    } finally {
      pending.clear()
    }
  }
}

/** The private parts of @discordjs/ws that are wrapped here. */
interface Shards {
  shards: ReadonlyMap<number, { unpackMessage: (data: unknown, isBinary: boolean) => Promise<unknown> }>
}

/** Makes shards drop malformed payloads, which @discordjs/ws reads unchecked. */
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
            return validatePayload(payload)
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

/** @throws UnreadableError for a payload without the fields that @discordjs/ws and discord.js read before any event handler */
function validatePayload(payload: unknown): JsonObject {
  if (!isObject(payload)) throw new UnreadableError('the payload is not an object')
  const { op, t, d } = payload
  if (op === opcode.hello && !(isObject(d) && Number(d['heartbeat_interval']) > 0))
    throw new UnreadableError('hello without a heartbeat interval')
  if (op === opcode.invalidSession) return { ...payload, d: d === true }
  if (op !== opcode.dispatch) return payload
  // An EventEmitter throws an "error" event that has no listener.
  if (typeof t !== 'string' || t === 'error') throw new UnreadableError('event without a name')
  if (!isObject(d) && t !== event.resumed) throw new UnreadableError('event without data')
  if (isObject(d) && t === event.ready) checkReady(d)
  return payload
}

/** A shard whose READY is dropped connects again. */
function checkReady({ session_id, resume_gateway_url, guilds, user, application }: JsonObject): void {
  const haveIds = (objects: unknown[]) =>
    objects.every((object) => isObject(object) && typeof object['id'] === 'string')
  const isComplete = typeof session_id === 'string' && URL.canParse(String(resume_gateway_url))
  if (!isComplete || !Array.isArray(guilds) || !haveIds([user, application, ...(guilds as unknown[])]))
    throw new UnreadableError('READY without the fields of a session')
}
