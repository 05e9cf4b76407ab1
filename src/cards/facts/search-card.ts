// Search results: eight facts a page, each with its source and the matches in bold; or suggestions if there are none.
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

const hitsPerPage = 8

/** Only a forged button asks for more. */
const maxPages = 100_000

export interface Query {
  text: string
  /** The kind of entity that the facts are about; '' for any. */
  kind: Entity['kind'] | ''
}

interface SearchCardOptions {
  facts: FactSnapshot
  now: Date
  page: number
}

/** The text comes last, since it may contain the separator of custom ids. */
function searchViewState({ text, kind }: Query, page: number): ViewState {
  return ['search', page, kind, text]
}

/** A page of results; undefined if there are none. A page past the last shows the last. */
export function searchCard(query: Query, { facts, now, page }: SearchCardOptions): Card | undefined {
  const search = (pageNumber: number) =>
    find(query, facts, { offset: pageNumber * hitsPerPage, limit: hitsPerPage })
  const requestedPage = clampPage(page, maxPages)
  const requested = search(requestedPage)
  if (requested.total === 0) return undefined
  const count = Math.ceil(requested.total / hitsPerPage)
  const number = clampPage(requestedPage, count)
  const result = number === requestedPage ? requested : search(number)

  const from = number * hitsPerPage
  const range = `${from + 1}–${from + result.hits.length} of ${result.total}`
  const kindNote = query.kind === '' ? '' : ` · ${kindNames[query.kind].toLowerCase()} only`
  const counts = [
    ...pageLabel(number, count),
    count > 1 ? `facts ${range}` : pluralize(result.total, 'fact'),
  ].join(' · ')
  const embed = new EmbedBuilder()
    .setTitle(`Search: ${quoteUserInput(query.text)}`)
    .setColor(neutralColor)
    .addFields(fieldsOf(result.hits, facts, now))
    .setFooter({ text: counts + kindNote })
  const entities = [...new Set(result.hits.map(({ fact }) => fact.entity))]
  return {
    content: summary(query, result, number),
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, count, (to) => packCustomId(...searchViewState(query, to))),
      ...entitySelectMenu(
        'Open a card',
        entities.flatMap((id) => facts.getEntity(id) ?? []),
        packCustomId('entity', ''),
      ),
    ],
    viewState: searchViewState(query, number),
    facts: result.hits.map(({ fact }) => fact),
  }
}

/** The facts that match; an entity is of every kind that an article classifies it as. */
export function find(
  { text, kind }: Query,
  facts: FactSnapshot,
  page: { offset: number; limit: number },
): SearchResult {
  if (kind === '') return facts.search(text, page)
  const about = facts.entities.flatMap(({ id }) => (facts.kindsOf(id).has(kind) ? [id] : []))
  return facts.search(text, { ...page, about })
}

function fieldsOf(hits: readonly Hit[], facts: FactSnapshot, now: Date) {
  const format = (formatStatement: (segments: readonly HighlightSegment[]) => string) =>
    hits.map(({ fact, segments }) => {
      const entity = facts.getEntity(fact.entity)
      return {
        name: `${entity ? nameWithFlag(entity) : fact.entity} · ${labelFor(entity, fact.attribute)}`,
        value: `${formatStatement(segments)}\n${citationLine([fact], facts.getArticle, isOutdatedAt(now))}`,
      }
    })
  const fields = format(withMatchesBold)
  // If bold makes the card too long, it is dropped before any text.
  const length = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
  return length <= limits.embedTotal - 500 ? fields : format(plain)
}

/** The statement with matches in bold and everything else escaped. */
export function withMatchesBold(segments: readonly HighlightSegment[]): string {
  return segments
    .map(({ text, isMatch }) =>
      isMatch ? escape(text).replace(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su, '**$&**') : escape(text),
    )
    .join('')
    .replaceAll('** **', ' ')
}

function plain(segments: readonly HighlightSegment[]): string {
  return segments.map(({ text }) => escape(text)).join('')
}

/** Leaves URLs as they are, so that they work as links. */
function escape(text: string): string {
  return text.includes('://') ? text : escapeMarkdown(text)
}

function summary(query: Query, result: SearchResult, page: number): string {
  const [best] = page === 0 ? result.hits : []
  const rest = result.corrections.some(({ replacement }) => !replacement) ? 'the rest of ' : ''
  const countSentence = result.isPartial
    ? `No fact has all of ${quoteUserInput(query.text)}; ${pluralize(result.total, 'fact')} ${result.total === 1 ? 'has' : 'have'} some of it.`
    : `${pluralize(result.total, 'fact')} ${result.total === 1 ? 'fits' : 'fit'} ${rest}${quoteUserInput(query.text)}.`
  return [
    ...correctionNotes(result),
    countSentence,
    ...(best ? [`First: ${plain(best.segments)}`] : []),
  ].join(' ')
}

/** Which words no fact has, and what was searched for instead. */
function correctionNotes({ corrections }: SearchResult): string[] {
  const unmatched = corrections
    .filter(({ replacement }) => !replacement)
    .map(({ word }) => quoteUserInput(word))
  const replaced = corrections.flatMap(({ word, replacement }) => {
    if (!replacement) return []
    const text = quoteUserInput(replacement.text + (replacement.isPrefix ? '…' : ''))
    return [`No fact says ${quoteUserInput(word)}, so I looked for ${text}.`]
  })
  return [...(unmatched.length > 0 ? [`No fact says ${formatList(unmatched, 'or')}.`] : []), ...replaced]
}

/** How many names and words are suggested if nothing is found. */
const maxSuggestedNames = 10
const maxSuggestedWords = 4

/** Suggestions if nothing is found: names, other words, and the same query for all kinds. `customId`: of the name menu. */
export function nothingFoundCard(query: Query, facts: FactSnapshot, customId: string): Card {
  const otherKinds = query.kind === '' ? 0 : facts.search(query.text, { offset: 0, limit: 0 }).total
  const entitiesOf = (names: readonly Name[]) => names.flatMap(({ entity }) => facts.getEntity(entity) ?? [])
  const matched = facts.names.search(query.text).slice(0, maxSuggestedNames)
  const similar = entitiesOf(matched)
  const bestKnown = entitiesOf(facts.names.search(''))
  const concepts = bestKnown.filter(({ kind }) => kind === 'concept').slice(0, maxSuggestedWords)
  const kindPhrase = query.kind === '' ? '' : ` about ${kindNames[query.kind].toLowerCase()}`
  const examples = concepts.length > 0 ? `, such as ${formatList(concepts.map(inQuotes), 'or')}` : ''
  const showAllLabel = `Show all ${otherKinds}`
  const content = [
    `No fact${kindPhrase} fits ${quoteUserInput(query.text)}.`,
    otherKinds > 0
      ? `About other things, ${pluralize(otherKinds, 'fact')} ${otherKinds === 1 ? 'does' : 'do'}.`
      : `Try other words${examples}.`,
    similar.length > 0 ? 'Did you mean one of these names?' : 'Or open one of the best known:',
  ]
  return {
    content: content.join(' '),
    embeds: [],
    components: [
      ...(otherKinds > 0
        ? buttonRow(
            button(
              ButtonStyle.Primary,
              showAllLabel,
              packCustomId(...searchViewState({ ...query, kind: '' }, 0)),
            ),
          )
        : []),
      ...entitySelectMenu(
        'Choose a name',
        similar.length > 0 ? similar : bestKnown.slice(0, maxSuggestedNames),
        customId,
        new Map(matched.map(({ entity, name }) => [entity, name])),
      ),
    ],
  }
}

function inQuotes({ name }: Entity): string {
  return `“${name.toLowerCase()}”`
}
