// What a country is in with others, kind by kind: as an ally, a partner or a member, its exercises, programs and sales.
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts, FactSnapshot } from '../../data/query/fact-store.ts'
import type { TextBlock, TextLine } from '../shared/text-blocks.ts'
import { formatList, nameInSentence } from '../shared/format.ts'

type AttributeId = AttributeFacts['attribute']

/** The kinds of tie, in the order in which a card shows them. */
const labels = {
  treatyAlly: 'Treaty ally',
  ally: 'Ally',
  either: 'Ally or partner (the articles differ)',
  partner: 'Partner',
  member: 'Member of',
  tie: 'Other ties',
  joining: 'Joining',
  exercise: 'Exercises',
  operation: 'Operations and missions',
  program: 'Programs',
  sale: 'Arms sales',
  document: 'Documents signed',
}

const eventLabels: Partial<Record<Entity['kind'], string>> = {
  exercise: labels.exercise,
  operation: labels.operation,
  mission: labels.operation,
  program: labels.program,
}

const plainLabels: Partial<Record<AttributeId, string>> = {
  applicant: labels.joining,
  buyer: labels.sale,
  signatory: labels.document,
}

const unitedStates = 'united-states'
const parties = new Set<AttributeId>(['member', 'participant', 'led-by'])

/** How many kinds of tie the answer in one line holds, and how many names of each. */
const kindsInWords = 4
const namesInWords = 3

/** Where one of these is told, more may be in it than those that are named. */
const tellsOfMore = new Set<AttributeId>(['other-members', 'member-count', 'participants'])

function areAllNamed(groups: readonly AttributeFacts[]): boolean {
  const named = groups.find(({ attribute }) => attribute === 'member')?.facts.map(valueOf)
  const count = new Set(named).size
  return groups
    .filter(({ attribute }) => tellsOfMore.has(attribute))
    .every((group) => group.facts.every(({ value }) => value.type === 'number' && value.number === count))
}

/** What a country is in: one thing under one label, with the facts that say so. */
interface Tie {
  label: string
  entity: Entity
  /** Who else is named as being in it. */
  others: Entity[]
  facts: readonly Fact[]
  /** Those, and what else is said of who is in it and of what kind it is. */
  all: readonly Fact[]
}

function relationshipsOf(country: Entity, facts: FactSnapshot): Tie[] {
  return facts.memo(`ties ${country.id}`, () => findTies(country, facts))
}

function findTies(country: Entity, facts: FactSnapshot): Tie[] {
  const told = facts.factsMentioning(country.id).filter((fact) => valueOf(fact) === country.id)
  const byEntity = Map.groupBy(told, ({ entity }) => facts.getEntity(entity))
  const ties = [...byEntity].flatMap(([entity, own]) => {
    if (!entity) return []
    const groups = facts.factsAbout(entity.id)
    const labelled = Map.groupBy(own, (fact) => labelOf(fact, entity, groups))
    return [...labelled].flatMap(([label, same]) =>
      label ? { label, entity, ...coParties(country, same, groups, facts) } : [],
    )
  })
  const order = Object.values(labels)
  return ties.toSorted((a, b) => order.indexOf(a.label) - order.indexOf(b.label))
}

function labelOf(
  { attribute, role }: Fact,
  entity: Entity,
  groups: readonly AttributeFacts[],
): string | undefined {
  if (attribute === 'member') return isFullRole(role) ? labelOfMember(entity, groups) : labels.tie
  if (attribute === 'participant' || attribute === 'led-by') return eventLabels[entity.kind]
  return plainLabels[attribute]
}

/** Who is only an observer in an alliance, or was once in it, is no ally by that. */
function isFullRole(role: Fact['role']): boolean {
  return role === null || role === 'full'
}

const allied = ['alliance', 'pact']
const partnered = ['partnership', 'security-partnership']

function calledOneOf(words: readonly string[], groups: readonly AttributeFacts[]): Fact[] {
  const told = groups.find(({ attribute }) => attribute === 'classification')?.facts ?? []
  return told.filter(({ value }) => value.type === 'classification' && words.includes(value.classification))
}

function saidToRestOnTreaty(groups: readonly AttributeFacts[]): Fact[] {
  const told = groups.find(({ attribute }) => attribute === 'treaty')?.facts ?? []
  return told.every(({ value }) => value.type === 'yes-no' && value.yes) ? told : []
}

/** A treaty ally is who is in what articles call an alliance and say to rest on a treaty. */
function labelOfMember({ kind }: Entity, groups: readonly AttributeFacts[]): string {
  const isAlly = calledOneOf(allied, groups).length > 0
  const isPartner = calledOneOf(partnered, groups).length > 0
  if (calledOneOf(['alliance'], groups).length > 0 && saidToRestOnTreaty(groups).length > 0)
    return labels.treatyAlly
  if (isAlly) return isPartner ? labels.either : labels.ally
  if (isPartner) return labels.partner
  return kind === 'tie' ? labels.tie : labels.member
}

/** Who else is named, and the facts that say so; of the many of which only some are named, the United States alone. */
function coParties(
  country: Entity,
  own: readonly Fact[],
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): Pick<Tie, 'others' | 'facts' | 'all'> {
  if (!own.some(({ attribute }) => parties.has(attribute))) return { others: [], facts: own, all: own }
  const named = groups.filter(({ attribute }) => parties.has(attribute)).flatMap((group) => group.facts)
  const called = [calledOneOf(allied, groups), calledOneOf(partnered, groups), saidToRestOnTreaty(groups)]
  const areAll = areAllNamed(groups)
  const others = named.filter((fact) => {
    const id = valueOf(fact) ?? ''
    const isOther = facts.getEntity(id)?.kind === 'country' && id !== country.id
    return isOther && isFullRole(fact.role) && (areAll || id === unitedStates)
  })
  // One fact for each word that the label rests on: the newest.
  const newest = called.flatMap((told) => told.toSorted(byAge).slice(0, 1))
  return {
    others: [...new Set(others.flatMap((fact) => facts.getEntity(valueOf(fact) ?? '') ?? []))],
    facts: [...new Set([...own, ...others, ...newest])],
    all: [...named, ...called.flat()],
  }
}

function byAge(one: Fact, other: Fact): number {
  return other.visibleFrom.localeCompare(one.visibleFrom)
}

/** The facts that the ties of a country rest on; none for what is no country. */
export function factsOfTies(entity: Entity, facts: FactSnapshot): Fact[] {
  return entity.kind === 'country' ? relationshipsOf(entity, facts).flatMap(({ all }) => all) : []
}

/** The ties of a country as the first page of its card shows them, and that it is called no treaty ally where it is not. */
export function relationshipBlocks(country: Entity, facts: FactSnapshot): TextBlock[] {
  const byLabel = Map.groupBy(relationshipsOf(country, facts), ({ label }) => label)
  const blocks = [...byLabel].map(([label, ties]) => ({
    label,
    isBulleted: false,
    lines: ties.map(lineOf),
  }))
  const silent = { label: labels.treatyAlly, isBulleted: false, lines: [{ text: 'not stated', facts: [] }] }
  return country.id === unitedStates || byLabel.has(labels.treatyAlly) ? blocks : [silent, ...blocks]
}

/** "NORAD, with the United States"; names alone run on. */
function lineOf(tie: Tie): TextLine {
  const { label, entity, facts } = tie
  const role = facts[0]?.role ?? null
  const name = isFullRole(role) ? entity.name : `${entity.name} (${role})`
  const beside = besideName(tie)
  return { text: beside ? `${name}, with ${beside}` : name, facts: [...facts], inlineGroup: label }
}

/** "Treaty ally: ANZUS; partner: Quad", for the answer in one line; '' where there is none. */
export function relationshipSummary(country: Entity, facts: FactSnapshot): string {
  const byLabel = Map.groupBy(relationshipsOf(country, facts), ({ label }) => label)
  return [...byLabel]
    .slice(0, kindsInWords)
    .map(([label, ties]) => {
      const names = ties.map(({ entity }) => entity.name)
      const more = names.length - namesInWords
      const shown = more > 1 ? [...names.slice(0, namesInWords), `${more} more`] : names
      return `${label.charAt(0).toLowerCase()}${label.slice(1)}: ${formatList(shown)}`
    })
    .join('; ')
}

/** Those whom the name of the tie does not tell already. */
function besideName({ entity: { name }, others }: Tie): string {
  const words = ` ${name.replace(/[^\p{L}.]+/gu, ' ')} `
  const untold = others.filter(
    (other) => ![other.name, ...other.aliases].some((called) => words.includes(` ${called} `)),
  )
  return formatList(untold.map(nameInSentence))
}

function valueOf({ value }: Fact): string | undefined {
  return value.type === 'entity' ? value.entity : undefined
}
