// When members joined, in what order, in which years, and beside whom.
import { expect, test } from 'vitest'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { readCompound } from '../../src/questions/compound-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')

function verdictOf(text: string): string | undefined {
  const reading = readCompound(text, facts, '2026-11-29')
  return reading.type === 'question' ? answerQuestion(reading.question, facts, now)?.verdict : undefined
}

test.each([
  [
    'Who became a major non-NATO ally in the same year as Pakistan?',
    'Kuwait and Morocco, of the major non-NATO allies with a day here. Pakistan became a major non-NATO ally on June 16, 2004.',
  ],
  ['Who joined NATO since the nineties?', '16 members joined NATO from 1990 to 2026.'],
  ['What are France, Germany and Italy all in?', 'All are in NATO and the European Union.'],
  ['Who joined AUKUS last?', 'All members of AUKUS named here joined AUKUS on the same date.'],
  ['Who joined AUKUS after its founding?', 'Nobody named here joined AUKUS after its founding.'],
  [
    'Which countries were in both NATO and the EU in 1999?',
    '11 countries were in both NATO and the European Union.',
  ],
  [
    'Was New Zealand never in ANZUS?',
    'New Zealand was in ANZUS. The United States suspended its obligations toward New Zealand under ANZUS on September 17, 1986.',
  ],
  // Places.
  [
    'Who was the 31st country to join NATO?',
    'Finland joined NATO on April 4, 2023, as the 31st of all that ever did.',
  ],
  [
    'the 32nd member of nato is who',
    'Sweden joined NATO on March 7, 2024, as the 32nd of all that ever did.',
  ],
  [
    'who was the fourth country to join nato',
    '12 countries joined NATO together on April 4, 1949, as the 1st to 12th.',
  ],
  ['Which country was the 40th member of NATO?', 'Nobody. 32 countries ever joined NATO.'],
  [
    'which country was the 50th member of the african union',
    'Not stated. Not all members of the African Union have a day here on which they joined.',
  ],
  [
    'last three countries to join nato',
    'Sweden (March 7, 2024), Finland (April 4, 2023) and North Macedonia (March 27, 2020).',
  ],
  [
    'Which was the first country to join NATO after its foundation?',
    'Greece and Türkiye joined NATO on February 18, 1952.',
  ],
  // Beside a country.
  ['Who joined NATO together with Croatia?', 'Albania. Croatia joined NATO on April 1, 2009.'],
  ['What other countries joined NATO when Greece did?', 'Türkiye. Greece joined NATO on February 18, 1952.'],
  ['Did any country join NATO after Sweden?', 'Nobody. Sweden joined NATO on March 7, 2024.'],
  [
    'who entered the eu in the same year as finland',
    'Austria and Sweden, of the members of the European Union with a day here. Finland joined the European Union in 1995.',
  ],
  [
    'who was the first country to be made a major non-nato ally',
    'Not stated. Not all major non-NATO allies have a day here on which they joined.',
  ],
  // In a span of years.
  [
    'list of countries that joined nato after the ussr collapsed in 1991',
    '16 members joined NATO after December 25, 1991.',
  ],
  ['Who joined NATO since the Warsaw Pact ended?', '16 members joined NATO since July 1, 1991.'],
  [
    'who joined the csto after the fall of the soviet union',
    '9 members joined the Collective Security Treaty Organization after December 25, 1991.',
  ],
  ['what countries joined nato in the 80s', '1 member joined NATO from 1980 to 1989.'],
  ['who joined nato in the fifties', '3 members joined NATO from 1950 to 1959.'],
  ['Which countries came into NATO between 1950 and 1960?', '3 members joined NATO from 1950 to 1960.'],
  ['how many countries joined nato in the last ten years', '4 members joined NATO from 2016 to 2026.'],
  [
    'Which countries had joined NATO by 1955?',
    'In 1955, NATO had 15 members, counted from the days on which they joined.',
  ],
  // All of them.
  [
    'accession dates of the ASEAN members',
    '11 countries joined ASEAN in 6 rounds, from August 8, 1967 to October 26, 2025.',
  ],
  [
    'In what order did the countries join NATO?',
    '32 countries joined NATO in 11 rounds, from April 4, 1949 to March 7, 2024.',
  ],
  [
    'how has NATO grown over the years',
    '32 countries joined NATO in 11 rounds, from April 4, 1949 to March 7, 2024.',
  ],
])('"%s": %s', (text, verdict) => {
  expect(verdictOf(text)).toBe(verdict)
})

test.each([
  'who was in nato in the fifties',
  'when will the 33rd country join nato',
  'which country would be the first to leave nato after hungary',
  'was it the same day as finland',
])('"%s" is refused', (text) => {
  expect(verdictOf(text)).toBeUndefined()
})

test.each([
  'Who joined NATO after the Soviet Union collapsed in 1989?',
  'Which countries joined NATO after Brexit?',
  'Can Russia block new members from joining NATO?',
])('what changes the question is not left out: %s', (text) => {
  expect(readCompound(text, facts, '2026-11-29').type).toBe('unread')
})
