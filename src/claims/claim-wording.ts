// A claim in one form of words, for a card that stands alone.
import { capitalize, formatList, withIndefiniteArticle } from '../cards/shared/format.ts'
import type { Entity } from '../data/model/types.ts'
import { formatNumber } from '../data/model/values.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { allInBody, inBody, joinedBody, leftBody } from '../questions/membership-words.ts'
import { dateWords, onDate, the } from '../questions/wording.ts'
import type { Bound, Claim } from './claim.ts'

const boundWords: Record<Bound, string> = {
  '': '',
  about: 'about ',
  over: 'over ',
  least: 'at least ',
  under: 'under ',
  most: 'at most ',
  exactly: 'exactly ',
}

/** "Ukraine is not in NATO", without a period; the claims of one sentence with "and". */
export function wordClaims(claims: readonly Claim[], facts: FactSnapshot): string {
  return capitalize(formatList([...new Set(claims.map((claim) => wordClaim(claim, facts)))]))
}

function wordClaim(claim: Claim, facts: FactSnapshot): string {
  const subjects = claim.subjects.flatMap((id) => facts.getEntity(id) ?? [])
  const object = claim.object === '' ? undefined : facts.getEntity(claim.object)
  const what = object ? nameOf(object) : ''
  const who = formatList(subjects.map(the))
  const when = claim.date === '' ? '' : onDate(claim.date)
  const number = `${boundWords[claim.bound]}${formatNumber(claim.number ?? 0)}`
  const isNegated = claim.negation !== ''
  const be = beOf(subjects, claim)
  const not = isNegated ? ' not' : ''
  const isSeveral = subjects.length > 1
  const inIt = object ? (isSeveral ? allInBody(object) : inBody(object)) : ''
  const joined = object ? joinedBody(object, isSeveral) : ''
  switch (claim.form) {
    case 'nth':
      return `${who} was member ${number} of ${what}`
    case 'order':
      return orderOf(subjects, object, claim)
    case 'together':
      return `${who} ${joined} ${claim.detail === 'year' ? 'in the same year' : claim.detail === 'day' ? 'on the same day' : 'at the same time'}`
    case 'added':
      return `${number} countries ${object ? joinedBody(object, true) : ''}${when}`
    case 'shared':
      return `${number} members of ${what} are${not} in ${who}`
    case 'sole': {
      const countries = subjects.filter(({ kind }) => kind === 'country')
      const bodies = subjects.filter(({ kind }) => kind !== 'country').map(the)
      return `of the members of ${what}, only ${formatList(countries.map(the))} ${beOf(countries, claim)} in ${formatList(bodies, isNegated ? 'or' : 'and')}`
    }
    case 'years-in':
      return who === ''
        ? `${what} is ${number} years old`
        : `${who} ${isSeveral ? 'have' : 'has'} been ${inIt} for ${number} years`
    case 'neutral':
      return `${who} ${be} neutral`
    case 'only':
      return claim.detail === 'left first'
        ? `${who} left ${what} first${when}`
        : `only ${who} ${claim.detail} ${what}${when}`
    case 'article':
      return claim.detail === 'automatic force'
        ? `Article ${number} of ${what} ${isNegated ? 'does not make' : 'makes'} the use of force automatic`
        : `Article ${number} of ${what} is about ${claim.detail}`
    case 'covered':
      return `${who || capitalize(claim.detail)} ${be} covered by ${what}`
    case 'nuclear-weapons':
      return `${who} gets ${isNegated ? 'no ' : ''}nuclear weapons through ${what}`
    case 'start-place':
      return `${what} was signed or founded in ${capitalize(claim.detail)}`
    case 'known-as':
      return `${what} has or had another name`
    case 'goal':
      return `${what} has a goal of ${number}% of GDP for defense${when}`
    case 'reached':
      return claim.number === -1
        ? `Every member of ${what} spends ${claim.detail}% of GDP on defense${when}`
        : `${number} members of ${what} spend ${claim.detail}% of GDP on defense${when}`
    case 'held-in':
      return `${what} is held in ${who}${when}`
    case 'stated':
      return facts.getFact(claim.detail)?.statement.replace(/\.$/, '') ?? ''
    case 'is-in':
    case 'includes':
      return `${who} ${be} ${inIt}${when}`
    case 'joined':
      return `${who} ${isNegated ? 'never ' : ''}${joined}${when}`
    case 'suspended':
      return `${who} ${be} suspended from ${what}${when}`
    case 'role':
      return `${who} ${be} ${isSeveral ? `${claim.detail}s` : withIndefiniteArticle(claim.detail)} ${{ observer: 'in', applicant: 'to' }[claim.detail] ?? 'of'} ${what}${when}`
    case 'left': {
      const left = object ? leftBody(object) : ''
      return claim.negation === 'not'
        ? `${who} did not ${left.replace(/^left/, 'leave').replace(/^lost/, 'lose')}${when}`
        : `${who} ${isNegated ? 'never ' : ''}${left}${when}`
    }
    case 'founder':
      return `${who} ${be} among the founders of ${what}`
    case 'newest':
      return `${who} ${joined} last`
    case 'list':
      return object?.kind === 'status' ? `${who} ${be} ${inIt}` : `${what} is ${who}`
    case 'count': {
      const has = claim.isPast ? (isNegated ? 'did not have' : 'had') : isNegated ? 'does not have' : 'has'
      return `${what} ${has} ${/^\d+$/.test(claim.detail) ? `${claim.detail} or ` : ''}${number} members${when}`
    }
    case 'founder-count':
      return `${what} had ${number} founding members`
    case 'founded':
      return `${what} ${/^(?:began|started|came|entered|took)/.test(claim.detail) ? claim.detail : `was ${claim.detail || 'founded'}`}${when}`
    case 'ended':
      return `${what} ${isNegated ? 'has not ended' : when === '' ? 'has ended' : 'ended'}${when}`
    case 'exists':
      return `${what} exists`
    case 'treaty-ally':
      return `${who} ${be} ${isSeveral ? 'treaty allies' : 'a treaty ally'} of the United States`
    case 'ally':
      return `${who} ${be} ${isSeveral ? 'allies' : 'an ally'} of the United States`
    case 'defend':
      return `${who} ${isNegated ? 'need not' : 'must'} defend ${claim.detail === 'mainland' ? 'the mainland of ' : ''}${what}`
    case 'defense-treaty': {
      const sides = [...subjects, ...(object ? [object] : [])]
      const isOne = sides.length === 1
      // "The Philippines treaty" is with the United States.
      const american = isOne && sides[0]?.kind === 'country' ? facts.getEntity('united-states') : undefined
      const names = [...sides, ...(american ? [american] : [])].map(nameOf)
      const treaty = `${claim.detail === 'any' ? '' : 'mutual defense '}treaty${claim.date === '' ? '' : ` of ${dateWords(claim.date)}`}`
      return `${formatList(names)} ${isOne && !american ? 'has' : 'have'} ${isNegated ? 'no' : 'a'} ${treaty}`
    }
    case 'defense-clause':
      return `${what} has ${isNegated ? 'no' : 'a'} promise of mutual defense`
    case 'kind':
      return `${what} is${not} ${withIndefiniteArticle(claim.detail)}`
    case 'has-treaty':
      return `${what} rests on ${isNegated ? 'no' : 'a'} treaty`
    case 'invoked':
      return `${claim.detail === '' ? (object?.kind === 'alliance' ? `an article of ${what}` : what) : `Article ${claim.detail} of ${what}`} was ${isNegated ? 'never ' : ''}invoked${who === '' ? '' : ` by ${who}`}${claim.number === undefined ? '' : claim.number === 1 ? ' once' : ` ${number} times`}${when}`
    case 'stands-for':
      return `${object?.name ?? ''} is short for its full name`
    case 'took-part':
      return `${who} ${isNegated ? 'did not take part' : 'took part'} in ${what}${when}`
    case 'nations':
      return `${number} nations took part in ${what}${when}`
    case 'host':
      return `${who} ${isSeveral ? 'host or lead' : 'hosts or leads'} ${what}${when}`
    case 'frequency':
      return claim.number === 0.5
        ? `${what} is held twice a year`
        : `${what} is held every ${claim.number === 1 ? 'year' : `${claim.number ?? 0} years`}`
    case 'personnel':
      return `${number} service members took part in ${what}${when}`
    case 'more':
      return claim.detail === 'us-troops'
        ? `${who} has more U.S. troops than ${what}`
        : `${who} spends a larger share of GDP on defense than ${what}`
    case 'office':
      return `${claim.detail.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())} ${claim.isPast || when !== '' || claim.number === 1 ? 'was' : 'is'} ${claim.number === 1 ? `the first ${object?.name ?? ''}` : what}${when}`
    case 'headquarters':
      if (/\bto /.test(claim.detail))
        return `the headquarters of ${what} moved ${claim.detail.replace(/(?<=\b(?:from|to) )\p{Ll}/gu, (letter) => letter.toUpperCase())}${when}`
      if (claim.detail.startsWith('always '))
        return `the headquarters of ${what} have always been in ${capitalize(claim.detail.replace(/^always (?:been )?in /, ''))}`
      return `the headquarters of ${what} ${claim.isPast ? 'were' : 'are'}${not} in ${capitalize(claim.detail)}${when}`
    case 'troops':
      return `${number} U.S. troops ${claim.isPast ? 'were' : 'are'} in ${who}${when}`
    case 'most-troops':
      return `${who} hosts the most U.S. troops`
    case 'spending':
      return `${who} ${isNegated ? (claim.negation === 'never' ? 'never spent' : `${isSeveral ? 'do' : 'does'} not spend`) : isSeveral ? 'spend' : 'spends'} ${number}% of GDP on defense${when}`
    case 'least-spending':
      return `${who} spends the smallest share of GDP on defense${what ? ` in ${what}` : ''}`
    case 'most-spending':
      return `${who} spends the largest share of GDP on defense${what ? ` in ${what}` : ''}`
  }
}

/** "NATO", "the status of a major non-NATO ally". */
function nameOf(entity: Entity): string {
  return entity.kind === 'status' ? `the status of ${inBody(entity)}` : the(entity)
}

/** "Finland joined NATO before Sweden", "the Rio Treaty began 2 years before NATO". */
function orderOf(subjects: readonly Entity[], body: Entity | undefined, { detail, number }: Claim): string {
  const [first = '', second = ''] = subjects.map((one) =>
    body && one.kind === 'country' ? `${the(one)} ${joinedBody(body)}` : `${the(one)} began`,
  )
  const [word = '', unit = '', either] = detail.split(' ')
  const other = either && subjects[1] ? the(subjects[1]) : second
  return `${first} ${number === undefined ? '' : `${number} ${unit} `}${word} ${other}`
}

function beOf(subjects: readonly Entity[], { negation, isPast }: Claim): string {
  const isSeveral = subjects.length > 1
  const be = isPast ? (isSeveral ? 'were' : 'was') : isSeveral ? 'are' : 'is'
  switch (negation) {
    case '':
      return be
    case 'not':
      return `${be} not`
    case 'never':
      return `${isSeveral ? 'were' : 'was'} never`
    case 'nolonger':
      return `${be} no longer`
  }
}
