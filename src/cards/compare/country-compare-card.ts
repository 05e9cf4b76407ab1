// Compares two or three countries, or sets one beside an alliance or another body.
import type { Card, Line, Section, TextWithFacts } from '../../core/card.ts'
import { encodeDate } from '../../core/custom-id.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { entityMap } from '../entity/entity-map.ts'
import { mapDate } from '../entity/map-countries.ts'
import { asOfNotice, emptyAsOfCard } from '../shared/as-of-notice.ts'
import { compareColor } from '../shared/colors.ts'
import { capitalize, formatList, nameInSentence, plainName } from '../shared/format.ts'
import { citationOf, citeFewestSources, factsIn, isOutdatedAt, sourcesOf } from '../shared/sources.ts'
import { compareDetailsCard } from './compare-details-card.ts'
import { countryInBody } from './country-in-body.ts'
import { countryLines } from './country-lines.ts'
import { countryVerdict } from './country-verdict.ts'
import { compareCountries, factsOfCountries, type SharedBody } from './shared-bodies.ts'

interface CountryCardOptions {
  facts: FactSnapshot
  now: Date
}

export function compareCountriesCard(countries: readonly Entity[], options: CountryCardOptions): Card {
  const { facts, now } = options
  const compared = compareCountries(countries, facts, mapDate(facts, now))
  const verdict = countryVerdict(compared, facts)
  return answerCard(countries, options, {
    verdict,
    lines: countryLines(compared, facts, verdict),
    selectFacts: (snapshot) => factsOfCountries(countries, snapshot),
    more: ['compare', '', encodeDate(facts.asOfDate), ...countries.map(({ id }) => id)],
  })
}

/** A country and a body, in the order in which they were named. */
export function countryInBodyCard(entities: readonly Entity[], options: CountryCardOptions): Card {
  const { facts, now } = options
  const country = entities.find(({ kind }) => kind === 'country')
  const body = entities.find((entity) => entity !== country)
  if (!country || !body) throw new Error('a comparison with a body needs a country and a body')
  const map = entityMap(body, facts, now)
  const card = answerCard(entities, options, {
    ...countryInBody(country, body, facts, mapDate(facts, now)),
    selectFacts: (snapshot) => [
      ...snapshot.factsAbout(body.id).flatMap((group) => group.facts),
      ...factsOfCountries([country], snapshot).filter(({ entity }) => entity !== body.id),
    ],
    more: ['more', encodeDate(facts.asOfDate), country.id],
  })
  return map && card.facts
    ? { ...card, image: map.image, facts: [...new Set([...card.facts, ...map.facts])] }
    : card
}

interface Answer {
  verdict: TextWithFacts
  lines: readonly Line[]
  /** All facts that the answer is chosen from. */
  selectFacts: (snapshot: FactSnapshot) => Fact[]
  more: NonNullable<Card['more']>
}

function answerCard(entities: readonly Entity[], { facts, now }: CountryCardOptions, answer: Answer): Card {
  const names = capitalize(
    formatList(
      entities.map((entity) => (entity.kind === 'status' ? plainName(entity.name) : nameInSentence(entity))),
    ),
  )
  const viewStateAt = (day: string) =>
    ['compare', 0, encodeDate(day), ...entities.map(({ id }) => id)] as const
  const notice = asOfNotice(answer.selectFacts, { facts, now }, viewStateAt)
  const viewState = viewStateAt(facts.asOfDate)
  const candidates = answer.selectFacts(facts)
  if (candidates.length === 0 && facts.asOfDate)
    return emptyAsOfCard({ title: names, names, viewState }, notice)
  const [verdict, ...lines] = citeFewestSources<Line>([answer.verdict, ...answer.lines], candidates, {
    saysSince: true,
  })
  const sections = lines.length > 0 ? [{ lines }] : []
  const shown = factsIn(verdict, sections)
  return {
    color: compareColor,
    heading: { text: names },
    ...(notice.notice !== undefined && { notice: notice.notice }),
    ...(verdict && { verdict: { text: verdict.text, facts: verdict.facts ?? [] } }),
    sections,
    sources: sourcesOf(shown, facts),
    more: answer.more,
    viewState,
    facts: shown,
  }
}

/** Behind More: every fact about what they are in, then their own, page by page. */
export function countryDetailsCard(
  countries: readonly Entity[],
  page: number,
  { facts, now }: CountryCardOptions,
): Card {
  const compared = compareCountries(countries, facts, mapDate(facts, now))
  const isOutdated = isOutdatedAt(now)
  const section = (heading: string, own: readonly Fact[]): Section[] =>
    own.length === 0
      ? []
      : [
          {
            heading,
            lines: [...new Set(own)].map((fact) => ({
              text: fact.statement,
              facts: [fact],
              citation: citationOf([fact], facts, isOutdated),
            })),
          },
        ]
  const membershipsOf = (bodies: readonly SharedBody[]) =>
    bodies.flatMap(({ parties }) => parties.flatMap(({ relationship }) => relationship.own))
  const { all, some, alone, others, statuses, exercises } = compared
  return compareDetailsCard(countries, page, {
    facts,
    now,
    group: 'other',
    selectFacts: (snapshot) => factsOfCountries(countries, snapshot),
    opening: [
      ...section(countries.length === 2 ? 'Both in' : 'All three in', membershipsOf(all)),
      ...section(
        'Defense promise',
        all.flatMap(({ promise }) => promise),
      ),
      ...section('Two of them in', membershipsOf(some)),
      ...countries.flatMap(({ name }, index) =>
        section(
          `Only ${name} named`,
          (alone[index] ?? []).flatMap(({ own }) => own),
        ),
      ),
      ...section('Other ties', membershipsOf(others)),
      ...section('Status', membershipsOf(statuses)),
      ...section('Exercises of all', membershipsOf(exercises)),
    ],
  })
}
