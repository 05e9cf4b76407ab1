// Sends every entity through every lookup command and page, to an emulator that enforces Discord's limits.
import { afterAll, expect, test } from 'vitest'
import type { Message, ObservedResponse } from 'discord-emulator'
import type { FactSnapshot } from '../../src/data/query/fact-store.ts'
import { formatValue } from '../../src/cards/shared/format.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { collectPages, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { openLive } from '../fixtures/sample-data.ts'

let clock = 0
const { emulator, databaseDirectory, log } = await startTestBot({ dataDirectory, monotonicMs: () => clock })
const { userInstaller } = emulator.world.users
const facts = openLive(databaseDirectory, afterAll).current()

test.each(facts.entities.map(({ id, name }) => [id, name]))('/alliance shows all of %s', async (id) => {
  // Nobody pings the same person twice within ten minutes.
  clock += 10 * 60_000
  const first = await emulator.runCommand(`/alliance name:${id} for:@user_installer`)
  const pages = await collectPages(emulator, first)
  const text = pages.map(renderedText).join('\n')
  for (const group of facts.factsAbout(id)) {
    for (const fact of group.facts) {
      expect(
        text.includes(fact.statement) || text.includes(formatValue(fact.value, facts.getEntity)),
        fact.id,
      ).toBe(true)
      expect(text).toContain(facts.getArticle(fact.article).title)
      expect(text).toContain(fact.section)
    }
  }
  for (const page of pages) {
    const { content, embeds } = messageIn(page)
    expect(content).not.toBe('')
    expect(pingsOf(page)).toEqual(page === first ? [userInstaller.id] : [])
    const marks = renderedText(page).match(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu) ?? []
    const listed = (embeds[0]?.fields ?? [])
      .filter(({ name }) => name.startsWith('Sources'))
      .map(({ value }) => value)
      .join('\n')
    for (const mark of marks) expect(listed).toContain(mark)
    expect(embeds[0]?.footer?.text).toMatch(/\d+ facts?(,| dated) /)
    expect(await emulator.clickButton(page, 'Report an error')).toMatchObject({ type: 'modal' })
  }
})

/** Whom a message pings. */
function pingsOf(seen: ObservedResponse): unknown[] {
  const { mentions, mention_roles: roles, mention_everyone: everyone } = messageIn(seen)
  return [...mentions.map(({ id }) => id), ...roles, ...(everyone ? ['everyone'] : [])]
}

test.each(facts.entities.map(({ id, name }) => [id, name]))('%s is shared and pings nobody', async (id) => {
  const updated = await emulator.clickButton(
    await emulator.runCommand(`/about name:${id} private:true`),
    'Share',
  )
  const shared = await emulator.nextResponse(updated)
  expect(shared).toMatchObject({ ephemeral: false })
  for (const seen of [updated, shared, ...(await collectPages(emulator, shared))])
    expect(pingsOf(seen)).toEqual([])
})

/** The names in the menus of a message. */
function offeredIn({ components }: Message): string[] {
  const rows = components as { components?: { options?: { value: string }[] }[] }[]
  return rows
    .flatMap((row) => row.components ?? [])
    .flatMap(({ options = [] }) => options.map(({ value }) => value))
}

/** What the card of each entity leads to, in one press from any of its pages. */
const seeAlso = new Map<string, Set<string>>()

test.each(facts.entities.map(({ id, name }) => [id, name]))('%s leads on to others', async (id) => {
  const pages = await collectPages(emulator, await emulator.runCommand(`/about name:${id}`))
  seeAlso.set(id, new Set(pages.flatMap((page) => offeredIn(messageIn(page)))))
  expect(seeAlso.get(id)?.size).toBeGreaterThan(0)
})

test('from NATO one can wander to everything, and from everything back', () => {
  const leadsTo = (from: string, on: (id: string) => Iterable<string>) => {
    const seen = new Set([from])
    for (const id of seen) for (const next of on(id)) seen.add(next)
    return seen
  }
  const backwards = (id: string) => [...seeAlso].flatMap(([from, to]) => (to.has(id) ? [from] : []))
  const all = facts.entities.map(({ id }) => id).sort()
  expect([...leadsTo('nato', (id) => seeAlso.get(id) ?? [])].sort()).toEqual(all)
  expect([...leadsTo('nato', backwards)].sort()).toEqual(all)
})

test.each(facts.entities.map(({ id }) => id))('%s looks the same wherever it appears', async (id) => {
  const [first, ...others] = await Promise.all(
    ['alliance', 'exercise', 'country', 'about'].map((command) =>
      emulator.runCommand(`/${command} name:${id}`),
    ),
  )
  const { content, embeds, components } = messageIn(first as ObservedResponse)
  for (const other of others) expect(messageIn(other)).toMatchObject({ content, embeds, components })
})

test.each(facts.entities.map(({ id }) => id))('%s has a timeline and a place in the glossary', async (id) => {
  const between = 'from:1900-01-01 to:2100-12-31 as_of:2100-12-31'
  for (const command of [`/timeline of:${id}`, `/timeline of:${id} ${between}`, `/glossary term:${id}`]) {
    for (const page of await collectPages(emulator, await emulator.runCommand(command))) {
      expect(messageIn(page).content).not.toBe('')
      expect(offeredIn(messageIn(page)).length).toBeGreaterThan(0)
    }
  }
})

/** Days before, between and after those of the articles. */
const days = ['2018-06-30', '2019-12-31', '2020-10-01', '2021-09-30', '2030-01-01']

test.each(facts.entities.map(({ id, name }) => [id, name]))(
  '/about shows %s as of earlier days',
  async (id) => {
    for (const day of days) {
      const pages = await collectPages(emulator, await emulator.runCommand(`/about name:${id} as_of:${day}`))
      const then = facts.asOf(day)
      const text = pages.map(renderedText).join('\n')
      expect(text).toMatch(/Looking (back|ahead) to /)
      const statements = (some: FactSnapshot) =>
        some.factsAbout(id).flatMap((group) => group.facts.map((fact) => fact.statement))
      const left = new Set(statements(facts)).difference(new Set(statements(then)))
      for (const statement of left) expect(text).not.toContain(statement)
      const later = Number(/(\d+) later facts? left out/.exec(text)?.[1] ?? 0)
      const visible = Number(/(\d+) facts?(?:,| dated) /.exec(text)?.[1] ?? 0)
      const all = /(\d+) facts?(?:,| dated) /.exec(
        renderedText(await emulator.runCommand(`/about name:${id}`)),
      )?.[1]
      if (visible > 0) expect(visible + later).toBe(Number(all))
    }
  },
)

test('nothing of the sweep failed', () => {
  expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
})
