// Matches the words of a question with the forms: with lists of names, or with patterns of words.
import type { Entity } from '../data/model/types.ts'
import { matchPattern } from './match-pattern.ts'
import { matchSeveral } from './match-several.ts'
import { isEvent } from './memberships-of.ts'
import type { Form, Question } from './question.ts'
import type { Version } from './question-versions.ts'
import { hasRole } from './roles.ts'

export function matchForms(
  { words, date, until }: Version,
  entities: readonly Entity[],
): Question | undefined {
  if (until !== undefined) return undefined
  return matchSeveral(words, entities, date) ?? matchPattern(words.join(' '), entities, date)
}

/** Articles of NATO's treaty, which goes without saying. */
const maxNatoArticle = 14

/** What a body does in a country: "when did NATO leave Afghanistan" does not ask of a membership. */
const acting =
  /@(\d) (?:(?:ever|still|really|first|finally|even|now|troops|forces|allowed|able|permitted|free|to|be) )*(?:leave|leaving|left|quit|exit|exited|withdraw|withdrew|withdrawn|pull|pulled|enter|entered|join|joined|go|went|come|came|in|into|active|present)(?: (?:from|of|out|into|to|in))* @(\d)/

const ofMembership = new Set<Form>(['is-in', 'ever-in', 'when-joined', 'when-left', 'may-join'])

/** The question as its words mean it; undefined if they ask something else. */
export function asMeant(
  question: Question,
  words: readonly string[],
  named: readonly Entity[],
): Question | undefined {
  if (!isMeant(question, words, named)) return undefined
  const { form, entities, date } = question
  // "Did Spain join NATO in 1980" asks when it did, not whether it was in it then.
  const hasJoined = words.some((word) => /^(?:join(?:ed)?|sign(?:ed)?|enter(?:ed)?|acceded?)$/.test(word))
  if (form === 'is-in' && date !== '' && hasJoined && !named.some(isEvent))
    return { ...question, form: 'when-joined', date: '', detail: '' }
  // "Must the US defend Canada under ANZUS": by that, whatever else they are in.
  const [body, ...others] = named.filter((one) => hasRole(one, 'T') && !entities.includes(one.id))
  return form === 'defend' && body && others.length === 0
    ? { ...question, entities: [...entities, body.id] }
    : question
}

const attack =
  /@(\d)(?: (?!is|are|was|were|gets?|got|being|not|or|and)[a-z]+)? (?:attack(?:s|ed)?|invade[sd]?|hits?|strikes?|struck|bomb(?:s|ed)?)(?! by)(?: @(\d))?/

/** Whether who attacks is not defended as well, and no third country is attacked. */
function isDefended({ entities }: Question, words: readonly string[], named: readonly Entity[]): boolean {
  const [, attacker, attacked] = attack.exec(words.join(' ')) ?? []
  // "Must it fight India if India attacks Pakistan" is against India.
  const mentions = words.filter((word, index) => word === `@${attacker}` && words[index - 1] !== 'fight')
  const isNamedAgain = mentions.length > 1
  return !isNamedAgain && (attacked === undefined || entities.includes(named[Number(attacked)]?.id ?? ''))
}

function isMeant(question: Question, words: readonly string[], named: readonly Entity[]): boolean {
  const {
    form,
    entities: [id, ...others],
    detail,
    date,
  } = question
  if (form === 'defend' && !isDefended(question, words, named)) return false
  // "Can NATO leave Afghanistan".
  const [, leaver] = form === 'leaving' ? (acting.exec(words.join(' ')) ?? []) : []
  if (leaver !== undefined && named[Number(leaver)]?.id === id) return false
  // "BRICS and BRICS+".
  if (id !== undefined && others.includes(id)) return false
  const [, actor, place] = ofMembership.has(form) ? (acting.exec(words.join(' ')) ?? []) : []
  if (actor !== undefined && named[Number(actor)]?.id === others[0] && named[Number(place)]?.id === id)
    return false
  // "How long is RIMPAC" does not ask since when it is held.
  if (
    form === 'founded' &&
    named.some((entity) => entity.id === id && isEvent(entity)) &&
    /^how long (?:is|was|does|do|did) (?!.*\b(?:been|going|around|ago|running|exist\w*)\b)/.test(
      words.join(' '),
    )
  )
    return false
  // "When was the treaty with Korea signed" does not ask when Korea was founded.
  if (
    form === 'founded' &&
    others.length === 0 &&
    named.find((entity) => entity.id === id)?.kind === 'country'
  )
    return !words.some((word) => /^(?:treaty|pact|alliance|agreement|sign(?:ed)?|ratified)$/.test(word))
  if (form === 'invoked' || form === 'article')
    return id !== undefined || detail === '' || (Number(detail) <= maxNatoArticle && !detail.includes('.'))
  // "Who replaced the Warsaw Pact" asks of no office.
  if (form === 'leader' && /^(?:before|after|replaced|succeeded)$/.test(detail) && others.length === 0)
    return named.some((entity) => entity.id === id && /^(?:person|position)$/.test(entity.kind))
  // A status has no leader.
  if (form === 'leader' && named.some((entity) => entity.id === id && entity.kind === 'status')) return false
  // "Does the pact bind one to the other" asks of no partner of the pact.
  if (form === 'is-in' && detail === 'partner' && named.length > 2) return false
  if (form === 'expelling') return id !== undefined
  // "Who joined NATO after": after what is not said.
  if (
    (form === 'joined-in' || form === 'nth-to-join') &&
    date === '' &&
    /^(?:after|before|since)$/.test(words.at(-1) ?? '')
  )
    return false
  return form !== 'treaty-ally' || id !== 'united-states'
}
