// What kind of thing an entity is, in the words of the articles: what people argue about, so it comes first.
import type { FactGroup, Facts } from '../../data/query/fact-store.ts'
import { tieKinds } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/build/schema.ts'
import { runOn } from '../shared/text-blocks.ts'
import { tiesInWords } from './country-relationships.ts'
import { leadOf } from './overview.ts'
import { toldInPassing } from '../shared/related-entities.ts'
import { titleOf, type Sources } from '../shared/source-footnotes.ts'
import {
  capitalize,
  formatAsOf,
  formatSource,
  formatValue,
  list,
  nameInSentence,
  withArticle,
} from '../shared/format.ts'

function classified(groups: FactGroup[]): FactGroup | undefined {
  return groups.find(({ attribute }) => attribute === 'classification')
}

function labelsOf(told: Fact[]): string[] {
  return [...new Set(told.flatMap(({ value }) => (value.type === 'classification' ? [value.label] : [])))]
}

/** What a card writes before the values of an attribute: an exercise is of a kind, but of no kind of tie. */
export function labelFor(
  entity: Entity | undefined,
  attribute: FactGroup['attribute'],
  facts: Facts,
): string {
  const isTie = entity === undefined || tieKinds.includes(entity.kind)
  return attribute === 'classification' && !isTie ? 'Kind' : facts.attributeLabel(attribute)
}

/** "Kind of tie: alliance ¹ ²", or, where the articles differ, a paragraph of what each of them calls it and when. */
export function kindLine(entity: Entity, groups: FactGroup[], facts: Facts, sources: Sources): string {
  const group = classified(groups)
  const label = labelFor(entity, 'classification', facts)
  if (!group) return `**${label}:** ${facts.kindLabel(entity)}`
  if (!group.disputed) {
    const byLabel = Map.groupBy(group.facts, ({ value }) => formatValue(value, facts.entity))
    const words = [...byLabel].map(([text, told]) => ({ text, facts: told }))
    return `**${label}:** ${runOn(words, sources)}`
  }
  const byArticle = Map.groupBy(group.facts, ({ article, asOf }) => `${article}\n${formatAsOf(asOf)}`)
  const sides = [...byArticle.values()].map((told) => {
    const [first] = told as [Fact, ...Fact[]]
    const source = `*${titleOf(facts.article(first.article))}*, ${formatAsOf(first.asOf)}`
    return `-# ${source}, calls it\n${list(labelsOf(told).map(withArticle))}${sources.marks(told)}`
  })
  const heading = byArticle.size > 1 ? 'the articles differ' : 'the article uses both words'
  return `**${label}: ${heading}**\n${sides.join('\n')}\n`
}

/** "**NATO** is an alliance"; "**AUKUS**: the articles differ; both call it a partnership, one also an alliance". */
function calling(entity: Entity, groups: FactGroup[], facts: Facts): string {
  const group = classified(groups)
  const name = `**${entity.name}**`
  const words = list(group ? labelsOf(group.facts).map(withArticle) : [withArticle(facts.kindLabel(entity))])
  if (!group?.disputed) return `${name} is ${words}`
  const byArticle = [...Map.groupBy(group.facts, ({ article }) => article).values()].map(labelsOf)
  const shared = labelsOf(group.facts).filter((label) => byArticle.every((labels) => labels.includes(label)))
  const others = labelsOf(group.facts).filter((label) => !shared.includes(label))
  if (byArticle.length < 2 || shared.length === 0)
    return `${name} is called ${words}${byArticle.length > 1 ? '; the articles differ' : ''}`
  const all = byArticle.length === 2 ? 'both call' : 'all call'
  const also = `${byArticle.length === 2 ? 'one also calls' : 'some also call'} it ${list(others.map(withArticle))}`
  return `${name}: the articles differ; ${all} it ${list(shared.map(withArticle))}, ${also}`
}

/** A statement; of who or what was so "then", with when that was. */
function leadLine({ statement, asOf }: Fact): string {
  return / then /.test(statement) ? statement.replace(/\.$/, `, ${formatSource(asOf)}.`) : statement
}

/** The answer in one plain line, for people who hide embeds. */
export function summary(entity: Entity, groups: FactGroup[], facts: Facts): string {
  const founded = valuesOf('founded', groups, facts)
  const parts = [
    ...(entity.kind === 'country' ? [tiesInWords(entity, facts)] : []),
    memberPhrase(groups, facts),
    founded ? `founded: ${founded}` : tieKinds.includes(entity.kind) ? 'founded: not stated' : '',
    ...(tieKinds.includes(entity.kind) ? [] : (['led-by', 'participant', 'held'] as const)).map(
      (attribute) => {
        const values = valuesOf(attribute, groups, facts)
        return values && `${facts.attributeLabel(attribute).toLowerCase()}: ${values}`
      },
    ),
  ].filter(Boolean)
  const [first] = groups[0]?.facts ?? toldInPassing(entity, facts)[0]?.facts ?? []
  // What it is called stands before all this.
  const otherwise = parts.length === 0 && first?.attribute !== 'classification' ? first : undefined
  const lead = leadOf(entity, groups, facts) ?? otherwise
  const more = lead ? leadLine(lead) : parts.length > 0 ? `${capitalize(parts.join('; '))}.` : ''
  return `${calling(entity, groups, facts)}. ${more}`.trim()
}

/** What kind of thing an entity is: as a sentence, for a tie with whether it rests on a treaty, and in short. */
export function kindPhrase(
  entity: Entity,
  groups: FactGroup[],
  facts: Facts,
  isTie: boolean,
): { sentence: string; short: string; facts: Fact[] } {
  const group = classified(groups)
  const [treaty] = groups.find(({ attribute }) => attribute === 'treaty')?.facts ?? []
  const rests =
    treaty?.value.type === 'yes-no'
      ? `; it ${treaty.value.yes ? 'rests' : 'does not rest'} on a treaty`
      : '; whether it rests on a treaty is not stated'
  const labels = group ? labelsOf(group.facts) : [facts.kindLabel(entity)]
  return {
    sentence: `${calling(entity, groups, facts)}${isTie ? rests : ''}.`,
    short: `**${entity.name}:** ${list(labels)}${group?.disputed ? ' (the articles differ)' : ''}`,
    facts: group?.facts ?? [],
  }
}

function memberPhrase(groups: FactGroup[], facts: Facts): string {
  const [newest] = groups.find(({ attribute }) => attribute === 'other-members')?.facts ?? []
  if (newest) return `members: ${formatValue(newest.value, facts.entity)}, ${formatSource(newest.asOf)}`
  const names = valuesOf('member', groups, facts)
  return names && `members: ${names}`
}

/** The values of an attribute as a plain list, without flags; '' where none is stated. */
function valuesOf(attribute: FactGroup['attribute'], groups: FactGroup[], facts: Facts): string {
  const told = groups.find((group) => group.attribute === attribute)?.facts ?? []
  return list([
    ...new Set(told.map(({ value }) => formatValue(value, (id) => withoutFlag(facts.entity(id))))),
  ])
}

/** As a sentence names it: without a flag, and "the United States". */
function withoutFlag(entity: Entity | undefined): Entity | undefined {
  return entity && { ...entity, code: '', name: nameInSentence(entity) }
}
