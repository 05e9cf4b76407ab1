// What facts must not do to be asked about, and what they name.
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { the } from '../questions/wording.ts'

/** The ids of all facts whose values sources give differently. */
function disputedFacts(facts: FactSnapshot): Set<string> {
  return facts.memo('quiz disputed facts', () => {
    const disputes = facts.disputes().filter(({ type }) => type !== 'precision' && type !== 'wording')
    return new Set(disputes.flatMap(({ group }) => group.facts.map(({ id }) => id)))
  })
}

/** Whether a date can be asked for; a data set counts many things from its own first year. */
export function isDatable(fact: Fact, facts: FactSnapshot): boolean {
  return isUndisputed(fact, facts) && facts.getArticle(fact.article).kind !== 'data set'
}

export function isUndisputed(fact: Fact, facts: FactSnapshot): boolean {
  return !disputedFacts(facts).has(fact.id)
}

/** Every year that facts name, in their values or in their words. */
export function yearsNamed(facts: readonly Fact[]): Set<string> {
  const texts = facts.map(({ statement, value, validFrom, validTo }) => [
    statement,
    value,
    validFrom,
    validTo,
  ])
  return new Set(JSON.stringify(texts).match(/(?<!\d)\d{4}(?!\d)/g))
}

/** Whether a fact is about an entity or names it. */
export function namesEntity({ value, mentions }: Fact, id: string): boolean {
  return mentions.includes(id) || (value.type === 'entity' && value.entity === id)
}

/** Whether the name is one of a text, which is signed rather than founded. */
export function isText({ kind, name }: Entity): boolean {
  return kind === 'treaty' || kind === 'document' || /(treaty|agreement|pact|act|order)$/i.test(name)
}

/** "the North Atlantic Treaty", also of NATO; "the agreement behind the Partnership" if it has no name of its own. */
export function nameOfTreaty(entity: Entity): string {
  if (isText(entity)) return the(entity)
  const treaty = entity.aliases.find((alias) => /^[^,]+ Treaty$/.test(alias))
  return treaty
    ? `the ${treaty}`
    : `the ${entity.kind === 'alliance' ? 'treaty' : 'agreement'} behind ${the(entity)}`
}
