import { expect, test } from 'vitest'
import { altText } from '../../src/images/alt-text.ts'
import { mapOf } from '../helpers/draw.ts'

test('the alt text of a map says what is filled as what', () => {
  expect(altText(mapOf({ first: 'SE FI', second: 'MK' }, { title: 'NATO' }))).toBe(
    'Map: NATO. Filled as first: Sweden, Finland. Filled as second: North Macedonia. Simplified borders, no endorsement.',
  )
})

test('a group that is named like its only country is not repeated', () => {
  const group = { label: 'Japan', fillStyle: 'first', countries: [{ code: 'JP', name: 'Japan' }] } as const
  expect(altText(mapOf({}, { groups: [{ ...group, countries: [...group.countries] }] }))).toBe(
    'Map: A map. Japan. Simplified borders, no endorsement.',
  )
})

test('a country that is not in the atlas is named in the alt text', () => {
  const image = mapOf({ first: 'US' })
  image.groups[0]?.countries.push({ code: 'QQ', name: 'Nowhere' })
  expect(altText(image)).toContain('Filled as first: United States, Nowhere.')
})

test('the alt text of a timeline says what happened when', () => {
  const event = { date: '2021-09', when: 'September 2021', label: 'AUKUS was announced' }
  expect(
    altText({ type: 'timeline', title: 'AUKUS', events: [event], lines: ['Not drawn: 1 without a year.'] }),
  ).toBe('Chart: AUKUS. September 2021: AUKUS was announced. Not drawn: 1 without a year.')
})

test('an alt text is truncated at a word, and a line is complete or missing', () => {
  const line = `${'Harbors of the World, '.repeat(20)}2021.`
  const event = { date: '2021', when: '2021', label: 'It was founded' }
  const withLines = (...lines: string[]) =>
    altText({ type: 'timeline', title: 'Harbors', events: [event], lines })
  expect(withLines(line)).toContain(line)
  expect(withLines(line, line, line).split('2021.')).toHaveLength(3)
  const countries = 'FJ TO WS TV KI NR SB VU PG FM MH PW AG BB DM GD KN LC VC CF CD ST TT BA'
  const endless = altText(
    mapOf({ first: countries, second: countries, third: countries }, { title: 'Map '.repeat(200) }),
  )
  expect(endless.length).toBeLessThanOrEqual(1024)
  expect(endless).toMatch(/[\w.,]…$/)
})
