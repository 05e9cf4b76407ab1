// A card as Components V2: one container, whose totals Discord limits and the builders do not check.
import { expect, test } from 'vitest'
import type { Control } from '../../../src/core/card.ts'
import { renderComponents } from '../../../src/cards/rendering/message-components.ts'
import { monthFirstDates } from '../../../src/cards/rendering/date-order.ts'

const options = { formatDates: monthFirstDates, actions: [] }
const buttons = (...labels: string[]): Control => ({
  type: 'buttons',
  buttons: labels.map((label) => ({ label, opens: ['entity', label] })),
})

test('texts of 4,000 characters together are sent, more are an error', () => {
  // One builder alone accepts no more either.
  const card = (length: number) => ({
    verdict: { text: 'x'.repeat(2000) },
    sections: [{ lines: [{ text: 'x'.repeat(length) }] }],
  })
  expect(renderComponents(card(2000), options)).toHaveLength(1)
  expect(() => renderComponents(card(2001), options)).toThrow('a card has 4001 characters of text')
})

test('40 components are sent, more are an error', () => {
  // The container and its separator count too.
  const card = (count: number) => ({
    verdict: { text: 'x' },
    sections: Array.from({ length: count }, () => ({ lines: [{ text: 'x' }] })),
  })
  expect(renderComponents(card(37), options)).toHaveLength(1)
  expect(() => renderComponents(card(38), options)).toThrow('a card has 41 components')
})

test.each([
  [['Another'], ['Sources', 'Delete'], [['Another', 'Sources', 'Delete']]],
  [
    ['A', 'B', 'C'],
    ['More', 'Sources', 'Delete'],
    [
      ['A', 'B', 'C'],
      ['More', 'Sources', 'Delete'],
    ],
  ],
])('the buttons %j and %j share a row if it has room', (own, common, rows) => {
  const components = renderComponents(
    { verdict: { text: 'x' }, controls: [buttons(...own)] },
    { ...options, actions: [buttons(...common)] },
  )
  expect(components).toMatchObject([
    {
      components: [
        { content: 'x' },
        ...rows.map((labels) => ({ components: labels.map((label) => ({ label })) })),
      ],
    },
  ])
})
