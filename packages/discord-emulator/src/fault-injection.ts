// Faults on demand, as a bot meets them: REST calls that fail or wait, a gateway that drops out, and odd payloads.
import type { Clock } from './clock.ts'
import { noGatewayFaults } from './gateway-faults.ts'
import type { Server } from 'node:http'
import type { Gateway } from './gateway.ts'

export interface Aim {
  /** Which calls, tested against `POST /interactions/…`, without `/api/v10`; all of them when left out. */
  on?: RegExp
  /** How many calls; once when left out, Infinity until it is ended. */
  times?: number
}

export type RestFault =
  | { type: 'rateLimit'; retryAfterMs: number; global: boolean }
  | { type: 'status'; status: number; afterwards: boolean }
  | { type: 'slow'; ms: number }
  | { type: 'page'; status: number }
  | { type: 'cut'; afterwards: boolean; how: 'reset' | 'close' }
  | { type: 'refuseFiles'; as: FileRefusal }

/** How Discord refuses a file: with code 40005, as a proxy before it does with a page, or as a bad form (50035). */
export type FileRefusal = 'too large' | 'page' | 'bad form'

/** When an interaction comes a second time: right after the first, or once that was answered. */
type Duplicate = 'at once' | 'late'

type End = () => void

/** The object of an interaction, as the gateway sends it. */
export type InteractionPayload = Record<string, unknown>

export interface Faults {
  /** 429 with Discord's headers, for the route or for everything; `retryAfterMs` 500 when left out. */
  rateLimit(aim?: Aim & { retryAfterMs?: number; global?: boolean }): End
  /** An error of Discord's own, e.g. 500 or 502; with `afterwards`, the call is carried out all the same. */
  fail(status: number, aim?: Aim & { afterwards?: boolean }): End
  /** An answer that comes late, in milliseconds. */
  slow(ms: number, aim?: Aim): End
  /** A page of HTML in the place of an answer: 403 as Discord's edge refuses a machine, 200 as a network's login page. */
  page(status: number, aim?: Aim): End
  /** How many sessions may still be started, and in how many milliseconds all may again. */
  limitSessions(limit: SessionLimit): void
  /** Leaves the next gateway connections without a hello. */
  withholdHello(times?: number): void
  /** Answers the next requests for a websocket with an HTTP status. */
  refuseSockets(status: number, times?: number): void
  /** Closes the connection of the next identifies with a code, e.g. 4011. */
  refuseIdentify(code: number, times?: number): void
  /** Reads nothing more of any gateway connection, as where the network is gone; they stay open. */
  freezeSockets(): void
  /**
   * A connection that is lost without an answer: reset (ECONNRESET, when left out) or closed ("other side closed").
   * With `afterwards`, the call is carried out all the same.
   */
  cut(aim?: Aim & { afterwards?: boolean; how?: 'reset' | 'close' }): End
  /** Refuses calls that bring files; "too large" when left out. */
  refuseFiles(aim?: Aim & { as?: FileRefusal }): End
  /** Closes every connection of the REST API that is kept open between two calls. */
  closeIdleConnections(): void
  /** Cuts every gateway connection without a word. */
  dropSockets(): void
  /** Closes every gateway connection with a code, e.g. 4000. */
  closeSockets(code: number): void
  /** Opcode 7. */
  reconnect(): void
  /** Opcode 9; a resumable session may come back. */
  invalidateSessions(options?: { resumable?: boolean }): void
  /** Leaves the next heartbeats unanswered. */
  missHeartbeats(times?: number): void
  /** Sends the next interactions, of every kind, twice. */
  duplicateInteractions(times?: number, when?: Duplicate): void
  /** Sets the clock by which Discord dates messages, ids and answers; a negative number sets it back. */
  stepClock(byMs: number): void
  /** Sends the next interactions as `change` returns them; it gets a copy of the true payload. */
  alterInteractions(change: (payload: InteractionPayload) => InteractionPayload, times?: number): End
  /** Sends a payload to every gateway connection as it is, such as `{ op: 0, t: 'GUILD_CREATE', d: null }`. */
  sendPayload(payload: unknown): void
  /** Ends every fault that is still to come, and sets the clock right. */
  clear(): void
}

export interface SessionLimit {
  remaining: number
  resetAfterMs: number
}

const usualSessions: SessionLimit = { remaining: 1000, resetAfterMs: 14_400_000 }

/** What the rest of the sandbox asks of the faults. */
export interface FaultPlan {
  faults: Faults
  /** The fault that this call meets, used up by it. */
  take(method: string, path: string, hasFiles: boolean): RestFault | undefined
  /** When this interaction is sent again, if it is, used up by it. */
  takeDuplicate(): Duplicate | undefined
  sessionLimit(): SessionLimit
  /** The payload as it is sent, altered where that is due. */
  alter(payload: InteractionPayload): InteractionPayload
}

export function createFaults(gateway: Gateway, server: Server, clock: Clock): FaultPlan {
  const planned: { fault: RestFault; on: RegExp; left: number }[] = []
  let alterations: { change: (payload: InteractionPayload) => InteractionPayload; left: number }[] = []
  let duplicates = 0
  let sessions = usualSessions
  let duplicateWhen: Duplicate = 'at once'

  function plan(fault: RestFault, { on = /(?:)/, times = 1 }: Aim = {}): End {
    const entry = { fault, on, left: times }
    planned.push(entry)
    return () => void (entry.left = 0)
  }

  return {
    take(method, path, hasFiles) {
      const call = `${method} ${path}`
      const entry = planned.find(
        ({ fault, on, left }) => left > 0 && on.test(call) && (hasFiles || fault.type !== 'refuseFiles'),
      )
      if (entry) entry.left -= 1
      const ended = planned.findIndex(({ left }) => left <= 0)
      if (ended >= 0) planned.splice(ended, 1)
      return entry?.fault
    },
    takeDuplicate() {
      if (duplicates === 0) return undefined
      duplicates -= 1
      return duplicateWhen
    },
    sessionLimit: () => sessions,
    alter(payload) {
      alterations = alterations.filter(({ left }) => left > 0)
      const [alteration] = alterations
      if (!alteration) return payload
      alteration.left -= 1
      return alteration.change(structuredClone(payload))
    },
    faults: {
      rateLimit: ({ retryAfterMs = 500, global = false, ...aim } = {}) =>
        plan({ type: 'rateLimit', retryAfterMs, global }, aim),
      fail: (status, { afterwards = false, ...aim } = {}) =>
        plan({ type: 'status', status, afterwards }, aim),
      slow: (ms, aim) => plan({ type: 'slow', ms }, aim),
      page: (status, aim) => plan({ type: 'page', status }, aim),
      limitSessions: (limit) => void (sessions = limit),
      withholdHello: (times = 1) => gateway.plan({ hellosWithheld: times }),
      refuseSockets: (status, times = 1) => gateway.plan({ socketsRefused: { status, times } }),
      refuseIdentify: (code, times = 1) => gateway.plan({ identifiesRefused: { code, times } }),
      freezeSockets: () => gateway.freeze(),
      cut: ({ afterwards = false, how = 'reset', ...aim } = {}) =>
        plan({ type: 'cut', afterwards, how }, aim),
      refuseFiles: ({ as = 'too large', ...aim } = {}) => plan({ type: 'refuseFiles', as }, aim),
      closeIdleConnections: () => server.closeIdleConnections(),
      dropSockets: () => gateway.drop(),
      closeSockets: (code) => gateway.closeWith(code),
      reconnect: () => gateway.askReconnect(),
      invalidateSessions: ({ resumable = false } = {}) => gateway.invalidate(resumable),
      missHeartbeats: (times = 1) => gateway.plan({ heartbeatsMissed: times }),
      duplicateInteractions(times = 1, when = 'at once') {
        duplicates = times
        duplicateWhen = when
      },
      stepClock: (byMs) => clock.step(byMs),
      alterInteractions(change, times = 1) {
        const alteration = { change, left: times }
        alterations.push(alteration)
        return () => void (alteration.left = 0)
      },
      sendPayload: (payload) => gateway.send(payload),
      clear() {
        planned.length = 0
        alterations = []
        duplicates = 0
        clock.reset()
        sessions = usualSessions
        gateway.plan(noGatewayFaults)
      },
    },
  }
}
