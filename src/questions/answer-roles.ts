// Who founded a body, who is in it in another role than that of a member, and how long it lasted.
import { formatList, nameWithFlag } from '../cards/shared/format.ts'
import type { Line } from '../core/card.ts'
import type { Entity } from '../data/model/types.ts'
import { membershipsOn } from '../data/model/memberships.ts'
import { ended, founded } from './answer-things.ts'
import { sinceWords } from './membership-words.ts'
import { partyFacts, standingOf, partnershipsOf } from './memberships-of.ts'
import { factsOf } from './promise-facts.ts'
import type { Answer } from './question.ts'
import { inRegion } from './regions.ts'
import { onDate, bulletLine, The, the, type Asking } from './wording.ts'

const oneOf = {
  applicant: 'an applicant to',
  partner: 'a partner of',
  observer: 'an observer in',
  suspended: 'a suspended member of',
} as const

const roleNames = {
  applicant: 'applicants',
  partner: 'partners',
  observer: 'observers',
  suspended: 'suspended members',
} as const

type OtherRole = keyof typeof roleNames

/** Who is an applicant, a partner or an observer, and what is told of others that want to join. */
export function inRole(asking: Asking): Answer | undefined {
  const details = asking.question.detail.split(' and ')
  const answers = details.flatMap(
    (detail) => inOneRole({ ...asking, question: { ...asking.question, detail } }) ?? [],
  )
  const [first, ...others] = answers
  if (!first || others.length === 0) return first
  return {
    ...first,
    asked: `Who are the ${details.join(' and the ')} of ${the(asking.entities[0] as Entity)}?`,
    verdict: answers.map(({ verdict }) => verdict).join(' '),
    facts: answers.flatMap(({ facts }) => facts),
    lines: answers.flatMap(({ lines = [] }) => lines.slice(0, 3)),
  }
}

function inOneRole(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  const { detail } = asking.question
  if (!body) return undefined
  const role: OtherRole = detail.startsWith('partner')
    ? 'partner'
    : detail.startsWith('observer')
      ? 'observer'
      : detail.startsWith('suspended')
        ? 'suspended'
        : 'applicant'
  const own = membershipsOn(partyFacts(body, asking.facts), asking.day).filter((one) => one.role === role)
  // NATO's partners are those of its programs.
  const found = own.length > 0 || role !== 'partner' ? own : ofPartnerships(body, asking)
  const names = found.flatMap(({ entity }) => asking.facts.getEntity(entity) ?? [])
  const facts = found.flatMap((one) => one.facts.slice(0, 1))
  const [, place] = / ((?:in|outside) .+)$/.exec(detail) ?? []
  const here =
    place === undefined || names.length === 0
      ? undefined
      : inRegion(
          { ...asking, question: { ...asking.question, detail: place } },
          body,
          names,
          facts,
          `${roleNames[role]} of ${the(body)}`,
        )
  if (here) return here
  const told =
    role === 'applicant'
      ? factsOf(body, asking, 'admission', 'development').filter(({ statement }) =>
          /\bwant(?:s|ed)? to (?:join|become)\b|\bapplied\b/.test(statement),
        )
      : role === 'partner'
        ? factsOf(body, asking, 'partner-count')
        : []
  const lines: Line[] = told.slice(0, 4).map(bulletLine)
  const named = `${formatList(names.map(the))} ${names.length === 1 ? `is named as ${oneOf[role]}` : `are named as ${roleNames[role]} of`} ${the(body)}.`
  const [first, ...others] = told
  return {
    asked: `Who are the ${roleNames[role]} of ${the(body)}?`,
    verdict:
      names.length > 6
        ? `${names.length} ${roleNames[role]} of ${the(body)} are named here, perhaps not all.`
        : names.length > 0
          ? named.charAt(0).toUpperCase() + named.slice(1)
          : (first?.statement ?? `Not stated. No source here names ${roleNames[role]} of ${the(body)}.`),
    facts: names.length > 0 ? facts : first ? [first] : [],
    lines:
      names.length > 6
        ? [{ label: 'They are', text: names.map(nameWithFlag).join(' · '), facts }, ...lines]
        : names.length > 0
          ? lines
          : others.slice(0, 3).map(bulletLine),
    more: body.id,
  }
}

function ofPartnerships(body: Entity, { facts, day }: Asking) {
  // Who joined the body is in it, and no partner any more.
  const members = new Set(
    membershipsOn(partyFacts(body, facts), day).flatMap(({ entity, role }) =>
      role === 'full' ? entity : [],
    ),
  )
  const all = partnershipsOf(body, facts)
    .flatMap((program) => membershipsOn(partyFacts(program, facts), day))
    .filter(({ entity, role }) => !members.has(entity) && (role === 'full' || role === 'partner'))
  return [...new Map(all.map((one) => [one.entity, one])).values()].toSorted((a, b) =>
    a.entity.localeCompare(b.entity, 'en'),
  )
}

/** From when to when a body existed. */
export function lasted(asking: Asking): Answer | undefined {
  const [body, ...others] = asking.entities
  if (body && others.length > 0) return lastedEach(asking)
  const [start, end] = [founded(asking), ended(asking)]
  if (!body || !start || !end) return undefined
  return {
    asked: `How long did ${the(body)} last?`,
    verdict: `${start.verdict} ${end.verdict}`,
    facts: [...start.facts.slice(0, 1), ...end.facts.slice(0, 1)],
    more: body.id,
  }
}

/** From when to when each of several bodies existed. */
function lastedEach(asking: Asking): Answer | undefined {
  const answers = asking.entities.flatMap((body) => lasted({ ...asking, entities: [body] }) ?? [])
  if (answers.length < asking.entities.length) return undefined
  return {
    asked: `How long did ${formatList(asking.entities.map(the))} last?`,
    verdict: answers.map(({ verdict }) => verdict).join(' '),
    facts: answers.flatMap(({ facts }) => facts),
    more: asking.entities[0]?.id,
  }
}

export function isFounderOf(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const all = partyFacts(body, asking.facts).filter(({ founder }) => founder)
  const own = all.filter(({ value }) => value.type === 'entity' && value.entity === country.id)
  const asked = `Is ${the(country)} a founding member of ${the(body)}?`
  const since = own.flatMap(({ validFrom }) => validFrom ?? [])[0]
  if (own.length > 0)
    return {
      asked,
      verdict: `Yes. ${The(country)} is a founding member of ${the(body)}${sinceWords(since)}.`,
      facts: own,
      more: body.id,
    }
  const joined = standingOf(country, body, asking.facts, asking.day)
  const instead =
    joined.role === 'full' && joined.since !== undefined ? ` It joined${onDate(joined.since)}.` : ''
  return {
    asked,
    verdict:
      all.length > 0
        ? `No. The ${all.length} founding members named here do not include ${the(country)}.${instead}`
        : `Not stated. No source here names the founders of ${the(body)}.`,
    facts: [...all.slice(0, 3), ...joined.facts],
    more: body.id,
  }
}
