// What an interaction's token writes over plain REST: edits, follow-ups and removals, until it ends.
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DiscordEmulator, type DiscordEmulatorOptions, startDiscordEmulator } from '../src/server.ts'
import { call, newestInteraction, problemsIn } from './helpers/request.ts'

let emulator: DiscordEmulator

async function start(options: Partial<DiscordEmulatorOptions> = {}): Promise<void> {
  emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 200, ...options })
  await call(emulator, 'PUT', `/applications/${emulator.world.application.id}/commands`, [
    {
      name: 'ask',
      description: 'Asks.',
      options: [{ type: 3, name: 'for', description: 'x', autocomplete: true }],
    },
  ])
}

beforeEach(() => start())
afterEach(() => emulator.close())

const message = (content: string, more: object = {}) => ({ type: 4, data: { content, ...more } })
const button = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] }

/** Sends a command and gives the paths to answer it. */
function ask(as: Pick<DiscordEmulator, 'runCommand'> = emulator) {
  const seen = as.runCommand('/ask')
  return { seen, ...newestInteraction(emulator) }
}

const answer = (path: string, body: unknown) => call(emulator, 'POST', path, body, '')

describe('the token', () => {
  test('writes nothing before the first answer: 10015', async () => {
    const { callback, webhook, seen } = ask()
    expect(await answer(webhook, { content: 'early' })).toMatchObject({ status: 404, body: { code: 10015 } })
    expect(
      await call(emulator, 'PATCH', `${webhook}/messages/@original`, { content: 'x' }, ''),
    ).toMatchObject({
      status: 404,
      body: { code: 10015 },
    })
    await answer(callback, message('x'))
    await seen
  })

  test('reads, edits, follows up and removes', async () => {
    const { callback, webhook, seen } = ask()
    await answer(callback, message('one'))
    const original = `${webhook}/messages/%40original`
    expect((await call(emulator, 'GET', original)).body).toMatchObject({ content: 'one', type: 20 })
    await call(emulator, 'PATCH', original, { content: 'two' }, '')
    const { body } = await answer(webhook, { content: 'three', flags: 64 })
    await call(emulator, 'PATCH', `${webhook}/messages/${String(body['id'])}`, { content: 'four' }, '')
    expect(await call(emulator, 'DELETE', original, undefined, '')).toMatchObject({ status: 204 })
    expect(await call(emulator, 'GET', original)).toMatchObject({ status: 404, body: { code: 10008 } })
    const first = await seen
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

  test('reaches only its own messages: 10008', async () => {
    const said = await emulator.sendMessage('mine')
    const { callback, webhook } = ask()
    await answer(callback, message('x'))
    expect(await call(emulator, 'DELETE', `${webhook}/messages/${said.id}`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    })
  })

  test('ends: 401 with 50027', async () => {
    await emulator.close()
    await start({ interactionTokenTtlMs: 100 })
    const { callback, webhook } = ask()
    await answer(callback, message('x'))
    await wait(110)
    expect(await answer(webhook, { content: 'late' })).toMatchObject({ status: 401, body: { code: 50027 } })
    expect(await answer(`${webhook}-wrong`, { content: 'x' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    })
  })

  test('of an app that only the person installed has five follow-ups', async () => {
    const { callback, webhook } = ask(emulator.as('userInstaller').in('otherGuild'))
    await answer(callback, message('x'))
    for (let n = 1; n <= 5; n++)
      expect(await answer(webhook, { content: `${n}` })).toMatchObject({ status: 200 })
    expect(await answer(webhook, { content: '6' })).toMatchObject({ status: 400, body: { code: 40094 } })
  })

  test('of an app that the server installed has more', async () => {
    const { callback, webhook } = ask(emulator.as('userInstaller'))
    await answer(callback, message('x'))
    for (let n = 1; n <= 6; n++)
      expect(await answer(webhook, { content: `${n}` })).toMatchObject({ status: 200 })
  })
})

test('an app that only the person installed speaks privately where outside apps may not speak', async () => {
  const { callback, webhook, seen } = ask(emulator.as('userInstaller').in('otherGuildNoExternalApps'))
  await answer(callback, message('x'))
  expect(await seen).toMatchObject({ type: 'message', ephemeral: true, message: { flags: 64 } })
  expect((await answer(webhook, { content: 'y' })).body).toMatchObject({ flags: 64 })
})

describe('a deferred answer', () => {
  test('is filled by the first follow-up, its privacy kept', async () => {
    const { callback, webhook, seen } = ask()
    await answer(callback, { type: 5, data: { flags: 64 } })
    expect((await call(emulator, 'GET', `${webhook}/messages/@original`)).body).toMatchObject({
      flags: 64 | 128,
    })
    await answer(webhook, { content: 'done' })
    expect(await seen).toMatchObject({
      type: 'message',
      ephemeral: true,
      message: { content: 'done', flags: 64 },
    })
  })

  test('is not filled by nothing: 50006', async () => {
    const { callback, webhook, seen } = ask()
    await answer(callback, { type: 5 })
    const original = `${webhook}/messages/@original`
    expect(await call(emulator, 'PATCH', original, {}, '')).toMatchObject({
      status: 400,
      body: { code: 50006 },
    })
    await call(emulator, 'PATCH', original, { content: 'x' }, '')
    await seen
  })

  test('that never comes fails when the token ends', async () => {
    await emulator.close()
    await start({ interactionTokenTtlMs: 300 })
    const { callback, seen } = ask()
    await answer(callback, { type: 5 })
    expect(await seen).toMatchObject({ type: 'failed', reason: 'The application did not respond' })
  })

  test('of a button shows nothing when nothing comes', async () => {
    const { callback, seen } = ask()
    await answer(callback, message('x', { components: [button] }))
    const clicked = emulator.clickButton(await seen, 'Go')
    await answer(newestInteraction(emulator).callback, { type: 6 })
    expect(await clicked).toMatchObject({ type: 'none' })
  })
})

describe('an edit', () => {
  test('leaves what it does not name and clears what is null', async () => {
    const { callback, webhook, seen } = ask()
    await answer(callback, message('x', { embeds: [{ title: 't' }], components: [button] }))
    await seen
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

  test('turns a message into Components V2 only when its old fields are cleared', async () => {
    const { callback, webhook, seen } = ask()
    await answer(callback, message('x'))
    await seen
    const original = `${webhook}/messages/@original`
    const v2 = { flags: 1 << 15, components: [{ type: 10, content: 'c' }] }
    expect(problemsIn(await call(emulator, 'PATCH', original, v2, ''))).toEqual([
      ['content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ])
    expect(await call(emulator, 'PATCH', original, { ...v2, content: null }, '')).toMatchObject({
      status: 200,
    })
    expect(problemsIn(await call(emulator, 'PATCH', original, { content: 'back' }, ''))).toEqual([
      ['content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ])
  })
})

describe('limits hold at every door', () => {
  const long = { content: 'x'.repeat(2001) }
  test('answer, update, edit, follow-up, channel', async () => {
    const { callback, webhook, seen } = ask()
    expect(problemsIn(await answer(callback, { type: 4, data: long }))).toEqual([
      ['data.content', 'BASE_TYPE_MAX_LENGTH'],
    ])
    await answer(callback, message('x', { components: [button] }))
    const clicked = emulator.clickButton(await seen, 'Go')
    const update = newestInteraction(emulator).callback
    expect(problemsIn(await answer(update, { type: 7, data: long }))).toEqual([
      ['data.content', 'BASE_TYPE_MAX_LENGTH'],
    ])
    await answer(update, { type: 7, data: {} })
    await clicked
    const channel = `/channels/${emulator.world.channels.general.id}/messages`
    const doors = [
      await call(emulator, 'PATCH', `${webhook}/messages/@original`, long, ''),
      await answer(webhook, long),
      await call(emulator, 'POST', channel, long),
    ]
    expect(doors.map(problemsIn)).toEqual(doors.map(() => [['content', 'BASE_TYPE_MAX_LENGTH']]))
  })
})
