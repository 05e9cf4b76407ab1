// Both sides of every limit, over real HTTP: the largest accepted value and the smallest rejected one.
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
import { type RestResponse, call, newestInteraction, fieldErrorsIn } from './helpers/request.ts'

let emulator: DiscordEmulator
let commands: string

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0 })
  commands = `/applications/${emulator.world.application.id}/commands`
  // Global commands, which remain: the command rows are registered in a guild.
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

const registerCommands = (list: unknown) => {
  const { application, guilds } = emulator.world
  return call(emulator, 'PUT', `/applications/${application.id}/guilds/${guilds.home.id}/commands`, list)
}

function expectRejection(answer: RestResponse, at: string, code: string): void {
  expect(fieldErrorsIn(answer)).toEqual([[at, code]])
  expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } })
}

test.each([...embedRows, ...componentRows, ...menuRows, ...componentsV2Rows, ...messageRows])(
  'a message: $limit ($page)',
  async ({ accepted, rejected, at, code }) => {
    expectRejection(await post(rejected), at, code)
    expect(await post(accepted)).toMatchObject({ status: 200 })
  },
)

test.each(modalRows)('a modal: $limit ($page)', async ({ accepted, rejected, at, code }) => {
  const response = emulator.runCommand('/ask')
  const { callback } = newestInteraction(emulator)
  expectRejection(await call(emulator, 'POST', callback, { type: 9, data: rejected }), `data.${at}`, code)
  expect(await call(emulator, 'POST', callback, { type: 9, data: accepted })).toMatchObject({ status: 204 })
  expect(await response).toMatchObject({ type: 'modal' })
})

test.each([
  ...choiceRows.map((row) => ({ input: '/ask text:a', ...row })),
  ...numberChoiceRows.map((row) => ({ input: '/ask number:1', ...row })),
])('autocomplete: $limit ($page)', async ({ input, accepted, rejected, at, code }) => {
  const choices = emulator.autocomplete(input)
  const { callback } = newestInteraction(emulator)
  expectRejection(await call(emulator, 'POST', callback, { type: 8, data: rejected }), `data.${at}`, code)
  expect(await call(emulator, 'POST', callback, { type: 8, data: accepted })).toMatchObject({ status: 204 })
  expect({ choices: await choices }).toEqual(accepted)
})

test.each([...commandRows, ...optionRows])(
  'commands: $limit ($page)',
  async ({ accepted, rejected, at, code }) => {
    expectRejection(await registerCommands(rejected), at, code)
    expect(await registerCommands(accepted)).toMatchObject({ status: 200 })
  },
)

test.each(countRows)('commands: $limit ($page)', async ({ accepted, rejected }) => {
  expect(await registerCommands(rejected)).toMatchObject({ status: 400, body: { code: 30032 } })
  expect(await registerCommands(accepted)).toMatchObject({ status: 200 })
})
