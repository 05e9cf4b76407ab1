// How a country's relationships are written: names with the years and the other parties.
import type { Line } from '../../core/card.ts'
import { periodsOf } from '../../data/model/memberships.ts'
import type { Fact } from '../../data/model/types.ts'
import { formatList, nameInSentence, plainName } from '../shared/format.ts'
import { formatAsOfYear } from '../shared/sources.ts'
import { maxOthers, type Relationship } from './country-relationships.ts'
import { unitedStates } from './current-facts.ts'
import { moreRelationships } from './rest-count.ts'

/** How many relationships a sentence or a line names. */
export const maxNames = 3

/** Labels whose values change, so that they carry their year. */
const changing = new Set(['Joining', 'Arms sales', 'Programs'])

export function yearsOf(related: readonly Relationship[]): string {
  return formatList([
    ...new Set(related.flatMap(({ facts }) => facts.map(({ asOf }) => formatAsOfYear(asOf)))),
  ])
}

/** "**Partner** Quad, with Australia and India · AUKUS · NATO · 2 more ties". */
export function lineOf([label, related]: readonly [string, readonly Relationship[]]): Line {
  const count = related.length === maxNames + 1 ? related.length : maxNames
  const named = related.slice(0, count)
  const more = related.length - named.length
  return {
    label,
    text: [
      ...named.map((relationship) => describe(relationship)),
      ...(more > 0 ? [moreRelationships(label, more)] : []),
    ].join(' · '),
    facts: named.flatMap(({ facts }) => facts),
  }
}

function describe(relationship: Relationship): string {
  const { label, entity, facts } = relationship
  const role = facts[0]?.role ?? null
  // Who else is in a body without the United States is on the card of that body.
  const others = ['Member', 'Suspended', 'Exercises'].includes(label) ? '' : otherParties(relationship)
  const years = label === 'Formerly' ? periodOf(relationship) : sinceOf(relationship)?.slice(0, 4)
  const remarks = [
    ...(role === null || role === 'full' || role === 'suspended' ? [] : [role]),
    ...(years === undefined || changing.has(label) ? [] : [years]),
  ]
  return [
    plainName(entity.name) + (remarks.length > 0 ? ` (${remarks.join(', ')})` : ''),
    ...(others === '' ? [] : [`, with ${others}`]),
    ...(changing.has(label) ? [` (${yearsOf([relationship])})`] : []),
  ].join('')
}

/** Since when it has been a member. */
export function sinceOf(relationship: Relationship): string | undefined {
  const [first] = membershipDates(relationship)
  return first?.validFrom ?? undefined
}

/** "1955–1991"; undefined without a date. */
export function periodOf(relationship: Relationship): string | undefined {
  return formatPeriods(membershipDates(relationship)) || undefined
}

/** "until 1979", "from 1992 to 1999 and from 2006 to 2012". */
export function periodsInWords(facts: readonly Fact[]): string {
  return formatList(
    periodsOf(facts).map(({ from, to }) =>
      [...(from ? [`from ${from}`] : []), ...(to ? [`${from ? 'to' : 'until'} ${to}`] : [])].join(' '),
    ),
  )
}

/** "until 1979", "1992–1999, 2006–2012". */
export function formatPeriods(facts: readonly Fact[]): string {
  return periodsOf(facts)
    .map(({ from, to }) => (from === '' ? `until ${to}` : to === '' ? from : `${from}–${to}`))
    .join(', ')
}

/** The dated facts about a membership, the first first. */
function membershipDates({ own, label }: Relationship): Fact[] {
  return own.filter(
    ({ attribute, validFrom, validTo, role }) =>
      attribute === 'member' &&
      (validFrom !== null || validTo !== null) &&
      (label !== 'Suspended' || role === 'suspended'),
  )
}

/** The other parties, without the United States and those that are in the name already. */
function otherParties({ entity: { name }, others }: Relationship): string {
  const words = ` ${name.replace(/[^\p{L}.]+/gu, ' ')} `
  const unnamed = others.filter(
    (other) =>
      other.id !== unitedStates &&
      ![other.name, ...other.aliases].some((alias) => words.includes(` ${alias} `)),
  )
  return unnamed.length > maxOthers ? '' : formatList(unnamed.map(nameInSentence))
}
