// The kinds of field in Discord's bodies, as zod schemas whose problems carry Discord's own codes and sentences.
import { z } from 'zod'
import { type FieldError, invalidFormBody } from '../api-error.ts'

interface Bounds {
  min?: number
  max: number
}

/** Reports one problem, under Discord's code, from within a zod check. */
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

/** A check over several fields, made only once each of them is right by itself. */
export function crossFieldCheck<T>(check: (context: z.core.ParsePayload<T>) => void) {
  return (context: z.core.ParsePayload<T>): void => {
    if (context.issues.length === 0) check(context)
  }
}

const required = 'This field is required'

function checkLength<T>(context: z.core.ParsePayload<T>, length: number, { min = 0, max }: Bounds): void {
  if (length >= min && length <= max) return
  if (min === 0) addIssue(context, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
  else addIssue(context, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
}

/** Text of `min` to `max` characters (UTF-16 units, so never laxer than Discord), measured as it is. */
export function boundedString(bounds: Bounds) {
  return z.string().check((context) => {
    checkLength(context, context.value.length, bounds)
  })
}

/** Text that Discord trims before it measures it; with `required`, blank text counts as missing. */
export function trimmedText({ max, needed = false }: { max: number; needed?: boolean }) {
  return z
    .string()
    .trim()
    .check((context) => {
      if (needed && context.value === '') addIssue(context, 'BASE_TYPE_REQUIRED', required)
      else checkLength(context, context.value.length, { max })
    })
}

/** A field which Discord fills in when it is missing or null. */
export function withDefault<T extends z.ZodType, V extends z.output<T>>(field: T, value: V) {
  return field.nullish().transform((given) => given ?? value)
}

/** A list of `min` to `max` items. */
export function boundedArray<T extends z.ZodType>(item: T, bounds: Bounds) {
  return z.array(item).check((context) => {
    checkLength(context, context.value.length, bounds)
  })
}

/** A whole number within bounds, both inclusive. */
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

/** An id: digits, at most 64 bits. Discord takes it as a string or as a number. */
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
        `Scheme "${scheme}" is not supported. Scheme must be one of (${schemes.map((one) => `'${one}'`).join(', ')}).`,
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

/** The types that a union takes, which zod gives but does not declare. */
function optionsOf(issue: object): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : ''
}

function problemOf(issue: z.core.$ZodIssue): FieldError {
  if (issue.code === 'custom')
    return { path: issue.path, code: String(issue.params?.['code']), message: issue.message }
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return { path: issue.path, code: 'BASE_TYPE_REQUIRED', message: required }
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
 * Reads a body, or refuses it with 50035 and every problem found.
 * @param under where the body sits in the request, e.g. `['data']`
 */
export function parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
  under: PropertyKey[] = [],
): z.output<T> {
  const result = schema.safeParse(body, { reportInput: true })
  if (result.success) return result.data
  throw invalidFormBody(
    result.error.issues.map(problemOf).map((problem) => ({ ...problem, path: [...under, ...problem.path] })),
  )
}
