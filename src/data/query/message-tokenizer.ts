// The words that a chat message says itself: without code, links, quotes, spoilers, mentions and emoji.
import { normalizeText } from '../model/normalize-text.ts'

export interface MessageWord {
  /** Where it stands in the text. */
  from: number
  to: number
  /** A comma is a word of its own, since some names have one. */
  normalized: string
  capital: boolean
  allCapitals: boolean
  /** Whether it has full stops inside, as "U.S." has. */
  dotted: boolean
  /** Whether it begins a sentence or a line. */
  first: boolean
  /** Whether something stands before it that no name spans. */
  afterBoundary: boolean
  /** Whether only a hyphen, a dash or a slash stands before it. */
  afterHyphen: boolean
}

/** What Discord shows as something else than the writer's own words: https://docs.discord.com/developers/reference#message-formatting */
const ignoredMarkup = new RegExp(
  [
    /\\[^]/, // An escaped sign formats nothing, so it is stepped over and kept.
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

/** Letters of scripts that no name is in: particles in these touch a name, as in "NATO와". */
const otherLetter = String.raw`[\p{L}--[\p{Script=Latin}\p{Script=Common}]]`
const ownLetter = String.raw`[[\p{L}\p{N}\p{M}]--${otherLetter}]`

const pieces = new RegExp(
  [
    String.raw`(?<word>${ownLetter}(?:\.${ownLetter})+\.?(?!${ownLetter})|\p{Lu}\.(?= \p{Lu})`,
    String.raw`${ownLetter}+(?:\.\d${ownLetter}*)*|[\p{N}\p{M}${otherLetter}]+|\p{Regional_Indicator}{2}|&|,)`,
    String.raw`(?<end>[.!?…。\n])`,
    String.raw`(?<quiet>[\s*_~"“”„«»\(\)'’‘#\\\/\p{Pd}])`,
    '[^]',
  ].join('|'),
  'gv',
)

/** The words of a normalized text in order; those of a name are found in the same way. */
export function wordsOfMessage(text: string): MessageWord[] {
  const said = text.replace(ignoredMarkup, (found) =>
    found.startsWith('\\') ? found : '\n'.repeat(found.length),
  )
  const words: MessageWord[] = []
  let [first, afterBoundary] = [true, true]
  for (const { 0: piece, index, groups } of said.matchAll(pieces)) {
    const { word, end, quiet } = groups ?? {}
    if (end !== undefined) first = true
    if (word === undefined) {
      afterBoundary ||= quiet === undefined
      continue
    }
    // The s of a possessive belongs to no name.
    if (/^s$/i.test(word) && /['’]/.test(said.charAt(index - 1))) continue
    const between = said.slice(words.at(-1)?.to ?? 0, index)
    words.push({
      from: index,
      to: index + piece.length,
      normalized: word === ',' ? word : normalizeText(word),
      capital: /^\p{Lu}/u.test(word),
      allCapitals: /\p{Lu}/u.test(word) && word === word.toUpperCase(),
      dotted: /^\p{L}\./u.test(word),
      first,
      afterBoundary,
      afterHyphen: /^[\p{Pd}/]$/u.test(between),
    })
    ;[first, afterBoundary] = [false, false]
  }
  return words
}
