// What the words of short questions mean, whatever their order: "finland nato date" asks for a time.
import { fillers } from './framing-words.ts'
import { lexicon } from './lexicon.ts'
import { articles } from './pattern-words.ts'

export type Concept = keyof typeof lexicon

const maxPhraseWords = 6

/** "take/takes part" as its two phrases, without articles, as a question is. */
function expand(phrase: string): string[] {
  return phrase
    .split(/\s+/)
    .filter((word) => !articles.has(word))
    .map((word) => word.split('/'))
    .reduce<string[]>(
      (starts, words) => starts.flatMap((start) => words.map((word) => `${start} ${word}`.trim())),
      [''],
    )
}

/** "At any point" as a question has it; one word alone would mean too much. */
function withoutFillers(phrase: string): string {
  const words = phrase.split(' ').filter((word) => !fillers.has(word))
  return words.length > 1 ? words.join(' ') : phrase
}

const concepts = new Map<string, Concept>()
for (const [concept, phrases] of Object.entries(lexicon) as [Concept, string][])
  for (const phrase of phrases.split(/,\s*/).flatMap(expand))
    for (const asked of [phrase, withoutFillers(phrase)])
      if (!concepts.has(asked)) concepts.set(asked, concept)

/** Every word of a phrase. */
export const conceptWords: ReadonlySet<string> = new Set(
  [...concepts.keys()].flatMap((phrase) => phrase.split(' ')),
)

export type Tag = Concept | `@${string}`

/** "The country that": it asks nothing more. */
const relative = new Set<Tag>(['members', 'newest', 'founder', 'someone', 'one'])

/** What words mean in turn, with names as they are; undefined if one of them means nothing here. */
export function conceptsOf(words: readonly string[], article?: { index: number }): Tag[] | undefined {
  const plain = words.map((word, index) => (index === article?.index ? 'N' : word))
  const found: Tag[] = []
  for (let index = 0; index < plain.length;) {
    const word = plain[index] ?? ''
    if (word.startsWith('@')) {
      found.push(word as Tag)
      index += 1
      continue
    }
    let length = Math.min(maxPhraseWords, plain.length - index)
    while (length > 1 && !concepts.has(plain.slice(index, index + length).join(' '))) length--
    const phrase = plain.slice(index, index + length).join(' ')
    const concept = concepts.get(phrase) ?? (/^\d{1,2}$/.test(phrase) ? 'number' : undefined)
    if (concept === undefined) return undefined
    const before = found.at(-1)
    const isRelative =
      (concept === 'who' || concept === 'what') && before !== undefined && relative.has(before)
    if (before !== concept && !isRelative) found.push(concept)
    index += length
  }
  return found
}
