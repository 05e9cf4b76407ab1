// The sentences of a message and the items of its lists, as many as are read, and the words by which they point back.
import { sentencesOf } from '../data/query/message-tokenizer.ts'

const maxSentences = 60
const maxWords = 700
/** A longer sentence is not read. */
const maxSplit = 300
const bullet = /^(?:\d{1,2}[.)]|[-*•])\s+/
/** Many write without capitals. */
const sentenceEnd =
  /(?<!\b(?:vs|st|gen|dr|mr|approx|etc|[Ii]ncl|[Aa]rt|[Ss]ept)\.)(?:(?<=[\p{L}\d)]{2}[.!]+)\s+(?=\p{Ll})|(?<=\p{Ll}{4}[.!])\s+(?=\d))/u

/** What may stand for something that was named before. */
export const pointsBack =
  /^(?:signed|founded|in force)\b|\b(?:it|its|they|their|there|members?|(?:the|this|that) (?:(?:\w+ ){0,2}(?:treaty|pact|agreement|deal)|alliance|hq|headquarters|bloc|group|club|partnership|organi[sz]ation|exercise))\b/i
/** What is said of NATO in a message that names no body. */
export const dayOrMembers = /\bmembers?\b|^the treaty .*\b\d{1,2}\b.*\b\d{4}\b/i
export const plural = /\b(?:they|their|them)\b/i
export const pronouns = /\b(?:it|its|they|their|them|these|those|both)\b/i

/** What was once thought, before what is so. */
const thought =
  /(?<=^(?:\w+ )?(?:i|we|people|most people|many people|everyone|everybody) (?:\w+ ){0,2}(?:thought|assumed|believed|figured)\b[^?]*),? but (?=(?:apparently|it turns out|turns out|actually|in fact|it|they|no)\b)|(?<=^(?:\w+ )?imagine (?:thinking|believing|claiming|saying)\b[^,?]*), (?=(?:they|it|he|she|we|the)\b)/iu

export interface MessageSentence {
  sentence: string
  isInList: boolean
  /** Whether it begins an item of a list. */
  isItem: boolean
}

export function sentencesIn(text: string): MessageSentence[] {
  return sentencesOf(text)
    .flatMap((line) => (/(?:^|\s)1\)\s/.test(text) ? line.split(/\s+(?=\d{1,2}\)\s)/) : [line]))
    .flatMap((line) => {
      const isInList = bullet.test(line)
      const inLine = line
        .replace(bullet, '')
        .split(sentenceEnd)
        .flatMap((sentence) => (sentence.length <= maxSplit ? sentence.split(thought) : [sentence]))
      return inLine.map((sentence, index) => ({ sentence, isInList, isItem: isInList && index === 0 }))
    })
}

export function withinLimits<T extends { sentence: string }>(sentences: readonly T[]): T[] {
  let words = 0
  const end = sentences.findIndex(({ sentence }) => (words += sentence.split(' ').length) > maxWords)
  return sentences.slice(0, Math.min(end < 0 ? maxSentences : end, maxSentences))
}

export interface SkippedSentence {
  sentence: string
  /** Whether it names something. */
  isNamed: boolean
}

const maxSkipped = 3

/** A few sentences that were not checked, in their order: rather those that name something. */
export function fewOf(skipped: readonly SkippedSentence[]): string[] {
  const first = skipped.toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed)).slice(0, maxSkipped)
  return skipped.filter((one) => first.includes(one)).map(({ sentence }) => sentence)
}
