// Parses one data file by its schema, or reports the problems with their lines.
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { z } from 'zod'
import type { DataFile } from '../model/data-file.ts'
import { quoteLine } from '../model/plain-text.ts'
import type { Problem } from '../model/problem.ts'
import { findPlaces, lineAt, type Place } from './yaml-places.ts'

/** Far more than a data file has. */
const maxDepth = 20

const noKeys = ['this file has no keys', 'write it as the others are written'] as const

export interface ParsedFile<Content> {
  path: string
  content: Content
  problemAt: (path: readonly PropertyKey[], message: string, fix: string) => Problem
}

/** Returns undefined after adding to `problems` if the file does not match the schema. */
export function parseYaml<Content>(
  { path, text }: DataFile,
  schema: z.ZodType<Content>,
  problems: Problem[],
): ParsedFile<Content> | undefined {
  const problem = (line: number, message: string, fix: string): Problem => ({
    file: quoteLine(path),
    line,
    // Quotations may contain anything.
    message: quoteLine(message),
    fix: quoteLine(fix),
  })
  let content: unknown
  try {
    content = load(text, { schema: CORE_SCHEMA, maxAliases: 0, maxDepth })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    problems.push(
      error.reason.includes('input is empty')
        ? problem(1, ...noKeys)
        : error.reason.includes('null byte')
          ? problem(1, 'this file is not text in UTF-8', 'save it as UTF-8')
          : problem((error.mark?.line ?? 0) + 1, error.reason, 'correct the YAML here'),
    )
    return undefined
  }
  let places: Place | undefined
  const problemAt = (keys: readonly PropertyKey[], message: string, fix: string) =>
    problem(lineAt((places ??= findPlaces(text)), keys), message, fix)
  const result = schema.safeParse(content, { reportInput: true })
  if (result.success) return { path, content: result.data, problemAt }
  for (const issue of result.error.issues) {
    const isText = issue.path.length === 0 && issue.code === 'invalid_type'
    problems.push(
      isText
        ? problem(1, ...noKeys)
        : problemAt(
            issue.path,
            `${describePath(issue.path, content)} is ${isMissing(issue) ? 'missing' : 'invalid'}`,
            fixFor(issue),
          ),
    )
  }
  return undefined
}

/** "the statement of \"nato-others\"", by the id of the fact, entity or section if it has one. */
function describePath(path: readonly PropertyKey[], content: unknown): string {
  const [list, index, ...keys] = path
  if (list === undefined || typeof index !== 'number')
    return path.length > 0 ? `"${path.join('.')}"` : 'this file'
  const items = (content as Record<PropertyKey, unknown[]>)[list]
  const { id, name } = (items?.[index] ?? {}) as { id?: unknown; name?: unknown }
  const label = id ?? name
  const item = typeof label === 'string' ? `"${label}"` : `number ${index + 1} of ${String(list)}`
  return keys.length > 0 ? `the ${keys.join('.')} of ${item}` : item
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined
}

/** What to do about a value that its schema rejects. */
export function fixFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return `make it at most ${issue.maximum} characters long`
  if (issue.code === 'unrecognized_keys')
    return `remove or correct ${issue.keys.map((key) => `"${key}"`).join(', ')}`
  if (isMissing(issue)) return 'add it'
  // One alternative matches except for a text or a date in it.
  const nested = issue.code === 'invalid_union' && issue.errors.flat().find(({ code }) => code === 'custom')
  if (nested) return nested.message
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'published') {
    return 'write { on: … }, { after: … } or { between: [ …, … ] } with dates such as "2019" or "2020-08-05", and a basis'
  }
  return issue.message
}
