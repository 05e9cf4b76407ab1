// Whatever is typed, the search answers, in whole statements.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCorpusFacts } from '../../fixtures/sample-data.ts'
import { runs } from '../../helpers/fuzz.ts'

const facts = openCorpusFacts()
const queries = runs(20_000)

const syntax = fc.constantFrom(
  ...[
    '"',
    "'",
    '*',
    '^',
    '-',
    '+',
    ':',
    '(',
    ')',
    '{',
    '}',
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    'NEAR/2',
    ',',
    '\0',
  ],
  ...[
    'statement:',
    'rowid',
    '--',
    ';',
    '%',
    '_',
    '\\',
    '`',
    '🙂',
    '👩‍👩‍👧',
    '\u202E',
    'שלום',
    'السلام',
    '한국',
    'ﷺ',
  ],
)
const words = fc.constantFrom(
  ...facts.entities.flatMap(({ name, aliases }) => [name, ...aliases]),
  ...['founded', 'members', 'treatys', 'exersize', 'the', 'who', '2019', "NATO's"],
)
/** What may be typed: text of any script, words that are known, broken words, and all that search engines take for syntax. */
const typed = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 5,
    arbitrary: fc
      .array(fc.oneof(syntax, words, fc.string({ unit: 'grapheme-ascii', maxLength: 8 })), { maxLength: 8 })
      .chain((parts) => fc.constantFrom(parts.join(' '), parts.join(''))),
  },
)

test(
  `${queries} generated queries are answered, with whole statements and no more hits than asked for`,
  { timeout: 300_000 },
  () => {
    let found = 0
    fc.assert(
      fc.property(typed, fc.nat({ max: 30 }), (text, from) => {
        const { total, hits } = facts.search(text, { offset: from, limit: 8 })
        found += Number(total > 0)
        expect(hits.length).toBe(Math.max(0, Math.min(8, total - from)))
        for (const { fact, segments } of hits) {
          expect(segments.map((segment) => segment.text).join('')).toBe(fact.statement)
        }
      }),
      { numRuns: queries, seed: 11 },
    )
    expect(found).toBeGreaterThan(queries / 4)
  },
)
