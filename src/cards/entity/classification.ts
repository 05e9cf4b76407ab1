// What the articles call an entity: people argue about it, so it opens the card.
import { kindLabel, tieKinds } from '../../data/model/kinds.ts'
import { attributeLabel, classifications, type AttributeId } from '../../data/model/attributes.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import { formatList, withIndefiniteArticle } from '../shared/format.ts'
import { newestOfEach } from '../shared/sources.ts'

export interface Classification {
  /** "alliance": the word for it that says most. */
  word: string
  /** "One article also calls it a partnership.", the longest first; none unless the articles differ. */
  disputes: readonly string[]
  facts: readonly Fact[]
}

/** What a card writes before the values of an attribute: "Kind of tie" is just "Kind" for an exercise. */
export function labelFor(entity: Entity | undefined, attribute: AttributeId): string {
  const isTie = entity === undefined || tieKinds.includes(entity.kind)
  return attribute === 'classification' && !isTie ? 'Kind' : attributeLabel(attribute)
}

/** The classification of an entity; undefined if no article states it. */
export function classificationOf(
  entity: Entity,
  groups: readonly AttributeFacts[],
): Classification | undefined {
  const group = groups.find(({ attribute }) => attribute === 'classification')
  if (!group) return undefined
  const byArticle = [...Map.groupBy(group.facts, ({ article }) => article).values()].map(labelsOf)
  const shared = labelsOf(group.facts).filter((label) => byArticle.every((labels) => labels.includes(label)))
  const ranked = rankClassifications(entity, shared.length > 0 ? shared : labelsOf(group.facts))
  const [word = kindLabel(entity)] = ranked
  const calling = group.facts.filter(({ value }) => value.type === 'classification' && value.label === word)
  if (!group.disputed) return { word, facts: newestOfEach(calling), disputes: [] }
  const others = rankClassifications(
    entity,
    labelsOf(group.facts).filter((label) => label !== word && isContrary(word, label)),
  )
  const [first] = others
  const variants = first !== undefined && others.length > 1 ? [others, [first]] : [others]
  return { word, facts: group.facts, disputes: variants.map((labels) => describeDispute(labels, byArticle)) }
}

/** "One article also calls it an alliance." */
function describeDispute(others: readonly string[], byArticle: readonly string[][]): string {
  const calling = byArticle.filter((labels) => labels.some((label) => others.includes(label))).length
  const also = formatList(others.map(withIndefiniteArticle))
  if (byArticle.length === 1) return `The article also calls it ${also}.`
  if (calling === byArticle.length) return `The articles also call it ${also}.`
  return calling === 1 ? `One article also calls it ${also}.` : `${calling} articles also call it ${also}.`
}

function labelsOf(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap(({ value }) => (value.type === 'classification' ? [value.label] : [])))]
}

/** First the word for its kind, then words on either side of the line between formal ties and others. */
export function rankClassifications(entity: Entity, labels: readonly string[]): string[] {
  const weight = (label: string) => (label === kindLabel(entity) ? 0 : formalityOf(label) === null ? 2 : 1)
  return labels.toSorted((a, b) => weight(a) - weight(b))
}

/** Whether two words are on different sides of the line between formal ties and others. */
function isContrary(word: string, other: string): boolean {
  const [first, second] = [formalityOf(word), formalityOf(other)]
  return first !== second && first !== null && second !== null
}

function formalityOf(label: string): boolean | null {
  return Object.values(classifications).find((known) => known.label === label)?.formal ?? null
}
