// The limits of buttons and their emoji: https://discord.com/developers/docs/components/reference#button
import { z } from 'zod'
import {
  enumOf,
  addIssue,
  snowflake,
  boundedString,
  url,
  boundedInteger,
  crossFieldCheck,
} from './schema-helpers.ts'

export const componentId = boundedInteger({ max: 2 ** 31 - 1 }).nullish()
export const customId = boundedString({ min: 1, max: 100 })

const emojiCharacter = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{20E3}/u

export const emoji = z
  .object({ id: snowflake.nullish(), name: z.string().nullish(), animated: z.boolean().optional() })
  .check(
    crossFieldCheck((context) => {
      const { id, name } = context.value
      if (id == null && !emojiCharacter.test(name ?? ''))
        addIssue(context, 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji', ['name'])
    }),
  )

const linkStyle = 5
const premiumStyle = 6

export const button = z
  .object({
    type: z.literal(2),
    id: componentId,
    style: enumOf([1, 2, 3, 4, linkStyle, premiumStyle]),
    label: boundedString({ max: 80 }).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: url('http', 'https', 'discord')
      .check((context) => {
        if (context.value.length > 512)
          addIssue(context, 'BASE_TYPE_MAX_LENGTH', 'Must be 512 or fewer in length.')
      })
      .nullish(),
    sku_id: snowflake.nullish(),
    disabled: z.boolean().nullish(),
  })
  .check(
    crossFieldCheck((context) => {
      const { style, custom_id, url: link, sku_id, label, emoji: icon } = context.value
      if (custom_id != null && link != null)
        addIssue(
          context,
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          'A custom id and url cannot both be specified',
          ['custom_id'],
        )
      else if (style < linkStyle) {
        if (custom_id == null)
          addIssue(context, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required', ['custom_id'])
        if (link != null)
          addIssue(context, 'BUTTON_COMPONENT_URL_INVALID_STYLE', 'A url needs the link style', ['url'])
      } else {
        if (style === linkStyle && link == null)
          addIssue(context, 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required', ['url'])
        if (style === premiumStyle && sku_id == null)
          addIssue(context, 'BUTTON_COMPONENT_SKU_ID_REQUIRED', 'A sku id is required', ['sku_id'])
        if (custom_id != null)
          addIssue(context, 'BUTTON_COMPONENT_CUSTOM_ID_INVALID_STYLE', 'This style accepts no custom id', [
            'custom_id',
          ])
      }
      if (style !== premiumStyle && !label && !icon)
        addIssue(context, 'BASE_TYPE_REQUIRED', 'This field is required', ['label'])
    }),
  )
