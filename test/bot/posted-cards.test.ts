// The requester of a card posted as a reply comes only from Discord or app.db, never from a custom id or text.
import { expect, onTestFinished, test, vi } from 'vitest'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { createLog } from '../../src/config/logger.ts'
import { createPostedCardCache } from '../../src/db/posted-card-cache.ts'
import { type Message, startDiscordEmulator } from 'discord-emulator'
import { startApp } from '../../src/app.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { holdWriteLock, temporaryFolder } from '../fixtures/sample-data.ts'

const { emulator } = await startTestBot()
const { member, userInstaller } = emulator.world.users
const { general } = emulator.world.channels
const stranger = emulator.as('userInstaller')
type Local = typeof emulator

/** A message payload that the bot could send to a channel. */
async function call(local: Local, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${local.apiUrl}/v10/channels/${general.id}/messages${path}`, {
    method,
    headers: { authorization: `Bot ${local.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response.json()
}

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

const deleteButton = (customId: string) => ({
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Forged', custom_id: customId }] }],
})
const refusal = /^Only the person who asked for this card/

test.each([
  `v2:delete-card:${userInstaller.id}`,
  `v2:delete-card:${member.id}:${userInstaller.id}`,
  'v2:delete-card',
])('an id that a stranger made for himself deletes no reply: %s', async (customId) => {
  const posted = await postReply()
  await call(emulator, 'PATCH', `/${posted.id}`, deleteButton(customId))
  expect(messageIn(await stranger.clickButton(posted, 'Forged')).content).toMatch(refusal)
  expect(await emulator.clickButton(posted, 'Forged')).toMatchObject({ type: 'deleted' })
})

test('no custom id of a posted card contains a user id, even after a page turn', async () => {
  const posted = await postReply()
  const turned = messageIn(await emulator.clickButton(posted, 'More facts'))
  for (const { components } of [posted, turned]) {
    expect(JSON.stringify(components)).toContain('"v2:delete-card"')
    expect(JSON.stringify(components)).not.toContain(member.id)
  }
})

test('if the attribution line names a stranger, only moderators can delete or page the card', async () => {
  const customId = `v2:delete-card:${userInstaller.id}`
  const content = `NATO is an alliance.\n-# Asked by <@${userInstaller.id}>`
  const forged = (await call(emulator, 'POST', '', { content, ...deleteButton(customId) })) as Message
  expect(messageIn(await stranger.clickButton(forged, 'Forged')).content).toMatch(refusal)
  expect(messageIn(await emulator.clickButton(forged, 'Forged')).content).toMatch(refusal)

  const posted = await postReply()
  await call(emulator, 'PATCH', `/${posted.id}`, { content })
  expect(await stranger.clickButton(posted, 'More facts')).toMatchObject({ ephemeral: true })
  expect(await emulator.clickButton(posted, 'More facts')).toMatchObject({
    type: 'updated',
    ephemeral: false,
  })
  expect(await emulator.as('moderator').clickButton(forged, 'Forged')).toMatchObject({ type: 'deleted' })
})

test('a shared card belongs to the user who shared it, whatever its text and custom ids say', async () => {
  const shared = await emulator.nextResponse(
    await emulator.clickButton(await emulator.runCommand('/alliance name:ANZUS private:true'), 'Share'),
  )
  const { id } = messageIn(shared)
  const content = `ANZUS\n-# Shared by <@${userInstaller.id}>`
  await call(emulator, 'PATCH', `/${id}`, { content, ...deleteButton(`v2:delete-card:${userInstaller.id}`) })
  expect(messageIn(await stranger.clickButton(shared, 'Forged')).content).toMatch(refusal)
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
  expect(await local.clickButton(first, 'More facts')).toMatchObject({ type: 'updated', ephemeral: false })
  expect(await local.clickButton(first, 'Delete')).toMatchObject({ type: 'deleted' })

  const third = await postReply(local)
  const seen = await local.runCommand('/privacy')
  expect(renderedText(seen)).toMatch(/Find facts\.\*\*.*Currently: 3\.$/m)
  await local.clickButton(seen, 'Delete my data')
  expect(renderedText(await local.runCommand('/privacy'))).toMatch(/Find facts\.\*\*.*Currently: 0\.$/m)
  for (const card of [second, third]) {
    expect(messageIn(await local.clickButton(card, 'Delete')).content).toMatch(refusal)
    expect(await local.as('moderator').clickButton(card, 'Delete')).toMatchObject({ type: 'deleted' })
  }
})

test('a failed flush is retried, and pending entries already count', async () => {
  const folder = temporaryFolder()
  const state = openAppDatabase(folder)
  onTestFinished(() => {
    state.close()
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
    cards.flush()
    cards.flush()
    expect(cards.userOf('1400000000000000001')).toBe('1')
    expect(cards.countByUser('1')).toBe(1)
    expect(state.postedCards.userOf('1400000000000000001')).toBeUndefined()
  } finally {
    release()
  }
  cards.close()
  expect(state.postedCards.userOf('1400000000000000001')).toBe('1')
  expect(lines).toHaveLength(1)
})
