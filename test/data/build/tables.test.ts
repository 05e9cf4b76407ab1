// Tables: numbers by country and year, and editions of exercises.
import { expect, test } from 'vitest'
import { parseDataset } from '../../../src/data/build/parse.ts'
import { validateDataset } from '../../../src/data/build/rules.ts'
import type { DataFile } from '../../../src/data/model/data-file.ts'
import { formatProblem } from '../../../src/data/model/problem.ts'
import { dossiersWith } from '../../fixtures/sample-dossier.ts'
import { sampleFiles } from '../../fixtures/sample-data.ts'

const publication = `publication:
  id: log-book
  title: A log book of harbors
  publisher: Quay Press
  published: { on: '1999' }
  kind: data set
  licence: public domain
`

function table(id: string, meaning: string, csv: string): DataFile[] {
  return [
    { path: `tables/${id}.yaml`, text: `subject: A table\n${publication}${meaning}` },
    { path: `tables/${id}.csv`, text: csv },
  ]
}

const columns = 'id,series,year,name,aliases,began,ended,location,participants'

function editions(...rows: string[]): DataFile[] {
  return table('drills', 'rows: editions\n', [columns, ...rows].join('\n'))
}

const gull = 'gull-drill-1985,gull-drill,1985,Gull Drill 1985,Gull Drill 85; Gull 85'

function problemsOf(files: DataFile[]): string[] {
  return validateDataset(parseDataset(files)).map((problem) => formatProblem(problem))
}

test('a row of editions makes an edition, its dates, its place and one fact for each country', () => {
  const files = [...sampleFiles, ...editions(`${gull},1985-05-07,1985-06,"Off Oslo, Norway",norway chile`)]
  expect(problemsOf(files)).toEqual([])
  const { entities, facts, dossiers } = parseDataset(files)
  expect(entities.find(({ item }) => item.id === 'gull-drill-1985')?.item).toEqual({
    id: 'gull-drill-1985',
    kind: 'exercise',
    name: 'Gull Drill 1985',
    aliases: ['Gull Drill 85', 'Gull 85'],
    edition: { of: 'gull-drill', year: '1985' },
  })
  const own = facts.map(({ item }) => item).filter(({ entity }) => entity === 'gull-drill-1985')
  expect(own.map(({ id, attribute, value, statement }) => [id, attribute, value, statement])).toEqual([
    [
      'log-book/gull-drill-1985-began',
      'began',
      { type: 'date', date: '1985-05-07' },
      'Gull Drill 1985 began on May 7, 1985.',
    ],
    [
      'log-book/gull-drill-1985-ended',
      'ended',
      { type: 'date', date: '1985-06' },
      'Gull Drill 1985 ended in June 1985.',
    ],
    [
      'log-book/gull-drill-1985-location',
      'location',
      { type: 'text', text: 'Off Oslo, Norway' },
      'Gull Drill 1985 was held at this place: Off Oslo, Norway.',
    ],
    [
      'log-book/gull-drill-1985-norway',
      'participant',
      { type: 'entity', entity: 'norway' },
      'Gull Drill 1985 had Norway among its participants.',
    ],
    [
      'log-book/gull-drill-1985-chile',
      'participant',
      { type: 'entity', entity: 'chile' },
      'Gull Drill 1985 had Chile among its participants.',
    ],
  ])
  expect(own.map(({ validFrom }) => validFrom)).toEqual(Array(5).fill('1985-05-07'))
  expect(own.map(({ asOf }) => asOf.first)).toEqual(Array(5).fill('1999'))
  expect(dossiers.map(({ id, publications, facts: told }) => [id, publications, told.length])).toEqual([
    ['drills', ['log-book'], 5],
  ])
})

test('a dossier cites the publication of a table', () => {
  const files = [
    ...dossiersWith(
      'reference/charter.yaml',
      'publication: harbor-charter\n    entity',
      'publication: log-book\n    entity',
    ),
    ...editions(`${gull},1985-05,,,norway`),
  ]
  expect(problemsOf(files)).toEqual([])
})

test.each<[mistake: string, row: string, problem: string]>([
  [
    'an edition of no series',
    'kite-1985,kite,1985,Kite 1985,,1985,,,norway',
    '"kite" is not the series of an exercise: give the id of the exercise that is held again and again',
  ],
  [
    'a country that is not known',
    `${gull},1985,,,norway peru`,
    'there is no entity "peru": add it to entities/ or to the entities of the article, or correct the id',
  ],
  [
    'an id of another entity',
    'gull-drill,gull-drill,1985,Gull Drill 1985,,1985,,,norway',
    'the id "gull-drill" is taken',
  ],
  [
    'a name of another entity',
    'gull-drill-1985,gull-drill,1985,Gull Drill,,1985,,,norway',
    '"Gull Drill" is the name of "gull-drill" too',
  ],
  ['no name', 'gull-drill-1985,gull-drill,1985,,,1985,,,norway', '"name" is invalid'],
  ['no date', `${gull},1985-13,,,norway`, '"began" is invalid: must be a date'],
  [
    'dates in the wrong order',
    `${gull},1985-05,1985-04,,norway`,
    '"ended" is invalid: give a day that is not before "began"',
  ],
  [
    'a year that is none',
    'gull-drill-85,gull-drill,85,Gull Drill 85,,1985,,,norway',
    '"year" is invalid: must be a year such as "1998"',
  ],
  [
    'a long id',
    'gull-drill-nineteen-eighty-five,gull-drill,1985,Gull,,1985,,,norway',
    '"id" is invalid: make it at most 24 characters long',
  ],
  ['markup', `${gull},1985,,**Oslo**,norway`, '"location" is invalid'],
  ['too few cells', gull, 'Invalid Record Length'],
])('%s is a problem at its line', (_mistake, row, problem) => {
  expect(problemsOf([...sampleFiles, ...editions(row)]).join('\n')).toContain(`tables/drills.csv:2: `)
  expect(problemsOf([...sampleFiles, ...editions(row)]).join('\n')).toContain(problem)
})

test('a column of editions that is not known is named', () => {
  const files = table('drills', 'rows: editions\n', `${columns},ships\n${gull},1985,,,norway,4`)
  expect(problemsOf([...sampleFiles, ...files])).toEqual([
    'tables/drills.csv:2: the row is invalid: remove or correct "ships"',
  ])
})

const troops = `rows: countries
attribute: us-troops
statement: A count for {year} has {value} troops in {country}.
`

test('a row of countries has a number for each year', () => {
  const files = [...sampleFiles, ...table('troops', troops, 'country,1998,1999\nnorway,1200,\nchile,,30')]
  expect(problemsOf(files)).toEqual([])
  const told = parseDataset(files).facts.filter(({ item }) => item.article === 'log-book')
  expect(told.map(({ item }) => [item.id, item.statement, item.asOf.first])).toEqual([
    ['log-book/norway-1998', 'A count for 1998 has 1,200 troops in Norway.', '1998'],
    ['log-book/chile-1999', 'A count for 1999 has 30 troops in Chile.', '1999'],
  ])
})

test.each([
  ['country,1998\nperu,4', 'there is no entity "peru": write the id of a country in the column "country"'],
  ['country,1998\nnorway,0', '"0" in the column "1998" is not a number of a year'],
  ['country,spring\nnorway,4', '"4" in the column "spring" is not a number of a year'],
])('a cell that is no number of a country and a year is a problem: %j', (csv, problem) => {
  expect(problemsOf([...sampleFiles, ...table('troops', troops, csv)]).join('\n')).toContain(
    `tables/troops.csv:2: ${problem}`,
  )
})

test('a table says what its rows are', () => {
  const files = table('drills', '', `${columns}\n${gull},1985,,,norway`)
  expect(problemsOf([...sampleFiles, ...files]).join('\n')).toContain('tables/drills.yaml:1: "rows" is ')
})
