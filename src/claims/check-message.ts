// The sentences of a message that state something checkable, each with its verdict.
import { toIsoDate } from '../data/model/dates.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Entity } from '../data/model/types.ts'
import type { CheckedMessage, CheckedSentence, Claim, Verdict } from './claim.ts'
import { judgeClaims } from './judge-claim.ts'
import type { ClaimContext } from './reader.ts'
import { twoIn } from './back-references.ts'
import { antecedentsOf, contextAfter, noContext } from './context-after.ts'
import type { SentenceWords } from './claim-words.ts'
import {
  asWritten,
  oneDenied,
  oppositeOf,
  deniedIn,
  hasMark,
  isDenied,
  isOfMyths,
  quotedIn,
  reportedBy,
  reportedIn,
  withoutMarks,
  withoutQuotes,
  withQuotedWords,
  type Denial,
} from './quoted-words.ts'
import {
  countriesIn,
  hasOtherBodies,
  homeIn,
  impliedBy,
  isOfAnother,
  isMostlyForeign,
  thingsIn,
  thingsSpokenOf,
  topicOf,
  treatiesIn,
  treatyOf,
  withOneKorea,
} from './message-topic.ts'
import {
  dayOrMembers,
  fewOf,
  type SkippedSentence,
  plural,
  pointsBack,
  pronouns,
  sentencesIn,
  withinLimits,
} from './message-sentences.ts'
import { readClaims, wordsOfReadable } from './read-claims.ts'
import { fitsPronoun, fitsWording } from './verdicts.ts'

/** More are not checked. */
const maxChecked = 10
const [maxTries, maxGuesses] = [150, 3]
const triesOfGuesses = 48
/** What leaves much out is short. */
const maxGuessed = 150

/** An item of a list that is about the item before it. */
const goesOn = /\bone of (?:them|those|these)\b/i

export function checkMessage(text: string, facts: FactSnapshot, now: Date): CheckedMessage {
  const { found, isUnnamed } = checkAbout(text, facts, now, undefined)
  const topic = isUnnamed ? impliedBy(found.checked, facts, now) : undefined
  return topic ? checkAbout(text, facts, now, topic).found : found
}

function checkAbout(text: string, facts: FactSnapshot, now: Date, topic: Entity | undefined) {
  const { text: unquoted, quotes } = withoutQuotes(text)
  const sentences = sentencesIn(unquoted)
  const checked: CheckedSentence[] = []
  const isForeign = isMostlyForeign(text)
  if (isOfMyths(text, sentences))
    return { found: { checked, unchecked: sentences.length, skipped: [], isForeign }, isUnnamed: false }
  const readable = withinLimits(sentences).map((one) => ({
    ...one,
    words: wordsOfReadable(one.sentence, facts),
  }))
  const quoted = quotedIn(text)
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
    topic:
      topicOf(names, [
        ...readable.map(({ words }) => words),
        ...quoted.map((one) => wordsOfReadable(one, facts)),
      ]) ?? topic,
    treaty: treatyOf(names, facts),
    hasOtherBodies: hasOtherBodies(names),
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
  let named = thingsIn(quoted.flatMap((quote) => wordsOfReadable(quote, facts)?.names ?? []))
  let countries = quoted.flatMap((quote) => countriesIn(wordsOfReadable(quote, facts)?.names ?? []))
  let two: readonly Entity[] = []
  let first: readonly Entity[] = []
  let groups: readonly (readonly Entity[])[] = []
  const guess = (sentence: string, words: SentenceWords | undefined) => {
    const spoken = [...named, ...treatiesIn(names, facts)].slice(0, maxGuesses)
    const isOfNato = names.length > 0 && spoken.length === 0 && dayOrMembers.test(sentence)
    const nato = isOfNato ? facts.getEntity('nato') : undefined
    const bodies = nato ? [nato] : spoken
    const those = plural.test(sentence) ? countries : countries.slice(0, 1)
    const antecedents = antecedentsOf(bodies, those, reader.topic ?? named[0])
    for (const antecedent of antecedents) {
      const { parts } = readClaims(sentence, words, guessing, antecedent, isRight)
      const right = parts.filter(({ claims }) => isRight(claims))
      if (right.length > 0) {
        named = [...new Set([...(antecedent.body ? [antecedent.body] : []), ...named])]
        return { parts: right, unread: right.length < parts.length ? 1 : 0 }
      }
      if (parts.some(({ claims }) => isJudged(claims))) break
    }
    return undefined
  }
  /** What is denied, with the opposite verdict. */
  const judgeDenied = ({ said, words }: Denial) => {
    const { parts, unread } = readClaims(said, wordsOfReadable(said, facts), reader, context)
    const [part, ...others] = parts
    if (!part || others.length + unread > 0) return undefined
    const { claims, context: after } = part
    const verdict = judge(claims)
    const kind = verdict && oppositeOf[verdict.kind]
    if (kind === 'Contradicted' && claims.some(({ isGuess }) => isGuess)) return undefined
    // Who was suspended was not expelled.
    const isLoose = kind === 'Contradicted' && claims.some(({ detail }) => detail === 'expelled')
    if (kind && !isLoose)
      return { sentence: words, claims: [], verdict: { ...verdict, kind }, context: after }
    const denied = verdict && !isLoose ? undefined : oneDenied(claims)
    const denial = denied && judge(denied)
    return denied && denial?.kind === 'Supported'
      ? { sentence: words, claims: denied, verdict: denial, context: after }
      : undefined
  }
  /** What is said in words that are quoted is at most supported, unless an article is said to have them. */
  const readAll = (sentence: string, words: SentenceWords | undefined, known: ClaimContext) => {
    const read = readClaims(
      sentence,
      words,
      { ...reader, two, both: named.length === 2 ? named : two, groups },
      known,
      isJudged,
    )
    const { said, isOfArticle } = withQuotedWords(sentence, quotes) ?? {}
    if (said === undefined)
      return { ...read, parts: read.parts.map((part) => ({ ...part, quote: withoutMarks(part.quote) })) }
    const isFit = isOfArticle ? isJudged : isRight
    const { parts } = readClaims(said, wordsOfReadable(said, facts), reader, known, isFit)
    const right = parts.filter(({ claims }) => isFit(claims))
    if (right.length === 0) return { ...read, parts: read.parts.filter(({ quote }) => !hasMark.test(quote)) }
    const shown = right.map((part) => ({ ...part, quote: part.quote === said ? sentence : part.quote }))
    return { ...read, parts: shown, unread: right.length < parts.length ? 1 : 0 }
  }
  const [quote = ''] = quoted
  let reported = quote !== '' && text.trimStart().startsWith(quote) ? reportedBy(quote) : undefined
  let uncheckedBefore = unchecked
  const skipped: SkippedSentence[] = []
  for (const [index, { isInList, isItem, ...one }] of readable.entries()) {
    if (checked.length >= maxChecked) {
      unchecked += 1
      continue
    }
    let { sentence, words } = one
    const denied = deniedIn(sentence, quotes, reported)
    reported = reportedIn(sentence)
    const found = denied && judgeDenied(denied)
    if (denied && found) {
      // What the sentence before reported goes with it.
      if (!denied.isQuoted && unchecked > uncheckedBefore) {
        unchecked = uncheckedBefore
        skipped.pop()
      }
      if (!checked.some((one) => one.sentence === found.sentence)) checked.push(found)
      context = found.context
      if (!/\p{L}/u.test(denied.rest)) continue
    }
    if (denied && /\p{L}/u.test(denied.rest))
      [sentence, words] = [denied.rest, wordsOfReadable(denied.rest, facts)]
    uncheckedBefore = unchecked
    heading = isInList ? (heading ?? context) : undefined
    const known = isItem && heading && !goesOn.test(sentence) ? heading : context
    const read = readAll(sentence, words, known)
    const things = thingsIn(words?.names ?? [])
    const isPointing = pointsBack.test(sentence) || (things.length === 0 && (words?.names.length ?? 0) > 0)
    const isGuessed = isPointing && !known.isElsewhere && sentence.length <= maxGuessed
    const isUnread = !read.parts.some(({ claims }) => isJudged(claims))
    const claimed = (isUnread && isGuessed && guess(sentence, words)) || read
    // What is guessed says nothing of what follows.
    context = read.context
    named = [...new Set([...thingsSpokenOf(words), ...named])]
    // "The US suspended its duties to them" goes on about somebody else.
    if ((words?.names.length ?? 0) > 0) two = twoIn(words?.names ?? [], things)
    const own = countriesIn(words?.names ?? [])
    const spokenOf = own.length === 0 && pronouns.test(sentence) ? countries : []
    const isPlural = plural.test(sentence)
    const isMeant = (claims: Claim[], { kind }: Verdict) =>
      fitsPronoun({ claims, kind, isPlural }, known.subjects, first, spokenOf)
    if (own.length > 1) groups = [own, ...groups]
    if (own.length > 0 && (countries.length === 0 || !pronouns.test(sentence))) countries = own
    const next = sentences[index + 1]?.sentence ?? ''
    const verdicts =
      isDenied(next) || (reported && deniedIn(next, quotes, reported))
        ? []
        : claimed.parts.flatMap(({ quote, claims }) => {
            const verdict = judge(claims)
            return verdict &&
              fitsWording(quote, verdict) &&
              isMeant(claims, verdict) &&
              !(topic && isOfAnother(verdict))
              ? [{ sentence: asWritten(quote, quotes), claims, verdict }]
              : []
          })
    first = claimed.parts[0]?.context.subjects ?? context.subjects
    // What is said again is shown once.
    const fresh = verdicts.filter(({ claims }) => !said.has(JSON.stringify(claims)))
    const shown = fresh.slice(0, maxChecked - checked.length)
    for (const { claims } of shown) said.add(JSON.stringify(claims))
    checked.push(...shown)
    if (verdicts.length === 0)
      skipped.push({ sentence: asWritten(sentence, quotes), isNamed: (words?.names.length ?? 0) > 0 })
    unchecked += claimed.unread + claimed.parts.length - verdicts.length + fresh.length - shown.length
  }
  const found = { checked, unchecked, skipped: fewOf(skipped), isForeign }
  return { found, isUnnamed: !topic && thingsIn(names).length === 0 }
}
