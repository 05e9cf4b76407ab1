// Handles payloads that discord.js cannot read: logs each kind once, and answers those that have an id and a token.
import {
  GatewayDispatchEvents,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  Routes,
  type REST,
} from 'discord.js'
import type { Logger } from 'pino'
import type { IdempotencyKeys } from './idempotency-keys.ts'
import { errorMessage } from './error-response.ts'
import { isObject, UnreadableError } from './interaction-payload.ts'
import type { MetricsRecorder } from '../monitoring/metrics-recorder.ts'

/** Called for each dropped payload, with the name of the event or opcode and its data. */
export type OnUnreadable = (event: unknown, data: unknown, error: unknown) => void

/** Bounds the log, because Discord may send any number of event names. */
const maxKinds = 100

export function createUnreadableHandler(options: {
  rest: REST
  received: Pick<IdempotencyKeys, 'claim'>
  metrics: Pick<MetricsRecorder, 'recordInteraction'>
  log: Logger
}): OnUnreadable {
  const { rest, received, metrics, log } = options
  const logged = new Set<string>()

  return (event, data, error) => {
    const payload = isObject(data) ? data : {}
    const id = parseId(payload['id'])
    const kind = {
      event: eventName(event),
      ...(event === GatewayDispatchEvents.InteractionCreate && typesIn(payload)),
    }
    const key = JSON.stringify(kind)
    if (!logged.has(key) && logged.size < maxKinds) {
      logged.add(key)
      log.error({ ...kind, id, ...describe(error) }, 'dropped an unreadable payload')
    }
    if (event !== GatewayDispatchEvents.InteractionCreate) return
    if (id !== undefined && !received.claim(id)) {
      log.info({ id, outcome: 'duplicate' }, 'interaction')
      return
    }
    metrics.recordInteraction({ command: 'unknown', kind: 'unreadable', outcome: 'error', ms: undefined })
    log.info({ id, command: 'unknown', kind: 'unreadable', outcome: 'error' }, 'interaction')
    const { token, type } = payload
    if (id === undefined || typeof token !== 'string' || token === '' || type === InteractionType.Ping) return
    rest
      .post(Routes.interactionCallback(id, token), { body: errorResponseFor(type, id), auth: false })
      .catch((err: unknown) => log.warn({ id, err }, 'failed to send response'))
  }
}

function errorResponseFor(type: unknown, id: string): object {
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }
  }
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { content: errorMessage(id), flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } },
  }
}

function typesIn({ type, data }: Record<string, unknown>) {
  const { type: commandType, component_type: componentType } = isObject(data) ? data : {}
  return {
    type: numberOrUndefined(type),
    commandType: numberOrUndefined(commandType),
    componentType: numberOrUndefined(componentType),
  }
}

/** Other errors may quote the payload in their message, so only their stack frames are logged. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return {}
  const frames = (error.stack ?? '').replace(error.message, '').split('\n').slice(1, 6)
  const reason = error instanceof UnreadableError ? error.message : error.name
  return { reason, at: frames.map((frame) => frame.trim()) }
}

function eventName(event: unknown): string {
  return typeof event === 'string' && /^[\w ]{1,60}$/.test(event) ? event : 'unknown'
}

function numberOrUndefined(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function parseId(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : undefined
}
