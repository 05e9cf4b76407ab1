// The box at the bottom: plain text, or a command with a field for each of its options.
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { optionId } from './composer-controller.ts'
import { type Draft, type Field, closed } from './command-draft.ts'
import { isListShown, listId, suggestionId, suggestionList } from './suggestions-view.ts'
import type { Tools } from './ui-context.ts'

export function composer(tools: Tools): TemplateResult {
  const { state, composing, inspecting } = tools
  const { draft, refusal, tip, faults } = state
  const on = faults.filter((fault) => fault.on).map(({ name }) => name)
  const onFocusOut = (event: FocusEvent) => {
    const here = event.currentTarget as HTMLElement
    // A field that goes away loses the keyboard too, and another one here gets it right after.
    setTimeout(() => {
      if (!here.contains(document.activeElement)) composing.leave()
    })
  }
  const onSubmit = (event: Event) => {
    event.preventDefault()
    composing.send()
  }
  return html`<form class="composer" autocomplete="off" @submit=${onSubmit} @focusout=${onFocusOut}>
    ${suggestionList(tools)}
    ${refusal === undefined ? nothing : html`<p class="refusal" role="alert">${refusal}</p>`}
    ${tip === undefined ? nothing : html`<p class="tip" role="status">${tip}</p>`}
    ${
      on.length === 0
        ? nothing
        : html`<p class="faults-on">
            Switched on: ${on.join(', ')}.
            <button type="button" class="link" @click=${() => inspecting.open()}>Change it in Inspect</button>
          </p>`
    }
    <div class="box">${draft ? commandBox(draft, tools) : textBox(tools)}</div>
  </form>`
}

/** What tells a screen reader of the list above. */
function listAttributes(tools: Tools) {
  const { active } = tools.state.suggestions
  const isShown = isListShown(tools)
  return {
    expanded: String(isShown),
    controls: isShown ? listId : nothing,
    active: isShown && active >= 0 ? suggestionId(active) : nothing,
  }
}

function onKey(event: KeyboardEvent, { composing }: Tools): void {
  if (composing.key(event)) event.preventDefault()
}

function textBox(tools: Tools): TemplateResult {
  const { state, composing } = tools
  const { expanded, controls, active } = listAttributes(tools)
  const hint = state.mayWrite
    ? `Message ${state.place.title}, or type / for commands`
    : `You may not write in ${state.place.title}; type / for commands`
  return html`<textarea
      id="text"
      rows="1"
      maxlength="2000"
      role="combobox"
      aria-label=${hint}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-expanded=${expanded}
      aria-controls=${controls}
      aria-activedescendant=${active}
      placeholder=${hint}
      .value=${live(state.text)}
      @input=${({ target }: InputEvent) => composing.type((target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => onKey(event, tools)}
    ></textarea>
    ${sendButton()}`
}

function commandBox(draft: Draft, tools: Tools): TemplateResult {
  const { composing } = tools
  const more = closed(draft)
  return html`<div
      class="command-box"
      role="group"
      aria-label=${`Command ${draft.entry.title}`}
      @keydown=${(event: KeyboardEvent) => {
        if (event.target instanceof HTMLInputElement) onKey(event, tools)
        else if (event.key === 'Escape') composing.cancel()
      }}
    >
      <span class="command-name">${draft.entry.title}</span>
      ${draft.fields.map((field) => optionField(field, tools))}
      ${more.map(
        ({ name, description }) =>
          html`<button
            type="button"
            class="add-option"
            aria-label=${`Add the option ${name}: ${description}`}
            title=${description}
            @click=${() => composing.openOption(name)}
          >
            + ${name}
          </button>`,
      )}
    </div>
    <button type="button" class="icon" aria-label="Put this command away" @click=${() => composing.cancel()}>
      <span aria-hidden="true">✕</span>
    </button>
    ${sendButton()}`
}

function optionField({ option, text, problem }: Field, tools: Tools): TemplateResult {
  const { state, composing } = tools
  const { name, required, description, max_length: most } = option
  const isFocused = state.focused === name
  const { expanded, controls, active } = listAttributes(tools)
  const problemId = `problem-${name}`
  return html`<span class=${problem === undefined ? 'option' : 'option wrong'}>
    <label for=${optionId(name)}
      >${name}${required ? html`<span class="star" aria-hidden="true">*</span>` : nothing}</label
    >
    <input
      id=${optionId(name)}
      type="text"
      role="combobox"
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-label=${`${name}: ${description}`}
      aria-required=${String(required ?? false)}
      aria-invalid=${String(problem !== undefined)}
      aria-describedby=${problem === undefined ? nothing : problemId}
      aria-expanded=${isFocused ? expanded : 'false'}
      aria-controls=${isFocused ? controls : nothing}
      aria-activedescendant=${isFocused ? active : nothing}
      maxlength=${most ?? nothing}
      size=${Math.min(40, Math.max(8, text.length + 1))}
      .value=${live(text)}
      @focus=${() => composing.focus(name)}
      @input=${({ target }: InputEvent) => composing.fillIn(name, (target as HTMLInputElement).value)}
    />
    ${problem === undefined ? nothing : html`<span class="problem" id=${problemId} role="alert">${problem}</span>`}
  </span>`
}

function sendButton(): TemplateResult {
  return html`<button type="submit" id="send" class="icon send" aria-label="Send">
    <span aria-hidden="true">➤</span>
  </button>`
}
