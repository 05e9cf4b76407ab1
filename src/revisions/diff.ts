// What differs between two revisions: counts, and every article, entity and fact that is added, changed or removed.
import type { Article, Entity, Fact } from '../data/build/schema.ts'
import type { Counts } from './build-result.ts'

/** What a revision says, without the files it was built from. */
export interface Content {
  articles: Article[]
  entities: Entity[]
  facts: Fact[]
}

export type Deed = 'added' | 'changed' | 'removed'

interface Changed<What extends string, Item> {
  what: What
  deed: Deed
  id: string
  /** Only one of the two where the item is added or removed. */
  old?: Item
  new?: Item
}

export type Change = Changed<'article', Article> | Changed<'entity', Entity> | Changed<'fact', Fact>

export interface Difference {
  before: Counts
  after: Counts
  /** How many of each there are. */
  totals: Record<Change['what'], Record<Deed, number>>
  /** Those added, then those changed, then those removed; each by articles, entities, facts and id. */
  changes: Change[]
}

const deeds: Deed[] = ['added', 'changed', 'removed']
const whats: Change['what'][] = ['article', 'entity', 'fact']

/** Order alone is no difference. */
export function compareContents(before: Content, after: Content): Difference {
  const changes = [
    ...changesOf('article', before.articles, after.articles),
    ...changesOf('entity', before.entities, after.entities),
    ...changesOf('fact', before.facts, after.facts),
  ]
  const count = (what: Change['what'], deed: Deed) =>
    changes.filter((change) => change.what === what && change.deed === deed).length
  const totalsOf = (what: Change['what']) => ({
    added: count(what, 'added'),
    changed: count(what, 'changed'),
    removed: count(what, 'removed'),
  })
  return {
    before: countsOfContent(before),
    after: countsOfContent(after),
    totals: { article: totalsOf('article'), entity: totalsOf('entity'), fact: totalsOf('fact') },
    changes: changes.sort(
      (a, b) =>
        deeds.indexOf(a.deed) - deeds.indexOf(b.deed) ||
        whats.indexOf(a.what) - whats.indexOf(b.what) ||
        (a.id < b.id ? -1 : 1),
    ),
  }
}

function changesOf<What extends Change['what'], Item extends { id: string }>(
  what: What,
  before: readonly Item[],
  after: readonly Item[],
): Extract<Change, { what: What }>[] {
  const [olds, news] = [before, after].map((items) => new Map(items.map((item) => [item.id, item])))
  const ids = new Set([...(olds?.keys() ?? []), ...(news?.keys() ?? [])])
  const found = [...ids].flatMap((id): Changed<What, Item>[] => {
    const [old, fresh] = [olds?.get(id), news?.get(id)]
    if (JSON.stringify(old) === JSON.stringify(fresh)) return []
    const deed = old === undefined ? 'added' : fresh === undefined ? 'removed' : 'changed'
    return [{ what, deed, id, ...(old && { old }), ...(fresh && { new: fresh }) }]
  })
  return found as unknown as Extract<Change, { what: What }>[]
}

function countsOfContent({ articles, entities, facts }: Content): Counts {
  return { articles: articles.length, entities: entities.length, facts: facts.length }
}
