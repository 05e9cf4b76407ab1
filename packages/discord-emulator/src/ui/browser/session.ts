// The user, their channel and what they do there: actions go to the emulator, and results go into the state.
import type { Outcome, UiAction, UiChannel, UiUser, ViewEvent } from '../ui-protocol.ts'
import { performAction, watchView } from './server.ts'
import { type State, type Store, noSuggestions } from './state.ts'

type CommandAction = Extract<UiAction, { type: 'runCommand' | 'runMessageCommand' }>
type ComponentAction = Extract<UiAction, { type: 'clickButton' | 'select' }>

export interface Session {
  /** Switches to a channel as a user sees it. */
  enter(user: UiUser, channel: UiChannel): void
  /** Runs a command, shown as `title` until the bot responds; its options name `files` by their index. */
  runCommand(action: CommandAction, title: string, files?: readonly File[]): Promise<void>
  /** Uses a button or a select menu of a message. */
  useComponent(action: ComponentAction): Promise<void>
  submitModal(fields: Record<string, string | string[]>): Promise<void>
  sendMessage(content: string): Promise<void>
  clearChannel(): Promise<void>
  dismiss(messageId: string): void
  dismissPending(id: number): void
  /** Performs an action whose outcome the caller handles. */
  perform(action: UiAction): Promise<Outcome>
}

export function createSession(store: Store, on: { log: () => void }): Session {
  let leave = () => {}
  let commandCount = 0

  const perform = (action: UiAction, files?: readonly File[]): Promise<Outcome> =>
    performAction(store.state.user.key, store.state.channel.key, action, files)

  function enter(user: UiUser, channel: UiChannel): void {
    leave()
    store.set({
      user,
      channel,
      isReady: false,
      messages: [],
      pendingCommands: [],
      busyComponents: new Set(),
      componentErrors: new Map(),
      text: '',
      draft: undefined,
      focused: undefined,
      suggestions: noSuggestions,
      error: undefined,
      modal: undefined,
      openMenu: undefined,
      messageMenu: undefined,
    })
    leave = watchView(user.key, channel.key, {
      connected: (connected) => {
        if (connected !== store.state.connected) store.set({ connected })
      },
      event: (event) => {
        if (event.type === 'log') on.log()
        else store.set(changesOf(event, store.state))
      },
    })
  }

  /** Shows a modal that opens, or why an action was rejected. */
  function showOutcome(outcome: Outcome): void {
    if (outcome.type === 'modal') {
      const { interactionId, modal } = outcome
      store.set({ modal: { interactionId, modal, isBusy: false, error: undefined } })
    }
    if (outcome.type === 'rejected') store.set({ error: outcome.reason })
  }

  return {
    enter,
    perform,
    async runCommand(action, title, files) {
      const id = ++commandCount
      const set = (pendingCommands: State['pendingCommands']) => store.set({ pendingCommands })
      set([...store.state.pendingCommands, { id, title, failure: undefined }])
      store.set({ error: undefined, hint: undefined, hasUsedCommand: true })
      const outcome = await perform(action, files)
      showOutcome(outcome)
      const { pendingCommands } = store.state
      if (outcome.type === 'failed') {
        const failure = outcome.reason
        set(pendingCommands.map((pending) => (pending.id === id ? { ...pending, failure } : pending)))
      } else set(pendingCommands.filter((pending) => pending.id !== id))
    },
    async useComponent(action) {
      const { messageId, customId } = action
      const key = `${messageId} ${customId}`
      if (store.state.busyComponents.has(key)) return
      const componentErrors = new Map(store.state.componentErrors)
      componentErrors.delete(messageId)
      store.set({
        busyComponents: new Set([...store.state.busyComponents, key]),
        componentErrors,
        error: undefined,
      })
      const outcome = await perform(action)
      showOutcome(outcome)
      const busyComponents = new Set(store.state.busyComponents)
      busyComponents.delete(key)
      store.set({ busyComponents })
      if (outcome.type === 'failed')
        store.set({
          componentErrors: new Map([...store.state.componentErrors, [messageId, outcome.reason]]),
        })
    },
    async submitModal(fields) {
      const { modal } = store.state
      if (!modal) return
      store.set({ modal: { ...modal, isBusy: true, error: undefined } })
      const { interactionId } = modal
      const outcome = await perform({ type: 'submitModal', interactionId, fields })
      const hasFailed = outcome.type === 'failed' || outcome.type === 'rejected'
      // A modal that could not be submitted stays open, so that no input is lost.
      store.set({ modal: hasFailed ? { ...modal, isBusy: false, error: outcome.reason } : undefined })
    },
    async sendMessage(content) {
      const { hasUsedCommand, initial } = store.state
      const hint = `${initial.app.name} does not read messages. Type / to use a command.`
      store.set({ error: undefined, hint: hasUsedCommand ? undefined : hint })
      showOutcome(await perform({ type: 'sendMessage', content }))
    },
    async clearChannel() {
      store.set({ pendingCommands: [], error: undefined })
      showOutcome(await perform({ type: 'clearChannel' }))
    },
    dismiss(messageId) {
      store.set({ dismissed: new Set([...store.state.dismissed, messageId]) })
    },
    dismissPending(id) {
      store.set({ pendingCommands: store.state.pendingCommands.filter((pending) => pending.id !== id) })
    },
  }
}

function changesOf(event: Exclude<ViewEvent, { type: 'log' }>, { messages }: State): Partial<State> {
  switch (event.type) {
    case 'messages':
      return { messages: event.messages }
    case 'message': {
      const { visible } = event
      const isKnown = messages.some(({ message }) => message.id === visible.message.id)
      return {
        messages: isKnown
          ? messages.map((other) => (other.message.id === visible.message.id ? visible : other))
          : [...messages, visible],
      }
    }
    case 'deleted':
      return { messages: messages.filter(({ message }) => message.id !== event.id) }
    case 'commands': {
      const { commands, canWrite, noCommandsReason } = event
      return { isReady: true, commands, canWrite, noCommandsReason }
    }
  }
}
