// Where the headquarters of something are, were, or moved, as claimed.
import { capitalize } from '../cards/shared/format.ts'
import { datesAgree, firstDay, lastDay } from '../data/model/dates.ts'
import { isValidOn } from '../data/model/memberships.ts'
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { spell } from '../questions/membership-words.ts'
import { onDate, the } from '../questions/wording.ts'
import type { Claim, Judging, Verdict } from './claim.ts'
import { countryOfCapital } from '../questions/metonyms.ts'
import { allFacts, verdict } from './verdicts.ts'

function textOf({ value }: Fact): string {
  return value.type === 'text' ? normalizeText(value.text) : ''
}

function hasPlace(fact: Fact, place: string): boolean {
  return ` ${textOf(fact)} `.includes(` ${place} `)
}

/** "From paris to brussels", "to brussels". */
const moved = /^(?:from (.+) )?to (.+)$/

function movedTo(own: readonly Fact[], { detail, date }: Claim): Verdict | undefined {
  const [, from, to = ''] = moved.exec(detail) ?? []
  const [arrival, ...others] = own.filter((fact) => hasPlace(fact, to) && fact.validFrom !== null)
  const start = arrival?.validFrom ?? ''
  if (!arrival || others.length > 0) return undefined
  const before = own.filter(({ validTo }) => validTo !== null && datesAgree(validTo, start))
  if (from !== undefined && !before.some((fact) => hasPlace(fact, from))) return undefined
  const isSo = date === '' || datesAgree(start, date)
  return verdict(isSo ? 'Supported' : 'Contradicted', arrival.statement, [arrival, ...before])
}

/** "Always been in brussels". */
const always = /^always (?:been )?in (.+)$/

/** Where they were before contradicts that they always were in one place; that no source knows of another says nothing. */
function alwaysIn(thing: Entity, own: readonly Fact[], place: string): Verdict | undefined {
  const elsewhere = own.filter(
    (fact) => fact.validTo !== null && textOf(fact) !== '' && !hasPlace(fact, place),
  )
  const [first] = elsewhere
  return (
    first && verdict('Contradicted', `the headquarters of ${the(thing)} moved. ${first.statement}`, elsewhere)
  )
}

export function headquartersIn({ claim, facts, object: thing, today }: Judging): Verdict | undefined {
  if (!thing || claim.negation === 'never') return undefined
  const own = allFacts(thing, facts, 'headquarters')
  const place = normalizeText(claim.detail)
  const [, only] = always.exec(claim.detail) ?? []
  if (only !== undefined) return claim.negation === '' ? alwaysIn(thing, own, normalizeText(only)) : undefined
  if (moved.test(claim.detail)) return claim.negation === '' ? movedTo(own, claim) : undefined
  const has = (fact: Fact) => hasPlace(fact, place)
  const isLater = ({ validFrom }: Fact) => validFrom !== null && firstDay(validFrom) > lastDay(claim.date)
  const current = own.filter((fact) => isValidOn(fact, today) && !(claim.date !== '' && isLater(fact)))
  const [now] = current
  const then = own.filter((fact) => !current.includes(fact) && has(fact))
  const [former] = then
  const isNegated = claim.negation !== ''
  if (current.some(has)) return isNegated ? undefined : verdict('Supported', (now as Fact).statement, current)
  if (former && claim.date === '' && !isNegated)
    return verdict(
      claim.isPast ? 'Supported' : 'Was true',
      `the headquarters of ${the(thing)} were in ${former.value.type === 'text' ? former.value.text : ''}${spell(former)}.${now ? ` ${now.statement}` : ''}`,
      [...then, ...current],
    )
  if (former && claim.date !== '' && isValidOn(former, firstDay(claim.date)))
    return verdict(
      'Supported',
      `the headquarters of ${the(thing)} were there${spell(former)}, and so${onDate(claim.date)}.`,
      then,
    )
  // Of several places, another may be meant.
  if (!now || isNegated || claim.date !== '' || (claim.isPast && own.length > 1)) return undefined
  // Another place is one that the store knows as the seat of something else, a country, or a capital.
  const isOther =
    facts.entities.some(({ kind, name }) => kind === 'country' && normalizeText(name) === place) ||
    facts.entities.some(
      (other) =>
        other.id !== thing.id &&
        allFacts(other, facts, 'headquarters').some((fact) => textOf(fact).split(' ')[0] === place),
    ) ||
    countryOfCapital.has(capitalize(place))
  const country = facts.names.exact(place)[0]
  if (!isOther || (country !== undefined && now.mentions.includes(country))) return undefined
  return verdict('Contradicted', now.statement, current)
}
