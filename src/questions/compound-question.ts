// Reads a text that asks two questions: "What was SEATO and when did it end?", or that says more after its question.
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Question } from './question.ts'
import { openQuestion, type Opened, type Reading } from './read-question.ts'

export type CompoundReading =
  | Reading
  /** Two questions, or one and words after it that were not read. */
  | { type: 'compound'; questions: Question[]; ignored: string }

const questionWord =
  '(?:who|whos|what|whats|when|where|why|how|which|is|are|was|were|does|do|did|has|have|can|must)'
const boundary = new RegExp(
  `[?!.;]+ +| +[/–—] +|,? +(?:and|or|also|plus|&) +(?=${questionWord}\\b)|,+ +`,
  'gi',
)

const startsQuestion = new RegExp(
  `^(?:(?:and|or|but|so|if so|also|in|since|from|by|for) )*${questionWord}\\b`,
  'i',
)

/** "Is it still Stoltenberg", "Thailand or America". */
const isGuess =
  /^(?:or )?(?:is|was|are|were|isn['’]?t|wasn['’]?t|aren['’]?t) (?:it|they|that|he|she)\b|^(?:the )?[\w.]+(?: [\w.]+)? or (?:the )?[\w.]+(?: [\w.]+)?\??$/i

/** More parts are no two questions. */
const maxParts = 5

/** Reads a text as one question, else as two, else as one with a comment after it, which is named as not read. */
export function readCompound(text: string, facts: FactSnapshot, today: string): CompoundReading {
  const open = memoized((words: string) => openQuestion(words, facts, today))
  const byForms = readParts(text, facts, (words) => open(words).byForms)
  if (byForms.type !== 'unread') return byForms
  return readParts(text, facts, (words) => {
    const { byForms, stated } = open(words)
    const question = byForms.type === 'unread' ? stated() : undefined
    return question ? { type: 'question', question } : byForms
  })
}

/** Each text is opened once. */
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
    const [start, rest] = [text.slice(0, match.index), text.slice(match.index + match[0].length).trim()]
    // After a comma a list may continue, but a question begins with a question word.
    const startsAnew = !match[0].startsWith(',') || startsQuestion.test(rest)
    if (rest === '') continue
    const first = read(start)
    // "the Baghdad Pact: what was it, who joined".
    const topic = first.type === 'unread' && first.entities.length === 1 ? first.entities[0] : undefined
    if (topic && !commented) commented = aboutTopic(rest, topic.name, read)
    if (first.type !== 'question') continue
    const subject = facts.getEntity(subjectOf(first.question, facts))?.name ?? ''
    const second = startsAnew ? readAbout(rest, subject, read) : undefined
    if (second) return { type: 'compound', questions: [first.question, second], ignored: '' }
    // What follows a comma may be a part of what is asked.
    if (
      /^[?!.;]/.test(match[0]) ||
      isGuess.test(rest) ||
      (match[0].startsWith(',') && namesNothing(rest, read))
    )
      commented ??= { type: 'compound', questions: [first.question], ignored: rest }
  }
  return commented ?? whole
}

type Read = (text: string) => Reading

/** "who comes" after "who hosts RIMPAC". */
function readAbout(text: string, subject: string, read: Read): Question | undefined {
  const about = text.replace(/\b(?:it|they|them|its|their|that)\b/i, subject)
  const isNamed = about !== text
  // What a fact states of something else in the same words is no answer.
  for (const one of [about, `${about} ${subject}`]) {
    const reading = read(one)
    if (reading.type !== 'question') continue
    if (one !== text || isNamed || reading.question.form !== 'stated') return reading.question
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

/** What "it" is in the question after this one: a body before a country. */
function subjectOf({ entities }: Question, facts: FactSnapshot): string {
  const last = entities.findLast((id) => facts.getEntity(id)?.kind !== 'country')
  return last ?? entities.at(-1) ?? ''
}
