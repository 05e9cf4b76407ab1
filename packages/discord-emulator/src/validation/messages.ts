// The limits of a whole message: https://discord.com/developers/docs/resources/message#create-message
import { z } from 'zod'
import { type PlacedComponent, allComponents, component } from './components.ts'
import { attachmentUrls } from './attachments.ts'
import { embeds } from './embeds.ts'
import { boundedArray, parseBody, addIssue, snowflake, boundedString } from './schema-helpers.ts'
import { type FieldError, invalidFormBody } from '../api-error.ts'

/** Message flags: https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const flag = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['roles', 'users', 'everyone'])).nullish(),
    roles: boundedArray(snowflake, { max: 100 }).nullish(),
    users: boundedArray(snowflake, { max: 100 }).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .check((context) => {
    for (const kind of ['users', 'roles'] as const)
      if (context.value.parse?.includes(kind) && context.value[kind]?.length)
        addIssue(
          context,
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        )
  })

const payload = z.object({
  content: boundedString({ max: 2000 }).nullish(),
  embeds: embeds.nullish(),
  components: z.array(component).nullish(),
  attachments: boundedArray(
    z.object({
      id: snowflake,
      filename: z.string().nullish(),
      description: boundedString({ max: 1024 }).nullish(),
    }),
    { max: 10 },
  ).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.number().int().nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([boundedString({ max: 25 }), z.number().int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({
      type: z.number().nullish(),
      message_id: snowflake.nullish(),
      channel_id: snowflake.nullish(),
      guild_id: snowflake.nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
})

export type MessagePayload = z.output<typeof payload>

const legacyFields = ['content', 'embeds'] as const
export type LegacyField = (typeof legacyFields)[number]

/** What a payload is validated against: its uploaded files and, for an edit, the existing message. */
export interface MessageValidationContext {
  /** Names of the uploaded files, by their `files[n]` number. */
  files: ReadonlyMap<string, string>
  /** Names of the files of the existing message, by id. */
  existingFiles?: ReadonlyMap<string, string>
  /** Whether the existing message uses Components V2, which no edit can change. */
  isComponentsV2?: boolean
  /** The non-empty fields of the existing message that Components V2 does not support. */
  legacyFields?: readonly LegacyField[]
}

type Rule = (
  message: MessagePayload,
  context: MessageValidationContext,
  components: readonly PlacedComponent[],
) => FieldError[]

const isV2 = (message: MessagePayload, context: MessageValidationContext) =>
  context.isComponentsV2 === true || ((message.flags ?? 0) & flag.componentsV2) !== 0

const legacyRows: Rule = (message, context) => {
  if (isV2(message, context) || !message.components) return []
  const fieldErrors: FieldError[] = message.components.flatMap(({ type }, index) =>
    type === 1
      ? []
      : {
          path: ['components', index, 'type'],
          code: 'UNION_TYPE_CHOICES',
          message: 'Value of field "type" must be one of (1,).',
        },
  )
  if (message.components.length > 5)
    fieldErrors.push({
      path: ['components'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: 'Must be 5 or fewer in length.',
    })
  return fieldErrors
}

const noLegacyFieldsInV2: Rule = (message, context) =>
  !isV2(message, context)
    ? []
    : legacyFields
        // A message that changes to Components V2 must clear its legacy fields.
        .filter(
          (name) =>
            message[name]?.length || (message[name] === undefined && context.legacyFields?.includes(name)),
        )
        .map((name) => ({
          path: [name],
          code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        }))

const maxComponents: Rule = (message, context, components) =>
  isV2(message, context) && components.length > 40
    ? [
        {
          path: ['components'],
          code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
          message: 'The maximum number of components has been exceeded (40)',
        },
      ]
    : []

const maxTextSize: Rule = (_message, _context, components) => {
  let size = 0
  for (const { component: item } of components) if (item.type === 10) size += item.content.length
  if (size <= 4000) return []
  return [
    {
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: 'Total displayable text size exceeds max size of 4000',
    },
  ]
}

const uniqueCustomIds: Rule = (_message, _context, components) => duplicates(components, 'custom_id')

const uniqueComponentIds: Rule = (_message, _context, components) => duplicates(components, 'id')

function duplicates(components: readonly PlacedComponent[], key: 'custom_id' | 'id'): FieldError[] {
  const seen = new Set<unknown>()
  const fieldErrors: FieldError[] = []
  for (const { component: item, path } of components) {
    const value: unknown = key in item ? item[key as keyof typeof item] : undefined
    if (value == null) continue
    if (seen.has(value))
      fieldErrors.push({
        path: [...path, key],
        code: key === 'id' ? 'COMPONENT_ID_DUPLICATED' : 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: `Component ${key === 'id' ? 'id' : 'custom id'} cannot be duplicated`,
      })
    seen.add(value)
  }
  return fieldErrors
}

const listedFilesExist: Rule = (message, { files, existingFiles }) =>
  (message.attachments ?? []).flatMap(({ id }, index) =>
    files.has(id) || existingFiles?.has(id)
      ? []
      : {
          path: ['attachments', index],
          code: 'ATTACHMENT_NOT_FOUND',
          message: 'Attachment data not found',
        },
  )

/** Stricter than Discord, which leaves a blank for an embed's missing file. */
const referencedFilesExist: Rule = (message, { files, existingFiles }, components) => {
  const urls = attachmentUrls(message.embeds ?? [], components)
  if (urls.length === 0) return []
  const listed = message.attachments && new Set(message.attachments.map(({ id }) => id))
  const kept = [...(existingFiles ?? [])].filter(([id]) => !listed || listed.has(id)).map(([, name]) => name)
  const names = new Set([...files.values(), ...kept])
  for (const { filename } of message.attachments ?? []) if (filename != null) names.add(filename)
  return urls.flatMap(({ path, name }) =>
    names.has(name)
      ? []
      : { path, code: 'ATTACHMENT_NOT_FOUND', message: `The referenced attachment was not found: ${name}` },
  )
}

const rules: Rule[] = [
  legacyRows,
  noLegacyFieldsInV2,
  maxComponents,
  maxTextSize,
  uniqueCustomIds,
  uniqueComponentIds,
  listedFilesExist,
  referencedFilesExist,
]

/**
 * Reads and validates a message's payload. It may be empty: an edit can leave the rest of the message unchanged.
 * @param under the path of the payload in the body, e.g. `['data']`
 * @throws DiscordApiError 50035 with every field error
 */
export function readMessage(
  body: unknown,
  context: MessageValidationContext,
  under: PropertyKey[] = [],
): MessagePayload {
  const message = parseBody(payload, body, under)
  const components = allComponents(message.components ?? [])
  const fieldErrors = rules.flatMap((rule) => rule(message, context, components))
  if (fieldErrors.length > 0)
    throw invalidFormBody(fieldErrors.map((error) => ({ ...error, path: [...under, ...error.path] })))
  return message
}

/** Whether a message has nothing to show. */
export function isEmpty({
  content,
  embeds: messageEmbeds,
  components,
  attachments,
}: {
  content?: string | null | undefined
  embeds?: readonly unknown[] | null | undefined
  components?: readonly unknown[] | null | undefined
  attachments?: readonly unknown[] | null | undefined
}): boolean {
  return !content?.trim() && !messageEmbeds?.length && !components?.length && !attachments?.length
}
