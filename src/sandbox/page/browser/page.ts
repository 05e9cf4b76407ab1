// The page to talk to the bot in: puts its parts together and shows them whenever the state changes.
import { html, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ShownMessage } from '../protocol.ts'
import { composer } from './composer.ts'
import { createComposing } from './composing.ts'
import { form } from './form.ts'
import { firstTheme, head } from './head.ts'
import { inspectPanel } from './inspect.ts'
import { createInspecting } from './inspecting.ts'
import { attemptItem, messageItem } from './message.ts'
import { loadScene } from './server.ts'
import { createSession } from './session.ts'
import { createStore, firstState } from './state.ts'
import type { Tools } from './tools.ts'
import { welcome } from './welcome.ts'

const scene = await loadScene()
const [person] = scene.people
const [place] = scene.places
if (!person || !place) throw new Error('There is nobody to be, or nowhere to be')

const store = createStore(firstState(scene, person, place), show)
const inspecting = createInspecting(store)
const session = createSession(store, { wire: () => inspecting.refresh() })
const composing = createComposing(store, session)

/** How near its end a channel counts as read to the end, in pixels. */
const nearEnd = 80

/** How long after an act its answer is brought into sight, in milliseconds. */
const mindsFor = 1500

let actedAt = 0
let items = 0

function show(): void {
  const tools: Tools = { state: store.state, set: store.set, session, composing, inspecting }
  const channel = document.querySelector('.channel')
  const wasAtEnd = !channel || channel.scrollHeight - channel.scrollTop - channel.clientHeight < nearEnd
  const { attempts, busy, messages, theme } = store.state
  if (attempts.length > 0 || busy.size > 0) actedAt = Date.now()
  const count = attempts.length + messages.length
  const hasGrown = count > items
  items = count
  document.documentElement.dataset['theme'] = theme
  render(layout(tools), document.body)
  if (wasAtEnd || (hasGrown && Date.now() - actedAt < mindsFor)) showEnd()
}

/** Scrolls to the end, or to the beginning of the last message where that is higher than the channel. */
function showEnd(): void {
  const channel = document.querySelector('.channel')
  const last = channel?.lastElementChild
  if (!channel || !(last instanceof HTMLElement)) return
  const end = channel.scrollHeight - channel.clientHeight
  channel.scrollTop = Math.min(end, last.offsetTop - channel.clientTop - 8)
}

function layout(tools: Tools) {
  const { state } = tools
  const shown = state.messages.filter(({ message }) => !state.dismissed.has(message.id))
  return html`${head(tools)}
    <div class="columns">
      <main>
        <ol class="channel" role="log" aria-label=${`Messages in ${state.place.title}`} tabindex="0">
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

store.set({ theme: firstTheme(), focusOn: 'text' })
session.enter(person, place)
