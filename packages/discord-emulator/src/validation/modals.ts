// The limits of modals: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal
import { z } from 'zod'
import { componentId, customId } from './buttons.ts'
import { textDisplay } from './components.ts'
import {
  boundedArray,
  enumOf,
  addIssue,
  boundedString,
  boundedInteger,
  crossFieldCheck,
} from './schema-helpers.ts'
import { channelMenu, mentionableMenu, roleMenu, stringMenu, userMenu } from './menus.ts'

const textInput = z
  .object({
    type: z.literal(4),
    id: componentId,
    custom_id: customId,
    style: enumOf([1, 2]),
    label: boundedString({ min: 1, max: 45 }).nullish(),
    min_length: boundedInteger({ max: 4000 }).nullish(),
    max_length: boundedInteger({ min: 1, max: 4000 }).nullish(),
    required: z.boolean().nullish(),
    value: boundedString({ max: 4000 }).nullish(),
    placeholder: boundedString({ max: 100 }).nullish(),
  })
  .check(
    crossFieldCheck((context) => {
      const { min_length, max_length, value } = context.value
      if ((min_length ?? 0) > (max_length ?? 4000))
        addIssue(context, 'TEXT_INPUT_COMPONENT_INVALID_BOUNDS', 'min_length cannot exceed max_length', [
          'min_length',
        ])
      if (value != null && value !== '' && value.length > (max_length ?? 4000))
        addIssue(context, 'BASE_TYPE_MAX_LENGTH', `Must be ${max_length ?? 4000} or fewer in length.`, [
          'value',
        ])
    }),
  )

const row = z
  .object({
    type: z.literal(1),
    id: componentId,
    components: boundedArray(z.discriminatedUnion('type', [textInput]), { min: 1, max: 1 }),
  })
  .check(
    crossFieldCheck((context) => {
      if (context.value.components[0]?.label == null)
        addIssue(context, 'BASE_TYPE_REQUIRED', 'This field is required', ['components', 0, 'label'])
    }),
  )

const upload = z
  .object({
    type: z.literal(19),
    id: componentId,
    custom_id: customId,
    min_values: boundedInteger({ max: 10 }).nullish(),
    max_values: boundedInteger({ min: 1, max: 10 }).nullish(),
    required: z.boolean().nullish(),
  })
  .check(
    crossFieldCheck((context) => {
      if ((context.value.min_values ?? 1) > (context.value.max_values ?? 1))
        addIssue(context, 'FILE_UPLOAD_COMPONENT_INVALID_BOUNDS', 'min_values cannot exceed max_values', [
          'min_values',
        ])
    }),
  )

const label = z
  .object({
    type: z.literal(18),
    id: componentId,
    label: boundedString({ min: 1, max: 45 }),
    description: boundedString({ max: 100 }).nullish(),
    component: z.discriminatedUnion('type', [
      textInput,
      stringMenu,
      userMenu,
      roleMenu,
      mentionableMenu,
      channelMenu,
      upload,
    ]),
  })
  .check(
    crossFieldCheck((context) => {
      const { component } = context.value
      if ('disabled' in component && component.disabled)
        addIssue(context, 'COMPONENT_DISABLED_INVALID', 'A component of a modal cannot be disabled', [
          'component',
          'disabled',
        ])
      if (component.type === 4 && component.label != null)
        addIssue(context, 'TEXT_INPUT_LABEL_INVALID', 'A text input in a label has no label of its own', [
          'component',
          'label',
        ])
    }),
  )

export const modal = z
  .object({
    custom_id: customId,
    title: boundedString({ min: 1, max: 45 }),
    components: boundedArray(z.discriminatedUnion('type', [row, label, textDisplay]), { min: 1, max: 5 }),
  })
  .check(
    crossFieldCheck((context) => {
      const customIds = new Set<string>()
      context.value.components.forEach((part, index) => {
        const input = inputOf(part)
        if (!input) return
        if (customIds.has(input.custom_id))
          addIssue(context, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', [
            'components',
            index,
            ...(part.type === 1 ? ['components', 0] : ['component']),
            'custom_id',
          ])
        customIds.add(input.custom_id)
      })
    }),
  )

export type Modal = z.output<typeof modal>
export type ModalPart = Modal['components'][number]
export type ModalInput = z.output<typeof label>['component']

/** The input of a modal's part; undefined for plain text. */
export function inputOf(part: ModalPart): ModalInput | undefined {
  if (part.type === 1) return part.components[0]
  return part.type === 18 ? part.component : undefined
}
