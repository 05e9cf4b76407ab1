import { expect, test } from 'vitest'
import { findPlaces, lineAt } from '../../../src/data/build/yaml-places.ts'

const text = `# a comment
title: { text: Harbors, basis:
  stated }
facts:
  - id: one
    value:
    text: |
      two
      lines
  - { id: two, [a, b]: c, aliases: ["x
      y", z] }
12: last
`

test.each([
  [[], 2],
  [['title', 'text'], 2],
  [['title', 'basis'], 3],
  [['facts', 0], 5],
  [['facts', 0, 'missing'], 5],
  [['facts', 1, 'id'], 10],
  [['facts', 1, 'aliases', 1], 11],
  [['facts', 2], 5],
  [[12], 12],
  [['missing'], 2],
])('%j is in line %i', (path, line) => {
  expect(lineAt(findPlaces(text), path)).toBe(line)
})

test('an empty text is in its first line', () => {
  expect(lineAt(findPlaces(''), ['title'])).toBe(1)
})
