// The faults that the page can switch on, in words for someone who wants to see how the bot bears them.
import { mutateEachInTurn } from '../mutate-payload.ts'
import type { Faults } from '../fault-injection.ts'
import type { FaultSwitch } from './ui-protocol.ts'

/** Only what the bot says of interactions fails, so that it stays logged in. */
const match = /\/(interactions|webhooks)\//
const always = { match, count: Infinity }

interface Lasting {
  name: string
  about: string
  start: (faults: Faults) => () => void
}

const lasting: Record<string, Lasting> = {
  slow: {
    name: 'Slow connection',
    about: 'Each answer of the bot takes four seconds to arrive; Discord waits for three.',
    start: (faults) => faults.delay(4000, always),
  },
  lag: {
    name: 'Lag',
    about: 'Each answer of the bot takes one second to arrive.',
    start: (faults) => faults.delay(1000, always),
  },
  fail: {
    name: 'Discord fails',
    about: 'Each answer of the bot meets a 500 Internal Server Error.',
    start: (faults) => faults.failWith(500, always),
  },
  limit: {
    name: 'Rate limit',
    about: 'Each answer of the bot meets a 429 and has to wait.',
    start: (faults) => faults.rateLimit({ ...always, retryAfterMs: 2000 }),
  },
  cut: {
    name: 'Broken connection',
    about: 'Each answer of the bot meets a reset connection.',
    start: (faults) => faults.resetConnection(always),
  },
  twice: {
    name: 'Everything twice',
    about: 'Each interaction reaches the bot two times.',
    start(faults) {
      faults.duplicateInteractions(Infinity)
      return () => faults.duplicateInteractions(0)
    },
  },
  lacking: {
    name: 'Missing fields',
    about: 'Each interaction lacks a field, or has null in its place, another one each time.',
    start: (faults) => faults.mutateInteractions(mutateEachInTurn(), Infinity),
  },
}

const momentary: Record<string, Omit<Lasting, 'start'> & { start: (faults: Faults) => void }> = {
  drop: {
    name: 'Drop the gateway',
    about: 'Cuts the bot’s websocket; it comes back by itself.',
    start: (faults) => faults.dropConnections(),
  },
  reconnect: {
    name: 'Ask to reconnect',
    about: 'Discord asks the bot to connect anew, as it does before maintenance.',
    start: (faults) => faults.reconnect(),
  },
  invalidate: {
    name: 'End the session',
    about: 'The bot has to log in again.',
    start: (faults) => faults.invalidateSessions(),
  },
}

export interface FaultSwitches {
  list(): FaultSwitch[]
  /** Switches a fault, or makes one that happens once; false for a key that does not exist. */
  turn(key: string, to: boolean): boolean
}

export function createFaultSwitches(faults: Faults): FaultSwitches {
  const ends = new Map<string, () => void>()
  return {
    list: () => [
      ...Object.entries(lasting).map(([key, { name, about }]) => ({ key, name, about, on: ends.has(key) })),
      ...Object.entries(momentary).map(([key, { name, about }]) => ({ key, name, about, on: undefined })),
    ],
    turn(key, to) {
      const fault = lasting[key]
      if (fault) {
        ends.get(key)?.()
        ends.delete(key)
        if (to) ends.set(key, fault.start(faults))
        return true
      }
      momentary[key]?.start(faults)
      return key in momentary
    },
  }
}
