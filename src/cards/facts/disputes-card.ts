// Where the articles differ: on one entity, each side with its sources; or on all, each difference in a line.
import { buttonRow, type Card, type Citation, type Line, type Section } from '../../core/card.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { Dispute, DisputeType } from '../../data/query/disputes.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { labelFor } from '../entity/classification.ts'
import { disputeColor } from '../shared/colors.ts'
import { entityMenu } from '../shared/entity-menu.ts'
import { capitalize, cardButtonLabel, formatAsOf, formatList, nameWithFlag } from '../shared/format.ts'
import { clampPage, pageButtons, pageLabel, paginationRow } from '../shared/pagination.ts'
import { paginateSections } from '../shared/sections.ts'
import { citationOf, factsIn, isOutdatedAt, sourcesOf } from '../shared/sources.ts'
import { classificationQuestion, classificationWords, disputeSentence, sideText } from './dispute-sentence.ts'

/** What a type of difference means; never who is right. */
const explanations: Record<DisputeType, string> = {
  classification:
    'The articles tell formal ties, sealed by treaty, from looser ones; these words fall on both sides.',
  contradiction: 'These cannot all be true.',
  change: 'This changes over time, so each may be right for its date.',
  precision: 'These agree; one is more exact.',
  wording: 'Different words that can all be true: no contradiction.',
}

const disputeTypes: readonly DisputeType[] = ['classification', 'contradiction', 'change']

/** Long values are behind the first page. */
const pageSize = { length: 700, lines: 5 }

interface DisputesCardOptions {
  facts: FactSnapshot
  now: Date
  page: number
}

/** Where the articles differ on one entity or on all; undefined if they do not. */
export function disputesCard(about: Entity | undefined, options: DisputesCardOptions): Card | undefined {
  const disputes = options.facts.disputes().filter(({ entity }) => !about || entity.id === about.id)
  if (disputes.length === 0) return undefined
  return about ? entityDisputesCard(about, disputes, options) : allDisputesCard(disputes, options)
}

/** The entities on which the articles differ, each once. */
export function disputedEntities(facts: FactSnapshot): Entity[] {
  return [...new Set(facts.disputes().map(({ entity }) => entity))]
}

function entityDisputesCard(
  about: Entity,
  disputes: readonly Dispute[],
  { facts, now, page }: DisputesCardOptions,
): Card {
  const isOnly = disputes.length === 1
  const all = disputes.map(({ group, type }): Section => ({
    ...(!isOnly && { heading: labelFor(about, group.attribute) }),
    caption: explanations[type],
    lines: linesOf(group.facts, facts, isOutdatedAt(now)),
  }))
  const pages = paginateSections(all, pageSize)
  const number = clampPage(page, pages.length)
  const sections = pages[number] ?? []
  const [first] = disputes as readonly [Dispute, ...Dispute[]]
  const verdict = { text: disputeSentence(first, facts), facts: first.group.facts }
  const viewOf = (to: number) => ['disputes', to, about.id] as const
  return {
    heading: { text: `${nameWithFlag(about)}: ${subjectOf(first, isOnly)}` },
    color: disputeColor,
    verdict,
    sections,
    notes: pageLabel(number, pages.length),
    controls: buttonRow(
      { label: cardButtonLabel(about), opens: ['entity', '', about.id] },
      ...(pages.length > 1 ? pageButtons(number, pages.length, viewOf) : []),
    ),
    viewState: viewOf(number),
    facts: factsIn(verdict, sections),
  }
}

/** "partnership or alliance?" if that is all that they differ on. */
function subjectOf(dispute: Dispute, isOnly: boolean): string {
  if (!isOnly || dispute.group.attribute !== 'classification') return 'where the articles differ'
  return dispute.type === 'classification' ? classificationQuestion(dispute) : 'what it is called'
}

/** One line per value, or set of values, with every article that gives it. */
function linesOf(group: readonly Fact[], facts: FactSnapshot, isOutdated: (fact: Fact) => boolean): Line[] {
  const byArticle = Map.groupBy(group, ({ article, asOf }) => `${article} ${formatAsOf(asOf)}`)
  const sides = Map.groupBy([...byArticle.values()], (own) => capitalize(formatList(valuesOf(own, facts))))
  return [...sides].map(([values, articles]) => ({
    text: `**${values}**`,
    facts: articles.flat(),
    citation: articles.map((own): Citation => citationOf(own as [Fact, ...Fact[]], facts, isOutdated)),
  }))
}

function valuesOf(own: readonly Fact[], facts: FactSnapshot): string[] {
  const isClassification = own.every(({ attribute }) => attribute === 'classification')
  if (isClassification) return classificationWords(own).toSorted()
  return [...new Set(own.map((fact) => sideText(fact, undefined, facts)))]
}

function allDisputesCard(disputes: readonly Dispute[], { facts, page }: DisputesCardOptions): Card {
  const [real = [], wording = []] = [true, false].map((isReal) =>
    disputes.filter(({ type }) => disputeTypes.includes(type) === isReal),
  )
  const [called = [], others = []] = [true, false].map((isKind) =>
    real.filter(({ type }) => (type === 'classification') === isKind),
  )
  const lineOf = (dispute: Dispute): Line => ({
    label: dispute.entity.name,
    text: disputeSentence(dispute, facts),
    facts: dispute.group.facts,
  })
  const all = [
    { heading: 'What kind of tie it is', lines: called.map(lineOf) },
    { heading: 'Dates, numbers and members', lines: others.map(lineOf) },
    { heading: 'Different words, no contradiction', lines: wording.map(lineOf) },
  ].filter(({ lines }) => lines.length > 0)
  const pages = paginateSections(all, pageSize)
  const number = clampPage(page, pages.length)
  const sections = pages[number] ?? []
  const shown = factsIn(undefined, sections)
  const viewOf = (to: number) => ['disputes', to, ''] as const
  return {
    heading: { text: 'Where the articles differ' },
    color: disputeColor,
    verdict: { text: summary(real.length, wording.length) },
    sections,
    sources: sourcesOf(shown, facts),
    notes: pageLabel(number, pages.length),
    controls: [
      ...entityMenu(
        'Show both sides',
        [...new Set(shown.map(({ entity }) => entity))].flatMap((id) => facts.getEntity(id) ?? []),
        ['disputes', 0],
      ),
      ...paginationRow(number, pages.length, viewOf),
    ],
    viewState: viewOf(number),
    facts: shown,
  }
}

function summary(real: number, wording: number): string {
  if (real === 0) return `They do not contradict each other, but use different words in ${places(wording)}.`
  const more = wording > 0 ? `; in ${wording} more they only use different words` : ''
  return `The articles differ in ${places(real)}${more}.`
}

function places(count: number): string {
  return count === 1 ? 'one place' : `${count} places`
}
