// The part of the world that a map shows: all its countries, seen from where no date line parts them.
import { geoAzimuthalEqualArea, geoDistance, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo'
import type { Part, Shape } from './atlas.ts'
import { width } from './theme.ts'

export interface MapViewport {
  projection: GeoProjection
  height: number
  /** Whether the frame is so wide that coarse shapes do for what is not filled. */
  useCoarse: boolean
  /** Whether a part may be in view. */
  isVisible: (part: Part) => boolean
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

type Point = [number, number]

/** Parts smaller than this share of their homeland do not widen the frame: it need not hold every island. */
const smallShare = 0.03

/** Room between the countries and the edge of the frame, for what stands around them and for labels. */
const padding = 64
const heights = { least: 440, most: 660 }

/** The frame is at least about this wide, so that one can see where in the world it is. */
const leastWidth = 40 * (Math.PI / 180)

/** Countries within such a circle, in radians, are seen from above its middle; others on a map of the world. */
const regionRadius = 45 * (Math.PI / 180)

/** Units to the radian; a world map has about 190. */
const wideScale = 420

/** Drawn a little over its edge, so that no border runs along it. */
const bleed = 4

/** The frame of a map as wide as the picture, its top left corner at 0, 0. */
export function frameOf(shapes: readonly Shape[]): MapViewport {
  const points = shapes.flatMap(framingPoints)
  const circle = enclosingCircle(points)
  const isRegion = circle.radius <= regionRadius
  const projection = isRegion
    ? geoAzimuthalEqualArea().rotate([-circle.centre[0], -circle.centre[1]])
    : geoNaturalEarth1().rotate([-middleLongitude(points), 0])
  const inner = { type: 'MultiPoint' as const, coordinates: points }
  projection.fitWidth(width - 2 * padding, inner)
  const [[, top], [, bottom]] = geoPath(projection).bounds(inner)
  const height = Math.round(Math.min(heights.most, Math.max(heights.least, bottom - top + 2 * padding)))
  projection.fitExtent(
    [
      [padding, padding],
      [width - padding, height - padding],
    ],
    inner,
  )
  limitZoom(projection, height)
  if (!isRegion) clampToGlobe(projection, height)
  projection.clipExtent([
    [-bleed, -bleed],
    [width + bleed, height + bleed],
  ])
  return {
    projection,
    height,
    useCoarse: projection.scale() < wideScale,
    isVisible: viewOf(projection, height),
  }
}

/** The corners of the larger parts of a homeland, and a little around them, since the smallest state is but a point. */
function framingPoints({ parts }: Shape): Point[] {
  const home = parts.filter((part) => part.isMainland)
  const area = home.reduce((sum, part) => sum + part.area, 0)
  return home
    .filter((part) => part.area >= area * smallShare)
    .flatMap(({ polygon, centre: [x, y] }) => [
      ...(polygon.coordinates[0] ?? []).map(([longitude = 0, latitude = 0]): Point => [longitude, latitude]),
      ...([0.1, -0.1].map((step) => [x + step, y + step]) as Point[]),
    ])
}

const degrees = 180 / Math.PI

/** A circle on the globe that holds all points and is about as small as it can be: Bădoiu and Clarkson, 2003. */
function enclosingCircle(points: readonly Point[]): { centre: Point; radius: number } {
  let [x, y, z] = unit(points[0] ?? [0, 0])
  const units = points.map(unit)
  for (let step = 1; step <= 60; step += 1) {
    let farthest: readonly [number, number, number] = [x, y, z]
    let least = Infinity
    for (const one of units) {
      const nearness = one[0] * x + one[1] * y + one[2] * z
      if (nearness < least) [least, farthest] = [nearness, one]
    }
    x += (farthest[0] - x) / (step + 1)
    y += (farthest[1] - y) / (step + 1)
    z += (farthest[2] - z) / (step + 1)
    const length = Math.hypot(x, y, z) || 1
    ;[x, y, z] = [x / length, y / length, z / length]
  }
  const centre: Point = [Math.atan2(y, x) * degrees, Math.asin(z) * degrees]
  return { centre, radius: greatest(points.map((point) => geoDistance(centre, point))) }
}

function unit([longitude, latitude]: Point): [number, number, number] {
  const [lambda, phi] = [longitude / degrees, latitude / degrees]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

/** The middle of the shortest arc that holds all longitudes: what lies across from the widest gap between them. */
function middleLongitude(points: readonly Point[]): number {
  const sorted = points.map(([x]) => x).sort((a, b) => a - b)
  let widest = { gap: -1, after: 0 }
  sorted.forEach((one, index) => {
    const next = sorted[index + 1] ?? (sorted[0] ?? 0) + 360
    if (next - one > widest.gap) widest = { gap: next - one, after: next }
  })
  const middle = widest.after + (360 - widest.gap) / 2
  return ((middle + 540) % 360) - 180
}

/** Steps back, about the middle of the frame, where the countries are so near that nothing around them is seen. */
function limitZoom(projection: GeoProjection, height: number): void {
  const scale = projection.scale()
  const most = width / leastWidth
  if (scale <= most) return
  const [x, y] = projection.translate()
  const factor = most / scale
  projection
    .scale(most)
    .translate([width / 2 + (x - width / 2) * factor, height / 2 + (y - height / 2) * factor])
}

/** Moves a map of the world up or down where there would be nothing above the pole, or below it. */
function clampToGlobe(projection: GeoProjection, height: number): void {
  const [[, top], [, bottom]] = geoPath(projection).bounds({ type: 'Sphere' })
  const [x, y] = projection.translate()
  const shift =
    bottom - top < height ? height / 2 - (top + bottom) / 2 : Math.min(0, -top) + Math.max(0, height - bottom)
  projection.translate([x, y + shift])
}

function viewOf(projection: GeoProjection, height: number): (part: Part) => boolean {
  const at = (x: number, y: number) => projection.invert?.([width * x, height * y])
  const centre = at(0.5, 0.5)
  const edge = [0, 0.25, 0.5, 0.75, 1].flatMap((step) => [at(step, 0), at(step, 1), at(0, step), at(1, step)])
  const distances = edge.map((point) => (point && centre ? geoDistance(centre, point) : NaN))
  // Where a corner lies beyond the world, nothing is known to be out of view.
  if (!centre || distances.some(Number.isNaN)) return () => true
  const radius = greatest(distances)
  return (part) => geoDistance(centre, part.centre) - part.radius <= radius
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), -Infinity)
}
