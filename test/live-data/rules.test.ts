// The facts that Entente answers from pass every rule.
import { expect, test } from 'vitest'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { parseDataset } from '../../src/data/build/parse.ts'
import { formatProblem } from '../../src/data/model/problem.ts'
import { validateDataset } from '../../src/data/build/rules.ts'

test('the data files have no problems', () => {
  const problems = validateDataset(parseDataset(readDataFiles(dataDirectory)))
  expect(problems.map((problem) => formatProblem(problem))).toEqual([])
})
