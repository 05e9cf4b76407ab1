// Faults on demand, as a bot meets them: REST calls that fail or wait, and a gateway that drops out.
import type { Clock } from './clock.ts'
import { noGatewayFaults } from './gateway-faults.ts'
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
  | { type: 'cut' }
  | { type: 'page'; status: number }

type End = () => void

export interface Faults {
  /** 429 with Discord's headers, for the route or for everything; `retryAfterMs` 500 when left out. */
  rateLimit(aim?: Aim & { retryAfterMs?: number; global?: boolean }): End
  /** An error of Discord's own, e.g. 500 or 502; with `afterwards`, the call is carried out all the same. */
  fail(status: number, aim?: Aim & { afterwards?: boolean }): End
  /** An answer that comes late, in milliseconds. */
  slow(ms: number, aim?: Aim): End
  /** A connection that is reset without an answer, the call not carried out. */
  cut(aim?: Aim): End
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
  /** Sends the next interactions twice. */
  duplicateInteractions(times?: number): void
  /** Sets the clock by which Discord dates messages, ids and answers; a negative number sets it back. */
  stepClock(byMs: number): void
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
  take(method: string, path: string): RestFault | undefined
  /** Whether this interaction is sent twice, used up by it. */
  takeDuplicate(): boolean
  sessionLimit(): SessionLimit
}

export function createFaults(gateway: Gateway, clock: Clock): FaultPlan {
  const planned: { fault: RestFault; on: RegExp; left: number }[] = []
  let duplicates = 0
  let sessions = usualSessions

  function plan(fault: RestFault, { on = /(?:)/, times = 1 }: Aim = {}): End {
    const entry = { fault, on, left: times }
    planned.push(entry)
    return () => void (entry.left = 0)
  }

  return {
    take(method, path) {
      const call = `${method} ${path}`
      const entry = planned.find(({ on, left }) => left > 0 && on.test(call))
      if (entry) entry.left -= 1
      const ended = planned.findIndex(({ left }) => left <= 0)
      if (ended >= 0) planned.splice(ended, 1)
      return entry?.fault
    },
    takeDuplicate() {
      if (duplicates === 0) return false
      duplicates -= 1
      return true
    },
    sessionLimit: () => sessions,
    faults: {
      rateLimit: ({ retryAfterMs = 500, global = false, ...aim } = {}) =>
        plan({ type: 'rateLimit', retryAfterMs, global }, aim),
      fail: (status, { afterwards = false, ...aim } = {}) =>
        plan({ type: 'status', status, afterwards }, aim),
      slow: (ms, aim) => plan({ type: 'slow', ms }, aim),
      cut: (aim) => plan({ type: 'cut' }, aim),
      page: (status, aim) => plan({ type: 'page', status }, aim),
      limitSessions: (limit) => void (sessions = limit),
      withholdHello: (times = 1) => gateway.plan({ hellosWithheld: times }),
      refuseSockets: (status, times = 1) => gateway.plan({ socketsRefused: { status, times } }),
      refuseIdentify: (code, times = 1) => gateway.plan({ identifiesRefused: { code, times } }),
      freezeSockets: () => gateway.freeze(),
      dropSockets: () => gateway.drop(),
      closeSockets: (code) => gateway.closeWith(code),
      reconnect: () => gateway.askReconnect(),
      invalidateSessions: ({ resumable = false } = {}) => gateway.invalidate(resumable),
      missHeartbeats: (times = 1) => gateway.plan({ heartbeatsMissed: times }),
      duplicateInteractions: (times = 1) => void (duplicates = times),
      stepClock: (byMs) => clock.step(byMs),
      clear() {
        planned.length = 0
        duplicates = 0
        clock.reset()
        sessions = usualSessions
        gateway.plan(noGatewayFaults)
      },
    },
  }
}
