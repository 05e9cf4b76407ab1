// Every limit from both sides, over real HTTP: the largest that passes, the smallest that is refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { choiceRows, numberChoiceRows } from './validation/choices.ts'
import { commandRows, countRows } from './validation/commands.ts'
import { componentsV2Rows } from './validation/components-v2.ts'
import { componentRows } from './validation/components.ts'
import { embedRows } from './validation/embeds.ts'
import { menuRows } from './validation/menus.ts'
import { messageRows } from './validation/messages.ts'
import { modalRows } from './validation/modals.ts'
import { optionRows } from './validation/options.ts'
import { type Answer, call, newestInteraction, problemsIn } from './helpers/request.ts'

let emulator: DiscordEmulator
let commands: string

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0 })
  commands = `/applications/${emulator.world.application.id}/commands`
  // These stay: the rows of commands are put into a server.
  await call(emulator, 'PUT', commands, [
    {
      name: 'ask',
      description: 'Asks.',
      options: [
        { type: 3, name: 'text', description: 'Text.', autocomplete: true },
        { type: 4, name: 'number', description: 'Number.', autocomplete: true },
      ],
    },
  ])
})

afterAll(() => emulator.close())

const post = (payload: unknown) =>
  call(emulator, 'POST', `/channels/${emulator.world.channels.general.id}/messages`, payload)

const put = (list: unknown) => {
  const { application, guilds } = emulator.world
  return call(emulator, 'PUT', `/applications/${application.id}/guilds/${guilds.home.id}/commands`, list)
}

function expectRefusal(answer: Answer, at: string, code: string): void {
  expect(problemsIn(answer)).toEqual([[at, code]])
  expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } })
}

test.each([...embedRows, ...componentRows, ...menuRows, ...componentsV2Rows, ...messageRows])(
  'a message: $limit ($page)',
  async ({ passes, refused, at, code }) => {
    expectRefusal(await post(refused), at, code)
    expect(await post(passes)).toMatchObject({ status: 200 })
  },
)

test.each(modalRows)('a modal: $limit ($page)', async ({ passes, refused, at, code }) => {
  const seen = emulator.runCommand('/ask')
  const { callback } = newestInteraction(emulator)
  expectRefusal(await call(emulator, 'POST', callback, { type: 9, data: refused }), `data.${at}`, code)
  expect(await call(emulator, 'POST', callback, { type: 9, data: passes })).toMatchObject({ status: 204 })
  expect(await seen).toMatchObject({ type: 'modal' })
})

test.each([
  ...choiceRows.map((row) => ({ typed: '/ask text:a', ...row })),
  ...numberChoiceRows.map((row) => ({ typed: '/ask number:1', ...row })),
])('autocomplete: $limit ($page)', async ({ typed, passes, refused, at, code }) => {
  const choices = emulator.autocomplete(typed)
  const { callback } = newestInteraction(emulator)
  expectRefusal(await call(emulator, 'POST', callback, { type: 8, data: refused }), `data.${at}`, code)
  expect(await call(emulator, 'POST', callback, { type: 8, data: passes })).toMatchObject({ status: 204 })
  expect({ choices: await choices }).toEqual(passes)
})

test.each([...commandRows, ...optionRows])(
  'commands: $limit ($page)',
  async ({ passes, refused, at, code }) => {
    expectRefusal(await put(refused), at, code)
    expect(await put(passes)).toMatchObject({ status: 200 })
  },
)

test.each(countRows)('commands: $limit ($page)', async ({ passes, refused }) => {
  expect(await put(refused)).toMatchObject({ status: 400, body: { code: 30032 } })
  expect(await put(passes)).toMatchObject({ status: 200 })
})
