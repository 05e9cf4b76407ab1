// Two or three entities → one card: what kind of tie each is and why that matters, then attribute by attribute.
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
  type AttributeId,
  type ComparisonGroup,
  type Row,
  type ComparedEntity,
} from './compare-rows.ts'
import { classificationSummary } from '../entity/classification.ts'
import { asOfNotice, emptyAsOfCard } from '../shared/as-of-notice.ts'
import { entitySelectMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { interleaveRelated } from '../shared/related-entities.ts'
import { isOutdatedAt, createFootnotes, footnoteFields, type Sources } from '../shared/source-footnotes.ts'
import { formatList } from '../shared/format.ts'

/** Rows are put on one page as long as they are together no longer than this, sources apart. */
const pageLength = 1900

/** The entities whose definitions say why the kind of tie matters. */
const meanings = ['alliance', 'partnership']

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
  const viewOf = (to: number, day = facts.asOfDate) =>
    ['compare', to, encodeDate(day), ...entities.map(({ id }) => id)] as const
  const toldBy = (some: FactSnapshot) =>
    entities.flatMap(({ id }) => some.factsAbout(id).flatMap((group) => group.facts))
  const told = toldBy(facts).length
  const back = asOfNotice(toldBy, { facts, now }, (day) => viewOf(0, day))
  const names = formatList(entities.map(({ name }) => name))
  if (told === 0) return emptyAsOfCard({ title: names, names, view: viewOf(0) }, back)
  const { first, rest, notStated } = comparedAttributes(sides, group)
  // Rows are measured with sources of their own, then written again so that marks are numbered page by page.
  const measured = createFootnotes(facts.getArticle, () => false)
  const rowOf = (attribute: AttributeId, marked: Sources) =>
    (rest.includes(attribute) ? singleOwnerRow : attributeRow)(attribute, sides, facts, marked)
  const write = (attribute: AttributeId) => rowOf(attribute, measured)
  // The kinds of tie stand on the first page even where there is no row to compare.
  const pages = [...(first.length > 0 ? paginate(first, write) : [[]]), ...paginate(rest, write)]
  const number = clampPage(page, pages.length)

  const sources = createFootnotes(facts.getArticle, isOutdatedAt(now))
  const kinds = sides.map((side) => classificationSummary(side.entity, side.groups, facts, group === 'tie'))
  const embed = new EmbedBuilder().setTitle(names).setColor(compareColor)
  const map = number === 0 ? compareMap(sides, facts, now) : undefined
  if (number === 0) {
    const lines = kinds.map(({ short, facts: told }) => short + sources.marksFor(told))
    const definitions = group === 'tie' ? definitionsIn(facts) : []
    const why = definitions.map((fact) => `${fact.statement}${sources.marksFor([fact])}`).join(' ')
    embed.setDescription(
      [
        ...back.lines.map((line) => `${line}\n`),
        ...lines,
        ...(why ? [`-# Why that matters: ${why}`] : []),
      ].join('\n'),
    )
  } else if (back.lines.length > 0) {
    embed.setDescription(back.lines.join('\n'))
  }
  embed.addFields(joinRows((pages[number] ?? []).map((attribute) => rowOf(attribute, sources))))
  if (number === 0 && notStated.length > 0) {
    embed.addFields({
      name: `Not stated for ${sides.length === 2 ? 'either' : 'any'}`,
      value: notStated.map(facts.attributeLabel).join(', ').toLowerCase(),
    })
  }
  embed.addFields(footnoteFields(sources))
  embed.setFooter({
    text: [
      ...pageLabel(number, pages.length),
      `${told} facts compared; “not stated” is not “no”`,
      ...back.leftOut,
    ].join(' · '),
  })
  return {
    content: back.lead + kinds.map(({ sentence }) => sentence).join(' '),
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId(...viewOf(to))),
      ...back.rows,
      ...entitySelectMenu(
        relatedPlaceholder,
        interleaveRelated(entities, facts, sources.facts()),
        facts,
        packCustomId('entity', encodeDate(facts.asOfDate)),
      ),
    ],
    viewState: viewOf(number),
    facts: [...new Set([...sources.facts(), ...(map?.facts ?? [])])],
    image: map?.picture,
  }
}

function paginate<Item>(items: readonly Item[], write: (item: Item) => Row): Item[][] {
  const pages: Item[][] = []
  let left = 0
  for (const item of items) {
    const { name, value } = write(item)
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

/** The newest definition of each, one sentence for each kind of tie. */
function definitionsIn(facts: FactSnapshot): Fact[] {
  return meanings.flatMap((id) => {
    const group = facts.factsAbout(id).find(({ attribute }) => attribute === 'definition')
    return group?.facts.slice(0, 1) ?? []
  })
}
