// The gateway: the WebSocket server that sends events to the bot. https://discord.com/developers/docs/events/gateway
import type { Server as HttpServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { type GatewayFaults, createGatewayFaults } from './gateway-faults.ts'
import { rejectForeignWebSocket } from './origin-check.ts'
import { type GatewayClose, gatewayCloses, readIdentify, readResume } from './close-codes.ts'
import { intent } from './intents.ts'
import { botUser, toGuildCreate } from './to-api.ts'
import { type Session, canReplay, belongsToShard, replay, sendEvent } from './session.ts'
import type { EmulatorWorld } from './world.ts'

export interface Gateway {
  /** Sends an event to the sessions of the guild's shard that subscribe to it. */
  dispatch(event: string, data: unknown, audience: DispatchTarget): void
  /** Stops reading from every connection, close frames included. */
  freeze(): void
  /** Sends a raw payload to every connection. */
  send(payload: unknown): void
  /** Terminates every connection without a close frame. */
  dropConnections(): void
  /** Closes every connection with a code. */
  closeWith(code: number): void
  /** Asks every session to reconnect (opcode 7). */
  requestReconnect(): void
  /** Ends every session (opcode 9); a resumable session can be resumed. */
  invalidate(resumable: boolean): void
  /** Plans faults for the next connections and frames. */
  plan(changes: Partial<GatewayFaults>): void
  close(): Promise<void>
}

export interface DispatchTarget {
  guildId?: string | undefined
  /** A session needs at least one of these bits; default: every session gets the event. */
  intents?: number
  /** The data as this session may see it. */
  visibleData?: (session: Session) => unknown
}

export interface GatewayOptions {
  server: HttpServer
  world: EmulatorWorld
  token: string
  heartbeatIntervalMs: number
  newId: () => string
  /** The WebSocket address of this gateway, once the server listens. */
  url: () => string
}

const frame = z.object({ op: z.number().int(), d: z.unknown().optional() })

/** Maximum bytes of a frame that a client sends: https://docs.discord.com/developers/events/gateway#sending-events */
const frameSizeLimit = 4096

/** How many frames a connection can send in a minute. */
const framesPerMinute = 120

/** Presence, voice state, members, soundboard sounds: accepted, without effect. */
const acceptedOpcodes = [3, 4, 8, 31]

export function createGateway(options: GatewayOptions): Gateway {
  const { server, world, token, heartbeatIntervalMs, newId, url } = options
  const sessions = new Map<string, Session>()
  const faults = createGatewayFaults()
  const sockets = new WebSocketServer({
    server,
    path: '/gateway',
    maxPayload: 4 * frameSizeLimit,
    verifyClient: ({ req }, respond) => {
      const rejection = rejectForeignWebSocket(req)
      const status = faults.consumeRefusedConnection()
      if (rejection !== undefined) respond(false, 403, rejection)
      else if (status !== undefined) respond(false, status)
      else respond(true)
    },
  })
  // The HTTP server reports its own errors; without a listener they would be thrown here.
  sockets.on('error', () => undefined)

  function ready(session: Session): void {
    const [id, count] = session.shard
    const guilds = Object.values(world.guilds).filter(
      ({ id: guildId, installed }) => installed && belongsToShard(session, guildId),
    )
    sendEvent(session, 'READY', {
      v: 10,
      user: { ...botUser(world.application), verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      private_channels: [],
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [id, count],
      application: { id: world.application.id, flags: 0 },
      _trace: [],
    })
    if (session.intents & intent.guilds)
      for (const guild of guilds) sendEvent(session, 'GUILD_CREATE', toGuildCreate(world, guild))
  }

  function open(socket: WebSocket, data: unknown): Session | GatewayClose {
    const refusalCode = faults.consumeRefusedIdentify()
    if (refusalCode !== undefined) return { code: refusalCode, reason: '' }
    const identified = readIdentify(data, token, world)
    if ('reason' in identified) return identified
    // A disconnected session ends when its shard identifies again.
    for (const [id, { shard, socket: liveSocket }] of sessions)
      if (!liveSocket && shard[0] === identified.shard[0]) sessions.delete(id)
    const session: Session = { ...identified, id: newId(), sequence: 0, events: [], socket }
    sessions.set(session.id, session)
    ready(session)
    return session
  }

  function reopen(socket: WebSocket, data: unknown): Session | GatewayClose | undefined {
    const resumed = readResume(data, token)
    if ('reason' in resumed) return resumed
    const session = sessions.get(resumed.sessionId)
    if (!session || !canReplay(session, resumed.sequence)) {
      send(socket, 9, false)
      return undefined
    }
    session.socket?.terminate()
    session.socket = socket
    replay(session, resumed.sequence)
    sendEvent(session, 'RESUMED', { _trace: [] })
    return session
  }

  function acknowledgeHeartbeat(socket: WebSocket): void {
    if (!faults.consumeIgnoredHeartbeat()) send(socket, 11, null)
  }

  function checkConnection(query: URLSearchParams): GatewayClose | undefined {
    if (query.get('v') !== '10') return gatewayCloses.invalidVersion
    // The emulator supports uncompressed JSON only.
    const isPlainJson = !query.has('compress') && (query.get('encoding') ?? 'json') === 'json'
    return isPlainJson ? undefined : gatewayCloses.decodeError
  }

  sockets.on('connection', (socket, request) => {
    const end = ({ code, reason }: GatewayClose) => socket.close(code, reason)
    socket.on('error', () => undefined)
    const refusal = checkConnection(new URL(request.url ?? '/', 'ws://gateway').searchParams)
    if (refusal) {
      end(refusal)
      return
    }
    let session: Session | undefined
    let frames = 0
    let lastHeartbeat = performance.now()
    const rateLimitTimer = setInterval(() => (frames = 0), 60_000)
    const heartbeatTimer = setInterval(() => {
      if (performance.now() - lastHeartbeat > heartbeatIntervalMs * 2) end(gatewayCloses.sessionTimedOut)
    }, heartbeatIntervalMs)
    socket.on('close', (code) => {
      clearInterval(rateLimitTimer)
      clearInterval(heartbeatTimer)
      if (!session || session.socket !== socket) return
      session.socket = undefined
      // A client that closes with 1000 or 1001 ends its session.
      if (code === 1000 || code === 1001) sessions.delete(session.id)
    })

    // After an invalid session, the connection stays open for another identify or a resume.
    const isLive = () => session?.socket === socket

    /** Handles a frame; a returned close ends the connection. */
    function handleFrame(raw: Buffer): GatewayClose | undefined {
      frames += 1
      if (frames > framesPerMinute) return gatewayCloses.rateLimited
      if (raw.length > frameSizeLimit) return gatewayCloses.decodeError
      const received = frame.safeParse(decode(raw))
      if (!received.success) return gatewayCloses.decodeError
      const { op, d } = received.data
      if (op === 1) {
        lastHeartbeat = performance.now()
        acknowledgeHeartbeat(socket)
      } else if (op === 2 || op === 6) {
        if (isLive()) return gatewayCloses.alreadyAuthenticated
        const opened = op === 2 ? open(socket, d) : reopen(socket, d)
        if (opened && 'reason' in opened) return opened
        session = opened
      } else if (!isLive()) return gatewayCloses.notAuthenticated
      else if (!acceptedOpcodes.includes(op)) return gatewayCloses.unknownOpcode
      return undefined
    }
    socket.on('message', (raw: Buffer) => {
      const close = handleFrame(raw)
      if (close) end(close)
    })
    if (!faults.consumeWithheldHello())
      send(socket, 10, { heartbeat_interval: heartbeatIntervalMs, _trace: [] })
  })

  const broadcast = (op: number, data: unknown) => {
    for (const socket of sockets.clients) send(socket, op, data)
  }

  return {
    dispatch(event, data, { guildId, intents, visibleData }) {
      for (const session of sessions.values())
        if (belongsToShard(session, guildId) && (intents === undefined || session.intents & intents))
          sendEvent(session, event, visibleData ? visibleData(session) : data)
    },
    freeze() {
      for (const socket of sockets.clients) socket.pause()
    },
    send(payload) {
      for (const socket of sockets.clients) socket.send(JSON.stringify(payload))
    },
    dropConnections() {
      for (const socket of sockets.clients) socket.terminate()
    },
    closeWith(code) {
      for (const socket of sockets.clients) socket.close(code)
    },
    requestReconnect: () => broadcast(7, null),
    invalidate(resumable) {
      broadcast(9, resumable)
      for (const session of sessions.values()) session.socket = undefined
      if (!resumable) sessions.clear()
    },
    plan: faults.plan,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      await new Promise<void>((resolve) => sockets.close(() => resolve()))
    },
  }
}

function send(socket: WebSocket, op: number, data: unknown): void {
  socket.send(JSON.stringify({ op, d: data, s: null, t: null }))
}

function decode(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString())
  } catch {
    return undefined
  }
}
