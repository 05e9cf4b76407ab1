// Questions in free words: said in plain words, split where they ask two things, and refused where a word changes them.
import { expect, test } from 'vitest'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { readCompound } from '../../src/questions/compound-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')

/** The verdicts of all that was read, and what was not. */
function ask(text: string): { verdicts: string[]; ignored: string } | undefined {
  const reading = readCompound(text, facts, '2026-11-29')
  if (reading.type !== 'question' && reading.type !== 'compound') return undefined
  const questions = reading.type === 'question' ? [reading.question] : reading.questions
  return {
    verdicts: questions.map((question) => answerQuestion(question, facts, now)?.verdict ?? question.form),
    ignored: reading.type === 'compound' ? reading.ignored : '',
  }
}

test.each([
  // One of several expressions for the same thing names it itself.
  ['what role does NORAD play', /^NORAD is a command of Canada and the United States/],
  ['why the name ANZUS', /^ANZUS stands for /],
  ['is there a formal treaty behind five eyes', /^The Five Eyes grew out of the UKUSA Agreement/],
  // Who held an office before or after someone, without the office.
  ['who took over from Stoltenberg', /^Mark Rutte took over as NATO Secretary General on /],
  ['who preceded Rutte', /^Jens Stoltenberg was NATO Secretary General /],
  ['is mark rutte still the boss at nato', /^Mark Rutte took over as NATO Secretary General on /],
  // Promises, where they hold, and whose ally one is.
  ['is anybody obliged to help Taiwan if it gets invaded', /^Not stated\. .+ promised to defend Taiwan\.$/],
  ['can the us count on australia in a war', /^Yes, by ANZUS: /],
  ['Is America on the hook for Japan’s defence', /^Yes, by the U\.S\.-Japan alliance: /],
  ['where does the rio treaty apply', /^Each member has promised to help another that is attacked/],
  ['which article lets a country quit nato', /^Under Article 13, /],
  ['Has Article 5 been invoked more than once', /^NATO invoked Article 5 on /],
  ['japans treaty allies', /^1 country named here, through 1 treaty /],
  ['egypt = us ally', /^Not by a treaty that is stated here\. It is a major non-NATO ally/],
  ['which is the world’s oldest alliance still in effect', /^The Anglo-Portuguese Alliance, /],
  ['since when is the Philippines a US ally', /^The U\.S\.-Philippines alliance was signed on /],
  // When something began or ended, was held or is ranked.
  ['norad established', /^NORAD was founded on /],
  ['when was the first RIMPAC', /^RIMPAC began in 1971/],
  ['date of dissolution of the Soviet Union', /^The Soviet Union ended on December 25, 1991/],
  ['Has Israel ever been to RIMPAC', /Israel is named for /],
  ["who in nato isn't meeting 2 percent", /^13 of the 31 members of NATO with a number/],
  ['Is spain under 2 percent', /defense spending of Spain is about 2%/],
  ['which european countries are neutral', /^6 countries of the 7 named here, by the regions /],
  ['is Italy meeting NATO’s 2 percent target', /^Yes\. By an estimate of NATO, defense spending of Italy /],
  ['how many allies spend 2% or more', /^18 of the 31 members of NATO with a number/],
  ['does the US count kuwait as an ally', /^Not by a treaty that is stated here\. /],
  ['which treaty created NATO?', /^NATO rests on the North Atlantic Treaty/],
  ['what became of SEATO', /^SEATO ended in 1977/],
  ['what happens when a NATO member gets attacked', /^Each member has promised to help another/],
  ['with which states does the U.S. have defence pacts?', /^52 countries named here, through 7 treaties /],
  ['does america have to defend greece against turkey', /^Yes, by NATO: /],
  ['lifespan of the warsaw pact', /^The Warsaw Pact was founded on .+ ended on July 1, 1991\.$/],
  ['in what years was australia part of malabar', /^Australia is named for 2/],
  ['who succeeded Jens Stoltenberg as head of NATO', /^Mark Rutte took over as NATO Secretary General on /],
  [
    'Is Moldova protected by any alliance?',
    /^Not stated\. No source here says that anyone has promised to defend Moldova/,
  ],
  ['are we Brits obliged to go to war if Finland is attacked?', /^Yes, by NATO: /],
  ['what did the US promise Japan', /^Yes, by the U\.S\.-Japan alliance: /],
  ['what is promised in the ANZUS treaty', /^Each member has promised to help another/],
  ['the first NATO boss, who was it?', /^Lord Ismay became the first NATO Secretary General/],
  ['was SEATO founded before or after CENTO', /^SEATO is older\. /],
  ['against whom was the Warsaw Pact directed', /^The Warsaw Pact was a military alliance to balance NATO/],
  ['newest US alliance?', /is the newest of the 9 alliances and treaties in force of the United States/],
  ['when did Australia, the UK and the US launch AUKUS', /^AUKUS was founded in September 2021/],
  ['what does article 5 actually make countries do', /^Under Article 5, an armed attack on one NATO country/],
  ['what is older, the Arab League or the OAS', /^The Arab League is older\. /],
  ['who is behind the Zapad exercises', /Russia and .+ Belarus host Zapad/],
  ['which alliances protect Canada', /^Its partners in NATO and the Organization of American States/],
  ['does any treaty force Pakistan to defend Saudi Arabia', /^Yes, by the Saudi-Pakistani defense pact/],
  ['is mutual defence part of AUKUS or not', /^No one: AUKUS has no promise of mutual defense/],
  ['When and why did NATO invoke Article 5?', /^NATO invoked Article 5 on September 12, 2001/],
  ['Which city was the ANZUS Treaty signed in?', /^ANZUS was signed in San Francisco/],
  ['Did RIMPAC take place in 2022?', /^RIMPAC 2022 was held /],
  ['how many NATO members missed the 2% target in 2024', /^13 of the 31 members of NATO/],
  ['how did the Soviet Union end', /^The Soviet Union ended on December 25, 1991/],
  ['did the Rio Treaty enter into force at all', /^The Rio Treaty came into force on December 3, 1948/],
  [
    'are there any defence guarantees for Ukraine from NATO',
    /^No promise to defend it is stated here\. .+ does not have Ukraine\.$/,
  ],
  ["has the US guaranteed Bahrain's security", /^No promise to defend it is stated here\./],
  ['Under which treaty would the US defend the Philippines?', /^Yes, by the U\.S\.-Philippines alliance/],
  ['if someone attacks Colombia who has to help', /^Its partners in the Rio Treaty and /],
  [
    'can the GCC be considered a military alliance',
    /^Yes\. The Gulf Cooperation Council is called an alliance/,
  ],
  ['Was SEATO a military alliance?', /SEATO/],
  ['does north korea have any formal ally', /^Its partners in .+North Korea treaty and /],
  // What an article lets members do is what it says, and not when it was used.
  ['What does article 4 of the North Atlantic Treaty actually let you do?', /^Under Article 4, the parties /],
  [
    'which article of the north atlantic treaty is the "consult if threatened" one',
    /^Under Article 4, the parties consult/,
  ],
  // Who is suspended is told from who is a member.
  ['has NATO suspended Turkey', /^No suspension or expulsion is stated here\. Türkiye is in NATO, since /],
  ['is NZ suspended from ANZUS', /^Suspended\. The United States/],
  // Who gives a status goes without saying.
  ['Is Kenya a major non-NATO ally of the US?', /^Yes\. Kenya is a major non-NATO ally/],
  ['when did kenya become a us major non-nato ally', /^Kenya became a major non-NATO ally on June 24, 2024/],
  // Typos in words that add nothing, or change what is asked.
  ['did sweden actualy become a membr of nato', /^Yes\. Sweden is in NATO now/],
  ['is ireland definately in nato', /^No\. The list of the members of NATO/],
  ['Does the Quad have a mutual defence clause like NATO does?', /^No one: the Quad has no promise/],
  ['Did Albania leave the Warsaw Pact early, and in what year?', /^Yes\. Albania was .+ 1968\.$/],
  ['Which countries have applied to join NATO but are not in yet', /^Ukraine is named as an applicant/],
  ['is Austria allowed to join NATO given its neutrality law', /^Austria is bound by law to neutrality/],
  ['is NZ still suspended from ANZUS over the nuclear ships thing', /^Suspended\. The United States/],
  ['How many countries were in NATO at the very start, i keep reading 10 and 12', /^NATO had 12 founding/],
  // A partnership is no alliance; of what is promised, the European Union promises too.
  [
    'is Switzerland in any military alliance',
    /^No alliance named here that promises mutual defense lists it; it is in one body named here\.$/,
  ],
  ['is Austria in any military alliance', /^In 3 alliances, /],
  ['is cuba still a party to TIAR', /March 29, 1960 or until 1962, as sources differ\.$/],
  // Other words for what a form says.
  [
    'Which was the last state to accede to the North Atlantic Treaty?',
    /^Sweden, which joined NATO on March 7, /,
  ],
  ['who are the parties of the rio treaty that have since denounced it', /^6 members left the Rio Treaty/],
  ['which countries have walked out of the csto since it was set up', /^3 members left the Collective /],
  ['Who must come to the help of the Philippines when China attacks it?', /^Its partners in the U\.S\.-Phil/],
  ['is SEATO the same thing as ASEAN?', /^difference$/],
  ['Talisman Sabre: every year or every 2 years?', /^Talisman Sabre is held every two years/],
  ['five eyes = which five', /^The Five Eyes has 5 members/],
  ['name the original 12 of nato for me please', /^NATO had 12 founding members/],
  [
    'if china shoots at a filipino coast guard boat does the US have to do anything?',
    /^Yes, by the U\.S\.-Phil/,
  ],
  [
    'when did the North Atlantic Treaty enter into force - not when it was signed',
    /^NATO came .+ August 24, /,
  ],
  [
    'article 5 of the rio treaty... sorry article 3, what does it say',
    /an attack on one is an attack on all/,
  ],
  ['which countries were in the warsaw pact when it started?', /^The Warsaw Pact had 8 founding members/],
  ['which countries have been named major non nato ally most recently', /^Of those with a day here, Peru/],
  ['Does the U.S. have a mutual defense treaty with Taiwan in force today?', /^No\. The defense treaty/],
  ['malabar exercise: which navies take part now', /^4 nations took part in Malabar/],
  ['which of NATO and the CSTO was founded first', /^NATO is older/],
  ['what members does BRICS have now after the expansion', /^BRICS has 10 members/],
  ["when was Sweden's accession to NATO done", /^Sweden joined NATO on March 7, 2024/],
  ['Armenia still csto?? i heard they froze it or smth', /^Suspended\. Armenia itself/],
  [
    'article 5 was only ever invoked once, when was that and by who?',
    /^NATO invoked Article 5 on September 12, 2001/,
  ],
  ['Which article of the Washington Treaty covers consultations, 4 or 5?', /^Under Article 4, /],
  ['which article says members consult', /^Under Article 4, /],
  ['which countries does the US have a mutual defense treaty with', /^52 countries named here/],
  ['how many members did the warsaw pact have at the start', /^The Warsaw Pact had 8 founding members/],
  ['must Japan defend the US', /^Only in part, by the U\.S\.-Japan alliance/],
  ['must the US defend Japan', /^Yes, by the U\.S\.-Japan alliance/],
  // Neither a yes nor a no: it left.
  ['did Albania get kicked out of the Warsaw Pact or did they walk out', /^Albania was in the Warsaw Pact/],
  ['what treaty is the US Japan alliance based on', /rests on the Treaty of Mutual Cooperation and Security/],
  ['what treaty is the five eyes based on', /^The Five Eyes grew out of the UKUSA Agreement/],
  ['do Canada and US have something besides NATO?', /^Both are in NATO and the Organization of Am/],
  ['does the philippines treaty cover the south china sea', /the promise covers .+ in the South China Sea/],
  ['does nato have to defend hawaii', /lies outside the area that NATO's Article 5 covers\.$/],
  [
    "is austria covered by the EU's mutual defense clause",
    /^Yes, by the EU mutual defense clause: Aid by all means/,
  ],
  [
    'is norway covered by article 42.7',
    /^No promise .+ members of the European Union, .+ does not have Norway\.$/,
  ],
  [
    'do the senkaku islands fall under the american security treaty with japan',
    /applies to the Senkaku Islands\.$/,
  ],
  ['which article covers the us defending japan', /^It is Article V\. /],
  ['what happens under article 4', /^Under Article 4, the parties consult/],
  [
    'does the eu have its own article 5 thing, which number is it',
    /Its promise of defense is Article 42\(7\)\./,
  ],
  [
    'who backs up malaysia and singapore under the FPDA',
    /^Australia, New Zealand and the United Kingdom are in .+ commit no member to step in by force/,
  ],
  ['who defends new zealand under anzus', /^Suspended\. /],
  ['who would defend estonia under nato', /^31 other countries are in NATO with Estonia\. /],
  // What is past is asked of the past.
  [
    'did pakistan belong to both seato and cento',
    /^Yes\. Pakistan was in SEATO .+ Yes\. Pakistan was in the Central/,
  ],
  [
    'which of seato and cento was pakistan in',
    /^Yes\. Pakistan was in SEATO .+ Yes\. Pakistan was in the Central/,
  ],
  ['did turkey belong to both cento and nato', /^Yes\. Türkiye was in .+ Yes\. Türkiye is in NATO now/],
  ['were mexico and cuba both in the rio treaty', /^Mexico and Cuba were in the Rio Treaty\.$/],
  ['was egypt in cento', /^The list of its members, whole as of Dec 1955, does not have it/],
  ["why isn't cuba participating in the OAS", /^Suspended\. Cuba was excluded .+ Cuba asks for\.$/],
  ['Did Saudi Arabia say yes to BRICS in the end?', /had not formalized its membership/],
  // Who hosts it, and between whom it is.
  ['who hosts RIMPAC every time', /^The United States hosts RIMPAC/],
  ['which navy hosts RIMPAC', /^The United States hosts RIMPAC/],
  ['Talisman Sabre is between which two countries mainly', /exercise of the United States with Australia\.$/],
  ['cobra gold is between which countries', /^\S+ Thailand and \S+ United States host Cobra Gold/],
  ['anzus is between which countries', /^ANZUS has 3 members/],
  ['what does balikatan mean in english', /^Balikatan, whose name means shoulder to shoulder/],
  ['which african countries are suspended from the AU right now', /^6 countries of the 6 named here/],
  ['does nato cover hawaii', /lies outside the area that NATO's Article 5 covers\.$/],
  ['does nato cover algeria', /^No promise to defend it is stated here\. .+ does not have Algeria\.$/],
  // Who left a body that has ended was in it too.
  [
    'Which former Warsaw Pact members are in NATO?',
    /^5 countries were in the Warsaw Pact and are in NATO\. .+ have ended; their successor states are not counted\.$/,
  ],
  ['which countries were in both SEATO and CENTO', /^2 countries were in both SEATO and the Central /],
  ['is Peru or Chile an MNNA', /^Peru is a major non-NATO ally\. Chile is not, /],
  ['if russia attacks estonia does canada have to fight', /^Yes, by NATO: /],
  ['does austria have to stay neutral by law', /^Austria is bound by law to neutrality/],
  ['does article 5 mean automatic war', /^Under Article 5, an armed attack on one/],
  ['whats the newest nato member before sweden', /^Finland, which joined/],
  ['how many countries left the rio treaty so far and which', /^6 members left/],
  ['how many exercises did japan join in 2024', /^Japan is named for \d+ exercises in 2024/],
  ['did pakistan lose its MNNA status', /^No\. Pakistan is a major non-NATO ally/],
  ['how do countries get MNNA status', /^The U\.S\. president must give Congress/],
  ['which five eyes countries are in fpda as well', /^3 countries are in both/],
  ['is the ANZUS treaty still active in 2026?', /^ANZUS was never formally abrogated/],
  ['does the US have troops in poland', /^A count of active-duty U\.S\. troops in Poland/],
  ['are all EU countries in NATO', /^No\. 4 countries are in the European Union and not in NATO/],
  ['are all nordic countries in nato?', /^Denmark, Finland, Iceland, Norway and Sweden are in NATO/],
  ['how many times has turkey invoked article 4', /five by Türkiye/],
  ['is there a treaty that makes the US defend Israel', /^No promise to defend it is stated here/],
  ['which country has the longest alliance with the US', /^The Moroccan-American Treaty of Friendship/],
  ['is taiwan an MNNA', /^No\. Taiwan is treated as a major non-NATO ally/],
  ['how many CSTO members are left', /^The Collective Security Treaty Organization has 6 members/],
  [
    'who was the last country to leave the rio treaty',
    /^6 members left the Rio Treaty, last Ecuador in 2016/,
  ],
  ["who are russia's allies by treaty", /^5 countries named here/],
  ['how many soldiers were at balikatan 2025', /^Over 14,000 service members/],
  [
    'ireland austria malta cyprus: which of those is in partnership for peace',
    /^Ireland, Austria and Malta are in/,
  ],
  ['who came after Cavoli as SACEUR', /^Alexus Grynkewich/],
  ['who succeeded stoltenberg as nato chief', /^Mark Rutte/],
  ['is it 30 31 or 32 nato members these days', /^NATO has 32 members/],
  ['does being an MNNA mean the us defends you', /is no treaty of mutual defense/],
  ['has any MNNA been removed', /^Afghanistan lost the status of a major non-NATO ally on /],
  ['was yugoslavia in the warsaw pact', /^No\. The list of the members that the Warsaw Pact had does not/],
  ['how many countries quit the Warsaw Pact before it got dissolved', /^2 members left/],
  ["what's article 42.7 of the EU treaty about", /owe (?:aid|one)/],
  ['how much does poland spend on its army per year', /4\.48% of its gross domestic product/],
  ["what's ANZUS cover", /^Each member has promised/],
  ['did russia ever do rimpac', /^Yes\. Russia is named for 2012.*but not for/],
  [
    'which came first, NATO or the Warsaw Pact, and by how many years',
    /^NATO is older\. NATO .+ 1949.+ 1955/,
  ],
  ['what is the name of the treaty between the US and Japan', /rests on the Treaty of Mutual Cooperation/],
  ['which article of the CSTO treaty is the mutual defence one?', /^It is Article 4/],
  ['What does NATO article 5 oblige the UK to do exactly', /^Under Article 5, an armed attack/],
  ['when did uzbekistan leave csto the second time', /^Yes, more than once/],
  ['did the soviet union apply to nato', /does not have the Soviet Union/],
  ['does mongolia have ties with nato', /^A partner, through NATO/],
  ['Homework help: name 3 countries that left the Rio Treaty', /^6 members left/],
  ['under ANZUS, does australia need to help if the US is hit', /^Yes, by ANZUS/],
  ['which nato country has no military', /^Iceland is the only member/],
  ['who was the 30th nato member', /^North Macedonia joined/],
  ['which was the last member to leave the CSTO', /last Uzbekistan on December 19, 2012/],
  ['who left the csto last', /last Uzbekistan on December 19, 2012/],
  ['which was the first member to leave the CSTO', /first Azerbaijan, Georgia and Uzbekistan in April 1999/],
  ['where is the HQ of ASEAN', /^Not stated\. No source here says where the headquarters of ASEAN are/],
  // Of those in a region.
  ['which South American countries are major non-NATO allies', /^4 countries of the 21 /],
  ['MNNA in Asia', /^11 countries of the 21 /],
  ["which NATO members aren't in Europe", /^3 countries of the 32 /],
  ['are there any african countries in BRICS', /^3 countries of the 10 /],
  ['us treaty allies in Asia', /^5 countries of /],
  [
    'whats the last country to join nato before finland',
    /^North Macedonia, which joined NATO on March 27, 2020/,
  ],
  ['Which article of nato treaty says how to leave', /^Under Article 13, /],
  ['nato enlargement 1999, which three were those', /^3 members joined NATO in 1999/],
  ['when did the US give Qatar major non-NATO ally status', /^Qatar .+ March 10, 2022/],
  [
    'which of the 32 allies was the last to join, Finland or Sweden',
    /^Finland joined .+ Sweden joined NATO on March 7/,
  ],
  ['how many countries signed the original treaty back in 49', /^NATO had 12 founding members/],
  ['does art. 5 say you MUST send troops', /^Under Article 5, /],
  [
    'Has Bosnia got a MAP',
    /^NATO invited Bosnia and Herzegovina to its plan for future members on April 22, 2010/,
  ],
  ['France left NATO in the 60s. did it leave completely?', /^No\. France is a founding member of NATO/],
  ['is armenia out of CSTO for good or only frozen', /^Suspended\. /],
  [
    'article of the CSTO treaty that is like NATO’s 5',
    /^It is Article 4\. If a member of the CSTO is attacked/,
  ],
  [
    'which articles of the Rio Treaty cover an armed attack on an American state',
    /^It is Article 3\. Under the Rio/,
  ],
  ['why’d Pakistan leave SEATO, and which year', /^Pakistan left SEATO in 1973, for want of help/],
  ['so who all is in BRICS now after the new guys joined', /^BRICS has 10 members/],
  ['Did Argentina ever enter BRICS', /^Argentina turned down its invitation/],
  ['was Afghanistan’s MNNA status taken away, and who did it', /^The U\.S\. president ended the status/],
  ['does ANZUS still apply to New Zealand', /^Suspended\. /],
  [
    'what does the US-South Korea mutual defense treaty oblige each side to do',
    /^Each member has promised to help/,
  ],
  ['which countries left seato before it was dissolved', /^Pakistan left SEATO in 1973/],
  ['is there a country that left nato', /^Not stated\. No source here names a member that left NATO/],
  ['how long does it take to leave nato after giving notice', /^Under Article 13, a party leaves one year/],
  [
    'is vietnam allied with anyone',
    /^No alliance .+ lists it; it is in 2 alliances, partnerships and other bodies/,
  ],
  [
    'did uzbekistan quit the csto twice lol',
    /^Yes, more than once\. .+ from 1992 to 1999 and from 2006 to 2012\.$/,
  ],
  ['did pakistan leave seato twice', /^Pakistan was in SEATO from 1954 to 1973\.$/],
  [
    'did russia ever join partnership for peace',
    /^Yes\. NATO suspended all practical cooperation with Russia in April 2014/,
  ],
  ['how often is cobra gold', /^Cobra Gold is held every year/],
  ['when exactly did sweden become nato member number 32', /^Sweden joined NATO on March 7, 2024/],
  // Forms that tell of all.
  ['has article 5 ever been triggered besides 9/11', /^NATO invoked Article 5 on September 12, 2001/],
  ['who joined Malabar besides india and the us', /^4 nations took part in Malabar 2025/],
  // What comes next is the newest plan, where nothing came after it.
  ['who hosts the next quad summit', /^In July 2025, a summit of the Quad leaders in India was expected/],
  // A place that is no name, in the area of a treaty.
  [
    'if china hits the senkakus does the us have to defend japan under the treaty',
    /^The U\.S\. president said on April 10, 2024, that Article V of the treaty with Japan applies/,
  ],
  // What someone asked for does not tell whether it is so.
  [
    'is Hawaii covered by the North Atlantic Treaty',
    /^Hawaii is a U\.S\. state, but it lies outside the area/,
  ],
  ['is there a way for nato to expel hungary', /no rule on expelling one/],
  ['Which EU states stayed outside of NATO?', /^4 countries are in the European Union and not in NATO/],
  [
    "for an article i'm writing: exact date on which North Macedonia acceded to NATO",
    /^North Macedonia joined NATO on March 27, 2020/,
  ],
  // A promise that is suspended is told as such.
  ['who has to defend New Zealand', /^Suspended\. The United States ended its security obligations to New Z/],
  ['must Australia defend New Zealand', /^Suspended\. /],
  ['pretty sure Austria is in NATO, no?', /^No\. The list of the members of NATO/],
  ['Hi, student from Brazil: is my country in the Rio Treaty?', /^Yes\. Brazil is a founding member/],
  [
    'how much notice must a country give before leaving nato',
    /^Under Article 13, a party leaves one year after/,
  ],
  ['which were the 16 members of nato in 1985', /^In 1985, NATO had 16 members/],
  ['what does article IV of ANZUS say', /^ANZUS has each party act if another is attacked/],
  // What only repeats the question, or compares.
  ['brics has how many full members now, 10 or 11', /^BRICS has 10 members/],
  [
    'is BRICS a military alliance like nato',
    /^No source here calls it that\. BRICS is called a group of nations/,
  ],
  [
    "TIL hawaii apparently isn't covered by article 5?? is that legit or nonsense",
    /^Hawaii is a U\.S\. state, but /,
  ],
  ['AUKUS pillar 2 - what is it about, in short?', /^Pillar II of AUKUS is about advanced capabilities/],
  ['Which NATO article covers consultations when a member feels threatened?', /^Under Article 4, /],
  ['which nato article covers leaving', /^Under Article 13, /],
  ['who can veto a new nato member', /^Under Article 10, it takes the unanimous agreement/],
  ['can any member block new NATO members', /^Under Article 10, it takes the unanimous agreement/],
  ['whats the diference between NATO and CSTO in membership', /^difference$/],
  ['what countries left the warsaw pact before it collapsed', /^2 members left the Warsaw Pact/],
  ['how many countries were in ASEAN when it started', /^ASEAN had 5 founding members/],
  ['Is there any article 5 equivalent in the EU treaty? number please', /^It is Article 42\(7\)\. /],
  ['article 5 equivalent of the Rio Treaty', /^It is Article 3\. /],
  ['which treaty makes the US defend japan', /^Yes, by the U\.S\.-Japan alliance/],
  ['do the US-Japan treaty obligations apply to the Senkakus', /applies to the Senkaku Islands\.$/],
  ['bosnia and MAP... where do they stand', /^NATO invited Bosnia and Herzegovina/],
  ['Sweden and NATO... where do they stand', /^Sweden is in NATO/],
  ['who is co-hosting Talisman Sabre', /^🇦🇺 Australia and 🇺🇸 United States lead Talisman Sabre/],
  [
    "is the US South Korea alliance older than the one with japan's 1960 treaty? when was it signed",
    /^The U\.S\.–South Korea alliance is older\./,
  ],
  ['where is NATO HQ and was it always there?', /^NATO opened its headquarters in Brussels/],
  // A treaty by its parties is no country.
  [
    'when was the mutual defense treaty with south korea signed',
    /South Korea alliance was signed on October 1, 1953/,
  ],
])('"%s" is answered whole', (text, verdict) => {
  const answer = ask(text)
  expect(answer?.verdicts[0]).toMatch(verdict)
  expect(answer).toMatchObject({ verdicts: { length: 1 }, ignored: '' })
})

test.each([
  ['who runs nato at the moment, still stoltenberg?', /^Mark Rutte took over/, 'still stoltenberg?'],
  [
    'is turkey still a member or did they get kicked out after the s400 thing',
    /^Yes\. Türkiye is in NATO/,
    /s400/,
  ],
  ['does the US have to defend Japan if china takes the senkakus?', /^Yes, by the U\.S\.-Japan/, /^if china/],
  ['My grandad served in Korea - when was the US-ROK defence treaty signed?', /October 1, 1953/, /grandad/],
  ['what year did albania drop out of the warsaw pact and why', /^Yes\. Albania was in .+ 1968\.$/, 'why'],
  ['who was in SEATO, I only know Thailand', /^SEATO had 7 members/, 'I only know Thailand'],
  ['why did iraq leave the baghdad pact', /^Yes\. Iraq was in .+ to March 24, 1959/, 'why'],
  ['US south korea mutual defense treaty signed where and when', /on October 1, 1953\.$/, 'where'],
  ['who got kicked out of MNNA status... afghanistan?', /^Afghanistan lost/, 'afghanistan?'],
  ['is kosovo applying to nato or is it bosnia', /^The list of .+ does not have Kosovo\.$/, 'is it bosnia'],
])('"%s" is answered in part, and says what was not read', (text, verdict, ignored) => {
  const answer = ask(text)
  expect(answer?.verdicts[0]).toMatch(verdict)
  expect(answer?.ignored).toMatch(ignored)
})

test('one question about two names is answered for each', () => {
  expect(ask('what are pillar 1 and pillar 2 in aukus')?.verdicts).toHaveLength(2)
})

test('when something was founded, and by whom', () => {
  expect(ask('when was ASEAN founded and by which countries')?.verdicts).toEqual([
    'ASEAN was founded on August 8, 1967.',
    'ASEAN had 5 founding members.',
  ])
})

test('a list, and of what begins when others differ, all accounts', () => {
  expect(ask('who commands NATO forces in Europe, always an american?')?.verdicts).toEqual([
    expect.stringMatching(/ Supreme Allied Commander Europe on /),
    expect.stringMatching(/is by tradition an American general\.$/),
  ])
  expect(ask('what treaty makes the US defend japan and which article is it')?.verdicts).toEqual([
    expect.stringMatching(/^Yes, by the U\.S\.-Japan alliance/),
    expect.stringMatching(/^It is Article V\. /),
  ])
  expect(ask("Talisman Sabre odd or even years? and who's co-hosting")?.verdicts).toEqual([
    expect.stringMatching(/in odd years\.$/),
    expect.stringMatching(/Australia .+ lead Talisman Sabre/),
  ])
  expect(ask('quad members + year it started?')?.verdicts).toEqual([
    'The Quad has 4 members (Sep 21, 2024), counted from the days on which they joined.',
    'The Quad was founded in 2004, or 2007, as sources differ.',
  ])
})

test.each([
  ['does the Rio treaty still exist, and which ones walked out of it', [/^Not stated/, /^6 members left/]],
  [
    'who signed the anzus treaty and when',
    [/^ANZUS has 3 members/, /^ANZUS was founded on September 1, 1951/],
  ],
  ['who hosts cobra gold and since what year', [/host Cobra Gold/, /^Cobra Gold began in 1982/]],
  [
    "what's SACEUR stand for and is it always an american",
    [/^SACEUR is short for /, /by tradition an American/],
  ],
  ['AUKUS pillar 2 what is that compared to pillar 1', [/^Pillar II /, /^Pillar I /]],
  ['how is the EU mutual defence clause different from article 5', [/^Each member has /, /^Under Article 5/]],
  ['Article 4 of the CSTO treaty = nato art 5?', [/^If a member of the CSTO /, /^Under Article 5/]],
  ['when was nato founded and by how many countries', [/^NATO was founded on /, /^NATO had 12 /]],
])('%s: one after the other', (text, expected) => {
  const verdicts = ask(text)?.verdicts
  expect(verdicts).toHaveLength(expected.length)
  for (const [index, pattern] of expected.entries()) expect(verdicts?.[index]).toMatch(pattern)
})

test('a partner was no member', () => {
  expect(ask('was the US ever a member of CENTO')?.verdicts[0]).toMatch(
    /^The United States became an associate/,
  )
})

test('a count of uses leads, where one is stated', () => {
  expect(ask('how many times article 4 been invoked')?.verdicts[0]).toMatch(/eight times/)
})

test.each([
  // "Non-NATO" is not NATO, and who was in it until the end has not left before.
  'is colombia an ally of nato or a partner',
  'was east germany in the warsaw pact until the end',
  'when is the next nato summit',
  'how many members does NATO have besides the US',
  'if china hits taipei does the us have to defend japan under the treaty',
  'how is article 4 different from article 5 of ANZUS',
  'how many members did the CSTO have when Uzbekistan was in it',
  'who left nato before west germany',
  'how many tanks did the warsaw pact have in 1985',
  'which countries left NATO without notice',
  'will Ukraine be in nato before 2035',
  'who has best army in nato after usa',
  'how many soldiers does NATO have',
  'how many soldiers does Japan have',
  // That it was in it does not tell whether it is again.
  'did venezuela come back into the rio treaty',
  // "Europe" in "Supreme Allied Commander Europe" says nothing of Europe.
  'is the nato boss always european',
  // How to end something is not when it ended; who is in it is no single statement.
  'how does the us end the treaty with south korea',
  'who is in the arab league defence treaty',
  // No body is named, and an army is not the largest exercise of one.
  'how many countries are there in africa',
  'which european army is the biggest',
  'how many US bases are in europe',
  // One member's army is not its own.
  'does nato have its own army',
  // "An aide said" tells of no aid, and "to base forces" not what something is based on.
  'what does the north korea russia treaty say about helping each other',
  'when did the vietnam war start',
  'which articles of the treaty are worth it',
  // Its treaty is of another year.
  "is the US South Korea alliance older than Japan's 1973 treaty",
  "is the US South Korea alliance older than xorbo's 1960 treaty",
  // France gives no such status.
  'is kenya a major non-nato ally of france',
  'who got kicked out of nato',
  // What a body does in a country is no membership.
  'when did nato leave afghanistan',
  'is nato in kosovo',
  // What happened to one that nobody knows is not what its body did.
  'Blorp quit NATO, when was that',
  // Names are not mended.
  'is irland in nato',
  // Of two questions the one with the unknown name is not left out.
  'What is PESCO short for, and how many EU states are taking part in it?',
])('"%s" is refused', (text) => {
  expect(ask(text)).toBeUndefined()
})

test('a list by region links the grouping, which a server that is limited to the articles does not have', () => {
  const question = { form: 'who-in', entities: ['nato'], date: '', detail: 'in North America' } as const
  expect(answerQuestion(question, facts, now)?.verdict).toBe(
    '2 countries of the 32 named here, by the regions of [The World Factbook](https://www.cia.gov/the-world-factbook/), 2026.',
  )
  expect(answerQuestion(question, facts.withoutReferences(), now)?.verdict).toMatch(
    /^Not stated\. .+ which region/,
  )
})
