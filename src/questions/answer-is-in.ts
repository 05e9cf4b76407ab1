// Is a country in a body, did it take part in an event.
import { labels, relationshipsOf, type Relationship } from '../cards/entity/country-relationships.ts'
import { capitalize, formatList } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import type { Line } from '../core/card.ts'
import { byNewest } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { tookPart } from './answer-exercises.ts'
import {
  askedWhen,
  inBody,
  joinedBody,
  membersOf,
  pastMembership,
  sinceWords,
  spell,
  suspensionOf,
} from './membership-words.ts'
import { accessionFacts, isEvent, partnershipsOf, standingOf, type Standing } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { valueLines } from './promise-facts.ts'
import {
  bulletLine,
  The,
  atTheTime,
  dateOf,
  dateWords,
  onDate,
  the,
  type Asking,
  wholeAsOf,
} from './wording.ts'

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
  const { detail } = asking.question
  const plain = detail === '' ? text : text.replace(/^(Yes|No)(\.|,[^.]*\.) /, '')
  const verdict = {
    ...rest,
    text:
      (detail === 'suspended' || (detail === 'why' && standing.former?.role === 'suspended')) &&
      standing.role === 'full'
        ? `${standing.former?.role === 'suspended' ? standing.former.statement : 'No suspension or expulsion is stated here.'} ${plain}`
        : plain,
  }
  const facts = verdict.facts ?? standing.facts
  const isWhy = detail === 'why' && standing.role !== 'full'
  const neutral = isWhy ? valueLines(country, asking, 'neutrality') : []
  const story = standing.role === 'suspended' ? storyLines(country, body, standing.since, asking) : []
  const told = standing.role || standing.former ? [] : accessionFacts(country, body, asking.facts)
  const accession = told.slice(0, 3).map((fact) => ({ text: fact.statement, facts: [fact] }))
  const tied = partnerKinds.test(detail) ? tiesTo(country, body, asking) : []
  const ties = lineOfTies(tied)
  const partnerOf =
    detail === 'partner' && !standing.role && tied.length > 0
      ? `A partner, through ${formatList([...new Set(tied.map(({ entity }) => the(entity)))])}. `
      : ''
  return {
    asked: isWhy ? `Why is ${the(country)} not ${inBody(body)}?` : asked,
    verdict:
      partnerOf +
      verdict.text +
      (isWhy && neutral.length + story.length === 0 ? ' Why is not stated here.' : ''),
    facts: partnerOf === '' ? facts : [...ties.flatMap((tie) => tie.facts ?? []), ...facts],
    lines: [...neutral, ...story, ...ties, ...accession, ...countLine(body, asking)],
    more: body.id,
  }
}

const partnerKinds = /^(?:partner|candidate|applicant|observer|associate)$/

/** What happened between a body and a country up to a day, newest first. */
function storyLines({ id }: Entity, body: Entity, until: string | undefined, { facts }: Asking): Line[] {
  const told = facts
    .factsAbout(body.id)
    .filter(({ attribute }) => attribute === 'development' || attribute === 'history')
    .flatMap((group) => group.facts)
    .filter(({ mentions }) => mentions.includes(id))
    .toSorted(byNewest)
  const before = told.filter(({ validFrom }) => validFrom !== null && validFrom <= (until ?? ''))
  return (before.length > 0 ? before : told).slice(0, 3).map(bulletLine)
}

/** The partnerships of a body that a country is in. */
function tiesTo(country: Entity, body: Entity, { facts, day }: Asking): Relationship[] {
  const partnerships = new Set(partnershipsOf(body, facts).map(({ id }) => id))
  return relationshipsOf(country, facts, day).filter(
    ({ entity, label }) =>
      partnerships.has(entity.id) && label !== labels.suspended && label !== labels.former,
  )
}

function lineOfTies(ties: readonly Relationship[]): Line[] {
  const text = [...new Set(ties.map(({ entity }) => entity.name))].join(' · ')
  const facts = ties.flatMap((tie) => tie.facts.slice(0, 1))
  return text === '' ? [] : [{ label: 'Partner in', text, facts }]
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
    return { text: `Suspended. ${suspensionOf(standing)}` }
  }
  if (role === 'full') {
    // Who left and came back is in it again.
    if (former?.validFrom && since && former.validFrom < since) {
      const text = `Yes. ${when}${subject} ${isPast ? 'was' : 'is'} ${inBody(body)}, again since ${dateWords(since)}.`
      return { text }
    }
    const kind = isFounder && body.kind !== 'status' ? `a founding member of ${the(body)}` : inBody(body)
    return { text: `Yes. ${when}${subject} ${isPast ? 'was' : 'is'} ${kind}${sinceWords(since)}.` }
  }
  // Who is treated as an ally has no such status.
  const [treated] = role && body.kind === 'status' ? standing.facts : []
  if (treated) return { text: `No. ${treated.statement}` }
  if (role) {
    const other = `${the(country)} ${isPast ? 'was' : 'is'} ${withArticle[role]} ${the(body)}${sinceWords(since)}`
    return {
      text: whole
        ? `No. ${when === '' ? capitalize(other) : when + other}, not a member.`
        : `${when === '' ? capitalize(other) : when + other}; nothing here names it as a member.`,
    }
  }
  if (former)
    return {
      text: `No, not any more. ${pastMembership(country, body, former, asking.facts)}`,
      facts: [former],
    }
  if (later) {
    const joined = `${The(country)} ${joinedBody(body)}${onDate(later.validFrom ?? '')}`
    return { text: `No, not yet. ${joined}.`, facts: [later] }
  }
  if (!whole)
    return {
      text: `Not stated. No source here names ${the(country)} as ${body.kind === 'status' ? inBody(body) : `a member of ${the(body)}`}, and its list here is not whole.`,
      facts: [],
    }
  const isUnclear = accessionFacts(country, body, asking.facts).length > 0
  const list = `${isUnclear ? 'the' : 'The'} list of the ${membersOf(body)}, ${wholeAsOf(whole)}, does not have ${the(country)}`
  return {
    text: isUnclear ? `Sources differ: ${list}, and others tell of its accession.` : `No. ${list}.`,
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
