// What is said of the neutrality of a country, of two, or of the members of a body.
import { formatList, nameWithFlag, pluralize } from '../cards/shared/format.ts'
import { relationshipsOf } from '../cards/entity/country-relationships.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { inBody, membersOf, sinceWords } from './membership-words.ts'
import { partiesOn, standingOf } from './memberships-of.ts'
import { factsOf, isAlliance } from './promise-facts.ts'
import { inRegion } from './regions.ts'
import type { Answer } from './question.ts'
import { bulletLine, the, type Asking } from './wording.ts'

/** What is said of a country's neutrality, or which countries are called neutral. */
export function neutral(asking: Asking): Answer | undefined {
  const [named, other] = asking.entities
  if (named && other) {
    const each = [named, other].flatMap((one) => neutral({ ...asking, entities: [one] }) ?? [])
    return {
      asked: `Are ${formatList([named, other].map(the))} neutral?`,
      verdict: each.map(({ verdict }) => verdict).join(' '),
      facts: each.flatMap(({ facts }) => facts),
    }
  }
  const country = named?.kind === 'country' ? named : undefined
  const body = country ? undefined : named
  const countries = country
    ? [country]
    : body
      ? partiesOn(body, asking.facts, asking.day).map(({ entity }) => entity)
      : asking.facts.entities.filter(({ kind }) => kind === 'country')
  const among = body ? ` among the ${membersOf(body)}` : ''
  const found = countries.flatMap((one) => {
    const own = factsOf(one, asking, 'neutrality')
    return own.length > 0 ? [{ country: one, own }] : []
  })
  const own = found.flatMap((one) => one.own)
  const allied = country && own.length === 0 ? alliancesOf(country, asking) : []
  if (country)
    return {
      asked: `Is ${the(country)} neutral?`,
      verdict: own[0]?.statement ?? notCalledNeutral(country, allied),
      facts: own.length > 0 ? own.slice(0, 1) : allied.flatMap(({ facts }) => facts),
      lines: own.slice(1, 4).map(bulletLine),
      more: country.id,
    }
  const listed = found.map((one) => one.country)
  const byRegion =
    asking.question.detail !== '' &&
    inRegion(asking, body, listed, own.slice(0, 6), `neutral ${body ? membersOf(body) : 'countries'}`)
  if (byRegion) return byRegion
  return {
    asked: body ? `Which ${membersOf(body)} are neutral?` : 'Which countries are neutral?',
    verdict:
      found.length > 0
        ? `${pluralize(found.length, 'country')}${among} of which sources here speak as neutral, perhaps not all.`
        : `Not stated. No source here calls a country${among} neutral.`,
    facts: own.slice(0, 6),
    lines: found.length > 0 ? [{ label: 'They are', text: listed.map(nameWithFlag).join(' · ') }] : [],
  }
}

interface Allied {
  body: Entity
  since: string | undefined
  facts: readonly Fact[]
}

const maxAlliances = 2

/** The alliances that a country is in and no neutral country is, the largest first. */
function alliancesOf(country: Entity, asking: Asking): Allied[] {
  const { facts, day } = asking
  return relationshipsOf(country, facts, day)
    .flatMap(({ entity: body }) => {
      const { role, since, facts: own } = standingOf(country, body, facts, day)
      const parties = partiesOn(body, facts, day).map(({ entity }) => entity)
      const mayBeNeutral = parties.some((party) => factsOf(party, asking, 'neutrality').length > 0)
      return role === 'full' && isAlliance(body, asking) && !mayBeNeutral
        ? [{ body, since, size: parties.length, facts: own.slice(0, 1) }]
        : []
    })
    .toSorted((a, b) => b.size - a.size)
    .slice(0, maxAlliances)
}

function notCalledNeutral(country: Entity, allied: readonly Allied[]): string {
  if (allied.length === 0) return `Not stated. No source here calls ${the(country)} neutral.`
  const bodies = allied.map(({ body, since }) => inBody(body) + sinceWords(since))
  return `No source here calls ${the(country)} neutral. It is ${bodies.join(', and ')}.`
}
