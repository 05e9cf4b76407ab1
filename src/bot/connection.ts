// How interactions reach Entente: over Discord's gateway, or by HTTP where an endpoint is set.
import type { Client } from 'discord.js'
import type { Logger } from 'pino'
import type { Deadline } from '../config/deadline.ts'
import type { ConnectionStatus } from '../monitoring/health.ts'
import type { MetricsRecorder } from '../monitoring/metrics-recorder.ts'
import { createGatewayConnection } from './gateway-connection.ts'
import { createHttpConnection } from './http-connection.ts'
import type { InteractionRouter } from './interaction-router.ts'

/** Where Discord, or a proxy before this process, delivers interactions. */
export interface InteractionsEndpoint {
  host: string
  /** 0 for any free port. */
  port: number
  /** Of the application, 64 hexadecimal digits. */
  publicKey: string
  /** Called with the address, such as "http://127.0.0.1:8080/interactions", as soon as deliveries are taken there. */
  onListening?: ((url: string) => Promise<void>) | undefined
}

export interface ConnectionOptions {
  client: Client
  token: string
  apiUrl: string
  /** Undefined for the gateway. */
  endpoint: InteractionsEndpoint | undefined
  handleInteraction: InteractionRouter['handle']
  metrics: MetricsRecorder
  log: Logger
  now: () => Date
  /** Called with a sentence when Discord has permanently closed the gateway's connection, such as after a token reset. */
  onFatalDisconnect: ((sentence: string) => void) | undefined
  /** How long `close` waits for the gateway to close the connection, in milliseconds. */
  logoutMs: number
  /** How long `stop` still takes deliveries by HTTP, until the proxy sends them elsewhere, in milliseconds. */
  drainMs: number
}

export interface Connection {
  status: () => ConnectionStatus
  /**
   * Resolves when interactions can come.
   * @throws LoginError, DeadlineError, or an error of Discord's REST API or of `listen`; end the process then, because
   * discord.js may keep trying
   */
  open: (deadline: Deadline) => Promise<Client<true>>
  /** By HTTP, takes no more interactions; over the gateway they come until `close`. */
  stop: () => Promise<void>
  close: () => Promise<void>
}

export function createConnection(options: ConnectionOptions): Connection {
  const { endpoint } = options
  return endpoint ? createHttpConnection(options, endpoint) : createGatewayConnection(options)
}
