// Every entity through every look-up command and every page, sent to a Discord that refuses what is over its limits.
import { expect, test } from 'vitest'
import { openStore, type Facts } from '../src/data/store.ts'
import { formatValue } from '../src/cards/text.ts'
import { openState } from '../src/state/state.ts'
import { allPages, messageIn, runBot, textOf } from './running-bot.ts'

const { sandbox, databaseDirectory, log } = await runBot()
const facts = factsOf(databaseDirectory)

function factsOf(directory: string): Facts {
  const state = openState(directory)
  return openStore(directory, () => state.live()?.number ?? 0).current()
}

test.each(facts.entities.map(({ id, name }) => [id, name]))('/alliance shows all of %s', async (id) => {
  const pages = await allPages(sandbox, await sandbox.run(`/alliance name:${id}`))
  const text = pages.map(textOf).join('\n')
  for (const { facts: told } of facts.about(id)) {
    for (const fact of told) {
      expect(
        text.includes(fact.statement) || text.includes(formatValue(fact.value, facts.entity)),
        fact.id,
      ).toBe(true)
      expect(text).toContain(facts.article(fact.article).title)
      expect(text).toContain(fact.section)
    }
  }
  for (const page of pages) {
    const { content, embeds, mention_everyone, mentions } = messageIn(page)
    expect(content).not.toBe('')
    expect([mentions, mention_everyone]).toEqual([[], false])
    const marks = textOf(page).match(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu) ?? []
    const listed = (embeds[0]?.fields ?? [])
      .filter(({ name }) => name.startsWith('Sources'))
      .map(({ value }) => value)
      .join('\n')
    for (const mark of marks) expect(listed).toContain(mark)
    expect(embeds[0]?.footer?.text).toMatch(/\d+ facts?(,| dated) /)
  }
})

test('nothing of the sweep failed', () => {
  expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
})
