// What differs between two revisions, as text: one title and a few lines for each change.
import type { Article, Entity, Fact } from '../../data/model/types.ts'
import type { RevisionChange, ChangeType, RevisionDiff } from '../../revisions/diff.ts'
import { capitalize, escapeText, formatAsOf, formatDate, formatList, formatValue } from '../shared/format.ts'

const none = 'none'
/** Names of files in a sentence. */
const maxNames = 5

/** The parts of a fact that are compared, in the words of the data files. */
const factParts: Record<string, (fact: Fact) => string> = {
  entity: (fact) => fact.entity,
  attribute: (fact) => fact.attribute,
  value: (fact) => formatValue(fact.value, () => undefined),
  statement: (fact) => fact.statement,
  mentions: (fact) => fact.mentions.join(', ') || none,
  section: (fact) => fact.section,
  'as of': (fact) => formatAsOf(fact.asOf),
  'valid from': (fact) => (fact.validFrom === null ? none : formatDate(fact.validFrom)),
  'valid to': (fact) => (fact.validTo === null ? none : formatDate(fact.validTo)),
  role: (fact) => fact.role ?? none,
}

const entityParts: Record<string, (entity: Entity) => string> = {
  kind: (entity) => entity.kind,
  name: (entity) => entity.name,
  aliases: (entity) => entity.aliases.join(', ') || none,
  flag: (entity) => entity.code ?? none,
}

const articleParts: Record<string, (article: Article) => string> = {
  title: (article) => (article.titleStated ? article.title : `[${article.title}]`),
  publisher: (article) => article.publisher ?? none,
  'publisher, why': (article) => article.publisherReason ?? none,
  published: (article) => formatAsOf(article.published),
  'published, why': (article) => article.publishedReason ?? none,
  url: (article) => article.url ?? none,
  sections: (article) =>
    article.sections
      .map(({ name, stated, empty }) => (stated ? name : `[${name}]`) + (empty === null ? '' : ` (${empty})`))
      .join(', ') || none,
}

/** "Changed fact gazette/league-founded", and a line for each part that differs: "value: 1950 → 1951". */
export function formatChange(change: RevisionChange): { title: string; lines: string[] } {
  const title = `${capitalize(change.changeType)} ${change.itemType} ${change.id}`
  switch (change.itemType) {
    case 'fact':
      return { title, lines: linesOf(change, factParts, describeFact) }
    case 'entity':
      return { title, lines: linesOf(change, entityParts, describeEntity) }
    case 'article':
      return { title, lines: linesOf(change, articleParts, describeArticle) }
  }
}

function linesOf<Item>(
  change: { old?: Item; new?: Item },
  parts: Record<string, (item: Item) => string>,
  describe: (item: Item) => string,
): string[] {
  const { old: oldItem, new: newItem } = change
  if (oldItem === undefined || newItem === undefined)
    return [oldItem, newItem].flatMap((item) => (item ? [describe(item)] : []))
  return Object.entries(parts).flatMap(([part, format]) => {
    const [before, after] = [format(oldItem), format(newItem)]
    return before === after ? [] : [`${part}: ${before} → ${after}`]
  })
}

function describeFact(fact: Fact): string {
  return `${fact.entity}, ${fact.attribute}: ${factParts['value']?.(fact) ?? ''}. ${fact.statement}`
}

function describeEntity({ name, kind, aliases }: Entity): string {
  return [name, ...aliases].join(', ') + ` (${kind})`
}

function describeArticle({ title, published }: Article): string {
  return `${title}, ${formatAsOf(published)}`
}

/** "2 added, 1 changed", "no change". */
function formatChangeCounts(counts: Record<ChangeType, number>): string {
  const parts = Object.entries(counts).flatMap(([changeType, count]) =>
    count > 0 ? [`${count} ${changeType}`] : [],
  )
  return parts.join(', ') || 'no change'
}

const nouns = {
  fact: ['fact', 'facts'],
  entity: ['entity', 'entities'],
  article: ['article', 'articles'],
} as const
const verbs = { added: 'add', changed: 'change', removed: 'remove' } as const

/** "add 2 facts and 1 entity, change 1 fact and remove 1 article"; '' for no change. */
export function describeChanges({ summary }: Pick<RevisionDiff, 'summary'>): string {
  const parts = (['added', 'changed', 'removed'] as const).flatMap((changeType) => {
    const counted = (['fact', 'entity', 'article'] as const).flatMap((itemType) => {
      const count = summary[itemType][changeType]
      return count > 0 ? [countOf(count, itemType)] : []
    })
    return counted.length > 0 ? [`${verbs[changeType]} ${formatList(counted)}`] : []
  })
  return formatList(parts)
}

function countOf(count: number, itemType: keyof typeof nouns): string {
  return `${count} ${nouns[itemType][count === 1 ? 0 : 1]}`
}

/** "Facts: 2 added, 1 changed. Entities: no change. Articles: no change." */
export function formatSummary({ summary }: Pick<RevisionDiff, 'summary'>): string {
  const { fact, entity, article } = summary
  return `Facts: ${formatChangeCounts(fact)}. Entities: ${formatChangeCounts(entity)}. Articles: ${formatChangeCounts(article)}.`
}

/** "pier.yaml, quay.yaml and 12 more". */
export function formatNames(names: readonly string[]): string {
  const more = names.length - maxNames
  return formatList([...names.slice(0, maxNames), ...(more > 0 ? [`${more} more`] : [])].map(escapeText))
}

/** "342 facts about 120 entities from 5 articles". */
export function formatContentCounts({ facts, entities, articles }: RevisionDiff['after']): string {
  return `${countOf(facts, 'fact')} about ${countOf(entities, 'entity')} from ${countOf(articles, 'article')}`
}
