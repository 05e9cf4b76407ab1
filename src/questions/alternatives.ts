// Leaves out the answers that the asker suggests: "jakarta or bangkok", "in 1978 or 1979", "6 or 7 of them".
import type { CompoundReading } from './compound-question.ts'
import { tellingWhen } from './clause-words.ts'
import { month } from './pattern-words.ts'
import type { Form } from './question.ts'
import type { Read } from './read-question.ts'

const monthOrSeason = `(?:${month}|jan|feb|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter)`
const date = `(?:(?:(?:early|mid|late) )?${monthOrSeason}(?: (?:\\d{1,2},? )?\\d{4})?|(?:1[89]|20)\\d\\d|['’]?\\d\\ds?)`
const number = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const place = '[\\w-]+(?: [A-Z][\\w-]+)?'

const numbers = new Set<Form>([
  'how-many',
  'founders',
  'who-in',
  'troops',
  'article',
  'who-left',
  'exercises',
])
const places = new Set<Form>(['where'])

/** What each kind of alternatives is, and the forms that tell which one it is. */
const kinds: readonly (readonly [alternative: string, forms: ReadonlySet<Form>])[] = [
  [date, tellingWhen],
  [number, numbers],
  [place, places],
]

const texts = kinds.map(([alternative, forms]) => {
  const one = `(?:(?:(?:is|was) it|in|on|at|from|by|the|back|maybe|just) )*${alternative}(?: i (?:guess|think|suppose|believe|reckon))?`
  return [
    new RegExp(
      `[,:–-]*\\s+(?:i (?:count|think|guess) )?${one}(?:, ${one})*,? or ${one}(?: of (?:them|those))?(?=\\W*$)`,
      'i',
    ),
    forms,
  ] as const
})

/** The question without alternatives at its end, if its answer tells which of them is right. */
export function readWithoutAlternatives(text: string, read: Read): CompoundReading | undefined {
  for (const [pattern, forms] of texts) {
    const [alternatives] = pattern.exec(text) ?? []
    if (alternatives === undefined) continue
    const reading = read(text.replace(alternatives, ''))
    if (reading.type === 'question' && forms.has(reading.question.form))
      return {
        type: 'compound',
        questions: [reading.question],
        ignored: alternatives.replace(/^[\s,:–-]+/, ''),
      }
  }
  return undefined
}
