// The sentences of a message that state something checkable, each with its verdict.
import { toIsoDate } from '../data/model/dates.ts'
import { sentencesOf } from '../data/query/message-tokenizer.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Claim, Verdict } from './claim.ts'
import { judgeClaims } from './judge-claim.ts'
import type { ClaimContext } from './match-claim.ts'
import { noContext, readClaims } from './read-claims.ts'

export interface CheckedSentence {
  sentence: string
  claims: Claim[]
  verdict: Verdict
}

export interface CheckedMessage {
  checked: CheckedSentence[]
  /** How many other sentences there are, or parts of sentences. */
  unchecked: number
  /** Whether most of it is in another script than English has. */
  isForeign: boolean
}

/** More are not checked. */
const maxChecked = 5
const maxSentences = 60
const maxWords = 700

/** What somebody else is quoted as saying stays as a mark, which no claim has. */
const quotation = /"[^"\n]{1,1000}"|“[^”\n]{1,1000}”|„[^“”\n]{1,1000}[“”]|«[^»\n]{1,1000}»/g

const bullet = /^(?:\d{1,2}[.)]|[-*•])\s+/
/** Many write without capitals. */
const sentenceEnd = /(?<!\b(?:vs|st|gen|dr|mr|approx|etc))(?<=[\p{L}\d)]{2}[.!]+)\s+(?=\p{Ll})/u

/** Lists of myths state what their writer denies. */
const myths = /\b(?:myths?|true or false|fact or fiction|debunk(?:ed|ing)?|misconceptions?)\b/i
const denial =
  /^\W*(?:no|nope|nah|false|wrong|incorrect|not true|untrue|cap|lies?|bs|bullshit|it is ?n[o’']t|it isn['’]?t|that['’]?s (?:not|false|wrong|a lie)|myth)\b(?! (?:longer|matter))/i

export function checkMessage(text: string, facts: FactSnapshot, now: Date): CheckedMessage {
  const sentences = sentencesOf(text.replace(quotation, '""')).flatMap((sentence) =>
    sentence.replace(bullet, '').split(sentenceEnd),
  )
  const today = toIsoDate(now)
  const checked: CheckedSentence[] = []
  const isForeign = isMostlyForeign(text)
  if (myths.test(text)) return { checked, unchecked: sentences.length, isForeign }
  let context: ClaimContext = noContext
  let words = 0
  let unchecked = Math.max(sentences.length - maxSentences, 0)
  for (const [index, sentence] of sentences.slice(0, maxSentences).entries()) {
    words += sentence.split(' ').length
    if (words > maxWords || checked.length >= maxChecked) {
      unchecked += 1
      continue
    }
    const read = readClaims(sentence, facts, today, context)
    context = read.context
    unchecked += read.unread
    const verdicts = isDenied(sentences[index + 1])
      ? []
      : read.parts.flatMap(({ quote, claims }) => {
          const verdict = judgeClaims(claims, facts, now)
          return verdict ? [{ sentence: quote, claims, verdict }] : []
        })
    checked.push(...verdicts)
    unchecked += read.parts.length - verdicts.length
  }
  return { checked, unchecked, isForeign }
}

/** "No, …" may answer somebody else; alone, it denies what is before it. */
function isDenied(next: string | undefined): boolean {
  return next !== undefined && denial.test(next) && next.split(' ').length <= 4
}

function isMostlyForeign(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters > 2 * latin && letters > 0
}
