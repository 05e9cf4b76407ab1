// Any query is answered, with complete statements.
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
/** Text in any script, known words, misspelled words, and everything that search engines take for syntax. */
const query = fc.oneof(
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
  `${queries} generated queries are answered with complete statements and no more hits than the limit`,
  { timeout: 300_000 },
  () => {
    let withHits = 0
    fc.assert(
      fc.property(query, fc.nat({ max: 30 }), (text, offset) => {
        const { total, hits } = facts.search(text, { offset, limit: 8 })
        withHits += Number(total > 0)
        expect(hits.length).toBe(Math.max(0, Math.min(8, total - offset)))
        for (const { fact, segments } of hits) {
          expect(segments.map((segment) => segment.text).join('')).toBe(fact.statement)
        }
      }),
      { numRuns: queries, seed: 11 },
    )
    expect(withHits).toBeGreaterThan(queries / 4)
  },
)
