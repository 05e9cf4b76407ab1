// Encodes PNGs with a palette, a quarter of the size of full color. By hand: resvg writes full color only, and zlib does
// the rest.
import { crc32, deflateSync } from 'node:zlib'

const maxColors = 256
const header = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** `pixels` is RGBA and starts at a multiple of 4 in its buffer; pixels at least half transparent become fully so. */
export function encodePng(pixels: Uint8Array, width: number, height: number): Buffer {
  // As one number each, since most pixels are equal to the one before.
  const numbers = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  const colors = new Map<number, number>()
  const counts = new Map<number, number>()
  const count = (index: number, pixelCount: number) => {
    const number = numbers[index] ?? 0
    const color = colors.get(number) ?? colorAt(pixels, index * 4)
    colors.set(number, color)
    counts.set(color, (counts.get(color) ?? 0) + pixelCount)
  }
  let first = 0
  for (let index = 0; index < numbers.length; index++) {
    if (numbers[index] === numbers[first]) continue
    count(first, index - first)
    first = index
  }
  count(first, numbers.length - first)
  const palette = paletteOf(counts)
  const rows = Buffer.alloc((width + 1) * height)
  let [index, number, entry] = [0, -1, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 1; x <= width; x++, index++) {
      if (numbers[index] !== number) {
        number = numbers[index] ?? 0
        entry = palette.indexOf(colors.get(number) ?? 0)
      }
      rows[y * (width + 1) + x] = entry
    }
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

/** 0 for transparent, else red, green and blue plus 1. */
function colorAt(pixels: Uint8Array, offset: number): number {
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(offset, offset + 4)
  return alpha > 127 ? ((red << 16) | (green << 8) | blue) + 1 : 0
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
        let least = Infinity
        for (const [position, color] of colors.entries()) {
          const difference = distance(color, key - 1)
          if (difference < least) [least, index] = [difference, position + 1]
        }
        known.set(key, (index ??= 0))
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
