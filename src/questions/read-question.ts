// Reads a question: finds the names in it, and the pattern that all other words fit.
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { startsWithAuxiliary } from './clause-words.ts'
import { conceptWords } from './concepts.ts'
import { askedEarlierName } from './earlier-names.ts'
import { asMeant, matchForms } from './match-forms.ts'
import { matchFrame } from './match-frame.ts'
import { matchStated } from './match-stated.ts'
import { inPlainWords } from './plain-words.ts'
import { plainer, versionsOf, type Asked, type Version } from './question-versions.ts'
import { partsOf } from './question-words.ts'
import { findNames, known, type Named } from './question-names.ts'
import type { Form, Question } from './question.ts'
import { withoutSaid } from './said-of-names.ts'
import { candidatesOf, dropUnused, withTreatyBetween } from './treaties-between.ts'
import { askedArea } from './treaty-area.ts'
import { correctTypo } from './typos.ts'

export type Reading =
  | { type: 'question'; question: Question }
  /** Several readings are possible: a name may mean several things. */
  | { type: 'several'; questions: Question[] }
  /** The words that were not understood, and the entities that were. */
  | { type: 'unread'; words: string[]; entities: Entity[] }

export type Read = (text: string) => Reading

/** Understood in few questions, and named in all others, because they change what is asked. */
const changing = new Set(['before', 'after', 'first', 'last', 'only'])

/** A name may mean several things; more readings than this are not tried. */
const maxReadings = 6

/** What the forms make of a text, and, on request, what facts state of it. */
export interface Opened {
  byForms: Reading
  stated: () => Question | undefined
  /** The same question of each of several names: "do Ukraine and Georgia have candidate status". */
  each: () => Question[] | undefined
}

/** Reads a question, or a text that may be a statement, as of today, yyyy-mm-dd. */
export function readQuestion(text: string, facts: FactSnapshot, today: string, isAsked = true): Reading {
  const { byForms, stated } = openQuestion(text, facts, today, isAsked)
  const question = isAsked && byForms.type === 'unread' ? stated() : undefined
  return question ? { type: 'question', question } : byForms
}

/** Reads a whole text or a part of one. */
export function openQuestion(text: string, facts: FactSnapshot, today: string, isWhole = true): Opened {
  const asked = partsOf(text).flatMap((words, index) => (index === 0 ? words : [',', ...words]))
  const isAsked = text.includes('?')
  const how = { isAsked, isQuestion: isWhole || isAsked || startsWithAuxiliary.test(text) }
  const opened = openWords(asked, facts, today, how)
  const { byForms } = opened
  if (byForms.type !== 'unread') return opened
  const corrected = asked.map((word) =>
    byForms.words.includes(word) ? (correctTypo(word, facts) ?? word) : word,
  )
  if (corrected.every((word, index) => word === asked[index])) return opened
  const again = openWords(corrected, facts, today, how)
  return again.byForms.type === 'unread'
    ? {
        byForms,
        stated: () => opened.stated() ?? again.stated(),
        each: () => opened.each() ?? again.each(),
      }
    : again
}

/** How many ways to read a question are looked for in what facts state. */
const maxStated = 2

function openWords(asked: readonly string[], facts: FactSnapshot, today: string, how: Asked): Opened {
  const named = withoutSaid(findNames(asked, facts), facts, today)
  const { candidates } = named
  const name = askedEarlierName(named, facts)
  if (name !== undefined)
    return {
      byForms:
        name === 'none'
          ? { type: 'unread', words: [], entities: candidates.flat() }
          : { type: 'question', question: name },
      stated: () => undefined,
      each: () => undefined,
    }
  const versions = versionsOf(named, how, today)
  const plainest = versions.at(-1)?.words ?? []
  const byForms = readForms(versions, candidates) ??
    ofTreatyBetween(named, facts, how, today) ??
    readPlain(versions, candidates, facts) ??
    readBesides(versions, candidates, facts) ?? {
      type: 'unread',
      words: plainest.filter(
        (word) =>
          !word.startsWith('@') && (changing.has(word) || (!known.has(word) && !conceptWords.has(word))),
      ),
      entities: candidates.flatMap((some) => some.slice(0, 1)),
    }
  const stated = () => {
    const dated = new Set(versions.flatMap(({ words, date }) => (date === '' ? [] : words.join(' '))))
    for (const { words, date } of versions
      // What happened in another year is no answer about this one.
      .filter((one) => one.until === undefined && (one.date !== '' || !dated.has(one.words.join(' '))))
      .toSorted((a, b) => a.words.length - b.words.length)
      .slice(0, maxStated)) {
      const plain = inPlainWords(words)
      const found =
        matchStated({ words, candidates, date }, facts) ??
        (plain && matchStated({ ...dropUnused(plain.join(' '), candidates), date }, facts)) ??
        // What was signed somewhere may have been adopted there.
        (words[0] === 'where' && words.includes('signed')
          ? matchStated(
              { words: words.map((word) => (word === 'signed' ? 'adopted' : word)), candidates, date },
              facts,
            )
          : undefined)
      if (found) return found
    }
    return askedArea(withTreatyBetween(named, facts) ?? named, facts)
  }
  return { byForms, stated, each: () => readEach(versions, candidates) }
}

const listed = /(@\d) (?:and|or|nor) (@\d)/
const together =
  /\b(?:each other|one another|both|together|same|between|than|more|less|fewer|common|first|different|difference)\b/

function readEach(versions: readonly Version[], candidates: Entity[][]): Question[] | undefined {
  for (const version of [...versions, ...versions.flatMap(plainer)]) {
    const text = version.words.join(' ')
    const [list, ...names] = listed.exec(text) ?? []
    if (list === undefined || together.test(text)) continue
    const readings = names.map((name) => {
      const one = dropUnused(text.replace(list, name), candidates)
      return readForms([{ ...version, words: one.words }], one.candidates)
    })
    const questions = readings.flatMap((reading) => (reading?.type === 'question' ? [reading.question] : []))
    if (questions.length === names.length && questions[0]?.form === questions[1]?.form) return questions
  }
  return undefined
}

/** What is asked in plain words, if they are others; they may name less: "an alliance like NATO". */
function readPlain(
  versions: readonly Version[],
  candidates: readonly Entity[][],
  facts: FactSnapshot,
): Reading | undefined {
  for (const version of versions.flatMap(plainer)) {
    const named = dropUnused(version.words.join(' '), candidates)
    const renamed = withTreatyBetween(named, facts)
    const reading =
      readForms([{ ...version, words: named.words }], named.candidates) ??
      (renamed && readForms([{ ...version, words: renamed.words }], renamed.candidates))
    if (reading) return reading
  }
  return undefined
}

/** "Who takes part besides Japan": those forms tell of all. */
const tellingAll = new Set<Form>([
  'who-in',
  'who-left',
  'invoked',
  'founders',
  'in-role',
  'both-in',
  'in-what',
  'joined-in',
])

const besides =
  / (?:besides|other than|apart from|aside from|in addition to)(?:(?: (?:and|or|@\d))+(?= (?!and|or|@))| .+$)|^(?:besides|other than|apart from|aside from) @\d(?: (?:and|@\d))* /

function readBesides(
  versions: readonly Version[],
  candidates: readonly Entity[][],
  facts: FactSnapshot,
): Reading | undefined {
  for (const version of versions) {
    const text = version.words.join(' ')
    if (!besides.test(text)) continue
    const named = dropUnused(text.replace(besides, '').trim(), candidates)
    const all = [{ ...version, words: named.words }]
    const reading = readForms(all, named.candidates) ?? readPlain(all, named.candidates, facts)
    if (reading?.type !== 'question' || !tellingAll.has(reading.question.form)) continue
    const { question } = reading
    if (question.form !== 'invoked') return reading
    const others = (besides.exec(text)?.[0].match(/@\d/g) ?? []).flatMap((name) =>
      candidatesOf(name, candidates),
    )
    if (others.length === 0) return reading
    const but = others.map(({ id }) => id).join(' ')
    return { type: 'question', question: { ...question, detail: `${question.detail} besides ${but}`.trim() } }
  }
  return undefined
}

/** What is asked of a treaty that is named by its parties. */
function ofTreatyBetween(named: Named, facts: FactSnapshot, how: Asked, today: string): Reading | undefined {
  const renamed = withTreatyBetween(named, facts)
  return renamed && readForms(versionsOf(renamed, how, today), renamed.candidates)
}

/** The first way that asks one of the forms: one of their patterns, else their words in any order. */
function readForms(versions: readonly Version[], candidates: readonly Entity[][]): Reading | undefined {
  for (const match of [matchForms, matchFrame])
    for (const version of versions) {
      const reading = readingOf(
        questionsOf(candidates, (entities) => {
          const question = match(version, entities)
          return question && asMeant(question, version.words, entities)
        }),
      )
      if (reading) return reading
    }
  return undefined
}

function readingOf(questions: Question[]): Reading | undefined {
  const [only, ...others] = questions
  if (!only) return undefined
  return others.length === 0 ? { type: 'question', question: only } : { type: 'several', questions }
}

/** What is asked by each way to choose what the names mean; several questions where a name may mean several things. */
function questionsOf(
  candidates: readonly Entity[][],
  match: (entities: readonly Entity[]) => Question | undefined,
): Question[] {
  const questions = combinations(candidates).flatMap((entities) =>
    // "Is NATO in NATO" asks nothing.
    new Set(entities).size < entities.length ? [] : (match(entities) ?? []),
  )
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
