// What a timeline tells of the editions of an exercise.
import { expect, test } from 'vitest'
import { buildTimeline } from '../../src/cards/timeline/timeline-events.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()

function textsOf(id?: string, ofEntity = 'rimpac-2018'): string[] {
  const events = buildTimeline(id === undefined ? undefined : facts.getEntity(id), facts)
  return events.filter(({ fact }) => fact.entity === ofEntity).map(({ text }) => text)
}

test('of an edition, the timeline of everything has its start alone', () => {
  expect(textsOf()).toEqual(['RIMPAC 2018 began'])
})

test('its own timeline has its end too, and that of a country that it took part', () => {
  expect(textsOf('rimpac-2018')).toHaveLength(2)
  expect(textsOf('india').filter((text) => text.includes('India'))).toHaveLength(1)
})
