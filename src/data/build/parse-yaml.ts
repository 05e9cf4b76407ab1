// Parses one data file by its schema, or reports the problems with their lines.
import { LineCounter, parseDocument, isNode, type Document } from 'yaml'
import type { z } from 'zod'
import type { DataFile } from '../model/data-file.ts'
import { quoteLine } from '../model/plain-text.ts'
import type { Problem } from '../model/problem.ts'

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
  const lines = new LineCounter()
  const problem = (offset: number, message: string, fix: string) => ({
    // Quotations may contain anything.
    file: quoteLine(path),
    line: lines.linePos(offset).line,
    message: quoteLine(message),
    fix: quoteLine(fix),
  })
  let document: Document
  let content: unknown
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    content = document.errors.length > 0 ? undefined : document.toJS()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    problems.push(problem(0, message, 'remove YAML aliases and deep nesting'))
    return undefined
  }
  // One mistake causes many errors after it, so only the first is reported.
  const [error] = document.errors
  if (error) {
    problems.push(problem(error.pos[0], error.message, 'correct the YAML here'))
    return undefined
  }
  const problemAt = (keys: readonly PropertyKey[], message: string, fix: string) =>
    problem(offsetOf(document, keys), message, fix)
  const result = schema.safeParse(content, { reportInput: true })
  if (result.success) return { path, content: result.data, problemAt }
  for (const issue of result.error.issues) {
    problems.push(
      problemAt(
        issue.path,
        `${describePath(issue.path, document)} is ${isMissing(issue) ? 'missing' : 'invalid'}`,
        fixFor(issue),
      ),
    )
  }
  return undefined
}

/** "the statement of \"nato-others\"", by the id of the fact, entity or section if it has one. */
function describePath(path: readonly PropertyKey[], document: Document): string {
  const [list, index, ...keys] = path
  if (typeof index !== 'number') return path.length > 0 ? `"${path.join('.')}"` : 'this file'
  const id = document.getIn([list, index, 'id']) ?? document.getIn([list, index, 'name'])
  const item = typeof id === 'string' ? `"${id}"` : `number ${index + 1} of ${String(list)}`
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

/** The offset of the node at a path, or of the nearest one above it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
