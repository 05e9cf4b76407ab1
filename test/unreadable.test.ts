// What discord.js cannot parse: nothing ends the process, and whatever can be answered is answered, once.
import { afterEach, describe, expect, test } from 'vitest'
import type { InteractionPayload } from '../src/sandbox/faults.ts'
import type { Seen } from '../src/sandbox/seen.ts'
import { messageIn, runBot, textOf } from './running-bot.ts'

const { sandbox } = await runBot()
const { faults } = sandbox
const calmLine = /^Something went wrong on my side\. If it happens again, report code (\d+)\.$/

afterEach(async () => {
  faults.clear()
  const seen = await sandbox.run('/alliance name:NATO')
  expect(messageIn(seen).embeds[0]?.title).toBe('NATO')
})

/** The next interaction as `change` leaves it. */
function altered(change: (payload: InteractionPayload) => void): void {
  faults.alterInteractions((payload) => {
    change(payload)
    return payload
  })
}

/** How many callbacks Discord took for an interaction. */
function takenAnswers({ interactionId }: Seen): number {
  return sandbox.log.calls.filter(
    ({ path, status }) => path.includes(`/interactions/${interactionId}/`) && status < 300,
  ).length
}

describe('polls', () => {
  test.each(['general', 'dm', 'abroad'] as const)('Find facts reads a poll, in %s', async (place) => {
    const here = sandbox.as('traveller').at(place)
    const message = await here.poll('Is NATO older than AUKUS?', ['Yes', 'No, RIMPAC is'])
    const text = textOf(await here.messageMenu('Find facts', message))
    expect(text).toContain('**NATO** is an alliance')
    expect(text).toContain('**AUKUS**')
    expect(text).toContain('**RIMPAC**')
  })

  test('Find facts reads a forwarded poll', async () => {
    const message = await sandbox.forward(await sandbox.poll('NATO?', ['Yes']))
    expect(textOf(await sandbox.messageMenu('Find facts', message))).toContain('**NATO** is an alliance')
  })

  test('Show sources says that a poll is not a card', async () => {
    const message = await sandbox.poll('NATO?', ['Yes'])
    const seen = await sandbox.messageMenu('Show sources', message)
    expect(messageIn(seen).content).toMatch(/^This message is not mine/)
  })
})

test.each(['entitlements', 'authorizing_integration_owners', 'app_permissions', 'locale', 'channel'])(
  'without %s it answers as usual',
  async (field) => {
    altered((payload) => Reflect.deleteProperty(payload, field))
    const seen = await sandbox.run('/alliance name:NATO')
    expect(messageIn(seen).embeds[0]?.title).toBe('NATO')
  },
)

test.each([
  ['no member', (payload: InteractionPayload) => Reflect.deleteProperty(payload, 'member')],
  ['an unknown type', (payload: InteractionPayload) => (payload['type'] = 99)],
  ['an unknown kind of command', (payload: InteractionPayload) => (payload['data'] = { type: 99 })],
])('with %s it gives one calm line', async (_what, change) => {
  altered(change)
  const seen = await sandbox.run('/alliance name:NATO')
  expect(seen).toMatchObject({ type: 'message', private: true })
  expect(calmLine.exec(messageIn(seen).content)?.[1]).toBe(seen.interactionId)
  expect(takenAnswers(seen)).toBe(1)
})
