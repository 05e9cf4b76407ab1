// Whether a country is in an alliance or another body, since when, and as what.
import type { Line, TextWithFacts } from '../../core/card.ts'
import { byStart } from '../../data/model/dates.ts'
import { isFullRole, membershipsOn, type Membership } from '../../data/model/memberships.ts'
import type { Entity, Fact, Role } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralityLines } from '../entity/country-lines.ts'
import { relationshipsOf, type Relationship } from '../entity/country-relationships.ts'
import { currentGroups, endOf, wholeListOf, type WholeList } from '../entity/current-facts.ts'
import { memberLines } from '../entity/member-lines.ts'
import { lineOf, periodsInWords } from '../entity/relationship-text.ts'
import { capitalize, nameInSentence, plainName, pluralize, uncapitalize } from '../shared/format.ts'
import { formatAsOfShort } from '../shared/sources.ts'
import { dateText, isPact } from './country-verdict.ts'
import { memberLabels } from './shared-bodies.ts'

export interface CountryInBody {
  verdict: TextWithFacts
  lines: Line[]
}

const maxLines = 8

/** What else a country has to do with, and the label of its line. */
const besideLabels = { Status: '', Suspended: 'suspended from', 'Other ties': '', Formerly: 'formerly in' }

/** `day`, as yyyy-mm-dd, is that of the view. */
export function countryInBody(
  country: Entity,
  body: Entity,
  facts: FactSnapshot,
  day: string,
): CountryInBody {
  const groups = currentGroups(body.id, facts, day)
  const whole = wholeListOf(body.id, facts, day)
  const members = facts.factsAbout(body.id).find(({ attribute }) => attribute === 'member')?.facts ?? []
  const hasEnded = endOf(facts.factsAbout(body.id), day) !== undefined
  const membership = hasEnded
    ? undefined
    : membershipsOn(members, day).find(({ entity }) => entity === country.id)
  const relationships = relationshipsOf(country, facts, day)
  const own = relationships.find(({ entity }) => entity === body)
  const verdict =
    (membership && membershipSentence(country, body, membership, whole, day)) ??
    (own && relationshipSentence(country, body, own)) ??
    notInSentence(country, body, whole, {
      day,
      isPast: hasEnded || endOf(facts.factsAbout(country.id), day) !== undefined,
    })
  const isIn = membership !== undefined && isFullRole(membership.role)
  const beside = relationships.filter(({ entity }) => entity !== body)
  const withLabels = (...labels: string[]) => beside.filter(({ label }) => labels.includes(label))
  const memberOf = withLabels(...memberLabels)
  const name = plainName(country.name)
  return {
    verdict,
    lines: [
      ...memberLines(groups, facts, { said: [], sentence: '' }, whole).filter(
        ({ label }) => label !== 'Earlier',
      ),
      ...promiseLine(groups.find(({ attribute }) => attribute === 'mutual-defense')?.facts ?? []),
      ...(isIn ? [] : [...historyLine(country, body, membership, facts), ...neutralityLines(country, facts)]),
      ...(memberOf.length > 0 ? [lineOf([`${name} ${isIn ? 'also in' : 'in'}`, memberOf])] : []),
      ...Object.entries(besideLabels).flatMap(([label, words]) => {
        const same = withLabels(label)
        return same.length > 0 ? [lineOf([words === '' ? label : `${name} ${words}`, same])] : []
      }),
    ].slice(0, maxLines),
  }
}

function promiseLine([fact]: readonly Fact[]): Line[] {
  if (fact?.value.type !== 'commitment') return []
  return [{ label: fact.value.yes ? 'Promise' : 'No promise', text: fact.value.text, facts: [fact] }]
}

/** What else was said of the two: "NATO's leaders said in April 2008 that Ukraine would become a member one day." */
function historyLine(
  country: Entity,
  body: Entity,
  membership: Membership | undefined,
  facts: FactSnapshot,
): Line[] {
  const own = facts.factsAbout(country.id).find(({ attribute }) => attribute === 'history')?.facts ?? []
  const fact = own.find(
    ({ mentions, asOf }) => mentions.includes(body.id) && asOf.first !== membership?.since,
  )
  return fact ? [{ label: 'History', text: fact.statement, facts: [fact] }] : []
}

const roleSentences: Partial<Record<Role, (body: string, since: string) => string>> = {
  observer: (body, since) => `is an observer in ${body}${since && `, since ${since}`}, not a member.`,
  partner: (body, since) => `is a partner of ${body}${since && `, since ${since}`}, not a member.`,
}

function membershipSentence(
  country: Entity,
  body: Entity,
  { role, since, isFounder, facts }: Membership,
  whole: WholeList | undefined,
  day: string,
): TextWithFacts | undefined {
  const [name, bodyName] = [capitalize(nameInSentence(country)), nameInSentence(body)]
  const date = since === null ? '' : dateText(since)
  const suffix = date && `, since ${date}`
  const own = facts.toSorted((a, b) => byStart(b, a)).slice(0, 1)
  const [first] = facts
  if (body.kind === 'status') {
    const status = uncapitalize(body.name)
    if (isFullRole(role)) return { text: `${name} is a ${status} of the United States${suffix}.`, facts: own }
    // What is treated as if it had a status does not have it.
    return first && { text: first.statement, facts: [first] }
  }
  if (role === 'suspended') {
    // It says who suspended what.
    const said = facts.find((fact) => fact.role === role)
    return said && { text: said.statement, facts: [said] }
  }
  if (role === 'applicant') {
    const applied = date
      ? `it applied ${/^\d{4}(-\d\d)?$/.test(since ?? '') ? 'in' : 'on'} ${date}`
      : 'it has applied'
    const { counted, cited } = countOf(whole, day)
    return { text: `${name} is not in ${bodyName}${counted}; ${applied}.`, facts: [...own, ...cited] }
  }
  const sentence = roleSentences[role]
  if (sentence) return { text: `${name} ${sentence(bodyName, date)}`, facts: own }
  const verb = isPact(body) ? 'is a party to' : isFounder ? 'is a founding member of' : 'is in'
  return { text: `${name} ${verb} ${bodyName}${suffix}.`, facts: own }
}

/** " (32 members, Feb 1, 2026)"; without the date if the view is of an earlier day. */
function countOf(whole: WholeList | undefined, day: string): { counted: string; cited: Fact[] } {
  if (!whole) return { counted: '', cited: [] }
  const members = pluralize(whole.members, 'member')
  const isKnown = whole.count.visibleFrom <= day
  return {
    counted: ` (${members}${isKnown ? `, ${formatAsOfShort(whole.count.asOf)}` : ''})`,
    cited: isKnown ? [whole.count] : [],
  }
}

/** What it was in once, was joining, or signed. */
function relationshipSentence(
  country: Entity,
  body: Entity,
  { label, own, facts }: Relationship,
): TextWithFacts | undefined {
  const [name, bodyName] = [capitalize(nameInSentence(country)), nameInSentence(body)]
  const [first] = own
  if (label === 'Joining' || label === 'Signed') return first && { text: first.statement, facts: [first] }
  if (label !== 'Formerly') return undefined
  const dated = own.filter(({ validFrom, validTo }) => validFrom !== null || validTo !== null)
  const period = periodsInWords(dated)
  const was = isFullRole(first?.role ?? null)
    ? 'was in'
    : `was ${first?.role === 'partner' ? 'a partner of' : 'an observer in'}`
  const text = `${name} ${was} ${bodyName}${period ? ` ${period}` : ', which has ended'}.`
  return { text, facts: own.length > 0 ? own.slice(0, 1) : facts }
}

/** A no is only read from a list that is whole. */
function notInSentence(
  country: Entity,
  body: Entity,
  whole: WholeList | undefined,
  { day, isPast }: { day: string; isPast: boolean },
): TextWithFacts {
  const [name, bodyName] = [capitalize(nameInSentence(country)), nameInSentence(body)]
  if (!whole) {
    const text = `${name} is not named as a member of ${bodyName}; its list here is not whole.`
    return { text, facts: [] }
  }
  const { counted, cited } = countOf(whole, day)
  if (isPast) return { text: `${name} is not named as a member of ${bodyName}${counted}.`, facts: cited }
  if (isPact(body)) return { text: `${name} is not a party to ${bodyName}${counted}.`, facts: cited }
  if (body.kind === 'status') {
    const status = uncapitalize(body.name)
    const listed = counted.replace(/members?/, (word) => (word === 'member' ? 'country' : 'countries'))
    return { text: `${name} is not a ${status}${listed}.`, facts: cited }
  }
  return { text: `${name} is not in ${bodyName}${counted}.`, facts: cited }
}
