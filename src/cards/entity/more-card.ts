// Everything that the articles say of an entity, by topic, each fact with its section and date.
import { encodeDate } from '../../core/custom-id.ts'
import {
  buttonRow,
  type Card,
  type Control,
  type Line,
  type Section,
  type ViewState,
} from '../../core/card.ts'
import { byNewest, compareDates } from '../../data/model/dates.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { asOfNotice } from '../shared/as-of-notice.ts'
import { colorForKind } from '../shared/colors.ts'
import { entityMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { distinctDates, formatValue, pluralize } from '../shared/format.ts'
import { limits } from '../shared/discord-limits.ts'
import { clampPage, pageButtons, pageLabel } from '../shared/pagination.ts'
import { allFactsFor, factsFromOthers, relatedEntities } from '../shared/related-entities.ts'
import { paginateSections } from '../shared/sections.ts'
import { bracketNote, citationOf, factsIn, isOutdatedAt } from '../shared/sources.ts'
import { labelFor } from './classification.ts'
import { factsOfTies } from './country-relationships.ts'
import { editionSummaries } from './editions.ts'
import { headingOf } from './entity-card.ts'

const pageSize = { length: 1800, lines: 7 }

export interface MoreCardOptions {
  facts: FactSnapshot
  now: Date
  /** A number past the last page shows the last. */
  page: number
}

export function moreCard(entity: Entity, { facts, now, page }: MoreCardOptions): Card {
  const isOutdated = isOutdatedAt(now)
  const editions = editionSummaries(entity, facts).map(({ text, facts: own }): Line => ({
    text,
    facts: own,
    citation: [...Map.groupBy(own, ({ article }) => article).values()].map((same) =>
      citationOf(same as [Fact, ...Fact[]], facts, isOutdated),
    ),
  }))
  const topics = [
    ...(editions.length > 0 ? [{ heading: 'Editions', isBulleted: true, lines: editions }] : []),
    ...topicsOf(entity, facts).map(({ label, facts: own }): Section & { heading: string } => ({
      heading: label,
      isBulleted: true,
      lines: linesOf(own, facts, isOutdated),
    })),
  ]
  const pages = paginateSections(topics, pageSize)
  const number = clampPage(page, pages.length)
  const sections = pages[number] ?? []
  const shown = factsIn(undefined, sections)
  const day = encodeDate(facts.asOfDate)
  const viewOf = (to: number): ViewState => ['more', day, entity.id, to]
  const note = bracketNote(shown.map(({ article }) => facts.getArticle(article)))
  const notice = asOfNotice(
    (snapshot) => allFactsFor(entity, snapshot),
    { facts, now },
    (to) => ['entity', encodeDate(to), entity.id],
  )
  return {
    heading: headingOf(entity, facts),
    color: colorForKind(entity.kind),
    ...(notice.notice !== undefined && { notice: notice.notice }),
    sections,
    notes: [
      [...pageLabel(number, pages.length), describeFacts(allFactsFor(entity, facts)), ...note].join(' · '),
    ],
    controls: [
      ...topicMenu(topics, pages, ['more', day, entity.id]),
      ...entityMenu(relatedPlaceholder, relatedEntities(entity, facts.factsAbout(entity.id), facts, shown), [
        'entity',
        day,
      ]),
      ...buttonRow(...(pages.length > 1 ? pageButtons(number, pages.length, viewOf) : []), ...notice.buttons),
      ...buttonRow({ label: 'Report an error', opens: ['report-fact', ...viewOf(number)] }),
    ],
    viewState: viewOf(number),
    facts: shown,
  }
}

interface Topic {
  label: string
  facts: readonly Fact[]
}

/** The entity's own facts by attribute, then facts about others that concern it and about its relationships, each once. */
function topicsOf(entity: Entity, facts: FactSnapshot): Topic[] {
  const own = facts
    .factsAbout(entity.id)
    .map(({ attribute, facts: group }) => ({ label: labelFor(entity, attribute), facts: group }))
  const ties = { label: 'About its relationships', facts: [...new Set(factsOfTies(entity, facts))] }
  const seen = new Set<Fact>()
  return [...own, ...factsFromOthers(entity, facts), ties].flatMap(({ label, facts: group }) => {
    const fresh = group.filter((fact) => !seen.has(fact))
    for (const fact of fresh) seen.add(fact)
    return fresh.length > 0 ? [{ label, facts: fresh }] : []
  })
}

/**
 * One line per statement, publication and date. That a thing is called by one word is said once, in the shortest of the
 * statements, with all who say so.
 */
function linesOf(own: readonly Fact[], facts: FactSnapshot, isOutdated: (fact: Fact) => boolean): Line[] {
  const keyOf = ({ statement, article, asOf, value, entity }: Fact) =>
    value.type === 'classification'
      ? JSON.stringify([entity, value.label])
      : JSON.stringify([statement, article, asOf])
  const cells = own.filter(({ isOfTable }) => isOfTable)
  const rows = [...Map.groupBy(cells, ({ article }) => article).values()].map((row) =>
    rowOfTable(row, facts, isOutdated),
  )
  const told = own.filter(({ isOfTable }) => !isOfTable)
  const lines = [...Map.groupBy(told, keyOf).values()].map((group) => {
    const [shortest = ''] = group.map(({ statement }) => statement).toSorted((a, b) => a.length - b.length)
    const byPlace = [...Map.groupBy(group, ({ article, asOf }) => JSON.stringify([article, asOf])).values()]
    const citations = byPlace.map((same) => citationOf(same as [Fact, ...Fact[]], facts, isOutdated))
    const [citation = [], ...others] = citations
    return { text: shortest, facts: group, citation: others.length > 0 ? citations : citation }
  })
  return [...rows, ...lines]
}

/** "2024: 55,154 U.S. troops · 2023: 55,799 U.S. troops", newest first. */
function rowOfTable(row: readonly Fact[], facts: FactSnapshot, isOutdated: (fact: Fact) => boolean): Line {
  const newest = row.toSorted(byNewest)
  const texts = newest.map(({ value, asOf }) => `${asOf.first}: ${formatValue(value, facts.getEntity)}`)
  return {
    text: texts.join(' · '),
    facts: newest,
    citation: citationOf(newest as [Fact, ...Fact[]], facts, isOutdated),
  }
}

/** Jumps to the page on which a topic begins; where a menu has no room for all topics, to each page with its topics. */
function topicMenu(
  topics: readonly (Section & { heading: string })[],
  pages: readonly (readonly Section[])[],
  opens: ViewState,
): Control[] {
  if (pages.length < 2) return []
  const starts = topics.map((topic, index) => ({
    topic,
    // Several topics may begin on one page, and the values of a menu must be unique.
    value: `${pageOfTopic(topic.heading, pages)}.${index}`,
  }))
  const grouped =
    topics.length > limits.selectOptions
      ? [...Map.groupBy(starts, ({ topic }) => pageOfTopic(topic.heading, pages)).values()]
      : starts.map((start) => [start])
  const options = grouped.map((group) => ({
    label: group.map(({ topic }) => topic.heading).join(', '),
    value: group[0]?.value ?? '',
    description: pluralize(
      group.reduce((sum, { topic }) => sum + topic.lines.length, 0),
      'fact',
    ),
  }))
  return [{ type: 'menu', placeholder: 'Topics', opens, options }]
}

function pageOfTopic(heading: string, pages: readonly (readonly Section[])[]): number {
  return pages.findIndex((sections) => sections.some((section) => section.heading === heading))
}

/** "12 facts dated Aug 5, 2020", "12 facts, oldest: Aug 5, 2020, newest: in or after 2024 (inferred)". */
function describeFacts(all: readonly Fact[]): string {
  const sorted = all.toSorted((a, b) => compareDates(a.visibleFrom, b.visibleFrom))
  const dates = distinctDates([sorted[0], sorted.at(-1)].flatMap((fact) => fact ?? []))
  const count = pluralize(all.length, 'fact')
  return dates.length === 1
    ? `${count} dated ${dates.join('')}`
    : `${count}, oldest: ${dates[0] ?? ''}, newest: ${dates[1] ?? ''}`
}
