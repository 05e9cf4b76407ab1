// Sends every entity through every lookup command and page, to an emulator that enforces Discord's limits.
import { afterAll, expect, test } from 'vitest'
import type { ObservedResponse } from 'discord-emulator'
import type { Fact } from '../../src/data/model/types.ts'
import type { FactSnapshot } from '../../src/data/query/fact-store.ts'
import { editionOn } from '../../src/cards/entity/editions.ts'
import { limits } from '../../src/cards/shared/discord-limits.ts'
import { formatAsOf } from '../../src/cards/shared/format.ts'
import { allFactsFor } from '../../src/cards/shared/related-entities.ts'
import { articleTitle } from '../../src/cards/shared/sources.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import {
  allComponents,
  buttonId,
  collectPages,
  messageIn,
  startTestBot,
  renderedText,
} from '../helpers/test-bot.ts'
import { openLive } from '../fixtures/sample-data.ts'

let clock = 0
const { emulator, databaseDirectory, log } = await startTestBot({ dataDirectory, monotonicMs: () => clock })
const { userInstaller } = emulator.world.users
const facts = openLive(databaseDirectory, afterAll).current()
const mentioned = facts.entities.filter(({ id }) => facts.hasFacts(id))
/** Of each series, the newest edition stands for the others. */
const swept = mentioned.filter(({ edition }, _, all) => {
  const years = all.flatMap((other) => (other.edition?.of === edition?.of ? (other.edition?.year ?? []) : []))
  return !edition || edition.year === years.toSorted().at(-1)
})
const names = swept.map(({ id }) => [id])

test.each(swept.map((entity) => [entity.name, entity] as const))(
  '/alliance and More show all of %s',
  async (_name, entity) => {
    // Nobody pings the same person twice within ten minutes.
    clock += 10 * 60_000
    const first = await emulator.runCommand(`/alliance name:${entity.id} for:@user_installer`)
    const more = (await collectPages(emulator, first)).slice(1)
    const lines = more.flatMap((page) => renderedText(page).split('\n'))
    for (const fact of allFactsFor(entity, facts))
      expect([fact.id, isCited(fact, lines)]).toEqual([fact.id, true])
    expect(pingsOf(first)).toEqual([userInstaller.id])
    expect(allComponents(messageIn(first).components).length).toBeLessThanOrEqual(limits.messageComponents)
    const marks = renderedText(first).match(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu) ?? []
    const sources = renderedText(first)
      .split('\n')
      .filter((line) => line.startsWith('-# '))
      .join('\n')
    for (const mark of marks) expect(sources).toContain(`${mark} `)
    for (const page of more) {
      expect(pingsOf(page)).toEqual([])
      expect(renderedText(page)).toMatch(/\d+ facts?(,| dated) /)
      expect(await emulator.clickButton(page, 'Report an error')).toMatchObject({ type: 'modal' })
      expect(buttonId(page, 'Share')).toBeDefined()
    }
  },
)

/** Whether the statement is above a line with its article, section and date, which facts in a row share. */
function isCited(
  { statement, article, section, asOf, value, isOfTable }: Fact,
  lines: readonly string[],
): boolean {
  const title = articleTitle(facts.getArticle(article))
  // Others' words for the same are in one line with it.
  if (value.type === 'classification')
    return lines.some((line) => line.startsWith('-# ') && line.replaceAll('\\', '').includes(title))
  // A row of a table is one line.
  if (isOfTable) return lines.some((line) => line.startsWith('• ') && line.includes(`${asOf.first}: `))
  return lines.some((line, index) => {
    if (line !== `• ${statement}`) return false
    const cited = lines.slice(index + 1).find((other) => !other.startsWith('• ')) ?? ''
    return (
      cited.startsWith('-# ') &&
      [title, section, formatAsOf(asOf)].every((part) => cited.replaceAll('\\', '').includes(part))
    )
  })
}

/** Whom a message pings. */
function pingsOf(seen: ObservedResponse): unknown[] {
  const { mentions, mention_roles: roles, mention_everyone: everyone } = messageIn(seen)
  return [...mentions.map(({ id }) => id), ...roles, ...(everyone ? ['everyone'] : [])]
}

test.each(names)('%s is shared and pings nobody', async (id) => {
  const updated = await emulator.clickButton(
    await emulator.runCommand(`/about name:${id} private:true`),
    'Share',
  )
  const shared = await emulator.nextResponse(updated)
  expect(shared).toMatchObject({ ephemeral: false })
  for (const seen of [updated, shared, ...(await collectPages(emulator, shared))])
    expect(pingsOf(seen)).toEqual([])
})

/** The entities in the menus of a message. */
function offeredIn(seen: ObservedResponse): string[] {
  return allComponents(messageIn(seen).components)
    .flatMap(({ options = [] }) => options.map(({ value }) => value))
    .filter((value) => facts.getEntity(value))
}

/** What the card of each entity leads to, in one press from any of its pages. */
const seeAlso = new Map<string, Set<string>>()

/** By entity, the others that its facts name, and those of which it is a value. */
const connected = new Map(names.map(([id = '']) => [id, new Set<string>()]))
for (const { id } of mentioned) {
  for (const { mentions, value } of facts.factsAbout(id).flatMap((group) => group.facts)) {
    const ofValue = value.type === 'entity' ? [value.entity] : []
    for (const other of [...mentions, ...ofValue]) if (other !== id) connected.get(id)?.add(other)
    for (const other of ofValue) if (other !== id) connected.get(other)?.add(id)
  }
}
const leadingOn = [...connected].filter(([, others]) => others.size > 0).map(([id]) => [id])

test.each(leadingOn)('%s leads on to others', async (id) => {
  const pages = await collectPages(emulator, await emulator.runCommand(`/about name:${id}`))
  seeAlso.set(id, new Set(pages.flatMap(offeredIn)))
  expect(seeAlso.get(id)?.size).toBeGreaterThan(0)
})

test('from NATO one can wander to everything that facts connect with it, and back', () => {
  const leadsTo = (from: string, on: (id: string) => Iterable<string>) => {
    const seen = new Set([from])
    for (const id of seen) for (const next of on(id)) seen.add(next)
    return seen
  }
  const backIn = (links: ReadonlyMap<string, ReadonlySet<string>>) => (id: string) =>
    [...links].flatMap(([from, to]) => (to.has(id) ? [from] : []))
  const onwards = leadsTo('nato', (id) => connected.get(id) ?? [])
  const back = leadsTo('nato', backIn(connected))
  expect([onwards.size > 100, back.size > 100]).toEqual([true, true])
  expect([...onwards.difference(leadsTo('nato', (id) => seeAlso.get(id) ?? []))]).toEqual([])
  expect([...back.difference(leadsTo('nato', backIn(seeAlso)))]).toEqual([])
})

const unmentioned = facts.entities.filter(({ id }) => !facts.hasFacts(id))
test.each(unmentioned.map(({ id, name }) => [id, name]))(
  'of %s, without facts, nothing is concluded',
  async (id, name) => {
    const [about = '', country] = await Promise.all(
      ['about', 'country'].map(async (command) =>
        renderedText(await emulator.runCommand(`/${command} name:${id}`)),
      ),
    )
    expect(about).toContain(name)
    expect(about).toContain('That does not mean that it has none.')
    expect(country).toBe(about)
  },
)

test.each(names)('%s looks the same wherever it appears', async (id) => {
  const [first, ...others] = await Promise.all(
    ['alliance', 'exercise', 'country', 'about'].map((command) =>
      emulator.runCommand(`/${command} name:${id}`),
    ),
  )
  const { components } = messageIn(first as ObservedResponse)
  for (const other of others) expect(messageIn(other)).toMatchObject({ components })
})

test.each(names)('%s has a timeline and a place in the glossary', async (id) => {
  const between = 'from:1900-01-01 to:2100-12-31 as_of:2100-12-31'
  for (const command of [`/timeline of:${id}`, `/timeline of:${id} ${between}`, `/glossary term:${id}`]) {
    for (const page of await collectPages(emulator, await emulator.runCommand(command)))
      expect(renderedText(page)).toContain(facts.getEntity(id)?.name)
  }
})

/** Days before, between and after those of the articles. */
const days = ['2019-12-31', '2021-09-30', '2030-01-01']

test.each(names)('/about shows %s as of earlier days', async (id) => {
  const entity = facts.getEntity(id)
  if (!entity) throw new Error(`there is no ${id}`)
  const all = new Set(allFactsFor(entity, facts))
  // The pages of the United States take long.
  for (const day of all.size > 400 ? days.slice(0, 1) : days) {
    // A day within an edition opens the edition.
    if (editionOn(entity, day, facts)) continue
    const pages = await collectPages(emulator, await emulator.runCommand(`/about name:${id} as_of:${day}`))
    const then = facts.asOf(day)
    const text = pages.map(renderedText).join('\n')
    for (const page of pages) expect(renderedText(page)).toMatch(/Looking (back|ahead) to /)
    const statements = (some: FactSnapshot) =>
      some.factsAbout(id).flatMap((group) => group.facts.map((fact) => fact.statement))
    const left = new Set(statements(facts)).difference(new Set(statements(then)))
    for (const statement of left) expect(text).not.toContain(statement)
    const shown = new Set(allFactsFor(entity, then))
    expect(factCount(pages)).toBe(shown.size)
    const leftOut = [/(\d+) later facts? left out/, /(\d+) left out that had ended/].map((pattern) =>
      Number(pattern.exec(text)?.[1] ?? 0),
    )
    if (shown.size > 0) expect(leftOut.reduce((sum, count) => sum + count)).toBe(all.difference(shown).size)
  }
})

/** The number of facts that the last page states. */
function factCount(pages: readonly ObservedResponse[]): number {
  const text = renderedText(pages.at(-1) as ObservedResponse)
  return Number(/(\d+) facts?(?:,| dated) /.exec(text)?.[1] ?? 0)
}

test('nothing of the sweep failed', () => {
  expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
})
