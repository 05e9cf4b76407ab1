// Leaves out the answers that the asker suggests: "jakarta or bangkok", "in 1978 or 1979", "6 or 7 of them".
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { CompoundReading } from './compound-question.ts'
import { tellingWhen } from './clause-words.ts'
import { namesIn } from './clauses.ts'
import { month } from './pattern-words.ts'
import type { Form } from './question.ts'
import type { Read } from './read-question.ts'

const monthOrSeason = `(?:${month}|jan|feb|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter)`
const date = `(?:(?:(?:early|mid|late) )?${monthOrSeason}(?: (?:\\d{1,2},? )?\\d{4})?|(?:1[89]|20)\\d\\d|['’]?\\d\\ds?)`
const number = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const name = '[\\w-]+(?: [A-Z][\\w-]+)?'

const numbers = new Set<Form>([
  'how-many',
  'founders',
  'who-in',
  'troops',
  'article',
  'who-left',
  'exercises',
])
/** Whose answers are names. */
const names = new Set<Form>([
  'where',
  'leader',
  'who-left',
  'who-in',
  'newest',
  'nth-to-join',
  'founders',
  'in-role',
  'oldest-alliance',
  'most-troops',
])

/** What each kind of alternatives is, and the forms that tell which one it is. */
const kinds: readonly (readonly [alternative: string, forms: ReadonlySet<Form>])[] = [
  [date, tellingWhen],
  [number, numbers],
  [name, names],
]

const texts = kinds.map(([alternative, forms]) => {
  const one = `(?:(?:(?:is|was) it|in|on|at|from|by|the|back|maybe|just) )*${alternative}(?: i (?:guess|think|suppose|believe|reckon))?`
  return [
    new RegExp(
      `[,:–-]*\\s+(?:i (?:count|think|guess) )?${one}(?:, ${one})*,? or ${one}(?: of (?:them|those))?(?:,? or (?:both|neither|all))?(?=\\W*$)`,
      'i',
    ),
    forms,
  ] as const
})

/** The question without alternatives at its end, if its answer tells which of them is right. */
export function readWithoutAlternatives(
  text: string,
  facts: FactSnapshot,
  read: Read,
): CompoundReading | undefined {
  for (const [pattern, forms] of texts) {
    const [alternatives] = pattern.exec(text) ?? []
    if (alternatives === undefined) continue
    const reading = read(text.replace(alternatives, ''))
    if (reading.type !== 'question' || !forms.has(reading.question.form)) continue
    const { form } = reading.question
    // A city may have any name.
    const isName = /[A-Z]/.test(alternatives) || namesIn(alternatives, facts).length > 0
    if (forms !== names || form === 'where' || isName)
      return {
        type: 'compound',
        questions: [reading.question],
        ignored: alternatives.replace(/^[\s,:–-]+/, ''),
      }
  }
  return undefined
}
