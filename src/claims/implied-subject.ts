// A clause with what it leaves out: what it is about, a year that is counted from another, an office.
import type { Entity } from '../data/model/types.ts'
import type { ClaimContext, Reader } from './reader.ts'
import { datePattern } from './plain-words.ts'

export const pronoun = /^(?:it|they|this|these|those|both|all of them|he|she) (?=\S)/
const noneOfThem = /^(?:none|neither)(?: of them)? (?:is|are) /
const verbStart =
  /^(?:is|are|was|were|has|have|had|held|does|do|did|joined|rejoined|left|quit|walked|pulled|hosts?|spends?|meets?|never|belongs?|began|ended|nolonger|includes?|entered|signed|withdrew|took|started|became|lost|gained|got|received|invoked|predates?|predated|covers?|added|admitted) /
/** "Founded in 1949", as an item of a list says it. */
const participleStart =
  /^(?:founded|established|created|formed|signed|set up|started|begun|dissolved|disbanded|based|headquartered|held|suspended|invoked|known|called|launched|announced|made up|composed|led|hosted) /
/** "The FPDA is five countries, from 1971." */
const datedStart = new RegExp(`^(?:from|since) ${datePattern}$`)
const bodySeat = /^(?:their )?(?:hq|headquarters) (?=is |are |was |were )/
const counted =
  /^(?:(?:about|over|at least|around|roughly|more than) )?\d+ (?:founding |original |full )?(?:members?|member states|nations|countries|personnel|troops|signatories)\b/
const seat = /^(?:hq|headquarters) (?:in )?(?!in |is |are |was |were )/
const ownThing = /^(?:(?:founding |original |current )?members|founders) (?=are |were |include |included )/
const ownNoun = /^their (?=newest |latest |members )/

/** A clause with what it is about, where that goes without saying. */
export function withSubject(text: string, subject: string): string[] {
  return [
    ...(ownNoun.test(text) ? [text.replace(ownNoun, `${subject} `)] : []),
    ...(ownThing.test(text) ? [`${subject} ${text}`] : []),
    ...(counted.test(text) ? [`${subject} had ${text}`, `${subject} has ${text}`] : []),
    ...(seat.test(text) ? [text.replace(seat, `${subject} headquarters is in `)] : []),
    ...(bodySeat.test(text) ? [text.replace(bodySeat, `${subject} headquarters `)] : []),
    ...(pronoun.test(text) ? [text.replace(pronoun, `${subject} `)] : []),
    ...(noneOfThem.test(text) ? [text.replace(noneOfThem, `${subject} are not `)] : []),
    ...(verbStart.test(text) ? [`${subject} ${text}`] : []),
    ...(participleStart.test(text) ? [`${subject} was ${text}`, `${subject} is ${text}`] : []),
    ...(datedStart.test(text) ? [`${subject} was founded ${text.replace(/^from/, 'in')}`] : []),
    ...(/^(?:not|nolonger|never) \S/.test(text) ? [`${subject} are ${text}`] : []),
  ]
}

/** "A year later" than what was spoken of. */
export function inYear(text: string, { predicate }: ClaimContext): string {
  const [, year] = /\b((?:1[3-9]|20)\d\d)(?:-\d\d)*$/.exec(predicate) ?? []
  if (year === undefined) return text
  return text.replace(yearsLater, (_, count?: string, way?: string, same?: string) => {
    const years = same === undefined ? Number(count?.replace('one', '1') ?? 1) : 0
    return ` in ${Number(year) + (/^(?:before|earlier)$/.test(way ?? '') ? -years : years)}`
  })
}
const yearsLater =
  / (?:just |only |about )?(?:(?:(\d\d?|one) )?years? (later|after|earlier|before)(?: that)?|(?:in )?(?:next|following|(same)) year)$/

/** The one office that facts give to a person. */
export function officeOf(person: string, { names, facts }: Reader): Entity | undefined {
  const [named] = person.startsWith('@') ? (names[Number(person.slice(1))] ?? []) : []
  const isHeldBy = ({ id }: Entity) =>
    facts
      .factsAbout(id)
      .filter(({ attribute }) => /^(?:office-)?holder$/.test(attribute))
      .some(({ facts: own }) =>
        own.some(({ value, mentions }) =>
          named
            ? mentions.includes(named.id) || (value.type === 'entity' && value.entity === named.id)
            : value.type === 'text' && value.text.toLowerCase().startsWith(person),
        ),
      )
  const [office, ...others] = facts.entities.filter((one) => one.kind === 'position' && isHeldBy(one))
  return others.length === 0 ? office : undefined
}
