// A form that the bot opened (a modal), as a dialog: text inputs, menus and plain text.
import { html, nothing, type TemplateResult } from 'lit'
import type { ModalInput, ModalPart } from '../../validation/modals.ts'
import { markdown } from './markdown.ts'
import { optionsOf } from './menu.ts'
import type { Tools } from './ui-context.ts'

export function form(tools: Tools): TemplateResult | typeof nothing {
  const { state, set, session } = tools
  if (!state.form) return nothing
  const { modal, busy, problem } = state.form
  const close = () => set({ form: undefined, focusOn: 'text' })
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const answers = modal.components.flatMap((part) => {
      const input = inputOf(part)
      if (!input || input.type === 19) return []
      const { custom_id: name } = input
      const answer = input.type === 4 ? textOf(data.get(name)) : data.getAll(name).map(textOf)
      return [[name, answer] as const]
    })
    void session.submit(Object.fromEntries(answers))
  }
  return html`<dialog class="modal" aria-labelledby="form-title" @close=${close}>
    <form autocomplete="off" @submit=${onSubmit}>
      <h2 id="form-title">${modal.title}</h2>
      <p class="form-app">${state.scene.app.name} asks you this. Do not share passwords.</p>
      ${modal.components.map((part) => partOf(part, tools))}
      ${problem === undefined ? nothing : html`<p class="failure" role="alert">${problem}</p>`}
      <p class="form-end">
        <button type="button" class="button plain" @click=${close}>Cancel</button>
        <button type="submit" class="button primary" aria-busy=${String(busy)} ?disabled=${busy}>
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

function partOf(part: ModalPart, tools: Tools): TemplateResult | typeof nothing {
  if (part.type === 10) return html`<div class="content">${markdown(part.content, tools.state.scene)}</div>`
  const input = inputOf(part)
  if (!input) return nothing
  const label = (part.type === 18 ? part.label : part.components[0]?.label) ?? input.custom_id
  const about = part.type === 18 ? part.description : undefined
  const needed = input.required !== false
  return html`<div class="form-part">
    <label for=${`form-${input.custom_id}`}
      >${label}${needed ? html` <span class="star" aria-hidden="true">*</span>` : nothing}</label
    >
    ${about ? html`<small id=${`about-${input.custom_id}`}>${about}</small>` : nothing}
    ${control(input, needed, tools)}
  </div>`
}

function control(input: ModalInput, needed: boolean, { state }: Tools): TemplateResult {
  const id = `form-${input.custom_id}`
  if (input.type === 19) return html`<p id=${id} class="list-note">The local Discord cannot upload files.</p>`
  if (input.type === 4) {
    const { style, value, placeholder, min_length: fewest, max_length: most, custom_id: name } = input
    return style === 2
      ? html`<textarea
          id=${id}
          name=${name}
          rows="5"
          placeholder=${placeholder ?? ''}
          minlength=${fewest ?? nothing}
          maxlength=${most ?? 4000}
          ?required=${needed}
          .defaultValue=${value ?? ''}
        ></textarea>`
      : html`<input
          id=${id}
          name=${name}
          type="text"
          placeholder=${placeholder ?? ''}
          minlength=${fewest ?? nothing}
          maxlength=${most ?? 4000}
          ?required=${needed}
          .defaultValue=${value ?? ''}
        />`
  }
  const options = optionsOf(input, state.scene)
  const many = input.max_values > 1
  return html`<select id=${id} name=${input.custom_id} ?multiple=${many} ?required=${needed}>
    ${many ? nothing : html`<option value="">${input.placeholder ?? 'Make a selection'}</option>`}
    ${options.map(({ label, value, chosen }) => html`<option value=${value} ?selected=${chosen}>${label}</option>`)}
  </select>`
}
