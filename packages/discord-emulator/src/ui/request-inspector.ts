// For each interaction: the payload that the bot received, the calls it made, and how long it took.
import type { LoggedCall, LoggedInteraction } from '../request-log.ts'
import type { EmulatorContext } from '../context.ts'
import type { InteractionDetail, InteractionSummary } from './ui-protocol.ts'

/** How many entries a list has at most; autocomplete alone makes an interaction per keystroke. */
const maxListed = 60

/** The newest interactions, newest first. */
export function listInteractions(context: EmulatorContext): InteractionSummary[] {
  const { interactions } = context.log
  return interactions
    .slice(-maxListed)
    .reverse()
    .map((logged) => summaryOf(logged, callsOf(context, logged)))
}

/** One interaction with its payload and calls. */
export function interactionDetail(context: EmulatorContext, id: string): InteractionDetail | undefined {
  const logged = context.log.interactions.find((interaction) => interaction.id === id)
  if (!logged) return undefined
  const calls = callsOf(context, logged)
  return { ...summaryOf(logged, calls), payload: logged.payload, calls }
}

/** The newest calls that belong to no interaction, such as those at login. */
export function otherCalls(context: EmulatorContext): LoggedCall[] {
  return context.log.calls
    .filter(({ path }) => !/^\/(interactions|webhooks)\//.test(path))
    .slice(-maxListed)
    .reverse()
}

function callsOf({ log }: EmulatorContext, { id, payload }: LoggedInteraction): LoggedCall[] {
  const token = String(payload['token'])
  return log.calls.filter(({ path }) => path.startsWith(`/interactions/${id}/`) || path.includes(`/${token}`))
}

function summaryOf(logged: LoggedInteraction, calls: LoggedCall[]): InteractionSummary {
  const { id, sentAt, kind, user, channel, payload } = logged
  const [first] = calls
  return {
    id,
    sentAt,
    kind,
    name: nameOf(kind, payload['data'] as Record<string, unknown>),
    user,
    channel,
    latencyMs: first && first.receivedAt - sentAt,
    statuses: calls.map(({ status }) => status),
  }
}

function nameOf(kind: string, data: Record<string, unknown>): string {
  if (kind === 'component' || kind === 'modal') return String(data['custom_id'])
  return data['type'] === 1 ? `/${String(data['name'])}` : String(data['name'])
}
