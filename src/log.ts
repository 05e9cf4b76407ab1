// The log: pino, JSON in production and readable on a terminal; the token never appears.
import { pino, type DestinationStream, type Logger } from 'pino'
import pretty from 'pino-pretty'

export interface LogOptions {
  level: string
  production: boolean
  /** Texts that must never appear, as the token. */
  secrets: string[]
  /** Where lines go; standard output unless a test reads them. */
  destination?: DestinationStream
}

export function createLog({ level, production, secrets, destination }: LogOptions): Logger {
  const hide = (line: string) => secrets.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), line)
  const settings = { level, base: null, hooks: { streamWrite: hide } }
  if (destination) return pino(settings, destination)
  if (production || !process.stdout.isTTY) return pino(settings)
  return pino(
    settings,
    pretty({ colorize: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true }),
  )
}
