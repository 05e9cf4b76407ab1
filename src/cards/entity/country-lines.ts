// The lines of a country's card that no relationship gives: what it is not in, its forces, its neutrality.
import type { Line } from '../../core/card.ts'
import { byNewest } from '../../data/model/dates.ts'
import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { capitalize, formatValue, pluralize } from '../shared/format.ts'
import { formatAsOfShort } from '../shared/sources.ts'
import { relationshipsOf } from './country-relationships.ts'
import { wholeListOf } from './current-facts.ts'

/** What people ask first of a country; a no is only read from a list that is whole. */
const askedBody = 'nato'

/** Ties to a body that leave a country outside it. */
const notIn = new Set(['Other ties', 'Joining', 'Formerly'])

/** "**Not in** NATO (32 members, July 2024)". */
export function notInLine(country: Entity, facts: FactSnapshot, day: string): Line[] {
  const body = facts.getEntity(askedBody)
  const whole = wholeListOf(askedBody, facts, day)
  if (!body || !whole || day < whole.count.visibleFrom) return []
  const isMentioned = relationshipsOf(country, facts, day).some(
    ({ label, entity }) => entity.id === askedBody && !notIn.has(label),
  )
  if (isMentioned) return []
  const text = `${body.name} (${pluralize(whole.members, 'member')}, ${formatAsOfShort(whole.count.asOf)})`
  return [{ label: 'Not in', text, facts: [whole.count] }]
}

/** What a country says of its own neutrality. */
export function neutralityLines(country: Entity, facts: FactSnapshot): Line[] {
  const own = facts.factsAbout(country.id).find(({ attribute }) => attribute === 'neutrality')?.facts ?? []
  const [fact] = own.filter(({ value }) => value.type === 'text')
  return fact?.value.type === 'text' ? [{ label: 'Neutrality', text: fact.value.text, facts: [fact] }] : []
}

/** "**Forces** 55,154 U.S. troops (2024) · military spending 1.4% of GDP (2024)", each by the newest count. */
export function forcesLine(country: Entity, facts: FactSnapshot): Line[] {
  const newest = (['us-troops', 'military-spending'] as const).flatMap((id) => {
    const own = facts.factsAbout(country.id).find(({ attribute }) => attribute === id)?.facts ?? []
    return own.toSorted(byNewest).slice(0, 1)
  })
  const texts = newest.map(({ attribute, value, asOf }) => {
    const prefix = attribute === 'military-spending' ? 'military spending ' : ''
    return `${prefix}${formatValue(value, facts.getEntity)} (${formatAsOfShort(asOf)})`
  })
  return newest.length > 0 ? [{ label: 'Forces', text: capitalize(texts.join(' · ')), facts: newest }] : []
}
