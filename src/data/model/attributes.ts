// The vocabulary: every kind of entity and every attribute that a fact may have. New ones are added only here.

/** Every kind that an entity may have; the value is what a card calls one such thing. */
export const kinds = {
  alliance: 'alliance',
  treaty: 'treaty',
  partnership: 'partnership',
  coalition: 'coalition',
  dialogue: 'dialogue',
  tie: 'bilateral relationship',
  program: 'program',
  exercise: 'exercise',
  operation: 'operation',
  mission: 'mission',
  country: 'country',
  region: 'region',
  organization: 'organization',
  agency: 'agency',
  command: 'military command',
  position: 'position',
  person: 'person',
  document: 'document',
  status: 'legal status',
  sale: 'arms sale',
  ship: 'ship',
  concept: 'concept',
  war: 'war',
} as const

export type Kind = keyof typeof kinds

/**
 * The words that the articles use for what a thing is. `formal` separates relationships sealed by treaty (true) from
 * looser ones (false), a line that the articles themselves draw; null is on neither side of it.
 */
export const classifications = {
  alliance: { label: 'alliance', formal: true },
  treaty: { label: 'treaty', formal: true },
  pact: { label: 'security pact', formal: true },
  partnership: { label: 'partnership', formal: false },
  'security-partnership': { label: 'security partnership', formal: false },
  coalition: { label: 'coalition', formal: null },
  group: { label: 'group of nations', formal: null },
  organization: { label: 'organization', formal: null },
  dialogue: { label: 'dialogue', formal: null },
  initiative: { label: 'initiative', formal: null },
  command: { label: 'military command', formal: null },
  program: { label: 'program', formal: null },
  mission: { label: 'mission', formal: null },
  exercise: { label: 'exercise', formal: null },
  operation: { label: 'operation', formal: null },
  status: { label: 'legal status', formal: null },
  law: { label: 'law', formal: null },
} as const satisfies Record<string, { label: string; formal: boolean | null }>

export type Classification = keyof typeof classifications

export type ValueType =
  'text' | 'classification' | 'number' | 'date' | 'country' | 'entity' | 'yes-no' | 'commitment'

export interface Attribute {
  /** What a card writes before the value. */
  label: string
  type: ValueType
  /** The kinds of entity it fits. */
  kinds: 'any' | readonly Kind[]
  /** Whether an entity may have several values at once; if not, values that do not agree are a dispute. */
  multiValued: boolean
  /** Whether it changes in the world, so that the newest value comes first; otherwise all are shown side by side. */
  timeVarying: boolean
  /** Whether /compare shows it in a row of its own. */
  comparable: boolean
  /** Whether it is stated for one year after another, so that other values are no dispute. */
  byYear?: true
  /** For numbers: what is counted. Without it, each fact names its own unit. */
  unit?: string
}

const ties = ['alliance', 'treaty', 'partnership', 'coalition', 'dialogue', 'tie', 'program'] as const
/** What countries can be members of. */
const bodies = [...ties, 'organization', 'status', 'document'] as const
const events = ['exercise', 'operation', 'mission'] as const
const sales = ['sale'] as const
const people = ['person'] as const

const single = { kinds: 'any', multiValued: false, timeVarying: false, comparable: true } as const
const multiple = { kinds: 'any', multiValued: true, timeVarying: false, comparable: true } as const
const narrative = {
  kinds: 'any',
  type: 'text',
  multiValued: true,
  timeVarying: false,
  comparable: false,
} as const

/** One cell of the matrix of promises: whether there is one, and what it says. */
const commitment = { ...single, type: 'commitment', kinds: [...bodies, 'country'] } as const

/** A number of a country, from a table with a column for each year. */
const yearly = {
  ...single,
  type: 'number',
  kinds: ['country'],
  timeVarying: true,
  byYear: true,
} as const

/** Every attribute, in the order in which cards show them. */
export const attributes = {
  classification: { ...single, label: 'Kind of relationship', type: 'classification' },
  definition: { ...narrative, label: 'What it means', comparable: true },
  element: { ...multiple, label: 'Elements', type: 'text' },
  form: { ...multiple, label: 'Described as', type: 'text' },
  'full-name': { ...single, label: 'Full name', type: 'text', comparable: false },
  treaty: { ...single, label: 'Based on a treaty', type: 'yes-no', kinds: bodies },
  instrument: { ...multiple, label: 'Treaty or act', type: 'text' },
  'is-not': { ...narrative, label: 'What it is not', comparable: true },

  'mutual-defense': { ...commitment, label: 'Mutual defense' },
  consultation: { ...commitment, label: 'Consultation' },
  'non-aggression': { ...commitment, label: 'Non-aggression' },
  basing: { ...commitment, label: 'Bases' },
  'intelligence-sharing': { ...commitment, label: 'Intelligence sharing' },
  obligation: { ...multiple, label: 'Obligations', type: 'text' },
  area: { ...multiple, label: 'Area covered', type: 'text' },
  limit: { ...multiple, label: 'Limits', type: 'text' },
  decision: { ...multiple, label: 'How it decides', type: 'text' },
  withdrawal: { ...multiple, label: 'How to leave', type: 'text' },

  member: { ...multiple, label: 'Members', type: 'entity', timeVarying: true, kinds: bodies },
  'other-members': {
    ...single,
    label: 'Members besides the United States',
    type: 'number',
    timeVarying: true,
    unit: 'countries besides the United States',
    kinds: bodies,
  },
  'member-count': {
    ...single,
    label: 'Members in all',
    type: 'number',
    timeVarying: true,
    unit: 'countries in all',
    kinds: bodies,
  },
  'partner-count': { ...single, label: 'Partners', type: 'number', timeVarying: true, kinds: 'any' },
  participant: { ...multiple, label: 'Participants', type: 'entity' },
  participants: { ...multiple, label: 'Participation', type: 'text' },
  host: { ...multiple, label: 'Host', type: 'entity', kinds: events },
  'led-by': { ...multiple, label: 'Led by', type: 'entity' },
  edition: { ...single, label: 'Edition', type: 'number', unit: 'edition', kinds: events },
  nations: { ...single, label: 'Nations', type: 'number', unit: 'nations', kinds: events },
  ships: { ...single, label: 'Ships', type: 'number', unit: 'ships', kinds: events },
  submarines: { ...single, label: 'Submarines', type: 'number', unit: 'submarines', kinds: events },
  aircraft: { ...single, label: 'Aircraft', type: 'number', unit: 'aircraft', kinds: events },

  founded: { ...single, label: 'Founded', type: 'date' },
  announced: { ...single, label: 'Announced', type: 'date' },
  signed: { ...single, label: 'Signed', type: 'date' },
  signatory: { ...multiple, label: 'Signed by', type: 'entity' },
  'entered-force': { ...single, label: 'In force since', type: 'date' },
  renewed: { ...single, label: 'Renewed', type: 'date' },
  began: { ...single, label: 'Began', type: 'date' },
  ended: { ...single, label: 'Ended', type: 'date' },
  held: { ...multiple, label: 'Held', type: 'date', kinds: events },
  frequency: { ...single, label: 'How often', type: 'text' },

  region: { ...multiple, label: 'Region', type: 'text' },
  location: { ...multiple, label: 'Where', type: 'text' },
  headquarters: { ...multiple, label: 'Headquarters', type: 'text', timeVarying: true },
  site: { ...multiple, label: 'Sites', type: 'text' },
  domain: { ...multiple, label: 'Domain', type: 'text' },
  status: { ...single, label: 'Status', type: 'text', timeVarying: true, kinds: sales },
  buyer: { ...multiple, label: 'Buyer', type: 'country', kinds: sales },
  item: { ...multiple, label: 'What is sold', type: 'text', kinds: sales },
  quantity: { ...single, label: 'How many', type: 'number', timeVarying: true, kinds: sales },
  purpose: { ...multiple, label: 'Purpose', type: 'text' },
  priority: { ...multiple, label: 'Priorities', type: 'text', timeVarying: true },
  admission: { ...multiple, label: 'Who may join', type: 'text', kinds: [...bodies, 'concept'] },
  document: { ...multiple, label: 'Documents', type: 'entity' },
  'part-of': { ...multiple, label: 'Part of', type: 'entity' },

  activity: { ...multiple, label: 'What it does', type: 'text' },
  benefit: { ...multiple, label: 'Benefits', type: 'text' },
  exercise: { ...multiple, label: 'Exercises', type: 'entity' },
  program: { ...multiple, label: 'Programs and dialogues', type: 'entity' },
  position: { ...multiple, label: 'Positions', type: 'entity' },
  'took-office': { ...single, label: 'Took office', type: 'date', kinds: people },
  rank: { ...single, label: 'Rank', type: 'text', timeVarying: true, kinds: people },
  view: { ...narrative, label: 'Judgments' },
  holder: { ...single, label: 'Held by', type: 'entity', timeVarying: true },
  'office-holder': { ...multiple, label: 'Holders', type: 'text', timeVarying: true },
  tradition: { ...narrative, label: 'Tradition' },
  capability: { ...multiple, label: 'Capabilities', type: 'text' },
  contribution: { ...multiple, label: 'U.S. contributions', type: 'text' },
  personnel: { ...single, label: 'Personnel', type: 'number', timeVarying: true, unit: 'service members' },
  'added-personnel': {
    ...single,
    label: 'Added personnel',
    type: 'number',
    timeVarying: true,
    unit: 'service members',
  },
  partnerships: {
    ...single,
    label: 'Number of partnerships',
    type: 'number',
    timeVarying: true,
    unit: 'partnerships',
  },
  growth: { ...single, label: 'Growth', type: 'number', timeVarying: true },
  ship: { ...multiple, label: 'Ships', type: 'entity' },
  amount: { ...single, label: 'Amount', type: 'number', timeVarying: true },
  recipients: { ...single, label: 'Recipients', type: 'number', timeVarying: true, unit: 'countries' },
  'us-troops': { ...yearly, label: 'U.S. troops', unit: 'U.S. troops' },
  'military-spending': { ...yearly, label: 'Military spending', unit: '% of GDP' },
  spending: { ...narrative, label: 'Defense spending', timeVarying: true },
  funding: { ...narrative, label: 'Funding', timeVarying: true },

  applicant: { ...multiple, label: 'Joining', type: 'entity', timeVarying: true, kinds: bodies },
  accession: { ...narrative, label: 'Enlargement', timeVarying: true },
  neutrality: { ...narrative, label: 'Neutrality', timeVarying: true, kinds: ['country'] },
  invocation: { ...narrative, label: 'Invoked', timeVarying: true },
  summit: { ...narrative, label: 'Summits', timeVarying: true },
  meeting: { ...narrative, label: 'Meetings', timeVarying: true },
  predecessor: { ...multiple, label: 'Predecessor', type: 'entity' },
  successor: { ...multiple, label: 'Successor', type: 'entity' },
  rival: { ...multiple, label: 'Rival', type: 'entity' },
  history: { ...narrative, label: 'History' },
  development: { ...narrative, label: 'Developments', timeVarying: true },
  significance: { ...narrative, label: 'Why it matters' },
  challenge: { ...narrative, label: 'Challenges' },
  'further-reading': { ...narrative, label: 'Further reading' },
  relation: { ...multiple, label: 'Related to', type: 'entity', comparable: false },
} as const satisfies Record<string, Attribute>

export type AttributeId = keyof typeof attributes

/** What one thing is to another of its kind; see-also and /compare lead with it. */
export const relationAttributes = ['predecessor', 'successor', 'rival', 'part-of'] as const

/** What a card writes before the values of an attribute. */
export function attributeLabel(attribute: AttributeId): string {
  return attributes[attribute].label
}
