// The lines of a first answer that say who is in a body: members, who is suspended, who is newest, and other roles.
import type { Line } from '../../core/card.ts'
import { compareDates } from '../../data/model/dates.ts'
import { isFullRole, validMemberFacts } from '../../data/model/memberships.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { capitalize, formatValue, namesOrFlags, nameWithFlag } from '../shared/format.ts'
import { formatAsOfYear, newestOfEach } from '../shared/sources.ts'
import { lastDayFor, type WholeList } from './current-facts.ts'
import { latestMemberCount, sortByName, unnamedCount } from './map-countries.ts'
import { formatPeriods } from './relationship-text.ts'
import { unsaid } from './said-values.ts'

/** "🇫🇮 Finland · 🇺🇸 United States; 29 are not named", and the count that the newest one replaced. */
export function memberLines(
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  { said, sentence }: { said: readonly Fact[]; sentence: string },
  whole: WholeList | undefined,
): Line[] {
  const all = groups.find(({ attribute }) => attribute === 'member')?.facts ?? []
  // A verdict that only counts them has their facts, but not their names.
  const unsaidFacts = unsaid(all, said)
  const isNamed = (fact: Fact) => {
    const entity = fact.value.type === 'entity' ? facts.getEntity(fact.value.entity) : undefined
    return !unsaidFacts.includes(fact) && sentence.includes(entity?.name ?? '')
  }
  return [
    ...countedLine(
      groups,
      all.filter((fact) => !isNamed(fact)),
      facts,
      whole,
    ),
    ...suspendedLine(all, facts),
    ...(whole ? [] : earlierLine(groups, facts)),
  ]
}

/** Observers, applicants and partners, by role. */
export function otherRoleLines(groups: readonly AttributeFacts[], facts: FactSnapshot): Line[] {
  const all = groups.find(({ attribute }) => attribute === 'member')?.facts ?? []
  const other = all.filter((fact) => !isFullRole(fact.role))
  return [
    ...[...Map.groupBy(other, ({ role }) => role ?? 'other')].map(([role, same]) => ({
      label: capitalize(role),
      text: namesOrFlags(membersOf(same, facts).map(({ entity }) => entity)),
      facts: same,
    })),
  ]
}

/** "**Left** Albania (1955–1968) · East Germany (1955–1990)": full members whose time ended before the day. */
export function leftLine(entity: Entity, facts: FactSnapshot, day: string): Line[] {
  const all = facts.factsAbout(entity.id).find(({ attribute }) => attribute === 'member')?.facts ?? []
  const full = all.filter(({ role }) => isFullRole(role))
  const current = new Set(validMemberFacts(full, lastDayFor(facts.factsAbout(entity.id), day)).map(valueOf))
  const left = full.filter((fact) => fact.validTo !== null && !current.has(valueOf(fact)))
  const names = membersOf(left, facts).map(
    ({ entity: member, facts: own }) => `${nameWithFlag(member)} (${formatPeriods(own)})`,
  )
  return names.length > 0 ? [{ label: 'Left', text: names.join(' · '), facts: left }] : []
}

function valueOf({ value }: Fact): string {
  return value.type === 'entity' ? value.entity : ''
}

/** Full and suspended members, and who is the newest of a whole list. */
function countedLine(
  groups: readonly AttributeFacts[],
  unsaidFacts: readonly Fact[],
  facts: FactSnapshot,
  whole: WholeList | undefined,
): Line[] {
  const counted = unsaidFacts.filter((fact) => isFullRole(fact.role))
  const named = membersOf(counted, facts)
  if (named.length === 0) return []
  const count = latestMemberCount(groups)
  const unnamed = count && !whole ? (unnamedCount(count, named) ?? 0) : 0
  const isLong = named.length > maxListed
  const newest = isLong ? newestMember(named) : undefined
  const remarks = [
    ...(newest ? [`newest: ${newest.entity.name}, ${newest.since.slice(0, 4)}`] : []),
    ...(unnamed > 0 ? [`${unnamed} ${unnamed === 1 ? 'is' : 'are'} not named`] : []),
  ]
  const cited = whole && isLong ? [whole.count, ...newestOfEach(newest?.facts ?? [])] : newestOfEach(counted)
  return [
    {
      label: 'Members',
      text: [
        namesOrFlags(
          named.map(({ entity }) => entity),
          'counted',
        ),
        ...remarks,
      ].join('; '),
      facts: cited,
    },
  ]
}

/** The members that facts name, each once, by name. */
function membersOf(own: readonly Fact[], facts: FactSnapshot): NamedMember[] {
  const byMember = [...Map.groupBy(own, ({ value }) => (value.type === 'entity' ? value.entity : ''))]
  return sortByName(
    byMember.flatMap(([id, same]) => {
      const entity = facts.getEntity(id)
      return entity ? [{ entity, facts: same }] : []
    }),
  )
}

/** Of longer lists a card says who is the newest. */
const maxListed = 6

interface NamedMember {
  entity: Entity
  facts: Fact[]
}

/** The one that joined last, if that was after the others. */
function newestMember(named: readonly NamedMember[]): (NamedMember & { since: string }) | undefined {
  const dated = named.flatMap((member) => {
    const since = member.facts.flatMap(({ validFrom }) => validFrom ?? []).toSorted()[0]
    return since === undefined ? [] : [{ ...member, since }]
  })
  const [newest, second] = dated.toSorted((a, b) => compareDates(b.since, a.since))
  return newest && second && dated.length === named.length && newest.since > second.since ? newest : undefined
}

/** "**Suspended** 🇳🇿 New Zealand (1986)". */
export function suspendedLine(all: readonly Fact[], facts: FactSnapshot): Line[] {
  const own = all.filter(({ role }) => role === 'suspended')
  const names = membersOf(own, facts).map(({ entity, facts: same }) => {
    const since = same.flatMap(({ validFrom }) => validFrom ?? []).toSorted()[0]
    return `${nameWithFlag(entity)}${since === undefined ? '' : ` (${since.slice(0, 4)})`}`
  })
  return own.length > 0 ? [{ label: 'Suspended', text: names.join(' · '), facts: own }] : []
}

/** The count that the newest one replaced. */
function earlierLine(groups: readonly AttributeFacts[], facts: FactSnapshot): Line[] {
  const newest = latestMemberCount(groups)
  const [previous] = groups
    .filter(({ attribute }) => attribute === newest?.attribute)
    .flatMap((group) => unsaid(group.facts, newest ? [newest] : []))
  if (!previous) return []
  const text = `${formatValue(previous.value, facts.getEntity)} (${formatAsOfYear(previous.asOf)})`
  return [{ label: 'Earlier', text, facts: [previous] }]
}
