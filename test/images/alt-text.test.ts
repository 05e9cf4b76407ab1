import { expect, test } from 'vitest'
import { altText } from '../../src/images/alt-text.ts'
import { mapOf } from '../helpers/draw.ts'

test('the alt text of a map says what is filled, what is not and by which source', () => {
  const image = mapOf(
    { first: 'SE FI', second: 'MK' },
    { title: 'NATO', lines: ['They count 31 others.'], sources: ['Source: Gazette, 2019'] },
  )
  expect(altText(image)).toBe(
    'Map: NATO. Filled as first: Sweden, Finland. Filled as second: North Macedonia. They count 31 others. Borders simplified, not an endorsement. Source: Gazette, 2019.',
  )
})

test('the alt text of a timeline says what happened when', () => {
  const event = { date: '2021-09', when: 'September 2021', label: 'AUKUS was announced' }
  expect(altText({ type: 'timeline', title: 'AUKUS', events: [event], lines: [], sources: [] })).toBe(
    'Chart: AUKUS. September 2021: AUKUS was announced.',
  )
})

test('an alt text is truncated at a word, and a source is whole or missing', () => {
  const countries = 'FJ TO WS TV KI NR SB VU PG FM MH PW AG BB DM GD KN LC VC CF CD ST TT BA'
  const source = `Source: ${'Harbors of the World, '.repeat(20)}2021`
  const fits = altText(mapOf({ first: countries }, { sources: [source] }))
  expect(fits).toContain(source)
  const tooLong = altText(mapOf({ first: countries }, { sources: [source, source] }))
  expect(tooLong.split('Source:')).toHaveLength(2)
  const endless = altText(
    mapOf({ first: countries, second: countries, third: countries }, { title: 'Map '.repeat(200) }),
  )
  expect(endless.length).toBeLessThanOrEqual(1024)
  expect(endless).toMatch(/[\w.,]…$/)
})
