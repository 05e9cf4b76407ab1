import { expect, test } from 'vitest'
import { overlap } from '../../src/images/label-placement.ts'
import type { TimelineEvent } from '../../src/images/image-spec.ts'
import { timeRangeOf } from '../../src/images/time-scale.ts'
import { timelineSvg } from '../../src/images/timeline-svg.ts'
import { renderer, sizesOnPhone } from '../helpers/draw.ts'

function chart(events: TimelineEvent[], lines: string[] = []): string {
  return timelineSvg({ type: 'timeline', title: 'What happened', events, lines }, renderer.measure)
}

function on(date: string, label = `What happened on ${date}`): TimelineEvent {
  return { date, when: date, label }
}

interface Mark {
  kind: 'band' | 'day'
  y: number
  height: number
}

function marksIn(svg: string): Mark[] {
  const bands = [...svg.matchAll(/<rect class="band" x="\d+" y="([\d.]+)" width="\d+" height="([\d.]+)"/g)]
  const days = [...svg.matchAll(/<circle class="day" cx="\d+" cy="([\d.]+)" r="(\d+)"/g)]
  return [
    ...bands.map(([, y, height]): Mark => ({ kind: 'band', y: Number(y), height: Number(height) })),
    ...days.map(([, y]): Mark => ({ kind: 'day', y: Number(y), height: 0 })),
  ].sort((a, b) => a.y - b.y)
}

/** The boxes of the labels' texts; years have no font weight, so they are not included. */
function labelTextsIn(svg: string) {
  const body = /<g transform.*?<\/g>/.exec(svg)?.[0] ?? ''
  return [
    ...body.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)" font-weight="(\d+)"[^>]*>([^<]*)</g),
  ].map(([, x, y, size, weight, text = '']) => {
    const height = Number(size)
    const width = renderer.measure(text, height, Number(weight) as 400 | 600)
    return { text, x: Number(x), y: Number(y) - height * 0.75, width, height: height * 0.9 }
  })
}

test.each([
  ['2020', '2020-01-01', '2021-01-01'],
  ['2020-12', '2020-12-01', '2021-01-01'],
  ['2020-02-29', '2020-02-29', '2020-03-01'],
])('%s lasts from %s to %s', (date, from, to) => {
  const dayMs = 24 * 60 * 60 * 1000
  expect(timeRangeOf(date)).toEqual({ from: Date.parse(from) / dayMs, to: Date.parse(to) / dayMs })
})

test('a year is a band twelve times as long as a month, and a day is a point', () => {
  const [year, month, day] = marksIn(chart([on('2019'), on('2020-01'), on('2020-12-31')]))
  expect([year?.kind, month?.kind, day?.kind]).toEqual(['band', 'band', 'day'])
  expect((year?.height ?? 0) / (month?.height ?? 1)).toBeCloseTo(365 / 31, 0)
  expect(month?.y).toBeCloseTo((year?.y ?? 0) + (year?.height ?? 0), 0)
  expect(day?.y).toBeGreaterThan((month?.y ?? 0) + (month?.height ?? 0))
})

test('a long gap without events is shortened and labelled with its length', () => {
  const svg = chart(['1787', '1949', '1951', '1960', '1965', '1970'].map((year) => on(year)))
  expect(svg).toContain('>161 years</text>')
  const [first, second, third] = marksIn(svg)
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBeLessThan(150)
  expect((third?.y ?? 0) - (second?.y ?? 0)).toBeGreaterThan((second?.height ?? 0) * 1.5)
})

test('with many shortened gaps there is still room for the events', () => {
  const marks = marksIn(chart(Array.from({ length: 10 }, (_, index) => on(String(1900 + index * 12), 'It'))))
  expect(marks).toHaveLength(10)
  for (const [index, { y, height }] of marks.slice(1).entries())
    expect(y).toBeGreaterThan((marks[index]?.y ?? 0) + height)
})

test('bands and points are explained if there are any', () => {
  expect(chart([on('2019')])).toContain('>Bars are years or months.</text>')
  expect(chart([on('2019'), on('2020-01-01')])).toContain('>Bars are years or months, dots days.</text>')
})

test.each([1, 2, 5, 12])(
  'of %i events as many have a label as fit, whole, overlapping neither each other nor the edge',
  (count) => {
    const label =
      'Two countries signed a treaty of peace and friendship that is said to be the oldest one unbroken'
    const dates = Array.from(
      { length: count },
      (_, index) => `${1990 + (index % 9)}${index % 2 ? '-03' : ''}`,
    )
    const svg = chart(dates.map((date) => on(date, label)))
    const texts = labelTextsIn(svg)
    const drawn = marksIn(svg).length
    expect(drawn).toBe(Math.min(count, 3))
    expect(svg).not.toContain('…')
    expect(texts.filter(({ text }) => /^\d{4}(-03)?$/.test(text)).length).toBeGreaterThanOrEqual(drawn)
    for (const text of texts) {
      expect(text.x).toBeGreaterThan(0)
      expect(text.x + text.width).toBeLessThan(1000)
      expect(
        texts
          .filter((other) => other !== text && overlap(text, other))
          .map((other) => [other.text, text.text]),
      ).toEqual([])
    }
  },
)

test('only the newest events are drawn; the others, and dates without a year, are counted', () => {
  const events = [...Array.from({ length: 15 }, (_, index) => on(String(1950 + index), 'It')), on('--09')]
  const svg = chart(events)
  expect(marksIn(svg)).toHaveLength(11)
  expect([svg.includes('>1953</text>'), svg.includes('>1954</text>')]).toEqual([false, true])
  expect(svg).toContain('>5 more events are not drawn.</text>')
})

test('words are large enough on a phone', () => {
  const svg = chart([on('2019'), on('2020-03')], ['Not drawn: 1 without a year.'])
  expect(svg).toContain('>Not drawn: 1 without a year.</text>')
  expect(Math.min(...sizesOnPhone(svg))).toBeGreaterThanOrEqual(14)
})

test('no line of text begins with a separator', () => {
  const line = Array.from({ length: 60 }, (_, index) => 'Word'.repeat(1 + (index % 5))).join(' · ')
  const svg = chart([on('2019')], [line])
  expect(svg.match(/Word\u00A0·/g)).toHaveLength(59)
  expect(svg).not.toMatch(/>[\s\u00A0]*·/)
})

test('hostile labels are escaped', () => {
  const svg = chart([on('2020-01-01', '<script>&"'.repeat(50))])
  expect(svg).not.toContain('<script')
  expect(renderer.png(svg).length).toBeGreaterThan(1000)
})
