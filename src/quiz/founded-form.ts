// In which year something was founded, signed or begun.
import type { AttributeId } from '../data/model/attributes.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { partyFacts, successorsOf } from '../questions/memberships-of.ts'
import { dateOf, the } from '../questions/wording.ts'
import { isDatable, isText, nameOfTreaty, yearsNamed } from './fair-facts.ts'
import type { Difficulty, Draft, FindTopics } from './quiz-question.ts'
import type { SeededRandom } from './seeded-random.ts'
import { startAttributes, wrongYears, yearChoice, yearsOf, type YearRange } from './years.ts'

/** What is asked of a date; the words of the articles may differ. */
function datedQuestion(attribute: AttributeId, entity: Entity): string | undefined {
  const name = the(entity)
  const treaty = nameOfTreaty(entity)
  const was = /^(the )?(\w+s in\b|.*(Arrangements|Eyes|Forces)$)/.test(name) ? 'were' : 'was'
  const questions: Partial<Record<AttributeId, string>> = {
    founded: `In which year ${was} ${name} ${isText(entity) ? 'signed' : 'founded'}?`,
    signed: `In which year was ${treaty} signed?`,
    'entered-force': `In which year did ${treaty} enter into force?`,
    announced: `In which year ${was} ${name} announced?`,
    began: `In which year did ${name} begin?`,
    ended: `In which year did ${name} end?`,
  }
  return questions[attribute]
}

/** Not before what it is named after, or one of its members, and not after its end. */
function rangeOf(entity: Entity, right: number, thisYear: number, facts: FactSnapshot): YearRange {
  const words = ` ${entity.name} `
  const namesakes = facts.entities.filter(({ id, name }) => id !== entity.id && words.includes(` ${name} `))
  const parties = new Set(
    partyFacts(entity, facts).flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : [])),
  )
  const predecessors = facts.entities.filter((state) =>
    successorsOf(state, facts).some((successor) => parties.has(successor)),
  )
  const floors = [
    ...namesakes.flatMap((other) => yearsOf(other, startAttributes, facts)),
    ...predecessors.flatMap((state) => yearsOf(state, ['ended'], facts)),
    ...yearsOf(entity, startAttributes, facts),
  ]
  const ends = yearsOf(entity, ['ended'], facts)
  return {
    first: Math.max(...floors.filter((year) => year < right), Math.min(right, 1900)),
    last: Math.min(thisYear, ...ends.filter((year) => year > right)),
  }
}

export const findFoundedTopics: FindTopics = (facts, day) =>
  facts.entities
    .filter(
      ({ edition, kind, name }) =>
        !edition && kind !== 'country' && kind !== 'position' && !/\d|\border\b/.test(name),
    )
    .flatMap((entity) => {
      const named = yearsNamed(facts.factsAbout(entity.id).flatMap((group) => group.facts))
      return facts.factsAbout(entity.id).flatMap((group) => {
        const text = datedQuestion(group.attribute, entity)
        const dated = group.facts.filter(({ value }) => value.type === 'date' && /^\d{4}/.test(value.date))
        const [fact, ...others] = dated.toSorted((a, b) => dateOf(b).length - dateOf(a).length)
        if (!text || group.disputed || !fact || !isDatable(fact, facts)) return []
        const right = Number(dateOf(fact).slice(0, 4))
        const range = rangeOf(entity, right, Number(day.slice(0, 4)), facts)
        const draft = (random: SeededRandom, difficulty: Difficulty): Draft => ({
          text,
          entity: entity.id,
          right: yearChoice(String(right)),
          wrong: wrongYears(right, named, range, random, difficulty),
          answer: fact.statement,
          facts: [fact, ...others.slice(0, 1)],
        })
        return [{ entity, knownFor: entity, draft }]
      })
    })
