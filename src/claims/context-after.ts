// What the next clause may be about after words that were not read.
import type { Entity } from '../data/model/types.ts'
import { fillers } from './asides.ts'
import { hasRole } from '../questions/roles.ts'
import { unlike } from './sentence-parts.ts'
import type { ClaimContext } from './reader.ts'
import { lastYear } from './relative-dates.ts'

export const noContext: ClaimContext = { subjects: [], body: undefined, predicate: '' }

/** What words that were not read may be about: their one name, if they begin with it. */
export function contextAfter(
  words: readonly string[],
  names: readonly Entity[][],
  context: ClaimContext,
): ClaimContext {
  const end = words.indexOf(',')
  const opened = end < 0 ? words.length : end
  const own = unlike.test(words.slice(0, opened).join(' ')) ? words.slice(opened + 1) : words
  const spoken = spokenOf(own, names, context)
  const after = {
    ...spoken,
    year: lastYear(words) ?? context.year,
    predicate: elsewhere.test(words.join(' ')) ? '' : spoken.predicate,
  }
  // "They" may be those.
  return words.some((word) => groupNoun.test(word)) ? { ...after, isGuess: true } : after
}

/** "It joined the WTO": what others joined after that may be that. */
const elsewhere =
  /\b(?:joined|left|quit|entered|adopted|signed|belongs to|has been in|is in) (?!@|it\b|them\b)[a-z]/

function spokenOf(words: readonly string[], names: readonly Entity[][], context: ClaimContext): ClaimContext {
  const named = words.filter((word) => word.startsWith('@'))
  const isShort = words.length <= 3 && !words.some((word) => finite.test(word))
  const meant = (name: string) => {
    const [only, ...others] = names[Number(name.slice(1))] ?? []
    return others.length === 0 ? only : undefined
  }
  const [first = ''] = named
  const subject = meant(first)
  // "Canada. It's in NATO.", "Switzerland:", over a list.
  if (
    subject?.kind === 'country' &&
    words.every((word) => word === first || /^(?::|and|but|what|how|about|or)$/.test(word))
  )
    return { ...context, subjects: [subject], predicate: '' }
  // "Around 28,500 American troops there."
  if (
    ofNoun.test(words[words.indexOf(first) + 1] ?? '') &&
    !words.some((word) => finite.test(word) && !ofNoun.test(word))
  )
    return context
  // "It's Article 42(7)", "it's a major non-NATO ally": what follows may be about that.
  const [, identity = ''] = isNamed.exec(words.join(' ')) ?? []
  const named1 = identity === '' ? undefined : meant(identity)
  if (named1 && hasRole(named1, 'T') && named1 !== context.body)
    return { ...context, body: undefined, mentioned: named1, isGuess: true }
  // "No Vietnam.", "Is it an exercise of the Quad?"
  if (goesOn.test(words.join(' ')) || asked.test(words.join(' ')) || (isShort && subject?.kind === 'country'))
    return subject?.kind === 'status' ? { ...context, body: undefined, mentioned: subject } : context
  const articles = new Set(words.join(' ').match(/\barticle \d+(?:p\d+)?\b/g))
  if (named.length === 0 && articles.size === 1) return { ...noContext, article: [...articles][0] }
  // "The IMF has 191.", "FIFA: 211 members."
  if (named.length === 0 && ofUnknown.test(words.join(' '))) return { ...noContext, isElsewhere: true }
  if (named.length === 0)
    return isShort || !another.test(words.join(' ')) ? context : { ...noContext, isElsewhere: true }
  const listed = /^@\d+(?:(?: ,)?(?: and)? @\d+)+(?= (?:are|were|have|had) )/.exec(words.join(' '))?.[0]
  if (listed !== undefined) {
    const subjects = (listed.match(/@\d+/g) ?? []).flatMap((name) => meant(name) ?? [])
    return { subjects, body: undefined, mentioned: context.body ?? context.mentioned, predicate: '' }
  }
  const plain = words.filter((word) => word !== 'but' && !fillers.has(word))
  const place = plain.indexOf(first)
  // "Does the US have a treaty with Israel?" is about either.
  const isAsked = place === 1 && auxiliary.test(plain[0] ?? '')
  const isOfTwo = isAsked && named.slice(1).some((name) => meant(name)?.kind === 'country')
  const isAskedOf = /^(?:is|are|was|were)$/.test(plain[0] ?? '') && !/^(?:and|or|,)$/.test(plain[2] ?? '')
  const isFirst = place < 5 && ((isAsked && isAskedOf) || finite.test(plain[place + 1] ?? ''))
  const isSubject = new Set(named).size === 1 ? place < 4 : isFirst && !isOfTwo
  // "Sweden joined it before NATO": it is not NATO.
  const own = named.filter((name) => !isCompared(words, words.indexOf(name)))
  const [body, ...otherBodies] = new Set(
    own.flatMap((name) => meant(name) ?? []).filter((one) => hasRole(one, 'T') || one.kind === 'status'),
  )
  return {
    subjects: subject && isSubject ? [subject] : [],
    body: subject && isSubject && subject.kind !== 'country' ? subject : undefined,
    mentioned: body ? (otherBodies.length === 0 ? body : undefined) : (context.body ?? context.mentioned),
    article: articles.size === 1 ? [...articles][0] : undefined,
    predicate: '',
  }
}

const ofUnknown =
  /^(?!(?:it|they|that|this|there|these|those|we|which|who|and|but|so|now|then) )(?:[a-z]+ ){1,3}(?:: (?=\d+ (?:members?|countries|nations|states)\b)|(?:has|have|had) )\d/

/** What is spoken of that was not named, as in "my guild has 12 members", unless nothing is claimed of such things. */
const another =
  /\b(?:an?|another|my|our|your|his|her|(?<!\b(?:[a-z]+est|only|first|last|new) )one|some|other) (?!(?:[a-z]+ )?(?:teachers?|professors?|dad|mom|mum|mother|father|uncle|aunt|gran|grandma|grandpa|grandfather|friends?|mate|buddy|brother|sister|son|daughter|cousin|boss|editor|girlfriend|boyfriend|wife|husband|mind|opinion|view|head|homework|notes|presentation|essay|quiz|class|project|question|english|point|bit|lot|few|time|day|days|year|years|take|tip|source|sources|life|jokes?|shame|fact|facts)\b)/

/** Groups of people and things that go and come. */
const groupNoun =
  /^(?:troops|soldiers|peacekeepers|marines|jets|planes|ships|submarines|subs|bases|missiles|weapons|leaders|ministers|diplomats)$/

/** What a name before it is not spoken of for itself. */
const ofNoun =
  /^(?:troops|forces|soldiers|marines|bases|ships|navy|army|navies|president|government|officials|treaty|membership|citizens|officers|commander|jets|submarines|subs|weapons)$/

const isNamed = /^(?:it|this|that) (?:is|was) (?:called )?(?:an? |the )?(@\d+)$/
/** Words that begin what is still about the same. */
const goesOn =
  /^(?:it|its|they|their|this|that|these|those|he|she|which|who(?! (?:do|does|did) )|joined|left|quit|came|went|became|has|have|had)(?= |$)/
/** "Is Israel a NATO member?" */
const auxiliary = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must)$/
const asked =
  /^(?:is|are|was|were|do|does|did|has|have|can|could) (?:not )?(?:it|they|this|that|these|those) /
/** Whether the name at a place is only compared with. */
export function isCompared(words: readonly string[], at: number): boolean {
  const before = words[at - 1] === 'the' ? at - 2 : at - 1
  return /^(?:before|after|than|unlike|like)$/.test(words[before] ?? '')
}

export const finite =
  /^(?:are|were|have|had|did|joined|left|(?!(?:as|its|this|us|thus|plus|versus|besides|unless|always|perhaps|members|countries|nations|states|allies|troops|forces|leaders|ships|exercises|articles)$)[a-z]+(?:s|ed))$/

/** What a sentence may be about: each of the bodies, or the countries, of what was spoken of. */
export function antecedentsOf(
  bodies: readonly Entity[],
  countries: readonly Entity[],
  body: Entity | undefined,
): ClaimContext[] {
  return [
    ...bodies.map((one) => ({ subjects: [one], body: one, predicate: '' })),
    ...(countries.length > 0 ? [{ subjects: countries, body, predicate: '' }] : []),
  ]
}

const denied = /\b(?:not|never|no)\b/

/** Whether what was said last is said of the body that was named first, or alike. */
export function isOfBoth(first: ClaimContext, last: ClaimContext): boolean {
  const isOne = !first.body || !last.body || first.body === last.body
  return isOne || denied.test(first.predicate) === denied.test(last.predicate)
}
