// The Inspect panel: opens at an interaction, keeps up with the wire, and switches faults.
import { loadCalls, loadFaults, loadWire, loadWireDetail, turnFault } from './server.ts'
import type { Store } from './state.ts'

export interface Inspecting {
  /** Opens the panel; with an interaction, unfolded at it. */
  open(interactionId?: string): void
  close(): void
  unfold(interactionId: string, is: boolean): void
  turn(key: string, on: boolean): Promise<void>
  /** Something went over the wire. */
  refresh(): void
}

/** How long the panel waits for more before it looks again. */
const gatherMs = 150

export function createInspecting(store: Store): Inspecting {
  let timer: ReturnType<typeof setTimeout> | undefined

  const set = (changes: Partial<Store['state']['inspect']>) =>
    store.set({ inspect: { ...store.state.inspect, ...changes } })

  async function load(): Promise<void> {
    try {
      const { unfolded } = store.state.inspect
      const [list, calls, ...details] = await Promise.all([
        loadWire(),
        loadCalls(),
        ...[...unfolded].map((id) => loadWireDetail(id).catch(() => undefined)),
      ])
      const known = details.filter((one) => one !== undefined)
      set({ list, calls, details: new Map(known.map((one) => [one.id, one])) })
    } catch {
      // The server is gone: the page says so already, and keeps what it knew.
    }
  }

  void loadFaults().then((faults) => store.set({ faults }))

  return {
    open(interactionId) {
      const unfolded = new Set(store.state.inspect.unfolded)
      if (interactionId !== undefined) unfolded.add(interactionId)
      set({ open: true, unfolded })
      const focusOn = interactionId === undefined ? 'inspect' : `wire-${interactionId}`
      void load().then(() => store.set({ focusOn }))
    },
    close() {
      set({ open: false })
      store.set({ focusOn: 'open-inspect' })
    },
    unfold(interactionId, is) {
      const unfolded = new Set(store.state.inspect.unfolded)
      if (unfolded.has(interactionId) === is) return
      if (is) unfolded.add(interactionId)
      else unfolded.delete(interactionId)
      set({ unfolded })
      if (is) void load()
    },
    async turn(key, on) {
      store.set({ faults: await turnFault(key, on) })
    },
    refresh() {
      if (!store.state.inspect.open || timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        void load()
      }, gatherMs)
    },
  }
}
