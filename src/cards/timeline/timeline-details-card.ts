// What a timeline leaves out of its first answer: every event with its statement and source, and where to go on.
import { buttonRow, type Card, type Line } from '../../core/card.ts'
import { encodeDate } from '../../core/custom-id.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { asOfNotice } from '../shared/as-of-notice.ts'
import { neutralColor } from '../shared/colors.ts'
import { entityMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { clampPage, pageButtons, pageLabel } from '../shared/pagination.ts'
import { relatedEntities } from '../shared/related-entities.ts'
import { paginateSections } from '../shared/sections.ts'
import { citationOf, factsIn, isOutdatedAt } from '../shared/sources.ts'
import { timelineCard, timelineHeading, type TimelineOptions } from './timeline-card.ts'
import { buildTimeline, inRange } from './timeline-events.ts'

const pageSize = { length: 1800, lines: 8 }

/** @param page from 0; a number past the last page shows the last */
export function timelineDetailsCard(
  entity: Entity | undefined,
  page: number,
  options: TimelineOptions,
): Card {
  const { facts, now, from, to } = options
  const selectEvents = (snapshot: FactSnapshot) => inRange(buildTimeline(entity, snapshot), { from, to })
  const events = selectEvents(facts)
  if (events.length === 0) return timelineCard(entity, options)
  const isOutdated = isOutdatedAt(now)
  const lines = events.map(({ label, fact }): Line => ({
    label,
    text: fact.statement,
    facts: [fact],
    citation: citationOf([fact], facts, isOutdated),
  }))
  const pages = paginateSections([{ lines }], pageSize)
  const number = clampPage(page, pages.length)
  const sections = pages[number] ?? []
  const shown = factsIn(undefined, sections)
  const viewOf = (target: number, day: string) =>
    ['timeline', target, encodeDate(day), from, to, entity?.id ?? ''] as const
  const viewStateOf = (target: number) => viewOf(target + 1, facts.asOfDate)
  const notice = asOfNotice(
    (snapshot) => selectEvents(snapshot).map(({ fact }) => fact),
    { facts, now },
    (day) => viewOf(0, day),
  )
  const viewState = viewStateOf(number)
  return {
    color: neutralColor,
    heading: timelineHeading(entity),
    ...(notice.notice !== undefined && { notice: notice.notice }),
    sections,
    notes: pageLabel(number, pages.length),
    controls: [
      ...entityMenu(relatedPlaceholder, relatedTo(entity, shown, facts), [
        'entity',
        encodeDate(facts.asOfDate),
      ]),
      ...buttonRow(
        ...(pages.length > 1 ? pageButtons(number, pages.length, viewStateOf) : []),
        ...notice.buttons,
      ),
      ...buttonRow({ label: 'Report an error', opens: ['report-fact', ...viewState] }),
    ],
    viewState,
    facts: shown,
  }
}

function relatedTo(entity: Entity | undefined, shown: readonly Fact[], facts: FactSnapshot): Entity[] {
  return [
    ...new Set([
      ...(entity ? [entity] : []),
      ...shown.flatMap((fact) => facts.getEntity(fact.entity) ?? []),
      ...(entity ? relatedEntities(entity, facts.factsAbout(entity.id), facts, shown) : []),
    ]),
  ]
}
