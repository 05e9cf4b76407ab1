// The words of a sentence in the plain form that the patterns of claims are written in: "@0 is not in @1".
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { wordsOf } from '../questions/question-words.ts'
import { withPlainNumbers } from './plain-numbers.ts'
import { nameAt, nameStarts } from '../questions/question-names.ts'

const people: Record<string, string> = {
  French: 'France',
  British: 'the UK',
  Brits: 'the UK',
  Turks: 'Turkey',
  Germans: 'Germany',
  Americans: 'the US',
  Soviets: 'the Soviet Union',
  Russians: 'Russia',
  Chinese: 'China',
  Japanese: 'Japan',
  Poles: 'Poland',
  Swedes: 'Sweden',
  Finns: 'Finland',
  Canadians: 'Canada',
  Aussies: 'Australia',
  Australians: 'Australia',
  Kiwis: 'New Zealand',
  Greeks: 'Greece',
  Spanish: 'Spain',
  Italians: 'Italy',
  Dutch: 'the Netherlands',
  Danes: 'Denmark',
  Norwegians: 'Norway',
  Hungarians: 'Hungary',
  Albanians: 'Albania',
  Armenians: 'Armenia',
  Saudis: 'Saudi Arabia',
  Pakistanis: 'Pakistan',
  Indians: 'India',
  Iraqis: 'Iraq',
  Filipinos: 'the Philippines',
  Thais: 'Thailand',
  Mexicans: 'Mexico',
  Israelis: 'Israel',
  Iranians: 'Iran',
  Portuguese: 'Portugal',
  Uzbeks: 'Uzbekistan',
  Swiss: 'Switzerland',
  Austrians: 'Austria',
  Irish: 'Ireland',
  Belgians: 'Belgium',
}
const spellings: readonly [RegExp, (word: string) => string][] = [
  [
    /\b(?:the )?baltics\b|\b(?:the )?baltic (?:states|countries|nations|three|republics)\b/gi,
    () => 'Estonia and Latvia and Lithuania',
  ],
  [/\b(?:the )?benelux(?: countries| states)?\b/gi, () => 'Belgium and the Netherlands and Luxembourg'],
  [
    /\b(?:the )?(?:head|chief|boss|leader|sec ?gen|sg) of NATO\b|\bNATO['’]?s? (?:chief|boss|head|leader)\b/gi,
    () => 'the NATO Secretary General',
  ],
  [
    new RegExp(
      String.raw`\bthe (${Object.keys(people).join('|')})(?= (?:and|have|are|were|did|do|only|never|joined|left|walked|quit|pulled|withdrew|spend|spent|host|hosted|signed|also|came|got|took|stayed|pay)\b)`,
      'gi',
    ),
    (word) => people[capitalized(word.replace(/^the /i, ''))] ?? word,
  ],
  [
    /\b(?:runs|heads(?: up)?|is (?:running|heading|in charge of)) NATO\b/g,
    () => 'is the NATO Secretary General',
  ],
  [/\bsec(?:retary)?[- ]?gen(?:eral)?\b\.?/gi, () => 'Secretary General'],
  [/\bsupreme (?:allied )?commander(?: (?:for )?europe)?\b/gi, () => 'SACEUR'],
  [/(?<=\bby )(?:the )?u\.?s\.? pacific fleet\b/gi, () => 'the US'],
  [/\b(?:armed forces|armed services)\b/gi, () => 'military'],
  // "Three RIMPACs".
  [/\b[A-Z]{4,}s\b/g, (word) => word.slice(0, -1)],
  [/\bMDT\b/g, () => 'defense treaty'],
  // None of them is the United States.
  [/\b(?:latin|south|central) america(?=n?\b)/gi, (word) => word.replace(' ', '')],
  [/\bart\b\.? ?(?=\d)/gi, () => 'article '],
  [/(?<!article )\b42(?:\(7\)|p7)(?!\d)/gi, () => 'article 42.7'],
  [
    /\barticle 42(?:\(7\)|[.]7|p7| \(7\))(?: of the (?:TEU|treaty on european union|lisbon treaty))?/gi,
    () => 'article 42.7',
  ],
  [
    /\b(?:something like |about |around |roughly )?a third of (?=(?:its|their) (?:gdp|economy))/gi,
    () => 'about 33% of ',
  ],
  [
    /\b(?:something like|in the region of|somewhere around|in the neighborhood of)(?= (?:a )?\d)/gi,
    () => 'about',
  ],
  [/(?<=\b(?:with|obliges?|obligates?|requires?) )Washington\b/g, () => 'the US'],
]

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}

/** "isnt", "its", "NATO's in": contractions as people type them. */
const contractions: readonly [RegExp, string][] = [
  [/\bain['’]?t\b/gi, 'is not'],
  [/\b(is|are|was|were|do|does|did|has|have|had)nt\b/gi, '$1 not'],
  [
    /\b(?:it['’]s|its)(?= (?:in|an?|not|the|part|still|now|been|never|no|just|only|also|already|one|older|newer|younger|based|headquartered|led|hosted|held|between|from|about|\d+)\b)/gi,
    'it is',
  ],
  [/\bits\b/gi, 'their'],
  [/\b(they|we|you)['’]re\b|\b(theyre)\b/gi, '$1 are'],
  [/\b(it|that|he|she|there)['’]d been\b/gi, '$1 had been'],
  [/\bthere['’]?s\b/gi, 'there is'],
  [/(\p{L})['’]s(?= got\b)/giu, '$1 has'],
  [/\b(has|have) got\b(?! (?:in|into|to|out|rid|kicked|thrown)\b)/gi, '$1'],
  [/\b(they|we|i|you)['’]ve\b/gi, '$1 have'],
  [/(\p{L})['’]s(?= (?:in|an?|not|been|still|now|already|never|also|part)\b)/giu, '$1 is'],
  [/\bcannot\b/gi, 'can not'],
  [/\bHQ['’]?d\b/gi, 'headquartered'],
  [/\bin response to\b/gi, 'response to'],
]

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
const detailWords = 'in|on|near|off|with|when|like'
const clauseMarks = new RegExp(`^(?:[,;:]|${clauseWords}|${detailWords})$`)
const isDetail = new RegExp(`^(?:${detailWords})$`)
const clauseEnds = new RegExp(
  String.raw`(?<!\d)[,;:](?!\))|(?<!\p{L}{3,} \d{1,2})(?<=\d)[,;:](?=\s|$)|(?<=\p{L}{3,} \d{1,2}),(?=\s)(?! ?\d{4}\b)|[()]|—| [-–] |(?<![\p{L}\p{N}'’-])(?:in (?=response to))?(?:${clauseWords}|${detailWords})(?![\p{L}\p{N}'’-])`,
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

export function wordsOfSentence(sentence: string, facts: FactSnapshot): SentenceWords {
  let plain = withPlainNumbers(sentence)
  for (const [pattern, spell] of spellings) plain = plain.replace(pattern, spell)
  for (const [pattern, replacement] of contractions) plain = plain.replace(pattern, replacement)
  const words = plain
    .split(/((?<!\d)[,;:]|(?<=\d)[,;:](?=\s|$))|([()]|—| [-–] )/)
    .filter(Boolean)
    .flatMap((part) =>
      /^[,;:]$/.test(part) ? [part] : /^(?:[()]|—| [-–] )$/.test(part) ? [','] : wordsOf(part),
    )
  const { longest, pairs } = nameStarts(facts)
  const names: Entity[][] = []
  const found: string[] = []
  const marked: number[] = []
  for (let index = 0; index < words.length;) {
    const word = words[index] ?? ''
    // No name has a comma in it.
    const comma = words.findIndex((other, at) => at > index && /^[,;:]$/.test(other))
    const end = comma < 0 ? words.length : comma
    const most = pairs.has(`${word} ${words[index + 1] ?? ''}`) ? (longest.get(word) ?? 0) : 1
    const length = longest.has(word) ? Math.min(most, end - index) : 0
    const span =
      length > 0 && names.length < maxNames && !isCommonNoun(words, index)
        ? properName(words.slice(0, index + length), index, facts)
        : undefined
    const spanned = words.slice(index, index + (span?.length ?? 1))
    for (const one of spanned) if (clauseMarks.test(one)) marked.push(span ? -1 : found.length)
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
    words: found,
    names,
    ends: new Map(ends.filter(isOfClause)),
    details: new Map(ends.filter((end) => !isOfClause(end))),
  }
}
