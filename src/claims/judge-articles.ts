// What an article is about, what a promise covers, and who gets nuclear weapons, as claimed.
import { datesAgree } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { treatiesOfTwo } from '../questions/treaties-between.ts'
import { the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { isIn } from './judge-membership.ts'
import { allFacts, verdict } from './verdicts.ts'

const topics: Record<string, string> = {
  'mutual defense': 'mutual-defense',
  consultation: 'consultation',
  withdrawal: 'withdrawal',
  admission: 'admission',
}

/** The article is named where a fact is found. */
export function articleAbout(judging: Judging): Verdict | undefined {
  const { claim, facts, object: body } = judging
  if (!body || claim.number === undefined) return undefined
  if (claim.detail === 'automatic force') return isAutomatic(body, judging)
  const own = allFacts(body, facts, topics[claim.detail] ?? '').filter(
    ({ section, value }) => /^Article \w/.test(section) && (value.type !== 'commitment' || value.yes),
  )
  const [first] = own
  if (!first) return undefined
  const [named] = own.filter(({ section }) => numberOf(section) === claim.number)
  const shown = named ?? first
  const isSo = named !== undefined
  const isNegated = claim.negation !== ''
  return verdict(
    isSo === isNegated ? 'Contradicted' : 'Supported',
    `${shown.section} of ${the(body)}: ${shown.statement}`,
    [shown],
  )
}

/** An article that leaves to each party what it does makes nothing automatic. */
function isAutomatic(body: Entity, { claim: { number, negation }, facts }: Judging): Verdict | undefined {
  const own = allFacts(body, facts, 'is-not').filter(
    ({ section, statement }) =>
      numberOf(section) === number &&
      /\b(?:does not make armed force automatic|need not lead to any action)\b/.test(statement),
  )
  const [first] = own
  return first && verdict(negation === '' ? 'Contradicted' : 'Supported', first.statement, own)
}

/** "Article 42(7)" → 42.7. */
function numberOf(section: string): number {
  return Number(section.replace(/^Article (\d+)(?:\((\d+)\))?.*$/, '$1.$2'))
}

/** "NATO invoked Article 5 after the attacks on the United States": who invoked it comes first. */
function mayHaveInvoked({ name }: Entity, statement: string): boolean {
  const [user = '', ...rest] = statement.split(/\binvoked\b/)
  return rest.length === 0 || user.includes(name)
}

/** How often an article was used is known only if a source counts. */
export function invoked({ claim, facts, object: body, subjects }: Judging): Verdict | undefined {
  if (!body) return undefined
  const article = Number(claim.detail.replace('p', '.'))
  const own = allFacts(body, facts, 'invocation').filter(
    ({ section, mentions, statement }) =>
      (claim.detail === '' || numberOf(section) === article) &&
      subjects.every((user) => mentions.includes(user.id) && mayHaveInvoked(user, statement)),
  )
  const dated = own.filter(({ validFrom }) => validFrom !== null)
  const fits = ({ validFrom }: Fact) => claim.date === '' || datesAgree(validFrom ?? '', claim.date)
  const first = dated.find(fits) ?? dated[0]
  if (!first) return undefined
  const isOnce = own.some(({ statement }) => /\bonce only\b|\bonly once\b/.test(statement))
  const text = isOnce ? own.map(({ statement }) => statement).join(' ') : first.statement
  if (claim.negation !== '') return verdict('Contradicted', text, own)
  const dateFits = fits(first)
  if (claim.number === undefined)
    return dateFits
      ? verdict('Supported', text, isOnce ? own : [first])
      : isOnce
        ? verdict('Contradicted', text, own)
        : undefined
  if (!isOnce && claim.bound === 'least')
    return dated.length < claim.number
      ? undefined
      : verdict('Supported', `the sources here tell of ${dated.length} times.`, dated)
  if (!isOnce)
    return claim.number < dated.length
      ? verdict('Contradicted', `the sources here tell of ${dated.length} times.`, dated)
      : undefined
  return verdict(claim.number === 1 && dateFits ? 'Supported' : 'Contradicted', text, own)
}

/** Sources say only what a promise does not cover; and it covers no country that is not a member. */
export function isCovered(judging: Judging): Verdict | undefined {
  const { claim, facts, object: body, subjects } = judging
  const [place] = subjects
  if (!place || !body) return undefined
  const isAbout = ({ entity, mentions }: Fact) =>
    (entity === place.id && mentions.includes(body.id)) || (entity === body.id && mentions.includes(place.id))
  const [...outside] = [
    ...allFacts(place, facts, 'is-not'),
    ...allFacts(body, facts, 'area', 'is-not'),
  ].filter((fact) => isAbout(fact) && /\b(?:not cover|outside)\b/.test(fact.statement))
  const [first] = outside
  if (first) return verdict(claim.negation === '' ? 'Contradicted' : 'Supported', first.statement, outside)
  const absent = claim.negation === 'not' && claim.number !== undefined ? isIn(judging) : undefined
  return absent?.kind === 'Supported' ? absent : undefined
}

/** A place without an entity of its own, which the area of the promise names. */
export function coversPlace({ claim, facts, object, subjects }: Judging): Verdict | undefined {
  const body = object ?? subjects[0]
  const place = claim.detail.replace(/ islands?$|s$/, '')
  // "The Philippines treaty" is with the United States.
  const treaties = body?.kind === 'country' ? treatiesOfTwo(body.id, 'united-states', facts) : [body]
  const own = treaties.flatMap((treaty) => (treaty ? allFacts(treaty, facts, 'area') : []))
  const named = own.filter(({ statement }) => new RegExp(`\\b${place}\\b`, 'i').test(statement))
  const [first] = named
  return first && claim.negation === '' ? verdict('Supported', first.statement, named) : undefined
}

export function getsNuclearWeapons({ claim, facts, object: body, subjects }: Judging): Verdict | undefined {
  const [country] = subjects
  if (!country || !body) return undefined
  const denials = allFacts(body, facts, 'is-not').filter(
    ({ statement, mentions }) => mentions.includes(country.id) && /\bno nuclear weapons\b/.test(statement),
  )
  const [first] = denials
  return first && verdict(claim.negation === '' ? 'Contradicted' : 'Supported', first.statement, denials)
}
