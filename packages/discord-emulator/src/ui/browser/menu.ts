// A select menu of a message: a button that opens a list, one pick or several.
import { html, nothing, type TemplateResult } from 'lit'
import type { Menu } from '../../validation/menus.ts'
import type { InitialState, ShownMessage } from '../ui-protocol.ts'
import type { Tools } from './ui-context.ts'

export interface MenuOption {
  label: string
  value: string
  description?: string | null | undefined
  emoji?: string | null | undefined
  chosen: boolean
}

/** What a menu offers: its own options, or the people or channels that Discord offers for its type. */
export function optionsOf(menu: Menu, scene: InitialState): MenuOption[] {
  if (menu.type === 3)
    return menu.options.map(({ label, value, description, emoji, default: chosen }) => ({
      label,
      value,
      description,
      emoji: emoji?.name,
      chosen: chosen ?? false,
    }))
  const preset = (menu.default_values ?? []).map(({ id }) => id)
  const offered =
    menu.type === 8
      ? scene.places
          .filter(({ title }) => title.startsWith('#'))
          .map(({ title, channelIds }) => ({ label: title, value: Object.values(channelIds)[0] ?? '' }))
      : scene.people.map(({ name, id, about }) => ({ label: name, value: id, description: about }))
  return offered.map((one) => ({ ...one, chosen: preset.includes(one.value) }))
}

export function selectMenu(menu: Menu, { message }: ShownMessage, tools: Tools): TemplateResult {
  const { state, set, session } = tools
  const key = `${message.id} ${menu.custom_id}`
  const options = optionsOf(menu, state.scene)
  const preset = options.filter(({ chosen }) => chosen).map(({ value }) => value)
  const open = state.openMenu?.key === key ? state.openMenu : undefined
  const isBusy = state.busy.has(key)
  const many = menu.max_values > 1
  const picks = open?.picks ?? preset
  const named = options.filter(({ value }) => picks.includes(value)).map(({ label }) => label)

  const choose = (values: string[]) =>
    void session.useComponent({ type: 'choose', message: message.id, menu: menu.custom_id, picks: values })
  const close = () => {
    set({ openMenu: undefined })
    if (!open || !many) return
    const isChanged = open.picks.join() !== preset.join()
    if (isChanged && open.picks.length >= menu.min_values) choose(open.picks)
  }
  const toggle = () => {
    if (open) close()
    else
      set({
        openMenu: {
          key,
          picks: preset,
          active: Math.max(
            0,
            options.findIndex(({ chosen }) => chosen),
          ),
        },
      })
  }
  const pick = (value: string) => {
    if (!open) return
    if (!many) {
      set({ openMenu: undefined })
      choose([value])
      return
    }
    const has = open.picks.includes(value)
    if (!has && open.picks.length >= menu.max_values) return
    set({
      openMenu: { ...open, picks: has ? open.picks.filter((one) => one !== value) : [...open.picks, value] },
    })
  }
  const onKey = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        toggle()
      }
      return
    }
    const move = { ArrowDown: 1, ArrowUp: -1, Home: -open.active, End: options.length - 1 - open.active }[
      event.key
    ]
    if (move !== undefined)
      set({ openMenu: { ...open, active: (open.active + move + options.length) % options.length } })
    else if (event.key === 'Enter' || event.key === ' ') pick(options[open.active]?.value ?? '')
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }
  const listId = `menu-${message.id}-${menu.id ?? ''}`
  const placeholder = menu.placeholder ?? 'Make a selection'
  const shownOption = (option: MenuOption, index: number) =>
    menuOption(option, {
      id: `${listId}-${index}`,
      isActive: open?.active === index,
      isPicked: picks.includes(option.value),
      many,
      pick: () => pick(option.value),
      highlight: () => {
        if (open && open.active !== index) set({ openMenu: { ...open, active: index } })
      },
    })
  return html`<div
    class="menu"
    @focusout=${(event: FocusEvent) => {
      if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null) && open) close()
    }}
  >
    <button
      type="button"
      class="menu-button"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded=${String(open !== undefined)}
      aria-controls=${listId}
      aria-activedescendant=${open ? `${listId}-${open.active}` : nothing}
      aria-label=${named.length > 0 ? `${placeholder}: ${named.join(', ')}` : placeholder}
      aria-busy=${String(isBusy)}
      ?disabled=${menu.disabled ?? false}
      @click=${toggle}
      @keydown=${onKey}
    >
      <span class=${named.length > 0 ? 'label' : 'label placeholder'}
        >${named.length > 0 ? named.join(', ') : placeholder}</span
      >
      ${isBusy ? html`<span class="dots" role="img" aria-label="Waiting for the bot"></span>` : html`<span class="arrow" aria-hidden="true"></span>`}
    </button>
    <ul
      id=${listId}
      class="list"
      role="listbox"
      aria-label=${placeholder}
      aria-multiselectable=${String(many)}
      ?hidden=${!open}
    >
      ${open ? options.map(shownOption) : nothing}
    </ul>
  </div>`
}

interface Shown {
  id: string
  isActive: boolean
  isPicked: boolean
  many: boolean
  pick: () => void
  highlight: () => void
}

function menuOption(
  { label, description, emoji }: MenuOption,
  { id, isActive, isPicked, many, pick, highlight }: Shown,
) {
  return html`<li
    id=${id}
    class=${isActive ? 'item active' : 'item'}
    role="option"
    aria-selected=${String(isPicked)}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @pointermove=${highlight}
    @click=${pick}
  >
    ${emoji ? html`<span class="emoji">${emoji}</span>` : nothing}
    <span class="item-text"
      ><span>${label}</span>${description ? html`<small>${description}</small>` : nothing}</span
    >
    ${many || isPicked ? html`<span class="check" aria-hidden="true">${isPicked ? '✓' : '○'}</span>` : nothing}
  </li>`
}
