// The words of a sentence in the plain form that the patterns of claims are written in: "@0 is not in @1".
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { wordsOf } from '../questions/question-words.ts'
import { withPlainNumbers } from './plain-numbers.ts'
import { contractions, spellings } from './spellings.ts'
import { nameAt, nameStarts } from '../questions/question-names.ts'

/** "A mutual defense treaty" is any, though one is called so. */
function isCommonNoun(words: readonly string[], index: number): boolean {
  const [first, second, third] = words.slice(index, index + 3)
  return (
    (first === 'mutual' || first === 'collective') &&
    /^defen[sc]e$/.test(second ?? '') &&
    /^(?:treaty|pact|agreement|alliance)$/.test(third ?? '') &&
    words[index - 1] !== 'the'
  )
}

/** "A formal alliance" is any, though the concept is an entity. */
function properName(words: readonly string[], index: number, facts: FactSnapshot): ReturnType<typeof nameAt> {
  const span = nameAt(words, index, facts)
  const isConcept = span?.entities.every(({ kind }) => kind === 'concept')
  return isConcept && /^(?:an?|any|no|another|is|are|about)$/.test(words[index - 1] ?? '') ? undefined : span
}

const maxNames = 40

/** Where a clause may end; as many in the words as in the sentence. */
const clauseWords =
  'and|but|while|whereas|which|though|although|because|since|so|until|who|yet|plus|due|thanks|meaning|despite|over|by|tho|response|alongside|around|amid|after|following|under|during|through'
/** Where what only adds a place or company to a clause may begin. */
const detailWords = 'in|on|near|off|with|when|like|recently|lately'
const clauseMarks = new RegExp(`^(?:[,;:]|${clauseWords}|${detailWords})$`)
const isDetail = new RegExp(`^(?:${detailWords})$`)
/** "10 members, or 11 now that it is in": without what follows it is not what is meant. */
const orNumber = String.raw`(?!\s+or (?:\d|maybe|rather|even))`
const clauseEnds = new RegExp(
  String.raw`(?<!\d)[,;:]${orNumber}(?!\))|(?<!\p{L}{3,} \d{1,2})(?<=\d)[,;:](?=\s|$)|(?<=\p{L}{3,} \d{1,2}),(?=\s)(?! ?\d{4}\b)|[()]|—| [-–] |(?<![\p{L}\p{N}'’-])(?:in (?=response to))?(?:${clauseWords}|${detailWords}|for(?= \p{L}{2,}ing\b))(?![\p{L}\p{N}'’-])`,
  'giu',
)

/** The words of a sentence, with a number for each name, and where its clauses may end. */
export interface SentenceWords {
  words: string[]
  names: Entity[][]
  /** By the index of a word at which a clause may end, where that is in the sentence; empty if that is unclear. */
  ends: Map<number, Place>
  /** The same, for what only adds a place or company. */
  details: Map<number, Place>
}

interface Place {
  from: number
  to: number
  /** Whether the next word has a capital. */
  isBeforeName: boolean
}

/** "“…” - sure, but …", "…, the “Indo-Pacific four”". */
const quotedApart =
  /^\W*"[\ue000-\uf8ff]"\s*[-–—:,]\s*|, (?:the|an?|aka|so-called) "[\ue000-\uf8ff]"(?=[.!]*$)/g

export function wordsOfSentence(sentence: string, facts: FactSnapshot): SentenceWords {
  // What is quoted is a word that nothing is claimed in, unless it stands apart.
  let plain = withPlainNumbers(sentence)
    .replace(quotedApart, '')
    .replace(/[\ue000-\uf8ff]/g, ' quotation ')
  // "The US suspended its obligations to us."
  if (/\bUSA?\b|\bU\.S\./.test(sentence)) plain = plain.replace(/\bus\b/g, 'ourselves')
  for (const [pattern, spell] of spellings) plain = plain.replace(pattern, spell)
  for (const [pattern, replacement] of contractions) plain = plain.replace(pattern, replacement)
  const words = plain
    .split(/((?<!\d)[,;:]|(?<=\d)[,;:](?=\s|$))|([()‚]|—| [-–] )/)
    .filter(Boolean)
    .flatMap((part) =>
      /^[,;:‚]$/.test(part) ? [part] : /^(?:[()]|—| [-–] )$/.test(part) ? [','] : wordsOf(part),
    )
  const { longest, pairs } = nameStarts(facts)
  const names: Entity[][] = []
  const found: string[] = []
  const marked: number[] = []
  for (let index = 0; index < words.length;) {
    const word = words[index] ?? ''
    // No name has a comma in it.
    const comma = words.findIndex((other, at) => at > index && /^[,;:‚]$/.test(other))
    const end = comma < 0 ? words.length : comma
    const most = pairs.has(`${word} ${words[index + 1] ?? ''}`) ? (longest.get(word) ?? 0) : 1
    const length = longest.has(word) ? Math.min(most, end - index) : 0
    const span =
      length > 0 && names.length < maxNames && !isCommonNoun(words, index)
        ? properName(words.slice(0, index + length), index, facts)
        : undefined
    const spanned = words.slice(index, index + (span?.length ?? 1))
    for (const [at, one] of spanned.entries())
      if (clauseMarks.test(one) || (one === 'for' && /^\p{L}{2,}ing$/u.test(words[index + at + 1] ?? '')))
        marked.push(span ? -1 : found.length)
    if (span) {
      found.push(`@${names.length}`)
      names.push(span.entities)
    } else found.push(word)
    index += spanned.length
  }
  // With the United States, Korea is South Korea.
  if (names.some(([one]) => one?.id === 'united-states'))
    for (const [index, some] of names.entries())
      if (some.length === 2 && some.every(({ id }) => /^(?:north|south)-korea$/.test(id)))
        names[index] = some.filter(({ id }) => id === 'south-korea')
  const inSentence = [...sentence.matchAll(clauseEnds)]
  const isClear = inSentence.length === marked.length
  const placeOf = (from: number, to: number): Place => ({
    from,
    to,
    isBeforeName: /^\s+(?:the )?\p{Lu}/u.test(sentence.slice(to)),
  })
  const ends = inSentence.flatMap(({ index, 0: mark }, at) =>
    isClear && marked[at] !== undefined && marked[at] >= 0
      ? [[marked[at], placeOf(index, index + mark.length)] as const]
      : [],
  )
  const isOfClause = ([index]: readonly [number, Place]) => !isDetail.test(found[index] ?? '')
  return {
    words: found.map((word) => (word === '‚' ? ',' : word)),
    names,
    ends: new Map(ends.filter(isOfClause)),
    details: new Map(ends.filter((end) => !isOfClause(end))),
  }
}
