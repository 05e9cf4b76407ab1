// The members or participants of compared entities: who is named for all sides, and who for some.
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { ComparedEntity, Values } from './compare-rows.ts'
import { joinInline } from '../shared/text-blocks.ts'
import type { Footnotes } from '../shared/source-footnotes.ts'
import { formatArticleDate, formatList, formatValue } from '../shared/format.ts'

/** The parties named for all sides, then those named only for some; an article may count more members than it names. */
export function formatParties(
  attribute: 'member' | 'participant',
  sides: readonly ComparedEntity[],
  values: readonly Values[],
  facts: FactSnapshot,
  footnotes: Footnotes,
): string {
  const texts = [...new Set(values.flatMap((side) => [...side.keys()]))]
  const byNamed = Map.groupBy(texts, (text) => values.map((side) => side.has(text)).join())
  const named = [...byNamed.values()]
    .map((together) => ({
      together,
      sides: sides.filter((_, index) => values[index]?.has(together[0] ?? '')),
    }))
    .sort((a, b) => b.sides.length - a.sides.length)
    .map(({ together, sides: owners }) => {
      const names = together.map((text) => ({ text, facts: values.flatMap((side) => side.get(text) ?? []) }))
      return `**Named for ${formatOwners(owners, sides)}${isOnlyKnown(owners, sides, values) ? ' only' : ''}:** ${joinInline(names, footnotes)}`
    })
  const described = attribute === 'participant' ? describedLines(sides, footnotes) : []
  const counted = attribute === 'member' ? sides.flatMap((side) => countLines(side, facts, footnotes)) : []
  return [...named, ...described, ...counted].join('\n')
}

/** "both", "all three", or the names of some sides. */
export function formatOwners(owners: readonly ComparedEntity[], sides: readonly ComparedEntity[]): string {
  if (owners.length === sides.length) return sides.length === 2 ? 'both' : 'all three'
  return formatList(owners.map(({ entity }) => entity.name))
}

/** Whether the other sides are known not to have it: each side names all of its parties. */
function isOnlyKnown(
  owners: readonly ComparedEntity[],
  sides: readonly ComparedEntity[],
  values: readonly Values[],
): boolean {
  const counted = sides.some(({ groups }) => groups.some(({ attribute }) => attribute === 'other-members'))
  return owners.length < sides.length && !counted && values.every(({ size }) => size > 0)
}

/** Participants that are described and not named: "several countries". */
function describedLines(sides: readonly ComparedEntity[], footnotes: Footnotes): string[] {
  const described = sides.flatMap(({ entity, groups }) =>
    groups
      .filter(({ attribute }) => attribute === 'participants')
      .flatMap(({ facts }) => facts.map((fact) => ({ fact, name: entity.name }))),
  )
  const byText = Map.groupBy(described, ({ fact: { value, statement } }) =>
    value.type === 'text' ? value.text : statement,
  )
  return [...byText].map(([text, same]) => {
    const names = [...new Set(same.map(({ name }) => name))]
    return `**Described for ${formatList(names)}:** ${text}${footnotes.marksFor(same.map(({ fact }) => fact))}`
  })
}

function countLines({ entity, groups }: ComparedEntity, facts: FactSnapshot, footnotes: Footnotes): string[] {
  const counts = groups
    .filter(({ attribute }) => attribute === 'other-members' || attribute === 'member-count')
    .flatMap((group) => group.facts)
    .sort((a, b) => b.visibleFrom.localeCompare(a.visibleFrom))
  return counts.slice(0, 1).map((fact) => {
    const count = `${formatValue(fact.value, facts.getEntity)}, ${formatArticleDate(fact.asOf)}`
    return `**Counted for ${entity.name}:** ${count}${footnotes.marksFor([fact])}`
  })
}
