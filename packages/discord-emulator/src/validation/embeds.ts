// The limits of embeds: https://discord.com/developers/docs/resources/message#embed-object-embed-limits
import { z } from 'zod'
import { withDefault, boundedArray, addIssue, trimmedText, url, boundedInteger } from './schema-helpers.ts'

const link = url('http', 'https')
const embedImage = z.object({
  url: url('http', 'https', 'attachment'),
  description: trimmedText({ max: 4096 }).nullish(),
})

const field = z.object({
  name: trimmedText({ max: 256, required: true }),
  value: trimmedText({ max: 1024, required: true }),
  inline: withDefault(z.boolean(), false),
})

const timestamp = z.string().check((context) => {
  if (Number.isNaN(Date.parse(context.value)))
    addIssue(context, 'DATETIME_TYPE_PARSE', `Could not parse ${context.value}. Should be ISO8601.`)
})

export const embed = z
  .object({
    title: trimmedText({ max: 256 }).nullish(),
    description: trimmedText({ max: 4096 }).nullish(),
    url: link.nullish(),
    timestamp: timestamp.nullish(),
    color: boundedInteger({ max: 0xffffff }).nullish(),
    footer: z
      .object({
        text: trimmedText({ max: 2048, required: true }),
        icon_url: url('http', 'https', 'attachment').nullish(),
      })
      .nullish(),
    image: embedImage.nullish(),
    thumbnail: embedImage.nullish(),
    author: z
      .object({
        name: trimmedText({ max: 256, required: true }),
        url: link.nullish(),
        icon_url: url('http', 'https', 'attachment').nullish(),
      })
      .nullish(),
    fields: boundedArray(field, { max: 25 }).nullish(),
  })
  .check((context) => {
    const { title, description, image, thumbnail, author, footer, fields } = context.value
    const hasContent = title || description || image || thumbnail || author || footer || fields?.length
    if (!hasContent) addIssue(context, 'BASE_TYPE_REQUIRED', 'This field is required', ['description'])
  })

export type Embed = z.output<typeof embed>

/** The characters that count towards the limit of 6000 over all embeds of a message. */
function embedSize({ title, description, footer, author, fields }: Embed): number {
  const texts = [title, description, footer?.text, author?.name]
  for (const { name, value } of fields ?? []) texts.push(name, value)
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
}

export const embeds = boundedArray(embed, { max: 10 }).check((context) => {
  const size = context.value.reduce((sum, item) => sum + embedSize(item), 0)
  if (size > 6000) addIssue(context, 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000')
})
