// The page for trying the bot: assembles the views and renders them whenever the state changes.
import { html, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { VisibleMessage } from '../ui-protocol.ts'
import { composerView } from './composer-view.ts'
import { createComposerController } from './composer-controller.ts'
import { keepFocus } from './focus.ts'
import { modalView } from './modal.ts'
import { initialTheme, headerView } from './header.ts'
import { inspectorView } from './inspector-view.ts'
import { createInspectorController } from './inspector-controller.ts'
import { pendingCommandItem, isThinking, messageItem } from './message.ts'
import { createScrolling } from './scrolling.ts'
import { loadInitialState } from './server.ts'
import { createSession } from './session.ts'
import { createStore, createInitialPageState } from './state.ts'
import type { UiContext } from './ui-context.ts'
import { welcomeView } from './welcome.ts'

const initial = await loadInitialState()
const [user] = initial.users
const [channel] = initial.channels
if (!user || !channel) throw new Error('The world has no user or no channel')

const store = createStore(createInitialPageState(initial, user, channel), renderPage)
const inspector = createInspectorController(store)
const session = createSession(store, { log: () => inspector.refresh() })
const composer = createComposerController(store, session)
const prepareScrolling = createScrolling()

function renderPage(): void {
  const { state } = store
  const scroll = prepareScrolling(state)
  const restoreFocus = keepFocus()
  document.documentElement.dataset['theme'] = state.theme
  render(layout({ state, set: store.set, session, composer, inspector }), document.body)
  document.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal()
  restoreFocus()
  scroll()
}

function layout(context: UiContext) {
  const { state } = context
  const visible = state.messages.filter(({ message }) => !state.dismissed.has(message.id))
  return html`${headerView(context)}
    <div class="columns">
      <main>
        <div class="channel" role="log" aria-label=${`Messages in ${state.channel.title}`} tabindex="0">
          <ol>
            ${welcomeView(context)}
            ${repeat(
              visible,
              ({ message }) => message.id,
              (item, index) => messageItem(item, follows(visible[index - 1], item), context),
            )}
            ${repeat(
              state.pendingCommands,
              ({ id }) => id,
              (pending) => pendingCommandItem(pending, context),
            )}
          </ol>
        </div>
        ${composerView(context)}
      </main>
      ${inspectorView(context)}
    </div>
    ${modalView(context)}`
}

/** Whether a message is grouped with the previous one: the same author, within seven minutes. */
function follows(previous: VisibleMessage | undefined, { message }: VisibleMessage): boolean {
  if (!previous || message.author.bot || previous.message.author.id !== message.author.id) return false
  return Date.parse(message.timestamp) - Date.parse(previous.message.timestamp) < 7 * 60_000
}

// A deferred response fails without any event when its token expires.
document.title = `${initial.app.name} – Discord emulator`
setInterval(() => {
  if (store.state.messages.some(isThinking)) store.set({})
}, 1000)

store.set({ theme: initialTheme(), focusOn: 'text' })
session.enter(user, channel)
