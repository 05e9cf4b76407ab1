// Who took part in an edition of an exercise, and who hosted it, where all that took part are known.
import type { Entity, Fact } from '../data/model/types.ts'
import type { AttributeFacts } from '../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { lastDay } from '../data/model/dates.ts'
import { isEvent, partiesOn } from '../questions/memberships-of.ts'
import { the } from '../questions/wording.ts'
import { countryChoice, wrongCountries } from './countries.ts'
import { isUndisputed } from './fair-facts.ts'
import { drawByFame } from './fame.ts'
import type { FindTopics, Topic } from './quiz-question.ts'

interface WholeEvent {
  event: Entity
  series: Entity
  /** The number of nations, which the list of those that took part equals. */
  count: Fact
  parties: { entity: Entity; facts: Fact[] }[]
  /** Every country that a fact about it names: observers too. */
  named: Set<string>
  /** The last day of its year, as yyyy-mm-dd. */
  day: string
}

/** The editions all of whose participants are known, by every count of them. */
function wholeEvents(facts: FactSnapshot, day: string): WholeEvent[] {
  return facts.memo(`quiz whole events ${day}`, () =>
    facts.entities.flatMap((event): WholeEvent[] => {
      const series = event.edition && facts.getEntity(event.edition.of)
      if (!isEvent(event) || !series) return []
      const about = facts.factsAbout(event.id)
      const counts = about.find(({ attribute }) => attribute === 'nations')?.facts ?? []
      const [count] = counts
      const parties = partiesOn(event, facts, day)
      const isWhole = counts.every(
        ({ value }) =>
          value.type === 'number' && value.bound === 'exactly' && value.number === parties.length,
      )
      const endOfYear = lastDay(event.edition?.year ?? '9999')
      if (!count || !isWhole || endOfYear > day || mayHaveOthers(about, parties.length)) return []
      const values = about
        .flatMap((group) => group.facts)
        .flatMap(({ value, mentions }) => [...mentions, ...(value.type === 'entity' ? [value.entity] : [])])
      return [{ event, series, count, parties, named: new Set(values), day: endOfYear }]
    }),
  )
}

/** Whether others watched, or some source has more nations in it: those not named would be unfair as wrong choices. */
function mayHaveOthers(about: readonly AttributeFacts[], count: number): boolean {
  return about
    .flatMap((group) => group.facts)
    .some(({ statement }) => {
      const counts = [...statement.matchAll(/(\d+) (?:nations|countries|states)\b/g)]
      return /\bobserve/i.test(statement) || counts.some(([, number]) => Number(number) > count)
    })
}

/** The facts about a party that have one of these attributes and that no source disputes. */
function factsThat(
  { facts: own }: { facts: readonly Fact[] },
  attributes: readonly string[],
  facts: FactSnapshot,
): Fact[] {
  return own.filter((fact) => attributes.includes(fact.attribute) && isUndisputed(fact, facts))
}

function eventTopics(
  facts: FactSnapshot,
  day: string,
  { text, attributes }: { text: string; attributes: readonly string[] },
): Topic[] {
  return wholeEvents(facts, day).flatMap((whole) => {
    const candidates = whole.parties.filter((party) => factsThat(party, attributes, facts).length > 0)
    if (candidates.length === 0) return []
    const topic: Topic = {
      entity: whole.event,
      knownFor: whole.series,
      draft(random, difficulty) {
        const context = { facts, day: whole.day, random, difficulty }
        const right = drawByFame(candidates, ({ entity }) => entity, context)
        const [fact] = right ? factsThat(right, attributes, facts) : []
        if (!right || !fact) return undefined
        return {
          text: `Which of these countries ${text} ${the(whole.event)}?`,
          entity: whole.event.id,
          right: countryChoice(right.entity),
          wrong: wrongCountries(right.entity, whole.named, context),
          answer: fact.statement,
          facts: [fact, whole.count],
        }
      },
    }
    return [topic]
  })
}

export const findTookPartTopics: FindTopics = (facts, day) =>
  eventTopics(facts, day, { text: 'took part in', attributes: ['participant', 'led-by', 'host'] })

export const findHostTopics: FindTopics = (facts, day) =>
  eventTopics(facts, day, { text: 'hosted', attributes: ['host'] })
