import { expect, test } from 'vitest'
import { attributes, type AttributeId } from '../../../src/data/model/attributes.ts'
import { parseValue, valuesAgree, type RawValue } from '../../../src/data/model/values.ts'

function value(attribute: AttributeId, raw: RawValue) {
  const parsed = parseValue(attributes[attribute], raw, undefined)
  if (!parsed) throw new Error(`${JSON.stringify(raw)} does not fit ${attribute}`)
  return parsed
}

test.each([
  ['founded', 1949, { type: 'date', date: '1949' }],
  ['founded', 'long ago', undefined],
  ['member', 'canada', { type: 'entity', entity: 'canada' }],
  ['treaty', true, { type: 'yes-no', yes: true }],
  ['treaty', 'yes', undefined],
  ['personnel', { over: 100 }, { type: 'number', bound: 'over', number: 100, unit: 'service members' }],
  ['personnel', 'many', undefined],
  ['classification', 'alliance', { type: 'classification', classification: 'alliance', label: 'alliance' }],
  ['classification', 'friendship', undefined],
  ['region', 5, undefined],
] as const)('%s: %j is parsed as %j', (attribute, raw, expected) => {
  expect(parseValue(attributes[attribute], raw as RawValue, undefined)).toEqual(expected)
})

test.each([
  ['founded', '2021', '2021-09', true],
  ['founded', '2021', '2022', false],
  ['other-members', 28, 31, false],
  ['personnel', { over: 100 }, 120, true],
  ['personnel', { over: 100 }, 90, false],
  ['personnel', { between: [2, 5] }, { between: [5, 9] }, true],
  ['personnel', { between: [2, 5] }, 6, false],
  ['classification', 'alliance', 'treaty', true],
  ['classification', 'alliance', 'command', true],
  ['classification', 'partnership', 'alliance', false],
  ['frequency', 'Every year', 'every year', true],
  ['frequency', 'every year', 'twice a year', false],
  ['treaty', true, false, false],
] as const)('%s: %j and %j agree: %j', (attribute, raw, otherRaw, expected) => {
  const [a, b] = [value(attribute, raw as RawValue), value(attribute, otherRaw as RawValue)]
  expect(valuesAgree(a, b)).toBe(expected)
  expect(valuesAgree(b, a)).toBe(expected)
})
