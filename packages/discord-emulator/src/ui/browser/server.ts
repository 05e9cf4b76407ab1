// The page's requests to the emulator that serves it.
import type { LoggedCall } from '../../request-log.ts'
import type {
  FaultSwitch,
  InitialState,
  InteractionDetail,
  InteractionSummary,
  Outcome,
  UiAction,
  ViewEvent,
} from '../ui-protocol.ts'

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}

async function post<T>(path: string, body: unknown, files: readonly File[] = []): Promise<T> {
  const json = JSON.stringify(body)
  const form = new FormData()
  form.set('payload_json', json)
  for (const [index, file] of files.entries()) form.set(`files[${index}]`, file)
  const response = await fetch(path, {
    method: 'POST',
    ...(files.length > 0 ? { body: form } : { headers: { 'content-type': 'application/json' }, body: json }),
  })
  return (await response.json()) as T
}

export const loadInitialState = () => get<InitialState>('/page/state')
export const loadInteractions = () => get<InteractionSummary[]>('/page/interactions')
export const loadInteractionDetail = (id: string) =>
  get<InteractionDetail>(`/page/interactions/${encodeURIComponent(id)}`)
export const loadCalls = () => get<LoggedCall[]>('/page/calls')
export const loadFaults = () => get<FaultSwitch[]>('/page/faults')
export const setFault = (key: string, enabled: boolean) =>
  post<FaultSwitch[]>('/page/faults', { key, enabled })

/** Performs a user's action; rejected when the server is gone. */
export async function performAction(
  user: string,
  channel: string,
  action: UiAction,
  files?: readonly File[],
): Promise<Outcome> {
  try {
    return await post<Outcome>('/page/actions', { user, channel, action }, files)
  } catch {
    return {
      type: 'rejected',
      reason: 'The Discord emulator does not respond. Is npm start still running?',
    }
  }
}

/** Reports what a user sees of a channel until the returned function is called; it reconnects by itself. */
export function watchView(
  user: string,
  channel: string,
  on: { event: (event: ViewEvent) => void; connected: (isConnected: boolean) => void },
): () => void {
  const source = new EventSource(`/page/view?${new URLSearchParams({ user, channel }).toString()}`)
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
