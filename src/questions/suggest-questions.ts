// Completes a question as it is typed: well-formed questions about the names typed so far, each of which is answered.
import { nameInSentence as the } from '../cards/shared/format.ts'
import { normalizeText } from '../data/model/normalize-text.ts'
import type { AttributeId } from '../data/model/attributes.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { inBody, leftBody } from './membership-words.ts'
import { wordsOf } from './question-words.ts'
import { findNames } from './question-names.ts'
import { unitedStates } from './promise-facts.ts'
import { hasRole } from './roles.ts'

/** Discord takes no longer choice. */
const maxLength = 100
const maxSuggestions = 10
const maxCompletions = 6

/** For an empty field, and in /help. */
export const exampleQuestions = [
  'How many members does NATO have?',
  'Is Sweden in NATO?',
  'Who must defend the Philippines?',
  'What does Article 5 of NATO say?',
  'Which country hosts the most U.S. troops?',
]

const generalQuestions = [
  ...exampleQuestions,
  'Which European Union members are not in NATO?',
  'Who spends the most on the military?',
  'Who spent at least 2% in 2024?',
  'When was Article 5 of NATO invoked?',
  'Which country hosts the fewest U.S. troops?',
  'How many U.S. troops are in Germany?',
  'How many U.S. troops are in Japan?',
  'What does Article 4 of NATO say?',
  'Who are the treaty allies of the United States?',
  'Which is the oldest alliance in force?',
  'Who is a major non-NATO ally?',
  'Who is in NATO?',
  'Who is the biggest military spender in NATO?',
]

function aboutCountry(country: Entity): string[] {
  const c = the(country)
  // States that have ended have no code.
  if (country.code === undefined) return [`What is ${c}?`]
  return [
    `Is ${c} in NATO?`,
    `Is ${c} a U.S. treaty ally?`,
    `What alliances is ${c} in?`,
    `Who must defend ${c}?`,
    `When did ${c} join NATO?`,
    `How many U.S. troops are in ${c}?`,
    `How much does ${c} spend on defense?`,
    `Which exercises did ${c} take part in?`,
    `Does the United States have to defend ${c}?`,
  ].filter((question) => country.id !== unitedStates || !/U\.S\.|Does the United States/.test(question))
}

/** Those that its facts answer. */
function aboutBody(body: Entity, facts: FactSnapshot): string[] {
  const b = the(body)
  const groups = facts.factsAbout(body.id)
  const has = (...attributes: readonly AttributeId[]) =>
    groups.some(({ attribute }) => attributes.includes(attribute))
  const members = groups.find(({ attribute }) => attribute === 'member')?.facts ?? []
  const questions: [boolean, string][] = [
    [members.length > 0, `Who is in ${b}?`],
    [members.length > 0, `How many members does ${b} have?`],
    [has('classification'), `Is ${b} an alliance?`],
    [has('founded', 'signed', 'entered-force', 'began'), `When was ${b} founded?`],
    [has('mutual-defense'), `Who must defend whom in ${b}?`],
    [has('member-count') && members.length > 0, `Who joined ${b} last?`],
    [true, `What is ${b}?`],
    [members.some(({ founder }) => founder), `Who founded ${b}?`],
    [has('full-name'), `What does ${b} stand for?`],
    [has('withdrawal'), `How can a member leave ${b}?`],
    [has('admission'), `Who can join ${b}?`],
    [has('headquarters'), `Where is ${b} based?`],
  ]
  return questions.flatMap(([isAnswered, question]) => (isAnswered ? question : []))
}

function aboutEvent(event: Entity): string[] {
  const e = the(event)
  return [
    `Who took part in ${e}?`,
    `How many nations took part in ${e}?`,
    `When was ${e} held?`,
    `Who leads ${e}?`,
    `What is ${e}?`,
  ]
}

function aboutTwo(first: Entity, second: Entity): string[] {
  const [a, b] = [the(first), the(second)]
  const [isCountry, other] = [first.kind === 'country', second.kind === 'country']
  if (isCountry && other)
    return [
      `What are ${a} and ${b} both in?`,
      `Must ${a} defend ${b}?`,
      `Is ${a} an ally of ${b}?`,
      `What is the difference between ${a} and ${b}?`,
    ]
  if (isCountry && hasRole(second, 'E')) return [`Did ${a} take part in ${b}?`]
  if (isCountry && hasRole(second, 'B')) {
    const [within, join] =
      second.kind === 'status' ? [inBody(second), `become ${inBody(second)}`] : [`in ${b}`, `join ${b}`]
    return [
      `Is ${a} ${within}?`,
      `When did ${a} ${join}?`,
      `Was ${a} ever ${within}?`,
      `Has ${a} ${leftBody(second)}?`,
    ]
  }
  if (isCountry || other) return []
  return [
    `What is the difference between ${a} and ${b}?`,
    `Which countries are in both ${a} and ${b}?`,
    `Which members of ${a} are not in ${b}?`,
  ]
}

function about(entity: Entity, facts: FactSnapshot): string[] {
  if (entity.kind === 'country') return aboutCountry(entity)
  if (hasRole(entity, 'E')) return aboutEvent(entity)
  if (hasRole(entity, 'B')) return aboutBody(entity, facts)
  return [`What is ${the(entity)}?`]
}

/** The questions about entities, those about the last of them first. */
export function questionsAbout(entities: readonly Entity[], facts: FactSnapshot): string[] {
  const [first, second] = entities
  if (!first) return []
  if (!second) return about(first, facts)
  return [
    ...aboutTwo(first, second),
    ...aboutTwo(second, first),
    ...about(second, facts),
    ...about(first, facts),
  ]
}

/** Questions that what was typed may become, best first. */
export function suggestQuestions(text: string, facts: FactSnapshot): string[] {
  const words = wordsOf(text)
  if (words.length === 0) return exampleQuestions
  const subjects = subjectsOf(words, facts)
  // In turn: the likeliest question about each name that it may become.
  const lists = subjects.map((entities) => questionsAbout(entities, facts))
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat()
  const typed = words.join(' ')
  const last = words.at(-1) ?? ''
  // "what is art", "how many us tr": of no name, the last word may begin one of these questions' words.
  const general = generalQuestions.filter((question) => isWordIn(question, typed, last))
  const candidates = subjects.length > 0 ? [...general, ...inTurn] : generalQuestions
  const lead = leadOf(words, facts)
  const rank = (question: string) => {
    const normalized = normalizeText(question)
    if (normalized.startsWith(typed)) return 0
    if (lead !== '' && normalized.startsWith(lead)) return 1
    // "spending pol" begins "spend".
    const asked = normalized.split(' ')
    const isAsked = (word: string) => asked.some((other) => other.startsWith(word.slice(0, stemLength)))
    return lead.split(' ').every(isAsked) ? 2 : 3
  }
  const distinct = [...new Set(candidates)].filter(({ length }) => length <= maxLength)
  const ranked = distinct.map((question) => ({ question, rank: rank(question) }))
  // What was asked in other words is not put into the mouth of who typed it.
  const fitting = subjects.length > 0 ? ranked : ranked.filter((candidate) => candidate.rank < 3)
  return fitting
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, maxSuggestions)
    .map(({ question }) => question)
}

/** Longer endings are those of one word's forms. */
const stemLength = 5

/** Whether a question begins as typed, or has a word that the last one begins. */
function isWordIn(question: string, typed: string, last: string): boolean {
  const normalized = normalizeText(question)
  return normalized.startsWith(typed) || (last.length > 2 && ` ${normalized}`.includes(` ${last}`))
}

/** The words before the first name. */
function leadOf(words: readonly string[], facts: FactSnapshot): string {
  const named = findNames(words, facts).words
  const first = named.findIndex((word) => word.startsWith('@'))
  return named.slice(0, first === -1 ? Math.max(1, words.length - 1) : first).join(' ')
}

/** Kinds that little is asked of. */
const unasked = new Set<string>(['person', 'concept', 'region'])

/** Whether what comes before a name can be asked of an entity. */
function isMeant(entity: Entity, before: string, facts: FactSnapshot): boolean {
  // A state that has ended is named in full.
  if (entity.kind === 'country' && entity.code === undefined) return false
  if (/\b(?:troops|soldiers|spend|spends|spending|defends?)\b/.test(before)) return entity.kind === 'country'
  if (
    !/^(?:who (?:is|was|are|were) in|who (?:joined|left|founded)|how many (?:members|countries))\b/.test(
      before,
    )
  )
    return true
  return facts.factsAbout(entity.id).some(({ attribute }) => attribute === 'member')
}

/** The names in the words, the last completed in each way that it may be. */
function subjectsOf(words: readonly string[], facts: FactSnapshot): Entity[][] {
  const isAskable = ({ id, kind }: Entity) => facts.hasFacts(id) && !unasked.has(kind)
  const whole = findNames(words, facts)
  const named = whole.candidates.flatMap((some) => some.filter(isAskable).slice(0, 1))
  const last = whole.words.at(-1) ?? ''
  if (last.startsWith('@')) return [named]
  for (let length = Math.min(4, words.length); length > 0; length--) {
    const start = words.length - length
    const prefix = words.slice(start).join(' ')
    // "the c" begins no name but those of "the".
    if (/^(?:the .*|in|is|of|are)$/.test(prefix) || (prefix.length < 2 && start < 2)) continue
    const before = findNames(words.slice(0, start), facts)
    const known = before.candidates.flatMap((some) => some.filter(isAskable).slice(0, 1))
    const found = facts.names
      .completions(prefix)
      .filter(({ name }) => normalizeText(name).startsWith(prefix))
      .flatMap(({ entity }) => facts.getEntity(entity) ?? [])
      .filter(
        (entity) =>
          isAskable(entity) && !entity.edition && isMeant(entity, words.slice(0, start).join(' '), facts),
      )
    const completions = [...new Set(found)].slice(0, maxCompletions)
    if (completions.length > 0) return completions.map((entity) => [...known.slice(0, 1), entity])
  }
  return named.length > 0 ? [named] : []
}
