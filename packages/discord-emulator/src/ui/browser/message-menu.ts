// The "…" menu of a message: the bot's message commands, copying its text, and inspecting it.
import { html, nothing, type TemplateResult } from 'lit'
import { messageText } from '../../message-text.ts'
import type { Message } from '../../messages.ts'
import type { UiContext } from './ui-context.ts'

interface Item {
  name: string
  description: string
  run: () => void
}

/** The button, and the menu while it is open. */
export function messageMenu(message: Message, context: UiContext): TemplateResult {
  const { state, set } = context
  const isOpen = state.messageMenu === message.id
  const close = () => set({ messageMenu: undefined })
  const onKey = (event: KeyboardEvent) => {
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="menuitem"]')]
    const current = items.indexOf(document.activeElement as HTMLElement)
    const next = {
      ArrowDown: current + 1,
      ArrowUp: current - 1 + items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key]
    if (next !== undefined) items[next % items.length]?.focus()
    else if (event.key === 'Escape') set({ messageMenu: undefined, focusOn: `more-${message.id}` })
    else return
    event.preventDefault()
  }
  const onFocusOut = (event: FocusEvent) => {
    if (isOpen && !(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) close()
  }
  return html`<div class="more" @keydown=${onKey} @focusout=${onFocusOut}>
    <button
      type="button"
      id=${`more-${message.id}`}
      class="icon"
      aria-label="More actions for this message"
      aria-haspopup="menu"
      aria-expanded=${String(isOpen)}
      @click=${() => (isOpen ? close() : set({ messageMenu: message.id, focusOn: `menu-of-${message.id}` }))}
    >
      <span aria-hidden="true">⋯</span>
    </button>
    ${
      isOpen
        ? html`<div class="list" role="menu" aria-label="Message actions">
            ${itemsOf(message, context).map(
              ({ name, description, run }, index) =>
                html`<button
                  type="button"
                  role="menuitem"
                  id=${index === 0 ? `menu-of-${message.id}` : nothing}
                  class="item"
                  @click=${() => {
                    set({ messageMenu: undefined, focusOn: `more-${message.id}` })
                    run()
                  }}
                >
                  <span class="item-text"><span>${name}</span><small>${description}</small></span>
                </button>`,
            )}
          </div>`
        : nothing
    }
  </div>`
}

function itemsOf(message: Message, { state, session, inspector }: UiContext): Item[] {
  const { id, interaction_metadata: metadata } = message
  const apps = state.commands
    .filter(({ type }) => type === 3)
    .map(({ name }) => ({
      name,
      description: `Apps: ${state.initial.app.name}`,
      run: () => void session.runCommand({ type: 'runMessageCommand', messageId: id, name }, name),
    }))
  const copy = {
    name: 'Copy text',
    description: 'To the clipboard',
    run: () => void navigator.clipboard.writeText(messageText(message)),
  }
  const inspect = metadata && {
    name: 'Inspect',
    description: 'Its payload and the bot’s calls',
    run: () => inspector.open(metadata.id),
  }
  return [...apps, copy, ...(inspect ? [inspect] : [])]
}
