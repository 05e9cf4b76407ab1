// What a search has found: facts, eight a page, each with its source and what matched in bold; or what else to try.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle, escapeMarkdown } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { SearchResult, Hit, HighlightSegment } from '../../data/query/full-text-search.ts'
import type { Entity } from '../../data/model/types.ts'
import type { Name } from '../../data/query/name-index.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card, ViewState } from '../../core/card.ts'
import { labelFor } from '../entity/classification.ts'
import { kindNames } from '../../data/model/kinds.ts'
import { limits } from '../shared/discord-limits.ts'
import { entitySelectMenu } from '../shared/entity-menu.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { isOutdatedAt, citationLine } from '../shared/source-footnotes.ts'
import { pluralize, formatList, nameWithFlag, quoteUserInput } from '../shared/format.ts'

const hitsAPage = 8

/** More pages than this are never asked for but by a forged button. */
const mostPages = 100_000

export interface Query {
  text: string
  /** The kind of thing that the facts are to be about; '' for any. */
  kind: Entity['kind'] | ''
}

interface SearchCardOptions {
  facts: FactSnapshot
  now: Date
  page: number
}

/** What a search is for, as it stands in a view; its text comes last, since it may hold what parts are told by. */
function searchView({ text, kind }: Query, page: number): ViewState {
  return ['search', page, kind, text]
}

/** The page of a search; undefined where nothing is found. A page past the last is the last. */
export function searchCard(query: Query, { facts, now, page }: SearchCardOptions): Card | undefined {
  const search = (at: number) => find(query, facts, { from: at * hitsAPage, most: hitsAPage })
  const wanted = clampPage(page, mostPages)
  const asked = search(wanted)
  if (asked.total === 0) return undefined
  const count = Math.ceil(asked.total / hitsAPage)
  const number = clampPage(wanted, count)
  const found = number === wanted ? asked : search(number)

  const from = number * hitsAPage
  const range = `${from + 1}–${from + found.hits.length} of ${found.total}`
  const among = query.kind === '' ? '' : ` · ${kindNames[query.kind].toLowerCase()} only`
  const paged = [
    ...pageLabel(number, count),
    count > 1 ? `facts ${range}` : pluralize(found.total, 'fact'),
  ].join(' · ')
  const embed = new EmbedBuilder()
    .setTitle(`Search: ${quoteUserInput(query.text)}`)
    .setColor(neutralColor)
    .addFields(fieldsOf(found.hits, facts, now))
    .setFooter({ text: paged + among })
  const entities = [...new Set(found.hits.map(({ fact }) => fact.entity))]
  return {
    content: answer(query, found, number),
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, count, (to) => packCustomId(...searchView(query, to))),
      ...entitySelectMenu(
        'Open a card',
        entities.flatMap((id) => facts.getEntity(id) ?? []),
        facts,
        packCustomId('entity', ''),
      ),
    ],
    viewState: searchView(query, number),
    facts: found.hits.map(({ fact }) => fact),
  }
}

/** The facts that a query fits; any article's word for what a thing is makes it one of that kind. */
export function find(
  { text, kind }: Query,
  facts: FactSnapshot,
  range: { from: number; most: number },
): SearchResult {
  if (kind === '') return facts.search(text, range)
  const about = facts.entities.flatMap(({ id }) => (facts.kindsOf(id).has(kind) ? [id] : []))
  return facts.search(text, { ...range, about })
}

function fieldsOf(hits: readonly Hit[], facts: FactSnapshot, now: Date) {
  const write = (statement: (pieces: readonly HighlightSegment[]) => string) =>
    hits.map(({ fact, pieces }) => {
      const entity = facts.getEntity(fact.entity)
      return {
        name: `${entity ? nameWithFlag(entity) : fact.entity} · ${labelFor(entity, fact.attribute, facts)}`,
        value: `${statement(pieces)}\n${citationLine([fact], facts.getArticle, isOutdatedAt(now))}`,
      }
    })
  const fields = write(withMatchesBold)
  // Stars that would make a card too long are left out before anything that is said.
  const length = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
  return length <= limits.embedTotal - 500 ? fields : write(plain)
}

/** The statement with what matched in bold, and nothing else in it that formats. */
export function withMatchesBold(pieces: readonly HighlightSegment[]): string {
  return pieces
    .map(({ text, isMatch }) =>
      isMatch ? escaped(text).replace(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su, '**$&**') : escaped(text),
    )
    .join('')
    .replaceAll('** **', ' ')
}

function plain(pieces: readonly HighlightSegment[]): string {
  return pieces.map(({ text }) => escaped(text)).join('')
}

/** An address stays as it is, so that it can be followed. */
function escaped(text: string): string {
  return text.includes('://') ? text : escapeMarkdown(text)
}

function answer(query: Query, found: SearchResult, page: number): string {
  const [best] = page === 0 ? found.hits : []
  const rest = found.corrections.some(({ searched }) => !searched) ? 'the rest of ' : ''
  const fit = found.isPartial
    ? `No fact has all of ${quoteUserInput(query.text)}; ${pluralize(found.total, 'fact')} ${found.total === 1 ? 'has' : 'have'} some of it.`
    : `${pluralize(found.total, 'fact')} ${found.total === 1 ? 'fits' : 'fit'} ${rest}${quoteUserInput(query.text)}.`
  return [...notes(found), fit, ...(best ? [`First: ${plain(best.pieces)}`] : [])].join(' ')
}

/** Which words no fact has, and what was looked for in their place. */
function notes({ corrections }: SearchResult): string[] {
  const unsaid = corrections.filter(({ searched }) => !searched).map(({ typed }) => quoteUserInput(typed))
  const mended = corrections.flatMap(({ typed, searched }) => {
    if (!searched) return []
    const word = quoteUserInput(searched.word + (searched.unfinished ? '…' : ''))
    return [`No fact says ${quoteUserInput(typed)}, so I looked for ${word}.`]
  })
  return [...(unsaid.length > 0 ? [`No fact says ${formatList(unsaid, 'or')}.`] : []), ...mended]
}

/** How many names, and how many words, are offered where nothing is found. */
const mostNames = 10
const mostWords = 4

/**
 * What to try where nothing is found: names, other words, and the same words about all kinds of things. `customId` is
 * that of the menu of names.
 */
export function nothingFoundCard(query: Query, facts: FactSnapshot, customId: string): Card {
  const elsewhere = query.kind === '' ? 0 : facts.search(query.text, { from: 0, most: 0 }).total
  const entitiesOf = (names: readonly Name[]) => names.flatMap(({ entity }) => facts.getEntity(entity) ?? [])
  const matched = facts.names.search(query.text).slice(0, mostNames)
  const near = entitiesOf(matched)
  const known = entitiesOf(facts.names.search(''))
  const words = known.filter(({ kind }) => kind === 'concept').slice(0, mostWords)
  const among = query.kind === '' ? '' : ` about ${kindNames[query.kind].toLowerCase()}`
  const others = words.length > 0 ? `, such as ${formatList(words.map(inQuotes), 'or')}` : ''
  const everywhere = `Show all ${elsewhere}`
  const content = [
    `No fact${among} fits ${quoteUserInput(query.text)}.`,
    elsewhere > 0
      ? `About other things, ${pluralize(elsewhere, 'fact')} ${elsewhere === 1 ? 'does' : 'do'}.`
      : `Try other words${others}.`,
    near.length > 0 ? 'Did you mean one of these names?' : 'Or open one of the best known:',
  ]
  return {
    content: content.join(' '),
    embeds: [],
    components: [
      ...(elsewhere > 0
        ? buttonRow(
            button(ButtonStyle.Primary, everywhere, packCustomId(...searchView({ ...query, kind: '' }, 0))),
          )
        : []),
      ...entitySelectMenu(
        'Choose a name',
        near.length > 0 ? near : known.slice(0, mostNames),
        facts,
        customId,
        new Map(matched.map(({ entity, name }) => [entity, name])),
      ),
    ],
  }
}

function inQuotes({ name }: Entity): string {
  return `“${name.toLowerCase()}”`
}
