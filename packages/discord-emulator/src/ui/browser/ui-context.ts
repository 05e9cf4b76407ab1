// What every view gets: the state to render and the controllers.
import type { ComposerController } from './composer-controller.ts'
import type { InspectorController } from './inspector-controller.ts'
import type { Session } from './session.ts'
import type { State, Store } from './state.ts'

export interface UiContext {
  state: State
  set: Store['set']
  session: Session
  composer: ComposerController
  inspector: InspectorController
}
