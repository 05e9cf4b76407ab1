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

test('the copies that are made for sending do not pile up', () => {
  const picture = Buffer.alloc(mebibyte)
  const pileUp = (sent: (bytes: number) => void): number => {
    const before = process.memoryUsage().arrayBuffers
    for (let index = 0; index < 320; index++) {
      new Blob([picture]).slice(0, 1)
      sent(picture.length)
    }
    return (process.memoryUsage().arrayBuffers - before) / mebibyte
  }
  expect(pileUp(createSweep())).toBeLessThan(100)
  expect(pileUp(() => undefined)).toBeGreaterThan(100)
})
