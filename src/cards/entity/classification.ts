// The classification of an entity in the words of the articles. It comes first, since people argue about it.
import { kindLabel, tieKinds } from '../../data/model/kinds.ts'
import { attributeLabel, type AttributeId } from '../../data/model/attributes.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import { joinInline } from '../shared/text-blocks.ts'
import { relationshipSummary } from './country-relationships.ts'
import { leadFactOf } from './overview.ts'
import { factsFromOthers } from '../shared/related-entities.ts'
import { articleTitle, type Footnotes } from '../shared/source-footnotes.ts'
import {
  capitalize,
  distinctValues,
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

function labelsOf(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap(({ value }) => (value.type === 'classification' ? [value.label] : [])))]
}

/** What a card writes before the values of an attribute: "Kind of tie" is just "Kind" for an exercise. */
export function labelFor(entity: Entity | undefined, attribute: AttributeId): string {
  const isTie = entity === undefined || tieKinds.includes(entity.kind)
  return attribute === 'classification' && !isTie ? 'Kind' : attributeLabel(attribute)
}

/** "Kind of tie: alliance ¹ ²", or, if the articles differ, a paragraph with what each of them calls it. */
export function classificationLine(
  entity: Entity,
  groups: AttributeFacts[],
  facts: FactSnapshot,
  footnotes: Footnotes,
): string {
  const group = classificationFacts(groups)
  const label = labelFor(entity, 'classification')
  if (!group) return `**${label}:** ${kindLabel(entity)}`
  if (!group.disputed) {
    const byLabel = Map.groupBy(group.facts, ({ value }) => formatValue(value, facts.getEntity))
    const words = [...byLabel].map(([text, same]) => ({ text, facts: same }))
    return `**${label}:** ${joinInline(words, footnotes)}`
  }
  const byArticle = Map.groupBy(group.facts, ({ article, asOf }) => `${article}\n${formatAsOf(asOf)}`)
  const sides = [...byArticle.values()].map((same) => {
    const [first] = same as [Fact, ...Fact[]]
    const source = `*${articleTitle(facts.getArticle(first.article))}*, ${formatAsOf(first.asOf)}`
    return `-# ${source}, calls it\n${formatList(labelsOf(same).map(withIndefiniteArticle))}${footnotes.marksFor(same)}`
  })
  const heading = byArticle.size > 1 ? 'the articles differ' : 'the article uses both words'
  return `**${label}: ${heading}**\n${sides.join('\n')}\n`
}

/** "**NATO** is an alliance"; "**AUKUS**: the articles differ; both call it a partnership, one also an alliance". */
function classificationPhrase(entity: Entity, groups: AttributeFacts[]): string {
  const group = classificationFacts(groups)
  const name = `**${entity.name}**`
  const words = formatList(
    group ? labelsOf(group.facts).map(withIndefiniteArticle) : [withIndefiniteArticle(kindLabel(entity))],
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

/** A statement; one that says "then" with the date of its article. */
function summaryLine({ statement, asOf }: Fact): string {
  return / then /.test(statement) ? statement.replace(/\.$/, `, ${formatArticleDate(asOf)}.`) : statement
}

/** The answer in one plain line, for users who hide embeds. */
export function summary(entity: Entity, groups: AttributeFacts[], facts: FactSnapshot): string {
  const founded = valueList('founded', groups, facts)
  const parts = [
    ...(entity.kind === 'country' ? [relationshipSummary(entity, facts)] : []),
    memberPhrase(groups, facts),
    founded ? `founded: ${founded}` : tieKinds.includes(entity.kind) ? 'founded: not stated' : '',
    ...(tieKinds.includes(entity.kind) ? [] : (['led-by', 'participant', 'held'] as const)).map(
      (attribute) => {
        const values = valueList(attribute, groups, facts)
        return values && `${attributeLabel(attribute).toLowerCase()}: ${values}`
      },
    ),
  ].filter(Boolean)
  const [first] = groups[0]?.facts ?? factsFromOthers(entity, facts)[0]?.facts ?? []
  // The classification is already in front of this.
  const fallback = parts.length === 0 && first?.attribute !== 'classification' ? first : undefined
  const lead = leadFactOf(entity, groups, facts) ?? fallback
  const more = lead ? summaryLine(lead) : parts.length > 0 ? `${capitalize(parts.join('; '))}.` : ''
  return `${classificationPhrase(entity, groups)}. ${more}`.trim()
}

/** The classification as a sentence (for a tie, with whether it rests on a treaty) and in short. */
export function classificationSummary(
  entity: Entity,
  groups: AttributeFacts[],
  isTie: boolean,
): { sentence: string; short: string; facts: Fact[] } {
  const group = classificationFacts(groups)
  const [treaty] = groups.find(({ attribute }) => attribute === 'treaty')?.facts ?? []
  const treatyPhrase =
    treaty?.value.type === 'yes-no'
      ? `; it ${treaty.value.yes ? 'rests' : 'does not rest'} on a treaty`
      : '; whether it rests on a treaty is not stated'
  const labels = group ? labelsOf(group.facts) : [kindLabel(entity)]
  return {
    sentence: `${classificationPhrase(entity, groups)}${isTie ? treatyPhrase : ''}.`,
    short: `**${entity.name}:** ${formatList(labels)}${group?.disputed ? ' (the articles differ)' : ''}`,
    facts: group?.facts ?? [],
  }
}

function memberPhrase(groups: AttributeFacts[], facts: FactSnapshot): string {
  const [newest] = groups.find(({ attribute }) => attribute === 'other-members')?.facts ?? []
  if (newest)
    return `members: ${formatValue(newest.value, facts.getEntity)}, ${formatArticleDate(newest.asOf)}`
  const names = valueList('member', groups, facts)
  return names && `members: ${names}`
}

/** The values of an attribute as a plain list, without flags; '' if none is stated. */
function valueList(attribute: AttributeId, groups: AttributeFacts[], facts: FactSnapshot): string {
  const stated = groups.find((group) => group.attribute === attribute)?.facts ?? []
  return formatList(distinctValues(stated, (id) => withoutFlag(facts.getEntity(id))))
}

/** As in a sentence: without a flag, and "the United States". */
function withoutFlag(entity: Entity | undefined): Entity | undefined {
  return entity && { ...entity, code: '', name: nameInSentence(entity) }
}
