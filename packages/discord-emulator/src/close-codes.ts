// How a connection to the gateway opens a session, or why it is closed: https://discord.com/developers/docs/events/gateway#connections
import { z } from 'zod'
import { checkIntents } from './intents.ts'
import type { EmulatorWorld } from './world.ts'

export interface GatewayClose {
  code: number
  reason: string
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export const gatewayCloses = {
  unknownOpcode: { code: 4001, reason: 'Unknown opcode.' },
  decodeError: { code: 4002, reason: 'Error while decoding payload.' },
  notAuthenticated: { code: 4003, reason: 'Not authenticated.' },
  authenticationFailed: { code: 4004, reason: 'Authentication failed.' },
  alreadyAuthenticated: { code: 4005, reason: 'Already authenticated.' },
  rateLimited: { code: 4008, reason: 'Rate limited.' },
  sessionTimedOut: { code: 4009, reason: 'Session timed out.' },
  invalidShard: { code: 4010, reason: 'Invalid shard.' },
  invalidVersion: { code: 4012, reason: 'Invalid API version.' },
  invalidIntents: { code: 4013, reason: 'Invalid intent(s).' },
  disallowedIntents: { code: 4014, reason: 'Disallowed intent(s).' },
} as const satisfies Record<string, GatewayClose>

const identify = z.object({
  token: z.string(),
  properties: z.record(z.string(), z.unknown()),
  intents: z.unknown().optional(),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
})

const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() })

/** Reads opcode 2. */
export function readIdentify(
  data: unknown,
  token: string,
  world: EmulatorWorld,
): GatewayClose | { intents: number; shard: [id: number, count: number] } {
  const parsed = identify.safeParse(data)
  if (!parsed.success) return gatewayCloses.decodeError
  const { token: sentToken, intents, shard = [0, 1] } = parsed.data
  if (sentToken.replace(/^Bot /, '') !== token) return gatewayCloses.authenticationFailed
  const [id, count] = shard
  if (count < 1 || id < 0 || id >= count) return gatewayCloses.invalidShard
  const intentError = checkIntents(intents, world.application.privilegedIntents)
  return intentError ? gatewayCloses[intentError] : { intents: Number(intents), shard }
}

/** Reads opcode 6. */
export function readResume(
  data: unknown,
  token: string,
): GatewayClose | { sessionId: string; sequence: number } {
  const parsed = resume.safeParse(data)
  if (!parsed.success) return gatewayCloses.decodeError
  const { token: sentToken, session_id, seq } = parsed.data
  if (sentToken.replace(/^Bot /, '') !== token) return gatewayCloses.authenticationFailed
  return { sessionId: session_id, sequence: seq }
}
