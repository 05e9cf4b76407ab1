// An interaction's token over plain REST: edits, follow-ups and deletions, until it expires.
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordEmulator } from '../src/server.ts'
import { button, row } from './helpers/components.ts'
import { ask, messageCallback, post, startWithCommand } from './helpers/interaction.ts'
import { call, newestInteraction, fieldErrorsIn } from './helpers/request.ts'

let emulator: DiscordEmulator

beforeEach(async () => {
  emulator = await startWithCommand()
})
afterEach(() => emulator.close())

const respond = (path: string, body: unknown) => post(emulator, path, body)

describe('the token', () => {
  test('is rejected with 10015 before the initial response', async () => {
    const { callback, webhook, response } = ask(emulator)
    expect(await respond(webhook, { content: 'early' })).toMatchObject({ status: 404, body: { code: 10015 } })
    expect(
      await call(emulator, 'PATCH', `${webhook}/messages/@original`, { content: 'x' }, ''),
    ).toMatchObject({
      status: 404,
      body: { code: 10015 },
    })
    await respond(callback, messageCallback('x'))
    await response
  })

  test('reads, edits and deletes messages, and creates follow-ups', async () => {
    const { callback, webhook, response } = ask(emulator)
    await respond(callback, messageCallback('one'))
    const original = `${webhook}/messages/%40original`
    expect((await call(emulator, 'GET', original)).body).toMatchObject({ content: 'one', type: 20 })
    await call(emulator, 'PATCH', original, { content: 'two' }, '')
    const { body } = await respond(webhook, { content: 'three', flags: 64 })
    await call(emulator, 'PATCH', `${webhook}/messages/${String(body['id'])}`, { content: 'four' }, '')
    expect(await call(emulator, 'DELETE', original, undefined, '')).toMatchObject({ status: 204 })
    expect(await call(emulator, 'GET', original)).toMatchObject({ status: 404, body: { code: 10008 } })
    const first = await response
    const second = await emulator.nextResponse(first)
    const third = await emulator.nextResponse(second)
    const fourth = await emulator.nextResponse(third)
    const fifth = await emulator.nextResponse(fourth)
    expect([first, second, third, fourth, fifth, await emulator.nextResponse(fifth)]).toMatchObject([
      { type: 'message', ephemeral: false, message: { content: 'one' } },
      { type: 'updated', ephemeral: false, message: { content: 'two' } },
      { type: 'message', ephemeral: true, message: { content: 'three' } },
      { type: 'updated', ephemeral: true, message: { content: 'four' } },
      { type: 'deleted', message: { content: 'two' } },
      { type: 'none' },
    ])
  })

  test('is rejected with 10008 for messages of others', async () => {
    const userMessage = await emulator.sendMessage('mine')
    const { callback, webhook } = ask(emulator)
    await respond(callback, messageCallback('x'))
    expect(await call(emulator, 'DELETE', `${webhook}/messages/${userMessage.id}`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    })
  })

  test('is rejected with 401 and 50027 after it expires', async () => {
    await emulator.close()
    emulator = await startWithCommand({ interactionTokenTtlMs: 100 })
    const { callback, webhook } = ask(emulator)
    await respond(callback, messageCallback('x'))
    await wait(110)
    expect(await respond(webhook, { content: 'late' })).toMatchObject({ status: 401, body: { code: 50027 } })
    expect(await respond(`${webhook}-wrong`, { content: 'x' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    })
  })

  test('of an app that only the user installed allows five follow-ups', async () => {
    const { callback, webhook } = ask(emulator, emulator.as('userInstaller').in('otherGuild'))
    await respond(callback, messageCallback('x'))
    for (let n = 1; n <= 5; n++)
      expect(await respond(webhook, { content: `${n}` })).toMatchObject({ status: 200 })
    expect(await respond(webhook, { content: '6' })).toMatchObject({ status: 400, body: { code: 40094 } })
  })

  test('of an app that the server installed allows more', async () => {
    const { callback, webhook } = ask(emulator, emulator.as('userInstaller'))
    await respond(callback, messageCallback('x'))
    for (let n = 1; n <= 6; n++)
      expect(await respond(webhook, { content: `${n}` })).toMatchObject({ status: 200 })
  })
})

test('responses of an app that only the user installed are ephemeral without the permission for external apps', async () => {
  const { callback, webhook, response } = ask(
    emulator,
    emulator.as('userInstaller').in('otherGuildNoExternalApps'),
  )
  await respond(callback, messageCallback('x'))
  expect(await response).toMatchObject({ type: 'message', ephemeral: true, message: { flags: 64 } })
  expect((await respond(webhook, { content: 'y' })).body).toMatchObject({ flags: 64 })
})

describe('a deferred response', () => {
  test('is filled by the first follow-up and stays ephemeral', async () => {
    const { callback, webhook, response } = ask(emulator)
    await respond(callback, { type: 5, data: { flags: 64 } })
    expect((await call(emulator, 'GET', `${webhook}/messages/@original`)).body).toMatchObject({
      flags: 64 | 128,
    })
    await respond(webhook, { content: 'done' })
    expect(await response).toMatchObject({
      type: 'message',
      ephemeral: true,
      message: { content: 'done', flags: 64 },
    })
  })

  test('rejects an empty edit with 50006', async () => {
    const { callback, webhook, response } = ask(emulator)
    await respond(callback, { type: 5 })
    const original = `${webhook}/messages/@original`
    expect(await call(emulator, 'PATCH', original, {}, '')).toMatchObject({
      status: 400,
      body: { code: 50006 },
    })
    await call(emulator, 'PATCH', original, { content: 'x' }, '')
    await response
  })

  test('that is never filled fails when the token expires', async () => {
    await emulator.close()
    emulator = await startWithCommand({ interactionTokenTtlMs: 300 })
    const { callback, response } = ask(emulator)
    await respond(callback, { type: 5 })
    expect(await response).toMatchObject({ type: 'failed', reason: 'The application did not respond' })
  })

  test('to a button shows nothing if no edit follows', async () => {
    const { callback, response } = ask(emulator)
    await respond(callback, messageCallback('x', { components: [row(button('Go'))] }))
    const clicked = emulator.clickButton(await response, 'Go')
    await respond(newestInteraction(emulator).callback, { type: 6 })
    expect(await clicked).toMatchObject({ type: 'none' })
  })
})

describe('an edit', () => {
  test('leaves omitted fields unchanged and clears null fields', async () => {
    const { callback, webhook, response } = ask(emulator)
    await respond(
      callback,
      messageCallback('x', { embeds: [{ title: 't' }], components: [row(button('Go'))] }),
    )
    await response
    const original = `${webhook}/messages/@original`
    const edit = async (body: object) => (await call(emulator, 'PATCH', original, body, '')).body
    expect(await edit({ components: [] })).toMatchObject({
      content: 'x',
      embeds: [{ title: 't' }],
      components: [],
    })
    expect(await edit({ content: null })).toMatchObject({ content: '', embeds: [{ title: 't' }] })
    expect(await edit({ embeds: [] })).toMatchObject({ code: 50006 })
  })

  test('changes a message to Components V2 only if it clears the legacy fields', async () => {
    const { callback, webhook, response } = ask(emulator)
    await respond(callback, messageCallback('x'))
    await response
    const original = `${webhook}/messages/@original`
    const v2 = { flags: 1 << 15, components: [{ type: 10, content: 'c' }] }
    expect(fieldErrorsIn(await call(emulator, 'PATCH', original, v2, ''))).toEqual([
      ['content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ])
    expect(await call(emulator, 'PATCH', original, { ...v2, content: null }, '')).toMatchObject({
      status: 200,
    })
    expect(fieldErrorsIn(await call(emulator, 'PATCH', original, { content: 'back' }, ''))).toEqual([
      ['content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ])
  })
})

describe('limits apply to every endpoint', () => {
  const long = { content: 'x'.repeat(2001) }
  test('initial response, update, edit, follow-up, channel message', async () => {
    const { callback, webhook, response } = ask(emulator)
    expect(fieldErrorsIn(await respond(callback, { type: 4, data: long }))).toEqual([
      ['data.content', 'BASE_TYPE_MAX_LENGTH'],
    ])
    await respond(callback, messageCallback('x', { components: [row(button('Go'))] }))
    const clicked = emulator.clickButton(await response, 'Go')
    const update = newestInteraction(emulator).callback
    expect(fieldErrorsIn(await respond(update, { type: 7, data: long }))).toEqual([
      ['data.content', 'BASE_TYPE_MAX_LENGTH'],
    ])
    await respond(update, { type: 7, data: {} })
    await clicked
    const channel = `/channels/${emulator.world.channels.general.id}/messages`
    const answers = [
      await call(emulator, 'PATCH', `${webhook}/messages/@original`, long, ''),
      await respond(webhook, long),
      await call(emulator, 'POST', channel, long),
    ]
    expect(answers.map(fieldErrorsIn)).toEqual(answers.map(() => [['content', 'BASE_TYPE_MAX_LENGTH']]))
  })
})
