import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { readWorkerError } from '../../src/config/worker-error.ts'

async function errorOf(program: string): Promise<string | undefined> {
  const worker = spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'ignore', 'pipe'] })
  const errorLine = readWorkerError(worker.stderr)
  await once(worker, 'close')
  return errorLine()
}

test.each([
  ["const error = new Error('No such package'); throw error", 'Error: No such package'],
  ["new URL('Error')", 'TypeError: Invalid URL'],
  ["console.error('An Error that does not end it')", undefined],
])('of what %s prints, the line with the error is read', async (program, line) => {
  expect(await errorOf(program)).toBe(line)
})
