// Data files with as many facts as wanted about invented things, all of which bear the same mark.
import type { DataFile } from '../../src/data/files.ts'

const factsOfEach = 20

/** A thing's name; its card shows the mark once for each of its facts. */
export function thingName(index: number): string {
  return `Tern ${lettersOf(index)}`
}

/** Numbers in letters, since a statement may say no number that its fact does not back. */
export function lettersOf(index: number): string {
  const letters = Array.from(String(index), (digit) => 'bcdfghjklm'.charAt(Number(digit))).join('a')
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}o`
}

/** `count` facts, each of which says the mark, about a twentieth as many exercises. */
export function generatedFiles(count: number, mark: string): DataFile[] {
  const things = Array.from({ length: Math.ceil(count / factsOfEach) }, (_, index) => index)
  const entities = things.map(
    (index) => `  - { id: thing-${index}, kind: exercise, name: ${thingName(index)} }`,
  )
  const facts = things.flatMap((index) =>
    Array.from(
      { length: Math.min(factsOfEach, count - index * factsOfEach) },
      (_, nth) => `  - id: fact-${index}-${nth}
    entity: thing-${index}
    attribute: purpose
    value: ${mark} ${lettersOf(nth)}
    statement: ${thingName(index)} is for ${mark} ${lettersOf(nth)}.
    section: All`,
    ),
  )
  const text = `title: { text: Terns, basis: stated }
publisher: { name: The Gazette, basis: stated }
published: { on: '2021-03-04', basis: stated }
sections:
  - { name: All }
entities:
${entities.join('\n')}
facts:
${facts.join('\n')}
`
  return [
    { path: 'articles/terns.yaml', text },
    { path: 'entities/country.yaml', text: 'entities: []\n' },
    { path: 'passages.json', text: JSON.stringify({ terns: '' }) },
  ]
}
