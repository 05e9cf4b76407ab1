// An interaction delivered twice, concurrently or after it was answered, takes effect once and does not fail.
import { Routes } from 'discord.js'
import { afterEach, expect, test, vi } from 'vitest'
import type { ObservedResponse } from 'discord-emulator'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator, bot, log, databaseDirectory } = await startTestBot({
  emulator: { initialResponseTimeoutMs: 6000 },
})
const { faults } = emulator
const operator = emulator.as('operator')
const times = ['at once', 'late'] as const

afterEach(() => faults.clear())

/** The logged outcomes of an interaction, once there are as many as expected. */
async function outcomesOf(id: string, count = 2): Promise<unknown[]> {
  return vi.waitFor(() => {
    const lines = log.filter((line) => line['id'] === id && line['msg'] === 'interaction')
    expect(lines).toHaveLength(count)
    return lines.map(({ outcome }) => outcome).toSorted()
  })
}

async function stored<Value>(
  read: (state: ReturnType<typeof openAppDatabase>) => Promise<Value>,
): Promise<Value> {
  const state = openAppDatabase(databaseDirectory)
  try {
    return await read(state)
  } finally {
    await state.close()
  }
}

test.each(times)('a command is answered once, %s', async (when) => {
  faults.duplicateInteractions(1, when)
  const seen = await emulator.runCommand('/alliance name:NATO')
  expect(await outcomesOf(seen.interactionId)).toEqual(['duplicate', 'ok'])
})

/** A modal to report an error on a card, and the first fact that it offers. */
async function openReport(): Promise<{ modal: ObservedResponse; fact: string }> {
  const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
  const modal = await emulator.clickButton(more, 'Report an error')
  const [fact = ''] = /[a-z0-9-]+\/[a-z0-9-]+/.exec(JSON.stringify(modal).split('"options"')[1] ?? '') ?? []
  return { modal, fact }
}

const countReports = () => stored(async (state) => (await state.reports.open(0)).count)
const countCloses = () =>
  stored(
    async (state) => (await state.latestAudit(100)).filter(({ action }) => action === 'close report').length,
  )

test.each(times)('a report is filed once, %s', async (when) => {
  const before = await countReports()
  const { modal, fact } = await openReport()
  faults.duplicateInteractions(1, when)
  const seen = await emulator.submitModal(modal, { fact, text: `It is said otherwise elsewhere, ${when}.` })
  expect(await outcomesOf(seen.interactionId)).toEqual(['duplicate', 'ok'])
  expect(await countReports()).toBe(before + 1)
})

test.each(times)('a report is closed once, %s', async (when) => {
  const before = await countCloses()
  faults.duplicateInteractions(1, when)
  const reportCard = await operator.runCommand('/admin reports')
  expect(await outcomesOf(reportCard.interactionId)).toEqual(['duplicate', 'ok'])
  faults.duplicateInteractions(1, when)
  const closed = await operator.clickButton(reportCard, 'Close')
  expect(await outcomesOf(closed.interactionId)).toEqual(['duplicate', 'ok'])
  expect(await countCloses()).toBe(before + 1)
})

test('a report closed by two simultaneous clicks is closed once', async () => {
  const before = await countCloses()
  const { modal, fact } = await openReport()
  await emulator.submitModal(modal, { fact, text: 'Both of you may close this one.' })
  const reportCard = await operator.runCommand('/admin reports')
  await Promise.all([operator.clickButton(reportCard, 'Close'), operator.clickButton(reportCard, 'Close')])
  expect(await countCloses()).toBe(before + 1)
})

test.each(times)('More and a modal are opened, and a page is turned, once, %s', async (when) => {
  // A user who has not reached the daily report limit.
  const moderator = emulator.as('moderator')
  let card = await moderator.runCommand('/alliance name:NATO')
  for (const [label, type] of [
    ['More', 'message'],
    ['Next', 'updated'],
    ['Report an error', 'modal'],
  ] as const) {
    faults.duplicateInteractions(1, when)
    const seen = await moderator.clickButton(card, label)
    expect(seen).toMatchObject({ type })
    if (seen.type !== 'modal') card = seen
    expect(await outcomesOf(seen.interactionId)).toEqual(['duplicate', 'ok'])
  }
})

test.each(times)('Delete removes the card, %s', async (when) => {
  const card = await emulator.runCommand('/alliance name:NATO')
  faults.duplicateInteractions(1, when)
  const seen = await emulator.clickButton(card, 'Delete')
  expect(seen).toMatchObject({ type: 'deleted' })
  expect(await outcomesOf(seen.interactionId)).toEqual(['duplicate', 'ok'])
})

test('turning the page of a card deleted meanwhile says so', async () => {
  const card = await emulator.runCommand('/search query:treaty')
  faults.delay(3000, { match: /callback/ })
  const turned = emulator.clickButton(card, 'Next')
  const { channel_id: channel, id } = messageIn(card)
  await bot.client.rest.delete(Routes.channelMessage(channel, id))
  const seen = await turned
  expect(renderedText(seen)).toBe('This card has been deleted. Ask again by name.')
  expect(await outcomesOf(seen.interactionId, 1)).toEqual(['user_error'])
})

test.each(times)('a shared card is posted once, %s', async (when) => {
  const card = await emulator.runCommand('/alliance name:NATO private:true')
  faults.duplicateInteractions(1, when)
  const updated = await emulator.clickButton(card, 'Share')
  expect(await emulator.nextResponse(updated)).toMatchObject({ type: 'message', ephemeral: false })
  expect(await outcomesOf(updated.interactionId)).toEqual(['duplicate', 'ok'])
  const posted = emulator.log.messages.filter(
    ({ interaction_metadata: by, components }) => by?.id === updated.interactionId && components.length > 0,
  )
  expect(posted).toHaveLength(1)
})

test.each(times)('a choice in Find facts is answered once, %s', async (when) => {
  const message = await emulator.sendMessage('NATO and AUKUS')
  const found = await emulator.runMessageCommand('Find facts', message)
  faults.duplicateInteractions(1, when)
  const chosen = await emulator.select(found, 'NATO')
  expect(await outcomesOf(chosen.interactionId)).toEqual(['duplicate', 'ok'])
  expect(emulator.log.messages.filter(({ nonce }) => nonce === chosen.interactionId)).toHaveLength(1)
})

test.each(times)('autocomplete does not fail, %s', async (when) => {
  faults.duplicateInteractions(1, when)
  const { length } = log
  expect(await emulator.autocomplete('/alliance name:nat')).not.toEqual([])
  await vi.waitFor(() => {
    expect(log.slice(length).map(({ outcome }) => outcome)).toContain('duplicate')
  })
})

test('two simultaneous Deletes remove the card, and neither reports an error', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  const deleted = await Promise.all([
    emulator.clickButton(card, 'Delete'),
    emulator.clickButton(card, 'Delete'),
  ])
  expect(deleted.map(({ type }) => type)).toContain('deleted')
  for (const { interactionId } of deleted) expect(await outcomesOf(interactionId, 1)).toEqual(['ok'])
})

test('none of the above counts as a failure, and missed names are counted once', async () => {
  faults.duplicateInteractions(3)
  for (let n = 0; n < 3; n++) await emulator.runCommand('/alliance name:Wakandan Pact private:true')
  const status = await operator.runCommand('/admin status')
  expect(renderedText(status)).toContain(', 0 failed')
  expect(renderedText(status)).not.toContain('interactions failed')
  expect(renderedText(status)).toMatch(/wakandan pact.*3/i)
  expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
})

test('a report resubmitted because its response was lost is filed once', async () => {
  const before = await countReports()
  const { modal, fact } = await openReport()
  const send = async (text: string) => emulator.submitModal(modal, { fact, text })
  faults.failWith(503, { match: /callback/, count: 8 })
  expect(await send('Was this not much later?')).toMatchObject({ type: 'failed' })
  faults.clear()
  const again = await Promise.all([send('Was this not much later?'), send('Was this not much later?')])
  const [first, second] = again.map((seen) => renderedText(seen))
  expect(first).toMatch(/^Thank you\. This is report \d+\./)
  expect(second).toBe(first)
  expect(await countReports()).toBe(before + 1)
  expect(renderedText(await send('Was this not much earlier?'))).not.toBe(first)
  expect(await countReports()).toBe(before + 2)
})
