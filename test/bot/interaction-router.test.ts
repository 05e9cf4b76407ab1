import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { messageIn, runBot } from '../helpers/test-bot.ts'

const { sandbox, log } = await runBot({
  commandsDirectory: join(import.meta.dirname, '../fixtures/commands'),
  sandbox: { initialResponseTimeoutMs: 500 },
})

/** The log lines that one deed leaves, once its interaction has been logged. */
async function linesOf(deed: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  await vi.waitUntil(
    () => log.filter(({ msg }) => msg === 'interaction').length === sandbox.log.interactions.length,
  )
  const before = log.length
  await deed()
  await vi.waitUntil(() => log.slice(before).some(({ msg }) => msg === 'interaction'))
  return log.slice(before)
}

test('a refusal is shown privately as it is written, and is no error', async () => {
  const lines = await linesOf(async () => {
    const seen = await sandbox.runCommand('/trying deed:refuse')
    expect(seen).toMatchObject({ type: 'message', private: true })
    expect(messageIn(seen).content).toBe('That cannot be answered. Ask for something else.')
  })
  expect(lines).toMatchObject([{ level: 30, msg: 'interaction', outcome: 'refused' }])
})

test.each(['crash', 'stray', 'nothing', 'broken'])(
  'after "%s" the user gets one calm line with the code that the log has',
  async (deed) => {
    const lines = await linesOf(async () => {
      const seen = await sandbox.runCommand(`/trying deed:${deed}`)
      expect(seen).toMatchObject({ type: 'message', private: true })
      const code = /^Something went wrong on my side\. If it happens again, report code (\d+)\.$/.exec(
        messageIn(seen).content,
      )?.[1]
      expect(code).toBe(seen.interactionId)
    })
    expect(lines).toMatchObject([{ level: 50, msg: 'the command failed' }, { outcome: 'failed' }])
    expect(new Set(lines.map(({ id }) => id))).toEqual(new Set([sandbox.log.interactions.at(-1)?.id]))
  },
)

test('a failing press leaves the card and tells the presser', async () => {
  const card = await sandbox.runCommand('/trying deed:well')
  expect(messageIn(card)).toMatchObject({ content: '@everyone well', mention_everyone: false })
  const seen = await sandbox.as('moderator').clickButton(card, 'Crash')
  expect(seen).toMatchObject({ type: 'message', private: true })
  expect(messageIn(seen).content).toMatch(/^Something went wrong on my side/)
})

test('a button of a command that is gone says so', async () => {
  const card = await sandbox.runCommand('/trying deed:well')
  const seen = await sandbox.clickButton(card, 'Gone')
  expect(messageIn(seen).content).toBe(
    'I no longer know this command or button. Type / to see what I can answer.',
  )
})

test('choices are held to Discord’s limits', async () => {
  const choices = await sandbox.autocomplete('/trying deed:a')
  expect(choices).toHaveLength(25)
  expect(choices[3]?.name).toMatch(/^3 (long )+long…$/)
})

test('autocomplete that fails answers empty', async () => {
  const lines = await linesOf(async () =>
    expect(await sandbox.autocomplete('/trying deed:crash')).toEqual([]),
  )
  expect(lines).toMatchObject([
    { level: 50, msg: 'autocomplete failed' },
    { kind: 'autocomplete', outcome: 'failed' },
  ])
})

test('a text over the limit is cut at a word', async () => {
  const { content } = messageIn(await sandbox.runCommand('/trying deed:overflow'))
  expect(content).toMatch(/word…$/)
  expect(content.length).toBeLessThanOrEqual(2000)
})

test('nothing typed and no token of an interaction reaches the log, not even in a crash', async () => {
  sandbox.faults.failWith(500, { match: /callback/, count: 10 })
  await sandbox.runCommand('/trying deed:my secret plan')
  sandbox.faults.clear()
  await sandbox.runCommand('/trying deed:broken')
  const everything = JSON.stringify(log)
  for (const { payload } of sandbox.log.interactions) expect(everything).not.toContain(payload['token'])
  expect(everything).not.toContain('secret plan')
  expect(everything).not.toContain(sandbox.token)
})
