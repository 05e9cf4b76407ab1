// Search results: the answer to a question, then five facts a page, with their sources and the matches in bold; or
// suggestions if there is nothing.
import { escapeMarkdown } from 'discord.js'
import { buttonRow, type Card, type Line, type ViewState } from '../../core/card.ts'
import { kindNames } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { HighlightSegment, Hit, SearchResult } from '../../data/query/full-text-search.ts'
import type { Name } from '../../data/query/name-index.ts'
import { neutralColor } from '../shared/colors.ts'
import { entityMenu } from '../shared/entity-menu.ts'
import { formatList, nameWithFlag, pluralize, quoteUserInput } from '../shared/format.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { citeFewestSources, factsIn, sourcesOf } from '../shared/sources.ts'

const hitsPerPage = 5

/** Only a forged button asks for more. */
const maxPages = 100_000

export interface Query {
  text: string
  /** The kind of entity that the facts are about; '' for any. */
  kind: Entity['kind'] | ''
  /** Stands for the text in custom ids, if that is too long for them. */
  key?: string
}

interface SearchCardOptions {
  facts: FactSnapshot
  page: number
  /** To the query, if that is a question. */
  answer?: { verdict: string; facts: readonly Fact[] } | undefined
}

/** The text comes last, since it may contain the separator of custom ids. */
function searchViewState({ text, kind, key }: Query, page: number): ViewState {
  return key === undefined ? ['search', page, kind, text] : ['search', `${page}.${key}`, kind]
}

/** A page of results; undefined if there are none. A page past the last shows the last. */
export function searchCard(query: Query, { facts, page, answer }: SearchCardOptions): Card | undefined {
  const search = (pageNumber: number) =>
    find(query, facts, { offset: pageNumber * hitsPerPage, limit: hitsPerPage })
  const requestedPage = clampPage(page, maxPages)
  const requested = search(requestedPage)
  if (requested.total === 0 && !answer) return undefined
  const count = Math.max(1, Math.ceil(requested.total / hitsPerPage))
  const number = clampPage(requestedPage, count)
  const result = number === requestedPage ? requested : search(number)

  const hits = result.hits.map(({ fact }) => fact)
  const entities = [...new Set(hits.map(({ entity }) => entity))]
  const [answered] =
    answer && number === 0
      ? citeFewestSources([{ text: answer.verdict, facts: answer.facts }], answer.facts)
      : []
  const sections =
    hits.length === 0
      ? []
      : [
          {
            ...(answered && { heading: summary(result) }),
            isBulleted: true,
            lines: result.hits.map((hit) => lineOf(hit, facts)),
          },
        ]
  const shown = factsIn(answered, sections)
  const kindNote = query.kind === '' ? [] : [`Only ${kindNames[query.kind].toLowerCase()}`]
  const notes = [...pageLabel(number, count), ...kindNote].join(' · ')
  return {
    heading: { text: `Search: ${quoteUserInput(query.text)}`, isTitle: true },
    color: neutralColor,
    verdict: answered ?? { text: summary(result) },
    sections,
    sources: sourcesOf(shown, facts),
    notes: notes === '' ? [] : [notes],
    controls: [
      ...entityMenu(
        'Open a card',
        entities.flatMap((id) => facts.getEntity(id) ?? []),
        ['entity', ''],
      ),
      ...paginationRow(number, count, (to) => searchViewState(query, to)),
    ],
    viewState: searchViewState(query, number),
    facts: shown,
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

/** What the fact is about stands before its statement, unless the statement names it. */
function lineOf({ fact, segments }: Hit, facts: FactSnapshot): Line {
  const entity = facts.getEntity(fact.entity)
  const statement = fact.statement.toLowerCase()
  const isNamed =
    entity && [entity.name, ...entity.aliases].some((name) => statement.includes(name.toLowerCase()))
  return {
    ...(entity && !isNamed && { label: nameWithFlag(entity) }),
    text: withMatchesBold(segments),
    facts: [fact],
  }
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

/** Leaves URLs as they are, so that they work as links. */
function escape(text: string): string {
  return text.includes('://') ? text : escapeMarkdown(text)
}

function summary(result: SearchResult): string {
  const rest = result.corrections.some(({ replacement }) => !replacement) ? ' the rest' : ''
  const count = pluralize(result.total, 'fact')
  const countSentence = result.isPartial
    ? `No fact has all of these words; ${count} ${result.total === 1 ? 'has' : 'have'} some of them.`
    : `${count} ${result.total === 1 ? 'fits' : 'fit'}${rest}.`
  return [...correctionNotes(result), countSentence].join(' ')
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

/** Suggestions if nothing is found: names, other words, and the same query for all kinds. `opens`: by the menu of names. */
export function nothingFoundCard(query: Query, facts: FactSnapshot, opens: ViewState): Card {
  const otherKinds = query.kind === '' ? 0 : facts.search(query.text, { offset: 0, limit: 0 }).total
  const entitiesOf = (names: readonly Name[]) => names.flatMap(({ entity }) => facts.getEntity(entity) ?? [])
  const matched = facts.names.search(query.text).slice(0, maxSuggestedNames)
  const similar = entitiesOf(matched)
  const bestKnown = entitiesOf(facts.names.search(''))
  const concepts = bestKnown.filter(({ kind }) => kind === 'concept').slice(0, maxSuggestedWords)
  const kindPhrase = query.kind === '' ? '' : ` about ${kindNames[query.kind].toLowerCase()}`
  const examples = concepts.length > 0 ? `, such as ${formatList(concepts.map(inQuotes), 'or')}` : ''
  const content = [
    `No fact${kindPhrase} fits ${quoteUserInput(query.text)}.`,
    otherKinds > 0
      ? `About other things, ${pluralize(otherKinds, 'fact')} ${otherKinds === 1 ? 'does' : 'do'}.`
      : `Try other words${examples}.`,
    similar.length > 0 ? 'Did you mean one of these names?' : 'Or open one of the best known:',
  ]
  return {
    verdict: { text: content.join(' ') },
    controls: [
      ...(otherKinds > 0
        ? buttonRow({
            label: `Show all ${otherKinds}`,
            opens: searchViewState({ ...query, kind: '' }, 0),
            style: 'primary',
          })
        : []),
      ...entityMenu(
        'Choose a name',
        similar.length > 0 ? similar : bestKnown.slice(0, maxSuggestedNames),
        opens,
        new Map(matched.map(({ entity, name }) => [entity, name])),
      ),
    ],
  }
}

function inQuotes({ name }: Entity): string {
  return `“${name.toLowerCase()}”`
}
