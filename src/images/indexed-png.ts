// Encodes PNGs with a palette, a quarter of the size of full color. By hand: resvg writes full color only, and zlib does
// the rest.
import { crc32, deflateSync } from 'node:zlib'

const maxColors = 256
const header = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** `pixels` is RGBA; pixels at least half transparent become fully transparent. */
export function encodePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const colors = new Uint32Array(width * height)
  const counts = new Map<number, number>()
  const count = (color: number, by: number) => counts.set(color, (counts.get(color) ?? 0) + by)
  // Most pixels have the color of the one before.
  let first = 0
  for (let index = 0; index < colors.length; index++) {
    const offset = index * 4
    const isOpaque = (pixels[offset + 3] ?? 0) > 127
    const rgb = ((pixels[offset] ?? 0) << 16) | ((pixels[offset + 1] ?? 0) << 8) | (pixels[offset + 2] ?? 0)
    const color = (colors[index] = isOpaque ? rgb + 1 : 0)
    if (color === colors[first]) continue
    count(colors[first] ?? 0, index - first)
    first = index
  }
  count(colors[first] ?? 0, colors.length - first)
  const palette = paletteOf(counts)
  const rows = Buffer.alloc((width + 1) * height)
  let [color, entry] = [0, 0]
  for (let index = 0; index < colors.length; index++) {
    if (colors[index] !== color) {
      color = colors[index] ?? 0
      entry = palette.indexOf(color)
    }
    rows[index + Math.floor(index / width) + 1] = entry
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 3], 8)
  return Buffer.concat([
    header,
    chunk('IHDR', size),
    chunk(
      'PLTE',
      Buffer.from(palette.colors.flatMap((color) => [(color >> 16) & 255, (color >> 8) & 255, color & 255])),
    ),
    chunk('tRNS', Buffer.from([0])),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The most frequent distinct colors after transparent; other colors map to the nearest one. */
function paletteOf(counts: Map<number, number>): { colors: number[]; indexOf: (key: number) => number } {
  const byFrequency = [...counts].filter(([key]) => key > 0).sort((a, b) => b[1] - a[1])
  const colors: number[] = []
  for (const [key] of byFrequency) {
    if (colors.length >= maxColors - 1) break
    if (!colors.some((color) => distance(color, key - 1) < minColorDistance)) colors.push(key - 1)
  }
  const known = new Map([[0, 0]])
  return {
    colors: [0, ...colors],
    indexOf(key) {
      let index = known.get(key)
      if (index === undefined) {
        const distances = colors.map((color) => distance(color, key - 1))
        index = distances.indexOf(Math.min(...distances)) + 1
        known.set(key, index)
      }
      return index
    },
  }
}

/** Squared; closer colors look the same. */
const minColorDistance = 30

function distance(color: number, other: number): number {
  return (
    ((color >> 16) - (other >> 16)) ** 2 +
    (((color >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
    ((color & 255) - (other & 255)) ** 2
  )
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
