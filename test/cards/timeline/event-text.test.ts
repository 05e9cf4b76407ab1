// What stands beside a date on a timeline does not give the date again.
import { expect, test } from 'vitest'
import { withoutDate } from '../../../src/cards/timeline/event-text.ts'

test.each([
  ['NATO held its summit of 2026 in Ankara in July.', '2026-07', 'NATO held its summit of 2026 in Ankara.'],
  ['Balikatan 2026 ended on May 8, 2026.', '2026-05-08', 'Balikatan 2026 ended.'],
  ['In July 2019, the fleet sailed.', '2019-07', 'The fleet sailed.'],
  ['In 2019, the fleet sailed.', '2019', 'The fleet sailed.'],
  [
    'The United Kingdom has been in AUKUS since September 15, 2021.',
    '2021-09-15',
    'The United Kingdom has been in AUKUS since then.',
  ],
  ['Its minister said in October 2021 that it is none.', '2021-10', 'Its minister said that it is none.'],
  // Of another date, or of what follows.
  ['The fleet sailed in 2018.', '2019', 'The fleet sailed in 2018.'],
  ['It cost $1 billion in 2019 dollars.', '2019', 'It cost $1 billion in 2019 dollars.'],
  ['The fleet sailed in September.', '--09', 'The fleet sailed in September.'],
])('%s at %s: %s', (statement, date, expected) => {
  expect(withoutDate(statement, date)).toBe(expected)
})
