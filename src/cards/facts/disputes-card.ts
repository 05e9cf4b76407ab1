// Where the articles differ: both sides with their dates, and what kind of difference it is.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import type { Dispute, DisputeType } from '../../data/query/disputes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { disputeColor } from '../shared/colors.ts'
import { paginate, type TextBlock } from '../shared/text-blocks.ts'
import type { Card } from '../../core/card.ts'
import { labelFor } from '../entity/classification.ts'
import { entitySelectMenu } from '../shared/entity-menu.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { isOutdatedAt, citationLine } from '../shared/source-footnotes.ts'
import {
  capitalize,
  formatAsOf,
  formatValue,
  formatList,
  nameWithFlag,
  paragraphBreak,
} from '../shared/format.ts'

/** What each kind of difference is called and what to make of it; never who is right. */
const meanings: Record<DisputeType, { name: string; means: string }> = {
  classification: {
    name: 'Classification',
    means:
      'The articles set formal ties, sealed by treaty, apart from looser ones; these words stand on both sides.',
  },
  contradiction: { name: 'Contradiction', means: 'Not all of these can be so.' },
  change: { name: 'Change over time', means: 'The world changes this, so each may be right for its date.' },
  precision: { name: 'Precision', means: 'These agree; one of them says it more exactly.' },
  wording: { name: 'Wording', means: 'Other words that can be true together: no contradiction.' },
}

const disputed: readonly DisputeType[] = ['classification', 'contradiction', 'change']

/** How many differences the plain line names. */
const mostNamed = 5

/** A side is one line however many articles take it. */
const pageSize = { length: 2200, lines: 12, heading: ({ label }: TextBlock) => label.length }

interface DisputeBlock extends TextBlock {
  kind: DisputeType
}

interface DisputesCardOptions {
  facts: FactSnapshot
  now: Date
  page: number
}

/** Where the articles differ, on one thing or on everything; undefined where they do not. */
export function disputesCard(about: Entity | undefined, options: DisputesCardOptions): Card | undefined {
  const { facts, now, page } = options
  const found = facts.disputes().filter(({ entity }) => !about || entity.id === about.id)
  if (found.length === 0) return undefined
  const pages = paginate(
    found.map((dispute) => blockOf(dispute, facts, now)),
    pageSize,
  )
  const number = clampPage(page, pages.length)
  const blocks = pages[number] ?? []
  const told = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.facts))
  const byKind = [...Map.groupBy(blocks, ({ kind }) => kind)]
  const embed = new EmbedBuilder()
    .setTitle(about ? `${nameWithFlag(about)}: where the articles differ` : 'Where the articles differ')
    .setColor(disputeColor)
    .setDescription(byKind.map(([kind, together]) => write(kind, together)).join('\n\n'))
    .setFooter({ text: [...pageLabel(number, pages.length), `${told.length} facts compared`].join(' · ') })
  const viewOf = (to: number) => ['disputes', to, about?.id ?? ''] as const
  return {
    content: answer(found, about, facts),
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId(...viewOf(to)), 'More differences'),
      ...entitySelectMenu(
        'Open a card',
        [...new Set(told.map(({ entity }) => entity))].flatMap((id) => facts.getEntity(id) ?? []),
        facts,
        packCustomId('entity', ''),
      ),
    ],
    viewState: viewOf(number),
    facts: told,
  }
}

/** The things on which the articles differ, each once. */
export function disputedEntities(facts: FactSnapshot): Entity[] {
  return [...new Set(facts.disputes().map(({ entity }) => entity))]
}

function answer(found: readonly Dispute[], about: Entity | undefined, facts: FactSnapshot): string {
  const real = found.filter(({ kind }) => disputed.includes(kind))
  const others = found.length - real.length
  const on = about ? ` on **${about.name}**` : ''
  if (real.length === 0) {
    return `The articles do not contradict each other${on}, but use other words in ${places(others)}.`
  }
  const named = real.slice(0, mostNamed).map(({ entity, group: { attribute } }) => {
    const label = labelFor(entity, attribute, facts)
    const what = `${label.charAt(0).toLowerCase()}${label.slice(1)}`
    return about ? what : `**${entity.name}** (${what})`
  })
  const unnamed = real.length - named.length
  const all = formatList(unnamed > 0 ? [...named, `${unnamed} more`] : named)
  const more =
    others > 0 ? ` In ${others === 1 ? 'one more place' : `${others} more places`} they use other words.` : ''
  return `The articles differ${on} in ${places(real.length)}: ${all}.${more}`
}

function places(count: number): string {
  return count === 1 ? 'one place' : `${count} places`
}

/** One line for each value, or set of values, that articles give, with all who give it. */
function blockOf({ entity, group, kind }: Dispute, facts: FactSnapshot, now: Date): DisputeBlock {
  const articles = Map.groupBy(group.facts, ({ article, asOf }) => `${article} ${formatAsOf(asOf)}`)
  const sides = Map.groupBy([...articles.values()], (told) => valuesOf(told, facts))
  const isOld = isOutdatedAt(now)
  const lines = [...sides].map(([values, given]) => ({
    text: [
      `**${values}**`,
      ...given.map((told) => citationLine(told as [Fact, ...Fact[]], facts.getArticle, isOld)),
    ].join('\n'),
    facts: given.flat(),
  }))
  return {
    kind,
    label: `${nameWithFlag(entity)} · ${labelFor(entity, group.attribute, facts)}`,
    lines,
    isBulleted: false,
  }
}

function write(kind: DisputeType, blocks: readonly TextBlock[]): string {
  const { name, means } = meanings[kind]
  const items = blocks.map(({ label, lines }) =>
    [`__${label}__`, ...lines.map(({ text }) => text)].join('\n'),
  )
  return `### ${name}\n*${means}*\n\n${items.join(paragraphBreak)}`
}

function valuesOf(told: readonly Fact[], facts: FactSnapshot): string {
  return capitalize(
    formatList([...new Set(told.map(({ value }) => formatValue(value, facts.getEntity)))].sort()),
  )
}
