// Is a country in a body or an event, who is in it, how many, who is newest, and who founded it.
import { formatList, namesOrFlags, nameWithFlag, pluralize } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import { editionsOf } from '../cards/entity/editions.ts'
import { leftLine } from '../cards/entity/member-lines.ts'
import type { Line } from '../core/card.ts'
import { validMemberFacts } from '../data/model/memberships.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { Answer } from './question.ts'
import { isEvent, partiesOn, partyFacts, standingOf, type Standing } from './memberships-of.ts'
import { atTheTime, dateOf, dateWords, onDate, The, the, wholeAsOf, type Asking } from './wording.ts'

/** "in NATO", "a major non-NATO ally", "a party to the Rio Treaty". */
function inBody(body: Entity): string {
  if (body.kind === 'status') return `a ${body.name.charAt(0).toLowerCase()}${body.name.slice(1)}`
  if (body.kind === 'treaty') return `a party to ${the(body)}`
  return `in ${the(body)}`
}

export function isIn(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const asked = isEvent(body)
    ? `Did ${the(country)} take part in ${the(body)}?`
    : `${asking.question.date === '' ? 'Is' : 'Was'} ${the(country)} ${inBody(body)}${askedWhen(asking)}?`
  if (isEvent(body)) return tookPart(country, body, asking, asked)
  const standing = standingOf(country, body, asking.facts, asking.day)
  const { text, ...rest } = membershipVerdict(country, body, standing, asking)
  // A yes to "is it not" may mean either.
  const verdict = {
    ...rest,
    text: asking.question.detail === '' ? text : text.replace(/^(Yes|No)(\.|,[^.]*\.) /, ''),
  }
  const facts = verdict.facts ?? standing.facts
  return { asked, verdict: verdict.text, facts, lines: countLine(body, asking), more: body.id }
}

function askedWhen({ question: { date } }: Asking): string {
  return date === '' ? '' : onDate(date)
}

function membershipVerdict(
  country: Entity,
  body: Entity,
  standing: Standing,
  asking: Asking,
): { text: string; facts?: readonly Fact[] } {
  const { role, since, isFounder, former, later, end, whole } = standing
  const isPast = asking.question.date !== ''
  const when = atTheTime(asking)
  const subject = when === '' ? The(country) : the(country)
  if (end) {
    const ended = `${The(body)} ended${onDate(dateOf(end))}`
    if (!former)
      return { text: `No. ${ended}; nothing here names ${the(country)} as a member.`, facts: [end] }
    return { text: `No. ${ended}; ${the(country)} was in it${spell(former)}.`, facts: [end, former] }
  }
  if (role === 'suspended') {
    const text = `Suspended. ${when}${subject} ${isPast ? 'was' : 'is'} suspended from ${the(body)}${sinceWords(since)}.`
    return { text }
  }
  if (role === 'full') {
    const kind = isFounder && body.kind !== 'status' ? `a founding member of ${the(body)}` : inBody(body)
    return { text: `Yes. ${when}${subject} ${isPast ? 'was' : 'is'} ${kind}${sinceWords(since)}.` }
  }
  if (role) {
    const other = `${the(country)} ${isPast ? 'was' : 'is'} ${withArticle[role]} ${the(body)}${sinceWords(since)}`
    return {
      text: whole
        ? `No. ${when === '' ? capitalizeFirst(other) : when + other}, not a member.`
        : `${when === '' ? capitalizeFirst(other) : when + other}; nothing here names it as a member.`,
    }
  }
  if (former)
    return { text: `No, not any more. ${The(country)} was in ${the(body)}${spell(former)}.`, facts: [former] }
  if (later) {
    const joined = `${The(country)} joined ${the(body)}${onDate(later.validFrom ?? '')}`
    return { text: `No, not yet. ${joined}.`, facts: [later] }
  }
  if (!whole)
    return {
      text: `Not stated. No source here names ${the(country)} as a member of ${the(body)}, and its list here is not whole.`,
      facts: [],
    }
  return {
    text: `No. The list of the members of ${the(body)}, ${wholeAsOf(whole)}, does not have ${the(country)}.`,
    facts: [whole.count],
  }
}

const withArticle = {
  full: 'a member of',
  suspended: 'suspended from',
  observer: 'an observer in',
  applicant: 'an applicant to',
  partner: 'a partner of',
}

function capitalizeFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : `, since ${dateWords(since)}`
}

/** " from 1955 to 1991", " until 1979". */
function spell({ validFrom, validTo }: Fact): string {
  const [from, to] = [validFrom, validTo].map((date) => (date === null ? '' : dateWords(date)))
  if (from && to) return ` from ${from} to ${to}`
  return to ? ` until ${to}` : from ? `, from ${from}` : ''
}

function tookPart(country: Entity, event: Entity, asking: Asking, asked: string): Answer {
  const { facts, question } = asking
  const series = editionsOf(event, facts)
  const editions = series.filter(
    ({ entity }) => question.date === '' || entity.edition?.year === question.date.slice(0, 4),
  )
  const events = series.length > 0 ? editions.map(({ entity }) => entity) : [event]
  const took = events.filter((one) => standingOf(country, one, facts, asking.day).role !== undefined)
  const own = took.flatMap((one) => standingOf(country, one, facts, asking.day).facts)
  if (took.length > 0 && series.length > 0) {
    const years = took.map(({ edition }) => edition?.year ?? '')
    const shown = [...new Set(years)].slice(0, 6)
    const more = new Set(years).size - shown.length
    const text = `Yes. ${The(country)} is named for ${formatList(shown)}${more > 0 ? ` and ${more} more` : ''}.`
    return { asked, verdict: text, facts: own, more: event.id }
  }
  if (took.length > 0) {
    const isObserver = own.every(({ role }) => role === 'observer')
    const text = isObserver
      ? `As an observer. ${The(country)} observed ${the(event)}.`
      : `Yes. ${The(country)} took part in ${the(event)}.`
    return { asked, verdict: text, facts: own, more: event.id }
  }
  const [only] = events
  const count = only && events.length === 1 ? wholeParticipants(only, asking) : undefined
  if (only && count)
    return {
      asked,
      verdict: `No. The list of the ${count.number} nations in ${the(only)} does not have ${the(country)}.`,
      facts: [count.fact],
      more: event.id,
    }
  const what = events.length > 1 ? `${the(event)} in any year` : the(only ?? event)
  return {
    asked,
    verdict: `Not stated. No source here names ${the(country)} for ${what}.`,
    facts: [],
    more: event.id,
  }
}

/** The count that the names of those who took part equal. */
function wholeParticipants(
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

export function everIn(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const standing = standingOf(country, body, asking.facts, asking.day)
  const asked = `Was ${the(country)} ever ${inBody(body)}?`
  const { former, role, since, whole } = standing
  if (role === 'full' || role === 'suspended')
    return {
      asked,
      verdict: `Yes. ${The(country)} is in ${the(body)} now${sinceWords(since)}.`,
      facts: standing.facts,
      more: body.id,
    }
  if (former)
    return {
      asked,
      verdict: `Yes. ${The(country)} was in ${the(body)}${spell(former)}.`,
      facts: [former],
      more: body.id,
    }
  // Who left may not be in a list that is whole today.
  const list = whole
    ? `The list of today’s members, ${wholeAsOf(whole)}, does not have it`
    : `No source here names it as a member`
  return {
    asked,
    verdict: `Not stated. ${list}, and nothing here says that ${the(country)} was ever in ${the(body)}.`,
    facts: whole ? [whole.count] : [],
    more: body.id,
  }
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
  const asked = isEvent(body)
    ? `Who took part in ${the(body)}?`
    : `Who ${asking.question.date === '' ? 'is' : 'was'} in ${the(body)}${askedWhen(asking)}?`
  if (parties.length === 0)
    return {
      asked,
      verdict: `Not stated. No source here names who is in ${the(body)}.`,
      facts: [],
      more: body.id,
    }
  const { text, facts: cited } = countOf(body, parties.length, asking)
  const observers = parties.filter(({ role }) => role === 'observer')
  const members = parties.filter(({ role }) => role !== 'observer').map(({ entity }) => entity)
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
      ...(isEvent(body) ? [] : leftLine(body, facts, day)),
    ],
    more: body.id,
  }
}

/** Every name: who asks for them wants to read them. */
function wholeNames(entities: readonly Entity[]): string {
  return entities.map(nameWithFlag).join(' · ')
}

/** "32 countries, whole as of Feb 1, 2026.", "At least 8 of 46." */
function countOf(body: Entity, named: number, asking: Asking): { text: string; facts: readonly Fact[] } {
  const { facts, day } = asking
  const when = atTheTime(asking)
  if (isEvent(body)) {
    const whole = wholeParticipants(body, asking)
    if (whole)
      return {
        text: `${pluralize(whole.number, 'nation')} took part in ${the(body)}, all named here.`,
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
  if (!answer || !body) return answer
  const asked = isEvent(body)
    ? `How many nations took part in ${the(body)}?`
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

function countLine(body: Entity, asking: Asking): Line[] {
  const whole = standingOf(body, body, asking.facts, asking.day).whole
  return whole && asking.question.date === ''
    ? [
        {
          label: 'Members',
          text: `${whole.members} (${formatAsOfShort(whole.count.asOf)})`,
          facts: [whole.count],
        },
      ]
    : []
}

/** Who joined last by the day, of a body that all members of which have a day. */
function newestOf(
  body: Entity,
  { facts, day }: Asking,
): { names: string; since: string; facts: Fact[] } | undefined {
  const dated = partiesOn(body, facts, day).map(({ entity, facts: own }) => ({
    entity,
    own,
    since: own.flatMap(({ validFrom }) => validFrom ?? []).toSorted()[0] ?? '',
  }))
  const since =
    dated
      .map((member) => member.since)
      .toSorted()
      .at(-1) ?? ''
  if (since === '' || dated.some((member) => member.since === '')) return undefined
  const last = dated.filter((member) => member.since === since)
  if (last.length > 4 || last.length === dated.length) return undefined
  return {
    names: formatList(last.map(({ entity }) => the(entity))),
    since,
    facts: last.flatMap(({ own }) => own),
  }
}

export function newestMember(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  const newest = newestOf(body, asking)
  return {
    asked: `Who joined ${the(body)} last${askedWhen(asking)}?`,
    verdict: newest
      ? `${newest.names.charAt(0).toUpperCase()}${newest.names.slice(1)}, which joined ${the(body)}${onDate(newest.since)}.`
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

export function whenJoined(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const verb = body.kind === 'treaty' || body.kind === 'document' ? 'become a party to' : 'join'
  const asked = `When did ${the(country)} ${verb} ${the(body)}?`
  const all = partyFacts(body, asking.facts).filter(
    ({ value }) => value.type === 'entity' && value.entity === country.id,
  )
  const current = validMemberFacts(all, asking.day)
  const { role, since, former, whole, end, isFounder } = standingOf(country, body, asking.facts, asking.day)
  if (role === 'full' && since !== undefined) {
    const how = isFounder
      ? `${The(country)} is a founding member of ${the(body)}, since`
      : `${The(country)} joined ${the(body)}${onDate(since).startsWith(' on') ? ' on' : ' in'}`
    return { asked, verdict: `${how} ${dateWords(since)}.`, facts: current, more: body.id }
  }
  if (former)
    return {
      asked,
      verdict: `${The(country)} was in ${the(body)}${spell(former)}.`,
      facts: [former, ...(end ? [end] : [])],
      more: body.id,
    }
  if (role === 'full' || role === 'suspended')
    return {
      asked,
      verdict: `Not stated. ${The(country)} is in ${the(body)}; no source here gives the day.`,
      facts: current,
      more: body.id,
    }
  const answer = isIn(asking)
  return answer
    ? {
        ...answer,
        asked,
        verdict: whole ? answer.verdict.replace(/^No\. /, 'Never, by this list. ') : answer.verdict,
      }
    : undefined
}

export function whenLeft(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const { former, role } = standingOf(country, body, asking.facts, asking.day)
  const asked = `Has ${the(country)} left ${the(body)}?`
  if (role === 'full' || role === 'suspended') {
    const answer = isIn(asking)
    return answer ? { ...answer, asked, verdict: answer.verdict.replace(/^Yes\. /, 'No. ') } : undefined
  }
  if (former?.validTo)
    return {
      asked,
      verdict: `Yes. ${The(country)} was in ${the(body)}${spell(former)}.`,
      facts: [former],
      more: body.id,
    }
  const answer = isIn(asking)
  return answer
    ? { ...answer, asked, verdict: answer.verdict.replace(/^No\. /, 'It is not named as a member. ') }
    : undefined
}

/** Members of one body that are, or are not, in another; only where the list that a no is read from is whole. */
export function membersAlso(asking: Asking, isShared: boolean): Answer | undefined {
  const [first, second] = asking.entities
  if (!first || !second) return undefined
  const { facts, day } = asking
  const lists = [first, second].map((body) => ({
    body,
    whole: standingOf(body, body, facts, day).whole,
    parties: partiesOn(body, facts, day),
  }))
  const asked = isShared
    ? `Which countries are in both ${the(first)} and ${the(second)}?`
    : `Which members of ${the(first)} are not in ${the(second)}?`
  const [one, other] = lists
  if (!one || !other) return undefined
  const missing = (isShared ? [] : [other]).filter(({ whole }) => !whole)
  if (missing.length > 0)
    return {
      asked,
      verdict: `Not stated. The list of the members of ${the(second)} here is not whole, so nothing says who is not in it.`,
      facts: [],
      more: second.id,
    }
  const inOther = new Set(other.parties.map(({ entity }) => entity.id))
  const found = one.parties.filter(({ entity }) => inOther.has(entity.id) === isShared)
  const names = found.map(({ entity }) => entity).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const counts = lists.flatMap(({ whole }) => whole?.count ?? [])
  const verb = isShared
    ? `in both ${the(first)} and ${the(second)}`
    : `in ${the(first)} and not in ${the(second)}`
  const hedge = lists.every(({ whole }) => whole) ? '' : ' Not both lists here are whole.'
  return {
    asked,
    verdict: `${names.length === 0 ? 'None' : pluralize(names.length, 'country').replace('countrys', 'countries')} ${names.length === 1 ? 'is' : 'are'} ${verb}.${hedge}`,
    facts: counts.length > 0 ? counts : found.flatMap(({ facts: own }) => own).slice(0, 4),
    lines: names.length > 0 ? [{ label: 'They are', text: wholeNames(names), facts: counts }] : [],
    more: first.id,
  }
}
