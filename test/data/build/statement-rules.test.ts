import { expect, test } from 'vitest'
import { parseDataset } from '../../../src/data/build/parse.ts'
import { formatProblem } from '../../../src/data/model/problem.ts'
import type { DataFile } from '../../../src/data/model/data-file.ts'
import { validateDataset } from '../../../src/data/build/rules.ts'
import { sampleWith } from '../../fixtures/sample-data.ts'

function problemsOf(files: DataFile[]): string[] {
  return validateDataset(parseDataset(files)).map((problem) => formatProblem(problem))
}

const gazette = 'articles/gazette.yaml'
const founded = 'The Harbor League was founded in 1950.'

test.each<[name: string, statement: string, replacement: string, problem: string]>([
  [
    'an unsupported number',
    founded,
    'The Harbor League was founded in 1951.',
    'the statement says "1951", which its fact does not support',
  ],
  [
    'an unsupported number in words',
    founded,
    'Founded in 1950, the Harbor League had seven ports.',
    'the statement says "seven"',
  ],
  ['an unsupported month', founded, 'The Harbor League was founded in May 1950.', 'the statement says "May"'],
  [
    'an unsupported country',
    founded,
    'Peru saw the Harbor League founded in 1950.',
    'the statement says "Peru"',
  ],
  ['an unsupported name', founded, 'In 1950 Ibsen founded the Harbor League.', 'the statement says "Ibsen"'],
  [
    'an entity missing from the mentions',
    founded,
    'In 1950 the Harbor League was founded with Chile.',
    'the statement says "Chile"',
  ],
  [
    'eight words of the article',
    'Norway belongs to the Harbor League.',
    'Norway sat in a small room above a bakery so that the Harbor League began.',
    'the statement repeats "in a small room above a bakery so that" from gazette: rephrase it',
  ],
])('%s is refused', (_name, statement, replacement, problem) => {
  const problems = problemsOf(sampleWith(gazette, statement, replacement))
  expect(problems.join('\n')).toContain(problem)
})

test('seven words of the article are allowed', () => {
  const statement = 'The Harbor League was founded in a small room above a bakery in 1950.'
  expect(problemsOf(sampleWith(gazette, founded, statement))).toEqual([])
})

test('an article without passage hashes is a problem', () => {
  expect(problemsOf(sampleWith('passage-hashes.json', 'gazette', 'gazelle')).join('\n')).toContain(
    'the passages of "gazette" are not hashed: run npm run hash-article -- gazette',
  )
})

test('an entity’s name counts as one word of a passage', () => {
  // Eight words if "Harbor League" counts as two, seven if it counts as one.
  const seven = sampleWith(
    gazette,
    founded,
    'Once the Harbor League was founded by Norway and others in 1950.',
  )
  expect(problemsOf(seven).join('\n')).not.toContain('repeats')
})
