// Sections packed into pages: no line is split, and a section only if no page holds it.
import { expect, test } from 'vitest'
import type { Section } from '../../../src/core/card.ts'
import { paginateSections } from '../../../src/cards/shared/sections.ts'

const section = (heading: string, ...texts: string[]): Section => ({
  heading,
  lines: texts.map((text) => ({ text })),
})
const shape = (pages: readonly (readonly Section[])[]) =>
  pages.map((page) => page.map(({ heading, lines }) => [heading, ...lines.map(({ text }) => text)]))

test('a section that fits on a page is not split', () => {
  const sections = [section('A', '1', '2'), section('B', '3', '4')]
  expect(shape(paginateSections(sections, { length: 1000, lines: 3 }))).toEqual([
    [['A', '1', '2']],
    [['B', '3', '4']],
  ])
})

test('a longer section goes on with its heading, after what was already on the page', () => {
  const sections = [section('A', '1'), section('B', '2', '3', '4', '5')]
  expect(shape(paginateSections(sections, { length: 1000, lines: 3 }))).toEqual([
    [
      ['A', '1'],
      ['B', '2', '3'],
    ],
    [['B', '4', '5']],
  ])
})

test('a page ends before its length is exceeded', () => {
  const sections = [{ lines: ['a', 'b', 'c'].map((letter) => ({ text: letter.repeat(40) })) }]
  expect(paginateSections(sections, { length: 100, lines: 9 }).map((page) => page[0]?.lines.length)).toEqual([
    2, 1,
  ])
})

test('a line longer than a page has one of its own', () => {
  const sections = [{ lines: [{ text: 'a' }, { text: 'x'.repeat(200) }, { text: 'b' }] }]
  expect(paginateSections(sections, { length: 100, lines: 9 })).toHaveLength(3)
})
