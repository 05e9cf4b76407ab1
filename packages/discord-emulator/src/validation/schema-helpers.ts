// The field types of Discord's bodies, as zod schemas whose issues carry Discord's own codes and messages.
import { z } from 'zod'
import { type FieldError, invalidFormBody } from '../api-error.ts'

interface Bounds {
  min?: number
  max: number
}

/** Adds an issue with Discord's code from within a zod check. */
export function addIssue<T>(
  context: z.core.ParsePayload<T>,
  code: string,
  message: string,
  path: PropertyKey[] = [],
): void {
  context.issues.push({
    code: 'custom',
    message,
    params: { code },
    path,
    input: context.value,
    continue: true,
  })
}

/** A check over several fields that runs only if each of them is valid. */
export function crossFieldCheck<T>(check: (context: z.core.ParsePayload<T>) => void) {
  return (context: z.core.ParsePayload<T>): void => {
    if (context.issues.length === 0) check(context)
  }
}

const requiredMessage = 'This field is required'

function checkLength<T>(context: z.core.ParsePayload<T>, length: number, { min = 0, max }: Bounds): void {
  if (length >= min && length <= max) return
  if (min === 0) addIssue(context, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
  else addIssue(context, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
}

/** Text of `min` to `max` characters (UTF-16 units, so never laxer than Discord), not trimmed. */
export function boundedString(bounds: Bounds) {
  return z.string().check((context) => {
    checkLength(context, context.value.length, bounds)
  })
}

/** Text that Discord trims before measuring it; with `required`, blank text counts as missing. */
export function trimmedText({ max, required = false }: { max: number; required?: boolean }) {
  return z
    .string()
    .trim()
    .check((context) => {
      if (required && context.value === '') addIssue(context, 'BASE_TYPE_REQUIRED', requiredMessage)
      else checkLength(context, context.value.length, { max })
    })
}

/** A field for which Discord substitutes a default if it is missing or null. */
export function withDefault<T extends z.ZodType, V extends z.output<T>>(field: T, value: V) {
  return field.nullish().transform((input) => input ?? value)
}

/** A list of `min` to `max` items. */
export function boundedArray<T extends z.ZodType>(item: T, bounds: Bounds) {
  return z.array(item).check((context) => {
    checkLength(context, context.value.length, bounds)
  })
}

/** A whole number within inclusive bounds. */
export function boundedInteger({ min = 0, max }: Bounds) {
  return z.number().check((context) => {
    const { value } = context
    if (!Number.isInteger(value)) addIssue(context, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`)
    else if (value < min)
      addIssue(context, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`)
    else if (value > max)
      addIssue(context, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`)
  })
}

/** One of a few numbers. */
export function enumOf<const T extends readonly number[]>(values: T) {
  return z
    .number()
    .check((context) => {
      if (!values.includes(context.value))
        addIssue(context, 'BASE_TYPE_CHOICES', `Value must be one of {${values.join(', ')}}.`)
    })
    .transform((value) => value as T[number])
}

/** An id: up to 20 digits. Discord accepts a string or a number. */
export const snowflake = z
  .preprocess((id) => (typeof id === 'number' ? String(id) : id), z.string())
  .check((context) => {
    if (!/^\d{1,20}$/.test(context.value))
      addIssue(context, 'NUMBER_TYPE_COERCE', `Value "${context.value}" is not snowflake.`)
  })

/** A URL of one of the schemes, at most 2048 characters. */
export function url(...schemes: string[]) {
  return z.string().check((context) => {
    const { value } = context
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase()
    if (value.length > 2048) checkLength(context, value.length, { max: 2048 })
    else if (scheme === undefined || !URL.canParse(value))
      addIssue(context, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
    else if (!schemes.includes(scheme))
      addIssue(
        context,
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${scheme}" is not supported. Scheme must be one of (${schemes.map((allowed) => `'${allowed}'`).join(', ')}).`,
      )
  })
}

const wrongType: Record<string, [code: string, message: string]> = {
  string: ['STRING_TYPE_CONVERT', 'Could not interpret value as string.'],
  number: ['NUMBER_TYPE_COERCE', 'Value is not a number.'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
  object: ['MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType'],
}

/** The types of a union, which zod provides but does not declare. */
function optionsOf(issue: object): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : ''
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  if (issue.code === 'custom')
    return { path: issue.path, code: String(issue.params?.['code']), message: issue.message }
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined)
      return { path: issue.path, code: 'BASE_TYPE_REQUIRED', message: requiredMessage }
    const [code, message] = wrongType[issue.expected] ?? ['BASE_TYPE_CONVERT', issue.message]
    return { path: issue.path, code, message }
  }
  if (issue.code === 'invalid_union')
    return {
      path: issue.path,
      code: 'UNION_TYPE_CHOICES',
      message: `Value of field "${issue.discriminator ?? 'type'}" must be one of (${optionsOf(issue)}).`,
    }
  return { path: issue.path, code: 'BASE_TYPE_CHOICES', message: issue.message }
}

/**
 * Parses a body, or a part of it.
 * @param under the path of `body` in the request's body, e.g. `['data']`
 * @throws DiscordApiError 50035 with every field error
 */
export function parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
  under: PropertyKey[] = [],
): z.output<T> {
  const result = schema.safeParse(body, { reportInput: true })
  if (result.success) return result.data
  throw invalidFormBody(
    result.error.issues.map(toFieldError).map((error) => ({ ...error, path: [...under, ...error.path] })),
  )
}
