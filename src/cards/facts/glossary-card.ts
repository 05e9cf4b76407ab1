// The glossary: what one term means, or several side by side, by article; and the list of all terms.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import { neutralColor } from '../shared/colors.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import {
  formatLines,
  measureBlocks,
  paginate,
  splitBlock,
  statementBlock,
  type TextBlock,
} from '../shared/text-blocks.ts'
import type { Card } from '../../core/card.ts'
import { limits } from '../shared/discord-limits.ts'
import { entitySelectMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { interleaveRelated } from '../shared/related-entities.ts'
import {
  isOutdatedAt,
  createFootnotes,
  footnoteFields,
  articleTitle,
  type Footnotes,
} from '../shared/source-footnotes.ts'
import { formatAsOf, formatList } from '../shared/format.ts'

interface GlossaryOptions {
  facts: FactSnapshot
  now: Date
  /** From 0; a number past the last page shows the last. */
  page: number
}

/** Of the definitions of a term on the first page, with room for the names of their articles. */
const maxOnFirstPage = { length: limits.fieldValue - 300, lines: 12 }

/** The rest is on the first page too if it is no more than this. */
const maxRestOnFirstPage = { length: 900, lines: 8 }

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

/** The definitions of terms; several are side by side. */
export function termCard(terms: readonly Entity[], { facts, now, page }: GlossaryOptions): Card {
  const footnotes = createFootnotes(facts.getArticle, isOutdatedAt(now))
  const several = terms.length > 1
  const definitions = terms.map((term) =>
    splitBlock(statementBlock(term.name, definitionsOf(term, facts)), maxOnFirstPage),
  )
  const rest = [
    ...definitions.map(([, overflow]) => overflow),
    ...terms.flatMap((term) => furtherBlocks(term, several, facts)),
  ].filter(({ lines }) => lines.length > 0)
  const { length, lines } = measureBlocks(rest)
  const fits = length <= maxRestOnFirstPage.length && lines <= maxRestOnFirstPage.lines
  const pages = [fits ? rest : [], ...(fits ? [] : paginate(rest))]
  const number = clampPage(page, pages.length)

  const embed = new EmbedBuilder().setTitle(formatList(terms.map(({ name }) => name))).setColor(neutralColor)
  const blocks = pages[number] ?? []
  if (number === 0) {
    const definitionFields = definitions.map(([block]) => ({
      name: several ? block.label : 'What it means',
      value: formatDefinitions(block, facts, footnotes),
      inline: several,
    }))
    embed.addFields(
      ...definitionFields,
      ...blocks.map((block) => ({ name: block.label, value: formatLines(block, footnotes) })),
    )
  } else {
    // A block may be longer than a field.
    embed.setDescription(
      blocks.map((block) => `**${block.label}**\n${formatLines(block, footnotes)}`).join('\n\n'),
    )
  }
  embed.addFields(footnoteFields(footnotes))
  embed.setFooter(pages.length > 1 ? { text: pageLabel(number, pages.length).join('') } : null)
  const viewStateOf = (to: number) => ['glossary', to, 'term', ...terms.map(({ id }) => id)] as const
  return {
    content: terms.map((term) => definitionLine(term, facts)).join(' '),
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId(...viewStateOf(to))),
      ...entitySelectMenu(
        relatedPlaceholder,
        interleaveRelated(terms, facts, footnotes.facts()),
        packCustomId('entity', ''),
      ),
    ],
    viewState: viewStateOf(number),
    facts: footnotes.facts(),
  }
}

/** The elements of a term; if no article defines it, all facts about it. */
function furtherBlocks(term: Entity, several: boolean, facts: FactSnapshot): TextBlock[] {
  const isDefined = definitionsOf(term, facts).length > 0
  return facts
    .factsAbout(term.id)
    .filter(({ attribute }) => attribute === 'element' || (!isDefined && attribute !== 'definition'))
    .map(({ label, facts: own }) =>
      statementBlock(several ? `${term.name}: ${label.toLowerCase()}` : label, own),
    )
}

/** The definitions by article. */
function formatDefinitions(block: TextBlock, facts: FactSnapshot, footnotes: Footnotes): string {
  const byArticle = Map.groupBy(block.lines, ({ facts: [fact] }) => fact?.article)
  const parts = [...byArticle.values()].map((lines) => {
    const [fact] = lines.flatMap((line) => line.facts)
    const heading = fact
      ? `-# ${articleTitle(facts.getArticle(fact.article))}, ${formatAsOf(fact.asOf)}\n`
      : ''
    return heading + formatLines({ ...block, lines }, footnotes)
  })
  return parts.join('\n') || 'not stated'
}

function definitionLine(term: Entity, facts: FactSnapshot): string {
  const [definition] = definitionsOf(term, facts)
  return `**${term.name}**: ${definition?.statement ?? 'no article says what it means.'}`
}

/** Every term with its first definition, and at the end those that no article defines. */
export function glossaryCard({ facts, now, page }: GlossaryOptions): Card {
  const terms = glossaryTerms(facts)
  const footnotes = createFootnotes(facts.getArticle, isOutdatedAt(now))
  const isDefined = (term: Entity) => definitionsOf(term, facts).length > 0
  const definitions = terms.filter(isDefined).flatMap((term) =>
    definitionsOf(term, facts)
      .slice(0, 1)
      .map((fact) => ({ text: `**${term.name}** · ${fact.statement}`, facts: [fact] })),
  )
  const undefinedTerms = terms
    .filter((term) => !isDefined(term))
    .map(({ name }) => ({ text: name, facts: [], inlineGroup: 'undefined' }))
  const pages = paginate(
    [
      { label: '', lines: definitions, isBulleted: false },
      { label: '**Mentioned, but not defined by any article**\n', lines: undefinedTerms, isBulleted: false },
    ].filter(({ lines }) => lines.length > 0),
  )
  const number = clampPage(page, pages.length)
  const embed = new EmbedBuilder()
    .setTitle('Glossary')
    .setColor(neutralColor)
    .setDescription(
      (pages[number] ?? []).map((block) => block.label + formatLines(block, footnotes)).join('\n\n') || null,
    )
    .addFields(footnoteFields(footnotes))
  embed.setFooter(pages.length > 1 ? { text: pageLabel(number, pages.length).join('') } : null)
  const onPage = new Set(footnotes.facts().map(({ entity }) => entity))
  return {
    content: `${terms.length} words, each as the articles use it.`,
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId('glossary', to), 'More words'),
      ...entitySelectMenu(
        'Open a word',
        terms.toSorted((a, b) => Number(onPage.has(b.id)) - Number(onPage.has(a.id))),
        packCustomId('glossary', 0, 'term'),
      ),
    ],
    viewState: ['glossary', number],
    facts: footnotes.facts(),
  }
}
