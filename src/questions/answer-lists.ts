// Who is in a body or an event, how many, who is newest, who founded it.
import { editionsOf } from '../cards/entity/editions.ts'
import { leftLine, suspendedLine } from '../cards/entity/member-lines.ts'
import { capitalize, formatList, namesOrFlags, pluralize } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import { toIsoDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { askedWhen, inBody, joinedBody, membersOf } from './membership-words.ts'
import { isEvent, partiesOn, partyFacts, standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { inRegion } from './regions.ts'
import { The, atTheTime, dateOf, dateWords, onDate, the, wholeNames, type Asking } from './wording.ts'

/** The count that the names of those who took part equal. */
export function wholeParticipants(
  event: Entity,
  { facts, day }: Asking,
): { number: number; fact: Fact } | undefined {
  const names = partiesOn(event, facts, day).filter(({ role }) => role !== 'observer').length
  const counts = facts.factsAbout(event.id).find(({ attribute }) => attribute === 'nations')?.facts ?? []
  const fact = counts.find(
    ({ value }) => value.type === 'number' && value.bound === 'exactly' && value.number === names,
  )
  return fact ? { number: names, fact } : undefined
}

/** Editions stand for their series in the year that is asked about, else the newest. */
function eventAsked(asking: Asking): Entity | undefined {
  const [body] = asking.entities
  if (!body || !isEvent(body)) return body
  const editions = editionsOf(body, asking.facts)
  const year = asking.question.date.slice(0, 4)
  return (
    editions.find(({ entity }) => year === '' || entity.edition?.year === year)?.entity ??
    (year === '' ? body : undefined)
  )
}

export function whoIsIn(asking: Asking): Answer | undefined {
  const body = eventAsked(asking)
  if (!body) return noEdition(asking)
  const { facts, day } = asking
  const parties = partiesOn(body, facts, day)
  const verb = asking.question.date === '' ? 'is' : 'was'
  const asked = isEvent(body)
    ? `Who took part in ${the(body)}?`
    : `Who ${verb} ${inBody(body)}${askedWhen(asking)}?`
  if (parties.length === 0)
    return {
      asked,
      verdict: `Not stated. No source here names who is ${inBody(body)}.`,
      facts: [],
      more: body.id,
    }
  const { text, facts: cited } = countOf(body, parties.length, asking)
  const observers = parties.filter(({ role }) => role === 'observer')
  const suspended = parties.filter(({ role }) => role === 'suspended').flatMap(({ facts: own }) => own)
  const members = parties.filter(({ role }) => role !== 'observer').map(({ entity }) => entity)
  const here = inRegion(asking, body, members, cited)
  if (here) return here
  const names = members.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  return {
    asked,
    verdict: text,
    facts: cited,
    lines: [
      { label: isEvent(body) ? 'Taking part' : 'Members', text: wholeNames(names), facts: cited },
      ...(observers.length > 0
        ? [
            {
              label: 'Observing',
              text: namesOrFlags(observers.map(({ entity }) => entity)),
              facts: observers.flatMap(({ facts: own }) => own),
            },
          ]
        : []),
      ...(isEvent(body) ? [] : [...suspendedLine(suspended, facts), ...leftLine(body, facts, day)]),
    ],
    more: body.id,
  }
}

/** "32 countries, whole as of Feb 1, 2026.", "At least 8 of 46." */
function countOf(body: Entity, named: number, asking: Asking): { text: string; facts: readonly Fact[] } {
  const { facts, day } = asking
  const when = atTheTime(asking)
  if (isEvent(body)) {
    const whole = wholeParticipants(body, asking)
    if (whole)
      return {
        text: `${pluralize(whole.number, 'nation')} took part in ${the(body)}.`,
        facts: [whole.fact],
      }
    const counts = facts.factsAbout(body.id).find(({ attribute }) => attribute === 'nations')?.facts ?? []
    const numbers = [
      ...new Set(counts.flatMap(({ value }) => (value.type === 'number' ? [value.number] : []))),
    ].sort((a, b) => a - b)
    if (counts.length === 0)
      return {
        text: `${pluralize(named, 'nation')} are named for ${the(body)}; no count is stated.`,
        facts: partyFacts(body, facts),
      }
    const text = `${formatList(numbers.map(String), 'or')} nations took part in ${the(body)}, by the source; ${named} are named here.`
    return { text, facts: counts }
  }
  const standing = standingOf(body, body, facts, day)
  const { whole, end } = standing
  if (body.kind === 'status') {
    const cited = whole ? [whole.count] : partyFacts(body, facts)
    return {
      text: `${when}${pluralize(named, 'country')} ${when === '' ? (named === 1 ? 'has' : 'have') : 'had'} this status, counted from the facts about each.`,
      facts: cited,
    }
  }
  const members = pluralize(named, 'member')
  const past = when !== '' || end
  const having = `${the(body)} ${past ? 'had' : 'has'} ${members}`
  if (end) {
    return {
      text: `${The(body)} had ${members} when it ended${onDate(dateOf(end))}.`,
      facts: [end, ...(whole ? [whole.count] : partyFacts(body, facts))],
    }
  }
  if (whole) {
    const text =
      when === '' ? `${The(body)} has ${members} (${formatAsOfShort(whole.count.asOf)})` : `${when}${having}`
    return { text: `${text}, counted from the days on which they joined.`, facts: [whole.count] }
  }
  const count = facts
    .factsAbout(body.id)
    .find(({ attribute }) => attribute === 'member-count' || attribute === 'other-members')?.facts[0]
  const stated =
    count?.value.type === 'number'
      ? ` A source counts ${count.value.number} ${count.value.unit} (${formatAsOfShort(count.asOf)}).`
      : ''
  return {
    text: `${pluralize(named, 'member')} of ${the(body)} are named here, perhaps not all.${stated}`,
    facts: [...(count ? [count] : []), ...partyFacts(body, facts)],
  }
}

function noEdition(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  return {
    asked: `Who took part in ${the(body)}${askedWhen(asking)}?`,
    verdict: `Not stated. No source here tells of ${the(body)}${askedWhen(asking)}.`,
    facts: [],
    more: body.id,
  }
}

export function howMany(asking: Asking): Answer | undefined {
  const answer = whoIsIn(asking)
  const body = eventAsked(asking)
  if (!answer || !body || asking.question.detail !== '') return answer
  const asked = isEvent(body)
    ? `How many nations took part in ${the(body)}?`
    : body.kind === 'status'
      ? `How many ${membersOf(body)} ${asking.question.date === '' ? 'are' : 'were'} there${askedWhen(asking)}?`
      : `How many members ${asking.question.date === '' ? 'does' : 'did'} ${the(body)} have${askedWhen(asking)}?`
  const newest = isEvent(body) ? undefined : newestOf(body, asking)
  const latest = newest ? ` The latest is ${newest.names}${onDate(newest.since)}.` : ''
  return {
    ...answer,
    asked,
    verdict: (answer.verdict + latest).trim(),
    lines: answer.lines?.slice(1) ?? [],
    facts: [...answer.facts, ...(newest?.facts ?? [])],
  }
}

/** Who joined last by the day, of a body that all members of which have a day. */
function newestOf(
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
      : `Not stated. Not every member of ${the(body)} has a day here on which it joined.`,
    facts: newest?.facts ?? [],
    more: body.id,
  }
}

export function foundersOf(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  const all = partyFacts(body, asking.facts).filter(({ founder }) => founder)
  const names = [
    ...new Set(all.flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : []))),
  ].flatMap((id) => asking.facts.getEntity(id) ?? [])
  const sorted = names.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const here = inRegion(asking, body, names, all, `founders of ${the(body)}`)
  if (here) return here
  return {
    asked: `Who founded ${the(body)}?`,
    verdict:
      sorted.length > 0
        ? `${The(body)} had ${pluralize(sorted.length, 'founding member')}.`
        : `Not stated. No source here names the founders of ${the(body)}.`,
    facts: all,
    lines: sorted.length > 0 ? [{ label: 'Founders', text: wholeNames(sorted), facts: all }] : [],
    more: body.id,
  }
}
