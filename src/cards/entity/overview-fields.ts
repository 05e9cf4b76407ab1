// What the first page of a card shows of each kind of thing, as data.
import type { Entity } from '../../data/build/schema.ts'
import type { FactGroup } from '../../data/query/fact-store.ts'

type AttributeId = FactGroup['attribute']

export interface Shown {
  attribute: AttributeId
  /** Said to be "not stated" where no article states it. */
  expected?: boolean
  /** What it says takes a list: the sentences where all of them fit, else their values. */
  listed?: boolean
  /** It changes, so that it stands with the date of its article. */
  dated?: boolean
  /** The label of what facts about others say with the entity as their value: of a person, which positions it holds. */
  turned?: string
}

const tie: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'treaty', expected: true },
  { attribute: 'member', expected: true },
  { attribute: 'founded', expected: true },
  { attribute: 'announced' },
  { attribute: 'signed' },
  { attribute: 'renewed' },
  { attribute: 'began' },
  { attribute: 'region', expected: true },
  { attribute: 'purpose', expected: true, listed: true },
  { attribute: 'obligation', expected: true, listed: true },
]

/** A treaty rests on nothing but itself. */
const treaty = tie.filter(({ attribute }) => attribute !== 'treaty')

/** A program has no members; what it counts and does, and where, is what people ask. */
const program: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'part-of' },
  { attribute: 'partnerships' },
  { attribute: 'growth' },
  { attribute: 'amount' },
  { attribute: 'recipients' },
  { attribute: 'participant' },
  { attribute: 'began' },
  { attribute: 'frequency' },
  { attribute: 'region', expected: true },
  { attribute: 'purpose', expected: true, listed: true },
  { attribute: 'activity', listed: true },
]

const event: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'led-by', expected: true },
  { attribute: 'participant', expected: true },
  { attribute: 'region', expected: true },
  { attribute: 'domain', expected: true },
  { attribute: 'held', expected: true },
  { attribute: 'began' },
  { attribute: 'frequency' },
  { attribute: 'part-of' },
  { attribute: 'purpose', expected: true, listed: true },
]

/** Who holds it, and by which article. */
const position: Shown[] = [
  { attribute: 'part-of' },
  { attribute: 'holder', expected: true, listed: true, dated: true },
  { attribute: 'development', listed: true, dated: true },
  { attribute: 'tradition', listed: true },
  { attribute: 'activity', listed: true },
  { attribute: 'relation', listed: true },
  { attribute: 'history', listed: true },
]

const person: Shown[] = [
  { attribute: 'holder', turned: 'Position', expected: true, listed: true, dated: true },
  { attribute: 'rank', dated: true },
  { attribute: 'took-office' },
  { attribute: 'signatory', turned: 'Signed', listed: true, dated: true },
  { attribute: 'priority', listed: true, dated: true },
  { attribute: 'view', listed: true },
]

/** What it requires, what it is for, and who signed it. */
const document: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'announced' },
  { attribute: 'signed' },
  { attribute: 'part-of' },
  { attribute: 'signatory' },
  { attribute: 'region' },
  { attribute: 'domain', listed: true },
  { attribute: 'obligation', expected: true, listed: true },
  { attribute: 'purpose', expected: true, listed: true },
  { attribute: 'element', listed: true },
]

const office: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'part-of' },
  { attribute: 'location' },
  { attribute: 'definition', listed: true },
  { attribute: 'purpose', expected: true, listed: true },
  { attribute: 'activity', expected: true, listed: true },
]

const command: Shown[] = [
  { attribute: 'part-of' },
  { attribute: 'region', expected: true },
  { attribute: 'purpose', expected: true, listed: true },
  { attribute: 'activity', listed: true },
  { attribute: 'participants', listed: true },
  { attribute: 'development', listed: true, dated: true },
]

const sale: Shown[] = [
  { attribute: 'status', expected: true, dated: true },
  { attribute: 'buyer', expected: true },
  { attribute: 'item', expected: true },
  { attribute: 'quantity', expected: true },
  { attribute: 'region' },
  { attribute: 'purpose', listed: true },
]

const ship: Shown[] = [
  { attribute: 'form' },
  { attribute: 'ship', turned: 'Sails in, or for', expected: true, listed: true },
]

const concept: Shown[] = [
  { attribute: 'definition', expected: true, listed: true },
  { attribute: 'element', listed: true },
  { attribute: 'amount' },
  { attribute: 'growth' },
  { attribute: 'purpose', listed: true },
  { attribute: 'activity', listed: true },
]

/** What the first page shows of each kind, in this order; kinds that are not here have no overview. */
export const shapes: Partial<Record<Entity['kind'], Shown[]>> = {
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

/** The attributes that answer in one line what something of a kind is, best first. */
export const leading: Partial<Record<Entity['kind'], AttributeId[]>> = {
  position: ['holder', 'tradition', 'activity'],
  document: ['obligation', 'purpose', 'domain', 'part-of'],
  agency: ['part-of', 'purpose', 'activity'],
  organization: ['definition'],
  command: ['purpose', 'region'],
  program: ['purpose'],
  sale: ['status'],
  concept: ['definition', 'purpose', 'significance'],
}
