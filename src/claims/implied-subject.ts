// A clause with what it leaves out: what it is about, an office.
import type { Entity } from '../data/model/types.ts'
import { partiesOn } from '../questions/memberships-of.ts'
import { holdersOf, isHolderNamed } from './office-holders.ts'
import type { ClaimContext, Reader } from './reader.ts'
import { datePattern } from './plain-words.ts'

export const pronoun = /^(?:it|they|this|these|those|both|all of them|he|she) (?=\S)/
const verbStart =
  /^(?:only )?(?:is|are|was|were|has|have|had|held|does|do|did|joined|rejoined|left|quit|walked|pulled|moved|hosts?|spends?|meets?|never|belongs?|began|ended|nolonger|includes?|entered|signed|withdrew|took|started|became|lost|gained|got|received|invoked|predates?|predated|says|means|covers?|added|admitted) /
/** "Founded in 1949", as an item of a list says it. */
const participleStart =
  /^(?:founded|established|created|formed|signed|set up|started|begun|dissolved|disbanded|based|headquartered|held|suspended|invoked|known|called|launched|announced|made up|composed|led|hosted|disinvited|invited|frozen|expelled|admitted|renamed|kicked out) /
/** "Signed in 1947, in force since 1948." */
const inForce = /^in force (?:since |from )?(?=\d{4})/
/** "The FPDA is five countries, from 1971." */
const datedStart = new RegExp(`^(?:from|since) ${datePattern}$`)
const bodySeat = /^(?:their )?(?:hq|headquarters) (?=is |are |was |were )/
const counted =
  /^(?:(?:about|over|at least|around|roughly|more than) )?\d+ (?:founding |original |full )?(?:members?|member states|nations|countries|personnel|troops|signatories|founders)\b/
const seat = /^(?:hq|headquarters) (?:in )?(?!in |is |are |was |were )/
const ownThing = /^(?:(?:founding |original |current )?members|founders) (?=are |were |include |included )/
/** "Biggest naval exercise in the world." */
const superlative = /^(?:(?:world|worlds|planets) )?(?:biggest|largest|oldest|longest) [a-z]/
const ownNoun = /^their (?=newest |latest |members )/

/** "Australia. Member of AUKUS, not in NATO." */
const verbless =
  /^(?:treaty ally|(?:founding |full )?members? of @|not in @|in @|part of @|(?:(?:dialogue|global|official) )?partner of @|observer (?:of|in) @)/

/** A clause with what it is about, where that goes without saying. */
export function withSubject(text: string, subject: string): string[] {
  return [
    ...(ownNoun.test(text) ? [text.replace(ownNoun, `${subject} `)] : []),
    ...(ownThing.test(text) ? [`${subject} ${text}`] : []),
    ...(counted.test(text) ? [`${subject} had ${text}`, `${subject} has ${text}`] : []),
    ...(seat.test(text) ? [text.replace(seat, `${subject} headquarters is in `)] : []),
    ...(bodySeat.test(text) ? [text.replace(bodySeat, `${subject} headquarters `)] : []),
    ...(pronoun.test(text) ? [text.replace(pronoun, `${subject} `)] : []),
    ...(verbStart.test(text) ? [`${subject} ${text}`] : []),
    ...(participleStart.test(text) ? [`${subject} was ${text}`, `${subject} is ${text}`] : []),
    ...(inForce.test(text) ? [`${subject} came into force in ${text.replace(inForce, '')}`] : []),
    ...(datedStart.test(text) ? [`${subject} was founded ${text.replace(/^from/, 'in')}`] : []),
    ...(superlative.test(text) ? [`${subject} is ${text}`] : []),
    ...(verbless.test(text) ? [`${subject} is ${text}`] : []),
    ...(/^(?:not|nolonger|never) \S/.test(text) ? [`${subject} are ${text}`] : []),
  ]
}

/** The one office that facts give to a person. */
function officeOf(person: string, { names, facts }: Reader): Entity | undefined {
  const [named] = person.startsWith('@') ? (names[Number(person.slice(1))] ?? []) : []
  const isHeld = (one: Entity) =>
    holdersOf(one, facts).some((fact) =>
      named
        ? fact.mentions.includes(named.id) || (fact.value.type === 'entity' && fact.value.entity === named.id)
        : isHolderNamed(fact, person, facts),
    )
  const [office, ...others] = facts.entities.filter((one) => one.kind === 'position' && isHeld(one))
  return others.length === 0 ? office : undefined
}

/** "Rutte took over from Stoltenberg in 2024", "the current one is Rutte": of which office. */
export function ofOffice(text: string, context: ClaimContext, reader: Reader): string[] {
  const name = (office: Entity) => `@${reader.names.push([office]) - 1}`
  const [, person, before = person] = tookOver.exec(text) ?? []
  const office = person === undefined ? undefined : officeOf(person, reader)
  if (office && officeOf(before ?? '', reader) === office)
    return [text.replace(tookOver, `$1 took over as ${name(office)}`)]
  // "Rutte runs NATO. He took over from Stoltenberg in 2024."
  const [, predecessor = ''] = heTookOver.exec(text) ?? []
  const [, named = ''] = holderBefore.exec(context.predicate) ?? []
  const his = predecessor === '' || named === '' ? undefined : officeOf(named, reader)
  if (his && his === officeOf(predecessor, reader))
    return [text.replace(heTookOver, `${named} took over as ${name(his)}`)]
  const [, leader = '', of] = leads.exec(text) ?? []
  const [led, ...others] = reader.names[Number(of)] ?? []
  const head = leader === '' || others.length > 0 ? undefined : officeOf(leader, reader)
  if (led && head?.name === `${led.name} Secretary General`)
    return [text.replace(leads, `$1 is ${name(head)}`)]
  const { subjects, body, mentioned } = context
  const isOfOffice = [...subjects, body, mentioned].some((one) => one?.kind === 'position')
  const [, holder, since] = isOfOffice ? (currentOne.exec(text) ?? []) : []
  const held = holder === undefined ? undefined : officeOf(holder, reader)
  if (!held) return []
  return [
    since === undefined ? `${holder} is ${name(held)}` : `${holder} took over as ${name(held)} in ${since}`,
  ]
}
const tookOver =
  /^(@\d+|[a-z]+(?: de)?(?: [a-z]+)?) took over(?: from (@\d+|[a-z]+(?: [a-z]+)?))?(?= in | on |$)/
const heTookOver = /^(?:he|she) took over from (@\d+|[a-z]+(?: [a-z]+)?)(?= in | on |$)/
const holderBefore = /^([a-z]+(?: [a-z]+)?) (?:is|runs|leads|heads|became) /
const leads = /^(@\d+|[a-z]+(?: [a-z]+)?) (?:runs|leads|heads) @(\d+)$/
const currentOne =
  /^(?:current|present|new) (?:one|1|guy|holder) is (?:(?:general|admiral|gen|lord|sir) )?(@\d+|[a-z]+(?: [a-z]+)?)(?:(?: ,)? since (\d{4}(?:-\d\d)*))?$/

/** "It came back in 2009" to what it left. */
export function returning(texts: readonly string[], { predicate }: ClaimContext, body: string): string[] {
  const [, left] = /^left (.+?)(?: in [\d-]+)?$/.exec(predicate) ?? []
  if (left === undefined || (left.includes('@') && body === '')) return []
  const where = left.replace(/@\d+/g, body)
  return texts.flatMap((text) =>
    cameBack.test(text) ? [text.replace(cameBack, ` returned to ${where}`)] : [],
  )
}
const cameBack = / (?:(?:came|went|got) back|returned)(?= (?:in|on) \d|$)/

/** Whom the United States has a treaty with that is between the two. */
export function partnerOf(treaty: Entity, { facts, today }: Reader): Entity | undefined {
  const parties = treaty.kind === 'country' ? [] : partiesOn(treaty, facts, today)
  const others = parties.map(({ entity }) => entity).filter(({ id }) => id !== 'united-states')
  return parties.length === 2 && others.length === 1 ? others[0] : undefined
}

/** "Malabar began as a US-India thing in 1992": as one of the two. */
export function begunAs(text: string, reader: Reader): string[] {
  const [, start, tie, year] = origin.exec(text) ?? []
  const [only, ...others] = reader.names[Number(tie)] ?? []
  if (!only || others.length > 0 || !/^(?:exercise|tie)$/.test(only.kind)) return []
  const parties = partiesOn(only, reader.facts, reader.today)
  if (parties.length !== 2) return []
  const two = parties.map(({ entity }) => `@${reader.names.push([entity]) - 1}`)
  return [`${start} began in ${year} as exercise of ${two.join(' and ')}`]
}
const origin =
  /^(@\d+) (?:began|started)(?: out)?(?: life)? as (?:[a-z]+ ){0,2}@(\d+)(?: [a-z]+){0,2} in (\d{4})$/

/** "It comes from the Manila Pact", "created by the Manila Pact". */
export const grewFrom =
  / (?:(?:comes?|came|stems?|stemmed|evolved) (?:from|out of)|(?:goes|went|dates|traces) back to|(?:is|was) based on|was (?:created|founded|established|formed|set up) (?:by|under|through)) (?=@(\d+)$)/
