import { expect, test } from 'vitest'
import { createViewport } from '../../src/images/map-viewport.ts'
import { overlap } from '../../src/images/label-placement.ts'
import { colors, dotColor } from '../../src/images/theme.ts'
import type { CountryGroup, MapSpec } from '../../src/images/image-spec.ts'
import {
  atlas,
  bodyOf,
  draw,
  legendShare,
  mapOf,
  pixelsOf,
  renderer,
  sizesOnPhone,
  textsIn,
} from '../helpers/draw.ts'

const nato = 'US CA GB FR DE IT ES PT BE NL LU NO SE FI DK IS PL CZ SK HU RO BG GR TR EE LV LT SI HR AL ME MK'

function filledIn(svg: string): string[] {
  return [...svg.matchAll(/<g id="([A-Z]{2})" class="(\w+)"/g)].map(
    ([, code, fillStyle]) => `${code} ${fillStyle}`,
  )
}

function dotsIn(svg: string): string[] {
  return [...svg.matchAll(/<circle id="dot-([A-Z]{2})"/g)].map(([, code = '']) => code)
}

/** Returns the color at a longitude and latitude of the rendered map. */
function colorAt(spec: MapSpec): (longitude: number, latitude: number) => string {
  const svg = draw(spec)
  const pixels = pixelsOf(renderer.png(svg))
  const codes = spec.groups.flatMap(({ countries }) => countries.map(({ code }) => code))
  const { projection } = createViewport(codes.flatMap((code) => atlas.find(code) ?? []))
  return (longitude, latitude) => {
    const [x, y] = projection([longitude, latitude]) ?? [NaN, NaN]
    return pixels.at(x, y + bodyOf(svg).top)
  }
}

const blue = dotColor('first')

/** At the edge of an island the color blends slightly with the sea. */
function isSimilarColor(color: string, other: string): boolean {
  const [a, b] = [color, other].map((hex) => Buffer.from(hex.slice(1), 'hex'))
  return [0, 1, 2].every((channel) => Math.abs((a?.[channel] ?? 0) - (b?.[channel] ?? 0)) < 32)
}

test('countries have the fill style of their group, and the others are land', () => {
  const svg = draw(mapOf({ first: 'JP IN', second: 'GB', shared: 'US AU' }))
  expect(filledIn(svg)).toEqual(['JP first', 'IN first', 'GB second', 'US shared', 'AU shared'])
  const at = colorAt(mapOf({ first: 'JP IN', shared: 'US AU' }))
  expect([at(75.5, 27), at(100, 40), at(-150, 0)]).toEqual([blue, colors.land, colors.sea])
})

test('Malta, too small to be visible, has a dot', () => {
  const svg = draw(mapOf({ first: 'MT US' }))
  expect(dotsIn(svg)).toEqual(['MT'])
  expect(colorAt(mapOf({ first: 'MT US' }))(14.4, 35.9)).toBe(blue)
})

test.each(['TV', 'MH', 'VA', 'TO', 'BH', 'SG'])('%s, alone, has a dot', (code) => {
  const svg = draw(mapOf({ first: code }))
  expect(dotsIn(svg)).toEqual([code])
  expect(textsIn(svg, 'label').length).toBeGreaterThan(0)
})

test('Alaska, the Aleutians and New Zealand share a viewport across the antimeridian', () => {
  const at = colorAt(mapOf({ first: 'AU NZ US' }))
  const places = {
    alaska: [-153, 65],
    unimak: [-164.3, 54.7],
    newZealand: [171, -43.5],
    montana: [-112, 46.5],
  } as const
  for (const [place, [x, y]] of Object.entries(places))
    expect([place, isSimilarColor(at(x, y), blue)]).toEqual([place, true])
})

test('overseas territories are neither filled with their country nor widen the viewport', () => {
  const guiana = [-53, 4] as const
  expect(colorAt(mapOf({ first: 'FR BR US' }))(...guiana)).toBe(colors.land)
  const { projection, height } = createViewport([atlas.find('FR')].flatMap((shape) => shape ?? []))
  const [x = NaN, y = NaN] = projection([...guiana]) ?? []
  expect(x > 0 && x < 1000 && y > 0 && y < height).toBe(false)
})

test('disputed territories are not filled with any country', () => {
  const crimea = [34.3, 45.3] as const
  expect(colorAt(mapOf({ first: 'UA' }))(...crimea)).toBe(blue)
  expect(colorAt(mapOf({ first: 'RU' }))(...crimea)).toBe(colors.land)
  expect(colorAt(mapOf({ first: 'MA DZ' }))(-13, 24)).toBe(colors.land)
})

test.each([
  nato,
  'US AU NZ',
  'JP KR US',
  'AG BB DM GD KN LC VC',
  'FJ TO WS TV KI NR SB VU PG FM MH PW',
  'RU',
  'US CA',
])('labels of %s are within the viewport and do not overlap', (codes) => {
  const svg = draw(mapOf({ first: codes }))
  const labels = textsIn(svg, 'label')
  expect(labels.length).toBeGreaterThan(0)
  const { height } = bodyOf(svg)
  for (const label of labels) {
    expect(label.x).toBeGreaterThan(0)
    expect(label.x + label.width).toBeLessThan(1000)
    expect(label.y).toBeGreaterThan(0)
    expect(label.y + label.height).toBeLessThan(height)
    const overlapping = labels.filter((other) => other !== label && overlap(label, other))
    expect([label.text, overlapping]).toEqual([label.text, []])
  }
})

test('the label of a country is not placed on another filled country', () => {
  const label = textsIn(draw(mapOf({ first: 'SE FI' })), 'label').find(({ text }) => text === 'Finland')
  const { projection } = createViewport(['SE', 'FI'].flatMap((code) => atlas.find(code) ?? []))
  const [sweden = NaN] = projection([16, 63]) ?? []
  expect(label && (label.x > sweden || label.x + label.width < sweden)).toBe(true)
})

test('the legend and the note on borders are below the map', () => {
  const svg = draw(mapOf({ first: 'US', second: 'GB' }))
  for (const text of ['Filled as first', 'Filled as second', 'Simplified borders, no endorsement.'])
    expect(svg).toContain(`>${text}</text>`)
})

test('words are large enough on a phone, and the legend is small', () => {
  const svg = draw(mapOf({ first: 'GB', second: 'JP IN', third: 'NZ', shared: 'US AU' }))
  expect(Math.min(...sizesOnPhone(svg))).toBeGreaterThanOrEqual(14)
  expect(legendShare(svg)).toBeGreaterThan(0)
  expect(legendShare(svg)).toBeLessThanOrEqual(0.2)
})

test('a long name is broken into two lines', () => {
  expect(textsIn(draw(mapOf({ first: 'US AU GB' })), 'label').map(({ text }) => text)).toEqual(
    expect.arrayContaining(['United', 'States', 'Australia', 'United', 'Kingdom']),
  )
})

test('a country that is not in the atlas is not on the map', () => {
  const spec = mapOf({ first: 'US' })
  spec.groups[0]?.countries.push({ code: 'QQ', name: 'Nowhere' })
  const svg = draw(spec)
  expect(filledIn(svg)).toEqual(['US first'])
  expect(svg).not.toContain('Nowhere')
})

test('hostile names are escaped', () => {
  const name = `<image href='file:///etc/passwd'/>&amp;`
  const groups: CountryGroup[] = [{ label: 'Named', fillStyle: 'first', countries: [{ code: 'US', name }] }]
  const svg = draw(mapOf({}, { groups, title: '</text><script>"&\u0000\ud800🇺🇸☃' }))
  expect(svg).not.toMatch(/<script|<image|\0|🇺/)
  expect(svg).toContain('&lt;/text&gt;&lt;script&gt;&quot;&amp;')
  expect(renderer.png(svg).length).toBeGreaterThan(1000)
})

test('endless names are cut off, and no text leaves the image', () => {
  const long = 'Long'.repeat(200)
  const countries = ['US', 'MT'].map((code) => ({ code, name: `${code} ${long}` }))
  const groups: CountryGroup[] = [{ label: long, fillStyle: 'first', countries }]
  const svg = draw(mapOf({}, { groups, title: long }))
  const texts = [
    ...svg.matchAll(
      /<text (?:class="\w+" )?x="([\d.]+)" y="[\d.]+" font-size="(\d+)" font-weight="(\d+)"[^>]*>([^<]*)</g,
    ),
  ]
  expect(texts.length).toBeGreaterThan(3)
  for (const [, x, size, weight, text = ''] of texts) {
    const end = Number(x) + renderer.measure(text, Number(size), Number(weight) as 400 | 600)
    expect(end, text).toBeLessThan(1000)
  }
  expect(texts.some(([, , , , text]) => text?.endsWith('…'))).toBe(true)
})

test('an image keeps its colors, has transparent corners and is small', () => {
  const png = renderer.png(draw(mapOf({ first: 'US' })))
  const pixels = pixelsOf(png)
  expect([pixels.at(500, 20), pixels.opacityAt(0, 0), pixels.opacityAt(500, 20)]).toEqual([
    colors.panel,
    0,
    255,
  ])
  expect(png.length).toBeLessThan(100_000)
})
