// The cards of an operator outlive the bot: the custom ids of their buttons hold everything that is needed.
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createLog } from '../../src/config/logger.ts'
import { startDiscordEmulator } from 'discord-emulator'
import { startApp } from '../../src/app.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { acquireBuildLock } from '../../src/revisions/build-lock.ts'
import { ensureLiveRevision } from '../../src/revisions/ensure-live-revision.ts'
import { seed } from '../../src/revisions/publish.ts'
import { renderedText, verdictOf } from '../helpers/test-bot.ts'
import { sampleFiles, sampleWith, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const changed = sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: North Sea area')

test('a plan is applied after a restart, rolled back after the next, and stays so through a third', async () => {
  const [dataDirectory, databaseDirectory] = [temporaryFolder(), temporaryFolder()]
  writeFiles(dataDirectory, sampleFiles)
  const emulator = await startDiscordEmulator({ port: 0 })
  const log: Record<string, unknown>[] = []
  const destination = { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) }
  const startBot = async () =>
    startApp({
      ...{ token: emulator.token, apiUrl: emulator.apiUrl, dataDirectory, databaseDirectory },
      log: await createLog({ level: 'info', production: true, secrets: [], destination }),
      images: false,
    })
  let bot = await startBot()
  onTestFinished(async () => {
    await bot.close()
    await emulator.close()
  })
  const restart = async () => {
    await bot.close()
    bot = await startBot()
  }
  const operator = emulator.as('operator')
  const region = async () => verdictOf(await emulator.runCommand('/exercise name:Gull Drill'))

  writeFiles(dataDirectory, changed)
  const diffCard = await operator.runCommand('/admin reseed')
  // The files go back for a moment, since a start would apply what they say by itself.
  writeFiles(dataDirectory, sampleFiles)
  await restart()
  writeFiles(dataDirectory, changed)
  const applied = await operator.clickButton(diffCard, 'Apply')
  expect(renderedText(applied)).toMatch(/^Revision 2 is live: /)
  await restart()
  expect(await region()).toMatch(/^An exercise in the North Sea area\./)
  expect(renderedText(await operator.clickButton(applied, 'Undo'))).toMatch(/^Revision 1 is live again: /)
  await restart()
  expect(await region()).toMatch(/^An exercise in the North Sea\./)
  expect(log.find(({ level }) => level === 40)).toMatchObject({
    revision: 1,
    msg: 'live revision is pinned by a rollback; not reseeding',
  })
  const status = renderedText(await operator.runCommand('/admin status'))
  expect(status).toContain('The live revision is pinned by a rollback, so startup ignores the data files.')
  expect(status).toMatch(/0\.1\.0, started <t:\d+:R>/)
})

test('a build that takes long does not hold up a start while a revision is live, and goes live when it is done', async () => {
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(paths.dataDirectory, sampleFiles)
  await seed({ ...paths, actor: 'shell' })
  writeFiles(paths.dataDirectory, sampleWith('entities/alliance.yaml', 'entities:', '# newer\nentities:'))
  const db = openAppDatabase(paths.databaseDirectory)
  onTestFinished(() => db.close())
  const lines: string[] = []
  const release = acquireBuildLock(paths.databaseDirectory)
  const log = pino({}, { write: (line: string) => void lines.push(line) })
  await ensureLiveRevision(paths, db, log, 100)
  expect((await db.live())?.number).toBe(1)
  expect(lines.join('')).toContain('building takes long; serving the last good revision until then')
  release()
  await vi.waitFor(async () => expect((await db.live())?.number).toBe(2), 60_000)
})
