// The "…" menu of a message: the bot's message commands, its text, and a look behind it.
import { html, nothing, type TemplateResult } from 'lit'
import type { Message } from '../../messages.ts'
import type { Tools } from './ui-context.ts'

interface Item {
  name: string
  about: string
  run: () => void
}

/** The button, and the menu while it is open. */
export function messageMenu(message: Message, tools: Tools): TemplateResult {
  const { state, set } = tools
  const isOpen = state.messageMenu === message.id
  const close = () => set({ messageMenu: undefined })
  const onKey = (event: KeyboardEvent) => {
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="menuitem"]')]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[
      event.key
    ]
    if (to !== undefined) items[to % items.length]?.focus()
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
      aria-label="More: what else to do with this message"
      aria-haspopup="menu"
      aria-expanded=${String(isOpen)}
      @click=${() => (isOpen ? close() : set({ messageMenu: message.id, focusOn: `menu-of-${message.id}` }))}
    >
      <span aria-hidden="true">⋯</span>
    </button>
    ${
      isOpen
        ? html`<div class="list" role="menu" aria-label="What to do with this message">
            ${itemsOf(message, tools).map(
              ({ name, about, run }, index) =>
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
                  <span class="item-text"><span>${name}</span><small>${about}</small></span>
                </button>`,
            )}
          </div>`
        : nothing
    }
  </div>`
}

function itemsOf(message: Message, { state, session, inspecting }: Tools): Item[] {
  const { id, content, embeds, interaction_metadata: metadata } = message
  const apps = state.commands
    .filter(({ type }) => type === 3)
    .map(({ name }) => ({
      name,
      about: `Apps: ${state.scene.app.name}`,
      run: () => void session.use({ type: 'menu', message: id, name }, name),
    }))
  const text = [content, ...embeds.flatMap(({ title, description }) => [title, description])]
  const copy = {
    name: 'Copy text',
    about: 'To the clipboard',
    run: () => void navigator.clipboard.writeText(text.filter(Boolean).join('\n')),
  }
  const inspect = metadata && {
    name: 'Inspect',
    about: 'What went over the wire for it',
    run: () => inspecting.open(metadata.id),
  }
  return [...apps, copy, ...(inspect ? [inspect] : [])]
}
