// The codes of countries: each has that of its name, and states that have ended have none.
import { expect, test } from 'vitest'
import type { DataFile } from '../../../src/data/model/data-file.ts'
import { formatProblem } from '../../../src/data/model/problem.ts'
import { parseDataset } from '../../../src/data/build/parse.ts'
import { validateDataset } from '../../../src/data/build/rules.ts'
import { sampleWith } from '../../fixtures/sample-data.ts'

function problemsOf(files: DataFile[]): string[] {
  return validateDataset(parseDataset(files)).map((problem) => formatProblem(problem))
}

const country = 'entities/country.yaml'

test.each<[name: string, replace: string, replacement: string, problem: string]>([
  ['a country without its code', ', code: CL', '', `${country}:3: "Chile" has no code: add "code: CL"`],
  ['the code of another name', 'code: CL', 'code: PE', '"PE" is not the code of "Chile"'],
  ['a code that two have', 'code: CL', 'code: "NO"', '"NO" is the code of "norway"'],
  ['a code of no country', 'name: Chile, code: CL', 'name: Chilenia, code: ZZ', '"ZZ" is not the code of'],
  ['a code in small letters', 'code: CL', 'code: cl', 'must be two capital letters'],
  [
    'a state that has ended, with the code of its successor',
    '- { id: chile',
    '- { id: norse, name: Norse Union, code: "NO" }\n  - { id: chile',
    `${country}:3: "NO" is the code of "norway"`,
  ],
])('%s is refused', (_name, replace, replacement, problem) => {
  expect(problemsOf(sampleWith(country, replace, replacement)).join('\n')).toContain(problem)
})

test('a league has no code', () => {
  const files = sampleWith('entities/alliance.yaml', 'name: Harbor League', 'name: Harbor League, code: HL')
  expect(problemsOf(files).join('\n')).toContain('"HL" is not the code of "Harbor League"')
})

test('a state that has ended has no code, and a country by a name of its own keeps its code', () => {
  const more = `- { id: soviet-union, name: Soviet Union }
  - { id: kosovo, name: Kosovo, code: XK }
  - { id: holland, name: Low Countries, code: NL }
  - { id: chile`
  expect(problemsOf(sampleWith(country, '- { id: chile', more))).toEqual([])
})
