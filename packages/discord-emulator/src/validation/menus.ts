// The limits of select menus: https://discord.com/developers/docs/components/reference#string-select
import { z } from 'zod'
import { componentId, customId, emoji } from './buttons.ts'
import {
  withDefault,
  boundedArray,
  enumOf,
  addIssue,
  snowflake,
  boundedString,
  boundedInteger,
  crossFieldCheck,
} from './schema-helpers.ts'

const option = z.object({
  label: boundedString({ min: 1, max: 100 }),
  value: boundedString({ min: 1, max: 100 }),
  description: boundedString({ max: 100 }).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
})

const shared = {
  id: componentId,
  custom_id: customId,
  placeholder: boundedString({ max: 150 }).nullish(),
  min_values: withDefault(boundedInteger({ max: 25 }), 1),
  max_values: withDefault(boundedInteger({ min: 1, max: 25 }), 1),
  disabled: z.boolean().nullish(),
  required: z.boolean().nullish(),
}

/** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
export const channelType = enumOf([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16])

interface Bounded {
  min_values: number
  max_values: number
}

function checkBounds<T extends Bounded>(
  context: z.core.ParsePayload<T>,
  defaultCount: number,
  optionCount: number,
) {
  const { min_values: min, max_values: max } = context.value
  const addBoundsIssue = (path: string, message: string) =>
    addIssue(context, 'SELECT_COMPONENT_INVALID_BOUNDS', message, [path])
  if (min > max) addBoundsIssue('min_values', 'min_values cannot exceed max_values')
  else if (min > optionCount) addBoundsIssue('min_values', 'min_values cannot exceed the number of options')
  else if (max > optionCount) addBoundsIssue('max_values', 'max_values cannot exceed the number of options')
  else if (defaultCount > max)
    addBoundsIssue('max_values', 'More values are chosen by default than max_values')
}

export const stringMenu = z
  .object({ type: z.literal(3), ...shared, options: boundedArray(option, { min: 1, max: 25 }) })
  .check(
    crossFieldCheck((context) => {
      const { options } = context.value
      checkBounds(context, options.filter((item) => item.default).length, options.length)
      options.forEach(({ value }, index) => {
        if (options.findIndex((other) => other.value === value) < index)
          addIssue(
            context,
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
            ['options', index, 'value'],
          )
      })
    }),
  )

const defaults = z.array(z.object({ id: snowflake, type: z.enum(['user', 'role', 'channel']) })).nullish()

/** A menu whose options Discord provides. */
function autoPopulatedMenu<const T extends number>(type: T) {
  return z
    .object({
      type: z.literal(type),
      ...shared,
      default_values: defaults,
      // Only channel menus use them.
      channel_types: z.array(channelType).nullish(),
    })
    .check(
      crossFieldCheck((context) => {
        checkBounds(context, context.value.default_values?.length ?? 0, 25)
      }),
    )
}

export const userMenu = autoPopulatedMenu(5)
export const roleMenu = autoPopulatedMenu(6)
export const mentionableMenu = autoPopulatedMenu(7)
export const channelMenu = autoPopulatedMenu(8)

export type Menu =
  | z.output<typeof stringMenu>
  | z.output<typeof userMenu>
  | z.output<typeof roleMenu>
  | z.output<typeof mentionableMenu>
  | z.output<typeof channelMenu>
