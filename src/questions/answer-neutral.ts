// What is said of the neutrality of a country, of two, or of the members of a body.
import { formatList, nameWithFlag, pluralize } from '../cards/shared/format.ts'
import { partiesOn } from './memberships-of.ts'
import { factsOf } from './promise-facts.ts'
import type { Answer } from './question.ts'
import { the, type Asking } from './wording.ts'

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
  const among = body ? ` among the members of ${the(body)}` : ''
  const found = countries.flatMap((one) => {
    const own = factsOf(one, asking, 'neutrality')
    return own.length > 0 ? [{ country: one, own }] : []
  })
  const own = found.flatMap((one) => one.own)
  if (country)
    return {
      asked: `Is ${the(country)} neutral?`,
      verdict: own[0]?.statement ?? `Not stated. No source here calls ${the(country)} neutral.`,
      facts: own.slice(0, 1),
      lines: own.slice(1, 4).map((fact) => ({ text: `• ${fact.statement}`, facts: [fact] })),
      more: country.id,
    }
  return {
    asked: body ? `Which members of ${the(body)} are neutral?` : 'Which countries are neutral?',
    verdict:
      found.length > 0
        ? `${pluralize(found.length, 'country')}${among} of which sources here speak as neutral, perhaps not all.`
        : `Not stated. No source here calls a country${among} neutral.`,
    facts: own.slice(0, 6),
    lines:
      found.length > 0
        ? [{ label: 'They are', text: found.map((one) => nameWithFlag(one.country)).join(' · ') }]
        : [],
  }
}
