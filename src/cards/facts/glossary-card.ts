// The glossary: what a term means, by article; and the list of all terms.
import { buttonRow, type Card, type Line } from '../../core/card.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { entityMenu } from '../shared/entity-menu.ts'
import { capitalize, distinctValues, formatValue, pluralize } from '../shared/format.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { relatedEntities } from '../shared/related-entities.ts'
import { paginateSections, statementLines } from '../shared/sections.ts'
import { factsIn, sourcesOf } from '../shared/sources.ts'

/** Of a first answer, besides its verdict. */
const maxLines = 5
const maxLength = 330

/** Of two definitions, the share of words in common from which only one is shown. */
const maxOverlap = 0.3

/** How many related terms have a button, and how long their names may be. */
const maxRelated = 1
const maxRelatedName = 16

const pageSize = { length: 600, lines: 7 }

function definitionsOf({ id }: Entity, facts: FactSnapshot): Fact[] {
  return facts.factsAbout(id).find(({ attribute }) => attribute === 'definition')?.facts ?? []
}

/** The terms of the glossary in alphabetical order: every concept with facts, and every entity with a definition. */
export function glossaryTerms(facts: FactSnapshot): Entity[] {
  const isTerm = (entity: Entity) =>
    entity.kind === 'concept'
      ? facts.factsAbout(entity.id).length > 0
      : definitionsOf(entity, facts).length > 0
  const key = ({ name }: Entity) => name.replace(/^\[/, '')
  return facts.entities.filter(isTerm).toSorted((a, b) => key(a).localeCompare(key(b), 'en'))
}

/** What a term means: its first definition, what else the articles say of it, and what belongs to it. */
export function termCard(term: Entity, facts: FactSnapshot): Card {
  const groups = facts.factsAbout(term.id)
  const [first, ...others] = definitionsOf(term, facts)
  const verdict = first
    ? { text: first.statement, facts: [first] }
    : { text: 'No article says what it means.' }
  const said = first
    ? definitionLines(first, others, facts)
    : fittingLines(statementLines(groups.flatMap((group) => group.facts)))
  const sections = [
    { isBulleted: true, lines: said },
    { lines: relatedLines(groups, facts) },
    { lines: first && said.length < maxLines ? elementLines(groups, facts) : [] },
  ].filter(({ lines }) => lines.length > 0)
  const shown = factsIn(verdict, sections)
  const terms = new Set(glossaryTerms(facts))
  const related = relatedEntities(term, groups, facts, shown)
    .filter((entity) => terms.has(entity) && entity.name.length <= maxRelatedName)
    .slice(0, maxRelated)
  return {
    heading: { text: term.name, kind: 'term' },
    color: neutralColor,
    verdict,
    sections,
    sources: sourcesOf(shown, facts),
    controls: buttonRow(
      ...related.map(({ id, name }) => ({ label: name, opens: ['glossary', 0, 'term', id] }) as const),
    ),
    more: ['more', '', term.id],
    viewState: ['glossary', 0, 'term', term.id],
    facts: shown,
  }
}

/** What other definitions add; one that only says the same again is left to More. */
function definitionLines(first: Fact, others: readonly Fact[], facts: FactSnapshot): Line[] {
  const told = [textOf(first, facts)]
  const lines = [...Map.groupBy(others, (fact) => textOf(fact, facts))].flatMap(([text, same]): Line[] => {
    if (told.some((earlier) => overlap(earlier, text) >= maxOverlap)) return []
    told.push(text)
    return [{ text, facts: same }]
  })
  return fittingLines(lines)
}

function textOf({ value }: Fact, { getEntity }: FactSnapshot): string {
  return capitalize(formatValue(value, getEntity))
}

/** The share of words that two texts have in common, by the beginnings of words. */
function overlap(a: string, b: string): number {
  const [first, second] = [a, b].map(
    (text) =>
      new Set(
        text
          .toLowerCase()
          .match(/\p{L}{3,}/gu)
          ?.map((word) => word.slice(0, 5)),
      ),
  ) as [Set<string>, Set<string>]
  return first.intersection(second).size / first.union(second).size
}

/** What the terms mean that the articles set against this one: a partnership beside an alliance. */
function relatedLines(groups: readonly AttributeFacts[], facts: FactSnapshot): Line[] {
  const relations = groups.find(({ attribute }) => attribute === 'relation')?.facts ?? []
  const ids = new Set(relations.flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : [])))
  return [...ids].flatMap((id): Line[] => {
    const other = facts.getEntity(id)
    const [definition] = other ? definitionsOf(other, facts) : []
    return other && definition
      ? [{ label: other.name, text: textOf(definition, facts), facts: [definition] }]
      : []
  })
}

/** "Elements: Mutual defense treaties · Intelligence sharing". */
function elementLines(groups: readonly AttributeFacts[], facts: FactSnapshot): Line[] {
  const elements = groups.find(({ attribute }) => attribute === 'element')
  if (!elements) return []
  const text = distinctValues(elements.facts, facts.getEntity).map(capitalize).join(' · ')
  return fittingLines([{ label: elements.label, text, facts: elements.facts }])
}

function fittingLines(lines: readonly Line[]): Line[] {
  let length = 0
  return lines.slice(0, maxLines).filter(({ text }) => {
    length += text.length
    return length <= maxLength
  })
}

/** Every term with its first definition, and at the end those that no article defines. */
export function glossaryCard({ facts, page }: { facts: FactSnapshot; page: number }): Card {
  const terms = glossaryTerms(facts)
  const defined = terms.flatMap((term): Line[] => {
    const [definition] = definitionsOf(term, facts)
    return definition ? [{ label: term.name, text: textOf(definition, facts), facts: [definition] }] : []
  })
  const undefinedTerms = terms.filter((term) => definitionsOf(term, facts).length === 0)
  const pages = paginateSections(
    [
      { lines: defined },
      {
        heading: 'Mentioned, but defined by no article',
        lines:
          undefinedTerms.length > 0 ? [{ text: undefinedTerms.map(({ name }) => name).join(' · ') }] : [],
      },
    ].filter(({ lines }) => lines.length > 0),
    pageSize,
  )
  const number = clampPage(page, pages.length)
  const sections = pages[number] ?? []
  const shown = factsIn(undefined, sections)
  const onPage = new Set(shown.map(({ entity }) => entity))
  return {
    heading: { text: 'Glossary' },
    color: neutralColor,
    verdict: { text: `${pluralize(terms.length, 'term')}, each as the articles use it.` },
    sections,
    sources: sourcesOf(shown, facts),
    notes: pageLabel(number, pages.length),
    controls: [
      ...entityMenu(
        'Open a term',
        terms.toSorted((a, b) => Number(onPage.has(b.id)) - Number(onPage.has(a.id))),
        ['glossary', 0, 'term'],
      ),
      ...paginationRow(number, pages.length, (to) => ['glossary', to]),
    ],
    viewState: ['glossary', number],
    facts: shown,
  }
}
