// Reads a question: finds the names in it, and the pattern that all other words fit.
import { parseDate, type PartialDate } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { bagWords } from './bags.ts'
import { withoutFraming } from './framing.ts'
import { matchBag } from './match-bag.ts'
import { matchSeveral } from './match-several.ts'
import { matchStated } from './match-stated.ts'
import { patterns } from './patterns.ts'
import { partsOf } from './question-words.ts'
import { findNames, known, type Named } from './question-names.ts'
import type { Question } from './question.ts'
import { hasRole } from './roles.ts'
import { emptyWords, opinionWords } from './stated-words.ts'
import { withTreatyBetween } from './treaties-between.ts'
import { correctTypo } from './typos.ts'

export type Reading =
  | { type: 'question'; question: Question }
  /** Several readings are possible: a name may mean several things. */
  | { type: 'several'; questions: Question[] }
  /** The words that were not understood, and the entities that were. */
  | { type: 'unread'; words: string[]; entities: Entity[] }

/** Words that add nothing to a question. */
const fillers = new Set(
  `please actually exactly really officially technically currently now today nowadays presently still the a an
  hey hi hello so ok okay well just again guys bro bruh lol lmao pls plz even also any anymore then else wait rn tho
  though yo um uh dude man btw fr anyway anyways honestly total together exact simply formally r u ur atm tbh idk thx thanks
  cheers pal mate friend friends folks lmk asap kinda sorta basically literally
  essentially specifically apparently supposedly fully real exactly whole altogether overall pretty quickly today's
  asking curious wondering usually listed counted considered actual supposed heyy heyyy heya legit lowkey rly rlly lately
  meanwhile indeed obviously clearly definitely certainly maybe perhaps possibly truly simply precisely finally eventually
  heck hell damn freaking fricking bloody fuck fucking wtf remember recall genuinely hella super yall`.split(
    /\s+/,
  ),
)

const openings =
  /^(?:(?:do|does|did) (?:you|anyone|anybody|someone) know(?: if| whether)?|(?:can|could|would) (?:you|anyone|someone) (?:please )?(?:tell|say|explain)(?: me| us)?(?: if| whether)?|(?:i|we) (?:wonder|want to know|would like to know|was wondering)(?: if| whether)?|tell (?:me|us)(?: if| whether)?|quick question|question|entente|is it true that|is it correct that|remind me|what about|how about) /

/** What follows a question that is complete without it. */
const endings =
  / (?:or not|or what|right|correct|yes or no|huh|though|in total|anymore|at all|any more|or nah|or (?:is it |are they )?still (?:waiting|out|applying|trying)|yet|at some point|in general|or no|or neutral|or not really|right now|or what not|or something|when it ended|at its end|in end)$/

/** Every word of a question. */
const vocabulary: ReadonlySet<string> = new Set([...known, ...bagWords, ...emptyWords, ...opinionWords])

/** Understood in few questions, and named in all others, because they change what is asked. */
const changing = new Set(['before', 'after', 'first', 'last', 'only'])

/** A name may mean several things; more readings than this are not tried. */
const maxReadings = 6

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const datePhrase = new RegExp(
  `(?:^| )(?:back )?(?:in|on|as of|during|by|at|for|from)? ?(?:the (?:end|year|start) of )?((?:${months}) \\d{1,2} (?:1[89]|20)\\d\\d|(?:${months}) (?:1[89]|20)\\d\\d|\\d{1,2} (?:${months}) (?:1[89]|20)\\d\\d|(?:1[89]|20)\\d\\d)(?= |$)`,
)

/** The date in the words, and the words without it. */
function extractDate(text: string, today: string): { text: string; date: PartialDate } {
  const relative = /(?:^| )(?:in )?(last|this) year(?= |$)/.exec(text)
  if (relative)
    return {
      text: text.replace(relative[0], ' ').replace(/\s+/g, ' ').trim(),
      date: String(Number(today.slice(0, 4)) - (relative[1] === 'last' ? 1 : 0)),
    }
  const match = datePhrase.exec(text)
  const date = match?.[1] === undefined ? undefined : parseDate(match[1], today)
  if (!match || date === undefined) return { text, date: '' }
  return { text: text.replace(match[0], ' ').replace(/\s+/g, ' ').trim(), date }
}

/** "Which 3 countries are in AUKUS": the answer says how many they are. */
const countBeforeList =
  /(?<=^(?:which|what|list|name|who are)(?: the| original| all)* )(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?=(?:original |founding )?(?:countries|members|nations|states|allies|@0))/

/** What the forms make of a text, and, on request, what facts state of it. */
export interface Opened {
  byForms: Reading
  stated: () => Question | undefined
}

/** Reads a question as of today, yyyy-mm-dd. */
export function readQuestion(text: string, facts: FactSnapshot, today: string, allowsStated = true): Reading {
  const { byForms, stated } = openQuestion(text, facts, today)
  const question = allowsStated && byForms.type === 'unread' ? stated() : undefined
  return question ? { type: 'question', question } : byForms
}

export function openQuestion(text: string, facts: FactSnapshot, today: string): Opened {
  const asked = partsOf(text).flatMap((words, index) => (index === 0 ? words : [',', ...words]))
  const isAsked = text.includes('?')
  const opened = openWords(asked, facts, today, isAsked)
  const { byForms } = opened
  if (byForms.type !== 'unread') return opened
  const corrected = asked.map((word) =>
    byForms.words.includes(word) ? (correctTypo(word, vocabulary, facts) ?? word) : word,
  )
  if (corrected.every((word, index) => word === asked[index])) return opened
  const again = openWords(corrected, facts, today, isAsked)
  return again.byForms.type === 'unread'
    ? { byForms, stated: () => opened.stated() ?? again.stated() }
    : again
}

/** Words of one way to read a question, without its date. */
interface Version {
  words: string[]
  date: PartialDate
}

/** How many ways to read a question are looked for in what facts state. */
const maxStated = 2

function openWords(asked: readonly string[], facts: FactSnapshot, today: string, isAsked: boolean): Opened {
  const named = findNames(asked, facts)
  const { candidates } = named
  const versions = versionsOf(named, isAsked, today)
  const plainest = versions.at(-1)?.words ?? []
  const byForms = readForms(versions, candidates) ??
    ofTreatyBetween(named, facts, isAsked, today) ?? {
      type: 'unread',
      words: plainest.filter(
        (word) => !word.startsWith('@') && (changing.has(word) || (!known.has(word) && !bagWords.has(word))),
      ),
      entities: candidates.flatMap((some) => some.slice(0, 1)),
    }
  const stated = () => {
    for (const { words, date } of versions.toReversed().slice(0, maxStated)) {
      const found = matchStated({ words, candidates, date }, facts)
      if (found) return found
    }
    return undefined
  }
  return { byForms, stated }
}

/** What is asked of a treaty that is named by its parties. */
function ofTreatyBetween(
  named: Named,
  facts: FactSnapshot,
  isAsked: boolean,
  today: string,
): Reading | undefined {
  const renamed = withTreatyBetween(named, facts)
  return renamed && readForms(versionsOf(renamed, isAsked, today), renamed.candidates)
}

function versionsOf({ words }: Named, isAsked: boolean, today: string): Version[] {
  return withoutFraming(words, isAsked).map((text) => versionOf(text, today))
}

/** The first way that asks one of the forms. */
function readForms(versions: readonly Version[], candidates: readonly Entity[][]): Reading | undefined {
  for (const version of versions) {
    const questions = formsOf(version, candidates)
    const [only, ...others] = questions
    if (only && others.length === 0) return { type: 'question', question: only }
    if (only) return { type: 'several', questions }
  }
  return undefined
}

function versionOf(text: string, today: string): Version {
  const plain = text.replace(openings, '').replace(endings, '')
  // "RIMPAC 2018" names an edition; any other year is a date.
  const { text: undated, date } = extractDate(plain, today)
  const words = undated
    .replace(countBeforeList, '')
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
  return { words, date }
}

/** What the words ask by one of the forms; several questions where a name may mean several things. */
function formsOf({ words, date }: Version, candidates: readonly Entity[][]): Question[] {
  const questions = combinations(candidates).flatMap((entities) => {
    // "Is NATO in NATO" asks nothing.
    if (new Set(entities).size < entities.length) return []
    const question =
      matchSeveral(words, entities, date) ??
      matchPattern(words.join(' '), entities, date) ??
      matchBag(words, entities, date)
    return question ? [question] : []
  })
  return [...new Map(questions.map((question) => [JSON.stringify(question), question])).values()]
}

/** Every way to choose one meaning for each name. */
function combinations(candidates: readonly Entity[][]): Entity[][] {
  const all = candidates.reduce<Entity[][]>(
    (chosen, some) => chosen.flatMap((entities) => some.map((entity) => [...entities, entity])),
    [[]],
  )
  return all.slice(0, maxReadings)
}

function matchPattern(text: string, entities: readonly Entity[], date: PartialDate): Question | undefined {
  for (const { form, regex, names, isDated } of patterns) {
    if (date !== '' && !isDated) continue
    const match = regex.exec(text)
    if (!match) continue
    const groups: Record<string, string | undefined> = match.groups ?? {}
    const roles = Object.entries(groups).filter(
      ([role, value]) => /^[ABCEPSTX]/.test(role) && value !== undefined,
    )
    if (roles.some(([role, value]) => !fits(entities[Number(value)], role))) continue
    const used = names.flatMap((choices) => {
      // A body that goes without saying is named in the answer.
      if (choices.startsWith('=')) return [choices.slice(1)]
      const index = choices.split('|').flatMap((role) => groups[role] ?? [])[0]
      const entity = index === undefined ? undefined : entities[Number(index)]
      return entity ? [entity.id] : []
    })
    // What stands in the pattern as "@0" without a role is the United States.
    const others = entities.filter((_, index) => !roles.some(([, value]) => Number(value) === index))
    if (others.some(({ id }) => id !== 'united-states')) continue
    const number = (groups['N'] ?? groups['N2'])?.replace(' ', '.')
    return { form, entities: used, date, detail: groups['kind']?.trim() ?? number ?? '' }
  }
  return undefined
}

function fits(entity: Entity | undefined, role: string): boolean {
  return entity !== undefined && hasRole(entity, role)
}
