// Every interaction with each of its fields missing or null in turn, and with every current or future Discord type.
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { mutationsOf, type InteractionPayload, type Message } from 'discord-emulator'
import { headingOf, renderedText, startTestBot } from '../helpers/test-bot.ts'
import { runs, sample } from '../helpers/fuzz.ts'

let clock = Date.parse('2026-06-01T12:00:00Z')
const { emulator, log } = await startTestBot({
  now: () => new Date(clock),
  // Many are never answered.
  emulator: { initialResponseTimeoutMs: 3000 },
})
const { faults } = emulator
const atOnce = 40

type Change = (payload: InteractionPayload) => void
type Action = () => Promise<unknown>

let tried = 0
afterAll(() => expect(tried).toBeGreaterThan(runs(2000)))

afterEach(async () => {
  const seen = await emulator.runCommand('/alliance name:NATO')
  expect(headingOf(seen)).toBe('NATO')
  // The prefix of interaction tokens in the emulator.
  expect(JSON.stringify(log)).not.toContain(Buffer.from('interaction:').toString('base64url'))
})

/** Performs an action with its payload changed; resolves to the payload once the user sees a response or a timeout. */
async function act(action: Action, change: Change): Promise<InteractionPayload> {
  let sent: InteractionPayload | undefined
  faults.mutateInteractions((payload) => {
    change(payload)
    return (sent = payload)
  })
  const failure: unknown = await action().catch((error: unknown) => error)
  if (!sent) throw new Error('nothing was sent', { cause: failure })
  return sent
}

/** Tries each change; every payload with an interaction id and a token is answered exactly once. */
async function tryAll(prepare: () => Promise<Action>, allChanges: [name: string, Change][]): Promise<void> {
  const changes = sample(allChanges)
  for (let from = 0; from < changes.length; from += atOnce) {
    const action = await prepare()
    const batch = changes.slice(from, from + atOnce)
    const outcomes = await Promise.all(
      batch.map(async ([name, change]) => ({ name, payload: await act(action, change) })),
    )
    const answered = outcomes.map(({ name, payload: { id, token, type } }) => {
      const isAnswerable = typeof id === 'string' && typeof token === 'string' && type !== 1
      const answers = emulator.log.calls.filter(
        ({ path, status }) =>
          path === `/interactions/${String(id)}/${String(token)}/callback` && status < 300,
      )
      return { name, isAnswerable, answers: answers.length }
    })
    expect(answered).toEqual(
      answered.map(({ name, isAnswerable }) => ({ name, isAnswerable, answers: isAnswerable ? 1 : 0 })),
    )
    tried += batch.length
  }
}

/** User actions, each set up afresh so that whatever it depends on still exists. */
const actions: Record<string, () => Promise<Action>> = {
  'a command': () => Promise.resolve(() => emulator.runCommand('/alliance name:NATO private:true')),
  'a command for someone': () =>
    Promise.resolve(() => emulator.runCommand('/alliance name:NATO for:@moderator')),
  'a command in a direct message': () =>
    Promise.resolve(() => emulator.in('dm').runCommand('/country name:Japan')),
  'a command in another guild': () =>
    Promise.resolve(() => emulator.in('otherGuild').as('userInstaller').runCommand('/alliance name:AUKUS')),
  'a command for operators': () =>
    Promise.resolve(() => emulator.as('operator').runCommand('/admin history')),
  autocomplete: () => Promise.resolve(() => emulator.autocomplete('/compare first:NATO second:anzuz')),
  'a button': async () => {
    const card = await emulator.runCommand('/alliance name:NATO')
    return () => emulator.as('moderator').clickButton(card, 'Sources')
  },
  'a page': async () => {
    const card = await emulator.runCommand('/alliance name:NATO private:true')
    return () => emulator.clickButton(card, 'More')
  },
  'a page turn': async () => {
    const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
    return () => emulator.clickButton(more, 'Next')
  },
  'a menu': async () => {
    const menu = await emulator.runCommand('/alliance name:norat private:true')
    return () => emulator.select(menu, 'NORAD')
  },
  'a modal': async () => {
    // Users are limited to a few reports a day.
    clock += 24 * 60 * 60_000
    const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NORAD'), 'More')
    const modal = await emulator.clickButton(more, 'Report an error')
    const [, fact = ''] = /"value":"([^"]+)"/.exec(JSON.stringify(modal)) ?? []
    return () => emulator.submitModal(modal, { fact, text: 'It says otherwise.' })
  },
  'Find facts': async () => {
    const message = await emulator.as('moderator').sendMessage('My essay is about NATO and AUKUS')
    return () => emulator.runMessageCommand('Find facts', message)
  },
  'Find facts on a poll': async () => {
    const message = await emulator.as('moderator').poll('NATO or AUKUS?', ['NATO', 'AUKUS'])
    return () => emulator.runMessageCommand('Find facts', message)
  },
  'Find facts on what was forwarded': async () => {
    const message = await emulator.forward(await emulator.poll('NATO?', ['Yes']))
    return () => emulator.runMessageCommand('Find facts', message)
  },
  'Show sources': async () => {
    const card = await emulator.runCommand('/alliance name:NORAD')
    return () => emulator.runMessageCommand('Show sources', card)
  },
}

test.each(['/compare first:NATO second:', '/country name:', '/search query:'])(
  'autocomplete of %s with a missing option value does not fail',
  async (commandLine) => {
    const whole = await act(
      () => emulator.autocomplete(commandLine),
      () => undefined,
    )
    const changes = mutationsOf(whole).flatMap(({ name }, index) =>
      name.includes('.value ')
        ? [(payload: InteractionPayload) => mutationsOf(payload)[index]?.apply(payload)]
        : [],
    )
    expect(changes.length).toBeGreaterThan(1)
    for (const change of changes) await act(() => emulator.autocomplete(commandLine), change)
    expect(log.filter(({ msg }) => msg === 'autocomplete failed')).toEqual([])
  },
)

test.each(Object.entries(actions))(
  '%s, with each field missing or null',
  { timeout: 120_000 },
  async (_name, prepare) => {
    const whole = await act(await prepare(), () => undefined)
    await tryAll(
      prepare,
      mutationsOf(whole).flatMap(({ name }, index): [string, Change][] =>
        // Autocomplete that is not marked as such is answered with a message, which Discord rejects.
        whole['type'] === 4 && name.startsWith('type ')
          ? []
          : // Ids differ between runs, so it is found by position.
            [[name, (payload) => mutationsOf(payload)[index]?.apply(payload)]],
      ),
    )
  },
)

const types = [...Array.from({ length: 64 }, (_, type) => type), 99, -1, 'text', {}, null]
const ofData = (payload: InteractionPayload) => payload['data'] as InteractionPayload

/** Sets each type at one position of a payload. */
const eachType = (set: (payload: InteractionPayload, type: unknown) => void): [string, Change][] =>
  types.map((type) => [JSON.stringify(type), (payload) => set(payload, type)])

test.each<[what: string, action: string, set: (payload: InteractionPayload, type: unknown) => void]>([
  // Choices are not a valid response to a command.
  ['an interaction', 'a command', (payload, type) => (payload['type'] = type === 4 ? 99 : type)],
  ['a command', 'a command', (payload, type) => (ofData(payload)['type'] = type)],
  [
    'an option',
    'a command',
    (payload, type) => (ofData(payload)['options'] = [{ type, name: 'name', value: 'NATO' }]),
  ],
  [
    'an option with nested options',
    'a command',
    (payload, type) => (ofData(payload)['options'] = [{ type, name: 'x', options: [] }]),
  ],
  ['a component', 'a button', (payload, type) => (ofData(payload)['component_type'] = type)],
  [
    'a component of a modal',
    'a modal',
    (payload, type) => (ofData(payload)['components'] = [{ type, custom_id: 'x' }]),
  ],
  [
    'a labelled component',
    'a modal',
    (payload, type) =>
      (ofData(payload)['components'] = [{ type: 18, component: { type, custom_id: 'x', values: ['x'] } }]),
  ],
  ['a channel', 'a command', (payload, type) => (payload['channel'] = { id: payload['channel_id'], type })],
  [
    'a channel of a direct message',
    'a command in a direct message',
    (payload, type) => (payload['channel'] = { id: payload['channel_id'], type }),
  ],
  ['a context', 'a command', (payload, type) => (payload['context'] = type)],
  [
    'an installation',
    'a command',
    (payload, type) => (payload['authorizing_integration_owners'] = { [String(type)]: '1' }),
  ],
])('%s of every type', { timeout: 120_000 }, async (_name, action, set) => {
  const prepare = actions[action]
  if (prepare) await tryAll(prepare, eachType(set))
})

/** Message fields that Entente does not read, both as documented by Discord and malformed. */
const extras: [string, object][] = [
  ['call', { call: { participants: [], ended_timestamp: null } }],
  ['activity', { activity: { type: 1 } }],
  ['application', { application: { id: '1', name: 'x' } }],
  ['thread', { thread: { id: '400000000000000002', type: 11, guild_id: '300000000000000001' } }],
  ['stickers', { stickers: [{ id: '1', name: 'x', format_type: 1 }], sticker_items: null }],
  ['reactions', { reactions: [{ count: 1, emoji: { id: null, name: '💥' }, me: false }] }],
  ['mentions', { mentions: [{ id: '1' }, null], mention_roles: null, mention_channels: [{}] }],
  ['role subscription', { role_subscription_data: null }],
  ['purchase', { purchase_notification: { type: 0, guild_product_purchase: null } }],
  ['resolved', { resolved: { members: { 1: {} } } }],
  ['theme', { shared_client_theme: { colors: [] } }],
  ['lobby', { lobby_member: {} }],
  ['interaction', { interaction: { id: '1', type: 2, name: 'x' }, interaction_metadata: {} }],
  ['reference', { message_reference: null, referenced_message: { id: '1', poll: {} } }],
  ['poll', { poll: { question: null, answers: [null, {}], results: {} } }],
  ['snapshots', { message_snapshots: [null, {}, { message: null }, { message: { poll: {} } }] }],
  ['embeds', { embeds: [null, { fields: null }] }],
  ['attachments', { attachments: [null, {}] }],
  ['a field of the future', { hologram: { depth: 3 } }],
]

function inChosen(payload: InteractionPayload, extra: object): void {
  const { messages } = ofData(payload)['resolved'] as { messages: Record<string, Message> }
  for (const message of Object.values(messages)) Object.assign(message, extra)
}

test('Find facts works on messages of every type, with every component and every other field', async () => {
  const components = types.flatMap((type): [string, object][] => [
    [`component ${JSON.stringify(type)}`, { components: [{ type }] }],
    [`inner component ${JSON.stringify(type)}`, { components: [{ type: 17, components: [{ type }] }] }],
    [
      `section of ${JSON.stringify(type)}`,
      { components: [{ type: 9, components: [], accessory: { type } }] },
    ],
  ])
  const kinds = types.map((type): [string, object] => [`message ${JSON.stringify(type)}`, { type }])
  await tryAll(
    () => actions['Find facts']?.() ?? Promise.reject(new Error('there is none')),
    [...extras, ...kinds, ...components].map(([name, extra]) => [
      name,
      (payload) => inChosen(payload, extra),
    ]),
  )
})

test('fields that Entente does not read never prevent an answer', async () => {
  const message = await emulator.as('moderator').sendMessage('My essay is about NATO and AUKUS')
  for (const [name, extra] of extras) {
    faults.mutateInteractions((payload) => {
      inChosen(payload, extra)
      return payload
    })
    const seen = await emulator.runMessageCommand('Find facts', message)
    expect([name, renderedText(seen)]).toEqual([name, expect.stringMatching(/^This message names 2 things/)])
  }
})

test('each error kind is logged once, and each interaction has its own log line', async () => {
  const lines = log.filter(({ msg }) => msg === 'dropped an unreadable payload')
  const kinds = lines.map(({ type, commandType, componentType }) => [type, commandType, componentType].join())
  expect(lines.length).toBeGreaterThan(3)
  expect(new Set(kinds).size).toBe(kinds.length)
  await vi.waitFor(() => {
    const ids = new Set(log.filter(({ msg }) => msg === 'interaction').map(({ id }) => id))
    const missing = emulator.log.interactions.filter(
      ({ payload }) => typeof payload['id'] === 'string' && !ids.has(payload['id']),
    )
    expect(missing).toEqual([])
  })
})
