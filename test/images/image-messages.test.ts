// Pictures on cards, through the bot whole: with the answer, after it, and not at all.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { permission, type ObservedResponse } from 'discord-emulator'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

/** On a machine that is busy a picture takes long, and nobody here is in a hurry. */
const patient = { initialResponseTimeoutMs: 60_000 }

const whenDrawn = await startTestBot({
  emulator: patient,
  images: { bounds: { waitMs: 60_000, timeoutMs: 60_000 } },
})
const { emulator } = whenDrawn

function labelsOf(seen: ObservedResponse): string[] {
  const rows = messageIn(seen).components as { components?: { label?: string }[] }[]
  return rows.flatMap(({ components = [] }) => components).flatMap(({ label }) => label ?? [])
}

function pictureOf(seen: ObservedResponse) {
  return messageIn(seen).embeds[0]?.image
}

/** The first bytes of the file that a picture is, or the status of what is not there. */
async function fetched(url = ''): Promise<string | number> {
  const response = await fetch(url)
  return response.ok ? Buffer.from(await response.arrayBuffer()).toString('latin1', 1, 4) : response.status
}

test('the overview of an alliance shows its map, with what the map shows in words', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  const picture = pictureOf(card)
  expect(picture?.url).toMatch(/\/map\.png$/)
  expect(await fetched(picture?.url)).toBe('PNG')
  expect(picture?.description).toMatch(/^Map: NATO\. Named in the articles as members: .*United States\./)
  expect(picture?.description).toContain('those they do not name are not shown')
  expect(messageIn(card).attachments).toEqual([])
  expect(labelsOf(card)).not.toContain('Show map')
})

test.each([
  ['/compare first:AUKUS second:Quad', 'map.png'],
  ['/exercise name:Talisman Sabre', 'map.png'],
  ['/about name:Japan', 'map.png'],
  ['/timeline', 'timeline.png'],
  ['/alliance name:NATO private:true', 'map.png'],
  ['/alliance name:NATO as_of:2019', 'map.png'],
])('%s shows %s', async (command, file) => {
  const picture = pictureOf(await emulator.runCommand(command))
  expect(picture?.url.endsWith(`/${file}`)).toBe(true)
  expect(await fetched(picture?.url)).toBe('PNG')
})

test('a map that looks back says so', async () => {
  const picture = pictureOf(await emulator.runCommand('/alliance name:NATO as_of:2019'))
  expect(picture?.description).toContain('As of the end of 2019.')
  expect(picture?.description).not.toContain('Finland')
})

test('what is described alike for both sides of a comparison is said once', async () => {
  const told =
    pictureOf(await emulator.runCommand('/compare first:RIMPAC second:Talisman Sabre'))?.description ?? ''
  expect(told).toContain('No country is named for RIMPAC.')
  expect(told.match(/Described for both: /g)).toHaveLength(1)
})

test('many ties of a country are counted', async () => {
  const told = pictureOf(await emulator.runCommand('/country name:US'))?.description
  expect(told).toMatch(/Put together from \d+ facts about \d+ ties and exercises\./)
})

test('what has no countries to show has no picture', async () => {
  const card = await emulator.runCommand('/about name:interoperability')
  expect(pictureOf(card)).toBeUndefined()
  expect(labelsOf(card)).not.toContain('Show map')
})

test('the picture goes with the page that it belongs to, and its file with it', async () => {
  const first = await emulator.runCommand('/alliance name:NATO')
  const next = await emulator.clickButton(first, 'More facts')
  expect(pictureOf(next)).toBeUndefined()
  expect(messageIn(next).attachments).toEqual([])
  expect(await fetched(pictureOf(first)?.url)).toBe(404)
  expect(await fetched(pictureOf(await emulator.clickButton(next, 'Previous'))?.url)).toBe('PNG')
})

test('a shared card is shared with its picture', async () => {
  const kept = await emulator.clickButton(
    await emulator.runCommand('/alliance name:AUKUS private:true'),
    'Share',
  )
  const shared = await emulator.nextResponse(kept)
  expect(await fetched(pictureOf(kept)?.url)).toBe('PNG')
  expect(await fetched(pictureOf(shared)?.url)).toBe('PNG')
})

test('dates in a picture are written as the server has chosen', async () => {
  const moderator = emulator.as('moderator')
  const panel = await moderator.select(await moderator.runCommand('/settings'), 'Dates: day first')
  const picture = pictureOf(await emulator.runCommand('/about name:IMSC'))
  await moderator.clickButton(panel, 'Reset to defaults')
  expect(picture?.description).toContain('5 Aug 2020')
})

describe.each(['too large', 'page', 'bad form'] as const)('a picture that Discord refuses (%s)', (as) => {
  afterEach(() => emulator.faults.clear())

  const expectWhole = (seen: ObservedResponse) => {
    expect(pictureOf(seen)).toBeUndefined()
    expect(messageIn(seen).attachments).toEqual([])
    expect(renderedText(seen)).toContain('Sources')
    expect(messageIn(seen).content).toMatch(/\n-# Discord did not take the picture of this card\.$/)
  }

  test('does not take the card with it, and is logged', async () => {
    emulator.faults.rejectFiles({ as })
    const seen = await emulator.runCommand('/alliance name:NATO')
    expectWhole(seen)
    expect(whenDrawn.log.find(({ id, level }) => id === seen.interactionId && level === 40)?.['msg']).toBe(
      'Discord refused a picture: the card was sent without it',
    )
  })

  test('does not keep a page from being turned', async () => {
    const next = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More facts')
    emulator.faults.rejectFiles({ as })
    expectWhole(await emulator.clickButton(next, 'Previous'))
  })

  test('does not keep a card from being shared, and who shared it is known', async () => {
    emulator.faults.rejectFiles({ as, count: Infinity })
    const kept = await emulator.clickButton(
      await emulator.runCommand('/alliance name:AUKUS private:true'),
      'Share',
    )
    expectWhole(kept)
    const shared = await emulator.nextResponse(kept)
    expect(shared).toMatchObject({ ephemeral: false })
    expectWhole(shared)
    expect(await emulator.clickButton(shared, 'Delete')).toMatchObject({ type: 'deleted' })
  })

  test('does not keep a message from being answered', async () => {
    const found = await emulator.runMessageCommand('Find facts', await emulator.sendMessage('And NATO?'))
    emulator.faults.rejectFiles({ as })
    const chosen = await emulator.select(found, 'NATO')
    expect(messageIn(chosen).content).toBe('Posted.')
    const posted = await vi.waitUntil(
      () => emulator.log.messages.find(({ nonce }) => nonce === chosen.interactionId),
      5000,
    )
    expect(posted.attachments).toEqual([])
    expect(posted.embeds[0]?.image).toBeUndefined()
  })
})

test('a server that has switched pictures off sees none', async () => {
  const moderator = emulator.as('moderator')
  const panel = await moderator.select(await moderator.runCommand('/settings'), 'Cards have no pictures')
  const card = await emulator.runCommand('/alliance name:NATO')
  await moderator.clickButton(panel, 'Reset to defaults')
  expect(pictureOf(card)).toBeUndefined()
  expect(labelsOf(card)).not.toContain('Show map')
  expect(pictureOf(await emulator.runCommand('/alliance name:NATO'))).toBeDefined()
})

test('where Entente may not attach files the card has no picture', async () => {
  const { general } = emulator.world.channels
  general.denied = { bot: permission.attachFiles }
  const card = await emulator.runCommand('/alliance name:NATO')
  delete general.denied
  expect(pictureOf(card)).toBeUndefined()
  expect(renderedText(card)).toContain('NATO')
})

test('a card whose picture is late goes without it, and Show map puts it in', async () => {
  const { emulator: hasty } = await startTestBot({
    emulator: patient,
    images: { bounds: { waitMs: 0, timeoutMs: 60_000 } },
  })
  const card = await hasty.runCommand('/alliance name:ANZUS')
  expect(pictureOf(card)).toBeUndefined()
  const labels = labelsOf(card)
  expect(labels).toContain('Show map')
  const shown = await hasty.clickButton(card, 'Show map')
  expect(shown).toMatchObject({ type: 'updated' })
  expect(await fetched(pictureOf(shown)?.url)).toBe('PNG')
  expect(renderedText(shown)).toBe(renderedText(card))
  expect(labelsOf(shown)).toEqual(labels.filter((label) => label !== 'Show map'))
  // Kept by now, it comes with the next answer.
  expect(pictureOf(await hasty.runCommand('/alliance name:ANZUS'))).toBeDefined()
  expect(labelsOf(await hasty.runCommand('/timeline'))).toContain('Show timeline')
})

test('Show map gives others than the asker the card with its map alone', async () => {
  const { emulator: hasty } = await startTestBot({
    emulator: patient,
    images: { bounds: { waitMs: 0, timeoutMs: 60_000 } },
  })
  const card = await hasty.runCommand('/alliance name:ANZUS')
  const given = await hasty.as('moderator').clickButton(card, 'Show map')
  expect(given).toMatchObject({ ephemeral: true })
  expect(await fetched(pictureOf(given)?.url)).toBe('PNG')
})

test('a shared card keeps the line that says who shared it when its map is put in', async () => {
  const { emulator: hasty } = await startTestBot({
    emulator: patient,
    images: { bounds: { waitMs: 0, timeoutMs: 60_000, memoryBytes: 0 } },
  })
  const shared = await hasty.nextResponse(
    await hasty.clickButton(await hasty.runCommand('/alliance name:ANZUS private:true'), 'Share'),
  )
  const shown = await hasty.clickButton(shared, 'Show map')
  expect(messageIn(shown).content).toMatch(/Shared by <@\d+>$/)
})

test('without a font cards go without pictures, whole, and the log says why once', async () => {
  const { emulator: fontless, log } = await startTestBot({ images: { fontFiles: ['/nowhere/font.ttf'] } })
  for (const name of ['NATO', 'ANZUS']) {
    const card = await fontless.runCommand(`/alliance name:${name}`)
    expect(pictureOf(card)).toBeUndefined()
    expect(labelsOf(card)).not.toContain('Show map')
    expect(renderedText(card)).toContain('Sources')
  }
  expect(log.filter(({ level }) => Number(level) >= 40)).toMatchObject([
    { reason: 'the font renders no text' },
  ])
})

test('nothing of all this failed but what Discord refused', () => {
  const lines = whenDrawn.log.filter(({ level }) => Number(level) >= 40).map(({ msg }) => msg)
  expect([...new Set(lines)]).toEqual(['Discord refused a picture: the card was sent without it'])
})
