// The REST routes beside interactions: who the bot is, its commands, messages in channels, uploads, and refused calls.
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import type { Place } from '../../src/sandbox/world.ts'
import { call, problemsIn } from './wire.ts'

let sandbox: Sandbox
let application: string

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 })
  application = sandbox.world.application.id
})

afterAll(() => sandbox.close())

const messages = (place: Place) => `/channels/${place.id}/messages`

describe('any call', () => {
  test('needs the token: 401', async () => {
    expect(await call(sandbox, 'GET', '/users/@me', undefined, 'wrong')).toEqual({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    })
    expect(await call(sandbox, 'GET', '/gateway/bot', undefined, '')).toMatchObject({ status: 401 })
  })

  test('to no route is 404', async () => {
    expect(await call(sandbox, 'GET', '/nowhere')).toEqual({
      status: 404,
      body: { message: '404: Not Found', code: 0 },
    })
  })

  test('to another version is refused with 50041', async () => {
    const answer = await fetch(`${sandbox.apiUrl}/v6/users/@me`)
    expect(await answer.json()).toMatchObject({ code: 50041 })
  })

  test('with broken JSON is refused with 50109', async () => {
    const answer = await fetch(`${sandbox.apiUrl}/v10${messages(sandbox.world.places.general)}`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: '{',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 50109 })
  })

  test('is logged', async () => {
    await call(sandbox, 'POST', messages(sandbox.world.places.general), { content: 'logged' })
    expect(sandbox.log.calls.at(-1)).toMatchObject({
      method: 'POST',
      path: messages(sandbox.world.places.general),
      body: { content: 'logged' },
      status: 200,
      answer: { content: 'logged' },
    })
  })
})

describe('the bot', () => {
  test('has a gateway on loopback', async () => {
    const { body } = await call(sandbox, 'GET', '/gateway/bot')
    expect(body).toMatchObject({ shards: 1, session_start_limit: { max_concurrency: 1 } })
    expect(body['url']).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/)
  })

  test('has a user and an application with an owner', async () => {
    expect((await call(sandbox, 'GET', '/users/@me')).body).toMatchObject({ id: application, bot: true })
    expect((await call(sandbox, 'GET', '/applications/@me')).body).toMatchObject({
      id: application,
      owner: { username: 'operator' },
      team: null,
      integration_types_config: { '0': {}, '1': {} },
    })
  })

  test('may belong to a team', async () => {
    const { operator, moderator } = sandbox.world.people
    const memberIds = [operator.id, moderator.id]
    sandbox.world.application.team = { id: '1', name: 'Team', ownerId: operator.id, memberIds }
    expect((await call(sandbox, 'GET', '/oauth2/applications/@me')).body).toMatchObject({
      owner: { id: '1', username: 'team1' },
      team: {
        owner_user_id: operator.id,
        members: [{ user: { username: 'operator' } }, { membership_state: 2 }],
      },
    })
    sandbox.world.application.team = null
  })

  test('finds users, servers and channels', async () => {
    const { people, servers, places } = sandbox.world
    expect((await call(sandbox, 'GET', `/users/${people.member.id}`)).body).toMatchObject({
      username: 'member',
    })
    expect((await call(sandbox, 'GET', '/users/1')).body).toMatchObject({ code: 10013 })
    expect((await call(sandbox, 'GET', `/guilds/${servers.home.id}`)).body).toMatchObject({ name: 'Home' })
    expect((await call(sandbox, 'GET', `/guilds/${servers.abroad.id}`)).body).toMatchObject({ code: 10004 })
    expect((await call(sandbox, 'GET', `/channels/${places.general.id}`)).body).toMatchObject({
      name: 'general',
    })
    expect((await call(sandbox, 'GET', '/channels/1')).body).toMatchObject({ code: 10003 })
    expect((await call(sandbox, 'GET', '/users/@me/guilds')).body).toMatchObject([{ name: 'Home' }])
  })
})

describe('commands', () => {
  const command = (name: string, more: object = {}) => ({ name, description: 'd', ...more })

  test('keep their id when they are put again', async () => {
    const path = `/applications/${application}/commands`
    const { body: before } = await call(sandbox, 'PUT', path, [command('one'), command('two')])
    const { body: after } = await call(sandbox, 'PUT', path, [
      command('two', { description: 'e' }),
      command('three'),
    ])
    const id = (list: unknown, index: number) => (list as { id: string }[])[index]?.id
    expect(id(after, 0)).toBe(id(before, 1))
    expect((await call(sandbox, 'GET', path)).body).toMatchObject([
      {
        name: 'two',
        description: 'e',
        application_id: application,
        integration_types: [0, 1],
        contexts: null,
      },
      { name: 'three' },
    ])
  })

  test('are made, read, changed and removed one by one', async () => {
    const path = `/applications/${application}/guilds/${sandbox.world.servers.home.id}/commands`
    const made = await call(sandbox, 'POST', path, command('one'))
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'one', guild_id: sandbox.world.servers.home.id },
    })
    expect(await call(sandbox, 'POST', path, command('one'))).toMatchObject({ status: 200 })
    const one = `${path}/${String(made.body['id'])}`
    expect((await call(sandbox, 'PATCH', one, { description: 'e' })).body).toMatchObject({
      name: 'one',
      description: 'e',
    })
    expect(problemsIn(await call(sandbox, 'PATCH', one, { description: '' }))).toEqual([
      ['description', 'BASE_TYPE_BAD_LENGTH'],
    ])
    expect((await call(sandbox, 'GET', one)).body).toMatchObject({ description: 'e' })
    expect(await call(sandbox, 'DELETE', one)).toMatchObject({ status: 204 })
    expect((await call(sandbox, 'GET', one)).body).toMatchObject({ code: 10063 })
  })

  test('belong to this application and to servers that have it', async () => {
    expect((await call(sandbox, 'GET', '/applications/1/commands')).body).toMatchObject({ code: 20012 })
    const abroad = `/applications/${application}/guilds/${sandbox.world.servers.abroad.id}/commands`
    expect((await call(sandbox, 'PUT', abroad, [])).body).toMatchObject({ code: 50001 })
  })
})

describe('messages in channels', () => {
  const post = async (place: Place, body: object) => call(sandbox, 'POST', messages(place), body)

  test('are sent, read, edited and removed', async () => {
    const { general } = sandbox.world.places
    const { body } = await post(general, { content: 'one' })
    const path = `${messages(general)}/${String(body['id'])}`
    expect((await call(sandbox, 'PATCH', path, { content: 'two' })).body).toMatchObject({ content: 'two' })
    expect((await call(sandbox, 'GET', path)).body).toMatchObject({
      content: 'two',
      author: { id: application },
    })
    expect((await call(sandbox, 'GET', `${messages(general)}?limit=1`)).body).toMatchObject([
      { content: 'two' },
    ])
    expect(await call(sandbox, 'DELETE', path)).toMatchObject({ status: 204 })
    expect((await call(sandbox, 'GET', path)).body).toMatchObject({ code: 10008 })
  })

  test('answer one another', async () => {
    const said = await sandbox.say('first')
    const { body } = await post(sandbox.world.places.general, {
      content: 'second',
      message_reference: { message_id: said.id },
    })
    expect(body).toMatchObject({ type: 19, referenced_message: { content: 'first' } })
  })

  test('with a nonce that is enforced are sent once', async () => {
    const { general } = sandbox.world.places
    const send = () => post(general, { content: 'once', nonce: '7', enforce_nonce: true })
    expect((await send()).body['id']).toBe((await send()).body['id'])
  })

  test('are refused where the bot may not', async () => {
    const { announcements, abroad, group } = sandbox.world.places
    expect(await post(announcements, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50013 } })
    expect(await post(abroad, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50001 } })
    expect(await post(group, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50001 } })
  })

  test('of others are not edited, and removed only with the permission', async () => {
    const { servers, places } = sandbox.world
    const path = `${messages(places.general)}/${(await sandbox.say('mine')).id}`
    expect((await call(sandbox, 'PATCH', path, { content: 'x' })).body).toMatchObject({ code: 50005 })
    expect((await call(sandbox, 'DELETE', path)).body).toMatchObject({ code: 50013 })
    servers.home.botPermissions |= PermissionFlagsBits.ManageMessages
    expect(await call(sandbox, 'DELETE', path)).toMatchObject({ status: 204 })
    const said = await sandbox.at('dm').say('mine')
    const inDm = `/channels/${said.channel_id}/messages/${said.id}`
    expect((await call(sandbox, 'DELETE', inDm)).body).toMatchObject({ code: 50003 })
  })

  test('reach a person directly, if that person has to do with the bot', async () => {
    const { member, moderator } = sandbox.world.people
    const open = await call(sandbox, 'POST', '/users/@me/channels', { recipient_id: member.id })
    expect(open.body).toMatchObject({ type: 1, recipients: [{ username: 'member' }] })
    const path = `/channels/${String(open.body['id'])}/messages`
    expect((await call(sandbox, 'POST', path, { content: 'psst' })).body).toMatchObject({ content: 'psst' })
    const stranger = await call(sandbox, 'POST', '/users/@me/channels', { recipient_id: '1' })
    expect(stranger.body).toMatchObject({ code: 50033 })
    const { body } = await call(sandbox, 'POST', '/users/@me/channels', { recipient_id: moderator.id })
    const { [moderator.id]: permissions = 0n, ...others } = sandbox.world.servers.home.members
    sandbox.world.servers.home.members = others
    const left = await call(sandbox, 'POST', `/channels/${String(body['id'])}/messages`, { content: 'x' })
    expect(left).toMatchObject({ status: 403, body: { code: 50007 } })
    sandbox.world.servers.home.members[moderator.id] = permissions
  })

  test('mention only whom they are allowed to', async () => {
    const { people, places } = sandbox.world
    const content = `<@${people.member.id}> @everyone`
    const mentions = async (allowed_mentions?: object) =>
      (await post(places.general, { content, allowed_mentions })).body
    expect(await mentions()).toMatchObject({ mentions: [{ username: 'member' }], mention_everyone: true })
    expect(await mentions({ parse: [] })).toMatchObject({ mentions: [], mention_everyone: false })
    expect(await mentions({ users: [people.member.id] })).toMatchObject({
      mentions: [{ username: 'member' }],
      mention_everyone: false,
    })
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
    call(sandbox, 'POST', messages(sandbox.world.places.general), form(...args))

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

  test('show in an embed, and then not beside it', async () => {
    const { body } = await upload({ embeds: [{ image: { url: 'attachment://map.png' } }] }, ['map.png', 5])
    expect(body['attachments']).toEqual([])
    const [embed] = body['embeds'] as { image: { url: string } }[]
    expect((await fetch(embed?.image.url ?? '')).status).toBe(200)
    const edit = await call(
      sandbox,
      'PATCH',
      `${messages(sandbox.world.places.general)}/${String(body['id'])}`,
      {
        content: 'still there',
      },
    )
    expect(edit.body).toMatchObject({ attachments: [], embeds: [embed] })
  })

  test('are kept or dropped by an edit', async () => {
    const { general } = sandbox.world.places
    const { body } = await upload({ content: 'c' }, ['a.png', 1], ['b.png', 2])
    const [first] = body['attachments'] as { id: string }[]
    const path = `${messages(general)}/${String(body['id'])}`
    const kept = await call(sandbox, 'PATCH', path, { attachments: [{ id: first?.id }] })
    expect(kept.body['attachments']).toMatchObject([{ filename: 'a.png' }])
  })

  test('are limited in size and number', async () => {
    const limit = 10 * 1024 * 1024
    expect(await upload({}, ['a', limit])).toMatchObject({ status: 200 })
    expect(await upload({}, ['a', limit + 1])).toMatchObject({ status: 413, body: { code: 40005 } })
    const few = Array.from({ length: 10 }, (_, n): [string, number] => [`${n}`, 1])
    expect(await upload({}, ...few)).toMatchObject({ status: 200 })
    expect(problemsIn(await upload({}, ...few, ['11', 1]))).toEqual([['files', 'BASE_TYPE_MAX_LENGTH']])
  })

  test('that a message lists must be there', async () => {
    const answer = await upload({ attachments: [{ id: 0 }, { id: 1 }] }, ['a.png', 1])
    expect(problemsIn(answer)).toEqual([['attachments.1', 'ATTACHMENT_NOT_FOUND']])
  })
})
