// The words of a chat message, without code, links, quotes, spoilers, mentions and emoji.
import { normalizeCharacters, normalizeText } from '../model/normalize-text.ts'

export interface MessageWord {
  /** Its offsets in the text. */
  from: number
  to: number
  /** A comma counts as a word, because some names have one. */
  normalized: string
  capitalized: boolean
  allCapitals: boolean
  /** Whether it has periods inside, as "U.S." has. */
  isDotted: boolean
  /** Whether it begins a sentence or a line. */
  startsSentence: boolean
  /** Whether a boundary that no name spans is before it. */
  afterBoundary: boolean
  /** Whether only a hyphen, a dash or a slash is before it. */
  afterHyphen: boolean
}

/** What Discord does not show as the writer's own words: https://docs.discord.com/developers/reference#message-formatting */
const ignoredMarkup = new RegExp(
  [
    /\\[^]/, // An escaped character formats nothing, so it is matched here and kept.
    /```[^]*?```/,
    /(?<ticks>`+)[^`](?:[^]*?[^`])??\k<ticks>(?!`)/,
    /\|\|[^]+?\|\|/,
    /^>>> [^]*/,
    /^> .*$/,
    /\[[^\]\n]*\]\(<?https?:[^)\n]*\)/,
    /<(?:[@#/]|a?:|t:|id:|https?:)[^<>\n]*>/,
    /(?<![\p{L}\p{N}]):\w{2,}:/u,
    /(?:https?:\/\/|www\.)\S+/,
    /(?:[\w-]+\.)+(?:com|org|net|int|mil|gov|edu|io|gg|tv|eu|info|uk)\b(?:[/?#]\S*)?/,
    /(?<![\p{L}\p{N}])@[\w.-]+/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gimu',
)

/** Letters of scripts without names: particles in these touch a name, as in "NATO와". */
const otherLetter = String.raw`[\p{L}--[\p{Script=Latin}\p{Script=Common}]]`
const ownLetter = String.raw`[[\p{L}\p{N}\p{M}]--${otherLetter}]`

const tokens = new RegExp(
  [
    String.raw`(?<word>${ownLetter}(?:\.${ownLetter})+\.?(?!${ownLetter})|\p{Lu}\.(?= \p{Lu})`,
    String.raw`${ownLetter}+(?:\.\d${ownLetter}*)*|[\p{N}\p{M}${otherLetter}]+|\p{Regional_Indicator}{2}|&|,)`,
    String.raw`(?<sentenceEnd>[.!?…。\n])`,
    String.raw`(?<separator>[\s*_~"“”„«»\(\)'’‘#\\\/\p{Pd}])`,
    '[^]',
  ].join('|'),
  'gv',
)

/** The text with a line break for each character that is not the writer's own. */
function withoutMarkup(text: string): string {
  return text.replace(ignoredMarkup, (markup) =>
    markup.startsWith('\\') ? markup : '\n'.repeat(markup.length),
  )
}

let segmenter: Intl.Segmenter | undefined

/** Its rules are read with the first message. "Gen. Smith" is no end of a sentence. */
function segmentsOf(line: string): string[] {
  segmenter ??= new Intl.Segmenter('en-u-ss-standard', { granularity: 'sentence' })
  return [...segmenter.segment(line)].map(({ segment }) => segment)
}

/** Before a number it ends no sentence: "Mar. 2004", "No. 5", "Art. IV". */
const abbreviation =
  /(?:^|[^\p{L}])(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|no|nr|art|approx|ca|est|vs|pp?|ch|vol)\.\s*$/iu

/** The sentences of a text that are the writer's own, each on one line. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const line of withoutMarkup(normalizeCharacters(text)).split(/\n+/)) {
    let sentence = ''
    const segments = segmentsOf(line)
    for (const [index, segment] of segments.entries()) {
      sentence += segment
      // "U.S. Army", but not "it isn't. It …" and "in the 2010s. It …".
      if (/(?:^|[^\p{L}\d'’])(?:\p{L}\.)+\s*$/u.test(segment)) continue
      if (abbreviation.test(segment) && /^(?:\d|[IVX]+\b)/.test(segments[index + 1] ?? '')) continue
      sentences.push(sentence.trim())
      sentence = ''
    }
    sentences.push(sentence.trim())
  }
  return sentences.filter((sentence) => /\p{L}/u.test(sentence))
}

/** The words of a text with normalized characters, in order; names are tokenized in the same way. */
export function tokenizeMessage(text: string): MessageWord[] {
  const ownText = withoutMarkup(text)
  const words: MessageWord[] = []
  let [startsSentence, afterBoundary] = [true, true]
  for (const { 0: token, index, groups } of ownText.matchAll(tokens)) {
    const { word, sentenceEnd, separator } = groups ?? {}
    if (sentenceEnd !== undefined) startsSentence = true
    if (word === undefined) {
      afterBoundary ||= separator === undefined
      continue
    }
    // The s of a possessive belongs to no name.
    if (/^s$/i.test(word) && /['’]/.test(ownText.charAt(index - 1))) continue
    const between = ownText.slice(words.at(-1)?.to ?? 0, index)
    words.push({
      from: index,
      to: index + token.length,
      normalized: word === ',' ? word : normalizeText(word),
      capitalized: /^\p{Lu}/u.test(word),
      allCapitals: /\p{Lu}/u.test(word) && word === word.toUpperCase(),
      isDotted: /^\p{L}\./u.test(word),
      startsSentence,
      afterBoundary,
      afterHyphen: /^[\p{Pd}/]$/u.test(between),
    })
    ;[startsSentence, afterBoundary] = [false, false]
  }
  return words
}
