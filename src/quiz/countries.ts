// Which countries can stand beside each other as choices: of the same time, and as alike as the difficulty asks for.
import { isEvent, partyFacts } from '../questions/memberships-of.ts'
import { hasRole } from '../questions/roles.ts'
import { firstDay, lastDay } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Difficulty, QuizChoice } from './quiz-question.ts'

interface KnownCountry {
  entity: Entity
  /** The bodies and events that it is named in. */
  ties: Set<string>
  /** The first day on which a source has it as a state, as yyyy-mm-dd. */
  since: string
  /** The day on which it had ended; undefined for a country of today. */
  until: string | undefined
}

function knownCountries(facts: FactSnapshot): Map<string, KnownCountry> {
  return facts.memo('quiz countries', () => {
    const known = new Map<string, KnownCountry>()
    for (const entity of facts.entities.filter(({ kind }) => kind === 'country')) {
      const ended = facts.factsAbout(entity.id).find(({ attribute }) => attribute === 'ended')
        ?.facts[0]?.value
      const until = ended?.type === 'date' ? firstDay(ended.date) : undefined
      known.set(entity.id, { entity, ties: new Set(), since: '9999', until })
    }
    for (const body of facts.entities.filter((entity) => hasRole(entity, 'T'))) {
      for (const { value, validFrom } of partyFacts(body, facts)) {
        const country = value.type === 'entity' ? known.get(value.entity) : undefined
        if (!country) continue
        country.ties.add(body.id)
        const from = isEvent(body) ? body.edition?.year : validFrom
        if (from && lastDay(from) < country.since) country.since = lastDay(from)
      }
    }
    return known
  })
}

/** The newest country with a code, South Sudan, became independent in July 2011. */
const allOfTodayExist = '2012-01-01'

function existsOn({ entity, since, until }: KnownCountry, day: string): boolean {
  const hasBegun = since <= day || (entity.code !== undefined && day >= allOfTodayExist)
  return hasBegun && (until === undefined || day < until)
}

/** How many of the countries that are most like the right one are taken as wrong choices. */
const poolSizes: Record<Difficulty, number> = { easy: 12, any: 10, medium: 8, hard: 6 }

/** Three countries that existed on a day, as yyyy-mm-dd, and are not excluded; fewer if there are not so many. */
export function wrongCountries(
  right: Entity,
  excluded: ReadonlySet<string>,
  { facts, day, random, difficulty }: ChoiceContext,
): QuizChoice[] {
  const known = knownCountries(facts)
  const ties = known.get(right.id)?.ties ?? new Set<string>()
  const pool = [...known.values()]
    .filter(
      (country) =>
        country.entity.id !== right.id &&
        // A territory has no ties of its own, and takes part through its state.
        country.ties.size > 0 &&
        !excluded.has(country.entity.id) &&
        existsOn(country, day),
    )
    // Of the share of ties in common, so that those who are in everything are not like everyone.
    .map(({ entity, ties: own }) => ({
      entity,
      likeness: own.intersection(ties).size / Math.sqrt(own.size * ties.size),
    }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, poolSizes[difficulty])
  return random.sample(pool, 3).map(({ entity }) => countryChoice(entity))
}

export interface ChoiceContext {
  facts: FactSnapshot
  /** The day that the question is about, as yyyy-mm-dd. */
  day: string
  random: SeededRandom
  difficulty: Difficulty
}

/** Without the flag, which states that have ended lack. */
export function countryChoice({ id, name }: Entity): QuizChoice {
  return { label: name, value: id }
}
