// The gateway: the websocket on which events reach the bot. https://discord.com/developers/docs/events/gateway
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
  /** Sends an event to the sessions of the server's shard which asked for it. */
  dispatch(event: string, data: unknown, audience: DispatchTarget): void
  /** Reads nothing more of any connection, not even a goodbye. */
  freeze(): void
  /** Sends a payload to every connection as it is. */
  send(payload: unknown): void
  /** Cuts every connection without a word. */
  dropConnections(): void
  /** Closes every connection with a code. */
  closeWith(code: number): void
  /** Asks every session to reconnect (opcode 7). */
  requestReconnect(): void
  /** Ends every session (opcode 9); a resumable one may come back. */
  invalidate(resumable: boolean): void
  /** Plans faults for what comes next. */
  plan(changes: Partial<GatewayFaults>): void
  close(): Promise<void>
}

export interface DispatchTarget {
  guildId?: string | undefined
  /** The bits of which a session must have one; without it everyone gets the event. */
  intents?: number
  /** What a session sees of the data. */
  visibleData?: (session: Session) => unknown
}

export interface GatewayOptions {
  server: HttpServer
  world: EmulatorWorld
  token: string
  heartbeatIntervalMs: number
  newId: () => string
  /** The websocket address of this gateway, once the server listens. */
  url: () => string
}

const frame = z.object({ op: z.number().int(), d: z.unknown().optional() })

/** Bytes in what a client sends: https://docs.discord.com/developers/events/gateway#sending-events */
const frameSizeLimit = 4096

/** Frames that a connection may send in a minute. */
const framesPerMinute = 120

/** Presence, voice state, members, soundboard sounds: taken, and of no effect here. */
const acceptedOpcodes = [3, 4, 8, 31]

export function createGateway(options: GatewayOptions): Gateway {
  const { server, world, token, heartbeatIntervalMs, newId, url } = options
  const sessions = new Map<string, Session>()
  const faults = createGatewayFaults()
  const sockets = new WebSocketServer({
    server,
    path: '/gateway',
    maxPayload: 4 * frameSizeLimit,
    verifyClient: ({ req }, answer) => {
      const why = rejectForeignWebSocket(req)
      const status = faults.takeSocket()
      if (why !== undefined) answer(false, 403, why)
      else if (status !== undefined) answer(false, status)
      else answer(true)
    },
  })
  // The server reports its own errors; here they would be thrown.
  sockets.on('error', () => undefined)

  function ready(session: Session): void {
    const [id, count] = session.shard
    const servers = Object.values(world.guilds).filter(
      (one) => one.installed && belongsToShard(session, one.id),
    )
    sendEvent(session, 'READY', {
      v: 10,
      user: { ...botUser(world.application), verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: servers.map((one) => ({ id: one.id, unavailable: true })),
      private_channels: [],
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [id, count],
      application: { id: world.application.id, flags: 0 },
      _trace: [],
    })
    if (session.intents & intent.guilds)
      for (const one of servers) sendEvent(session, 'GUILD_CREATE', toGuildCreate(world, one))
  }

  function open(socket: WebSocket, data: unknown): Session | GatewayClose {
    const refused = faults.takeIdentify()
    if (refused !== undefined) return { code: refused, reason: '' }
    const asked = readIdentify(data, token, world)
    if ('reason' in asked) return asked
    // A lost session ends when its shard identifies again.
    for (const [id, { shard, socket: live }] of sessions)
      if (!live && shard[0] === asked.shard[0]) sessions.delete(id)
    const session: Session = { ...asked, id: newId(), sequence: 0, events: [], socket }
    sessions.set(session.id, session)
    ready(session)
    return session
  }

  function reopen(socket: WebSocket, data: unknown): Session | GatewayClose | undefined {
    const asked = readResume(data, token)
    if ('reason' in asked) return asked
    const session = sessions.get(asked.sessionId)
    if (!session || !canReplay(session, asked.sequence)) {
      send(socket, 9, false)
      return undefined
    }
    session.socket?.terminate()
    session.socket = socket
    replay(session, asked.sequence)
    sendEvent(session, 'RESUMED', { _trace: [] })
    return session
  }

  function beat(socket: WebSocket): void {
    if (!faults.takeHeartbeat()) send(socket, 11, null)
  }

  function refuseConnection(query: URLSearchParams): GatewayClose | undefined {
    if (query.get('v') !== '10') return gatewayCloses.invalidVersion
    // The emulator supports uncompressed JSON only.
    const plain = !query.has('compress') && (query.get('encoding') ?? 'json') === 'json'
    return plain ? undefined : gatewayCloses.decodeError
  }

  sockets.on('connection', (socket, request) => {
    const end = ({ code, reason }: GatewayClose) => socket.close(code, reason)
    socket.on('error', () => undefined)
    const refused = refuseConnection(new URL(request.url ?? '/', 'ws://gateway').searchParams)
    if (refused) {
      end(refused)
      return
    }
    let session: Session | undefined
    let frames = 0
    let lastBeat = performance.now()
    const minute = setInterval(() => (frames = 0), 60_000)
    const watch = setInterval(() => {
      if (performance.now() - lastBeat > heartbeatIntervalMs * 2) end(gatewayCloses.sessionTimedOut)
    }, heartbeatIntervalMs)
    socket.on('close', (code) => {
      clearInterval(minute)
      clearInterval(watch)
      if (!session || session.socket !== socket) return
      session.socket = undefined
      // A client that says goodbye with 1000 or 1001 ends its session.
      if (code === 1000 || code === 1001) sessions.delete(session.id)
    })

    // An invalidated session leaves its connection open for another identify or a resume.
    const isLive = () => session?.socket === socket

    /** Acts on a frame; what it returns closes the connection. */
    function take(raw: Buffer): GatewayClose | undefined {
      frames += 1
      if (frames > framesPerMinute) return gatewayCloses.rateLimited
      if (raw.length > frameSizeLimit) return gatewayCloses.decodeError
      const received = frame.safeParse(decode(raw))
      if (!received.success) return gatewayCloses.decodeError
      const { op, d } = received.data
      if (op === 1) {
        lastBeat = performance.now()
        beat(socket)
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
      const over = take(raw)
      if (over) end(over)
    })
    if (!faults.takeHello()) send(socket, 10, { heartbeat_interval: heartbeatIntervalMs, _trace: [] })
  })

  const toAll = (op: number, data: unknown) => {
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
    requestReconnect: () => toAll(7, null),
    invalidate(resumable) {
      toAll(9, resumable)
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
