// For any /search query, the bot answers and pings nobody.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../helpers/fuzz.ts'
import { buttonId, renderedText, startTestBot } from '../helpers/test-bot.ts'

const { emulator, log } = await startTestBot()
const count = runs(300)

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '"',
          '*',
          '^',
          'NEAR(',
          'NATO',
          'OR',
          ')',
          '@everyone',
          '<@&1>',
          '**x**',
          '`',
          '||',
          '[a](http://b.example)',
        ],
        ...[
          'treaty',
          '\u202E',
          '👩‍👩‍👧',
          'שלום',
          ':',
          'v2:share-card:',
          '🙂'.repeat(9),
          '#',
          '> ',
          '-# ',
          'natto',
        ],
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join(' ')),
)

test(
  `${count} generated queries through the bot: each gets an answer, pings nobody and has working pages`,
  { timeout: 120_000 },
  async () => {
    const queries = fc.sample(hostile, { numRuns: count, seed: 11 }).map((query) => query.slice(0, 60))
    for (const query of queries.filter(
      (candidate) => candidate.trim() !== '' && !/\s(query|kind|private|for):/.test(candidate),
    )) {
      const seen = await emulator.runCommand(`/search query:${query}`)
      expect(seen).toMatchObject({
        type: 'message',
        message: { mentions: [], mention_everyone: false, mention_roles: [] },
      })
      expect(renderedText(seen).replaceAll(/^• .*$/gm, '')).not.toMatch(
        /(?<!\\)\*\*x|(?<!\\)\]\(|(?<!\\)<@|\u202E/,
      )
      const more = buttonId(seen, 'Next') !== undefined
      if (more) expect(renderedText(await emulator.clickButton(seen, 'Next'))).toContain('Page 2 of')
      await emulator.autocomplete(`/search query:${query}`)
    }
    expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
  },
)
