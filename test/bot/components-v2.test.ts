// What Discord treats differently in messages of components: flags of deferred replies, attachments of edits, and
// mentions in text displays.
import { expect, test, vi } from 'vitest'
import type { Message, ObservedResponse } from 'discord-emulator'
import { allComponents, buttonId, messageIn, renderedText, startTestBot } from '../helpers/test-bot.ts'

const patient = {
  emulator: { initialResponseTimeoutMs: 60_000 },
  images: { limits: { waitMs: 60_000, timeoutMs: 60_000 } },
}
const { emulator } = await startTestBot({ ...patient, timeouts: { deferral: 60_000 } })
/** Of a bot to which every image takes long. */
const { emulator: slow } = await startTestBot({ ...patient, timeouts: { deferral: 0 } })
const { member, moderator } = emulator.world.users
const { general } = emulator.world.channels

const isEphemeral = 1 << 6
const isComponentsV2 = 1 << 15

interface LoggedBody {
  type?: number
  data?: { flags?: number }
  flags?: number
}

/** The bodies of the calls that have answered an interaction, once there are so many. */
async function answersTo(
  seen: ObservedResponse,
  count: number,
  { log } = emulator,
): Promise<[string, LoggedBody][]> {
  const { payload } = log.interactions.find(({ id }) => id === seen.interactionId) ?? {}
  return vi.waitFor(() => {
    const calls = log.calls.filter(({ path }) => path.includes(String(payload?.['token'])))
    if (calls.length < count) throw new Error(`only ${calls.length} calls`)
    return calls.map(({ method, body }) => [method, body as LoggedBody])
  })
}

/** What a channel holds, as the bot could read it. */
async function messagesIn(channelId: string): Promise<Message[]> {
  const response = await fetch(`${emulator.apiUrl}/v10/channels/${channelId}/messages`, {
    headers: { authorization: `Bot ${emulator.token}` },
  })
  return (await response.json()) as Message[]
}

function imageUrls(seen: ObservedResponse): string[] {
  const galleries = allComponents(messageIn(seen).components).filter((component) => 'items' in component)
  return galleries.flatMap((gallery) =>
    (gallery as { items: { media: { url: string } }[] }).items.map(({ media }) => media.url),
  )
}

test('a deferred reply takes the ephemeral flag alone, and its edit the flag of components', async () => {
  const seen = await emulator.as('operator').runCommand('/admin history')
  expect(await answersTo(seen, 2)).toMatchObject([
    ['POST', { type: 5, data: { flags: isEphemeral } }],
    ['PATCH', { flags: isComponentsV2 }],
  ])
})

test('a reply that is not deferred takes both flags', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO private:true')
  expect(await answersTo(seen, 1)).toMatchObject([
    ['POST', { type: 4, data: { flags: isEphemeral | isComponentsV2 } }],
  ])
})

test('an image is sent in the first answer: in the card, or ephemerally to somebody else', async () => {
  const card = await emulator.runCommand('/alliance name:AUKUS')
  const seen = await emulator.as('moderator').clickButton(card, 'Map')
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  expect(imageUrls(seen)).toHaveLength(1)
  expect(await answersTo(seen, 1)).toMatchObject([['POST', { type: 4 }]])
  const [posted] = await messagesIn(general.id)
  expect(JSON.stringify(posted?.components)).not.toContain('media')
})

test('an interaction whose image takes long is deferred as an update first', async () => {
  for (const { input, button, user, type, method } of [
    { input: '/alliance name:AUKUS', button: 'Map', user: 'moderator', type: 'message', method: 'POST' },
    { input: '/timeline', button: 'Chart', user: 'member', type: 'updated', method: 'PATCH' },
  ] as const) {
    const seen = await slow.as(user).clickButton(await slow.runCommand(input), button)
    expect(seen).toMatchObject({ type })
    expect(imageUrls(seen)).toHaveLength(1)
    expect(await answersTo(seen, 2, slow)).toMatchObject([
      ['POST', { type: 6 }],
      [method, expect.anything()],
    ])
  }
})

test('the requester sees the image in the card once, also after a second click that was in flight', async () => {
  const card = await emulator.runCommand('/alliance name:AUKUS')
  for (const shown of await Promise.all([
    emulator.clickButton(card, 'Map'),
    emulator.clickButton(card, 'Map'),
  ])) {
    expect(shown).toMatchObject({ type: 'updated', ephemeral: false })
    expect(buttonId(shown, 'Map')).toBeUndefined()
    expect(messageIn(shown).attachments).toEqual([])
    const urls = imageUrls(shown)
    expect(urls).toHaveLength(1)
  }
  const [posted] = await messagesIn(general.id)
  const [url = ''] = /http[^"]+\.png/.exec(JSON.stringify(posted?.components)) ?? []
  expect((await fetch(url)).headers.get('content-type')).toBe('image/png')
})

test('a card that is shared after Map is posted with its image, and keeps it', async () => {
  const shown = await emulator.clickButton(
    await emulator.runCommand('/alliance name:AUKUS private:true'),
    'Map',
  )
  const kept = await emulator.clickButton(shown, 'Share')
  const shared = await emulator.nextResponse(kept)
  expect(shared).toMatchObject({ type: 'message', ephemeral: false })
  expect([imageUrls(kept).length, imageUrls(shared).length]).toEqual([1, 1])
})

test('More leaves the image in the card, and turns its own pages without files', async () => {
  const shown = await emulator.clickButton(await emulator.runCommand('/timeline'), 'Chart')
  expect(imageUrls(shown)).toHaveLength(1)
  const more = await emulator.clickButton(shown, 'More')
  expect(more).toMatchObject({ type: 'message', ephemeral: true })
  const turned = await emulator.clickButton(more, 'Next')
  expect(turned).toMatchObject({ type: 'updated', ephemeral: true })
  for (const page of [more, turned]) {
    expect(imageUrls(page)).toEqual([])
    expect(messageIn(page).attachments).toEqual([])
  }
  const card = (await messagesIn(general.id)).find(({ id }) => id === messageIn(shown).id)
  expect(JSON.stringify(card?.components)).toContain(imageUrls(shown)[0])
})

test('mentions in text displays ping only the user whom a first message names, and never on an edit', async () => {
  const card = await emulator.runCommand('/alliance name:NATO for:@moderator')
  expect(renderedText(card)).toMatch(new RegExp(`^-# For <@${moderator.id}>\n`))
  expect(pingsOf(card)).toEqual([moderator.id])
  const menu = await emulator.runCommand('/alliance name:norat')
  const posted = await emulator.nextResponse(await emulator.select(menu, 'NORAD'))
  expect(renderedText(posted)).toContain(`<@${member.id}>`)
  expect(pingsOf(posted)).toEqual([])
  const updated = await emulator.clickButton(
    await emulator.runCommand('/alliance name:AUKUS for:@operator'),
    'Map',
  )
  expect(renderedText(updated)).toContain('For <@')
  expect(pingsOf(updated)).toEqual([])
})

function pingsOf(seen: ObservedResponse): string[] {
  return messageIn(seen).mentions.map(({ id }) => id)
}
