// What is told with a fact that answers a question.
import type { Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'

export const isToday = /^(?:is|are|does|do)\b/

/** Who left and came back has not left: "is France still in NATO's military command". */
export function returnsAfter({ entity, statement, mentions, validFrom }: Fact, facts: FactSnapshot): Fact[] {
  if (!/\bleft\b/.test(statement) || validFrom === null) return []
  return facts
    .factsAbout(entity)
    .flatMap((group) => group.facts)
    .filter(
      (fact) =>
        /\b(?:return(?:ed)?|rejoin(?:ed)?|came back)\b/.test(fact.statement) &&
        (fact.validFrom ?? '') > validFrom &&
        mentions.every((id) => fact.mentions.includes(id)),
    )
    .slice(0, 1)
}

/** A date is told with those that others give. */
export function accountsOf({ entity, attribute, value }: Fact, facts: FactSnapshot): Fact[] {
  if (value.type !== 'date') return []
  return facts.factsAbout(entity).find((group) => group.attribute === attribute)?.facts ?? []
}
