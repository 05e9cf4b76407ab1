// Images on cards, end to end: with the response, after it, and not at all.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { permission, type ObservedResponse } from 'discord-emulator'
import { allComponents, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

/** Rendering takes long on a busy machine. */
const longTimeouts = { initialResponseTimeoutMs: 60_000 }

const bot = await startTestBot({
  emulator: longTimeouts,
  images: { limits: { waitMs: 60_000, timeoutMs: 60_000 } },
})
const { emulator } = bot

function labelsOf(response: ObservedResponse): string[] {
  return allComponents(messageIn(response).components).flatMap(({ label }) => label ?? [])
}

interface ShownImage {
  media: { url: string }
  description: string
}

/** The image in a card, with its alt text. */
function imageOf(response: ObservedResponse): { url: string; description: string } | undefined {
  const items = allComponents(messageIn(response).components).flatMap((component) =>
    'items' in component ? (component.items as ShownImage[]) : [],
  )
  const [image] = items
  return image && { url: image.media.url, description: image.description }
}

/** What a command answers in a guild that has chosen an option of /settings. */
async function runWithSetting(option: string, command: string): Promise<ObservedResponse> {
  const moderator = emulator.as('moderator')
  const panel = await moderator.select(await moderator.runCommand('/settings'), option)
  const card = await emulator.runCommand(command)
  await moderator.clickButton(panel, 'Reset to defaults')
  return card
}

const atOnce = 'Images: at once'

/** 'PNG' for a PNG file, or the status if it is missing. */
async function fetchFile(url = ''): Promise<string | number> {
  const response = await fetch(url)
  return response.ok ? Buffer.from(await response.arrayBuffer()).toString('latin1', 1, 4) : response.status
}

test('a first answer has no file; Map puts the image into it, with alt text', async () => {
  const card = await emulator.runCommand('/alliance name:AUKUS')
  expect(imageOf(card)).toBeUndefined()
  expect(messageIn(card).attachments).toEqual([])
  expect(labelsOf(card)).toContain('Map')
  const updated = await emulator.clickButton(card, 'Map')
  expect(updated).toMatchObject({ type: 'updated', ephemeral: false })
  expect(imageOf(updated)?.url).toMatch(/\/map\.png/)
  expect(await fetchFile(imageOf(updated)?.url)).toBe('PNG')
  expect(imageOf(updated)?.description).toMatch(
    /^Map: AUKUS\. Members: Australia, United Kingdom, United States\./,
  )
  expect(renderedText(updated)).toBe(renderedText(card))
  expect(labelsOf(updated)).toEqual(labelsOf(card).filter((label) => label !== 'Map'))
})

test.each([
  ['/compare first:AUKUS second:Quad', 'map.png'],
  ['/about name:Quad', 'map.png'],
  ['/timeline', 'timeline.png'],
  ['/alliance name:AUKUS private:true', 'map.png'],
])('%s has %s at once where the guild wants it', async (command, file) => {
  const card = await runWithSetting(atOnce, command)
  const image = imageOf(card)
  expect(image?.url).toContain(`/${file}`)
  expect(await fetchFile(image?.url)).toBe('PNG')
  expect(labelsOf(card)).not.toContain(file === 'map.png' ? 'Map' : 'Chart')
})

test('a map as of a date says so', async () => {
  const card = await runWithSetting(atOnce, '/alliance name:AUKUS as_of:2024-12-31')
  expect(imageOf(card)?.description).toMatch(/^Map: AUKUS, as of the end of 2024\. /)
})

test('dates in an image follow the date order of the guild', async () => {
  const command = '/alliance name:AUKUS as_of:2025-08-05'
  const card = await runWithSetting('Dates: day first', command)
  const moderator = emulator.as('moderator')
  const panel = await moderator.select(await moderator.runCommand('/settings'), 'Dates: day first')
  const updated = await emulator.clickButton(card, 'Map')
  await moderator.clickButton(panel, 'Reset to defaults')
  expect(imageOf(updated)?.description).toMatch(/^Map: AUKUS, as of 5 Aug 2025\. /)
})

test.each([
  ['names no country', '/about name:interoperability'],
  ['names fewer members than are counted', '/alliance name:NATO'],
  ['only describes who takes part', '/compare first:RIMPAC second:Talisman Sabre'],
  ['has few events', '/timeline of:NATO'],
])('what %s has no image', async (_, command) => {
  const card = await runWithSetting(atOnce, command)
  expect(imageOf(card)).toBeUndefined()
  expect(labelsOf(card)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(Map|Chart)$/)]))
})

test('More after Map leaves the card and its file as they are', async () => {
  const updated = await emulator.clickButton(await emulator.runCommand('/alliance name:AUKUS'), 'Map')
  const more = await emulator.clickButton(updated, 'More')
  expect(more).toMatchObject({ ephemeral: true })
  expect(imageOf(more)).toBeUndefined()
  expect(messageIn(more).attachments).toEqual([])
  expect(await fetchFile(imageOf(updated)?.url)).toBe('PNG')
})

test('a card is shared with its image where images come at once', async () => {
  const moderator = emulator.as('moderator')
  const panel = await moderator.select(await moderator.runCommand('/settings'), atOnce)
  const updated = await emulator.clickButton(
    await emulator.runCommand('/alliance name:AUKUS private:true'),
    'Share',
  )
  const shared = await emulator.nextResponse(updated)
  await moderator.clickButton(panel, 'Reset to defaults')
  expect(await fetchFile(imageOf(updated)?.url)).toBe('PNG')
  expect(await fetchFile(imageOf(shared)?.url)).toBe('PNG')
})

describe.each(['too large', 'page', 'invalid form body'] as const)(
  'an image that Discord rejects (%s)',
  (as) => {
    afterEach(() => emulator.faults.clear())

    const expectCompleteCard = (response: ObservedResponse) => {
      expect(imageOf(response)).toBeUndefined()
      expect(messageIn(response).attachments).toEqual([])
      expect(renderedText(response)).toContain('### AUKUS')
      expect(renderedText(response)).toMatch(/\n-# Discord rejected the image of this card\.$/)
    }

    test('is left out of the card, and is logged', async () => {
      const card = await emulator.runCommand('/alliance name:AUKUS')
      emulator.faults.rejectFiles({ as })
      const response = await emulator.clickButton(card, 'Map')
      expectCompleteCard(response)
      expect(bot.log.find(({ id, level }) => id === response.interactionId && level === 40)?.['msg']).toBe(
        'Discord rejected an image; sending the card without it',
      )
    })

    test('does not prevent an answer that has it at once', async () => {
      const moderator = emulator.as('moderator')
      const panel = await moderator.select(await moderator.runCommand('/settings'), atOnce)
      emulator.faults.rejectFiles({ as })
      const card = await emulator.runCommand('/alliance name:AUKUS')
      await moderator.clickButton(panel, 'Reset to defaults')
      expectCompleteCard(card)
    })

    test('does not prevent a card from being shared, and the sharer may delete it', async () => {
      const moderator = emulator.as('moderator')
      const panel = await moderator.select(await moderator.runCommand('/settings'), atOnce)
      const card = await emulator.runCommand('/alliance name:AUKUS private:true')
      emulator.faults.rejectFiles({ as, count: Infinity })
      const updated = await emulator.clickButton(card, 'Share')
      expectCompleteCard(updated)
      const shared = await emulator.nextResponse(updated)
      await moderator.clickButton(panel, 'Reset to defaults')
      expect(shared).toMatchObject({ ephemeral: false })
      expectCompleteCard(shared)
      expect(await emulator.clickButton(shared, 'Delete')).toMatchObject({ type: 'deleted' })
    })

    test('does not prevent a reply to a message', async () => {
      const moderator = emulator.as('moderator')
      const panel = await moderator.select(await moderator.runCommand('/settings'), atOnce)
      const mentions = await emulator.runMessageCommand(
        'Find facts',
        await emulator.sendMessage('And AUKUS?'),
      )
      emulator.faults.rejectFiles({ as })
      const chosen = await emulator.select(mentions, 'AUKUS')
      expect(renderedText(chosen)).toBe('Posted.')
      const posted = await vi.waitUntil(
        () => emulator.log.messages.find(({ nonce }) => nonce === chosen.interactionId),
        5000,
      )
      await moderator.clickButton(panel, 'Reset to defaults')
      expect(posted.attachments).toEqual([])
      expect(JSON.stringify(posted.components)).toContain('Discord rejected the image of this card.')
    })
  },
)

test('a guild with images off gets none', async () => {
  const card = await runWithSetting('Images: never', '/alliance name:AUKUS')
  expect(imageOf(card)).toBeUndefined()
  expect(labelsOf(card)).not.toContain('Map')
})

test('a Map button that is older than the setting is refused', async () => {
  const card = await emulator.runCommand('/alliance name:AUKUS')
  const moderator = emulator.as('moderator')
  const panel = await moderator.select(await moderator.runCommand('/settings'), 'Images: never')
  const refused = await emulator.clickButton(card, 'Map')
  await moderator.clickButton(panel, 'Reset to defaults')
  expect(renderedText(refused)).toBe('Images are off here. All the facts are on the card.')
})

test('without the permission to attach files, the card has no image', async () => {
  const { general } = emulator.world.channels
  general.denied = { bot: permission.attachFiles }
  const card = await runWithSetting(atOnce, '/alliance name:AUKUS')
  delete general.denied
  expect(imageOf(card)).toBeUndefined()
  expect(labelsOf(card)).not.toContain('Map')
  expect(renderedText(card)).toContain('AUKUS')
})

test('an image that is not ready in time is left to the Map button', async () => {
  const { emulator: impatient } = await startTestBot({
    emulator: longTimeouts,
    images: { limits: { waitMs: 0, timeoutMs: 60_000 } },
  })
  const moderator = impatient.as('moderator')
  await moderator.select(await moderator.runCommand('/settings'), atOnce)
  const card = await impatient.runCommand('/alliance name:ANZUS')
  expect(imageOf(card)).toBeUndefined()
  const labels = labelsOf(card)
  expect(labels).toContain('Map')
  const updated = await impatient.clickButton(card, 'Map')
  expect(updated).toMatchObject({ type: 'updated' })
  expect(await fetchFile(imageOf(updated)?.url)).toBe('PNG')
  expect(labelsOf(updated)).toEqual(labels.filter((label) => label !== 'Map'))
  // Cached by now, it comes with the next response.
  expect(imageOf(await impatient.runCommand('/alliance name:ANZUS'))).toBeDefined()
  expect(labelsOf(await impatient.runCommand('/timeline'))).toContain('Chart')
})

test('Map sends the card with its map ephemerally to other users', async () => {
  const card = await emulator.runCommand('/alliance name:ANZUS')
  const reply = await emulator.as('moderator').clickButton(card, 'Map')
  expect(reply).toMatchObject({ ephemeral: true })
  expect(await fetchFile(imageOf(reply)?.url)).toBe('PNG')
})

test('a shared card keeps its attribution when its map is added', async () => {
  const shared = await emulator.nextResponse(
    await emulator.clickButton(await emulator.runCommand('/alliance name:ANZUS private:true'), 'Share'),
  )
  const updated = await emulator.clickButton(shared, 'Map')
  expect(imageOf(updated)).toBeDefined()
  expect(renderedText(updated)).toMatch(/^-# Shared by <@\d+>$/m)
})

test('without a font cards are sent complete but without images, and the reason is logged once', async () => {
  const { emulator: fontless, log } = await startTestBot({ images: { fontFiles: ['/nowhere/font.ttf'] } })
  for (const name of ['AUKUS', 'ANZUS']) {
    const card = await fontless.runCommand(`/alliance name:${name}`)
    const refused = await fontless.clickButton(card, 'Map')
    expect(renderedText(refused)).toBe(
      "I can't render this image right now. All the facts are on the card; try again later.",
    )
  }
  expect(log.filter(({ level }) => Number(level) >= 40)).toMatchObject([
    { reason: 'the font renders no text' },
  ])
})

test('nothing failed except what Discord rejected', () => {
  const lines = bot.log.filter(({ level }) => Number(level) >= 40).map(({ msg }) => msg)
  expect([...new Set(lines)]).toEqual(['Discord rejected an image; sending the card without it'])
})
