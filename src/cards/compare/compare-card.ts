// Compares two or three entities: a verdict, then at most eight rows with a value for each.
import type { Card, Line } from '../../core/card.ts'
import { encodeDate } from '../../core/custom-id.ts'
import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { currentGroups, wholeListOf, yearsOfEnded } from '../entity/current-facts.ts'
import { editionsOf } from '../entity/editions.ts'
import { mapDate } from '../entity/map-countries.ts'
import { asOfNotice, emptyAsOfCard } from '../shared/as-of-notice.ts'
import { compareColor } from '../shared/colors.ts'
import { formatList } from '../shared/format.ts'
import { citeFewestSources, factsIn, sourcesOf } from '../shared/sources.ts'
import { kindWords } from './compare-kinds.ts'
import { kindLine, notStatedLine, rowLine } from './compare-lines.ts'
import { compareMap } from './compare-map.ts'
import { compareParties, partyLines } from './compare-parties.ts'
import { comparedAttributes, compareRow, type ComparedEntity, type ComparisonGroup } from './compare-rows.ts'
import { compareVerdict } from './compare-verdict.ts'

const maxLines = 8

export interface CompareCardOptions {
  facts: FactSnapshot
  group: ComparisonGroup
  now: Date
}

export function compareCard(entities: readonly Entity[], { facts, group, now }: CompareCardOptions): Card {
  const today = mapDate(facts, now)
  const sides = entities.map((entity): ComparedEntity => ({
    entity,
    groups: currentGroups(entity.id, facts, today),
    whole: wholeListOf(entity.id, facts, today),
    edition: editionsOf(entity, facts)[0]?.entity,
  }))
  const names = formatList(
    entities.map(({ id, name }) => {
      const years = yearsOfEnded(id, facts, today)
      return years === undefined ? name : `${name} (${years})`
    }),
  )
  const ids = entities.map(({ id }) => id)
  const viewStateAt = (day: string) => ['compare', 0, encodeDate(day), ...ids] as const
  const notice = asOfNotice((snapshot) => comparedFacts(entities, snapshot), { facts, now }, viewStateAt)
  const viewState = viewStateAt(facts.asOfDate)
  if (comparedFacts(entities, facts).length === 0)
    return emptyAsOfCard({ title: names, names, viewState }, notice)

  const { first, rest, notStated } = comparedAttributes(sides, group)
  const rows = [...first, ...rest].map((attribute) => compareRow(attribute, sides, facts))
  const parties = compareParties(sides, facts, now)
  const verdict = compareVerdict(sides, { group, shared: parties.shared, rows })
  const kinds = sides.map(kindWords)
  const isKindUnsaid = !verdict.says.includes('classification') || kinds.some(({ also }) => also.length > 0)
  const upper = [
    ...partyLines(parties, sides, verdict.namesShared),
    ...(group !== 'other' && isKindUnsaid ? [kindLine(kinds)] : []),
  ]
  const lower = notStatedLine(notStated, sides.length)
  const shownRows = rows.filter(
    ({ attribute }) => first.includes(attribute) && attribute !== 'form' && !verdict.says.includes(attribute),
  )
  const uncited: Line[] = [
    ...upper,
    ...shownRows.map(rowLine).slice(0, maxLines - upper.length - lower.length),
    ...lower,
  ]
  const [answer, ...lines] = citeFewestSources<Line>([verdict, ...uncited], comparedFacts(entities, facts))
  const sections = lines.length > 0 ? [{ lines }] : []
  const shown = factsIn(answer, sections)
  const map = compareMap(sides, facts, now)
  return {
    color: compareColor,
    heading: { text: names },
    ...(notice.notice !== undefined && { notice: notice.notice }),
    ...(answer && { verdict: answer }),
    sections,
    sources: sourcesOf(shown, facts),
    more: ['compare', '', encodeDate(facts.asOfDate), ...ids],
    viewState,
    facts: [...new Set([...shown, ...(map?.facts ?? [])])],
    image: map?.image,
  }
}

/** All facts about the compared entities themselves. */
export function comparedFacts(entities: readonly Entity[], snapshot: FactSnapshot) {
  return entities.flatMap(({ id }) => snapshot.factsAbout(id).flatMap((group) => group.facts))
}
