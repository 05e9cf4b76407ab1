// The faults that the soak injects, of Discord, the network and the clocks.
import { mutateEachInTurn, type DiscordEmulator } from 'discord-emulator'

export type FaultScenario = [name: string, inject: () => void]

const hourMs = 3_600_000

/** @param stepClock sets the bot's clock the given number of milliseconds ahead of the system's */
export function createFaultScenarios({ faults }: DiscordEmulator, stepClock: (aheadMs: number) => void) {
  const callback = /callback/
  const mutate = mutateEachInTurn()
  /** The ids of interactions that were sent without an id, a token or a type. */
  const unanswerable = new Set<string>()

  function mutateNext(): void {
    faults.mutateInteractions((payload) => {
      const { id: sentId, type: sentType } = payload
      const { id, token, type } = mutate(payload)
      // Without its type, autocomplete is answered with a message, which Discord rejects.
      const isTypeLost = sentType === 4 && type !== 4
      if (typeof id !== 'string' || typeof token !== 'string' || isTypeLost) unanswerable.add(String(sentId))
      return payload
    }, 20)
  }

  /** Malformed events, and a poll, which discord.js only reads in cached channels. */
  function sendOddPayloads(): void {
    for (const t of ['GUILD_CREATE', 'INTERACTION_CREATE', 'MESSAGE_CREATE', 'READY', 'error'])
      for (const d of [null, {}, { id: null, poll: {} }]) faults.sendPayload({ op: 0, t, s: null, d })
    for (const op of [10, 11, 99]) faults.sendPayload({ op, d: null })
  }
  const posting = /^POST \/(webhooks|channels)\//
  const scenarios: FaultScenario[] = [
    ['rate limit on a route', () => faults.rateLimit({ match: callback, retryAfterMs: 100, count: 5 })],
    ['global rate limit', () => faults.rateLimit({ global: true, retryAfterMs: 100 })],
    ['500s', () => faults.failWith(500, { match: callback, count: 5 })],
    [
      '502 after accepting the response',
      () => faults.failWith(502, { match: callback, count: 5, afterProcessing: true }),
    ],
    ['slow answers', () => faults.delay(300, { match: callback, count: 10 })],
    ['broken connections', () => faults.resetConnection({ match: callback, count: 5 })],
    [
      'connections lost after the call',
      () => faults.resetConnection({ match: callback, count: 5, afterProcessing: true }),
    ],
    [
      'follow-ups lost before the call',
      () => faults.resetConnection({ match: posting, count: 3, method: 'close' }),
    ],
    [
      'follow-ups lost after the call',
      () => faults.resetConnection({ match: posting, count: 3, afterProcessing: true }),
    ],
    ['idle connections closed', () => faults.closeIdleConnections()],
    ['files rejected', () => faults.rejectFiles({ count: 5 })],
    ['dropped sockets', () => faults.dropConnections()],
    ['reconnect', () => faults.reconnect()],
    ['session lost', () => faults.invalidateSessions({ resumable: true })],
    ['missed heartbeats', () => faults.ignoreHeartbeats(2)],
    ['interactions sent twice', () => faults.duplicateInteractions(5)],
    ['interactions with missing fields', mutateNext],
    ['malformed payloads', sendOddPayloads],
    ['interactions sent again when answered', () => faults.duplicateInteractions(5, 'late')],
    ['clock an hour back', () => stepClock(-hourMs)],
    ['clock an hour ahead, then back', () => stepClock(hourMs)],
    ['clock 200 days ahead, then back', () => stepClock(200 * 24 * hourMs)],
    ['Discord clock an hour back', () => faults.stepClock(-hourMs)],
    ['Discord clock an hour ahead, then back', () => faults.stepClock(hourMs)],
  ]

  return { scenarios, unanswerable }
}
