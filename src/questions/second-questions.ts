// What a second question asks of the first: whether the answer tells it, and what "it" is.
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { namesIn } from './clauses.ts'
import { asksEarlier, asksSomewhere } from './compound-words.ts'
import { yesNo } from './frames.ts'
import type { Form, Question } from './question.ts'
import { treatiesOfTwo } from './treaties-between.ts'

/** What the answer to one question tells besides. */
const toldWhen = new Set<Form>(
  'is-in ever-in when-joined when-left invoked ended founded newest held joined-in who-left leader'.split(
    ' ',
  ) as Form[],
)
const toldArticle = new Set<Form>(['leaving', 'expelling', 'joining', 'article', 'invoked'])
const toldWho = new Set<Form>('invoked leader newest who-left who-in founders joined-in'.split(' ') as Form[])
export const asksWhen =
  /^(?:and |but |,)*(?:if (?:so|yes|not),? )?(?:since when|when|(?:in |on |since )?(?:which|what) (?:year|date|day)|how long|for how long)(?: (?:was|is|did) (?:it|that|this|they|he|she)(?: happen| start| begin| join| leave)?)?(?: exactly| about)?\??$/i
const asksWho =
  /^(?:and |but |,)*(?:if (?:so|yes),? )?(?:by )?(?:who|whom|which (?:ones?|country|countries|members?))(?: (?:was|is|were|are|did) (?:it|that|this|they|those|he|she)(?: all| do it| do that)?)?\??$/i

/** What holds under conditions that it tells of. */
const conditional = new Set<Form>('defend who-defends obligations treaty-ally ally'.split(' ') as Form[])

const attacks = /^if .*\b(?:attacks?|invades?|hits?|strikes?|bombs?)\b/i

/** "If China attacks": a case of what is promised, unless one of the two attacks, or a third is attacked. */
export function isCondition(text: string, { form, entities }: Question, facts: FactSnapshot): boolean {
  if (!text.startsWith('if ') || !conditional.has(form)) return false
  const named = attacks.test(text) ? namesIn(text, facts) : []
  return named.length < 2 && !named.some(({ id }) => entities.includes(id))
}

const datedByFounding = new Set<Form>(
  'what-is purpose stands-for is-kind has-treaty founders founded difference who-in'.split(' ') as Form[],
)

/** Whether "and when" asks after a question when the thing was founded, not when its answer came about. */
export function asksFounding({ form, entities }: Question, facts: FactSnapshot): boolean {
  const isOfEvent = entities.some((id) => facts.getEntity(id)?.kind === 'exercise')
  return datedByFounding.has(form) || (form === 'leader' && isOfEvent)
}

/** Whether a text that may be a question of yes or no is a statement. */
export function isStatement({ form }: Question, text: string): boolean {
  return yesNo.has(form) && !asksSomewhere(text)
}

/** Whether the answer to a question tells what is asked after it. */
export function isTold(question: Question, rest: string, facts: FactSnapshot): boolean {
  const { form } = question
  return (
    (form === 'stated' && isToldBy(question, rest, facts)) ||
    (asksEarlier.test(rest) && form === 'where' && hasMoved(subjectOf(question, rest, facts), facts)) ||
    (asksWhen.test(rest) && toldWhen.has(form) && !asksFounding(question, facts)) ||
    (form === 'older' &&
      /^(?:and )?(?:by how (?:many|much|long)\b|when (?:was|were) (?:it|they|each) (?:signed|founded)\??$)/i.test(
        rest,
      )) ||
    (asksWho.test(rest) && toldWho.has(form)) ||
    (form === 'leaving' && /\bhow (?:long|much)\b.*\bnotice\b/i.test(rest)) ||
    (whichArticle.test(rest) && toldArticle.has(form)) ||
    (/^on (?:what|which) (?:basis|grounds|treaty)\??$/i.test(rest) && conditional.has(form)) ||
    (/^(?:and )?why\??$/i.test(rest) && form === 'ended')
  )
}

/** "Why did it leave, and which year", where the fact that states why has both. */
function isToldBy({ detail }: Question, rest: string, facts: FactSnapshot): boolean {
  const statement = facts.getFact(detail.split(' ')[0] ?? '')?.statement ?? ''
  return (
    (asksWhen.test(rest) &&
      /\b(?:in|on|by|since) (?:[A-Z][a-z]+ (?:\d+, )?)?(?:1[89]|20)\d\d\b/i.test(statement)) ||
    (asksWho.test(rest) && /^The [^ ]+ president\b/.test(statement))
  )
}

/** By whom a body was founded, or an exercise is held. */
export function byWhomOf({ form, entities }: Question): Question | undefined {
  if (entities.length !== 1) return undefined
  if (form === 'founded') return { form: 'founders', entities, date: '', detail: '' }
  return form === 'held' ? { form: 'leader', entities, date: '', detail: '' } : undefined
}

export const whichArticle =
  /^(?:and )?(?:by |under |in )?(?:which|what) article(?: (?:is|was) (?:it|that))?\??$/i

/** The article of the treaty by which one must defend the other. */
export function articleFor(
  { entities: [a = '', b = ''] }: Question,
  facts: FactSnapshot,
): Question | undefined {
  const [treaty, ...others] = treatiesOfTwo(a, b, facts)
  return treaty && others.length === 0
    ? { form: 'article', entities: [treaty.id], date: '', detail: '' }
    : undefined
}

/** Whether the answer tells where the headquarters were before. */
function hasMoved(id: string, facts: FactSnapshot): boolean {
  const places = facts.factsAbout(id).find(({ attribute }) => attribute === 'headquarters')?.facts ?? []
  return places.some(({ validTo }) => validTo !== null)
}

/** They name one of many, which a fact in the words of the second question may be about. */
const ofOneMember = new Set<Form>(['newest', 'nth-to-join', 'joined-in', 'who-left'])

/** Whether a second question, if a fact answers it, is about all that the first is about, or about what "it" is. */
export function isOfSame(second: Question, first: Question, text: string, facts: FactSnapshot): boolean {
  const fact = second.form === 'stated' ? facts.getFact(second.detail.split(' ')[0] ?? '') : undefined
  if (!fact) return true
  const { entity, mentions, value } = fact
  const ids = [entity, ...mentions, ...(value.type === 'entity' ? [value.entity] : [])]
  return (
    !ofOneMember.has(first.form) &&
    (entity === subjectOf(first, text, facts) || first.entities.every((id) => ids.includes(id)))
  )
}

/** Words about a treaty between two countries. */
const ofTreaty =
  /\b(?:sign(?:ed)?|concluded|ratified|in(?:to)? (?:force|effect)|(?:take|took) effect|effective|expired?|denounced?|treaty|pact)\b/i

/** What "it" is in the question after this one: a body before a country, the treaty of two if it was signed. */
export function subjectOf({ form, entities, detail }: Question, rest: string, facts: FactSnapshot): string {
  const [a, b, c] = entities
  const between = ofTreaty.test(rest) && a && b && !c ? treatiesOfTwo(a, b, facts) : []
  if (between[0] && between.length === 1) return between[0].id
  if (form === 'stated') return facts.getFact(detail.split(' ')[0] ?? '')?.entity ?? ''
  const last = entities.findLast((id) => facts.getEntity(id)?.kind !== 'country')
  return last ?? entities.at(-1) ?? ''
}
