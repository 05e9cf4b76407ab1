// Compares two or three entities: the kind of each and why that matters, then attribute by attribute.
import { attributeLabel, type AttributeId } from '../../data/model/attributes.ts'
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId, encodeDate } from '../../core/custom-id.ts'
import { compareColor } from '../shared/colors.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { Card } from '../../core/card.ts'
import { compareMap } from './compare-map.ts'
import {
  attributeRow,
  comparedAttributes,
  joinRows,
  singleOwnerRow,
  type ComparisonGroup,
  type Row,
  type ComparedEntity,
} from './compare-rows.ts'
import { classificationSummary } from '../entity/classification.ts'
import { asOfNotice, emptyAsOfCard } from '../shared/as-of-notice.ts'
import { entitySelectMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { interleaveRelated } from '../shared/related-entities.ts'
import { isOutdatedAt, createFootnotes, footnoteFields, type Footnotes } from '../shared/source-footnotes.ts'
import { formatList } from '../shared/format.ts'

/** In characters, of the rows of one page, without footnotes. */
const pageLength = 1900

/** The entities whose definitions explain why the kind of tie matters. */
const definedTerms = ['alliance', 'partnership']

export interface CompareCardOptions {
  facts: FactSnapshot
  group: ComparisonGroup
  now: Date
  page: number
}

export function compareCard(
  entities: readonly Entity[],
  { facts, group, now, page }: CompareCardOptions,
): Card {
  const sides = entities.map((entity): ComparedEntity => ({ entity, groups: facts.factsAbout(entity.id) }))
  const viewStateOf = (to: number, day = facts.asOfDate) =>
    ['compare', to, encodeDate(day), ...entities.map(({ id }) => id)] as const
  const selectFacts = (snapshot: FactSnapshot) =>
    entities.flatMap(({ id }) => snapshot.factsAbout(id).flatMap((attribute) => attribute.facts))
  const factCount = selectFacts(facts).length
  const notice = asOfNotice(selectFacts, { facts, now }, (day) => viewStateOf(0, day))
  const names = formatList(entities.map(({ name }) => name))
  if (factCount === 0) return emptyAsOfCard({ title: names, names, viewState: viewStateOf(0) }, notice)
  const { first, rest, notStated } = comparedAttributes(sides, group)
  // Rows are measured with separate footnotes, then formatted again so that marks are numbered page by page.
  const measuring = createFootnotes(facts.getArticle, () => false)
  const rowOf = (attribute: AttributeId, footnotes: Footnotes) =>
    (rest.includes(attribute) ? singleOwnerRow : attributeRow)(attribute, sides, facts, footnotes)
  const measure = (attribute: AttributeId) => rowOf(attribute, measuring)
  // The kinds are on the first page even if there is no row to compare.
  const pages = [...(first.length > 0 ? packRows(first, measure) : [[]]), ...packRows(rest, measure)]
  const number = clampPage(page, pages.length)

  const footnotes = createFootnotes(facts.getArticle, isOutdatedAt(now))
  const kinds = sides.map((side) => classificationSummary(side.entity, side.groups, group === 'tie'))
  const embed = new EmbedBuilder().setTitle(names).setColor(compareColor)
  const map = number === 0 ? compareMap(sides, facts, now) : undefined
  if (number === 0) {
    const lines = kinds.map(({ short, facts: kindFacts }) => short + footnotes.marksFor(kindFacts))
    const definitions = group === 'tie' ? definitionsIn(facts) : []
    const relevance = definitions.map((fact) => `${fact.statement}${footnotes.marksFor([fact])}`).join(' ')
    embed.setDescription(
      [
        ...notice.lines.map((line) => `${line}\n`),
        ...lines,
        ...(relevance ? [`-# Why that matters: ${relevance}`] : []),
      ].join('\n'),
    )
  } else if (notice.lines.length > 0) {
    embed.setDescription(notice.lines.join('\n'))
  }
  embed.addFields(joinRows((pages[number] ?? []).map((attribute) => rowOf(attribute, footnotes))))
  if (number === 0 && notStated.length > 0) {
    embed.addFields({
      name: `Not stated for ${sides.length === 2 ? 'either' : 'any'}`,
      value: notStated.map(attributeLabel).join(', ').toLowerCase(),
    })
  }
  embed.addFields(footnoteFields(footnotes))
  embed.setFooter({
    text: [
      ...pageLabel(number, pages.length),
      `${factCount} facts compared; “not stated” is not “no”`,
      ...notice.leftOut,
    ].join(' · '),
  })
  return {
    content: notice.lead + kinds.map(({ sentence }) => sentence).join(' '),
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId(...viewStateOf(to))),
      ...notice.components,
      ...entitySelectMenu(
        relatedPlaceholder,
        interleaveRelated(entities, facts, footnotes.facts()),
        packCustomId('entity', encodeDate(facts.asOfDate)),
      ),
    ],
    viewState: viewStateOf(number),
    facts: [...new Set([...footnotes.facts(), ...(map?.facts ?? [])])],
    image: map?.image,
  }
}

/** Packs whole rows into pages; text-blocks.ts packs lines. */
function packRows<Item>(items: readonly Item[], measure: (item: Item) => Row): Item[][] {
  const pages: Item[][] = []
  let left = 0
  for (const item of items) {
    const { name, value } = measure(item)
    const length = name.length + value.length
    if (length > left) {
      pages.push([])
      left = pageLength
    }
    left -= length
    pages.at(-1)?.push(item)
  }
  return pages
}

/** The newest definition of each term. */
function definitionsIn(facts: FactSnapshot): Fact[] {
  return definedTerms.flatMap((id) => {
    const definitions = facts.factsAbout(id).find(({ attribute }) => attribute === 'definition')
    return definitions?.facts.slice(0, 1) ?? []
  })
}
