// What an imported file must not contain: operators pass files on, and nobody reviews them as those in the repository.
import { EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml'
import type { DataFile } from '../model/data-file.ts'
import { quoteLine } from '../model/plain-text.ts'
import type { Problem } from '../model/problem.ts'
import { countLines, findPlaces, type Place } from './yaml-places.ts'

const prototypeKeys = ['__proto__', 'constructor', 'prototype']

/** Directives, tags, anchors, aliases and keys of JavaScript's prototypes: no data file needs them. */
export function findUnsafeYaml({ path, text }: DataFile): Problem[] {
  const events = readEvents(text)
  const problems: Problem[] = []
  const report = (line: number, message: string, fix: string) =>
    problems.push({ file: path, line, message: quoteLine(message), fix })
  const lineOf = countLines(text)
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      if (event.directives.length > 0)
        report(1, 'a directive is not allowed', 'remove the line that begins with %')
    } else if (event.type !== EVENT_ID.POP) {
      const anchor = text.slice(event.anchorStart, event.anchorEnd)
      if (event.type === EVENT_ID.ALIAS)
        report(lineOf(event.anchorStart), `the alias *${anchor} is not allowed`, 'write the value again')
      else {
        if (event.anchorStart >= 0)
          report(lineOf(event.anchorStart), `the anchor &${anchor} is not allowed`, 'remove it')
        const tag = text.slice(event.tagStart, event.tagEnd)
        if (event.tagStart >= 0) report(lineOf(event.tagStart), `the tag ${tag} is not allowed`, 'remove it')
      }
    }
  }
  if (events.length > 0) reportKeys(findPlaces(text))
  return problems

  function reportKeys({ children }: Place): void {
    for (const [key, child] of children) {
      if (prototypeKeys.includes(key)) report(child.line, `the key "${key}" is not allowed`, 'remove it')
      reportKeys(child)
    }
  }
}

/** Nothing for a text that is not YAML, which is reported when the file is parsed by its schema. */
function readEvents(text: string): Event[] {
  try {
    return parseEvents(text, {})
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return []
  }
}

/** Whether a file is a dossier of the reference shelf rather than an article. */
export function isDossier({ text }: DataFile): boolean {
  if (readEvents(text).length === 0) return false
  const keys = findPlaces(text).children
  return keys.has('subject') || keys.has('publications')
}
