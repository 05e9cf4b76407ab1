// What a search has found: facts, eight a page, each with its source and what matched in bold; or what else to try.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle, escapeMarkdown } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { Found, Hit, Piece } from '../../data/query/full-text-search.ts'
import type { Entity } from '../../data/build/schema.ts'
import type { Name } from '../../data/query/name-index.ts'
import type { Facts } from '../../data/query/fact-store.ts'
import { plainAccent } from '../shared/colors.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card, View } from '../../core/card.ts'
import { labelFor } from '../entity/classification.ts'
import { kindNames } from '../../data/model/kinds.ts'
import { limits } from '../shared/discord-limits.ts'
import { entityMenu } from '../shared/entity-menu.ts'
import { pageAt, pageNote, pageRow } from '../shared/pagination.ts'
import { isOldAt, sourceLine } from '../shared/source-footnotes.ts'
import { counted, list, nameWithFlag, quoteTyped } from '../shared/format.ts'

const hitsAPage = 8

/** More pages than this are never asked for but by a forged button. */
const mostPages = 100_000

export interface Query {
  text: string
  /** The kind of thing that the facts are to be about; '' for any. */
  kind: Entity['kind'] | ''
}

interface SearchCardOptions {
  facts: Facts
  now: Date
  page: number
}

/** What a search is for, as it stands in a view; its text comes last, since it may hold what parts are told by. */
function searchView({ text, kind }: Query, page: number): View {
  return ['search', page, kind, text]
}

/** The page of a search; undefined where nothing is found. A page past the last is the last. */
export function searchCard(query: Query, { facts, now, page }: SearchCardOptions): Card | undefined {
  const search = (at: number) => find(query, facts, { from: at * hitsAPage, most: hitsAPage })
  const wanted = pageAt(page, mostPages)
  const asked = search(wanted)
  if (asked.total === 0) return undefined
  const count = Math.ceil(asked.total / hitsAPage)
  const number = pageAt(wanted, count)
  const found = number === wanted ? asked : search(number)

  const from = number * hitsAPage
  const range = `${from + 1}–${from + found.hits.length} of ${found.total}`
  const among = query.kind === '' ? '' : ` · ${kindNames[query.kind].toLowerCase()} only`
  const paged = [
    ...pageNote(number, count),
    count > 1 ? `facts ${range}` : counted(found.total, 'fact'),
  ].join(' · ')
  const embed = new EmbedBuilder()
    .setTitle(`Search: ${quoteTyped(query.text)}`)
    .setColor(plainAccent)
    .addFields(fieldsOf(found.hits, facts, now))
    .setFooter({ text: paged + among })
  const entities = [...new Set(found.hits.map(({ fact }) => fact.entity))]
  return {
    content: answer(query, found, number),
    embeds: [embed.toJSON()],
    rows: [
      ...pageRow(number, count, (to) => packCustomId(...searchView(query, to))),
      ...entityMenu(
        'Open a card',
        entities.flatMap((id) => facts.entity(id) ?? []),
        facts,
        packCustomId('open', ''),
      ),
    ],
    view: searchView(query, number),
    facts: found.hits.map(({ fact }) => fact),
  }
}

/** The facts that a query fits; any article's word for what a thing is makes it one of that kind. */
export function find({ text, kind }: Query, facts: Facts, range: { from: number; most: number }): Found {
  if (kind === '') return facts.search(text, range)
  const about = facts.entities.flatMap(({ id }) => (facts.kindsOf(id).has(kind) ? [id] : []))
  return facts.search(text, { ...range, about })
}

function fieldsOf(hits: readonly Hit[], facts: Facts, now: Date) {
  const write = (statement: (pieces: readonly Piece[]) => string) =>
    hits.map(({ fact, pieces }) => {
      const entity = facts.entity(fact.entity)
      return {
        name: `${entity ? nameWithFlag(entity) : fact.entity} · ${labelFor(entity, fact.attribute, facts)}`,
        value: `${statement(pieces)}\n${sourceLine([fact], facts.article, isOldAt(now))}`,
      }
    })
  const fields = write(withMatchesBold)
  // Stars that would make a card too long are left out before anything that is said.
  const length = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
  return length <= limits.embedTotal - 500 ? fields : write(plain)
}

/** The statement with what matched in bold, and nothing else in it that formats. */
export function withMatchesBold(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, matched }) =>
      matched ? escaped(text).replace(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su, '**$&**') : escaped(text),
    )
    .join('')
    .replaceAll('** **', ' ')
}

function plain(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => escaped(text)).join('')
}

/** An address stays as it is, so that it can be followed. */
function escaped(text: string): string {
  return text.includes('://') ? text : escapeMarkdown(text)
}

function answer(query: Query, found: Found, page: number): string {
  const [best] = page === 0 ? found.hits : []
  const rest = found.instead.some(({ searched }) => !searched) ? 'the rest of ' : ''
  const fit = found.partly
    ? `No fact has all of ${quoteTyped(query.text)}; ${counted(found.total, 'fact')} ${found.total === 1 ? 'has' : 'have'} some of it.`
    : `${counted(found.total, 'fact')} ${found.total === 1 ? 'fits' : 'fit'} ${rest}${quoteTyped(query.text)}.`
  return [...notes(found), fit, ...(best ? [`First: ${plain(best.pieces)}`] : [])].join(' ')
}

/** Which words no fact has, and what was looked for in their place. */
function notes({ instead }: Found): string[] {
  const unsaid = instead.filter(({ searched }) => !searched).map(({ typed }) => quoteTyped(typed))
  const mended = instead.flatMap(({ typed, searched }) => {
    if (!searched) return []
    const word = quoteTyped(searched.word + (searched.unfinished ? '…' : ''))
    return [`No fact says ${quoteTyped(typed)}, so I looked for ${word}.`]
  })
  return [...(unsaid.length > 0 ? [`No fact says ${list(unsaid, 'or')}.`] : []), ...mended]
}

/** How many names, and how many words, are offered where nothing is found. */
const mostNames = 10
const mostWords = 4

/**
 * What to try where nothing is found: names, other words, and the same words about all kinds of things. `customId` is
 * that of the menu of names.
 */
export function nothingFoundCard(query: Query, facts: Facts, customId: string): Card {
  const elsewhere = query.kind === '' ? 0 : facts.search(query.text, { from: 0, most: 0 }).total
  const entitiesOf = (names: readonly Name[]) => names.flatMap(({ entity }) => facts.entity(entity) ?? [])
  const matched = facts.names.search(query.text).slice(0, mostNames)
  const near = entitiesOf(matched)
  const known = entitiesOf(facts.names.search(''))
  const words = known.filter(({ kind }) => kind === 'concept').slice(0, mostWords)
  const among = query.kind === '' ? '' : ` about ${kindNames[query.kind].toLowerCase()}`
  const others = words.length > 0 ? `, such as ${list(words.map(inQuotes), 'or')}` : ''
  const everywhere = `Show all ${elsewhere}`
  const content = [
    `No fact${among} fits ${quoteTyped(query.text)}.`,
    elsewhere > 0
      ? `About other things, ${counted(elsewhere, 'fact')} ${elsewhere === 1 ? 'does' : 'do'}.`
      : `Try other words${others}.`,
    near.length > 0 ? 'Did you mean one of these names?' : 'Or open one of the best known:',
  ]
  return {
    content: content.join(' '),
    embeds: [],
    rows: [
      ...(elsewhere > 0
        ? buttonRow(
            button(ButtonStyle.Primary, everywhere, packCustomId(...searchView({ ...query, kind: '' }, 0))),
          )
        : []),
      ...entityMenu(
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
