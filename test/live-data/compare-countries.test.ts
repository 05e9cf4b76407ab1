// What /compare says of countries beside each other and beside a body, by value, on the real facts.
import { expect, test } from 'vitest'
import { compareCountriesCard, countryInBodyCard } from '../../src/cards/compare/country-compare-card.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-06-01')

function answerOf(ids: readonly string[], day = '') {
  const entities = ids.map((id) => facts.getEntity(id)).filter((entity) => entity !== undefined)
  if (entities.length < ids.length) throw new Error(`one of ${ids.join()} is missing`)
  const areCountries = entities.every(({ kind }) => kind === 'country')
  const options = { facts: facts.asOf(day), now }
  const card = areCountries ? compareCountriesCard(entities, options) : countryInBodyCard(entities, options)
  const lines = (card.sections ?? []).flatMap((section) => section.lines)
  return {
    verdict: card.verdict?.text ?? '',
    heading: card.heading?.text,
    lines: new Map(lines.map(({ label = '', text }) => [label, text])),
    all: lines,
    sources: card.sources ?? [],
  }
}

test.each([
  [
    ['japan', 'united-states'],
    'Japan and the United States are treaty allies through the U.S.-Japan alliance, since 1960.',
  ],
  [
    ['russia', 'north-korea'],
    'Russia and North Korea are treaty allies through the Russia–North Korea treaty, since December 4, 2024.',
  ],
  [['canada', 'sweden'], 'Both are in NATO.'],
  [['russia', 'china'], 'Both are in the Shanghai Cooperation Organisation and BRICS.'],
  [
    ['israel', 'united-states'],
    'Israel and the United States are partners through the U.S.-Israel security partnership.',
  ],
  [
    ['taiwan', 'united-states'],
    'The Taiwan Relations Act promises Taiwan means to defend itself, but not that the United States would fight.',
  ],
  [['iran', 'israel'], 'Nothing here has both of them.'],
  [
    ['france', 'pakistan'],
    'Both were in SEATO; no alliance, treaty or partnership here has both of them now.',
  ],
  [
    ['japan', 'south-korea', 'united-states'],
    'All three are in the Japan–South Korea–U.S. trilateral cooperation. ' +
      'The United States is a treaty ally of Japan and South Korea.',
  ],
])('%j: the verdict', (ids, verdict) => {
  expect(answerOf(ids).verdict).toBe(verdict)
})

test.each([
  [['sweden', 'nato'], 'Sweden is in NATO, since March 7, 2024.'],
  [['canada', 'nato'], 'Canada is a founding member of NATO, since April 4, 1949.'],
  [['nato', 'switzerland'], 'Switzerland is not in NATO (32 members, Feb 1, 2026).'],
  [
    ['ukraine', 'nato'],
    'Ukraine is not in NATO (32 members, Feb 1, 2026); it applied on September 30, 2022.',
  ],
  [['france', 'anzus'], 'France is not in ANZUS (3 members, 2024 or later).'],
  [
    ['new-zealand', 'anzus'],
    'The United States suspended its obligations toward New Zealand under ANZUS on September 17, 1986.',
  ],
  [['pakistan', 'seato'], 'Pakistan was in SEATO from 1954 to 1973.'],
  [['india', 'seato'], 'India is not named as a member of SEATO; its list here is not whole.'],
  [['india', 'arab-league'], 'India is an observer in the Arab League, not a member.'],
  [['japan', 'asean'], 'Japan is a partner of ASEAN, not a member.'],
  [['japan', 'mnna'], 'Japan is a major non-NATO ally of the United States.'],
  [
    ['taiwan', 'mnna'],
    'Taiwan is treated as a major non-NATO ally of the United States, without being designated (2024).',
  ],
])('%j: whether it is in it', (ids, verdict) => {
  expect(answerOf(ids).verdict).toBe(verdict)
})

test('Canada and Sweden: what both are in, since when, and what only one is in', () => {
  const { heading, lines, sources } = answerOf(['canada', 'sweden'])
  expect(heading).toBe('Canada and Sweden')
  expect(lines.get('Both in')).toBe('NATO (Canada 1949, Sweden 2024)')
  expect(lines.get('Promise')).toMatch(/^An armed attack on one/)
  expect(lines.get('Canada also in')).toMatch(/^NORAD \(1958\) · /)
  expect(lines.get('Sweden also in')).toMatch(/^European Union \(1995\) · /)
  expect(lines.get('U.S. troops')).toMatch(/^\d+ in Canada · \d+ in Sweden \(\d{4}\)$/)
  expect(lines.get('Military spending')).toMatch(/^Canada [\d.]+% · Sweden [\d.]+% of GDP \(\d{4}\)$/)
  expect(lines.get('Exercises')).toMatch(/^[^·]+ · [^·]+ · [^·]+ · \d+ more$/)
  expect(sources.length).toBeGreaterThan(5)
})

test('what is not full membership is said as such, and not among what both are in', () => {
  const { lines } = answerOf(['russia', 'switzerland'])
  expect(lines.get('Other ties')).toBe(
    'Partnership for Peace (Russia suspended since 2014, Switzerland 1996)',
  )
  expect(lines.has('Both in')).toBe(false)
  expect(answerOf(['sweden', 'finland', 'ukraine']).lines.get('Two of them in')).toMatch(
    /^NATO \(Sweden 2024, Finland 2023, Ukraine applicant since 2022\) · /,
  )
})

test('a status is nothing that brings two together', () => {
  const { verdict, lines } = answerOf(['japan', 'south-korea'])
  expect(verdict).not.toContain('non-NATO')
  expect(lines.get('Status')).toBe('Major non-NATO ally (both)')
  expect(lines.get('Not stated')).toBe('a duty to defend each other')
})

test('as of a day, what came later is left out', () => {
  const { verdict, lines } = answerOf(['canada', 'sweden'], '2020-01-01')
  expect(verdict).toBe('No alliance, treaty or partnership here has both of them.')
  expect(lines.get('Canada in')).toMatch(/^NATO \(1949\)/)
  expect(answerOf(['sweden', 'nato'], '2020-01-01').verdict).toBe('Sweden is not in NATO (29 members).')
  expect(answerOf(['united-kingdom', 'european-union'], '2018-01-01').verdict).toMatch(
    /^The United Kingdom is in the European Union/,
  )
})

test('a country beside a body: its members, its promise, and what else the country is in', () => {
  const { heading, lines } = answerOf(['sweden', 'nato'])
  expect(heading).toBe('Sweden and NATO')
  expect(lines.get('Members')).toMatch(/\(32 counted\); newest: Sweden, 2024$/)
  expect(lines.get('Promise')).toMatch(/^An armed attack on one/)
  expect(lines.get('Sweden also in')).toMatch(/^European Union \(1995\)/)
  expect(answerOf(['switzerland', 'nato']).lines.get('Neutrality')).toMatch(/^Neutral/)
})

const countries = facts.entities.filter(({ id, kind }) => kind === 'country' && facts.hasFacts(id))

test('every pair with the United States, with its neighbor in the list and with NATO is short', () => {
  for (const [index, { id }] of countries.entries()) {
    const neighbor = countries[(index + 1) % countries.length]?.id ?? ''
    for (const other of ['united-states', neighbor, 'nato', 'mnna']) {
      if (other === id) continue
      const { verdict, all } = answerOf([id, other])
      expect([id, other, verdict.length <= 140, verdict.endsWith('.')]).toEqual([id, other, true, true])
      expect([id, other, all.length <= 8]).toEqual([id, other, true])
      const texts = all.map(({ text }) => text)
      expect([id, other, new Set(texts).size]).toEqual([id, other, texts.length])
    }
  }
})
