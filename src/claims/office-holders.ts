// Who holds or held an office, by the names that people give them.
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { allFacts } from './verdicts.ts'

export function holdersOf(office: Entity, facts: FactSnapshot): Fact[] {
  return allFacts(office, facts, 'office-holder', 'holder')
}

/** By surname, or by more of the names. */
export function isHolderNamed({ value }: Fact, person: string, facts: FactSnapshot): boolean {
  const name =
    value.type === 'text'
      ? value.text.replace(/[,(].*$/, '')
      : value.type === 'entity'
        ? (facts.getEntity(value.entity)?.name ?? '')
        : ''
  const words = normalizeText(name).split(' ')
  const said = normalizeText(person).split(' ')
  return said.every((word) => words.includes(word)) && said.includes(words.at(-1) ?? '')
}
