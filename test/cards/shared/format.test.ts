import { expect, test } from 'vitest'
import { truncate } from '../../../src/cards/shared/discord-limits.ts'
import {
  formatAsOf,
  formatDate,
  formatValue,
  formatDateInSentence,
  formatList,
  nameInSentence,
  namesOrFlags,
  regionInSentence,
  nameWithFlag,
  quoteUserInput,
  withIndefiniteArticle,
} from '../../../src/cards/shared/format.ts'

test.each([
  ['2019', '2019'],
  ['2021-09', 'September 2021'],
  ['2020-08-05', 'Aug 5, 2020'],
  ['2020-05-31', 'May 31, 2020'],
  ['--09', 'September (year not stated)'],
])('%s is written %j', (date, text) => {
  expect(formatDate(date)).toBe(text)
})

test.each([
  [{ first: '2020-08-05', last: '2020-08-05', inferred: false }, 'Aug 5, 2020'],
  [{ first: '2024', last: null, inferred: true }, 'in or after 2024 (inferred)'],
  [{ first: '2019-02', last: '2019-12', inferred: true }, 'February – December 2019 (inferred)'],
])('%j is written %j', (asOf, text) => {
  expect(formatAsOf(asOf)).toBe(text)
})

const entities = {
  canada: { id: 'canada', kind: 'country', name: 'Canada', aliases: [], code: 'CA' },
  nato: { id: 'nato', kind: 'alliance', name: 'NATO', aliases: [] },
} as const

test.each([
  [{ type: 'text', text: 'Europe' }, 'Europe'],
  [{ type: 'classification', classification: 'pact', label: 'security pact' }, 'security pact'],
  [{ type: 'number', bound: 'exactly', number: 28, unit: 'countries' }, '28 countries'],
  [{ type: 'number', bound: 'over', number: 100000, unit: 'troops' }, 'over 100,000 troops'],
  [{ type: 'number', bound: 'between', number: 2, to: 3, unit: 'a year' }, '2 to 3 a year'],
  [{ type: 'date', date: '1949' }, '1949'],
  [{ type: 'entity', entity: 'canada' }, '🇨🇦 Canada'],
  [{ type: 'entity', entity: 'nato' }, 'NATO'],
  [{ type: 'yes-no', yes: true }, 'yes'],
  [{ type: 'yes-no', yes: false }, 'no'],
] as const)('%j is written %j', (value, text) => {
  expect(
    formatValue(value, (id) => (id in entities ? { ...entities[id as 'nato'], aliases: [] } : undefined)),
  ).toBe(text)
})

test('a country without a code has no flag', () => {
  expect(nameWithFlag({ id: 'atlantis', kind: 'country', name: 'Atlantis', aliases: [] })).toBe('Atlantis')
})

test.each([
  ['country', 'United States', 'the United States'],
  ['country', 'New Zealand', 'New Zealand'],
  ['country', 'Japan', 'Japan'],
  ['alliance', 'NATO', 'NATO'],
  ['alliance', 'U.S.-Japan alliance', 'the U.S.-Japan alliance'],
  ['sale', '[Possible F-35 sale to Japan]', 'the possible F-35 sale to Japan'],
  [
    'partnership',
    '[Japan–South Korea–U.S. trilateral cooperation]',
    'the Japan–South Korea–U.S. trilateral cooperation',
  ],
] as const)('the %s %s is %j in a sentence', (kind, name, text) => {
  expect(nameInSentence({ id: 'x', kind, name, aliases: [] })).toBe(text)
})

test.each([
  ['1949', 'in 1949'],
  ['2021-09', 'in September 2021'],
  ['2020-08-05', 'on August 5, 2020'],
  ['--09', 'in September (year not stated)'],
])('something happened %s: %j', (date, text) => {
  expect(formatDateInSentence(date)).toBe(text)
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as %j', (items, text) => {
  expect(formatList(items)).toBe(text)
})

test('a noun takes its article', () => {
  expect([withIndefiniteArticle('alliance'), withIndefiniteArticle('treaty')]).toEqual([
    'an alliance',
    'a treaty',
  ])
})

test.each([
  ['short', 10, 'short'],
  ['Article 5 does not oblige each ally', 20, 'Article 5 does not…'],
  ['unbreakableword', 8, 'unbreak…'],
  ['12345 🇨🇦🇨🇦', 9, '12345…'],
])('%j cut to %i is %j', (text, most, expected) => {
  expect(truncate(text, most)).toBe(expected)
  expect(truncate(text, most).length).toBeLessThanOrEqual(most)
})

test.each([
  ['NATO', '“NATO”'],
  ['**bold** _it_ `code`', '“\\*\\*bold\\*\\* \\_it\\_ \\`code\\`”'],
  ['line\nbreak\u202Eright', '“line breakright”'],
  ['[a](http://b)', '“\\[a\\](http: //b)”'],
  ['<@123> @everyone', '“\\<@123\\> @everyone”'],
])('%j is quoted as %j', (typed, quoted) => {
  expect(quoteUserInput(typed)).toBe(quoted)
})

test.each([
  ['Pacific', 'the Pacific'],
  ['Gulf of Oman', 'the Gulf of Oman'],
  ['the North Sea', 'the North Sea'],
  ['Europe', 'Europe'],
  ['North America', 'North America'],
])('the region %s is %s in a sentence', (region, text) => {
  expect(regionInSentence(region)).toBe(text)
})

test('members are named while they fit in three lines, else shown as flags with their number', () => {
  const country = (code: string, name: string) => ({
    id: name,
    kind: 'country' as const,
    name,
    code,
    aliases: [],
  })
  const few = [country('FI', 'Finland'), country('SE', 'Sweden')]
  expect(namesOrFlags(few)).toBe('🇫🇮 Finland · 🇸🇪 Sweden')
  const nine = [
    ...few,
    country('BE', 'Belgium'),
    country('LU', 'Luxembourg'),
    country('NL', 'Netherlands'),
    country('PT', 'Portugal'),
    country('NO', 'Norway'),
    country('GB', 'United Kingdom'),
    country('US', 'United States'),
  ]
  expect(namesOrFlags(nine)).toBe('🇫🇮 🇸🇪 🇧🇪 🇱🇺 🇳🇱 🇵🇹 🇳🇴 🇬🇧 🇺🇸 (9 countries)')
  const navy = { id: 'navy', kind: 'organization' as const, name: 'Indian navy', aliases: [] }
  expect(namesOrFlags([...nine, navy])).toBe('🇫🇮 🇸🇪 🇧🇪 🇱🇺 🇳🇱 🇵🇹 🇳🇴 🇬🇧 🇺🇸 (9 countries) · 1 other')
})
