// Who took part in an exercise, how many did, and who hosts it, as claimed.
import { editionsOf } from '../cards/entity/editions.ts'
import { formatList } from '../cards/shared/format.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { formatNumber } from '../data/model/values.ts'
import { isEvent, standingOf } from '../questions/memberships-of.ts'
import { wholeParticipants } from '../questions/answer-lists.ts'
import { onDate, the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { numberFits, allFacts, askingOf, verdict } from './verdicts.ts'

/** The editions of the year that is claimed, or all; the event itself if it has none. */
function eventsOf(event: Entity, { claim, facts }: Judging): Entity[] {
  const series = editionsOf(event, facts).map(({ entity }) => entity)
  if (series.length === 0) return [event]
  return series.filter(({ edition }) => claim.date === '' || edition?.year === claim.date.slice(0, 4))
}

/** The event and its editions of the year that is claimed. */
function withEditions(event: Entity, judging: Judging): Entity[] {
  return [...new Set([event, ...eventsOf(event, judging)])]
}

export function tookPart(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: event } = judging
  const [country] = judging.subjects
  if (!country || !event || !isEvent(event) || claim.negation === 'nolonger') return undefined
  const isNegated = claim.negation !== ''
  const events = eventsOf(event, judging)
  const took = events.flatMap((one) => {
    const own = standingOf(country, one, facts, today).facts.filter(({ role }) => role !== 'observer')
    return own.length > 0 ? [{ one, own }] : []
  })
  if (took.length > 2 && claim.detail !== '') return undefined
  if (took.length > 0) {
    const years = [...new Set(took.map(({ one }) => one.edition?.year ?? ''))].filter(Boolean)
    const when =
      years.length > 0 && !event.edition
        ? ` in ${formatList(years.slice(0, 5).toReversed())}${years.length > 5 ? ' and other years' : ''}`
        : ''
    return verdict(
      isNegated ? 'Contradicted' : 'Supported',
      `${the(country)} took part in ${the(event)}${when}.`,
      took.slice(0, 5).flatMap(({ own }) => own.slice(0, 1)),
    )
  }
  const [only, ...others] = events
  const count = only && others.length === 0 ? wholeParticipants(only, askingOf(judging)) : undefined
  if (!only || !count) return undefined
  const observes = standingOf(country, only, facts, today).facts
  if (observes.length > 0) return undefined
  return verdict(
    isNegated ? 'Supported' : 'Contradicted',
    `the list of the ${count.number} nations in ${the(only)} does not have ${the(country)}.`,
    [count.fact],
  )
}

export function nationsIn(judging: Judging): Verdict | undefined {
  return numberIn(judging, 'nations', 'nations took part in')
}

export function personnelIn(judging: Judging): Verdict | undefined {
  return numberIn(judging, 'personnel', 'service members took part in')
}

function numberIn(judging: Judging, attribute: 'nations' | 'personnel', words: string): Verdict | undefined {
  const { claim, facts, object: event } = judging
  const { number, bound } = claim
  if (!event || number === undefined || claim.negation !== '') return undefined
  const events = eventsOf(event, judging)
  const [only, ...others] = events
  if (!only || others.length > 0) return undefined
  const counts = allFacts(only, facts, attribute)
  const numberOf = ({ value }: Fact) => (value.type === 'number' ? value.number : NaN)
  const isLoose = ({ value }: Fact) => value.type === 'number' && value.bound !== 'exactly'
  if (counts.length === 0) return undefined
  const numbers = [...new Set(counts.map(numberOf))].toSorted((a, b) => a - b)
  const text = `${formatList(numbers.map(formatNumber), 'or')} ${words} ${the(only)}${numbers.length > 1 ? ', as sources differ' : ''}.`
  const fits = counts.map((fact) =>
    fact.value.type === 'number' && fact.value.bound === 'over' && bound === 'over'
      ? numberOf(fact) >= number || undefined
      : numberFits(numberOf(fact), number, bound, { isExact: attribute === 'nations' }),
  )
  if (fits.some((fit) => fit === true)) return verdict('Supported', text, counts)
  // Numbers of people are rounded.
  if (attribute === 'personnel' && bound !== 'exactly' && numbers.includes(number)) return undefined
  return fits.every((fit) => fit === false) && !counts.some(isLoose)
    ? verdict('Contradicted', text, counts)
    : undefined
}

/** That others lead it does not say that one does not; of hosts, all are named. */
export function hostOf(judging: Judging): Verdict | undefined {
  const { claim, facts, object: event } = judging
  const [country] = judging.subjects
  if (!country || !event || claim.negation !== '') return undefined
  const events = withEditions(event, judging)
  const hosts = events.flatMap((one) => allFacts(one, facts, 'host', 'led-by'))
  // An edition without a host of its own has that of its series.
  const series = facts.getEntity(event.edition?.of ?? '')
  const own = (hosts.length === 0 && series ? allFacts(series, facts, 'host', 'led-by') : hosts).filter(
    ({ value }) => value.type === 'entity' && value.entity === country.id,
  )
  const [first] = own
  if (!first) return claim.detail === 'host' ? hostedByOthers(country, event, judging) : undefined
  const verb = first.attribute === 'host' ? 'hosts' : 'leads'
  return verdict(
    'Supported',
    `${the(country)} ${verb} ${the(event)}${claim.date === '' ? '' : onDate(claim.date)}, by the sources here.`,
    own.slice(0, 3),
  )
}

/** Contradicted only if no source names the country as a host, a leader or a place of it or of its editions. */
function hostedByOthers(country: Entity, event: Entity, judging: Judging): Verdict | undefined {
  const { facts } = judging
  const series = facts.getEntity(event.edition?.of ?? '') ?? event
  const editions = editionsOf(series, facts).map(({ entity }) => entity)
  const told = [series, ...editions].flatMap((one) => allFacts(one, facts, 'host', 'led-by', 'location'))
  const isNamed = told.some(
    ({ value, mentions, statement }) =>
      mentions.includes(country.id) ||
      (value.type === 'entity' && value.entity === country.id) ||
      statement.includes(country.name),
  )
  const hosts = allFacts(series, facts, 'host')
  return hosts.length === 0 || isNamed
    ? undefined
    : verdict('Contradicted', hosts.map(({ statement }) => statement).join(' '), hosts)
}

/** "Every two years, in odd years" → 2; undefined for what is said otherwise. */
function yearsBetween(text: string): number | undefined {
  if (/^every year\b/i.test(text)) return 1
  if (/^twice a year\b/i.test(text)) return 0.5
  const words = ['two', 'three', 'four', 'five']
  const index = words.indexOf(/^every (\w+) years\b/i.exec(text)?.[1] ?? '')
  return index < 0 ? undefined : index + 2
}

/** Whether all editions that are known were in even years or in odd ones. */
function parityOf(event: Entity, { facts }: Judging): string | undefined {
  const years = editionsOf(event, facts).map(({ entity }) => Number(entity.edition?.year))
  const [parity, ...others] = new Set(years.map((year) => (year % 2 === 0 ? 'even' : 'odd')))
  return years.length > 2 && others.length === 0 ? parity : undefined
}

export function howOften(judging: Judging): Verdict | undefined {
  const { claim, facts, object: event } = judging
  if (!event || claim.negation !== '') return undefined
  const own = allFacts(facts.getEntity(event.edition?.of ?? event.id) ?? event, facts, 'frequency')
  const years = own.map(({ value }) => (value.type === 'text' ? yearsBetween(value.text) : undefined))
  const [first] = own
  if (!first || years.includes(undefined)) return undefined
  const named = /\b(?:even|odd)\b/.exec(first.statement)?.[0] ?? parityOf(event, judging)
  if (/^(?:even|odd)$/.test(claim.detail) && named !== claim.detail)
    return named === undefined ? undefined : verdict('Contradicted', first.statement, own)
  const fits = years.map((one) => one === claim.number)
  if (fits.every(Boolean)) return verdict('Supported', first.statement, own)
  const text = own.map(({ statement }) => statement).join(' ')
  return verdict(fits.some(Boolean) ? 'Sources differ' : 'Contradicted', text, own)
}

/** That other places are named does not say that it is held in none beside them, unless all are in one country. */
export function heldIn(judging: Judging): Verdict | undefined {
  const { claim, facts, object: event, subjects } = judging
  const [place] = subjects
  if (!place || !event || !isEvent(event) || claim.negation !== '') return undefined
  const events = withEditions(event, judging)
  const told = events.flatMap((one) => allFacts(one, facts, 'location', 'host'))
  const own = told.filter(
    ({ value, mentions }) =>
      mentions.includes(place.id) ||
      (value.type === 'entity' && value.entity === place.id) ||
      (value.type === 'text' && value.text.replace(/\bbordering [^,]+/, '').includes(place.name)),
  )
  const [first] = own
  if (first) return verdict('Supported', first.statement, own.slice(0, 3))
  const placed = told.filter(({ attribute }) => attribute === 'location')
  const isNamed = events
    .flatMap(({ id }) => facts.factsAbout(id))
    .some(({ facts: some }) => some.some(({ statement }) => statement.includes(` in ${place.name}`)))
  const [latest] = placed
  return latest && place.kind === 'country' && !isNamed && areInOneCountry(placed, facts)
    ? verdict('Contradicted', latest.statement, placed.slice(0, 3))
    : undefined
}

/** Whether several places are told, all in the same country. */
function areInOneCountry(placed: readonly Fact[], facts: FactSnapshot): boolean {
  const countriesIn = ({ mentions }: Fact) =>
    mentions.flatMap((id) => facts.getEntity(id) ?? []).filter(({ kind }) => kind === 'country')
  if (placed.length < minPlaced || placed.some((fact) => countriesIn(fact).length > 1)) return false
  const isPlacedIn = ({ value, mentions }: Fact, { id, name }: Entity) =>
    mentions.includes(id) || (value.type === 'text' && value.text.includes(name))
  const candidates = new Set(placed.flatMap(countriesIn))
  return [...candidates].filter((one) => placed.every((fact) => isPlacedIn(fact, one))).length === 1
}

/** Of one place that is told, another may be as true. */
const minPlaced = 3
