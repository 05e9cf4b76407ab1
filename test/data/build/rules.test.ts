import { expect, test } from 'vitest'
import { parseDataset } from '../../../src/data/build/parse.ts'
import { formatProblem } from '../../../src/data/model/problem.ts'
import { readDataFiles } from '../../../src/data/build/data-files.ts'
import type { DataFile } from '../../../src/data/model/data-file.ts'
import { validateDataset } from '../../../src/data/build/rules.ts'
import { corpusDirectory } from '../../fixtures/corpus.ts'
import { sampleFiles, sampleWith } from '../../fixtures/sample-data.ts'

function problemsOf(files: DataFile[]): string[] {
  return validateDataset(parseDataset(files)).map((problem) => formatProblem(problem))
}

test('valid files have no problems', () => {
  expect(problemsOf(sampleFiles)).toEqual([])
})

test('the fixture corpus passes every rule', () => {
  expect(problemsOf(readDataFiles(corpusDirectory))).toEqual([])
})

const gazette = 'articles/gazette.yaml'
const [alliance, country] = ['entities/alliance.yaml', 'entities/country.yaml']
const founded = 'The Harbor League was founded in 1950.'

test.each<[rule: string, file: string, replace: string, replacement: string, problem: string]>([
  ['broken YAML', gazette, 'sections:', 'sections: [', 'correct the YAML here'],
  [
    'a missing key',
    gazette,
    '    section: News\n  - id: league-ports',
    '  - id: league-ports',
    'the section of "league-norway" is missing: add it',
  ],
  ['an unknown key', alliance, 'aliases:', 'alias:', '"harbor-league" is invalid: remove or correct "alias"'],
  [
    'a long id',
    gazette,
    'id: league-kind',
    `id: ${'k'.repeat(41)}`,
    'is invalid: make it at most 40 characters long',
  ],
  [
    'an id with capitals',
    country,
    'id: chile',
    'id: Chile',
    'must be lower-case letters, digits and hyphens',
  ],
  [
    'a statement without a period',
    gazette,
    founded,
    founded.slice(0, -1),
    'must be a sentence that ends with a period',
  ],
  [
    'an inferred date without a why',
    gazette,
    "'2021-03-04', basis: stated",
    "'2021-03-04', basis: inferred",
    'an inferred date needs a "why"',
  ],
  ['an invalid date', gazette, "as_of: '2021-02'", "as_of: '2021-15'", 'must be a date such as'],
  [
    'an unknown attribute',
    gazette,
    'attribute: founded',
    'attribute: birthday',
    `${gazette}:18: there is no attribute "birthday": use one of the attributes in attributes.ts`,
  ],
  [
    'an unknown section',
    gazette,
    'section: Leagues',
    'section: Harbors',
    `${gazette}:15: the article has no section "Harbors": use one of "Leagues", "News"`,
  ],
  ['a value of another type', gazette, "value: '1950'", 'value: [1950]', 'is invalid: '],
  [
    'a value that does not fit',
    gazette,
    "value: '1950'",
    'value: long ago',
    `${gazette}:19: the value does not fit "founded": write "2019", "2021-09", "2020-08-05" or "--09"`,
  ],
  [
    'an unknown entity',
    gazette,
    'value: norway',
    'value: atlantis',
    `${gazette}:25: there is no entity "atlantis": add it to entities/ or to the entities of the article, or correct the id`,
  ],
  [
    'an unknown mention',
    gazette,
    'mentions: [chile]',
    'mentions: [chile, peru]',
    'there is no entity "peru"',
  ],
  [
    'an attribute of another kind',
    gazette,
    'attribute: region',
    'attribute: treaty',
    'the value does not fit "treaty"',
  ],
  [
    'an attribute that does not fit',
    gazette,
    'entity: harbor-league\n    attribute: partner-count',
    'entity: norway\n    attribute: other-members',
    '"other-members" does not fit an entity of kind country',
  ],
  [
    'a duplicate id',
    gazette,
    'id: league-founded',
    'id: league-kind',
    `${gazette}:16: the id "gazette/league-kind" is taken: choose another id, or remove one of the two`,
  ],
  ['an entity listed twice', country, 'id: chile', 'id: norway', 'the id "norway" is taken'],
  [
    'an end before the start',
    gazette,
    "valid_to: '2002'",
    "valid_to: '1999'",
    'it ends (1999) before it starts (2001)',
  ],
  [
    'published between dates in the wrong order',
    gazette,
    "{ on: '2021-03-04', basis: stated }",
    "{ between: ['2022', '2021'], basis: stated }",
    'the article is published between two dates in the wrong order',
  ],
  [
    'numbers in the wrong order',
    gazette,
    '[20, 30]',
    '[30, 20]',
    'the numbers are in the wrong order: write the smaller one first',
  ],
  [
    'a number without a unit',
    gazette,
    '    unit: ports\n',
    '',
    '"partner-count" does not say what it counts',
  ],
  ['a role without membership', gazette, "valid_from: '2001'", 'role: observer', 'only a member has a role'],
  [
    'an entity without facts',
    alliance,
    '- { id: harbor-league',
    '- { id: bay-league, name: Bay League }\n  - { id: harbor-league',
    `${alliance}:2: no fact mentions "bay-league": add a fact about it, or remove the entity`,
  ],
  [
    'a section without facts',
    gazette,
    '  - { name: Leagues }',
    '  - { name: Leagues }\n  - { name: Letters }',
    `${gazette}:6: no fact cites the section "Letters": add one, or say why in "empty"`,
  ],
  [
    'a section marked as empty that has facts',
    gazette,
    '{ name: Leagues }',
    '{ name: Leagues, empty: nothing }',
    'the section "Leagues" has facts now: remove its "empty"',
  ],
  [
    'an alias that repeats the name',
    alliance,
    'HL,',
    'harbor-league,',
    'the alias "harbor-league" repeats a name',
  ],
  ['an alias that is another name', alliance, 'HL,', 'Chile,', 'the alias "Chile" is the name of "chile"'],
])('%s', (_rule, file, replace, replacement, problem) => {
  const problems = problemsOf(sampleWith(file, replace, replacement))
  expect(problems.join('\n')).toContain(problem)
  for (const line of problems) expect(line).toMatch(/^[a-z/.-]+:\d+: .+: .+$/s)
})

test('a file that is not named after a kind is refused', () => {
  const files = sampleFiles.map((file) =>
    file.path === alliance ? { ...file, path: 'entities/clubs.yaml' } : file,
  )
  expect(problemsOf(files).join('\n')).toContain(
    'entities/clubs.yaml:1: "clubs" is not a kind of entity: name the file after a kind',
  )
})
