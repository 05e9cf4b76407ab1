// The limits of a whole message: https://discord.com/developers/docs/resources/message#create-message
import { z } from 'zod'
import { type Component, component, walk } from './components.ts'
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

/** What a payload is judged against: the names of the files it may show, and what the edited message was. */
export interface MessageValidationContext {
  /** Names of files uploaded with it, by their `files[n]` number. */
  files: ReadonlyMap<string, string>
  /** Names of the files which the edited message already has, by id. */
  existingFiles?: ReadonlyMap<string, string>
  /** Whether the edited message is of Components V2: it stays so. */
  isComponentsV2?: boolean
  /** The fields that the edited message shows and that Components V2 cannot. */
  legacyFields?: readonly LegacyField[]
}

type Rule = (message: MessagePayload, setting: MessageValidationContext) => FieldError[]

const isV2 = (message: MessagePayload, setting: MessageValidationContext) =>
  setting.isComponentsV2 === true || ((message.flags ?? 0) & flag.componentsV2) !== 0

const legacyRows: Rule = (message, setting) => {
  if (isV2(message, setting) || !message.components) return []
  const problems: FieldError[] = message.components.flatMap(({ type }, index) =>
    type === 1
      ? []
      : {
          path: ['components', index, 'type'],
          code: 'UNION_TYPE_CHOICES',
          message: 'Value of field "type" must be one of (1,).',
        },
  )
  if (message.components.length > 5)
    problems.push({
      path: ['components'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: 'Must be 5 or fewer in length.',
    })
  return problems
}

const v2TakesNoLegacyFields: Rule = (message, setting) =>
  !isV2(message, setting)
    ? []
    : legacyFields
        // A message that turns into Components V2 must clear what it showed before.
        .filter(
          (name) =>
            message[name]?.length || (message[name] === undefined && setting.legacyFields?.includes(name)),
        )
        .map((name) => ({
          path: [name],
          code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        }))

const most40Components: Rule = (message, setting) =>
  isV2(message, setting) && [...walk(message.components ?? [])].length > 40
    ? [
        {
          path: ['components'],
          code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
          message: 'The maximum number of components has been exceeded (40)',
        },
      ]
    : []

const most4000Characters: Rule = (message) => {
  let size = 0
  for (const { component: one } of walk(message.components ?? []))
    if (one.type === 10) size += one.content.length
  if (size <= 4000) return []
  return [
    {
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: 'Total displayable text size exceeds max size of 4000',
    },
  ]
}

const uniqueCustomIds: Rule = (message) => duplicates(message.components ?? [], 'custom_id')

const uniqueComponentIds: Rule = (message) => duplicates(message.components ?? [], 'id')

function duplicates(components: Component[], key: 'custom_id' | 'id'): FieldError[] {
  const seen = new Set<unknown>()
  const problems: FieldError[] = []
  for (const { component: one, path } of walk(components)) {
    const value: unknown = key in one ? one[key as keyof typeof one] : undefined
    if (value == null) continue
    if (seen.has(value))
      problems.push({
        path: [...path, key],
        code: key === 'id' ? 'COMPONENT_ID_DUPLICATED' : 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: `Component ${key === 'id' ? 'id' : 'custom id'} cannot be duplicated`,
      })
    seen.add(value)
  }
  return problems
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

/** Stricter than Discord where it stays silent: there an embed's missing file is a blank, not a refusal. */
const shownFilesExist: Rule = (message, { files, existingFiles }) => {
  const names = new Set([...files.values(), ...(existingFiles?.values() ?? [])])
  for (const { filename } of message.attachments ?? []) if (filename != null) names.add(filename)
  return attachmentUrls(message).flatMap(({ path, name }) =>
    names.has(name)
      ? []
      : { path, code: 'ATTACHMENT_NOT_FOUND', message: `The referenced attachment was not found: ${name}` },
  )
}

const rules: Rule[] = [
  legacyRows,
  v2TakesNoLegacyFields,
  most40Components,
  most4000Characters,
  uniqueCustomIds,
  uniqueComponentIds,
  listedFilesExist,
  shownFilesExist,
]

/**
 * Reads a message's payload, or refuses it with 50035 and every problem found.
 * Whether it is empty is not judged here: an edit may leave the rest of the message as it was.
 * @param under where the payload sits in the request, e.g. `['data']`
 */
export function readMessage(
  body: unknown,
  setting: MessageValidationContext,
  under: PropertyKey[] = [],
): MessagePayload {
  const message = parseBody(payload, body, under)
  const problems = rules.flatMap((rule) => rule(message, setting))
  if (problems.length > 0)
    throw invalidFormBody(problems.map((problem) => ({ ...problem, path: [...under, ...problem.path] })))
  return message
}

/** Whether a person would see nothing of it. */
export function isEmpty({
  content,
  embeds: cards,
  components,
  attachments,
}: {
  content?: string | null | undefined
  embeds?: readonly unknown[] | null | undefined
  components?: readonly unknown[] | null | undefined
  attachments?: readonly unknown[] | null | undefined
}): boolean {
  return !content?.trim() && !cards?.length && !components?.length && !attachments?.length
}
