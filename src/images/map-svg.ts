// A map: its countries filled, the small ones dotted, names where there is room, and below it what it cannot show.
import { geoContains, geoDistance, geoPath, type GeoPath } from 'd3-geo'
import type { Atlas, Part, Shape } from './atlas.ts'
import { frameOf, type MapViewport } from './map-viewport.ts'
import { placeLabels, type Labelled } from './label-placement.ts'
import { colors, dotColor, fillOf, patternDefinitions, sizes, width } from './theme.ts'
import type { Country, FillStyle, MapImage } from './image-spec.ts'
import { layout } from './layout.ts'
import { cleanText, escapeXml, round, type Measure } from './svg-text.ts'

/** Said on every map. */
export const bordersNote = 'Borders simplified, not an endorsement.'

/** A country that would cover fewer square pixels gets a dot. */
const leastArea = 200
const dotRadius = 11

/** An island that covers fewer square pixels has no border around it. */
const islet = 60

/** How closely the map is looked at for whose land a name would stand on. */
const spot = 7

interface Drawn extends Country {
  fillStyle: FillStyle
  shape: Shape
}

/** The map as SVG. Countries that no atlas has are named in the legend alone. */
export function mapSvg(picture: MapImage, atlas: Atlas, measure: Measure): string {
  const drawn = picture.groups.flatMap(({ fillStyle, countries }) =>
    countries.flatMap(({ code, name }): Drawn[] => {
      const shape = atlas.find(code)
      return shape ? [{ code, name: cleanText(name), fillStyle, shape }] : []
    }),
  )
  return layout(
    {
      title: picture.title,
      body: drawn.length > 0 ? world(drawn, atlas, measure) : { height: 0, svg: '' },
      legend: picture.groups.map(({ label, fillStyle, countries }) => ({
        fillStyle,
        label,
        text: countries.map(({ name }) => name).join(', '),
      })),
      lines: picture.lines,
      footnotes: [...picture.sources, bordersNote],
      definitions: patternDefinitions(new Set(picture.groups.map(({ fillStyle }) => fillStyle))),
    },
    measure,
  )
}

function world(drawn: readonly Drawn[], atlas: Atlas, measure: Measure): { height: number; svg: string } {
  const frame = frameOf(drawn.map(({ shape }) => shape))
  const path = geoPath(frame.projection).digits(1)
  const filled = new Set(drawn.map(({ code }) => code))
  const land = (frame.useCoarse ? atlas.coarse : atlas.fine).flatMap(({ code, parts }) =>
    // Below a filled country its coarse shape would stick out.
    code !== undefined && filled.has(code) ? parts.filter(({ isMainland }) => !isMainland) : parts,
  )
  const places = drawn.flatMap((country) => placeOf(country, frame, path) ?? [])
  const svg = [
    `<path fill="${colors.sea}" d="${path({ type: 'Sphere' }) ?? ''}"/>`,
    partsSvg(land, colors.land, frame, path),
    ...drawn.map(
      ({ code, fillStyle, shape }) =>
        `<g id="${code}" class="${fillStyle}">${partsSvg(homeOf(shape), fillOf(fillStyle), frame, path)}</g>`,
    ),
    ...places.filter(({ isDot }) => isDot).map(dotSvg),
    ...labelsSvg(places, frame, measure),
  ]
  return { height: frame.height, svg: svg.join('') }
}

function homeOf({ parts }: Shape): Part[] {
  return parts.filter(({ isMainland }) => isMainland)
}

/** Parts with borders, and those so small that a border would hide them, with their own color around them. */
function partsSvg(
  parts: readonly Part[],
  fill: string,
  { isVisible, projection }: MapViewport,
  path: GeoPath,
): string {
  const inView = parts.filter((part) => part.area > 0 && isVisible(part))
  const drawn = (some: readonly Part[], stroke: string) =>
    `<path fill="${fill}" stroke="${stroke}" stroke-width="1.2" stroke-linejoin="round" d="${some.map(({ polygon }) => path(polygon) ?? '').join('')}"/>`
  const small = inView.filter((part) => areaOf([part], projection) < islet)
  return (
    drawn(small, fill) +
    drawn(
      inView.filter((part) => !small.includes(part)),
      colors.border,
    )
  )
}

/** In square pixels, about: no projection here swells a land much. */
function areaOf(parts: readonly Part[], projection: MapViewport['projection']): number {
  return parts.reduce((sum, { area }) => sum + area, 0) * projection.scale() ** 2
}

interface CountryPlacement extends Labelled, Drawn {
  isDot: boolean
}

/** Where a country is on the map, and how large; undefined where it is out of view. */
function placeOf(
  country: Drawn,
  { projection, height }: MapViewport,
  path: GeoPath,
): CountryPlacement | undefined {
  const home = homeOf(country.shape)
  const [main] = home
  if (!main) return undefined
  const area = areaOf(home, projection)
  const isDot = area < leastArea
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
  places: readonly CountryPlacement[],
  { projection, height }: MapViewport,
  measure: Measure,
): string[] {
  const ownerAt = ownersOf(places, projection)
  const labels = placeLabels(places, sizes.label * 1.2, (text) => measure(text, sizes.label, 600), {
    frame: { x: 0, y: 0, width, height },
    taken: places
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
  })
  const leaders = labels.flatMap(({ leaderLine }) => leaderLine ?? [])
  return [
    ...leaders.map(
      ({ from, to }) =>
        `<path class="leader" d="M${round(from.x)},${round(from.y)} L${round(to.x)},${round(to.y)}" stroke="${colors.text}" stroke-width="3"/><circle cx="${round(to.x)}" cy="${round(to.y)}" r="5" fill="${colors.text}"/>`,
    ),
    ...labels.map(
      ({ text, x, y }) =>
        `<text class="label" x="${round(x)}" y="${round(y + sizes.label * 0.97)}" font-size="${sizes.label}" font-weight="600" fill="${colors.text}" stroke="${colors.halo}" stroke-width="6" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`,
    ),
  ]
}

/** Tells which filled country lies at a point; each spot of the map is looked at once. */
function ownersOf(places: readonly CountryPlacement[], projection: MapViewport['projection']) {
  const known = new Map<number, CountryPlacement | undefined>()
  return ({ x, y }: { x: number; y: number }): CountryPlacement | undefined => {
    const [column, row] = [Math.round(x / spot), Math.round(y / spot)]
    const key = row * width + column
    if (!known.has(key)) {
      const point = projection.invert?.([column * spot, row * spot])
      const owner = places.find(({ shape }) =>
        shape.parts.some((part) => part.isMainland && point && holds(part, point)),
      )
      known.set(key, owner)
    }
    return known.get(key)
  }
}

function holds({ centre, radius, polygon }: Part, point: [number, number]): boolean {
  return geoDistance(centre, point) <= radius && geoContains(polygon, point)
}
