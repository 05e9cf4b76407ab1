// Answers about several countries or bodies at once: which are in, who left, what is the oldest.
import { memberLabels } from '../cards/compare/shared-bodies.ts'
import { endOf } from '../cards/entity/current-facts.ts'
import { relationshipsOf } from '../cards/entity/country-relationships.ts'
import { leftLine } from '../cards/entity/member-lines.ts'
import { capitalize, formatList, namesOrFlags, nameWithFlag, pluralize } from '../cards/shared/format.ts'
import type { Line } from '../core/card.ts'
import { compareDates, firstDay, toIsoDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { everIn } from './answer-ever-in.ts'
import { isIn } from './answer-is-in.ts'
import { whoIsIn } from './answer-lists.ts'
import { allInBody, askedWhen, inBody, leftBody, membersOf } from './membership-words.ts'
import { endingFacts, partiesOn, standingOf } from './memberships-of.ts'
import { promiseOf, unitedStates } from './promise-facts.ts'
import type { Answer } from './question.ts'
import { inRegion } from './regions.ts'
import { dateOf, dateWords, onDate, The, the, wholeAsOf, type Asking } from './wording.ts'

/** Which of some countries are in a body; a no only from a whole list. */
export function whichIn(asking: Asking): Answer | undefined {
  const [body, ...countries] = asking.entities
  if (!body || countries.length < 2) return undefined
  const standings = countries.map((country) => ({
    country,
    ...standingOf(country, body, asking.facts, asking.day),
  }))
  const isEver = asking.question.detail === 'ever'
  const inside = standings.filter(
    ({ role, end, former }) => role === 'full' || ((end ?? isEver) && former !== undefined),
  )
  const others = standings.filter((standing) => !inside.includes(standing))
  const [whole] = standings.flatMap((standing) => standing.whole ?? [])
  const namesOf = (some: readonly { country: Entity }[]) =>
    formatList(some.map(({ country }) => the(country)))
  const isPast =
    asking.question.date !== '' ||
    standings.some(({ end }) => end !== undefined) ||
    (isEver && inside.some(({ role }) => role !== 'full'))
  const be = (some: readonly unknown[]) =>
    isPast ? (some.length === 1 ? 'was' : 'were') : some.length === 1 ? 'is' : 'are'
  const yes =
    inside.length > 0
      ? `${capitalize(namesOf(inside))} ${be(inside)} ${inside.length === 1 ? inBody(body) : allInBody(body)}${askedWhen(asking)}.`
      : ''
  const no =
    others.length === 0
      ? ''
      : whole
        ? `${capitalize(namesOf(others))} ${be(others)} not, by the list that is ${wholeAsOf(whole)}.`
        : `For ${namesOf(others)} that is not stated.`
  const verdict =
    inside.length === 0 && whole
      ? `None of them: the list of the ${membersOf(body)}, ${wholeAsOf(whole)}, does not have ${formatList(
          others.map(({ country }) => the(country)),
          'or',
        )}.`
      : [yes, no].filter(Boolean).join(' ')
  return {
    asked: `Which of ${namesOf(standings)} ${isPast ? 'were' : 'are'} ${allInBody(body)}${askedWhen(asking)}?`,
    verdict,
    facts: [
      ...inside.flatMap(({ facts }) => facts.slice(0, 1)),
      ...(whole && others.length > 0 ? [whole.count] : []),
    ],
    lines: standings
      .filter(({ since, role, end, former }) => (!end && role && since) || former)
      .slice(0, 6)
      .map(({ country, role, since, facts, former }) => ({
        label: nameWithFlag(country),
        text: role
          ? `${role === 'full' ? 'member' : role} since ${dateWords(since ?? '')}`
          : `until ${dateWords(former?.validTo ?? '')}`,
        facts: role ? facts.slice(0, 1) : former ? [former] : [],
      })),
    more: body.id,
  }
}

/** In which of some bodies a country is. */
export function inWhich(asking: Asking): Answer | undefined {
  const [country, ...bodies] = asking.entities
  if (!country || bodies.length < 2) return undefined
  const isPast = asking.question.detail === 'ever'
  const read = isPast ? everIn : isIn
  const answers = bodies.map((body) => ({ body, answer: read({ ...asking, entities: [country, body] }) }))
  return {
    asked: `${isPast ? 'Was' : 'Is'} ${the(country)} ${isPast ? 'ever ' : ''}${formatList(bodies.map(inBody))}?`,
    verdict: answers.map(({ answer }) => answer?.verdict ?? '').join(' '),
    facts: answers.flatMap(({ answer }) => answer?.facts ?? []),
    more: country.id,
  }
}

/** Who was in a body and left it, first to last. */
export function whoLeft(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  const [left] = leftLine(body, asking.facts, toIsoDate(asking.now))
  const ended = endOf(asking.facts.factsAbout(body.id), asking.day)
  // All who were in what has ended were in it once.
  if (ended && /^(?:used to|were|was|formerly)/.test(asking.question.detail))
    return whoIsIn({ ...asking, question: { ...asking.question, detail: '' } })
  const endedOn = ended ? firstDay(dateOf(ended)) : '9999'
  const { date } = asking.question
  const when = date === '' ? '' : onDate(date)
  const gone = (left?.facts ?? []).filter(
    ({ validTo }) => validTo !== null && firstDay(validTo) < endedOn && validTo.startsWith(date),
  )
  const countries = [...Map.groupBy(gone, ({ value }) => (value.type === 'entity' ? value.entity : ''))]
    .flatMap(([id, own]) => {
      const entity = asking.facts.getEntity(id)
      const [first] = own.toSorted(byEnd)
      return entity && first ? [{ entity, first }] : []
    })
    .toSorted((a, b) => byEnd(a.first, b.first))
  const [first] = countries
  const isLast = asking.question.detail === 'last'
  const leftIt = leftBody(body)
  const member = body.kind === 'status' ? 'country' : 'member'
  // Who left twice may have left last.
  const end = (isLast ? gone.toSorted(byEnd).at(-1) : first?.first)?.validTo
  const together = gone.filter(({ validTo }) => validTo === end)
  const names = countries.flatMap(({ entity }) =>
    together.some(({ value }) => value.type === 'entity' && value.entity === entity.id) ? [the(entity)] : [],
  )
  const who =
    date !== '' && names.length === countries.length
      ? 'all'
      : `${isLast ? 'last' : 'first'} ${formatList(names)}`
  return {
    asked: date === '' ? `Who has ${leftIt}?` : `Who ${leftIt}${when}?`,
    verdict: first
      ? countries.length === 1
        ? `${The(first.entity)} ${leftIt}${onDate(end ?? '')}.`
        : `${pluralize(countries.length, member)} ${leftIt}${when}, ${who}${onDate(end ?? '')}.`
      : `Not stated. No source here names a ${member} that ${leftIt}${when}.`,
    facts: [
      ...together,
      ...together.flatMap(({ value, validTo }) => {
        const country = value.type === 'entity' ? asking.facts.getEntity(value.entity) : undefined
        return country ? endingFacts(country, body, validTo ?? '', asking.facts) : []
      }),
    ],
    lines: first && left ? [date === '' ? { ...left, facts: gone } : theyAre(countries)] : [],
    more: body.id,
  }
}

function theyAre(countries: readonly { entity: Entity; first: Fact }[]): Line {
  return {
    label: 'They are',
    text: countries.map(({ entity }) => nameWithFlag(entity)).join(' · '),
    facts: countries.map(({ first }) => first),
  }
}

function byEnd(a: Fact, b: Fact): number {
  return compareDates(a.validTo ?? '', b.validTo ?? '')
}

/** The alliances and treaties in force by the day of their founding or signature. */
export function oldestAlliance(asking: Asking): Answer | undefined {
  const { facts, day, question } = asking
  const isOldest = question.detail !== 'newest'
  const [country] = asking.entities
  const dated = facts.entities
    .filter(({ id, kind }) => (kind === 'alliance' || kind === 'treaty') && facts.hasFacts(id))
    .filter((body) => !country || partiesOn(body, facts, day).some(({ entity }) => entity.id === country.id))
    .flatMap((entity) => {
      const groups = facts.factsAbout(entity.id)
      if (endOf(groups, day)) return []
      const starts = groups
        .filter(({ attribute }) => ['founded', 'signed', 'began'].includes(attribute))
        .flatMap((group) => group.facts)
        .filter((fact) => dateOf(fact) !== '')
        .toSorted((a, b) => compareDates(dateOf(a), dateOf(b)))
      const [start] = starts
      return start ? [{ entity, start, date: dateOf(start) }] : []
    })
    .toSorted((a, b) => (isOldest ? 1 : -1) * compareDates(a.date, b.date))
  const [first] = dated
  if (!first) return undefined
  return {
    asked: `Which is the ${isOldest ? 'oldest' : 'newest'} alliance in force${country ? ` of ${the(country)}` : ''}?`,
    verdict: `${The(first.entity)}, of ${dateWords(first.date)}, is the ${isOldest ? 'oldest' : 'newest'} of the ${dated.length} alliances and treaties in force${country ? ` of ${the(country)}` : ''} that are here with a date.`,
    facts: [first.start],
    lines: [
      {
        label: isOldest ? 'Next' : 'Before it',
        text: dated
          .slice(1, 6)
          .map(({ entity, date }) => `${entity.name} (${date.slice(0, 4)})`)
          .join(' · '),
        facts: dated.slice(1, 6).map(({ start }) => start),
      },
    ],
    more: first.entity.id,
  }
}

/** Every country that has a treaty of mutual defense with a country, the United States unless another is named. */
export function treatyAllies(asking: Asking): Answer | undefined {
  const { facts, day } = asking
  const country = asking.entities[0] ?? facts.getEntity(unitedStates)
  if (!country) return undefined
  const labels = country.id === unitedStates ? ['Treaty ally'] : memberLabels
  const bodies = [
    ...new Set(
      relationshipsOf(country, facts, day)
        .filter(({ label }) => labels.includes(label))
        .map(({ entity }) => entity),
    ),
  ].filter((body) => promiseOf(body, asking).length > 0)
  const lists = bodies.map((body) => ({
    body,
    others: partiesOn(body, facts, day).filter(
      ({ entity, role }) => entity.id !== country.id && entity.kind === 'country' && role === 'full',
    ),
  }))
  const all = new Set(lists.flatMap(({ others }) => others.map(({ entity }) => entity)))
  const promises = lists.flatMap(({ body }) => promiseOf(body, asking).slice(0, 1))
  const here = inRegion(asking, country, [...all], promises, `treaty allies of ${the(country)}`)
  if (here) return here
  return {
    asked:
      country.id === unitedStates
        ? 'Who are the treaty allies of the United States?'
        : `Whom must ${the(country)} defend?`,
    verdict:
      all.size > 0
        ? `${pluralize(all.size, 'country')} named here, through ${pluralize(lists.length, 'treaty')} with a promise of mutual defense.`
        : `Not stated. No source here names a promise of ${the(country)} to defend another.`,
    facts: promises,
    lines: lists
      .toSorted((a, b) => b.others.length - a.others.length)
      .slice(0, 6)
      .map(({ body, others }) => ({
        label: body.name,
        text: namesOrFlags(others.map(({ entity }) => entity)),
        facts: promiseOf(body, asking).slice(0, 1),
      })),
    more: country.id,
  }
}
