// The vocabulary: every kind of entity and every attribute a fact may have. Nothing outside this file names a new one.

/** Every kind an entity may have; the value is how a card names one such thing. */
export const kinds = {
  alliance: 'alliance',
  treaty: 'treaty',
  partnership: 'partnership',
  coalition: 'coalition',
  dialogue: 'dialogue',
  tie: 'bilateral tie',
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
  sale: 'arms sale',
  ship: 'ship',
  concept: 'concept',
  war: 'war',
} as const

export type Kind = keyof typeof kinds

/**
 * The words the articles use for what a thing is. `formal` tells ties sealed by treaty (true) from looser ones
 * (false), the line that the articles themselves draw; null stands on neither side of it.
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
} as const satisfies Record<string, { label: string; formal: boolean | null }>

export type Classification = keyof typeof classifications

export type ValueType = 'text' | 'classification' | 'number' | 'date' | 'country' | 'entity' | 'yes-no'

export interface Attribute {
  /** What a card writes before the value. */
  label: string
  type: ValueType
  /** The kinds of entity it fits. */
  kinds: 'any' | readonly Kind[]
  /** Whether an entity may have several values at once; where false, values that do not agree are a dispute. */
  many: boolean
  /** true: the world changes it, so the newest comes first; false: all values are shown side by side. */
  changes: boolean
  /** Whether /compare puts it in a row of its own. */
  compare: boolean
  /** For numbers: what is counted. A fact may name its own unit where this is absent. */
  unit?: string
}

const ties = ['alliance', 'treaty', 'partnership', 'coalition', 'dialogue', 'tie', 'program'] as const
const events = ['exercise', 'operation', 'mission'] as const
const sales = ['sale'] as const
const people = ['person'] as const

const one = { kinds: 'any', many: false, changes: false, compare: true } as const
const several = { kinds: 'any', many: true, changes: false, compare: true } as const
const account = { kinds: 'any', type: 'text', many: true, changes: false, compare: false } as const

/** Every attribute, in the order in which cards show them. */
export const attributes = {
  classification: { ...one, label: 'Kind of tie', type: 'classification' },
  definition: { ...account, label: 'What it means', compare: true },
  element: { ...several, label: 'Elements', type: 'text' },
  form: { ...several, label: 'Described as', type: 'text' },
  'full-name': { ...one, label: 'Full name', type: 'text', compare: false },
  treaty: { ...one, label: 'Rests on a treaty', type: 'yes-no', kinds: ties },

  member: { ...several, label: 'Members', type: 'entity', changes: true, kinds: ties },
  'other-members': {
    ...one,
    label: 'Members besides the United States',
    type: 'number',
    changes: true,
    unit: 'countries besides the United States',
    kinds: ties,
  },
  'member-count': {
    ...one,
    label: 'Members in all',
    type: 'number',
    changes: true,
    unit: 'countries in all',
    kinds: ties,
  },
  'partner-count': { ...one, label: 'Partners', type: 'number', changes: true, kinds: 'any' },
  participant: { ...several, label: 'Participants', type: 'entity' },
  participants: { ...several, label: 'Participation', type: 'text' },
  'led-by': { ...several, label: 'Led by', type: 'entity' },

  founded: { ...one, label: 'Founded', type: 'date' },
  announced: { ...one, label: 'Announced', type: 'date' },
  signed: { ...one, label: 'Signed', type: 'date' },
  signatory: { ...several, label: 'Signed by', type: 'entity' },
  renewed: { ...one, label: 'Renewed', type: 'date' },
  began: { ...one, label: 'Began', type: 'date' },
  held: { ...several, label: 'Held', type: 'date', kinds: events },
  frequency: { ...one, label: 'How often', type: 'text' },

  region: { ...several, label: 'Region', type: 'text' },
  location: { ...several, label: 'Where', type: 'text' },
  domain: { ...several, label: 'Domain', type: 'text' },
  status: { ...one, label: 'Status', type: 'text', changes: true, kinds: sales },
  buyer: { ...several, label: 'Buyer', type: 'country', kinds: sales },
  item: { ...several, label: 'What is sold', type: 'text', kinds: sales },
  quantity: { ...one, label: 'How many', type: 'number', changes: true, kinds: sales },
  purpose: { ...several, label: 'Purpose', type: 'text' },
  priority: { ...several, label: 'Priorities', type: 'text', changes: true },
  obligation: { ...several, label: 'Obligations', type: 'text' },
  admission: { ...several, label: 'Who may join', type: 'text', kinds: [...ties, 'concept'] },
  document: { ...several, label: 'Documents', type: 'entity' },
  'part-of': { ...several, label: 'Part of', type: 'entity' },

  activity: { ...several, label: 'What it does', type: 'text' },
  benefit: { ...several, label: 'What it brings', type: 'text' },
  exercise: { ...several, label: 'Exercises', type: 'entity' },
  program: { ...several, label: 'Programs and dialogues', type: 'entity' },
  position: { ...several, label: 'Positions', type: 'entity' },
  'took-office': { ...one, label: 'Took office', type: 'date', kinds: people },
  rank: { ...one, label: 'Rank', type: 'text', changes: true, kinds: people },
  view: { ...account, label: 'Judgements' },
  holder: { ...one, label: 'Held by', type: 'entity', changes: true },
  tradition: { ...account, label: 'Tradition' },
  capability: { ...several, label: 'Capabilities', type: 'text' },
  contribution: { ...several, label: 'U.S. contributions', type: 'text' },
  personnel: { ...one, label: 'Personnel', type: 'number', changes: true, unit: 'service members' },
  'added-personnel': {
    ...one,
    label: 'Added personnel',
    type: 'number',
    changes: true,
    unit: 'service members',
  },
  partnerships: { ...one, label: 'Partnerships in it', type: 'number', changes: true, unit: 'partnerships' },
  growth: { ...one, label: 'Growth', type: 'number', changes: true },
  ship: { ...several, label: 'Ships', type: 'entity' },
  amount: { ...one, label: 'Amount', type: 'number', changes: true },
  recipients: { ...one, label: 'Recipients', type: 'number', changes: true, unit: 'countries' },
  spending: { ...account, label: 'Defense spending', changes: true },
  funding: { ...account, label: 'Funding', changes: true },

  applicant: { ...several, label: 'Joining', type: 'entity', changes: true, kinds: ties },
  accession: { ...account, label: 'Enlargement', changes: true },
  history: { ...account, label: 'History' },
  development: { ...account, label: 'Developments', changes: true },
  significance: { ...account, label: 'Why it matters' },
  challenge: { ...account, label: 'Challenges' },
  'further-reading': { ...account, label: 'Where the article points for more' },
  relation: { ...several, label: 'Tied to', type: 'entity', compare: false },
} as const satisfies Record<string, Attribute>

export type AttributeId = keyof typeof attributes
