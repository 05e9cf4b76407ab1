// What differs between two revisions: counts, and every article, entity and fact that is added, changed or removed.
import type { Article, Entity, Fact } from '../data/model/types.ts'
import type { Counts } from './build-result.ts'

/** What a revision says, without the files it was built from. */
export interface RevisionContent {
  articles: Article[]
  entities: Entity[]
  facts: Fact[]
}

export type ChangeType = 'added' | 'changed' | 'removed'

interface Changed<What extends string, Item> {
  itemType: What
  changeType: ChangeType
  id: string
  /** Only one of the two where the item is added or removed. */
  old?: Item
  new?: Item
}

export type RevisionChange = Changed<'article', Article> | Changed<'entity', Entity> | Changed<'fact', Fact>

export interface RevisionDiff {
  before: Counts
  after: Counts
  /** How many of each there are. */
  summary: Record<RevisionChange['itemType'], Record<ChangeType, number>>
  /** Those added, then those changed, then those removed; each by articles, entities, facts and id. */
  changes: RevisionChange[]
}

const changeTypes: ChangeType[] = ['added', 'changed', 'removed']
const itemTypes: RevisionChange['itemType'][] = ['article', 'entity', 'fact']

/** Order alone is no difference. */
export function diffRevisions(before: RevisionContent, after: RevisionContent): RevisionDiff {
  const changes = [
    ...changesOf('article', before.articles, after.articles),
    ...changesOf('entity', before.entities, after.entities),
    ...changesOf('fact', before.facts, after.facts),
  ]
  const count = (itemType: RevisionChange['itemType'], changeType: ChangeType) =>
    changes.filter((change) => change.itemType === itemType && change.changeType === changeType).length
  const totalsOf = (itemType: RevisionChange['itemType']) => ({
    added: count(itemType, 'added'),
    changed: count(itemType, 'changed'),
    removed: count(itemType, 'removed'),
  })
  return {
    before: countsOfContent(before),
    after: countsOfContent(after),
    summary: { article: totalsOf('article'), entity: totalsOf('entity'), fact: totalsOf('fact') },
    changes: changes.sort(
      (a, b) =>
        changeTypes.indexOf(a.changeType) - changeTypes.indexOf(b.changeType) ||
        itemTypes.indexOf(a.itemType) - itemTypes.indexOf(b.itemType) ||
        (a.id < b.id ? -1 : 1),
    ),
  }
}

function changesOf<What extends RevisionChange['itemType'], Item extends { id: string }>(
  itemType: What,
  before: readonly Item[],
  after: readonly Item[],
): Extract<RevisionChange, { itemType: What }>[] {
  const [olds, news] = [before, after].map((items) => new Map(items.map((item) => [item.id, item])))
  const ids = new Set([...(olds?.keys() ?? []), ...(news?.keys() ?? [])])
  const found = [...ids].flatMap((id): Changed<What, Item>[] => {
    const [old, fresh] = [olds?.get(id), news?.get(id)]
    if (JSON.stringify(old) === JSON.stringify(fresh)) return []
    const changeType = old === undefined ? 'added' : fresh === undefined ? 'removed' : 'changed'
    return [{ itemType, changeType, id, ...(old && { old }), ...(fresh && { new: fresh }) }]
  })
  return found as unknown as Extract<RevisionChange, { itemType: What }>[]
}

function countsOfContent({ articles, entities, facts }: RevisionContent): Counts {
  return { articles: articles.length, entities: entities.length, facts: facts.length }
}
