// /fact: a random fact, optionally about an entity, and another that differs from the previous one.
import { afterAll, expect, test } from 'vitest'
import { headingOf, renderedText, startTestBot, verdictOf } from '../helpers/test-bot.ts'
import { openLive } from '../fixtures/sample-data.ts'

// Tests control the random number.
let chance = 0
const { emulator, databaseDirectory } = await startTestBot({ random: () => chance })
const facts = openLive(databaseDirectory, afterAll).current()

/** All facts shown about an entity as the random number covers its whole range. */
async function statementsShownFor(about: string, tries: number): Promise<Set<string>> {
  const statements = new Set<string>()
  for (let at = 0; at < tries; at++) {
    chance = at / tries
    statements.add(verdictOf(await emulator.runCommand(`/fact about:${about} private:true`)) ?? '')
  }
  return statements
}

test('a fact is shown with its subject, source and date', async () => {
  chance = 0
  const seen = await emulator.runCommand('/fact about:NORAD')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(renderedText(seen).split('\n')).toEqual([
    '### NORAD',
    'NORAD is given as an example of an alliance.',
    '-# [Alliances and partnerships explained] · Alliances · February – December 2019 (inferred) · over five years old',
    '-# One fact about NORAD',
  ])
  const sources = await emulator.clickButton(seen, 'Sources')
  expect(renderedText(sources)).toContain('This card shows 1 fact from 1 article')
  expect(renderedText(sources)).toContain('• NORAD is given as an example of an alliance.')
})

test('the same random number twice in a channel does not show the same fact twice', async () => {
  chance = 0.999
  const responses = [
    await emulator.runCommand('/fact'),
    await emulator.runCommand('/fact'),
    await emulator.runCommand('/fact'),
  ]
  const [first, second, third] = responses.map((response) => verdictOf(response))
  expect(second).not.toBe(first)
  expect(third).not.toBe(second)
  expect(third).toBe(first)
  const elsewhere = await emulator.in('thread').runCommand('/fact')
  expect(verdictOf(elsewhere)).toBe(first)
})

test('exactly the facts about an entity can be drawn', async () => {
  const own = facts.factsAbout('quad').flatMap((group) => group.facts)
  expect(await statementsShownFor('Quad', 3 * own.length)).toEqual(
    new Set(own.map(({ statement }) => statement)),
  )
})

test('for an entity with few facts of its own, facts that mention it are drawn too', async () => {
  const own = facts.factsAbout('malta').flatMap((group) => group.facts)
  const naming = facts.factsMentioning('malta')
  expect(own.length).toBeLessThan(5)
  expect(naming.length).toBeGreaterThan(0)
  const all = [...own, ...naming]
  expect(await statementsShownFor('Malta', 3 * all.length)).toEqual(
    new Set(all.map(({ statement }) => statement)),
  )
})

test('Another keeps the subject; it replaces the card for the requester and opens a new one for anyone else', async () => {
  chance = 0
  const seen = await emulator.runCommand('/fact about:AUKUS')
  const other = await emulator.clickButton(seen, 'Another')
  expect(other).toMatchObject({ type: 'updated', ephemeral: false })
  expect(headingOf(other)).toBe('AUKUS')
  expect(verdictOf(other)).not.toBe(verdictOf(seen))
  const theirs = await emulator.as('moderator').clickButton(other, 'Another')
  expect(theirs).toMatchObject({ type: 'message', ephemeral: true })
  expect(headingOf(await emulator.clickButton(other, 'AUKUS'))).toBe('AUKUS')
})

test('Share posts the fact that was shown', async () => {
  chance = 0.3
  const seen = await emulator.runCommand('/fact private:true')
  chance = 0.8
  const shared = await emulator.nextResponse(await emulator.clickButton(seen, 'Share'))
  expect(verdictOf(shared)).toBe(verdictOf(seen))
})

test('an unknown name opens a menu, and the choice shows a fact', async () => {
  const menu = await emulator.runCommand('/fact about:norat private:true')
  expect(verdictOf(menu)).toMatch(/^I found nothing named “norat”/)
  const picked = await emulator.select(menu, 'NATO')
  expect(renderedText(picked)).toContain('-# One fact about NATO')
})

test('a country that no article mentions is refused by name', async () => {
  const seen = await emulator.runCommand('/fact about:🇧🇷')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(renderedText(seen)).toBe(
    'No article says anything about Brazil. Ask for a fact about something else.',
  )
})
