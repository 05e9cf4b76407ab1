// Finds the names in a question: of countries, bodies, events and whatever else there are facts about.
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { metonymAt } from './metonyms.ts'
import { patterns } from './patterns.ts'

/** Everyday words and phrases that are names too, and mean what they say in a question. */
const notNames = new Set(
  `alliance,alliances,treaty,treaties,partnership,partnerships,pact,pacts,ally,allies,member,members,program,programs,
  exercise,exercises,coalition,coalitions,article,country,countries,organization,dialogue,agreement,defense,deterrence,
  treaty ally,treaty allies,mutual defense,collective defense,collective defence,mutual defence,formal alliance,us alliance,defense treaty,defense spending,may,or,who,it,mercy,
  comfort,led,oldest alliance,mutual defense treaty,mutual defence treaty,mutual defense treaties,mutual defence treaties,nato partner,nato partners,navy,defense pact,defence pact,military alliance,security partnership`.split(
    /,\s*/,
  ),
)

/** Every word that is in a pattern. */
export const known = new Set(patterns.flatMap(({ regex }) => regex.source.match(/[a-z]{2,}/g) ?? []))

const namesInPatterns = new Set(['us', 'american', 'nato'])

/** "is", "in" and "no" are codes of countries too. */
function isEverydayWord(word: string): boolean {
  return notNames.has(word) || (known.has(word) && !namesInPatterns.has(word))
}

const forces = new Set(['navy', 'army', 'air force', 'coast guard'])

const maxNameWords = 8
const maxNames = 8
export interface Named {
  /** The words, with "@0" for the first name. */
  words: string[]
  /** What each name may mean. */
  candidates: Entity[][]
}

export function findNames(words: readonly string[], facts: FactSnapshot): Named {
  const found: Named = { words: [], candidates: [] }
  for (let index = 0; index < words.length;) {
    const span = nameAt(words, index, facts)
    if (span && isSame(span.entities, found.candidates.at(-1)) && found.words.at(-1)?.startsWith('@')) {
      // "AES / Alliance of Sahel States".
      index += span.length
    } else if (span && found.candidates.length < maxNames) {
      const known = found.candidates.findIndex((some) => isSame(span.entities, some))
      found.words.push(`@${known >= 0 ? known : found.candidates.length}`)
      if (known < 0) found.candidates.push(span.entities)
      index += span.length
    } else {
      found.words.push(words[index] ?? '')
      index += 1
    }
  }
  return found
}

function isSame(some: readonly Entity[], others: readonly Entity[] = []): boolean {
  return some.length === others.length && some.every((entity, index) => entity === others[index])
}

export function nameAt(
  words: readonly string[],
  start: number,
  facts: FactSnapshot,
): { length: number; entities: Entity[] } | undefined {
  // Of the many spans of words, few begin as a name does.
  const first = words[start] ?? ''
  const mayBeLong = !/^[a-z]{2,}$/.test(first) || (nameStarts(facts).longest.get(first) ?? 0) > 1
  for (let length = mayBeLong ? Math.min(maxNameWords, words.length - start) : 1; length > 0; length--) {
    const name = words.slice(start, start + length).join(' ')
    if (
      isEverydayWord(name) ||
      name.includes(',') ||
      // "Which navy hosts it".
      (forces.has(name) && /^(?:which|what|whose)$/.test(words[start - 1] ?? '')) ||
      (length > 1 && /^(?:the|a|an|in|of|is|are) | (?:is|are|in)$/.test(name))
    )
      continue
    // "natos", "mnnas".
    const singular = length === 1 && name.length > 4 && name.endsWith('s') ? [name.slice(0, -1)] : []
    const [ids = []] = [name, ...singular]
      .map((spelling) => facts.names.exact(spelling))
      .filter((found) => found.length > 0)
    const entities = ids
      .flatMap((id) => facts.getEntity(id) ?? [])
      // "so" and "guy" are codes of countries.
      .filter((entity) => name.length > 3 || isNameOf(entity, name))
    if (entities.length > 0) return { length, entities: likeliest(entities, facts) }
  }
  return metonymAt(words, start, facts)
}

interface NameStarts {
  /** By first word, how many words the longest name has. */
  longest: Map<string, number>
  /** The first two words of names. */
  pairs: Set<string>
}

/** Where names may begin, as most words begin none: names are looked up only there. */
export function nameStarts(facts: FactSnapshot): NameStarts {
  return facts.memo('starts of names', () => {
    const starts: NameStarts = { longest: new Map(), pairs: new Set() }
    for (const { name, aliases } of facts.entities)
      for (const spelling of [name, ...aliases]) {
        const normalized = normalizeText(spelling)
        for (const one of new Set([normalized, normalized.replace(/^the /, '')])) {
          const words = one.split(' ')
          const [first = '', second = ''] = words
          starts.longest.set(first, Math.max(starts.longest.get(first) ?? 0, words.length))
          starts.pairs.add(`${first} ${second}`)
        }
      }
    return starts
  })
}

/** A document that founded a body of the same name is the body; what has members is meant rather than what has none. */
function likeliest(entities: readonly Entity[], facts: FactSnapshot): Entity[] {
  const bodies = entities.filter(({ kind }) => kind !== 'document')
  const named = bodies.length > 0 ? bodies : [...entities]
  const isPlace = ({ kind }: Entity) => kind === 'country' || kind === 'region'
  const hasMembers = ({ id }: Entity) => facts.factsAbout(id).some(({ attribute }) => attribute === 'member')
  const withMembers = named.filter(hasMembers)
  return withMembers.length > 0 && !named.some(isPlace) ? withMembers : named
}

function isNameOf({ name, aliases }: Entity, word: string): boolean {
  return [name, ...aliases].some((alias) => normalizeText(alias) === word)
}
