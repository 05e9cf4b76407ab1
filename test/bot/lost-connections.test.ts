// Losing the connection to Discord at any call: nothing is posted twice, and no unconfirmed outcome is claimed.
import { Routes } from 'discord.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Message, dmChannelOf, type EmulatorUser, type ObservedResponse } from 'discord-emulator'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { allComponents, headingOf, messageIn, renderedText, startTestBot } from '../helpers/test-bot.ts'

/** Days since the first test: users are limited to five reports a day. */
let day = 0
const { emulator, bot, log, databaseDirectory } = await startTestBot({
  emulator: { initialResponseTimeoutMs: 3000 },
  now: () => new Date(Date.UTC(2026, 5, 1 + day)),
})
const { faults, world } = emulator
const operator = emulator.as('operator')

const callback = /^POST .*\/callback/
const followUp = /^POST \/webhooks\//
const edit = /^PATCH \/webhooks\//
const channelMessage = /^POST \/channels\/\d+\/messages/

/** Every way in which a call may end without a response, executed or not. */
const failures: [string, (on: RegExp) => unknown, carriedOut: boolean][] = [
  ['reset', (match) => faults.resetConnection({ match }), false],
  ['closed by the other side', (match) => faults.resetConnection({ match, method: 'close' }), false],
  [
    'reset after the call was executed',
    (match) => faults.resetConnection({ match, afterProcessing: true }),
    true,
  ],
  [
    'closed by the server after the call was executed',
    (match) => faults.resetConnection({ match, afterProcessing: true, method: 'close' }),
    true,
  ],
  [
    'a 502 after the call was executed',
    (match) => faults.failWith(502, { match, afterProcessing: true }),
    true,
  ],
]

afterEach(() => faults.clear())

function labelsOf(seen: ObservedResponse): string[] {
  return allComponents(messageIn(seen).components).flatMap(({ label }) => label ?? [])
}

/** The messages created by an interaction. */
function writtenBy(id: string): Message[] {
  return emulator.log.messages.filter(({ interaction_metadata: by, nonce }) => by?.id === id || nonce === id)
}

/** The cards among them, which errors are not. */
function cardsWrittenBy(id: string): Message[] {
  return writtenBy(id).filter(({ components }) => components.length > 0)
}

async function outcomeOf(id: string): Promise<unknown> {
  const line = () => log.find((entry) => entry['id'] === id && entry['msg'] === 'interaction')
  await vi.waitUntil(line, 5000)
  return line()?.['outcome']
}

const unconfirmed =
  "Discord didn't confirm the card, so I can't tell whether it was posted. If it isn't here, press Share."

describe.each(failures)('a connection that is %s', (_how, fail, carriedOut) => {
  test('during a response: there is exactly one response and no failure', async () => {
    fail(callback)
    const seen = await emulator.runCommand('/alliance name:NATO')
    expect(headingOf(seen)).toBe('NATO')
    expect(await outcomeOf(seen.interactionId)).toBe('ok')
    expect(writtenBy(seen.interactionId)).toHaveLength(1)
  })

  test('during autocomplete: the choices arrive', async () => {
    fail(callback)
    expect(await emulator.autocomplete('/alliance name:nat')).not.toEqual([])
  })

  test('during a click on More and a page turn: the page opens and is turned', async () => {
    const card = await emulator.runCommand('/alliance name:NATO')
    fail(callback)
    const more = await emulator.clickButton(card, 'More')
    expect(more).toMatchObject({ type: 'message', ephemeral: true })
    fail(callback)
    expect(await emulator.clickButton(more, 'Next')).toMatchObject({ type: 'updated' })
  })

  test('during a modal response: the modal opens', async () => {
    const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
    fail(callback)
    expect(await emulator.clickButton(more, 'Report an error')).toMatchObject({ type: 'modal' })
  })

  test('during a deferred response or its edit: the response arrives', async () => {
    for (const on of [callback, edit]) {
      fail(on)
      const seen = await operator.runCommand('/admin history')
      expect(renderedText(seen)).toContain('Revision 1 of 1 is live.')
      expect(await outcomeOf(seen.interactionId)).toBe('ok')
    }
  })

  test('during Delete or the removal itself: the card is removed', async () => {
    for (const on of [callback, /^DELETE /]) {
      const card = await emulator.runCommand('/alliance name:NATO')
      fail(on)
      const seen = await emulator.clickButton(card, 'Delete')
      expect(seen).toMatchObject({ type: 'deleted' })
      expect(await outcomeOf(seen.interactionId)).toBe('ok')
    }
  })

  test('while sharing a card: the requester still has it, and no success is claimed', async () => {
    const card = await emulator.runCommand('/alliance name:NATO private:true')
    fail(followUp)
    const pressed = await emulator.clickButton(card, 'Share')
    let seen = await emulator.nextResponse(pressed)
    if (carriedOut) {
      expect(seen).toMatchObject({ type: 'message', ephemeral: false })
      seen = await emulator.nextResponse(seen)
    }
    expect(seen).toMatchObject({ type: 'updated', ephemeral: true })
    expect(labelsOf(seen)).toContain('Share')
    expect(renderedText(await emulator.nextResponse(seen))).toBe(unconfirmed)
    const posted = cardsWrittenBy(pressed.interactionId)
    expect(posted).toHaveLength(carriedOut ? 1 : 0)

    const again = await emulator.clickButton(seen, 'Share')
    expect(await emulator.nextResponse(again)).toMatchObject({ type: 'message', ephemeral: false })
  })

  test('while posting a card chosen in a disambiguation menu: the requester gets it, and no success is claimed', async () => {
    const menu = await emulator.runCommand('/alliance name:norat')
    fail(followUp)
    let seen = await emulator.nextResponse(await emulator.select(menu, 'NORAD'))
    if (carriedOut) seen = await emulator.nextResponse(seen)
    expect(headingOf(seen)).toBe('NORAD')
    expect(labelsOf(seen)).toContain('Share')
    expect(renderedText(await emulator.nextResponse(seen))).toBe(unconfirmed)
  })

  test('during the Find facts reply: it is posted exactly once', async () => {
    const message = await emulator.sendMessage('What does NATO say about it?')
    const found = await emulator.runMessageCommand('Find facts', message)
    fail(channelMessage)
    const chosen = await emulator.select(found, 'NATO')
    expect(renderedText(chosen)).toBe('Posted.')
    expect(await outcomeOf(chosen.interactionId)).toBe('ok')
    expect(writtenBy(chosen.interactionId)).toHaveLength(1)
    expect(await emulator.nextResponse(chosen)).toMatchObject({ type: 'none' })
  })

  test('during the Find facts follow-up: the requester gets the card, and no success is claimed', async () => {
    const user = emulator.as('userInstaller').in('otherGuild')
    const message = await user.sendMessage('What does NATO say about it?')
    const found = await user.runMessageCommand('Find facts', message)
    fail(followUp)
    let seen = await user.nextResponse(await user.select(found, 'NATO'))
    if (carriedOut) seen = await user.nextResponse(seen)
    expect(labelsOf(seen)).toContain('Share')
    expect(renderedText(await user.nextResponse(seen))).toBe(unconfirmed)
  })

  test('during a direct message to a reporter: it arrives exactly once', async () => {
    for (const on of [/^POST \/users\/@me\/channels/, channelMessage]) {
      const number = await fileReport(`lost ${Math.random()}`)
      const before = (await directMessages(world.users.member)).length
      fail(on)
      const answered = await answerReport(number, 'It is as the article says.')
      expect(renderedText(answered)).toMatch(new RegExp(`^Your answer to report ${number} is sent\\.`))
      expect(await directMessages(world.users.member)).toHaveLength(before + 1)
    }
  })
})

test('nothing is lost if Discord closes the connection between two calls', async () => {
  for (let n = 0; n < 5; n++) {
    const card = await emulator.runCommand('/alliance name:NATO private:true')
    faults.closeIdleConnections()
    const shared = await emulator.nextResponse(await emulator.clickButton(card, 'Share'))
    expect(shared).toMatchObject({ type: 'message', ephemeral: false })
  }
})

test('a Find facts reply that never gets through is not posted by other means', async () => {
  const message = await emulator.sendMessage('What does NATO say about it?')
  const found = await emulator.runMessageCommand('Find facts', message)
  faults.resetConnection({ match: channelMessage, count: Infinity, afterProcessing: true })
  const chosen = await emulator.select(found, 'NATO')
  const updated = await emulator.nextResponse(chosen)
  expect(labelsOf(updated)).toContain('Share')
  expect(renderedText(await emulator.nextResponse(updated))).toBe(unconfirmed)
  expect(cardsWrittenBy(chosen.interactionId)).toHaveLength(1)
})

test('an operator’s answer is saved if the direct message does not get through, and is resent once', async () => {
  const number = await fileReport('It never gets through, I fear.')
  const text = 'We have looked into it: *both* are right.'
  faults.resetConnection({ match: channelMessage, count: Infinity })
  expect(renderedText(await answerReport(number, text))).toBe(
    `Discord did not confirm your answer to report ${number}, so it may or may not have been sent. It is saved: press Answer to send it again.`,
  )
  expect(await stored(number)).toMatchObject({ answer: text, delivered: false })
  faults.clear()
  const modal = await operator.clickButton(await oldestReport(number), 'Answer')
  expect(JSON.stringify(modal)).toContain(text)
  for (let n = 0; n < 2; n++) {
    expect(renderedText(await operator.submitModal(modal, {}))).toMatch(/is sent\. The report stays open/)
  }
  const sent = (await directMessages(world.users.member)).filter(({ content }) => content.includes(text))
  expect(sent).toHaveLength(1)
  expect(await stored(number)).toMatchObject({ answer: text, delivered: true })
})

test('an outage while a response is deferred leaves the modal open, and nothing is sent', async () => {
  const number = await fileReport('An outage comes in between here.')
  const modal = await operator.clickButton(await oldestReport(number), 'Answer')
  faults.resetConnection({ match: callback, count: Infinity })
  expect(await operator.submitModal(modal, { text: 'Lost?' })).toMatchObject({ type: 'failed' })
  expect(await stored(number)).toMatchObject({ answer: null })
})

async function fileReport(text: string): Promise<number> {
  day += 1
  const card = await emulator.runCommand('/alliance name:NORAD')
  const modal = await emulator.clickButton(await emulator.clickButton(card, 'More'), 'Report an error')
  if (modal.type !== 'modal') throw new Error('no modal')
  const fact = /"value":"([a-z0-9-]+\/[a-z0-9-]+)"/.exec(JSON.stringify(modal.modal))?.[1] ?? ''
  const thanks = renderedText(await emulator.submitModal(modal, { fact, text }))
  return Number(/This is report (\d+)\./.exec(thanks)?.[1])
}

/** The report as an operator sees it, with the older ones closed. */
async function oldestReport(number: number): Promise<ObservedResponse> {
  for (;;) {
    const seen = await operator.runCommand('/admin reports')
    if (headingOf(seen) === `Report ${number}`) return seen
    await operator.clickButton(seen, 'Close')
  }
}

async function answerReport(number: number, text: string): Promise<ObservedResponse> {
  return operator.submitModal(await operator.clickButton(await oldestReport(number), 'Answer'), { text })
}

async function directMessages(recipient: EmulatorUser): Promise<Message[]> {
  return (await bot.client.rest.get(Routes.channelMessages(dmChannelOf(recipient).id))) as Message[]
}

async function stored(number: number) {
  const state = openAppDatabase(databaseDirectory)
  try {
    return await state.reports.get(number)
  } finally {
    await state.close()
  }
}
