// The newest REST calls, interactions and messages, for tests and for the page.
import type { Message } from './messages.ts'

export interface LoggedCall {
  receivedAt: number
  method: string
  path: string
  body: unknown
  status: number
  response: unknown
}

export interface LoggedInteraction {
  sentAt: number
  id: string
  kind: string
  user: string
  channel: string
  payload: Record<string, unknown>
  /** By HTTP, the status of each delivery so far; undefined for one without a response. */
  deliveries: (number | undefined)[]
}

export interface RequestLog {
  calls: LoggedCall[]
  interactions: LoggedInteraction[]
  /** Messages as first created, including those whose response never reached the bot. */
  messages: Message[]
}

/** Maximum characters of a logged JSON body. */
const maxLoggedLength = 64 * 1024

/** A body as it is logged: parsed or, if it is too long, as a note of its length. */
export function toLogged(text: string, parse: (text: string) => unknown = JSON.parse): unknown {
  return text.length > maxLoggedLength ? `${text.length} characters: too long to log` : parse(text)
}

/** Adds an entry, dropping the oldest beyond a thousand to bound memory. */
export function appendCapped<T>(entries: T[], entry: T): void {
  entries.push(entry)
  if (entries.length > 1000) entries.shift()
}
