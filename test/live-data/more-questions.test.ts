// More of what members ask, of every kind of thing: what the answer must say and what it must not.
import { expect, test } from 'vitest'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { collectPages, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot({ dataDirectory })

test.each<[question: string, command: string, says: RegExp[], never: RegExp[]]>([
  [
    'What is an alliance?',
    '/glossary term:alliance',
    [/formal agreements? .*two or more nations/, /during war/, /sealed by treaties/, /NATO, NORAD and ANZUS/],
    [/AUKUS/],
  ],
  [
    'How is a partnership different from an alliance?',
    '/glossary term:partnership',
    [/Alliance\n.*explained/, /less formal/, /short-term/, /does not involve a treaty/, /not necessarily/],
    [],
  ],
  ['What is a treaty?', '/glossary term:treaty', [/seals an alliance/], [/ratif/]],
  ['Why do they say treaty ally?', '/glossary term:treaty ally', [/because treaties seal alliances/], []],
  [
    'What does interoperability mean?',
    '/glossary term:interoperability',
    [/seamlessly and effectively with allies and partners/, /hardware, software and procedures/],
    [],
  ],
  [
    'What counts as security cooperation?',
    '/glossary term:security cooperation',
    [/U\.S\. code/, /Support to operations|support to operations/, /threat reduction/],
    [],
  ],
  ['How does NATO raise forces?', '/glossary term:force generation', [/voluntary contributions/], [/quota/]],
  [
    'What is collective defense?',
    '/glossary term:collective defense',
    [/obligation of member nations to defend each other/, /treaties/, /exercises/, /[Ii]ntelligence sharing/],
    [/Article 5/],
  ],
  ['What is a mutual defense treaty?', '/glossary term:mutual defense treaty', [/armed attack/], []],
  [
    'What do deterrence strategies do?',
    '/glossary term:deterrence strategies',
    [/prevent aggression/, /collective strength/],
    [/nuclear/],
  ],
  ['When did Japan become an ally?', '/timeline of:Japan', [/1960\*\* · .*U\.S\.-Japan/], [/195\d/, /NATO/]],
  [
    'What happened in 2019?',
    '/timeline from:2019 to:2019',
    [/July 2019\*\* · .*Nimitz/, /November 2019\*\* · .*India/, /Esper/],
    [/AUKUS/, /1949/, /\*\*2018/, /February 2022/],
  ],
  [
    'What has happened since 2020?',
    '/timeline from:2020',
    [/2021\*\* · .*AUKUS was announced/, /September 2021\*\* · .*AUKUS/, /February 2022\*\* · .*20,000/],
    [/1960/, /Nimitz/],
  ],
  [
    'When did the United States train with India?',
    '/timeline of:India',
    [/July 2019/, /November 2019\*\* · .*first joint/],
    [/2021/],
  ],
  [
    'When did more forces go to Europe?',
    '/timeline of:NATO',
    [/1949/, /February 2022\*\* · .*20,000/],
    [/2014/],
  ],
  ['When was the strategy laid out?', '/timeline of:NDS', [/2018/], [/2022/]],
  ['When did Esper take office?', '/timeline of:Esper', [/2019/], [/July 23/]],
  ['When was Pacific Partnership first held?', '/timeline of:Pacific Partnership', [/2006/], [/2004/]],
  [
    'When did the United States and Malta become friends?',
    '/timeline of:Malta',
    [/No article says when/, /Oct 5, 2020/],
    [/19\d\d/],
  ],
  [
    'Who is SACEUR?',
    '/about name:SACEUR',
    [/American general/, /Korean War/, /Held by|held by/i],
    [/Eisenhower|Cavoli|Grynkewich/],
  ],
  [
    'What came of the Korean War?',
    '/about name:Korean War',
    [/Korean War\*\* is a war/, /integrated military command in NATO/, /Supreme Allied Commander Europe/],
    [/195\d/],
  ],
  [
    'Who leads NATO?',
    '/about name:secretary general',
    [/Jens Stoltenberg/, /Apr 15, 2020/],
    [/Rutte/, /Norw/],
  ],
  ['What is Stoltenberg?', '/about name:Stoltenberg', [/NATO Secretary General/, /Apr 15, 2020/], [/Norw/]],
  [
    'Who is the Secretary of Defense?',
    '/about name:Secretary of Defense',
    [/Mark Esper/, /Aug 5, 2020/, /Oct 6, 2020/],
    [/Austin|Hegseth|Mattis/],
  ],
  [
    'Who runs the DSCA?',
    '/about name:DSCA director',
    [/Charles Hooper/, /outgoing/, /not name/, /Aug 4, 2020/, /Sep 10, 2020/],
    [/Grant/],
  ],
  [
    'What does DoDI 8330.01 require?',
    '/about name:DoDI 8330.01',
    [/planned/, /resourced/, /verified/, /National Security Systems/],
    [/2014/],
  ],
  [
    'What is in the road map with Bulgaria?',
    '/about name:U.S.-Bulgaria road map',
    [/10 years|10-year/, /Mark Esper/, /Krasimir Karakachanov/, /Oct 6, 2020/],
    [/F-16/],
  ],
  ['What did the United States sign with Algeria?', '/alliance name:us-algeria', [/memorandum/i], [/2025/]],
  ['Did Morocco renew its alliance?', '/alliance name:us-morocco', [/renewed/i, /through 2030/], [/Abraham/]],
  ['What is the EDI?', '/about name:EDI', [/defense posture/, /Russia/, /funding/i], [/billion/]],
  ['How much COVID-19 aid?', '/about name:COVID-19 aid', [/\$?105 million/, /139 countries/], []],
  ['How many F-35s for Japan?', '/about name:F-35 sale', [/105/, /possible/i, /Japan/], [/147/]],
  ['Does Indonesia get Ospreys?', '/about name:Osprey sale', [/8 aircraft/, /may|might/], [/approved a/]],
  [
    'What does the Assistant Secretary do?',
    '/about name:asd-isa',
    [/foreign military sales/, /country strategies|specific countries/, /principal/i],
    [/Under Secretary of State/],
  ],
  [
    'What does Africa Command do?',
    '/about name:AFRICOM',
    [/malign actors/, /crises/, /Africa/],
    [/Stuttgart|Djibouti/],
  ],
  [
    'What is Partnership for Peace?',
    '/about name:Partnership for Peace',
    [/cooperation/, /non-member|not members|outside/],
    [/1994/],
  ],
  [
    'Which ships sail in Pacific Partnership?',
    '/exercise name:Pacific Partnership',
    [/USNS Comfort/, /USNS Mercy/],
    [/Nimitz/],
  ],
  [
    'How large are arms sales?',
    '/about name:FMS',
    [/over 55 billion|more than \$55 billion/, /16/, /17/],
    [/2020 fiscal|fiscal year 2020/],
  ],
  [
    'Has the United States treaty allies in the Middle East?',
    '/about name:Middle East',
    [/no formal treaty|not have formal|no .*alliance/i],
    [],
  ],
  ['What is Balikatan?', '/exercise name:Balikatan', [/is an exercise/, /Indo-Pacific/], [/1991/]],
  ['What is Valiant Shield for?', '/exercise name:Valiant Shield', [/air and missile defense/], [/Guam/]],
  [
    'What does the U.S. do with Nigeria?',
    '/alliance name:us-nigeria',
    [/counterterrorism/i, /maritime/i],
    [/Boko/],
  ],
  ['Which countries join in Pacific Angel?', '/exercise name:Pacific Angel', [/medical/i, /not named/], []],
  [
    'Is Israel a treaty ally?',
    '/country name:Israel',
    [/Treaty ally:\*\* not stated/, /major non-NATO ally/, /security partnership/],
    [/Treaty ally:\*\* U\.S\./, /1987/],
  ],
  [
    'Is South Korea an ally?',
    '/country name:ROK',
    [/trilateral cooperation/, /Treaty ally:\*\* not stated/],
    [/1953/, /28,500/],
  ],
  [
    'Do the Philippines have an alliance with the United States?',
    '/country name:the Philippines',
    [/Treaty ally:\*\* .*U\.S\.-Philippines alliance/, /ironclad/],
    [/1951/],
  ],
  [
    'Is Brazil an ally?',
    '/country name:Brazil',
    [/no article here mentions Brazil/, /does not mean that it has none/],
    [/[Mm]ajor non-NATO/],
  ],
  [
    'What do alliance and partnership each bring?',
    '/compare first:alliance second:partnership',
    [/What it means/, /Power projection/, /without a formal commitment/],
    [],
  ],
  [
    'Which is formal, an alliance or a partnership?',
    '/compare first:ANZUS second:AUKUS',
    [/Why that matters/, /Named for both.*Australia/],
    [/Named for ANZUS only.*Canada/],
  ],
])('%s', async (_question, command, says, never) => {
  const text = (await collectPages(emulator, await emulator.runCommand(command))).map(renderedText).join('\n')
  for (const pattern of says) expect(text).toMatch(pattern)
  for (const pattern of never) expect(text).not.toMatch(pattern)
})
