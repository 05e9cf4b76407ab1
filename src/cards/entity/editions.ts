// The editions of an exercise that is held again and again: their dates, and their first answers.
import type { Line, TextWithFacts } from '../../core/card.ts'
import type { AttributeId } from '../../data/model/attributes.ts'
import { compareDates, firstDay, lastDay, withoutCoarser, type PartialDate } from '../../data/model/dates.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import {
  formatDateInSentence,
  formatList,
  formatValue,
  nameInSentence,
  namesOrFlags,
} from '../shared/format.ts'
import { sortByName } from './map-countries.ts'

export interface Edition {
  entity: Entity
  /** The year, if no fact says more. */
  began: PartialDate
  ended: PartialDate
}

/** The editions of a series that had begun by the day of the view, newest first. */
export function editionsOf(series: Entity, facts: FactSnapshot): Edition[] {
  return facts.memo(`editions ${series.id}`, () =>
    facts.entities
      .filter(({ id, edition }) => edition?.of === series.id && facts.factsAbout(id).length > 0)
      .map((entity) => {
        const year = entity.edition?.year ?? ''
        const dateOf = (attribute: AttributeId) => datesOf(entity, attribute, facts)[0]
        const began = dateOf('began') ?? year
        return { entity, began, ended: dateOf('ended') ?? began }
      })
      .filter(({ began }) => facts.asOfDate === '' || firstDay(began) <= facts.asOfDate)
      .toSorted((a, b) => compareDates(b.began, a.began)),
  )
}

/** The edition of a year, or the one that a day lies in; undefined for other dates and for what has no editions. */
export function editionOn(series: Entity, date: PartialDate, facts: FactSnapshot): Entity | undefined {
  const isYear = /^\d{4}$/.test(date)
  return editionsOf(series, facts).find(({ entity, began, ended }) =>
    isYear
      ? entity.edition?.year === date
      : date.length > 4 && firstDay(began) <= lastDay(date) && firstDay(date) <= lastDay(ended),
  )?.entity
}

/** "June 27 to August 1, 2024", with both days where sources differ; "from June 8, 2005" if its end is known no better. */
function periodOf(edition: Entity, facts: FactSnapshot): string {
  const [began, ended] = [datesOf(edition, 'began', facts), datesOf(edition, 'ended', facts)]
  const [[first = ''], [last = '']] = [began, ended]
  const [start, end] = [textOf(began), textOf(ended)]
  if (first === '') return last === '' ? (edition.edition?.year ?? '') : `until ${end}`
  if (first === last) return start
  if (first.startsWith(last)) return isDay(first) ? `from ${start}` : start
  return last.startsWith(first) ? `until ${end}` : withSharedYear([start, end], ' to ')
}

const isDay = (date: PartialDate) => date.length === 'yyyy-mm-dd'.length

function textOf(dates: readonly PartialDate[]): string {
  return withSharedYear(dates.map((date) => formatDateInSentence(date).replace(/^(in|on) /, '')))
}

/** "June 26 or 27, 2024": the year and the month once, if they are the same. */
function withSharedYear(dates: readonly string[], separator = ' or '): string {
  const year = /, \d{4}$/.exec(dates.at(-1) ?? '')?.[0] ?? ''
  const month = /^[A-Z][a-z]+ (?=\d{1,2}\b)/.exec(dates[0] ?? '')?.[0] ?? ''
  return dates
    .map((date, index) => (index < dates.length - 1 && year ? date.replace(year, '') : date))
    .map((date, index) => (index > 0 && month && separator === ' or ' ? date.replace(month, '') : date))
    .join(separator)
}

/** The dates that facts give, the earliest first. */
function datesOf(edition: Entity, attribute: AttributeId, facts: FactSnapshot): PartialDate[] {
  const dates = factsOf(facts.factsAbout(edition.id), attribute).flatMap(({ value }) =>
    value.type === 'date' ? [value.date] : [],
  )
  return withoutCoarser(dates)
}

function factsOf(groups: readonly AttributeFacts[], ...ids: AttributeId[]): readonly Fact[] {
  return ids.flatMap((id) => groups.find(({ attribute }) => attribute === id)?.facts ?? [])
}

/** "29 nations", "25 or 26 nations", the smaller first. */
function amounts(groups: readonly AttributeFacts[], id: AttributeId, facts: FactSnapshot): string {
  const numberOf = ({ value }: Fact) => (value.type === 'number' ? value.number : 0)
  const sorted = factsOf(groups, id).toSorted((a, b) => numberOf(a) - numberOf(b))
  const texts = [...new Set(sorted.map(({ value }) => formatValue(value, facts.getEntity)))]
  const [unit = ''] = /(?<=\d) \D+$/.exec(texts[0] ?? '') ?? []
  const shared = unit !== '' && texts.every((text) => text.endsWith(unit))
  return shared
    ? formatList(
        texts.map((text) => text.slice(0, -unit.length)),
        'or',
      ) + unit
    : formatList(texts, 'or')
}

/** "The 29th edition of RIMPAC, June 27 to August 1, 2024, with 29 nations." */
export function editionVerdict(
  edition: Entity,
  series: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): TextWithFacts {
  const number = amounts(groups, 'edition', facts)
  const nations = amounts(groups, 'nations', facts)
  return {
    text: [
      `${number === '' ? 'An' : `The ${number}`} edition of ${nameInSentence(series)}`,
      `, ${periodOf(edition, facts)}`,
      ...(nations === '' ? [] : [`, with ${nations}`]),
      '.',
    ].join(''),
    facts: factsOf(groups, 'edition', 'began', 'ended', 'nations'),
  }
}

const sizes: AttributeId[] = ['personnel', 'ships', 'submarines', 'aircraft']

/** Who took part, who hosted and led it, where, and how large it was. */
export function editionLines(groups: readonly AttributeFacts[], facts: FactSnapshot): Line[] {
  const participants = factsOf(groups, 'participant')
  const [observers, full] = [true, false].map((isObserver) =>
    participants.filter(({ role }) => (role === 'observer') === isObserver),
  )
  const size = sizes.map((id) => amounts(groups, id, facts)).filter(Boolean)
  // Without a count of them, others may have taken part.
  const isCounted = factsOf(groups, 'nations').length > 0
  const lines = [
    ...partyLine(isCounted ? 'Taking part' : 'Named as taking part', full ?? [], groups, facts),
    ...partyLine('Observing', observers ?? [], [], facts),
    ...textLine('Host', factsOf(groups, 'host'), facts),
    ...textLine('Led by', factsOf(groups, 'led-by'), facts),
    ...textLine('Where', factsOf(groups, 'location').slice(0, 1), facts),
    ...(size.length > 0 ? [{ label: 'Size', text: size.join(' · '), facts: factsOf(groups, ...sizes) }] : []),
    ...textLine('Part of', factsOf(groups, 'part-of'), facts),
  ]
  // A host that leads it as well is said once.
  return lines.filter(({ text }, index) => lines.findIndex((line) => line.text === text) === index)
}

/** The names or flags, and how many of the counted nations they are not. */
function partyLine(
  label: string,
  own: readonly Fact[],
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): Line[] {
  const named = sortByName(
    [...new Set(own.flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : [])))].flatMap(
      (id) => {
        const entity = facts.getEntity(id)
        return entity
          ? [{ entity, facts: own.filter(({ value }) => value.type === 'entity' && value.entity === id) }]
          : []
      },
    ),
  )
  if (named.length === 0) return []
  const counts = factsOf(groups, 'nations').flatMap(({ value }) =>
    value.type === 'number' && value.bound === 'exactly' ? [value.number] : [],
  )
  const unnamed = counts.length > 0 ? Math.min(...counts) - named.length : 0
  const text = namesOrFlags(named.map(({ entity }) => entity))
  return [{ label, text: unnamed > 0 ? `${text}; ${unnamed} not named` : text, facts: own }]
}

function textLine(label: string, own: readonly Fact[], facts: FactSnapshot): Line[] {
  const texts = [...new Set(own.map(({ value }) => formatValue(value, facts.getEntity)))]
  return texts.length > 0 ? [{ label, text: texts.join(' · '), facts: own }] : []
}

/** Of a series: its newest edition, and the years of all. */
export function seriesLines(series: Entity, facts: FactSnapshot): Line[] {
  const editions = editionsOf(series, facts)
  const [newest] = editions
  if (!newest) return []
  const groups = facts.factsAbout(newest.entity.id)
  const size = (['nations', 'personnel'] as const).map((id) => amounts(groups, id, facts)).filter(Boolean)
  const years = [...new Set(editions.map(({ entity }) => entity.edition?.year ?? ''))]
  return [
    {
      label: 'Last known',
      text: [periodOf(newest.entity, facts), ...size].join(' · '),
      facts: factsOf(groups, 'began', 'ended', 'nations', 'personnel'),
    },
    ...(years.length > 1 ? [{ label: 'Editions here', text: yearsText(years) }] : []),
  ]
}

const maxYears = 8

function yearsText(years: readonly string[]): string {
  // Never one alone.
  const shown = years.length === maxYears + 1 ? years.length : maxYears
  const more = years.length - shown
  return [...years.slice(0, shown), ...(more > 0 ? [`${more} more, since ${years.at(-1)}`] : [])].join(' · ')
}

/** One line for each edition, for More. */
export function editionSummaries(
  series: Entity,
  facts: FactSnapshot,
): { text: string; facts: readonly Fact[] }[] {
  return editionsOf(series, facts).map(({ entity }) => {
    const groups = facts.factsAbout(entity.id)
    const nations = amounts(groups, 'nations', facts)
    return {
      text: `${entity.name}: ${[periodOf(entity, facts), ...(nations ? [nations] : [])].join('; ')}.`,
      facts: factsOf(groups, 'began', 'ended', 'nations'),
    }
  })
}
