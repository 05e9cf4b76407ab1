// What went over the wire: the newest REST calls and interactions, for tests and for a page that shows them.
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
}

export interface RequestLog {
  calls: LoggedCall[]
  interactions: LoggedInteraction[]
  /** Messages as they were first written, also where the bot was kept from hearing that they were. */
  messages: Message[]
}

/** Characters of JSON in what is logged of a call. */
const maxLogged = 64 * 1024

/** A body as it is logged: one that is too long to be kept a thousand times is named by its length. */
export function toLogged(json: string): unknown {
  if (json.length > maxLogged) return `${json.length} characters, which are too many for the log`
  return JSON.parse(json)
}

/** Adds an entry, dropping the oldest beyond a thousand so that a long run stays small. */
export function appendCapped<T>(entries: T[], entry: T): void {
  entries.push(entry)
  if (entries.length > 1000) entries.shift()
}
