import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { revisionPath } from '../../../src/data/query/revision-file.ts'
import { openStore } from '../../../src/data/query/fact-store.ts'
import { seed } from '../../../src/revisions/publish.ts'
import {
  openLive,
  readLiveFile,
  sampleFiles,
  sampleWith,
  temporaryFolder,
  writeFiles,
} from '../../fixtures/sample-data.ts'

async function openSample(files = sampleFiles) {
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(paths.dataDirectory, files)
  await seed({ ...paths, actor: 'shell' })
  return { paths, store: openLive(paths.databaseDirectory) }
}

test('facts about an entity are grouped by attribute, in the order of the vocabulary', async () => {
  const facts = (await openSample()).store.current()
  expect(facts.factsAbout('harbor-league').map(({ attribute }) => attribute)).toEqual([
    'classification',
    'member',
    'partner-count',
    'founded',
  ])
  expect(facts.factsAbout('harbor-league')[1]?.facts).toMatchObject([
    {
      id: 'gazette/league-norway',
      value: { type: 'entity', entity: 'norway' },
      statement: 'Norway belongs to the Harbor League.',
      section: 'News',
      asOf: { first: '2021-02', last: '2021-02', inferred: false },
      visibleFrom: '2021-02-28',
      role: 'full',
    },
  ])
  expect(facts.factsAbout('nothing')).toEqual([])
})

test('the newest value of a time-varying attribute comes first, and values that do not agree are disputed', async () => {
  const more = `  - id: later-kind
    entity: harbor-league
    attribute: classification
    value: partnership
    statement: The Harbor League is a partnership.
    section: News
  - id: ports-older
    entity: harbor-league
    attribute: member-count
    value: 5
    statement: The Harbor League then had five members.
    section: News
  - id: ports-newer
    entity: harbor-league
    attribute: member-count
    value: 7
    statement: The Harbor League had seven members.
    section: Leagues
`
  const facts = (
    await openSample(
      sampleWith('articles/gazette.yaml', '  - id: drill-region', `${more}  - id: drill-region`),
    )
  ).store.current()
  const groups = facts.factsAbout('harbor-league')
  const counts = groups.find(({ attribute }) => attribute === 'member-count')
  expect(counts?.facts.map(({ id }) => id)).toEqual(['gazette/ports-newer', 'gazette/ports-older'])
  expect(groups.filter(({ disputed }) => disputed).map(({ attribute }) => attribute)).toEqual([
    'classification',
    'member-count',
  ])
  expect([...facts.kindsOf('harbor-league')]).toEqual(['alliance', 'partnership'])
})

test('facts that mention an entity are found by its id', async () => {
  const facts = (await openSample()).store.current()
  expect(facts.factsMentioning('norway').map(({ id }) => id)).toEqual(['gazette/league-norway'])
  expect(facts.factsMentioning('chile').map(({ id }) => id)).toEqual(['gazette/drill-region'])
})

test.each([
  ['hl', ['harbor-league']],
  ['H.L.', ['harbor-league']],
  ['league of HARBORS', ['harbor-league']],
  ['Norwegian', ['norway']],
  ['', []],
  ['league', []],
])('the exact name %j finds %j', async (name, entities) => {
  expect((await openSample()).store.current().names.exact(name)).toEqual(entities)
})

test('names are searched through the index stored in the revision', async () => {
  const { names } = (await openSample()).store.current()
  expect(names.search('norvay')[0]).toEqual({ entity: 'norway', name: 'Norway' })
})

test('a new revision is opened, and the previous one stays readable', async () => {
  const { paths, store } = await openSample()
  const before = store.current()
  expect(store.current()).toBe(before)
  writeFiles(
    paths.dataDirectory,
    sampleWith('entities/country.yaml', 'name: Chile', 'name: Republic of Chile'),
  )
  await seed({ ...paths, actor: 'shell' })
  const after = store.current()
  expect([before.revision, after.revision]).toEqual([1, 2])
  expect([before.getEntity('chile')?.name, after.getEntity('chile')?.name]).toEqual([
    'Chile',
    'Republic of Chile',
  ])
  expect(before.factsAbout('gull-drill')).toHaveLength(1)
})

test.each<[string, (path: string) => void]>([
  ['missing', (path) => rmSync(path)],
  ['corrupt', (path) => writeFileSync(path, 'not a database')],
  [
    'of a newer version',
    (path) => {
      const database = new Database(path)
      database.pragma('user_version = 999')
      database.close()
    },
  ],
])('a new revision that is %s is reported, and the open one stays in use', async (_name, damage) => {
  const { paths } = await openSample()
  const errors: unknown[] = []
  let locked = false
  const liveFile = () => {
    if (locked) throw new Error('database is locked')
    return readLiveFile(paths.databaseDirectory)
  }
  const store = openStore(paths.databaseDirectory, liveFile, undefined, (error) => errors.push(error))
  onTestFinished(() => store.close())
  writeFiles(
    paths.dataDirectory,
    sampleWith('entities/country.yaml', 'name: Chile', 'name: Republic of Chile'),
  )
  await seed({ ...paths, actor: 'shell' })
  const path = revisionPath(paths.databaseDirectory, 2)
  const intact = readFileSync(path)
  damage(path)
  expect(store.current().revision).toBe(1)
  expect(store.current().factsAbout('gull-drill')).toHaveLength(1)
  expect(errors).toHaveLength(2)
  writeFileSync(path, intact)
  locked = true
  expect(store.current().revision).toBe(1)
  locked = false
  expect(store.current().revision).toBe(2)
})

test('an intact revision contains its source files', async () => {
  const { paths } = await openSample()
  writeFiles(
    paths.dataDirectory,
    sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the North Sea'),
  )
  await seed({ ...paths, actor: 'shell' })
  expect(await seed({ ...paths, actor: 'shell', fromRevision: 1 })).toMatchObject({
    outcome: 'published',
    revision: 3,
  })
})

test('an as-of view has what was true on a day, and leaves the revision unchanged', async () => {
  const older = `  - id: older-count
    entity: harbor-league
    attribute: partner-count
    value: 9
    unit: ports
    as_of: '1990'
    statement: The Harbor League served nine ports.
    section: News
`
  const facts = (
    await openSample(
      sampleWith('articles/gazette.yaml', '  - id: drill-region', `${older}  - id: drill-region`),
    )
  ).store.current()
  const on = (day: string) => {
    const { factsAbout, factsMentioning } = facts.asOf(day)
    const ids = factsAbout('harbor-league').flatMap((group) => group.facts.map(({ id }) => id))
    return [ids, factsAbout('gull-drill').length, factsMentioning('norway').length]
  }
  expect(on('1990-12-30')).toEqual([[], 0, 0])
  expect(on('1990-12-31')).toEqual([['gazette/older-count'], 0, 0])
  // An article of 2021 says that Gull Drill's region was true in 2001 and 2002.
  expect(on('2001-12-31')).toEqual([['gazette/older-count'], 1, 0])
  expect(on('2003-01-01')).toEqual([['gazette/older-count'], 0, 0])
  const news = ['gazette/league-norway', 'gazette/league-ports', 'gazette/older-count']
  expect(on('2021-02-28')).toEqual([news, 0, 1])
  expect(on('2021-03-04')[0]).toHaveLength(5)
  const counts = (day: string) =>
    facts
      .asOf(day)
      .factsAbout('harbor-league')
      .find(({ attribute }) => attribute === 'partner-count')
  expect(counts('1990-12-31')?.disputed).toBe(false)
  expect(counts('2021-02-28')?.disputed).toBe(true)
  expect(facts.asOf('1990-12-31').asOf('')).toBe(facts)
  expect([facts.asOfDate, facts.asOf('1990-12-31').asOfDate]).toEqual(['', '1990-12-31'])
  expect(facts.factsAbout('harbor-league').flatMap((group) => group.facts)).toHaveLength(5)
})

test('every country is found by name, code and flag, those without facts last', async () => {
  const files = sampleWith(
    'entities/country.yaml',
    '  - { id: norway',
    `  - { id: china, name: China, code: CN }
  - { id: myanmar, name: Myanmar, code: MM, aliases: [Burma] }
  - { id: norway`,
  )
  const { names, getEntity, factsAbout, hasFacts } = (await openSample(files)).store.current()
  const exact = (text: string) => names.exact(text).map((id) => [id, getEntity(id)?.name])
  for (const text of ['Norway', 'Norwegian', 'NO', 'nor', '🇳🇴', ' norway ']) {
    expect(exact(text), text).toEqual([['norway', 'Norway']])
  }
  expect(exact('Myanmar (Burma)')).toEqual([['myanmar', 'Myanmar']])
  for (const text of ['🇲🇲', 'MMR', 'mm', 'Burma']) expect(exact(text), text).toEqual(exact('Myanmar'))
  expect(exact('HL')).toEqual([['harbor-league', 'Harbor League']])
  expect(exact('Nowhere')).toEqual([])
  expect(names.search('chi').map(({ entity }) => entity)).toEqual(['chile', 'china'])
  const all = names.search('').map(({ entity }) => entity)
  expect(all.map((id) => hasFacts(id))).toEqual([true, true, true, true, false, false])
  expect(factsAbout('myanmar')).toEqual([])
})

test('an entity has facts if one is about it, has it as its value or mentions it', async () => {
  const files = sampleWith(
    'entities/country.yaml',
    '  - { id: norway',
    '  - { id: peru, name: Peru, code: PE }\n  - { id: norway',
  )
  const { hasFacts } = (await openSample(files)).store.current()
  for (const id of ['harbor-league', 'norway', 'chile']) expect(hasFacts(id), id).toBe(true)
  for (const id of ['peru', 'nowhere', '']) expect(hasFacts(id), id).toBe(false)
})
