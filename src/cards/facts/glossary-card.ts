// What words mean and by which article: one word, or several side by side; and the list of all words.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import { neutralColor } from '../shared/colors.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { lengthOfBlocks, paginate, splitBlock, writeLines, type TextBlock } from '../shared/text-blocks.ts'
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
  type Sources,
} from '../shared/source-footnotes.ts'
import { formatAsOf, formatList } from '../shared/format.ts'

interface GlossaryOptions {
  facts: FactSnapshot
  now: Date
  /** 0 is the first; a number past the last page shows the last. */
  page: number
}

/** The first page holds so many definitions of a word, with the names of their articles. */
const firstPage = { length: limits.fieldValue - 300, lines: 12 }

/** What is left over is shown on the first page too if it is no more than this. */
const fewLeft = { length: 900, lines: 8 }

function told(entity: Entity, attribute: Fact['attribute'], facts: FactSnapshot): Fact[] {
  return facts.factsAbout(entity.id).find((group) => group.attribute === attribute)?.facts ?? []
}

/** The words that the glossary holds, by the alphabet: every idea that a fact is about, and whatever is defined. */
export function glossaryTerms(facts: FactSnapshot): Entity[] {
  const isTerm = (entity: Entity) =>
    entity.kind === 'concept'
      ? facts.factsAbout(entity.id).length > 0
      : told(entity, 'definition', facts).length > 0
  const key = ({ name }: Entity) => name.replace(/^\[/, '')
  return facts.entities.filter(isTerm).toSorted((a, b) => key(a).localeCompare(key(b), 'en'))
}

/** What words mean; several stand side by side. */
export function meaningCard(terms: readonly Entity[], { facts, now, page }: GlossaryOptions): Card {
  const sources = createFootnotes(facts.getArticle, isOutdatedAt(now))
  const several = terms.length > 1
  const meanings = terms.map((term) =>
    splitBlock(sentences(term.name, told(term, 'definition', facts)), firstPage),
  )
  const left = [
    ...meanings.map(([, rest]) => rest),
    ...terms.flatMap((term) => furtherBlocks(term, several, facts)),
  ].filter(({ lines }) => lines.length > 0)
  const { length, lines } = lengthOfBlocks(left)
  const isLittle = length <= fewLeft.length && lines <= fewLeft.lines
  const pages = [isLittle ? left : [], ...(isLittle ? [] : paginate(left))]
  const number = clampPage(page, pages.length)

  const embed = new EmbedBuilder().setTitle(formatList(terms.map(({ name }) => name))).setColor(neutralColor)
  const shown = pages[number] ?? []
  if (number === 0) {
    const written = meanings.map(([block]) => ({
      name: several ? block.label : 'What it means',
      value: writeMeaning(block, facts, sources),
      inline: several,
    }))
    embed.addFields(
      ...written,
      ...shown.map((block) => ({ name: block.label, value: writeLines(block, sources) })),
    )
  } else {
    // A page may hold more of one kind than a field does.
    embed.setDescription(
      shown.map((block) => `**${block.label}**\n${writeLines(block, sources)}`).join('\n\n'),
    )
  }
  embed.addFields(footnoteFields(sources))
  embed.setFooter(pages.length > 1 ? { text: pageLabel(number, pages.length).join('') } : null)
  const viewOf = (to: number) => ['glossary', to, 'term', ...terms.map(({ id }) => id)] as const
  return {
    content: terms.map((term) => meaningLine(term, facts)).join(' '),
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId(...viewOf(to))),
      ...entitySelectMenu(
        relatedPlaceholder,
        interleaveRelated(terms, facts, sources.facts()),
        facts,
        packCustomId('entity', ''),
      ),
    ],
    viewState: viewOf(number),
    facts: sources.facts(),
  }
}

function sentences(label: string, facts: readonly Fact[]): TextBlock {
  const lines = facts.map((fact) => ({ text: fact.statement, facts: [fact] }))
  return { label, lines, isBulleted: true }
}

/** What belongs to it; where no article defines a word, all that they say of it. */
function furtherBlocks(term: Entity, several: boolean, facts: FactSnapshot): TextBlock[] {
  const isDefined = told(term, 'definition', facts).length > 0
  return facts
    .factsAbout(term.id)
    .filter(({ attribute }) => attribute === 'element' || (!isDefined && attribute !== 'definition'))
    .map(({ label, facts: own }) => sentences(several ? `${term.name}: ${label.toLowerCase()}` : label, own))
}

/** Each article with its definitions below it. */
function writeMeaning(block: TextBlock, facts: FactSnapshot, sources: Sources): string {
  const byArticle = Map.groupBy(block.lines, ({ facts: [fact] }) => fact?.article)
  const parts = [...byArticle.values()].map((lines) => {
    const [fact] = lines.flatMap((line) => line.facts)
    const heading = fact
      ? `-# ${articleTitle(facts.getArticle(fact.article))}, ${formatAsOf(fact.asOf)}\n`
      : ''
    return heading + writeLines({ ...block, lines }, sources)
  })
  return parts.join('\n') || 'not stated'
}

function meaningLine(term: Entity, facts: FactSnapshot): string {
  const [definition] = told(term, 'definition', facts)
  return `**${term.name}**: ${definition?.statement ?? 'no article says what it means.'}`
}

/** Every word with the first of its definitions, page by page, and at the end those that no article defines. */
export function glossaryCard({ facts, now, page }: GlossaryOptions): Card {
  const terms = glossaryTerms(facts)
  const sources = createFootnotes(facts.getArticle, isOutdatedAt(now))
  const isDefined = (term: Entity) => told(term, 'definition', facts).length > 0
  const meanings = terms.filter(isDefined).flatMap((term) =>
    told(term, 'definition', facts)
      .slice(0, 1)
      .map((fact) => ({ text: `**${term.name}** · ${fact.statement}`, facts: [fact] })),
  )
  const others = terms
    .filter((term) => !isDefined(term))
    .map(({ name }) => ({ text: name, facts: [], inlineGroup: 'others' }))
  const pages = paginate(
    [
      { label: '', lines: meanings, isBulleted: false },
      { label: '**Mentioned, but not defined by any article**\n', lines: others, isBulleted: false },
    ].filter(({ lines }) => lines.length > 0),
  )
  const number = clampPage(page, pages.length)
  const embed = new EmbedBuilder()
    .setTitle('Glossary')
    .setColor(neutralColor)
    .setDescription(
      (pages[number] ?? []).map((block) => block.label + writeLines(block, sources)).join('\n\n') || null,
    )
    .addFields(footnoteFields(sources))
  embed.setFooter(pages.length > 1 ? { text: pageLabel(number, pages.length).join('') } : null)
  const here = new Set(sources.facts().map(({ entity }) => entity))
  return {
    content: `${terms.length} words, each as the articles use it.`,
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId('glossary', to), 'More words'),
      ...entitySelectMenu(
        'Open a word',
        terms.toSorted((a, b) => Number(here.has(b.id)) - Number(here.has(a.id))),
        facts,
        packCustomId('glossary', 0, 'term'),
      ),
    ],
    viewState: ['glossary', number],
    facts: sources.facts(),
  }
}
