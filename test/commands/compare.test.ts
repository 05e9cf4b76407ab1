import { expect, test } from 'vitest'
import { fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot()

test('comparing NATO and NORAD shows kinds, members and rows with sources', async () => {
  const seen = await emulator.runCommand('/compare first:NATO second:NORAD')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(messageIn(seen).content).toBe(
    '**NATO** is an alliance and an organization; it rests on a treaty. ' +
      '**NORAD** is an alliance and a military command; whether it rests on a treaty is not stated.',
  )
  const members = fieldValue(seen, 'Members · partly the same')
  expect(members).toContain('**Named for both:** 🇺🇸 United States')
  expect(members).toContain('**Named for NORAD:** 🇨🇦 Canada')
  expect(members).toContain(
    '**Counted for NATO:** 31 countries besides the United States, by an article dated in or after 2024 (inferred)',
  )
  expect(fieldValue(seen, 'Region · different')).toMatch(
    /^\*\*NATO:\*\* Europe .+\n\*\*NORAD:\*\* North America /,
  )
  expect(fieldValue(seen, 'Founded · not stated for NORAD')).toMatch(/^\*\*NATO:\*\* 1949 [⁰¹²³⁴⁵⁶⁷⁸⁹]+$/u)
  expect(renderedText(seen)).toContain('“not stated” is not “no”')
})

test('three alliances are shown side by side', async () => {
  const seen = await emulator.runCommand('/compare first:AUKUS second:Quad third:ANZUS')
  expect(messageIn(seen).embeds[0]?.title).toBe('AUKUS, Quad and ANZUS')
  const members = fieldValue(seen, 'Members · partly the same')
  expect(members).toMatch(/\*\*Named for all three:\*\* .*Australia.*United States/)
  expect(members).toMatch(/\*\*Named for Quad only:\*\* .*Japan.*India/)
  expect(fieldValue(seen, 'Not stated for any')).toBe('obligations')
})

test('the kind of tie is explained', async () => {
  const description = messageIn(await emulator.runCommand('/compare first:NATO second:AUKUS')).embeds[0]
    ?.description
  expect(description).toMatch(/Why that matters: .*formal.*less formal/s)
})

test('exercises can be compared, and equal values are marked as equal', async () => {
  const seen = await emulator.runCommand('/compare first:RIMPAC second:Talisman Sabre')
  expect(fieldValue(seen, 'Region · the same')).toMatch(/^Pacific [⁰¹²³⁴⁵⁶⁷⁸⁹]+$/u)
  expect(renderedText(seen)).not.toContain('treaty')
})

test.each([
  ['/compare first:NATO second:nato', 'That compares NATO with itself. Choose different names.'],
  [
    '/compare first:RIMPAC second:Talisman Sabre third:RIMPAC',
    'That compares RIMPAC with itself. Choose different names.',
  ],
  [
    '/compare first:Japan second:South Korea',
    'There is nothing to compare: Japan and South Korea are only mentioned in facts about others. ' +
      'Look each of them up with /about, or compare the alliances and partnerships they are in.',
  ],
  [
    '/compare first:Brazil second:Japan third:Norway',
    'No article here mentions Brazil or Norway. Choose other names.',
  ],
  [
    '/compare first:NATO second:Cobra Gold',
    "These can't be compared: NATO is an alliance and Cobra Gold is an exercise. " +
      'Compare alliances and partnerships with each other, or exercises with exercises.',
  ],
  [
    '/compare first:xx second:**yy**',
    "I'm not sure what you mean by “xx” and “\\*\\*yy\\*\\*”. " +
      'Type /compare again and choose each name from the list that opens as you type.',
  ],
])('%s is refused ephemerally with a hint', async (commandLine, sentence) => {
  const seen = await emulator.runCommand(commandLine)
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  expect(messageIn(seen).content).toBe(sentence)
})

test('Pacific Partnership is a partnership and a mission, so it can be compared with both', async () => {
  for (const other of ['AUKUS', 'Operation Pacific Angel']) {
    const seen = await emulator.runCommand(`/compare first:Pacific Partnership second:${other}`)
    expect(messageIn(seen).embeds[0]?.title).toBe(`Pacific Partnership and ${other}`)
  }
})

test('an unknown name opens a menu, and the choice is used in the requested comparison', async () => {
  const menu = await emulator.runCommand('/compare first:norat second:AUKUS third:ANZUS')
  expect(menu).toMatchObject({ type: 'message', ephemeral: true })
  const picked = await emulator.select(menu, 'NATO')
  expect(messageIn(picked).content).toBe('Posted.')
  const posted = await emulator.nextResponse(picked)
  expect(posted).toMatchObject({ type: 'message', ephemeral: false })
  expect(messageIn(posted).embeds[0]?.title).toBe('NATO, AUKUS and ANZUS')
  const again = await emulator.runCommand('/compare first:norat second:AUKUS private:true')
  expect(await emulator.select(again, 'NORAD')).toMatchObject({ type: 'updated', ephemeral: true })
})

test('autocomplete does not suggest what is already chosen', async () => {
  const all = (await emulator.autocomplete('/compare first:a')).map(({ name }) => name)
  const second = (await emulator.autocomplete('/compare first:AUKUS second:a')).map(({ name }) => name)
  expect(all).toContain('AUKUS')
  expect(second).not.toContain('AUKUS')
  expect(second).toContain('ANZUS')
})

test('the pages of a comparison turn for the requester and open ephemerally for others', async () => {
  const card = await emulator.runCommand('/compare first:NATO second:AUKUS')
  const turned = await emulator.clickButton(card, 'More facts')
  expect(turned.type).toBe('updated')
  expect(renderedText(turned)).toContain('Page 2 of')
  expect(fieldValue(turned, 'Stated only for NATO')).toMatch(/^\*\*Who may join:\*\* .+\n\*\*Documents:\*\* /)
  expect(await emulator.as('moderator').clickButton(turned, 'Previous')).toMatchObject({
    type: 'message',
    ephemeral: true,
  })
})
