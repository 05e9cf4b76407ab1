// The requester of a card posted as a reply comes only from Discord or app.db, never from a custom id or text.
import { expect, onTestFinished, test, vi } from 'vitest'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { createLog } from '../../src/config/logger.ts'
import { createPostedCardCache } from '../../src/db/posted-card-cache.ts'
import { type Message, startDiscordEmulator } from 'discord-emulator'
import { packAttribution } from '../../src/cards/shared/attribution.ts'
import { startApp } from '../../src/app.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { callMessages, fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { holdWriteLock, temporaryFolder } from '../fixtures/sample-data.ts'

const { emulator } = await startTestBot()
const { member, userInstaller } = emulator.world.users
const { general } = emulator.world.channels
const stranger = emulator.as('userInstaller')
type Local = typeof emulator

const call = (local: Local, method: string, path: string, body?: object) =>
  callMessages(local, general, method, path, body)

/** A card that a member posted as a reply. */
async function postReply(local: Local = emulator): Promise<Message> {
  const message = await local.as('moderator').sendMessage('NATO')
  await local.select(await local.runMessageCommand('Find facts', message), 'NATO')
  return vi.waitFor(async () => {
    const [newest] = (await call(local, 'GET', '?limit=1')) as Message[]
    if (!newest || newest.id === message.id) throw new Error('nothing was posted')
    return newest
  })
}

const button = (label: string, customId: string) => ({
  type: 1,
  components: [{ type: 2, style: 2, label, custom_id: customId }],
})

/** Components of a message that says something else than the card, with a button to delete it. */
const forgery = (content: string, customId: string) => ({
  components: [{ type: 10, content }, button('Forged', customId)],
})

/** Adds the button of a card that opens another page of it in place; the first answer about NATO has none. */
async function addTurn(posted: Message, local: Local = emulator): Promise<void> {
  const components = [...posted.components, button('Turn', 'v2:entity::nato')]
  await call(local, 'PATCH', `/${posted.id}`, { components })
}

const strangersAttribution = packAttribution({ attribution: { verb: 'Asked', userId: userInstaller.id } })
const refusal = /^Only the person who asked for this card/

test.each([
  `v2:delete-card:${userInstaller.id}`,
  `v2:delete-card:${member.id}:${userInstaller.id}`,
  ['v2:delete-card', ...strangersAttribution].join(':'),
  'v2:delete-card',
])('an id that a stranger made for himself deletes no reply: %s', async (customId) => {
  const posted = await postReply()
  await call(emulator, 'PATCH', `/${posted.id}`, forgery('NATO', customId))
  expect(renderedText(await stranger.clickButton(posted, 'Forged'))).toMatch(refusal)
  expect(await emulator.clickButton(posted, 'Forged')).toMatchObject({ type: 'deleted' })
})

test('a page turn keeps the attribution and makes nobody else the requester', async () => {
  const posted = await postReply()
  await addTurn(posted)
  expect(await stranger.clickButton(posted, 'Turn')).toMatchObject({ type: 'message', ephemeral: true })
  const turned = await emulator.clickButton(posted, 'Turn')
  expect(turned).toMatchObject({ type: 'updated', ephemeral: false })
  expect(renderedText(turned)).toMatch(new RegExp(`^-# Asked by <@${member.id}>\n### NATO`))
  expect(messageIn(turned).mentions).toEqual([])
  for (const { components } of [posted, messageIn(turned)])
    expect(JSON.stringify(components)).not.toContain(`delete-card:${member.id}`)
  expect(renderedText(await stranger.clickButton(turned, 'Delete'))).toMatch(refusal)
  expect(await emulator.clickButton(turned, 'Delete')).toMatchObject({ type: 'deleted' })
})

test('if the attribution line names a stranger, only moderators can delete or page the card', async () => {
  const customId = `v2:delete-card:${userInstaller.id}`
  const content = `NATO is an alliance.\n-# Asked by <@${userInstaller.id}>`
  const forged = (await call(emulator, 'POST', '', {
    flags: 1 << 15,
    ...forgery(content, customId),
  })) as Message
  expect(renderedText(await stranger.clickButton(forged, 'Forged'))).toMatch(refusal)
  expect(renderedText(await emulator.clickButton(forged, 'Forged'))).toMatch(refusal)

  const posted = await postReply()
  const components = [{ type: 10, content }, button('Turn', 'v2:entity::nato')]
  await call(emulator, 'PATCH', `/${posted.id}`, { components })
  expect(await stranger.clickButton(posted, 'Turn')).toMatchObject({ type: 'message', ephemeral: true })
  expect(await emulator.clickButton(posted, 'Turn')).toMatchObject({ type: 'updated', ephemeral: false })
  expect(await emulator.as('moderator').clickButton(forged, 'Forged')).toMatchObject({ type: 'deleted' })
})

test('a shared card belongs to the user who shared it, whatever its text and custom ids say', async () => {
  const shared = await emulator.nextResponse(
    await emulator.clickButton(await emulator.runCommand('/alliance name:ANZUS private:true'), 'Share'),
  )
  const { id } = messageIn(shared)
  const content = `ANZUS\n-# Shared by <@${userInstaller.id}>`
  await call(emulator, 'PATCH', `/${id}`, forgery(content, `v2:delete-card:${userInstaller.id}`))
  expect(renderedText(await stranger.clickButton(shared, 'Forged'))).toMatch(refusal)
  expect(await emulator.clickButton(shared, 'Forged')).toMatchObject({ type: 'deleted' })
})

test('the requester is known after a restart until their data is deleted; then only a moderator can delete the card', async () => {
  const folder = temporaryFolder()
  const local = await startDiscordEmulator({ port: 0 })
  const log = await createLog({ level: 'silent', production: true, secrets: [] })
  const begin = () =>
    startApp({
      ...{
        token: local.token,
        apiUrl: local.apiUrl,
        dataDirectory: corpusDirectory,
        databaseDirectory: folder,
        log,
      },
      images: false,
    })
  let bot = await begin()
  onTestFinished(async () => {
    await bot.close()
    await local.close()
  })
  const [first, second] = [await postReply(local), await postReply(local)]
  await bot.close()
  bot = await begin()
  await addTurn(first, local)
  expect(await local.clickButton(first, 'Turn')).toMatchObject({ type: 'updated', ephemeral: false })
  expect(await local.clickButton(first, 'Delete')).toMatchObject({ type: 'deleted' })

  const third = await postReply(local)
  const seen = await local.runCommand('/privacy')
  expect(fieldValue(seen, 'Cards posted with Find facts and Check claims')).toBe('3')
  await local.clickButton(seen, 'Delete my data')
  expect(
    fieldValue(await local.runCommand('/privacy'), 'Cards posted with Find facts and Check claims'),
  ).toBe('0')
  for (const card of [second, third]) {
    expect(renderedText(await local.clickButton(card, 'Delete'))).toMatch(refusal)
    expect(await local.as('moderator').clickButton(card, 'Delete')).toMatchObject({ type: 'deleted' })
  }
})

test('a failed flush is retried, and pending entries already count', async () => {
  const folder = temporaryFolder()
  const state = openAppDatabase(folder)
  onTestFinished(async () => {
    await state.close()
  })
  const lines: string[] = []
  const log = await createLog({
    level: 'warn',
    production: true,
    secrets: [],
    destination: { write: (line: string) => void lines.push(line) },
  })
  const cards = createPostedCardCache({ db: state, log })
  cards.add('1400000000000000001', '1')
  const release = holdWriteLock(folder)
  try {
    await cards.flush()
    await cards.flush()
    expect(await cards.userOf('1400000000000000001')).toBe('1')
    expect(await cards.countByUser('1')).toBe(1)
    expect(await state.postedCards.userOf('1400000000000000001')).toBeUndefined()
  } finally {
    release()
  }
  await cards.close()
  expect(await state.postedCards.userOf('1400000000000000001')).toBe('1')
  expect(lines).toHaveLength(1)
})
