// Reads why something happened as whether it did, of which the answer tells what is known.
import type { CompoundReading } from './compound-question.ts'
import { decade } from './framing.ts'

const asksWhy =
  /^(?:(?:so|and|but|ok) )*why (?=(?:is|are|was|were|did|does|do|has|have|can|could|may|can['’]?t|couldn['’]?t)\b)(.+)$/i

/** "Why did Iraq leave CENTO in the 50s": whether and when it did; of a suspension, what came before it is told. */
export function readWithoutWhy(
  text: string,
  read: (rest: string) => CompoundReading,
): CompoundReading | undefined {
  const rest = asksWhy.exec(text)?.[1]?.replace(decade, '')
  const reading = rest === undefined ? undefined : read(rest)
  if (reading?.type !== 'question') return undefined
  const { question } = reading
  return question.form === 'is-in' && question.detail === 'suspended'
    ? { type: 'question', question: { ...question, detail: 'why' } }
    : { type: 'compound', questions: [question], ignored: 'why' }
}
