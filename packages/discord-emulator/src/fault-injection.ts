// Faults on demand, as a bot meets them: REST calls that fail or wait, a gateway that drops out, and odd payloads.
import type { Clock } from './clock.ts'
import { noGatewayFaults } from './gateway-faults.ts'
import type { Server } from 'node:http'
import type { Gateway } from './gateway.ts'

export interface FaultTarget {
  /** Which calls, tested against `POST /interactions/…`, without `/api/v10`; all of them when left out. */
  match?: RegExp
  /** How many calls; once when left out, Infinity until it is ended. */
  count?: number
}

export type RestFault =
  | { type: 'rateLimit'; retryAfterMs: number; global: boolean }
  | { type: 'status'; status: number; afterProcessing: boolean }
  | { type: 'slow'; ms: number }
  | { type: 'page'; status: number }
  | { type: 'cut'; afterProcessing: boolean; how: 'reset' | 'close' }
  | { type: 'refuseFiles'; as: FileRefusal }

/** How Discord refuses a file: with code 40005, as a proxy before it does with a page, or as a bad form (50035). */
export type FileRefusal = 'too large' | 'page' | 'bad form'

/** When an interaction comes a second time: right after the first, or once that was answered. */
type Duplicate = 'at once' | 'late'

type StopFault = () => void

/** The object of an interaction, as the gateway sends it. */
export type InteractionPayload = Record<string, unknown>

export interface Faults {
  /** 429 with Discord's headers, for the route or for everything; `retryAfterMs` 500 when left out. */
  rateLimit(aim?: FaultTarget & { retryAfterMs?: number; global?: boolean }): StopFault
  /** An error of Discord's own, e.g. 500 or 502; with `afterProcessing`, the call is carried out all the same. */
  failWith(status: number, aim?: FaultTarget & { afterProcessing?: boolean }): StopFault
  /** An answer that comes late, in milliseconds. */
  delay(ms: number, aim?: FaultTarget): StopFault
  /** A page of HTML in the place of an answer: 403 as Discord's edge refuses a machine, 200 as a network's login page. */
  respondWithPage(status: number, aim?: FaultTarget): StopFault
  /** How many sessions may still be started, and in how many milliseconds all may again. */
  limitSessions(limit: SessionLimit): void
  /** Leaves the next gateway connections without a hello. */
  withholdHello(times?: number): void
  /** Answers the next requests for a websocket with an HTTP status. */
  refuseConnections(status: number, times?: number): void
  /** Closes the connection of the next identifies with a code, e.g. 4011. */
  refuseIdentify(code: number, times?: number): void
  /** Reads nothing more of any gateway connection, as where the network is gone; they stay open. */
  freezeConnections(): void
  /**
   * A connection that is lost without an answer: reset (ECONNRESET, when left out) or closed ("other side closed").
   * With `afterProcessing`, the call is carried out all the same.
   */
  resetConnection(aim?: FaultTarget & { afterProcessing?: boolean; how?: 'reset' | 'close' }): StopFault
  /** Refuses calls that bring files; "too large" when left out. */
  rejectFiles(aim?: FaultTarget & { as?: FileRefusal }): StopFault
  /** Closes every connection of the REST API that is kept open between two calls. */
  closeIdleConnections(): void
  /** Cuts every gateway connection without a word. */
  dropConnections(): void
  /** Closes every gateway connection with a code, e.g. 4000. */
  closeConnections(code: number): void
  /** Opcode 7. */
  reconnect(): void
  /** Opcode 9; a resumable session may come back. */
  invalidateSessions(options?: { resumable?: boolean }): void
  /** Leaves the next heartbeats unanswered. */
  ignoreHeartbeats(times?: number): void
  /** Sends the next interactions, of every kind, twice. */
  duplicateInteractions(times?: number, when?: Duplicate): void
  /** Sets the clock by which Discord dates messages, ids and answers; a negative number sets it back. */
  stepClock(byMs: number): void
  /** Sends the next interactions as `change` returns them; it gets a copy of the true payload. */
  mutateInteractions(change: (payload: InteractionPayload) => InteractionPayload, times?: number): StopFault
  /** Sends a payload to every gateway connection as it is, such as `{ op: 0, t: 'GUILD_CREATE', d: null }`. */
  sendPayload(payload: unknown): void
  /** Ends every fault that is still to come, and sets the clock right. */
  clear(): void
}

export interface SessionLimit {
  remaining: number
  resetAfterMs: number
}

const defaultSessionLimit: SessionLimit = { remaining: 1000, resetAfterMs: 14_400_000 }

/** What the rest of the emulator asks of the faults. */
export interface FaultInjector {
  faults: Faults
  /** The fault that this call meets, used up by it. */
  consumeFault(method: string, path: string, hasFiles: boolean): RestFault | undefined
  /** When this interaction is sent again, if it is, used up by it. */
  consumeDuplicate(): Duplicate | undefined
  sessionLimit(): SessionLimit
  /** The payload as it is sent, altered where that is due. */
  mutate(payload: InteractionPayload): InteractionPayload
}

export function createFaultInjector(gateway: Gateway, server: Server, clock: Clock): FaultInjector {
  const planned: { fault: RestFault; match: RegExp; left: number }[] = []
  let alterations: { change: (payload: InteractionPayload) => InteractionPayload; left: number }[] = []
  let duplicates = 0
  let sessions = defaultSessionLimit
  let duplicateWhen: Duplicate = 'at once'

  function plan(fault: RestFault, { match = /(?:)/, count = 1 }: FaultTarget = {}): StopFault {
    const entry = { fault, match, left: count }
    planned.push(entry)
    return () => void (entry.left = 0)
  }

  return {
    consumeFault(method, path, hasFiles) {
      const call = `${method} ${path}`
      const entry = planned.find(
        ({ fault, match, left }) =>
          left > 0 && match.test(call) && (hasFiles || fault.type !== 'refuseFiles'),
      )
      if (entry) entry.left -= 1
      const ended = planned.findIndex(({ left }) => left <= 0)
      if (ended >= 0) planned.splice(ended, 1)
      return entry?.fault
    },
    consumeDuplicate() {
      if (duplicates === 0) return undefined
      duplicates -= 1
      return duplicateWhen
    },
    sessionLimit: () => sessions,
    mutate(payload) {
      alterations = alterations.filter(({ left }) => left > 0)
      const [alteration] = alterations
      if (!alteration) return payload
      alteration.left -= 1
      return alteration.change(structuredClone(payload))
    },
    faults: {
      rateLimit: ({ retryAfterMs = 500, global = false, ...aim } = {}) =>
        plan({ type: 'rateLimit', retryAfterMs, global }, aim),
      failWith: (status, { afterProcessing = false, ...aim } = {}) =>
        plan({ type: 'status', status, afterProcessing }, aim),
      delay: (ms, aim) => plan({ type: 'slow', ms }, aim),
      respondWithPage: (status, aim) => plan({ type: 'page', status }, aim),
      limitSessions: (limit) => void (sessions = limit),
      withholdHello: (times = 1) => gateway.plan({ withheldHellos: times }),
      refuseConnections: (status, times = 1) => gateway.plan({ refusedConnections: { status, times } }),
      refuseIdentify: (code, times = 1) => gateway.plan({ refusedIdentifies: { code, times } }),
      freezeConnections: () => gateway.freeze(),
      resetConnection: ({ afterProcessing = false, how = 'reset', ...aim } = {}) =>
        plan({ type: 'cut', afterProcessing, how }, aim),
      rejectFiles: ({ as = 'too large', ...aim } = {}) => plan({ type: 'refuseFiles', as }, aim),
      closeIdleConnections: () => server.closeIdleConnections(),
      dropConnections: () => gateway.dropConnections(),
      closeConnections: (code) => gateway.closeWith(code),
      reconnect: () => gateway.requestReconnect(),
      invalidateSessions: ({ resumable = false } = {}) => gateway.invalidate(resumable),
      ignoreHeartbeats: (times = 1) => gateway.plan({ ignoredHeartbeats: times }),
      duplicateInteractions(times = 1, when = 'at once') {
        duplicates = times
        duplicateWhen = when
      },
      stepClock: (byMs) => clock.step(byMs),
      mutateInteractions(change, times = 1) {
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
        sessions = defaultSessionLimit
        gateway.plan(noGatewayFaults)
      },
    },
  }
}
