// /admin import, articles and export: an article is added while the bot runs, survives a restart, and can be taken back.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createWorld, type ObservedResponse } from 'discord-emulator'
import { attributes } from '../../src/data/model/attributes.ts'
import { hashFiles } from '../../src/data/model/data-file.ts'
import { readAllFiles } from '../../src/data/build/data-files.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { ensureLiveRevision } from '../../src/revisions/ensure-live-revision.ts'
import { exportRevision } from '../../src/revisions/export.ts'
import { seed } from '../../src/revisions/publish.ts'
import { messageIn, renderedText, startTestBot, verdictOf } from '../helpers/test-bot.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'
import { pier, quay } from '../fixtures/sample-imports.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeFiles(dataDirectory, sampleFiles)

async function startBot(databaseDirectory?: string, files = dataDirectory) {
  const world = createWorld()
  const { operator, administrator } = world.users
  world.guilds.home.members[operator.id] = world.guilds.home.members[administrator.id] ?? 0n
  const bot = await startTestBot({
    dataDirectory: files,
    emulator: { world, initialResponseTimeoutMs: 60_000 },
    ...(databaseDirectory !== undefined && { databaseDirectory }),
  })
  const user = bot.emulator.as('operator')
  const attach = (name: string, content: string | Uint8Array) =>
    user.runCommand(`/admin import file:${name}`, [{ name, content }])
  const folder = () => {
    const directory = join(bot.databaseDirectory, 'articles')
    return existsSync(directory) ? readdirSync(directory).sort() : []
  }
  const drill = async () => verdictOf(await bot.emulator.runCommand('/exercise name:Pier Drill'))
  return { ...bot, user, attach, folder, drill }
}

type Bot = Awaited<ReturnType<typeof startBot>>

async function apply({ user }: Bot, plan: ObservedResponse): Promise<string> {
  return renderedText(await user.clickButton(plan, 'Apply'))
}

async function exported({ user }: Bot): Promise<Uint8Array> {
  const [file] = messageIn(await user.runCommand('/admin export')).attachments
  return new Uint8Array(await (await fetch(file?.url ?? '')).arrayBuffer())
}

describe('an imported article', () => {
  test('answers at once, after a restart and after a reseed, until the import is undone', async () => {
    const bot = await startBot()
    const { attach, folder } = bot
    expect(await bot.drill()).not.toMatch(/Gull Sea/)
    const plan = await attach('pier.yaml', pier)
    expect(plan).toMatchObject({ type: 'message', ephemeral: true })
    expect(renderedText(plan)).toContain('### Import · revision 1 → revision 2\n')
    expect(verdictOf(plan)).toBe(
      'This import would add 1 fact, 1 entity and 1 article. Nothing has changed yet.',
    )
    expect(renderedText(plan)).toContain('**Imported files** adds pier.yaml')
    expect(folder()).toEqual([])
    expect(await apply(bot, plan)).toBe(
      'Revision 2 is live: 6 facts about 5 entities from 2 articles. Imported: pier.yaml.',
    )
    expect(folder()).toEqual(['pier.yaml', 'removed'])
    expect(await bot.drill()).toMatch(/^An exercise in the Gull Sea\./)
    await bot.bot.close()

    const again = await startBot(bot.databaseDirectory)
    expect(await again.drill()).toMatch(/^An exercise in the Gull Sea\./)
    expect(renderedText(await again.user.runCommand('/admin reseed'))).toBe(
      'Revision 2 is live and says what the files say: there is nothing to apply.',
    )
    expect(renderedText(await again.attach('pier.yaml', pier))).toBe(
      'Revision 2 is live and was built from these files already: there is nothing to apply.',
    )
    const changed = await again.attach('pier.yaml', pier.replace('value: Gull Sea', 'value: Gull Sea area'))
    expect(renderedText(changed)).toContain('**Imported files** replaces pier.yaml')
    const undone = await again.user.clickButton(await again.user.clickButton(changed, 'Apply'), 'Undo')
    expect(renderedText(undone)).toMatch(
      /^Revision 2 is live again: .+ Replaced: pier\.yaml; the texts from before/,
    )
    expect(readFileSync(join(bot.databaseDirectory, 'articles/pier.yaml'), 'utf8')).toBe(pier)
  })

  test('that is undone stays away after a restart and an upgrade, and its text is kept', async () => {
    const bot = await startBot()
    const plan = await bot.attach('pier.yaml', pier)
    const undone = await bot.user.clickButton(await bot.user.clickButton(plan, 'Apply'), 'Undo')
    expect(renderedText(undone)).toBe(
      'Revision 1 is live again: 5 facts about 4 entities from 1 article. No longer imported: pier.yaml; kept in articles/removed of DATABASE_DIR. The files are those that it was built from.',
    )
    expect(bot.folder()).toEqual(['removed'])
    const [kept = ''] = readdirSync(join(bot.databaseDirectory, 'articles/removed'))
    expect(readFileSync(join(bot.databaseDirectory, 'articles/removed', kept), 'utf8')).toBe(pier)
    await bot.bot.close()
    const db = openAppDatabase(bot.databaseDirectory)
    onTestFinished(() => db.close())
    await ensureLiveRevision(
      { dataDirectory, databaseDirectory: bot.databaseDirectory },
      db,
      pino({ level: 'silent' }),
    )
    expect(await db.live()).toMatchObject({ number: 1, pinnedByRollback: false })
    const upgraded = temporaryFolder()
    writeFiles(upgraded, sampleFiles)
    writeFileSync(join(upgraded, 'entities/alliance.yaml'), `${sampleFiles[1]?.text}# newer\n`)
    const paths = { dataDirectory: upgraded, databaseDirectory: bot.databaseDirectory }
    await ensureLiveRevision(paths, db, pino({ level: 'silent' }))
    expect((await db.revisions())[0]).toMatchObject({ number: 3, facts: 5 })
    expect((await db.live())?.number).toBe(3)
  })

  test('is listed, and removed after its difference was shown; going forward brings it back', async () => {
    const bot = await startBot()
    expect(renderedText(await bot.user.runCommand('/admin articles'))).toMatch(
      /^No articles have been imported\./,
    )
    await apply(bot, await bot.attach('pier.yaml', pier))
    await apply(bot, await bot.attach('quay-works.yaml', quay))
    const list = await bot.user.runCommand('/admin articles')
    expect(renderedText(list)).toContain('**pier.yaml** Piers of the World · 1 KiB')
    expect(renderedText(list)).toContain('**quay-works.yaml** a dossier · 1 KiB')
    const settings = await bot.user.runCommand('/settings')
    await bot.user.select(settings, 'Sources: the five articles')
    expect(renderedText(await bot.user.runCommand('/admin articles'))).toBe(renderedText(list))
    await bot.user.select(settings, 'Sources: all')
    const plan = await bot.user.select(list, 'pier.yaml')
    expect(verdictOf(plan)).toBe(
      'This removal would remove 1 fact, 1 entity and 1 article. Nothing has changed yet.',
    )
    expect(renderedText(await bot.user.clickButton(plan, 'Cancel'))).toBe('Nothing was changed.')
    expect(bot.folder()).toEqual(['pier.yaml', 'quay-works.yaml', 'removed'])
    const choose = async () => bot.user.select(await bot.user.runCommand('/admin articles'), 'pier.yaml')
    const removed = await apply(bot, await choose())
    expect(removed).toMatch(/^Revision 4 is live: .+ No longer imported: pier\.yaml/)
    expect(bot.folder()).toEqual(['quay-works.yaml', 'removed'])
    expect(await bot.drill()).not.toMatch(/Gull Sea/)
    const back = await bot.user.runCommand('/admin rollback revision:3')
    expect(renderedText(back)).toContain('**Imported files** adds pier.yaml')
    expect(await apply(bot, back)).toMatch(/^Revision 3 is live again: .+ Imported: pier\.yaml\./)
    expect(await bot.drill()).toMatch(/^An exercise in the Gull Sea\./)
    expect(renderedText(await choose())).toContain('removes pier.yaml')
    const history = renderedText(await bot.user.runCommand('/admin history'))
    expect(history).toContain('from the removal of an imported file')
    expect(history).toContain('from an import')
    expect(history).toMatch(/plan removal, revision 3 → revision 5/)
  })

  test('of one operator is neither applied nor cancelled in the place of that of another', async () => {
    const bot = await startBot()
    const plans = [
      await bot.attach('pier.yaml', pier),
      await bot.attach('pier.yaml', pier),
      await bot.attach('quay-works.yaml', quay),
    ] as const
    expect(renderedText(await bot.user.clickButton(plans[0], 'Cancel'))).toBe('Nothing was changed.')
    expect(await apply(bot, plans[1])).toBe(
      'Nothing was changed, since what was built for it is no longer there: try again.',
    )
    expect(await apply(bot, plans[2])).toMatch(/Imported: quay-works\.yaml\.$/)
  })

  test('that is written in Windows keeps its lines and its byte order mark', async () => {
    const bot = await startBot()
    const text = `\ufeff${pier.replaceAll('\n', '\r\n')}`
    await apply(bot, await bot.attach('pier.yaml', text))
    expect(await bot.drill()).toMatch(/^An exercise in the Gull Sea\./)
    expect(readFileSync(join(bot.databaseDirectory, 'articles/pier.yaml'), 'utf8')).toBe(text)
    const [other, zip] = [await startBot(), await exported(bot)]
    await apply(other, await other.attach('entente-2.zip', zip))
    expect(Buffer.from(await exported(other)).equals(zip)).toBe(true)
  })

  test('may be called as what every object in JavaScript has', async () => {
    const bot = await startBot()
    await apply(bot, await bot.attach('constructor.yaml', pier.replaceAll('pier-drill', 'constructor')))
    expect(await bot.drill()).toMatch(/^An exercise in the Gull Sea\./)
    expect(renderedText(await bot.user.runCommand('/admin articles'))).toContain('**constructor.yaml** Piers')
    const sources = renderedText(await bot.emulator.runCommand('/source article:Piers of the World'))
    expect(sources).toMatch(/^### Piers of the World\n/)
  })

  test('may be a dossier that cites what is there already', async () => {
    const bot = await startBot()
    await apply(bot, await bot.attach('quay-works.yaml', quay))
    const more = `subject: More of the quay
official_text: there is none
facts:
  - id: norway
    publication: quay-news
    entity: gull-drill
    attribute: participant
    value: norway
    statement: Norway takes part in Gull Drill.
`
    expect(await apply(bot, await bot.attach('more.yaml', more))).toMatch(/Imported: more\.yaml\.$/)
  })

  test('that cannot be written is not live either, and can be applied once the cause is gone', async () => {
    const bot = await startBot()
    const plan = await bot.attach('pier.yaml', pier)
    const directory = join(bot.databaseDirectory, 'articles')
    writeFiles(directory, [
      { path: 'removed', text: 'in the way' },
      { path: '.old.yaml.tmp', text: 'left by a crash' },
    ])
    expect(await apply(bot, plan)).toMatch(
      /^Nothing was changed, since .+articles\/removed is in the way \(EEXIST\): move it elsewhere\.$/,
    )
    expect(await bot.drill()).not.toMatch(/Gull Sea/)
    expect(bot.folder()).toEqual(['.old.yaml.tmp', 'removed'])
    rmSync(join(directory, 'removed'))
    expect(await apply(bot, await bot.attach('pier.yaml', pier))).toMatch(/ Imported: pier\.yaml\.$/)
    expect(bot.folder()).toEqual(['pier.yaml', 'removed'])
  })

  test('is applied only as it was shown', async () => {
    const bot = await startBot()
    const plan = await bot.attach('pier.yaml', pier)
    await apply(bot, await bot.attach('quay-works.yaml', quay))
    expect(await apply(bot, plan)).toBe(
      'Nothing was changed, since revision 2 has become live since: try again.',
    )
    expect(bot.folder()).toEqual(['quay-works.yaml', 'removed'])
  })

  test('that an upgrade makes impossible is left out where nothing else can be built, and named', async () => {
    const databaseDirectory = temporaryFolder()
    const paths = { dataDirectory, databaseDirectory }
    writeFiles(join(databaseDirectory, 'articles'), [{ path: 'gazette.yaml', text: pier }])
    const db = openAppDatabase(databaseDirectory)
    onTestFinished(() => db.close())
    const lines: string[] = []
    await ensureLiveRevision(paths, db, pino({}, { write: (line: string) => void lines.push(line) }))
    expect((await db.revisions())[0]).toMatchObject({ number: 1, facts: 5 })
    expect(lines.join('')).toContain('imported/gazette.yaml:1: the id \\"gazette\\" is taken')
    expect(lines.join('')).toContain('building without the imported files')
    expect(readdirSync(join(databaseDirectory, 'articles'))).toEqual(['gazette.yaml'])
  })
})

describe('imported files that an upgrade makes impossible', () => {
  /** A version that comes with both entities, and one that comes with neither was live before. */
  async function startUpgraded({ canReadLast }: { canReadLast: boolean }): Promise<Bot> {
    const bot = await startBot()
    const gate = pier.replaceAll('pier-drill', 'gate-drill').replaceAll('Pier Drill', 'Gate Drill')
    await apply(bot, await bot.attach('pier.yaml', pier))
    await apply(bot, await bot.attach('gate.yaml', gate.replace('Piers of', 'Gates of')))
    await bot.bot.close()
    const upgraded = temporaryFolder()
    const facts = ['pier', 'gate'].map(
      (name) => `  - id: ${name}-region
    entity: ${name}-drill
    attribute: region
    value: Tern Sea
    statement: ${name === 'pier' ? 'Pier' : 'Gate'} Drill takes place in the Tern Sea.
    section: News
`,
    )
    writeFiles(upgraded, [
      ...sampleFiles.map(({ path, text }) => ({
        path,
        text: path === 'articles/gazette.yaml' ? text + facts.join('') : text,
      })),
      {
        path: 'entities/exercise.yaml',
        text: `entities:
  - { id: pier-drill, name: Pier Drill }
  - { id: gate-drill, name: Gate Drill }
`,
      },
    ])
    // As after a change of the schema.
    if (!canReadLast)
      for (const number of [1, 2, 3]) writeFileSync(join(bot.databaseDirectory, `revision-${number}.db`), '')
    return startBot(bot.databaseDirectory, upgraded)
  }

  test.each([true, false])('are removed together; the last revision is readable: %s', async (canReadLast) => {
    const bot = await startUpgraded({ canReadLast })
    const errors = bot.log.filter(({ level }) => level === 50).map(({ msg }) => msg)
    expect(errors).toContainEqual(
      expect.stringContaining('imported/gate.yaml:7: the id "gate-drill" is taken'),
    )
    const choose = async (...names: string[]) =>
      bot.user.select(await bot.user.runCommand('/admin articles'), names)
    const alone = renderedText(await choose('pier.yaml'))
    expect(alone).toMatch(/not possible[^]*imported\/gate\.yaml:7\*\* the id "gate-drill" is taken/)
    const plan = await choose('pier.yaml', 'gate.yaml')
    expect(renderedText(plan)).toContain('**Imported files** removes gate.yaml and pier.yaml')
    expect(await apply(bot, plan)).toMatch(
      /^Revision \d is live: .+ No longer imported: gate\.yaml and pier\.yaml/,
    )
    expect(bot.folder()).toEqual(['removed'])
    expect(renderedText(await bot.user.runCommand('/admin reseed'))).toMatch(/there is nothing to apply\.$/)
    expect(renderedText(await bot.user.runCommand('/admin status'))).not.toContain('data_files')
  })
})

describe('an export', () => {
  test('imports on an empty folder to the same content hash', async () => {
    const bot = await startBot()
    await apply(bot, await bot.attach('pier.yaml', pier))
    await apply(bot, await bot.attach('quay-works.yaml', quay))
    const zip = await exported(bot)
    const other = await startBot()
    const plan = await other.attach('entente-3.zip', zip)
    expect(renderedText(plan)).toContain('**Imported files** adds pier.yaml and quay-works.yaml')
    expect(await apply(other, plan)).toMatch(
      /^Revision 2 is live: .+ Imported: pier\.yaml and quay-works\.yaml\.$/,
    )
    const [one, two] = [bot, other].map(({ databaseDirectory }) =>
      hashFiles(readAllFiles({ dataDirectory, databaseDirectory }), attributes),
    )
    expect(two).toBe(one)
    const db = openAppDatabase(other.databaseDirectory)
    onTestFinished(() => db.close())
    expect((await db.live())?.hash).toBe(one)
    expect(Buffer.from(await exported(other)).equals(zip)).toBe(true)
    expect(renderedText(await other.user.runCommand('/admin export'))).toBe(
      `These are the files of revision 2, content hash \`${one?.slice(0, 16)}\`. /admin import reads them back.`,
    )
  })

  test('of another version brings its imported files, and the card names what this version keeps', async () => {
    const older = temporaryFolder()
    writeFiles(older, sampleFiles)
    writeFileSync(join(older, 'entities/alliance.yaml'), `${sampleFiles[1]?.text}# older\n`)
    const databaseDirectory = temporaryFolder()
    const pierOf = (number: number) => ({
      path: `pier-${number}.yaml`,
      text: pier
        .replaceAll('pier-drill', `pier-drill-${number}`)
        .replaceAll('Pier Drill', `Pier Drill ${number}`),
    })
    writeFiles(join(databaseDirectory, 'articles'), [1, 2, 3].map(pierOf))
    await seed({ dataDirectory: older, databaseDirectory, actor: 'shell' })
    const db = openAppDatabase(databaseDirectory)
    onTestFinished(() => db.close())
    const result = await exportRevision(databaseDirectory, await db.live())
    if (result.outcome !== 'exported') throw new Error(result.reason)
    const bot = await startBot()
    const plan = await bot.attach('older.zip', result.zip)
    const note =
      'This version of Entente comes with other texts of entities/alliance.yaml than the export, and keeps its own.'
    expect(renderedText(plan)).toContain(note)
    const next = await bot.user.clickButton(plan, 'Next')
    expect(renderedText(next)).toContain('Page 2 of 2')
    expect(renderedText(next)).toContain(note)
    expect(await apply(bot, next)).toMatch(/^Revision 2 is live: 8 facts/)
  })
})
