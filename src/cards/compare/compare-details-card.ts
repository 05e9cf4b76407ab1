// What a comparison leaves out of its first answer: every row with its sources, page by page, and where to go on.
import { buttonRow, type Card, type Line, type Section } from '../../core/card.ts'
import { encodeDate } from '../../core/custom-id.ts'
import { attributeLabel, type AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { asOfNotice, emptyAsOfCard } from '../shared/as-of-notice.ts'
import { compareColor } from '../shared/colors.ts'
import { entityMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { distinctValues, formatList, pluralize } from '../shared/format.ts'
import { clampPage, pageButtons, pageLabel } from '../shared/pagination.ts'
import { interleaveRelated } from '../shared/related-entities.ts'
import { paginateSections } from '../shared/sections.ts'
import { citationOf, factsIn, isOutdatedAt } from '../shared/sources.ts'
import { comparedFacts, type CompareCardOptions } from './compare-card.ts'
import {
  comparedAttributes,
  compareRow,
  factsOfAttribute,
  type ComparedEntity,
  type ComparisonGroup,
} from './compare-rows.ts'

const pageSize = { length: 1800, lines: 8 }

/** The entities whose definitions explain why the kind of tie matters. */
const definedTerms = ['alliance', 'partnership']

/** Rows of their own here, which the first answer has elsewhere. */
const partyAttributes: AttributeId[] = [
  'member',
  'other-members',
  'member-count',
  'participant',
  'participants',
]

export interface CompareDetailsOptions extends CompareCardOptions {
  /** All facts that the pages show; by default those about the entities themselves. */
  selectFacts?: (snapshot: FactSnapshot) => Fact[]
  /** Before the rows. */
  opening?: readonly Section[]
}

/** @param page from 0; a number past the last page shows the last */
export function compareDetailsCard(
  entities: readonly Entity[],
  page: number,
  {
    facts,
    group,
    now,
    selectFacts = (snapshot) => comparedFacts(entities, snapshot),
    opening = [],
  }: CompareDetailsOptions,
): Card {
  const sides = entities.map((entity): ComparedEntity => ({ entity, groups: facts.factsAbout(entity.id) }))
  const names = formatList(entities.map(({ name }) => name))
  const ids = entities.map(({ id }) => id)
  const viewStateOf = (to: number) => ['compare', to + 1, encodeDate(facts.asOfDate), ...ids] as const
  const notice = asOfNotice(selectFacts, { facts, now }, (day) => ['compare', 0, encodeDate(day), ...ids])
  const factCount = selectFacts(facts).length
  if (factCount === 0) return emptyAsOfCard({ title: names, names, viewState: viewStateOf(0) }, notice)

  const details = [...opening, ...detailSections(sides, group, { facts, now })]
  const pages = paginateSections(details, pageSize)
  const number = clampPage(page, pages.length)
  const sections = pages[number] ?? []
  const shown = factsIn(undefined, sections)
  const viewState = viewStateOf(number)
  return {
    color: compareColor,
    heading: { text: names },
    ...(notice.notice !== undefined && { notice: notice.notice }),
    sections,
    notes: [
      [...pageLabel(number, pages.length), `${pluralize(factCount, 'fact')}; “not stated” is not “no”`].join(
        ' · ',
      ),
    ],
    controls: [
      ...entityMenu(relatedPlaceholder, interleaveRelated(entities, facts, shown), [
        'entity',
        encodeDate(facts.asOfDate),
      ]),
      ...buttonRow(
        ...(pages.length > 1 ? pageButtons(number, pages.length, (to) => viewStateOf(to)) : []),
        ...notice.buttons,
      ),
      ...buttonRow({ label: 'Report an error', opens: ['report-fact', ...viewState] }),
    ],
    viewState,
    facts: shown,
  }
}

function detailSections(
  sides: readonly ComparedEntity[],
  group: ComparisonGroup,
  { facts, now }: { facts: FactSnapshot; now: Date },
): Section[] {
  const { first, rest, notStated } = comparedAttributes(sides, group)
  const stated = (attributes: readonly AttributeId[]) =>
    attributes.filter((attribute) => sides.some((side) => factsOfAttribute(side, attribute).length > 0))
  const attributes = [
    ...new Set([...stated(['classification', 'treaty', ...partyAttributes]), ...first, ...rest]),
  ]
  const isOutdated = isOutdatedAt(now)
  const definitions = group === 'tie' ? definitionsIn(facts) : []
  return [
    ...attributes.map((attribute) => rowSection(attribute, sides, facts, isOutdated)),
    ...(definitions.length > 0
      ? [
          {
            heading: 'Why the kind of tie matters',
            lines: definitions.map((fact) => ({
              text: fact.statement,
              facts: [fact],
              citation: citationOf([fact], facts, isOutdated),
            })),
          },
        ]
      : []),
    ...(notStated.length > 0
      ? [
          {
            heading: `Not stated for ${sides.length === 2 ? 'either' : 'any'}`,
            lines: [{ text: notStated.map(attributeLabel).join(', ').toLowerCase() }],
          },
        ]
      : []),
  ]
}

/** The values of every side, those of one article and date together. */
function rowSection(
  attribute: AttributeId,
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  isOutdated: (fact: Fact) => boolean,
): Section {
  // Of parties, it would say the same of those that are not named.
  const similarity = partyAttributes.includes(attribute)
    ? undefined
    : compareRow(attribute, sides, facts).similarity
  const lines = sides.flatMap((side): Line[] => {
    const own = factsOfAttribute(side, attribute)
    if (own.length === 0) return [{ label: side.entity.name, text: 'not stated' }]
    return [...Map.groupBy(own, ({ article, visibleFrom }) => `${article} ${visibleFrom}`).values()].map(
      (together) => ({
        label: side.entity.name,
        text: distinctValues(together, facts.getEntity).join(' · '),
        facts: together,
        citation: citationOf(together as [Fact, ...Fact[]], facts, isOutdated),
      }),
    )
  })
  return { heading: [attributeLabel(attribute), ...(similarity ? [similarity] : [])].join(' · '), lines }
}

/** The newest definition of each term. */
function definitionsIn(facts: FactSnapshot): Fact[] {
  return definedTerms.flatMap((id) => {
    const definitions = facts.factsAbout(id).find(({ attribute }) => attribute === 'definition')
    return definitions?.facts.slice(0, 1) ?? []
  })
}
