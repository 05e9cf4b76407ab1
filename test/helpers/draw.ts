// Helpers of image tests: maps of countries by code, rendered as in the worker, and the pixels of a PNG.
import { Resvg } from '@resvg/resvg-js'
import { loadAtlas, packagedAtlas } from '../../src/images/atlas.ts'
import { barsSvg } from '../../src/images/bars-svg.ts'
import { mapSvg } from '../../src/images/map-svg.ts'
import type { FillStyle, ImageSpec, MapSpec } from '../../src/images/image-spec.ts'
import { createRenderer, packagedFonts } from '../../src/images/svg-renderer.ts'
import { timelineSvg } from '../../src/images/timeline-svg.ts'

export const renderer = createRenderer(packagedFonts())
export const atlas = loadAtlas(packagedAtlas())
const names = new Intl.DisplayNames('en', { type: 'region' })

/** A map with the country codes of each fill style: { first: 'MT US' }. */
export function mapOf(filled: Partial<Record<FillStyle, string>>, rest: Partial<MapSpec> = {}): MapSpec {
  const groups = Object.entries(filled).map(([fillStyle, codes]) => ({
    label: `Filled as ${fillStyle}`,
    fillStyle: fillStyle as FillStyle,
    countries: codes.split(' ').map((code) => ({ code, name: names.of(code) ?? code })),
  }))
  return { type: 'map', title: 'A map', groups, ...rest }
}

export function draw(spec: ImageSpec): string {
  switch (spec.type) {
    case 'map':
      return mapSvg(spec, atlas, renderer.measure)
    case 'timeline':
      return timelineSvg(spec, renderer.measure)
    case 'bars':
      return barsSvg(spec, renderer.measure)
  }
}

/** The colors of a PNG, as #rrggbb. */
export function pixelsOf(png: Buffer): {
  width: number
  height: number
  at: (x: number, y: number) => string
  /** From 0 (transparent) to 255 (opaque). */
  opacityAt: (x: number, y: number) => number
} {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const href = `data:image/png;base64,${png.toString('base64')}`
  const { pixels } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`,
  ).render()
  return {
    width,
    height,
    at(x, y) {
      const start = (Math.round(y) * width + Math.round(x)) * 4
      return `#${pixels.subarray(start, start + 3).toString('hex')}`
    },
    opacityAt: (x, y) => pixels[(Math.round(y) * width + Math.round(x)) * 4 + 3] ?? NaN,
  }
}

export interface Text {
  text: string
  x: number
  y: number
  width: number
  height: number
}

/** The boxes of all texts of a class, in the image's coordinates. */
export function textsIn(svg: string, className: string): Text[] {
  const texts = svg.matchAll(
    new RegExp(
      `<text class="${className}" x="([\\d.-]+)" y="([\\d.-]+)" font-size="(\\d+)"[^>]*>([^<]*)</text>`,
      'g',
    ),
  )
  return [...texts].map(([, x, y, size, escaped = '']) => {
    const height = Number(size)
    const text = escaped.replaceAll('&amp;', '&')
    return {
      text,
      x: Number(x),
      y: Number(y) - height * 0.8,
      width: renderer.measure(text, height, 600),
      height,
    }
  })
}

/** The sizes of all words, in pixels of a phone that shows the image as narrow as it gets. */
export function sizesOnPhone(svg: string): number[] {
  const shownWidth = 302
  return [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => (Number(size) * shownWidth) / 1000)
}

/** The share of the image's height that its legend takes. */
export function legendShare(svg: string): number {
  const rowHeight = 60
  const [, height] = /<svg [^>]*? height="(\d+)"/.exec(svg) ?? []
  return (svg.split('<g class="legend">').length - 1) * (rowHeight / Number(height))
}

/** The top and height of the map within the image. */
export function bodyOf(svg: string): { top: number; height: number } {
  const [, top, height] = /<rect y="(\d+)" width="1000" height="(\d+)"/.exec(svg) ?? []
  return { top: Number(top), height: Number(height) }
}
