// A gateway session: its intents and shard, and its newest events, which a resume can replay.
import type { WebSocket } from 'ws'

export interface Session {
  id: string
  intents: number
  shard: [id: number, count: number]
  sequence: number
  /** The newest events, as sent. */
  events: { sequence: number; text: string }[]
  /** The live connection; undefined between a lost connection and its resume. */
  socket: WebSocket | undefined
}

/** How many events a session stores; a resume from before them is rejected. */
const maxReplayableEvents = 1000

/** Maximum buffered bytes; a client that leaves more unread is disconnected, and can resume. */
const maxBufferedBytes = 16 * 1024 * 1024

/** Sends an event; without a connection, only stores it for a resume. */
export function sendEvent(session: Session, event: string, data: unknown): void {
  session.sequence += 1
  const text = JSON.stringify({ op: 0, t: event, s: session.sequence, d: data })
  session.events.push({ sequence: session.sequence, text })
  if (session.events.length > maxReplayableEvents) session.events.shift()
  session.socket?.send(text)
  if ((session.socket?.bufferedAmount ?? 0) > maxBufferedBytes) session.socket?.terminate()
}

/** Whether every event after this sequence number is still stored. */
export function canReplay(session: Session, from: number): boolean {
  const oldest = session.events[0]?.sequence ?? session.sequence + 1
  return from <= session.sequence && from + 1 >= oldest
}

/** Resends all events after this sequence number. */
export function replay(session: Session, from: number): void {
  for (const { sequence, text } of session.events) if (sequence > from) session.socket?.send(text)
}

/** Whether the events of a guild go to this session's shard; those without a guild go to shard 0. */
export function belongsToShard({ shard: [id, count] }: Session, guildId: string | undefined): boolean {
  return (guildId === undefined ? 0n : (BigInt(guildId) >> 22n) % BigInt(count)) === BigInt(id)
}
