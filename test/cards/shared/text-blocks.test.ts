import { expect, test } from 'vitest'
import { joinInline, formatLines } from '../../../src/cards/shared/text-blocks.ts'
import { createFootnotes } from '../../../src/cards/shared/source-footnotes.ts'
import type { Article, Fact } from '../../../src/data/model/types.ts'

const article: Article = {
  id: 'gazette',
  title: 'Gazette',
  titleStated: true,
  publisher: null,
  publisherReason: null,
  published: { first: '2020', last: '2020', inferred: false },
  publishedReason: null,
  url: null,
  sections: [],
}

function factIn(section: string): Fact {
  return {
    id: `gazette/${section.toLowerCase()}`,
    entity: 'gull-pact',
    attribute: 'purpose',
    value: { type: 'text', text: section },
    statement: `The Gull Pact is for ${section}.`,
    mentions: [],
    article: 'gazette',
    section,
    asOf: { first: '2020', last: '2020', inferred: false },
    visibleFrom: '2020-12-31',
    validFrom: null,
    validTo: null,
    role: null,
  }
}

const [a, b, c, d, e] = ['A', 'B', 'C', 'D', 'E'].map(factIn) as [Fact, Fact, Fact, Fact, Fact]
const sources = () =>
  createFootnotes(
    () => article,
    () => false,
  )
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('three or more marks in a row stand as the first and the last', () => {
  const numbered = sources()
  expect(plain(numbered.marksFor([a, b]))).toBe(' ¹ ²')
  expect(plain(numbered.marksFor([c, a, b, e]))).toBe(' ¹⁻⁴')
  expect(plain(numbered.marksFor([a, b, c, d]))).toBe(' ¹⁻³ ⁵')
})

test('names run on, and marks that all share stand once', () => {
  expect(
    plain(
      joinInline(
        [
          { text: 'Gull', facts: [a] },
          { text: 'Tern', facts: [a] },
        ],
        sources(),
      ),
    ),
  ).toBe('Gull · Tern ¹')
  expect(
    plain(
      joinInline(
        [
          { text: 'Gull', facts: [a] },
          { text: 'Tern', facts: [a, b] },
        ],
        sources(),
      ),
    ),
  ).toBe('Gull ¹ · Tern ¹ ²')
})

test('a short name is not broken over two lines, a long one or one with a hyphen may be', () => {
  const breaks = (text: string) => joinInline([{ text, facts: [] }], sources()).includes(' ')
  expect(breaks('🇬🇧 United Kingdom')).toBe(false)
  expect(breaks('U.S.-Malta relationship')).toBe(true)
  expect(breaks('Civilian professionals from several nations')).toBe(true)
})

test('counts stand each on a line above the names', () => {
  const lines = [
    { text: '**3 countries**\n-# by an article', facts: [a] },
    { text: 'Named: Gull', facts: [b], inlineGroup: 'member' },
    { text: 'Tern', facts: [b], inlineGroup: 'member' },
  ]
  expect(plain(formatLines({ label: 'Members', isBulleted: false, lines }, sources()))).toBe(
    '**3 countries** ¹\n-# by an article\nNamed: Gull · Tern ²',
  )
})
