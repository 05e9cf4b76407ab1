// Reads the clause of a text that asks: "my dad swears Ireland joined NATO a while ago, so is it a member?"
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { readAsked, unique } from './clause-reference.ts'
import {
  asksWhen,
  asTag,
  continuing,
  isTag,
  loneWord,
  ofSpeaker,
  pronouns,
  restricts,
  saying,
  startsWithAuxiliary,
  subjectless,
  tellsJoining,
} from './clause-words.ts'
import { clausesOf, lastOfSentence, namesIn, startOf, type Clause } from './clauses.ts'
import type { CompoundReading } from './compound-question.ts'
import type { Form, Question } from './question.ts'
import type { Read } from './read-question.ts'
import { hasRole } from './roles.ts'

/** In a long text, no more clauses are tried. */
const maxTried = 3

/** The last clause that asks, with its pronoun read as what was named before it; what stands around it is ignored. */
export function readClause(text: string, facts: FactSnapshot, read: Read): CompoundReading | undefined {
  const clauses = clausesOf(text, facts)
  const starts = clauses
    .map((clause, index) => ({ index, offset: startOf(clause, clauses[index - 1]) }))
    .filter(({ offset }) => offset !== undefined)
  for (const { index, offset = 0 } of starts.toReversed().slice(0, maxTried)) {
    const clause = clauses[index]
    if (!clause) continue
    const found = isTag(clause.text)
      ? readTag(clauses, index, facts, read)
      : readFrom(text, clauses, { index, offset }, facts, read)
    // A tag that was not read is what is asked.
    if (!found && isTag(clause.text)) return undefined
    if (!found) continue
    const { question, from, last } = found
    const [opening, rest] = [text.slice(0, from), text.slice(clauses[last]?.end)]
    const isChanged =
      restricts(text.slice(clauses[index]?.start, from), question.form) ||
      clauses.some((one, at) => (at < index || at > last) && restricts(one.text, question.form)) ||
      continues(clauses, last, question)
    if (isChanged) return undefined
    const first = questionBefore(clauses, index, from, read)
    const unread = [first ? text.slice(0, first.from) : opening, rest]
    return {
      type: 'compound',
      questions: [...(first ? [first.question] : []), question],
      ignored: unread.map(trimmed).filter(Boolean).join(' … '),
    }
  }
  return undefined
}

/** "Who hosts it and where is it held": the question that stands before the one that was read. */
function questionBefore(
  clauses: readonly Clause[],
  index: number,
  from: number,
  read: Read,
): Found | undefined {
  const before = clauses[index - 1]
  const offset = before && startOf(before, clauses[index - 2])
  if (offset === undefined || before === undefined || before.names.length === 0) return undefined
  if (from !== clauses[index]?.start && !/^(?:and|or|but)\b/.test(clauses[index]?.text ?? ''))
    return undefined
  const asked = before.text.slice(offset)
  const reading = pronouns.test(asked) ? undefined : read(asked)
  return reading?.type === 'question'
    ? { question: reading.question, from: before.start + offset, last: index - 1 }
    : undefined
}

interface Found {
  question: Question
  /** Where what was read begins in the text. */
  from: number
  /** The last clause that was read. */
  last: number
}

/** As many clauses of the sentence as are one question. */
function readFrom(
  text: string,
  clauses: readonly Clause[],
  { index, offset }: { index: number; offset: number },
  facts: FactSnapshot,
  read: Read,
): Found | undefined {
  const from = (clauses[index]?.start ?? 0) + offset
  const before = clauses.slice(0, index)
  const word = text.slice(from, clauses[index]?.end)
  const goesOn = loneWord.test(word)
    ? clauses.findIndex((one, at) => at > index && startsWithAuxiliary.test(one.text))
    : -1
  for (let last = lastOfSentence(clauses, index); last >= index; last--) {
    const asked =
      goesOn > 0 && last >= goesOn
        ? `${word} ${text.slice(clauses[goesOn]?.start, clauses[last]?.end).trim()}`
        : text.slice(from, clauses[last]?.end)
    const question = readAsked(asked, before, facts, read)
    if (question) return { question, from, last }
  }
  return undefined
}

/** "She reckons Indonesia founded ASEAN, over beers; is she right": whether what was said last is so. */
function readTag(
  clauses: readonly Clause[],
  index: number,
  facts: FactSnapshot,
  read: Read,
): Found | undefined {
  const tag = clauses[index]?.text ?? ''
  for (let at = index - 1; at >= Math.max(0, index - maxTried); at--) {
    const { text = '', start = 0 } = clauses[at] ?? {}
    const [subject] = clauses[at - 1]?.names ?? []
    const said = text.replace(saying, '').replace(subjectless, subject ? `${subject.name} ` : '$&')
    const [spoken] = pronouns.exec(said) ?? []
    const own = namesIn(said, facts)
    if ((own.length === 0 && spoken === undefined) || isTag(text)) continue
    const before = namesIn(text.slice(0, Math.max(0, text.length - said.length)), facts)
    const others = [...clauses.slice(0, at).flatMap(({ names }) => names), ...before]
    const isWhole = own.some(({ kind }) => kind === 'country') && own.some((entity) => hasRole(entity, 'T'))
    const statements =
      spoken === undefined || isWhole
        ? [said]
        : unique(others, own).map(({ name }) => said.replace(pronouns, name))
    const questions = statements.flatMap((statement) => {
      const reading = read(`${statement}, ${asTag(tag)}?`)
      if (reading.type === 'question') return [reading.question]
      const [country, body, ...more] = namesIn(statement, facts).toSorted(countryFirst)
      if (!asksWhen(tag) || !tellsJoining(statement) || !country || !body || more.length > 0) return []
      const joined = read(`When did ${country.name} join ${body.name}?`)
      return joined.type === 'question' ? [joined.question] : []
    })
    const [question, ...more] = questions
    // "And he laughed at me".
    if (!question && own.length === 0) continue
    return question && more.length === 0
      ? { question, from: start + Math.max(0, text.length - said.length), last: index }
      : undefined
  }
  return undefined
}

function countryFirst(a: Entity, b: Entity): number {
  return Number(b.kind === 'country') - Number(a.kind === 'country')
}

/** "Is Spain in NATO, the EU", "who is in NATO but was not in it": what was not read to its end. */
function continues(clauses: readonly Clause[], last: number, { form }: Question): boolean {
  const mark = clauses[last]?.mark ?? ''
  const next = clauses[last + 1]
  if (/[?.!;:]/.test(mark) || !next) return false
  if (continuing.test(next.text)) return true
  if (next.names.length === 0 || ofSpeaker.test(next.text)) return false
  // Guesses at the answer change nothing.
  return !(tellingWho.has(form) && next.names.every((entity) => !hasRole(entity, 'T')))
}

const tellingWho = new Set<Form>(
  'who-in newest who-left founders joined-in in-role not-in in-both leader where invoked most-spending most-troops least-spending'.split(
    ' ',
  ) as Form[],
)

function trimmed(text: string): string {
  return text.replace(/^[\s,.;:?!)–—-]+|[\s,;:(–—-]+$/g, '')
}
