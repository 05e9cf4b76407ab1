// A difference between articles in a sentence with its sides in it, as one would say it aloud.
import { classifications } from '../../data/model/attributes.ts'
import type { Fact } from '../../data/model/types.ts'
import type { Dispute } from '../../data/query/disputes.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { labelFor } from '../entity/classification.ts'
import { formatDate, formatList, formatValue, withIndefiniteArticle } from '../shared/format.ts'
import { formatAsOfYear } from '../shared/sources.ts'

/** "Both articles call it a partnership; one also calls it an alliance.", "Founded: 1949, by an article of 2019; 1950, by one of 2020." */
export function disputeSentence(dispute: Dispute, facts: FactSnapshot): string {
  return dispute.group.attribute === 'classification'
    ? classificationSentence(dispute.group.facts)
    : valueSentence(dispute, facts)
}

/** "partnership or alliance?": the word of most articles, and one from the other side of the formal line. */
export function classificationQuestion({ group }: Dispute): string {
  const words = classificationWords(group.facts)
  const isFormal = (word: string) =>
    Object.values(classifications).find(({ label }) => label === word)?.formal ?? null
  const [first, ...others] = words.filter((word) => isFormal(word) !== null)
  const contrary = others.find((word) => isFormal(word) !== isFormal(first ?? ''))
  return `${formatList(
    [first, contrary].flatMap((word) => word ?? []),
    'or',
  )}?`
}

/** The words for what a thing is, those of most articles first. */
export function classificationWords(group: readonly Fact[]): string[] {
  const articlesOf = Map.groupBy(group, ({ value }) => (value.type === 'classification' ? value.label : ''))
  const count = ([, facts]: [string, Fact[]]) => new Set(facts.map(({ article }) => article)).size
  return [...articlesOf].toSorted((a, b) => count(b) - count(a)).map(([word]) => word)
}

function classificationSentence(group: readonly Fact[]): string {
  const words = classificationWords(group)
  const byArticle = [...Map.groupBy(group, ({ article }) => article).values()].map(classificationWords)
  const total = byArticle.length
  const shared = words.filter((word) => byArticle.every((own) => own.includes(word)))
  const others = words.filter((word) => !shared.includes(word))
  if (total === 1) return `The article calls it ${words.length === 2 ? 'both ' : ''}${listWords(words)}.`
  if (shared.length === 0) return `${formatSides(byArticle)}.`
  const all = total === 2 ? 'Both articles' : `All ${total} articles`
  const calling = byArticle.filter((own) => own.some((word) => others.includes(word))).length
  const also = calling === 1 ? 'one also calls it' : `${calling} also call it`
  return [
    `${all} call it ${listWords(shared)}`,
    ...(others.length > 0 ? [`${also} ${listWords(others, calling === 1 ? 'and' : 'or')}`] : []),
  ]
    .join('; ')
    .concat('.')
}

/** "One article calls it an alliance; 2 others a treaty". */
function formatSides(byArticle: readonly string[][]): string {
  const counts = Map.groupBy(byArticle, (words) => listWords(words.toSorted()))
  return [...counts]
    .map(([words, { length }], index) => {
      if (index === 0) return `${length === 1 ? 'One article calls' : `${length} articles call`} it ${words}`
      return `${length === 1 ? 'another' : `${length} others`} ${words}`
    })
    .join('; ')
}

function listWords(words: readonly string[], conjunction?: 'and' | 'or'): string {
  return formatList(words.map(withIndefiniteArticle), conjunction)
}

/** "Founded: 1949, by an article of 2019; 1950, by articles of 2020 and 2021." */
function valueSentence({ entity, group, type }: Dispute, facts: FactSnapshot): string {
  const byValue = Map.groupBy(group.facts, (fact) => sideText(fact, group.unit, facts))
  const sides = [...byValue].map(([value, same], index) => {
    const years = [...new Set(same.map(({ asOf }) => formatAsOfYear(asOf)))]
    const one = index === 0 ? 'an article' : 'one'
    return `${value}, by ${years.length === 1 ? one : 'articles'} of ${formatList(years)}`
  })
  return `${labelFor(entity, group.attribute)}: ${sides.join(type === 'change' ? '; earlier ' : '; ')}.`
}

/** One side: a value without what the label counts already, or a member with the day on which it joined. */
export function sideText(
  { value, validFrom, attribute }: Fact,
  unit: string | undefined,
  { getEntity }: FactSnapshot,
): string {
  const text = formatValue(value, getEntity)
  if (attribute === 'member' && validFrom !== null) return `${text} since ${formatDate(validFrom)}`
  return unit === undefined ? text : text.replace(` ${unit}`, '')
}
