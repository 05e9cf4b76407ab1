// More: every fact of an entity with its section and date, at most seven a page, and a menu of topics.
import { expect, test } from 'vitest'
import type { Card, Control, Menu } from '../../../src/core/card.ts'
import { encodeDate } from '../../../src/core/custom-id.ts'
import { moreCard } from '../../../src/cards/entity/more-card.ts'
import { articleTitle } from '../../../src/cards/shared/sources.ts'
import { formatAsOf } from '../../../src/cards/shared/format.ts'
import { allFactsFor } from '../../../src/cards/shared/related-entities.ts'
import { limits } from '../../../src/cards/shared/discord-limits.ts'
import type { Entity } from '../../../src/data/model/types.ts'
import { openCorpusFacts } from '../../fixtures/sample-data.ts'

const facts = openCorpusFacts()
const mentioned = facts.entities.filter(({ id }) => facts.hasFacts(id))
const now = new Date('2026-06-01')

function entityOf(id: string): Entity {
  const entity = facts.getEntity(id)
  if (!entity) throw new Error(`there is no ${id}`)
  return entity
}

function pagesOf(entity: Entity, snapshot = facts): Card[] {
  const pages: Card[] = []
  for (;;) {
    const card = moreCard(entity, { facts: snapshot, now, page: pages.length })
    // A number past the last page shows the last.
    if (card.viewState?.at(-1) !== pages.length) return pages
    pages.push(card)
  }
}

function linesOf({ sections = [] }: Card) {
  return sections.flatMap(({ lines }) => lines)
}

function topicMenu({ controls = [] }: Card): Menu | undefined {
  return controls.find(
    (control): control is Menu => control.type === 'menu' && control.placeholder === 'Topics',
  )
}

function buttonsOf({ controls = [] }: Card) {
  return controls.flatMap((control: Control) => (control.type === 'buttons' ? control.buttons : []))
}

test('every fact of an entity is on one page, with its title, section and date', () => {
  for (const entity of mentioned) {
    const lines = pagesOf(entity).flatMap(linesOf)
    const shown = lines.flatMap((line) => line.facts ?? [])
    expect(new Set(shown), entity.id).toEqual(new Set(allFactsFor(entity, facts)))
    expect(shown.length, entity.id).toBe(new Set(shown).size)
    for (const { text, facts: same = [], citation = [] } of lines) {
      for (const fact of same) {
        const isCalled = fact.value.type === 'classification'
        if (!isCalled) expect(text).toBe(fact.statement)
        const title = articleTitle(facts.getArticle(fact.article))
        const cited = [citation]
          .flat()
          .filter((own) => own.title === title && own.date === formatAsOf(fact.asOf))
        expect(cited, fact.id).toHaveLength(isCalled ? cited.length || 1 : 1)
        expect(
          cited.flatMap(({ sections }) => sections),
          fact.id,
        ).toContain(fact.section)
      }
    }
  }
})

test('what a thing is called by one word is one line, with all who say so', () => {
  const [section] = pagesOf(entityOf('nato'))[0]?.sections ?? []
  const calling = section?.lines.filter(({ text }) => /\balliance\b/.test(text)) ?? []
  expect(calling).toHaveLength(1)
  expect([calling[0]?.citation ?? []].flat().length).toBeGreaterThan(2)
})

test('a page has at most seven facts and says which page it is', () => {
  for (const entity of mentioned) {
    const pages = pagesOf(entity)
    pages.forEach((page, index) => {
      expect(linesOf(page).length, entity.id).toBeGreaterThan(0)
      expect(linesOf(page).length, entity.id).toBeLessThanOrEqual(7)
      const label = pages.length > 1 ? `Page ${index + 1} of ${pages.length} · ` : ''
      expect(page.notes?.[0]?.startsWith(label), entity.id).toBe(true)
    })
  }
})

test('the note counts all facts and dates the oldest and the newest', () => {
  expect(pagesOf(entityOf('nato')).at(0)?.notes).toEqual([
    'Page 1 of 16 · 98 facts, oldest: February – December 2019 (inferred), newest: in or after 2024 (inferred) · Titles in [brackets] are ours',
  ])
  expect(pagesOf(entityOf('krasimir-karakachanov')).at(0)?.notes?.join('')).toMatch(
    /^\d facts dated Oct 6, 2020$/,
  )
})

test('the values of the topic menu are unique, fit into a menu and lead to the page where the topic begins', () => {
  for (const entity of mentioned) {
    const pages = pagesOf(entity)
    const menu = topicMenu(pages[0] ?? {})
    expect(menu !== undefined, entity.id).toBe(pages.length > 1)
    const { options = [] } = menu ?? {}
    expect(options.length, entity.id).toBeLessThanOrEqual(limits.selectOptions)
    expect(new Set(options.map(({ value }) => value)).size, entity.id).toBe(options.length)
    const topics = options.flatMap(({ label, value }) =>
      label.split(/, (?=\p{Lu})/u).map((topic) => ({ topic, page: parseInt(value, 10) })),
    )
    const headings = pages.flatMap(({ sections = [] }) => sections.map(({ heading }) => heading))
    if (menu)
      expect(
        topics.map(({ topic }) => topic),
        entity.id,
      ).toEqual([...new Set(headings)])
    for (const { topic, page } of topics) {
      const first = pages.findIndex(({ sections = [] }) => sections.some(({ heading }) => heading === topic))
      expect(page, `${entity.id}: ${topic}`).toBe(first)
    }
  }
})

test('where a menu has no room for all topics, those that begin on one page share an option', () => {
  const { options = [] } = topicMenu(pagesOf(entityOf('nato'))[0] ?? {}) ?? {}
  expect(options.filter(({ label }) => label.includes(', ')).length).toBeGreaterThan(0)
  expect(options.length).toBeLessThanOrEqual(25)
})

test('pages turn both ways, and the first and the last turn one way only', () => {
  const pages = pagesOf(entityOf('aukus'))
  const turns = (page: Card | undefined) =>
    buttonsOf(page ?? {})
      .filter(({ label }) => label === 'Previous' || label === 'Next')
      .map(({ label, opens, isDisabled }) => [label, opens.at(-1), isDisabled])
  expect(turns(pages[0])).toEqual([['Next', 1, false]])
  expect(turns(pages.at(-1))).toEqual([
    ['Previous', pages.length - 2, false],
    ['Next', pages.length, true],
  ])
})

test('looking back, it has the facts of that day and steps to the days on which the answer changes', () => {
  const entity = entityOf('aukus')
  const earlier = facts.asOf('2022-12-31')
  const [page] = pagesOf(entity, earlier)
  expect(page?.notice).toMatch(/^Looking back to the end of 2022 · /)
  expect(buttonsOf(page ?? {}).map(({ label }) => label)).toEqual([
    'Next',
    'Later: 2024',
    'Now',
    'Report an error',
  ])
  const steps = buttonsOf(page ?? {}).filter(({ label }) => label === 'Later: 2024' || label === 'Now')
  expect(steps.map(({ opens }) => opens)).toEqual([
    ['entity', encodeDate('2024-12-31'), 'aukus'],
    ['entity', '', 'aukus'],
  ])
  const shown = pagesOf(entity, earlier).flatMap(({ facts: own = [] }) => own)
  expect(new Set(shown.map(({ article }) => article))).toEqual(new Set(['pacific']))
  expect(pagesOf(entity)[0]?.notice).toBeUndefined()
})

test('each page can be reported, and related entities are offered on the page that names them', () => {
  const pages = pagesOf(entityOf('nato'))
  pages.forEach((page, index) => {
    expect(buttonsOf(page).at(-1)?.opens).toEqual(['report-fact', 'more', '', 'nato', index])
  })
  const related = pages.flatMap(({ controls = [] }) =>
    controls.flatMap((control) =>
      control.type === 'menu' && control.placeholder === 'See also'
        ? control.options.slice(0, limits.selectOptions).map(({ value }) => value)
        : [],
    ),
  )
  expect(new Set(related)).toContain('saceur')
  expect(new Set(related)).toContain('korean-war')
  expect(related).not.toContain('nato')
})
