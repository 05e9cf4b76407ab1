// Answers a question as understood: one function for each form.
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { bound } from './answer-bound.ts'
import { bothIn, inWhat } from './answer-both-in.ts'
import { exercisesOf } from './answer-exercises.ts'
import { everIn } from './answer-ever-in.ts'
import { isIn } from './answer-is-in.ts'
import { larger, older } from './answer-comparing.ts'
import { mayJoin, whenJoined, whenLeft } from './answer-joining.ts'
import * as lists from './answer-lists.ts'
import { leader } from './answer-leaders.ts'
import { membersAlso } from './answer-two-lists.ts'
import { neutral } from './answer-neutral.ts'
import { numbersOf } from './answer-numbers.ts'
import { newestMember, nthToJoin } from './answer-newest.ts'
import { joinedEach, joinedIn } from './answer-order.ts'
import { overOrUnder, rank } from './answer-rankings.ts'
import * as promises from './answer-promises.ts'
import { inRole, isFounderOf, lasted } from './answer-roles.ts'
import * as rules from './answer-rules.ts'
import * as several from './answer-several.ts'
import { stated } from './answer-stated.ts'
import * as things from './answer-things.ts'
import type { Answer, Form, Question } from './question.ts'
import { asking, type Asking } from './wording.ts'

const answers: Record<Exclude<Form, 'what-is' | 'difference'>, (asked: Asking) => Answer | undefined> = {
  'is-in': isIn,
  'ever-in': everIn,
  'is-founder': isFounderOf,
  'who-in': lists.whoIsIn,
  'how-many': lists.howMany,
  'when-joined': whenJoined,
  'when-left': whenLeft,
  'joined-in': joinedIn,
  newest: newestMember,
  'nth-to-join': nthToJoin,
  'joined-each': joinedEach,
  'in-role': inRole,
  lasted,
  older,
  larger,
  founders: lists.foundersOf,
  'not-in': (asked) => membersAlso(asked, false),
  'in-both': (asked) => membersAlso(asked, true),
  'which-in': several.whichIn,
  'in-which': several.inWhich,
  'who-left': several.whoLeft,
  'oldest-alliance': several.oldestAlliance,
  'treaty-allies': several.treatyAllies,
  'may-join': mayJoin,
  neutral,
  'both-in': bothIn,
  'in-what': inWhat,
  ally: (asked) => promises.allyOfUs(asked, false),
  'treaty-ally': (asked) => promises.allyOfUs(asked, true),
  defend: promises.defend,
  'who-defends': promises.whoDefends,
  obligations: bound,
  article: rules.article,
  invoked: rules.invoked,
  leaving: (asked) => rules.rulesOf(asked, 'withdrawal'),
  expelling: (asked) => rules.rulesOf(asked, 'withdrawal', /\bexpel/),
  joining: (asked) => rules.rulesOf(asked, 'admission'),
  'is-kind': rules.isKind,
  'is-not': rules.isNot,
  'has-treaty': rules.hasTreaty,
  founded: things.founded,
  ended: things.ended,
  leader,
  where: things.where,
  'stands-for': things.standsFor,
  held: things.held,
  purpose: things.purpose,
  exercises: exercisesOf,
  troops: (asked) => numbersOf(asked, 'us-troops'),
  spending: (asked) => numbersOf(asked, 'military-spending'),
  'most-troops': (asked) => rank(asked, 'us-troops', 'most'),
  'fewest-troops': (asked) => rank(asked, 'us-troops', 'fewest'),
  'troops-over': (asked) => overOrUnder(asked, 'us-troops', 'over'),
  'most-spending': (asked) => rank(asked, 'military-spending', 'most'),
  'least-spending': (asked) => rank(asked, 'military-spending', 'fewest'),
  'spending-over': (asked) => overOrUnder(asked, 'military-spending', 'over'),
  'spending-under': (asked) => overOrUnder(asked, 'military-spending', 'under'),
  stated,
}

/** The answer; undefined for a question that another card answers whole, or whose entities are gone. */
export function answerQuestion(question: Question, facts: FactSnapshot, now: Date): Answer | undefined {
  const { form } = question
  if (form === 'what-is' || form === 'difference') return undefined
  return answers[form](asking(question, facts, now))
}
