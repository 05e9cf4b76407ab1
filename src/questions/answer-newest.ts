// Who joined a body last, and who was its nth member.
import { capitalize, formatList, nameWithFlag, pluralize } from '../cards/shared/format.ts'
import { firstDay, lastDay, toIsoDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { maxTogether, noOrder, ofDated, roundsOf, type Round } from './join-rounds.ts'
import { askedWhen, inBody, joinedBody, membersOf } from './membership-words.ts'
import { partiesOn, partyFacts, standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { dateWords, onDate, the, type Asking } from './wording.ts'

/** Who joined last by the day, of a body that all members of which have a day. */
export function newestOf(
  body: Entity,
  { facts, day }: Asking,
): { names: string; since: string; facts: Fact[] } | undefined {
  const all = partyFacts(body, facts)
  const dated = partiesOn(body, facts, day).map(({ entity, facts: current, role }) => {
    // Who was suspended since has joined before.
    const joined = all.filter(
      ({ value, role: then }) =>
        value.type === 'entity' && value.entity === entity.id && then !== 'suspended',
    )
    const own = role === 'suspended' ? joined : current
    return { entity, own, since: own.flatMap(({ validFrom }) => validFrom ?? []).toSorted()[0] ?? '' }
  })
  const since =
    dated
      .map((member) => member.since)
      .toSorted()
      .at(-1) ?? ''
  if (since === '' || (body.kind !== 'status' && dated.some((member) => member.since === '')))
    return undefined
  const last = dated.filter((member) => member.since === since)
  if (last.length > 4 || last.length === dated.length) return undefined
  return {
    names: formatList(last.map(({ entity }) => the(entity))),
    since,
    facts: last.flatMap(({ own }) => own),
  }
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return toIsoDate(date)
}

export function newestMember(asking: Asking): Answer | undefined {
  const [body, before] = asking.entities
  if (!body) return undefined
  const count = Number(asking.question.detail)
  if (count > 1) return lastToJoin(count, body, asking)
  const { since = '' } = before ? standingOf(before, body, asking.facts, asking.day) : {}
  const isBefore = /^\d{4}-\d\d-\d\d$/.test(since)
  const day = isBefore ? dayBefore(since) : asking.day
  const newest = before && !isBefore ? undefined : newestOf(body, { ...asking, day })
  return {
    asked: `Who ${joinedBody(body)} last${before ? `, before ${the(before)}` : askedWhen(asking)}?`,
    verdict: newest
      ? body.kind === 'status'
        ? `Of those with a day here, ${newest.names}, ${inBody(body)} since ${dateWords(newest.since)}.`
        : `${capitalize(newest.names)}, which ${joinedBody(body)}${onDate(newest.since)}.`
      : roundsOf(body, asking)?.length === 1
        ? `All ${membersOf(body)} named here ${joinedBody(body, true)} on the same date.`
        : `Not stated. Not all ${membersOf(body)} have a day here on which they joined.`,
    facts: newest?.facts ?? partyFacts(body, asking.facts).slice(0, 1),
    more: body.id,
  }
}

/** "Join NATO", "become a major non-NATO ally". */
function joinBody(body: Entity): string {
  return body.kind === 'status' ? `become ${inBody(body)}` : `join ${the(body)}`
}

/** The last so many to join, with all who joined on the day of one of them. */
function lastToJoin(count: number, body: Entity, asking: Asking): Answer {
  const asked = `Who were the last ${count} to ${joinBody(body)}?`
  const rounds = roundsOf(body, asking)?.toReversed()
  if (!rounds) return noOrder(body, asked)
  const shown: Round[] = []
  for (const round of rounds) if (shown.flatMap(({ members }) => members).length < count) shown.push(round)
  return {
    asked,
    verdict: `${capitalize(ofDated(body) + formatList(shown.map(({ date, members }) => `${formatList(members.map(the))} (${dateWords(date)})`)))}.`,
    facts: shown.flatMap(({ facts }) => facts),
    more: body.id,
  }
}

const ordinal = (count: number) => {
  const ending = ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
  return `${count}${count % 100 > 10 && count % 100 < 14 ? 'th' : ending}`
}

/** Who joined as the thirtieth; those who joined on one day have their places together. */
export function nthToJoin(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (body && asking.question.detail === 'after') return firstAfter(body, asking)
  const nth = Number(asking.question.detail)
  if (!body || !(nth > 0)) return undefined
  const asked = `Who was the ${ordinal(nth)} to ${joinBody(body)}?`
  const rounds = roundsOf(body, asking, true)
  if (!rounds) return noOrder(body, asked)
  let before = 0
  for (const { date, members, facts } of rounds) {
    const last = before + members.length
    if (nth <= last) {
      const places =
        members.length === 1 ? `the ${ordinal(nth)}` : `the ${ordinal(before + 1)} to ${ordinal(last)}`
      return {
        asked,
        verdict:
          members.length > maxTogether
            ? `${members.length} countries ${joinedBody(body, true)} together${onDate(date)}, as ${places}.`
            : `${capitalize(formatList(members.map(the)))} ${joinedBody(body, members.length > 1)}${onDate(date)}, as ${places} of all that ever did.`,
        facts,
        lines:
          members.length > maxTogether
            ? [{ label: 'They are', text: members.map(nameWithFlag).join(' · '), facts }]
            : [],
        more: body.id,
      }
    }
    before = last
  }
  return {
    asked,
    verdict: `Nobody. ${pluralize(before, 'country')} ever ${joinedBody(body, true)}.`,
    facts: rounds.flatMap(({ facts }) => facts.slice(0, 1)),
    more: body.id,
  }
}

/** Who joined first after a date, or after the founders. */
function firstAfter(body: Entity, asking: Asking): Answer {
  const { date } = asking.question
  const asked = `Who ${joinedBody(body)} first after ${date === '' ? 'its founders' : dateWords(date)}?`
  const rounds = roundsOf(body, asking, true)
  if (!rounds) return noOrder(body, asked)
  const round = date === '' ? rounds[1] : rounds.find((one) => firstDay(one.date) > lastDay(date))
  return {
    asked,
    verdict: round
      ? `${capitalize(formatList(round.members.map(the)))} ${joinedBody(body, round.members.length > 1)}${onDate(round.date)}.`
      : `Nobody named here ${joinedBody(body)} after that.`,
    facts: round?.facts ?? rounds.flatMap(({ facts }) => facts.slice(0, 1)),
    more: body.id,
  }
}
