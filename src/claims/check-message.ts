// The sentences of a message that state something checkable, each with its verdict.
import { toIsoDate } from '../data/model/dates.ts'
import { sentencesOf } from '../data/query/message-tokenizer.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Entity } from '../data/model/types.ts'
import { hasRole } from '../questions/roles.ts'
import { treatiesOfTwo } from '../questions/treaties-between.ts'
import type { Claim, Verdict } from './claim.ts'
import { judgeClaims } from './judge-claim.ts'
import type { ClaimContext } from './reader.ts'
import { contextAfter, noContext } from './context-after.ts'
import type { SentenceWords } from './claim-words.ts'
import { readClaims, wordsOfReadable } from './read-claims.ts'

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

/** What is quoted says what the rest is about. */
const otherWords = /^> .+$|"[^"\n]{1,200}"|“[^”\n]{1,200}”/gm
const maxQuotes = 3

/** More are not checked. */
const maxChecked = 10
const maxSentences = 60
const maxWords = 700
/** A message as people write it has a quarter of them at most. */
const maxTries = 200

/** What somebody else is quoted as saying stays as a mark, which no claim has. */
const quotation = /"[^"\n]{1,1000}"|“[^”\n]{1,1000}”|„[^“”\n]{1,1000}[“”]|«[^»\n]{1,1000}»/g

const bullet = /^(?:\d{1,2}[.)]|[-*•])\s+/
/** Many write without capitals. */
const sentenceEnd = /(?<!\b(?:vs|st|gen|dr|mr|approx|etc))(?<=[\p{L}\d)]{2}[.!]+)\s+(?=\p{Ll})/u

/** What may stand for something that was named before. */
const pointsBack =
  /\b(?:it|its|they|their|there|members?|(?:the|this|that) (?:(?:\w+ ){0,2}(?:treaty|pact|agreement|deal)|alliance|bloc|group|club|partnership|organi[sz]ation|exercise))\b/i
const maxGuesses = 3
const triesOfGuesses = 24

/** An item of a list that is about the item before it. */
const goesOn = /\bone of (?:them|those|these)\b/i

/** Lists of myths state what their writer denies. */
const myths = /\b(?:myths?|true or false|fact or fiction|debunk(?:ed|ing)?|misconceptions?)\b/i
const mythHeading =
  /^\W*(?:[\w-]+\W+){0,3}(?:myths?|true or false|fact or fiction|debunk(?:ed|ing)?|misconceptions?)\W*(?:[:–—]|$)/im
const denial =
  /^\W*(?:no|nope|nah|false|wrong|incorrect|not true|untrue|cap|lies?|bs|bullshit|it is ?n[o’']t|it isn['’]?t|that['’]?s (?:not|false|wrong|a lie)|myth)\b(?! (?:longer|matter))/i

export function checkMessage(text: string, facts: FactSnapshot, now: Date): CheckedMessage {
  const sentences = sentencesOf(text.replace(quotation, '""')).flatMap((line) => {
    const isInList = bullet.test(line)
    const inLine = line.replace(bullet, '').split(sentenceEnd)
    return inLine.map((sentence, index) => ({ sentence, isInList, isItem: isInList && index === 0 }))
  })
  const checked: CheckedSentence[] = []
  const isForeign = isMostlyForeign(text)
  if (myths.test(text) && (sentences.some(({ isInList }) => isInList) || mythHeading.test(text)))
    return { checked, unchecked: sentences.length, isForeign }
  const readable = withinLimits(sentences).map((one) => ({
    ...one,
    words: wordsOfReadable(one.sentence, facts),
  }))
  const quoted = (text.match(otherWords) ?? []).slice(0, maxQuotes)
  const names = [
    ...readable.flatMap(({ words }) => words?.names ?? []),
    ...quoted.flatMap((quote) => wordsOfReadable(quote, facts)?.names ?? []),
  ]
  withOneKorea(names)
  const reader = {
    facts,
    today: toIsoDate(now),
    known: new Map(),
    budget: { tries: maxTries },
    topic: topicOf(names),
    treaty: treatyOf(names, facts),
    home: homeIn(readable.map(({ words }) => words)),
  }
  const answered = quoted.find((quote) => quote.startsWith('> '))
  const spoken = answered === undefined ? undefined : wordsOfReadable(answered.slice(2), facts)
  let context: ClaimContext = spoken ? contextAfter(spoken.words, spoken.names, noContext) : noContext
  /** What each item of a list is about: what was spoken of before it. */
  let heading: ClaimContext | undefined
  let unchecked = sentences.length - readable.length
  const said = new Set<string>()
  const known = new Map<string, Verdict | undefined>()
  const judge = (claims: Claim[]) => {
    const key = JSON.stringify(claims)
    if (!known.has(key)) known.set(key, judgeClaims(claims, facts, now))
    return known.get(key)
  }
  const isJudged = (claims: Claim[]) => judge(claims) !== undefined
  const isRight = (claims: Claim[]) => judge(claims)?.kind === 'Supported'
  const guessing = { ...reader, budget: { tries: triesOfGuesses } }
  /** From the last sentence on. */
  let named = thingsIn(quoted.flatMap((quote) => wordsOfReadable(quote, facts)?.names ?? []))
  const guess = (sentence: string, words: SentenceWords | undefined) => {
    for (const body of [...named, ...treatiesIn(names, facts)].slice(0, maxGuesses)) {
      const antecedent = { subjects: [body], body, predicate: '' }
      const { parts } = readClaims(sentence, words, guessing, antecedent, isRight)
      const right = parts.filter(({ claims }) => isRight(claims))
      if (right.length > 0) {
        named = [body, ...named]
        return { parts: right, unread: right.length < parts.length ? 1 : 0 }
      }
      if (parts.length > 0) break
    }
    return undefined
  }
  for (const [index, { sentence, words, isInList, isItem }] of readable.entries()) {
    if (checked.length >= maxChecked) {
      unchecked += 1
      continue
    }
    heading = isInList ? (heading ?? context) : undefined
    const before = isItem && heading && !goesOn.test(sentence) ? heading : context
    const read = readClaims(sentence, words, reader, before, isJudged)
    const isInDoubt = pointsBack.test(sentence) && !before.isElsewhere
    const claimed =
      (isInDoubt && !read.parts.some(({ claims }) => isJudged(claims)) && guess(sentence, words)) || read
    // What is guessed says nothing of what follows.
    context = read.context
    named = [...new Set([...thingsIn(words?.names ?? []), ...named])]
    const verdicts = isDenied(sentences[index + 1]?.sentence)
      ? []
      : claimed.parts.flatMap(({ quote, claims }) => {
          const verdict = judge(claims)
          return verdict ? [{ sentence: quote, claims, verdict }] : []
        })
    // What is said again is shown once.
    const fresh = verdicts.filter(({ claims }) => !said.has(JSON.stringify(claims)))
    const shown = fresh.slice(0, maxChecked - checked.length)
    for (const { claims } of shown) said.add(JSON.stringify(claims))
    checked.push(...shown)
    unchecked += claimed.unread + claimed.parts.length - verdicts.length + fresh.length - shown.length
  }
  return { checked, unchecked, isForeign }
}

function withinLimits<T extends { sentence: string }>(sentences: readonly T[]): T[] {
  let words = 0
  const end = sentences.findIndex(({ sentence }) => (words += sentence.split(' ').length) > maxWords)
  return sentences.slice(0, Math.min(end < 0 ? maxSentences : end, maxSentences))
}

/** Bodies and events. */
function thingsIn(names: readonly Entity[][]): Entity[] {
  const only = names.flatMap(([one, ...others]) => (one && others.length === 0 ? [one] : []))
  return [...new Set(only.filter((entity) => hasRole(entity, 'T')))]
}

/** The one body that a message names: "Sweden joined in 2024" is about it. */
function topicOf(names: readonly Entity[][]): Entity | undefined {
  const [topic, ...others] = thingsIn(names)
  return others.length === 0 ? topic : undefined
}

/** "I am from Serbia." */
function homeIn(read: readonly (SentenceWords | undefined)[]): Entity | undefined {
  const [home] = read.flatMap((one) => {
    const [, index] = /\bi am from (?:the )?@(\d+)(?! \d)/.exec(one?.words.join(' ') ?? '') ?? []
    const [country, ...others] = one?.names[Number(index)] ?? []
    return country?.kind === 'country' && others.length === 0 ? [country] : []
  })
  return home
}

/** With the United States in the message, Korea is South Korea. */
function withOneKorea(names: Entity[][]): void {
  if (!names.some(([one]) => one?.id === 'united-states')) return
  for (const some of names)
    if (some.length === 2 && some.every(({ id }) => /^(?:north|south)-korea$/.test(id)))
      some.splice(0, 2, ...some.filter(({ id }) => id === 'south-korea'))
}

/** The treaties between any two of the countries that a message names, if those are few. */
function treatiesIn(names: readonly Entity[][], facts: FactSnapshot): Entity[] {
  const countries = [...new Set(names.flat().filter(({ kind }) => kind === 'country'))]
  if (countries.length > maxCountries) return []
  const pairs = countries.flatMap((one, index) => countries.slice(index + 1).map((other) => [one, other]))
  return [
    ...new Set(pairs.flatMap(([one, other]) => (one && other ? treatiesOfTwo(one.id, other.id, facts) : []))),
  ]
}
const maxCountries = 4

/** The one treaty that the only two countries of a message have. */
function treatyOf(names: readonly Entity[][], facts: FactSnapshot): Entity | undefined {
  const [treaty, ...others] = treatiesIn(names, facts)
  const countries = new Set(names.flat().filter(({ kind }) => kind === 'country'))
  return countries.size === 2 && others.length === 0 ? treaty : undefined
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
