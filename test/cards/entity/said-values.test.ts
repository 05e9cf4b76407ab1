import { expect, test } from 'vitest'
import { isSaidIn } from '../../../src/cards/entity/said-values.ts'

test.each([
  ['Africa', 'A major military exercise in Africa.', true],
  ['🇯🇵 Japan', 'A possible sale of F-35 aircraft to Japan (2020).', true],
  [
    'A formal agreement of two or more nations',
    'Alliances are formal agreements of two or more nations.',
    true,
  ],
  ['F-35 aircraft', 'A possible sale of F-16 aircraft to Japan.', false],
  ['Asia', 'An exercise in Southeast-Asian waters.', false],
  ['Stability in the region', 'It aims at security in the region.', false],
  ['of the', 'One of the partners.', false],
  ['', 'Anything.', false],
])('%j is in %j: %s', (value, sentence, is) => {
  expect(isSaidIn(value, sentence)).toBe(is)
})
