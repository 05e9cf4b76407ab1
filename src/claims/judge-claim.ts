// Judges a claim by the facts: one function for each form. Undefined is not judged.
import { datesAgree, toIsoDate } from '../data/model/dates.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { newestIn } from './judge-newest.ts'
import { sharedCount, soleMembers } from './judge-overlap.ts'
import type { Claim, ClaimForm, Judging, Verdict, VerdictKind } from './claim.ts'
import { addedIn, countOf, founderCountOf } from './judge-counts.ts'
import { listOf } from './judge-list.ts'
import { endedOn, exists, foundedOn } from './judge-dates.ts'
import { heldIn, hostOf, howOften, nationsIn, personnelIn, tookPart } from './judge-events.ts'
import { founderOf, isIn } from './judge-membership.ts'
import { joinedOn, leftOn } from './judge-joining.ts'
import { inOrder, joinedTogether, nthIn, onlyOnes, yearsIn } from './judge-order.ts'
import { isEvent, standingOf } from '../questions/memberships-of.ts'
import { askingOf } from './verdicts.ts'
import { promisingBody } from '../questions/promise-facts.ts'
import { dateOf } from '../questions/wording.ts'
import { articleAbout, getsNuclearWeapons, invoked, isCovered, coversPlace } from './judge-articles.ts'
import { joinedTexts } from './joined-texts.ts'
import { hasGoal, reachedGoal } from './judge-goals.ts'
import { hasMore, hostsMostTroops, spendingOf, spendsLeast, spendsMost, troopsIn } from './judge-numbers.ts'
import { ally, treatyAlly } from './judge-allies.ts'
import { defenseClause, defenseTreaty, mustDefend } from './judge-promises.ts'
import { hasRoleIn } from './judge-roles.ts'
import { headquartersIn } from './judge-seats.ts'
import { isSuspended } from './judge-suspension.ts'
import {
  holdsOffice,
  isKind,
  isNeutral,
  isStated,
  restsOnTreaty,
  standsFor,
  knownAs,
  startedIn,
} from './judge-things.ts'

/** Who is or was in an exercise took part in it; a clause of a treaty binds the members of its body. */
function isInOrAt(judging: Judging): Verdict | undefined {
  const { object, subjects } = judging
  const [country] = subjects
  const body = object && country ? promisingBody(object, country, askingOf(judging)) : object
  if (object?.kind === 'treaty' && body !== object) {
    const member = isIn({ ...judging, object: body })
    return member?.kind === 'Supported' && judging.claim.negation !== ''
      ? member
      : together([
          member,
          defenseClause({ ...judging, subjects: [], claim: { ...judging.claim, negation: '' } }),
        ])
  }
  return object && isEvent(object) ? tookPart(judging) : isIn(judging)
}

/** Of who says that it has left, and is counted all the same, sources differ. */
function orDiffer(judge: Judge): Judge {
  return (judging) => {
    const found = judge(judging)
    const { claim, object: body, subjects, facts } = judging
    const [country] = subjects
    if (!found || !country || !body || claim.isPast || found.kind === 'Sources differ') return found
    const exit = facts
      .factsMentioning(country.id)
      .find(({ entity, statement }) => entity === body.id && /\bregarded its exit\b/.test(statement))
    if (!exit || (claim.date !== '' && !datesAgree(claim.date, exit.validFrom ?? ''))) return found
    const counted = standingOf(country, body, facts, judging.today).facts
    const texts = [exit, ...counted.slice(0, 1)].map(({ statement }) => statement)
    return { kind: 'Sources differ', text: texts.join(' '), facts: [exit, ...counted] }
  }
}

/** Who joined an exercise took part in it. */
function joinedEvent(judging: Judging): Verdict | undefined {
  const found = judging.object && isEvent(judging.object) ? tookPart(judging) : undefined
  return found?.kind === 'Supported' ? found : undefined
}

type Judge = (judging: Judging) => Verdict | undefined

const judges: Record<ClaimForm, Judge> = {
  'is-in': (judging) => forEach(judging, orDiffer(isInOrAt)),
  includes: (judging) => forEach(judging, isIn),
  joined: (judging) => forEach(judging, (one) => joinedEvent(one) ?? joinedOn(one)),
  suspended: (judging) => forEach(judging, isSuspended),
  left: (judging) => forEach(judging, orDiffer(leftOn)),
  role: (judging) => forEach(judging, hasRoleIn),
  founder: (judging) => forEach(judging, founderOf),
  newest: newestIn,
  // "Qatar and Kenya are major non-NATO allies" is no list of all.
  list: (judging) => (judging.object?.kind === 'status' ? forEach(judging, isIn) : listOf(judging)),
  count: (judging) => (judging.object && isEvent(judging.object) ? nationsIn(judging) : countOf(judging)),
  shared: sharedCount,
  sole: soleMembers,
  added: addedIn,
  'years-in': yearsIn,
  'founder-count': founderCountOf,
  founded: foundedOn,
  ended: endedOn,
  exists,
  'treaty-ally': (judging) => forEach(judging, treatyAlly),
  ally: (judging) => forEach(judging, ally),
  defend: mustDefend,
  'defense-treaty': defenseTreaty,
  'defense-clause': defenseClause,
  kind: isKind,
  // What is no alliance is none with a treaty.
  'has-treaty': (judging) => {
    const kind = judging.claim.detail === '' ? undefined : isKind(judging)
    return restsOnTreaty(judging) ?? (kind?.kind === 'Contradicted' ? kind : undefined)
  },
  invoked,
  'stands-for': standsFor,
  'took-part': (judging) => forEach(judging, tookPart),
  nations: nationsIn,
  host: (judging) => forEach(judging, hostOf),
  frequency: howOften,
  personnel: personnelIn,
  office: holdsOffice,
  headquarters: headquartersIn,
  troops: troopsIn,
  'most-troops': hostsMostTroops,
  more: hasMore,
  spending: (judging) => forEach(judging, spendingOf),
  'most-spending': spendsMost,
  'least-spending': spendsLeast,
  nth: (judging) => forEach(judging, nthIn),
  order: inOrder,
  only: onlyOnes,
  together: joinedTogether,
  neutral: (judging) => forEach(judging, isNeutral),
  article: articleAbout,
  covered: (judging) => (judging.claim.detail === '' ? forEach(judging, isCovered) : coversPlace(judging)),
  'nuclear-weapons': getsNuclearWeapons,
  'held-in': (judging) => forEach(judging, heldIn),
  'start-place': startedIn,
  'known-as': knownAs,
  goal: hasGoal,
  reached: reachedGoal,
  stated: isStated,
}

/** The verdict on a claim; undefined if it is in doubt. */
function judgeClaim(claim: Claim, facts: FactSnapshot, now: Date): Verdict | undefined {
  const subjects = claim.subjects.flatMap((id) => facts.getEntity(id) ?? [])
  const object = claim.object === '' ? undefined : facts.getEntity(claim.object)
  if (subjects.length !== claim.subjects.length || (claim.object !== '' && !object)) return undefined
  const found = judges[claim.form]({ claim, facts, now, today: toIsoDate(now), subjects, object })
  if (claim.isGuess && found?.kind !== 'Supported') return undefined
  return found && atItsPrecision(claim, found)
}

/** What happened on one day, as against what was so on it. */
const happenings: ReadonlySet<ClaimForm> = new Set([
  'joined',
  'left',
  'suspended',
  'founder',
  'founded',
  'ended',
  'invoked',
])

/** A day is not supported by a fact that tells the year alone. */
function atItsPrecision({ form, date }: Claim, found: Verdict): Verdict {
  if (found.kind !== 'Supported' || !happenings.has(form)) return found
  const known = found.facts
    .flatMap((fact) => [dateOf(fact), fact.validFrom ?? '', fact.validTo ?? ''])
    .filter((one) => one !== '' && datesAgree(one, date))
  const isFiner = known.length > 0 && known.every(({ length }) => length < date.length)
  if (!isFiner) return found
  const finer = date.length === 'yyyy-mm'.length ? 'month' : 'day'
  return { ...found, kind: 'Not stated', text: `${found.text} The ${finer} is not stated.` }
}

/** The strictest verdict on the claims of one sentence, which all count. */
export function judgeClaims(claims: readonly Claim[], facts: FactSnapshot, now: Date): Verdict | undefined {
  // Who is in it and froze its part is in it as one that is suspended.
  const isFrozen = ({ subjects, object }: Claim) =>
    claims.some(
      (one) => one.form === 'suspended' && one.object === object && one.subjects.join() === subjects.join(),
    )
  const verdicts = claims
    .map((claim) =>
      claim.form === 'is-in' && isFrozen(claim) ? { ...claim, form: 'includes' as const } : claim,
    )
    .map((claim) => judgeClaim(claim, facts, now))
  return together(verdicts)
}

const order: readonly VerdictKind[] = [
  'Contradicted',
  'Was true',
  'Sources differ',
  'Supported',
  'Not stated',
]

/** One that is in doubt, or a part that is not stated, leaves all in doubt, unless another part is contradicted. */
function together(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  const known = verdicts.flatMap((verdict) => verdict ?? [])
  const [strictest] = order.filter((kind) => known.some((verdict) => verdict.kind === kind))
  if (strictest === undefined || known.length < verdicts.length) return undefined
  const isMixed = known.some(({ kind }) => kind === 'Not stated') && strictest !== 'Not stated'
  if (isMixed && strictest !== 'Contradicted') return undefined
  const said = known.filter(({ kind }) => strictest === 'Supported' || kind === strictest)
  const texts = joinedTexts(said.map(({ text }) => text))
  return {
    kind: strictest,
    text: texts.slice(0, maxTexts).join(' ') + (texts.length > maxTexts ? ' …' : ''),
    facts: [...new Set(said.flatMap((verdict) => verdict.facts))],
  }
}

const maxTexts = 4

/** What is claimed of several is claimed of each. */
function forEach(judging: Judging, judge: Judge): Verdict | undefined {
  if (judging.subjects.length === 0) return undefined
  return together(judging.subjects.map((subject) => judge({ ...judging, subjects: [subject] })))
}
