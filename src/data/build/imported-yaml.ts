// What an imported file must not contain: operators pass files on, and nobody reviews them as those in the repository.
import { isAlias, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { DataFile } from '../model/data-file.ts'
import { quoteLine } from '../model/plain-text.ts'
import type { Problem } from '../model/problem.ts'

const prototypeKeys: unknown[] = ['__proto__', 'constructor', 'prototype']

/** Directives, tags, anchors, aliases and keys of JavaScript's prototypes: no data file needs them. */
export function findUnsafeYaml({ path, text }: DataFile): Problem[] {
  const lines = new LineCounter()
  const problems: Problem[] = []
  const report = (offset: number, message: string, fix: string) =>
    problems.push({ file: path, line: lines.linePos(offset).line, message: quoteLine(message), fix })
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const [error] = document.errors
    if (error?.message.includes('call stack'))
      report(error.pos[0], 'the nesting is too deep', 'write the file as the others are written')
    // Other errors are reported when the file is parsed by its schema.
    if (error) return problems
    const { yaml, tags } = document.directives
    if (yaml.explicit === true || Object.keys(tags).length > 1)
      report(0, 'a directive is not allowed', 'remove the line that begins with %')
    visit(document, {
      Node(_key, node) {
        const offset = node.range?.[0] ?? 0
        if (isAlias(node)) report(offset, `the alias *${node.source} is not allowed`, 'write the value again')
        else if (node.anchor !== undefined)
          report(offset, `the anchor &${node.anchor} is not allowed`, 'remove it')
        if (!isAlias(node) && node.tag !== undefined)
          report(offset, `the tag ${node.tag} is not allowed`, 'remove it')
      },
      Pair(_key, { key }) {
        if (isScalar(key) && prototypeKeys.includes(key.value))
          report(key.range?.[0] ?? 0, `the key "${String(key.value)}" is not allowed`, 'remove it')
      },
    })
  } catch {
    report(0, 'the nesting is too deep', 'write the file as the others are written')
  }
  return problems
}

/** Whether a file is a dossier of the reference shelf rather than an article. */
export function isDossier({ text }: DataFile): boolean {
  return parseDocument(text).has('publications')
}
