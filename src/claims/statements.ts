// The statements that name an entity, found by the words in them, and read as claims are.
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { wordsOfSentence } from './claim-words.ts'
import { withArabicNumbers } from './plain-numbers.ts'
import { plainText } from './plain-words.ts'
import { meaningOf, stemOf } from './stated-words.ts'

export interface Statement {
  fact: Fact
  words: string[]
  names: Entity[][]
  stems: string[]
  /** By their meanings. */
  meanings: string[]
}

/** The statements that name an entity, without cells of tables. */
export function statementsOf(entity: Entity, facts: FactSnapshot): Fact[] {
  return facts.memo(`claims statements ${entity.id}`, () => {
    const about = facts.factsAbout(entity.id).flatMap(({ facts: own }) => own)
    const mentioning = facts.factsMentioning(entity.id)
    return [...new Set([...about, ...mentioning])].filter(
      ({ isOfTable, attribute }) => !isOfTable && attribute !== 'participant',
    )
  })
}

export const possessive = 'possessive'

export function readStatement(fact: Fact, facts: FactSnapshot): Statement {
  return facts.memo(`claims statement ${fact.id}`, () => {
    const { words, names } = wordsOfSentence(
      fact.statement.replace(/(?<=\w)['’]s?(?=\s(?!treaty))/g, ` ${possessive}`),
      facts,
    )
    const plain = withArabicNumbers(plainText(words)).split(' ')
    return { fact, words: plain, names, stems: plain.map(stemOf), meanings: plain.map(meaningOf) }
  })
}

/** By the first four letters of their words, the statements that name an entity, as indexes. */
function wordStarts(entity: Entity, facts: FactSnapshot): Map<string, number[]> {
  return facts.memo(`claims word starts ${entity.id}`, () => {
    const starts = new Map<string, number[]>()
    for (const [index, { statement }] of statementsOf(entity, facts).entries()) {
      const words = statement.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      for (const start of new Set(words.map((word) => word.slice(0, 4)))) {
        const own = starts.get(start)
        if (own) own.push(index)
        else starts.set(start, [index])
      }
    }
    return starts
  })
}

/** The statements that have the start of half of the words of a claim, or of one of three. */
export function mayCover(entity: Entity, starts: readonly string[], facts: FactSnapshot): Fact[] {
  const index = wordStarts(entity, facts)
  const found = new Map<number, number>()
  for (const start of starts) {
    const keys = start.length < 4 ? [...index.keys()].filter((key) => key.startsWith(start)) : [start]
    for (const at of new Set(keys.flatMap((key) => index.get(key) ?? [])))
      found.set(at, (found.get(at) ?? 0) + 1)
  }
  const needed = starts.length / (starts.length > 3 ? 2 : 3)
  const all = statementsOf(entity, facts)
  const fitting = [...found].flatMap(([at, count]) => (count >= needed ? [at] : []))
  return fitting.toSorted((a, b) => a - b).flatMap((at) => all[at] ?? [])
}
