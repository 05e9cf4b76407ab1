// Buttons of every card: Sources, Share and Delete.
import { expect, test } from 'vitest'
import { buttonId, messageIn, startTestBot, renderedText, verdictOf } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot({ emulator: { initialResponseTimeoutMs: 5000 } })

test('Sources shows anyone the facts behind the card', async () => {
  const card = await emulator.runCommand('/alliance name:NORAD')
  const sources = await emulator.as('moderator').clickButton(card, 'Sources')
  expect(sources).toMatchObject({ type: 'message', ephemeral: true })
  expect(verdictOf(sources)).toMatch(/^This card shows \d+ facts from \d articles?, in our own words\.$/)
  expect(renderedText(sources)).toContain('in or after 2024 (inferred)')
})

test('an ephemeral card is shared once, and names who shared it without a ping', async () => {
  const card = await emulator.runCommand('/alliance name:NATO private:true')
  const updated = await emulator.clickButton(card, 'Share')
  expect(updated).toMatchObject({ type: 'updated', ephemeral: true })
  expect(JSON.stringify(messageIn(updated).components)).toContain('"Shared"')
  await expect(emulator.clickButton(updated, 'Shared')).rejects.toThrow('disabled')
  const shared = await emulator.nextResponse(updated)
  expect(shared).toMatchObject({ ephemeral: false })
  expect(messageIn(shared)).toMatchObject({ mentions: [], mention_everyone: false })
  expect(renderedText(shared)).toMatch(
    new RegExp(`^-# Shared by <@${emulator.world.users.member.id}>\n### NATO`),
  )
  expect(buttonId(shared, 'Sources')).toBeDefined()
})

test('a concurrent second click on Share does nothing', async () => {
  const card = await emulator.runCommand('/alliance name:AUKUS private:true')
  const presses = await Promise.all([
    emulator.clickButton(card, 'Share'),
    emulator.clickButton(card, 'Share'),
  ])
  const shared = (await Promise.all(presses.map((seen) => emulator.nextResponse(seen)))).filter(
    (seen) => 'message' in seen,
  )
  expect(shared).toHaveLength(1)
})

test('a card can be deleted only by its requester or a moderator', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  const refused = await emulator.as('userInstaller').clickButton(card, 'Delete')
  expect(renderedText(refused)).toMatch(/^Only the person who asked for this card/)
  expect(await emulator.clickButton(card, 'Delete')).toMatchObject({ type: 'deleted' })
  const other = await emulator.runCommand('/alliance name:NATO')
  expect(await emulator.as('moderator').clickButton(other, 'Delete')).toMatchObject({ type: 'deleted' })
})
