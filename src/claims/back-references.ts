// What stands for words of the clause or sentence before: "Austria isn't", "same with Andorra", "the former", "both".
import { editionsOf } from '../cards/entity/editions.ts'
import type { Entity } from '../data/model/types.ts'
import type { Claim, ClaimForm } from './claim.ts'
import { hasRole } from '../questions/roles.ts'
import { nameList } from './claim-patterns.ts'
import { datePattern } from './plain-words.ts'
import type { Reader } from './reader.ts'

const verb = '(?:is|are|was|were|did|does|do)'
const elliptic = new RegExp(
  `^(?<lead>neither |nor |so |same (?:with|for|goes for|is true (?:for|of)|applies to) )?(?:${verb} )?(?<who>${nameList})(?:(?<verb> ${verb})?(?<not> not)?(?: (?<either>neither|either)| as| it)?| same)(?:(?: ,)? (?<when>in|on|since|until) (?<date>${datePattern}))?$`,
)
const lastDate = new RegExp(`(?:in|on|since) ${datePattern}$`)
const denied = /\b(?:not|never)\b/
/** "It is in NATO, has been since 1999." */
const sinceThen = new RegExp(`^(?:(?:it|they) )?(?:is|are|was|were)(?: so| that)? since (${datePattern})$`)
const isInBody = /^(?:is|are) (?:(?:in|part of|members? of) )?@\d+$/

/** What has been so since then, and nothing else, after a clause that it is so. */
export function sinceSaid(text: string, predicate: string, body: string, about: string): string | undefined {
  const [, date] = sinceThen.exec(text) ?? []
  return date !== undefined && about !== '' && isInBody.test(predicate)
    ? `${about} ${predicate.replace(/@\d+/, body)} since ${date}`
    : undefined
}
/** "It isn't in NATO and never was." */
const neverWas = /^(?:(?:it|they) )?(?:is|are|was|were|has|have) never(?: been| was)?$/
const isNotIn = /^(?:is|are) not ((?:in|part of|members? of) )?(?=@)/

/** "No, it was Qatar in 2022", "then came Croatia and Albania in 2009". */
const correction = new RegExp(
  `^(?:(?:(?:before|after)(?: (?:that|it|them))?(?: ,)? |then )?it was |(?:after(?: (?:that|it|them))?(?: ,)?|then|next)(?: there)? (?:was|were|came) )(only )?(${nameList}) (?:in|on) (${datePattern})$`,
)

/** "This was in June 2024", "that happened only in 1966": when what was said before happened. */
const happened = new RegExp(
  `^(?:this|that|it|all this|all that|which|they) (?:was|were|happened|came|took place|did so)(?: (?:only|all))?(?: (?:in|on))? (${datePattern})$`,
)
const event =
  /^(?:joined|rejoined|left|became|signed|founded|invoked|used|applied|was (?:suspended|founded|signed|created|dissolved|announced|invoked|renamed|disbanded)|announced|withdrew|turned down) ?/

/** "The 2024 one had 29 nations", "that one, in 2025, had 19": of a series. */
const ofEdition =
  /^(?:(?:that one|edition)(?: ,)?(?: (?:in|of|from))? (\d{4})|(\d{4}) (?:one|1|edition|iteration|version))(?: ,)? (?=\S)(.*)$/

export function editionOf(text: string, series: string): string[] {
  const [, in1, in2, rest] = ofEdition.exec(text) ?? []
  return rest === undefined ? [] : [`${series} ${rest} in ${in1 ?? in2}`]
}

/** "RIMPAC in 2018" is RIMPAC 2018. */
export function inEdition(text: string, { names, facts }: Reader): string[] {
  const [whole = '', index, year] = seriesInYear.exec(text) ?? []
  const [series] = names[Number(index)] ?? []
  const edition = series && editionsOf(series, facts).find(({ entity }) => entity.edition?.year === year)
  return edition ? [text.replace(whole, `@${names.push([edition.entity]) - 1}`)] : []
}
const seriesInYear = /@(\d+) in (\d{4})(?![-\d])/

const ofEditions: ReadonlySet<ClaimForm> = new Set([
  'is-in',
  'took-part',
  'nations',
  'personnel',
  'host',
  'held-in',
  'count',
  'founded',
])

/** "RIMPAC 2024 is huge. China was there in 2014": at another edition. */
export function ofOtherEdition(form: ClaimForm, event: Entity | undefined, date: string): Partial<Claim> {
  const { edition } = event ?? {}
  return edition && date !== '' && !date.startsWith(edition.year) && ofEditions.has(form)
    ? { object: edition.of, isGuess: true }
    : {}
}

const datedNames = new RegExp(`^(${nameList})(?: was)?(?: only)?(?: ,)?(?: (in|on|since))? (${datePattern})$`)

const bareName = new RegExp(`^(not )?@(\\d+)( since ${datePattern})?$`)

/** "Not the Quad either", "also AUKUS", after a clause about being in a body. */
export function inOthers(text: string, predicate: string, who: string, names: Entity[][]): string[] {
  const [, not = '', index, since = ''] = bareName.exec(text) ?? []
  const all = names[Number(index)] ?? []
  return who !== '' && all.length > 0 && all.every((one) => hasRole(one, 'T')) && isIn.test(predicate)
    ? [`${who} is ${not}in @${index}${since}`]
    : []
}
const isIn = /^(?:is|are) (?:not )?(?:in|part of|members? of) @|^(?:joined|left) @/

/** "Sweden in 2024", after a clause about joining. */
export function inSameWay(text: string, predicate: string, body: string): string[] {
  const [, who, preposition = 'in', date] = datedNames.exec(text) ?? []
  if (who === undefined) return []
  if (/^(?:joined|left|quit|entered)\b/.test(predicate))
    return [`${who} ${predicate.split(' ')[0]} ${body} in ${date}`]
  const said = predicate.replace(/@\d+/, body)
  if (preposition === 'since' && /^(?:is|are) (?:in |members? of )?@\d+$/.test(predicate))
    return [`${who} ${said} since ${date}`]
  return lastDate.test(predicate) && !denied.test(predicate)
    ? [`${who} ${said.replace(lastDate, `${preposition} ${date}`)}`]
    : []
}

/** "Georgia neither", "Austria isn't": what was said before is said of them, or is not so of them. */
export function saidBefore(text: string, predicate: string, body: string, about: string): string[] {
  const [, only = '', those, then] = correction.exec(text) ?? []
  if (those !== undefined && then !== undefined && body !== '' && /^(?:joined|left|became)\b/.test(predicate))
    return [`${only}${those} ${predicate.replace(/^(joined|left|became)\b.*/, `$1 ${body}`)} in ${then}`]
  const [, day] = happened.exec(text) ?? []
  if (day !== undefined && about !== '' && event.test(predicate))
    return [
      `${about} ${predicate
        .replace(lastDate, '')
        .trim()
        .replace(/@\d+/, (name) => body || name)} in ${day}`,
    ]
  if (neverWas.test(text) && about !== '' && isNotIn.test(predicate))
    return [
      `${about} ${predicate.replace(/@\d+/, body).replace(isNotIn, (_, part = '') => `was never ${part}`)}`,
    ]
  const { lead = '', who, verb, not, either, when, date } = elliptic.exec(text)?.groups ?? {}
  if (who === undefined || predicate === '' || body === '') return []
  const isSpan = when === 'since' || when === 'until'
  if (isSpan) {
    // "Sweden was not until 2024", "Kenya is since 2024".
    const isFit = when === 'until' ? not !== undefined : not === undefined
    const isSame = when === 'since' && lead.startsWith('same')
    const [, what] = /^(?:is|are|was|were) (?:not )?(?!not\b|never\b)(.+)$/.exec(predicate) ?? []
    if (isSame && what !== undefined && !denied.test(predicate))
      return [`${who} ${predicate.replace(lastDate, '').trim().replace(/@\d+/, body)} since ${date}`]
    return isFit && verb !== undefined && what !== undefined && !lastDate.test(predicate)
      ? [`${who}${verb}${not ?? ''} ${what.replace(/@\d+/, body)} ${when} ${date}`]
      : []
  }
  if (date !== undefined && !/^(?:joined|left|became) /.test(predicate)) return []
  // "So did Portugal" may be said of the date as well.
  if (lead === 'so ' && date === undefined && lastDate.test(predicate)) return []
  if (lead === '' && !text.startsWith('@')) return []
  const said = predicate.replace(/@\d+/, body).replace(lastDate, '').trim()
  const before = date === undefined ? said : `${said} in ${date}`
  const isDenied = (not ?? either) !== undefined || /^(?:neither|nor)/.test(lead)
  if (lead.startsWith('same') || isDenied === denied.test(before)) return [`${who} ${before}`]
  if (not !== undefined)
    return [
      `${who} ${before.replace(/^(is|are|was|were) /, '$1 not ').replace(/^(?=joined |left )/, 'never ')}`,
    ]
  return verb === undefined || isDenied
    ? []
    : [`${who} ${before.replace(/^(is|are|was|were) (?:not|never) /, '$1 ')}`]
}

const noneOf = /^(neither|none)(?: of (?:them|these|those))? (?:is|are) (?=\S)/
const several =
  /^(?:(\d)|they|(?:of )?them|(?:each|every 1|most) of them|all of (?:them|these|those)|those|these) (?=(?:is|are|was|were|joined|left|became|have|has) )/

/** "All three are in it", "each of them is": those whom the last clause named, or else a sentence before. */
export function namedTogether(
  text: string,
  subjects: readonly Entity[],
  groups: readonly (readonly Entity[])[],
): { group: readonly Entity[]; rest: string; isSure: boolean } | undefined {
  const [none, of] = noneOf.exec(text) ?? []
  const [words, many] = several.exec(text) ?? []
  if (none !== undefined) {
    const group = [subjects, ...groups].find(({ length }) => (of === 'neither' ? length === 2 : length > 1))
    return group && { group, rest: `are not ${text.slice(none.length)}`, isSure: group === subjects }
  }
  if (words === undefined) return undefined
  // "All five are": the two and three that were named last.
  const both = [...(groups[1] ?? []), ...(groups[0] ?? [])]
  const group =
    many === undefined ? groups[0] : [subjects, ...groups, both].find(({ length }) => length === Number(many))
  return group && { group, rest: text.slice(words.length), isSure: group === subjects }
}

const ofOther = /^(\d+) members(?= (?:are|were) (?:in|part of|members of) @(\d+)$)/

/** "All ten members are in NATO", said of another body than NATO. */
export function membersIn(
  text: string,
  known: Entity | undefined,
  body: string,
  names: Entity[][],
): string | undefined {
  const [, , other] = ofOther.exec(text) ?? []
  if (!known || other === undefined || names[Number(other)]?.some(({ id }) => id === known.id))
    return undefined
  return text.replace(ofOther, `$1 ${body} members`)
}

const oneOfTwo =
  /\bthe (former|latter)(?= (?:is|was|has|had|and|or|but|in|on|since|from|of|left|\w+ed)\b| ,|$)/g
/** "CENTO and SEATO, but it left the latter." */
const ofSamePair =
  /((?:^|.* )(?:the )?(@\d+) (?:and|or|but not|not) (?:the )?(@\d+))((?: (?!@)[^ ]+)*? )the (former|latter)\b/
/** "It joined the first in 2023 and the second in 2024." */
const firstAndSecond =
  /\bthe first(?: one)?((?: (?:in|on|since|from) [a-z\d ]+)? and (?:[a-z]+ )?)the second(?: one)?(?= (?:in|on|since|from) | ,|$)/
const bothOfThem =
  /(?<=\b(?:in|into|of|to|joined|left|outside) )both(?: of them)?(?= (?:in|on|since|and|but) | ,|$)/

/** The words with the two that were named before in place of "the former", "the latter" and "both". */
export function withNamed(
  words: readonly string[],
  { two = [], both = two }: Pick<Reader, 'two' | 'both'>,
  names: Entity[][],
): string[] {
  const all = words
    .join(' ')
    .replace(firstAndSecond, (_, between: string) => `the former${between}the latter`)
  if (!/\b(?:former|latter|both)\b/.test(all)) return [...words]
  const text = all.replace(
    ofSamePair,
    (_, before: string, one: string, other: string, between: string, which: string) =>
      `${before}${between}${which === 'former' ? one : other}`,
  )
  const name = (entity: Entity) => `@${names.push([entity]) - 1}`
  return text
    .replace(oneOfTwo, (whole, which: string) => {
      const meant = two[which === 'former' ? 0 : 1]
      return meant ? name(meant) : whole
    })
    .replace(bothOfThem, (whole) => (both.length === 2 ? both.map(name).join(' and ') : whole))
    .split(' ')
}

/** The two bodies, or else the two things, that words name. */
export function twoIn(names: readonly Entity[][], bodies: readonly Entity[]): Entity[] {
  if (bodies.length === 2) return [...bodies]
  const all = [...new Set(names.map(([only, ...others]) => (others.length === 0 ? only : undefined)))]
  const [first, second, ...more] = all
  return first && second && more.length === 0 ? [first, second] : []
}

/** "Then seven more in 2004." */
export const manyMore = new RegExp(
  `^(\\d+) (?:more|others)(?: (?:countries|members|joined|followed))? in (${datePattern})$`,
)
