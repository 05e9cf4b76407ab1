// Who joined a body last, as claimed.
import { formatList } from '../cards/shared/format.ts'
import type { PartialDate } from '../data/model/dates.ts'
import { isFullRole } from '../data/model/memberships.ts'
import type { Entity } from '../data/model/types.ts'
import { joinedBody } from '../questions/membership-words.ts'
import { partyFacts, standingOf } from '../questions/memberships-of.ts'
import { onDate, the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { stretchesOf, verdict } from './verdicts.ts'

/** Who joined on which day, if all are known but those who have left. */
function arrivalsIn(body: Entity, { facts, today }: Judging): { from: PartialDate; arrived: string[] }[] {
  const full = partyFacts(body, facts).filter(
    ({ role, value }) => isFullRole(role) && value.type === 'entity',
  )
  const isOpen = full.some(({ validFrom, validTo }) => validFrom === null && validTo === null)
  const { whole } = standingOf(body, body, facts, today)
  // Who is in a list already has not joined after it, whenever that was.
  const isLater = full.some(({ validFrom }) => (validFrom ?? '') > (whole?.count.visibleFrom ?? ''))
  if (!whole || (isOpen && !isLater)) return []
  const dated = full.flatMap(({ validFrom, value, founder }) =>
    validFrom === null || founder || value.type !== 'entity' ? [] : [{ from: validFrom, id: value.entity }],
  )
  const byDay = Map.groupBy(dated, ({ from }) => from)
  return [...byDay]
    .map(([from, some]) => ({ from, arrived: some.map(({ id }) => id) }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

export function newestIn(judging: Judging): Verdict | undefined {
  const found = newest(judging)
  return judging.claim.isPast && found?.kind !== 'Supported' ? undefined : found
}

function newest(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body, subjects } = judging
  if (!body || claim.negation !== '' || (claim.isPast && claim.date === '')) return undefined
  const stretches = stretchesOf(body, judging)
  const ids = subjects.map(({ id }) => id)
  const counted = stretches.slice(1).flatMap(({ from, members }, index) => {
    const before = stretches[index]?.members ?? []
    const arrived = members.filter((id) => !before.includes(id))
    return arrived.length > 0 ? [{ from, arrived }] : []
  })
  const arrivals = counted.length > 0 ? counted : arrivalsIn(body, judging)
  const last = arrivals.at(-1)
  if (!last) return undefined
  const nameOf = (id: string) => facts.getEntity(id)
  const names = formatList(last.arrived.flatMap((id) => nameOf(id) ?? []).map(the))
  const cited = last.arrived.flatMap((id) => {
    const entity = nameOf(id)
    return entity ? standingOf(entity, body, facts, today).facts : []
  })
  const joined = `${names} ${joinedBody(body, last.arrived.length > 1)} last,${onDate(last.from)}`
  if (ids.every((id) => last.arrived.includes(id))) return verdict('Supported', `${joined}.`, cited)
  const earlier = arrivals.findIndex(({ arrived }) => ids.some((id) => arrived.includes(id)))
  const [was, next] = [arrivals[earlier], arrivals[earlier + 1]]
  // Several that joined one after the other were the newest until the next.
  if (was && next && ids.every((id) => arrivals.slice(earlier).some(({ arrived }) => arrived.includes(id))))
    return verdict(
      'Was true',
      `${formatList(subjects.map(the))} ${joinedBody(body, subjects.length > 1)}${onDate(was.from)}; ${joined}.`,
      cited,
    )
  return verdict('Contradicted', `${joined}.`, cited)
}
