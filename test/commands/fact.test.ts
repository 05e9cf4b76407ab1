// /fact: one fact by chance, about anything or something, and another one that is not the one before.
import { afterAll, expect, test } from 'vitest'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { openLive } from '../fixtures/sample-data.ts'

// Chance stays where a test puts it.
let chance = 0
const { emulator, databaseDirectory } = await startTestBot({ random: () => chance })
const facts = openLive(databaseDirectory, afterAll).current()

/** All that is shown of a thing as chance goes through all that it may be. */
async function shownOf(about: string, tries: number): Promise<Set<string>> {
  const shown = new Set<string>()
  for (let at = 0; at < tries; at++) {
    chance = at / tries
    shown.add(messageIn(await emulator.runCommand(`/fact about:${about} private:true`)).content)
  }
  return shown
}

test('a fact comes with what it is about, its source and its date', async () => {
  chance = 0
  const seen = await emulator.runCommand('/fact about:NORAD')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(messageIn(seen).content).toBe('NORAD is given as an example of an alliance.')
  expect(renderedText(seen).split('\n').slice(1)).toEqual([
    'NORAD',
    '**Kind of relationship:** alliance',
    '-# [Alliances and partnerships explained] · Alliances · February – December 2019 (inferred) · over five years old',
    'One fact about NORAD',
  ])
  const sources = await emulator.clickButton(seen, 'Sources')
  expect(renderedText(sources)).toContain('This card rests on 1 fact from 1 article.')
  expect(renderedText(sources)).toContain('• NORAD is given as an example of an alliance.')
})

test('the same chance twice in a channel does not show the same fact twice', async () => {
  chance = 0.999
  const shown = [
    await emulator.runCommand('/fact'),
    await emulator.runCommand('/fact'),
    await emulator.runCommand('/fact'),
  ]
  const [first, second, third] = shown.map((seen) => messageIn(seen).content)
  expect(second).not.toBe(first)
  expect(third).not.toBe(second)
  expect(third).toBe(first)
  const elsewhere = await emulator.in('thread').runCommand('/fact')
  expect(messageIn(elsewhere).content).toBe(first)
})

test('every fact about a thing may come, and no other', async () => {
  const own = facts.factsAbout('quad').flatMap((group) => group.facts)
  expect(await shownOf('Quad', 3 * own.length)).toEqual(new Set(own.map(({ statement }) => statement)))
})

test('of what has few facts of its own, those that name it come too', async () => {
  const own = facts.factsAbout('malta').flatMap((group) => group.facts)
  const naming = facts.factsMentioning('malta')
  expect(own.length).toBeLessThan(5)
  expect(naming.length).toBeGreaterThan(0)
  const all = [...own, ...naming]
  expect(await shownOf('Malta', 3 * all.length)).toEqual(new Set(all.map(({ statement }) => statement)))
})

test('Another stays with what was asked about; the requester’s press replaces the card, anyone else’s is for them', async () => {
  chance = 0
  const seen = await emulator.runCommand('/fact about:AUKUS')
  const other = await emulator.clickButton(seen, 'Another')
  expect(other).toMatchObject({ type: 'updated', ephemeral: false })
  expect(messageIn(other).embeds[0]?.title).toBe('AUKUS')
  expect(messageIn(other).content).not.toBe(messageIn(seen).content)
  const theirs = await emulator.as('moderator').clickButton(other, 'Another')
  expect(theirs).toMatchObject({ type: 'message', ephemeral: true })
  expect(messageIn(await emulator.select(other, 'AUKUS')).embeds[0]?.title).toBe('AUKUS')
})

test('what is shared is the fact that was seen', async () => {
  chance = 0.3
  const seen = await emulator.runCommand('/fact private:true')
  chance = 0.8
  const shared = await emulator.nextResponse(await emulator.clickButton(seen, 'Share'))
  expect(messageIn(shared).content).toContain(messageIn(seen).content)
})

test('an unknown name gets a menu, and the choice a fact', async () => {
  const asked = await emulator.runCommand('/fact about:norat private:true')
  expect(messageIn(asked).content).toMatch(/^I found nothing named “norat”/)
  const picked = await emulator.select(asked, 'NATO')
  expect(messageIn(picked).embeds[0]?.footer?.text).toBe('One fact about NATO')
})

test('a country that no article mentions is refused by its name', async () => {
  const seen = await emulator.runCommand('/fact about:🇧🇷')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(messageIn(seen).content).toBe(
    'No article says anything about Brazil. Ask for a fact about something else.',
  )
})
