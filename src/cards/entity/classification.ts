// What kind of thing an entity is, in the words of the articles: what people argue about, so it comes first.
import type { AttributeFacts, FactSnapshot } from '../../data/query/fact-store.ts'
import { tieKinds } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import { joinInline } from '../shared/text-blocks.ts'
import { relationshipSummary } from './country-relationships.ts'
import { leadOf } from './overview.ts'
import { factsFromOthers } from '../shared/related-entities.ts'
import { articleTitle, type Sources } from '../shared/source-footnotes.ts'
import {
  capitalize,
  formatAsOf,
  formatArticleDate,
  formatValue,
  formatList,
  nameInSentence,
  withIndefiniteArticle,
} from '../shared/format.ts'

function classificationFacts(groups: AttributeFacts[]): AttributeFacts | undefined {
  return groups.find(({ attribute }) => attribute === 'classification')
}

function labelsOf(told: Fact[]): string[] {
  return [...new Set(told.flatMap(({ value }) => (value.type === 'classification' ? [value.label] : [])))]
}

/** What a card writes before the values of an attribute: an exercise is of a kind, but of no kind of tie. */
export function labelFor(
  entity: Entity | undefined,
  attribute: AttributeFacts['attribute'],
  facts: FactSnapshot,
): string {
  const isTie = entity === undefined || tieKinds.includes(entity.kind)
  return attribute === 'classification' && !isTie ? 'Kind' : facts.attributeLabel(attribute)
}

/** "Kind of tie: alliance ¹ ²", or, where the articles differ, a paragraph of what each of them calls it and when. */
export function classificationLine(
  entity: Entity,
  groups: AttributeFacts[],
  facts: FactSnapshot,
  sources: Sources,
): string {
  const group = classificationFacts(groups)
  const label = labelFor(entity, 'classification', facts)
  if (!group) return `**${label}:** ${facts.kindLabel(entity)}`
  if (!group.disputed) {
    const byLabel = Map.groupBy(group.facts, ({ value }) => formatValue(value, facts.getEntity))
    const words = [...byLabel].map(([text, told]) => ({ text, facts: told }))
    return `**${label}:** ${joinInline(words, sources)}`
  }
  const byArticle = Map.groupBy(group.facts, ({ article, asOf }) => `${article}\n${formatAsOf(asOf)}`)
  const sides = [...byArticle.values()].map((told) => {
    const [first] = told as [Fact, ...Fact[]]
    const source = `*${articleTitle(facts.getArticle(first.article))}*, ${formatAsOf(first.asOf)}`
    return `-# ${source}, calls it\n${formatList(labelsOf(told).map(withIndefiniteArticle))}${sources.marksFor(told)}`
  })
  const heading = byArticle.size > 1 ? 'the articles differ' : 'the article uses both words'
  return `**${label}: ${heading}**\n${sides.join('\n')}\n`
}

/** "**NATO** is an alliance"; "**AUKUS**: the articles differ; both call it a partnership, one also an alliance". */
function classificationPhrase(entity: Entity, groups: AttributeFacts[], facts: FactSnapshot): string {
  const group = classificationFacts(groups)
  const name = `**${entity.name}**`
  const words = formatList(
    group
      ? labelsOf(group.facts).map(withIndefiniteArticle)
      : [withIndefiniteArticle(facts.kindLabel(entity))],
  )
  if (!group?.disputed) return `${name} is ${words}`
  const byArticle = [...Map.groupBy(group.facts, ({ article }) => article).values()].map(labelsOf)
  const shared = labelsOf(group.facts).filter((label) => byArticle.every((labels) => labels.includes(label)))
  const others = labelsOf(group.facts).filter((label) => !shared.includes(label))
  if (byArticle.length < 2 || shared.length === 0)
    return `${name} is called ${words}${byArticle.length > 1 ? '; the articles differ' : ''}`
  const all = byArticle.length === 2 ? 'both call' : 'all call'
  const also = `${byArticle.length === 2 ? 'one also calls' : 'some also call'} it ${formatList(others.map(withIndefiniteArticle))}`
  return `${name}: the articles differ; ${all} it ${formatList(shared.map(withIndefiniteArticle))}, ${also}`
}

/** A statement; of who or what was so "then", with when that was. */
function summaryLine({ statement, asOf }: Fact): string {
  return / then /.test(statement) ? statement.replace(/\.$/, `, ${formatArticleDate(asOf)}.`) : statement
}

/** The answer in one plain line, for people who hide embeds. */
export function summary(entity: Entity, groups: AttributeFacts[], facts: FactSnapshot): string {
  const founded = valuesOf('founded', groups, facts)
  const parts = [
    ...(entity.kind === 'country' ? [relationshipSummary(entity, facts)] : []),
    memberPhrase(groups, facts),
    founded ? `founded: ${founded}` : tieKinds.includes(entity.kind) ? 'founded: not stated' : '',
    ...(tieKinds.includes(entity.kind) ? [] : (['led-by', 'participant', 'held'] as const)).map(
      (attribute) => {
        const values = valuesOf(attribute, groups, facts)
        return values && `${facts.attributeLabel(attribute).toLowerCase()}: ${values}`
      },
    ),
  ].filter(Boolean)
  const [first] = groups[0]?.facts ?? factsFromOthers(entity, facts)[0]?.facts ?? []
  // What it is called stands before all this.
  const otherwise = parts.length === 0 && first?.attribute !== 'classification' ? first : undefined
  const lead = leadOf(entity, groups, facts) ?? otherwise
  const more = lead ? summaryLine(lead) : parts.length > 0 ? `${capitalize(parts.join('; '))}.` : ''
  return `${classificationPhrase(entity, groups, facts)}. ${more}`.trim()
}

/** What kind of thing an entity is: as a sentence, for a tie with whether it rests on a treaty, and in short. */
export function classificationSummary(
  entity: Entity,
  groups: AttributeFacts[],
  facts: FactSnapshot,
  isTie: boolean,
): { sentence: string; short: string; facts: Fact[] } {
  const group = classificationFacts(groups)
  const [treaty] = groups.find(({ attribute }) => attribute === 'treaty')?.facts ?? []
  const rests =
    treaty?.value.type === 'yes-no'
      ? `; it ${treaty.value.yes ? 'rests' : 'does not rest'} on a treaty`
      : '; whether it rests on a treaty is not stated'
  const labels = group ? labelsOf(group.facts) : [facts.kindLabel(entity)]
  return {
    sentence: `${classificationPhrase(entity, groups, facts)}${isTie ? rests : ''}.`,
    short: `**${entity.name}:** ${formatList(labels)}${group?.disputed ? ' (the articles differ)' : ''}`,
    facts: group?.facts ?? [],
  }
}

function memberPhrase(groups: AttributeFacts[], facts: FactSnapshot): string {
  const [newest] = groups.find(({ attribute }) => attribute === 'other-members')?.facts ?? []
  if (newest)
    return `members: ${formatValue(newest.value, facts.getEntity)}, ${formatArticleDate(newest.asOf)}`
  const names = valuesOf('member', groups, facts)
  return names && `members: ${names}`
}

/** The values of an attribute as a plain list, without flags; '' where none is stated. */
function valuesOf(
  attribute: AttributeFacts['attribute'],
  groups: AttributeFacts[],
  facts: FactSnapshot,
): string {
  const told = groups.find((group) => group.attribute === attribute)?.facts ?? []
  return formatList([
    ...new Set(told.map(({ value }) => formatValue(value, (id) => withoutFlag(facts.getEntity(id))))),
  ])
}

/** As a sentence names it: without a flag, and "the United States". */
function withoutFlag(entity: Entity | undefined): Entity | undefined {
  return entity && { ...entity, code: '', name: nameInSentence(entity) }
}
