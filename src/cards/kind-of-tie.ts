// What kind of thing an entity is, in the words of the articles: what people argue about, so it comes first.
import type { FactGroup, Facts } from '../data/store.ts'
import type { Entity, Fact } from '../data/shapes.ts'
import { titleOf, type Sources } from './sources.ts'
import { capitalize, formatAsOf, formatValue, list, withArticle } from './text.ts'

function classified(groups: FactGroup[]): FactGroup | undefined {
  return groups.find(({ attribute }) => attribute === 'classification')
}

function labelsOf(told: Fact[]): string[] {
  return [...new Set(told.flatMap(({ value }) => (value.type === 'classification' ? [value.label] : [])))]
}

/** "Kind of tie: alliance ¹ ²", or, where the articles differ, what each of them calls it and when. */
export function kindLine(entity: Entity, groups: FactGroup[], facts: Facts, sources: Sources): string {
  const group = classified(groups)
  if (!group) return `**${capitalize(facts.kindLabel(entity))}**`
  if (!group.disputed) {
    const byLabel = Map.groupBy(group.facts, ({ value }) => formatValue(value, facts.entity))
    const words = [...byLabel].map(([label, told]) => `**${label}**${sources.marks(told)}`)
    return `${group.label}: ${words.join(', ')}`
  }
  const byArticle = Map.groupBy(group.facts, ({ article, asOf }) => `${article}\n${formatAsOf(asOf)}`)
  const sides = [...byArticle.values()].map((told) => {
    const [first] = told as [Fact, ...Fact[]]
    const source = `${titleOf(facts.article(first.article))}, ${formatAsOf(first.asOf)}`
    return `• **${list(labelsOf(told))}**${sources.marks(told)}\n   ${source}`
  })
  const heading = byArticle.size > 1 ? 'the articles differ' : 'the article uses both words'
  return `${group.label}: ${heading}\n${sides.join('\n')}`
}

/** The answer in one plain sentence, for people who hide embeds. */
export function summary(entity: Entity, groups: FactGroup[], facts: Facts): string {
  const group = classified(groups)
  const words = list(group ? labelsOf(group.facts).map(withArticle) : [withArticle(facts.kindLabel(entity))])
  const is = group?.disputed ? `is called ${words}${differing(group)}` : `is ${words}`
  const members = memberPhrase(groups, facts)
  const founded = groups.find(({ attribute }) => attribute === 'founded')?.facts[0]
  const since = founded ? `founded: ${formatValue(founded.value, facts.entity)}` : ''
  const extra = [members, since].filter(Boolean)
  return `**${entity.name}** ${is}.${extra.length > 0 ? ` ${capitalize(extra.join('; '))}.` : ''}`
}

function differing(group: FactGroup): string {
  return new Set(group.facts.map(({ article }) => article)).size > 1 ? '; the articles differ' : ''
}

function memberPhrase(groups: FactGroup[], facts: Facts): string {
  const [newest] = groups.find(({ attribute }) => attribute === 'other-members')?.facts ?? []
  if (newest) {
    return `members: ${formatValue(newest.value, facts.entity)}, ${formatAsOf(newest.asOf)}`
  }
  const named = groups.find(({ attribute }) => attribute === 'member')?.facts ?? []
  const names = [...new Set(named.map(({ value }) => formatValue(value, (id) => plain(facts.entity(id)))))]
  return names.length > 0 ? `members: ${list(names)}` : ''
}

/** Without its kind an entity is written without a flag. */
function plain(entity: Entity | undefined): Entity | undefined {
  return entity && { ...entity, kind: 'organization' }
}
