// Faults on demand: REST calls that fail or are delayed, a gateway that disconnects, and malformed payloads.
import type { Clock } from './clock.ts'
import { noGatewayFaults } from './gateway-faults.ts'
import type { Server } from 'node:http'
import type { Gateway } from './gateway.ts'

export interface FaultTarget {
  /** Which calls, matched against `POST /interactions/…`, without `/api/v10`; default: all. */
  match?: RegExp
  /** How many calls; default 1. Infinity lasts until the fault is stopped. */
  count?: number
}

export type RestFault =
  | { type: 'rateLimit'; retryAfterMs: number; global: boolean }
  | { type: 'status'; status: number; afterProcessing: boolean }
  | { type: 'delay'; ms: number }
  | { type: 'htmlPage'; status: number }
  | { type: 'disconnect'; afterProcessing: boolean; method: 'reset' | 'close' }
  | { type: 'rejectFiles'; as: FileRejection }

/** How files are rejected: with code 40005, with a proxy's HTML page, or as an invalid form body (50035). */
export type FileRejection = 'too large' | 'page' | 'invalid form body'

/** When the duplicate of an interaction is sent: right after the first, or once that is acknowledged. */
type DuplicateTiming = 'at once' | 'late'

type StopFault = () => void

/** An interaction object, as the gateway sends it. */
export type InteractionPayload = Record<string, unknown>

export interface Faults {
  /** 429 with Discord's headers, for the route or globally; `retryAfterMs` defaults to 500. */
  rateLimit(target?: FaultTarget & { retryAfterMs?: number; global?: boolean }): StopFault
  /** An error status, e.g. 500 or 502; with `afterProcessing`, the call takes effect all the same. */
  failWith(status: number, target?: FaultTarget & { afterProcessing?: boolean }): StopFault
  /** Delays the response by this many milliseconds. */
  delay(ms: number, target?: FaultTarget): StopFault
  /** An HTML page instead of a response: 403 as when Discord's edge blocks a client, 200 as from a captive portal. */
  respondWithPage(status: number, target?: FaultTarget): StopFault
  /** Sets how many sessions can still be started, and in how many milliseconds the limit resets. */
  limitSessions(limit: SessionLimit): void
  /** Sends no hello on the next gateway connections. */
  withholdHello(count?: number): void
  /** Rejects the next WebSocket handshakes with an HTTP status. */
  refuseConnections(status: number, count?: number): void
  /** Closes the connection on the next identifies with a code, e.g. 4011. */
  refuseIdentify(code: number, count?: number): void
  /** Stops reading from every gateway connection, as after a network failure; they stay open. */
  freezeConnections(): void
  /**
   * Ends the connection without a response: reset (ECONNRESET, the default) or closed ("other side closed").
   * With `afterProcessing`, the call takes effect all the same.
   */
  resetConnection(target?: FaultTarget & { afterProcessing?: boolean; method?: 'reset' | 'close' }): StopFault
  /** Rejects calls that upload files; default "too large". */
  rejectFiles(target?: FaultTarget & { as?: FileRejection }): StopFault
  /** Answers the next download of an uploaded file with a redirect to another address. */
  redirectDownload(location: string): void
  /** Closes every idle keep-alive connection of the REST API. */
  closeIdleConnections(): void
  /** Terminates every gateway connection without a close frame. */
  dropConnections(): void
  /** Closes every gateway connection with a code, e.g. 4000. */
  closeConnections(code: number): void
  /** Opcode 7. */
  reconnect(): void
  /** Opcode 9; a resumable session can be resumed. */
  invalidateSessions(options?: { resumable?: boolean }): void
  /** Does not acknowledge the next heartbeats. */
  ignoreHeartbeats(count?: number): void
  /** Sends the next interactions twice, whatever their kind. */
  duplicateInteractions(count?: number, timing?: DuplicateTiming): void
  /** Steps the clock that dates messages, ids and responses; a negative number sets it back. */
  stepClock(byMs: number): void
  /** Sends the next interactions as `change` returns them; `change` receives a copy of the real payload. */
  mutateInteractions(change: (payload: InteractionPayload) => InteractionPayload, count?: number): StopFault
  /** Sends a raw payload to every gateway connection, such as `{ op: 0, t: 'GUILD_CREATE', d: null }`. */
  sendPayload(payload: unknown): void
  /** Stops every pending fault and resets the clock. */
  clear(): void
}

export interface SessionLimit {
  remaining: number
  resetAfterMs: number
}

const defaultSessionLimit: SessionLimit = { remaining: 1000, resetAfterMs: 14_400_000 }

/** The faults as the rest of the emulator consumes them. */
export interface FaultInjector {
  faults: Faults
  /** Consumes and returns the fault for this call, if any. */
  consumeFault(method: string, path: string, hasFiles: boolean): RestFault | undefined
  /** Consumes a planned duplicate; returns when to send it, or undefined. */
  consumeDuplicate(): DuplicateTiming | undefined
  sessionLimit(): SessionLimit
  /** Consumes and returns where the next download is redirected to, if it is. */
  consumeDownloadRedirect(): string | undefined
  /** The payload to send, mutated if a mutation is pending. */
  mutate(payload: InteractionPayload): InteractionPayload
}

export function createFaultInjector(gateway: Gateway, server: Server, clock: Clock): FaultInjector {
  const pendingFaults: { fault: RestFault; match: RegExp; remaining: number }[] = []
  let mutations: { change: (payload: InteractionPayload) => InteractionPayload; remaining: number }[] = []
  let duplicates = 0
  let sessionLimit = defaultSessionLimit
  let duplicateTiming: DuplicateTiming = 'at once'
  let downloadRedirect: string | undefined

  function plan(fault: RestFault, { match = /(?:)/, count = 1 }: FaultTarget = {}): StopFault {
    const entry = { fault, match, remaining: count }
    pendingFaults.push(entry)
    return () => void (entry.remaining = 0)
  }

  return {
    consumeFault(method, path, hasFiles) {
      const call = `${method} ${path}`
      const entry = pendingFaults.find(
        ({ fault, match, remaining }) =>
          remaining > 0 && match.test(call) && (hasFiles || fault.type !== 'rejectFiles'),
      )
      if (entry) entry.remaining -= 1
      const stopped = pendingFaults.findIndex(({ remaining }) => remaining <= 0)
      if (stopped >= 0) pendingFaults.splice(stopped, 1)
      return entry?.fault
    },
    consumeDuplicate() {
      if (duplicates === 0) return undefined
      duplicates -= 1
      return duplicateTiming
    },
    sessionLimit: () => sessionLimit,
    consumeDownloadRedirect() {
      const location = downloadRedirect
      downloadRedirect = undefined
      return location
    },
    mutate(payload) {
      mutations = mutations.filter(({ remaining }) => remaining > 0)
      const [mutation] = mutations
      if (!mutation) return payload
      mutation.remaining -= 1
      return mutation.change(structuredClone(payload))
    },
    faults: {
      rateLimit: ({ retryAfterMs = 500, global = false, ...target } = {}) =>
        plan({ type: 'rateLimit', retryAfterMs, global }, target),
      failWith: (status, { afterProcessing = false, ...target } = {}) =>
        plan({ type: 'status', status, afterProcessing }, target),
      delay: (ms, target) => plan({ type: 'delay', ms }, target),
      respondWithPage: (status, target) => plan({ type: 'htmlPage', status }, target),
      limitSessions: (limit) => void (sessionLimit = limit),
      withholdHello: (count = 1) => gateway.plan({ withheldHellos: count }),
      refuseConnections: (status, count = 1) => gateway.plan({ refusedConnections: { status, count } }),
      refuseIdentify: (code, count = 1) => gateway.plan({ refusedIdentifies: { code, count } }),
      freezeConnections: () => gateway.freeze(),
      resetConnection: ({ afterProcessing = false, method = 'reset', ...target } = {}) =>
        plan({ type: 'disconnect', afterProcessing, method }, target),
      rejectFiles: ({ as = 'too large', ...target } = {}) => plan({ type: 'rejectFiles', as }, target),
      redirectDownload: (location) => void (downloadRedirect = location),
      closeIdleConnections: () => server.closeIdleConnections(),
      dropConnections: () => gateway.dropConnections(),
      closeConnections: (code) => gateway.closeWith(code),
      reconnect: () => gateway.requestReconnect(),
      invalidateSessions: ({ resumable = false } = {}) => gateway.invalidate(resumable),
      ignoreHeartbeats: (count = 1) => gateway.plan({ ignoredHeartbeats: count }),
      duplicateInteractions(count = 1, timing = 'at once') {
        duplicates = count
        duplicateTiming = timing
      },
      stepClock: (byMs) => clock.step(byMs),
      mutateInteractions(change, count = 1) {
        const mutation = { change, remaining: count }
        mutations.push(mutation)
        return () => void (mutation.remaining = 0)
      },
      sendPayload: (payload) => gateway.send(payload),
      clear() {
        pendingFaults.length = 0
        mutations = []
        duplicates = 0
        downloadRedirect = undefined
        clock.reset()
        sessionLimit = defaultSessionLimit
        gateway.plan(noGatewayFaults)
      },
    },
  }
}
