// The page to talk to the bot in: puts its parts together and shows them whenever the state changes.
import { html, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ShownMessage } from '../ui-protocol.ts'
import { composer } from './composer-view.ts'
import { createComposing } from './composer-controller.ts'
import { form } from './modal.ts'
import { firstTheme, head } from './header.ts'
import { inspectPanel } from './inspector-view.ts'
import { createInspecting } from './inspector-controller.ts'
import { attemptItem, isThinking, messageItem } from './message.ts'
import { createScrolling } from './scrolling.ts'
import { loadScene } from './server.ts'
import { createSession } from './session.ts'
import { createStore, firstState } from './state.ts'
import type { Tools } from './ui-context.ts'
import { welcome } from './welcome.ts'

const scene = await loadScene()
const [person] = scene.people
const [place] = scene.places
if (!person || !place) throw new Error('There is nobody to be, or nowhere to be')

const store = createStore(firstState(scene, person, place), show)
const inspecting = createInspecting(store)
const session = createSession(store, { wire: () => inspecting.refresh() })
const composing = createComposing(store, session)
const scrolling = createScrolling()

function show(): void {
  const { state } = store
  const scroll = scrolling(state)
  document.documentElement.dataset['theme'] = state.theme
  render(layout({ state, set: store.set, session, composing, inspecting }), document.body)
  document.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal()
  scroll()
}

function layout(tools: Tools) {
  const { state } = tools
  const shown = state.messages.filter(({ message }) => !state.dismissed.has(message.id))
  return html`${head(tools)}
    <div class="columns">
      <main>
        <div class="channel" role="log" aria-label=${`Messages in ${state.place.title}`} tabindex="0">
          <ol>
            ${welcome(tools)}
            ${repeat(
              shown,
              ({ message }) => message.id,
              (one, index) => messageItem(one, follows(shown[index - 1], one), tools),
            )}
            ${repeat(
              state.attempts,
              ({ id }) => id,
              (attempt) => attemptItem(attempt, tools),
            )}
          </ol>
        </div>
        ${composer(tools)}
      </main>
      ${inspectPanel(tools)}
    </div>
    ${form(tools)}`
}

/** Whether a message stands under the name of the one before: the same person, within seven minutes. */
function follows(before: ShownMessage | undefined, { message }: ShownMessage): boolean {
  if (!before || message.author.bot || before.message.author.id !== message.author.id) return false
  return Date.parse(message.timestamp) - Date.parse(before.message.timestamp) < 7 * 60_000
}

// An answer that stays out becomes a failure without any event.
document.title = `${scene.app.name} on a local Discord`
setInterval(() => {
  if (store.state.messages.some(isThinking)) store.set({})
}, 1000)

store.set({ theme: firstTheme(), focusOn: 'text' })
session.enter(person, place)
