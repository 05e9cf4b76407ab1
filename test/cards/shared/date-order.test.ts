import { expect, test } from 'vitest'
import { textCard, type Card } from '../../../src/core/card.ts'
import { applyDateOrder } from '../../../src/cards/shared/date-order.ts'

const written = (text: string, titles: string[] = []) => applyDateOrder(textCard(text), titles).content

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
  expect(written(before)).toBe(after)
  expect(written(after)).toBe(after)
})

test.each([
  'September 2021',
  '2019',
  'September (year not stated)',
  'the attacks of September 11',
  'Marching 5, 2020',
  'revision 5, 2020 facts',
])('%s stays', (text) => {
  expect(written(text)).toBe(text)
})

test('titles of articles stay as they are, their dates beside them do not', () => {
  const title = 'Posture on May 1, 2024 (a report)'
  expect(written(`**${title}**, Aug 5, 2020`, ['Another', title])).toBe(`**${title}**, 5 Aug 2020`)
})

test('what is read is rewritten, what comes back is not', () => {
  const card: Card = {
    content: 'Aug 5, 2020',
    embeds: [
      {
        title: 'Aug 5, 2020',
        url: 'https://example.org/Aug 5, 2020',
        fields: [{ name: 'Aug 5, 2020', value: 'Aug 5, 2020', inline: true }],
        footer: { text: 'Aug 5, 2020' },
      },
    ],
    components: [
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'v2:Aug 5, 2020',
            placeholder: 'Aug 5, 2020',
            options: [{ label: 'Aug 5, 2020', value: 'Aug 5, 2020', description: 'Aug 5, 2020' }],
          },
        ],
      },
    ],
  }
  const after = '5 Aug 2020'
  expect(applyDateOrder(card, [])).toEqual({
    content: after,
    embeds: [
      {
        title: after,
        url: 'https://example.org/Aug 5, 2020',
        fields: [{ name: after, value: after, inline: true }],
        footer: { text: after },
      },
    ],
    components: [
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'v2:Aug 5, 2020',
            placeholder: after,
            options: [{ label: after, value: 'Aug 5, 2020', description: after }],
          },
        ],
      },
    ],
  })
})
