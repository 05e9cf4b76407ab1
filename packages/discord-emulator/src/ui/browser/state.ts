// The page's whole state in one object, and the store that renders it after each change.
import type { Choice } from '../../validation/choices.ts'
import type { Modal } from '../../validation/modals.ts'
import type { LoggedCall } from '../../request-log.ts'
import type { Command } from '../../command-registry.ts'
import type {
  FaultSwitch,
  InitialState,
  UiUser,
  UiChannel,
  VisibleMessage,
  InteractionDetail,
  InteractionSummary,
} from '../ui-protocol.ts'
import type { CommandDraft } from './command-draft.ts'
import type { MenuPlacement } from './menu-placement.ts'

/** A command that the bot has not responded to, or that failed; shown in place of the response. */
export interface PendingCommand {
  id: number
  title: string
  failure: string | undefined
}

/** The list above the text box: commands, or choices for an option. */
export interface Suggestions {
  choices: Choice[]
  status: 'ready' | 'loading' | 'failed'
  /** The index of the highlighted item; -1 for none. */
  active: number
  open: boolean
}

export interface InspectorState {
  open: boolean
  interactions: InteractionSummary[]
  calls: LoggedCall[]
  details: Map<string, InteractionDetail>
  /** The ids of the interactions whose details are open. */
  expanded: Set<string>
}

export interface State {
  initial: InitialState
  user: UiUser
  channel: UiChannel
  connected: boolean
  /** Whether the channel's commands have arrived; nothing can be typed before. */
  isReady: boolean
  messages: VisibleMessage[]
  /** The ids of dismissed ephemeral messages. */
  dismissed: Set<string>
  pendingCommands: PendingCommand[]
  commands: Command[]
  canWrite: boolean
  noCommandsReason: string | undefined
  /** Components that wait for the bot: `${messageId} ${customId}`. */
  busyComponents: Set<string>
  /** Why a component failed, by message id. */
  componentErrors: Map<string, string>
  /** The text while no command is chosen. */
  text: string
  draft: CommandDraft | undefined
  /** The name of the option that has the focus. */
  focused: string | undefined
  suggestions: Suggestions
  /** Why Discord rejected the last action. */
  error: string | undefined
  /** Whether a command was used since the page opened. */
  hasUsedCommand: boolean
  /** A hint for someone who has not found the commands yet. */
  hint: string | undefined
  modal: { interactionId: string; modal: Modal; isBusy: boolean; error: string | undefined } | undefined
  /** The open select menu: `${messageId} ${customId}`, with the values selected so far. */
  openMenu: { key: string; values: string[]; active: number; placement: MenuPlacement } | undefined
  /** The id of the message whose "…" menu is open. */
  messageMenu: string | undefined
  faults: FaultSwitch[]
  inspector: InspectorState
  theme: 'dark' | 'light' | undefined
  /** The id of the element to focus after the next rendering. */
  focusOn: string | undefined
}

export interface Store {
  state: State
  /** Changes the state and renders it soon after. */
  set: (changes: Partial<State>) => void
}

export const noSuggestions: Suggestions = { choices: [], status: 'ready', active: -1, open: false }

export function createInitialPageState(initial: InitialState, user: UiUser, channel: UiChannel): State {
  return {
    initial,
    user,
    channel,
    connected: true,
    isReady: false,
    messages: [],
    dismissed: new Set(),
    pendingCommands: [],
    commands: [],
    canWrite: true,
    noCommandsReason: undefined,
    busyComponents: new Set(),
    componentErrors: new Map(),
    text: '',
    draft: undefined,
    focused: undefined,
    suggestions: noSuggestions,
    error: undefined,
    hasUsedCommand: false,
    hint: undefined,
    modal: undefined,
    openMenu: undefined,
    messageMenu: undefined,
    faults: [],
    inspector: { open: false, interactions: [], calls: [], details: new Map(), expanded: new Set() },
    theme: undefined,
    focusOn: undefined,
  }
}

/** Creates a store that renders once for all changes of the same microtask. */
export function createStore(state: State, render: () => void): Store {
  let isScheduled = false
  const store: Store = {
    state,
    set(changes) {
      store.state = { ...store.state, ...changes }
      if (isScheduled) return
      isScheduled = true
      queueMicrotask(() => {
        isScheduled = false
        render()
        if (store.state.focusOn === undefined) return
        document.getElementById(store.state.focusOn)?.focus()
        store.state.focusOn = undefined
      })
    },
  }
  return store
}
