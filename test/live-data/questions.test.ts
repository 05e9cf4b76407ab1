// Questions in people's own words against the facts: what is answered, what is refused, and that nothing breaks.
import { expect, test } from 'vitest'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { readCompound } from '../../src/questions/compound-question.ts'
import { readQuestion } from '../../src/questions/read-question.ts'
import { questionsAbout, suggestQuestions } from '../../src/questions/suggest-questions.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')
const today = '2026-11-29'

function answerTo(text: string) {
  const reading = readQuestion(text, facts, today)
  return reading.type === 'question' ? answerQuestion(reading.question, facts, now) : undefined
}

test.each([
  // Groups of countries, and numbers written short.
  ['which baltic states are in nato', /^Estonia, Latvia and Lithuania are in NATO\.$/],
  ['which countries host more than 10k us troops', /^5 of \d+ countries with a number for 2024/],
  ['nato members that spend more than 3% of gdp', /^6 of the 31 members of NATO/],
  ['top 5 military spenders', /^As a share of GDP, Ukraine: 34\.48%/],
  // In which year, and of which country.
  ['who left the csto in 1999', /^3 members left the Collective .+ in 1999, all in April 1999\.$/],
  ['who is portugals oldest ally', /^The Anglo-Portuguese Alliance, of June 16, 1373/],
  ['which eu countries are neutral', /^3 countries among the members of the European Union /],
  ['is austria allowed to join an alliance', /^Austria is bound by law to neutrality/],
  // What was, and what is less than membership.
  [
    'what alliances do turkey and pakistan both belong to or did belong to',
    /^Both were in the Central Treaty Organization; no source here names them together /,
  ],
  ['is ukraine a nato partner, what kind', /^Ukraine is an applicant to NATO, .+ not a member\.$/],
  ['is switzerland in the pfp', /^Yes\. Switzerland is in the Partnership for Peace, since 1996\.$/],
  [
    'did north korea and russia sign a defence pact',
    /^The Russia–North Korea treaty was signed on June 19, 2024\.$/,
  ],
  ['did the us kick new zealand out of anzus', /^Suspended\. The United States suspended /],
  // What happens when.
  ['what happens if a nato country gets attacked', /^Each member has promised to help another/],
  ['does every nato country have to fight if article 5 is triggered', /^Under Article 5, an armed attack /],
  ['does the eu have its own version of article 5', /^Each member has promised to help another/],
  ['what do mnna countries get', /^The status makes a country eligible for training/],
  // Typos in words that are no names.
  ['is denmark a nato memebr', /^Yes\. Denmark is a founding member of NATO/],
  ['wich contries are foundng members of nato', /^NATO had 12 founding members\.$/],
  ['how many trops does the us have in japan', /gives 55,154 for 2024\.$/],
  [
    'newest member of the CSTO',
    /^Belarus, which joined the Collective Security Treaty Organization in 1993\.$/,
  ],
  ['was france ever out of nato', /^No\. France is a founding member of NATO/],
  ['how many countries r in nato atm', /^NATO has 32 members/],
  ['nato members below 2 percent 2024', /^13 of the 31 members of NATO with a number for 2024/],
  [
    'how much did Poland spend on its military last year',
    /is about 4\.48% of its gross domestic product in 2025\.$/,
  ],
  [
    'philippines us mutual defense treaty signed when',
    /^The U\.S\.-Philippines alliance was signed on August 30, 1951\.$/,
  ],
  [
    'do north korea and russia have a defense pact',
    /^Both are in the Russia–North Korea treaty, with a promise of mutual defense\.$/,
  ],
  [
    'is india in the SCO and in the quad at the same time?',
    /^Yes\. India is in the Shanghai .+ Yes\. India is in the Quad/,
  ],
  ['does the gcc have mutual defence', /^Each member has promised to help another that is attacked/],
  [
    "which of these isn't in nato: austria, norway, croatia, albania",
    /^Norway, Croatia and Albania are in NATO\. Austria is not, by the list that is whole as of /,
  ],
  ['are sweden and finland both in nato', /^Sweden and Finland are in NATO\.$/],
  [
    'are Ireland and Malta in NATO',
    /^None of them: the list of the members of NATO, whole as of .+ Ireland or Malta\.$/,
  ],
  [
    'who was the first country to leave the warsaw pact',
    /^2 members left the Warsaw Pact, first Albania on September 1\d, 1968\.$/,
  ],
  ['has anyone ever left nato', /^Not stated\. No source here names a member that left NATO\.$/],
  [
    'whats the oldest alliance still going',
    /^The Anglo-Portuguese Alliance, of June 16, 1373, is the oldest of /,
  ],
  ['why is serbia not in nato lol', /^The list of the members of NATO, .+ does not have Serbia\.$/],
  ['when did west germany join nato', /^West Germany was in NATO, from May 6, 1955\.$/],
  [
    'when did east germany join nato',
    /^No\. The list of the members of NATO, .+ does not have East Germany\.$/,
  ],
  [
    'how many troops does the us have in poland compared to italy',
    /^Italy has more: 12,482 U\.S\. troops to 302 /,
  ],
  ['who joined NATO after 2005', /^6 members joined NATO after 2005\.$/],
  [
    "who are america's treaty allies",
    /^\d+ countries named here, through \d treaties with a promise of mutual defense\.$/,
  ],
  ['is pakistan a us ally', /^Not by a treaty that is stated here\. It is a major non-NATO ally/],
  ["who's the boss of nato these days", /^Mark Rutte took over as NATO Secretary General/],
  ['art 5 how many times has it been used', /^NATO invoked Article 5 on September 12, 2001/],
  ['can ukraine join nato', /^Ukraine is an applicant to NATO, since September 30, 2022, not a member\.$/],
  ['which nato members dont hit 2 percent', /^\d+ of the 31 members of NATO with a number for 2024/],
  ['is india in the sco', /^Yes\. India is in the Shanghai Cooperation Organisation, since June 9, 2017\.$/],
  ['is switzerland neutral', /neutral/],
  ['is egypt still in the arab league', /^Yes\. Egypt is in the Arab League, again since May 21, 1989\.$/],
  ['is Canada in NATO', /^Yes\. Canada is a founding member of NATO, since April 4, 1949\.$/],
  [
    'Is Switzerland in NATO?',
    /^No\. The list of the members of NATO, whole as of .+, does not have Switzerland\.$/,
  ],
  [
    'is ukraine in nato yet or nah',
    /^No\. Ukraine is an applicant to NATO, since September 30, 2022, not a member\.$/,
  ],
  ['bro ireland is NOT in nato right??', /^The list of the members of NATO, .+ does not have Ireland\.$/],
  ['was Spain in NATO in 1975', /^No, not yet\. Spain joined NATO on May 30, 1982\.$/],
  [
    'is Poland still in the Warsaw Pact',
    /^No\. The Warsaw Pact ended on July 1, 1991; Poland was in it from May 14, 1955/,
  ],
  ['Was Poland in the Warsaw Pact?', /^Yes\. Poland was in the Warsaw Pact from May 14, 1955 to /],
  [
    'is new zealand still in anzus',
    /^Suspended\. The United States suspended its obligations toward New Zealand under ANZUS on /,
  ],
  ['is Iceland a founding member of NATO', /^Yes\. Iceland is a founding member of NATO/],
  ['was sweden one of natos founders', /^No\. The 12 founding members .+ It joined on March 7, 2024\.$/],
  [
    'is Sweden a founding member of NATO',
    /^No\. The 12 founding members .+ do not include Sweden\. It joined on March 7, 2024\.$/,
  ],
  [
    'how many countries are in NATO rn',
    /^NATO has 32 members \(.+\), counted .+ The latest is Sweden on March 7, 2024\.$/,
  ],
  ['how many members did NATO have in 1960', /^In 1960, NATO had 15 members/],
  ['when did Sweden join', /^Sweden joined NATO on March 7, 2024\.$/],
  ['newest member', /^Sweden, which joined NATO on March 7, 2024\.$/],
  ['which countries joined nato in 2004', /^7 members joined NATO in 2004\.$/],
  [
    'when did albania quit the warsaw pact',
    /^Yes\. Albania was in the Warsaw Pact from May 14, 1955 to September 12, 1968\.$/,
  ],
  ['which EU countries are not in NATO', /^4 countries are in the European Union and not in NATO\.$/],
  ['what are Japan and Australia both in', /^Both are in the Quad/],
  [
    'is Japan a treaty ally of the US',
    /^Yes\. Japan is a treaty ally of the United States through the U\.S\.-Japan alliance\.$/,
  ],
  [
    'israel, is it an actual treaty ally of america',
    /^Not by a treaty that is stated here\. It is a major non-NATO ally/,
  ],
  ['Is AUKUS an alliance?', /^Sources differ\./],
  ['must the US defend the Philippines', /^Yes, by the U\.S\.-Philippines alliance: [A-Z]/],
  ['if japan gets attacked is america obligated to fight', /^Yes, by the U\.S\.-Japan alliance: [A-Z]/],
  ['does NATO have to defend Ukraine', /^No promise to defend it is stated here\./],
  ['who must defend whom', /^Each member has promised to help another that is attacked/],
  ["what does nato's article 5 actually promise", /Article 5, an armed attack on one/],
  ['how many times has article 5 been used', /^NATO invoked Article 5 on September 12, 2001/],
  ['is saudi arabia in brics', /^Sources differ: the list of the members of BRICS/],
  ['is argentina in brics', /does not have Argentina, and others tell of its accession/],
  ['is mongolia in brics', /^No\. /],
  ['how do you leave NATO', /^Under Article 13, a party leaves one year after/],
  ['what does NATO stand for', /^NATO stands for North Atlantic Treaty Organization\.$/],
  ['when was the warsaw pact dissolved', /^The Warsaw Pact ended on July 1, 1991\.$/],
  ['who is the secretary general of NATO', /Mark Rutte/],
  [
    'how many us troops are in germany',
    /^A count of active-duty U\.S\. troops in Germany gives 36,541 for 2024\.$/,
  ],
  [
    'which country hosts the most US troops',
    /^Japan: 55,154 U\.S\. troops \(2024\), the most of \d+ countries/,
  ],
  ['who spends the most on defense', /^As a share of GDP, Ukraine: 34\.48% of GDP \(2024\)/],
  ['Did India take part in RIMPAC 2018?', /^Yes\. India took part in RIMPAC 2018\.$/],
  ['how many countries took part in RIMPAC 2024', /^29 nations took part in RIMPAC 2024\.$/],
  // What is said around a question: who says so, why it is asked, whether it is right.
  [
    'settle an argument: is Turkey still in NATO or did they get booted',
    /^Yes\. Türkiye is in NATO, since February 18, 1952\.$/,
  ],
  ['i keep seeing ppl say Austria is in NATO, true?', /^No\. .+ does not have Austria\.$/],
  [
    'my teacher says Switzerland joined NATO last year, is that right',
    /^Never, by this list\. .+ does not have Switzerland\.$/,
  ],
  [
    'if i remember right Spain joined NATO in the 80s, which year was it',
    /^Spain joined NATO on May 30, 1982/,
  ],
  ['back when the warsaw pact existed who was in it', /^The Warsaw Pact had 6 members when it ended/],
  ['for a school project i need to know who the founding members of nato were', /^NATO had 12 founding/],
  ['sorry if this has been asked before but which countries are in the Five Eyes', /^The Five Eyes has 5/],
  ['Does anybody here know who the current NATO secretary general is', /^Mark Rutte took over/],
  ['i heard indonesia joined brics, when', /^Indonesia joined BRICS on January 6, 2025\.$/],
  ['i thought ireland was in nato, are they?', /^Not stated\. .+ that Ireland was ever in NATO\.$/],
  [
    "what's the deal with Israel, are they a formal ally or major non nato ally or what",
    /^Not by a treaty that is stated here\. It is a major non-NATO ally/,
  ],
  // What came first, and what is larger.
  [
    'Which of Sweden, Norway and Finland joined NATO most recently?',
    /^Norway .+ 1949\. Finland joined NATO on April 4, 2023\. Sweden joined NATO on March 7, 2024\.$/,
  ],
  ['when did finland and sweden join', /^Finland joined NATO on .+ Sweden joined NATO on /],
  ['which came first, NATO or the Warsaw Pact', /^NATO is older\. NATO was founded on April 4, 1949\. /],
  ['Which has more members, NATO or the EU?', /^NATO has 32 members .+ The European Union has 27 members/],
  ['name EU members that are not in NATO', /^4 countries are in the European Union and not in NATO\.$/],
  ["what's the procedure to kick someone out of NATO", /no rule on expelling one\.$/],
  // Who held an office before, who is in another role, what lies between two treaties.
  ['who was NATO secretary general before Rutte', /^Jens Stoltenberg was NATO Secretary General from 2014/],
  ['who was SACEUR before Cavoli', /^Tod Wolters became the 19th /],
  ['who left the Rio Treaty in 2014', /^2 members left the Rio Treaty in 2014, /],
  ['did argentina join brics', /^Argentina turned down its invitation to BRICS in December 2023/],
  ["what's the difference between a MNNA and a treaty ally", /is no treaty of mutual defense/],
  ['which country has the second most US troops', /^Germany: .+ the second most of \d+ countries/],
  ['what countries want to join NATO', /^Ukraine is named as an applicant to NATO\.$/],
  ['how long did the Warsaw Pact last', /founded on May 14, 1955\. The Warsaw Pact ended on July 1, 1991\.$/],
  ['did the Philippines leave SEATO', /^SEATO ended in 1977; the Philippines was in it from 1954 to 1977\.$/],
  ["who's in BRICS but not in the SCO", /^6 countries are in BRICS and not in the Shanghai /],
  ['did every nato member hit 2 percent in 2024', /^18 of the 31 members of NATO with a number/],
  ['US-Philippines mutual defense treaty: what year?', /was signed on August 30, 1951\.$/],
  ['who is older the US-Philippines or US-Korea treaty', /^The U\.S\.-Philippines alliance is older\. /],
  ['is Norway not in the EU but in NATO', /^No\. .+ does not have Norway\. Yes\. Norway /],
  [
    'does FPDA oblige Britain to defend Malaysia',
    /^No one: the Five Power Defence Arrangements has no promise/,
  ],
  // Guesses of the asker, and what others say.
  [
    'heyy does anyone remember when Croatia got into NATO? i think 2009',
    /^Croatia joined NATO on April 1, 2009\.$/,
  ],
  [
    "I could've sworn Albania was in the Warsaw Pact at some point, was it?",
    /^Yes\. Albania was in the Warsaw Pact/,
  ],
  [
    'i was told nobody ever left the Warsaw Pact before it collapsed. correct?',
    /^2 members left the Warsaw Pact/,
  ],
  ['someone on tiktok said Mexico is a NATO member lmao is that real', /^No\. .+ does not have Mexico\.$/],
  ['argentina was supposed to join brics, what happened', /^Argentina turned down its invitation to BRICS/],
  [
    'did North Macedonia join before or after Montenegro',
    /^Montenegro joined NATO on June 5, 2017\. North Macedonia /,
  ],
  // Who must help whom, and from when.
  ['if Armenia was attacked did the CSTO have to help', /^Suspended\. Armenia itself suspended /],
  ['does ANZUS still apply to New Zealand', /^Suspended\. The United States ended /],
  [
    'who would be obliged to help the Philippines if China attacked them',
    /^Its partners in the U\.S\.-Philippines alliance/,
  ],
  [
    'when did the mutual defense treaty between the US and South Korea come into force',
    /^Not stated\. No source here says when .+ came into force\. .+ was signed on October 1, 1953\.$/,
  ],
  [
    'Did Pakistan and Iran both belong to CENTO',
    /^Pakistan and Iran were in the Central Treaty Organization\.$/,
  ],
  ['do EU countries have to defend each other', /^Each member has promised to help another/],
  // In which year, how often, and which of two.
  ['who was NATO secretary general in 2001', /^Lord Robertson was NATO Secretary General from October 1999/],
  ['who was SACEUR in 2010', /^James Stavridis became Supreme Allied Commander Europe on July 2, 2009\.$/],
  ['how often is RIMPAC held', /^RIMPAC is held every two years/],
  ['Which US allies got MNNA status in 2022?', /^2 countries became major non-NATO allies in 2022\.$/],
  ['are Ireland and Austria neutral', /^Ireland is bound by law .+ Austria is bound by law /],
  [
    'yo is hungary still in nato or did orban pull em out already',
    /^Yes\. Hungary is in NATO, since March 12, 1999\.$/,
  ],
  [
    'did slovakia join nato the same day as poland',
    /^Poland joined NATO on March 12, 1999\. Slovakia joined /,
  ],
  // Who is suspended, who has none of something, and asides before and after.
  ['which countries have suspended membership in CSTO', /^Armenia is named as a suspended member of the /],
  [
    'does anybody have a list of all NATO members with no army',
    /^Iceland is the only member of NATO that has no /,
  ],
  [
    "My son asked me why Switzerland isn't in NATO and I had no answer",
    /^The list .+ does not have Switzerland\./,
  ],
  [
    'random thought but has any country ever quit nato',
    /^Not stated\. No source here names a member that left NATO/,
  ],
  ['Are all GCC members also in the Arab League', /^Yes, all 6 members of the Gulf Cooperation Council /],
  [
    'Are all Warsaw Pact countries in NATO',
    /^All 5 members of the Warsaw Pact that still exist are\. The Soviet Union, /,
  ],
  ['how many members joined NATO since 2000', /^13 members joined NATO since 2000\.$/],
  ['which NATO members were under 2 percent in 2023', /^20 of the 30 members of NATO with a number for 2023/],
  ['does China have any mutual defense treaties', /^Its partners in the China–North Korea treaty/],
] as [string, RegExp | undefined][])('"%s" is answered: %s', (text, expected) => {
  const verdict = answerTo(text)?.verdict
  if (expected === undefined) expect(verdict).toBeUndefined()
  else expect(verdict).toMatch(expected)
})

test.each([
  ['is wakanda in nato', 'wakanda'],
  // No typo is corrected in a name, and a word that facts have is none.
  ['is finlnd in nato', 'finlnd'],
  ['which bases are in germany', 'bases'],
  ['whats the capital of france', 'capital'],
  ['who would win nato vs china and russia combined', 'combined'],
  ['besides the us which nato countries have nukes', 'besides'],
  ['who spent most before west germany', 'before'],
  ['if texas seceded would it still be in nato', 'texas'],
  ['is nato even worth it anymore honest opinion', 'opinion'],
  ["who's in the triple entente", 'entente'],
  ['what do you think of the Quad', 'think'],
  ['which MNNAs are in South America', 'southamerica'],
  ['how many articles does the NATO treaty have', 'articles'],
])('"%s" is refused, with the word "%s" that was not understood', (text, word) => {
  const reading = readQuestion(text, facts, today)
  expect(reading).toMatchObject({ type: 'unread' })
  expect(reading.type === 'unread' && reading.words).toContain(word)
})

test('what is told of a member that left a part of a body and came back', () => {
  const lines = (answerTo('was france ever out of nato')?.lines ?? []).map(({ text }) => text)
  expect(lines.slice(0, 3)).toEqual([
    expect.stringMatching(/stayed a member of NATO throughout/),
    expect.stringMatching(/1966/),
    expect.stringMatching(/2009/),
  ])
})

test('a name of two things asks which', () => {
  expect(readQuestion('is Korea in NATO', facts, today)).toMatchObject({
    type: 'several',
    questions: [{ entities: ['south-korea', 'nato'] }, { entities: ['north-korea', 'nato'] }],
  })
  expect(answerTo('is Georgia in NATO')?.verdict).toMatch(/does not have Georgia/)
})

test.each([
  ['who is in the c', 'Who is in the Collective Security Treaty Organization?'],
  ['how many us tr', 'How many U.S. troops are in Germany?'],
  ['article', 'What does Article 5 of NATO say?'],
  ['spending pol', 'How much does Poland spend on defense?'],
  ['biggest mil', 'Who is the biggest military spender in NATO?'],
  ['who is in', 'Who is in NATO?'],
])('"%s" is completed first to "%s"', (typed, question) => {
  const [first] = suggestQuestions(typed, facts)
  expect(first).toBe(question)
})

test('of what a body has no facts of, nothing is suggested; of a state that has ended, only what it was', () => {
  const [clause, east] = ['eu-42-7', 'east-germany'].map((id) =>
    questionsAbout([facts.getEntity(id) ?? []].flat(), facts),
  )
  expect(clause).not.toContain('Who is in the EU mutual defense clause?')
  expect(clause).toContain('Who must defend whom in the EU mutual defense clause?')
  expect(east).toEqual(['What is East Germany?'])
})

test('every question that is suggested while one types is read', () => {
  const typed = [
    '',
    'who is in the c',
    'how many us tr',
    'what is art',
    'spending pol',
    'biggest mil',
    'how many us troops in ger',
    'how many us troops in th',
    'is swe',
    'who is in',
    'how many',
    'nato',
    'when was aukus',
    'must the us',
    'japan south korea',
    'rimpac',
  ]
  const suggested = new Set(typed.flatMap((text) => suggestQuestions(text, facts)))
  const kinds = [
    'sweden',
    'nato',
    'aukus',
    'warsaw-pact',
    'rimpac-2024',
    'mnna',
    'csto',
    'philippines',
    'rio-treaty',
  ]
  const about = kinds.flatMap((id) => questionsAbout([facts.getEntity(id) ?? []].flat(), facts))
  const pairs = [
    ['japan', 'nato'],
    ['japan', 'australia'],
    ['nato', 'european-union'],
    ['india', 'rimpac-2018'],
  ]
  const aboutTwo = pairs.flatMap((ids) =>
    questionsAbout(
      ids.flatMap((id) => facts.getEntity(id) ?? []),
      facts,
    ),
  )
  const unread = [...suggested, ...about, ...aboutTwo].filter(
    (question) => question.length > 100 || readQuestion(question, facts, today).type !== 'question',
  )
  expect(unread).toEqual([])
})

test.each([
  ['what was SEATO and when did it end?', ['what-is seato', 'ended seato'], ''],
  [
    'is israel in nato and when was talisman sabre started',
    ['is-in israel nato', 'founded talisman-sabre'],
    '',
  ],
  ['is ireland in nato? thought they were neutral', ['is-in ireland nato'], 'thought they were neutral'],
  ['what does JEF mean and who leads it', ['what-is jef', 'leader jef'], ''],
  [
    'hey so my history prof was going on about CENTO, what was that and who was in it',
    ['what-is cento', 'who-in cento'],
    '',
  ],
  ['who leads NATO these days, is it still Stoltenberg?', ['leader nato'], 'is it still Stoltenberg?'],
  ['who hosts rimpac and who usually comes', ['leader rimpac', 'who-in rimpac'], ''],
  [
    'AES / alliance of sahel states who is in and when it was made',
    ['who-in sahel-alliance', 'founded sahel-alliance'],
    '',
  ],
  ['what year was SEATO founded and who were its members', ['founded seato', 'who-in seato'], ''],
])('%s is two questions, or one and what was not read', (text, questions, ignored) => {
  const reading = readCompound(text, facts, today)
  expect(reading).toMatchObject({ type: 'compound', ignored })
  const read = reading.type === 'compound' ? reading.questions : []
  expect(read.map(({ form, entities }) => [form, ...entities].join(' '))).toEqual(questions)
})

test.each([
  'who would win, china or the us navy',
  'is nato good and bad',
  'will trump leave nato and who cares',
  'Is he here? no',
  "is there any country that's in NATO, the EU and the Five Eyes",
])('%s is no two questions', (text) => {
  expect(readCompound(text, facts, today).type).toBe('unread')
})

test.each([
  [
    'was Pakistan a member of both SEATO and CENTO',
    /^Yes\. Pakistan was in SEATO .+ Yes\. Pakistan was in the Central/,
  ],
  ['which country is leading RIMPAC exercise', /^U\.S\. 3rd Fleet and 🇺🇸 United States lead RIMPAC/],
  ['who leads Talisman Sabre', /Australia and 🇺🇸 United States lead Talisman Sabre/],
  ['how many ships took part in RIMPAC 2024', /^40 surface ships/],
])('%s is answered in the tense and number of what is asked', (text, verdict) => {
  const reading = readCompound(text, facts, today)
  expect(reading.type).toBe('question')
  const answer = reading.type === 'question' ? answerQuestion(reading.question, facts, now) : undefined
  expect(answer?.verdict).toMatch(verdict)
})

test('facts with only some of the words are those with the rarest of them', () => {
  const all = { offset: 0, limit: 1000 }
  const member = facts.search('member', all).total
  const partial = facts.search('member torpedoes Albania', all)
  expect(member).toBeGreaterThan(500)
  expect(partial.isPartial).toBe(true)
  expect(partial.total).toBeLessThanOrEqual(500)
  expect(partial.hits.some(({ fact }) => /torpedoes/.test(fact.statement))).toBe(true)
})
