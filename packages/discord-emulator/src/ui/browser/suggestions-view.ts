// The list above the text box: commands while one is typed, choices while an option is filled in.
import { html, nothing, type TemplateResult } from 'lit'
import { entriesOf, matching } from './command-draft.ts'
import type { Tools } from './ui-context.ts'

export const listId = 'suggestions'
export const suggestionId = (index: number) => `suggestion-${index}`

/** Whether the list is shown; it says so even when it has nothing to offer. */
export function isListShown({ state }: Tools): boolean {
  return state.suggestions.open && (state.draft ? state.focused !== undefined : state.text.startsWith('/'))
}

export function suggestionList(tools: Tools): TemplateResult | typeof nothing {
  if (!isListShown(tools)) return nothing
  return html`<div class="suggestions">${tools.state.draft ? choiceList(tools) : commandList(tools)}</div>`
}

interface Item {
  head: string
  text: string
  pick: () => void
}

function commandList(tools: Tools): TemplateResult {
  const { state, composing } = tools
  const entries = matching(entriesOf(state.commands), state.text)
  const items = entries.map((entry) => ({
    head: `${entry.title}${entry.options.map(({ name, required }) => (required ? ` ${name}` : '')).join('')}`,
    text: entry.description,
    pick: () => composing.choose(entry),
  }))
  const none = state.whyNone ?? `${state.scene.app.name} has no command that begins so.`
  return html`<p class="list-head">${state.scene.app.name}’s commands</p>
    ${items.length > 0 ? listbox('Commands', items, tools) : html`<p class="list-note" role="status">${none}</p>`}`
}

function choiceList(tools: Tools): TemplateResult {
  const { state, composing } = tools
  const { suggestions, draft, focused } = state
  const option = draft?.fields.find((field) => field.option.name === focused)?.option
  const items = suggestions.choices.map((choice) => ({
    head: choice.name,
    text: '',
    pick: () => composing.pick(choice),
  }))
  const note =
    suggestions.status === 'failed'
      ? 'Loading options failed'
      : suggestions.status === 'loading'
        ? 'Loading options…'
        : 'No options match what you typed.'
  const hasList = option?.autocomplete === true || suggestions.choices.length > 0 || option?.type === 5
  return html`<p class="list-head">
      <b>${option?.name}</b> ${option?.description}
      <span class="tag ${option?.required ? 'needed' : ''}"
        >${option?.required ? 'required' : 'optional'}</span
      >
    </p>
    ${
      items.length > 0
        ? listbox(`Choices for ${option?.name ?? ''}`, items, tools)
        : hasList
          ? html`<p class="list-note" role="status">${note}</p>`
          : nothing
    }`
}

function listbox(label: string, items: Item[], { state, composing }: Tools): TemplateResult {
  const { active } = state.suggestions
  return html`<ul id=${listId} role="listbox" aria-label=${label}>
    ${items.map(
      ({ head, text, pick }, index) =>
        html`<li
          id=${suggestionId(index)}
          class=${index === active ? 'item active' : 'item'}
          role="option"
          aria-selected=${String(index === active)}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @pointermove=${() => {
            if (index !== active) composing.highlight(index)
          }}
          @click=${pick}
        >
          <span class="item-text"
            ><span>${head}</span>${text === '' ? nothing : html`<small>${text}</small>`}</span
          >
        </li>`,
    )}
  </ul>`
}
