// What a whole message is about: its one body, the treaty of its two countries, where its writer is from, whether it is in English letters.
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Entity } from '../data/model/types.ts'
import { hasRole } from '../questions/roles.ts'
import type { Claim, Verdict } from './claim.ts'
import { judgeClaims } from './judge-claim.ts'
import { treatiesOfTwo } from '../questions/treaties-between.ts'
import type { SentenceWords } from './claim-words.ts'
import { isCompared } from './context-after.ts'

/** Bodies and events. */
export function thingsIn(names: readonly Entity[][]): Entity[] {
  const only = names.flatMap(([one, ...others]) => (one && others.length === 0 ? [one] : []))
  return [...new Set(only.filter((entity) => hasRole(entity, 'T')))]
}

/** Bodies and events of a sentence, apart from what something is compared with. */
export function thingsSpokenOf(read: SentenceWords | undefined): Entity[] {
  return thingsIn(
    (read?.names ?? []).filter((_, index) => {
      const words = read?.words ?? []
      return !isCompared(words, words.indexOf(`@${index}`))
    }),
  )
}

/** Whether an article may be of another treaty than NATO's and the EU's. */
export function hasOtherBodies(names: readonly Entity[][]): boolean {
  return thingsIn(names).some(({ id }) => !/^(?:nato|european-union|eu-42-7)$/.test(id))
}

/** Countries that are meant for certain; "Georgia" may be another place, and so another may be meant than the rest. */
export function countriesIn(names: readonly Entity[][]): Entity[] {
  if (names.some((all) => all.length > 1 && all.some(({ kind }) => kind === 'country'))) return []
  const only = names.flatMap(([one, ...others]) =>
    one?.kind === 'country' && others.length === 0 ? [one] : [],
  )
  return [...new Set(only)]
}

/** The one body that a message names, if it names no status: "Sweden joined in 2024" is about it. */
export function topicOf(
  names: readonly Entity[][],
  read: readonly (SentenceWords | undefined)[],
): Entity | undefined {
  const [topic, ...others] = thingsIn(names)
  const isSpokenOf = topic !== undefined && read.some((one) => thingsSpokenOf(one).includes(topic))
  const isOfStatus = names.some(([one]) => one?.kind === 'status' && one !== topic)
  return isSpokenOf && others.length === 0 && !isOfStatus ? topic : undefined
}

/** "I am from Serbia", "in my country, Austria", "Korea here". */
const homes = [
  /\bi am (?:from|living in|based in) (?:the )?@(\d+)(?! \d)/,
  /\b(?:my|our) country(?: is)?(?: ,)? (?:the )?@(\d+)/,
  /^(?:hi|hello|hey|well)?(?: ,)? ?(?:the )?@(\d+) here$/,
  /\bi (?:served|serve|was) in (?:the )?@(\d+) (?:army|navy|military|air force|armed forces)/,
  /^i am (?:an? |proud )*@(\d+)(?= (?:and|but|so|here)|$| ,)/,
  /^(?:hi|hello|hey|greetings|cheers)(?: all)? from (?:the )?@(\d+)$/,
  /\b(?:here in|we in|us in) (?:the )?@(\d+)/,
  /^in (?:the )?@(\d+)(?: ,)? we /,
]

/** Where the writer is from. */
export function homeIn(read: readonly (SentenceWords | undefined)[]): Entity | undefined {
  const [home] = read.flatMap((one) =>
    homes.flatMap((pattern) => {
      const [, index] = pattern.exec(one?.words.join(' ') ?? '') ?? []
      const [country, ...others] = one?.names[Number(index)] ?? []
      return country?.kind === 'country' && others.length === 0 ? [country] : []
    }),
  )
  return home
}

/** With the United States in the message, Korea is South Korea. */
export function withOneKorea(names: Entity[][]): void {
  if (!names.some(([one]) => one?.id === 'united-states')) return
  for (const some of names)
    if (some.length === 2 && some.every(({ id }) => /^(?:north|south)-korea$/.test(id)))
      some.splice(0, 2, ...some.filter(({ id }) => id === 'south-korea'))
}

/** The treaties between any two of the countries that a message names, if those are few. */
export function treatiesIn(names: readonly Entity[][], facts: FactSnapshot): Entity[] {
  const countries = [...new Set(names.flat().filter(({ kind }) => kind === 'country'))]
  if (countries.length > maxCountries) return []
  // "The Philippines treaty" is with the United States.
  const named = new Set(names.filter(([one]) => one?.kind === 'country').map((some) => some[0]?.id))
  const american = named.size === 1 && countries.length <= 2 ? facts.getEntity('united-states') : undefined
  const all = [...countries, ...(american ? [american] : [])]
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]))
  return [
    ...new Set(pairs.flatMap(([one, other]) => (one && other ? treatiesOfTwo(one.id, other.id, facts) : []))),
  ]
}
const maxCountries = 4

/** The one treaty that the only two countries of a message have. */
export function treatyOf(names: readonly Entity[][], facts: FactSnapshot): Entity | undefined {
  const [treaty, ...others] = treatiesIn(names, facts)
  const countries = new Set(names.flat().filter(({ kind }) => kind === 'country'))
  return countries.size === 2 && others.length === 0 ? treaty : undefined
}

export function isMostlyForeign(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters > 2 * latin && letters > 0
}

/** Where no body is named, two days on which countries joined NATO, but not the European Union, say that the rest is about it too. */
export function impliedBy(
  checked: readonly { claims: readonly Claim[]; verdict: Verdict }[],
  facts: FactSnapshot,
  now: Date,
): Entity | undefined {
  const right = checked.filter(
    ({ claims, verdict }) =>
      verdict.kind === 'Supported' &&
      claims.every(({ form, object, isGuess }) => form === 'joined' && object === 'nato' && isGuess) &&
      judgeClaims(
        claims.map((claim) => ({ ...claim, object: 'european-union' })),
        facts,
        now,
      )?.kind !== 'Supported',
  )
  return right.length > 1 ? facts.getEntity('nato') : undefined
}

/** What is not on the list may be said of another body, unless one is named. */
export function isOfAnother({ kind, facts }: Verdict): boolean {
  return kind === 'Contradicted' && !facts.every(({ attribute }) => attribute === 'member')
}
