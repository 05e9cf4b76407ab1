// What kind of thing something is, what it is short for, where its seat is, who holds an office, when an article was used.
import { formatList, withIndefiniteArticle } from '../cards/shared/format.ts'
import { normalizeText } from '../data/model/normalize-text.ts'
import { byStart, datesAgree, firstDay, lastDay } from '../data/model/dates.ts'
import { isValidOn } from '../data/model/memberships.ts'
import type { Fact } from '../data/model/types.ts'
import { partiesOn } from '../questions/memberships-of.ts'
import { the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { defenseClause } from './judge-promises.ts'
import { holdersOf, isHolderNamed } from './office-holders.ts'
import { allFacts, verdict } from './verdicts.ts'

/** By the words that the sources use: those that call it that, and those that say that it is none. */
export function isKind(judging: Judging): Verdict | undefined {
  const { claim, facts, object: body } = judging
  if (!body || claim.isPast || claim.negation === 'never' || claim.negation === 'nolonger') return undefined
  const isNegated = claim.negation !== ''
  const words = claim.detail.split(' ')
  const noun = words.at(-1) ?? ''
  if (/\b(?:mutual|collective) defense (?:treaty|pact|alliance)$/.test(claim.detail))
    return defenseClause(judging)
  const denials = allFacts(body, facts, 'is-not').filter(({ value, statement }) =>
    denies(value.type === 'text' ? value.text : statement, noun, claim.detail),
  )
  const called = allFacts(body, facts, 'classification')
  const labelOf = ({ value }: Fact) => (value.type === 'classification' ? value.label : '')
  const fits = called.filter((fact) => labelOf(fact).split(' ').includes(noun))
  const others = [...new Set(called.map(labelOf))].filter((label) => !label.split(' ').includes(noun))
  const saysYes = fits.length > 0
  // An adjective that no source uses is not judged, unless a source denies it.
  if (denials.length === 0) {
    const labels = called.flatMap((fact) => labelOf(fact).split(' '))
    const isPact = noun === 'alliance' || noun === 'pact'
    if (
      words.some((word) => (fields.test(word) || (!isPact && military.test(word))) && !labels.includes(word))
    )
      return undefined
    // "Bilateral" says how many are in it.
    const parties = partiesOn(body, facts, judging.today).length
    if (words.some((word) => (sides[word] ?? parties) !== parties)) return undefined
  }
  const yes = `sources call ${the(body)} ${withIndefiniteArticle(noun)}`
  const [denial] = denials
  if (saysYes && denial)
    return verdict('Sources differ', `${yes}. ${denial.statement}`, [...fits, ...denials])
  if (saysYes) {
    const isMixed = noun === 'alliance' && others.some((label) => /partnership|dialogue/.test(label))
    if (isMixed)
      return verdict(
        'Sources differ',
        `some sources call ${the(body)} ${withIndefiniteArticle(noun)}, others ${formatList(others.map(withIndefiniteArticle), 'or')}.`,
        called,
      )
    return verdict(isNegated ? 'Contradicted' : 'Supported', `${yes}.`, fits)
  }
  const instead =
    others.length > 0 ? ` It is called ${formatList(others.map(withIndefiniteArticle), 'or')}.` : ''
  return (
    denial &&
    verdict(isNegated ? 'Supported' : 'Contradicted', `${denial.statement}${instead}`, [
      ...denials,
      ...called,
    ])
  )
}

const fields = /^(?:political|economic)$/
const military = /^(?:military|defense|defensive|formal|security)$/
const sides: Readonly<Record<string, number>> = { bilateral: 2, trilateral: 3 }

/** Whether what something is not is the kind: "A military alliance, said …". */
function denies(text: string, noun: string, detail: string): boolean {
  const said = normalizeText(text.split(/[,;:]/)[0] ?? '')
  // What is no military pact is no military alliance.
  const denied = /\b(?:military|defense) alliance$/.test(detail) ? said.replace(/\bpact\b/, 'alliance') : said
  if (!new RegExp(`^an? (?:[a-z]+ )*${noun}\\b|^an? ${noun} or\\b|\\bor an? [a-z ]*${noun}$`).test(denied))
    return false
  const after = denied.replace(new RegExp(`^.*?\\b${noun}\\b`), '').trim()
  if (after !== '' && !/^or /.test(after)) return false
  const adjectives = denied
    .split(' ')
    .filter((word) => ['military', 'formal', 'defense', 'security', 'political'].includes(word))
  // What is no formal alliance may be a looser one.
  return adjectives.every(
    (adjective) =>
      detail.split(' ').includes(adjective) || adjective === 'military' || adjective === 'defense',
  )
}

export function restsOnTreaty({ claim, facts, object: body }: Judging): Verdict | undefined {
  if (!body) return undefined
  const own = allFacts(body, facts, 'treaty')
  const yes = own.filter(({ value }) => value.type === 'yes-no' && value.yes)
  if (own.length === 0) {
    // What is not formalized has no treaty.
    const denied = allFacts(body, facts, 'is-not').filter(({ statement }) =>
      /\bnot formalized\b/.test(statement),
    )
    return denied[0] && claim.negation !== '' ? verdict('Supported', denied[0].statement, denied) : undefined
  }
  if (yes.length > 0 && yes.length < own.length)
    return verdict('Sources differ', `sources differ on whether a treaty seals ${the(body)}.`, own)
  const isSo = yes.length > 0
  return verdict(
    isSo === (claim.negation === '') ? 'Supported' : 'Contradicted',
    `${the(body)} rests on ${isSo ? 'a' : 'no'} treaty.`,
    own,
  )
}

/** An abbreviation and its full name are names of one thing. */
export function standsFor({ claim, facts, object: thing }: Judging): Verdict | undefined {
  if (!thing || claim.negation !== '') return undefined
  const own = allFacts(thing, facts, 'full-name')
  const [first] = own
  return first ? verdict('Supported', first.statement, own) : undefined
}

export function holdsOffice({ claim, facts, object: position, today }: Judging): Verdict | undefined {
  if (!position || position.kind !== 'position' || claim.negation !== '' || claim.detail === '')
    return undefined
  const holders = holdersOf(position, facts).filter(({ validFrom }) => validFrom !== null)
  const day = claim.date === '' ? today : firstDay(claim.date)
  const current = holders.filter((fact) => isValidOn(fact, day)).toSorted((a, b) => byStart(b, a))[0]
  const own = holders.filter((fact) => isHolderNamed(fact, claim.detail, facts))
  const [first] = own
  if (!first || !current) return undefined
  if (claim.number === 1) {
    const [earliest] = holders.toSorted(byStart)
    return (
      earliest &&
      verdict(own.includes(earliest) ? 'Supported' : 'Contradicted', earliest.statement, [earliest])
    )
  }
  if (
    own.includes(current) ||
    (claim.date !== '' && own.some(({ validFrom }) => datesAgree(validFrom ?? '', claim.date)))
  )
    return verdict('Supported', (own.includes(current) ? current : first).statement, own)
  // Who came later was not in it yet.
  if (claim.date !== '') {
    const isEarly = own.every(({ validFrom }) => lastDay(claim.date) < firstDay(validFrom ?? ''))
    return isEarly ? verdict('Contradicted', first.statement, own) : undefined
  }
  if (claim.isPast) return verdict('Supported', first.statement, own)
  return verdict('Was true', `${first.statement} ${current.statement}`, [...own, current])
}

/** Only the place that a source names is judged, because one place is in another. */
export function startedIn({ claim, facts, object: thing }: Judging): Verdict | undefined {
  if (!thing || claim.negation !== '') return undefined
  const place = normalizeText(claim.detail)
  const own = allFacts(
    thing,
    facts,
    'signed',
    'founded',
    'announced',
    'history',
    'location',
    'instrument',
  ).filter(({ statement }) =>
    new RegExp(
      `\\b(?:signed|founded|established|created|formed|announced|made|adopted|concluded) (?:at|in) ${place}\\b`,
    ).test(normalizeText(statement)),
  )
  const [first] = own
  return first && verdict('Supported', first.statement, own)
}

/** Both names are of one thing; its former ones are told of. */
export function knownAs({ claim, facts, object: thing }: Judging): Verdict | undefined {
  if (!thing || claim.negation !== '') return undefined
  const own = facts
    .factsAbout(thing.id)
    .flatMap(({ facts: some }) => some)
    .filter(({ statement }) => /\b(?:renamed|took the name|was called|new name|name was)\b/.test(statement))
  const [first] = own
  return first && verdict('Supported', first.statement, own.slice(0, 2))
}

/** That no source calls a country neutral does not say that it is not. */
export function isNeutral({ claim, facts, subjects }: Judging): Verdict | undefined {
  const [country] = subjects
  if (!country || claim.isPast) return undefined
  const own = allFacts(country, facts, 'neutrality').filter(({ statement }) => /\bneutral/.test(statement))
  const [first] = own
  return first && verdict(claim.negation === '' ? 'Supported' : 'Contradicted', first.statement, own)
}

/** What a fact says in other words. */
export function isStated({ claim, facts }: Judging): Verdict | undefined {
  const fact = facts.getFact(claim.detail)
  return fact && verdict('Supported', fact.statement, [fact])
}
