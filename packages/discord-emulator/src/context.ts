// The parts of one sandbox, as its routes and verbs share them.
import type { Changes } from './events.ts'
import type { Clock } from './clock.ts'
import type { FaultPlan } from './fault-injection.ts'
import type { Gateway } from './gateway.ts'
import type { History } from './message-store.ts'
import type { Interactions, Windows } from './interactions.ts'
import type { WireLog } from './request-log.ts'
import type { Registry } from './command-registry.ts'
import type { World } from './world.ts'

export interface Parts {
  world: World
  token: string
  windows: Windows
  clock: Clock
  newId: () => string
  registry: Registry
  interactions: Interactions
  history: History
  gateway: Gateway
  plan: FaultPlan
  log: WireLog
  changes: Changes
  /** Where the gateway listens. */
  gatewayUrl: () => string
  /** Where uploaded files are served, without a slash at the end. */
  filesUrl: () => string
}
