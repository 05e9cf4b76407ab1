// The lines of a first answer: at most five values of its kind, and one line of what is not stated.
import type { Line, TextWithFacts } from '../../core/card.ts'
import { eventKinds, tieKinds } from '../../data/model/kinds.ts'
import { attributeLabel, type AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { capitalize, formatValue, nameWithFlag, plainName } from '../shared/format.ts'
import { formatAsOfYear, newestOfEach } from '../shared/sources.ts'
import { answerFields, expectedFields, shortLabel } from './answer-fields.ts'
import type { WholeList } from './current-facts.ts'
import { inverseFacts } from './lead-fact.ts'
import { memberLines, otherRoleLines } from './member-lines.ts'
import { moreOf } from './rest-count.ts'
import { isSaidIn, unsaid } from './said-values.ts'

/** With the line of what is not stated. */
const maxLines = 5

/** In characters, of the values of one line; the first value is always shown. */
const maxValuesLength = 80

/** Of a last value that is shown because it would be the only one left out. */
const maxLastLength = 24

const separator = ' · '

/** The lines below a verdict, which do not repeat it. */
export function answerLines(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  verdict: TextWithFacts | undefined,
  whole: WholeList | undefined,
  left: readonly Line[],
): Line[] {
  const said = verdict?.facts ?? []
  // Words of its own name are in the verdict whatever the verdict says.
  const sentence = (verdict?.text ?? '').replaceAll(plainName(entity.name), '')
  const all = answerFields[entity.kind] ?? groups.map(({ attribute }) => attribute)
  // That there is no promise says best what a thing is not.
  const fields = all.filter((id) => id !== 'is-not' || !deniesDefense(groups))
  const own = fields.flatMap((id) => {
    const group = groups.find(({ attribute }) => attribute === id)
    return group ? (fieldLine(entity, group, facts, { said, sentence }) ?? []) : []
  })
  const lines = [
    ...memberLines(groups, facts, { said, sentence }, whole),
    ...left,
    ...own,
    ...otherRoleLines(groups, facts),
    ...inverseLines(entity, facts, said),
  ]
  const notStated = notStatedLine(entity, groups)
  const shown = withoutRepeats(lines).slice(0, maxLines - notStated.length)
  return [...fittingLines(shown, verdict), ...notStated]
}

function deniesDefense(groups: readonly AttributeFacts[]): boolean {
  const own = groups.find(({ attribute }) => attribute === 'mutual-defense')?.facts ?? []
  return own.some(({ value }) => value.type === 'commitment' && !value.yes)
}

function fieldLine(
  entity: Entity,
  group: AttributeFacts,
  facts: FactSnapshot,
  { said, sentence }: { said: readonly Fact[]; sentence: string },
): Line | undefined {
  const fresh = notIn(sentence, unsaid(group.facts, said), facts)
  if (fresh.length === 0) return undefined
  const label = shortLabel(group.attribute)
  if (group.attribute === 'part-of' && eventKinds.includes(entity.kind)) {
    const line = listedAmong(fresh, facts)
    if (line) return line
  }
  const byValue = newestOfEach(fresh).map((fact) => ({ fact, value: valueText(fact, group, facts) }))
  // "No promise" rather than "Promise: no".
  const isDenied = byValue.every(({ fact }) => fact.value.type === 'commitment' && !fact.value.yes)
  const joined = joinLabel(
    isDenied ? `No ${label.toLowerCase()}` : label,
    byValue.map(({ value }) => value),
  )
  const { text, count } = limitValues(joined.values, (rest) =>
    moreOf(
      group.attribute,
      rest,
      fresh.slice(-rest).every((fact) => isCountry(fact, facts)),
    ),
  )
  return { label: joined.label, text, facts: byValue.slice(0, count).map(({ fact }) => fact) }
}

const denial = /^(No|Not|no|not) (?=\S)/

/** Not the same word twice: "Promise: No defense", not "No promise: No defense"; "Not: a command", not "Not: Not a command". */
function joinLabel(label: string, values: readonly string[]): { label: string; values: readonly string[] } {
  const own = /^Not?(?= |$)/.exec(label)?.[0]
  if (own === undefined || !values.some((value) => denial.test(value))) return { label, values }
  if (label !== own) return { label: capitalize(label.slice(own.length + 1)), values }
  return { label, values: values.map((value) => capitalize(value.replace(denial, ''))) }
}

function isCountry({ value }: Fact, facts: FactSnapshot): boolean {
  return value.type === 'entity' && facts.getEntity(value.entity)?.kind === 'country'
}

/** The facts whose values a sentence lacks. A list of names is whole or not there, lest it seem complete. */
function notIn(sentence: string, own: readonly Fact[], facts: FactSnapshot): Fact[] {
  const isNew = ({ value }: Fact) =>
    value.type === 'number' || !isSaidIn(displayValue(value, facts), sentence)
  const fresh = own.filter(isNew)
  return fresh.some(({ value }) => value.type === 'entity') ? [...own] : fresh
}

/** An article that counts an exercise among those of an alliance does not say that the alliance holds it. */
function listedAmong(partOf: readonly Fact[], facts: FactSnapshot): Line | undefined {
  const [fact] = partOf
  const alliance = fact?.value.type === 'entity' ? facts.getEntity(fact.value.entity) : undefined
  if (!alliance || !tieKinds.includes(alliance.kind)) return undefined
  const articles = new Set(partOf.map(({ article }) => article)).size
  const by = articles === 1 ? 'one article' : `${articles} articles`
  return { label: 'Listed', text: `among ${alliance.name} exercises by ${by}`, facts: partOf }
}

/** Without the square brackets of names that are ours, as in sentences, and without the no that the label says. */
function displayValue(value: Fact['value'], facts: FactSnapshot): string {
  if (value.type === 'commitment') return value.text
  return plainName(formatValue(value, facts.getEntity))
}

/** The value, with its year if it changes. */
function valueText({ value, asOf }: Fact, { timeVarying }: AttributeFacts, facts: FactSnapshot): string {
  const text = displayValue(value, facts)
  return timeVarying ? `${text} (${formatAsOfYear(asOf)})` : text
}

/** The first values that fit, with how many more there are, never one alone, and the number of those that are shown. */
function limitValues(
  values: readonly string[],
  describeRest: (count: number) => string,
): { text: string; count: number } {
  let length = 0
  const overflow = values.findIndex((value, index) => {
    length += value.length + separator.length
    return index > 0 && length > maxValuesLength
  })
  const isOneLeft = overflow === values.length - 1
  // A long one is left out with the one before it.
  const canLeaveTwo = overflow > 1 && (values.at(-1)?.length ?? 0) > maxLastLength
  const count = overflow === -1 || (isOneLeft && !canLeaveTwo) ? values.length : overflow - Number(isOneLeft)
  const more = values.length - count
  return {
    text: [...values.slice(0, count), ...(more > 0 ? [describeRest(more)] : [])].join(separator),
    count,
  }
}

const inverseFields: Partial<Record<Entity['kind'], AttributeId[]>> = {
  person: ['holder', 'signatory'],
  ship: ['ship'],
}

function inverseLabel(attribute: AttributeId, owner: Entity): string {
  if (attribute === 'holder') return 'Position'
  if (attribute === 'signatory') return 'Signed'
  return eventKinds.includes(owner.kind) ? 'Sails in' : 'Belongs to'
}

/** The things of which the entity is a value: the positions of a person, the missions of a ship. */
function inverseLines(entity: Entity, facts: FactSnapshot, said: readonly Fact[]): Line[] {
  const named = (inverseFields[entity.kind] ?? []).flatMap((attribute) =>
    inverseFacts(attribute, entity, facts).flatMap((fact) => {
      const owner = facts.getEntity(fact.entity)
      return owner && !said.some((other) => other.entity === owner.id) ? [{ owner, fact }] : []
    }),
  )
  const byLabel = Map.groupBy(named, ({ owner, fact }) => inverseLabel(fact.attribute, owner))
  return [...byLabel].map(([label, same]) => {
    // Newest first: one that is stated twice carries its newest year.
    const newest = [...Map.groupBy(same, ({ owner }) => owner).values()].flatMap(([first]) => first ?? [])
    const names = newest.map(({ owner, fact }) => {
      const name = plainName(nameWithFlag(owner))
      return eventKinds.includes(owner.kind) ? name : `${name} (${formatAsOfYear(fact.asOf)})`
    })
    const { text, count } = limitValues(names, (rest) => `${rest} more`)
    return { label, text, facts: newest.slice(0, count).map(({ fact }) => fact) }
  })
}

/** Of the verdict and all lines together on a phone, with about this many characters in a row. */
const maxRows = 10
const rowLength = 46

/** A flag is two letters of two code units each, as wide as three characters. */
function rowsOf(text: string): number {
  return Math.ceil(text.replace(/\p{RI}{2}/gu, 'aaa').length / rowLength)
}

/** The first lines that leave the discussion on the screen; the others are behind More. */
export function fittingLines(lines: readonly Line[], verdict: TextWithFacts | undefined): Line[] {
  let rows = rowsOf(verdict?.text ?? '')
  const overflow = lines.findIndex(({ label = '', text }, index) => {
    rows += rowsOf(`${label} ${text}`)
    return index > 0 && rows > maxRows
  })
  return overflow === -1 ? [...lines] : lines.slice(0, overflow)
}

/** Each text once, under the first label that has it, and each label once: a second promise is an obligation. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  return lines
    .filter(({ text }, index) => lines.findIndex((line) => line.text === text) === index)
    .map((line, index, all) => {
      const isSecond = all.findIndex(({ label }) => label === line.label) < index
      return isSecond && line.label === shortLabel('obligation')
        ? { ...line, label: attributeLabel('obligation') }
        : line
    })
}

function notStatedLine({ kind }: Entity, groups: readonly AttributeFacts[]): Line[] {
  const stated = new Set(groups.map(({ attribute }) => attribute))
  const missing = (expectedFields[kind] ?? []).filter(({ anyOf }) => !anyOf.some((id) => stated.has(id)))
  if (groups.length === 0 || missing.length === 0) return []
  return [{ label: 'Not stated', text: missing.map(({ description }) => description).join(separator) }]
}
