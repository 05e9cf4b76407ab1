// When each of several countries or all members joined a body, and who did in a time, or beside a country.
import { capitalize, formatList, nameWithFlag, pluralize } from '../cards/shared/format.ts'
import { compareDates, firstDay, lastDay } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import { whenJoined } from './answer-joining.ts'
import { whoIsIn } from './answer-lists.ts'
import { maxTogether, noOrder, ofDated, roundsOf } from './join-rounds.ts'
import { allInBody, joinedBody, membersOf } from './membership-words.ts'
import { partyFacts, standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { The, dateWords, onDate, the, wholeNames, type Asking } from './wording.ts'

/** When each of some countries, or of all members, joined a body, first to last. */
export function joinedEach(asking: Asking): Answer | undefined {
  const [body, ...countries] = asking.entities
  if (!body) return undefined
  if (countries.length < 2) return countries.length === 0 ? joinedAll(body, asking) : undefined
  const answers = countries
    .flatMap((country) => {
      const answer = whenJoined({ ...asking, entities: [country, body] })
      const { since, former } = standingOf(country, body, asking.facts, asking.day)
      return answer ? [{ answer, from: since ?? former?.validFrom ?? '9999' }] : []
    })
    .toSorted((a, b) => compareDates(firstDay(a.from), firstDay(b.from)))
    .map(({ answer }) => answer)
  return {
    asked: `When did ${formatList(countries.map(the))} ${body.kind === 'status' ? `become ${allInBody(body)}` : `join ${the(body)}`}?`,
    verdict: answers.map(({ verdict }) => verdict).join(' '),
    facts: answers.flatMap(({ facts }) => facts.slice(0, 1)),
    more: body.id,
  }
}

/** All members of a body by the days on which they joined. */
function joinedAll(body: Entity, asking: Asking): Answer {
  const isLater = asking.question.detail === 'later'
  const asked = isLater
    ? `Who ${joinedBody(body)} after its founding?`
    : `When did the ${membersOf(body)} ${body.kind === 'status' ? 'become that' : 'join'}?`
  const rounds = roundsOf(body, asking, isLater || body.kind !== 'status')?.slice(isLater ? 1 : 0)
  const [first] = rounds ?? []
  const last = rounds?.at(-1)
  if (rounds?.length === 0)
    return {
      asked,
      verdict: `Nobody named here ${joinedBody(body)} after its founding.`,
      facts: partyFacts(body, asking.facts).slice(0, 1),
      more: body.id,
    }
  if (!rounds || !first || !last) return noOrder(body, asked)
  const count = rounds.reduce((sum, { members }) => sum + members.length, 0)
  return {
    asked,
    verdict: `${ofDated(body)}${pluralize(count, 'country')} ${joinedBody(body, count > 1)} ${rounds.length === 1 ? onDate(first.date).trim() : `in ${rounds.length} rounds, from ${dateWords(first.date)} to ${dateWords(last.date)}`}.`,
    facts: rounds.flatMap(({ facts }) => facts),
    lines: rounds.map(({ date, members, facts }) => ({
      label: capitalize(dateWords(date)),
      text: members.map(nameWithFlag).join(' · '),
      facts,
    })),
    more: body.id,
  }
}

/** Who joined with a country, or after or before it. */
export function joinedBeside(body: Entity, country: Entity, asking: Asking): Answer {
  const { detail } = asking.question
  const { since, former } = standingOf(country, body, asking.facts, asking.day)
  const date = since ?? former?.validFrom ?? ''
  const beside = detail === 'year' ? `in the same year as ${the(country)}` : `${detail} ${the(country)}`
  const asked = `Who ${joinedBody(body)} ${beside}?`
  const rounds = roundsOf(body, asking, false)
  if (date === '') {
    const answer = whenJoined({ ...asking, entities: [country, body] })
    return answer ? { ...answer, asked } : noOrder(body, asked)
  }
  if (!rounds) return noOrder(body, asked)
  const fitting = rounds.filter((round) =>
    detail === 'after'
      ? firstDay(round.date) > firstDay(date)
      : detail === 'before'
        ? firstDay(round.date) < firstDay(date)
        : detail === 'year'
          ? round.date.slice(0, 4) === date.slice(0, 4)
          : firstDay(round.date) === firstDay(date),
  )
  const members = fitting.flatMap((round) => round.members).filter(({ id }) => id !== country.id)
  const facts = fitting.flatMap((round) => round.facts)
  const hedge = roundsOf(body, asking, true) ? '' : `, of the ${membersOf(body)} with a day here`
  const on = `${The(country)} ${joinedBody(body)}${onDate(date)}`
  return {
    asked,
    verdict:
      members.length === 0
        ? `Nobody${hedge}. ${on}.`
        : `${members.length > maxTogether ? pluralize(members.length, 'country') : capitalize(formatList(members.map(the)))}${hedge}. ${on}.`,
    facts: members.length === 0 ? rounds.flatMap((round) => round.facts.slice(0, 1)) : facts,
    lines: fitting
      .map((round) => ({ ...round, members: round.members.filter(({ id }) => id !== country.id) }))
      .filter((round) => round.members.length > 0)
      .map((round) => ({
        label: capitalize(dateWords(round.date)),
        text: round.members.map(nameWithFlag).join(' · '),
        facts: round.facts,
      })),
    more: body.id,
  }
}

/** Who joined in a year, or on a day; without a date, who is in it. */
export function joinedIn(asking: Asking): Answer | undefined {
  const [body, country] = asking.entities
  const { date } = asking.question
  if (body && country) return joinedBeside(body, country, asking)
  if (!body || date === '') return whoIsIn(asking)
  const { detail } = asking.question
  const until = /^to (\d{4})$/.exec(detail)?.[1]
  const fits = (from: string) =>
    detail === 'after'
      ? firstDay(from) > lastDay(date)
      : detail === 'since'
        ? lastDay(from) >= firstDay(date)
        : detail === 'before'
          ? lastDay(from) < firstDay(date)
          : until !== undefined
            ? lastDay(from) >= firstDay(date) && firstDay(from) <= lastDay(until)
            : from.startsWith(date)
  const own = partyFacts(body, asking.facts).filter(
    ({ validFrom, role }) => validFrom && fits(validFrom) && (role === null || role === 'full'),
  )
  const when =
    until !== undefined
      ? ` from ${dateWords(date)} to ${until}`
      : detail === ''
        ? onDate(date)
        : ` ${detail} ${dateWords(date)}`
  const ids = new Set(own.flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : [])))
  const names = [...ids]
    .flatMap((id) => asking.facts.getEntity(id) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  return {
    asked: `Who ${joinedBody(body)}${when}?`,
    verdict:
      names.length > 0
        ? `${pluralize(names.length, body.kind === 'status' ? 'country' : 'member')} ${joinedBody(body, names.length > 1)}${when}.`
        : `Not stated. No source here names a country that ${joinedBody(body)}${when}.`,
    facts: own,
    lines: names.length > 0 ? [{ label: 'They are', text: wholeNames(names), facts: own }] : [],
    more: body.id,
  }
}
