// The lines of a comparison of countries: what they are in, the promise, the figures, the exercises.
import type { Line } from '../../core/card.ts'
import { byNewest } from '../../data/model/dates.ts'
import type { AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { Relationship } from '../entity/country-relationships.ts'
import { unitedStates } from '../entity/current-facts.ts'
import { lineOf, maxNames, periodOf, sinceOf } from '../entity/relationship-text.ts'
import { formatList, formatValue, nameInSentence, plainName } from '../shared/format.ts'
import type { CountryVerdict } from './country-verdict.ts'
import type { ComparedCountries, SharedBody } from './shared-bodies.ts'

const maxLines = 8

const separator = ' · '

/** In characters, of the promises of one line. */
const maxPromisesLength = 150

/** `verdict` says of some bodies all that their line would. */
export function countryLines(
  compared: ComparedCountries,
  facts: FactSnapshot,
  verdict: CountryVerdict,
): Line[] {
  const { countries, all, some, alone, others, statuses, exercises } = compared
  const inAll = countries.length === 2 ? 'Both in' : 'All three in'
  const also = all.length > 0 || some.length > 0 ? ' also in' : ' in'
  const listed = all.filter(({ entity }) => !verdict.said.includes(entity))
  // What the third country is in it, if it is not a full member, stands beside the two.
  const withThird = some.map((body) => others.find(({ entity }) => entity === body.entity) ?? body)
  const rest = others.filter((body) => !withThird.includes(body))
  const lines = [
    ...bodiesLine(inAll, listed, countries),
    ...bodiesLine('Two of them in', withThird, countries),
    ...promiseLine(compared, verdict),
    ...countries.flatMap((country, index) => {
      const own = alone[index] ?? []
      return own.length > 0 ? [lineOf([plainName(country.name) + also, own])] : []
    }),
    ...bodiesLine('Other ties', rest, countries),
    ...bodiesLine('Status', statuses, countries),
    ...figureLine('us-troops', countries, facts),
    ...figureLine('military-spending', countries, facts),
  ]
  const joint = exercisesLine(exercises)
  return [...lines.slice(0, maxLines - joint.length), ...joint]
}

/** "**Both in** NATO (Canada 1949, Sweden 2024) · European Union · 2 more". */
function bodiesLine(label: string, bodies: readonly SharedBody[], countries: readonly Entity[]): Line[] {
  const count = bodies.length === maxNames + 1 ? bodies.length : maxNames
  const named = bodies.slice(0, count)
  const more = bodies.length - named.length
  if (named.length === 0) return []
  const texts = named.map((body) => bodyText(body, countries))
  return [
    {
      label,
      text: [...texts, ...(more > 0 ? [`${more} more`] : [])].join(separator),
      facts: named.flatMap(({ parties }) =>
        parties.flatMap(({ relationship }) => relationship.own.slice(0, 1)),
      ),
    },
  ]
}

function bodyText(body: SharedBody, countries: readonly Entity[]): string {
  const remark = partiesText(body, countries)
  return plainName(body.entity.name) + (remark === '' ? '' : ` (${remark})`)
}

/** "Canada 1949, Sweden 2024", "both 1993"; empty if it says no more than the label. */
function partiesText({ entity, parties, isWhole }: SharedBody, countries: readonly Entity[]): string {
  const remarks = parties.map(({ relationship }) => remarkOf(relationship))
  const names = parties.map(({ country }) => plainName(country.name))
  const [first = ''] = remarks
  if (remarks.some((remark) => remark !== first))
    return names.map((name, index) => `${name} ${remarks[index] ?? ''}`.trim()).join(', ')
  const isOfAll = parties.length === countries.length
  if (!isOfAll && !isWhole) return `${formatList(names)} ${first}`.trim()
  if (first === '') return entity.kind === 'status' ? (parties.length === 2 ? 'both' : 'all') : ''
  return isOfAll ? `${parties.length === 2 ? 'both' : 'all'} ${first}` : first
}

/** "1949", "until 1979", "suspended since 1986", "applicant". */
function remarkOf(relationship: Relationship): string {
  const { label, own } = relationship
  const since = sinceOf(relationship)?.slice(0, 4)
  const role = own[0]?.role ?? 'full'
  if (label === 'Formerly') return periodOf(relationship) ?? 'formerly'
  if (label === 'Joining') return 'joining'
  if (role === 'full') return since ?? ''
  return since === undefined ? role : `${role} since ${since}`
}

/** What the bodies of all promise, or deny; that nothing is stated, if there are any. */
function promiseLine({ all, countries }: ComparedCountries, { said }: CountryVerdict): Line[] {
  const promising = all.filter(({ promise }) => promise.length > 0)
  const denying = all.filter(({ denial }) => denial.length > 0)
  if (promising.length === 0 && denying.length === 0) {
    const whose = countries.length === 2 ? '' : ' of all three'
    return all.length === 0 ? [] : [{ label: 'Not stated', text: `a duty${whose} to defend each other` }]
  }
  const [label, bodies] = promising.length > 0 ? ['Promise', promising] : ['No promise', denying]
  const shown: { text: string; fact: Fact }[] = []
  for (const { entity, promise, denial } of bodies) {
    const fact = promise[0] ?? denial[0]
    if (fact?.value.type !== 'commitment') continue
    const isClear = all.length === 1 || (shown.length === 0 && said.length === 1 && said[0] === entity)
    shown.push({ text: (isClear ? '' : `${plainName(entity.name)}: `) + fact.value.text, fact })
  }
  const fitting = shown.filter(
    (_, index) =>
      index === 0 ||
      shown.slice(0, index + 1).reduce((sum, { text }) => sum + text.length, 0) <= maxPromisesLength,
  )
  return [
    {
      label,
      text: fitting.map(({ text }) => text).join(separator),
      facts: fitting.map(({ fact }) => fact),
    },
  ]
}

/** "**U.S. troops** 55,154 in Japan · 24,515 in South Korea (2024)": of the newest year that one table has for all. */
function figureLine(attribute: AttributeId, countries: readonly Entity[], facts: FactSnapshot): Line[] {
  const isTroops = attribute === 'us-troops'
  // There are no U.S. troops abroad in the United States.
  const sides = countries.filter(({ id }) => !isTroops || id !== unitedStates)
  const figures = sides.map(({ id }) =>
    (facts.factsAbout(id).find((group) => group.attribute === attribute)?.facts ?? []).toSorted(byNewest),
  )
  const same = (figures[0] ?? [])
    .map((first) =>
      figures.flatMap(
        (own) =>
          own.find((fact) => fact.article === first.article && fact.asOf.first === first.asOf.first) ?? [],
      ),
    )
    .find((own) => own.length === sides.length)
  if (!same) return []
  const year = same[0]?.asOf.first.slice(0, 4) ?? ''
  const texts = same.map((fact, index) => {
    const country = sides[index]
    const name = country ? nameInSentence(country) : ''
    const value = formatValue(fact.value, facts.getEntity)
    return isTroops
      ? `${value.replace(/ U\.S\. troops$/, '')} in ${name}`
      : `${plainName(country?.name ?? '')} ${value}`
  })
  const unit = ' of GDP'
  const isShared = texts.every((text) => text.endsWith(unit))
  const text = isShared
    ? texts.map((value) => value.slice(0, -unit.length)).join(separator) + unit
    : texts.join(separator)
  return [{ label: isTroops ? 'U.S. troops' : 'Military spending', text: `${text} (${year})`, facts: same }]
}

/** "**Exercises** Cobra Gold 2026 · RIMPAC 2024 · Pitch Black 2024 · 20 more". */
function exercisesLine(exercises: readonly SharedBody[]): Line[] {
  const named = exercises.slice(0, maxNames)
  const more = exercises.length - named.length
  if (named.length === 0) return []
  return [
    {
      label: 'Exercises',
      text: [
        ...named.map(({ entity }) => plainName(entity.name)),
        ...(more > 0 ? [`${more} more`] : []),
      ].join(separator),
      facts: named.flatMap(({ parties }) =>
        parties.flatMap(({ relationship }) => relationship.own.slice(0, 1)),
      ),
    },
  ]
}
