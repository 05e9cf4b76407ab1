// Work that is repeated: one run at a time, nobody who asks is left out, and a failure that lasts is one line in the log.
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { logFailureOnce } from '../../src/db/log-failure-once.ts'

function recordLog() {
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => lines.push((JSON.parse(line) as { msg: string }).msg) })
  return { log, lines }
}

test('who asks while it runs gets the next run, and shares it', async () => {
  const begun: (() => void)[] = []
  const run = logFailureOnce(
    recordLog().log,
    'failed',
    () => new Promise<void>((resolve) => begun.push(resolve)),
  )
  const first = run()
  await Promise.resolve()
  expect(begun).toHaveLength(1)
  const [second, third] = [run(), run()]
  begun[0]?.()
  await first
  await Promise.resolve()
  expect(begun).toHaveLength(2)
  begun[1]?.()
  await Promise.all([second, third])
  expect(begun).toHaveLength(2)
})

test('a failure is logged once until a run succeeds, and never rejects', async () => {
  const { log, lines } = recordLog()
  let isAway = true
  const run = logFailureOnce(log, 'failed', async () => {
    await Promise.resolve()
    if (isAway) throw new Error('away')
  })
  for (let time = 0; time < 3; time++) await run()
  expect(lines).toEqual(['failed'])
  isAway = false
  await run()
  isAway = true
  await run()
  expect(lines).toEqual(['failed', 'failed'])
})
