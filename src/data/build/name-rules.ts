// The rules that keep one name from passing for another, or for none.
import type { ParsedDataset } from './parse.ts'
import { normalizeText } from '../model/normalize-text.ts'
import type { Problem } from '../model/problem.ts'

/** Letters that look like one of the Latin alphabet, as they fold. */
const [others, latin] = ['авсенікморѕтухјԁ' + 'αβεζηικμνορτυχ', 'abcehikmopstyxjd' + 'abezhikmnoptyx']
const confusables = new Map(Array.from(others, (letter, index) => [letter, latin.charAt(index)]))

/** A name as it looks: the Cyrillic "ОРЕС" as "opec". */
function skeleton(name: string): string {
  return normalizeText(name).replace(
    /[\p{Script=Cyrillic}\p{Script=Greek}]/gu,
    (letter) => confusables.get(letter) ?? letter,
  )
}

/** Every name and alias with the key and the problem of its entity. */
function allNames({ entities }: ParsedDataset) {
  return entities.flatMap(({ item, problem }) => [
    {
      name: item.name,
      id: item.id,
      report: (message: string, cure: string) => problem(message, cure, 'name'),
    },
    ...item.aliases.map((name) => ({
      name,
      id: item.id,
      report: (message: string, cure: string) => problem(message, cure, 'aliases'),
    })),
  ])
}

/** Two entities of one name could not be told apart in a list. */
export function duplicateNames({ entities }: ParsedDataset): Problem[] {
  const owners = new Map<string, string>()
  return entities.flatMap(({ item: { id, name }, problem }) => {
    const owner = owners.get(normalizeText(name))
    if (owner === undefined) owners.set(normalizeText(name), id)
    return owner === undefined || owner === id
      ? []
      : problem(`"${name}" is the name of "${owner}" too`, 'give one of them another name', 'name')
  })
}

/** Nobody could type a name of signs alone. */
export function namesHaveLetters(draft: ParsedDataset): Problem[] {
  return allNames(draft)
    .filter(({ name }) => normalizeText(name) === '')
    .map(({ name, report }) =>
      report(`"${name}" has neither a letter nor a digit`, 'write a name that can be typed'),
    )
}

/** A name of another entity in letters that only look the same. */
export function confusableNames(draft: ParsedDataset): Problem[] {
  const names = allNames(draft)
  const plain = new Map(
    names
      .filter(({ name }) => skeleton(name) === normalizeText(name))
      .map((one) => [normalizeText(one.name), one]),
  )
  return names.flatMap(({ name, id, report }) => {
    const original = plain.get(skeleton(name))
    return skeleton(name) === normalizeText(name) || !original || original.id === id
      ? []
      : report(`"${name}" looks like "${original.name}", a name of "${original.id}"`, 'write it another way')
  })
}
