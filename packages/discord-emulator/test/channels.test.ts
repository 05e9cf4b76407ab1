// Messages and their files in channels, over plain REST.
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import type { EmulatorChannel } from '../src/world.ts'
import { call, fieldErrorsIn } from './helpers/request.ts'

let emulator: DiscordEmulator

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0 })
})

afterAll(() => emulator.close())

const messages = (channel: EmulatorChannel) => `/channels/${channel.id}/messages`

describe('messages in channels', () => {
  const post = async (channel: EmulatorChannel, body: object) =>
    call(emulator, 'POST', messages(channel), body)

  test('are sent, read, edited and deleted', async () => {
    const { general } = emulator.world.channels
    const { body } = await post(general, { content: 'one' })
    const path = `${messages(general)}/${String(body['id'])}`
    expect((await call(emulator, 'PATCH', path, { content: 'two' })).body).toMatchObject({ content: 'two' })
    expect((await call(emulator, 'GET', path)).body).toMatchObject({
      content: 'two',
      author: { id: emulator.world.application.id },
    })
    expect((await call(emulator, 'GET', `${messages(general)}?limit=1`)).body).toMatchObject([
      { content: 'two' },
    ])
    expect(await call(emulator, 'DELETE', path)).toMatchObject({ status: 204 })
    expect((await call(emulator, 'GET', path)).body).toMatchObject({ code: 10008 })
  })

  test('reply to other messages', async () => {
    const userMessage = await emulator.sendMessage('first')
    const { body } = await post(emulator.world.channels.general, {
      content: 'second',
      message_reference: { message_id: userMessage.id },
    })
    expect(body).toMatchObject({ type: 19, referenced_message: { content: 'first' } })
  })

  test('with an enforced nonce are sent once', async () => {
    const { general } = emulator.world.channels
    const send = () => post(general, { content: 'once', nonce: '7', enforce_nonce: true })
    expect((await send()).body['id']).toBe((await send()).body['id'])
  })

  test('are rejected in channels where the bot cannot send', async () => {
    const { announcements, otherGuild, group } = emulator.world.channels
    expect(await post(announcements, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50013 } })
    expect(await post(otherGuild, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50001 } })
    expect(await post(group, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50001 } })
  })

  test('of others cannot be edited, and can be deleted only with the permission', async () => {
    const { guilds, channels } = emulator.world
    const path = `${messages(channels.general)}/${(await emulator.sendMessage('mine')).id}`
    expect((await call(emulator, 'PATCH', path, { content: 'x' })).body).toMatchObject({ code: 50005 })
    expect((await call(emulator, 'DELETE', path)).body).toMatchObject({ code: 50013 })
    guilds.home.botPermissions |= PermissionFlagsBits.ManageMessages
    expect(await call(emulator, 'DELETE', path)).toMatchObject({ status: 204 })
    const userMessage = await emulator.in('dm').sendMessage('mine')
    const inDm = `/channels/${userMessage.channel_id}/messages/${userMessage.id}`
    expect((await call(emulator, 'DELETE', inDm)).body).toMatchObject({ code: 50003 })
  })

  test('can be sent directly to a user who shares a server with the bot', async () => {
    const { member, moderator } = emulator.world.users
    const open = await call(emulator, 'POST', '/users/@me/channels', { recipient_id: member.id })
    expect(open.body).toMatchObject({ type: 1, recipients: [{ username: 'member' }] })
    const path = `/channels/${String(open.body['id'])}/messages`
    expect((await call(emulator, 'POST', path, { content: 'psst' })).body).toMatchObject({ content: 'psst' })
    const stranger = await call(emulator, 'POST', '/users/@me/channels', { recipient_id: '1' })
    expect(stranger.body).toMatchObject({ code: 50033 })
    const { body } = await call(emulator, 'POST', '/users/@me/channels', { recipient_id: moderator.id })
    const { [moderator.id]: permissions = 0n, ...others } = emulator.world.guilds.home.members
    emulator.world.guilds.home.members = others
    const left = await call(emulator, 'POST', `/channels/${String(body['id'])}/messages`, { content: 'x' })
    expect(left).toMatchObject({ status: 403, body: { code: 50007 } })
    emulator.world.guilds.home.members[moderator.id] = permissions
  })

  test('mention only allowed users', async () => {
    const { users, channels } = emulator.world
    const content = `<@${users.member.id}> @everyone`
    const mentions = async (allowed_mentions?: object) =>
      (await post(channels.general, { content, allowed_mentions })).body
    expect(await mentions()).toMatchObject({ mentions: [{ username: 'member' }], mention_everyone: true })
    expect(await mentions({ parse: [] })).toMatchObject({ mentions: [], mention_everyone: false })
    expect(await mentions({ users: [users.member.id] })).toMatchObject({
      mentions: [{ username: 'member' }],
      mention_everyone: false,
    })
  })

  test('mention users in text displays, also in an edit without allowed mentions', async () => {
    const { users, channels } = emulator.world
    const content = `<@${users.member.id}> @everyone`
    const components = [{ type: 17, components: [{ type: 10, content }] }]
    const { body } = await post(channels.general, {
      flags: 1 << 15,
      components,
      allowed_mentions: { parse: [] },
    })
    expect(body).toMatchObject({ mentions: [], mention_everyone: false })
    const path = `/channels/${channels.general.id}/messages/${String(body['id'])}`
    const edited = await call(emulator, 'PATCH', path, { components })
    expect(edited.body).toMatchObject({ mentions: [{ username: 'member' }], mention_everyone: true })
  })
})

describe('uploads', () => {
  const form = (payload: object, ...files: [name: string, bytes: number][]) => {
    const data = new FormData()
    data.set('payload_json', JSON.stringify(payload))
    files.forEach(([name, bytes], index) => {
      data.set(`files[${index}]`, new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
    })
    return data
  }
  const upload = (...args: Parameters<typeof form>) =>
    call(emulator, 'POST', messages(emulator.world.channels.general), form(...args))

  test('are attached and served', async () => {
    const { body } = await upload({ attachments: [{ id: 0, description: 'A map' }] }, ['map.png', 5])
    const [attachment] = body['attachments'] as { url: string }[]
    expect(attachment).toMatchObject({
      filename: 'map.png',
      size: 5,
      content_type: 'image/png',
      description: 'A map',
    })
    const served = await fetch(attachment?.url ?? '')
    expect((await served.bytes()).length).toBe(5)
    expect(served.headers.get('content-type')).toBe('image/png')
  })

  test('shown in an embed are not listed as attachments', async () => {
    const { body } = await upload({ embeds: [{ image: { url: 'attachment://map.png' } }] }, ['map.png', 5])
    expect(body['attachments']).toEqual([])
    const [embed] = body['embeds'] as { image: { url: string } }[]
    expect((await fetch(embed?.image.url ?? '')).status).toBe(200)
    const edit = await call(
      emulator,
      'PATCH',
      `${messages(emulator.world.channels.general)}/${String(body['id'])}`,
      {
        content: 'still there',
      },
    )
    expect(edit.body).toMatchObject({ attachments: [], embeds: [embed] })
  })

  test('are kept only if an edit lists them', async () => {
    const { general } = emulator.world.channels
    const { body } = await upload({ content: 'c' }, ['a.png', 1], ['b.png', 2])
    const [first] = body['attachments'] as { id: string }[]
    const path = `${messages(general)}/${String(body['id'])}`
    const edited = await call(emulator, 'PATCH', path, { attachments: [{ id: first?.id }] })
    expect(edited.body['attachments']).toMatchObject([{ filename: 'a.png' }])
  })

  test('are limited in size and number', async () => {
    const limit = 10 * 1024 * 1024
    expect(await upload({}, ['a', limit])).toMatchObject({ status: 200 })
    expect(await upload({}, ['a', limit + 1])).toMatchObject({ status: 413, body: { code: 40005 } })
    const few = Array.from({ length: 10 }, (_, n): [string, number] => [`${n}`, 1])
    expect(await upload({}, ...few)).toMatchObject({ status: 200 })
    expect(fieldErrorsIn(await upload({}, ...few, ['11', 1]))).toEqual([['files', 'BASE_TYPE_MAX_LENGTH']])
  })

  test('listed in a message must exist', async () => {
    const answer = await upload({ attachments: [{ id: 0 }, { id: 1 }] }, ['a.png', 1])
    expect(fieldErrorsIn(answer)).toEqual([['attachments.1', 'ATTACHMENT_NOT_FOUND']])
  })
})
