// The viewport of a map: contains all its countries, with a projection in which the antimeridian does not split them.
import { geoAzimuthalEqualArea, geoBounds, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo'
import { angleBetween, degreesPerRadian, toUnitVector, type Part, type Point, type Shape } from './atlas.ts'
import { width } from './theme.ts'

export interface MapViewport {
  projection: GeoProjection
  height: number
  /** Whether coarse shapes are enough for countries that are not filled. */
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

/** Parts smaller than this share of the mainland, such as islands, do not widen the viewport. */
const minFramedShare = 0.03

/** Between the countries and the edge, for their surroundings and labels. */
const padding = 80
const heights = { min: 480, max: 720 }

/** In radians, approximately, so that one can see where in the world it is. */
const minWidth = 40 * (Math.PI / 180)

/** In radians: countries within such a circle get a regional map, others a world map. */
const maxRegionRadius = 45 * (Math.PI / 180)

/** In pixels per radian; a world map has about 190. */
const fineScale = 420

/** In pixels drawn beyond the edge, so that no border runs along it. */
const bleed = 4

/** As wide as the image, with its top left corner at 0, 0. */
export function createViewport(shapes: readonly Shape[]): MapViewport {
  const points = shapes.flatMap(framingPoints)
  const circle = enclosingCircle(points)
  const inner = { type: 'MultiPoint' as const, coordinates: points }
  const isRegion = circle.radius <= maxRegionRadius
  const projection = isRegion
    ? geoAzimuthalEqualArea().rotate([-circle.centre[0], -circle.centre[1]])
    : geoNaturalEarth1().rotate([-middleLongitude(inner), 0])
  projection.fitWidth(width - 2 * padding, inner)
  const [[, top], [, bottom]] = geoPath(projection).bounds(inner)
  const height = Math.round(Math.min(heights.max, Math.max(heights.min, bottom - top + 2 * padding)))
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
    useCoarse: projection.scale() < fineScale,
    isVisible: createVisibilityTest(projection, height),
  }
}

/** The outlines of the larger parts of the mainland, and a margin, since the smallest states are hardly more than a point. */
function framingPoints({ parts }: Shape): Point[] {
  const mainland = parts.filter((part) => part.isMainland)
  const area = mainland.reduce((sum, part) => sum + part.area, 0)
  return mainland
    .filter((part) => part.area >= area * minFramedShare)
    .flatMap(({ polygon, centre: [x, y] }) => [
      ...(polygon.coordinates[0] ?? []).map(([longitude = 0, latitude = 0]): Point => [longitude, latitude]),
      ...([0.1, -0.1].map((step) => [x + step, y + step]) as Point[]),
    ])
}

/** An approximately smallest enclosing circle on the globe: Bădoiu and Clarkson, 2003. */
function enclosingCircle(points: readonly Point[]): { centre: Point; radius: number } {
  let [x, y, z] = toUnitVector(points[0] ?? [0, 0])
  const units = points.map(toUnitVector)
  for (let step = 1; step <= 60; step += 1) {
    let farthest: readonly [number, number, number] = [x, y, z]
    let minProduct = Infinity
    for (const point of units) {
      const product = point[0] * x + point[1] * y + point[2] * z
      if (product < minProduct) [minProduct, farthest] = [product, point]
    }
    x += (farthest[0] - x) / (step + 1)
    y += (farthest[1] - y) / (step + 1)
    z += (farthest[2] - z) / (step + 1)
    const length = Math.hypot(x, y, z) || 1
    ;[x, y, z] = [x / length, y / length, z / length]
  }
  const centre: Point = [Math.atan2(y, x) * degreesPerRadian, Math.asin(z) * degreesPerRadian]
  return { centre, radius: maxOf(points.map((point) => angleBetween(centre, point))) }
}

/** The middle of the shortest arc that contains all longitudes. */
function middleLongitude(points: { type: 'MultiPoint'; coordinates: Point[] }): number {
  const [[west], [east]] = geoBounds(points)
  const middle = (west + (east < west ? east + 360 : east)) / 2
  return ((middle + 540) % 360) - 180
}

/** Zooms out around the center if the countries fill so much that their surroundings are not visible. */
function limitZoom(projection: GeoProjection, height: number): void {
  const scale = projection.scale()
  const maxScale = width / minWidth
  if (scale <= maxScale) return
  const [x, y] = projection.translate()
  const factor = maxScale / scale
  projection
    .scale(maxScale)
    .translate([width / 2 + (x - width / 2) * factor, height / 2 + (y - height / 2) * factor])
}

/** Moves a world map vertically if it would show empty space beyond a pole. */
function clampToGlobe(projection: GeoProjection, height: number): void {
  const [[, top], [, bottom]] = geoPath(projection).bounds({ type: 'Sphere' })
  const [x, y] = projection.translate()
  const shift =
    bottom - top < height ? height / 2 - (top + bottom) / 2 : Math.min(0, -top) + Math.max(0, height - bottom)
  projection.translate([x, y + shift])
}

function createVisibilityTest(projection: GeoProjection, height: number): (part: Part) => boolean {
  const at = (x: number, y: number) => projection.invert?.([width * x, height * y])
  const centre = at(0.5, 0.5)
  const edge = [0, 0.25, 0.5, 0.75, 1].flatMap((step) => [at(step, 0), at(step, 1), at(0, step), at(1, step)])
  const distances = edge.map((point) => (point && centre ? angleBetween(centre, point) : NaN))
  // If a corner is off the globe, everything counts as visible.
  if (!centre || distances.some(Number.isNaN)) return () => true
  const radius = maxOf(distances)
  return (part) => angleBetween(centre, part.centre) - part.radius <= radius
}

function maxOf(numbers: readonly number[]): number {
  return numbers.reduce((max, number) => Math.max(max, number), -Infinity)
}
