// Creates the pino log: JSON in production, readable on a terminal; secrets and user input never appear in it.
import { pino, type DestinationStream, type Logger } from 'pino'

export interface LogOptions {
  level: string
  production: boolean
  /** Texts that must never appear, such as the token. */
  secrets: string[]
  /** Where lines go; standard output by default. */
  destination?: DestinationStream
}

/**
 * Standard output through a buffer, since one write per line would cost more than handling an interaction. Writing in a
 * thread of its own would take more CPU.
 */
function bufferedOutput(): DestinationStream {
  const output = pino.destination({ sync: true, minLength: 4096, periodicFlush: 250 })
  process.on('exit', () => output.flushSync())
  return output
}

export async function createLog({ level, production, secrets, destination }: LogOptions): Promise<Logger> {
  const redact = (line: string) => secrets.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), line)
  const settings = { level, base: null, hooks: { streamWrite: redact }, serializers: { err: serializeError } }
  if (destination) return pino(settings, destination)
  if (production || !process.stdout.isTTY) return pino(settings, bufferedOutput())
  const { default: pretty } = await import('pino-pretty')
  return pino(settings, pretty({ colorize: true, translateTime: 'SYS:HH:MM:ss', sync: true }))
}

/**
 * Serializes only the fields named here: the errors of discord.js carry the body and URL of the failed request, which
 * contain user input and interaction tokens.
 */
function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, status } = error as { code?: unknown; status?: unknown }
  return { type: error.name, message: error.message, stack: error.stack, code, status }
}
