// A modal that the bot opened, as a dialog: text inputs, select menus and plain text.
import { html, nothing, type TemplateResult } from 'lit'
import type { ModalInput, ModalPart } from '../../validation/modals.ts'
import { markdown } from './markdown.ts'
import { optionsOf } from './menu.ts'
import type { UiContext } from './ui-context.ts'

export function modalView(context: UiContext): TemplateResult | typeof nothing {
  const { state, set, session } = context
  if (!state.modal) return nothing
  const { modal, isBusy, error } = state.modal
  const close = () => set({ modal: undefined, focusOn: 'text' })
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const fields = modal.components.flatMap((part) => {
      const input = inputOf(part)
      if (!input || input.type === 19) return []
      const { custom_id: name } = input
      const value = input.type === 4 ? textOf(data.get(name)) : data.getAll(name).map(textOf)
      return [[name, value] as const]
    })
    void session.submitModal(Object.fromEntries(fields))
  }
  return html`<dialog class="modal" aria-labelledby="modal-title" @close=${close}>
    <form autocomplete="off" @submit=${onSubmit}>
      <h2 id="modal-title">${modal.title}</h2>
      <p class="modal-app">${state.initial.app.name} asks for this. Do not enter passwords.</p>
      ${modal.components.map((part) => partOf(part, context))}
      ${error === undefined ? nothing : html`<p class="failure" role="alert">${error}</p>`}
      <p class="modal-actions">
        <button type="button" class="button plain" @click=${close}>Cancel</button>
        <button type="submit" class="button primary" aria-busy=${String(isBusy)} ?disabled=${isBusy}>
          Submit
        </button>
      </p>
    </form>
  </dialog>`
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}

function inputOf(part: ModalPart): ModalInput | undefined {
  if (part.type === 1) return part.components[0]
  return part.type === 18 ? part.component : undefined
}

function partOf(part: ModalPart, context: UiContext): TemplateResult | typeof nothing {
  if (part.type === 10)
    return html`<div class="content">${markdown(part.content, context.state.initial)}</div>`
  const input = inputOf(part)
  if (!input) return nothing
  const label = (part.type === 18 ? part.label : part.components[0]?.label) ?? input.custom_id
  const description = part.type === 18 ? part.description : undefined
  const isRequired = input.required !== false
  return html`<div class="modal-field">
    <label for=${`modal-${input.custom_id}`}
      >${label}${isRequired ? html` <span class="required-mark" aria-hidden="true">*</span>` : nothing}</label
    >
    ${description ? html`<small id=${`description-${input.custom_id}`}>${description}</small>` : nothing}
    ${control(input, isRequired, context)}
  </div>`
}

function control(input: ModalInput, isRequired: boolean, { state }: UiContext): TemplateResult {
  const id = `modal-${input.custom_id}`
  if (input.type === 19)
    return html`<p id=${id} class="list-note">The Discord emulator cannot upload files.</p>`
  if (input.type === 4) {
    const { style, value, placeholder, min_length: minLength, max_length: maxLength, custom_id: name } = input
    return style === 2
      ? html`<textarea
          id=${id}
          name=${name}
          rows="5"
          placeholder=${placeholder ?? ''}
          minlength=${minLength ?? nothing}
          maxlength=${maxLength ?? 4000}
          ?required=${isRequired}
          .defaultValue=${value ?? ''}
        ></textarea>`
      : html`<input
          id=${id}
          name=${name}
          type="text"
          placeholder=${placeholder ?? ''}
          minlength=${minLength ?? nothing}
          maxlength=${maxLength ?? 4000}
          ?required=${isRequired}
          .defaultValue=${value ?? ''}
        />`
  }
  const options = optionsOf(input, state.initial)
  const isMultiple = input.max_values > 1
  return html`<select id=${id} name=${input.custom_id} ?multiple=${isMultiple} ?required=${isRequired}>
    ${isMultiple ? nothing : html`<option value="">${input.placeholder ?? 'Make a selection'}</option>`}
    ${options.map(({ label, value, isDefault }) => html`<option value=${value} ?selected=${isDefault}>${label}</option>`)}
  </select>`
}
