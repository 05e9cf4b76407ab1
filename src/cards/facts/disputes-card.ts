// Where the articles differ: the values with their sources and dates, by type of difference.
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
  distinctValues,
  formatList,
  nameWithFlag,
  paragraphBreak,
} from '../shared/format.ts'

/** The name and explanation of each type of difference; never says who is right. */
const typeTexts: Record<DisputeType, { name: string; explanation: string }> = {
  classification: {
    name: 'Classification',
    explanation:
      'The articles set formal ties, sealed by treaty, apart from looser ones; these words stand on both sides.',
  },
  contradiction: { name: 'Contradiction', explanation: "These can't all be true." },
  change: {
    name: 'Change over time',
    explanation: 'The world changes this, so each may be right for its date.',
  },
  precision: { name: 'Precision', explanation: 'These agree; one of them says it more exactly.' },
  wording: { name: 'Wording', explanation: 'Other words that can be true together: no contradiction.' },
}

const disputeTypes: readonly DisputeType[] = ['classification', 'contradiction', 'change']

/** How many differences the one-line answer names. */
const maxNamed = 5

const pageSize = { length: 2200, lines: 12, headingLength: ({ label }: TextBlock) => label.length }

interface DisputeBlock extends TextBlock {
  type: DisputeType
}

interface DisputesCardOptions {
  facts: FactSnapshot
  now: Date
  page: number
}

/** Where the articles differ on one entity or on all; undefined if they do not. */
export function disputesCard(about: Entity | undefined, options: DisputesCardOptions): Card | undefined {
  const { facts, now, page } = options
  const disputes = facts.disputes().filter(({ entity }) => !about || entity.id === about.id)
  if (disputes.length === 0) return undefined
  const pages = paginate(
    disputes.map((dispute) => blockOf(dispute, facts, now)),
    pageSize,
  )
  const number = clampPage(page, pages.length)
  const blocks = pages[number] ?? []
  const comparedFacts = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.facts))
  const byType = [...Map.groupBy(blocks, ({ type }) => type)]
  const embed = new EmbedBuilder()
    .setTitle(about ? `${nameWithFlag(about)}: where the articles differ` : 'Where the articles differ')
    .setColor(disputeColor)
    .setDescription(byType.map(([type, together]) => formatType(type, together)).join('\n\n'))
    .setFooter({
      text: [...pageLabel(number, pages.length), `${comparedFacts.length} facts compared`].join(' · '),
    })
  const viewStateOf = (to: number) => ['disputes', to, about?.id ?? ''] as const
  return {
    content: summary(disputes, about),
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId(...viewStateOf(to)), 'More differences'),
      ...entitySelectMenu(
        'Open a card',
        [...new Set(comparedFacts.map(({ entity }) => entity))].flatMap((id) => facts.getEntity(id) ?? []),
        packCustomId('entity', ''),
      ),
    ],
    viewState: viewStateOf(number),
    facts: comparedFacts,
  }
}

/** The entities on which the articles differ, each once. */
export function disputedEntities(facts: FactSnapshot): Entity[] {
  return [...new Set(facts.disputes().map(({ entity }) => entity))]
}

function summary(disputes: readonly Dispute[], about: Entity | undefined): string {
  const real = disputes.filter(({ type }) => disputeTypes.includes(type))
  const others = disputes.length - real.length
  const on = about ? ` on **${about.name}**` : ''
  if (real.length === 0) {
    return `The articles do not contradict each other${on}, but use other words in ${places(others)}.`
  }
  const named = real.slice(0, maxNamed).map(({ entity, group: { attribute } }) => {
    const label = labelFor(entity, attribute)
    const lowerLabel = `${label.charAt(0).toLowerCase()}${label.slice(1)}`
    return about ? lowerLabel : `**${entity.name}** (${lowerLabel})`
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

/** One line per value (or set of values), with all articles that give it. */
function blockOf({ entity, group, type }: Dispute, facts: FactSnapshot, now: Date): DisputeBlock {
  const articles = Map.groupBy(group.facts, ({ article, asOf }) => `${article} ${formatAsOf(asOf)}`)
  const sides = Map.groupBy([...articles.values()], (articleFacts) => formatSide(articleFacts, facts))
  const isOutdated = isOutdatedAt(now)
  const lines = [...sides].map(([values, articleGroups]) => ({
    text: [
      `**${values}**`,
      ...articleGroups.map((articleFacts) =>
        citationLine(articleFacts as [Fact, ...Fact[]], facts.getArticle, isOutdated),
      ),
    ].join('\n'),
    facts: articleGroups.flat(),
  }))
  return {
    type,
    label: `${nameWithFlag(entity)} · ${labelFor(entity, group.attribute)}`,
    lines,
    isBulleted: false,
  }
}

function formatType(type: DisputeType, blocks: readonly TextBlock[]): string {
  const { name, explanation } = typeTexts[type]
  const items = blocks.map(({ label, lines }) =>
    [`__${label}__`, ...lines.map(({ text }) => text)].join('\n'),
  )
  return `### ${name}\n*${explanation}*\n\n${items.join(paragraphBreak)}`
}

function formatSide(articleFacts: readonly Fact[], facts: FactSnapshot): string {
  return capitalize(formatList(distinctValues(articleFacts, facts.getEntity).sort()))
}
