// A revision without its reference shelf: what the seed articles alone say.
import type { Classification, Kind } from '../model/attributes.ts'
import type { Fact } from '../model/types.ts'
import { asOfSnapshot } from './as-of-snapshot.ts'
import { createFindArticles } from './article-names.ts'
import { groupByAttribute } from './attribute-facts.ts'
import { findDisputes } from './disputes.ts'
import type { FactSnapshot } from './fact-store.ts'
import { memoize } from '../model/memoize.ts'
import { createFindMentions, type FindMentions } from './mention-detector.ts'

export function seedShelfOf(whole: FactSnapshot): FactSnapshot {
  const articles = whole.articles().filter(({ shelf }) => shelf === 'seed')
  const ids = articles.map(({ id }) => id)
  const isSeed = ({ article }: Fact) => ids.includes(article)
  const facts = ids.flatMap((id) => whole.factsInArticle(id))
  const mentioned = new Set(
    facts.flatMap(({ entity, mentions, value }) => [
      ...[entity, ...mentions],
      ...(value.type === 'entity' ? [value.entity] : []),
    ]),
  )
  const hasFacts = (id: string) => mentioned.has(id)
  // Every country is found, whether it has facts or not.
  const entities = whole.entities.filter(({ id, kind }) => hasFacts(id) || kind === 'country')
  const known = new Set(entities.map(({ id }) => id))
  const factsAbout = memoize((id: string) =>
    groupByAttribute(whole.factsAbout(id).flatMap((group) => group.facts.filter(isSeed))),
  )
  const kindsOf = memoize((id: string): Set<Kind | Classification> => {
    const kind = whole.getEntity(id)?.kind
    const group = factsAbout(id).find(({ attribute }) => attribute === 'classification')
    const called = (group?.facts ?? []).flatMap(({ value }) =>
      value.type === 'classification' ? value.classification : [],
    )
    return new Set([...(kind ? [kind] : []), ...called])
  })
  let findMentions: FindMentions | undefined
  const seed: FactSnapshot = {
    ...whole,
    asOf: (day) => (day === '' ? seed : asOfSnapshot(seed, day)),
    withoutReferences: () => seed,
    count: facts.length,
    factAt: (index) => facts[index],
    getFact: (id) => [whole.getFact(id) ?? []].flat().find(isSeed),
    names: {
      exact: (text) => whole.names.exact(text).filter((id) => known.has(id)),
      search: (text) => whole.names.search(text).filter(({ entity }) => known.has(entity)),
      completions: (text) => whole.names.completions(text).filter(({ entity }) => known.has(entity)),
      isNameOfOther: (text) =>
        whole.names.isNameOfOther(text) || whole.names.exact(text).some((id) => !hasFacts(id)),
    },
    mentionsIn: (text) => (findMentions ??= createFindMentions(entities, hasFacts))(text),
    articles: () => articles,
    findArticles: createFindArticles(articles),
    entities,
    hasFacts,
    factsAbout,
    factsMentioning: memoize((id: string) => whole.factsMentioning(id).filter(isSeed)),
    search: (text, options) => whole.search(text, { ...options, articles: ids }),
    withWords: (groups, limit) => whole.withWords(groups, limit).filter(({ fact }) => isSeed(fact)),
    disputes: () => whole.memo('seed disputes', () => findDisputes(entities, factsAbout)),
    kindsOf,
    memo: (key, compute) => whole.memo(`seed ${key}`, compute),
  }
  return seed
}
