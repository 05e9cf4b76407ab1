import { expect, test } from 'vitest'
import {
  withAttribution,
  parseAttribution,
  type MessageAttribution,
} from '../../../src/cards/shared/attribution.ts'

const frames: MessageAttribution[] = [
  { mentionUserId: undefined, attribution: undefined },
  { mentionUserId: '200000000000000001', attribution: undefined },
  { mentionUserId: undefined, attribution: { verb: 'Shared', userId: '200000000000000002' } },
  { mentionUserId: '200000000000000001', attribution: { verb: 'Asked', userId: '200000000000000002' } },
]

test.each(frames)('a frame is read back from its message: %j', (frame) => {
  expect(parseAttribution(withAttribution('**NATO** is an alliance.', frame))).toMatchObject(frame)
  expect(parseAttribution(withAttribution('word '.repeat(1000), frame, '\n-# why'))).toMatchObject(frame)
})

test('what a card says is cut so that its frame fits', () => {
  const content = withAttribution('word '.repeat(1000), frames[3] ?? {}, '\n-# why')
  expect(content.length).toBeLessThanOrEqual(2000)
  expect(content).toMatch(
    /^For <@200000000000000001>:\nword .*word…\n-# Asked by <@200000000000000002>\n-# why$/,
  )
})

test('a URL has no preview', () => {
  expect(withAttribution('See https://example.org/a_b. And <https://example.org>, too.', {})).toBe(
    'See <https://example.org/a_b>. And <https://example.org>, too.',
  )
})
