// What went over the wire for each interaction: what the bot received, the calls it made, and how long it took.
import type { LoggedCall, LoggedInteraction } from '../request-log.ts'
import type { EmulatorContext } from '../context.ts'
import type { WireDetail, WireSummary } from './ui-protocol.ts'

/** How many interactions a list holds; autocomplete alone makes one a keystroke. */
const listed = 60

/** The newest interactions, newest first. */
export function wireList(parts: EmulatorContext): WireSummary[] {
  const { interactions } = parts.log
  return interactions
    .slice(-listed)
    .reverse()
    .map((logged) => summaryOf(logged, callsOf(parts, logged)))
}

/** One interaction with everything that went over the wire for it. */
export function wireDetail(parts: EmulatorContext, id: string): WireDetail | undefined {
  const logged = parts.log.interactions.find((one) => one.id === id)
  if (!logged) return undefined
  const calls = callsOf(parts, logged)
  return { ...summaryOf(logged, calls), received: logged.payload, calls }
}

/** The newest calls that belong to no interaction, such as those of a start. */
export function otherCalls(parts: EmulatorContext): LoggedCall[] {
  return parts.log.calls
    .filter(({ path }) => !/^\/(interactions|webhooks)\//.test(path))
    .slice(-listed)
    .reverse()
}

function callsOf({ log }: EmulatorContext, { id, payload }: LoggedInteraction): LoggedCall[] {
  const token = String(payload['token'])
  return log.calls.filter(({ path }) => path.startsWith(`/interactions/${id}/`) || path.includes(`/${token}`))
}

function summaryOf(logged: LoggedInteraction, calls: LoggedCall[]): WireSummary {
  const { id, at, kind, person, place, payload } = logged
  const [first] = calls
  return {
    id,
    at,
    kind,
    name: nameOf(kind, payload['data'] as Record<string, unknown>),
    person,
    place,
    ms: first && first.at - at,
    statuses: calls.map(({ status }) => status),
  }
}

function nameOf(kind: string, data: Record<string, unknown>): string {
  if (kind === 'component' || kind === 'modal') return String(data['custom_id'])
  return data['type'] === 1 ? `/${String(data['name'])}` : String(data['name'])
}
