// What members ask, with the command that answers it, what the answer must say and what it must not.
import { expect, test } from 'vitest'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { collectPages, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot({ dataDirectory })

test.each<[question: string, command: string, says: RegExp[], never: RegExp[]]>([
  [
    'Is AUKUS an alliance?',
    '/alliance name:AUKUS',
    [/the articles differ; both call it a partnership, one also calls it an alliance and a security pact/],
    [/AUKUS\*\* is an alliance/],
  ],
  [
    'Who is in AUKUS?',
    '/alliance name:aukus',
    [/Australia/, /United Kingdom/, /United States/],
    [/Canada/, /New Zealand/],
  ],
  [
    'When was AUKUS founded?',
    '/alliance name:aukus',
    [/Founded:\*\* September 2021/, /Announced:\*\* 2021/],
    [/September 15/],
  ],
  [
    'How many members has NATO?',
    '/alliance name:nato',
    [
      /31 countries besides the United States\*\*.*\n-# by an article dated in or after 2024/,
      /28 countries besides the United States\*\*.*\n-# by an article dated February – December 2019/,
    ],
    [/\b32 (countries|members)/],
  ],
  ['When was NATO founded?', '/alliance name:NATO', [/Founded:\*\* 1949/], [/April 4/, /Washington/]],
  [
    'Is NATO based on a treaty?',
    '/alliance name:NATO',
    [/Rests on a treaty:\*\* yes/, /Atlantic Treaty founded NATO/],
    [],
  ],
  ['Who may join NATO?', '/alliance name:nato', [/European state/], [/Article 10/]],
  ['How many U.S. troops are in Europe?', '/alliance name:nato', [/over 100,000/, /over 20,000/], []],
  [
    'What share pledged two percent?',
    '/alliance name:nato',
    [/About two-thirds .* 2%/],
    [/all of NATO's nations/],
  ],
  [
    'Who is in the Quad?',
    '/alliance name:quad',
    [/United States/, /Japan/, /India/, /Australia/],
    [/United Kingdom/],
  ],
  ['Is there a Quad treaty?', '/alliance name:quad', [/Rests on a treaty:\*\* not stated/], []],
  ['Who is in NORAD?', '/alliance name:norad', [/Canada/, /bi-national military command/], [/Mexico/]],
  ['When was NORAD founded?', '/alliance name:norad', [/Founded:\*\* not stated/], [/1957|1958/]],
  ['Who is in ANZUS?', '/alliance name:anzus', [/Australia/, /New Zealand/, /3 countries in all/], [/1951/]],
  [
    'What is the oldest U.S. treaty?',
    '/alliance name:moroccan american treaty of friendship',
    [/No unbroken U\.S\. treaty is older/],
    [/1786|1777/],
  ],
  [
    'When did the Japan alliance begin?',
    '/alliance name:us-japan',
    [/Founded:\*\* 1960/, /the articles differ/],
    [/1951/],
  ],
  [
    'What is EDCA?',
    '/alliance name:EDCA',
    [/Enhanced Defense Cooperation Agreement/, /Philippines/],
    [/2014/],
  ],
  [
    'How many countries are in the maritime construct?',
    '/alliance name:IMSC',
    [/8 countries besides the United States/, /Lithuania/],
    [/Bahrain/],
  ],
  ['When was that?', '/alliance name:IMSC', [/September \(year not stated\)/], [/2019/]],
  [
    'How many partnerships has the State Partnership Program?',
    '/alliance name:SPP',
    [/76 partnerships/],
    [/\b(100|106) partnerships/],
  ],
  [
    'When did Pacific Partnership start?',
    '/exercise name:pacific partnership',
    [/2006/, /Bangladesh/, /Tonga/],
    [/tsunami/],
  ],
  [
    'What is Cobra Gold?',
    '/exercise name:cobra gold',
    [/Cobra Gold\*\* is an exercise/, /Indo-Pacific/, /Not stated:\*\* .*held/],
    [/Thailand/],
  ],
  [
    'Who takes part in RIMPAC?',
    '/exercise name:rimpac',
    [/several countries that are not named/i],
    [/Japan.*RIMPAC/],
  ],
  [
    'Who takes part in Talisman Sabre?',
    '/exercise name:talisman saber',
    [/United States/, /Australia/],
    [/2005/],
  ],
  [
    'Who leads African Lion?',
    '/exercise name:african lion',
    [/U\.S\.-led|Led by:\*\* 🇺🇸 United States/, /Participants\nNamed: NATO/],
    [/Morocco/],
  ],
  [
    'What did the Nimitz do?',
    '/exercise name:USS Nimitz exercise with the Indian navy',
    [/July 2019/, /Indian Ocean/],
    [],
  ],
  ['What is Nordic Response?', '/exercise name:Nordic Response 24', [/Arctic/i], [/Norway|Finland|Sweden/]],
  [
    'Is Israel a U.S. ally?',
    '/alliance name:us-israel',
    [/major non-NATO ally/, /security partnership/],
    [/Rests on a treaty:\*\* yes/],
  ],
  [
    'What did the U.S. sign with Bulgaria?',
    '/alliance name:us-bulgaria',
    [/10-year|ten years|road map/i, /Oct 6, 2020/],
    [],
  ],
  [
    'How many partners fight ISIS?',
    '/alliance name:coalition against isis',
    [/over 80|more than 80/i],
    [/\b(85|87) /],
  ],
  [
    'What is the difference between NATO and NORAD?',
    '/compare first:NATO second:NORAD',
    [/it rests on a treaty/, /military command/, /Why that matters/],
    [],
  ],
  [
    'Do AUKUS and the Quad share members?',
    '/compare first:aukus second:quad',
    [/Named for both:\*\* .*Australia.*United States/, /Named for AUKUS only:\*\* .*United Kingdom/],
    [],
  ],
  ['What is a partnership?', '/alliance name:partnership', [/less formal/], []],
])('%s', async (_question, command, says, never) => {
  const text = (await collectPages(emulator, await emulator.runCommand(command))).map(renderedText).join('\n')
  for (const pattern of says) expect(text).toMatch(pattern)
  for (const pattern of never) expect(text).not.toMatch(pattern)
})

test.each([
  ['the longest name that Discord takes', 'N'.repeat(80)],
  ['a name of spaces', '   '],
  ['zalgo', 'N̸̢͠A̷̛T̶O̵'],
  ['a name in another script', 'НАТО'],
  ['code', '`rm -rf` || ```'],
  ['a mention', '<@&123> @here'],
])('%s gets an answer and pings nobody', async (_what, typed) => {
  for (const command of [
    `/alliance name:"${typed}"`,
    `/compare first:"${typed}" second:NATO`,
    `/exercise name:"${typed}"`,
  ]) {
    const seen = await emulator.runCommand(command)
    expect(seen).toMatchObject({
      type: 'message',
      message: { mentions: [], mention_everyone: false, mention_roles: [] },
    })
    expect(messageIn(seen).content.length).toBeLessThan(400)
  }
})
