// In which year a country joined a body, and who joined first.
import { formatList } from '../cards/shared/format.ts'
import { compareDates, firstDay, lastDay, type PartialDate } from '../data/model/dates.ts'
import { isFullRole } from '../data/model/memberships.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { partyFacts } from '../questions/memberships-of.ts'
import { hasRole } from '../questions/roles.ts'
import { dateWords, onDate, the } from '../questions/wording.ts'
import { countryChoice } from './countries.ts'
import { isDatable, isText, namesEntity, yearsNamed } from './fair-facts.ts'
import { drawByFame } from './fame.ts'
import type { FindTopics, Topic } from './quiz-question.ts'
import { startAttributes, wrongYears, yearChoice, yearsOf } from './years.ts'

interface Joining {
  country: Entity
  fact: Fact
  date: PartialDate
}

/** The countries that joined a body once, on a date that no source disputes. */
function joiningsOf(body: Entity, facts: FactSnapshot, day: string): Joining[] {
  const byCountry = Map.groupBy(partyFacts(body, facts), ({ value }) =>
    value.type === 'entity' ? value.entity : '',
  )
  return [...byCountry].flatMap(([id, own]) => {
    const country = facts.getEntity(id)
    const dated = own
      .filter(({ validFrom, role }) => validFrom !== null && isFullRole(role))
      .toSorted((a, b) => (b.validFrom ?? '').length - (a.validFrom ?? '').length)
    const [fact] = dated
    const date = fact?.validFrom ?? ''
    const isOnce = dated.every(({ validFrom }) => validFrom?.slice(0, 4) === date.slice(0, 4))
    const isFair = /^\d{4}/.test(date) && lastDay(date) <= day && own.every((one) => isDatable(one, facts))
    return country?.kind === 'country' && fact && isOnce && isFair ? [{ country, fact, date }] : []
  })
}

interface JoinedBody {
  body: Entity
  joinings: Joining[]
  /** The years in which it was founded, by all sources; of some only those of its first members are known. */
  founded: readonly number[]
}

/**
 * The bodies that countries join, rather than two of them founding one or one giving another a status; without what
 * countries joined before it was this body, or under another name.
 */
function bodiesJoined(facts: FactSnapshot, day: string): JoinedBody[] {
  return facts.memo(`quiz joinings ${day}`, () =>
    facts.entities
      .filter((body) => hasRole(body, 'B') && body.kind !== 'status')
      .map((body) => {
        const all = joiningsOf(body, facts, day)
        const founded = [
          yearsOf(body, ['founded'], facts),
          yearsOf(body, startAttributes, facts),
          [Math.min(...all.map(yearOf))],
        ].find((years) => years.length > 0)
        const names = [body.name, ...body.aliases.filter((alias) => /^[A-Z]+$/.test(alias))]
        const joinings = all.filter(
          (joining) =>
            yearOf(joining) >= Math.min(...(founded ?? [])) &&
            names.some((name) => joining.fact.statement.includes(name)),
        )
        return { body, joinings, founded: founded ?? [] }
      })
      .filter(({ joinings }) => joinings.length >= 3),
  )
}

function yearOf({ date }: Joining): number {
  return Number(date.slice(0, 4))
}

function isFounder(joining: Joining, founded: readonly number[]): boolean {
  return joining.fact.founder === true || yearOf(joining) <= Math.max(...founded)
}

/** Of those that founded it together, its own year is asked for. */
export const findJoinedYearTopics: FindTopics = (facts, day) =>
  bodiesJoined(facts, day).flatMap(({ body, joinings, founded }): Topic[] => {
    const joinedLater = joinings.filter((joining) => !isFounder(joining, founded))
    if (joinedLater.length === 0) return []
    const topic: Topic = {
      entity: body,
      knownFor: body,
      draft(random, difficulty) {
        const joining = drawByFame(joinedLater, (each) => each.country, { facts, random, difficulty })
        if (!joining) return undefined
        const { country, fact } = joining
        const year = yearOf(joining)
        const range = {
          first: Math.min(...founded),
          last: Math.min(Number(day.slice(0, 4)), ...yearsOf(body, ['ended'], facts)),
        }
        return {
          text: `In which year did ${the(country)} ${isText(body) ? 'become a party to' : 'join'} ${the(body)}?`,
          entity: body.id,
          right: yearChoice(String(year)),
          // The years of the body itself and of all its members are no fair distractors where texts differ on them.
          wrong: wrongYears(year, ownYears(body, country, facts), range, random, difficulty),
          answer: fact.statement,
          facts: [fact],
        }
      },
    }
    return [topic]
  })

/** The years in the facts about a country in a body, and in those about the body's own dates. */
function ownYears(body: Entity, country: Entity, facts: FactSnapshot): Set<string> {
  const own = facts
    .factsAbout(body.id)
    .flatMap((group) => (group.attribute === 'member' ? group.facts : []))
    .filter((fact) => namesEntity(fact, country.id))
  const dates = facts.factsAbout(body.id).flatMap((group) => (group.type === 'date' ? group.facts : []))
  return yearsNamed([...own, ...dates])
}

/**
 * Those that joined at least two years later, because acts of joining may lie either side of a new year; not founders,
 * who may have been bound only when they ratified, and of a treaty only those that one source dates in the same way.
 */
function joinedAfter(joining: Joining, { body, joinings, founded }: JoinedBody): Joining[] {
  return joinings.filter(
    (other) =>
      yearOf(other) - yearOf(joining) >= 2 &&
      !isFounder(other, founded) &&
      (!isText(body) || other.fact.article === joining.fact.article),
  )
}

export const findJoinedFirstTopics: FindTopics = (facts, day) =>
  bodiesJoined(facts, day).flatMap((joined): Topic[] => {
    const { body, joinings } = joined
    const early = joinings.filter((joining) => joinedAfter(joining, joined).length >= 3)
    if (early.length === 0) return []
    const topic: Topic = {
      entity: body,
      knownFor: body,
      draft(random, difficulty) {
        const right = drawByFame(early, ({ country }) => country, { facts, random, difficulty })
        if (!right) return undefined
        const wrong = random.sample(joinedAfter(right, joined), 3)
        const said = wrong
          .toSorted((a, b) => compareDates(firstDay(a.date), firstDay(b.date)))
          .map(({ country, date }) => `${the(country)} (${dateWords(date)})`)
        const verb = isText(body) ? 'became a party' : 'joined'
        return {
          text: isText(body)
            ? `Which of these countries was the first to become a party to ${the(body)}?`
            : `Which of these countries was the first to join ${the(body)}?`,
          entity: body.id,
          right: countryChoice(right.country),
          wrong: wrong.map(({ country }) => countryChoice(country)),
          answer: `It ${verb}${onDate(right.date)}; then ${formatList(said)}.`,
          facts: [right.fact, ...wrong.map(({ fact }) => fact)],
        }
      },
    }
    return [topic]
  })
