// Reads a text that asks two questions: "What was SEATO and when did it end?", or that says more after its question.
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Question } from './question.ts'
import { readQuestion, type Reading } from './read-question.ts'

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

/** What comes before a question and asks nothing itself. */
const greeting = new RegExp(`^(?!${questionWord}\\b)\\S+(?: \\S+){0,3}$`, 'i')

/** Reads a text as one question, else as two, else as one with a comment after it, which is named as not read. */
export function readCompound(text: string, facts: FactSnapshot, today: string): CompoundReading {
  const byForms = readParts(text, facts, today, false)
  return byForms.type === 'unread' ? readParts(text, facts, today, true) : byForms
}

/** Reads by forms alone, or also what single facts state. */
function readParts(text: string, facts: FactSnapshot, today: string, allowsStated: boolean): CompoundReading {
  const whole = readQuestion(text, facts, today, allowsStated)
  if (whole.type !== 'unread') return whole
  let commented: CompoundReading | undefined
  for (const match of text.matchAll(boundary)) {
    const [start, rest] = [text.slice(0, match.index), text.slice(match.index + match[0].length).trim()]
    const first = readQuestion(start, facts, today, allowsStated)
    // "hey quick q, is Austria in NATO".
    if (
      first.type === 'unread' &&
      first.entities.length === 0 &&
      match[0].startsWith(',') &&
      greeting.test(start)
    ) {
      const only = readQuestion(rest, facts, today, allowsStated)
      if (only.type === 'question')
        commented ??= { type: 'compound', questions: [only.question], ignored: start }
    }
    if (first.type !== 'question' || rest === '') continue
    const subject = facts.getEntity(subjectOf(first.question, facts))?.name ?? ''
    const about = rest.replace(/\b(?:it|they|them|its|their)\b/i, subject)
    // "who hosts RIMPAC and who comes".
    const second = [about, `${about} ${subject}`]
      .map((words) => readQuestion(words, facts, today, allowsStated))
      .find(({ type }) => type === 'question')
    if (second?.type === 'question')
      return { type: 'compound', questions: [first.question, second.question], ignored: '' }
    if (/^[?!.;,]/.test(match[0]))
      commented ??= { type: 'compound', questions: [first.question], ignored: rest }
  }
  return commented ?? whole
}

/** What "it" is in the question after this one: a body before a country. */
function subjectOf({ entities }: Question, facts: FactSnapshot): string {
  const last = entities.findLast((id) => facts.getEntity(id)?.kind !== 'country')
  return last ?? entities.at(-1) ?? ''
}
