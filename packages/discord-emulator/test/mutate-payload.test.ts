// Mutations of a payload in which one field is missing or null.
import { expect, test } from 'vitest'
import { mutateEachInTurn, mutationsOf } from '../src/mutate-payload.ts'

const payload = () => ({ id: '1', data: { values: ['a', 'b'] } })

test('each field at every depth is missing once and null once', () => {
  const mutated = mutationsOf(payload()).map(({ name, apply }) => {
    const copy = payload()
    apply(copy)
    return [name, copy]
  })
  expect(Object.fromEntries(mutated)).toEqual({
    'id missing': { data: { values: ['a', 'b'] } },
    'id null': { id: null, data: { values: ['a', 'b'] } },
    'data missing': { id: '1' },
    'data null': { id: '1', data: null },
    'data.values missing': { id: '1', data: {} },
    'data.values null': { id: '1', data: { values: null } },
    'data.values.0 missing': { id: '1', data: { values: ['b'] } },
    'data.values.0 null': { id: '1', data: { values: [null, 'b'] } },
    'data.values.1 missing': { id: '1', data: { values: ['a'] } },
    'data.values.1 null': { id: '1', data: { values: ['a', null] } },
  })
})

test('mutates each payload differently', () => {
  const mutate = mutateEachInTurn()
  const mutated = mutationsOf(payload()).map(() => JSON.stringify(mutate(payload())))
  expect(new Set(mutated).size).toBe(10)
  expect(mutated).not.toContain(JSON.stringify(payload()))
})
