// Who leads, hosts or commands a thing, and who held an office before.
import { editionsOf } from '../cards/entity/editions.ts'
import { distinctValues, formatList } from '../cards/shared/format.ts'
import { compareDates, firstDay, lastDay } from '../data/model/dates.ts'
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { whoIsIn } from './answer-lists.ts'
import { isEvent } from './memberships-of.ts'
import { factsOf, valueLines } from './promise-facts.ts'
import type { Answer } from './question.ts'
import { bulletLine, the, type Asking } from './wording.ts'

export function leader(asking: Asking): Answer | undefined {
  const [thing] = asking.entities
  if (asking.question.detail !== '' && (!thing || thing.kind === 'person')) return besideHolder(thing, asking)
  if (!thing) return undefined
  // A body has no host.
  if (isOfHost.test(asking.question.detail) && !isEvent(thing))
    return leader({ ...asking, question: { ...asking.question, detail: '' } })
  if (asking.question.detail === 'between') return between(thing, asking)
  const one = editionAsked(thing, asking)
  const holders = one.kind === 'position' ? holderAsked(one, asking) : []
  const [newest] = holders
  const hosts = isOfHost.test(asking.question.detail) ? factsOf(one, asking, 'host') : []
  const led = hosts.length > 0 ? hosts : factsOf(one, asking, 'led-by', 'host')
  // Who leads a body is who holds its first office.
  const offices =
    newest || led.length > 0
      ? []
      : factsOf(one, asking, 'position').flatMap(({ value }) => {
          const office = value.type === 'entity' ? asking.facts.getEntity(value.entity) : undefined
          return office ? [...holderAsked(office, asking)] : []
        })
  const [chief] = offices
  if (chief)
    return {
      asked: `Who leads ${the(one)}?`,
      verdict: chief.statement,
      facts: [chief],
      lines: offices.slice(1, 4).map(bulletLine),
      more: one.id,
    }
  const own = newest ? holders : led
  const names = distinctValues(own, asking.facts.getEntity)
  const [host] = names.length === 1 ? hosts : []
  return {
    asked:
      one.kind !== 'position'
        ? `Who ${hosts.length > 0 ? 'hosts' : 'leads'} ${the(one)}?`
        : asking.question.detail === ''
          ? `Who holds the office of ${the(one)}?`
          : asking.question.detail === 'first'
            ? `Who was the first to hold the office of ${the(one)}?`
            : `Who held the office of ${the(one)} ${asksNext.test(asking.question.detail) ? 'next' : 'before'}?`,
    verdict: newest
      ? holders.map(({ statement }) => statement).join(' ')
      : host
        ? host.statement
        : names.length > 0
          ? `${formatList(names)} ${own.some(({ attribute }) => attribute === 'led-by') ? 'lead' : 'host'}${names.length === 1 ? 's' : ''} ${the(one)}, by the sources here.`
          : `Not stated. No source here says who leads ${the(one)}.`,
    facts: own,
    lines: newest ? [] : valueLines(one, asking, 'led-by', 'host', 'position').slice(0, 3),
    more: one.id,
  }
}

/** "Between which two countries is it": by what defines it, else all who take part. */
function between(event: Entity, asking: Asking): Answer | undefined {
  const countries = asking.facts.entities.filter(({ kind }) => kind === 'country')
  const [defining] = factsOf(event, asking, 'definition').filter(({ statement }) => {
    const words = ` ${statement.replace(/[,.]/g, '')} `
    return countries.filter(({ name }) => words.includes(` ${name} `)).length > 1
  })
  if (defining)
    return {
      asked: `Between whom is ${the(event)}?`,
      verdict: defining.statement,
      facts: [defining],
      lines: valueLines(event, asking, 'led-by', 'host'),
      more: event.id,
    }
  const hosts = factsOf(event, asking, 'led-by', 'host').flatMap(({ value }) =>
    value.type === 'entity' && countries.some(({ id }) => id === value.entity) ? [value.entity] : [],
  )
  return new Set(hosts).size > 1
    ? leader({ ...asking, question: { ...asking.question, detail: '' } })
    : whoIsIn(asking)
}

/** "Who replaced Stoltenberg": in the one office that he held. */
function besideHolder(person: Entity | undefined, asking: Asking): Answer | undefined {
  const name = person?.name ?? personIn(asking.question.detail)
  const offices = asking.facts.entities.filter(
    ({ id, kind }) =>
      kind === 'position' &&
      asking.facts
        .factsAbout(id)
        .some(({ attribute, facts }) => attribute === 'office-holder' && facts.some(isOf(name))),
  )
  const [office, ...others] = offices
  if (office && others.length === 0)
    return leader({ ...asking, entities: person ? [office, person] : [office] })
  const written = name.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase())
  return {
    asked: `In which office was ${written}?`,
    verdict: office
      ? `${written} is named with ${formatList(offices.map(the))}; ask about one of them.`
      : `Not stated. No source here tells of ${written} in an office.`,
    facts: [],
  }
}

/** Who hosts an exercise, rather than who leads it. */
const isOfHost = /^host/

/** Who came after someone, rather than before. */
const asksNext = /^(?:after|replaced|succeeded)\b/

/** The fact about who holds an office, or held it before the newest holder, or before or after the one that is named. */
function holderAsked(office: Entity, asking: Asking): Fact[] {
  const { detail, date } = asking.question
  const all =
    detail === '' && date === ''
      ? factsOf(office, asking, 'office-holder', 'holder')
      : asking.facts
          .factsAbout(office.id)
          .filter(({ attribute }) => attribute === 'office-holder')
          .flatMap((group) => group.facts)
  // Whose start is not told came before whoever began on the day of that end.
  const startOf = ({ validFrom, validTo, visibleFrom }: Fact) =>
    validFrom === null ? (validTo ?? visibleFrom) : `${validFrom}~`
  const newestFirst = all.toSorted((a, b) => compareDates(startOf(b), startOf(a)))
  // In the year or on the day that is asked about; who gave way to the next left no day of his own.
  if (detail === '' && date !== '') {
    const dated = newestFirst.filter(({ validFrom }) => validFrom !== null)
    return dated.filter(({ validFrom, validTo }, index) => {
      const end = validTo ?? dated[index - 1]?.validFrom ?? '9999'
      return firstDay(validFrom ?? '') <= lastDay(date) && lastDay(end) >= firstDay(date)
    })
  }
  if (detail === '') return newestFirst.slice(0, 1)
  if (detail === 'first')
    return newestFirst.toReversed().filter(({ statement }) => /\bfirst\b/.test(statement))
  const person = asking.entities[1]?.name ?? personIn(detail)
  const names = isOf(person)
  if (asksNext.test(detail)) {
    const index = newestFirst.findIndex(names)
    return index > 0 ? newestFirst.slice(index - 1, index) : []
  }
  const next = newestFirst.findLastIndex(names)
  if (person !== '' && next < 0) return []
  return newestFirst.slice(person === '' ? 1 : next + 1).slice(0, 1)
}

/** "Before Rutte". */
function personIn(detail: string): string {
  return detail.replace(/^(?:before|after|previous|former|last|replaced?|succeed(?:ed)?) ?/, '')
}

/** Whether a fact names someone, by the last name. */
function isOf(person: string): (fact: Fact) => boolean {
  const [surname = ''] = normalizeText(person).split(' ').slice(-1)
  return ({ statement }) => normalizeText(statement).split(' ').includes(surname)
}

/** The edition of the year that is asked about, else the thing itself. */
export function editionAsked(thing: Entity, { facts, question }: Asking): Entity {
  if (!isEvent(thing) || question.date === '') return thing
  return (
    editionsOf(thing, facts).find(({ entity }) => entity.edition?.year === question.date.slice(0, 4))
      ?.entity ?? thing
  )
}
