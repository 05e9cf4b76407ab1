// Packing and parsing custom ids, and the length of the longest ones.
import { expect, test } from 'vitest'
import {
  packCustomId,
  parseCustomId,
  encodeDate,
  decodeDate,
  SELECTED_VALUE,
} from '../../src/core/custom-id.ts'

test('a custom id survives packing and parsing', () => {
  expect(packCustomId('entity', 'nato', 2)).toBe('v2:entity:nato:2')
  expect(parseCustomId('v2:entity:nato:2')).toEqual({ handler: 'entity', args: ['nato', '2'] })
  expect(parseCustomId('v2:search:free: text: with colons')?.args).toEqual(['free', ' text', ' with colons'])
})

test.each(['', 'v2', 'v2:', 'v1:alliance', 'hello', ':::', 'V2:alliance'])(
  '%j is not one of Entente’s custom ids',
  (customId) => {
    expect(parseCustomId(customId)).toBeUndefined()
  },
)

test.each(['1900-01-01', '1969-12-31', '1970-01-01', '2019-12-31', '2999-12-31'])(
  '%s fits into the longest possible custom id and is decoded from it',
  (day) => {
    const id = 'an-id-of-22-characters'
    const view = ['compare', 9, encodeDate(day)] as const
    const packed = packCustomId('report-fact', ...view, id, id, id)
    expect(packed.length).toBeLessThanOrEqual(100)
    expect(decodeDate(parseCustomId(packed)?.args[2])).toBe(day)
    const mentioned = '12345678901234567890'
    const menu = packCustomId('disambiguate', mentioned, ...view, id, id, SELECTED_VALUE)
    expect(menu.length).toBeLessThanOrEqual(100)
  },
)
