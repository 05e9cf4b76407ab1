// Images on cards, end to end: with the response, after it, and not at all.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { permission, type ObservedResponse } from 'discord-emulator'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

/** Rendering takes long on a busy machine. */
const longTimeouts = { initialResponseTimeoutMs: 60_000 }

const bot = await startTestBot({
  emulator: longTimeouts,
  images: { limits: { waitMs: 60_000, timeoutMs: 60_000 } },
})
const { emulator } = bot

function labelsOf(response: ObservedResponse): string[] {
  const rows = messageIn(response).components as { components?: { label?: string }[] }[]
  return rows.flatMap(({ components = [] }) => components).flatMap(({ label }) => label ?? [])
}

function imageOf(response: ObservedResponse) {
  return messageIn(response).embeds[0]?.image
}

/** 'PNG' for a PNG file, or the status if it is missing. */
async function fetchFile(url = ''): Promise<string | number> {
  const response = await fetch(url)
  return response.ok ? Buffer.from(await response.arrayBuffer()).toString('latin1', 1, 4) : response.status
}

test('the overview of an alliance shows its map, with alt text', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  const image = imageOf(card)
  expect(image?.url).toMatch(/\/map\.png$/)
  expect(await fetchFile(image?.url)).toBe('PNG')
  expect(image?.description).toMatch(/^Map: NATO\. Named in the articles as members: .*United States\./)
  expect(image?.description).toContain('those they do not name are not shown')
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
  const image = imageOf(await emulator.runCommand(command))
  expect(image?.url.endsWith(`/${file}`)).toBe(true)
  expect(await fetchFile(image?.url)).toBe('PNG')
})

test('a map as of a date says so', async () => {
  const image = imageOf(await emulator.runCommand('/alliance name:NATO as_of:2019'))
  expect(image?.description).toContain('As of the end of 2019.')
  expect(image?.description).not.toContain('Finland')
})

test('a description that both sides of a comparison share is shown once', async () => {
  const description =
    imageOf(await emulator.runCommand('/compare first:RIMPAC second:Talisman Sabre'))?.description ?? ''
  expect(description).toContain('No country is named for RIMPAC.')
  expect(description.match(/Described for both: /g)).toHaveLength(1)
})

test('the alt text of a country with many ties counts them', async () => {
  const description = imageOf(await emulator.runCommand('/country name:US'))?.description
  expect(description).toMatch(/Put together from \d+ facts about \d+ ties and exercises\./)
})

test('a card without countries has no image', async () => {
  const card = await emulator.runCommand('/about name:interoperability')
  expect(imageOf(card)).toBeUndefined()
  expect(labelsOf(card)).not.toContain('Show map')
})

test('only the first page has the image, and page turns remove its file', async () => {
  const first = await emulator.runCommand('/alliance name:NATO')
  const next = await emulator.clickButton(first, 'More facts')
  expect(imageOf(next)).toBeUndefined()
  expect(messageIn(next).attachments).toEqual([])
  expect(await fetchFile(imageOf(first)?.url)).toBe(404)
  expect(await fetchFile(imageOf(await emulator.clickButton(next, 'Previous'))?.url)).toBe('PNG')
})

test('a card is shared with its image', async () => {
  const updated = await emulator.clickButton(
    await emulator.runCommand('/alliance name:AUKUS private:true'),
    'Share',
  )
  const shared = await emulator.nextResponse(updated)
  expect(await fetchFile(imageOf(updated)?.url)).toBe('PNG')
  expect(await fetchFile(imageOf(shared)?.url)).toBe('PNG')
})

test('dates in an image follow the date order of the guild', async () => {
  const moderator = emulator.as('moderator')
  const panel = await moderator.select(await moderator.runCommand('/settings'), 'Dates: day first')
  const image = imageOf(await emulator.runCommand('/about name:IMSC'))
  await moderator.clickButton(panel, 'Reset to defaults')
  expect(image?.description).toContain('5 Aug 2020')
})

describe.each(['too large', 'page', 'invalid form body'] as const)(
  'an image that Discord rejects (%s)',
  (as) => {
    afterEach(() => emulator.faults.clear())

    const expectCompleteCard = (response: ObservedResponse) => {
      expect(imageOf(response)).toBeUndefined()
      expect(messageIn(response).attachments).toEqual([])
      expect(renderedText(response)).toContain('Sources')
      expect(messageIn(response).content).toMatch(/\n-# Discord rejected the image of this card\.$/)
    }

    test('is left out of the card, and is logged', async () => {
      emulator.faults.rejectFiles({ as })
      const response = await emulator.runCommand('/alliance name:NATO')
      expectCompleteCard(response)
      expect(bot.log.find(({ id, level }) => id === response.interactionId && level === 40)?.['msg']).toBe(
        'Discord rejected an image; sending the card without it',
      )
    })

    test('does not prevent page turns', async () => {
      const next = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More facts')
      emulator.faults.rejectFiles({ as })
      expectCompleteCard(await emulator.clickButton(next, 'Previous'))
    })

    test('does not prevent a card from being shared, and the sharer may delete it', async () => {
      emulator.faults.rejectFiles({ as, count: Infinity })
      const updated = await emulator.clickButton(
        await emulator.runCommand('/alliance name:AUKUS private:true'),
        'Share',
      )
      expectCompleteCard(updated)
      const shared = await emulator.nextResponse(updated)
      expect(shared).toMatchObject({ ephemeral: false })
      expectCompleteCard(shared)
      expect(await emulator.clickButton(shared, 'Delete')).toMatchObject({ type: 'deleted' })
    })

    test('does not prevent a reply to a message', async () => {
      const mentions = await emulator.runMessageCommand('Find facts', await emulator.sendMessage('And NATO?'))
      emulator.faults.rejectFiles({ as })
      const chosen = await emulator.select(mentions, 'NATO')
      expect(messageIn(chosen).content).toBe('Posted.')
      const posted = await vi.waitUntil(
        () => emulator.log.messages.find(({ nonce }) => nonce === chosen.interactionId),
        5000,
      )
      expect(posted.attachments).toEqual([])
      expect(posted.embeds[0]?.image).toBeUndefined()
    })
  },
)

test('a guild with images off gets none', async () => {
  const moderator = emulator.as('moderator')
  const panel = await moderator.select(await moderator.runCommand('/settings'), 'Cards have no pictures')
  const card = await emulator.runCommand('/alliance name:NATO')
  await moderator.clickButton(panel, 'Reset to defaults')
  expect(imageOf(card)).toBeUndefined()
  expect(labelsOf(card)).not.toContain('Show map')
  expect(imageOf(await emulator.runCommand('/alliance name:NATO'))).toBeDefined()
})

test('without the permission to attach files, the card has no image', async () => {
  const { general } = emulator.world.channels
  general.denied = { bot: permission.attachFiles }
  const card = await emulator.runCommand('/alliance name:NATO')
  delete general.denied
  expect(imageOf(card)).toBeUndefined()
  expect(renderedText(card)).toContain('NATO')
})

test('a card is sent without an image that is not ready in time, and Show map adds it', async () => {
  const { emulator: impatient } = await startTestBot({
    emulator: longTimeouts,
    images: { limits: { waitMs: 0, timeoutMs: 60_000 } },
  })
  const card = await impatient.runCommand('/alliance name:ANZUS')
  expect(imageOf(card)).toBeUndefined()
  const labels = labelsOf(card)
  expect(labels).toContain('Show map')
  const updated = await impatient.clickButton(card, 'Show map')
  expect(updated).toMatchObject({ type: 'updated' })
  expect(await fetchFile(imageOf(updated)?.url)).toBe('PNG')
  expect(renderedText(updated)).toBe(renderedText(card))
  expect(labelsOf(updated)).toEqual(labels.filter((label) => label !== 'Show map'))
  // Cached by now, it comes with the next response.
  expect(imageOf(await impatient.runCommand('/alliance name:ANZUS'))).toBeDefined()
  expect(labelsOf(await impatient.runCommand('/timeline'))).toContain('Show timeline')
})

test('Show map sends the card with its map ephemerally to other users', async () => {
  const { emulator: impatient } = await startTestBot({
    emulator: longTimeouts,
    images: { limits: { waitMs: 0, timeoutMs: 60_000 } },
  })
  const card = await impatient.runCommand('/alliance name:ANZUS')
  const reply = await impatient.as('moderator').clickButton(card, 'Show map')
  expect(reply).toMatchObject({ ephemeral: true })
  expect(await fetchFile(imageOf(reply)?.url)).toBe('PNG')
})

test('a shared card keeps its attribution when its map is added', async () => {
  const { emulator: impatient } = await startTestBot({
    emulator: longTimeouts,
    images: { limits: { waitMs: 0, timeoutMs: 60_000, memoryBytes: 0 } },
  })
  const shared = await impatient.nextResponse(
    await impatient.clickButton(await impatient.runCommand('/alliance name:ANZUS private:true'), 'Share'),
  )
  const updated = await impatient.clickButton(shared, 'Show map')
  expect(messageIn(updated).content).toMatch(/Shared by <@\d+>$/)
})

test('without a font cards are sent complete but without images, and the reason is logged once', async () => {
  const { emulator: fontless, log } = await startTestBot({ images: { fontFiles: ['/nowhere/font.ttf'] } })
  for (const name of ['NATO', 'ANZUS']) {
    const card = await fontless.runCommand(`/alliance name:${name}`)
    expect(imageOf(card)).toBeUndefined()
    expect(labelsOf(card)).not.toContain('Show map')
    expect(renderedText(card)).toContain('Sources')
  }
  expect(log.filter(({ level }) => Number(level) >= 40)).toMatchObject([
    { reason: 'the font renders no text' },
  ])
})

test('nothing failed except what Discord rejected', () => {
  const lines = bot.log.filter(({ level }) => Number(level) >= 40).map(({ msg }) => msg)
  expect([...new Set(lines)]).toEqual(['Discord rejected an image; sending the card without it'])
})
