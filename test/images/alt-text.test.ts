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

test('the alt text of a bar chart gives its numbers, what is estimated, and the line', () => {
  const bars = [
    { label: 'Poland', number: 4.48, text: 'about 4.48', isEstimate: true },
    { label: 'Spain', number: 1.24, text: '1.24', isEstimate: false },
  ]
  const chart = { type: 'bars' as const, title: 'Defense spending', unit: '% of GDP', bars }
  const numbers = 'Poland: about 4.48 (estimate). Spain: 1.24.'
  expect(altText(chart)).toBe(`Chart: Defense spending (% of GDP). ${numbers}`)
  expect(altText({ ...chart, mark: { number: 2, label: '2% guideline' } })).toBe(
    `Chart: Defense spending (% of GDP). ${numbers} Line: 2% guideline.`,
  )
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
  const label = 'Somewhere '.repeat(20)
  const bars = Array.from({ length: 16 }, () => ({ label, number: 1, text: '1', isEstimate: true }))
  expect(altText({ type: 'bars', title: 'Bars', unit: '%', bars }).length).toBeLessThanOrEqual(1024)
  expect(endless.length).toBeLessThanOrEqual(1024)
  expect(endless).toMatch(/[\w.,]…$/)
})
