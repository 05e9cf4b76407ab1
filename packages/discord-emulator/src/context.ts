// The parts of one emulator, shared by its routes and user actions.
import type { EmulatorEvents } from './events.ts'
import type { Clock } from './clock.ts'
import type { FaultInjector } from './fault-injection.ts'
import type { Gateway } from './gateway.ts'
import type { MessageStore } from './message-store.ts'
import type { Interactions, InteractionTimeouts } from './interactions.ts'
import type { InteractionsEndpoint } from './interactions-endpoint.ts'
import type { RequestLog } from './request-log.ts'
import type { CommandRegistry } from './command-registry.ts'
import type { CommandUploads } from './command-uploads.ts'
import type { EmulatorWorld } from './world.ts'

export interface EmulatorContext {
  world: EmulatorWorld
  token: string
  timeouts: InteractionTimeouts
  clock: Clock
  newId: () => string
  registry: CommandRegistry
  interactions: Interactions
  messageStore: MessageStore
  commandUploads: CommandUploads
  gateway: Gateway
  faultInjector: FaultInjector
  endpoint: InteractionsEndpoint
  log: RequestLog
  events: EmulatorEvents
  /** The gateway's address. */
  gatewayUrl: () => string
  /** The base URL of uploaded files, without a trailing slash. */
  filesUrl: () => string
}
