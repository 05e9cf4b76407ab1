// Places the labels of a map within or near their countries, without overlaps and within the viewport.
import type { Box } from './map-viewport.ts'

/** Something on the map that needs a label. */
export interface Labelled {
  name: string
  x: number
  y: number
  /** Its size on the map. */
  width: number
  height: number
  area: number
}

export interface Label extends Box {
  /** The name; a long one of several words is in two. */
  lines: string[]
  /** From the label to what it names, if they are apart. */
  leaderLine: Leader | undefined
}

interface Leader {
  from: Point
  to: Point
}

interface Point {
  x: number
  y: number
}

export interface PlacementConstraints {
  viewport: Box
  /** Where no label may be: dots. */
  taken: readonly Box[]
  /** Whether another filled country is at a point: a label there would look like its name. */
  belongsToOther: (point: Point, than: Labelled) => boolean
}

/** The share of a label's size that a country needs to hold it; a label may stick out at both sides. */
const minRoom = { width: 0.65, area: 0.8 }

/** Between a label and the edge of the viewport, and between it and what it names. */
const gap = 8

/** How far away a label may be, in steps; fewer on a crowded map, where leader lines would hide too much. */
const stepLength = 26
const maxSteps = { default: 9, crowded: 2 }
const crowdedFrom = 12

/** Items closer than this get leader lines, so that nobody mistakes one for the other. */
const closeDistance = 160

export function overlap(box: Box, other: Box): boolean {
  return (
    box.x < other.x + other.width &&
    other.x < box.x + box.width &&
    box.y < other.y + other.height &&
    other.y < box.y + box.height
  )
}

/** The largest first; a name without room is only in the alt text. */
export function placeLabels(
  items: readonly Labelled[],
  lineHeight: number,
  widthOf: (text: string) => number,
  { viewport, taken, belongsToOther }: PlacementConstraints,
): Label[] {
  const placed: Label[] = []
  const reach = items.length > crowdedFrom ? maxSteps.crowded : maxSteps.default
  for (const item of items.toSorted((a, b) => b.width * b.height - a.width * a.height)) {
    const own = boxAround(item, item.width, item.height)
    const obstacles = [...placed, ...taken.filter((box) => !overlap(box, own))]
    const fits = (label: Label) =>
      label.x >= viewport.x + gap &&
      label.y >= viewport.y + gap &&
      label.x + label.width <= viewport.x + viewport.width - gap &&
      label.y + label.height <= viewport.y + viewport.height - gap &&
      obstacles.every((other) => !overlap(withMargin(label), other) && !crosses(label.leaderLine, other)) &&
      placed.every(({ leaderLine }) => !crosses(leaderLine, label)) &&
      samplePoints(label).every((point) => !belongsToOther(point, item))
    const lines = linesOf(item.name, widthOf)
    const size = { width: Math.max(...lines.map(widthOf)), height: lines.length * lineHeight }
    const label = candidates(item, { ...size, lines }, reach, hasCloseNeighbour(item, items)).find(fits)
    if (label) placed.push(label)
  }
  return placed
}

/** In pixels; longer names are broken where their halves are most alike. */
const maxLineWidth = 220

function linesOf(name: string, widthOf: (text: string) => number): string[] {
  if (widthOf(name) <= maxLineWidth) return [name]
  const words = name.split(' ')
  const breaks = words
    .slice(1)
    .map((_, index): [string, string] => [
      words.slice(0, index + 1).join(' '),
      words.slice(index + 1).join(' '),
    ])
  const widest = (lines: readonly string[]) => Math.max(...lines.map(widthOf))
  const [best] = breaks.toSorted((a, b) => widest(a) - widest(b))
  return best ?? [name]
}

function hasCloseNeighbour(item: Labelled, all: readonly Labelled[]): boolean {
  return all.some(
    (other) => other !== item && Math.hypot(other.x - item.x, other.y - item.y) <= closeDistance,
  )
}

/** So that two adjacent names do not read as one. */
function withMargin(box: Box): Box {
  return { ...box, x: box.x - gap, width: box.width + 2 * gap }
}

function boxAround({ x, y }: Point, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** The center and slightly above or below it, if there is room; then beside, above and below, ever farther away. */
function candidates(
  item: Labelled,
  { lines, ...size }: { width: number; height: number; lines: string[] },
  stepCount: number,
  needsLeader: boolean,
): Label[] {
  const { x, y } = item
  const middle = { ...boxAround(item, size.width, size.height), lines, leaderLine: undefined }
  const half = { x: Math.min(item.width, 70) / 2, y: Math.min(item.height, 70) / 2 }
  const beside = Array.from({ length: stepCount }, (_, step) => {
    const away = gap + step * stepLength
    const across = { x: half.x + away + size.width / 2, y: half.y + away + size.height / 2 }
    const centres = [
      [across.x, 0],
      [-across.x, 0],
      [0, -across.y],
      [0, across.y],
      [across.x, -across.y],
      [-across.x, -across.y],
      [across.x, across.y],
      [-across.x, across.y],
    ] as const
    return centres.map(([right, down]) => {
      const box = boxAround({ x: x + right, y: y + down }, size.width, size.height)
      return { ...box, lines, leaderLine: step > 0 || needsLeader ? leaderOf(item, box) : undefined }
    })
  }).flat()
  const hasRoom =
    item.width >= size.width * minRoom.width && item.area >= size.width * size.height * minRoom.area
  if (!hasRoom) return [...beside, middle]
  const quarter = (item.height - size.height) / 4
  return [middle, { ...middle, y: middle.y - quarter }, { ...middle, y: middle.y + quarter }, ...beside]
}

/** From the label's nearest point. */
function leaderOf(to: Point, box: Box): Leader {
  const from = {
    x: Math.min(Math.max(to.x, box.x), box.x + box.width),
    y: Math.min(Math.max(to.y, box.y), box.y + box.height),
  }
  return { from, to: { x: to.x, y: to.y } }
}

function crosses(leader: Leader | undefined, box: Box): boolean {
  if (!leader) return false
  const { from, to } = leader
  return Array.from({ length: 12 }, (_, step) => step / 12).some((share) =>
    overlap(box, {
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
      width: 1,
      height: 1,
    }),
  )
}

/** Points across a box, close enough to hit any country that it covers. */
function samplePoints({ x, y, width, height }: Box): Point[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) =>
    [0.1, 0.5, 0.9].map((down) => ({ x: x + width * share, y: y + height * down })),
  )
}
