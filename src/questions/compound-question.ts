// Reads a text that asks two questions: "What was SEATO and when did it end?", or that says more after its question.
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { readWithoutAlternatives } from './alternatives.ts'
import { readClause } from './asking-clause.ts'
import { namesIn } from './clauses.ts'
import {
  alreadyKnown,
  asksArticle,
  boundary,
  byWhom,
  isAlways,
  isComment,
  isGuess,
  namesBody,
  predecessor,
  pronoun,
  refersBack,
  slip,
  startsQuestion,
  thenClause,
  whereAndWhen,
  withNato,
} from './compound-words.ts'
import { isKnownWord } from './known-words.ts'
import { readPair } from './paired-questions.ts'
import type { Question } from './question.ts'
import { readInRegion } from './regions.ts'
import {
  articleFor,
  asksFounding,
  asksWhen,
  isCondition,
  byWhomOf,
  isOfSame,
  isStatement,
  isTold,
  subjectOf,
  whichArticle,
} from './second-questions.ts'
import { openQuestion, type Opened, type Read, type Reading } from './read-question.ts'
import { readWithoutWhy } from './why-questions.ts'

export type CompoundReading =
  | Reading
  /** Two questions, or one and words after it that were not read. */
  | { type: 'compound'; questions: Question[]; ignored: string }

/** More parts are no two questions. */
const maxParts = 5

/** Reads a text as one question, else as two, else as one with a comment after it, which is named as not read. */
export function readCompound(typed: string, facts: FactSnapshot, today: string): CompoundReading {
  const text = typed.replace(/ & /g, ' and ').replace(slip, '$2$1$3')
  const anyBody = memoized((words: string) => openQuestion(words, facts, today, words === text))
  const namesOther = () =>
    namesIn(text, facts).some(({ id, kind }) => id !== 'nato' && kind !== 'country' && kind !== 'region')
  // NATO goes without saying where no other body is named.
  const open = (words: string): Opened =>
    words !== text && !/nato|atlantic/i.test(words) && assumesNato(anyBody(words).byForms) && namesOther()
      ? { ...anyBody(words), byForms: { type: 'unread', words: [], entities: [] } }
      : anyBody(words)
  const byForms: Read = (words) => open(words).byForms
  const read: Read = (words) => readingOf(open(words))
  const known = alreadyKnown.exec(text)
  const asked = known ? byForms(text.slice(0, known.index)) : undefined
  if (known && asked?.type === 'question')
    return { type: 'compound', questions: [asked.question], ignored: known[0].replace(/^,\s*/, '') }
  const first = readParts(text, facts, byForms)
  if (first.type === 'compound' && startsQuestion.test(first.ignored)) {
    // What was not read may be what a fact states.
    const second = readParts(text, facts, read)
    return second.type === 'compound' && second.ignored === '' ? second : first
  }
  if (first.type !== 'unread') return first
  const ofRegion = readInRegion(text, byForms)
  if (ofRegion) return { type: 'question', question: ofRegion }
  const asking = open(text.replace(refersBack, '')).byForms
  const ofNato =
    (asking.type !== 'unread' || asking.words.every(isKnownWord)) &&
    !namesBody.test(text) &&
    first.entities.every(({ kind }) => kind === 'country')
      ? withNato(text)
      : text
  return (
    inOrder(readPair(text, first.entities, (words) => readingOf(anyBody(words)))) ??
    readWithoutAlternatives(text, facts, byForms) ??
    readable(readParts(text, facts, read)) ??
    inOrder(open(text).each()) ??
    (ofNato === text
      ? undefined
      : readable(readParts(ofNato, facts, asksArticle.test(text) ? read : byForms))) ??
    readPartly(ofNato.replace(whereAndWhen, 'when and where'), facts, byForms, byForms) ??
    readWithoutWhy(text, (rest) => readParts(rest, facts, byForms)) ??
    readPartly(text, facts, read, byForms) ??
    readClause(text, facts, byForms) ??
    first
  )
}

/** What the forms read, or else what facts state. */
function readingOf({ byForms, stated }: Opened): Reading {
  const question = byForms.type === 'unread' ? stated() : undefined
  return question ? { type: 'question', question } : byForms
}

function assumesNato(reading: Reading): boolean {
  if (reading.type !== 'question') return false
  const { form, entities } = reading.question
  return entities.includes('nato') || (entities.length === 0 && (form === 'article' || form === 'invoked'))
}

function inOrder(questions: Question[] | undefined): CompoundReading | undefined {
  return questions && { type: 'compound', questions, ignored: '' }
}

function readable(reading: CompoundReading): CompoundReading | undefined {
  return reading.type === 'unread' ? undefined : reading
}

/** Of two questions the one that was read, with the other named as not read. */
function readPartly(
  text: string,
  facts: FactSnapshot,
  readFirst: Read,
  readLast: Read,
): CompoundReading | undefined {
  for (const match of text.matchAll(boundary).take(maxParts)) {
    const [start, rest] = splitAt(text, match)
    if (startsQuestion.test(rest) && /^[?!.;]|\band\b|^,/.test(match[0])) {
      const first = readFirst(start)
      // "SEATO vs CENTO, which is older": the question says what to compare; and what is stated is not what is asked.
      if (
        first.type === 'question' &&
        first.question.form !== 'difference' &&
        !isStatement(first.question, start)
      )
        return { type: 'compound', questions: [first.question], ignored: rest }
    }
    if (
      (/^(?:[?!.;]| +[-–—])/.test(match[0]) || isComment.test(start)) &&
      startsQuestion.test(rest) &&
      !pronoun.test(rest.replace(thenClause, ''))
    ) {
      const last = readParts(rest, facts, readLast)
      if (last.type === 'question') return { type: 'compound', questions: [last.question], ignored: start }
      if (last.type === 'compound')
        return { ...last, ignored: [start, last.ignored].filter(Boolean).join(' … ') }
    }
  }
  return undefined
}

function memoized(open: (text: string) => Opened): (text: string) => Opened {
  const known = new Map<string, Opened>()
  return (text) => {
    const opened = known.get(text) ?? open(text)
    known.set(text, opened)
    return opened
  }
}

function readParts(text: string, facts: FactSnapshot, read: Read): CompoundReading {
  const whole = read(text)
  if (whole.type !== 'unread') return whole
  let commented: CompoundReading | undefined
  for (const match of text.matchAll(boundary).take(maxParts)) {
    const [start, rest] = splitAt(text, match)
    // After a comma a list may continue, but a question begins with a question word.
    const startsAnew = !match[0].startsWith(',') || startsQuestion.test(rest) || isAlways.test(rest)
    if (rest === '') continue
    const first = read(start)
    // "the Baghdad Pact: what was it, who joined".
    const topic = first.type === 'unread' && first.entities.length === 1 ? first.entities[0] : undefined
    if (topic && !commented) commented = aboutTopic(rest, topic.name, read)
    if (first.type !== 'question') continue
    const subject = facts.getEntity(subjectOf(first.question, rest, facts))?.name ?? ''
    if (isTold(first.question, rest, facts)) return first
    const second = byWhom.test(rest)
      ? byWhomOf(first.question)
      : predecessor.test(rest) && first.question.form === 'leader'
        ? { ...first.question, detail: 'before' }
        : whichArticle.test(rest) && first.question.form === 'defend'
          ? articleFor(first.question, facts)
          : asksWhen.test(rest) &&
              /\b(?:sign|found|form|creat)/i.test(start) &&
              first.question.form !== 'founded'
            ? { ...first.question, form: 'founded' as const, detail: '' }
            : startsAnew && (!asksWhen.test(rest) || asksFounding(first.question, facts))
              ? readAbout(rest, subject, read)
              : undefined
    if (second && isOfSame(second, first.question, rest, facts))
      return { type: 'compound', questions: [first.question, second], ignored: '' }
    // What is stated is not what is asked; what follows a comma may be a part of it.
    if (startsQuestion.test(rest) && isStatement(first.question, start)) continue
    if (
      /^[?!.;]/.test(match[0]) ||
      isGuess.test(rest) ||
      (/\bor\b/.test(match[0]) &&
        /^(?:is|are|was|were|do|does|did|has|have|must|can|will)\b/i.test(start) &&
        namesNothing(rest, read)) ||
      isComment.test(rest) ||
      isCondition(rest, first.question, facts) ||
      (match[0].startsWith(',') &&
        namesNothing(rest, read) &&
        !(startsQuestion.test(rest) && !startsQuestion.test(start)))
    )
      commented ??= { type: 'compound', questions: [first.question], ignored: rest }
  }
  return commented ?? whole
}

function splitAt(text: string, { 0: boundary, index }: RegExpExecArray): [string, string] {
  const mark = boundary.startsWith('?') ? '?' : ''
  return [text.slice(0, index) + mark, text.slice(index + boundary.length).trim()]
}

/** "who comes" after "who hosts RIMPAC". */
function readAbout(text: string, subject: string, read: Read): Question | undefined {
  const asked = text.replace(/\?+$/, '').replace(isAlways, 'is it $&')
  const about = asked.replace(/\b(?:it|they|them|its|their|that)\b/i, subject)
  const isNamed = about !== asked
  // What a fact states of something else in the same words is no answer.
  for (const one of [about, `${about} ${subject}`]) {
    const reading = read(one)
    if (reading.type !== 'question') continue
    if (one !== asked || isNamed || reading.question.form !== 'stated') return reading.question
  }
  return undefined
}

/** Two questions about what was named before them. */
function aboutTopic(text: string, topic: string, read: Read): CompoundReading | undefined {
  for (const match of text.matchAll(boundary)) {
    const parts = [text.slice(0, match.index), text.slice(match.index + match[0].length).trim()]
    const [first, second] = parts.map((part) => readAbout(part, topic, read))
    if (first && second) return { type: 'compound', questions: [first, second], ignored: '' }
  }
  return undefined
}

function namesNothing(text: string, read: Read): boolean {
  const reading = read(text)
  return reading.type === 'unread' && reading.entities.length === 0
}
