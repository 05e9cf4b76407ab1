// Texts in which one clause asks: what stands around it is named as not read, unless it changes what is asked.
import { expect, test } from 'vitest'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { readCompound } from '../../src/questions/compound-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')

/** The verdicts, and what was not read. */
function ask(text: string): { verdicts: string[]; ignored: string } {
  const reading = readCompound(text, facts, '2026-11-29')
  if (reading.type !== 'question' && reading.type !== 'compound') return { verdicts: [], ignored: '' }
  const questions = reading.type === 'question' ? [reading.question] : reading.questions
  return {
    verdicts: questions.map((question) => answerQuestion(question, facts, now)?.verdict ?? question.form),
    ignored: reading.type === 'compound' ? reading.ignored : '',
  }
}

test.each([
  // "It" is what has the right kind of those that were named before.
  [
    'ok so my dad swears Ireland joined NATO "quietly" a while ago, we bet a beer on it, so is it a member?',
    /^No\. The list of the members of NATO/,
    /^ok so my dad swears .+ on it, so$/,
  ],
  [
    'A mate in the RAN told me, over a few beers, that Talisman Sabre runs "every odd year". How often is it?',
    /^Talisman Sabre is held every two years/,
    /^A mate in the RAN told me/,
  ],
  [
    'I was in Hawaii last summer, saw all those grey ships, and was told it is RIMPAC. Does China still take part or not?',
    /^China is named for 2016 and 2014, but not for 2024, the latest edition/,
    /^I was in Hawaii/,
  ],
  [
    'Iraq has a gulf coast, Yemen nearly, so are those two in the GCC or no?',
    /^None of them: .+ Iraq or Yemen\.$/,
    /^Iraq has/,
  ],
  [
    'Since SEATO got shut down I would have guessed Thailand lost it, but must the US still defend it?',
    /^Yes, by the U\.S\.-Thailand alliance/,
    /^Since SEATO/,
  ],
  ["anzus v aukus, which one's older", /^ANZUS is older/, /^$/],
  // What is asked may stand inside the clause, or on both sides of an aside.
  [
    'Reading about the Suez mess, as one does, and I wondered whether Britain was in the Baghdad Pact at all or just backed it',
    /The United Kingdom was in the Central Treaty Organization from|the United Kingdom was in it from/,
    /^Reading about/,
  ],
  [
    'not sure it is even public, but when, roughly or exactly, was the AUKUS thing first announced, was it the autumn of 2021?',
    /^AUKUS was founded in September 2021/,
    /^was it the autumn of 2021\?$/,
  ],
  // A tag asks whether what was said before is so; "what year" asks when.
  [
    'long story short, I told my boss that Colombia is a NATO partner and he laughed at me. Was I wrong, or is it one?',
    /^A partner, through NATO's global partners/,
    /^long story short/,
  ],
  [
    'my grandpa served in Germany and says Spain came to NATO late, after Franco I suppose; which year was that then?',
    /^Spain joined NATO on May 30, 1982/,
    /^my grandpa/,
  ],
  // What was said first is taken back.
  [
    'and who wrote... sorry, who was the first sec gen of NATO',
    /^Lord Ismay became the first NATO Secretary General/,
    /^and who wrote\.\.\. sorry$/,
  ],
  [
    'Whose idea is Cobra Gold, i mean which two countries run it',
    /Thailand and .+United States host Cobra Gold/,
    /^Whose idea is Cobra Gold, i mean$/,
  ],
  // What is stated before is not what is asked.
  ['Finland is in NATO. is it in the EU', /^Yes. Finland is in the European Union/, /^Finland is in NATO.$/],
  [
    'cyprus not in nato why do people say it is. is it in pfp at least',
    /^No. The list of the members of the Partnership for Peace/,
    /^cyprus not in nato why do people say it is.$/,
  ],
  // A body that is named anywhere is meant rather than NATO.
  [
    'could be wrong but I think only Brunei, or was it Singapore, joined ASEAN in the 80s; when exactly did Brunei get in',
    /^Brunei joined ASEAN on January 7, 1984/,
    /^could be wrong/,
  ],
  // What the asker takes for the answer changes nothing.
  ['seato hq was in manila i guess, or bangkok?', /^SEATO had its headquarters in Bangkok/, /manila/],
  [
    'Now that Finland is in, and Sweden too, who is in NATO but not in the EU? Norway, Turkey, and I suppose the Brits?',
    /^9 countries are in NATO and not in the European Union/,
    /Norway, Turkey, and I suppose the Brits\?$/,
  ],
  [
    'so who left the CSTO in 1999 was it uzbekistan or azerbaijan or both',
    /^3 members left the Collective/,
    /uzbekistan or azerbaijan/,
  ],
  [
    'whats article 4 of nato about, poland keeps bringing it up',
    /^Under Article 4, the parties consult/,
    /^poland keeps bringing it up$/,
  ],
  // What asks something itself is no aside.
  ['who leads the OAS, is it still Almagro', /^Not stated/, /^is it still Almagro$/],
  ['who hosts Cobra Gold, Thailand or the US', /Thailand and .* host Cobra Gold/, /Thailand or the US/],
])('"%s" is answered, with the rest named as not read', (text, verdict, ignored) => {
  const answer = ask(text)
  expect(answer.verdicts).toHaveLength(1)
  expect(answer.verdicts[0]).toMatch(verdict)
  expect(answer.ignored).toMatch(ignored)
})

test.each([
  // "It" may be what nobody here knows, or a thing of what was named.
  'EDA, the eu agency, what is that stand for',
  'my mate swears by Blorp, which fights NATO they say, so when was it founded?',
  'I keep reading about Germany and the Zorblat League, so is it a member?',
  "Last Quad leaders' summit, where was it held?",
  'my uncle fought in Vietnam, so when did it end?',
  // What is not read changes what is asked.
  'we argued all night, who is in NATO but was not in the Zorblat Five?',
  'so in wartime, my prof says, must Japan defend the US?',
  'If China attacks, my prof asked, does the US have to help?',
])('"%s" is not answered', (text) => {
  expect(ask(text).verdicts).toEqual([])
})
