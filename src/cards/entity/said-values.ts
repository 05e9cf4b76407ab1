// Whether a value has been said already, so that a card says nothing twice.
import type { Fact } from '../../data/model/types.ts'

/** The facts that say something that has not been said. */
export function unsaid(facts: readonly Fact[], said: readonly Fact[]): Fact[] {
  const keyOf = ({ entity, attribute, value }: Fact) => JSON.stringify([entity, attribute, value])
  const keys = new Set(said.map(keyOf))
  return facts.filter((fact) => !keys.has(keyOf(fact)))
}

/** Whether a sentence has every word of a value: "Africa" and "A major exercise in Africa". */
export function isSaidIn(value: string, sentence: string): boolean {
  const words = contentWords(value)
  const said = new Set(contentWords(sentence))
  return words.length > 0 && words.every((word) => said.has(word))
}

const functionWords = new Set(
  'a an and as at between by for from in is it its of on or s that the to with'.split(' '),
)

/** In lower case, in the singular. */
function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}.-]*[\p{L}\p{N}]/gu) ?? []
  return words.filter((word) => !functionWords.has(word)).map((word) => word.replace(/(?<=..[^s])s$/, ''))
}
