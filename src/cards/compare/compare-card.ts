// Two or three entities → one card: what kind of tie each is and why that matters, then attribute by attribute.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId, packDay } from '../../core/custom-id.ts'
import { compareAccent } from '../shared/colors.ts'
import type { Entity, Fact } from '../../data/build/schema.ts'
import type { Facts } from '../../data/query/fact-store.ts'
import type { Card } from '../../core/card.ts'
import { compareMap } from './compare-map.ts'
import {
  compareRow,
  comparedAttributes,
  joinRows,
  restRow,
  type AttributeId,
  type Family,
  type Row,
  type Side,
} from './compare-rows.ts'
import { kindPhrase } from '../entity/classification.ts'
import { lookingBack, nothingThenCard } from '../shared/as-of-notice.ts'
import { entityMenu, seeAlso } from '../shared/entity-menu.ts'
import { pageAt, pageNote, pageRow } from '../shared/pagination.ts'
import { togetherWithNeighbours } from '../shared/related-entities.ts'
import { isOldAt, numberSources, sourceFields, type Sources } from '../shared/source-footnotes.ts'
import { list } from '../shared/format.ts'

/** Rows are put on one page as long as they are together no longer than this, sources apart. */
const pageLength = 1900

/** The entities whose definitions say why the kind of tie matters. */
const meanings = ['alliance', 'partnership']

export interface CompareCardOptions {
  facts: Facts
  family: Family
  now: Date
  page: number
}

export function compareCard(
  entities: readonly Entity[],
  { facts, family, now, page }: CompareCardOptions,
): Card {
  const sides = entities.map((entity): Side => ({ entity, groups: facts.about(entity.id) }))
  const viewOf = (to: number, day = facts.day) =>
    ['compare', to, packDay(day), ...entities.map(({ id }) => id)] as const
  const toldBy = (some: Facts) => entities.flatMap(({ id }) => some.about(id).flatMap((group) => group.facts))
  const told = toldBy(facts).length
  const back = lookingBack(toldBy, { facts, now }, (day) => viewOf(0, day))
  const names = list(entities.map(({ name }) => name))
  if (told === 0) return nothingThenCard({ title: names, names, view: viewOf(0) }, back)
  const { first, rest, silent } = comparedAttributes(sides, family)
  // Rows are measured with sources of their own, then written again so that marks are numbered page by page.
  const measured = numberSources(facts.article, () => false)
  const rowOf = (attribute: AttributeId, marked: Sources) =>
    (rest.includes(attribute) ? restRow : compareRow)(attribute, sides, facts, marked)
  const write = (attribute: AttributeId) => rowOf(attribute, measured)
  // The kinds of tie stand on the first page even where there is no row to compare.
  const pages = [...(first.length > 0 ? paginate(first, write) : [[]]), ...paginate(rest, write)]
  const number = pageAt(page, pages.length)

  const sources = numberSources(facts.article, isOldAt(now))
  const kinds = sides.map((side) => kindPhrase(side.entity, side.groups, facts, family === 'tie'))
  const embed = new EmbedBuilder().setTitle(names).setColor(compareAccent)
  const map = number === 0 ? compareMap(sides, facts, now) : undefined
  if (number === 0) {
    const lines = kinds.map(({ short, facts: told }) => short + sources.marks(told))
    const definitions = family === 'tie' ? definitionsIn(facts) : []
    const why = definitions.map((fact) => `${fact.statement}${sources.marks([fact])}`).join(' ')
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
  if (number === 0 && silent.length > 0) {
    embed.addFields({
      name: `Not stated for ${sides.length === 2 ? 'either' : 'any'}`,
      value: silent.map(facts.attributeLabel).join(', ').toLowerCase(),
    })
  }
  embed.addFields(sourceFields(sources))
  embed.setFooter({
    text: [
      ...pageNote(number, pages.length),
      `${told} facts compared; “not stated” is not “no”`,
      ...back.leftOut,
    ].join(' · '),
  })
  return {
    content: back.lead + kinds.map(({ sentence }) => sentence).join(' '),
    embeds: [embed.toJSON()],
    rows: [
      ...pageRow(number, pages.length, (to) => packCustomId(...viewOf(to))),
      ...back.rows,
      ...entityMenu(
        seeAlso,
        togetherWithNeighbours(entities, facts, sources.facts()),
        facts,
        packCustomId('open', packDay(facts.day)),
      ),
    ],
    view: viewOf(number),
    facts: [...new Set([...sources.facts(), ...(map?.facts ?? [])])],
    picture: map?.picture,
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
function definitionsIn(facts: Facts): Fact[] {
  return meanings.flatMap((id) => {
    const group = facts.about(id).find(({ attribute }) => attribute === 'definition')
    return group?.facts.slice(0, 1) ?? []
  })
}
