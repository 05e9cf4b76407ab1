// The log: pino, JSON in production and readable on a terminal; no secret and no typed text ever appears in it.
import { pino, type DestinationStream, type Logger } from 'pino'

export interface LogOptions {
  level: string
  production: boolean
  /** Texts that must never appear, as the token. */
  secrets: string[]
  /** Where lines go; standard output unless a test reads them. */
  destination?: DestinationStream
}

/** A write a line costs an answer more than all that Entente does for it; what waits is written at an exit. */
const asyncDestination = { sync: false, minLength: 4096, periodicFlush: 250 }

export async function createLog({ level, production, secrets, destination }: LogOptions): Promise<Logger> {
  const hide = (line: string) => secrets.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), line)
  const settings = { level, base: null, hooks: { streamWrite: hide }, serializers: { err: serializeError } }
  if (destination) return pino(settings, destination)
  if (production || !process.stdout.isTTY) return pino(settings, pino.destination(asyncDestination))
  const { default: pretty } = await import('pino-pretty')
  return pino(settings, pretty({ colorize: true, translateTime: 'SYS:HH:MM:ss', sync: true }))
}

/**
 * What a log line holds of an error. discord.js puts the body and the address of the failed request on its errors,
 * and these carry what users typed and the tokens of interactions, so nothing is taken but what is named here.
 */
function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, status } = error as { code?: unknown; status?: unknown }
  return { type: error.name, message: error.message, stack: error.stack, code, status }
}
