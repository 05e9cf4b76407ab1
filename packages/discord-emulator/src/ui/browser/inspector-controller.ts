// The Inspect panel: opens at an interaction, follows the request log, and switches faults.
import { loadCalls, loadFaults, loadInteractionDetail, loadInteractions, setFault } from './server.ts'
import type { Store } from './state.ts'

export interface InspectorController {
  /** Opens the panel; with an interaction, its details are open. */
  open(interactionId?: string): void
  close(): void
  setExpanded(interactionId: string, isExpanded: boolean): void
  setFault(key: string, enabled: boolean): Promise<void>
  /** Reloads the log if the panel is open. */
  refresh(): void
}

/** How long the panel waits for more log entries before it reloads. */
const refreshDelayMs = 150

export function createInspectorController(store: Store): InspectorController {
  let timer: ReturnType<typeof setTimeout> | undefined

  const set = (changes: Partial<Store['state']['inspector']>) =>
    store.set({ inspector: { ...store.state.inspector, ...changes } })

  async function load(): Promise<void> {
    try {
      const { expanded } = store.state.inspector
      const [interactions, calls, ...details] = await Promise.all([
        loadInteractions(),
        loadCalls(),
        ...[...expanded].map((id) => loadInteractionDetail(id).catch(() => undefined)),
      ])
      const loaded = details.filter((detail) => detail !== undefined)
      set({ interactions, calls, details: new Map(loaded.map((detail) => [detail.id, detail])) })
    } catch {
      // The server is gone: the page already says so, and keeps the last log.
    }
  }

  void loadFaults().then((faults) => store.set({ faults }))

  return {
    open(interactionId) {
      const expanded = new Set(store.state.inspector.expanded)
      if (interactionId !== undefined) expanded.add(interactionId)
      set({ open: true, expanded })
      const focusOn = interactionId === undefined ? 'inspector' : `interaction-${interactionId}`
      void load().then(() => store.set({ focusOn }))
    },
    close() {
      set({ open: false })
      store.set({ focusOn: 'open-inspector' })
    },
    setExpanded(interactionId, isExpanded) {
      const expanded = new Set(store.state.inspector.expanded)
      if (expanded.has(interactionId) === isExpanded) return
      if (isExpanded) expanded.add(interactionId)
      else expanded.delete(interactionId)
      set({ expanded })
      if (isExpanded) void load()
    },
    async setFault(key, enabled) {
      store.set({ faults: await setFault(key, enabled) })
    },
    refresh() {
      if (!store.state.inspector.open || timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        void load()
      }, refreshDelayMs)
    },
  }
}
