// A clause with the article, the country or the treaty that it leaves out: "each ally does", "our country", "the treaty".
import type { Entity } from '../data/model/types.ts'
import { nameList } from './claim-patterns.ts'
import { pronoun } from './implied-subject.ts'
import { treatiesOfTwo } from '../questions/treaties-between.ts'
import { datePattern } from './plain-words.ts'
import type { ClaimContext, Reader } from './reader.ts'

/** Of which treaty it is may be in doubt. */
export const bareArticle = /\barticle (?!42p)\d+(?:p\d+)?(?! of )(?= |$)/

/** Whether an article that is named without its treaty may be another's than NATO's. */
export function hasBareArticle(text: string, reader: Reader, context: ClaimContext): boolean {
  const { body, mentioned, subjects } = context
  const known = body ?? mentioned ?? subjects[0]
  return reader.hasOtherBodies === true && bareArticle.test(text) && known?.id !== 'nato'
}

const underArticle = / under (article \d+(?: of @\d+)?)$/
const nobodyMust =
  /^(?:so )?(?:nobody|no (?:one|1|ally|member|country)) (?:is (?:forced|obliged|required|bound|obligated) to|has to|must) /

export function ofArticle(text: string, context: ClaimContext, body: string, reader: Reader): string[] {
  const [, under] = nobodyMust.test(text) ? (underArticle.exec(text) ?? []) : []
  const isNobody = ' does not require anyone to '
  if (under !== undefined) return [text.replace(underArticle, '').replace(nobodyMust, under + isNobody)]
  if (body !== '' && theirArticle.test(text)) return [text.replace(theirArticle, `$1 of ${body} `)]
  const nato = context.article === undefined ? undefined : reader.facts.getEntity('nato')
  const promisor = nato && body === '' ? `@${reader.names.push([nato]) - 1}` : body
  if (promisor !== '' && onAll.test(text)) return [`${promisor} says ${text.replace(/^1 /, '')}`]
  if (context.article === undefined) return []
  // "Article 5" alone is one of NATO.
  const isOther = context.body !== undefined && context.body.id !== 'nato'
  const article = isOther ? `${context.article} of ${body}` : context.article
  return [
    ...(pronoun.test(text) ? [text.replace(pronoun, `${article} `)] : []),
    ...(eachOne.test(text) ? [`under ${article} ${text}`] : []),
    ...(nobodyMust.test(text) ? [text.replace(nobodyMust, article + isNobody)] : []),
  ]
}
const theirArticle = /^their (article \d+(?:p\d+)?) (?=\S)/
/** "An attack on one is an attack on all." */
const onAll = /^(?:any |1 |armed )*attack (?:on|against) .*\bis (?:armed )?attack (?:on|against)\b/
const eachOne = /^each (?:ally|member|party|country) /

/** Of where the writer is from. */
const ours = /^(?:we|our|(?:in )?my country|in @\d+(?: ,)? we) (?=\S)| here$| ourselves(?= |$)/

export function ofHome(text: string, reader: Reader): string[] {
  if (!reader.home || !ours.test(text)) return []
  const home = `@${reader.names.push([reader.home]) - 1}`
  return [
    text
      .replace(/^(?:in )?(?:(?:my|our) country|@\d+)(?: ,)?(?: @\d+)?(?: ,)? (?=we )/, '')
      .replace(/^we(?: are| re)?(?= )/, (we) => `${home}${we === 'we' ? '' : ' is'}`)
      .replace(/^(?:my|our) country(?= )/, home)
      .replace(/^our (?=[a-z ]*(?:treaty|pact|alliance)\b)/, `${home} `)
      .replace(/ here$/, ` in ${home}`)
      .replace(/ ourselves(?= |$)/, ` ${home}`),
  ]
}

const ownDuty = / their @\d+ (?:treaty |defense |security )*(?:obligations|commitments)(?= in \d|$)/
/** "Whom must the US defend? Japan and Korea have treaties." */
const treaties = new RegExp(
  `^(${nameList}) (?:has|have) (?:(?:mutual|defense|security) )*(?:treaty|treaties)$`,
)

/** What is owed to those who are spoken of, and whose treaties with the United States are meant. */
export function ofDuties(
  text: string,
  { subjects }: ClaimContext,
  who: string,
): { texts: string[]; isTheirs: boolean } {
  const isTheirs = subjects[0]?.id === 'united-states' && treaties.test(text)
  if (isTheirs) return { texts: [text.replace(treaties, `$1 are treaty allies of ${who}`)], isTheirs }
  return { texts: who !== '' && ownDuty.test(text) ? [text.replace(ownDuty, `$& to ${who}`)] : [], isTheirs }
}

/** "Now there are also Egypt and Iran", "Argentina was invited". */
const listedToo = new RegExp(`^there (?:is|are) (${nameList})$`)
const covered = /^(?:it|they|@\d+|[a-z]+) (?:is|are) (?:not )?covered$/
const invited = new RegExp(`^(${nameList}) (?:was|were) invited(?= (?:in|on) \\d|$)`)

/** What is said of members of the body that is spoken of. */
export function ofMembers(text: string, body: string): string[] {
  if (covered.test(text)) return [`${text} by ${body}`]
  if (listedToo.test(text)) return [text.replace(listedToo, `${body} includes $1`)]
  return invited.test(text) ? [text.replace(invited, `${body} invited $1`)] : []
}

/** "The treaty", "the 1951 treaty", "the treaty of 1960". */
const treatyNoun = new RegExp(
  `^(?:that )?(?:(${datePattern}) )?(?:(?:mutual|collective|security|defense|cooperation|and) )*(?:treaty|pact|alliance|agreement)(?: with @\\d+)?(?: of (${datePattern}))? (?=\\S)`,
)

/** "The treaty between China and North Korea from 1961". */
const treatyOfTwo = new RegExp(
  `^(?:(?:${datePattern}|mutual|collective|security|defense|bilateral|and) )*(?:treaty|pact|alliance|agreement) (?:between|of) @(\\d+) (?:and|with) @(\\d+)(?: (?:of|from|signed in) (${datePattern}))? (?=\\S+ \\S)`,
)

function ofTwo(text: string, reader: Reader): string[] {
  const [whole, one, other, year = ''] = treatyOfTwo.exec(text) ?? []
  if (whole === undefined) return []
  const [first, second] = [one, other].map((index) => reader.names[Number(index)] ?? [])
  if (first?.length !== 1 || second?.length !== 1) return []
  const [treaty, ...others] = treatiesOfTwo(first[0]?.id ?? '', second[0]?.id ?? '', reader.facts)
  return treaty && others.length === 0 && (year === '' || isOf(year, treaty, reader))
    ? [text.replace(treatyOfTwo, `@${reader.names.push([treaty]) - 1} `)]
    : []
}

export function ofTreaty(text: string, reader: Reader): string[] {
  const between = ofTwo(text, reader)
  if (between.length > 0) return between
  if (!reader.treaty || !treatyNoun.test(text)) return []
  const [, year = '', of = year] = treatyNoun.exec(text) ?? []
  return of === '' || isOf(of, reader.treaty, reader)
    ? [text.replace(treatyNoun, `@${reader.names.push([reader.treaty]) - 1} `)]
    : []
}

/** Whether a treaty was signed or founded then. */
function isOf(year: string, treaty: Entity, { facts }: Reader): boolean {
  return facts
    .factsAbout(treaty.id)
    .filter(({ attribute }) => /^(?:signed|founded|announced)$/.test(attribute))
    .some(({ facts: own }) => own.some(({ value }) => value.type === 'date' && value.date.startsWith(year)))
}
