// Where the values of a YAML text are, for problems to name their lines.
import { EVENT_ID, getScalarValue, parseEvents, type Event } from 'js-yaml'

export interface Place {
  line: number
  /** By key, or by number of an item from 0 on. */
  children: Map<string, Place>
}

/** Throws a YAMLException if the text is not YAML. */
export function findPlaces(text: string): Place {
  const root: Place = { line: 1, children: new Map() }
  const open: { place: Place; isMapping: boolean; key?: string | undefined }[] = []
  const lineOf = countLines(text)
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.DOCUMENT) open.push({ place: root, isMapping: false, key: '' })
    else if (event.type === EVENT_ID.POP) open.pop()
    else {
      const parent = open.at(-1)
      const isCollection = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE
      const place = { line: lineOf(startOf(event)), children: new Map<string, Place>() }
      if (parent?.isMapping && parent.key === undefined)
        parent.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : ''
      else if (parent) {
        parent.place.children.set(parent.key ?? String(parent.place.children.size), place)
        parent.key = undefined
      }
      if (isCollection) open.push({ place, isMapping: event.type === EVENT_ID.MAPPING })
    }
  }
  return root.children.get('') ?? root
}

/** The line of the value at a path, or of the nearest one above it that exists. */
export function lineAt(root: Place, path: readonly PropertyKey[]): number {
  let place = root
  for (const key of path) {
    const child = place.children.get(String(key))
    if (!child) break
    place = child
  }
  return place.line
}

/** The offset at which a node begins; less than 0 for an empty one. */
function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart
  return 'start' in event ? event.start : 0
}

/** Numbers the lines of offsets that ascend. */
export function countLines(text: string): (offset: number) => number {
  let line = 1
  let lineEnd = text.indexOf('\n')
  return (offset) => {
    for (; lineEnd !== -1 && lineEnd < offset; lineEnd = text.indexOf('\n', lineEnd + 1)) line++
    return line
  }
}
