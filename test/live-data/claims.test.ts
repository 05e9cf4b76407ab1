// Statements in people's own words against the facts: each verdict, and what is no claim.
import { expect, test } from 'vitest'
import { checkMessage } from '../../src/claims/check-message.ts'
import { packClaims, unpackClaims } from '../../src/claims/claim.ts'
import { wordClaims } from '../../src/claims/claim-wording.ts'
import { readClaims, wordsOfReadable } from '../../src/claims/read-claims.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')
const verdictsOf = (text: string) => checkMessage(text, facts, now).checked.map(({ verdict }) => verdict)
const kindsOf = (text: string) => verdictsOf(text).map(({ kind }) => kind)

test.each([
  ['Sweden is in NATO', 'Supported', /since March 7, 2024/],
  ["Sweden isn't in NATO.", 'Was true', /until March 7, 2024/],
  ['Israel is in NATO', 'Contradicted', /list of the members of NATO/],
  ['Austria is not in NATO, but it is in the EU', 'Supported', /European Union/],
  ['New Zealand is still fully in ANZUS', 'Was true', /suspended its obligations toward New Zealand/],
  ["Hungary isn't in NATO anymore", 'Contradicted', /1999/],
  ['ukraine was never a member of nato', 'Supported', /applicant/],
  ['China is in the SCO and BRICS', 'Supported', /BRICS/],
  ['Cobra Gold is hosted by the Philippines', 'Contradicted', /Thailand hosts Cobra Gold/],
  ['New Zealand is one of the Five Eyes', 'Supported', /since 1956/],
  ['SACEUR has always been an American', 'Supported', /by tradition/],
  ['Malabar started out as an India–US naval drill in 1992', 'Supported', /began in 1992/],
  ['Talisman Sabre happens in odd years, in Australia', 'Supported', /Australia is the host/],
  ["Balikatan means 'shoulder to shoulder'", 'Supported', /whose name/],
  ['Article 13, not 12, deals with withdrawal', 'Supported', /Article 13/],
  ['Article 4 of NATO obliges members to go to war', 'Contradicted', /need not lead to any action/],
  ['A member may quit NATO one year after giving notice to the US', 'Supported', /one year after/],
  ['SEATO had eight members', 'Supported', /8 members of SEATO are named here/],
  [
    'SEATO had 8 members: USA, UK, France, Australia, NZ, Philippines, Thailand, Pakistan',
    'Supported',
    /8 members/,
  ],
  ['BRICS has ten or eleven members depending on who you ask', 'Supported', /10 or 11/],
  [
    "Article V of the US–Japan treaty covers only territories under Japan's administration",
    'Supported',
    /covers/,
  ],
  ['China has had a pact with Pyongyang since 1961', 'Supported', /July 11, 1961/],
  ['South Korea: the US has around 28,500 troops there.', 'Sources differ', /24,515/],
  ['Japan became a permanent member of Malabar in 2015', 'Supported', /permanent participant/],
  ['Australia came back to Malabar in 2020', 'Supported', /took part in Malabar in 2020/],
  ['South Africa joined BRICS in 2010ish', 'Supported', /2010/],
  ['NATO has no procedure for expelling anyone', 'Supported', /no rule on expelling/],
  ["there's literally no way to kick a country out of NATO", 'Supported', /no rule on expelling/],
  ["the NATO treaty doesn't have an expulsion mechanism", 'Supported', /no rule on expelling/],
  ['Cuba was expelled from the OAS in 1962', 'Supported', /January 31, 1962/],
  ['India is a member of the Quad, BRICS and the SCO at the same time', 'Supported', /Quad.*BRICS.*Shanghai/],
  ['china has never been to rimpac', 'Contradicted', /2014/],
  ["Timor-Leste isn't in ASEAN yet", 'Was true', /until October 26, 2025/],
  ['Sweden is not yet in NATO', 'Was true', /until March 7, 2024/],
  ['NATO article 5 means every member has to send troops, no choice', 'Contradicted', /not make armed force/],
  ['the quad is a military alliance, its basically asian nato', 'Contradicted', /not a military alliance/],
  ['Yugoslavia was in the Warsaw Pact like the rest of the eastern bloc', 'Contradicted', /does not have/],
  ['East Timor joined ASEAN in 2025 as member number 11', 'Supported', /its member 11/],
  ['Malabar started as a bilateral US-India exercise in 1992', 'Supported', /India and the United/],
  ['Australia bailed on the Quad in 2008', 'Supported', /backed away/],
  ['Turkey has been in NATO since 1952, longer than Germany', 'Supported', /February 18, 1952/],
  ['NZ isnt in AUKUS and cant be', 'Supported', /does not have New Zealand/],
  ['Ireland is bound by the EU mutual defence clause', 'Supported', /European Union/],
  ['Norway is bound by article 42.7', 'Contradicted', /does not have Norway/],
  ['Pakistan is an MNNA, which means the US has to defend it', 'Contradicted', /no promise/],
  ['Albania walked out of the Warsaw Pact after Czechoslovakia', 'Supported', /1968/],
  ["Uzbekistan is in Putin's CSTO", 'Was true', /2012/],
  ['AUKUS replaced ANZUS', 'Contradicted', /3 members/],
  ['Argentina said no thanks to BRICS under Milei', 'Supported', /turned down/],
  ["Costa Rica has no army either but they're in the Rio Treaty", 'Supported', /Rio Treaty/],
  ['And no, Austria and Switzerland are not members of NATO either, Kevin', 'Supported', /Switzerland/],
  ['My book also says SEATO was dissolved in 1977 and the HQ was in Bangkok', 'Supported', /Bangkok/],
  ['Taiwan is officially a major non-NATO ally', 'Contradicted', /without being designated/],
  ['Norway has been a NATO member from the very start', 'Supported', /founding member/],
  ['Iceland is the only NATO country without an army', 'Supported', /no standing military force/],
  ['article 5 was invoked after 9/11 and never again', 'Supported', /once only/],
  ['Article 4 was invoked in 2003 and never again', 'Contradicted', /8 times/],
  ['the Baghdad Pact was signed in 1955', 'Supported', /February 24, 1955/],
  ['ASEAN is a military alliance', 'Contradicted', /military pact/],
  ['Israel has taken part in RIMPAC', 'Supported', /2018/],
  ['Japan joined Balikatan in 2025', 'Supported', /2025/],
  ['Syria came back to the Arab League in 2023', 'Supported', /May 7, 2023/],
  ['Venezuela is no longer an OAS member', 'Sources differ', /regarded its exit/],
  ['Venezuela left the OAS', 'Sources differ', /regarded its exit/],
  ['Luxembourg was one of the 12 original NATO countries', 'Supported', /12 founding members/],
  ['NATO expanded in 2004 by nine countries', 'Contradicted', /Slovakia and Slovenia/],
  ["you can leave NATO with one year's notice", 'Supported', /Article 13/],
  ['NATO members make all decisions by consensus', 'Supported', /Consensus/],
  ['Malta is a neutral country that is in the EU', 'Supported', /Malta is neutral/],
  ["Japan is one of NATO's partners", 'Supported', /global partners/],
  ['AUKUS Pillar 2 covers AI and hypersonics', 'Supported', /hypersonics/],
  ["France left NATO's military command in 1966", 'Supported', /integrated military command/],
  ['France rejoined the military command in 2009', 'Supported', /announced its return/],
  ['the Mutual Defense Treaty with the Philippines was signed in 1951', 'Supported', /August 30, 1951/],
  ["MNNA status doesn't mean the US will defend you", 'Supported', /no promise/],
  ['China was disinvited from RIMPAC in 2018', 'Supported', /then disinvited/],
  ["Canada doesn't spend 2% of GDP on defence", 'Was true', /2.01% of GDP \(2025\)/],
  ['Spain spends like 1.3% of GDP on defence', 'Was true', /1.28%/],
  ['the US spends 3.4% of GDP on defense', 'Supported', /3.42%/],
  ['lithuania, latvia and estonia all spend over 3%', 'Supported', /3.12%/],
  ["Serbia isn't in NATO and never will be", 'Supported', /does not have Serbia/],
  ['Colombia is an MNNA and a NATO partner', 'Supported', /global partners/],
  ['the UK and the US started five eyes', 'Supported', /1946/],
  ['My favourite fact is that Sweden joined NATO in 1949', 'Contradicted', /March 7, 2024/],
  ['Nobody remembers that MNNA comes with no security guarantee', 'Supported', /no promise/],
  ['ANZUS ended in 1986', 'Contradicted', /3 members/],
  ['NATO no longer exists', 'Contradicted', /32 members/],
  ['NATO still exists', 'Supported', /32 members/],
  ['The Warsaw Pact got dissolved in 1991', 'Supported', /July 1, 1991/],
  [
    'Taiwan is officially designated a major non-NATO ally by the US',
    'Contradicted',
    /without being designated/,
  ],
  ["any NATO country can leave under article 13 with one year's notice", 'Supported', /one year after/],
  ['Armenia was a founding member of the CSTO in 1992', 'Supported', /May 15, 1992/],
  ['Poland was a founding member of NATO in 1949', 'Contradicted', /March 12, 1999/],
  ['The US–Japan security treaty in force dates from 1960, not from 1951', 'Supported', /1960/],
  ['Argentina was invited to BRICS in 2023', 'Supported', /BRICS invited Argentina/],
  ['Peru is the newest major non-NATO ally', 'Supported', /January 14, 2026/],
  ['Kenya is the newest major non-NATO ally', 'Was true', /^Kenya became a major non-NATO ally on/],
  ['No, wait, Sweden joined NATO in 2024.', 'Supported', /March 7, 2024/],
  ['Sweden joined NATO in early 2024', 'Supported', /March 7, 2024/],
  ["NATO's HQ has always been in Brussels", 'Contradicted', /in London, at/],
  ['Mexico is still bound by the Rio Treaty', 'Was true', /from 1947 to 2004/],
  ['The Five Eyes deal goes back to 1946', 'Supported', /founded in 1946/],
  ['The Quad has no mutual defense clause', 'Supported', /a senior U.S. official said in October 2020/],
  ['NATO has its headquarters in Seoul', 'Contradicted', /Brussels/],
  ['The OAS suspended Cuba in 1962', 'Supported', /January 31, 1962/],
  ['Cuba is in the OAS', 'Was true', /revoked that on June 3, 2009.*\. Cuba was a full member from/],
  ["Cuba didn't leave the OAS", 'Supported', /revoked that on June 3, 2009/],
  ['Iran only became a full SCO member in 2023', 'Supported', /July 4, 2023/],
  ['Romania was in the Warsaw Pact until 1991', 'Supported', /July 1991/],
  ['The alliance of the US and the Philippines is from 1951', 'Supported', /August 30, 1951/],
  ['The treaty between China and North Korea is from 1962', 'Contradicted', /July 11, 1961/],
  ["Article 13 lets a member leave with one year's notice", 'Supported', /one year after/],
  ['ANZUS was never dissolved', 'Supported', /3 members/],
  ['NATO has 30 members, look it up.', 'Was true', /from March 27, 2020 to April 4, 2023/],
  ['NATO has over 30 members', 'Supported', /32/],
  ['NATO has exactly 31 members', 'Was true', /31 members from April 4, 2023/],
  ['AUKUS has four members', 'Contradicted', /3 members/],
  ['NATO was founded in 1949 with 12 members', 'Supported', /12 founding members/],
  ['NATO was founded in 1950', 'Contradicted', /April 4, 1949/],
  ['AUKUS = Australia, the UK, the US and Canada', 'Contradicted', /Canada is not in AUKUS/],
  ['BRICS is Brazil, Russia, India, China and South Africa', 'Was true', /2010/],
  ['Finland joined NATO in 2023 and Sweden in 2024', 'Supported', /Finland.+Sweden/],
  ['Sweden joined NATO in 2023', 'Contradicted', /March 7, 2024/],
  ['Armenia has already left the CSTO', 'Contradicted', /suspended/],
  ['Cuba is still in the Rio Treaty', 'Was true', /1960 or until 1962, as sources differ/],
  ['France quit NATO in 1966', 'Contradicted', /since April 4, 1949/],
  ['Iraq was an original member of the Baghdad Pact and walked out in 1959', 'Supported', /1959/],
  ['Japan is a founding member of NATO', 'Contradicted', /does not have Japan/],
  ["Finland is NATO's newest member", 'Was true', /Sweden joined NATO last/],
  ['Japan, South Korea and Thailand are all US treaty allies', 'Supported', /Thailand/],
  ['Taiwan is a treaty ally of the United States', 'Was true', /1980/],
  ['Israel and the US have a mutual defence treaty', 'Not stated', /major non-NATO ally/],
  ['The Quad has a mutual defense clause', 'Contradicted', /no promise/],
  ['SEATO was dissolved on 30 June 1977', 'Not stated', /ended in 1977\. The day is not stated\./],
  ['Cobra Gold started in March 1982', 'Not stated', /in 1982\. The month is not stated\./],
  ['South Africa joined BRICS on December 24, 2010', 'Not stated', /in 2010\. The day is not stated\./],
  ['Thailand became a major non-NATO ally in December 2003', 'Supported', /December 2003/],
  ['AUKUS is an alliance', 'Sources differ', /partnership|pact/],
  ['BRICS is a military alliance', 'Contradicted', /not/],
  ['Article 5 was invoked twice', 'Contradicted', /once only/],
  ['NATO stands for North Atlantic Treaty Organization', 'Supported', /North Atlantic/],
  ['RIMPAC 2024 had 29 nations taking part', 'Supported', /29 nations/],
  ['Russia took part in RIMPAC 2024', 'Contradicted', /29 nations/],
  ['RIMPAC happens every year', 'Contradicted', /two years/],
  ['Mark Rutte is the Secretary General of NATO', 'Supported', /2024/],
  ['Jens Stoltenberg is the Secretary General of NATO', 'Was true', /Rutte/],
  ['NATO is headquartered in Paris', 'Was true', /1967/],
  ['There are about 55k US troops in Japan', 'Supported', /55,154/],
  ['There are still 250,000 US soldiers sitting in Germany!', 'Contradicted', /36,541/],
  ['South Korea hosts 28,500 US troops', 'Sources differ', /24,515/],
  ['There are more US troops in Germany than in Japan', 'Contradicted', /55,154/],
  ['The Warsaw Pact still exists', 'Was true', /1991/],
  [
    'West Germany joined NATO in 1955',
    'Supported',
    /West Germany joined NATO on May 6, 1955 or on May 9, 1955/,
  ],
  [
    'Germany joined NATO on May 6, 1955',
    'Sources differ',
    /May 6, 1955 or on May 9, 1955, as sources differ/,
  ],
  ['The Quad was founded in 2004', 'Sources differ', /2004, or 2007, as sources differ/],
  ['Kuwait has been a major non-NATO ally since 2010', 'Contradicted', /2004/],
  ['Turkey and Greece both came into the alliance in 1952', 'Supported', /1952/],
  ['Article 5 has been triggered exactly once, after 9/11', 'Supported', /once only/],
  ['Five Eyes has five members, duh', 'Supported', /5 members/],
  ['As far as I know Hungary joined NATO in 1999', 'Supported', /1999/],
  ['Iceland has no army', 'Supported', /no standing army/],
  ['Finland joined NATO before Sweden', 'Supported', /2023.+2024/],
  ['Finland joined NATO after Sweden did', 'Contradicted', /2023.+2024/],
  ['The Rio Treaty predates NATO by two years', 'Supported', /1947.+1949/],
  ['The Warsaw Pact was signed a month before West Germany joined NATO', 'Contradicted', /1955/],
  ['Finland was the 32nd country to join NATO', 'Contradicted', /member 31/],
  ['Only Sweden joined NATO in 2024', 'Supported', /No other is named/],
  ['Albania was the only country that ever quit the Warsaw Pact', 'Contradicted', /East Germany/],
  ['Uzbekistan has left the CSTO not once but twice', 'Supported', /1999.+2012/],
  ["Spain didn't join NATO until 1986", 'Contradicted', /1982/],
  ['Yugoslavia was a member of the Warsaw Pact', 'Contradicted', /does not have Yugoslavia/],
  ["Hawaii isn't covered by Article 5", 'Supported', /Hawaii/],
  ['AUKUS gives Australia nuclear weapons', 'Contradicted', /no nuclear weapons/],
  ['Article 4 says an attack on one is an attack on all', 'Contradicted', /^Article 5/],
  ['The Philippines and the US signed their mutual defense treaty in 1961', 'Contradicted', /1951/],
  ['NATO allies agreed to spend 5% of GDP on defense by 2030', 'Contradicted', /2035/],
  ['Only five of the 28 NATO allies actually meet the 2% guideline', 'Contradicted', /all of its 32/],
  ['The Quad has India and Japan in it', 'Supported', /India and Japan are in the Quad/],
  [
    'The Quad has only India and Japan in it',
    'Contradicted',
    /Australia, India, Japan and the United States/,
  ],
  ['Uzbekistan left the CSTO in 1999', 'Supported', /from May 15, 1992 to April 1999/],
  ['Uzbekistan was in the CSTO from 1992 to 1999', 'Supported', /April 1999/],
  // A source expects it, which is not to say that it came about.
  ['Every NATO member spends at least 2% of GDP on defense', 'Not stated', /expected all of its 32/],
  ['ANZUS was signed in San Francisco in September 1951', 'Supported', /San Francisco/],
  ['RIMPAC takes place every two years around Hawaii', 'Supported', /two years/],
  ['CENTO was originally called the Baghdad Pact', 'Supported', /CENTO|Baghdad/],
  ['Bulgaria joined NATO in Mar. 2004.', 'Supported', /2004/],
  ['Croatia joined NATO in the same year as Albania', 'Supported', /2009.+2009/],
  ['Finland and Sweden joined NATO on the same day', 'Contradicted', /2023.+2024/],
  ['Article 5 forces every member to send troops', 'Contradicted', /automatic/],
  ["article 5 doesn't force anyone to go to war", 'Supported', /automatic/],
  ['BRICS started without South Africa', 'Supported', /2010/],
  ['Austria is neutral', 'Supported', /neutrality/],
  ['NORAD is a US-Canadian command', 'Supported', /Canada/],
  ['Quad = US + India + Japan + Australia', 'Supported', /Quad/],
  ["the Quad isn't a formal alliance", 'Supported', /alliance/],
  ['nato has got 32 countries in it now', 'Supported', /32/],
  ['NATO added seven members in 2004', 'Supported', /7, counted/],
  ['Five countries joined NATO in 2004', 'Contradicted', /7, counted/],
  ['Greece has been in NATO for over 70 years', 'Supported', /1952/],
  ['NATO is 100 years old', 'Contradicted', /1949/],
  ['NATO started with a dozen countries', 'Supported', /12/],
  ['Malta is neutral and in the EU', 'Supported', /European Union/],
  [
    '23 of the 32 NATO members are in the EU',
    'Supported',
    /23 of the 32 members of NATO are in the European Union/,
  ],
  ['20 EU countries are in NATO', 'Contradicted', /23 of the 27/],
  [
    'Cyprus is the only EU country that is neither in NATO nor in the PfP',
    'Supported',
    /Cyprus is not in NATO or/,
  ],
  ['Ireland, Austria and Malta are the only EU states outside NATO', 'Contradicted', /Cyprus/],
  ['Croatia is the newest EU member', 'Supported', /last, in 2013/],
  ['Croatia was the last one to join the EU in 2013', 'Supported', /last, in 2013/],
  ["France didn't leave NATO in 1966", 'Supported', /since April 4, 1949/],
  ['Iceland was one of the twelve founders of NATO', 'Supported', /12 founding members/],
  ['Iceland was one of the thirteen founders of NATO', 'Contradicted', /12 founding members/],
  ["Japan isn't covered by Article 5", 'Supported', /does not have Japan/],
  ['Nobody has to fight under Article 5', 'Supported', /not make armed force automatic/],
  ['Russia has been in the Partnership for Peace since 1994', 'Was true', /suspended/],
  ['Norway is in NATO but not the EU', 'Supported', /European Union/],
  ['Iran left CENTO in 1979', 'Supported', /1979/],
  ['Turkey invoked Article 4 in 2012', 'Supported', /2012/],
  ['ANZUS was never invoked', 'Contradicted', /2001/],
  ['RIMPAC 2022 had 26 nations', 'Supported', /26/],
  ['I think NATO has 30 members', 'Was true', /30 members/],
  ['RIMPAC is hosted by US near Hawaii every 2 years.', 'Supported', /hosts.+Hawaii.+two years/],
  ['Talisman Sabre is hosted by Australia every year', 'Contradicted', /two years/],
  ['The CSTO has only five members, basically Russia and friends', 'Contradicted', /6 members/],
  ['First NATO Secretary General: Lord Ismay', 'Supported', /Ismay/],
  ['Short check for my exam: Austria is in NATO', 'Contradicted', /Austria/],
  ['Article 4 = consultations, Article 5 = defence, Article 13 = leaving.', 'Supported', /Article 13/],
  ['Article 10 is leaving', 'Contradicted', /Article 13/],
  ['The Quad is a military alliance of 4 countries', 'Contradicted', /not/],
  ['Greece and Turkey joined NATO on the same day in 1952', 'Supported', /1952/],
  ['The Joint Expeditionary Force is led by the United Kingdom', 'Supported', /leads/],
  ['Article 42.7 was used by France after the Paris attacks in November 2015.', 'Supported', /2015/],
  ['My teacher says NATO has 30 members', 'Was true', /30 members/],
  ['RIMPAC is held in even years', 'Supported', /two years/],
  ['Qatar, Kenya and Brazil are all major non-NATO allies', 'Supported', /Qatar.+Kenya.+Brazil/],
  ['Saudi Arabia is a member of BRICS now', 'Sources differ', /took effect.+not formalized/],
  ['Saudi Arabia is not in BRICS', 'Sources differ', /took effect.+not formalized/],
  ['Finland (2023) and Sweden (2024) joined NATO.', 'Supported', /2023.+2024/],
  ['Finland (2022) and Sweden (2024) joined NATO.', 'Contradicted', /2023/],
  ['Argentina joined BRICS in January 2024', 'Contradicted', /turned down/],
  ['Romania left the Warsaw Pact in 1968', 'Contradicted', /1991/],
  ['Albania was the first to leave the Warsaw Pact', 'Supported', /1968/],
  ['East Germany was the first country to leave the Warsaw Pact', 'Contradicted', /Albania/],
  ['The US suspended its ANZUS obligations to New Zealand in 1986', 'Supported', /1986/],
  ['Afghanistan is a major non-NATO ally of the US', 'Was true', /2022/],
  ["Sweden's been in NATO since 2024", 'Supported', /2024/],
  ["Sweden's not been in BRICS", 'Supported', /Sweden/],
  ['Canada being a founding member of NATO since 1949 surprises people', 'Supported', /1949/],
  ['Spain joining in 1982 made it the 16th member of NATO', 'Supported', /16/],
  ['Finland joining in 2023 made it the 30th member of NATO', 'Contradicted', /31/],
  ['East Timor is the 11th ASEAN member', 'Supported', /11/],
  ['The last country to join NATO was Sweden', 'Supported', /2024/],
  ['The last country to join NATO was Finland', 'Was true', /Sweden/],
  ['Turkey joined NATO along with Greece in 1952', 'Supported', /Greece/],
  ['Finland joined NATO together with Sweden in 2023', 'Contradicted', /2024/],
  ['Turkey and Greece joined NATO the same year, 1952', 'Supported', /1952/],
  ['Turkey is the only NATO country in the SCO', 'Contradicted', /No member of NATO/],
  ['The only time Article 5 was used was 2001', 'Supported', /2001/],
  ['The first time Article 5 was used was in 1982', 'Contradicted', /2001/],
  ['Article 5 means everyone has to send troops automatically', 'Contradicted', /automatic/],
  ["Article 5 doesn't require military force", 'Supported', /automatic/],
  ['Under Article 5 nobody is forced to send soldiers', 'Supported', /automatic/],
  ['CSTO Article 4 is the same idea as NATO Article 5', 'Supported', /Article 4/],
  ["The EU already has its own Article 5, it's 42.7", 'Supported', /Article 42\(7\)/],
  ['Under the 1960 treaty the US must defend Japan', 'Supported', /1960/],
  ["Being an MNNA doesn't give you any security guarantee", 'Supported', /no security commitment/],
  ["Armenia's membership in the CSTO is frozen", 'Supported', /2024/],
  ["It's the US and Canada in NORAD", 'Supported', /Canada/],
  ['China was in RIMPAC twice', 'Supported', /2014 and 2016/],
  ['The Quad has no treaty', 'Supported', /not formalized/],
  ["Malta is in the EU but not NATO so yes they're covered", 'Supported', /does not have Malta/],
  ['CENTO fell apart in 1979 when Iran and Pakistan left', 'Supported', /Pakistan/],
  ['Talisman Sabre happens in even years', 'Contradicted', /odd/],
  ['RIMPAC is in odd years', 'Contradicted', /every two years/],
  ['Talisman Sabre is the odd years one', 'Supported', /odd/],
  ['Cobra Gold is the Thai one', 'Supported', /Thailand/],
  ["South Korea's one is from 1953", 'Supported', /1953/],
  ['The Philippines treaty is from 1951 and covers the South China Sea', 'Supported', /South China Sea/],
  ['France invoked 42.7 after the Bataclan attacks in 2015', 'Supported', /2015/],
  ['RIMPAC is the biggest naval exercise in the world, every 2 years off Hawaii', 'Supported', /Hawaii/],
  ['ASEAN founded 8 August 1967 in Bangkok by Indonesia, Malaysia and Thailand', 'Supported', /Bangkok/],
  ['North Macedonia was #30 in NATO', 'Supported', /30/],
  ["De Gaulle pulled France out of NATO's command in 1966", 'Supported', /1966/],
  ['Trump pulled the US out of NATO', 'Contradicted', /1949/],
  ['Churchill took the UK into NATO in 1949', 'Supported', /1949/],
  ["You can't be kicked out of NATO", 'Supported', /no rule on expelling/],
  ['Under Article 13 you can leave with one year notice', 'Supported', /one year/],
  ['Article 4 has been used many times', 'Supported', /8 times/],
  ['Article 5 has been used several times', 'Contradicted', /once only/],
  ['Collective defence is Article 5', 'Supported', /Article 5/],
  ['Collective defence is Article 4', 'Contradicted', /Article 5/],
  ['US troops in Germany number about 35,000', 'Supported', /36,541/],
  ['Cambodia joined in 1999 as the tenth member of ASEAN', 'Supported', /10/],
  ['The Philippines treaty covers the coast guard', 'Supported', /Coast Guard/],
  ['NATO invoked Article 5 the day after 9/11', 'Supported', /September 12, 2001/],
  ['Australia will get at least three Virginia-class submarines', 'Supported', /three/],
  ['Article 5 says each country takes "such action as it deems necessary"', 'Supported', /necessary/],
])('%s: %s', (text, kind, said) => {
  const [found, ...others] = verdictsOf(text)
  expect(others).toEqual([])
  expect(found?.kind).toBe(kind)
  expect(found?.text).toMatch(said)
  expect(kind === 'Not stated' || (found?.facts.length ?? 0) > 0).toBe(true)
})

test.each([
  'Is Sweden in NATO?',
  'NATO should have 40 members',
  'Ukraine will be a NATO member by 2030',
  'If Sweden is in NATO, Finland is too',
  'He said "Sweden is not in NATO"',
  'imagine thinking Switzerland is in NATO',
  'My guild’s alliance has 32 members and we lost the siege',
  'The alliance has 32 members',
  'we have 12 members in our alliance and quit the raid',
  'Myth: NATO has 30 members.',
  'NATO has 30 members. False.',
  'There are 10,000 US troops in Poland',
  'Greenland is in NATO',
  'Ireland joined the EU in 1973',
  'Japan is not in the alliance',
  'Japan joined the alliance in 1952',
  'People in Sweden and Norway are in NATO',
  'The king of Sweden and Norway are in NATO',
  'NATO almost had 30 members',
  'Turkey threatened to leave NATO',
  "France's army left NATO in 1966",
  'Half of Sweden is in NATO',
  'You can be kicked out of NATO',
  'Vietnam is in the Quad Plus',
  'The Philippines treaty covers Taiwan',
  'Australia will get at least five Virginia-class submarines',
  'Trump almost pulled the US out of NATO',
  'Sarkozy took France back into NATO in 2009',
  // By the treaty with Japan, each acts on attacks in areas that Japan administers.
  "Japan doesn't have to defend the US",
  "South Korea's one is from 1960",
  'Balikatan is the Thai one',
  'Poland is #1 in NATO',
  // What is thought of is not claimed.
  'Ukraine being in NATO is crazy',
  'Canada being a founding member of NATO since 1949 is a myth',
  "It's the US and the UK in NATO",
  "NATO has no Article 5, it's 42.7",
  'The only time Article 5 was almost used was 1999',
  'Armenia’s membership in the CSTO is not frozen',
  "Sweden's air force joined NATO exercises in 2004",
  'Georgia was covered by Article 5',
  // Two countries may have had an earlier treaty.
  'The US-Japan treaty was signed in 1951',
  // That it applied is stated, that it joined is not.
  'Sweden joined in NATO in 2022',
  // Words that say nothing of anything.
  'people’s republic of china',
  'It is in NATO since then',
  'just learned about the State Partnership Program...',
  // Sources differ on whether who suspended its part is still a member.
  'Armenia is no longer a member of the CSTO',
  // It left in between and came back.
  'Uzbekistan was in the CSTO from 1992 to 2012',
  'Article 5 says each ally takes "a free submarine".',
  // Who works with NATO as a partner does not make NATO one.
  'NATO is a global partner',
  // Of what it was signed is not said.
  'The US met Bulgaria. It was signed.',
  // A reference work says that it withdrew.
  'Cuba was expelled from the Rio Treaty',
  // By another treaty than the one that is named.
  'The US is obligated to defend Taiwan under the Taiwan Relations Act.',
  'AUKUS is basically about submarines.',
  // What is left out would change what is claimed.
  'Sweden joined NATO before joining the EU.',
  'Spain was not in NATO before joining in 1982.',
  'Pakistan was a member of SEATO until it ended.',
  "Germany isn't in the EU with Norway",
  'The EU has 26 members, excluding Hungary.',
  'The EU has 26 members (excluding Hungary).',
  'Under Article 5 members must go to war, but only if they deem it necessary.',
  'Finland, together with Sweden, joined NATO in 2023.',
  'Russia is a NATO partner since 1994.',
  'India took part in RIMPAC only twice, in 2016 and 2018.',
  'India took part in RIMPAC in 2012, 2014, 2016, 2018, 2022, 2024 and 2010.',
  'CSTO former members: Georgia 1999, Azerbaijan 1999',
  'Cobra Gold is held every December.',
  'It was Finland, not Sweden, that joined the EU in 1995.',
  'Japan takes part in NATO.',
  'Article 5 was invoked several times, most recently by NATO.',
  'Finland joined NATO in late 2023.',
  'NATO was founded in mid-1949.',
  'Nicaragua was expelled from the OAS',
  'RIMPAC 2024 had over 25,000 people',
  'Nobody remembers that France left NATO, because it never did',
  "NATO doesn't mean the US will defend you",
  "NATO's headquarters was in Paris at first",
  'India was disinvited from RIMPAC in 2018',
  "countries can leave NATO with two years' notice",
  'the Baghdad Pact was signed in 1954',
  'Norway is the only NATO country without an army',
  'Japan joined Balikatan in 2001',
  'Cuba returned to the OAS in 2009',
  'Australia left the Quad',
  'Australia never left the Quad',
  'NATO replaced the Warsaw Pact',
  'Sweden is in NATO, Allegedly',
  'My teacher says NATO ended in 1977 and it is wrong',
  'Sweden joined NATO after Finland left',
  'Armenia was kicked out of the CSTO',
  'Cuba was never expelled from the OAS',
  'NATO has no procedure for expelling anyone except Hungary',
  "NATO's treaty has 12 articles",
  'Nobody says that Finland joined NATO in 2023',
  'Malabar began in 1992 as a bilateral exercise between India and Japan',
])('%s: not judged', (text) => {
  expect(verdictsOf(text)).toEqual([])
})

test('a pronoun is the subject of the sentence before it, if that is clear', () => {
  expect(
    verdictsOf('NATO was founded in 1949. It has 32 members. ukraine was never a member. georgia neither.'),
  ).toMatchObject([
    { kind: 'Supported' },
    { kind: 'Supported' },
    { kind: 'Supported' },
    { kind: 'Supported' },
  ])
  expect(verdictsOf('NATO is the best club. It has 32 members.')).toMatchObject([{ kind: 'Supported' }])
  expect(verdictsOf('My uncle talks of NATO to all of Japan. It has 32 members.')).toMatchObject([
    { kind: 'Supported' },
  ])
  expect(verdictsOf('Japan likes NATO and the EU. It has 3 members.')).toEqual([])
  expect(verdictsOf('NATO is loud. My guild met in a pub. It has 12 members.')).toEqual([])
})

test('each whole part of a sentence is judged by itself, and the others are counted', () => {
  const { checked, unchecked } = checkMessage(
    'Turkey got kicked out of NATO over the S-400s, and NATO has 30 members, which is a shame.',
    facts,
    now,
  )
  expect(checked.map(({ sentence, verdict }) => [sentence, verdict.kind])).toEqual([
    ['Turkey got kicked out of NATO …', 'Contradicted'],
    ['… NATO has 30 members …', 'Was true'],
  ])
  expect(unchecked).toBe(2)
})

test('a part is not judged where what is left out may deny, report or restrict it', () => {
  for (const text of [
    'He says Sweden left, and NATO has 30 members.',
    'Unless I dreamt it, NATO has 30 members, if that counts.',
    'NATO was not founded by Japan, and it would never be.',
    'SEATO was dissolved by 1960, which was early.',
  ])
    expect(verdictsOf(text)).toEqual([])
})

test('a fact that says all of a claim supports it, and no other does', () => {
  expect(verdictsOf('NATO decides by consensus.')[0]?.kind ?? 'none').not.toBe('Contradicted')
  for (const text of [
    'Iceland has an army',
    'Sweden has no army',
    'France left the command of NATO in 1950',
    'Cuba is still a party to the Rio Treaty',
    'Only Iceland has no army',
  ])
    expect(verdictsOf(text).filter(({ kind }) => kind === 'Supported')).toEqual([])
})

test('claims survive being packed for a button', () => {
  const sentence = "NATO has over 30 members and Sweden isn't in it"
  const read = readClaims(sentence, wordsOfReadable(sentence, facts), {
    facts,
    today: '2026-11-29',
    known: new Map(),
  })
  const claims = read.parts.flatMap((part) => part.claims)
  const packed = packClaims(claims, facts)
  expect(packed).toMatch(/^[^:]{1,70}$/)
  expect(unpackClaims(packed, facts)).toEqual(claims)
  expect(unpackClaims('is-in~nobody~narnia', facts)).toBeUndefined()
})

test.each([
  ['ANZUS was never dissolved', 'ANZUS has not ended'],
  ['SEATO was dissolved in 1977', 'SEATO ended in 1977'],
  [
    'Cyprus is the only EU country that is neither in NATO nor in the PfP',
    'Of the members of the European Union, only Cyprus is not in NATO or the Partnership for Peace',
  ],
  ['Peru is the newest major non-NATO ally', 'Peru became a major non-NATO ally last'],
  ['Egypt and Jordan are major non-NATO allies', 'Egypt and Jordan are major non-NATO allies'],
  ['Egypt became a major non-NATO ally in 1989', 'Egypt became a major non-NATO ally in 1989'],
  [
    'Afghanistan lost its MNNA status in 2022',
    'Afghanistan lost the status of a major non-NATO ally in 2022',
  ],
  ['Australia invoked ANZUS in 2001', 'An article of ANZUS was invoked by Australia in 2001'],
  ['The Philippines treaty is from 1951', 'The Philippines and the United States have a treaty of 1951'],
  ['Eisenhower was the first SACEUR', 'Eisenhower was the first Supreme Allied Commander Europe'],
  ['NATO does not have 30 members', 'NATO does not have 30 members'],
  ['Turkey invoked Article 4 in 2012', 'Article 4 of NATO was invoked by Türkiye in 2012'],
])('the card of a claim words it so that it says the same: %s', (text, words) => {
  expect(checkMessage(text, facts, now).checked.map(({ claims }) => wordClaims(claims, facts))).toEqual([
    words,
  ])
})

test.each(['Russia was in the Warsaw Pact', 'The Czech Republic was in the Warsaw Pact'])(
  'the list of a body does not contradict who may mean the state before: %s',
  (text) => {
    expect(verdictsOf(text)).toEqual([])
  },
)

test.each([
  [
    'people say a lot. finland joined NATO in 2023 and sweden in 2024. ukraine isnt in it and neither is georgia',
    2,
  ],
  ['NATO facts:\n- founded in 1949 by 12 countries\n- HQ is in Brussels', 2],
  ["It's great. AUKUS is a partnership between Australia, the UK and the US announced in September 2021.", 1],
  [
    "Israel is in no bloc. it's a major non-nato ally, that's a different thing. same with Japan and Egypt",
    2,
  ],
  ['NATO is old. Croatia joined in 2009.', 1],
  ['RIMPAC is held every two years. In 2024, 29 nations took part.', 2],
  ["Kosovo isn't a member of NATO, but NATO troops (KFOR) have been there for years.", 1],
  ['Costa Rica has no army and it is in the Rio Treaty.', 1],
  ["Serbia isn't in NATO either.", 1],
  ["NATO's current secretary general is Mark Rutte.", 1],
  [
    'The Warsaw Pact was founded in 1955 in response to West Germany joining NATO; it was dissolved in 1991.',
    2,
  ],
])('a message is read as people write it: %s', (text, count) => {
  expect(kindsOf(text)).toEqual(Array.from({ length: count }, () => 'Supported'))
})

test('one of those that founded a body is a founder of it', () => {
  const list = verdictsOf(
    'my notes:\n- NATO was founded in 1949 by 12 countries\n- Germany was one of them\n- HQ is in Brussels',
  )
  expect(list.map(({ kind }) => kind)).toEqual(['Supported', 'Contradicted', 'Supported'])
  const verdicts = verdictsOf(
    'NATO was founded in 1949 by 12 countries. Germany was one of them. So was Italy.',
  )
  expect(verdicts[1]?.kind).toBe('Contradicted')
  expect(verdicts[1]?.text).toMatch(/founding members.+Germany/)
})

test.each([
  'Hello, I am from Serbia. We are also a member of the CSTO I think.',
  'Turkey joined BRICS last year',
  'Germany is the sixth eye',
  'East Germany stayed in the Warsaw Pact till the end in July 1991',
  'Albania was in the Warsaw Pact till the end',
  'Azerbaijan never was in the CSTO, get your facts straight',
  'Article 5 means every NATO country has to send troops automatically',
  'Japan must defend the US mainland if it gets attacked',
  "Japan must come to America's defense if California gets attacked.",
  'Germany hosts the NATO headquarters',
  'Turkey joined NATO as one of the founders in 1949',
  'Turkey joined NATO in 1949 with the founders',
  'RIMPAC is held every single year off Hawaii',
  'The Quad is a mutual defence treaty between four democracies.',
  'Quad countries must defend each other if China attacks',
  'The Quad is a military alliance with a mutual defense pact',
])('what the list or the days of a body deny is contradicted: %s', (text) => {
  expect(kindsOf(text)).toEqual(['Contradicted'])
})

test.each([
  // What takes a clause back is no detail of it.
  'Ukraine is a NATO member in all but name',
  'Ukraine joined NATO in spirit',
  'East Germany is gone. It was created in 1949. RIMPAC is loud.',
  'Super Garuda Shield 2023 was held to September 13, 2023.',
  'Malta joined the Partnership for Peace in 1995. It came back in 2008.',
  // Of several bodies, which was joined is not said, and of several dates, by whom.
  'Albania is in NATO. It left the Warsaw Pact in 1968. It joined in 2009.',
  'Poland was in the Warsaw Pact. It joined NATO in 1999. It left in 1991.',
  'Kuwait and Bahrain are major non-NATO allies. They joined in 2004 and 2002.',
  // Notice of leaving was given then.
  'Mexico left the Rio Treaty in 2002. Then Ecuador and Bolivia followed in 2012.',
  'Nobody says this: Austria is in NATO',
  'The US presidents said so',
  'My teacher never said that Austria is in NATO',
  'My teacher says Austria is in NATO and so does nobody else',
  'Only Sweden joined NATO in the 90s',
  'Spain did not join NATO in the 1970s',
  // A list is not cut in two.
  'AUKUS is a partnership between Australia, the UK and the US meeting in San Diego.',
  // "The treaty" need not be the one body of the message.
  'South Korea is a better ally than half of NATO. The treaty was signed in 1953.',
  // Sources call it a suspension.
  'New Zealand was kicked out of ANZUS in 1986 over nuclear ships.',
  'new zealand got booted out of anzus for refusing nuclear ships',
  'Colombia is the only partner in Latin America.',
  // Names alone go with what is not read.
  'Finland joined NATO. Sweden was 32nd. Austria and Ireland are still out, and Malta.',
  'The CSTO has six members including Armenia',
  'South Korea, Japan and the US meet. The treaty was signed in 1953. It was signed in 1960.',
  // Some of a body may be named for anything.
  'NATO again. Spain, Italy, France.',
  // What it suspended is not said.
  'New Zealand was in ANZUS. The US suspended it.',
  // Of several bodies, which one is with ten is not said.
  'NATO is fun. And they both are in the JEF too, which Britain leads, with ten countries',
  // There are several.
  'Italy hosts a NATO headquarters.',
  // It rests on a treaty of several.
  'Thailand has no bilateral defence treaty with the US.',
  // Of two countries, which one is meant is not said.
  'Greece and Spain like NATO. It joined in 1982.',
  'People say "Sweden is in NATO". Not quite.',
  'NATO calls itself "a club of 40 countries".',
  // Years later are counted roughly.
  'Greece joined NATO in 1952. Turkey joined a year later.',
  'Japan and the US signed a treaty in 1951.',
  'Japan has a treaty with China from 1978.',
  'Washington is a city in the US.',
  // Of whom it must defend, nothing is said.
  'The US, Japan and others meet. They all must defend each other.',
])('what may be meant otherwise is not contradicted: %s', (text) => {
  expect(verdictsOf(text).filter(({ kind }) => kind === 'Contradicted')).toEqual([])
})

test.each([
  ['SEATO had Thailand in it. No Vietnam. It was wound up in 1977.', /^SEATO ended in 1977/],
  ['Egypt joined BRICS in 2024. Indonesia followed in January 2025.', /^Indonesia joined BRICS/],
  ['Israel is a major non-NATO ally. Sweden is not one.', /does not have Sweden/],
  [
    'Pakistan is a major non-NATO ally. Afghanistan lost it in 2022.',
    /^Afghanistan was a major non-NATO ally from/,
  ],
  [
    'Was the Warsaw Pact bad? It was wound up in Prague on 1 July 1991.',
    /^The Warsaw Pact ended on July 1, 1991/,
  ],
  ['I like AUKUS. There is no mutual defense clause.', /^AUKUS has no promise/],
  ['NATO is loud. Sweden got in on 7 march 2024 as the 32nd member.', /member 32/],
  ['ANZUS again. The US suspended its obligations to New Zealand in 1986.', /1986/],
  [
    'Malta, Ireland and Austria are fine. All three are in the Partnership for Peace.',
    /Malta.+Ireland.+Austria/,
  ],
  ['RIMPAC is fun. In 2024 there was 29 countries.', /^29 nations/],
  ['Article 5 is weaker than people think. It has been invoked exactly once, after 9/11.', /once only/],
  [
    'FPDA is great. It is the UK, Australia, New Zealand, Malaysia and Singapore, from 1971.',
    /founded in 1971/,
  ],
  [
    'Colombia has been a major non-NATO ally since 2022. Brazil too, since 2019.',
    /^Brazil became a major non-NATO ally on July 31, 2019/,
  ],
  ['The CSTO is a joke. Armenia froze it in 2024.', /^Armenia itself suspended its participation/],
  ['CENTO died in 1979 when Iran quit.', /ended in 1979/],
  ['The Rio Treaty was invoked after 9/11.', /^On September 19, 2001/],
  ['> New Zealand left ANZUS\nThe US suspended its obligations to New Zealand in 1986.', /1986/],
  ['Finland joined on 4 April 2023, Sweden on 7 March 2024.', /Finland.+Sweden/],
  ['Finland is cool. It is in the JEF too, which Britain leads, with ten countries', /leads/],
  [
    'In my country (Austria) we are neutral. We are in the EU but not in NATO.',
    /^Austria is in the European Union/,
  ],
  ['"New Zealand was thrown out of ANZUS" no it wasn’t!!', /That New Zealand left is not stated/],
  ['AUKUS again. It’s a trilateral deal between Australia, the UK and the US.', /members of AUKUS/],
  ['The Quad is great. They do Malabar together.', /took part in Malabar/],
  ['So Five Eyes goes back to the UKUSA agreement in 1946.', /grew out of.+1946/],
  ['the US-ROK mutual defense treaty dates from 1953', /October 1, 1953/],
  ['The Rio Treaty shrinks. Mexico got out in 2004.', /^Mexico was in the Rio Treaty/],
  ['People keep saying the US has to defend Taiwan. It doesn’t.', /1980/],
  ['"Armenia left the CSTO in 2024." No it did not, it froze participation.', /counted here include Armenia/],
  ['> Spain was a founding member of NATO\nnope.', /May 30, 1982/],
  ['Article 5 is weak. It says each ally takes "such action as it deems necessary".', /deems necessary/],
  ['Finland joined NATO in 2023. Sweden followed a year later.', /^Sweden joined NATO on March 7, 2024/],
  [
    'Greece joined NATO in 1952 and Turkey the same year.',
    /Greece and Türkiye joined NATO on February 18, 1952/,
  ],
  ['My notes:\n- CENTO: started as the Baghdad Pact', /renamed CENTO/],
  ['The CSTO shrinks. Uzbekistan did leave though.', /^Uzbekistan was in/],
  ['Can we talk about New Zealand? The US suspended its ANZUS obligations to them.', /New Zealand/],
  [
    'Poland, Hungary and Czechia asked NATO. Nobody said no. They got in in 1999.',
    /Poland.+Hungary.+Czechia/,
  ],
  ['RIMPAC is big. China took part in 2014. They were disinvited in 2018.', /then disinvited/],
  ['I did a RIMPAC. It’s every two years, even years.', /two years/],
  ['AUKUS notes:\n- Pillar I = nuclear-powered subs for Australia', /^Pillar I of AUKUS/],
  ['AUKUS notes:\n- no mutual defence clause anywhere', /^AUKUS has no promise/],
  ['BRICS isn’t a military alliance, stop it.', /military alliance/],
  ['The Five Eyes are old. Canada joined in 1948 and Aus and NZ in 1956.', /Canada.+Australia.+New Zealand/],
  ['NATO was founded in 1949 in Washington by 12 countries.', /1949.+Washington.+12/],
  ['The Rio Treaty was signed in Rio de Janeiro in 1947.', /1947.+Rio de Janeiro/],
  ['NATO has 32 members, Sweden being the last one in.', /Sweden joined NATO last/],
  ['South Korea became a US treaty ally in 1953', /October 1, 1953/],
  ['Actually, "New Zealand was expelled from ANZUS" is a myth.', /That New Zealand left is not stated/],
  [
    'My dad is great. He also said Yugoslavia was a member of the Warsaw Pact, which is wrong.',
    /does not have Yugoslavia/,
  ],
  ['my friend thinks Sweden joined NATO before Finland and that’s just wrong', /2024.+2023/],
  ['My dad says Spain joined NATO in 1980. It did not.', /May 30, 1982/],
  [
    'CENTO is dead. It started as the Baghdad Pact in 1955 with Turkey, Iraq, Iran and the UK.',
    /Iran joined/,
  ],
  ['NATO trivia. Mark Rutte took over in Oct 2024', /October 1, 2024/],
  ['SEATO was a joke. Eight members, HQ in Bangkok, and most of them were far away.', /Bangkok/],
  [
    'The US has defense treaties with Japan (1960), South Korea (1953) and the Philippines (1951).',
    /1960.+1953.+1951/,
  ],
  ['## Five Eyes\nUS, UK, Canada, Australia, NZ.', /members of the Five Eyes/],
  [
    'I like the Rio Treaty. Mexico left, then Ecuador, Bolivia, Nicaragua and Venezuela.',
    /Mexico.+Ecuador.+Bolivia/,
  ],
  [
    '"An attack on one is an attack on all" - sure, but Article 5 says each ally takes such action as it deems necessary.',
    /deems/,
  ],
  [
    'NATO grew. Albania joined in 2009. Then Montenegro 2017, North Macedonia 2020.',
    /Montenegro.+2017.+2020/,
  ],
  ['Five Eyes. Canada joined later and then Australia and New Zealand in 1956.', /Canada.+Australia/],
  ['I told him Spain joined NATO in 1982.', /May 30, 1982/],
  [
    'Russia and North Korea signed a treaty in June 2024. They like it. It says they help each other.',
    /promise/,
  ],
  ['North Korea has a treaty with China from 1961.', /July 11, 1961/],
  ['Israel is a major non-NATO ally, same as Egypt and Jordan.', /Israel.+Egypt.+Jordan/],
  ['Washington suspended its ANZUS obligations to New Zealand in 1986.', /1986/],
  ["Moldova's neutrality is written in its constitution.", /under its constitution/],
  [
    'SEATO notes\n- members: US, UK, France, Australia, NZ, Pakistan, Philippines, Thailand',
    /were the members/,
  ],
  ['The Rio Treaty is old. Uruguay likes it. It was signed in 1947, two years before NATO.', /1947.+1949/],
  ['> BRICS is the new anti-NATO\nIt is not a military alliance at all.', /BRICS never was/],
  ['NATO is loud. Finland was 31st, and Sweden was 32nd.', /32/],
  ['"NATO has 12 members" is a myth, friends. NATO has 32 members.', /32/],
  ['I am from the Philippines. The treaty with the USA is from 1951.', /August 30, 1951/],
  ["AUKUS is no club. It isn't. It has three members.", /3 members/],
  ['The EU has a mutual defence clause. It is Article 42(7) of the Treaty on European Union.', /42\(7\)/],
  ['Canada + US = NORAD, set up in 1958', /1958/],
  ['**RIMPAC 2024**\n- 29 nations', /^29 nations took part in RIMPAC 2024/],
  ['SEATO was founded in Manila in 1954.', /^SEATO was founded in September 1954/],
  [
    'I think the US and South Korea are fine. The 1953 treaty was signed in October 1953.',
    /alliance was signed on October 1, 1953/,
  ],
  ['Five Eyes is five countries. Japan is not one.', /Five Eyes, whole as of Oct 2019, does not have Japan/],
  ['I did three RIMPACs, back in the day. It started in 1971.', /^RIMPAC began in 1971/],
  ['Would the US help Japan if China attacks? The treaty dates from 1960.', /1960/],
  ['The Rio Treaty is older than NATO. It was invoked after 9/11 too.', /the Rio Treaty was activated/],
  [
    'The CSTO and NATO differ. Armenia is out. The CSTO is dying. Armenia froze its participation.',
    /suspended/,
  ],
  [
    'Back from Talisman Sabre 25! It was the biggest one yet, 19 nations and over 35,000 people.',
    /^19 nations.+35,000/,
  ],
  [
    'Colombia became a major non-NATO ally in 2022. Brazil and Argentina have that status as well.',
    /Brazil.+Argentina/,
  ],
  ['ANZUS is fun. The treaty is still in force between Australia and the US.', /ANZUS/],
  ['Correction to the video: the Warsaw Pact was founded in 1955, not 1949.', /1955/],
  ['The Five Eyes are old. They come from the UKUSA agreement of 1946.', /grew out of.+1946/],
  ['Article 5 is overrated. Nobody is forced to send soldiers.', /does not make armed force automatic/],
  ['The US-Japan security treaty covers the Senkaku Islands', /applies to the Senkaku Islands/],
  ['Japan does not have to defend the US mainland', /covers the territories under the administration/],
  ['China took part in RIMPAC 2014 and 2016', /2014.+2016/],
  ['AUKUS notes for class:\n- Pillar 2 = advanced tech', /^Pillar II of AUKUS/],
  ['42.7 was triggered by France after the 2015 attacks', /November 17, 2015/],
  ['Warsaw Pact. Albania left in 1968 after Czechoslovakia was invaded.', /1968/],
])('what is said last goes on about what was said before: %s', (text, said) => {
  const verdict = verdictsOf(text).at(-1)
  expect(verdict?.kind).toBe('Supported')
  expect(verdict?.text).toMatch(said)
})

test.each<[string, string[]]>([
  ['Sweden joined NATO in March 2024, making it 32.', ['Supported']],
  ['Sweden joined NATO in March 2024, making it 33.', ['Contradicted']],
  ['The Rio Treaty was signed in 1947 and predates NATO.', ['Supported']],
  ['New Zealand is a full ANZUS ally of the US today', ['Was true']],
  ['The Quad is a formal military alliance with a treaty.', ['Contradicted']],
  ['Taiwan is officially designated a MNNA', ['Contradicted']],
  ['Taiwan is a MNNA', []],
  ['The Warsaw Pact was signed 14 May 1955 in Warsaw, obviously', ['Supported']],
  ['Saudi Arabia got MNNA status recently', ['Supported']],
  ['SACEUR is always American.', ['Supported']],
  ['BRICS stands for Brazil, Russia, India, China, South Africa.', []],
  [
    'West Germany joined NATO in 1955. The Soviets answered with the Warsaw Pact the same year.',
    ['Supported', 'Supported'],
  ],
  ['Japan joined Five Eyes in 2020 as sixth eye.', ['Contradicted']],
  ['Armenia left the CSTO? No. Azerbaijan left the CSTO, and so did Georgia.', ['Supported']],
  ['42.7 says the others have to help.', ['Supported']],
  [
    'Is the Philippines treaty vague? It says each party would act in accordance with its constitutional processes.',
    ['Supported'],
  ],
  ['Mark Rutte took over from Stoltenberg on 1 October 2024', ['Supported']],
  ['Rutte took over from Biden in October 2024', []],
  [
    'The Secretary General is European and SACEUR is always American. Current one is Rutte, ex Dutch PM.',
    ['Supported', 'Supported'],
  ],
  ['Cobra Gold is held in Vietnam', ['Contradicted']],
  ['Talisman Sabre is held in Papua New Guinea', ['Supported']],
  ['RIMPAC is held in Japan', []],
  ['SEATO had its hq in Manila', ['Contradicted']],
  ['NATO had its hq in Rome', []],
  ['NATO HQ moved from Paris to Brussels in 1967.', ['Supported']],
  ['NATO HQ moved from Paris to Brussels in 1949.', ['Contradicted']],
  ['NATO was headquartered in Brussels in 1955', []],
  ['Malabar began as a bilateral US-India thing in 1992', ['Supported']],
  ['Malabar began as a bilateral US-India thing in 1995', []],
  ['China took part in RIMPAC once or twice', ['Supported']],
  ['Canada took part in RIMPAC once or twice', []],
  ['Malta is in NATO, right?', ['Contradicted']],
  ['Is Malta in NATO, right?', []],
  ['"An attack on one is an attack on all" - that\'s article 4 right?', ['Contradicted']],
  [
    'France did not leave NATO in 1966, it left the integrated military command. It came back in 2009.',
    ['Supported', 'Supported'],
  ],
  [
    'The US-South Korea alliance was signed in 1953. About 28,500 US troops are there.',
    ['Supported', 'Sources differ'],
  ],
  [
    'Hungary is in NATO. They joined in 1999 with Poland and the Czechs and now they block everything.',
    ['Supported', 'Supported'],
  ],
  [
    'NATO should never have let Hungary in. They joined in 1999 and now they block everything.',
    ['Supported'],
  ],
  ['Fact check: Spain only joined NATO in 1982, seven years after Franco died.', ['Supported']],
  ['Some info on the OAS: it was founded in 1948.', ['Supported']],
  ['Myths about NATO: it has 30 members.', []],
  [
    "Everyone says Israel is an ally. On paper it's a major non-NATO ally, same as Egypt, Japan and Australia.",
    ['Supported'],
  ],
  ['BRICS says others must help', []],
  ['Some people on NATO: it has 30 members.', []],
  ['African Lion is held in Egypt', []],
  [
    '> Sweden left NATO\nnope.\n"Spain joined NATO in 1980" no it did not\n"Spain joined NATO in 1980" no it did not',
    ['Supported', 'Supported'],
  ],
  // An adjective is judged with its noun or leaves its claim unread.
  ['Talisman Sabre is a yearly exercise between Australia and the US.', ['Contradicted']],
  ['Talisman Sabre is a biennial exercise between Australia and the US.', ['Supported']],
  ['Talisman Sabre is a monthly exercise between Australia and the US.', []],
  ['Talisman Sabre is a secret exercise of Australia and the US.', []],
  ['AUKUS is a permanent partnership between Australia, the UK and the US.', []],
  ['AUKUS is a trilateral security partnership between Australia, the UK and the US.', ['Supported']],
  ['AUKUS is a bilateral partnership between Australia, the UK and the US.', []],
  ['The Quad is a trilateral partnership of Australia, India, Japan and the US.', []],
  ['NATO is an economic alliance.', []],
  // What goes on about what was said.
  ['Finland joined NATO in 2023 and Sweden in 2024. That makes 32 members.', ['Supported', 'Supported']],
  ['Hungary joined NATO in 1999. Then seven more in 2004.', ['Supported', 'Supported']],
  ['Slovenia joined NATO in 2004. Six more in 2004.', ['Supported']],
  ['South Africa joined BRICS in 2010. Then five more in 2024.', ['Supported']],
  ['Turkey joined in 1952 together with Greece.', ['Supported']],
  ['Mark Rutte runs NATO. He took over from Stoltenberg in October 2024.', ['Supported', 'Supported']],
  ['Mark Rutte runs NATO. He took over from Biden in October 2024.', ['Supported']],
  ['Jens Stoltenberg runs NATO.', ['Was true']],
  ['Mark Rutte runs the EU.', []],
  ['Canada is one of the three AUKUS countries.', ['Contradicted']],
  ['Armenia is one of the six members of the CSTO.', []],
  ['The US has to defend South Korea under a 1953 treaty.', ['Supported']],
  ['The US has to defend South Korea under a 1963 treaty.', []],
  [
    'Russia and North Korea signed a treaty in 2024. It has a mutual defence article.',
    ['Supported', 'Supported'],
  ],
  [
    'Russia and North Korea signed a treaty in 2024. China has one with North Korea as well, from 1961.',
    ['Supported', 'Supported'],
  ],
  [
    'The EU has its own article 5, it is called 42.7. France invoked it after the Paris attacks in 2015.',
    ['Supported'],
  ],
  ['Qatar got major non-NATO ally status in 2022. Saudi Arabia never got it.', ['Supported', 'Contradicted']],
  ['Malabar started as a bilateral exercise between India and the US.', ['Supported']],
  ['Malabar started as a bilateral exercise between India and Japan.', []],
  // Years that are counted from another, and bodies that go without saying, are guesses: only what is right is told.
  ['NATO was founded in 1949. Greece and Turkey joined three years later.', ['Supported', 'Supported']],
  ['NATO was founded in 1949. Greece and Turkey joined four years later.', ['Supported']],
  ['Malta joined the PfP in 1995, left a year later.', ['Supported']],
  [
    'Poland joined NATO in 1999. I like it. Five years after that it joined the EU.',
    ['Supported', 'Supported'],
  ],
  [
    'Finland joined on 4 April 2023. Sweden followed a year later, in March 2024.',
    ['Supported', 'Supported'],
  ],
  ['Finland joined in 2022.', []],
  ['Norway and Denmark were already founding members.', ['Supported']],
  ['Turkmenistan never joined.', []],
  [
    'Poland, Hungary and Czechia joined NATO in 1999. Then Belgrade burned. All three joined the EU in 2004.',
    ['Supported', 'Supported'],
  ],
  // What is said before of one is said of others.
  ["Ireland isn't in NATO, Malta isn't, Norway isn't.", ['Contradicted']],
  ["Ireland isn't in NATO. Same with Monaco and Andorra.", ['Supported', 'Supported']],
  ["Ireland isn't in NATO. But Norway is.", ['Supported', 'Supported']],
  ['Iceland is in NATO. Liechtenstein is not.', ['Supported', 'Supported']],
  ['CENTO and SEATO are gone. The former ended in 1979, the latter in 1977.', ['Supported']],
  ['Poland is in NATO and the EU. Slovakia got into both in 2004.', ['Supported', 'Supported']],
  ['As a Swiss I say this often. We are not in NATO.', ['Supported']],
  ['Article 4 of the CSTO is the mutual defence clause. It was used in 2022.', ['Supported', 'Supported']],
  ['East Germany left the Warsaw Pact in 1990 when it joined the West.', ['Supported']],
  ['Spain joined NATO in 1982 and the Common Market in 1986.', ['Supported']],
  // Of a treaty that is not named, the one law of the message says nothing.
  [
    'Taiwan is not, as the treaty with them ended in 1980 (signed 1954). The Taiwan Relations Act is a law.',
    ['Supported'],
  ],
  ['Australia is in ANZUS, AUKUS and the Quad. Japan is in one.', ['Supported']],
  ['Cuba is odd. It was never thrown out of the Rio Treaty.', []],
  [
    'ANZUS was signed in September 1951. It came into force in April of the following year.',
    ['Supported', 'Supported'],
  ],
  [
    'Bulgaria and Romania joined the EU in 2007. They had been in NATO for three years by then.',
    ['Supported', 'Supported'],
  ],
  ['Morocco became a MNNA in 2004. Kuwait as well that year.', ['Supported', 'Supported']],
  ['My MNNA list is long. Afghanistan was on it from 2012 to 2022.', ['Supported']],
  ['Britain left the EU on 31 January 2020, so twenty-seven are left', ['Supported']],
  ['The treaty was signed in Washington on 4 April 1949.', []],
  ['Norway loves the treaty. The treaty was signed in Washington on 4 April 1949.', ['Supported']],
  ['Korea is far. It was signed in Washington.', []],
  ["Yugoslavia wasn't in the Warsaw Pact.", ['Supported']],
  ["Albania wasn't in the Warsaw Pact.", ['Contradicted']],
  ['Thailand and the Philippines signed the Manila Pact.', ['Supported']],
  ['Thailand and Vietnam signed the Manila Pact.', []],
  ['The Quad consist of the US, India, Japan and South Korea.', ['Contradicted']],
  ['The FPDA is old. It has no US in it.', ['Supported']],
  ['Rio Treaty facts. Signed 2 September 1947, in force since December 1948.', ['Supported']],
  [
    'It says an attack against one American state is an attack against all. Long live the Rio Treaty.',
    ['Supported'],
  ],
  ['Unlike Finland and Norway, Ireland is not in NATO. It is in the EU.', ['Supported', 'Supported']],
  ['Unlike Finland, Norway, Ireland likes NATO.', []],
  ['RIMPAC was held every year.', []],
  ['EU and NATO overlap. 23 of the 32 NATO members are in the EU.', ['Supported']],
  ['Warsaw Pact notes:\n- eight founding members incl. the USSR, Poland, GDR', ['Supported']],
  ['Back then NATO had sixteen members.', ['Supported']],
  [
    "Japan likes NATO. It isn't covered by Article 5. Neither is Hawaii, which surprises everyone.",
    ['Supported', 'Supported'],
  ],
  ['Philippines MDT.\nSigned: 30 Aug 1951\nIn force: 27 Aug 1952', ['Supported', 'Supported']],
  ["Correction: I wrote that Cyprus is in the PfP, it isn't.", ['Supported']],
  ["I wrote that Sweden is in NATO, it isn't.", ['Contradicted']],
  ["I wrote that it was sunny in NATO, it isn't.", []],
  ['Belarus and Iran are in the SCO. It joined the SCO in 2023.', ['Supported']],
])('of several claims or none in a message, each has its verdict: %j', (text, kinds) => {
  expect(kindsOf(text)).toEqual(kinds)
})

test('what a writer passes on in quotation marks is read as it stands', () => {
  const own =
    'Check my intro. I wrote: "The Warsaw Pact was signed in 1955. It had eight members." Is that fine?'
  expect(kindsOf(own)).toEqual(['Supported', 'Supported'])
  expect(kindsOf('Forwarded from my uncle: "Armenia has left the CSTO. Georgia left in 1999."')).toEqual([
    'Contradicted',
    'Supported',
  ])
  expect(kindsOf('I wrote: "Sweden is in NATO since 2021." No, that is wrong.')).toEqual([])
})

test('what is added to a list before is read, with a name that the writer only believes', () => {
  const text =
    'Israel is a major non-NATO ally. So is Egypt, and I believe Jordan too. Kenya was added in 2024.'
  expect(kindsOf(text)).toEqual(['Supported', 'Supported', 'Supported'])
})

test('a date that is said not to be exact is never contradicted', () => {
  expect(kindsOf('South Africa joined BRICS in 2011 or so')).toEqual([])
  expect(kindsOf('South Africa joined BRICS in 2011')).toEqual(['Contradicted'])
})

test('what sources do not count is not judged by the names alone if it is another number', () => {
  expect(kindsOf('SEATO had nine members')).toEqual([])
  expect(kindsOf('BRICS has 12 or 13 members')).toEqual([])
})

test('the last one to get in, an article and participants are those of what was spoken of', () => {
  expect(kindsOf('NATO is growing. Sweden was the last one to get in, in 2024.')).toEqual(['Supported'])
  expect(kindsOf('The CSTO is like that too. Its article 4 is the mutual defense clause.')).toEqual([
    'Supported',
  ])
  const exercise =
    'Cobra Gold is co-hosted by Thailand and the US. Japan and Malaysia are full participants as well.'
  expect(kindsOf(exercise)).toEqual(['Supported', 'Supported'])
})

test('that a body has ended is an opinion in other words, and may be said of another body', () => {
  expect(kindsOf('NATO is dead')).toEqual([])
  expect(kindsOf('NATO fell apart')).toEqual([])
  expect(kindsOf('The Western Union was founded before NATO. It ended in 2011.')).not.toContain(
    'Contradicted',
  )
})

test('where no body is named, two days of joining NATO say that the rest is about it', () => {
  const dated =
    'Montenegro joined in 2017 as the 28th member. North Macedonia joined in 2020. Albania joined in 2009.'
  expect(kindsOf(dated)).toEqual(['Supported', 'Supported'])
  expect(kindsOf('Finland joined in 2023. Sweden joined in 2023 too.')).toEqual(['Supported'])
  expect(kindsOf('Finland applied in May 2022. It became the 31st member on 4 April 2023.')).toEqual([
    'Supported',
    'Supported',
  ])
  const both = 'Slovakia and Slovenia joined in 2004. Latvia joined in 2004 as well. Bulgaria joined in 2007.'
  expect(kindsOf(both)).toEqual(['Supported', 'Supported'])
  expect(kindsOf('Finland joined in 2023. Croatia joined in 2009. Austria joined in 1995.')).toEqual([
    'Supported',
    'Supported',
  ])
})

test('who is in a body again has not left it for good', () => {
  expect(kindsOf('Morocco left the African Union and came back in 2017')).toEqual([])
})

test('who declined, where the writer served and what a text says go on about what was spoken of', () => {
  expect(kindsOf('Egypt and Iran joined BRICS in 2024. Argentina said no.')).toEqual([
    'Supported',
    'Supported',
  ])
  expect(kindsOf('I served in the Turkish army. We joined NATO in 1952.')).toEqual(['Supported'])
  const treaty =
    'The Rio Treaty is old. It dates from 1947 and says that an attack on one American state is an attack on all.'
  expect(kindsOf(treaty)).toEqual(['Supported'])
  expect(kindsOf("Our teacher says Ireland is in NATO. It's not, it's neutral.")).toEqual([
    'Supported',
    'Supported',
  ])
})

test.each<[string, string[]]>([
  [
    'The SCO has ten members. It was set up in 2001, with India and Pakistan joining in 2017.',
    ['Supported', 'Supported'],
  ],
  ['Egypt and Iran came into BRICS in 2024, followed by Indonesia in 2025.', ['Supported']],
  ['Egypt and Iran came into BRICS in 2024, followed by Indonesia in 2023.', ['Contradicted']],
  [
    'It was Colombia that became a major non-NATO ally in 2022. Brazil got the status three years earlier.',
    ['Supported', 'Supported'],
  ],
  ['RIMPAC (held every two years) is the largest naval exercise in the world.', ['Supported']],
  ['SEATO, an old rival of theirs, had its headquarters in Bangkok and was forgotten.', ['Supported']],
  ['The Warsaw Pact, formed in 1955, had nine founding members.', ['Contradicted']],
  ['China was at RIMPAC twice, in 2014 and 2016, before being invited back.', ['Supported']],
  ['Cuba was suspended from the OAS in 1962, at Punta del Este.', ['Supported']],
  ['Kenya became a major non-NATO ally under Biden in June 2024.', ['Supported']],
  ['Malabar – began in 1992 as a bilateral exercise of the Indian and US navies.', ['Supported']],
  [
    'North Korea has two defense treaties: one with China from 1961 and one with Russia, signed in June 2024.',
    ['Supported'],
  ],
  [
    'Talisman Sabre is held in Australia. The 2025 one had 19 nations and 35k troops, making it the biggest so far.',
    ['Supported', 'Supported'],
  ],
  [
    'Norway and Iceland were founding members of NATO, so all five Nordic countries are in now.',
    ['Supported'],
  ],
  ['Bolivia left the Rio Treaty in the 2010s. Mexico left it in 2004.', ['Supported', 'Supported']],
  ['Kenya became a major non-NATO ally. This was in June 2024.', ['Supported', 'Supported']],
])('what hangs on a clause or is put into it is read beside it: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test('what a clause is set against, and who or what it goes on about, is not what it is about', () => {
  expect(kindsOf('The FPDA is from 1971. Unlike ANZUS, the Americans are not part of it.')).toEqual([
    'Supported',
    'Supported',
  ])
  expect(kindsOf('The Rio Treaty is older than NATO, which was founded in 1949.')).toEqual(['Supported'])
  expect(kindsOf('Finland joined NATO, which has 32 members, in 2023.')).toEqual(['Supported'])
  expect(kindsOf('The Manila Pact is still in force between the US and Thailand.')).toEqual([])
  expect(kindsOf('The Rio Treaty was invoked by Brazil in 2001.')).toEqual([])
  expect(kindsOf('SEATO (not really an alliance, until 1977) had eight members now and then.')).toEqual([])
})

test.each<[string, string[]]>([
  ["Turkey didn't join NATO in 1949.", ['Supported']],
  ["Turkey didn't join NATO in 1952.", ['Contradicted']],
  ['Turkey only joined NATO in 1952.', ['Supported']],
  [
    'South Korea: treaty signed in Washington on Oct 1, 1953. Around 28,500 American troops there. It is also a major non-NATO ally.',
    ['Supported', 'Sources differ', 'Supported'],
  ],
  [
    'West Germany joined NATO in 1955, which led to the Warsaw Pact. Spain was number sixteen in 1982.',
    ['Supported', 'Supported'],
  ],
  [
    'An attack on one Sahel Alliance state is bad. The AES has a rule. An attack on one of them is an attack on all, says the charter.',
    ['Supported'],
  ],
  ['Uzbekistan: in the CSTO from 1992 to 1999, back in 2006.', ['Supported']],
  ['Pakistan was in both CENTO and SEATO, and it left the latter in 1973.', ['Supported']],
  [
    'Bucharest Nine members: Bulgaria, Czechia, Estonia, Hungary, Latvia, Lithuania, Poland, Romania, Slovakia. All of them are in NATO.',
    ['Supported', 'Supported'],
  ],
  ['OAS again. Nicaragua left in November 2023 and Venezuela claims to have left in 2019.', ['Supported']],
  ['Article 4 was invoked by Estonia in September 2025.', ['Supported']],
  [
    'As a Finn: we applied in May 2022, on the same day as Sweden. NATO let us in a year later.',
    ['Supported'],
  ],
  ['African Union facts: 55 members, HQ in Addis Ababa.', ['Supported']],
])('what a clause goes on about, and when, is what was named last or together: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['NATO then:\n1952: Greece and Turkey\n1982: Spain', ['Supported', 'Supported']],
  ['Nordic states. Norway: NATO 1949. Sweden: 2024.', ['Supported', 'Supported']],
  ['The SCO did expand: India and Pakistan (2017), Iran (2023), Belarus (2024).', ['Supported']],
  ['The SCO did expand: India and Pakistan (2017), Iran (2022).', ['Contradicted']],
  [
    'CSTO in short\n- treaty: 15 May 1992\n- left: Azerbaijan, Georgia, Uzbekistan',
    ['Supported', 'Supported'],
  ],
  ['Montenegro joined NATO in 2017, and Finland and Sweden in 2023 and 2024.', ['Supported']],
  ['Finland and Sweden joined NATO in 2023 and 2022.', ['Contradicted']],
  ['Montenegro, which has about 2,000 soldiers, joined NATO in 2017.', ['Supported']],
  [
    'Peru became a major non-NATO ally in January 2026, two months after Saudi Arabia. That brings the number to 21.',
    ['Supported', 'Sources differ'],
  ],
  ['Austria joins the EU in 1995 and PfP the same year.', ['Supported']],
  ['Turkey is only a dialogue partner of theirs. Turkey is a partner of the SCO.', ['Supported']],
  ['The United States was an associate member of CENTO.', ['Supported']],
  ['Switzerland is a NATO partner. Chile is a NATO partner.', ['Supported']],
  ["Article 5 doesn't say that everybody must go to war.", ['Supported']],
  ["Correct me if I'm wrong, NATO has 32 members and its food is bad.", ['Supported']],
  ['NATO has 32 members if Sweden counts and its food is bad.', []],
])('labels, dates and roles say what goes without saying: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['The Rio Treaty predates NATO. Article 3 says an armed attack on one is an attack on all.', ['Supported']],
  ['ANZUS is like NATO. Article IV is a rule. Article 14 is about consultations.', []],
  ['Georgia and Ukraine were promised much. Never been in the CSTO.', []],
  ['The thing about SEATO is that it had its headquarters in Bangkok.', ['Supported']],
  [
    'BRICS again. Argentina just never took up its invitation, and Indonesia became the newest member in January 2025.',
    ['Supported'],
  ],
  [
    'SACEUR is always an American. The current one is General Grynkewich, since July 2025.',
    ['Supported', 'Supported'],
  ],
  [
    'SACEUR is always an American. The current one is General Grynkewich, since July 2023.',
    ['Supported', 'Contradicted'],
  ],
  ['Austria takes part in the Partnership for Peace.', ['Supported']],
  ['The CSTO was created by a treaty signed on May 15, 1992 and is loud.', ['Supported']],
  ['The Warsaw Pact ended in 1991. East Germany was out by September 1990.', ['Supported', 'Supported']],
  ["Canada. It's in NATO (founder), NORAD, Five Eyes and the OAS (since 1990).", ['Supported']],
  ['Sweden joined NATO in March 2024. Before that it was Finland in April 2023.', ['Supported', 'Supported']],
])('what is left out is what was spoken of, or in doubt: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  [
    'The JEF is a group. Sweden and Finland joined it in 2017, way before NATO. Ireland is not in it, nor is Germany.',
    ['Supported', 'Supported'],
  ],
  ['In 2018 there was Vostok, in which China took part.', ['Supported']],
  ['In 2018 there was an exercise, in which China took part.', []],
  ['China took part in RIMPAC in 2014, 2015 and 2016.', []],
  [
    "Finland's border made NATO's border longer. It joined on 4 April 2023 as the 31st member.",
    ['Supported'],
  ],
  ["Finland's border made NATO's border longer. It joined on 4 April 2022.", []],
  ["I'm Filipino and proud of it. We have been a treaty ally of the US since 1951.", ['Supported']],
  ['Australia. Major non-NATO ally. Member of AUKUS, Quad and Five Eyes.', ['Supported', 'Supported']],
  ['SEATO: 1954, ended 1977', ['Supported']],
  ['China has a similar treaty with Pyongyang from 1961.', ['Supported']],
  [
    'SEATO had its headquarters in Bangkok. New Zealand and Australia were members until the end in 1977.',
    ['Supported', 'Supported'],
  ],
  ['The Five Eyes again. Regarding NATO: it has 32 members.', ['Supported']],
])('lists, labels and headings go on about the right one: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['Pakistan was in CENTO. It has been in the SCO since 2001.', ['Supported', 'Contradicted']],
  ['Pakistan was in CENTO. It has been in the SCO since 2017.', ['Supported', 'Supported']],
  ['Switzerland has been neutral since 1815.', ['Supported']],
  ["NATO is old. It's been a full member ever since.", []],
  // What was joined may be something else.
  ['ANZUS again. New Zealand rejoined in 2010.', []],
  ['Vietnam is in ASEAN. It joined the WTO in 2007. Cambodia joined in 2004.', ['Supported']],
  ['NATO held its summit in 2022. Japan came.', []],
  // Of two countries, the subject of the first clause is meant, and "they" may be both.
  [
    "New Zealand is in ANZUS, though the US suspended its obligations in 1986. They're not in AUKUS.",
    ['Was true', 'Supported'],
  ],
  ["Australia suspended New Zealand. They're not in the Quad.", []],
  ['Norway is not in the EU, unlike Sweden. It is in NATO.', ['Supported']],
  // Who is suspended may formally be a member.
  ['New Zealand is technically still in ANZUS.', []],
  // Markdown: struck out, emphasized, code, hidden.
  ['~~Finland is not in NATO.~~ **Finland** joined _NATO_ in 2023.', ['Supported']],
  ['NATO has ~~30~~ 32 members', ['Supported']],
  ['# Facts\n-# NATO has 32 members', ['Supported']],
  ['The *1960* treaty with Japan is `one-sided`.', []],
  ['The 1960 treaty with Japan is "one-sided".', []],
  ['Finland joined in ||2023||.', []],
  ['Sweden is neutral. <@123456789012345678> is in NATO.', []],
  ['@bob Sweden is in NATO', ['Supported']],
  // What is said as one number or another is not cut.
  ['NATO has 31 members, or 32 now that Sweden is in.', []],
  ['Cuba is suspended from the OAS.', ['Sources differ']],
  ['CENTO used to be called the Baghdad Pact', ['Supported']],
  ['MNNA status comes with a defense guarantee', ['Contradicted']],
  ['The US must defend all major non-NATO allies', ['Contradicted']],
  ["The US doesn't have to defend major non-NATO allies", ['Supported']],
  ['Major non-NATO ally status gives defense cooperation', []],
  ['CENTO used to be called the Warsaw Pact', []],
  ['NATO has 32 members. The IMF has 191. It was founded in 1944.', ['Supported']],
  ['NATO: 32 members. UN: 193 members. Founded in 1945.', ['Supported']],
  ['Article 5 was invoked by the US.', []],
  ['Article 5 was invoked once, by NATO.', ['Supported']],
  ['Japan must defend the United States.', []],
  ['Kenya became a major non-NATO ally under Ruto.', ['Supported']],
  ['Schengen is not the EU. Norway joined in 2001.', []],
  ['Sweden joined NATO decades ago.', []],
  ['The Warsaw Pact had 8 members in the end.', []],
  ['Albania was in the Warsaw Pact to this day.', []],
  ['Sweden being in NATO is something that never happened.', []],
  ['What people wrongly assume is that Finland is in NATO.', []],
  ['For my novel: Ukraine is in NATO.', []],
  ['Ukraine is in NATO (the video game clan).', []],
  ["Ukraine isn't in NATO, says nobody.", []],
  ['Turkey used to be in NATO.', ['Contradicted']],
  ['Finland joined NATO with Greece.', ['Contradicted']],
  ['Finland and Sweden applied to NATO in 2022. Both joined in 2023.', ['Supported', 'Contradicted']],
  ['Article 5 has been invoked twice: in 1990 for Turkey and in 2001 for the US.', ['Contradicted']],
  [
    'Facts: 1) Iceland left NATO in 2006. 2) Luxembourg was a founding member of NATO.',
    ['Contradicted', 'Supported'],
  ],
  [
    "It's in NATO since 1952, Turkey. Turkey is in NATO since 1950 and a dialogue partner of the SCO.",
    ['Contradicted'],
  ],
  ['Colombia is a major non-NATO ally. Brazil too, since 2019.', ['Supported', 'Supported']],
  ['Colombia is a major non-NATO ally. Brazil too, since 2018.', ['Supported', 'Contradicted']],
  ['Grynkewich took over as SACEUR in 2023.', ['Contradicted']],
])('what is read with its date is judged with it: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['The JEF is led by the UK. All ten members are in NATO now.', ['Supported', 'Supported']],
  ['NATO is large. 32 countries are in NATO.', ['Supported']],
  ['The JEF is led by Britain. 32 countries are in NATO.', ['Supported', 'Supported']],
  ['The JEF is led by Britain. 31 members are in NATO.', ['Supported']],
  [
    'The Philippines signed its treaty with the US in August 1951, two days before ANZUS. It was signed in San Francisco.',
    ['Supported'],
  ],
  ['NATO – 1949 – 12 founders.', ['Supported']],
  ['NATO – 1949 – 14 founders.', ['Contradicted']],
  ['The African Union suspended Mali, Burkina Faso and Sudan.', ['Supported']],
  ['Kenya became a major non-NATO ally in 2024. The newest is Peru.', ['Supported', 'Supported']],
  ['Montenegro went on to join NATO in June 2017.', ['Supported']],
])('what is said of members of one body is no count of another: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['Germany: EU founding member. NATO: since 1955.', []],
  ['Kazakhstan asked the CSTO for help. It sent troops. They left in January.', []],
  ['Austria, unlike Finland, has hills. It joined the EU in 1995.', ['Supported']],
  ['Greece left the military command in 1974. It never left NATO.', ['Supported']],
  ['Spain and Portugal joined NATO in 1982 and 1949 respectively.', ['Supported']],
  ['Norway did not join the EU in 1995.', ['Supported']],
  ['Armenia is in the CSTO, though it froze its membership in February 2024.', ['Supported']],
  ['Armenia is in the CSTO.', ['Was true']],
  ['Croatia joined the EU in 2013, four years after NATO.', ['Supported']],
  ['Sweden joined NATO 29 years after the EU.', ['Supported']],
  ['Sweden joined the EU after NATO.', ['Contradicted']],
  ['Germany joined NATO before the Warsaw Pact.', ['Supported']],
  ['France and Germany are NATO.', ['Supported']],
  ['Malabar is what navies do. Is it a Quad exercise? No. It began in 1992.', ['Supported']],
  [
    'The Organization of American States: founded 1948 in Bogotá. Nicaragua left in 2023.',
    ['Supported', 'Supported'],
  ],
])('what is true in an odd form is never contradicted: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['RIMPAC 2024 had 29 countries. China was there in 2014 and 2016.', ['Supported', 'Supported']],
  ['RIMPAC 2024 had 29 countries. It had 26 in 2022.', ['Supported', 'Supported']],
  ['Malabar 2020 had four nations. It began in 1992.', ['Supported', 'Supported']],
  ['RIMPAC 2024 had 29 countries. China was there in 2024.', ['Supported', 'Contradicted']],
  ['Switzerland:\n* not in EU\n* not in NATO', ['Supported', 'Supported']],
  ['Switzerland:\n- member of the EU\n- not neutral', ['Contradicted', 'Contradicted']],
  ['Austria, Ireland:\n- not in NATO', []],
])(
  'a list is about its heading, and another year of an exercise is another edition: %s',
  (message, expected) => {
    expect(kindsOf(message)).toEqual(expected)
  },
)

test.each<[string, string[]]>([
  ['Sweden joined in March 2024. It makes 32 members now.', ['Supported', 'Supported']],
  ['Sweden joined in March 2024. It makes 31 members now.', ['Supported']],
  ['BRICS started without South Africa. They joined in 2010 or 2011.', ['Supported', 'Supported']],
  ['BRICS started without South Africa. They joined in 2008 or 2009.', ['Supported']],
  [
    'BRICS grew. Now there are also Egypt, Iran and Indonesia. Argentina was invited.',
    ['Supported', 'Supported'],
  ],
  ['BRICS grew. Now there are also Argentina and Mexico.', []],
  ['France left the military command of NATO, it never stopped being a member.', ['Supported']],
  ['Pakistan left SEATO in 1973. The whole thing was shut in 1977.', ['Supported', 'Supported']],
  ['Article 5 is old. The only time it invoked Article 5 was for the US.', ['Supported']],
  ['At the Hague summit in June 2025 they agreed on 5% of GDP by 2035.', ['Supported']],
  ['At The Hague they agreed on 3% by 2035.', []],
  ['Poland joined NATO in 1999. Then came Croatia and Albania in 2009.', ['Supported', 'Supported']],
  ['Poland left the EU in 1999. Then came Hungary in 2004.', ['Contradicted']],
  ['In Poland we joined NATO in 1999 with Czechia and Hungary.', ['Supported']],
  ["That's also why NATO HQ moved from Paris to Brussels", ['Supported']],
  ["That's not why Turkey is in NATO.", []],
  ['The Rio Treaty was signed in 1947, before NATO.', ['Supported']],
  ['The Rio Treaty considers an attack on one American state an attack on all.', ['Supported']],
  ['Korea treaty: signed 1 October 1953, in force November 1954. US troops are there.', ['Supported']],
  ['And no, BRICS is not a military alliance, please stop', ['Supported']],
  ['NATO said no.', []],
])('what follows in few words is read with what it goes on about: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['Who does the US actually have to defend? Japan, Korea and Australia all have treaties.', ['Supported']],
  ['Who does the US actually have to defend? Japan and Israel have treaties.', []],
  ['Korea treaty: signed 1 October 1953. About 28,500 US troops are there.', ['Supported', 'Sources differ']],
  ['"Turkey isn\'t in NATO", said my teacher. It joined in 1952 with Greece.', ['Supported']],
  ['"Ukraine is in NATO" lol. It joined in 2020.', []],
  [
    'New Zealand is a friend. They banned ships and the US suspended its ANZUS obligations in 1986.',
    ['Supported'],
  ],
  ['The US suspended its NATO obligations in 2003.', []],
  ['The US-Japan treaty dates from 1960. So the Senkakus are covered.', ['Supported', 'Supported']],
  ['NATO has an Article 5. Canada is not covered.', ['Supported']],
  ['Decisions are by consensus. NATO HQ is in Brussels.', ['Supported', 'Supported']],
  ["NATO decisions aren't by consensus.", []],
  ['ASEAN grew. Timor-Leste finally made it in. Papua New Guinea still an observer', ['Supported']],
  ['Timor-Leste made it into ASEAN, as the 11th member!', ['Supported']],
  ['Finland made it into NATO, as the 32nd member', ['Contradicted']],
  ['Turkey joined NATO last March.', []],
  ['The US-Philippines treaty says each side acts by its constitutional processes.', ['Supported']],
])(
  'what is said of a treaty or a body without its name is about the one in question: %s',
  (message, expected) => {
    expect(kindsOf(message)).toEqual(expected)
  },
)

test.each<[string, string[]]>([
  [
    'Pakistan is in the SCO (since 2017, same as India). It became a major non-NATO ally in 2004.',
    ['Supported', 'Supported'],
  ],
  ['Norway is in NATO but not in the EU. Same for Iceland and the UK.', ['Supported']],
  ['NATO: Turkey, Greece, Spain\nEU: Greece, Spain', ['Supported', 'Supported']],
  ['NATO: Turkey, Japan.', []],
  ['AUKUS: Australia, UK, US, Canada', ['Contradicted']],
  ['Turkey:\n- dialogue partner of the SCO', ['Supported']],
  ['Armenia stopped taking part in the CSTO in February 2024.', ['Supported']],
  ['Armenia stopped taking part in the CSTO in February 2023.', []],
])('who else is named, and a label, leave open what is said of all: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  [
    "Canada's in NATO and Five Eyes. Not AUKUS. Not the Quad either.",
    ['Supported', 'Supported', 'Supported'],
  ],
  ['The UK is in NATO. Also AUKUS. FPDA since 1971.', ['Supported', 'Supported', 'Supported']],
  ['Germany is in NATO. Not Russia.', ['Supported']],
  ['Is Germany in NATO? Not the EU.', []],
  [
    "Is Israel a NATO member?? No. It's a major non-NATO ally. It doesn't come with any defense guarantee",
    ['Supported', 'Supported'],
  ],
  [
    "Argentina said no to BRICS, Saudi hasn't decided, and Indonesia joined in 2025",
    ['Supported', 'Supported'],
  ],
  [
    'Denmark, Norway and Iceland were NATO founders. Sweden and Finland came later. All five are in NATO.',
    ['Supported', 'Supported', 'Supported'],
  ],
  [
    'Finland and Sweden are in the EU. Serbia, Ukraine and Moldova are not. All five are in NATO.',
    ['Supported', 'Supported'],
  ],
  [
    'Thailand and the Philippines are in ASEAN. Thailand since 1967. Neither is in NATO.',
    ['Supported', 'Supported', 'Supported'],
  ],
  ['Malta is in the EU. Neither is in NATO.', ['Supported']],
  [
    'Iran is in both the SCO and BRICS. It joined the first in 2023 and the second in 2024.',
    ['Supported', 'Supported'],
  ],
  ['Iran joined the SCO. It joined the first in 2020 and the second in 2021.', ['Supported']],
  ['Spain joined NATO in 1982. It has never used Article 5.', ['Supported']],
  ['NATO was founded in 1949. It has never used Article 5.', ['Supported', 'Contradicted']],
  ['Poland spends the most in NATO. The US is third.', []],
  ['Who is in the Quad? US, Japan, India, Australia. No treaty behind it.', ['Supported', 'Supported']],
  ['Japan is in NATO. No way.', []],
  ['Can someone check my essay? "Spain joined NATO in 1982 as the 16th member."', ['Supported']],
  ['Cobra Gold is from 1982. Thailand is the host.', ['Supported', 'Supported']],
])('words that leave out a verb or a body go on from the clause before: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['At least the Quad has India in it, and they never agree.', ['Supported']],
  ['At least 40 countries are in NATO.', ['Contradicted']],
  [
    'I had no clue Colombia was a major non-NATO ally. Been one since 2022. Brazil too, since 2019.',
    ['Supported', 'Supported', 'Supported'],
  ],
  ['I never knew Finland was in NATO until 2023.', []],
  ["Let's not forget that Spain joined NATO in 1982, to the surprise of no one.", ['Supported']],
  ["Israel isn't in the Five Eyes either and nobody is putting their server there.", ['Supported']],
  ['Either Sweden or Finland is in NATO.', []],
  ["Kosovo isn't in NATO, let alone the EU.", ['Supported']],
  ['NATO 1949, 12 founders.', ['Supported']],
  ['NATO 1949, 15 founders.', ['Contradicted']],
  ['NATO 2023, 32 members.', []],
  ['Afghanistan was a major non-NATO ally until they took it off the list in 2022.', ['Supported']],
  ['Afghanistan was a major non-NATO ally until they took it off the list in 2020.', []],
  ['BRICS grew. Argentina said no, and Saudi Arabia still has no idea.', ['Supported']],
])('what opens and closes a claim changes nothing of it: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ["Is Israel in NATO? It's a major non-NATO ally. It has no defense guarantee.", ['Supported', 'Supported']],
  ["Malta is in the EU but not NATO so yes it's covered.", ['Supported']],
  ['Denmark is in NATO. So is Norway. So is Austria.', ['Supported', 'Supported', 'Contradicted']],
  ["Austria isn't in NATO. So is Norway.", ['Supported']],
  ["Denmark is in NATO. Sweden wasn't until 2024.", ['Supported', 'Supported']],
  ["Denmark is in NATO. Austria wasn't until 1995.", ['Supported', 'Contradicted']],
  ["Ukraine isn't a major non-NATO ally. Kenya is, since 2024.", ['Supported', 'Supported']],
  ["Ukraine isn't a major non-NATO ally. Kenya is, since 2020.", ['Supported', 'Contradicted']],
  ["Switzerland isn't in NATO and never has been.", ['Supported']],
  ["Uzbekistan isn't in the CSTO. Never was.", ['Supported', 'Contradicted']],
  ['Timor-Leste made it into ASEAN. That is 11 now.', ['Supported', 'Supported']],
  ['Finland and Sweden joined NATO. That is two now.', ['Supported']],
  [
    "The EU has its own clause, it's 42.7. France invoked it after the Bataclan attacks in 2015.",
    ['Supported'],
  ],
  ['RIMPAC is big. China got to come in 2014 and 2016. Disinvited in 2018.', ['Supported', 'Supported']],
  ['RIMPAC is big. India got to come in 2014. Disinvited in 2018.', ['Supported']],
  [
    "New Zealander here. We didn't leave ANZUS. The US suspended its obligations to us in 1986 after we said no to nuclear ships.",
    ['Supported', 'Supported'],
  ],
  ['Greece left the integrated command of NATO in 1974 and rejoined in 1980.', []],
  ['Armenia? Frozen since 2024. The CSTO is done.', ['Supported']],
])('a pronoun or a name alone goes on with what was said last: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ["Ireland isn't in NATO but it's in the Partnership for Peace, has been since 1999.", ['Supported']],
  ['Finland is in NATO. It has been since 2020.', ['Supported', 'Contradicted']],
  ['NATO is an alliance. It has been since 1949.', ['Supported', 'Supported']],
  ['The Warsaw Pact was founded in 1955. NATO was 1949.', ['Supported', 'Supported']],
  ['The Warsaw Pact was founded in 1955. NATO was 1950.', ['Supported', 'Contradicted']],
  [
    'I always assumed Switzerland was neutral but apparently they joined the Partnership for Peace in 1996.',
    ['Supported'],
  ],
  ["I thought Austria was in NATO but it isn't.", []],
  ["Imagine thinking Sweden is neutral, they've been in NATO since March 2024", ['Supported']],
  ['Imagine saying Austria is in NATO.', []],
  ['Cold Response is big. Norway has been in since day one.', []],
  ['NATO had 12 members at first.', ['Supported']],
  ['NATO had 32 members at first.', ['Contradicted']],
  [
    "Pakistan was in SEATO and CENTO, got MNNA status in 2004, and now it's in the SCO with China.",
    ['Supported', 'Supported'],
  ],
  ['The Rio Treaty is old. Mexico bailed in 2004, Bolivia, Ecuador and Nicaragua later.', ['Supported']],
  ['The FPDA is 5 countries, and nobody outside Singapore has heard of it.', ['Supported']],
  ["I've heard from somebody that Austria is in NATO.", []],
])('what was so before, or is so since, goes on from the clause before: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})

test.each<[string, string[]]>([
  ["Does the US have a treaty with Israel? It's a major non-NATO ally.", []],
  ["Is Israel an ally of the US? It's a major non-NATO ally.", ['Supported']],
  ['Qatar became one in 2022. Major non-NATO ally, that is.', ['Supported']],
  ['Spain joined NATO in 1982. So did Portugal.', ['Supported']],
  ['Germany joined NATO in 1955, so did Spain.', ['Supported']],
  ['Denmark is in NATO, and so is Norway.', ['Supported']],
  ['Albania was in the Warsaw Pact until it left in 1968.', ['Supported']],
  ['Pakistan was in SEATO until India left in 1972.', []],
  ["Estonia wasn't in NATO until they left in 1994.", []],
])('who is meant after a question, or by another name, is left open: %s', (message, expected) => {
  expect(kindsOf(message)).toEqual(expected)
})
