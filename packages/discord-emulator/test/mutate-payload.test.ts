import { expect, test } from 'vitest'
import { mutateEachInTurn, mutationsOf } from '../src/mutate-payload.ts'

const payload = () => ({ id: '1', data: { values: ['a', 'b'] } })

test('each field at every depth is missing once and null once', () => {
  const damaged = mutationsOf(payload()).map(({ name, apply }) => {
    const copy = payload()
    apply(copy)
    return [name, copy]
  })
  expect(Object.fromEntries(damaged)).toEqual({
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

test('in turn, each is damaged in another way', () => {
  const damage = mutateEachInTurn()
  const damaged = mutationsOf(payload()).map(() => JSON.stringify(damage(payload())))
  expect(new Set(damaged).size).toBe(10)
  expect(damaged).not.toContain(JSON.stringify(payload()))
})
