import { expect, test } from 'vitest'
import { colorForKind, compareColor, disputeColor, neutralColor } from '../../../src/cards/shared/colors.ts'

/** The contrast of two colors by WCAG 2, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
function contrast(one: number, other: number): number {
  const light = (color: number) => {
    const [r = 0, g = 0, b = 0] = [16, 8, 0].map((shift) => {
      const part = ((color >> shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [darker = 0, lighter = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const backgrounds = { dark: 0x2b2d31, light: 0xf2f3f5 }
const accents = [
  colorForKind('alliance'),
  colorForKind('partnership'),
  colorForKind('exercise'),
  compareColor,
  disputeColor,
  neutralColor,
]

test.each(Object.entries(backgrounds))('every accent is seen on a %s card', (_, background) => {
  for (const accent of accents)
    expect(contrast(accent, background), accent.toString(16)).toBeGreaterThanOrEqual(3)
})

test('each kind of card has an accent of its own', () => {
  expect(new Set(accents).size).toBe(accents.length)
})
