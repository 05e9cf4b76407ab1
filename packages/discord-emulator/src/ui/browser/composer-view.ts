// The text box: plain text, or a command with a field for each of its options.
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { optionId } from './composer-controller.ts'
import { type CommandDraft, type Field, takesFile, unopenedOptions } from './command-draft.ts'
import { isListShown, listId, suggestionId, suggestionsView } from './suggestions-view.ts'
import type { UiContext } from './ui-context.ts'

export function composerView(context: UiContext): TemplateResult {
  const { state, composer, inspector } = context
  const { draft, error, hint, faults } = state
  const enabledFaults = faults.filter(({ enabled }) => enabled).map(({ name }) => name)
  const onFocusOut = (event: FocusEvent) => {
    const box = event.currentTarget as HTMLElement
    // A field that is removed also loses the focus, and another one here gets it right after.
    setTimeout(() => {
      if (!box.contains(document.activeElement)) composer.blur()
    })
  }
  const onSubmit = (event: Event) => {
    event.preventDefault()
    composer.send()
  }
  return html`<form class="composer" autocomplete="off" @submit=${onSubmit} @focusout=${onFocusOut}>
    ${suggestionsView(context)}
    ${error === undefined ? nothing : html`<p class="composer-error" role="alert">${error}</p>`}
    ${hint === undefined ? nothing : html`<p class="hint" role="status">${hint}</p>`}
    ${
      enabledFaults.length === 0
        ? nothing
        : html`<p class="enabled-faults">
            Faults enabled: ${enabledFaults.join(', ')}.
            <button type="button" class="link" @click=${() => inspector.open()}>Change in Inspect</button>
          </p>`
    }
    <div class="box">${draft ? commandBox(draft, context) : textBox(context)}</div>
  </form>`
}

/** The attributes that connect the list above for screen readers. */
function listAttributes(context: UiContext) {
  const { active } = context.state.suggestions
  const isShown = isListShown(context)
  return {
    expanded: String(isShown),
    controls: isShown ? listId : nothing,
    active: isShown && active >= 0 ? suggestionId(active) : nothing,
  }
}

function onKey(event: KeyboardEvent, { composer }: UiContext): void {
  if (composer.handleKey(event)) event.preventDefault()
}

function textBox(context: UiContext): TemplateResult {
  const { state, composer } = context
  const { expanded, controls, active } = listAttributes(context)
  const placeholder = state.canWrite
    ? `Message ${state.channel.title}, or type / for commands`
    : `You cannot send messages in ${state.channel.title}; type / for commands`
  return html`<textarea
      id="text"
      rows="1"
      maxlength="2000"
      ?readonly=${!state.isReady}
      role="combobox"
      aria-label=${placeholder}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-expanded=${expanded}
      aria-controls=${controls}
      aria-activedescendant=${active}
      placeholder=${placeholder}
      .value=${live(state.text)}
      @input=${({ target }: InputEvent) => composer.setText((target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => onKey(event, context)}
    ></textarea>
    ${sendButton()}`
}

function commandBox(draft: CommandDraft, context: UiContext): TemplateResult {
  const { composer } = context
  const unopened = unopenedOptions(draft)
  return html`<div
      class="command-box"
      role="group"
      aria-label=${`Command ${draft.entry.title}`}
      @keydown=${(event: KeyboardEvent) => {
        const { target } = event
        // In an empty field for a file, Enter opens the browser's dialog.
        const opensDialog =
          target instanceof HTMLInputElement && target.type === 'file' && target.value === ''
        if (opensDialog && event.key === 'Enter') return
        if (target instanceof HTMLInputElement) onKey(event, context)
        else if (event.key === 'Escape') composer.cancel()
      }}
    >
      <span class="command-name">${draft.entry.title}</span>
      ${draft.fields.map((field) => optionField(field, context))}
      ${unopened.map(
        ({ name, description }) =>
          html`<button
            type="button"
            class="add-option"
            aria-label=${`Add the option ${name}: ${description}`}
            title=${description}
            @click=${() => composer.addOption(name)}
          >
            + ${name}
          </button>`,
      )}
    </div>
    <button type="button" class="icon" aria-label="Discard this command" @click=${() => composer.cancel()}>
      <span aria-hidden="true">✕</span>
    </button>
    ${sendButton()}`
}

function optionField(field: Field, context: UiContext): TemplateResult {
  const { option, error } = field
  const { name, required } = option
  const errorId = `error-${name}`
  return html`<span class=${error === undefined ? 'option' : 'option invalid'}>
    <label for=${optionId(name)}
      >${name}${required ? html`<span class="required-mark" aria-hidden="true">*</span>` : nothing}</label
    >
    ${takesFile(option) ? fileInput(field, errorId, context) : textInput(field, errorId, context)}
    ${error === undefined ? nothing : html`<span class="option-error" id=${errorId} role="alert">${error}</span>`}
  </span>`
}

function textInput({ option, text, error }: Field, errorId: string, context: UiContext): TemplateResult {
  const { state, composer } = context
  const { name, required, description, max_length: maxLength } = option
  const isFocused = state.focused === name
  const { expanded, controls, active } = listAttributes(context)
  return html`<input
    id=${optionId(name)}
    type="text"
    role="combobox"
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-label=${`${name}: ${description}`}
    aria-required=${String(required ?? false)}
    aria-invalid=${String(error !== undefined)}
    aria-describedby=${error === undefined ? nothing : errorId}
    aria-expanded=${isFocused ? expanded : 'false'}
    aria-controls=${isFocused ? controls : nothing}
    aria-activedescendant=${isFocused ? active : nothing}
    maxlength=${maxLength ?? nothing}
    size=${Math.min(40, Math.max(8, text.length + 1))}
    .value=${live(text)}
    @focus=${() => composer.focusOption(name)}
    @input=${({ target }: InputEvent) => composer.setOption(name, (target as HTMLInputElement).value)}
  />`
}

function fileInput({ option, error }: Field, errorId: string, { composer }: UiContext): TemplateResult {
  const { name, required, description } = option
  return html`<input
    id=${optionId(name)}
    type="file"
    aria-label=${`${name}: ${description}`}
    aria-required=${String(required ?? false)}
    aria-invalid=${String(error !== undefined)}
    aria-describedby=${error === undefined ? nothing : errorId}
    @focus=${() => composer.focusOption(name)}
    @change=${({ target }: Event) => composer.setFile(name, (target as HTMLInputElement).files?.[0])}
  />`
}

function sendButton(): TemplateResult {
  return html`<button type="submit" id="send" class="icon send" aria-label="Send">
    <span aria-hidden="true">➤</span>
  </button>`
}
