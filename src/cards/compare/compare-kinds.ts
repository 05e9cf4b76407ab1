// What the articles call each side of a comparison, and whether a treaty seals it.
import { kindLabel } from '../../data/model/kinds.ts'
import type { Fact } from '../../data/model/types.ts'
import { rankClassifications } from '../entity/classification.ts'
import { formerly } from '../entity/verdict.ts'
import { factsOfAttribute, newestFact, type ComparedEntity } from './compare-rows.ts'

export interface KindWords {
  /** "partnership". */
  word: string
  /** The other words, if the articles differ. */
  also: string[]
  facts: readonly Fact[]
}

/** A word that all articles use comes first. */
export function kindWords(side: ComparedEntity): KindWords {
  const group = side.groups.find(({ attribute }) => attribute === 'classification')
  const own = kindLabel(side.entity)
  if (!group) return { word: formerly(side.entity, own, side.groups), also: [], facts: [] }
  const byArticle = [...Map.groupBy(group.facts, ({ article }) => article).values()].map(labelsOf)
  const labels = labelsOf(group.facts)
  const shared = labels.filter((label) => byArticle.every((words) => words.includes(label)))
  const [word = own] = rankClassifications(side.entity, shared.length > 0 ? shared : labels)
  const also = group.disputed ? labels.filter((label) => label !== word) : []
  const factsOf = (label: string) =>
    group.facts.filter(({ value }) => value.type === 'classification' && value.label === label)
  return {
    word: formerly(side.entity, word, side.groups),
    also,
    facts: [word, ...also].flatMap((label) => newestFact(factsOf(label))),
  }
}

function labelsOf(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap(({ value }) => (value.type === 'classification' ? [value.label] : [])))]
}

export type TreatyState = 'sealed' | 'not sealed' | 'not stated'

export function treatyState(side: ComparedEntity): { state: TreatyState; facts: Fact[] } {
  const facts = factsOfAttribute(side, 'treaty')
  const answers = new Set(facts.map(({ value }) => value.type === 'yes-no' && value.yes))
  // Where the articles differ, neither answer can stand in a verdict.
  if (answers.size !== 1) return { state: 'not stated', facts: [] }
  return { state: answers.has(true) ? 'sealed' : 'not sealed', facts: newestFact(facts) }
}
