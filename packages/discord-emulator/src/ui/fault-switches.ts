// The faults that the page can inject, described for someone who wants to see how the bot copes with them.
import { mutateEachInTurn } from '../mutate-payload.ts'
import type { Faults } from '../fault-injection.ts'
import type { FaultSwitch } from './ui-protocol.ts'

/** Only calls that respond to interactions fail, so that the bot stays logged in. */
const match = /\/(interactions|webhooks)\//
const always = { match, count: Infinity }

interface FaultDescription {
  name: string
  description: string
}

interface ContinuousFault extends FaultDescription {
  /** Returns the function that stops it. */
  start: (faults: Faults) => () => void
}

const continuous: Record<string, ContinuousFault> = {
  slow: {
    name: 'Slow connection',
    description: 'Each response of the bot takes four seconds to arrive; Discord waits for three.',
    start: (faults) => faults.delay(4000, always),
  },
  lag: {
    name: 'Lag',
    description: 'Each response of the bot takes one second to arrive.',
    start: (faults) => faults.delay(1000, always),
  },
  fail: {
    name: 'Discord fails',
    description: 'Each response of the bot gets a 500 Internal Server Error.',
    start: (faults) => faults.failWith(500, always),
  },
  limit: {
    name: 'Rate limit',
    description: 'Each response of the bot gets a 429 and has to wait.',
    start: (faults) => faults.rateLimit({ ...always, retryAfterMs: 2000 }),
  },
  reset: {
    name: 'Broken connection',
    description: 'Each response of the bot gets a connection reset.',
    start: (faults) => faults.resetConnection(always),
  },
  duplicate: {
    name: 'Everything twice',
    description: 'Each interaction reaches the bot twice.',
    start(faults) {
      faults.duplicateInteractions(Infinity)
      return () => faults.duplicateInteractions(0)
    },
  },
  mutate: {
    name: 'Missing fields',
    description: 'Each interaction has one field missing or null, a different one each time.',
    start: (faults) => faults.mutateInteractions(mutateEachInTurn(), Infinity),
  },
}

const momentary: Record<string, FaultDescription & { trigger: (faults: Faults) => void }> = {
  drop: {
    name: 'Drop the gateway',
    description: 'Drops the bot’s WebSocket; the bot reconnects by itself.',
    trigger: (faults) => faults.dropConnections(),
  },
  reconnect: {
    name: 'Request a reconnect',
    description: 'Discord asks the bot to reconnect, as it does before maintenance.',
    trigger: (faults) => faults.reconnect(),
  },
  invalidate: {
    name: 'End the session',
    description: 'The bot has to log in again.',
    trigger: (faults) => faults.invalidateSessions(),
  },
}

export interface FaultSwitches {
  list(): FaultSwitch[]
  /** Starts or stops a continuous fault, or triggers a momentary one; false for an unknown key. */
  set(key: string, enabled: boolean): boolean
}

export function createFaultSwitches(faults: Faults): FaultSwitches {
  const stops = new Map<string, () => void>()
  const describe = (
    key: string,
    { name, description }: FaultDescription,
    enabled?: boolean,
  ): FaultSwitch => ({
    key,
    name,
    description,
    enabled,
  })
  return {
    list: () => [
      ...Object.entries(continuous).map(([key, fault]) => describe(key, fault, stops.has(key))),
      ...Object.entries(momentary).map(([key, fault]) => describe(key, fault)),
    ],
    set(key, enabled) {
      const fault = continuous[key]
      if (fault) {
        stops.get(key)?.()
        stops.delete(key)
        if (enabled) stops.set(key, fault.start(faults))
        return true
      }
      momentary[key]?.trigger(faults)
      return key in momentary
    },
  }
}
