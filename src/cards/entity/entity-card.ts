// The first answer about an entity: heading, verdict, at most five lines and sources; everything else is behind More.
import { encodeDate } from '../../core/custom-id.ts'
import type { Card, Line, TextWithFacts } from '../../core/card.ts'
import { attributeLabel } from '../../data/model/attributes.ts'
import { kindLabel, tieKinds } from '../../data/model/kinds.ts'
import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { asOfNotice, emptyAsOfCard } from '../shared/as-of-notice.ts'
import { colorForKind, neutralColor } from '../shared/colors.ts'
import { formatList, nameInSentence, nameWithFlag } from '../shared/format.ts'
import { allFactsFor } from '../shared/related-entities.ts'
import { statementLines } from '../shared/sections.ts'
import { citeFewestSources, factsIn, sourcesOf } from '../shared/sources.ts'
import { answerLines, fittingLines } from './answer-lines.ts'
import { classificationOf } from './classification.ts'
import { countryAnswer } from './country-answer.ts'
import { editionLines, editionsOf, editionVerdict, seriesLines } from './editions.ts'
import { currentGroups, wholeListOf } from './current-facts.ts'
import { entityMap } from './entity-map.ts'
import { leadFactsOf } from './lead-fact.ts'
import { mapDate } from './map-countries.ts'
import { leftLine } from './member-lines.ts'
import { formerly, verdictOf } from './verdict.ts'

export interface EntityCardOptions {
  facts: FactSnapshot
  now: Date
}

export function entityCard(entity: Entity, { facts, now }: EntityCardOptions): Card {
  const day = encodeDate(facts.asOfDate)
  const viewState = ['entity', day, entity.id] as const
  const allFacts = allFactsFor(entity, facts)
  const notice = asOfNotice(
    (snapshot) => allFactsFor(entity, snapshot),
    { facts, now },
    (to) => ['entity', encodeDate(to), entity.id],
  )
  if (allFacts.length === 0 && facts.asOfDate && editionsOf(entity, facts).length === 0)
    return emptyAsOfCard({ title: nameWithFlag(entity), names: `**${entity.name}**`, viewState }, notice)
  const answer = answerOf(entity, facts, now)
  const [verdict, ...lines] = citeFewestSources(
    [answer.verdict ?? { text: '' }, ...answer.lines],
    allFacts,
    // The lines of a country say since when it is in what.
    { saysSince: entity.kind === 'country' },
  )
  const sections = lines.length > 0 ? [{ lines }] : []
  const shown = factsIn(verdict, sections)
  const map = entityMap(entity, facts, now)
  const isDisputed = facts
    .factsAbout(entity.id)
    .some(({ attribute, disputed }) => attribute === 'classification' && disputed)
  return {
    heading: headingOf(entity, facts),
    color: isDisputed ? neutralColor : colorForKind(entity.kind),
    ...(notice.notice !== undefined && { notice: notice.notice }),
    ...(answer.verdict && verdict && { verdict }),
    sections,
    sources: sourcesOf(shown, facts),
    notes: namesakeNotes(entity, facts),
    more: ['more', day, entity.id],
    viewState,
    facts: [...new Set([...shown, ...(map?.facts ?? [])])],
    image: map?.image,
  }
}

/** In a first answer. */
const maxLines = 6

function answerOf(
  entity: Entity,
  facts: FactSnapshot,
  now: Date,
): { verdict: TextWithFacts | undefined; lines: Line[] } {
  const day = mapDate(facts, now)
  if (entity.kind === 'country') return countryAnswer(entity, facts, day)
  const groups = currentGroups(entity.id, facts, day)
  const series = entity.edition && facts.getEntity(entity.edition.of)
  if (series) {
    const verdict = editionVerdict(entity, series, groups, facts)
    const lines = editionLines(groups, facts)
    // Each text once, under the first label that has it.
    const fresh = lines.filter(({ text }, index) => lines.findIndex((line) => line.text === text) === index)
    return { verdict, lines: fittingLines(fresh, verdict).slice(0, maxLines) }
  }
  const whole = wholeListOf(entity.id, facts, day)
  const verdict = verdictOf(entity, groups, facts, whole)
  const editions = seriesLines(entity, facts)
  // A sentence too long for a verdict is a line, where it is not cut.
  if (!verdict) {
    const sentence = statementLines(leadFactsOf(entity, groups, facts).slice(0, 1))
    return { verdict, lines: [...sentence, ...editions] }
  }
  const lines = answerLines(entity, groups, facts, verdict, whole, leftLine(entity, facts, day))
  // Who takes part in general says less than who took part last.
  const rest =
    editions.length > 0 ? lines.filter(({ label }) => label !== attributeLabel('participants')) : lines
  if (editions.length === 0) return { verdict, lines }
  const fitting = fittingLines([...editions, ...rest], verdict)
  const isMissing = ({ label }: Line) => label === 'Not stated'
  const said = fitting.filter((line) => !isMissing(line)).slice(0, maxLines - 1)
  return { verdict, lines: [...said, ...fitting.filter(isMissing)] }
}

/** "Not to be confused with the Shanghai Cooperation Organisation, also called SCO." */
function namesakeNotes({ id, name, aliases }: Entity, facts: FactSnapshot): string[] {
  const isAcronym = (alias: string) => /^\p{Lu}{2,6}$/u.test(alias)
  return [name, ...aliases].flatMap((shared) => {
    const namesakes = facts.names
      .exact(shared)
      .flatMap((other) => (other === id ? [] : (facts.getEntity(other) ?? [])))
      // Other names are shared by what belongs together, such as an alliance and its treaty.
      .filter((other) => isAcronym(shared) || other.name.startsWith(`${shared} (`))
    if (namesakes.length === 0) return []
    const names = formatList(namesakes.map(nameInSentence), 'or')
    return [`Not to be confused with ${names}${isAcronym(shared) ? `, also called ${shared}` : ''}.`]
  })
}

/** The name and what the articles call it, or else its kind; a country's flag says what it is. */
export function headingOf(entity: Entity, facts: FactSnapshot): NonNullable<Card['heading']> {
  const text = nameWithFlag(entity)
  if (entity.kind === 'country') return { text }
  const isCalled = tieKinds.includes(entity.kind) && entity.kind !== 'tie'
  const groups = facts.factsAbout(entity.id)
  const called = isCalled ? classificationOf(entity, groups)?.word : undefined
  return { text, kind: formerly(entity, called ?? kindLabel(entity), groups) }
}
