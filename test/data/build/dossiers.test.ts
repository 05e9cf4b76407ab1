// Dossiers: publications with their dates, kinds and licences, and facts that name them.
import { expect, test } from 'vitest'
import type { DataFile } from '../../../src/data/model/data-file.ts'
import { formatProblem } from '../../../src/data/model/problem.ts'
import { parseDataset } from '../../../src/data/build/parse.ts'
import { validateDataset } from '../../../src/data/build/rules.ts'
import { seed } from '../../../src/revisions/publish.ts'
import { openLive, temporaryFolder, writeFiles } from '../../fixtures/sample-data.ts'
import { almanacPath, charterPath, dossiersWith, filesWithDossiers } from '../../fixtures/sample-dossier.ts'

function problemsOf(files: DataFile[]): string[] {
  return validateDataset(parseDataset(files)).map((problem) => formatProblem(problem))
}

test('a fact cites a publication of its own dossier or of another one', () => {
  expect(problemsOf(filesWithDossiers)).toEqual([])
  const { articles, dossiers, facts } = parseDataset(filesWithDossiers)
  const ids = facts.map(({ item }) => item.id).filter((id) => id.startsWith('harbor-'))
  expect(ids.toSorted()).toEqual([
    'harbor-almanac-2020/chile',
    'harbor-almanac-2020/status',
    'harbor-charter/day',
    'harbor-charter/founder-norway',
    'harbor-charter/help',
    'harbor-charter/no-spies',
  ])
  expect(articles.get('harbor-charter')).toMatchObject({
    shelf: 'reference',
    kind: 'official text',
    licence: 'public domain',
    title: 'Charter of the Harbor League',
    titleStated: true,
    shortTitle: 'Charter of the Harbor League',
    publisher: 'Harbor League',
    published: { first: '1950-05-06', last: '1950-05-06', inferred: false },
    url: 'https://harbors.example/charter',
  })
  expect(articles.get('harbor-almanac-2020')).toMatchObject({
    shortTitle: 'An almanac of harbors',
    published: { first: '2020-03', last: '2020-06', inferred: true },
    publishedReason: 'between two of its announcements',
    url: null,
  })
  expect(articles.get('gazette')).toMatchObject({ shelf: 'seed', kind: null, licence: null })
  const sections = articles.get('harbor-charter')?.sections.map(({ name }) => name)
  expect(sections?.toSorted()).toEqual(['Article 1', 'Article 5', 'Article 9'])
  expect(dossiers).toHaveLength(2)
  expect(dossiers.find(({ id }) => id === 'almanac')).toEqual({
    id: 'almanac',
    subject: 'The members of the Harbor League',
    officialText: 'the charter has no list of members',
    publications: ['harbor-almanac-2020'],
    facts: [
      { id: 'harbor-almanac-2020/chile', hasOneWitness: true },
      { id: 'harbor-almanac-2020/status', hasOneWitness: false },
      { id: 'harbor-charter/day', hasOneWitness: false },
    ],
    gaps: ['When Chile became a partner was not found.'],
  })
})

test('facts of a dossier are dated by their publication, unless they name another day', () => {
  const { facts } = parseDataset(filesWithDossiers)
  const asOf = (id: string) => facts.find(({ item }) => item.id === id)?.item.asOf
  expect(asOf('harbor-charter/help')).toEqual({ first: '1950-05-06', last: '1950-05-06', inferred: false })
  expect(asOf('harbor-charter/day')).toEqual({ first: '1950-05-06', last: '1950-05-06', inferred: false })
  expect(asOf('harbor-almanac-2020/status')).toEqual({ first: '2020-03', last: '2020-06', inferred: true })
  expect(asOf('harbor-almanac-2020/chile')).toEqual({
    first: '2019-12-31',
    last: '2019-12-31',
    inferred: false,
  })
})

test('promises, roles and founders are read from the facts', () => {
  const { facts } = parseDataset(filesWithDossiers)
  const factOf = (id: string) => facts.find(({ item }) => item.id === id)?.item
  expect(factOf('harbor-charter/help')?.value).toEqual({
    type: 'commitment',
    yes: true,
    text: 'Each sends boats if another port is blocked',
  })
  expect(factOf('harbor-charter/no-spies')?.value).toMatchObject({ type: 'commitment', yes: false })
  expect(factOf('harbor-charter/founder-norway')).toMatchObject({ role: 'full', founder: true })
  expect(factOf('harbor-almanac-2020/chile')).toMatchObject({ role: 'partner' })
  expect(factOf('harbor-almanac-2020/chile')).not.toHaveProperty('founder')
})

const charterUrl = 'https://harbors.example/charter'
const help = '{ yes: Each sends boats if another port is blocked }'

test.each<[rule: string, path: string, replace: string, replacement: string, problem: string]>([
  [
    'an unknown publication',
    almanacPath,
    'publication: harbor-charter',
    'publication: harbor-chart',
    `${almanacPath}:28: there is no publication "harbor-chart": add it to publications, or correct the id`,
  ],
  [
    'a publication that is an article',
    almanacPath,
    'publication: harbor-charter',
    'publication: gazette',
    'there is no publication "gazette"',
  ],
  [
    'a fact without a publication',
    charterPath,
    '    publication: harbor-charter\n',
    '',
    'the publication of "help" is missing: add it',
  ],
  [
    'an id of two publications',
    almanacPath,
    'id: harbor-almanac-2020',
    'id: harbor-charter',
    'the id "harbor-charter" is taken: choose another id, or remove one of the two',
  ],
  [
    'an id of a publication and an article',
    charterPath,
    'id: harbor-charter',
    'id: gazette',
    `${charterPath}:4: the id "gazette" is taken`,
  ],
  [
    'a publication without facts',
    charterPath,
    'entities:',
    `  - { id: harbor-rules, title: Harbor rules, publisher: Harbor League, published: { on: '1960' },
      kind: official text, licence: public domain }
entities:`,
    'no fact cites the publication "harbor-rules": add a fact from it, or remove it',
  ],
  ['an address with dots', charterPath, charterUrl, 'https://harbors.example/.../charter', 'must be whole'],
  ['an address with an ellipsis', charterPath, charterUrl, 'https://harbors.example/…', 'must be whole'],
  ['an address of a file', charterPath, charterUrl, 'file:///charter', 'must be an address that begins with'],
  [
    'no licence',
    charterPath,
    '    licence: public domain\n',
    '',
    'the licence of "harbor-charter" is missing: add it',
  ],
  ['no kind', charterPath, '    kind: official text\n', '', 'the kind of "harbor-charter" is invalid'],
  ['an unknown kind', charterPath, 'official text\n', 'rumor\n', '"harbor-charter" is invalid'],
  [
    'no date',
    charterPath,
    "    published: { on: '1950-05-06' }\n",
    '',
    'the published of "harbor-charter" is invalid',
  ],
  [
    'an inferred date without a why',
    charterPath,
    "{ on: '1950-05-06' }",
    "{ on: '1950-05-06', basis: inferred }",
    'an inferred date needs a "why"',
  ],
  [
    'a long title without a short one',
    almanacPath,
    '    short: An almanac of harbors\n',
    '',
    'a title over 32 characters needs a "short" one',
  ],
  [
    'a dossier that does not say whether it cites an official text',
    charterPath,
    'official_text: cited\n',
    '',
    'is missing: add it',
  ],
  ['more witnesses than one', almanacPath, 'witnesses: 1', 'witnesses: 2', '"chile" is invalid'],
  [
    'another article than its section',
    charterPath,
    'Under Article 5,',
    'Under Article 7,',
    'the statement says "7", which its fact does not support',
  ],
  [
    'another day than its as-of date',
    almanacPath,
    'On December 31, 2019,',
    'On December 30, 2019,',
    'the statement says "30"',
  ],
  ['a promise without yes or no', charterPath, help, 'Each sends boats', 'write { yes: what is promised }'],
  ['a promise with yes and no', charterPath, help, '{ yes: Boats, no: Boats }', '"help" is invalid'],
  ['a promise that is only yes', charterPath, help, 'true', 'write { yes: what is promised }'],
  [
    'a number in place of a promise',
    charterPath,
    help,
    '{ over: 5 }',
    'the value does not fit "mutual-defense"',
  ],
  [
    'a promise in place of a text',
    almanacPath,
    'value: A promise of boats',
    'value: { yes: A promise of boats }',
    'the value does not fit "is-not"',
  ],
  [
    'a role of another attribute',
    charterPath,
    '    section: Article 9',
    '    role: full',
    'only a member has a role',
  ],
  [
    'a founder by another attribute',
    charterPath,
    '    section: Article 9',
    '    founder: true',
    'only a member is a founder: remove the "founder"',
  ],
  ['an unknown role', almanacPath, 'role: partner', 'role: former', '"chile" is invalid'],
  [
    'an id of 25 letters',
    charterPath,
    'id: harbor-partner-status',
    'id: harbor-partner-statuses-x',
    'make it at most 24 characters long',
  ],
])('%s is refused', (_name, path, replace, replacement, problem) => {
  const problems = problemsOf(dossiersWith(path, replace, replacement))
  expect(problems.join('\n')).toContain(problem)
  for (const line of problems) expect(line).toMatch(/^[a-z/.-]+:\d+: .+: .+$/s)
})

test('an id may have 24 letters', () => {
  const id = 'harbor-partner-status-of'
  expect(id).toHaveLength(24)
  const files = filesWithDossiers.map(({ path, text }) => ({
    path,
    text: text.replaceAll('harbor-partner-status', id),
  }))
  expect(problemsOf(files)).toEqual([])
})

test('dossiers are published with the articles, and without them there is no folder to read', async () => {
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(paths.dataDirectory, filesWithDossiers)
  expect(await seed({ ...paths, actor: 'shell' })).toMatchObject({
    outcome: 'published',
    counts: { articles: 3, facts: 11 },
  })
  const facts = openLive(paths.databaseDirectory).current()
  expect(facts.factsInArticle('harbor-charter').map(({ id }) => id)).toHaveLength(4)
  expect(facts.getFact('harbor-charter/help')?.section).toBe('Article 5')
  expect(facts.hasFacts('harbor-partner-status')).toBe(true)
})
