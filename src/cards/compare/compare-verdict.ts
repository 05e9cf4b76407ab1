// The verdict of a comparison: what kind of things they are, and whom they have in common.
import type { TextWithFacts } from '../../core/card.ts'
import { relationAttributes, type AttributeId } from '../../data/model/attributes.ts'
import { kindNames } from '../../data/model/kinds.ts'
import type { Fact } from '../../data/model/types.ts'
import {
  capitalize,
  formatList,
  nameInSentence,
  pluralize,
  regionInSentence,
  withIndefiniteArticle,
} from '../shared/format.ts'
import { kindWords, treatyState } from './compare-kinds.ts'
import type { Party } from './compare-parties.ts'
import {
  factsOfAttribute,
  shortName,
  type ComparedEntity,
  type ComparisonGroup,
  type Row,
} from './compare-rows.ts'

const maxLength = 140

/** More shared parties than this are counted. */
const maxNamed = 3

export interface CompareVerdict extends TextWithFacts {
  facts: readonly Fact[]
  /** Whether it names every shared party. */
  namesShared: boolean
  /** The attributes that need no line below it. */
  says: readonly AttributeId[]
}

type Clause = Omit<CompareVerdict, 'namesShared'>

export function compareVerdict(
  sides: readonly ComparedEntity[],
  { group, shared, rows }: { group: ComparisonGroup; shared: readonly Party[]; rows: readonly Row[] },
): CompareVerdict {
  const clausesOf = {
    tie: () => treatyClauses(sides),
    event: () => eventClauses(sides, rows),
    other: () => definitionClauses(sides),
  }
  const clauses = [...relationClauses(sides), ...clausesOf[group]()].map((clause) => ({
    ...clause,
    text: capitalize(clause.text),
  }))
  // What is only counted in the verdict is cited beside the names.
  const sharedFacts = shared.length <= maxNamed ? shared.flatMap(({ facts }) => facts) : []
  const candidates = [...clauses, ...(clauses.length === 0 ? [countClause(rows)] : [])].flatMap((clause) => [
    ...sharedClauses(shared, sides, group).map(({ text, namesShared }) => ({
      ...clause,
      text: `${clause.text} ${text}`,
      facts: [...clause.facts, ...sharedFacts],
      namesShared,
    })),
    { ...clause, namesShared: false },
  ])
  const fitting = candidates.find(({ text }) => text.length <= maxLength)
  return fitting ?? { ...countClause(rows), namesShared: false }
}

/** "Both have the United States.", or else how many they share. */
function sharedClauses(
  shared: readonly Party[],
  sides: readonly ComparedEntity[],
  group: ComparisonGroup,
): Pick<CompareVerdict, 'text' | 'namesShared'>[] {
  if (shared.length === 0) return []
  const all = sides.length === 2 ? 'both' : 'all three'
  const names = formatList(shared.map(({ entity }) => nameInSentence(entity)))
  const verb = shared.length === 1 ? 'takes' : 'take'
  const named =
    group === 'event' ? `${capitalize(names)} ${verb} part in ${all}.` : `${capitalize(all)} have ${names}.`
  const noun = group === 'event' ? 'participant' : 'member'
  const years = sides.every(({ edition }) => edition) ? ' in their last known editions' : ''
  const counted = `They have ${pluralize(shared.length, noun)} in common${years}.`
  return [
    ...(shared.length <= maxNamed ? [{ text: named, namesShared: true }] : []),
    { text: counted, namesShared: false },
  ]
}

/** "The Warsaw Pact was NATO's rival.": what is between the sides themselves. */
function relationClauses(sides: readonly ComparedEntity[]): Clause[] {
  const ids = sides.map(({ entity }) => entity.id)
  return sides
    .flatMap((side) => relationAttributes.flatMap((attribute) => factsOfAttribute(side, attribute)))
    .filter(({ value }) => value.type === 'entity' && ids.includes(value.entity))
    .map((fact) => ({ text: fact.statement, facts: [fact], says: [fact.attribute] }))
}

/** Whether a treaty seals each side, the line that the articles themselves draw; the longest clause first. */
function treatyClauses(sides: readonly ComparedEntity[]): Clause[] {
  const described = sides.map((side) => ({
    name: nameInSentence({ ...side.entity, name: shortName(side.entity) }),
    kind: kindWords(side),
    ...treatyState(side),
  }))
  const facts = described.flatMap((side) => side.facts)
  const says = ['treaty'] as const
  const kindFacts = described.flatMap(({ kind }) => kind.facts)
  const all = capitalizedAll(sides)
  const withState = (state: string) => described.filter((side) => side.state === state)
  const [sealed, notSealed, notStated] = ['sealed', 'not sealed', 'not stated'].map(withState)
  const names = (some: typeof described = []) => formatList(some.map(({ name }) => name))
  const are = (some: typeof described = []) => `${names(some)} ${some.length === 1 ? 'is' : 'are'}`

  if (sealed?.length === sides.length) return [{ text: `${all} are sealed by a treaty.`, facts, says }]
  if (notStated?.length === sides.length) {
    const [first, ...others] = described.map(
      ({ name, kind }) => [name, withIndefiniteArticle(kind.word)] as const,
    )
    const kinds = described.every(({ kind }) => kind.word === described[0]?.kind.word)
      ? `${all} are called ${described[0]?.kind.word}s`
      : formatList([first?.join(' is called ') ?? '', ...others.map((other) => other.join(' '))])
    const treaty = 'whether a treaty seals them is not stated.'
    const withKinds = { facts: kindFacts, says: [...says, 'classification'] as const }
    return [
      { text: `${kinds}; ${treaty}`, ...withKinds },
      { text: `${kinds}.`, ...withKinds },
      { text: capitalize(treaty), facts, says },
    ]
  }
  const stated = [
    ...(sealed?.length ? [`${are(sealed)} sealed by a treaty`] : []),
    ...(notSealed?.length ? [`${are(notSealed)} not${sealed?.length ? '' : ' sealed by a treaty'}`] : []),
  ].join(', ')
  const [unstated] = notStated ?? []
  if (!unstated) return [{ text: `${stated}.`, facts, says }]
  const plain = { text: `${stated}; for ${names(notStated)} that is not stated.`, facts, says }
  if (notStated?.length !== 1) return [plain]
  const withKind = `${stated}; for ${unstated.name}, ${withIndefiniteArticle(unstated.kind.word)}, that is not stated.`
  return [{ text: withKind, facts: [...facts, ...unstated.kind.facts], says }, plain]
}

function capitalizedAll(sides: readonly ComparedEntity[]): string {
  return sides.length === 2 ? 'Both' : 'All three'
}

/** "Both are exercises in the Pacific." */
function eventClauses(sides: readonly ComparedEntity[], rows: readonly Row[]): Clause[] {
  const [first] = sides
  const all = capitalizedAll(sides)
  if (!first || sides.some(({ entity }) => entity.kind !== first.entity.kind)) {
    const kinds = sides.map((side) => ({ side, kind: kindWords(side) }))
    const [opening, ...others] = kinds.map(
      ({ side: { entity }, kind }) =>
        [nameInSentence({ ...entity, name: shortName(entity) }), withIndefiniteArticle(kind.word)] as const,
    )
    const text = formatList([opening?.join(' is ') ?? '', ...others.map(([name, word]) => `${name} ${word}`)])
    return [{ text: `${text}.`, facts: kinds.flatMap(({ kind }) => kind.facts), says: ['classification'] }]
  }
  const region = rows.find(({ attribute }) => attribute === 'region')
  const [shared] = region?.similarity === 'same' ? [...(region.values[0]?.keys() ?? [])] : []
  const where = shared === undefined ? '' : ` in ${regionInSentence(shared)}`
  const facts = [
    ...sides.flatMap((side) => kindWords(side).facts),
    ...(shared === undefined ? [] : (region?.values.flatMap((side) => [...side.values()].flat()) ?? [])),
  ]
  return [
    {
      text: `${all} are ${kindNames[first.entity.kind].toLowerCase()}${where}.`,
      facts,
      says: ['classification', ...(shared === undefined ? [] : (['region'] as const))],
    },
  ]
}

/** "A partnership is generally less formal than an alliance.": a definition of one side by another. */
function definitionClauses(sides: readonly ComparedEntity[]): Clause[] {
  const ids = sides.map(({ entity }) => entity.id)
  return sides
    .flatMap((side) => factsOfAttribute(side, 'definition'))
    .filter((fact) => fact.mentions.some((id) => id !== fact.entity && ids.includes(id)))
    .map((fact) => ({ text: fact.statement, facts: [fact], says: [] }))
}

/** For things of which nothing in particular is argued about. */
function countClause(rows: readonly Row[]): Clause {
  const stated = rows.filter(({ values }) => values.every(({ size }) => size > 0))
  const count = (similarity: Row['similarity']) =>
    stated.filter((row) => row.similarity === similarity).length
  const counts = (['same', 'partly the same', 'different'] as const)
    .map((similarity) => [count(similarity), similarity] as const)
    .filter(([number]) => number > 0)
    .map(([number, similarity]) => `${number} ${similarity}`)
  const text =
    counts.length > 0
      ? `Of ${pluralize(stated.length, 'point')} stated for all: ${formatList(counts)}.`
      : 'Nothing stated for all of them is the same.'
  return { text, facts: [], says: [] }
}
