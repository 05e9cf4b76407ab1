// An interaction that Discord delivers twice, at once or after its answer: one effect, and no failure.
import { afterEach, expect, test, vi } from 'vitest'
import { openState } from '../src/state/state.ts'
import { messageIn, runBot, textOf } from './running-bot.ts'

const { sandbox, log, databaseDirectory } = await runBot({ sandbox: { answerWithinMs: 1500 } })
const { faults } = sandbox
const times = ['at once', 'late'] as const

afterEach(() => faults.clear())

/** The outcomes that the log has of an interaction, once there are as many. */
async function outcomesOf(id: string, count = 2): Promise<unknown[]> {
  return vi.waitFor(() => {
    const lines = log.filter((line) => line['id'] === id && line['msg'] === 'interaction')
    expect(lines).toHaveLength(count)
    return lines.map(({ outcome }) => outcome).toSorted()
  })
}

function stored<Value>(read: (state: ReturnType<typeof openState>) => Value): Value {
  const state = openState(databaseDirectory)
  try {
    return read(state)
  } finally {
    state.close()
  }
}

test.each(times)('a command: answered once, %s', async (when) => {
  faults.duplicateInteractions(1, when)
  const seen = await sandbox.run('/alliance name:NATO')
  expect(await outcomesOf(seen.interactionId)).toEqual(['answered', 'duplicate'])
})

test.each(times)('a report: filed once, %s', async (when) => {
  const before = stored((state) => state.reports.open(0).count)
  const form = await sandbox.click(await sandbox.run('/alliance name:NATO'), 'Report an error')
  const [fact = ''] = /[a-z0-9-]+\/[a-z0-9-]+/.exec(JSON.stringify(form).split('"options"')[1] ?? '') ?? []
  faults.duplicateInteractions(1, when)
  const seen = await sandbox.submit(form, { fact, text: 'It is said otherwise elsewhere.' })
  expect(await outcomesOf(seen.interactionId)).toEqual(['answered', 'duplicate'])
  expect(stored((state) => state.reports.open(0).count)).toBe(before + 1)
})

test.each(times)('a shared card: posted once, %s', async (when) => {
  const card = await sandbox.run('/alliance name:NATO private:true')
  faults.duplicateInteractions(1, when)
  const kept = await sandbox.click(card, 'Share')
  expect(await sandbox.next(kept)).toMatchObject({ type: 'message', private: false })
  expect(await outcomesOf(kept.interactionId)).toEqual(['answered', 'duplicate'])
  const posted = sandbox.log.messages.filter(
    ({ interaction_metadata: by, embeds }) => by?.id === kept.interactionId && embeds.length > 0,
  )
  expect(posted).toHaveLength(1)
})

test.each(times)('a choice in Find facts: answered once, %s', async (when) => {
  const message = await sandbox.say('NATO and AUKUS')
  const found = await sandbox.messageMenu('Find facts', message)
  faults.duplicateInteractions(1, when)
  const chosen = await sandbox.choose(found, 'NATO')
  expect(await outcomesOf(chosen.interactionId)).toEqual(['answered', 'duplicate'])
  expect(sandbox.log.messages.filter(({ nonce }) => nonce === chosen.interactionId)).toHaveLength(1)
})

test.each(times)('autocomplete: no failure, %s', async (when) => {
  faults.duplicateInteractions(1, when)
  const { length } = log
  expect(await sandbox.complete('/alliance name:nat')).not.toEqual([])
  await vi.waitFor(() => {
    expect(log.slice(length).map(({ outcome }) => outcome)).toContain('duplicate')
  })
})

test('two Deletes at once: the card goes, and neither says that something went wrong', async () => {
  const card = await sandbox.run('/alliance name:NATO')
  const deleted = await Promise.all([sandbox.click(card, 'Delete'), sandbox.click(card, 'Delete')])
  expect(deleted.map(({ type }) => type)).toContain('deleted')
  for (const { interactionId } of deleted) expect(await outcomesOf(interactionId, 1)).toEqual(['answered'])
})

test('none of all this is a failure, and names not found are counted once', async () => {
  faults.duplicateInteractions(3)
  for (let n = 0; n < 3; n++) await sandbox.run('/alliance name:Wakandan Pact private:true')
  const status = await sandbox.as('operator').run('/admin status')
  expect(textOf(status)).toContain(', 0 failed')
  expect(textOf(status)).not.toContain('interactions failed')
  expect(textOf(status)).toMatch(/wakandan pact.*3/i)
  expect(messageIn(status)).toBeDefined()
  expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
})
