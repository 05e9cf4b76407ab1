// Renders every image of a card once: complete, with no text cut off and no labels overlapping.
import { expect, test } from 'vitest'
import { compareMap } from '../../src/cards/compare/compare-map.ts'
import { entityMap } from '../../src/cards/entity/entity-map.ts'
import { timelineChart } from '../../src/cards/timeline/timeline-chart.ts'
import { buildTimeline } from '../../src/cards/timeline/timeline-events.ts'
import { altText } from '../../src/images/alt-text.ts'
import { overlap } from '../../src/images/label-placement.ts'
import type { ImageSpec } from '../../src/images/image-spec.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'
import { bodyOf, draw, legendShare, renderer, sizesOnPhone, textsIn } from '../helpers/draw.ts'

function check(spec: ImageSpec): void {
  const svg = draw(spec)
  const png = renderer.png(svg)
  expect([png.readUInt32BE(16), png.readUInt32BE(20) < 2500]).toEqual([1000, true])
  expect(altText(spec).length).toBeLessThanOrEqual(1024)
  const words = svg.matchAll(
    /<text [^>]*?x="([\d.-]+)" y="([\d.-]+)" font-size="(\d+)"(?: font-weight="(\d+)")?[^>]*>([^<]*)</g,
  )
  for (const [, x, , size, weight, text = ''] of words) {
    const wide = renderer.measure(text, Number(size), weight === '600' ? 600 : 400)
    expect([text, Number(x) >= 0, Number(x) + wide <= 1000]).toEqual([text, true, true])
  }
  expect(Math.min(...sizesOnPhone(svg))).toBeGreaterThanOrEqual(14)
  expect(legendShare(svg)).toBeLessThanOrEqual(0.2)
  if (spec.type !== 'map') return
  const labels = textsIn(svg, 'label')
  const { height: mapHeight } = bodyOf(svg)
  for (const label of labels) {
    expect([label.text, label.y > 0 && label.y + label.height < mapHeight]).toEqual([label.text, true])
    expect(labels.filter((other) => other !== label && overlap(label, other))).toEqual([])
  }
  // Every country is on the map, filled or as a dot.
  for (const { code, name } of spec.groups.flatMap(({ countries }) => countries))
    expect([name, svg.includes(`<g id="${code}"`)]).toEqual([name, true])
}

const facts = openRealFacts()
const now = new Date('2026-06-01')

const maps = facts.entities.flatMap((entity) => entityMap(entity, facts, now)?.image ?? [])
test.each(maps.map((map) => [map.title, map]))('the map of %s', (_, map) => check(map))

const charts = [undefined, ...facts.entities].flatMap(
  (entity) => timelineChart(entity?.name ?? 'All', buildTimeline(entity, facts), facts) ?? [],
)
test.each(charts.map((chart) => [chart.title, chart]))('the timeline of %s', (_, chart) => check(chart))

// Those of which all members are named.
const ties = ['aukus', 'quad', 'anzus', 'norad'].flatMap((id) => facts.getEntity(id) ?? [])
const pairs = ties.flatMap((tie, index) => ties.slice(index + 1).map((other) => [tie, other]))
test.each(pairs.map((pair) => [pair.map(({ name }) => name).join(' and '), pair]))(
  'the map of %s',
  (_, pair) => {
    const map = compareMap(
      pair.map((entity) => ({ entity, groups: facts.factsAbout(entity.id) })),
      facts,
      now,
    )
    if (!map) throw new Error('there is no map')
    check(map.image)
  },
)

test('there are images', () => {
  expect([maps.length > 5, charts.length > 1, pairs.length]).toEqual([true, true, 6])
})
