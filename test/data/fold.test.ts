import { expect, test } from 'vitest'
import { fold, wordsOf } from '../../src/data/fold.ts'

test.each([
  ['N.A.T.O.', 'nato'],
  ['  Türkiye ', 'turkiye'],
  ['U.S.-Japan Alliance', 'us japan alliance'],
  ['O’Brien & Sons', 'obrien and sons'],
  ['AUKUS!!!', 'aukus'],
  ['***', ''],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('words come apart at hyphens and lose their possessive endings', () => {
  expect(wordsOf('NATO’s U.S.-led forces, 20,000 of them.').map(({ folded }) => folded)).toEqual([
    'nato',
    'us',
    'led',
    'forces',
    '20 000',
    'of',
    'them',
  ])
})

test('an address is one word', () => {
  expect(wordsOf('See https://example.com/a-b/c now').map(({ folded }) => folded)).toEqual([
    'see',
    'https examplecom a b c',
    'now',
  ])
})
