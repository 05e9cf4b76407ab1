// What can be done with every card: see its sources, share it, delete it.
import { expect, test } from 'vitest'
import { messageIn, runBot, textOf } from '../helpers/test-bot.ts'

const { sandbox } = await runBot()

test('Sources gives whoever presses the facts behind the card, word for word', async () => {
  const card = await sandbox.runCommand('/alliance name:NORAD')
  const sources = await sandbox.as('moderator').clickButton(card, 'Sources')
  expect(sources).toMatchObject({ type: 'message', private: true })
  expect(messageIn(sources).content).toMatch(/^This card rests on \d+ facts from \d articles?\.$/)
  expect(textOf(sources)).toContain('in or after 2024 (inferred)')
})

test('a private card is shared once, and names who shared it without a ping', async () => {
  const card = await sandbox.runCommand('/alliance name:NATO private:true')
  const kept = await sandbox.clickButton(card, 'Share')
  expect(kept).toMatchObject({ type: 'updated', private: true })
  expect(JSON.stringify(messageIn(kept).components)).toContain('Shared')
  const shared = await sandbox.nextResponse(kept)
  expect(shared).toMatchObject({ private: false })
  expect(messageIn(shared)).toMatchObject({ mentions: [], mention_everyone: false })
  expect(messageIn(shared).content).toMatch(/Shared by <@\d+>$/)
  expect(textOf(shared)).toContain('Sources')
})

test('a second press of Share that was under way already does nothing', async () => {
  const card = await sandbox.runCommand('/alliance name:AUKUS private:true')
  const presses = await Promise.all([sandbox.clickButton(card, 'Share'), sandbox.clickButton(card, 'Share')])
  const shared = (await Promise.all(presses.map((seen) => sandbox.nextResponse(seen)))).filter(
    (seen) => 'message' in seen,
  )
  expect(shared).toHaveLength(1)
})

test('a card is deleted by its asker or a moderator, and by nobody else', async () => {
  const card = await sandbox.runCommand('/alliance name:NATO')
  const refused = await sandbox.as('traveller').clickButton(card, 'Delete')
  expect(messageIn(refused).content).toMatch(/^Only who asked for this card may delete it/)
  expect(await sandbox.clickButton(card, 'Delete')).toMatchObject({ type: 'deleted' })
  const other = await sandbox.runCommand('/alliance name:NATO')
  expect(await sandbox.as('moderator').clickButton(other, 'Delete')).toMatchObject({ type: 'deleted' })
})
