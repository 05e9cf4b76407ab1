// The initial response to an interaction over plain REST: only once, in time, and of a valid type.
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordEmulator } from '../src/server.ts'
import { button, row } from './helpers/components.ts'
import { ask, messageCallback, post, startWithCommand } from './helpers/interaction.ts'
import { newestInteraction, fieldErrorsIn } from './helpers/request.ts'

let emulator: DiscordEmulator

beforeEach(async () => {
  emulator = await startWithCommand()
})
afterEach(() => emulator.close())

const respond = (path: string, body: unknown) => post(emulator, path, body)

describe('the initial response', () => {
  test('is accepted once, then rejected with 40060', async () => {
    const { callback, response } = ask(emulator)
    expect(await respond(callback, messageCallback('one'))).toEqual({ status: 204, body: {} })
    expect(await respond(callback, messageCallback('two'))).toMatchObject({
      status: 400,
      body: { code: 40060 },
    })
    expect(await response).toMatchObject({ type: 'message', message: { content: 'one' } })
  })

  test('is rejected with 10062 after the timeout', async () => {
    const { callback, response } = ask(emulator)
    expect(await response).toMatchObject({ type: 'failed' })
    await wait(10)
    expect(await respond(callback, messageCallback('late'))).toMatchObject({
      status: 404,
      body: { code: 10062 },
    })
  })

  test('is rejected with 10062 for a wrong token', async () => {
    const { callback, response } = ask(emulator)
    const wrong = callback.replace(/[^/]+\/callback$/, 'wrong/callback')
    expect(await respond(wrong, messageCallback('x'))).toMatchObject({ status: 404, body: { code: 10062 } })
    await respond(callback, messageCallback('right'))
    await response
  })

  test('can be retried after a rejection', async () => {
    const { callback, response } = ask(emulator)
    expect(await respond(callback, messageCallback(''))).toMatchObject({ status: 400, body: { code: 50006 } })
    expect(await respond(callback, { type: 4 })).toMatchObject({ status: 400, body: { code: 50006 } })
    await respond(callback, messageCallback('now'))
    expect(await response).toMatchObject({ message: { content: 'now' } })
  })

  test('is returned with with_response', async () => {
    const { callback } = ask(emulator)
    const { status, body } = await respond(
      `${callback}?with_response=true`,
      messageCallback('hi', { flags: 64 }),
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      interaction: { type: 2, response_message_loading: false, response_message_ephemeral: true },
      resource: { type: 4, message: { content: 'hi', flags: 64 } },
    })
  })

  test.each([
    { kind: 'a command', type: 6, validTypes: '4, 5, 9' },
    { kind: 'a command', type: 7, validTypes: '4, 5, 9' },
    { kind: 'a command', type: 8, validTypes: '4, 5, 9' },
  ])('to $kind cannot be of type $type', async ({ type, validTypes }) => {
    const { callback, response } = ask(emulator)
    const rejected = await respond(callback, { type, data: { content: 'x', choices: [] } })
    expect(rejected.body).toMatchObject({
      code: 50035,
      errors: {
        type: { _errors: [{ code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${validTypes}}.` }] },
      },
    })
    await respond(callback, messageCallback('x'))
    await response
  })

  test('to autocomplete can only be choices', async () => {
    const choices = emulator.autocomplete('/ask for:x')
    const { callback } = newestInteraction(emulator)
    expect(fieldErrorsIn(await respond(callback, messageCallback('x')))).toEqual([
      ['type', 'BASE_TYPE_CHOICES'],
    ])
    await respond(callback, { type: 8, data: { choices: [] } })
    expect(await choices).toEqual([])
  })

  test('to a modal cannot be another modal, and can be an update only if a message opened it', async () => {
    const modal = {
      type: 9,
      data: { custom_id: 'f', title: 't', components: [{ type: 10, content: 'Just read.' }] },
    }
    const { callback, response } = ask(emulator)
    await respond(callback, modal)
    const submission = emulator.submitModal(await response, {})
    const callbackOfModal = newestInteraction(emulator).callback
    expect(fieldErrorsIn(await respond(callbackOfModal, modal))).toEqual([['type', 'BASE_TYPE_CHOICES']])
    expect(fieldErrorsIn(await respond(callbackOfModal, { type: 7, data: {} }))).toEqual([
      ['type', 'BASE_TYPE_CHOICES'],
    ])
    await respond(callbackOfModal, messageCallback('with a button', { components: [row(button('Go'))] }))
    const clicked = emulator.clickButton(await submission, 'Go')
    await respond(newestInteraction(emulator).callback, modal)
    const secondSubmission = emulator.submitModal(await clicked, {})
    await respond(newestInteraction(emulator).callback, { type: 7, data: { content: 'updated' } })
    expect(await secondSubmission).toMatchObject({ type: 'updated', message: { content: 'updated' } })
  })
})
