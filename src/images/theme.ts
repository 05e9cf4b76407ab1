// The one palette and the one font of all pictures, and the looks that tell groups apart without their colors.
import type { FillStyle } from './image-spec.ts'

/** In pixels; Discord shows it about half as wide, on screens that often have two pixels for one. */
export const width = 1000
export const margin = 32

/** A dark panel of its own is at home on Discord's dark and light backgrounds alike. */
export const colors = {
  panel: '#1a2430',
  sea: '#23303e',
  land: '#4a5a6b',
  border: '#23303e',
  text: '#f3f6f9',
  quiet: '#b9c5d1',
  halo: '#131b24',
}

export const font = 'Inter'
export type Weight = 400 | 600

/** Sizes of text: in a card on a phone they are drawn at three tenths of this. */
export const sizes = { title: 46, legend: 34, line: 34, label: 34, event: 30, small: 30 }

interface Fill {
  base: string
  ink: string
  /** What is drawn over the base, in a tile of `tile` units. */
  marks: string
  tile: number
}

const fills: Record<FillStyle, Fill> = {
  first: { base: '#4aa3ea', ink: '#4aa3ea', marks: '', tile: 16 },
  second: { base: '#f0982f', ink: '#5b3200', marks: 'M-4,4 L4,-4 M-4,20 L20,-4 M12,20 L20,12', tile: 16 },
  third: { base: '#e3a2d3', ink: '#5e1f4e', marks: 'M8,0 V16', tile: 16 },
  shared: { base: '#f6f0dc', ink: '#4b4a41', marks: 'M0,8 H16 M8,0 V16', tile: 16 },
}

export function fillOf(look: FillStyle): string {
  return fills[look].marks === '' ? fills[look].base : `url(#${look})`
}

/** The color of a dot, which is too small for a pattern. */
export function dotColor(look: FillStyle): string {
  return fills[look].base
}

/** The patterns of the looks that are used. */
export function patternDefinitions(looks: Iterable<FillStyle>): string {
  return [...looks]
    .filter((look) => fills[look].marks !== '')
    .map((look) => {
      const { base, ink, marks, tile } = fills[look]
      return `<pattern id="${look}" width="${tile}" height="${tile}" patternUnits="userSpaceOnUse"><rect width="${tile}" height="${tile}" fill="${base}"/><path d="${marks}" stroke="${ink}" stroke-width="4"/></pattern>`
    })
    .join('')
}
