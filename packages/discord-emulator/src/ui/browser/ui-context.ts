// What every part of the page is handed: the state to show, and what can be done.
import type { Composing } from './composer-controller.ts'
import type { Inspecting } from './inspector-controller.ts'
import type { Session } from './session.ts'
import type { State, Store } from './state.ts'

export interface Tools {
  state: State
  set: Store['set']
  session: Session
  composing: Composing
  inspecting: Inspecting
}
