// The list above the text box: commands while one is typed, choices while an option has the focus.
import { html, nothing, type TemplateResult } from 'lit'
import { commandEntries, searchEntries } from './command-draft.ts'
import type { UiContext } from './ui-context.ts'

export const listId = 'suggestions'
export const suggestionId = (index: number) => `suggestion-${index}`

/** Whether the list is visible; it also is when it has a note instead of items. */
export function isListShown({ state }: UiContext): boolean {
  return state.suggestions.open && (state.draft ? state.focused !== undefined : state.text.startsWith('/'))
}

export function suggestionsView(context: UiContext): TemplateResult | typeof nothing {
  if (!isListShown(context)) return nothing
  return html`<div class="suggestions">
    ${context.state.draft ? choiceList(context) : commandList(context)}
  </div>`
}

interface Item {
  label: string
  description: string
  choose: () => void
}

function commandList(context: UiContext): TemplateResult {
  const { state, composer } = context
  const entries = searchEntries(commandEntries(state.commands), state.text)
  const items = entries.map((entry) => ({
    label: `${entry.title}${entry.options.map(({ name, required }) => (required ? ` ${name}` : '')).join('')}`,
    description: entry.description,
    choose: () => composer.startCommand(entry),
  }))
  const emptyNote =
    state.noCommandsReason ?? `${state.initial.app.name} has no command that starts with this.`
  return html`<p class="list-head">${state.initial.app.name}’s commands</p>
    ${items.length > 0 ? listbox('Commands', items, context) : html`<p class="list-note" role="status">${emptyNote}</p>`}`
}

function choiceList(context: UiContext): TemplateResult {
  const { state, composer } = context
  const { suggestions, draft, focused } = state
  const option = draft?.fields.find((field) => field.option.name === focused)?.option
  const items = suggestions.choices.map((choice) => ({
    label: choice.name,
    description: '',
    choose: () => composer.chooseSuggestion(choice),
  }))
  const note =
    suggestions.status === 'failed'
      ? 'Loading options failed'
      : suggestions.status === 'loading'
        ? 'Loading options…'
        : 'No options match your search.'
  const hasList = option?.autocomplete === true || suggestions.choices.length > 0 || option?.type === 5
  return html`<p class="list-head">
      <b>${option?.name}</b> ${option?.description}
      <span class="tag ${option?.required ? 'needed' : ''}"
        >${option?.required ? 'required' : 'optional'}</span
      >
    </p>
    ${
      items.length > 0
        ? listbox(`Choices for ${option?.name ?? ''}`, items, context)
        : hasList
          ? html`<p class="list-note" role="status">${note}</p>`
          : nothing
    }`
}

function listbox(name: string, items: Item[], { state, composer }: UiContext): TemplateResult {
  const { active } = state.suggestions
  return html`<ul id=${listId} role="listbox" aria-label=${name}>
    ${items.map(
      ({ label, description, choose }, index) =>
        html`<li
          id=${suggestionId(index)}
          class=${index === active ? 'item active' : 'item'}
          role="option"
          aria-selected=${String(index === active)}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @pointermove=${() => {
            if (index !== active) composer.highlight(index)
          }}
          @click=${choose}
        >
          <span class="item-text"
            ><span>${label}</span>${description === '' ? nothing : html`<small>${description}</small>`}</span
          >
        </li>`,
    )}
  </ul>`
}
