// REST routes for the bot's identity and commands, and rejected calls.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import type { EmulatorChannel } from '../src/world.ts'
import { call, fieldErrorsIn } from './helpers/request.ts'

let emulator: DiscordEmulator
let application: string

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0 })
  application = emulator.world.application.id
})

afterAll(() => emulator.close())

const messages = (channel: EmulatorChannel) => `/channels/${channel.id}/messages`

describe('any call', () => {
  test('requires the token: 401', async () => {
    expect(await call(emulator, 'GET', '/users/@me', undefined, 'wrong')).toEqual({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    })
    expect(await call(emulator, 'GET', '/gateway/bot', undefined, '')).toMatchObject({ status: 401 })
  })

  test('to an unknown route is rejected with 404', async () => {
    expect(await call(emulator, 'GET', '/nowhere')).toEqual({
      status: 404,
      body: { message: '404: Not Found', code: 0 },
    })
  })

  test('to another version is rejected with 50041', async () => {
    const answer = await fetch(`${emulator.apiUrl}/v6/users/@me`)
    expect(await answer.json()).toMatchObject({ code: 50041 })
  })

  test('with broken JSON is rejected with 50109', async () => {
    const answer = await fetch(`${emulator.apiUrl}/v10${messages(emulator.world.channels.general)}`, {
      method: 'POST',
      headers: { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' },
      body: '{',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 50109 })
  })

  test('is logged', async () => {
    await call(emulator, 'POST', messages(emulator.world.channels.general), { content: 'logged' })
    expect(emulator.log.calls.at(-1)).toMatchObject({
      method: 'POST',
      path: messages(emulator.world.channels.general),
      body: { content: 'logged' },
      status: 200,
      response: { content: 'logged' },
    })
  })
})

describe('the bot', () => {
  test('has a gateway on loopback', async () => {
    const { body } = await call(emulator, 'GET', '/gateway/bot')
    expect(body).toMatchObject({ shards: 1, session_start_limit: { max_concurrency: 1 } })
    expect(body['url']).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/)
  })

  test('has a user and an application with an owner', async () => {
    expect((await call(emulator, 'GET', '/users/@me')).body).toMatchObject({ id: application, bot: true })
    expect((await call(emulator, 'GET', '/applications/@me')).body).toMatchObject({
      id: application,
      owner: { username: 'operator' },
      team: null,
      integration_types_config: { '0': {}, '1': {} },
    })
  })

  test('can belong to a team', async () => {
    const { operator, moderator } = emulator.world.users
    const memberIds = [operator.id, moderator.id]
    emulator.world.application.team = { id: '1', name: 'Team', ownerId: operator.id, memberIds }
    expect((await call(emulator, 'GET', '/oauth2/applications/@me')).body).toMatchObject({
      owner: { id: '1', username: 'team1' },
      team: {
        owner_user_id: operator.id,
        members: [{ user: { username: 'operator' } }, { membership_state: 2 }],
      },
    })
    emulator.world.application.team = null
  })

  test('finds users, servers and channels', async () => {
    const { users, guilds, channels } = emulator.world
    expect((await call(emulator, 'GET', `/users/${users.member.id}`)).body).toMatchObject({
      username: 'member',
    })
    expect((await call(emulator, 'GET', '/users/1')).body).toMatchObject({ code: 10013 })
    expect((await call(emulator, 'GET', `/guilds/${guilds.home.id}`)).body).toMatchObject({ name: 'Home' })
    expect((await call(emulator, 'GET', `/guilds/${guilds.otherGuild.id}`)).body).toMatchObject({
      code: 10004,
    })
    expect((await call(emulator, 'GET', `/channels/${channels.general.id}`)).body).toMatchObject({
      name: 'general',
    })
    expect((await call(emulator, 'GET', '/channels/1')).body).toMatchObject({ code: 10003 })
    expect((await call(emulator, 'GET', '/users/@me/guilds')).body).toMatchObject([{ name: 'Home' }])
  })
})

describe('commands', () => {
  const command = (name: string, more: object = {}) => ({ name, description: 'd', ...more })

  test('keep their id when they are registered again', async () => {
    const path = `/applications/${application}/commands`
    const { body: before } = await call(emulator, 'PUT', path, [command('one'), command('two')])
    const { body: after } = await call(emulator, 'PUT', path, [
      command('two', { description: 'e' }),
      command('three'),
    ])
    const id = (list: unknown, index: number) => (list as { id: string }[])[index]?.id
    expect(id(after, 0)).toBe(id(before, 1))
    expect((await call(emulator, 'GET', path)).body).toMatchObject([
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

  test('are created, read, edited and deleted individually', async () => {
    const path = `/applications/${application}/guilds/${emulator.world.guilds.home.id}/commands`
    const created = await call(emulator, 'POST', path, command('one'))
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'one', guild_id: emulator.world.guilds.home.id },
    })
    expect(await call(emulator, 'POST', path, command('one'))).toMatchObject({ status: 200 })
    const commandPath = `${path}/${String(created.body['id'])}`
    expect((await call(emulator, 'PATCH', commandPath, { description: 'e' })).body).toMatchObject({
      name: 'one',
      description: 'e',
    })
    expect((await call(emulator, 'PATCH', commandPath, { name: 'uno' })).body).toMatchObject({
      id: created.body['id'],
      name: 'uno',
    })
    expect(fieldErrorsIn(await call(emulator, 'PATCH', commandPath, { description: '' }))).toEqual([
      ['description', 'BASE_TYPE_BAD_LENGTH'],
    ])
    expect((await call(emulator, 'GET', commandPath)).body).toMatchObject({ description: 'e' })
    expect(await call(emulator, 'DELETE', commandPath)).toMatchObject({ status: 204 })
    expect((await call(emulator, 'GET', commandPath)).body).toMatchObject({ code: 10063 })
  })

  test('are limited to this application and the servers that installed it', async () => {
    expect((await call(emulator, 'GET', '/applications/1/commands')).body).toMatchObject({ code: 20012 })
    const otherGuild = `/applications/${application}/guilds/${emulator.world.guilds.otherGuild.id}/commands`
    expect((await call(emulator, 'PUT', otherGuild, [])).body).toMatchObject({ code: 50001 })
  })
})
