// The fields of the overview (the first page of a card) for each kind, as data.
import type { AttributeId } from '../../data/model/attributes.ts'
import type { Entity } from '../../data/model/types.ts'

export interface OverviewField {
  attribute: AttributeId
  /** Shown as "not stated" if no article states it. */
  required?: boolean
  /** Shown as a list: the sentences if all of them fit, or else their values. */
  asList?: boolean
  /** Shown with the date of the article, since it changes. */
  withDate?: boolean
  /** The label for facts about others that have the entity as their value: the positions of a person. */
  inverseLabel?: string
}

const tie: OverviewField[] = [
  { attribute: 'full-name' },
  { attribute: 'treaty', required: true },
  { attribute: 'member', required: true },
  { attribute: 'founded', required: true },
  { attribute: 'announced' },
  { attribute: 'signed' },
  { attribute: 'renewed' },
  { attribute: 'began' },
  { attribute: 'region', required: true },
  { attribute: 'purpose', required: true, asList: true },
  { attribute: 'obligation', required: true, asList: true },
]

/** Whether it rests on a treaty is pointless for a treaty. */
const treaty = tie.filter(({ attribute }) => attribute !== 'treaty')

/** A program has no members; people ask what it counts and does, and where. */
const program: OverviewField[] = [
  { attribute: 'full-name' },
  { attribute: 'part-of' },
  { attribute: 'partnerships' },
  { attribute: 'growth' },
  { attribute: 'amount' },
  { attribute: 'recipients' },
  { attribute: 'participant' },
  { attribute: 'began' },
  { attribute: 'frequency' },
  { attribute: 'region', required: true },
  { attribute: 'purpose', required: true, asList: true },
  { attribute: 'activity', asList: true },
]

const event: OverviewField[] = [
  { attribute: 'full-name' },
  { attribute: 'led-by', required: true },
  { attribute: 'participant', required: true },
  { attribute: 'region', required: true },
  { attribute: 'domain', required: true },
  { attribute: 'held', required: true },
  { attribute: 'began' },
  { attribute: 'frequency' },
  { attribute: 'part-of' },
  { attribute: 'purpose', required: true, asList: true },
]

const position: OverviewField[] = [
  { attribute: 'part-of' },
  { attribute: 'holder', required: true, asList: true, withDate: true },
  { attribute: 'development', asList: true, withDate: true },
  { attribute: 'tradition', asList: true },
  { attribute: 'activity', asList: true },
  { attribute: 'relation', asList: true },
  { attribute: 'history', asList: true },
]

const person: OverviewField[] = [
  { attribute: 'holder', inverseLabel: 'Position', required: true, asList: true, withDate: true },
  { attribute: 'rank', withDate: true },
  { attribute: 'took-office' },
  { attribute: 'signatory', inverseLabel: 'Signed', asList: true, withDate: true },
  { attribute: 'priority', asList: true, withDate: true },
  { attribute: 'view', asList: true },
]

const document: OverviewField[] = [
  { attribute: 'full-name' },
  { attribute: 'announced' },
  { attribute: 'signed' },
  { attribute: 'part-of' },
  { attribute: 'signatory' },
  { attribute: 'region' },
  { attribute: 'domain', asList: true },
  { attribute: 'obligation', required: true, asList: true },
  { attribute: 'purpose', required: true, asList: true },
  { attribute: 'element', asList: true },
]

const office: OverviewField[] = [
  { attribute: 'full-name' },
  { attribute: 'part-of' },
  { attribute: 'location' },
  { attribute: 'definition', asList: true },
  { attribute: 'purpose', required: true, asList: true },
  { attribute: 'activity', required: true, asList: true },
]

const command: OverviewField[] = [
  { attribute: 'part-of' },
  { attribute: 'region', required: true },
  { attribute: 'purpose', required: true, asList: true },
  { attribute: 'activity', asList: true },
  { attribute: 'participants', asList: true },
  { attribute: 'development', asList: true, withDate: true },
]

const sale: OverviewField[] = [
  { attribute: 'status', required: true, withDate: true },
  { attribute: 'buyer', required: true },
  { attribute: 'item', required: true },
  { attribute: 'quantity', required: true },
  { attribute: 'region' },
  { attribute: 'purpose', asList: true },
]

const ship: OverviewField[] = [
  { attribute: 'form' },
  { attribute: 'ship', inverseLabel: 'Sails in, or for', required: true, asList: true },
]

const concept: OverviewField[] = [
  { attribute: 'definition', required: true, asList: true },
  { attribute: 'element', asList: true },
  { attribute: 'amount' },
  { attribute: 'growth' },
  { attribute: 'purpose', asList: true },
  { attribute: 'activity', asList: true },
]

/** By kind, in display order; kinds that are not here have no overview. */
export const overviewFields: Partial<Record<Entity['kind'], OverviewField[]>> = {
  alliance: tie,
  treaty,
  partnership: tie,
  coalition: tie,
  dialogue: tie,
  tie,
  program,
  exercise: event,
  operation: event,
  mission: event,
  position,
  person,
  document,
  agency: office,
  organization: office,
  command,
  sale,
  ship,
  concept,
}

/** The attributes that summarize an entity in one line, by kind, best first. */
export const summaryAttributes: Partial<Record<Entity['kind'], AttributeId[]>> = {
  position: ['holder', 'tradition', 'activity'],
  document: ['obligation', 'purpose', 'domain', 'part-of'],
  agency: ['part-of', 'purpose', 'activity'],
  organization: ['definition'],
  command: ['purpose', 'region'],
  program: ['purpose'],
  sale: ['status'],
  concept: ['definition', 'purpose', 'significance'],
}
