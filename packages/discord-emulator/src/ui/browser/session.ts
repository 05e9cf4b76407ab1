// Who is where, and what they do there: each act goes to the local Discord, and what comes back goes into the state.
import type { UiAction, Outcome, ScenePerson, ScenePlace, ViewEvent } from '../ui-protocol.ts'
import { follow, perform } from './server.ts'
import { type State, type Store, noSuggestions } from './state.ts'

export interface Session {
  /** Follows the place as the person sees it. */
  enter(person: ScenePerson, place: ScenePlace): void
  /** Sends a command of the text box, shown as `title` until the answer is there. */
  use(act: Extract<UiAction, { type: 'use' | 'menu' }>, title: string): Promise<void>
  /** Uses a button or a menu of a message. */
  useComponent(act: Extract<UiAction, { type: 'click' | 'choose' }>): Promise<void>
  submit(answers: Record<string, string | string[]>): Promise<void>
  say(text: string): Promise<void>
  clear(): Promise<void>
  dismiss(messageId: string): void
  dismissAttempt(id: number): void
  /** Does something whose outcome the caller handles. */
  act(act: UiAction): Promise<Outcome>
}

export function createSession(store: Store, on: { wire: () => void }): Session {
  let leave = () => {}
  let attempts = 0

  const act = (one: UiAction): Promise<Outcome> => perform(store.state.person.key, store.state.place.key, one)

  function enter(person: ScenePerson, place: ScenePlace): void {
    leave()
    store.set({
      person,
      place,
      messages: [],
      attempts: [],
      busy: new Set(),
      failedUse: new Map(),
      text: '',
      draft: undefined,
      focused: undefined,
      suggestions: noSuggestions,
      refusal: undefined,
      form: undefined,
      openMenu: undefined,
      messageMenu: undefined,
    })
    leave = follow(person.key, place.key, {
      connected: (connected) => {
        if (connected !== store.state.connected) store.set({ connected })
      },
      event: (event) => {
        if (event.type === 'wire') on.wire()
        else store.set(changesOf(event, store.state))
      },
    })
  }

  /** Notes a form that opens, or a refusal. */
  function note(outcome: Outcome): void {
    if (outcome.type === 'modal') {
      const { interaction, modal } = outcome
      store.set({ form: { interaction, modal, busy: false, problem: undefined } })
    }
    if (outcome.type === 'refused') store.set({ refusal: outcome.why })
  }

  return {
    enter,
    act,
    async use(one, title) {
      const id = ++attempts
      const set = (changed: State['attempts']) => store.set({ attempts: changed })
      set([...store.state.attempts, { id, title, failed: undefined }])
      store.set({ refusal: undefined, tip: undefined, hasAsked: true })
      const outcome = await act(one)
      note(outcome)
      if (outcome.type === 'failed') {
        const failed = outcome.reason
        set(store.state.attempts.map((other) => (other.id === id ? { ...other, failed } : other)))
      } else set(store.state.attempts.filter((other) => other.id !== id))
    },
    async useComponent(one) {
      const key = `${one.message} ${one.type === 'click' ? one.button : one.menu}`
      if (store.state.busy.has(key)) return
      const failedUse = new Map(store.state.failedUse)
      failedUse.delete(one.message)
      store.set({ busy: new Set([...store.state.busy, key]), failedUse, refusal: undefined })
      const outcome = await act(one)
      note(outcome)
      const busy = new Set(store.state.busy)
      busy.delete(key)
      store.set({ busy })
      if (outcome.type === 'failed')
        store.set({ failedUse: new Map([...store.state.failedUse, [one.message, outcome.reason]]) })
    },
    async submit(answers) {
      const { form } = store.state
      if (!form) return
      store.set({ form: { ...form, busy: true, problem: undefined } })
      const outcome = await act({ type: 'submit', interaction: form.interaction, answers })
      const problem =
        outcome.type === 'failed' ? outcome.reason : outcome.type === 'refused' ? outcome.why : undefined
      // A form that could not be sent stays open, so that nothing typed is lost.
      store.set({ form: problem === undefined ? undefined : { ...form, busy: false, problem } })
    },
    async say(text) {
      const { hasAsked, scene } = store.state
      const tip = `${scene.app.name} reads no messages. Type / to ask it something.`
      store.set({ refusal: undefined, tip: hasAsked ? undefined : tip })
      note(await act({ type: 'say', text }))
    },
    async clear() {
      store.set({ attempts: [], refusal: undefined })
      note(await act({ type: 'clear' }))
    },
    dismiss(messageId) {
      store.set({ dismissed: new Set([...store.state.dismissed, messageId]) })
    },
    dismissAttempt(id) {
      store.set({ attempts: store.state.attempts.filter((one) => one.id !== id) })
    },
  }
}

function changesOf(event: Exclude<ViewEvent, { type: 'wire' }>, { messages }: State): Partial<State> {
  switch (event.type) {
    case 'messages':
      return { messages: event.messages }
    case 'message': {
      const { shown } = event
      const known = messages.some(({ message }) => message.id === shown.message.id)
      const replaced = messages.map((one) => (one.message.id === shown.message.id ? shown : one))
      return { messages: known ? replaced : [...messages, shown] }
    }
    case 'gone':
      return { messages: messages.filter(({ message }) => message.id !== event.id) }
    case 'commands': {
      const { commands, mayWrite, whyNone } = event
      return { commands, mayWrite, whyNone }
    }
  }
}
