// Talks to the local Discord that serves this page.
import type { LoggedCall } from '../../request-log.ts'
import type { UiAction, FaultSwitch, Outcome, InitialState, ViewEvent, WireDetail, WireSummary } from '../ui-protocol.ts'

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as T
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as T
}

export const loadScene = () => get<InitialState>('/page/scene')
export const loadWire = () => get<WireSummary[]>('/page/wire')
export const loadWireDetail = (id: string) => get<WireDetail>(`/page/wire/${encodeURIComponent(id)}`)
export const loadCalls = () => get<LoggedCall[]>('/page/calls')
export const loadFaults = () => get<FaultSwitch[]>('/page/faults')
export const turnFault = (key: string, on: boolean) => post<FaultSwitch[]>('/page/faults', { key, on })

/** Does what a person does; a server that is gone refuses. */
export async function perform(person: string, place: string, act: UiAction): Promise<Outcome> {
  try {
    return await post<Outcome>('/page/act', { person, place, act })
  } catch {
    return { type: 'refused', why: 'The local Discord does not answer. Is npm start still running?' }
  }
}

/** Follows what a person sees at a place until the returned function is called; it reconnects by itself. */
export function follow(
  person: string,
  place: string,
  on: { event: (event: ViewEvent) => void; connected: (is: boolean) => void },
): () => void {
  const source = new EventSource(`/page/view?${new URLSearchParams({ person, place }).toString()}`)
  source.onopen = () => {
    on.connected(true)
  }
  source.onerror = () => {
    on.connected(false)
  }
  source.onmessage = ({ data }: MessageEvent<string>) => {
    on.event(JSON.parse(data) as ViewEvent)
  }
  return () => {
    source.close()
  }
}
