// The palette and font of all images, and the fill styles that distinguish groups without color.
import type { FillStyle } from './image-spec.ts'

/** In pixels; Discord shows it about half as wide on a desktop, often on high-density screens. */
export const width = 1000
export const margin = 32

/** How wide a phone shows an image at the least, and how large its words must be there, in CSS pixels. */
const phone = { imageWidth: 302, textSize: 14 }

/** A dark panel works on both of Discord's themes; the outline sets it off from a dark one. */
export const colors = {
  panel: '#1a2430',
  outline: '#5d6e80',
  sea: '#23303e',
  land: '#4a5a6b',
  border: '#23303e',
  text: '#f3f6f9',
  quiet: '#b9c5d1',
  halo: '#131b24',
}

export const font = 'Inter'
export type Weight = 400 | 600

/** In pixels of the image. */
const minTextSize = Math.ceil((phone.textSize * width) / phone.imageWidth)
export const sizes = { title: minTextSize + 7, text: minTextSize }

interface Fill {
  base: string
  ink: string
  /** The pattern over the base, in a tile of `tile` pixels. */
  marks: string
  tile: number
}

const fills: Record<FillStyle, Fill> = {
  first: { base: '#4aa3ea', ink: '#4aa3ea', marks: '', tile: 16 },
  second: { base: '#f0982f', ink: '#5b3200', marks: 'M-4,4 L4,-4 M-4,20 L20,-4 M12,20 L20,12', tile: 16 },
  third: { base: '#e3a2d3', ink: '#5e1f4e', marks: 'M8,0 V16', tile: 16 },
  shared: { base: '#f6f0dc', ink: '#4b4a41', marks: 'M0,8 H16 M8,0 V16', tile: 16 },
  estimate: { base: '#4aa3ea', ink: '#16283a', marks: 'M-4,4 L4,-4 M-4,20 L20,-4 M12,20 L20,12', tile: 16 },
}

export function fillOf(fillStyle: FillStyle): string {
  return fills[fillStyle].marks === '' ? fills[fillStyle].base : `url(#${fillStyle})`
}

/** The color of a dot, which is too small for a pattern. */
export function dotColor(fillStyle: FillStyle): string {
  return fills[fillStyle].base
}

/** The SVG patterns of the fill styles. */
export function patternDefinitions(fillStyles: Iterable<FillStyle>): string {
  return [...fillStyles]
    .filter((fillStyle) => fills[fillStyle].marks !== '')
    .map((fillStyle) => {
      const { base, ink, marks, tile } = fills[fillStyle]
      return `<pattern id="${fillStyle}" width="${tile}" height="${tile}" patternUnits="userSpaceOnUse"><rect width="${tile}" height="${tile}" fill="${base}"/><path d="${marks}" stroke="${ink}" stroke-width="4"/></pattern>`
    })
    .join('')
}
