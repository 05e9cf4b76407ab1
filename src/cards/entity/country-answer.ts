// The first answer about a country: its strongest relationship as a sentence, the others as lines.
import type { Line, TextWithFacts } from '../../core/card.ts'
import type { Entity, Fact, Role } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import {
  capitalize,
  distinctValues,
  formatDateInSentence,
  formatList,
  formatValue,
  nameInSentence,
  pluralize,
  uncapitalize,
  withIndefiniteArticle,
} from '../shared/format.ts'
import { statementLines } from '../shared/sections.ts'
import { newestOfEach } from '../shared/sources.ts'
import { forcesLine, neutralityLines, notInLine } from './country-lines.ts'
import { relationshipsOf, type Relationship } from './country-relationships.ts'
import { endOf, unitedStates } from './current-facts.ts'
import { lineOf, maxNames, sinceOf, yearsOf } from './relationship-text.ts'
import { isSaidIn } from './said-values.ts'
import { maxVerdictLength } from './verdict.ts'

const maxLines = 5

/** What a sentence says of each label, before the names. */
const phrases: Record<string, string> = {
  'Treaty ally': 'treaty ally',
  Ally: 'ally',
  'Ally or partner': 'ally or partner',
  Partner: 'partner',
}

export interface CountryAnswer {
  verdict: TextWithFacts
  lines: Line[]
}

/** `day`, as yyyy-mm-dd, is that of the view. */
export function countryAnswer(country: Entity, facts: FactSnapshot, day: string): CountryAnswer {
  const relationships = relationshipsOf(country, facts, day)
  const byLabel = [...Map.groupBy(relationships, ({ label }) => label)]
  const end = endOf(facts.factsAbout(country.id), day)
  if (end) return endedState(country, end, facts, byLabel.map(lineOf))
  const [strongest, ...others] = byLabel
  if (!strongest) {
    const { verdict, lines } = mentionedOnly(country, facts)
    return { verdict, lines: [...lines, ...forcesLine(country, facts), ...notInLine(country, facts, day)] }
  }
  if (country.id === unitedStates)
    return { verdict: unitedStatesVerdict(relationships), lines: byLabel.map(lineOf).slice(0, maxLines) }
  const [label, related] = strongest
  const isActivity = ([other]: (typeof others)[number]) => activityLabels.has(other)
  const [activities, bodies] = [others.filter(isActivity), others.filter((other) => !isActivity(other))]
  const { text, named, rest } = verdictSentence(label, related)
  return {
    verdict: { text, facts: named.flatMap(({ facts: own, labelFacts }) => [...own, ...labelFacts]) },
    lines: [
      ...[
        ...(rest.length > 0 ? [lineOf([label, rest])] : []),
        ...descriptionLines(relationships, facts, text),
        ...bodies.map(lineOf),
        ...neutralityLines(country, facts),
        ...notInLine(country, facts, day),
        ...forcesLine(country, facts),
        ...activities.map(lineOf),
      ].slice(0, maxLines),
      ...notStatedLine(label),
    ],
  }
}

const activityLabels = new Set(['Exercises', 'Operations', 'Programs', 'Arms sales', 'Signed'])

/** Of a state that is no more: until when it was one, what followed it, and what it was in. */
function endedState(country: Entity, end: Fact, facts: FactSnapshot, lines: readonly Line[]): CountryAnswer {
  const date = end.value.type === 'date' ? sinceText(end.value.date) : ''
  const successors = facts.factsAbout(country.id).find(({ attribute }) => attribute === 'successor')
  const names = successors && distinctValues(successors.facts, facts.getEntity).join(' · ')
  return {
    verdict: { text: `A state until ${date}.`, facts: [end] },
    lines: [
      ...(successors && names ? [{ label: 'Successor', text: names, facts: successors.facts }] : []),
      ...lines,
    ].slice(0, maxLines),
  }
}

/** What people ask of a country that is not shown to be a treaty ally. */
function notStatedLine(strongest: string): Line[] {
  if (strongest === 'Treaty ally' || strongest === 'Status') return []
  const text = strongest === 'Joining' ? 'whether it has joined' : 'whether a treaty makes it a U.S. ally'
  return [{ label: 'Not stated', text }]
}

/** Words that add nothing to the name of a relationship. */
const genericWords = 'bilateral relationship partnership cooperation'

/** "**Described as** Major non-NATO ally": of the bilateral relationship, unless its name says as much. */
function descriptionLines(
  relationships: readonly Relationship[],
  facts: FactSnapshot,
  verdict: string,
): Line[] {
  const described = newestOfEach(
    relationships
      .filter(({ entity }) => entity.kind === 'tie')
      .flatMap(({ entity }) =>
        facts
          .factsAbout(entity.id)
          .filter(({ attribute }) => attribute === 'form')
          .flatMap((group) => group.facts)
          .filter(
            ({ value }) =>
              value.type === 'text' && !isSaidIn(value.text, `${entity.name} ${genericWords} ${verdict}`),
          ),
      ),
  )
  const text = described.map(({ value }) => formatValue(value, facts.getEntity)).join(' · ')
  return described.length > 0 ? [{ label: 'Described as', text, facts: described }] : []
}

/** Names as many relationships as fit, and leaves the rest to a line. */
function verdictSentence(
  label: string,
  related: readonly Relationship[],
): { text: string; named: readonly Relationship[]; rest: readonly Relationship[] } {
  // Not to say of an observer that it is a former member.
  const role = related[0]?.facts[0]?.role
  const alike = label === 'Other ties' ? related.filter(({ facts }) => facts[0]?.role === role) : related
  let count = alike.length === maxNames + 1 ? alike.length : maxNames
  while (count > 1 && sentenceOf(label, alike.slice(0, count)).length > maxVerdictLength) count -= 1
  const named = alike.slice(0, count)
  return {
    text: sentenceOf(label, named),
    named,
    rest: related.filter((relationship) => !named.includes(relationship)),
  }
}

function sentenceOf(label: string, related: readonly Relationship[]): string {
  const [first] = related
  const since = related.length === 1 && first ? sinceOf(first) : undefined
  const list =
    formatList(related.map(({ entity }) => nameInSentence(entity))) +
    (since === undefined ? '' : `, since ${sinceText(since)}`)
  const isWithUs = related.every(({ others }) => others.some(({ id }) => id === unitedStates))
  const phrase = phrases[label]
  if (phrase !== undefined) {
    const whose = isWithUs ? ' of the United States' : ''
    const differ = label === 'Ally or partner' ? `; ${describeWords(related)}` : ''
    return `${capitalize(withIndefiniteArticle(phrase))}${whose} through ${list}${differ}.`
  }
  switch (label) {
    case 'Status':
      return `${capitalize(withIndefiniteArticle(statusName(related)))} of the United States${since === undefined ? '' : `, since ${sinceText(since)}`}.`
    case 'Suspended':
      return `Suspended from ${list}.`
    case 'Formerly':
      return `A former member of ${list}.`
    case 'Member':
      return related.every(({ entity }) => isPact(entity)) ? `A party to ${list}.` : `A member of ${list}.`
    case 'Cooperation':
      return isWithUs ? `Linked to the United States by ${list}.` : `In ${list}.`
    case 'Other ties':
      return `${rolePhrases[related[0]?.facts[0]?.role ?? 'partner']} ${list}.`
    case 'Joining':
      return `Was joining ${list} in ${yearsOf(related)}.`
    case 'Arms sales':
      return `Named as the buyer in ${list} (${yearsOf(related)}).`
    case 'Signed':
      return `A signatory of ${list}.`
    default:
      return related.every(({ entity }) => entity.edition)
        ? `Took part in ${list}.`
        : `Takes part in ${list}.`
  }
}

/** "June 24, 2024". */
function sinceText(date: string): string {
  return formatDateInSentence(date).replace(/^(in|on) /, '')
}

/** "major non-NATO ally". */
function statusName(related: readonly Relationship[]): string {
  return formatList(related.map(({ entity: { name } }) => uncapitalize(name)))
}

/** Whose words "ally or partner" are. */
function describeWords(related: readonly Relationship[]): string {
  const articles = related
    .flatMap(({ allFacts }) => allFacts)
    .flatMap(({ attribute, article }) => (attribute === 'classification' ? article : []))
  return new Set(articles).size > 1 ? 'the articles differ' : 'one article uses both words'
}

/** What a country signs, rather than joins. */
function isPact({ kind, name }: Entity): boolean {
  return kind === 'treaty' || kind === 'document' || /\b(treaty|pact|agreement)\b/i.test(name)
}

/** What a sentence says of each role but that of a full member. */
const rolePhrases: Partial<Record<Role, string>> = {
  observer: 'An observer in',
  applicant: 'An applicant to',
  partner: 'A partner of',
}

const partyLabels = new Set([...Object.keys(phrases), 'Member', 'Cooperation'])

function unitedStatesVerdict(relationships: readonly Relationship[]): TextWithFacts {
  const parties = relationships.filter(({ label }) => partyLabels.has(label))
  const treaties = parties.filter(({ label }) => label === 'Treaty ally')
  const count =
    parties.length === 1
      ? 'one alliance or partnership'
      : `${pluralize(parties.length, 'alliance')} and partnerships`
  const whichOfThem = parties.length === 1 ? '' : `${treaties.length} of them `
  // That no article states a treaty does not mean that there is none.
  const sealed = treaties.length > 0 ? `, ${whichOfThem}sealed by a treaty` : ''
  const text = `In ${count} recorded here${sealed}.`
  return { text, facts: treaties.flatMap(({ facts, labelFacts }) => [...facts, ...labelFacts]) }
}

/** For a country that no relationship names. */
function mentionedOnly(country: Entity, facts: FactSnapshot): CountryAnswer {
  const own = facts
    .factsAbout(country.id)
    .flatMap((group) => group.facts)
    .filter(({ isOfTable }) => !isOfTable)
  const mentioning: Fact[] = [...own, ...facts.factsMentioning(country.id)]
  if (mentioning.length === 0)
    return { verdict: { text: 'No alliance, partnership or exercise here names it.' }, lines: [] }
  const [first] = mentioning
  if (first && (own.length > 0 || mentioning.length === 1))
    return { verdict: { text: first.statement, facts: [first] }, lines: [] }
  const text = `Named in ${pluralize(mentioning.length, 'fact')} about others; no relationship with the United States is stated.`
  return { verdict: { text }, lines: statementLines(mentioning).slice(0, maxNames) }
}
