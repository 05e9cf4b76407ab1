// What is asked by what the words mean together, in any order: a country, a body and a time ask when it joined.
import type { Concept } from './concepts.ts'
import type { Form } from './question.ts'

export interface Frame {
  form: Form
  /**
   * The roles of all names in the order in which the question lists them, see `PatternGroup`: with "+" for two or more,
   * in lower case for one that the question leaves out. "US" is the United States, left out as well,
   * and "=nato" a body that goes without saying.
   */
  names: readonly string[]
  /** Of each group, one is there. */
  needs: readonly (readonly Concept[])[]
  may: ReadonlySet<Concept>
  /** It tells which of two names is which. */
  ordered?: 'not' | 'defend' | 'must'
  detail?: string
  isDated?: true
}

type Row = readonly [
  form: Form,
  names: string,
  needs: string,
  may?: string,
  more?: Pick<Frame, 'ordered' | 'detail' | 'isDated'>,
]

const isDated = true

/** Their words may state rather than ask. */
export const yesNo: ReadonlySet<Form> = new Set<Form>([
  'is-in',
  'ever-in',
  'is-founder',
  'may-join',
  'which-in',
  'in-which',
  'both-in',
  'defend',
  'is-kind',
])

const listing = 'who|members|list'
const counting = `${listing}|count`
const anyone = 'who what members member list count number someone'
const invoking = 'who members someone count number ever past when often last or afterAttacks'
const place = 'is past law must treaty or treatyArticle attacked if would someone cover not force'
const spending = 'number military count who what past or someone members'

const rows: readonly Row[] = [
  // A country and a body.
  ['is-in', 'C B', 'status what|who', 'member'],
  ['is-in', 'C B', 'what ally|partner|observer or', 'member ally partner observer'],
  ['is-in', 'C B', 'is not', 'member', { detail: 'not', isDated }],
  ['ever-in', 'C B', 'join leave or', 'past'],
  ['when-left', 'C B', 'leave|until|end', 'when since past ever last join member or', { isDated }],
  [
    'is-in',
    'C B',
    'suspended',
    'when since past ever member or leave expel participate observer partner',
    { detail: 'suspended' },
  ],
  ['when-left', 'C B', 'expel', 'when since past ever or suspended leave', { detail: 'expelled' }],
  ['expelling', 'c B', 'expel may', 'treaty past member leave law'],
  ['leaving', 'c B', 'leave may|notice', 'treaty past member notice someone'],
  ['is-founder', 'C B', 'founder', 'past member members or join'],
  ['may-join', 'C B', 'apply is|past|may', 'ever join member'],
  ['may-join', 'C B', 'may join', 'ever member'],
  ['when-joined', 'C B', 'when|since', 'join joining rejoin sign past member members number also found'],
  ['is-in', 'C B', 'observer|partner|candidate or', 'member members'],
  ['is-in', 'C B', 'observer is|in|past', 'member not', { detail: 'observer' }],
  ['is-in', 'C B', 'partner is|in|past', 'member not', { detail: 'partner' }],
  ['is-in', 'C B', 'candidate is|in|past', 'member not', { detail: 'candidate' }],
  ['is-in', 'C B', 'or leave', 'member join'],
  ['is-in', 'C B', 'in|member|one|status not', 'member join list', { detail: 'not', isDated }],
  ['is-in', 'C B', 'or', ''],
  ['is-in', 'C B', 'in|member|one|status', 'members also or list', { isDated }],
  ['ever-in', 'C B', 'past|ever', 'join sign member or list'],
  // Several countries or bodies.
  ['joined-each', 'B C+', 'when|since|join|same', 'when since past same both member members list'],
  ['which-in', 'B C+', 'who|members|or|and|both|also|someone', 'past member'],
  ['in-which', 'C B+', 'before|first|same', 'join when past is or also member'],
  ['in-which', 'C B+', 'who|members|or|and|both|also|someone', 'past member not'],
  // An exercise.
  ['is-in', 'C E', 'participate|join|in|sendForces', 'past ever member or often', { isDated }],
  ['when-joined', 'C E', 'when', 'participate join sendForces past ever member first held', { isDated }],
  [
    'who-in',
    'E',
    `participate|members ${listing}|newest`,
    'who members list participate newest last past exercise',
  ],
  ['who-in', 'E', `get ${listing}`, 'members past'],
  ['founded', 'E', 'found|since', 'when since past held first where run exercise'],
  ['held', 'c+ E', 'often', 'held or when past run', { detail: 'often' }],
  ['held', 'c E', 'often', 'held or when past run', { detail: 'often' }],
  ['held', 'E', 'often', 'held or when past run', { detail: 'often' }],
  ['held', 'E', 'when', 'held past run last'],
  ['leader', 'E', 'host|run', 'who members past number someone exercise'],
  ['where', 'E', 'where', 'held host past or'],
  // A status that brings no promise.
  [
    'is-not',
    'S',
    'defend|defenseClause|treaty|treatyAlly',
    'defend defenseClause treaty treatyAlly must may attacked if what say someone difference',
  ],
  ['purpose', 'S', 'what get', 'members someone may'],
  // A body.
  ['founders', 'B', 'founder', `${anyone} past sign treaty`, { isDated }],
  ['founders', 'B', `sign ${counting}`, `${anyone} past treaty`, { isDated }],
  ['founders', 'B', `found ${counting}`, `${anyone} past sign treaty`, { isDated }],
  ['who-left', 'S', 'expel', `${anyone} ever past when`],
  ['expelling', 'B', 'expel may|someone', `${anyone} may past ever leave`],
  ['leaving', 'B', 'leave may|treatyArticle|notice', `${anyone} when may treatyArticle notice say law must`],
  ['leaving', 'B', 'notice', `${anyone} treatyArticle may`],
  ['who-left', 'B', 'leave first', `${anyone} past`, { detail: 'first' }],
  ['who-left', 'B', 'leave last', `${anyone} past`, { detail: 'last' }],
  ['who-left', 'B', `leave ${counting}|ever|someone|when`, `${anyone} ever past when`, { isDated }],
  ['joining', 'B', 'join may', anyone],
  ['newest', 'B', 'last join', 'who members past'],
  ['newest', 'B', 'newest', `${anyone} join when past`, { isDated }],
  ['in-role', 'B', `observer ${counting}|what`, anyone, { detail: 'observers' }],
  ['in-role', 'B', `partner ${counting}|what`, anyone, { detail: 'partners' }],
  ['in-role', 'B', `candidate ${counting}|what`, anyone, { detail: 'candidates' }],
  ['in-role', 'B', `apply ${listing}`, anyone, { detail: 'applicants' }],
  ['joined-in', 'B', `join|get ${listing}`, 'who members list member past', { isDated }],
  ['article', 'B', 'article if', `${anyone} invoke say must may defend`],
  ['article', 'B', 'article', `${anyone} say must may sendForces defend attacked if law treaty purpose`],
  ['invoked', 'c B', 'invoke', 'article ever past when often count also number'],
  ['invoked', 'c', 'article invoke', 'ever past when often count also'],
  ['invoked', 'B', 'article force', 'ever past when count often'],
  ['invoked', 'B', 'invoke', `${invoking} article`],
  ['founded', 'B', 'force when|since', 'past sign treaty', { detail: 'force' }],
  ['ended', 'T', 'end|exist|alive|force', 'force when past until or leave law treaty'],
  ['ended', 'T', 'until', 'past found exist'],
  ['founded', 'T', 'when|since', 'found sign past treaty alliance exist'],
  [
    'how-many',
    'T',
    'count',
    'who what members member list number participate past join sign exist someone',
    { isDated },
  ],
  ['where', 'X', 'headquarters', 'what where past or ever treaty alliance', { detail: 'headquarters' }],
  ['leader', 'T', 'lead', 'who what past someone members exercise'],
  ['leader', 'p B', '', 'who what past lead'],
  ['leader', 'P', 'first', 'who what past lead', { detail: 'first' }],
  ['leader', 'P', '', 'who what past lead members'],
  ['stands-for', 'X', 'standsFor', 'what say purpose past'],
  ['obligations', 'B', 'defenseClause', 'members someone past what treaty'],
  ['obligations', 'B', 'attacked', `${anyone} if held must defend`],
  [
    'obligations',
    'B',
    'must defend',
    'members someone member treaty treatyArticle attacked if also or may law say',
  ],
  ['is-kind', 'B', 'militaryAlliance', 'or not', { detail: 'military alliance' }],
  ['is-kind', 'B', 'alliance', 'or not', { detail: 'alliance' }],
  ['purpose', 'T', 'purpose', 'what past'],
  ['most-spending', 'B', 'spend most', spending, { isDated }],
  ['least-spending', 'B', 'spend least', spending, { isDated }],
  [
    'who-in',
    'T',
    `${listing} in|is|members|sign|member|list|number|participate|past`,
    'who members member list number participate past sign exist join exercise',
    { isDated },
  ],
  ['most-spending', '', 'spend most', spending, { isDated }],
  // An article of NATO's treaty.
  ['article', '', 'article if', `${anyone} invoke say must may defend`],
  ['article', '', 'article', `${anyone} say must may sendForces defend attacked if law treaty purpose`],
  ['invoked', '', 'article invoke|force', invoking],
  // A place that a body may not cover.
  ['defend', 'B L', 'cover|attacked', `${place} article`],
  ['defend', '=nato L', 'cover|attacked article', `${place} count`],
  // Two bodies.
  ['not-in', 'B B2', 'not', 'who members member list count number', { ordered: 'not' }],
  [
    'in-both',
    'B B2',
    `both|also ${counting}|what`,
    'who what members member list count number both also past',
  ],
  ['older', 'T T2', 'first or', 'who what past found sign'],
  ['older', 'T T2', 'before', 'past found sign'],
  ['older', 'T T2', 'older', 'who what or past found alliance treaty difference'],
  ['larger', 'B B2', 'larger', 'who what or members member count difference'],
  ['difference', 'X X2', 'difference', 'what say'],
  // Countries.
  [
    'defend',
    'A C2',
    'must|would defend',
    'must would attacked if also past law treaty',
    { ordered: 'defend' },
  ],
  [
    'obligations',
    'B C',
    'must',
    'defend member say treaty defenseClause article treatyArticle law attacked if someone or',
    { ordered: 'must' },
  ],
  ['founded', 'C C2', 'when|since treaty|alliance', 'past sign found military'],
  ['who-defends', 'C', `defend ${listing}`, `${anyone} must would attacked if may law treaty`],
  ['in-what', 'C', 'alliance|groups', `${anyone} groups`],
  ['neutral', 'C C2', 'neutral', 'or must law military'],
  ['neutral', 'C', 'neutral', 'past or must law military'],
  ['treaty-ally', 'C', 'treatyAlly', 'or partner treaty'],
  ['treaty-ally', 'C', 'ally treaty', 'or'],
  [
    'both-in',
    'C C2',
    'both|treaty|alliance|groups|ally|treatyAlly',
    'both groups treaty alliance what who members member past ever military someone sign or not',
  ],
  ['treaty-ally', 'C US', 'treaty', 'not military ever past someone what alive force law'],
  ['who-defends', 'C', 'treaty defend', 'what who'],
  ['treaty-allies', 'C', `treatyAlly|ally ${counting}|what`, `${anyone} past`],
  ['troops', 'C US', 'troops|americans', 'troops count members who past host someone', { isDated }],
  [
    'troops',
    'C C2 US',
    'troops|americans larger|difference',
    'troops count who what host or past',
    { isDated },
  ],
  ['spending', 'C', 'spend', spending, { isDated }],
  ['spending', 'C C2', 'spend', `${spending} larger most`, { isDated }],
  ['exercises', 'C', 'exercise', 'what who members list participate past join count'],
  ['most-troops', 'US', `most|${listing} troops`, 'most who members list host someone'],
  ['neutral', 'B', `neutral ${listing}`, 'who members list member now'],
  ['neutral', '', `neutral ${listing}`, 'who members list now'],
]

export const frames: readonly Frame[] = rows.map(([form, names, needs, may = '', more]) => ({
  form,
  names: names.split(' ').filter(Boolean),
  needs: needs
    .split(' ')
    .filter(Boolean)
    .map((group) => group.split('|') as Concept[]),
  may: new Set(may.split(' ') as Concept[]),
  ...more,
}))
