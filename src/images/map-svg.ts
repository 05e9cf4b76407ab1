// Renders a map as SVG: filled countries, dots for small ones, labels where there is room, and a legend below.
import { geoContains, geoPath, type GeoPath } from 'd3-geo'
import { bordersNote } from './alt-text.ts'
import { angleBetween, type Atlas, type Part, type Point, type Shape } from './atlas.ts'
import { createViewport, type MapViewport } from './map-viewport.ts'
import { placeLabels, type Labelled } from './label-placement.ts'
import { colors, dotColor, fillOf, patternDefinitions, sizes, width } from './theme.ts'
import type { Country, FillStyle, MapSpec } from './image-spec.ts'
import { layout } from './layout.ts'
import { cleanText, escapeXml, round, type Measure } from './svg-text.ts'

/** In square pixels; smaller countries get a dot, on a crowded map only tiny ones, since dots would hide others. */
const minArea = { default: 300, crowded: 80 }
const crowdedFrom = 12
const dotRadius = 14

/** In square pixels; smaller islands have no border. */
const minBorderedArea = 60

/** Of a label's lines, as a multiple of their size. */
const labelLeading = 1.1

/** In pixels, of the grid on which countries are looked up for label placement. */
const gridSize = 7

interface DrawnCountry extends Country {
  fillStyle: FillStyle
  shape: Shape
}

/** Countries that are not in the atlas are only in the alt text. */
export function mapSvg(spec: MapSpec, atlas: Atlas, measure: Measure): string {
  const drawn = spec.groups.flatMap(({ fillStyle, countries }) =>
    countries.flatMap(({ code, name }): DrawnCountry[] => {
      const shape = atlas.find(code)
      return shape ? [{ code, name: cleanText(name), fillStyle, shape }] : []
    }),
  )
  return layout(
    {
      title: spec.title,
      body: drawn.length > 0 ? world(drawn, atlas, measure) : { height: 0, svg: '' },
      legend: spec.groups,
      lines: [bordersNote],
      definitions: patternDefinitions(new Set(spec.groups.map(({ fillStyle }) => fillStyle))),
    },
    measure,
  )
}

function world(
  drawn: readonly DrawnCountry[],
  atlas: Atlas,
  measure: Measure,
): { height: number; svg: string } {
  const viewport = createViewport(drawn.map(({ shape }) => shape))
  const path = geoPath(viewport.projection).digits(1)
  const filled = new Set(drawn.map(({ code }) => code))
  const land = (viewport.useCoarse ? atlas.coarse : atlas.fine).flatMap(({ code, parts }) =>
    // A coarse shape below a filled country would stick out.
    code !== undefined && filled.has(code) ? parts.filter(({ isMainland }) => !isMainland) : parts,
  )
  const dotBelow = drawn.length > crowdedFrom ? minArea.crowded : minArea.default
  const placements = drawn.flatMap((country) => placementOf(country, dotBelow, viewport, path) ?? [])
  const svg = [
    `<path fill="${colors.sea}" d="${path({ type: 'Sphere' }) ?? ''}"/>`,
    partsSvg(land, colors.land, viewport, path),
    ...drawn.map(
      ({ code, fillStyle, shape }) =>
        `<g id="${code}" class="${fillStyle}">${partsSvg(mainlandOf(shape), fillOf(fillStyle), viewport, path)}</g>`,
    ),
    ...placements.filter(({ isDot }) => isDot).map(dotSvg),
    ...labelsSvg(placements, viewport, measure),
  ]
  return { height: viewport.height, svg: svg.join('') }
}

function mainlandOf({ parts }: Shape): Part[] {
  return parts.filter(({ isMainland }) => isMainland)
}

/** Parts with borders; tiny ones are outlined in their own color, since a border would hide them. */
function partsSvg(
  parts: readonly Part[],
  fill: string,
  { isVisible, projection }: MapViewport,
  path: GeoPath,
): string {
  const inView = parts.filter((part) => part.area > 0 && isVisible(part))
  const pathSvg = (drawnParts: readonly Part[], stroke: string) =>
    `<path fill="${fill}" stroke="${stroke}" stroke-width="1.2" stroke-linejoin="round" d="${drawnParts.map(({ polygon }) => path(polygon) ?? '').join('')}"/>`
  const small = inView.filter((part) => areaOf([part], projection) < minBorderedArea)
  return (
    pathSvg(small, fill) +
    pathSvg(
      inView.filter((part) => !small.includes(part)),
      colors.border,
    )
  )
}

/** In square pixels, approximately: the projections here hardly distort areas. */
function areaOf(parts: readonly Part[], projection: MapViewport['projection']): number {
  return parts.reduce((sum, { area }) => sum + area, 0) * projection.scale() ** 2
}

interface CountryPlacement extends Labelled, DrawnCountry {
  isDot: boolean
}

/** A country's position and size on the map; undefined if it is out of view. */
function placementOf(
  country: DrawnCountry,
  dotBelow: number,
  { projection, height }: MapViewport,
  path: GeoPath,
): CountryPlacement | undefined {
  const mainland = mainlandOf(country.shape)
  const [main] = mainland
  if (!main) return undefined
  const area = areaOf(mainland, projection)
  const isDot = area < dotBelow
  const [x = NaN, y = NaN] = isDot ? (projection(main.centre) ?? []) : path.centroid(main.polygon)
  if (!(x >= 0 && x <= width && y >= 0 && y <= height)) return undefined
  const [[left, top], [right, bottom]] = path.bounds(main.polygon)
  const size = isDot
    ? { width: dotRadius * 2, height: dotRadius * 2 }
    : { width: right - left, height: bottom - top }
  return { ...country, isDot, x, y, area, ...size }
}

function dotSvg({ code, fillStyle, x, y }: CountryPlacement): string {
  return `<circle id="dot-${code}" class="${fillStyle}" cx="${round(x)}" cy="${round(y)}" r="${dotRadius}" fill="${dotColor(fillStyle)}" stroke="${colors.halo}" stroke-width="3"/>`
}

function labelsSvg(
  placements: readonly CountryPlacement[],
  { projection, height }: MapViewport,
  measure: Measure,
): string[] {
  const ownerAt = createOwnerLookup(placements, projection)
  const labels = placeLabels(
    placements,
    sizes.text * labelLeading,
    (text) => measure(text, sizes.text, 600),
    {
      viewport: { x: 0, y: 0, width, height },
      taken: placements
        .filter(({ isDot }) => isDot)
        .map(({ x, y }) => ({
          x: x - dotRadius,
          y: y - dotRadius,
          width: 2 * dotRadius,
          height: 2 * dotRadius,
        })),
      belongsToOther: (point, than) => {
        const owner = ownerAt(point)
        return owner !== undefined && owner !== than
      },
    },
  )
  const leaders = labels.flatMap(({ leaderLine }) => leaderLine ?? [])
  return [
    ...leaders.map(
      ({ from, to }) =>
        `<path class="leader" d="M${round(from.x)},${round(from.y)} L${round(to.x)},${round(to.y)}" stroke="${colors.text}" stroke-width="3"/><circle cx="${round(to.x)}" cy="${round(to.y)}" r="5" fill="${colors.text}"/>`,
    ),
    ...labels.flatMap(({ lines, x, y, width: labelWidth }) =>
      lines.map((text, index) => {
        const left = x + (labelWidth - measure(text, sizes.text, 600)) / 2
        const baseline = y + sizes.text * (0.95 + index * labelLeading)
        return `<text class="label" x="${round(left)}" y="${round(baseline)}" font-size="${sizes.text}" font-weight="600" fill="${colors.text}" stroke="${colors.halo}" stroke-width="6" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`
      }),
    ),
  ]
}

/** Returns which filled country is at a point; each grid cell is looked up once. */
function createOwnerLookup(placements: readonly CountryPlacement[], projection: MapViewport['projection']) {
  const known = new Map<number, CountryPlacement | undefined>()
  return ({ x, y }: { x: number; y: number }): CountryPlacement | undefined => {
    const [column, row] = [Math.round(x / gridSize), Math.round(y / gridSize)]
    const key = row * width + column
    if (!known.has(key)) {
      const point = projection.invert?.([column * gridSize, row * gridSize])
      const owner = placements.find(({ shape }) =>
        shape.parts.some((part) => part.isMainland && point && contains(part, point)),
      )
      known.set(key, owner)
    }
    return known.get(key)
  }
}

function contains({ centre, radius, polygon }: Part, point: Point): boolean {
  return angleBetween(centre, point) <= radius && geoContains(polygon, point)
}
