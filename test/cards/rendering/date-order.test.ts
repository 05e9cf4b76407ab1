// Dates with the month first, rewritten for guilds that want the day first; anything else stays.
import { expect, test } from 'vitest'
import { dayFirstDates, formatImageDates, monthFirstDates } from '../../../src/cards/rendering/date-order.ts'

test.each([
  ['Aug 5, 2020', '5 Aug 2020'],
  ['On October 9, 2020, it said so.', 'On 9 October 2020, it said so.'],
  ['Sept. 15, 2021 and Oct. 1, 2021', '15 Sept. 2021 and 1 Oct. 2021'],
  ['from March 4–15, 2024', 'from 4–15 March 2024'],
  ['from July 4 to 15, 2024', 'from 4 to 15 July 2024'],
  ['May 1, 2024 – June 2, 2024', '1 May 2024 – 2 June 2024'],
  ['**May 1, 2024**', '**1 May 2024**'],
  ['Aug\u00a05, 2020', '5\u00a0Aug 2020'],
])('%s becomes %s', (before, after) => {
  expect(dayFirstDates(before)).toBe(after)
  expect(dayFirstDates(after)).toBe(after)
})

test.each([
  'September 2021',
  '2019',
  'September (year not stated)',
  'the attacks of September 11',
  'Marching 5, 2020',
  'revision 5, 2020 facts',
])('%s stays', (text) => {
  expect(dayFirstDates(text)).toBe(text)
})

test('with the month first, dates stay as they are', () => {
  expect(monthFirstDates('Aug 5, 2020')).toBe('Aug 5, 2020')
})

test('the dates of a bar chart are in the same order, and its numbers stay', () => {
  const numbers = { number: 55154, text: '55,154', isEstimate: false }
  const spec = { type: 'bars' as const, title: 'Troops', unit: 'U.S. troops' }
  const bars = [{ label: 'June 30, 2024', ...numbers }]
  const mark = { number: 50_000, label: 'Agreed on May 1, 2024' }
  expect(formatImageDates({ ...spec, bars, mark }, dayFirstDates)).toEqual({
    ...spec,
    bars: [{ label: '30 June 2024', ...numbers }],
    mark: { number: 50_000, label: 'Agreed on 1 May 2024' },
  })
  expect(formatImageDates({ ...spec, bars }, dayFirstDates)).not.toHaveProperty('mark')
})
