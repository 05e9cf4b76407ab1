// Short questions, in any order of words: read as the plain question that they stand for, or refused.
import { expect, test } from 'vitest'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { readCompound } from '../../src/questions/compound-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const read = (text: string) => readCompound(text, facts, '2026-11-29')

test.each([
  // A country and a body.
  ['finland nato date', 'When did Finland join NATO?'],
  ['indonesia brics when??', 'When did Indonesia join BRICS?'],
  ['Spanish membership of NATO dates from what year?', 'When did Spain join NATO?'],
  ['five eyes - canada since?', 'Since when is Canada in Five Eyes?'],
  ['mexico TIAR over since when', 'When did Mexico leave the Rio Treaty?'],
  ['is qatar one of those MNNA countries', 'Is Qatar a major non-NATO ally?'],
  ['Turkey, was it a founder of CENTO', 'Was Turkey a founding member of CENTO?'],
  // Several of them.
  ['egypt ethiopia iran joined brics when', 'When did Egypt, Ethiopia and Iran join BRICS?'],
  [
    'Liechtenstein, monaco, andorra: any of them in NATO?',
    'Which of Liechtenstein, Monaco and Andorra are in NATO?',
  ],
  ['When did Doha get major non-NATO ally status?', 'When did Qatar become a major non-NATO ally?'],
  ['managua walked out of the oas when exactly', 'When did Nicaragua leave the OAS?'],
  ['How did Iraq end up leaving CENTO, and when?', 'When did Iraq leave CENTO?'],
  ['name every country that signed the Rio Treaty and then walked out', 'Who left the Rio Treaty?'],
  ['who was number 30 to join NATO', 'Who was the 30th to join NATO?'],
  [
    'Which article of the US-Japan treaty is the one about defending Japan',
    'Which article of the US-Japan treaty is about mutual defense?',
  ],
  // A body.
  ['mnna newest one', 'Which country is the newest major non-NATO ally?'],
  ['the csto has what observers', 'Which countries are observers of the CSTO?'],
  ['seato last day', 'When did SEATO end?'],
  ['OAS home city?', 'Where is the headquarters of the OAS?'],
  ['CSTO, the letters = ?', 'What does CSTO stand for?'],
  ['SACEUR rn?', 'Who is SACEUR?'],
  ['who leads NATO and since when', 'Who leads NATO?'],
  ['PfP — alliance or no', 'Is the Partnership for Peace an alliance?'],
  ['UKUSA agreement from which year please', 'When was the UKUSA Agreement signed?'],
  // An exercise.
  ['talisman sabre first edition', 'When was Talisman Sabre first held?'],
  ['Red Flag, in which country is it held', 'Where is Red Flag held?'],
  // Two bodies, two countries.
  ['quad + aukus both: which countries', 'Which countries are in both the Quad and AUKUS?'],
  ['eu but not nato: full list', 'Which members of the European Union are not in NATO?'],
  [
    'csto minus SCO, who is left?',
    'Which members of the CSTO are not in the Shanghai Cooperation Organisation?',
  ],
  ['does canada hafta defend latvia', 'Must Canada defend Latvia?'],
  ['Did Argentina end up joining brics or not', 'Did Argentina ever join BRICS?'],
  // A capital is its country, where it is no place.
  ['must Washington defend Seoul?', 'Must the United States defend South Korea?'],
  ['pyongyang-moscow pact 2024, into force when', 'When did the Russia–North Korea treaty come into force?'],
  ['where is the NATO headquarters, Brussels or Paris?', 'Where is the headquarters of NATO?'],
  // In other words.
  ['At any point in history was Yugoslavia in the Warsaw Pact?', 'Was Yugoslavia ever in the Warsaw Pact?'],
  ['Did Iraq use to be in CENTO?', 'Was Iraq ever in CENTO?'],
  ['Do the Emirates sit at the BRICS table?', 'Is the United Arab Emirates in BRICS?'],
  ['Does the African Union count Morocco as a member?', 'Is Morocco in the African Union?'],
  ['Was Sweden already in NATO in 2023?', 'Was Sweden in NATO in 2023?'],
  ['Did Spain join NATO before or after 1980?', 'When did Spain join NATO?'],
  [
    "I'd like to know the year in which Bahrain obtained MNNA status",
    'When did Bahrain become a major non-NATO ally?',
  ],
  ['How many years has Norway been in NATO?', 'How long has Norway been in NATO?'],
  ['has denmark been in nato from the start', 'Is Denmark a founding member of NATO?'],
  ['Who has been in NATO since day one?', 'Who founded NATO?'],
  ['Which countries first signed the North Atlantic Treaty?', 'Who founded NATO?'],
  ['Which countries comprise the Quad?', 'Which countries joined the Quad?'],
  ['Could you run through the CSTO members for me?', 'Who is in the CSTO?'],
  ['Out of how many states is the GCC composed?', 'How many countries are in the GCC?'],
  ['is nato 30 or 32 countries', 'How many countries are in NATO?'],
  ['Most recent addition to NATO?', 'Who is the newest member of NATO?'],
  ['When did NATO last get a new member?', 'Who is the newest member of NATO?'],
  ['In what alliances can we find New Zealand?', 'What alliances is New Zealand in?'],
  ['What connects New Zealand and Canada alliance wise?', 'What are New Zealand and Canada both in?'],
  ['Are Greece and Turkey in the same alliance?', 'What are Greece and Turkey both in?'],
  ["Which countries are in the EU but didn't join NATO?", 'Which European Union members are not in NATO?'],
  ['Which members of the EU have stayed out of NATO?', 'Which European Union members are not in NATO?'],
  ['Which NATO allies used to be in the Warsaw Pact?', 'Which NATO members were in the Warsaw Pact?'],
  [
    'Out of Norway, Switzerland and Finland, who is in the EU?',
    'Which of Norway, Switzerland and Finland are in the EU?',
  ],
  ['Is Brazil eligible for NATO membership?', 'Can Brazil join NATO?'],
  ['What are the requirements for NATO membership?', 'Who can join NATO?'],
  ['what happens if a country wants out of nato', 'How can a member leave NATO?'],
  ['can members be forced out of nato', 'Can NATO expel a member?'],
  ['did the arab league exist before nato', 'Is the Arab League older than NATO?'],
  ['who was the last one to join nato before finland', 'Who joined NATO last before Finland?'],
  ["Correct me if I'm wrong, but Cyprus isn't a NATO member?", 'Cyprus is not a NATO member?'],
  ['was it Finland or Sweden that joined NATO last?', 'Who joined NATO first, Finland or Sweden?'],
  ['Skopje joined NATO when?', 'When did North Macedonia join NATO?'],
  ['under which article can NATO invite new members', 'Who can join NATO?'],
  ['what nato countries were once part of the warsaw pact', 'Which NATO members were in the Warsaw Pact?'],
  ['new EU members of 2007', 'Who joined the European Union in 2007?'],
  ['Countries joining NATO in 2004', 'Who joined NATO in 2004?'],
  ['Is India in an alliance with the US?', 'What are India and the United States both in?'],
  ['Who besides Iran joined BRICS in 2024?', 'Who joined BRICS in 2024?'],
  ['Did Vietnam enter ASEAN prior to Cambodia?', 'When did Vietnam and Cambodia join ASEAN?'],
  ['are any of the baltics not in nato', 'Which of Estonia, Latvia and Lithuania are not in NATO?'],
  ['What was the lifespan of SEATO?', 'How long did SEATO last?'],
  // A treaty by its year, a clause by its place in its treaty.
  [
    'does the saudi pakistan pact from 2025 mean they must fight for each other',
    'What are the obligations of the Saudi-Pakistan pact?',
  ],
  ['has 42(7) TEU ever been triggered and by who', 'Has the EU mutual defence clause ever been invoked?'],
  ['Has Art. 42 (7) of the Treaty on European Union been used', 'Has Article 42.7 ever been invoked?'],
])('%s', (text, plain) => {
  const { type, question } = { question: undefined, ...read(text) }
  expect(type).toBe('question')
  const { form, entities } = { form: '', entities: [], ...(question ?? {}) }
  expect(read(plain)).toMatchObject({ type: 'question', question: { form, entities } })
})

test.each([
  // "In" is taking part, rather than hosting.
  [
    'when was australia in malabar for the first time, 2007 or 2020??',
    /^Of the editions named here, Malabar 2007 is the first with Australia/,
  ],
  [
    'Did Taiwan previously have a treaty with the US?',
    /^The defense treaty of the United States with the Republic of China \(Taiwan\) was to end/,
  ],
  ['What do Brazil, India and South Africa have in common?', /^All are in BRICS\.$/],
  [
    'Do the US, Japan and South Korea have a defense treaty',
    /^All are in the Japan–South Korea–U\.S\. trilateral cooperation\.$/,
  ],
  ['who was the first sec gen of NATO', /^Lord Ismay became the first NATO Secretary General/],
  ['is sweden still neutral', /^No source here calls Sweden neutral. It is in NATO, since March 7, 2024/],
  ['Is Ireland bound by article 42.7', /^Yes. Ireland is in the European Union, since 1993. Each member/],
  ['is Norway bound by article 42.7', /^No. The list of the members of the European Union/],
  ['if someone bombs hawaii does article 5 kick in or nah', /outside the area that NATO's Article 5 covers/],
  [
    'does usa have to defend philippines boats in south china sea by the treaty',
    /the promise covers attacks on Philippine forces, public vessels/,
  ],
])('%s: %s', (text, verdict) => {
  const reading = read(text)
  const [question, ...others] =
    reading.type === 'question' ? [reading.question] : reading.type === 'compound' ? reading.questions : []
  expect(others).toEqual([])
  expect(question && answerQuestion(question, facts, new Date('2026-11-29'))?.verdict).toMatch(verdict)
})

test.each([
  [
    'Talisman Sabre – how often is it held and by whom?',
    ['held', 'leader'],
    ['talisman-sabre', 'talisman-sabre'],
  ],
  [
    'Who is the current SecGen of NATO and who was before him',
    ['leader', 'leader'],
    ['nato-sec-gen', 'nato-sec-gen'],
  ],
  ['how many MNNAs are there now, and who was the last one added', ['how-many', 'newest'], ['mnna', 'mnna']],
  ['whats CENTO and when did it die', ['what-is', 'ended'], ['cento', 'cento']],
  [
    'What treaty obliges Washington to defend South Korea and in what year was it signed?',
    ['defend', 'founded'],
    ['united-states', 'us-south-korea'],
  ],
  [
    'Pretty sure Taiwan has no US treaty any more, since Carter I believe, but does it count as some kind of MNNA still?',
    ['treaty-ally', 'is-in'],
    ['taiwan', 'taiwan'],
  ],
  ['AES members, plus founding year', ['who-in', 'founded'], ['sahel-alliance', 'sahel-alliance']],
  ['what does aukus pillar 2 cover vs pillar 1', ['stated', 'stated'], [undefined, undefined]],
])('both are read: %s', (text, forms, entities) => {
  const reading = read(text)
  const questions = reading.type === 'compound' && reading.ignored === '' ? reading.questions : []
  expect(questions.map(({ form }) => form)).toEqual(forms)
  expect(questions.map((question) => question.entities[0])).toEqual(entities)
})

test.each([
  // What is stated is not what is asked.
  'he says Finland is in the EU, so how many soldiers does it have?',
  // A city is a place.
  'was SEATO signed in Manila',
  // What is to come is not known.
  'ukraine nato when will that be',
  // Two things are asked.
  'nato members when and eu members when',
  // U.S. troops in a country are not its army.
  'how many soldiers has Turkey',
  // A statement asks nothing.
  'Finland applied to join NATO',
  // What a country wants is not what it may do.
  'does Turkey want to leave NATO',
  'Is NATO always right?',
  'what was NATO originally called',
  'Is Canada next to the US in NATO?',
  'Did NATO promise not to expand?',
  'sort NATO members by size',
  'How many countries has NATO attacked?',
  // A body that acts in a country is not joined by it.
  'can NATO enter Ukraine',
  'Can NATO leave Ukraine?',
  'Is the EU a member of NATO?',
  // Who came in place of a body held no office, and who came back is not who is in it.
  'who replaced the Warsaw Pact',
  'who rejoined the Rio Treaty',
  // A promise that is not of defense is no name.
  'did the US promise not to expand NATO',
  'who agreed to AUKUS',
  // A word that nobody knows may be a name.
  'nato without a xorbo who',
  // A day of a month is no year, and no number.
  'did Spain join NATO on May 30',
  // Not since when it is held, nor what a fact says of something else.
  'how long is RIMPAC',
  'How long does NATO take?',
  'What follows NATO?',
])('%s is refused', (text) => {
  expect(read(text).type).toBe('unread')
})
