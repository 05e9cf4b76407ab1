// A word that nobody knows may be the name of what is asked about: no question is answered as if it were not there.
import { expect, test } from 'vitest'
import { readCompound } from '../../src/questions/compound-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()

/** What of the text was not read; undefined if all of it was. */
function unreadOf(text: string): string | undefined {
  const reading = readCompound(text, facts, '2026-11-29')
  if (reading.type === 'unread') return reading.words.join(' ')
  return reading.type === 'compound' ? reading.ignored : undefined
}

test.each([
  'xorbo how many members is it',
  'xorbo how many members is it and is denmark in',
  'xorbo how many members does it have',
  'how many members has it, xorbo',
  'how many members, xorbo?',
  'is denmark in xorbo',
  'xorbo? and is denmark in',
  'xorbo: is Denmark a member',
  'is Denmark a member? xorbo',
  'my teacher mentioned the xorbo, is Denmark a member',
  'xorbo, has article 5 been invoked',
  'what does article 5 say, xorbo',
  'xorbo which countries are neutral',
  'which article of xorbo says members consult',
  'xorbo is new here, which article says members consult',
  'has any country ever left NATO for good? Xorbo Pact',
  'xorbo which is older, NATO or the Rio Pact',
  'xorbo what does CENTO mean, and which year was it dissolved',
  'who is in the Five Eyes, xorbo',
  'who is in the Five Eyes, xorbo and AUKUS',
  'is Denmark in NATO or xorbo',
  'Article 4 of the CSTO treaty = xorbo article 5?',
  'AUKUS pillar 2 what is that compared to xorbo pillar 1',
  'where is nato hq and was it always there or in xorbo',
  'who can veto a new xorbo member',
  'does xorbo have a mutual defence clause like NATO does',
  'does NATO have a mutual defence clause like xorbo does',
  'is kenya a major non-nato ally of xorbo',
  'is kosovo applying to xorbo or is it bosnia',
  'what does article 4 of xorbo actually let you do',
  'which countries have applied to join xorbo but are not in yet',
  'is Austria allowed to join xorbo given its neutrality law',
  'is NZ still suspended from ANZUS over the xorbo thing',
  'who got kicked out of xorbo status... afghanistan?',
  'which article of xorbo is the "consult if threatened" one',
  'xorbo south korea mutual defense treaty signed where and when',
  'who is co-hosting xorbo',
  'Xorbo and MAP... where do they stand',
  'who commands xorbo forces in Europe, always an american?',
  'article 5 equivalent of xorbo',
  'how many members were in xorbo when it started',
  'xorbo pillar 2 - what is it about',
  'difference between xorbo and NATO in membership',
  'what countries left xorbo before it collapsed',
  'which nato article covers xorbo',
  'what treaty makes the US defend japan and which article is it, xorbo',
  'do the US-Japan treaty obligations apply to xorbo',
  'what does article 5 of the rio treaty say, sorry xorbo article 3',
  'philippines treaty with the xorbo us - does it cover coast guard boats in the south china sea',
])('%s', (text) => {
  expect(unreadOf(text)).toMatch(/xorbo/i)
})

test.each([
  'how many members does NATO have',
  'which countries left the Warsaw Pact',
  'is Turkey still a member',
  'what does article 5 say',
  'has article 5 ever been invoked',
  'when did Finland join NATO',
  'who hosts Cobra Gold',
  'must the US defend Japan',
  'which EU countries are not in NATO',
  'is Hawaii covered by article 5',
])('%s, with a name at each place', (text) => {
  const words = text.split(' ')
  expect(unreadOf(text)).toBeUndefined()
  for (let index = 0; index <= words.length; index++)
    expect(unreadOf(words.toSpliced(index, 0, 'xorbo').join(' '))).toMatch(/xorbo/i)
})

test.each([
  'little entente how many members is it',
  'the little entente: how many members',
  'is Denmark a member (north pact)',
  'the group of seven: is Denmark a member',
])('a name of common words is no NATO: %s', (text) => {
  const reading = readCompound(text, facts, '2026-11-29')
  expect(JSON.stringify(reading)).not.toMatch(/"form":"(?:how-many|is-in)"/)
})

test.each([
  'is Turkey still a member or did they get kicked out after the s400 thing',
  'sry noob here, what does article 5 say',
  'Pedantic I know, but when did the North Atlantic Treaty enter into force',
  'my grandad served in the far east, who was in SEATO',
])('what says something of its own is no name: %s', (text) => {
  expect(readCompound(text, facts, '2026-11-29').type).toMatch(/^(?:question|compound)$/)
})
