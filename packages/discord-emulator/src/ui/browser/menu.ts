// A select menu of a message: a button that opens a list of one or several choices.
import { html, nothing, type TemplateResult } from 'lit'
import type { Menu } from '../../validation/menus.ts'
import type { InitialState, VisibleMessage } from '../ui-protocol.ts'
import { emojiView } from './emoji.ts'
import { menuPlacement } from './menu-placement.ts'
import type { UiContext } from './ui-context.ts'

export interface MenuOption {
  label: string
  value: string
  description?: string | null | undefined
  emoji?: string | null | undefined
  isDefault: boolean
}

/** The options of a menu: its own, or the users or channels that Discord lists for its type. */
export function optionsOf(menu: Menu, initial: InitialState): MenuOption[] {
  if (menu.type === 3)
    return menu.options.map(({ label, value, description, emoji, default: isDefault }) => ({
      label,
      value,
      description,
      emoji: emoji?.name,
      isDefault: isDefault ?? false,
    }))
  const defaults = (menu.default_values ?? []).map(({ id }) => id)
  const listed =
    menu.type === 8
      ? initial.channels
          .filter(({ title }) => title.startsWith('#'))
          .map(({ title, channelIds }) => ({ label: title, value: Object.values(channelIds)[0] ?? '' }))
      : initial.users.map(({ name, id, description }) => ({ label: name, value: id, description }))
  return listed.map((option) => ({ ...option, isDefault: defaults.includes(option.value) }))
}

export function selectMenu(menu: Menu, { message }: VisibleMessage, context: UiContext): TemplateResult {
  const { state, set, session } = context
  const key = `${message.id} ${menu.custom_id}`
  const options = optionsOf(menu, state.initial)
  const defaults = options.filter(({ isDefault }) => isDefault).map(({ value }) => value)
  const open = state.openMenu?.key === key ? state.openMenu : undefined
  const isBusy = state.busyComponents.has(key)
  const isMultiple = menu.max_values > 1
  const selected = open?.values ?? defaults
  const labels = options.filter(({ value }) => selected.includes(value)).map(({ label }) => label)

  const submit = (values: string[]) =>
    void session.useComponent({ type: 'select', messageId: message.id, customId: menu.custom_id, values })
  const close = () => {
    set({ openMenu: undefined })
    if (!open || !isMultiple) return
    const isChanged = open.values.join() !== defaults.join()
    if (isChanged && open.values.length >= menu.min_values) submit(open.values)
  }
  const toggle = ({ currentTarget }: Event) => {
    if (open) close()
    else
      set({
        openMenu: {
          key,
          placement: menuPlacement(currentTarget as Element),
          values: defaults,
          active: Math.max(
            0,
            options.findIndex(({ isDefault }) => isDefault),
          ),
        },
      })
  }
  const select = (value: string) => {
    if (!open) return
    if (!isMultiple) {
      set({ openMenu: undefined })
      submit([value])
      return
    }
    const isSelected = open.values.includes(value)
    if (!isSelected && open.values.length >= menu.max_values) return
    set({
      openMenu: {
        ...open,
        values: isSelected ? open.values.filter((other) => other !== value) : [...open.values, value],
      },
    })
  }
  const onKey = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        toggle(event)
      }
      return
    }
    const offset = { ArrowDown: 1, ArrowUp: -1, Home: -open.active, End: options.length - 1 - open.active }[
      event.key
    ]
    if (offset !== undefined)
      set({ openMenu: { ...open, active: (open.active + offset + options.length) % options.length } })
    else if (event.key === 'Enter' || event.key === ' ') select(options[open.active]?.value ?? '')
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }
  const listId = `menu-${message.id}-${menu.id ?? ''}`
  const placeholder = menu.placeholder ?? 'Make a selection'
  const optionItem = (option: MenuOption, index: number) =>
    menuOption(option, {
      id: `${listId}-${index}`,
      isActive: open?.active === index,
      isSelected: selected.includes(option.value),
      isMultiple,
      select: () => select(option.value),
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
      data-custom-id=${menu.custom_id}
      class="menu-button"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded=${String(open !== undefined)}
      aria-controls=${listId}
      aria-activedescendant=${open ? `${listId}-${open.active}` : nothing}
      aria-label=${labels.length > 0 ? `${placeholder}: ${labels.join(', ')}` : placeholder}
      aria-busy=${String(isBusy)}
      ?disabled=${menu.disabled ?? false}
      @click=${toggle}
      @keydown=${onKey}
    >
      <span class=${labels.length > 0 ? 'label' : 'label placeholder'}
        >${labels.length > 0 ? labels.join(', ') : placeholder}</span
      >
      ${isBusy ? html`<span class="dots" role="img" aria-label="Waiting for the bot"></span>` : html`<span class="arrow" aria-hidden="true"></span>`}
    </button>
    <ul
      id=${listId}
      class=${open?.placement.opensUp ? 'list up' : 'list'}
      style=${open ? `max-height: ${open.placement.maxHeight}px` : nothing}
      role="listbox"
      aria-label=${placeholder}
      aria-multiselectable=${String(isMultiple)}
      ?hidden=${!open}
    >
      ${open ? options.map(optionItem) : nothing}
    </ul>
  </div>`
}

interface OptionContext {
  id: string
  isActive: boolean
  isSelected: boolean
  isMultiple: boolean
  select: () => void
  highlight: () => void
}

function menuOption(
  { label, description, emoji }: MenuOption,
  { id, isActive, isSelected, isMultiple, select, highlight }: OptionContext,
) {
  return html`<li
    id=${id}
    class=${isActive ? 'item active' : 'item'}
    role="option"
    aria-selected=${String(isSelected)}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @pointermove=${highlight}
    @click=${select}
  >
    ${emoji ? html`<span class="emoji">${emojiView(emoji)}</span>` : nothing}
    <span class="item-text"
      ><span>${label}</span>${description ? html`<small>${description}</small>` : nothing}</span
    >
    ${isMultiple || isSelected ? html`<span class="check" aria-hidden="true">${isSelected ? '✓' : '○'}</span>` : nothing}
  </li>`
}
