import { expect, test } from 'vitest'
import type { Bar, BarsSpec } from '../../src/images/image-spec.ts'
import { colors, dotColor } from '../../src/images/theme.ts'
import { bodyOf, draw, pixelsOf, renderer, sizesOnPhone } from '../helpers/draw.ts'

function chart(bars: Bar[], rest: Partial<BarsSpec> = {}): string {
  return draw({ type: 'bars', title: 'Defense spending', unit: '% of GDP', bars, ...rest })
}

function bar(label: string, number: number, rest: Partial<Bar> = {}): Bar {
  return { label, number, text: String(number), isEstimate: false, ...rest }
}

function barsIn(svg: string) {
  return [
    ...svg.matchAll(/<rect class="bar (\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="(\d+)"/g),
  ].map(([, fillStyle, x, y, length, height]) => ({
    fillStyle,
    x: Number(x),
    y: Number(y),
    length: Number(length),
    height: Number(height),
  }))
}

/** The texts of the chart from top to bottom, each with its box. */
function wordsIn(svg: string) {
  const body = /<g transform.*?<\/g>/.exec(svg)?.[0] ?? ''
  return [
    ...body.matchAll(/<text x="([\d.-]+)" y="([\d.]+)" font-size="(\d+)" font-weight="(\d+)"[^>]*>([^<]*)</g),
  ]
    .map(([, x, y, size, weight, text = '']) => ({
      text,
      x: Number(x),
      y: Number(y),
      width: renderer.measure(text, Number(size), Number(weight) as 400 | 600),
    }))
    .sort((a, b) => a.y - b.y)
}

function markIn(svg: string): number | undefined {
  const [, x] = /<path class="mark" d="M([\d.]+),/.exec(svg) ?? []
  return x === undefined ? undefined : Number(x)
}

test('bars begin at zero and are as long as their numbers, in the order given', () => {
  const svg = chart([bar('2022', 2), bar('2023', 4), bar('2024', 3)])
  const [first, second, third] = barsIn(svg)
  expect([second?.x, third?.x]).toEqual([first?.x, first?.x])
  expect((second?.length ?? 0) / (first?.length ?? 1)).toBeCloseTo(2, 2)
  expect((third?.length ?? 0) / (first?.length ?? 1)).toBeCloseTo(1.5, 2)
  const years = wordsIn(svg).filter(({ text }) => text.startsWith('20'))
  expect(years.map(({ text }) => text)).toEqual(['2022', '2023', '2024'])
})

test('a number is at the end of its bar as it is written, and the unit is above', () => {
  const svg = chart(
    [bar('Japan', 55154, { text: '55,154' }), bar('Italy', 12000, { text: 'about 12,000' })],
    {
      unit: 'U.S. troops',
    },
  )
  const words = wordsIn(svg)
  expect(words[0]?.text).toBe('U.S. troops')
  for (const [index, text] of ['55,154', 'about 12,000'].entries()) {
    const drawn = barsIn(svg)[index]
    expect(words.find((word) => word.text === text)?.x).toBeCloseTo(
      (drawn?.x ?? 0) + (drawn?.length ?? 0) + 16,
      0,
    )
  }
})

test('zero has no bar, and a tiny number above zero a visible one', () => {
  expect(barsIn(chart([bar('a', 0), bar('b', 1), bar('c', 1_000_000)])).map(({ length }) => length)).toEqual([
    0,
    4,
    expect.any(Number),
  ])
  expect(barsIn(chart([bar('a', 0), bar('b', 0)])).map(({ length }) => length)).toEqual([0, 0])
})

test('only estimates are hatched, which a legend explains if there are any', () => {
  const without = chart([bar('2023', 2)])
  expect([barsIn(without)[0]?.fillStyle, without.includes('class="legend"')]).toEqual(['first', false])

  const svg = chart([bar('2023', 2), bar('2024', 2, { isEstimate: true })])
  const bars = barsIn(svg)
  expect(bars.map(({ fillStyle }) => fillStyle)).toEqual(['first', 'estimate'])
  expect(svg).toMatch(/<g class="legend">.*>Estimate<\/text><\/g>/)
  const pixels = pixelsOf(renderer.png(svg))
  const colorsAlong = bars.map(({ x, y, height }) => {
    const middle = y + height / 2 + bodyOf(svg).top
    return new Set(Array.from({ length: 32 }, (_, index) => pixels.at(x + 8 + index, middle)))
  })
  expect([...(colorsAlong[0] ?? [])]).toEqual([dotColor('first')])
  expect(colorsAlong[1]?.size).toBeGreaterThan(1)
})

test('a mark is a line at its number with its label above the bars', () => {
  const svg = chart([bar('Poland', 4), bar('Spain', 1)], { mark: { number: 2, label: '2% guideline' } })
  const [longest] = barsIn(svg)
  expect(markIn(svg)).toBeCloseTo((longest?.x ?? 0) + (longest?.length ?? 0) / 2, 0)
  expect(wordsIn(svg)[1]?.text).toBe('2% guideline')
  expect(markIn(chart([bar('Poland', 4)]))).toBeUndefined()
})

test('a mark does not cross a number, of which it would look like a part', () => {
  const svg = chart([bar('Poland', 4), bar('Spain', 1.6, { text: 'about 1.60' })], {
    mark: { number: 2, label: '2%' },
  })
  const number = wordsIn(svg).find(({ text }) => text === 'about 1.60')
  const [x = NaN, width = NaN] = [number?.x, number?.width]
  expect([x < (markIn(svg) ?? NaN), (markIn(svg) ?? NaN) < x + width]).toEqual([true, true])
  const [, afterMark = ''] = svg.split('class="mark"')
  const covers = [
    ...afterMark.matchAll(
      new RegExp(
        `<rect x="([\\d.]+)" y="[\\d.]+" width="([\\d.]+)" height="[\\d.]+" fill="${colors.sea}"`,
        'g',
      ),
    ),
  ]
  expect(
    covers.some((cover) => Number(cover[1]) < x && Number(cover[1]) + Number(cover[2]) > x + width),
  ).toBe(true)
})

test.each([0, 0.1, 2, 5, 500])('a mark at %d and its label are within the image', (number) => {
  const label = 'The guideline that was agreed'
  const svg = chart([bar('Poland', 4, { text: 'about 4.00' }), bar('Spain', 1)], { mark: { number, label } })
  const [first] = barsIn(svg)
  expect(markIn(svg)).toBeGreaterThanOrEqual(first?.x ?? NaN)
  expect(markIn(svg)).toBeLessThanOrEqual(968)
  const words = wordsIn(svg)
  expect(words.map(({ text }) => text)).toContain(label)
  for (const { x, width } of words) expect([x >= 31.9, x + width <= 968.1]).toEqual([true, true])
})

test('long names are wrapped at a word, longer ones end in an ellipsis, and none reaches the bars', () => {
  const names = ['Bosnia and Herzegovina', 'Saint Vincent and the Grenadines', 'Llanfair'.repeat(10)]
  const svg = chart(names.map((name) => bar(name, 5, { text: 'between 1,234,567 and 2,345,678' })))
  const [first] = barsIn(svg)
  const labels = wordsIn(svg).filter(({ x, text }) => x === 32 && text !== '% of GDP')
  expect(labels.slice(0, 4).map(({ text }) => text)).toEqual([
    'Bosnia and',
    'Herzegovina',
    'Saint Vincent',
    'and the…',
  ])
  expect(labels.at(-1)?.text).toMatch(/…$/)
  for (const { x, width } of labels) expect(x + width).toBeLessThan(first?.x ?? NaN)
  for (const { x, width } of wordsIn(svg)) expect(x + width).toBeLessThanOrEqual(968.1)
  expect(first?.length).toBeGreaterThan(150)
})

test('sixteen bars with long names neither overlap nor are too high, and no more are drawn', () => {
  const svg = chart(
    Array.from({ length: 17 }, (_, index) => bar('Bosnia and Herzegovina', index + 1)),
    { mark: { number: 2, label: '2%' } },
  )
  const bars = barsIn(svg)
  expect(bars).toHaveLength(16)
  for (const [index, { y, height }] of bars.slice(0, -1).entries())
    expect(bars[index + 1]?.y).toBeGreaterThan(y + height)
  expect(renderer.png(svg).readUInt32BE(20)).toBeLessThan(2500)
})

test('words are large enough on a phone', () => {
  const svg = chart([bar('2024', 2, { isEstimate: true })], { mark: { number: 2, label: '2%' } })
  expect(Math.min(...sizesOnPhone(svg))).toBeGreaterThanOrEqual(14)
})

test('hostile texts are escaped, and a chart without bars is only a title', () => {
  const hostile = '<script>&"'.repeat(10)
  const svg = chart([bar(hostile, 1, { text: hostile })], {
    unit: hostile,
    mark: { number: 1, label: hostile },
  })
  expect(svg).not.toContain('<script')
  expect(renderer.png(svg).length).toBeGreaterThan(1000)
  expect(bodyOf(chart([])).height).toBe(0)
})
