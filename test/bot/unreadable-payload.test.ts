// Payloads that discord.js cannot parse: the process survives, and whatever can be answered is answered exactly once.
import { Events, GatewayDispatchEvents, Status } from 'discord.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { InteractionPayload, ObservedResponse } from 'discord-emulator'
import { headingOf, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator, bot, log } = await startTestBot()
const { faults } = emulator
const calmLine = /^Something went wrong on my side\. If it happens again, report it with code (\d+)\.$/

afterEach(async () => {
  faults.clear()
  const seen = await emulator.runCommand('/alliance name:NATO')
  expect(headingOf(seen)).toBe('NATO')
})

/** The next interaction, modified by `change`. */
function altered(change: (payload: InteractionPayload) => void): void {
  faults.mutateInteractions((payload) => {
    change(payload)
    return payload
  })
}

/** The number of callbacks that Discord accepted for an interaction. */
function takenAnswers({ interactionId }: ObservedResponse): number {
  return emulator.log.calls.filter(
    ({ path, status }) => path.includes(`/interactions/${interactionId}/`) && status < 300,
  ).length
}

describe('polls', () => {
  test.each(['general', 'dm', 'otherGuild'] as const)('Find facts reads a poll, in %s', async (place) => {
    const here = emulator.as('userInstaller').in(place)
    const message = await here.poll('Is NATO older than AUKUS?', ['Yes', 'No, RIMPAC is'])
    const text = renderedText(await here.runMessageCommand('Find facts', message))
    expect(text).toContain('**NATO** An alliance')
    expect(text).toContain('**AUKUS**')
    expect(text).toContain('**RIMPAC**')
  })

  test('Find facts reads a forwarded poll', async () => {
    const message = await emulator.forward(await emulator.poll('NATO?', ['Yes']))
    expect(renderedText(await emulator.runMessageCommand('Find facts', message))).toContain(
      '**NATO** An alliance',
    )
  })

  test('Show sources says that a poll is not a card', async () => {
    const message = await emulator.poll('NATO?', ['Yes'])
    const seen = await emulator.runMessageCommand('Show sources', message)
    expect(renderedText(seen)).toMatch(/^That message isn't mine/)
  })
})

test.each(['entitlements', 'authorizing_integration_owners', 'app_permissions', 'locale', 'channel'])(
  'an interaction without %s is answered normally',
  async (field) => {
    altered((payload) => Reflect.deleteProperty(payload, field))
    const seen = await emulator.runCommand('/alliance name:NATO')
    expect(headingOf(seen)).toBe('NATO')
  },
)

test.each([
  ['no member', (payload: InteractionPayload) => Reflect.deleteProperty(payload, 'member')],
  ['an unknown type', (payload: InteractionPayload) => (payload['type'] = 99)],
  ['an unknown kind of command', (payload: InteractionPayload) => (payload['data'] = { type: 99 })],
])('with %s it gives one calm line', async (_what, change) => {
  altered(change)
  const seen = await emulator.runCommand('/alliance name:NATO')
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  expect(calmLine.exec(renderedText(seen))?.[1]).toBe(seen.interactionId)
  expect(takenAnswers(seen)).toBe(1)
})

test('unreadable autocomplete gets no choices', async () => {
  altered((payload) => Reflect.deleteProperty(payload, 'member'))
  expect(await emulator.autocomplete('/alliance name:na')).toEqual([])
  altered((payload) => (payload['data'] = { name: 'alliance', options: [null] }))
  expect(await emulator.autocomplete('/alliance name:na')).toEqual([])
})

test('a modal with unreadable fields gets the generic error, and an unknown command type is reported as unknown', async () => {
  const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NORAD'), 'More')
  const modal = await emulator.clickButton(more, 'Report an error')
  const [, fact = ''] = /"value":"([^"]+)"/.exec(JSON.stringify(modal)) ?? []
  altered((payload) => (payload['data'] = { custom_id: 7, components: [] }))
  const seen = await emulator.submitModal(modal, { fact, text: 'It says otherwise.' })
  expect(renderedText(seen)).toMatch(calmLine)
  altered((payload) => (payload['data'] = { type: 2, name: 'Inspect', target_id: '1', resolved: {} }))
  expect(renderedText(await emulator.runCommand('/help'))).toMatch(
    /^That command (or button )?no longer exists/,
  )
})

test('the second copy of a duplicate delivery is neither answered nor counted as a failure', async () => {
  faults.duplicateInteractions()
  altered((payload) => (payload['type'] = 99))
  const seen = await emulator.runCommand('/alliance name:NATO')
  await vi.waitFor(() => {
    const lines = log.filter(({ id, msg }) => id === seen.interactionId && msg === 'interaction')
    expect(lines.map(({ outcome }) => outcome)).toEqual(['error', 'duplicate'])
  })
  expect(emulator.log.calls.filter(({ path }) => path.includes(`/${seen.interactionId}/`))).toHaveLength(1)
})

test('the status counts unreadable payloads as failures', async () => {
  const failures = async () => {
    const seen = await emulator.as('operator').runCommand('/admin status')
    return Number(/interactions?, (\d+) failed/.exec(renderedText(seen))?.[1])
  }
  const before = await failures()
  altered((payload) => (payload['type'] = 99))
  await emulator.runCommand('/alliance name:NATO')
  expect(await failures()).toBe(before + 1)
})

const unreadable = 'dropped an unreadable payload'

test('each kind is logged once, by type and without its content', async () => {
  const before = log.length
  for (let time = 0; time < 3; time++) {
    altered((payload) => {
      payload['type'] = 98
      payload['app_permissions'] = 'a secret'
    })
    await emulator.runCommand('/alliance name:NATO')
    altered((payload) => {
      payload['data'] = { type: 2 }
      payload['app_permissions'] = 'a secret'
    })
    await emulator.runCommand('/alliance name:NATO')
  }
  const lines = log.slice(before).filter(({ msg }) => msg === unreadable)
  expect(lines).toMatchObject([
    {
      level: 50,
      event: 'INTERACTION_CREATE',
      type: 98,
      commandType: 1,
      reason: 'unknown interaction type',
    },
    {
      level: 50,
      event: 'INTERACTION_CREATE',
      type: 2,
      commandType: 2,
      reason: expect.stringContaining('RangeError') as string,
    },
  ])
  expect(lines[0]?.['id']).toMatch(/^\d+$/)
  const everything = JSON.stringify(log)
  expect(everything).not.toContain('secret')
  for (const { payload } of emulator.log.interactions) expect(everything).not.toContain(payload['token'])
})

describe('the gateway', () => {
  const odd = [null, {}, { id: null, user: null, guild_id: '300000000000000001' }, [], 'text', 7]
  const events = [...Object.values(GatewayDispatchEvents), 'A_FUTURE_EVENT', 'error', '', null, 7]

  test.each(events.map((event) => [event]))('sends %s without its data', async (event) => {
    for (const d of odd) faults.sendPayload({ op: 0, t: event, s: null, d })
    const seen = await emulator.runCommand('/alliance name:NATO')
    expect(takenAnswers(seen)).toBe(1)
  })

  test.each([
    ['nothing', null],
    ['a text', 'text'],
    ['a list', []],
    ['no opcode', {}],
    ['an opcode of the future', { op: 99, d: null }],
    ['an opcode that is none', { op: 'text', d: null }],
    ['a hello without an interval', { op: 10, d: null }],
    ['a heartbeat without a number', { op: 11, d: null }],
  ])('sends %s', async (_what, payload) => {
    faults.sendPayload(payload)
    const seen = await emulator.runCommand('/alliance name:NATO')
    expect(takenAnswers(seen)).toBe(1)
  })

  test('ends the session without saying whether it is resumable: the shard reconnects', async () => {
    const back = new Promise((resolve) => bot.client.once(Events.ShardReady, resolve))
    faults.sendPayload({ op: 9, d: null })
    await back
  })

  test('sends an unreadable event before all shards are ready', async () => {
    bot.client.ws.status = Status.Connecting
    altered((payload) => (payload['data'] = { type: 99 }))
    const first = emulator.runCommand('/alliance name:NATO')
    altered((payload) => Reflect.deleteProperty(payload, 'member'))
    const third = emulator.runCommand('/alliance name:NATO')
    const fourth = emulator.runCommand('/alliance name:NATO')
    await vi.waitUntil(() => log.some(({ id }) => id === emulator.log.interactions.at(-2)?.id), 10_000)
    bot.client.ws.status = Status.Ready
    await emulator.runCommand('/help')
    expect(renderedText(await first)).toMatch(calmLine)
    expect(renderedText(await third)).toMatch(calmLine)
    expect(headingOf(await fourth)).toBe('NATO')
  })
})
