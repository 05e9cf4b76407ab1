// A claim as read, its verdict as data, and the claim packed for a menu or a button.
import type { PartialDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'

/** What is claimed: of what, and of what else. */
const claimForms = {
  /** Countries are in a body, or have a status. */
  'is-in': 'countries, body',
  /** A body counts them as members, suspended or not. */
  includes: 'countries, body',
  joined: 'countries, body',
  suspended: 'countries, body',
  /** The detail is "partner", "observer" or "applicant". */
  role: 'countries, body',
  left: 'countries, body',
  founder: 'countries, body',
  newest: 'countries, body',
  /** The countries are all that are in it. */
  list: 'countries, body',
  count: 'nothing, body',
  'founder-count': 'nothing, body',
  /** So many members of the body are in the others, or in none of them. */
  shared: 'bodies, body',
  /** Of its members, only the countries are in the others, or in none of them. */
  sole: 'countries and bodies, body',
  /** So many joined then. */
  added: 'nothing, body',
  /** They have been in it for so many years, or it has existed for so long. */
  'years-in': 'countries or nothing, body',
  /** The detail is a verb. */
  founded: 'anything',
  ended: 'anything',
  exists: 'anything',
  'treaty-ally': 'countries',
  ally: 'countries',
  /** The first, a country or a body, must defend the object. */
  defend: 'country or body, country',
  'defense-treaty': 'two countries',
  'defense-clause': 'body',
  /** The detail is a word for a kind. */
  kind: 'body',
  'has-treaty': 'body',
  /** The detail is the number of an article, or ''. */
  invoked: 'body',
  'stands-for': 'anything, itself',
  'took-part': 'countries, event',
  nations: 'nothing, event',
  host: 'countries, event',
  /** The number is in years. */
  frequency: 'nothing, event',
  personnel: 'nothing, event',
  /** The detail is the name of a person. */
  office: 'position',
  /** The detail is the name of a place. */
  headquarters: 'anything',
  troops: 'country',
  'most-troops': 'country',
  /** The detail is the attribute in which the first country has more than the second. */
  more: 'country, country',
  spending: 'countries',
  'most-spending': 'country, body or nothing',
  'least-spending': 'country, body or nothing',
  /** It was the member of this number. */
  nth: 'country, body',
  /** The first came before or after the second, which the detail says, perhaps with "years"; into the body, of countries. */
  order: 'anything, anything; body or nothing',
  /** They joined in the same year, on the same day or at the same time, as the detail says. */
  together: 'countries, body',
  /** It is neutral, as its law or others say. */
  neutral: 'countries',
  /** Only these joined, left or are in it, as the detail says. */
  only: 'countries, body',
  /** The detail is what an article, whose number is claimed, is about. */
  article: 'body',
  /** The promise of the body covers it. */
  covered: 'anything, body',
  /** A country gets nuclear weapons through a body. */
  'nuclear-weapons': 'country, body',
  /** The detail is the place where it was signed or founded. */
  'start-place': 'nothing, anything',
  /** It has or had another name. */
  'known-as': 'nothing, anything',
  /** By the members of a body, a percentage of GDP by the date. */
  goal: 'nothing, body',
  /** So many members reached the percentage that the detail says. */
  reached: 'nothing, body',
  /** An event is held in a place. */
  'held-in': 'anything, event',
  /** The detail is the id of a fact that says it. */
  stated: 'nothing, anything',
} as const

export type ClaimForm = keyof typeof claimForms
export type Negation = '' | 'not' | 'never' | 'nolonger'
export type Bound = '' | 'about' | 'over' | 'least' | 'under' | 'most' | 'exactly'

export interface Claim {
  form: ClaimForm
  /** Ids of entities. */
  subjects: readonly string[]
  /** The id of an entity, or ''. */
  object: string
  negation: Negation
  /** Whether it is claimed of the past. */
  isPast: boolean
  /** When it is claimed to have been so, or to have happened; '' if not claimed. */
  date: PartialDate
  bound: Bound
  number: number | undefined
  detail: string
  /** Whether it was guessed what it leaves out or means, so that it may be supported alone. */
  isGuess?: true
}

export type VerdictKind = 'Supported' | 'Contradicted' | 'Was true' | 'Sources differ' | 'Not stated'

export interface Verdict {
  kind: VerdictKind
  /** What the sources say, in a sentence or two. */
  text: string
  facts: readonly Fact[]
}

export interface CheckedSentence {
  sentence: string
  /** None for a denial of what others say, which has a verdict and no card of its own. */
  claims: Claim[]
  verdict: Verdict
}

export interface CheckedMessage {
  checked: CheckedSentence[]
  /** How many other sentences there are, or parts of sentences. */
  unchecked: number
  /** A few of them as written, in their order: rather those that name something. */
  skipped: string[]
  /** Whether most of it is in another script than English has. */
  isForeign: boolean
}

/** What a claim is judged with. */
export interface Judging {
  claim: Claim
  facts: FactSnapshot
  now: Date
  /** Today as yyyy-mm-dd. */
  today: string
  subjects: readonly Entity[]
  object: Entity | undefined
}

/** The claims of one sentence in a short text without colons; '' if there are none. */
export function packClaims(claims: readonly Claim[], facts: FactSnapshot): string {
  const short = (id: string) => facts.getEntity(id)?.code ?? id
  return claims
    .map(({ form, subjects, object, negation, isPast, date, bound, number, detail }) =>
      [form, subjects.map(short), object, negation, isPast ? 1 : '', date, bound, number ?? '', detail]
        .join('~')
        .replace(/~+$/, ''),
    )
    .join('+')
}

/** Undefined for a text that no claim was packed in. */
export function unpackClaims(packed: string, facts: FactSnapshot): Claim[] | undefined {
  const idOf = (short: string) =>
    facts.getEntity(short)?.id ?? facts.entities.find(({ code }) => code === short)?.id
  const claims = packed.split('+').flatMap((part): Claim[] => {
    const [
      form = '',
      ids = '',
      object = '',
      negation = '',
      past = '',
      date = '',
      bound = '',
      number = '',
      detail = '',
    ] = part.split('~')
    const subjects = ids === '' ? [] : ids.split(',').flatMap((id) => idOf(id) ?? [])
    if (!Object.hasOwn(claimForms, form) || (object !== '' && !facts.getEntity(object))) return []
    return [
      {
        form: form as ClaimForm,
        subjects,
        object,
        negation: negation as Negation,
        isPast: past === '1',
        date,
        bound: bound as Bound,
        number: number === '' ? undefined : Number(number),
        detail,
      },
    ]
  })
  return claims.length === packed.split('+').length ? claims : undefined
}
