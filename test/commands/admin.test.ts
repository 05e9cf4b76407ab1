// /admin: an operator plans, applies and undoes a reseed, rolls back, and finds every action in the history.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type ObservedResponse, createWorld } from 'discord-emulator'
import { acquireBuildLock } from '../../src/revisions/build-lock.ts'
import { collectPages, startTestBot, renderedText, verdictOf } from '../helpers/test-bot.ts'
import { sampleFiles, sampleWith, writeFiles } from '../fixtures/sample-data.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeFiles(dataDirectory, sampleFiles)

const world = createWorld()
const { operator, moderator, administrator } = world.users
// Discord shows the command only to guild administrators.
for (const user of [operator, moderator]) {
  world.guilds.home.members[user.id] = world.guilds.home.members[administrator.id] ?? 0n
}
const { emulator, databaseDirectory } = await startTestBot({
  dataDirectory,
  emulator: { world, initialResponseTimeoutMs: 60_000 },
  operatorIds: [moderator.id],
})
const first = emulator.as('operator')
const second = emulator.as('moderator')

const script = join(import.meta.dirname, '../../scripts/seed.ts')
const gazette = 'articles/gazette.yaml'
const region = async () => verdictOf(await emulator.runCommand('/exercise name:Gull Drill'))
const changed = sampleWith(gazette, 'value: North Sea', 'value: North Sea area')

describe('an operator', () => {
  test('sees the changes, applies them, undoes them in one click, and finds both in the history', async () => {
    expect(renderedText(await first.runCommand('/admin reseed'))).toBe(
      'Revision 1 is live and says what the files say: there is nothing to apply.',
    )
    writeFiles(dataDirectory, changed)
    const diffCard = await first.runCommand('/admin reseed')
    expect(diffCard).toMatchObject({ type: 'message', ephemeral: true })
    expect(renderedText(diffCard)).toContain(
      '**Changed fact gazette/drill-region**\nvalue: North Sea → North Sea area',
    )
    expect(renderedText(diffCard)).toContain('### Reseed · revision 1 → revision 2\n')
    expect(verdictOf(diffCard)).toBe('A reseed would change 1 fact. Nothing has changed yet.')
    expect(await region()).toMatch(/^An exercise in the North Sea\./)
    const appliedCard = await first.clickButton(diffCard, 'Apply')
    expect(renderedText(appliedCard)).toBe('Revision 2 is live: 5 facts about 4 entities from 1 article.')
    expect(await region()).toMatch(/^An exercise in the North Sea area\./)
    const undoneCard = await first.clickButton(appliedCard, 'Undo')
    expect(renderedText(undoneCard)).toMatch(/^Revision 1 is live again: .+ It stays live after a restart/)
    const history = await first.runCommand('/admin history')
    expect(verdictOf(history)).toBe('Revision 1 of 2 is live, pinned by a rollback.')
    expect(renderedText(history)).toContain(
      `by <@${operator.id}> from the files of facts · 5 facts about 4 entities from 1 article`,
    )
    expect(renderedText(history)).toContain(
      `<@${operator.id}>: rollback, revision 2 → revision 1, from the stored file`,
    )
  })

  test('rolls back to a revision from autocomplete after reviewing the diff', async () => {
    const choices = await first.autocomplete('/admin rollback revision:')
    expect(choices.map(({ value }) => value)).toEqual(['2'])
    const diffCard = await first.runCommand('/admin rollback revision:2')
    expect(renderedText(diffCard)).toContain('value: North Sea → North Sea area')
    expect(renderedText(await first.clickButton(diffCard, 'Cancel'))).toBe('Nothing was changed.')
    const newDiffCard = await first.runCommand('/admin rollback revision:2')
    expect(renderedText(await first.clickButton(newDiffCard, 'Apply'))).toMatch(/^Revision 2 is live again/)
    expect(renderedText(await first.runCommand('/admin rollback revision:2'))).toBe(
      'Revision 2 is live already.',
    )
    expect(renderedText(await first.runCommand('/admin rollback revision:77'))).toMatch(
      /^Nothing was changed\. There is no revision 77\. Choose another one/,
    )
    expect(renderedText(await first.runCommand('/admin rollback revision:two'))).toMatch(
      /^That isn.t a revision number\./,
    )
  })

  test('applying a stale plan shows a new diff and applies nothing', async () => {
    writeFiles(dataDirectory, sampleFiles)
    const diffCard = await first.runCommand('/admin reseed')
    writeFiles(dataDirectory, sampleWith(gazette, 'value: North Sea', 'value: North Sea coast'))
    const newDiffCard = await first.clickButton(diffCard, 'Apply')
    expect(verdictOf(newDiffCard)).toBe(
      'Nothing was applied, since the files have changed since. A reseed would change 1 fact.',
    )
    expect(renderedText(newDiffCard)).toContain('value: North Sea area → North Sea coast')
    const built = spawnSync(process.execPath, [
      script,
      '--data-dir',
      dataDirectory,
      '--database-dir',
      databaseDirectory,
    ])
    expect(built.status).toBe(0)
    const other = await first.clickButton(newDiffCard, 'Apply')
    expect(renderedText(other)).toBe(
      'Revision 3 is live and says what the files say: there is nothing to apply.',
    )
    expect(await region()).toMatch(/^An exercise in the North Sea coast\./)
  })

  test('clicking Apply twice applies the plan once', async () => {
    writeFiles(dataDirectory, changed)
    const diffCard = await first.runCommand('/admin reseed')
    const answers = await Promise.all([
      first.clickButton(diffCard, 'Apply'),
      first.clickButton(diffCard, 'Apply'),
    ])
    expect(answers.map((answer) => renderedText(answer)).sort()).toEqual([
      expect.stringMatching(/^Revision 4 is live and says what/),
      expect.stringMatching(/^Revision 4 is live: 5 facts/),
    ])
  })

  test('is told that another process is building, and gets a plan once it has finished', async () => {
    writeFiles(dataDirectory, sampleFiles)
    const release = acquireBuildLock(databaseDirectory)
    try {
      expect(renderedText(await second.runCommand('/admin reseed'))).toBe(
        'Another operator is reseeding. Try again shortly.',
      )
      expect(await region()).toMatch(/^An exercise in the North Sea area\./)
    } finally {
      release()
    }
    expect(renderedText(await second.runCommand('/admin reseed'))).toMatch(
      /^### Reseed · revision 4 → revision 5$/m,
    )
  })

  test('whose plan was discarded by another operator sees what would change now', async () => {
    const diffCard = await first.runCommand('/admin reseed')
    const other = await second.runCommand('/admin reseed')
    await first.clickButton(diffCard, 'Cancel')
    const newDiffCard = await second.clickButton(other, 'Apply')
    expect(verdictOf(newDiffCard)).toBe(
      'Nothing was applied, since what was built for it is no longer there. A reseed would change 1 fact.',
    )
    expect(renderedText(await second.clickButton(newDiffCard, 'Apply'))).toMatch(/^Revision 5 is live: /)
  })

  test('pages through all problems in the files, without an Apply button', async () => {
    const bad =
      'entities:\n' + Array.from({ length: 20 }, (_, n) => `  - { id: e${n}, name: E${n} }\n`).join('')
    writeFiles(dataDirectory, [{ path: 'entities/ship.yaml', text: bad }])
    const pages = await collectPages(emulator, await first.runCommand('/admin reseed'), first)
    expect(pages).toHaveLength(3)
    const text = pages.map(renderedText).join('\n')
    for (let line = 2; line <= 21; line++)
      expect(text).toContain(`**entities/ship.yaml:${line}** no fact mentions`)
    expect(JSON.stringify(pages)).not.toContain('Apply')
    rmSync(join(dataDirectory, 'entities/ship.yaml'))
  })

  test('pages through a long diff without starting a process', async () => {
    const many = sampleFiles.map(({ path, text }) => ({
      path,
      text: text.replaceAll('Harbor League', 'Haven League').replaceAll('Gull Drill', 'Tern Drill'),
    }))
    writeFiles(dataDirectory, many)
    const diffCard = await first.runCommand('/admin reseed')
    const node = process.execPath
    process.execPath = '/nonexistent/node'
    const pages = await collectPages(emulator, diffCard, first).finally(() => {
      process.execPath = node
    })
    expect(pages.length).toBeGreaterThan(1)
    const text = pages.map(renderedText).join('\n')
    for (const id of ['entity harbor-league', 'fact gazette/league-kind', 'fact gazette/league-ports'])
      expect(text).toContain(`**Changed ${id}**`)
    await first.clickButton(pages.at(-1) as ObservedResponse, 'Cancel')
    writeFiles(dataDirectory, sampleFiles)
  })
})
