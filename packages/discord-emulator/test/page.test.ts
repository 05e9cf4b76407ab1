// The page's server, without a browser: which origins it accepts, what it serves, and what it rejects.
import { type RequestOptions, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { type Bot, startBot } from './helpers/example-bot.ts'

let emulator: DiscordEmulator
let bot: Bot

beforeAll(async () => {
  emulator = await startDiscordEmulator({
    port: 0,
    page: { suggestions: [{ input: '/do', description: 'What it does' }] },
  })
  bot = await startBot(emulator, [
    {
      type: 1,
      name: 'do',
      description: 'Does it.',
      options: [{ type: 3, name: 'what', description: 'What.' }],
    },
    { type: 1, name: 'admin', description: 'For moderators.', default_member_permissions: '32' },
  ])
})

afterAll(async () => {
  await bot.close()
  await emulator.close()
})

/** What a browser would not let a script send: any Host, any Origin. */
function ask(path: string, headers: Record<string, string>, options: RequestOptions = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  request(new URL(path, emulator.pageUrl), { headers, ...options }, (answer) => {
    answer.resume()
    resolve(answer.statusCode)
  })
    .on('error', reject)
    .end()
  return promise
}

const foreignHosts = [
  'evil.example',
  'evil.example:4780',
  'localhost.evil.example',
  '127.0.0.1.nip.io',
  '127.0.0.2',
  '0.0.0.0',
  '[::2]',
]
const localHosts = [
  'localhost',
  'localhost:8080',
  '127.0.0.1',
  '127.0.0.1:1',
  '[::1]',
  '[::1]:4780',
  'LOCALHOST',
]

test.each(localHosts)('accepts the host %s', async (host) => {
  expect(await ask('/', { host })).toBe(200)
  expect(await ask('/', { origin: `http://${host}` })).toBe(200)
  expect(await ask('/', { origin: `https://${host}` })).toBe(200)
})

test.each(foreignHosts)('rejects the host "%s", on the page and the API', async (host) => {
  for (const path of ['/', '/page/state', '/page/interactions', '/api/v10/gateway', '/attachments/1/2/3'])
    expect(await ask(path, { host })).toBe(403)
})

test.each([
  ...foreignHosts.map((host) => `https://${host}`),
  'null',
  'file://',
  'chrome-extension://localhost',
])('rejects the origin "%s"', async (origin) => {
  expect(await ask('/page/actions', { origin }, { method: 'POST' })).toBe(403)
  expect(await ask('/page/faults', { origin }, { method: 'POST' })).toBe(403)
})

test.each<[what: string, headers: Record<string, string>, opens: boolean]>([
  ['a bot, which has no Origin', {}, true],
  ['its own page', { origin: 'http://localhost:4780' }, true],
  ['another site', { origin: 'https://evil.example' }, false],
  ['a name that resolves to this machine', { host: 'evil.example' }, false],
])('the gateway and %s', async (_what, headers, opens) => {
  const socket = new WebSocket(`${emulator.pageUrl.replace('http', 'ws')}gateway?v=10`, { headers })
  const opened = await new Promise((resolve) => {
    socket.on('open', () => resolve(true)).on('error', () => resolve(false))
  })
  socket.terminate()
  expect(opened).toBe(opens)
})

test('loads nothing from other hosts, enforced by its content security policy', async () => {
  const page = await fetch(emulator.pageUrl)
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.+frame-ancestors 'none'/)
  expect(await page.text()).not.toMatch(/(src|href)="(https?:)?\/\//)
  const script = await fetch(new URL('page/page.js', emulator.pageUrl))
  expect(script.headers.get('content-type')).toContain('javascript')
})

const perform = async (action: object, viewer: object = {}) => {
  const body = JSON.stringify({ user: 'member', channel: 'general', action, ...viewer })
  const response = await fetch(new URL('page/actions', emulator.pageUrl), { method: 'POST', body })
  return (await response.json()) as { type: string; reason?: string }
}
const runCommand = (overrides: object = {}) => ({
  type: 'runCommand',
  commandId: commandIdOf('do'),
  path: [],
  values: {},
  ...overrides,
})
const commandIdOf = (name: string) => {
  const registered = emulator.log.calls.find(({ method }) => method === 'PUT')?.response as {
    id: string
    name: string
  }[]
  return registered.find((command) => command.name === name)?.id
}

test.each<[what: string, action: () => object, reason: RegExp]>([
  ['a command that no longer exists', () => runCommand({ commandId: '1' }), /no longer exists/],
  [
    'an option that does not exist',
    () => runCommand({ values: { constructor: 'x' } }),
    /has no option constructor/,
  ],
  ['a subcommand that does not exist', () => runCommand({ path: ['x'] }), /There is no \/do x/],
  ['a command for moderators', () => runCommand({ commandId: commandIdOf('admin') }), /does not offer admin/],
  [
    'an option without autocomplete',
    () => ({ ...runCommand(), type: 'autocomplete', focused: 'what' }),
    /no autocomplete/,
  ],
  [
    'a message that no longer exists',
    () => ({ type: 'clickButton', messageId: '1', customId: 'x' }),
    /message is gone/,
  ],
  [
    'a modal that was never opened',
    () => ({ type: 'submitModal', interactionId: '1', fields: {} }),
    /too long ago/,
  ],
  ['an empty message', () => ({ type: 'sendMessage', content: ' ' }), /empty message/],
  ['a message that is too long', () => ({ type: 'sendMessage', content: 'x'.repeat(2001) }), /2000 or fewer/],
  ['an unknown action', () => ({ type: 'fly' }), /no such action/],
])('%s is rejected with a reason', async (_what, action, reason) => {
  const outcome = await perform(action())
  expect(outcome.type).toBe('rejected')
  expect(outcome.reason).toMatch(reason)
})

test.each(['nobody', '__proto__', 'toString'])('there is no user %s', async (user) => {
  expect(await perform({ type: 'clearChannel' }, { user })).toMatchObject({ type: 'rejected' })
  expect((await fetch(new URL(`page/view?user=${user}&channel=general`, emulator.pageUrl))).status).toBe(404)
})

test('a body that is not JSON is rejected, and the server keeps running', async () => {
  const answer = await fetch(new URL('page/actions', emulator.pageUrl), { method: 'POST', body: '{' })
  expect(answer.status).toBe(400)
  expect((await fetch(emulator.pageUrl)).status).toBe(200)
})

test('an uploaded HTML page cannot run scripts', async () => {
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ files: [{ attachment: Buffer.from('<script>1</script>'), name: 'a.html' }] })
  })
  const seen = await emulator.runCommand('/do')
  const url = 'message' in seen ? (seen.message.attachments[0]?.url ?? '') : ''
  const file = await fetch(url)
  expect(file.headers.get('content-security-policy')).toContain('sandbox')
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
})

test('there is no page unless it is requested', async () => {
  const plain = await startDiscordEmulator({ port: 0 })
  expect((await fetch(plain.pageUrl)).status).toBe(404)
  await plain.close()
})
