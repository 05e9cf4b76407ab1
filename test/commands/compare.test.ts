import { expect, test } from 'vitest'
import { collectPages, fieldValue, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot()

test('comparing NATO and AUKUS answers in one verdict and at most eight rows', async () => {
  const seen = await emulator.runCommand('/compare first:NATO second:AUKUS')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  const [heading, verdict, ...rows] = renderedText(seen).split('\n')
  expect(heading).toBe('### NATO and AUKUS')
  expect(verdict).toBe(
    'NATO is sealed by a treaty; for AUKUS, a partnership, that is not stated. Both have the United States. ¹ ²',
  )
  const labels = rows.flatMap((row) => /^\*\*([^*]+)\*\*/.exec(row)?.[1] ?? [])
  expect(labels).toEqual([
    ...['Also in NATO', 'Also in AUKUS', 'Kind', 'Founded', 'Promise', 'Region', 'For', 'Does'],
  ])
  expect(fieldValue(seen, 'Founded')).toMatch(/^≠ different: 1949 · September 2021 [¹²³]/)
  expect(fieldValue(seen, 'Kind')).toMatch(/^alliance · partnership, also called alliance, security pact /)
  expect(fieldValue(seen, 'Promise')).toMatch(/· not stated/)
  expect(fieldValue(seen, 'Region')).toMatch(/^≠ different: Europe · /)
  expect(rows.at(-1)).toMatch(/^-# ¹ .+, .+ · ² /)
})

test('nobody is said not to be a member only because the article does not name them', async () => {
  const seen = await emulator.runCommand('/compare first:NATO second:AUKUS')
  expect(fieldValue(seen, 'Also in NATO')).toMatch(/; 29 are not named/)
  expect(fieldValue(seen, 'Also in AUKUS')).toMatch(/United Kingdom; not named for NATO/)
  const exercises = await emulator.runCommand('/compare first:RIMPAC second:Talisman Sabre')
  expect(fieldValue(exercises, 'In RIMPAC')).toMatch(/several countries that are not named/)
  expect(fieldValue(exercises, 'In Talisman Sabre')).toMatch(
    /Australia; .*several countries that are not named/,
  )
})

test('three alliances are shown side by side', async () => {
  const seen = await emulator.runCommand('/compare first:AUKUS second:Quad third:ANZUS')
  const [heading, verdict] = renderedText(seen).split('\n')
  expect([heading, verdict]).toEqual([
    '### AUKUS, Quad and ANZUS',
    'ANZUS is sealed by a treaty; for AUKUS and the Quad that is not stated. All three have Australia and the United States.',
  ])
  expect(fieldValue(seen, 'Also in Quad')).toMatch(/Japan.*India/)
  expect(fieldValue(seen, 'Founded')).toMatch(/^September 2021 · not stated · not stated/)
  expect(fieldValue(seen, 'Not stated')).toBe('for any: a duty to defend each other')
})

test('what the articles call them and why that matters is behind More', async () => {
  const pages = await collectPages(emulator, await emulator.runCommand('/compare first:NATO second:AUKUS'))
  const definitions = pages.flatMap((page) => fieldValue(page, 'Why the kind of tie matters') ?? [])
  expect(definitions.join('\n')).toMatch(/formal.*less formal/s)
})

test('exercises can be compared, and equal values are marked as equal', async () => {
  const seen = await emulator.runCommand('/compare first:RIMPAC second:Talisman Sabre')
  expect(renderedText(seen)).toMatch(/^### RIMPAC and Talisman Sabre\nBoth are exercises in the Pacific\.$/m)
  expect(fieldValue(seen, 'Does')).toMatch(/^= same: /)
  expect(renderedText(seen)).not.toContain('treaty')
})

test('long names are shortened in labels', async () => {
  const seen = await emulator.runCommand('/compare first:IMSC second:NATO')
  expect(fieldValue(seen, 'Also in IMSC')).toMatch(/; 7 are not named/)
})

test('with as_of, only facts published by then are compared', async () => {
  const seen = await emulator.runCommand('/compare first:NATO second:NORAD as_of:2020')
  expect(renderedText(seen)).toMatch(/^-# Looking back to the end of 2020 · \d+ later facts left out$/m)
  expect(fieldValue(seen, 'Also in NATO')).toMatch(/^28 are not named/)
  const now = await emulator.clickButton(await emulator.clickButton(seen, 'More'), 'Now')
  expect(renderedText(now)).toMatch(/^### NATO and NORAD\nNATO is sealed/)
})

test.each([
  ['/compare first:NATO second:nato', 'That compares NATO with itself. Choose different names.'],
  [
    '/compare first:RIMPAC second:Talisman Sabre third:RIMPAC',
    'That compares RIMPAC with itself. Choose different names.',
  ],
  [
    '/compare first:Brazil second:Japan third:Norway',
    'No source here mentions Brazil or Norway. Choose other names.',
  ],
  [
    '/compare first:NATO second:Cobra Gold',
    "These can't be compared: NATO is an alliance and Cobra Gold is an exercise. " +
      'Compare alliances and partnerships with each other or with one country, countries with countries, or exercises with exercises.',
  ],
  [
    '/compare first:Japan second:Cobra Gold',
    "These can't be compared: Japan is a country and Cobra Gold is an exercise. " +
      'Compare alliances and partnerships with each other or with one country, countries with countries, or exercises with exercises.',
  ],
  [
    '/compare first:xx second:**yy**',
    "I'm not sure what you mean by “xx” and “\\*\\*yy\\*\\*”. " +
      'Type /compare again and choose each name from the list that opens as you type.',
  ],
])('%s is refused ephemerally with a hint', async (commandLine, sentence) => {
  const seen = await emulator.runCommand(commandLine)
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(seen)).toBe(sentence)
})

test('Pacific Partnership is a partnership and a mission, so it can be compared with both', async () => {
  for (const other of ['AUKUS', 'Operation Pacific Angel']) {
    const seen = await emulator.runCommand(`/compare first:Pacific Partnership second:${other}`)
    expect(renderedText(seen)).toContain(`### Pacific Partnership and ${other}\n`)
  }
})

test('an unknown name opens a menu, and the choice is used in the requested comparison', async () => {
  const menu = await emulator.runCommand('/compare first:norat second:AUKUS third:ANZUS')
  expect(menu).toMatchObject({ type: 'message', ephemeral: true })
  const picked = await emulator.select(menu, 'NATO')
  expect(renderedText(picked)).toBe('Posted.')
  const posted = await emulator.nextResponse(picked)
  expect(posted).toMatchObject({ type: 'message', ephemeral: false })
  expect(renderedText(posted)).toContain('### NATO, AUKUS and ANZUS\n')
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

test('More opens privately beside the first answer; its pages turn, can be shared and reported', async () => {
  const card = await emulator.runCommand('/compare first:NATO second:AUKUS')
  const more = await emulator.clickButton(card, 'More')
  expect(more).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(more)).toMatch(/^-# Page 1 of \d+ · \d+ facts; “not stated” is not “no”$/m)
  const turned = await emulator.clickButton(more, 'Next')
  expect(turned).toMatchObject({ type: 'updated', ephemeral: true })
  expect(renderedText(turned)).toMatch(/^-# Page 2 of /m)
  expect(await emulator.clickButton(turned, 'Report an error')).toMatchObject({ type: 'modal' })
  const shared = await emulator.nextResponse(await emulator.clickButton(turned, 'Share'))
  expect(shared).toMatchObject({ type: 'message', ephemeral: false })
  expect(renderedText(shared)).toMatch(/^-# Page 2 of /m)
  expect(await emulator.as('moderator').clickButton(shared, 'Previous')).toMatchObject({
    type: 'message',
    ephemeral: true,
  })
})

test('every row of a comparison is behind More, with what each article says and when', async () => {
  const pages = await collectPages(emulator, await emulator.runCommand('/compare first:NATO second:AUKUS'))
  const text = pages.slice(1).map(renderedText).join('\n')
  expect(text).toMatch(/^\*\*Founded · different\*\*\n\*\*NATO\*\* 1949\n-# .+ · .+ · in or after 2024/m)
  expect(text).toMatch(/^\*\*Who may join\*\*\n\*\*NATO\*\* .+\n-# .+\n\*\*AUKUS\*\* not stated$/m)
  // Which members are the same is not known where not all are named.
  expect(text).toMatch(/^\*\*Members\*\*$/m)
})

test('countries are compared by what they are in, with each fact behind More', async () => {
  const seen = await emulator.runCommand('/compare first:Japan second:South Korea')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  const [heading, verdict] = renderedText(seen).split('\n')
  expect(heading).toBe('### Japan and South Korea')
  expect(verdict).toBe('Both are in the Japan–South Korea–U.S. trilateral cooperation. ¹')
  expect(fieldValue(seen, 'Japan also in')).toMatch(/Quad/)
  const more = await emulator.clickButton(seen, 'More')
  expect(more).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(more)).toMatch(/^\*\*Both in\*\*$/m)
  expect(await emulator.clickButton(more, 'Report an error')).toMatchObject({ type: 'modal' })
})

test('a country stands beside a body, in either order', async () => {
  const seen = await emulator.runCommand('/compare first:Finland second:NATO')
  expect(renderedText(seen)).toMatch(/^### Finland and NATO\nFinland is in NATO\./)
  // Not all members are named.
  const other = await emulator.runCommand('/compare first:NATO second:Japan')
  expect(renderedText(other)).toMatch(
    /^### NATO and Japan\nJapan is not named as a member of NATO; its list here is not whole\./,
  )
  expect(fieldValue(other, 'Members')).toMatch(/29 are not named/)
  const more = await emulator.clickButton(other, 'More')
  expect(renderedText(more)).toMatch(/Japan/)
})

test('autocomplete offers countries', async () => {
  const names = (await emulator.autocomplete('/compare first:jap')).map(({ name }) => name)
  expect(names.slice(0, 3)).toContain('Japan')
})
