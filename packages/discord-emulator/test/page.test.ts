// The page's server, without a browser: who may come in, what it serves, and what it refuses.
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
    page: { tries: [{ type: '/do', shows: 'What is done' }] },
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

const strangers = [
  'evil.example',
  'evil.example:4780',
  'localhost.evil.example',
  '127.0.0.1.nip.io',
  '127.0.0.2',
  '0.0.0.0',
  '[::2]',
]
const neighbours = [
  'localhost',
  'localhost:8080',
  '127.0.0.1',
  '127.0.0.1:1',
  '[::1]',
  '[::1]:4780',
  'LOCALHOST',
]

test.each(neighbours)('as %s it answers', async (host) => {
  expect(await ask('/', { host })).toBe(200)
  expect(await ask('/', { origin: `http://${host}` })).toBe(200)
  expect(await ask('/', { origin: `https://${host}` })).toBe(200)
})

test.each(strangers)('as "%s" it refuses, page and API', async (host) => {
  for (const path of ['/', '/page/scene', '/page/wire', '/api/v10/gateway', '/attachments/1/2/3'])
    expect(await ask(path, { host })).toBe(403)
})

test.each([...strangers.map((host) => `https://${host}`), 'null', 'file://', 'chrome-extension://localhost'])(
  'to a page of "%s" it refuses',
  async (origin) => {
    expect(await ask('/page/act', { origin }, { method: 'POST' })).toBe(403)
    expect(await ask('/page/faults', { origin }, { method: 'POST' })).toBe(403)
  },
)

test.each<[what: string, headers: Record<string, string>, opens: boolean]>([
  ['a bot, which has no Origin', {}, true],
  ['a page of its own', { origin: 'http://localhost:4780' }, true],
  ['another site', { origin: 'https://evil.example' }, false],
  ['a name that leads here', { host: 'evil.example' }, false],
])('the gateway and %s', async (_what, headers, opens) => {
  const socket = new WebSocket(`${emulator.pageUrl.replace('http', 'ws')}gateway?v=10`, { headers })
  const opened = await new Promise((resolve) => {
    socket.on('open', () => resolve(true)).on('error', () => resolve(false))
  })
  socket.terminate()
  expect(opened).toBe(opens)
})

test('it loads nothing from elsewhere, and its policy says so', async () => {
  const page = await fetch(emulator.pageUrl)
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.+frame-ancestors 'none'/)
  expect(await page.text()).not.toMatch(/(src|href)="(https?:)?\/\//)
  const script = await fetch(new URL('page/page.js', emulator.pageUrl))
  expect(script.headers.get('content-type')).toContain('javascript')
})

const act = async (one: object, who: object = {}) => {
  const body = JSON.stringify({ person: 'member', place: 'general', act: one, ...who })
  const answer = await fetch(new URL('page/act', emulator.pageUrl), { method: 'POST', body })
  return (await answer.json()) as { type: string; why?: string }
}
const use = (more: object = {}) => ({
  type: 'use',
  command: commandNamed('do'),
  path: [],
  values: {},
  ...more,
})
const commandNamed = (name: string) => {
  const put = emulator.log.calls.find(({ method }) => method === 'PUT')?.answer as {
    id: string
    name: string
  }[]
  return put.find((one) => one.name === name)?.id
}

test.each<[what: string, act: () => object, why: RegExp]>([
  ['a command that is gone', () => use({ command: '1' }), /no longer there/],
  ['an option that does not exist', () => use({ values: { constructor: 'x' } }), /has no option constructor/],
  ['a subcommand that does not exist', () => use({ path: ['x'] }), /There is no \/do x/],
  ['a command for moderators', () => use({ command: commandNamed('admin') }), /does not offer admin/],
  [
    'an option without autocomplete',
    () => ({ ...use(), type: 'complete', focused: 'what' }),
    /no autocomplete/,
  ],
  ['a message that is gone', () => ({ type: 'click', message: '1', button: 'x' }), /message is gone/],
  ['a form that was never opened', () => ({ type: 'submit', interaction: '1', answers: {} }), /too long ago/],
  ['an empty message', () => ({ type: 'say', text: ' ' }), /empty message/],
  ['a message that is too long', () => ({ type: 'say', text: 'x'.repeat(2001) }), /2000 or fewer/],
  ['something unknown', () => ({ type: 'fly' }), /no such thing/],
])('%s is refused with a sentence', async (_what, one, why) => {
  const outcome = await act(one())
  expect(outcome.type).toBe('refused')
  expect(outcome.why).toMatch(why)
})

test.each(['nobody', '__proto__', 'toString'])('nobody is called %s', async (person) => {
  expect(await act({ type: 'clear' }, { person })).toMatchObject({ type: 'refused' })
  expect((await fetch(new URL(`page/view?person=${person}&place=general`, emulator.pageUrl))).status).toBe(
    404,
  )
})

test('a body that is no JSON is refused, and the server lives on', async () => {
  const answer = await fetch(new URL('page/act', emulator.pageUrl), { method: 'POST', body: '{' })
  expect(answer.status).toBe(400)
  expect((await fetch(emulator.pageUrl)).status).toBe(200)
})

test('what a bot uploads is never run as a page', async () => {
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

test('without being asked for, there is no page', async () => {
  const plain = await startDiscordEmulator({ port: 0 })
  expect((await fetch(plain.pageUrl)).status).toBe(404)
  await plain.close()
})
