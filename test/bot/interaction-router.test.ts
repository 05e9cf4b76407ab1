import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { messageIn, renderedText, startTestBot } from '../helpers/test-bot.ts'

const { emulator, log } = await startTestBot({
  commandsDirectory: join(import.meta.dirname, '../fixtures/commands'),
  emulator: { initialResponseTimeoutMs: 30_000 },
})

/** The log lines of an action, once its interaction has been logged. */
async function linesOf(action: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  await vi.waitUntil(
    () => log.filter(({ msg }) => msg === 'interaction').length === emulator.log.interactions.length,
    10_000,
  )
  const before = log.length
  await action()
  await vi.waitUntil(() => log.slice(before).some(({ msg }) => msg === 'interaction'), 10_000)
  return log.slice(before)
}

test('a user error is shown ephemerally, verbatim, and does not count as a failure', async () => {
  const lines = await linesOf(async () => {
    const seen = await emulator.runCommand('/trying action:refuse')
    expect(seen).toMatchObject({ type: 'message', ephemeral: true })
    expect(renderedText(seen)).toBe('That cannot be answered. Ask for something else.')
  })
  expect(lines).toMatchObject([{ level: 30, msg: 'interaction', outcome: 'user_error' }])
})

test.each(['crash', 'stray', 'nothing', 'broken', 'overflow'])(
  'after "%s" the user gets one calm line with the error code from the log',
  async (action) => {
    const lines = await linesOf(async () => {
      const seen = await emulator.runCommand(`/trying action:${action}`)
      expect(seen).toMatchObject({ type: 'message', ephemeral: true })
      const code =
        /^Something went wrong on my side\. If it happens again, report it with code (\d+)\.$/.exec(
          renderedText(seen),
        )?.[1]
      expect(code).toBe(seen.interactionId)
    })
    expect(lines).toMatchObject([{ level: 50, msg: 'unhandled error in handler' }, { outcome: 'error' }])
    expect(new Set(lines.map(({ id }) => id))).toEqual(new Set([emulator.log.interactions.at(-1)?.id]))
  },
)

test('a failing button click leaves the card and informs the user', async () => {
  const card = await emulator.runCommand('/trying action:well')
  expect(renderedText(card)).toBe('@everyone well')
  expect(messageIn(card).mention_everyone).toBe(false)
  const seen = await emulator.as('moderator').clickButton(card, 'Crash')
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(seen)).toMatch(/^Something went wrong on my side/)
})

test('a button of a removed command says so', async () => {
  const card = await emulator.runCommand('/trying action:well')
  const seen = await emulator.clickButton(card, 'Gone')
  expect(renderedText(seen)).toBe('That command or button no longer exists. Type / to see what I can answer.')
})

test('choices are truncated to Discord’s limits', async () => {
  const choices = await emulator.autocomplete('/trying action:a')
  expect(choices).toHaveLength(25)
  expect(choices[3]?.name).toMatch(/^3 (long )+long…$/)
})

test('failing autocomplete returns no choices', async () => {
  const lines = await linesOf(async () =>
    expect(await emulator.autocomplete('/trying action:crash')).toEqual([]),
  )
  expect(lines).toMatchObject([
    { level: 50, msg: 'autocomplete failed' },
    { kind: 'autocomplete', outcome: 'error' },
  ])
})

test('neither user input nor an interaction token reaches the log, even after a crash', async () => {
  emulator.faults.failWith(500, { match: /callback/, count: 10 })
  await emulator.runCommand('/trying action:my secret plan')
  emulator.faults.clear()
  await emulator.runCommand('/trying action:broken')
  const everything = JSON.stringify(log)
  for (const { payload } of emulator.log.interactions) expect(everything).not.toContain(payload['token'])
  expect(everything).not.toContain('secret plan')
  expect(everything).not.toContain(emulator.token)
})
