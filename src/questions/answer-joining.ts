// When did a country join a body, and has it left.
import { endOf } from '../cards/entity/current-facts.ts'
import { editionsOf } from '../cards/entity/editions.ts'
import { periodsInWords } from '../cards/entity/relationship-text.ts'
import { firstDay } from '../data/model/dates.ts'
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Line } from '../core/card.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { periodsOf, validMemberFacts } from '../data/model/memberships.ts'
import { isIn } from './answer-is-in.ts'
import { inBody, joinedBody, leftBody, pastMembership, sinceWords, spell } from './membership-words.ts'
import { endingFacts, factsOfParty, isEvent, standingOf } from './memberships-of.ts'
import { factsOf } from './promise-facts.ts'
import type { Answer } from './question.ts'
import { The, dateOf, onDate, bulletLine, the, type Asking } from './wording.ts'

export function whenJoined(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  if (isEvent(body)) return firstTookPart(country, body, asking)
  const verb = body.kind === 'treaty' || body.kind === 'document' ? 'become a party to' : 'join'
  const asked =
    body.kind === 'status'
      ? `When did ${the(country)} become ${inBody(body)}?`
      : `When did ${the(country)} ${verb} ${the(body)}?`
  const all = factsOfParty(country, body, asking.facts)
  const current = validMemberFacts(all, asking.day)
  const { role, since, former, whole, end, isFounder } = standingOf(country, body, asking.facts, asking.day)
  if (role === 'full' && since !== undefined) {
    const joined = isFounder
      ? `is a founding member of ${the(body)}${sinceWords(since)}`
      : joinedBody(body) + onDate(since)
    return { asked, verdict: `${The(country)} ${joined}.`, facts: current, more: body.id }
  }
  if (former)
    return {
      asked,
      verdict: `${The(country)} was ${inBody(body)}${spell(former)}.`,
      facts: [former, ...(end ? [end] : [])],
      more: body.id,
    }
  if (role === 'full' || role === 'suspended')
    return {
      asked,
      verdict: `Not stated. ${The(country)} is ${inBody(body)}; no source here gives the day.`,
      facts: current,
      more: body.id,
    }
  const answer = isIn(asking)
  return answer
    ? {
        ...answer,
        asked,
        verdict:
          whole && !endOf(asking.facts.factsAbout(country.id), asking.day)
            ? answer.verdict.replace(/^No\. /, 'Never, by this list. ')
            : answer.verdict,
      }
    : undefined
}

/** The first edition of an exercise in which a country took part, of those named here. */
function firstTookPart(country: Entity, event: Entity, asking: Asking): Answer | undefined {
  const { facts, day } = asking
  const took = editionsOf(event, facts).filter(
    ({ entity }) => standingOf(country, entity, facts, day).role === 'full',
  )
  const first = took.at(-1)
  if (!first) return isIn({ ...asking, question: { ...asking.question, date: '' } })
  const later = [
    ...new Set(took.slice(0, -1).flatMap(({ entity }) => entity.edition?.year ?? [])),
  ].toReversed()
  const shown = later.length > maxYears ? [...later.slice(0, 3), ...later.slice(-1)] : later
  return {
    asked: `When did ${the(country)} first take part in ${the(event)}?`,
    verdict: `Of the editions named here, ${the(first.entity)} is the first with ${the(country)}.`,
    facts: standingOf(country, first.entity, facts, day).facts,
    lines:
      later.length > 0
        ? [{ label: 'Also in', text: shown.join(shown.length < later.length ? ' … ' : ' · '), facts: [] }]
        : [],
    more: event.id,
  }
}

const maxYears = 8

export function whenLeft(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const { former, role } = standingOf(country, body, asking.facts, asking.day)
  const asked = `Has ${the(country)} ${leftBody(body)}?`
  if (role === 'full' || role === 'suspended') {
    const answer = isIn(asking)
    return answer
      ? {
          ...answer,
          asked,
          verdict: answer.verdict.replace(/^Yes\. /, 'No. '),
          lines: [...toldLines(country, body, asking), ...(answer.lines ?? [])].filter(
            ({ text }, index, all) => all.findIndex((line) => line.text === text) === index,
          ),
        }
      : undefined
  }
  const { end } = standingOf(country, body, asking.facts, asking.day)
  // Who stayed to the end has not left.
  const isToEnd =
    end !== undefined &&
    former?.validTo != null &&
    former.validTo >= firstDay(dateOf(end)).slice(0, former.validTo.length)
  const when = asking.question.date
  const ended = factsOfParty(country, body, asking.facts).filter(
    ({ role, validTo }) => (role === null || role === 'full') && validTo !== null && validTo <= asking.day,
  )
  if (former?.validTo && when === '' && periodsOf(ended).length > 1)
    return {
      asked,
      verdict: `Yes, more than once. ${The(country)} was ${inBody(body)} ${periodsInWords(ended)}.`,
      facts: ended,
      more: body.id,
    }
  if (former?.validTo)
    return {
      asked,
      verdict: isToEnd
        ? `${The(body)} ended${onDate(dateOf(end))}; ${the(country)} was in it${spell(former)}.`
        : `${when === '' && asking.question.detail === '' ? 'Yes. ' : ''}${pastMembership(country, body, former, asking.facts)}`,
      facts: [former, ...endingFacts(country, body, former.validTo, asking.facts)],
      lines: isToEnd ? [] : toldLines(country, body, asking).slice(0, 2),
      more: body.id,
    }
  const answer = isIn(asking)
  return answer
    ? { ...answer, asked, verdict: answer.verdict.replace(/^No\. /, 'It is not named as a member. ') }
    : undefined
}

function toldLines(country: Entity, body: Entity, asking: Asking): Line[] {
  return toldOfLeaving(country, body, asking).map(bulletLine)
}

/** What is told of a member that left a part of a body, or came back: France and NATO's military command. */
function toldOfLeaving(country: Entity, body: Entity, { facts }: Asking): Fact[] {
  const namesOf = ({ name, aliases }: Entity) =>
    [name, ...aliases].map((one) => normalizeText(one)).filter((one) => one !== '')
  const words = ['leave', 'left', 'withdraw', 'withdrew', 'return', 'suspend', 'stay']
  return facts
    .withWords([words, namesOf(country), namesOf(body)], 20)
    .map(({ fact }) => fact)
    .filter(
      ({ entity, mentions, attribute }) =>
        entity === body.id &&
        mentions.includes(country.id) &&
        ['is-not', 'history', 'development'].includes(attribute),
    )
    .toSorted((a, b) => Number(b.attribute === 'is-not') - Number(a.attribute === 'is-not'))
    .slice(0, 3)
}

/** How a country stands to a body, and what its rules on joining say. */
export function mayJoin(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  const standing = isIn(asking)
  if (!country || !body || !standing) return undefined
  const rules = factsOf(body, asking, 'admission')
    .toSorted((a, b) => Number(b.mentions.includes(country.id)) - Number(a.mentions.includes(country.id)))
    .slice(0, 3)
  // The Soviet Union asked in 1954.
  const requests = asking.facts
    .factsAbout(country.id)
    .flatMap((group) => group.facts)
    .filter(
      ({ mentions, statement }) =>
        mentions.includes(body.id) && /\b(?:asked|applied|to join|joining)\b/.test(statement),
    )
    .slice(0, 2)
  const told = [...requests, ...rules].slice(0, 4)
  return {
    ...standing,
    asked: `Can ${the(country)} join ${the(body)}?`,
    verdict: standing.verdict.replace(/^(?:Yes|No)(?:, not (?:yet|any more))?\. /, ''),
    facts: [...standing.facts, ...told],
    lines: told.map(bulletLine),
  }
}
