// The facts that Entente answers from pass every rule.
import { expect, test } from 'vitest'
import { dataDirectory, readDataFiles } from '../../src/data/build/data-files.ts'
import { parseDataset } from '../../src/data/build/parse.ts'
import { formatProblem } from '../../src/data/build/problem.ts'
import { checkDraft } from '../../src/data/build/rules.ts'

test('the data files have no problems', () => {
  const problems = checkDraft(parseDataset(readDataFiles(dataDirectory)))
  expect(problems.map((problem) => formatProblem(problem))).toEqual([])
})
