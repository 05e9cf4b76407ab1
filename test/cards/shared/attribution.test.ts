import { expect, test } from 'vitest'
import { framed, frameOf, type Frame } from '../../../src/cards/shared/attribution.ts'

const frames: Frame[] = [
  { addressee: undefined, by: undefined },
  { addressee: '200000000000000001', by: undefined },
  { addressee: undefined, by: { deed: 'Shared', person: '200000000000000002' } },
  { addressee: '200000000000000001', by: { deed: 'Asked', person: '200000000000000002' } },
]

test.each(frames)('a frame is read back from its message: %j', (frame) => {
  expect(frameOf(framed('**NATO** is an alliance.', frame))).toMatchObject(frame)
  expect(frameOf(framed('word '.repeat(1000), frame, '\n-# why'))).toMatchObject(frame)
})

test('what a card says is cut so that its frame fits', () => {
  const content = framed('word '.repeat(1000), frames[3] ?? {}, '\n-# why')
  expect(content.length).toBeLessThanOrEqual(2000)
  expect(content).toMatch(
    /^For <@200000000000000001>:\nword .*word…\n-# Asked by <@200000000000000002>\n-# why$/,
  )
})

test('an address is shown without a preview', () => {
  expect(framed('See https://example.org/a_b. And <https://example.org>, too.', {})).toBe(
    'See <https://example.org/a_b>. And <https://example.org>, too.',
  )
})
