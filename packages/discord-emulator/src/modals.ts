// Fills in a modal as a user does: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure
import { type Modal, type ModalInput, type ModalPart, inputOf } from './validation/modals.ts'
import { type SelectionContext, resolveSelection } from './resolve-component.ts'
import type { Resolved } from './resolve.ts'

/** Values by the label or custom id of each input: text, or the choices in a menu. */
export type ModalFields = Record<string, string | string[]>

/** The components of a submitted modal. @throws Error for an unknown or missing input, or a value out of bounds */
export function modalSubmitComponents(
  modal: Modal,
  fields: ModalFields,
  context: SelectionContext,
  resolved: Resolved,
): unknown[] {
  const inputs = modal.components.map(namesOf).filter((names) => names !== undefined)
  for (const name of Object.keys(fields))
    if (!inputs.some((names) => names.includes(name)))
      throw new Error(
        `The modal has no input "${name}". It has: ${inputs.map(([label]) => label).join(', ')}`,
      )
  return modal.components.map((part, index) => {
    const id = part.id ?? index + 1
    if (part.type === 10) return { type: 10, id }
    const input = inputOf(part)
    if (!input) throw new Error('The modal has an empty row')
    const value = namesOf(part)
      ?.map((name) => fields[name])
      .find((field) => field !== undefined)
    const filled = {
      type: input.type,
      id: input.id ?? 100 + index,
      custom_id: input.custom_id,
      ...submittedValue(input, value, context, resolved),
    }
    return part.type === 1 ? { type: 1, id, components: [filled] } : { type: 18, id, component: filled }
  })
}

function namesOf(part: ModalPart): string[] | undefined {
  const input = inputOf(part)
  if (!input || part.type === 10) return undefined
  const label = part.type === 18 ? part.label : part.components[0]?.label
  return [label ?? input.custom_id, input.custom_id]
}

function submittedValue(
  input: ModalInput,
  field: string | string[] | undefined,
  context: SelectionContext,
  resolved: Resolved,
) {
  const optional = input.required === false
  if (input.type === 4) {
    const value = field === undefined ? (input.value ?? '') : String(field)
    if (value === '' && !optional) throw new Error(`The input ${input.custom_id} is required`)
    const [min, max] = [input.min_length ?? 0, input.max_length ?? 4000]
    if (value !== '' && (value.length < min || value.length > max))
      throw new Error(`The input ${input.custom_id} accepts ${min} to ${max} characters, not ${value.length}`)
    return { value }
  }
  if (input.type === 19) {
    if (!optional) throw new Error('The Discord emulator cannot upload files in a modal')
    return { values: [] }
  }
  const picks = field === undefined ? defaultPicks(input) : typeof field === 'string' ? [field] : field
  if (picks.length === 0 && optional) return { values: [] }
  return { values: resolveSelection(input, picks, context, resolved) }
}

function defaultPicks(input: Exclude<ModalInput, { type: 4 | 19 }>): string[] {
  if (input.type === 3) return input.options.filter((option) => option.default).map(({ value }) => value)
  return (input.default_values ?? []).map(({ id }) => id)
}
