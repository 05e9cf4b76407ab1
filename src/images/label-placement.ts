// Where the names stand on a map: within their countries or near them, none over another, none outside the frame.
import type { Box } from './map-viewport.ts'

/** Something on the map that wants a name. */
export interface Labelled {
  name: string
  x: number
  y: number
  /** How large it is on the map. */
  width: number
  height: number
  area: number
}

export interface Label extends Box {
  text: string
  /** From the label to what it names, where they stand apart. */
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
  frame: Box
  /** Where no name may stand: dots. */
  taken: readonly Box[]
  /** Whether another filled country lies at a point: a name there would be taken for its name. */
  belongsToOther: (point: Point, than: Labelled) => boolean
}

/** A name may stick out of its country at both sides. */
const enoughRoom = { width: 0.65, area: 0.8 }

/** Room between a label and the edge of the frame, and between it and what it names. */
const gap = 8

/** How far off a label may stand, in steps: where there are many, lines to them would hide the map. */
const stepLength = 20
const steps = { few: 7, many: 2 }
const many = 12

/** Two that lie no farther apart than this get lines to their names, so that nobody takes one for the other. */
const closeBy = 130

export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

/** The large, which have room within, come first; a name that finds no room is left to the legend. */
export function placeLabels(
  wanted: readonly Labelled[],
  height: number,
  widthOf: (text: string) => number,
  { frame, taken, belongsToOther }: PlacementConstraints,
): Label[] {
  const placed: Label[] = []
  const reach = wanted.length > many ? steps.many : steps.few
  for (const item of wanted.toSorted((a, b) => b.width * b.height - a.width * a.height)) {
    const own = boxAround(item, item.width, item.height)
    const obstacles = [...placed, ...taken.filter((one) => !overlap(one, own))]
    const fits = (label: Label) =>
      label.x >= frame.x + gap &&
      label.y >= frame.y + gap &&
      label.x + label.width <= frame.x + frame.width - gap &&
      label.y + label.height <= frame.y + frame.height - gap &&
      obstacles.every((other) => !overlap(withMargin(label), other) && !crosses(label.leaderLine, other)) &&
      placed.every(({ leaderLine }) => !crosses(leaderLine, label)) &&
      corners(label).every((point) => !belongsToOther(point, item))
    const label = candidates(
      item,
      { width: widthOf(item.name), height },
      reach,
      hasCloseNeighbour(item, wanted),
    ).find(fits)
    if (label) placed.push(label)
  }
  return placed
}

function hasCloseNeighbour(item: Labelled, all: readonly Labelled[]): boolean {
  return all.some((other) => other !== item && Math.hypot(other.x - item.x, other.y - item.y) <= closeBy)
}

/** Two names that touch would read as one. */
function withMargin(box: Box): Box {
  return { ...box, x: box.x - gap, width: box.width + 2 * gap }
}

function boxAround({ x, y }: Point, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** The middle and a little above or below it, if there is room within; then beside, above and below, farther off each time. */
function candidates(
  item: Labelled,
  size: { width: number; height: number },
  steps: number,
  crowded: boolean,
): Label[] {
  const { x, y, name: text } = item
  const middle = { ...boxAround(item, size.width, size.height), text, leaderLine: undefined }
  const half = { x: Math.min(item.width, 70) / 2, y: Math.min(item.height, 70) / 2 }
  const beside = Array.from({ length: steps }, (_, step) => {
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
      return { ...box, text, leaderLine: step > 0 || crowded ? leaderOf(item, box) : undefined }
    })
  }).flat()
  const hasRoom =
    item.width >= size.width * enoughRoom.width && item.area >= size.width * size.height * enoughRoom.area
  if (!hasRoom) return [...beside, middle]
  const quarter = (item.height - size.height) / 4
  return [middle, { ...middle, y: middle.y - quarter }, { ...middle, y: middle.y + quarter }, ...beside]
}

/** From the point of the label that is nearest to what it names. */
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

/** Points along the edges of a box, near enough to meet any country that it covers. */
function corners({ x, y, width, height }: Box): Point[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) =>
    [0.1, 0.5, 0.9].map((down) => ({ x: x + width * share, y: y + height * down })),
  )
}
