// Posted cards keep working after a restart, after a reseed, and long after their tokens have expired.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../src/config/logger.ts'
import { startDiscordEmulator } from 'discord-emulator'
import { startApp } from '../../src/app.ts'
import { messageIn, renderedText } from '../helpers/test-bot.ts'
import { sampleFiles, sampleWith, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

/** A bot over the sample files that can be restarted, and reseeded by its operator. */
async function begin(emulatorOptions: { tokenLivesMs?: number } = {}) {
  const [dataDirectory, databaseDirectory] = [temporaryFolder(), temporaryFolder()]
  writeFiles(dataDirectory, sampleFiles)
  const emulator = await startDiscordEmulator({
    port: 0,
    initialResponseTimeoutMs: 10_000,
    ...emulatorOptions,
  })
  const startBot = async () =>
    startApp({
      ...{ token: emulator.token, apiUrl: emulator.apiUrl, dataDirectory, databaseDirectory },
      images: false,
      rateLimit: { burst: Infinity },
      log: await createLog({ level: 'silent', production: true, secrets: [] }),
    })
  let bot = await startBot()
  onTestFinished(async () => {
    await bot.close()
    await emulator.close()
  })
  return {
    emulator,
    restart: async () => {
      await bot.close()
      bot = await startBot()
    },
    reseed: async (files: typeof sampleFiles) => {
      writeFiles(dataDirectory, files)
      const operator = emulator.as('operator')
      const applied = await operator.clickButton(await operator.runCommand('/admin reseed'), 'Apply')
      expect(renderedText(applied)).toMatch(/^Revision \d+ is live/)
    },
  }
}

const drill = '/exercise name:Gull Drill'

test('the pages of a search of 150 characters can be turned after a restart', async () => {
  const { emulator, restart } = await begin()
  const words = 'gull drill north sea exercise alliance treaty member'
  const seen = await emulator.runCommand(`/search query:${words.padEnd(75)} ${words}`)
  await restart()
  const sources = await emulator.clickButton(seen, 'Sources')
  expect(renderedText(sources)).toContain('This card shows')
})

test('an ephemeral card shared after a restart and a reseed shows the current facts', async () => {
  const { emulator, restart, reseed } = await begin()
  const card = await emulator.runCommand(`${drill} private:true`)
  expect(renderedText(card)).toContain('North Sea')
  await restart()
  await reseed(sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the northern North Sea'))
  const shared = await emulator.nextResponse(await emulator.clickButton(card, 'Share'))
  expect(shared).toMatchObject({ ephemeral: false })
  expect(renderedText(shared)).toContain('the northern North Sea')
  await restart()
  expect(await emulator.as('moderator').clickButton(shared, 'Sources')).toMatchObject({ ephemeral: true })
  expect(await emulator.clickButton(shared, 'Delete')).toMatchObject({ type: 'deleted' })
})

test('a button whose facts are gone says so and leaves the card in place', async () => {
  const { emulator, reseed } = await begin()
  const card = await emulator.runCommand(`${drill} private:true`)
  const [beforeDrill = ''] = (sampleFiles[0]?.text ?? '').split('  - id: drill-region')
  const without = beforeDrill.replace(
    'gull-drill, kind: exercise, name: Gull Drill',
    'tern-drill, kind: exercise, name: Tern Drill',
  )
  const tern = `${without}  - id: tern-region
    entity: tern-drill
    attribute: region
    value: Baltic Sea
    statement: Tern Drill takes place in the Baltic Sea.
    mentions: [chile]
    section: News
`
  await reseed(sampleFiles.map((file, index) => (index === 0 ? { ...file, text: tern } : file)))
  const response = await emulator.clickButton(card, 'Share')
  expect(response).toMatchObject({ type: 'message', ephemeral: true })
  expect(messageIn(response).content).toBe('Those facts no longer exist. Ask again by name.')
})

test('a card can be paged, shared and deleted long after its token has expired', async () => {
  const { emulator, restart } = await begin({ tokenLivesMs: 2000 })
  const [posted, looked, left] = [
    await emulator.runCommand(drill),
    await emulator.runCommand(`${drill} private:true`),
    await emulator.runCommand(drill),
  ]
  await sleep(2100)
  await restart()
  expect(await emulator.nextResponse(await emulator.clickButton(looked, 'Share'))).toMatchObject({
    ephemeral: false,
  })
  expect(await emulator.clickButton(posted, 'Delete')).toMatchObject({ type: 'deleted' })
  expect(await emulator.as('moderator').clickButton(left, 'Delete')).toMatchObject({ type: 'deleted' })
})
