// Which attributes a first answer shows, by kind, in the order in which people ask; everything else is behind More.
import { attributeLabel, type AttributeId } from '../../data/model/attributes.ts'
import type { Entity } from '../../data/model/types.ts'

const labels: Partial<Record<AttributeId, string>> = {
  'mutual-defense': 'Promise',
  obligation: 'Promise',
  'is-not': 'Not',
  area: 'Area',
  'intelligence-sharing': 'Intelligence',
  'entered-force': 'In force',
  purpose: 'For',
  activity: 'Does',
  participant: 'Taking part',
  frequency: 'How often',
  definition: 'Means',
  significance: 'Importance',
  partnerships: 'Size',
  treaty: 'Treaty',
  benefit: 'Benefits',
  admission: 'Open to',
  program: 'Programs',
  contribution: 'From U.S.',
}

/** A label of one or two words; attributes that are not here keep that of the vocabulary. */
export function shortLabel(attribute: AttributeId): string {
  return labels[attribute] ?? attributeLabel(attribute)
}

const tie: AttributeId[] = [
  'mutual-defense',
  'area',
  'consultation',
  'intelligence-sharing',
  'is-not',
  'obligation',
  'region',
  'purpose',
  'limit',
  'basing',
  'non-aggression',
  'renewed',
  'domain',
  'document',
  'activity',
  'full-name',
]

const event: AttributeId[] = [
  ...([
    'participants',
    'location',
    'began',
    'frequency',
    'activity',
    'domain',
    'purpose',
    'part-of',
  ] as const),
]

const program: AttributeId[] = [
  ...(['partnerships', 'growth', 'amount', 'recipients', 'participant', 'began', 'frequency'] as const),
  ...(['activity', 'purpose', 'funding', 'part-of'] as const),
]

const document: AttributeId[] = [
  ...([
    'mutual-defense',
    'is-not',
    'announced',
    'signed',
    'signatory',
    'obligation',
    'consultation',
  ] as const),
  ...(['purpose', 'limit', 'domain', 'element', 'part-of'] as const),
]

const office: AttributeId[] = ['full-name', 'definition', 'part-of', 'location', 'purpose', 'activity']

/** By kind; kinds that are not here show the first attributes that they have. */
export const answerFields: Partial<Record<Entity['kind'], AttributeId[]>> = {
  alliance: [...tie, 'significance'],
  treaty: [...tie, 'significance'],
  partnership: tie,
  coalition: tie,
  dialogue: tie,
  // How a bilateral relationship is described often says more than its kind: "major non-NATO ally".
  tie: ['form', ...tie, 'development'],
  program,
  status: ['definition', 'mutual-defense', 'is-not', 'benefit', 'admission', 'limit'],
  exercise: event,
  operation: event,
  mission: event,
  position: ['part-of', 'holder', 'development', 'tradition', 'activity', 'relation'],
  person: ['rank', 'took-office', 'priority', 'view'],
  document,
  agency: office,
  organization: [...new Set([...tie, ...office])],
  command: ['part-of', 'region', 'purpose', 'activity', 'development'],
  sale: ['buyer', 'item', 'quantity', 'region', 'purpose'],
  region: ['personnel', 'form', 'purpose', 'significance', 'challenge'],
  ship: ['form'],
  concept: ['definition', 'element', 'amount', 'growth', 'purpose', 'activity'],
}

interface ExpectedField {
  anyOf: readonly AttributeId[]
  description: string
}

const treaty: ExpectedField = {
  anyOf: ['treaty', 'instrument', 'signed', 'entered-force'],
  description: 'whether a treaty seals it',
}
const obligations: ExpectedField = {
  anyOf: ['obligation', 'mutual-defense', 'consultation', 'intelligence-sharing'],
  description: 'a duty to defend each other',
}
const founding: ExpectedField = {
  anyOf: ['founded', 'signed', 'announced', 'began'],
  description: 'when it was founded',
}
const leader: ExpectedField = { anyOf: ['led-by'], description: 'who leads it' }
const eventDate: ExpectedField = { anyOf: ['held', 'began', 'frequency'], description: 'when it is held' }

/** What people look for, and how a card says that no article states it. */
export const expectedFields: Partial<Record<Entity['kind'], readonly ExpectedField[]>> = {
  alliance: [treaty, obligations, founding],
  treaty: [obligations, { ...founding, description: 'when it was signed' }],
  partnership: [treaty, obligations, founding],
  coalition: [treaty, obligations, founding],
  dialogue: [treaty, obligations, founding],
  tie: [treaty, obligations],
  exercise: [leader, eventDate],
  operation: [leader, eventDate],
  mission: [leader, eventDate],
  position: [{ anyOf: ['holder'], description: 'who holds it' }],
  sale: [{ anyOf: ['quantity', 'amount'], description: 'how many' }],
}

/** How a card says that an attribute is not stated; undefined if it has no words of its own for it. */
export function describeMissing(attribute: AttributeId): string | undefined {
  return [treaty, obligations, founding, leader, eventDate].find(({ anyOf }) => anyOf[0] === attribute)
    ?.description
}
