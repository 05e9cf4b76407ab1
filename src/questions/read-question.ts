// Reads a question: finds the names in it, and the pattern that all other words fit.
import { parseDate, type PartialDate } from '../data/model/dates.ts'
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { bagWords } from './bags.ts'
import { matchBag } from './match-bag.ts'
import { matchSeveral } from './match-several.ts'
import { matchStated } from './match-stated.ts'
import { patterns } from './patterns.ts'
import { wordsOf } from './question-words.ts'
import type { Question } from './question.ts'
import { hasRole } from './roles.ts'
import { mendTypo } from './typos.ts'

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
  asking curious wondering usually`.split(/\s+/),
)

const openings =
  /^(?:(?:do|does|did) (?:you|anyone|anybody|someone) know(?: if| whether)?|(?:can|could|would) (?:you|anyone|someone) (?:please )?(?:tell|say|explain)(?: me| us)?(?: if| whether)?|(?:i|we) (?:wonder|want to know|would like to know|was wondering)(?: if| whether)?|tell (?:me|us)(?: if| whether)?|quick question|question|entente|is it true that|is it correct that|remind me|what about|how about) /

/** What follows a question that is complete without it. */
const endings =
  / (?:or not|or what|right|correct|yes or no|huh|though|in total|anymore|at all|any more|or nah|or (?:is it |are they )?still (?:waiting|out|applying|trying)|yet|at some point|in general|or no|or neutral|or not really|right now|or what not|or something|when it ended|at its end|in end)$/

/** Everyday words and phrases that are names too, and mean what they say in a question. */
const notNames = new Set(
  `alliance,alliances,treaty,treaties,partnership,partnerships,pact,pacts,ally,allies,member,members,program,programs,
  exercise,exercises,coalition,coalitions,article,country,countries,organization,dialogue,agreement,defense,deterrence,
  treaty ally,treaty allies,mutual defense,collective defense,defense treaty,defense spending,may,or,who,it,mercy,
  comfort,led,oldest alliance,mutual defense treaty,mutual defence treaty,nato partner,nato partners,defense pact,defence pact,military alliance,security partnership`.split(
    /,\s*/,
  ),
)

/** Every word that is in a pattern. */
const known = new Set(patterns.flatMap(({ regex }) => regex.source.match(/[a-z]{2,}/g) ?? []))

/** Every word of a question. */
const vocabulary: ReadonlySet<string> = new Set([...known, ...bagWords])

/** Understood in few questions, and named in all others, because they change what is asked. */
const changing = new Set(['before', 'after', 'first', 'last', 'only'])

const namesInPatterns = new Set(['us', 'american', 'nato'])

/** "is", "in" and "no" are codes of countries too. */
function isEverydayWord(word: string): boolean {
  return notNames.has(word) || (known.has(word) && !namesInPatterns.has(word))
}

const maxNameWords = 8
const maxNames = 8
/** A name may mean several things; more readings than this are not tried. */
const maxReadings = 6

interface Named {
  /** The words, with "@0" for the first name. */
  words: string[]
  /** What each name may mean. */
  candidates: Entity[][]
}

export function findNames(words: readonly string[], facts: FactSnapshot): Named {
  const found: Named = { words: [], candidates: [] }
  for (let index = 0; index < words.length;) {
    const span = nameAt(words, index, facts)
    if (span && isSame(span.entities, found.candidates.at(-1)) && found.words.at(-1)?.startsWith('@')) {
      // "AES / Alliance of Sahel States".
      index += span.length
    } else if (span && found.candidates.length < maxNames) {
      found.words.push(`@${found.candidates.length}`)
      found.candidates.push(span.entities)
      index += span.length
    } else {
      found.words.push(words[index] ?? '')
      index += 1
    }
  }
  return found
}

function isSame(some: readonly Entity[], others: readonly Entity[] = []): boolean {
  return some.length === others.length && some.every((entity, index) => entity === others[index])
}

export function nameAt(
  words: readonly string[],
  start: number,
  facts: FactSnapshot,
): { length: number; entities: Entity[] } | undefined {
  for (let length = Math.min(maxNameWords, words.length - start); length > 0; length--) {
    const name = words.slice(start, start + length).join(' ')
    if (isEverydayWord(name) || (length > 1 && /^(?:the|a|an|in|of|is|are) | (?:is|are|in)$/.test(name)))
      continue
    // "natos", "mnnas".
    const singular = length === 1 && name.length > 4 && name.endsWith('s') ? [name.slice(0, -1)] : []
    const [ids = []] = [name, ...singular]
      .map((spelling) => facts.names.exact(spelling))
      .filter((found) => found.length > 0)
    const entities = ids
      .flatMap((id) => facts.getEntity(id) ?? [])
      // "so" and "guy" are codes of countries.
      .filter((entity) => name.length > 3 || isNameOf(entity, name))
    if (entities.length > 0) return { length, entities: likeliest(entities, facts) }
  }
  return undefined
}

/** A document that founded a body of the same name is the body; what has members is meant rather than what has none. */
function likeliest(entities: readonly Entity[], facts: FactSnapshot): Entity[] {
  const bodies = entities.filter(({ kind }) => kind !== 'document')
  const named = bodies.length > 0 ? bodies : [...entities]
  const isPlace = ({ kind }: Entity) => kind === 'country' || kind === 'region'
  const hasMembers = ({ id }: Entity) => facts.factsAbout(id).some(({ attribute }) => attribute === 'member')
  const withMembers = named.filter(hasMembers)
  return withMembers.length > 0 && !named.some(isPlace) ? withMembers : named
}

function isNameOf({ name, aliases }: Entity, word: string): boolean {
  return [name, ...aliases].some((alias) => normalizeText(alias) === word)
}

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const datePhrase = new RegExp(
  `(?:^| )(?:back )?(?:in|on|as of|during|by|at|for)? ?(?:the (?:end|year|start) of )?((?:${months}) \\d{1,2} (?:1[89]|20)\\d\\d|(?:${months}) (?:1[89]|20)\\d\\d|\\d{1,2} (?:${months}) (?:1[89]|20)\\d\\d|(?:1[89]|20)\\d\\d)(?= |$)`,
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

/** Reads a question as of today, yyyy-mm-dd. */
export function readQuestion(text: string, facts: FactSnapshot, today: string, allowsStated = true): Reading {
  const asked = wordsOf(text)
  const reading = readWords(asked, facts, today, allowsStated)
  if (reading.type !== 'unread') return reading
  const mended = asked.map((word) =>
    reading.words.includes(word) ? (mendTypo(word, vocabulary, facts) ?? word) : word,
  )
  const isMended = mended.some((word, index) => word !== asked[index])
  const again = isMended ? readWords(mended, facts, today, allowsStated) : reading
  return again.type === 'unread' ? reading : again
}

function readWords(
  asked: readonly string[],
  facts: FactSnapshot,
  today: string,
  allowsStated: boolean,
): Reading {
  const opened = asked.join(' ').replace(openings, '').replace(endings, '')
  const { words, candidates } = findNames(opened.split(' '), facts)
  // "RIMPAC 2018" names an edition; any other year is a date.
  const { text: undated, date } = extractDate(words.join(' '), today)
  const remaining = undated
    .replace(countBeforeList, '')
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
  const questions = combinations(candidates).flatMap((entities) => {
    // "Is NATO in NATO" asks nothing.
    if (new Set(entities).size < entities.length) return []
    const question =
      matchSeveral(remaining, entities, date) ??
      matchPattern(remaining.join(' '), entities, date) ??
      matchBag(remaining, entities, date)
    return question ? [question] : []
  })
  const distinct = [...new Map(questions.map((question) => [JSON.stringify(question), question])).values()]
  const [only, ...others] = distinct
  if (only && others.length === 0) return { type: 'question', question: only }
  if (only) return { type: 'several', questions: distinct }
  const stated = allowsStated ? matchStated({ words: remaining, candidates, date }, facts) : undefined
  if (stated) return { type: 'question', question: stated }
  return {
    type: 'unread',
    words: remaining.filter(
      (word) => !word.startsWith('@') && (changing.has(word) || (!known.has(word) && !bagWords.has(word))),
    ),
    entities: candidates.flatMap((some) => some.slice(0, 1)),
  }
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
