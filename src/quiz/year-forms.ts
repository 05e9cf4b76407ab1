// In which year something was founded, signed or begun, in which year a country joined a body, and who joined first.
import type { AttributeId } from '../data/model/attributes.ts'
import { firstDay, lastDay, type PartialDate } from '../data/model/dates.ts'
import { isFullRole } from '../data/model/memberships.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { partyFacts } from '../questions/memberships-of.ts'
import { hasRole } from '../questions/roles.ts'
import { The, dateOf, dateWords, the } from '../questions/wording.ts'
import { countryChoice } from './countries.ts'
import { isDatable, nameOfTreaty, namesEntity, yearsNamed } from './fair-facts.ts'
import { drawByFame } from './fame.ts'
import type { Difficulty, Draft, FindTopics, QuizChoice, Topic } from './quiz-question.ts'
import type { SeededRandom } from './seeded-random.ts'

/** How far apart the years of the choices are at least, and how much further they may be. */
const yearGaps: Record<Difficulty, { least: number; spread: number }> = {
  easy: { least: 6, spread: 8 },
  any: { least: 3, spread: 6 },
  medium: { least: 3, spread: 6 },
  hard: { least: 2, spread: 2 },
}

/**
 * Three other years, some before the right one and some after: none that has been named, none in the future, and none
 * next to the right one, because an event at the turn of a year belongs to both.
 */
function wrongYears(
  right: number,
  named: ReadonlySet<string>,
  thisYear: number,
  random: SeededRandom,
  difficulty: Difficulty,
): QuizChoice[] {
  const { least, spread } = yearGaps[difficulty]
  const step = (from: number, direction: number): number => {
    let year = from + direction * (least + random.below(spread))
    while (named.has(String(year))) year += direction
    return year
  }
  let [first, last] = [right, right]
  const years = new Set<number>()
  let earlier = random.below(4)
  while (years.size < 3) {
    const later = step(last, 1)
    if (earlier === 0 && later > thisYear) earlier = 3
    if (earlier > 0) {
      first = step(first, -1)
      earlier -= 1
      years.add(first)
    } else {
      last = later
      years.add(last)
    }
  }
  return [...years].map((year) => yearChoice(String(year)))
}

function yearChoice(year: string): QuizChoice {
  return { label: year, value: year }
}

/** Not a treaty in every case: a letter of intent, or a memorandum. */
function agreement(entity: Entity): string {
  const name = nameOfTreaty(entity)
  return entity.kind === 'alliance' ? name : name.replace('the treaty of', 'the agreement behind')
}

/** What is asked of a date; the words of the articles may differ. */
function datedQuestion(attribute: AttributeId, entity: Entity): string | undefined {
  const name = the(entity)
  const questions: Partial<Record<AttributeId, string>> = {
    founded: `In which year was ${name} founded?`,
    signed: `In which year was ${agreement(entity)} signed?`,
    'entered-force': `In which year did ${agreement(entity)} enter into force?`,
    announced: `In which year was ${name} announced?`,
    began: `In which year did ${name} begin?`,
    ended: `In which year did ${name} end?`,
  }
  return questions[attribute]
}

export const findFoundedTopics: FindTopics = (facts, day) =>
  facts.entities
    .filter(({ edition, kind, name }) => !edition && kind !== 'country' && !/\d/.test(name))
    .flatMap((entity) => {
      const named = yearsNamed(facts.factsAbout(entity.id).flatMap((group) => group.facts))
      return facts.factsAbout(entity.id).flatMap((group) => {
        const text = datedQuestion(group.attribute, entity)
        const dated = group.facts.filter(({ value }) => value.type === 'date' && /^\d{4}/.test(value.date))
        const [fact, ...others] = dated.toSorted((a, b) => dateOf(b).length - dateOf(a).length)
        if (!text || group.disputed || !fact || !isDatable(fact, facts)) return []
        const draft = (random: SeededRandom, difficulty: Difficulty): Draft => ({
          text,
          entity: entity.id,
          right: yearChoice(dateOf(fact).slice(0, 4)),
          wrong: wrongYears(
            Number(dateOf(fact).slice(0, 4)),
            named,
            Number(day.slice(0, 4)),
            random,
            difficulty,
          ),
          answer: fact.statement,
          facts: [fact, ...others.slice(0, 1)],
        })
        return [{ entity, knownFor: entity, draft }]
      })
    })

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

/** The bodies that countries join, rather than two of them founding one or one giving another a status. */
function bodiesJoined(facts: FactSnapshot, day: string): { body: Entity; joinings: Joining[] }[] {
  return facts.memo(`quiz joinings ${day}`, () =>
    facts.entities
      .filter((body) => hasRole(body, 'B') && body.kind !== 'status')
      .map((body) => ({ body, joinings: joiningsOf(body, facts, day) }))
      .filter(({ joinings }) => joinings.length >= 3),
  )
}

export const findJoinedYearTopics: FindTopics = (facts, day) =>
  bodiesJoined(facts, day).map(({ body, joinings }) => ({
    entity: body,
    knownFor: body,
    draft(random, difficulty) {
      const joining = drawByFame(joinings, (each) => each.country, { facts, random, difficulty })
      if (!joining) return undefined
      const { country, fact, date } = joining
      const verb = body.kind === 'treaty' || body.kind === 'document' ? 'become a party to' : 'join'
      const year = date.slice(0, 4)
      return {
        text: `In which year did ${the(country)} ${verb} ${the(body)}?`,
        entity: body.id,
        right: yearChoice(year),
        // The years of the body itself and of all its members are no fair distractors where texts differ on them.
        wrong: wrongYears(
          Number(year),
          ownYears(body, country, facts),
          Number(day.slice(0, 4)),
          random,
          difficulty,
        ),
        answer: fact.statement,
        facts: [fact],
      }
    },
  }))

/** The years in the facts about a country in a body, and in those about the body's own dates. */
function ownYears(body: Entity, country: Entity, facts: FactSnapshot): Set<string> {
  const own = facts
    .factsAbout(body.id)
    .flatMap((group) => (group.attribute === 'member' ? group.facts : []))
    .filter((fact) => namesEntity(fact, country.id))
  const dates = facts.factsAbout(body.id).flatMap((group) => (group.type === 'date' ? group.facts : []))
  return yearsNamed([...own, ...dates])
}

/** Those that joined at least two years later, because acts of joining may lie either side of a new year. */
function joinedAfter({ date }: Joining, joinings: readonly Joining[]): Joining[] {
  return joinings.filter((other) => Number(other.date.slice(0, 4)) - Number(date.slice(0, 4)) >= 2)
}

export const findJoinedFirstTopics: FindTopics = (facts, day) =>
  bodiesJoined(facts, day).flatMap(({ body, joinings }): Topic[] => {
    const early = joinings.filter((joining) => joinedAfter(joining, joinings).length >= 3)
    if (early.length === 0) return []
    const topic: Topic = {
      entity: body,
      knownFor: body,
      draft(random) {
        const right = random.pick(early)
        if (!right) return undefined
        const wrong = random.sample(joinedAfter(right, joinings), 3)
        const order = [right, ...wrong].toSorted((a, b) => firstDay(a.date).localeCompare(firstDay(b.date)))
        const said = order.map(({ country, date }) => `${country.name} ${dateWords(date)}`).join(' · ')
        return {
          text: `Which of these countries was the first to join ${the(body)}?`,
          entity: body.id,
          right: countryChoice(right.country),
          wrong: wrong.map(({ country }) => countryChoice(country)),
          answer: `${The(right.country)} was the first of the four: ${said}.`,
          facts: [right.fact, ...wrong.map(({ fact }) => fact)],
        }
      },
    }
    return [topic]
  })
