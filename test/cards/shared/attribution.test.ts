// The attribution of a posted card is kept in the custom id of its Delete button, which anyone could forge.
import { expect, test } from 'vitest'
import { packCustomId, parseCustomId } from '../../../src/core/custom-id.ts'
import {
  attributionLines,
  packAttribution,
  parseAttribution,
  type MessageAttribution,
} from '../../../src/cards/shared/attribution.ts'

/** The first user ids had 17 digits; ids are 64-bit numbers. */
const shortestId = '10000000000000000'
const longestId = '18446744073709551615'

const attributions: MessageAttribution[] = [shortestId, longestId, '200000000000000001'].flatMap((id) => [
  {},
  { mentionUserId: id },
  { attribution: { verb: 'Asked', userId: id } },
  { attribution: { verb: 'Shared', userId: id } },
  { aboutMessageId: id },
  { mentionUserId: id, attribution: { verb: 'Asked', userId: id }, aboutMessageId: id },
])

test.each(attributions)('%j is the same after packing and parsing', (attribution) => {
  const customId = packCustomId('delete-card', ...packAttribution(attribution))
  expect(customId.length).toBeLessThanOrEqual(100)
  expect(parseAttribution(parseCustomId(customId)?.args ?? [])).toEqual(attribution)
})

test('the longest attribution has at most 45 characters', () => {
  const packed = packAttribution({
    mentionUserId: longestId,
    attribution: { verb: 'Shared', userId: longestId },
    aboutMessageId: longestId,
  })
  expect(packed.map((part) => `:${part}`).join('').length).toBeLessThanOrEqual(45)
})

test('an attribution of nothing takes no characters', () => {
  expect(packAttribution({})).toEqual([])
})

const packedId = BigInt('200000000000000001').toString(36)

test.each([
  ['a number of 16 digits', BigInt('9999999999999999').toString(36)],
  ['a number of 21 digits', BigInt('100000000000000000000').toString(36)],
  ['too few characters', '1'],
  ['too many characters', packedId.padStart(20, '0')],
  ['uppercase', packedId.toUpperCase()],
  ['no base 36', `${packedId.slice(1)}é`],
  ['a mention', '<@200000000000000001>'],
  ['Markdown', `**${packedId}**`],
  ['a line break', `${packedId}\n`],
])('%s counts as missing', (_what, packed) => {
  expect(parseAttribution([packed, `A${packed}`, packed])).toEqual({})
})

test('an unknown verb counts as missing', () => {
  expect(parseAttribution(['', `X${packedId}`])).toEqual({})
})

test('missing parts leave the others as they are', () => {
  expect(parseAttribution(['', `S${packedId}`, 'invalid'])).toEqual({
    attribution: { verb: 'Shared', userId: '200000000000000001' },
  })
  expect(parseAttribution([])).toEqual({})
})

test('each part is a small line of its own above the card', () => {
  const lines = attributionLines(
    {
      mentionUserId: '200000000000000001',
      attribution: { verb: 'Asked', userId: '200000000000000002' },
      aboutMessageId: '200000000000000003',
    },
    (id) => `https://discord.com/channels/1/2/${id}`,
  )
  expect(lines).toEqual([
    '-# For <@200000000000000001>',
    '-# Asked by <@200000000000000002>',
    '-# About https://discord.com/channels/1/2/200000000000000003',
  ])
  expect(attributionLines({}, () => '')).toEqual([])
})
