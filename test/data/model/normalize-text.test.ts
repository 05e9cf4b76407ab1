import { expect, test } from 'vitest'
import {
  flagOf,
  normalizeCharacters,
  normalizeText,
  tokenize,
} from '../../../src/data/model/normalize-text.ts'

test.each([
  ['N.A.T.O.', 'nato'],
  ['  Türkiye ', 'turkiye'],
  ['U.S.-Japan Alliance', 'us japan alliance'],
  ['O’Brien & Sons', 'obrien and sons'],
  ['AUKUS!!!', 'aukus'],
  ['***', ''],
  ['NATO와', 'nato 와'],
  ['日本とNATO', '日本と nato'],
  ['Hawaiʻi', 'hawaii'],
  ['🇺🇸🇯🇵', '🇺🇸 🇯🇵'],
  [':flag_jp:', '🇯🇵'],
  ['F‑35', 'f 35'],
])('%j is normalized to %j', (text, normalized) => {
  expect(normalizeText(text)).toBe(normalized)
})

test('hyphens separate words, and possessive endings are dropped', () => {
  expect(tokenize('NATO’s U.S.-led forces, 20,000 of them.').map(({ normalized }) => normalized)).toEqual([
    'nato',
    'us',
    'led',
    'forces',
    '20 000',
    'of',
    'them',
  ])
})

test('a URL is one word', () => {
  expect(tokenize('See https://example.com/a-b/c now').map(({ normalized }) => normalized)).toEqual([
    'see',
    'https examplecom a b c',
    'now',
  ])
})

test.each([
  ['full-width', '２０２１－０９ ＮＡＴＯ', '2021-09 NATO'],
  ['styled', '𝟐𝟎𝟐𝟏 𝓝𝓐𝓣𝓞', '2021 NATO'],
  ['Arabic-Indic digits', '٢٠٢١', '2021'],
  ['Persian digits', '۱۹۷۹', '1979'],
  ['Devanagari and Thai digits', '२०२१ ๒๐๒๑', '2021 2021'],
  ['zero-width characters', 'N\u200bA\u200cT\u200dO\u2060\ufeff', 'NATO'],
  ['variation selectors', '1\ufe0f 🇯🇵\ufe0f', '1 🇯🇵'],
  ['bidirectional controls', '\u202eNATO\u202c \u2066x\u2069\u200f', 'NATO x'],
  ['soft hyphens and invisible letters', 'NA\u00adTO\u3164', 'NATO'],
  ['no-break spaces', 'Aug\u00a05,\u202f2020', 'Aug 5, 2020'],
  ['superscripts', 'NATO¹ ² AUKUS™', 'NATO    AUKUS '],
  ['flags of parts of countries', '🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁵󠁳󠁴󠁸󠁿', '🇬🇧🇺🇸'],
  ['plain text', 'Łódź, 日本 and 🏴', 'Łódź, 日本 and 🏴'],
])('%s: %j becomes %j', (_name, text, plain) => {
  expect(normalizeCharacters(text)).toBe(plain)
})

test('every decimal digit of Unicode becomes its ASCII digit', () => {
  const digits = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /\p{Nd}/u.test(character))
  expect(digits.length).toBeGreaterThan(600)
  // Each script has its ten digits in a row.
  expect(digits.map(normalizeCharacters)).toEqual(digits.map((_, index) => String(index % 10)))
})

test('a flag is made from the first two letters of a code', () => {
  expect([flagOf('JP'), flagOf('jp'), flagOf('gbsct')]).toEqual(['🇯🇵', '🇯🇵', '🇬🇧'])
})
