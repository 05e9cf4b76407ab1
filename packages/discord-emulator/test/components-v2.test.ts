// What sets Components V2 messages apart over plain REST: their flag, their files and their mentions.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordEmulator } from '../src/server.ts'
import { ask, post as respond, startWithCommand } from './helpers/interaction.ts'
import { call, fieldErrorsIn } from './helpers/request.ts'

let emulator: DiscordEmulator

beforeEach(async () => {
  emulator = await startWithCommand()
})
afterEach(() => emulator.close())

const v2 = 1 << 15
const text = (content: string) => ({ type: 10, content })
const card = (...components: object[]) => ({ flags: v2, components: [{ type: 17, components }] })
const gallery = (...names: string[]) => ({
  type: 12,
  items: names.map((name) => ({ media: { url: `attachment://${name}` } })),
})

const path = (id = '') => `/channels/${emulator.world.channels.general.id}/messages${id && `/${id}`}`

function form(payload: object, names: string[]): FormData {
  const data = new FormData()
  data.set('payload_json', JSON.stringify(payload))
  names.forEach((name, index) => {
    data.set(`files[${index}]`, new File([new Uint8Array(3)], name, { type: 'image/png' }))
  })
  return data
}

const send = (payload: object, ...names: string[]) => call(emulator, 'POST', path(), form(payload, names))
const edit = (id: unknown, payload: object, ...names: string[]) =>
  call(emulator, 'PATCH', path(String(id)), form(payload, names))

test('a list of numbers in a component is stored as it is', async () => {
  const menu = { type: 8, custom_id: 'channel', channel_types: [0, 5] }
  const { status, body } = await send(card({ type: 1, components: [menu] }))
  expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining('"channel_types":[0,5]')])
})

describe('the flag', () => {
  test('stays, whatever an edit sends', async () => {
    const { body } = await send(card(text('one')))
    const components = [text('two')]
    expect((await edit(body['id'], { flags: 0, components })).body).toMatchObject({ flags: v2, components })
    expect(fieldErrorsIn(await edit(body['id'], { embeds: [{ title: 't' }] }))).toEqual([
      ['embeds', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ])
  })

  test('is ignored in a deferral, and goes with the edit', async () => {
    const { callback, webhook, response } = ask(emulator)
    const deferral = await respond(emulator, `${callback}?with_response=true`, {
      type: 5,
      data: { flags: v2 | 64 },
    })
    expect(deferral.body).toMatchObject({ resource: { message: { flags: 64 | 128 } } })
    const original = `${webhook}/messages/@original`
    const { flags, components } = card(text('c'))
    expect(fieldErrorsIn(await call(emulator, 'PATCH', original, { components }, ''))).toEqual([
      ['components.0.type', 'UNION_TYPE_CHOICES'],
    ])
    const edited = await call(emulator, 'PATCH', original, { flags, components }, '')
    expect(edited.body).toMatchObject({ flags: v2 | 64 })
    expect(await response).toMatchObject({ type: 'message', ephemeral: true })
  })
})

describe('files', () => {
  const mediaIn = (body: Record<string, unknown>) =>
    (
      body['components'] as { components: { items: { media: Record<string, string> }[] }[] }[]
    )[0]?.components[0]?.items.map(({ media }) => media) ?? []

  test('are named by the components that show them, not by the message', async () => {
    const { body } = await send(
      card(gallery('a.png'), { type: 13, file: { url: 'attachment://b.txt' } }),
      'a.png',
      'b.txt',
    )
    expect(body['attachments']).toEqual([])
    const [media] = mediaIn(body)
    expect(media).toMatchObject({ content_type: 'image/png', proxy_url: media?.['url'] })
    expect(media?.['attachment_id']).toMatch(/^\d+$/)
    expect(body['components']).toMatchObject([{ components: [{}, { name: 'b.txt', size: 3 }] }])
    expect((await fetch(media?.['url'] ?? '')).status).toBe(200)
  })

  test('are kept by an edit that lists them, or lists none at all', async () => {
    const { body } = await send(card(gallery('a.png', 'b.png')), 'a.png', 'b.png')
    const [first] = mediaIn(body)
    expect(await edit(body['id'], card(gallery('a.png', 'b.png')))).toMatchObject({ status: 200 })
    const added = await edit(body['id'], { ...card(gallery('b.png', 'c.png')) }, 'c.png')
    expect(mediaIn(added.body)).toHaveLength(2)
    const attachments = [{ id: first?.['attachment_id'] }]
    const kept = await edit(body['id'], { ...card(gallery('a.png')), attachments })
    expect(mediaIn(kept.body)).toMatchObject([
      { attachment_id: first?.['attachment_id'], url: first?.['url'] },
    ])
    expect(fieldErrorsIn(await edit(body['id'], card(gallery('b.png'))))).toEqual([
      ['components.0.components.0.items.0.media.url', 'ATTACHMENT_NOT_FOUND'],
    ])
  })

  test('cannot be shown by the edit that drops them', async () => {
    const { body } = await send(card(gallery('a.png')), 'a.png')
    expect(fieldErrorsIn(await edit(body['id'], { ...card(gallery('a.png')), attachments: [] }))).toEqual([
      ['components.0.components.0.items.0.media.url', 'ATTACHMENT_NOT_FOUND'],
    ])
    expect(await edit(body['id'], { ...card(text('none')), attachments: [] })).toMatchObject({ status: 200 })
  })

  test.each<[where: string, component: object, at: string]>([
    [
      'a thumbnail',
      { type: 9, components: [text('c')], accessory: { type: 11, media: { url: 'attachment://x' } } },
      'accessory.media.url',
    ],
    ['a gallery', gallery('x'), 'items.0.media.url'],
    ['a file', { type: 13, file: { url: 'attachment://x' } }, 'file.url'],
  ])('that %s shows must exist', async (_where, component, at) => {
    expect(fieldErrorsIn(await send(card(component), 'y'))).toEqual([
      [`components.0.components.0.${at}`, 'ATTACHMENT_NOT_FOUND'],
    ])
  })
})

describe('mentions in text displays', () => {
  const mentioning = () => {
    const { member } = emulator.world.users
    const section = {
      type: 9,
      components: [text(`<@${member.id}>`)],
      accessory: { type: 2, style: 1, label: 'l', custom_id: 'c' },
    }
    return card(section, text('@everyone'))
  }

  test('ping as those in content do, if they are allowed', async () => {
    expect((await send(mentioning())).body).toMatchObject({
      mentions: [{ username: 'member' }],
      mention_everyone: true,
    })
    expect((await send({ ...mentioning(), allowed_mentions: { parse: [] } })).body).toMatchObject({
      mentions: [],
      mention_everyone: false,
    })
  })

  test('are parsed again by an edit that does not restrict them', async () => {
    const { body } = await send({ ...mentioning(), allowed_mentions: { parse: [] } })
    const allowed = { allowed_mentions: { parse: ['everyone'] } }
    expect((await edit(body['id'], { ...mentioning(), ...allowed })).body).toMatchObject({
      mentions: [],
      mention_everyone: true,
    })
    expect((await edit(body['id'], { flags: v2 })).body).toMatchObject({ mentions: [{ username: 'member' }] })
    expect((await edit(body['id'], card(text('nobody')))).body).toMatchObject({
      mentions: [],
      mention_everyone: false,
    })
  })
})
