// One gateway session: who listens for what, and the events sent to it, kept so that a resume can replay them.
import type { WebSocket } from 'ws'

export interface Session {
  id: string
  intents: number
  shard: [id: number, count: number]
  sequence: number
  /** The newest events as sent, for a replay. */
  events: { sequence: number; text: string }[]
  /** The live connection; undefined between a lost connection and its resume. */
  socket: WebSocket | undefined
}

/** How many events a session can replay; a resume from before them is refused. */
const maxReplayableEvents = 1000

/** Bytes that wait for a client to read them; one that leaves more unread is cut off, and may resume. */
const maxUnread = 16 * 1024 * 1024

/** Sends an event, or keeps it for the resume when the connection is gone. */
export function sendEvent(session: Session, event: string, data: unknown): void {
  session.sequence += 1
  const text = JSON.stringify({ op: 0, t: event, s: session.sequence, d: data })
  session.events.push({ sequence: session.sequence, text })
  if (session.events.length > maxReplayableEvents) session.events.shift()
  session.socket?.send(text)
  if ((session.socket?.bufferedAmount ?? 0) > maxUnread) session.socket?.terminate()
}

/** Whether every event after this one is still there to replay. */
export function canReplay(session: Session, from: number): boolean {
  const oldest = session.events[0]?.sequence ?? session.sequence + 1
  return from <= session.sequence && from + 1 >= oldest
}

/** Sends again all events after the given one. */
export function replay(session: Session, from: number): void {
  for (const { sequence, text } of session.events) if (sequence > from) session.socket?.send(text)
}

/** The shard that a server's events go to; those without a server go to shard 0. */
export function belongsToShard({ shard: [id, count] }: Session, guildId: string | undefined): boolean {
  return (guildId === undefined ? 0n : (BigInt(guildId) >> 22n) % BigInt(count)) === BigInt(id)
}
