// Whether a fact that has the words of a question answers it: what its question word asks for, its no, its year.
import { formatDateInSentence } from '../cards/shared/format.ts'
import type { PartialDate } from '../data/model/dates.ts'
import { normalizeText, searchTokens } from '../data/model/normalize-text.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { month } from './pattern-words.ts'
import { planned } from './stated-intent.ts'
import { meaningsOf, negations, yesOrNo } from './stated-words.ts'

/** A sentence that says no answers whether something is so; what is or is not so must agree in all other questions. */
export function agrees(text: string, { statement }: Fact): boolean {
  return isNegated(text) === isNegated(statement) || (!isNegated(text) && yesOrNo.test(text))
}

export function isNegated(text: string): boolean {
  return negations.test(normalizeText(text))
}

export function namesOf({ name, aliases }: Entity): string[] {
  return [name, ...aliases].map((one) => searchTokens(one).join(' ')).filter((one) => one !== '')
}

/** Whether a fact is of the date that was asked about, as precisely. */
export function isOfDate({ value, statement, validFrom }: Fact, date: PartialDate): boolean {
  const said = value.type === 'date' ? value.date : (validFrom ?? '')
  const [month = ''] = formatDateInSentence(date).match(/[A-Z][a-z]+/) ?? []
  return said.startsWith(date) || (statement.includes(date.slice(0, 4)) && statement.includes(month))
}

/** Whether what is asked of a thing itself is not said of one country in it; which country does may be asked for. */
export function hasNoOther(
  fact: Fact,
  text: string,
  candidates: readonly Entity[][],
  facts: FactSnapshot,
): boolean {
  const named = new Set(candidates.flat().map(({ id }) => id))
  const ids = [fact.entity, ...fact.mentions, ...(fact.value.type === 'entity' ? [fact.value.entity] : [])]
  const isOther = ids.some((id) => !named.has(id) && facts.getEntity(id)?.kind === 'country')
  // When something itself began names no country.
  if (whichCountry.test(text)) return isOther && !(fact.value.type === 'date' && named.has(fact.entity))
  if (hasHowMany.test(text)) return !isOther
  if (anyCountry.test(text) && !isOther) return /\b(?:no|any|none|only)\b/i.test(fact.statement)
  const isOfOther = ids.some(
    (id) => !named.has(id) && facts.getEntity(id)?.kind === 'country' && namesFirst(fact, id, facts),
  )
  // "How many soldiers were at the exercise": all, and not those of one country.
  if (/^how many\b/.test(text) && [...named].every((id) => facts.getEntity(id)?.kind !== 'country'))
    return !isOfOther
  // "Does NATO have an army": what one member has is no answer.
  if (
    ofItself.test(text) &&
    !/\b(?:any|some|every|all|members?|countr|nations?|states?|all(?:y|ies))/.test(text)
  )
    return !isOfOther
  return fact.attribute !== 'contribution' || !isOther
}

/** Whether the one that something is so of, by a question that has it as its subject, is what the fact is about. */
export function hasSubject(
  { entity, value, statement }: Fact,
  text: string,
  candidates: readonly Entity[][],
): boolean {
  // "Does the Philippines treaty cover": the treaty.
  const index = (
    yesOrNo.test(text)
      ? /^[a-z]+(?: [a-z]+){0,2} @(\d)(?! (?:treaty|pact|alliance|agreement)\b)/
      : askedOfSubject
  ).exec(text)?.[1]
  const subjects = index === undefined ? [] : (candidates[Number(index)] ?? [])
  // "NATO's summit set it up".
  if (passive.test(text) && /^(?:[A-Z][\w-]* ?)+['’]s /.test(statement)) return false
  const start = normalizeText(statement.replace(/^(?:On|In|By|At|Under|From|Since) [^,]*(?:, \d{4})?, /, ''))
  return (
    subjects.length === 0 ||
    subjects.some(
      (subject) =>
        entity === subject.id ||
        (value.type === 'entity' && value.entity === subject.id) ||
        namesOf(subject).some((name) => start.replace(/^the /, '').startsWith(name)),
    )
  )
}

function namesFirst({ statement }: Fact, id: string, facts: FactSnapshot): boolean {
  return statement.replace(/^The /, '').startsWith(facts.getEntity(id)?.name ?? ' ')
}

const ofItself = /^(?:does|do|did|has|have) @\d\b/

const hasHowMany = /^how many [a-z ]+ (?:does|do|did) @\d have$/

/** "Where was it founded". */
const passive = /^(?:when|where) (?:was|were) @\d [a-z]+$/

/** "When did it start", "how many has it". */
const askedOfSubject =
  /^(?:when|since when|where|how (?:long|often)|how many [a-z]+(?: [a-z]+)?) (?:did|does|do|has|have|had|was|were|is|are) @(\d)/

const whichCountry =
  /\b(?:which|what)(?: (?:@\d|one|two|three|four|five|other|new|only))* (?:members?|countr(?:y|ies)|nations?|states?|allies|ally)\b/

/** "Did any country ever leave": a country that did. */
const anyCountry =
  /^(?:did|has|have|was|were) (?:(?:any|some) )?(?:@\d )?(?:members?|countr(?:y|ies)|nations?|states?|ally|allies)\b/

/** "The first RIMPAC" is not the first time that a country took part. */
export function isOfFirst({ statement }: Fact, text: string, candidates: readonly Entity[][]): boolean {
  const index = /\bfirst(?: ever)? @(\d)/.exec(text)?.[1]
  const names = index === undefined ? [] : (candidates[Number(index)] ?? []).flatMap(namesOf)
  const said = normalizeText(statement)
  return index === undefined || names.some((name) => said.includes(`first ${name}`))
}

const superlative = /\b(?:largest|biggest|smallest|oldest)\b/

/** Whether what is the largest in a fact is what was asked for: no army is the largest exercise of an army. */
export function isSuperlativeOf({ statement }: Fact, text: string, nouns: readonly string[]): boolean {
  if (!superlative.test(text) || nouns.length === 0) return true
  const stems = nouns.map((noun) => noun.slice(0, Math.max(3, noun.length - 1))).join('|')
  return new RegExp(`${superlative.source}(?: [\\w'’-]+){0,2}? (?:${stems})`, 'i').test(statement)
}

type Fits = (fact: Fact, marked: string) => boolean

const monthName =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|In|By|Since|Until|From|On|Between|During|After|Before) /
const year = /\b(?:1[3-9]|20)\d\d\b/
const numberWord =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty)'

/** What the statement must have for the question word; undefined if nothing is asked. */
export function kindOf(text: string): Fits | undefined {
  // Who is in something is a list, and no single statement.
  if (twoQuestions.test(text) || /^who (?:is|are|was|were) in\b/.test(text)) return undefined
  if (asksOfPillar.test(text)) return ({ statement }) => statement.startsWith('Pillar ')
  if (/\bhow often\b/.test(text)) return ({ statement }) => frequency.test(statement)
  if (/^(?:who |which [a-z]+ )?(?:can|may)\b/.test(text)) {
    const kind = kindOf(text.replace(/\b(?:can|may)\b/, 'does'))
    return kind && ((fact, marked) => permitted.test(fact.statement) && kind(fact, marked))
  }
  if (/^what (?:does|do|did) .*\bsays?$/.test(text))
    return ({ value, statement }) => value.type === 'commitment' || provides.test(statement)
  if (/\b(?:difference|different|differ)\b/.test(text)) return ({ attribute }) => attribute === 'is-not'
  if (/\bwill\b/.test(text)) {
    const kind = kindOf(text.replace(/\bwill\b/, 'does'))
    return kind && ((fact, marked) => planned.test(fact.statement) && kind(fact, marked))
  }
  if (
    /(?:^|\band )when\b|\bwhen$|\b(?:exact date|date on|what year|which year|what date|since when|how old|how long ago)\b/.test(
      text,
    )
  )
    return ({ value, statement }) =>
      value.type === 'date' ||
      year.test(
        statement.replace(/\b[A-Z][\w-]+ (?:1[3-9]|20)\d\d\b/g, (name) => (monthName.test(name) ? name : '')),
      )
  const counted = /\bhow (?:many|much)(?: (?:of|more|@\d))* ([a-z]+)/.exec(text)?.[1]
  if (counted !== undefined) return ({ statement }) => hasNumberOf(counted, statement)
  if (/\bhow long\b/.test(text)) return ({ statement }) => duration.test(statement)
  if (/\bhow (?:many|much|often|big|large|far)\b/.test(text))
    return ({ value, statement }) =>
      value.type === 'number' ||
      new RegExp(`\\b${numberWord}\\b|every|yearly|once|twice`, 'i').test(statement)
  if (/\bwhere\b|\b(?:in|at) (?:what|which) (?:region|city|country|place|part|area)\b/.test(text))
    return ({ attribute, statement }) =>
      ['location', 'headquarters', 'region', 'host', 'site', 'area'].includes(attribute) ||
      /\b(?:in|at|near|off|on) (?:the )?[A-Z](?!anuary|ebruary|arch|pril|ay|une|uly|ugust|eptember|ctober|ovember|ecember)/.test(
        statement,
      )
  if (/^who (?:is|was|are|were) /.test(text))
    // What someone said tells nothing of who that is.
    return (fact, marked) =>
      holds.test(fact.statement) && !/\bsaid\b/.test(fact.statement) && namesSomeone(fact, marked)
  if (/\b(?:who|whose|whom)\b/.test(text))
    return (fact, marked) =>
      namesSomeone(fact, marked) &&
      !repeats(text, fact) &&
      // Who does something does so still.
      (fact.validTo === null || !/^who (?!has\b|was\b)[a-z]+s\b/.test(text))
  if (/\bwhy\b/.test(text))
    return ({ statement }) =>
      /\b(?:because|for want|so that|following|over|due|reason|why|response|protest|lost|against|as it)\b/.test(
        statement,
      )
  if (/^how (?:do|does|did|can|is|are)\b/.test(text)) return ({ attribute }) => attribute !== 'classification'
  return /\b(?:what|which|how)\b/.test(text) || yesOrNo.test(text) ? () => true : undefined
}

/** What a pillar is, rather than something that happens under it. */
const asksOfPillar =
  /^(?:what (?:is|are|was|does|do|did) )?(?:@\d )?pillar (?:\d|i{1,3})(?: (?:of|in) @\d)?(?: [a-z]+){0,2}$/

const twoQuestions =
  /\b(?:who|what|which|where|when|how)\b.* and (?:(?:by|in|for|since|from|against|with|to) )?(?:who|whom|what|which|where|when|how|why|is|are|was|were|does|do|did|has|have|can|must)\b/
const provides = /\b(?:says|calls|makes|lets|means|obliges|requires|commits|promises|binds|allows)\b/
const frequency = /\bevery\b|\b(?:year|month|annual|biennial)ly\b|\bannual\b|\bonce\b|\btwice\b|\btimes\b/i
const duration = /\b(?:hours?|days?|weeks?|months?|years?|decades?|since)\b/i
const permitted =
  /\b(?:can|may|cannot|could|able|allow|allows|let|lets|open to|entitled|right to|rule|rules|must|lawful|legal)\b/

/** Whether a number stands shortly before what is counted. */
function hasNumberOf(counted: string, statement: string): boolean {
  const nouns = meaningsOf(counted).map((noun) => noun.slice(0, Math.max(3, noun.length - 1)))
  const pattern = new RegExp(
    `\\b(?!(?:1[89]|20)\\d\\d\\b)${numberWord}(?: (?!(?:had|has|was|were|older|other|newer|more|additional|further)\\b)[a-z][\\w-]*){0,3}? (?:${nouns.join('|')})`,
    'i',
  )
  return pattern.test(statement)
}

/** Whether a number is said, other than as a day of a month. */
export function hasNumber({ statement }: Fact, number: string): boolean {
  return new RegExp(`(?<!${month} )\\b${number}\\b`, 'i').test(statement)
}

const holds =
  /\b(?:is|was|are|were|be|became|become|joined|took over|took office|appointed|serves?|served|elected|leads|led|heads|commands|commanded)\b/

const counts = new Set<string>(['personnel', 'ships', 'aircraft', 'submarines', 'nations', 'participants'])

const quantity =
  /^(?:Almost|About|Nearly|Around|Some|Over|More|Up|At|Fewer|All|Each|Every|No|It|Its|They|There)\b/

/** Whether the subject of a statement was in the question: "who chairs it" is not answered by "The chair". */
function repeats(text: string, { statement }: Fact): boolean {
  const [subject = ''] = /[A-Za-z]{4,}/.exec(statement.replace(/^(?:The|An?) /, '')) ?? []
  const stem = subject.slice(0, Math.max(4, subject.length - 2)).toLowerCase()
  return subject !== '' && new RegExp(`\\b${stem}`).test(text)
}

/** Whether the statement names someone who is not in the question: at its start, as its value, or after "by". */
function namesSomeone({ attribute, value, statement }: Fact, marked: string): boolean {
  if (counts.has(attribute)) return false
  const start = statement.replace(/^(?:The|By|In|At|On|Under|When) /, '')
  if (!/^(?:the )?</.test(marked) && /^[A-Z]/.test(start) && !quantity.test(start)) return true
  return value.type === 'entity' || /\bby (?:the )?[A-Z]/.test(statement)
}
