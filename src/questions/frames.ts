// What is asked by what the words mean together, in any order: a country, a body and a time ask when it joined.
import type { Concept } from './concepts.ts'
import type { Form } from './question.ts'

export interface Frame {
  form: Form
  /**
   * The roles of all names in the order in which the question lists them, see `PatternGroup`: with "+" for two or more,
   * in lower case for one that the question leaves out. "US" is the United States, left out as well.
   */
  names: string
  /** Of each group, one is there. */
  needs: readonly (readonly Concept[])[]
  may: readonly Concept[]
  /** It stands between the names, which keep their order. */
  ordered?: 'not' | 'defend'
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

const listing = 'who|members|list|count'
const whoAll = 'who members list count member number'
const isDated = true

const rows: readonly Row[] = [
  // A country and a body.
  ['when-left', 'C B', 'leave|until|end', 'when since past ever join member or', { isDated }],
  [
    'is-in',
    'C B',
    'suspended',
    'when since past member or leave expel participate observer partner',
    { detail: 'suspended' },
  ],
  ['when-left', 'C B', 'expel', 'when since past ever or suspended leave'],
  ['expelling', 'c B', 'expel may', 'treaty past member'],
  ['leaving', 'c B', 'leave may', 'treaty past member'],
  ['is-founder', 'C B', 'founder', 'past member members or join'],
  ['may-join', 'C B', 'apply is|past|may', 'ever join member'],
  ['may-join', 'C B', 'may join', 'ever member'],
  ['when-joined', 'C B', 'when|since', 'join rejoin sign past member members number also'],
  ['is-in', 'C B', 'observer|partner|candidate or', 'member members'],
  ['is-in', 'C B', 'observer', 'member not', { detail: 'observer' }],
  ['is-in', 'C B', 'partner', 'member not', { detail: 'partner' }],
  ['is-in', 'C B', 'candidate', 'member not', { detail: 'candidate' }],
  ['is-in', 'C B', 'or leave', 'member join'],
  ['is-in', 'C B', 'in|member|one not', 'member join', { detail: 'not', isDated }],
  ['is-in', 'C B', 'in|member|one', 'member members also or', { isDated }],
  ['ever-in', 'C B', 'past|ever', 'join sign member participate'],
  // Several countries or bodies.
  ['joined-each', 'G C+', 'when|since|join|same', 'when since past same both member members'],
  ['which-in', 'G C+', 'is|in|past|who|member|members', 'is past who member members or both also someone'],
  ['in-which', 'C G+', 'is|in|past|who|member', 'is past who member or both also someone not'],
  // A body.
  ['founders', 'B', 'founder', `${whoAll} past`, { isDated }],
  ['expelling', 'B', 'expel may|someone', 'may someone members member past ever who'],
  ['leaving', 'B', 'leave may|treatyArticle', 'someone members member when who may'],
  ['who-left', 'B', `leave ${listing}|ever|someone|when`, `${whoAll} ever someone past when`, { isDated }],
  ['joining', 'B', 'join may', 'someone members member'],
  ['newest', 'B', 'newest', 'who members join when past member', { isDated }],
  ['in-role', 'B', 'observer', `${whoAll} what`, { detail: 'observers' }],
  ['in-role', 'B', 'partner', `${whoAll} what`, { detail: 'partners' }],
  ['in-role', 'B', 'candidate', `${whoAll} what`, { detail: 'candidates' }],
  ['in-role', 'B', 'apply who|members|list', whoAll, { detail: 'applicants' }],
  ['how-many', 'T', 'count', `${whoAll} participate past join sign list exist`, { isDated }],
  ['joined-in', 'B', `join who|members|list`, 'who members list member past', { isDated }],
  [
    'who-in',
    'B',
    'who|members|list in|is|members|sign|member|list',
    `${whoAll} past sign exist`,
    { isDated },
  ],
  ['founded', 'B', 'force', 'when since past sign treaty', { detail: 'force' }],
  ['ended', 'T', 'end|exist', 'when past until or leave'],
  ['ended', 'T', 'until', 'past found exist'],
  ['founded', 'B', 'when|since', 'found sign past treaty alliance exist'],
  ['where', 'B', 'headquarters', 'what where past or', { detail: 'headquarters' }],
  ['leader', 'T', 'lead', 'who past'],
  ['leader', 'P', '', 'who past'],
  ['stands-for', 'T', 'standsFor', 'what say purpose'],
  ['obligations', 'B', 'defenseClause', 'members someone past what'],
  ['is-kind', 'B', 'militaryAlliance', 'or not', { detail: 'military alliance' }],
  ['is-kind', 'B', 'alliance', 'or not', { detail: 'alliance' }],
  ['invoked', 'B', 'invoke', 'ever past when count who often'],
  ['purpose', 'T', 'purpose', 'what past'],
  ['most-spending', 'B', 'spend most', 'who members'],
  ['least-spending', 'B', 'spend least', 'who members'],
  // An exercise.
  ['is-in', 'C E', 'participate|join|in|sendForces', 'past ever member or', { isDated }],
  ['who-in', 'E', 'participate|members|in who|members|list', `${whoAll} participate join past`, { isDated }],
  ['founded', 'E', 'found|since', 'when since past held found where'],
  ['held', 'E', 'often', 'held or when past', { detail: 'often' }],
  ['held', 'E', 'when', 'held past'],
  ['leader', 'E', 'host', 'who members past'],
  ['where', 'E', 'where', 'held host past or'],
  // Two bodies.
  ['not-in', 'B B2', 'not', whoAll, { ordered: 'not' }],
  ['in-both', 'B B2', 'both|also who|members|list|count', `${whoAll} what both also past`],
  ['older', 'T T2', 'older', 'who or past found'],
  ['larger', 'B B2', 'larger', 'who or members member count what'],
  ['difference', 'X X2', 'difference', 'what'],
  // Countries.
  ['defend', 'C C2', 'must defend', 'attacked if also past', { ordered: 'defend' }],
  ['both-in', 'C C2', 'both', 'what who members member list alliance past'],
  ['neutral', 'C', 'neutral', 'or'],
  ['treaty-ally', 'C', 'treatyAlly', 'or'],
  ['troops', 'C US', 'troops|americans', 'troops count members who past'],
  ['spending', 'C', 'spend', 'count what past or'],
  ['exercises', 'C', 'exercise', 'what who members list participate past join'],
  ['most-troops', 'US', 'most troops', 'who members host'],
]

export const frames: readonly Frame[] = rows.map(([form, names, needs, may = '', more]) => ({
  form,
  names,
  needs: needs
    .split(' ')
    .filter(Boolean)
    .map((group) => group.split('|') as Concept[]),
  may: may.split(' ').filter(Boolean) as Concept[],
  ...more,
}))
