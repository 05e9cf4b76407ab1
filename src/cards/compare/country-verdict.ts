// The verdict of a comparison of countries: allies through what, or what all or two of them are in.
import type { TextWithFacts } from '../../core/card.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { unitedStates } from '../entity/current-facts.ts'
import { sinceOf } from '../entity/relationship-text.ts'
import { maxVerdictLength } from '../entity/verdict.ts'
import { capitalize, formatDateInSentence, formatList, nameInSentence } from '../shared/format.ts'
import { isAllianceOrTreaty, type ComparedCountries, type SharedBody } from './shared-bodies.ts'

/** More are in a line. */
const maxNamed = 2

export interface CountryVerdict extends TextWithFacts {
  facts: readonly Fact[]
  /** What needs no line, because the sentence says of it all that a line would. */
  said: readonly Entity[]
}

/** What several countries are to each other, by how the United States calls what it has with them. */
const phrases: Partial<Record<string, string>> = {
  Ally: 'allies through',
  'Ally or partner': 'allies or partners through',
  Partner: 'partners through',
  Cooperation: 'linked by',
}

export function countryVerdict(compared: ComparedCountries, facts: FactSnapshot): CountryVerdict {
  const { all, countries } = compared
  const [first] = all
  const between = all.find((body) => isTreatyBetween(body, countries))
  if (between) return alliesSentence(between)
  if (first) return withPairs(togetherSentence(compared, first), compared)
  return promiseOfAct(countries, facts) ?? withPairs(nothingSentence(compared), compared)
}

function isTreatyBetween(
  { entity, promise, isWhole, parties }: SharedBody,
  countries: readonly Entity[],
): boolean {
  return (
    parties.length === 2 &&
    countries.length === 2 &&
    isWhole &&
    promise.length > 0 &&
    isAllianceOrTreaty(entity)
  )
}

/** "Japan and the United States are treaty allies through the U.S.-Japan alliance, since 1960." */
function alliesSentence(body: SharedBody): CountryVerdict {
  const names = formatList(body.parties.map(({ country }) => nameInSentence(country)))
  const dates = body.parties.flatMap(({ relationship }) => sinceOf(relationship) ?? [])
  const last = dates.toSorted().at(-1)
  const since = last === undefined ? '' : `, since ${dateText(last)}`
  const text = `${capitalize(names)} are treaty allies through ${nameInSentence(body.entity)}${since}.`
  return { text, facts: [...membershipFacts(body), ...body.promise.slice(0, 1)], said: [body.entity] }
}

/** "June 24, 2024". */
export function dateText(date: string): string {
  return formatDateInSentence(date).replace(/^(in|on) /, '')
}

function membershipFacts({ parties }: SharedBody): Fact[] {
  return parties.flatMap(({ relationship }) => relationship.own.slice(0, 1))
}

/** "Both are in NATO.", "India and the United States are partners through the Quad." */
function togetherSentence({ all, countries }: ComparedCountries, first: SharedBody): CountryVerdict {
  const label = first.parties[0]?.relationship.label ?? ''
  const isWithUs = countries.length === 2 && countries.some(({ id }) => id === unitedStates)
  const phrase = isWithUs && first.promise.length === 0 ? phrases[label] : undefined
  const alike = all.filter(({ parties }) => parties[0]?.relationship.label === label)
  const named = (phrase === undefined ? all : alike).slice(0, maxNamed)
  const dates = new Set(
    named.flatMap(({ parties }) => parties.map(({ relationship }) => sinceOf(relationship))),
  )
  const [date] = dates
  const isOneDay = named.length === 1 && dates.size === 1
  const names = capitalize(formatList(countries.map(nameInSentence)))
  const both = countries.length === 2 ? 'Both' : 'All three'
  const verb = named.every(({ entity }) => isPact(entity)) ? 'parties to' : 'in'
  const subject = phrase === undefined ? `${both} are ${verb}` : `${names} are ${phrase}`
  return {
    text: [
      `${subject} ${formatList(named.map(({ entity }) => nameInSentence(entity)))}`,
      isOneDay && date !== undefined ? `, since ${dateText(date)}` : '',
      '.',
    ].join(''),
    facts: named.flatMap(membershipFacts),
    said: named
      .filter(
        ({ parties }) => isOneDay || parties.every(({ relationship }) => sinceOf(relationship) === undefined),
      )
      .map(({ entity }) => entity),
  }
}

/** What a country signs, rather than joins. */
export function isPact({ kind, name }: Entity): boolean {
  return kind === 'treaty' || kind === 'document' || /\b(treaty|pact|agreement)$/i.test(name)
}

/** Of three: which are treaty allies, and which are in what promises defense, if that fits. */
function withPairs(verdict: CountryVerdict, { some, countries }: ComparedCountries): CountryVerdict {
  const promising = some.filter(({ entity, promise }) => promise.length > 0 && isAllianceOrTreaty(entity))
  const pairs = promising.filter(({ isWhole }) => isWhole)
  const center = countries.find(
    (country) =>
      pairs.length === 2 && pairs.every(({ parties }) => parties.some((party) => party.country === country)),
  )
  const sentenceOf = ({ entity, parties, isWhole }: SharedBody) => {
    const names = capitalize(formatList(parties.map(({ country }) => nameInSentence(country))))
    return isWhole ? `${names} are treaty allies.` : `${names} are in ${nameInSentence(entity)}.`
  }
  const others = formatList(countries.filter((country) => country !== center).map(nameInSentence))
  const sentences = center
    ? [`${capitalize(nameInSentence(center))} is a treaty ally of ${others}.`]
    : promising.slice(0, 2).map(sentenceOf)
  const text = [verdict.text, ...sentences].join(' ')
  if (sentences.length === 0 || text.length > maxVerdictLength) return verdict
  const cited = center ? pairs : promising.slice(0, 2)
  return { ...verdict, text, facts: [...verdict.facts, ...cited.flatMap(membershipFacts)] }
}

/** "The Taiwan Relations Act promises Taiwan means to defend itself, but not that the United States would fight." */
function promiseOfAct(countries: readonly Entity[], facts: FactSnapshot): CountryVerdict | undefined {
  const [first, ...others] = countries.map(({ id }) => id)
  const fact = facts
    .factsMentioning(first ?? '')
    .find(
      ({ attribute, mentions, statement, entity }) =>
        attribute === 'mutual-defense' &&
        facts.getEntity(entity)?.kind === 'document' &&
        others.every((id) => mentions.includes(id)) &&
        statement.length <= maxVerdictLength,
    )
  return fact && { text: fact.statement, facts: [fact], said: [] }
}

/** What is true of exercises and of other roles is in the lines. */
function nothingSentence({ countries, others, statuses, exercises }: ComparedCountries): CountryVerdict {
  const all = countries.length === 2 ? 'both of them' : 'all three of them'
  const isOfAll = ({ parties }: SharedBody) => parties.length === countries.length
  const past = others
    .filter(isOfAll)
    .find(({ parties }) => parties.every(({ relationship }) => relationship.label === 'Formerly'))
  const nothing = `o alliance, treaty or partnership here has ${all}`
  if (past) {
    const both = countries.length === 2 ? 'Both' : 'All three'
    const text = `${both} were in ${nameInSentence(past.entity)}; n${nothing} now.`
    return { text, facts: membershipFacts(past), said: [] }
  }
  if (others.some(isOfAll)) return { text: `N${nothing} as full members.`, facts: [], said: [] }
  const isInLines = exercises.length > 0 || statuses.some(isOfAll)
  return { text: isInLines ? `N${nothing}.` : `Nothing here has ${all}.`, facts: [], said: [] }
}
