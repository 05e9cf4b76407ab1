// Kinds of questions that strangers asked: attacks, earlier names, next editions, parts of bodies, and what is no answer.
import { expect, test } from 'vitest'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { readCompound } from '../../src/questions/compound-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')

/** Each verdict, and what was not read. */
function ask(text: string): string[] {
  const reading = readCompound(text, facts, '2026-11-29')
  if (reading.type !== 'question' && reading.type !== 'compound') return []
  const questions = reading.type === 'question' ? [reading.question] : reading.questions
  const ignored =
    reading.type === 'compound' && reading.ignored !== '' ? [`not read: ${reading.ignored}`] : []
  return [
    ...questions.map((question) => answerQuestion(question, facts, now)?.verdict ?? question.form),
    ...ignored,
  ]
}

test.each([
  // Who must help if one is attacked, by whomever.
  [
    'if someone attacks manila does the US legally have to show up',
    /^Yes, by the U\.S\.-Philippines alliance: /,
  ],
  [
    'if the philippines gets attacked by china does the us have to step in',
    /^Yes, by the U\.S\.-Philippines /,
  ],
  ['if someone attacks japan must the us help', /^Yes, by the U\.S\.-Japan alliance: /],
  [
    'does an attack on a Philippine boat in the South China Sea fall under the 1951 treaty',
    /^The U\.S\. president said on May 1, 2023/,
  ],
  ['do the americans have to come if tokyo gets bombed', /^Yes, by the U\.S\.-Japan alliance: /],
  [
    'does the NATO treaty oblige the allies to come to the aid of Hawaii if it is bombed',
    /^Hawaii is a U\.S\. state, but/,
  ],
  [
    'is Thailand a treaty ally of the USA or merely a major non-NATO ally',
    /^Yes\. Thailand is a treaty ally /,
  ],
  // What a body promises, what its articles are the same as, and what it is a part of.
  [
    'Is the Sahel alliance AES a mutual defense pact',
    /^Yes\. In the Alliance of Sahel States, an attack on one /,
  ],
  ['is the Rio Treaty a collective defence treaty', /^Yes\. Under the Rio Treaty an attack on one /],
  ['is the Quad a mutual defense pact', /^No source here calls it that\./],
  ["Which clause of the CSTO treaty is the counterpart of NATO's Article 5", /^It is Article 4\./],
  ["what's the point of the GCC's peninsula shield force", /^The stated aim of the Peninsula Shield Force /],
  [
    'Which EU government invoked the mutual assistance clause',
    /^France invoked Article 42\(7\) on November 17, 2015/,
  ],
  [
    'has anyone besides france invoked the eu mutual defence clause',
    /^Not stated\. No source here tells of another use\./,
  ],
  [
    'what did article 4 of the nato treaty get triggered for',
    /^By September 21, 2025, Article 4 had been used eight/,
  ],
  // What was once.
  ['did Pakistan belong to both SEATO and CENTO?', /^Yes\. .+ Yes\. /],
  ['were iraq and iran ever in the same alliance', /^Both were in the Central Treaty Organization/],
  ['what was CENTO called before it was CENTO', /^The Baghdad Pact was renamed CENTO/],
  ['what was the old name of CENTO', /^The Baghdad Pact was renamed CENTO/],
  ["was Thailand's SEATO headquarters in Bangkok", /^SEATO had its headquarters in Bangkok\.$/],
  [
    'Who were the signatories of the Manila Pact that set up SEATO?',
    /^SEATO had 7 members when it ended in 1977\./,
  ],
  // Exercises: the last one, the next one, who leads them and who else is in them.
  ['How many countries were at the last RIMPAC', /^29 nations took part in RIMPAC 2024\.$/],
  [
    'when is the next Talisman Sabre',
    /^No source here gives the date of the next Talisman Sabre\. Talisman Sabre is held every two years/,
  ],
  ['what year is the next RIMPAC going to be held', /^No source here gives the date of the next RIMPAC/],
  ['Does China attend Cobra Gold every year?', /^China is named for 2026/],
  ['is cobra gold only us and thailand or do others join in', /^\d+ nations took part in Cobra Gold/],
  ['Which navy hosts RIMPAC?', /^The United States hosts RIMPAC, through the U\.S\. Pacific Fleet\.$/],
  ['has China ever been in RIMPAC', /^Yes\. China is named for 2016 and 2014, but not for 2024/],
  ['does china still take part in RIMPAC', /^China is named for 2016 and 2014, but not for 2024/],
  ['has australia always been part of malabar', /^Australia is named for 2025/],
  [
    'is Malabar just the quad doing naval drills?',
    /^4 countries are in the Quad and were in Malabar 2025\.$/,
  ],
  ['Which country takes part in Talisman Sabre alongside Australia as co-lead?', /^.+ lead Talisman Sabre/],
  ['what do the Quad and Malabar have in common', /^4 countries are in the Quad and were in Malabar 2025\.$/],
  ['how many NATO countries took part in RIMPAC 2022', /^7 countries are in NATO and were in RIMPAC 2022\.$/],
  // Who joined is counted, rather than who was in it.
  ['how many countries joined nato in 2004', /^7 members joined NATO in 2004\.$/],
  // When it was, the answer tells.
  [
    'Why was New Zealand suspended from ANZUS in the 80s?',
    /^Suspended\. The United States suspended its obligations toward New Zealand .+ 1986\.$/,
  ],
  [
    'when did mexico leave the rio treaty in the 2000s',
    /^Yes\. Mexico was in the Rio Treaty from 1947 to 2004\.$/,
  ],
  // Who came back is told before it left.
  [
    'is france still in natos military command or did they quit',
    /^On March 11, 2009, France announced its return to NATO's integrated command\.$/,
  ],
  ['where was the rio treaty signed', /^The Rio Treaty was adopted in Rio de Janeiro, Brazil\.$/],
  // A promise, by other words.
  ['does hawaii count for article 5 lol', /^Hawaii is a U\.S\. state, but it lies outside the area/],
  ['csto vs nato article 5, is there an equivalent article in csto', /^It is Article 4\. /],
  [
    'does the US have to defend the senkaku islands under the japan treaty',
    /Article V .+ applies to the Senkaku Islands\.$/,
  ],
  [
    'is there any treaty that makes thailand a US ally',
    /^Yes\. Thailand is a treaty ally of the United States/,
  ],
  ['Was Taiwan ever covered by a US defense treaty?', /^The defense treaty of the United States .+ 1980/],
  [
    'If someone attacks the Philippines does America have to help them under the 1951 treaty?',
    /^Yes, by the U\.S\.-Philippines alliance: /,
  ],
  [
    'does austria have to defend other EU states if theyre neutral?',
    /^Yes\. Austria is in the European Union/,
  ],
  ['is brics a military thing', /^No source here calls it that\. BRICS is called a group of nations\.$/],
  // Other ties than membership.
  ['does Colombia count as a nato member or just a partner', /^A partner, through NATO's global partners\./],
  ['is turkey a nato member or just a partner', /^Türkiye is in NATO, since February 18, 1952\.$/],
  ['which asian countries are partners of nato', /^\d+ countries of the \d+ named here/],
  ["who are nato's partners", /^\d+ partners of NATO are named here, perhaps not all\.$/],
  [
    'what countries are in the au but suspended',
    /Mali.+ are named as suspended members of the African Union\.$/,
  ],
  [
    'was syria ever suspended from the arab league',
    /^The Arab League voted to suspend Syria in November 2011\./,
  ],
  ['did nato promise ukraine membership', /^Ukraine is an applicant to NATO/],
  [
    'can the us just cancel the treaty with korea',
    /^Not stated\. No source here says how a member leaves the U\.S\.–South Korea alliance\.$/,
  ],
  // By what is named, rather than by whatever else both are in.
  ['Must the US defend Canada under ANZUS?', /^Not by ANZUS\. No source here has both/],
  [
    'Must Poland defend Hungary under the Warsaw Pact?',
    /^Not by the Warsaw Pact\. It ended on July 1, 1991\.$/,
  ],
  ['must Austria defend Poland under article 42.7', /^Yes, by the European Union: Article 42\(7\)/],
  ['must Turkey defend Greece as a NATO member', /^Yes, by NATO: /],
  // When it joined, rather than whether it was in it then.
  [
    'Did Britain join NATO in 1980?',
    /^The United Kingdom is a founding member of NATO, since April 4, 1949\.$/,
  ],
  ['Did Spain join NATO in 1980?', /^Spain joined NATO on May 30, 1982\.$/],
  [
    'Why was Syria suspended from the Arab League?',
    /^The Arab League voted to suspend Syria in November 2011\./,
  ],
  ['is japan the sixth eye yet', /^No\. The list of the members of the Five Eyes/],
  ['is serbia in nato or csto or neither', /^No\. The list of the members of NATO, .+ No\. The list/],
  [
    'has south korea joined aukus pillar 2 yet',
    /^In September 2024, the AUKUS partners were consulting Canada, New Zealand and South Korea/,
  ],
  [
    'Is Switzerland linked to NATO in any way although it is neutral?',
    /^A partner, through the Partnership for Peace\./,
  ],
  [
    'Which countries observe or are dialogue partners of ASEAN?',
    /^\d+ partners of ASEAN .+ Papua New Guinea is named as an observer/,
  ],
  [
    'Which Arab countries carry the label of major non-NATO ally',
    /^8 countries are in the Arab League and major non-NATO allies\.$/,
  ],
  [
    'did saudi arabia and pakistan sign a defense pact recently?',
    /^The Saudi-Pakistani defense pact was signed on September 17, 2025\.$/,
  ],
  ['how many states put their names to the Washington Treaty', /^NATO had 12 founding members\.$/],
  [
    'can nato kick out a member like hungary or turkey',
    /^The 14 articles of NATO's treaty .+ no rule on expelling one\.$/,
  ],
])('answers “%s”', (question, verdict) => {
  const [first, ...others] = ask(question)
  expect(first).toMatch(verdict)
  expect(others).toEqual([])
})

test.each([
  // What a fact states of another treaty, or of another country, is no answer to what follows.
  [
    'When was the treaty between Seoul and Washington signed, and when did it come into effect?',
    /^Not stated\. No source here says when the U\.S\.–South Korea alliance came into force\./,
  ],
  [
    'Which state was designated a major non-NATO ally last, and by which president?',
    /^not read: by which president/,
  ],
  [
    'how many submarines is australia getting from aukus and what will they cost',
    /^not read: what will they cost/,
  ],
])('of two things asks “%s”', (question, second) => {
  expect(ask(question)).toEqual([expect.any(String), expect.stringMatching(second)])
})

test.each([
  // Who attacks is not defended, and who else is attacked is no member.
  'If Turkey invades Greece, must NATO defend Turkey?',
  'Does NATO have to help Turkey if Turkey attacks Syria?',
  'Must the US defend Japan if North Korea attacks South Korea?',
  // What happened in another year is no answer.
  'Was China invited to RIMPAC 2026?',
  'Did China take part in RIMPAC only once?',
  // An earlier name is no former member and no founder.
  'what was the first name of the African Union',
  // Two names of one sentence of the five sites are no count of them.
  'how many EDCA sites are there',
  'does the manila pact still bind the US to thailand',
  "which NATO article is like the EU's article 42.7",
])('does not answer “%s”', (question) => {
  expect(ask(question)).toEqual([])
})

test('a short list is told with its number', () => {
  const reading = readCompound('how many countries are in AUKUS and who are they', facts, '2026-11-29')
  const answer = reading.type === 'question' ? answerQuestion(reading.question, facts, now) : undefined
  expect(answer?.verdict).toMatch(/^AUKUS has 3 members/)
  expect(answer?.lines?.[0]?.text).toMatch(/Australia.*United Kingdom.*United States/)
})
