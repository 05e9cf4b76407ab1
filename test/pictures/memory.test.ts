import { expect, test } from 'vitest'
import { createSweep } from '../../src/pictures/sweep.ts'

const mebibyte = 1024 ** 2

test('sweeps after many pictures, and only while much is held', () => {
  let held = 200 * mebibyte
  let sweeps = 0
  const sent = createSweep(
    () => held,
    () => {
      sweeps += 1
    },
  )
  for (let index = 0; index < 31; index++) sent(mebibyte)
  expect(sweeps).toBe(0)
  sent(mebibyte)
  expect(sweeps).toBe(1)
  held = 40 * mebibyte
  for (let index = 0; index < 32; index++) sent(mebibyte)
  expect(sweeps).toBe(1)
})

test('what nobody holds any more is gone after a sweep', () => {
  const before = process.memoryUsage().arrayBuffers
  const sent = createSweep()
  for (let index = 0; index < 640; index++) {
    const picture = Buffer.alloc(mebibyte)
    new Blob([picture]).slice(0, 1)
    sent(picture.length)
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300 * mebibyte)
})
