// What differs between two revisions: counts, and every article, entity and fact that is added, changed or removed.
import type { Article, Entity, Fact } from '../data/model/types.ts'
import type { ContentCounts } from './build-result.ts'

/** What a revision says, without the files it was built from. */
export interface RevisionContent {
  articles: Article[]
  entities: Entity[]
  facts: Fact[]
}

export type ChangeType = 'added' | 'changed' | 'removed'

interface Change<Type extends string, Item> {
  itemType: Type
  changeType: ChangeType
  id: string
  /** Only one of the two if the item was added or removed. */
  old?: Item
  new?: Item
}

export type RevisionChange = Change<'article', Article> | Change<'entity', Entity> | Change<'fact', Fact>

export interface RevisionDiff {
  before: ContentCounts
  after: ContentCounts
  /** How many changes there are of each type. */
  summary: Record<RevisionChange['itemType'], Record<ChangeType, number>>
  /** Added, then changed, then removed items; each by articles, entities, facts and id. */
  changes: RevisionChange[]
}

const changeTypes: ChangeType[] = ['added', 'changed', 'removed']
const itemTypes: RevisionChange['itemType'][] = ['article', 'entity', 'fact']

/** Compares two revisions; a different order does not count as a change. */
export function diffRevisions(before: RevisionContent, after: RevisionContent): RevisionDiff {
  const changes = [
    ...changesOf('article', before.articles, after.articles),
    ...changesOf('entity', before.entities, after.entities),
    ...changesOf('fact', before.facts, after.facts),
  ]
  const count = (itemType: RevisionChange['itemType'], changeType: ChangeType) =>
    changes.filter((change) => change.itemType === itemType && change.changeType === changeType).length
  const summaryOf = (itemType: RevisionChange['itemType']) => ({
    added: count(itemType, 'added'),
    changed: count(itemType, 'changed'),
    removed: count(itemType, 'removed'),
  })
  return {
    before: countContent(before),
    after: countContent(after),
    summary: { article: summaryOf('article'), entity: summaryOf('entity'), fact: summaryOf('fact') },
    changes: changes.sort(
      (a, b) =>
        changeTypes.indexOf(a.changeType) - changeTypes.indexOf(b.changeType) ||
        itemTypes.indexOf(a.itemType) - itemTypes.indexOf(b.itemType) ||
        (a.id < b.id ? -1 : 1),
    ),
  }
}

function changesOf<Type extends RevisionChange['itemType'], Item extends { id: string }>(
  itemType: Type,
  before: readonly Item[],
  after: readonly Item[],
): Extract<RevisionChange, { itemType: Type }>[] {
  const oldItems = new Map(before.map((item) => [item.id, item]))
  const newItems = new Map(after.map((item) => [item.id, item]))
  const ids = new Set([...oldItems.keys(), ...newItems.keys()])
  const changes = [...ids].flatMap((id): Change<Type, Item>[] => {
    const [oldItem, newItem] = [oldItems.get(id), newItems.get(id)]
    if (JSON.stringify(oldItem) === JSON.stringify(newItem)) return []
    const changeType = oldItem === undefined ? 'added' : newItem === undefined ? 'removed' : 'changed'
    return [{ itemType, changeType, id, ...(oldItem && { old: oldItem }), ...(newItem && { new: newItem }) }]
  })
  return changes as unknown as Extract<RevisionChange, { itemType: Type }>[]
}

function countContent({ articles, entities, facts }: RevisionContent): ContentCounts {
  return { articles: articles.length, entities: entities.length, facts: facts.length }
}
