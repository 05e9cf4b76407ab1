// Who is in a body or an event, how many, who is newest, who founded it.
import { editionsOf } from '../cards/entity/editions.ts'
import { leftLine, suspendedLine } from '../cards/entity/member-lines.ts'
import { formatList, namesOrFlags, pluralize } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { newestOf } from './answer-newest.ts'
import { askedWhen, inBody, membersOf } from './membership-words.ts'
import { isEvent, partiesOn, partyFacts, standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { inRegion } from './regions.ts'
import { The, atTheTime, dateOf, onDate, the, wholeNames, type Asking } from './wording.ts'

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
export function eventAsked(asking: Asking): Entity | undefined {
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

/** More members are only counted. */
const maxListed = 12

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
    // A short list is told with its number.
    lines: answer.lines?.slice(partiesOn(body, asking.facts, asking.day).length > maxListed ? 1 : 0) ?? [],
    facts: [...answer.facts, ...(newest?.facts ?? [])],
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
