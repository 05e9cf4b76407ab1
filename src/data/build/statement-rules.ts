// The rules for statements: whatever they name or count is supported by their fact, and no passage is copied.
import countries from 'i18n-iso-countries'
import { dateParts, monthNames } from '../model/dates.ts'
import type { Located } from './parse-fact.ts'
import type { ParsedDataset } from './dataset.ts'
import { normalizeText, tokenize, type NormalizedWord } from '../model/normalize-text.ts'
import { hashesOf, passageWords, parsePassages, sharedRuns } from './passage-hashes.ts'
import type { Problem } from '../model/problem.ts'
import type { Fact } from '../model/types.ts'

const numberWords: Record<string, number> = Object.fromEntries(
  [
    ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    ...[
      'eleven',
      'twelve',
      'thirteen',
      'fourteen',
      'fifteen',
      'sixteen',
      'seventeen',
      'eighteen',
      'nineteen',
      'twenty',
    ],
  ].map((word, index) => [word, index + 2]),
)

const countryNames = Object.values(countries.getNames('en', { select: 'all' }))
  .flat()
  .map(normalizeText)

/** Names as lists of normalized words, by first word, longest first. */
type NameList = Map<string, string[][]>

function wordsOf(text: string): string[] {
  return tokenize(text).map(({ normalized }) => normalized)
}

function listNames(names: readonly string[][]): NameList {
  return Map.groupBy(
    names.filter(({ length }) => length > 0).toSorted((a, b) => b.length - a.length),
    ([first = '']) => first,
  )
}

/** How many words from `start` on are one of the names, or 0; a plural s after the name is allowed. */
function nameLength(words: readonly string[], start: number, names: NameList): number {
  const first = words[start] ?? ''
  for (const name of [...(names.get(first) ?? []), ...(names.get(first.replace(/s$/, '')) ?? [])]) {
    const matches = name.every((word, index) => {
      const candidate = words[start + index]
      return candidate === word || (index === name.length - 1 && candidate === `${word}s`)
    })
    if (matches) return name.length
  }
  return 0
}

/** The words of every name of every entity, by its id. */
function namesById({ entities }: ParsedDataset): Map<string, string[][]> {
  return new Map(entities.map(({ item: { id, name, aliases } }) => [id, [name, ...aliases].map(wordsOf)]))
}

/** What a fact supports in its statement: names, numbers, and words of its value. */
function supportOf({ item }: Located<Fact>, entityNames: ReadonlyMap<string, NameList>) {
  const { value } = item
  const subjects = [item.entity, ...item.mentions, ...(value.type === 'entity' ? [value.entity] : [])]
  const words = new Set<string>()
  const numbers = new Set<number>()
  const dates = [
    ...(item.asOf.inferred ? [] : [item.asOf.first]),
    ...[item.validFrom, item.validTo, value.type === 'date' ? value.date : null],
  ]
  for (const parts of dates.map((date) => date && dateParts(date))) {
    if (!parts) continue
    if (parts.month) words.add((monthNames[parts.month - 1] ?? '').toLowerCase())
    for (const number of [parts.year, parts.day]) if (number) numbers.add(number)
  }
  if (value.type === 'number') {
    numbers.add(value.number)
    if (value.bound === 'between') numbers.add(value.to)
  }
  const isText = value.type === 'text' || value.type === 'commitment'
  // "Article 5" may be named where the fact comes from it.
  const texts = [isText ? value.text : '', value.type === 'number' ? value.unit : '', item.section]
  for (const word of texts.flatMap(tokenize)) {
    words.add(word.normalized)
    const number = numberIn(word)
    if (number !== undefined) numbers.add(number)
  }
  return { names: subjects.flatMap((id) => entityNames.get(id) ?? []), words, numbers }
}

/** The number that a word is, in digits or letters: "100,000", "$55", "2%", "eight"; undefined for other words. */
function numberIn({ written, normalized }: NormalizedWord): number | undefined {
  if (normalized in numberWords) return numberWords[normalized]
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(written)?.[0]
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''))
}

/** Every number, date, country and name in a statement is supported by its value, its entity or its mentions. */
export function statementIsSupported(dataset: ParsedDataset): Problem[] {
  const names = namesById(dataset)
  const entityNames = new Map([...names].map(([id, own]) => [id, listNames(own)]))
  const allNames = listNames([...names.values()].flat())
  const allCountries = listNames(countryNames.map(wordsOf))
  return dataset.facts.flatMap((fact) => {
    const { names, words: supportedWords, numbers } = supportOf(fact, entityNames)
    const words = tokenize(fact.item.statement)
    const normalized = words.map((word) => word.normalized)
    const problems: Problem[] = []
    const report = (text: string) =>
      problems.push(
        fact.problem(
          `the statement says "${text.replace(/[.,;:]+$/, '')}", which its fact does not support`,
          'name it in mentions, make it the value, give its date in valid_from or valid_to, or leave it out',
          'statement',
        ),
      )
    for (let index = 0; index < words.length;) {
      const word = words[index] as NormalizedWord
      const supported = Math.max(...names.map((list) => nameLength(normalized, index, list)))
      if (supported > 0) {
        index += supported
        continue
      }
      const number = numberIn(word)
      const capitalized = /^\P{L}*\p{Lu}/u.test(word.written)
      const name = Math.max(
        capitalized ? nameLength(normalized, index, allNames) : 0,
        capitalized ? nameLength(normalized, index, allCountries) : 0,
      )
      if (number !== undefined) {
        if (!numbers.has(number)) report(word.written)
      } else if (!supportedWords.has(word.normalized) && capitalized && (index > 0 || name > 0)) {
        report(
          words
            .slice(index, index + Math.max(1, name))
            .map(({ written }) => written)
            .join(' '),
        )
      }
      index += Math.max(1, name)
    }
    return problems
  })
}

/** No statement repeats eight or more consecutive words of an article; the name of an entity counts as one word. */
export function noVerbatimText(dataset: ParsedDataset): Problem[] {
  const names = listNames([...namesById(dataset).values()].flat())
  const passages = [...dataset.passages].map(([id, hashes]) => [id, parsePassages(hashes)] as const)
  return dataset.facts.flatMap(({ item, problem }) => {
    const shelf = dataset.articles.get(item.article)?.shelf
    if (shelf !== 'reference' && !dataset.passages.has(item.article)) {
      const fix =
        shelf === 'imported'
          ? 'add "passages:" with what npm run hash-article -- <its text as a file> prints'
          : `run npm run hash-article -- ${item.article} <its text as a file>`
      return problem(`the passages of "${item.article}" are not hashed`, fix)
    }
    const words = wordsOf(item.statement)
    const hashes = hashesOf(words)
    return passages.flatMap(([article, copied]) =>
      sharedRuns(words, hashes, copied)
        .filter((run) => countWords(run, names) >= passageWords)
        .map((run) =>
          problem(`the statement repeats "${run.join(' ')}" from ${article}`, 'rephrase it', 'statement'),
        ),
    )
  })
}

function countWords(words: readonly string[], names: NameList): number {
  let count = 0
  for (let index = 0; index < words.length; count++) index += Math.max(1, nameLength(words, index, names))
  return count
}
