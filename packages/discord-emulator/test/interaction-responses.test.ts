// The first answer to an interaction over plain REST: once, in its window, and of a type that fits.
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

describe('the first answer', () => {
  test('is accepted once, then refused with 40060', async () => {
    const { callback, seen } = ask()
    expect(await answer(callback, message('one'))).toEqual({ status: 204, body: {} })
    expect(await answer(callback, message('two'))).toMatchObject({ status: 400, body: { code: 40060 } })
    expect(await seen).toMatchObject({ type: 'message', message: { content: 'one' } })
  })

  test('is refused with 10062 after its window', async () => {
    const { callback, seen } = ask()
    expect(await seen).toMatchObject({ type: 'failed' })
    await wait(10)
    expect(await answer(callback, message('late'))).toMatchObject({ status: 404, body: { code: 10062 } })
  })

  test('is refused with 10062 for a wrong token', async () => {
    const { callback, seen } = ask()
    const wrong = callback.replace(/[^/]+\/callback$/, 'wrong/callback')
    expect(await answer(wrong, message('x'))).toMatchObject({ status: 404, body: { code: 10062 } })
    await answer(callback, message('right'))
    await seen
  })

  test('may be given again after a refusal', async () => {
    const { callback, seen } = ask()
    expect(await answer(callback, message(''))).toMatchObject({ status: 400, body: { code: 50006 } })
    expect(await answer(callback, { type: 4 })).toMatchObject({ status: 400, body: { code: 50006 } })
    await answer(callback, message('now'))
    expect(await seen).toMatchObject({ message: { content: 'now' } })
  })

  test('comes back with with_response', async () => {
    const { callback } = ask()
    const { status, body } = await answer(`${callback}?with_response=true`, message('hi', { flags: 64 }))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      interaction: { type: 2, response_message_loading: false, response_message_ephemeral: true },
      resource: { type: 4, message: { content: 'hi', flags: 64 } },
    })
  })

  test.each([
    { kind: 'a command', type: 6, fits: '4, 5, 9' },
    { kind: 'a command', type: 7, fits: '4, 5, 9' },
    { kind: 'a command', type: 8, fits: '4, 5, 9' },
  ])('must fit $kind: not $type', async ({ type, fits }) => {
    const { callback, seen } = ask()
    const refused = await answer(callback, { type, data: { content: 'x', choices: [] } })
    expect(refused.body).toMatchObject({
      code: 50035,
      errors: {
        type: { _errors: [{ code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${fits}}.` }] },
      },
    })
    await answer(callback, message('x'))
    await seen
  })

  test('must fit autocomplete: only choices', async () => {
    const choices = emulator.autocomplete('/ask for:x')
    const { callback } = newestInteraction(emulator)
    expect(problemsIn(await answer(callback, message('x')))).toEqual([['type', 'BASE_TYPE_CHOICES']])
    await answer(callback, { type: 8, data: { choices: [] } })
    expect(await choices).toEqual([])
  })

  test('must fit a form: no second form, and an update only where a message opened it', async () => {
    const form = {
      type: 9,
      data: { custom_id: 'f', title: 't', components: [{ type: 10, content: 'Just read.' }] },
    }
    const { callback, seen } = ask()
    await answer(callback, form)
    const sent = emulator.submitModal(await seen, {})
    const submitted = newestInteraction(emulator).callback
    expect(problemsIn(await answer(submitted, form))).toEqual([['type', 'BASE_TYPE_CHOICES']])
    expect(problemsIn(await answer(submitted, { type: 7, data: {} }))).toEqual([
      ['type', 'BASE_TYPE_CHOICES'],
    ])
    await answer(submitted, message('with a button', { components: [button] }))
    const clicked = emulator.clickButton(await sent, 'Go')
    await answer(newestInteraction(emulator).callback, form)
    const again = emulator.submitModal(await clicked, {})
    await answer(newestInteraction(emulator).callback, { type: 7, data: { content: 'updated' } })
    expect(await again).toMatchObject({ type: 'updated', message: { content: 'updated' } })
  })
})
