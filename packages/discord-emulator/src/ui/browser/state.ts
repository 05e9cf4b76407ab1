// Everything that the page knows, in one object, and how it is changed and shown again.
import type { Choice } from '../../validation/choices.ts'
import type { Modal } from '../../validation/modals.ts'
import type { LoggedCall } from '../../request-log.ts'
import type { Command } from '../../command-registry.ts'
import type {
  FaultSwitch,
  InitialState,
  ScenePerson,
  ScenePlace,
  ShownMessage,
  WireDetail,
  WireSummary,
} from '../ui-protocol.ts'
import type { Draft } from './command-draft.ts'

/** A command on its way, or one that failed: until the bot's answer is there, the page shows this in its place. */
export interface Attempt {
  id: number
  title: string
  failed: string | undefined
}

/** The list above the text box: commands, or choices for an option. */
export interface Suggestions {
  choices: Choice[]
  status: 'ready' | 'loading' | 'failed'
  /** The highlighted one; -1 for none. */
  active: number
  open: boolean
}

export interface Inspect {
  open: boolean
  list: WireSummary[]
  calls: LoggedCall[]
  details: Map<string, WireDetail>
  /** The interactions that are unfolded. */
  unfolded: Set<string>
}

export interface State {
  scene: InitialState
  person: ScenePerson
  place: ScenePlace
  connected: boolean
  messages: ShownMessage[]
  /** Private messages that were put away. */
  dismissed: Set<string>
  attempts: Attempt[]
  commands: Command[]
  mayWrite: boolean
  whyNone: string | undefined
  /** Components that were used and wait for the bot: `${message} ${customId}`. */
  busy: Set<string>
  /** What went wrong with a component, by message. */
  failedUse: Map<string, string>
  /** What is typed while no command is chosen. */
  text: string
  draft: Draft | undefined
  /** The option that is typed into. */
  focused: string | undefined
  suggestions: Suggestions
  /** Why Discord would not do what was asked last. */
  refusal: string | undefined
  /** Whether a command was used since the page was opened. */
  hasAsked: boolean
  /** What may help someone who has not found out yet. */
  tip: string | undefined
  form: { interaction: string; modal: Modal; busy: boolean; problem: string | undefined } | undefined
  /** The open menu of a component: `${message} ${customId}`, with the picks so far. */
  openMenu: { key: string; picks: string[]; active: number } | undefined
  /** The message whose "…" menu is open. */
  messageMenu: string | undefined
  faults: FaultSwitch[]
  inspect: Inspect
  theme: 'dark' | 'light' | undefined
  /** The id of the element that gets the keyboard once this is shown. */
  focusOn: string | undefined
}

export interface Store {
  state: State
  /** Changes the state and shows it soon after. */
  set: (changes: Partial<State>) => void
}

export const noSuggestions: Suggestions = { choices: [], status: 'ready', active: -1, open: false }

/** The state at the beginning. */
export function firstState(scene: InitialState, person: ScenePerson, place: ScenePlace): State {
  return {
    scene,
    person,
    place,
    connected: true,
    messages: [],
    dismissed: new Set(),
    attempts: [],
    commands: [],
    mayWrite: true,
    whyNone: undefined,
    busy: new Set(),
    failedUse: new Map(),
    text: '',
    draft: undefined,
    focused: undefined,
    suggestions: noSuggestions,
    refusal: undefined,
    hasAsked: false,
    tip: undefined,
    form: undefined,
    openMenu: undefined,
    messageMenu: undefined,
    faults: [],
    inspect: { open: false, list: [], calls: [], details: new Map(), unfolded: new Set() },
    theme: undefined,
    focusOn: undefined,
  }
}

/** Shows the state once for all changes of the same turn. */
export function createStore(state: State, show: () => void): Store {
  let planned = false
  const store: Store = {
    state,
    set(changes) {
      store.state = { ...store.state, ...changes }
      if (planned) return
      planned = true
      queueMicrotask(() => {
        planned = false
        show()
        if (store.state.focusOn === undefined) return
        document.getElementById(store.state.focusOn)?.focus()
        store.state.focusOn = undefined
      })
    },
  }
  return store
}
