// A question as understood, and an answer as data.
import type { Line } from '../core/card.ts'
import type { PartialDate } from '../data/model/dates.ts'
import type { Fact } from '../data/model/types.ts'
import type { ImageSpec } from '../images/image-spec.ts'

/** What is asked; the entities that a question is about stand in this order. */
export const forms = {
  /** Is the first in the second? */
  'is-in': 'country, body or event',
  /** Was the first ever in the second? */
  'ever-in': 'country, body',
  'is-founder': 'country, body',
  'who-in': 'body or event',
  'how-many': 'body or event',
  'when-joined': 'country, body',
  'when-left': 'country, body',
  /** Who joined in the year that is asked about, or with, after or before a country? */
  'joined-in': 'body; country or nothing',
  /** Who joined last, or who were the last few to join? */
  newest: 'body',
  /** Who was the nth to join? */
  'nth-to-join': 'body',
  founders: 'body',
  /** When did each of some countries, or of all members, join the first? */
  'joined-each': 'body; countries or nothing',
  /** Who is a partner, an observer or an applicant? */
  'in-role': 'body',
  /** From when to when did it exist? */
  lasted: 'body or event',
  /** Which of some things began first? */
  older: 'two of anything',
  /** Which of some bodies has more members? */
  larger: 'two bodies',
  'both-in': 'two countries or more',
  'in-what': 'country',
  /** Which members of the first are not in the second? */
  'not-in': 'body, body',
  /** Which members of the first are in the second as well? */
  'in-both': 'body, body',
  /** Which of several countries are in the first, or not? */
  'which-in': 'body, countries',
  /** In which of several bodies is the first? */
  'in-which': 'country, bodies',
  /** Who was in it, and left? */
  'who-left': 'body',
  /** Which alliance is the oldest or newest in force? */
  'oldest-alliance': 'nothing or country',
  ally: 'country',
  'treaty-ally': 'country',
  /** Whose treaty ally is the first, or the United States? */
  'treaty-allies': 'nothing or country',
  /** May the first join the second? */
  'may-join': 'country, body',
  /** Does a status bring a promise of defense? */
  'is-not': 'body',
  neutral: 'nothing, country or body',
  /** Must the first defend the second? */
  defend: 'country or body, country',
  'who-defends': 'country',
  /** What members of the first promised, and whether it binds the second. */
  obligations: 'body; country or nothing',
  article: 'body',
  invoked: 'body',
  founded: 'anything',
  ended: 'anything',
  leader: 'anything',
  where: 'anything',
  'stands-for': 'anything',
  leaving: 'body',
  expelling: 'body',
  joining: 'body',
  'is-kind': 'body',
  'has-treaty': 'body',
  troops: 'one or two countries',
  'most-troops': 'nothing',
  'fewest-troops': 'nothing',
  /** Which countries host at least so many U.S. troops? */
  'troops-over': 'nothing',
  spending: 'one or two countries',
  'most-spending': 'nothing or body',
  'least-spending': 'nothing or body',
  'spending-over': 'nothing or body',
  'spending-under': 'nothing or body',
  exercises: 'country',
  held: 'event',
  purpose: 'anything',
  'what-is': 'anything',
  difference: 'two or three of anything',
  /** What the facts with the ids in the detail say, of which the first says all that is asked. */
  stated: 'nothing',
} as const

export type Form = keyof typeof forms

export interface Question {
  form: Form
  /** Their ids. */
  entities: readonly string[]
  /** The date that is asked about, as precisely as it was given; '' for today. */
  date: PartialDate
  /** The number of an article, a share in percent, the word for a kind, or the ids of facts. */
  detail: string
}

export interface Answer {
  /** The question in one form of words. */
  asked: string
  /** One sentence, two at most. */
  verdict: string
  facts: readonly Fact[]
  lines?: readonly Line[]
  image?: ImageSpec | undefined
  /** What says more. */
  more?: string | undefined
}
