// Matches one clause with the patterns of claims, for all that its names may mean.
import { parseDate } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { bodyOfTreaty } from '../questions/promise-facts.ts'
import { treatiesOfTwo } from '../questions/treaties-between.ts'
import { hasRole } from '../questions/roles.ts'
import type { Claim, ClaimForm, Negation } from './claim.ts'
import type { ReadSentence, Reader, ClaimContext } from './reader.ts'
import { quantityOf } from './quantities.ts'
import { statedBy } from './stated.ts'
import { inEdition, ofOtherEdition } from './back-references.ts'
import { nameList, patternsFor, type ClaimPattern } from './claim-patterns.ts'

/** Reads a clause once in a message. */
function once(
  kind: string,
  text: string,
  reader: Reader,
  read: (text: string, reader: Reader) => ReadSentence | undefined,
): ReadSentence | undefined {
  const named = text.replace(/@(\d+)/g, (_, index: string) =>
    (reader.names[Number(index)] ?? []).map(({ id }) => `@${id}`).join('/'),
  )
  const key = `${kind} ${named}`
  if (!reader.known.has(key)) reader.known.set(key, read(text, reader))
  return reader.known.get(key)
}

/** "Article 5" goes without the name of its treaty, and the summit in The Hague without that of NATO. */
export const hasArticle = /\barticle \d|\bat hague\b/
const leadingNames = new RegExp(`^(${nameList}) (?=\\S)`)

const maxReadings = 8

/** The one reading of a clause for all that its names may mean. */
export function matchClause(text: string, reader: Reader): ReadSentence | undefined {
  return once('pattern', text, reader, findPattern)
}

function findPattern(text: string, reader: Reader): ReadSentence | undefined {
  const used = [...text.matchAll(/@(\d+)/g)].map(([, index]) => Number(index))
  if (used.length === 0 && !hasArticle.test(text)) return undefined
  for (const pattern of patternsFor(text)) {
    const match = pattern.regex.exec(text)
    if (!match) continue
    const readings = chosen(used, reader.names).flatMap((names) => {
      const read = claimsOf(pattern, match.groups ?? {}, names, reader)
      return read ? [read] : []
    })
    // Of several things of one name, it is the one that has members.
    const having = readings.filter(({ context: { body } }) => body && hasParties(body, reader.facts))
    const [only, ...others] = readings.length > 1 && having.length > 0 ? having : readings
    if (others.length > 0) return undefined
    if (only) {
      const start = startOf(text, reader, only)
      // Who suspends its duties to another goes on about that one.
      const subjects = pattern.forms[0] === 'suspended' ? only.context.subjects : (start.subjects ?? [])
      return { claims: only.claims, context: { ...only.context, ...start, subjects } }
    }
  }
  return undefined
}

/** A clause that a fact states. */
export function matchStated(text: string, reader: Reader): ReadSentence | undefined {
  return once('stated', text, reader, findStated)
}

function findStated(text: string, reader: Reader): ReadSentence | undefined {
  const [fact] = [text, ...inEdition(text, reader)].flatMap(
    (one) => statedBy(one, reader.names, reader.facts, reader.today) ?? [],
  )
  if (!fact) return undefined
  const about = reader.facts.getEntity(fact.entity)
  const read: ReadSentence = {
    claims: [
      {
        form: 'stated',
        subjects: [],
        object: fact.entity,
        negation: '',
        isPast: false,
        date: '',
        bound: '',
        number: undefined,
        detail: fact.id,
      },
    ],
    context: { subjects: about ? [about] : [], body: undefined, predicate: '' },
  }
  return { ...read, context: { ...read.context, ...startOf(text, reader, read) } }
}

/** What a clause begins with is what the next one goes on about. */
function startOf(text: string, { names }: Reader, { context }: ReadSentence): Partial<ClaimContext> {
  const start = leadingNames.exec(text)?.[1]
  const ids = [...(start ?? '').matchAll(/\d+/g)].map(([index]) => Number(index))
  const subjects = ids.flatMap((index) => {
    const [only, ...others] = names[index] ?? []
    return only && others.length === 0 ? [only] : []
  })
  return {
    subjects: subjects.length > 0 && subjects.length === ids.length ? subjects : context.subjects,
    predicate: text.replace(leadingNames, ''),
    article: /^article \d+(?:p\d+)?(?= )/.exec(text)?.[0],
  }
}

/** Every way to choose one meaning for each name that is used. */
function chosen(used: readonly number[], names: readonly Entity[][]): Map<number, Entity>[] {
  let all = [new Map<number, Entity>()]
  for (const index of new Set(used)) {
    all = all.flatMap((known) => (names[index] ?? []).map((entity) => new Map(known).set(index, entity)))
    if (all.length > maxReadings) return []
  }
  return all
}

function hasParties(body: Entity, facts: FactSnapshot): boolean {
  return facts
    .factsAbout(body.id)
    .some(({ attribute }) => attribute === 'member' || attribute === 'participant')
}

function claimsOf(
  pattern: ClaimPattern,
  groups: Record<string, string | undefined>,
  names: Map<number, Entity>,
  { today, facts }: Reader,
): ReadSentence | undefined {
  const found: Record<string, Entity[]> = {}
  for (const [role, value] of Object.entries(groups)) {
    if (!/^[ABCEPSTUVWXYZ]\d?$/.test(role) || value === undefined) continue
    const entities = [...value.matchAll(/\d+/g)].flatMap(([index]) => names.get(Number(index)) ?? [])
    const fits = (entity: Entity) =>
      role.startsWith('U')
        ? entity.id === 'united-states'
        : hasRole(entity, role === 'W' ? 'C' : role) || (role === 'B' && hasParties(entity, facts))
    if (!entities.every(fits)) return undefined
    found[role] = entities
  }
  // A country comes in or ends in other ways than what is signed; that it was founded may be meant of it.
  const isBegun = pattern.forms.some((form) => form === 'founded' || form === 'ended' || form === 'exists')
  const detail = groups['detail'] ?? pattern.detail ?? ''
  const mayBeCountry = /^(?:founded|created|established|formed|born|set up|made)$/.test(detail)
  if (isBegun && !mayBeCountry && found['X']?.some(({ kind }) => kind === 'country')) return undefined
  // Another name of it is no name of something else.
  if (found['X2']?.some((one) => !(found['X'] ?? found['B'])?.includes(one))) return undefined
  const same = found['B2'] ?? found['B3'] ?? found['B4']
  if (!found['B'] && same) found['B'] = same
  // A number that stands alone in a pattern as a name is the United States or NATO.
  const named = new Set(Object.values(found).flatMap((some) => some.map(({ id }) => id)))
  const loose = [...names.values()].filter(({ id }) => !named.has(id))
  const place = /@(\d+)/.exec(detail)
  if (loose.some(({ id }) => id !== 'united-states' && id !== 'nato') && !place) return undefined
  const subjects = [
    ...(found['Y'] ?? []),
    ...(found['C'] ?? found['A'] ?? []),
    ...(found['W'] ?? found['Z'] ?? []),
  ]
  const isMore = pattern.forms.includes('more')
  const isTwoSided = !isMore && found['A'] !== undefined && found['C'] !== undefined
  const others = isMore
    ? (found['A'] ?? [])
    : isTwoSided
      ? (found['C'] ?? [])
      : (found['B'] ?? found['S'] ?? found['E'] ?? found['X'] ?? found['P'] ?? [])
  const [object] = others
  const quantity = quantityOf(groups)
  const event = groups['sep'] === undefined ? (groups['paris'] === undefined ? '' : '2015-11') : '2001'
  const date = groups['D'] === undefined ? event : parseDate(groups['D'], today)
  const until = groups['until'] === undefined ? date : parseDate(groups['until'], today)
  const second = quantityOf({ Q: groups['Q2'], N: groups['N2'] })
  if (date === undefined || until === undefined || quantity === undefined || date > today || until > today)
    return undefined
  const person = found['X'] && found['P'] ? found['X'][0]?.name.toLowerCase() : undefined
  const claims = pattern.forms.map((form): Claim => ({
    form,
    subjects: subjectsOf(form, isTwoSided ? [...(found['A'] ?? [])] : subjects),
    object: objectOf(form, found['P']?.[0] ?? object, pattern),
    negation: (groups['neg'] as Negation | undefined) ?? pattern.negation ?? '',
    isPast: groups['past'] !== undefined || pattern.isPast === true,
    date: form === 'left' ? until : date,
    bound: (form === 'personnel' ? second?.bound : '') || quantity.bound || (pattern.bound ?? ''),
    number:
      groups['once'] === undefined
        ? ((form === 'personnel' ? second?.number : undefined) ?? quantity.number ?? pattern.number)
        : 1,
    detail: place
      ? (names.get(Number(place[1]))?.name.toLowerCase() ?? '')
      : (person ??
        (form === 'start-place'
          ? (groups['place'] ?? '')
          : form === 'left' && groups['until'] !== undefined
            ? date
            : detail)),
    ...(pattern.isGuess && { isGuess: true }),
    ...ofOtherEdition(form, object, date),
  }))
  // Without a body, none of these is a claim.
  const isOfCountry = subjects.some(({ kind }) => kind === 'country')
  if (
    claims.some(
      ({ form, object: of }) => of === '' && (needsBody.has(form) || (form === 'order' && isOfCountry)),
    )
  )
    return undefined
  return {
    claims,
    context: {
      subjects: subjects.length > 0 ? subjects : object ? [object] : [],
      body:
        found['B']?.[0] ??
        found['S']?.[0] ??
        (object && hasRole(object, 'T') ? object : treatyIn(claims, facts)),
      predicate: '',
    },
  }
}

/** The one treaty that two countries have, if one is claimed. */
function treatyIn([claim]: readonly Claim[], facts: FactSnapshot): Entity | undefined {
  if (claim?.form !== 'defense-treaty') return undefined
  const [one = '', other = 'united-states', ...more] = [...claim.subjects, claim.object].filter(Boolean)
  const [treaty, ...others] = treatiesOfTwo(one, other, facts)
  return more.length + others.length === 0 ? treaty : undefined
}

const needsBody: ReadonlySet<ClaimForm> = new Set([
  'invoked',
  'suspended',
  'joined',
  'left',
  'is-in',
  'founder',
])

/** Claims that come with others need not be about what those name. */
function subjectsOf(form: ClaimForm, subjects: readonly Entity[]): string[] {
  return ['founded', 'kind', 'founder-count', 'start-place', 'frequency'].includes(form)
    ? []
    : subjects.map(({ id }) => id)
}

function objectOf(form: ClaimForm, object: Entity | undefined, { object: implied }: ClaimPattern): string {
  const id = object?.id ?? implied ?? ''
  return form === 'invoked' || form === 'defense-clause' ? bodyOfTreaty(id) : id
}
