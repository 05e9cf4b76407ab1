// The rules about names: each can be typed, and none can be taken for another.
import type { ParsedDataset } from './dataset.ts'
import { normalizeText } from '../model/normalize-text.ts'
import type { Problem } from '../model/problem.ts'

/** Normalized letters of other alphabets that look like Latin ones. */
const [lookAlikes, latin] = ['авсенікморѕтухјԁ' + 'αβεζηικμνορτυχ', 'abcehikmopstyxjd' + 'abezhikmnoptyx']
const confusables = new Map(Array.from(lookAlikes, (letter, index) => [letter, latin.charAt(index)]))

/** A name as it looks: the Cyrillic "ОРЕС" as "opec". */
function skeleton(name: string): string {
  return normalizeText(name).replace(
    /[\p{Script=Cyrillic}\p{Script=Greek}]/gu,
    (letter) => confusables.get(letter) ?? letter,
  )
}

/** Every name and alias with its entity and a way to report a problem with it. */
function allNames({ entities }: ParsedDataset) {
  return entities.flatMap(({ item, problem }) => [
    {
      name: item.name,
      id: item.id,
      report: (message: string, fix: string) => problem(message, fix, 'name'),
    },
    ...item.aliases.map((name) => ({
      name,
      id: item.id,
      report: (message: string, fix: string) => problem(message, fix, 'aliases'),
    })),
  ])
}

/** Two entities with the same name could not be told apart in a list. */
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

/** A name without letters or digits could not be typed. */
export function namesHaveLetters(dataset: ParsedDataset): Problem[] {
  return allNames(dataset)
    .filter(({ name }) => normalizeText(name) === '')
    .map(({ name, report }) =>
      report(`"${name}" has neither a letter nor a digit`, 'write a name that can be typed'),
    )
}

/** A name must not look like another entity's name through look-alike letters. */
export function confusableNames(dataset: ParsedDataset): Problem[] {
  const names = allNames(dataset)
  const plain = new Map(
    names
      .filter(({ name }) => skeleton(name) === normalizeText(name))
      .map((entry) => [normalizeText(entry.name), entry]),
  )
  return names.flatMap(({ name, id, report }) => {
    const original = plain.get(skeleton(name))
    return skeleton(name) === normalizeText(name) || !original || original.id === id
      ? []
      : report(`"${name}" looks like "${original.name}", a name of "${original.id}"`, 'write it differently')
  })
}

/** No alias is the name of another entity, unless the name says which of the two is meant. */
export function uniqueNames({ entities }: ParsedDataset): Problem[] {
  const names = new Map(entities.map(({ item }) => [normalizeText(item.name), item.id]))
  return entities.flatMap(({ item, problem }) => {
    const normalized = item.aliases.map(normalizeText)
    return item.aliases.flatMap((alias, index) => {
      const owner = names.get(normalizeText(alias))
      // "Georgia" may be an alias of "Georgia (U.S. state)".
      if (item.name.startsWith(`${alias} (`)) return []
      if (owner === item.id || normalized.indexOf(normalizeText(alias)) < index) {
        return problem(`the alias "${alias}" repeats a name`, 'remove it', 'aliases')
      }
      if (!owner) return []
      return problem(`the alias "${alias}" is the name of "${owner}"`, 'remove it, or rename one', 'aliases')
    })
  })
}
