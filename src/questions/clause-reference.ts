// Reads a clause that asks about what was named before it: "so is it a member?"
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import {
  fragment,
  indirect,
  membership,
  personal,
  plural,
  predicate,
  pronouns,
  repeated,
  startsWithAuxiliary,
  topic,
} from './clause-words.ts'
import { namesIn, type Clause } from './clauses.ts'
import { namesBody } from './compound-words.ts'
import { asksWhenThatWas } from './framing.ts'
import { isKnownWord } from './known-words.ts'
import { findNames } from './question-names.ts'
import type { Form, Question } from './question.ts'
import { partsOf } from './question-words.ts'
import type { Read } from './read-question.ts'
import { hasRole } from './roles.ts'

/** What a clause asks; undefined if what it speaks of may be several things. */
export function readAsked(
  asked: string,
  clauses: readonly Clause[],
  facts: FactSnapshot,
  read: Read,
): Question | undefined {
  const words = asked.replace(indirect, '$2 $1 $3?').replace(fragment, 'is it $1?')
  const before = clauses.map(({ names }) => names)
  const own = namesIn(words, facts)
  const others = unique(before.flat(), own)
  const readOne = (one: string) => {
    const reading = read(one)
    return reading.type === 'question' ? reading.question : undefined
  }
  const [spoken] = pronouns.exec(words) ?? []
  const alone =
    own.length > (spoken === undefined ? 0 : 1)
      ? startsWithAuxiliary.test(asked) || words !== asked
        ? readWithoutElse(words, facts, readOne)
        : readOne(words)
      : undefined
  if (alone) return alone
  // "It" may be something that was not named; and a country that came back had joined before.
  if (repeated.test(words) || asksWhenThatWas.test(words)) return undefined
  if (others.length === 0 || mayBeUnknown(clauses, facts)) return undefined
  const [body, ...moreBodies] = [...others, ...own].filter((entity) => hasRole(entity, 'T'))
  const missing = moreBodies.length === 0 && body && !own.includes(body) ? body : undefined
  const readOfMissing = (one: string) => (missing ? readOfBody(one, missing, readOne) : undefined)
  const countries = others.filter(({ kind }) => kind === 'country')
  const both = bothCountries(words, countries)
  const question = both === undefined ? undefined : (readOne(both) ?? readOfMissing(both))
  if (question) return question
  if (spoken === undefined) return readOfMissing(words) ?? readOfTwo(words, others, own, readOne)
  const meant = countries.length > 0 && personal.test(spoken) ? countries : others
  const named = (entity: Entity) => words.replace(pronouns, entity.name)
  const readOfThing = (entity: Entity) => {
    const reading = readOne(named(entity))
    return reading && !(entity.kind === 'country' && ofThings.has(reading.form)) ? reading : undefined
  }
  const subjects = meant.filter((entity) => entity !== missing)
  // A body is no member of itself.
  const isOfMember = missing && subjects.length > 0 && membership.test(words)
  return (
    (isOfMember ? undefined : likeliest(meant, before, readOfThing)) ??
    likeliest(subjects, before, (entity) => readOfMissing(named(entity)))
  )
}

/** "Was it in it at all or just backed it": an alternative that names nothing is left out. */
function readWithoutElse(
  words: string,
  facts: FactSnapshot,
  readOne: (words: string) => Question | undefined,
): Question | undefined {
  const [orElse] = /,? or (?!not\b).*$/i.exec(words) ?? []
  return (
    readOne(words) ??
    (orElse !== undefined && namesIn(orElse, facts).length === 0
      ? readOne(words.replace(orElse, '?'))
      : undefined)
  )
}

/** The one reading of what may be meant; of several things in one clause, that of the first, which is its subject. */
function likeliest(
  entities: readonly Entity[],
  before: readonly Entity[][],
  readAs: (entity: Entity) => Question | undefined,
): Question | undefined {
  const readings = entities.flatMap((entity) => {
    const question = readAs(entity)
    return question ? [{ entity, question }] : []
  })
  const [only, ...more] = readings
  if (more.length === 0) return only?.question
  // "Must the United States defend it": what is asked of both.
  const most = Math.max(...readings.map(({ question }) => question.entities.length))
  const [fullest, ...others] = readings.filter(({ question }) => question.entities.length === most)
  if (others.length === 0) return fullest?.question
  const together = before.find((names) => readings.every(({ entity }) => names.includes(entity)))
  const [subject] = together ?? []
  return readings.find(({ entity }) => entity === subject)?.question
}

/** "Are those two in it", after two countries. */
function bothCountries(words: string, countries: readonly Entity[]): string | undefined {
  const [one, two, ...more] = countries
  if (!one || !two || more.length > 0 || !plural.test(words)) return undefined
  return words.replace(plural, `${one.name} and ${two.name}`)
}

/** "ANZUS v AUKUS, which one is older". */
function readOfTwo(
  words: string,
  [one, two, ...more]: readonly Entity[],
  own: readonly Entity[],
  readOne: (words: string) => Question | undefined,
): Question | undefined {
  if (!one || !two || more.length > 0 || own.length > 0 || !comparing.test(words)) return undefined
  return readOne(`${words.replace(/\?+$/, '')}, ${one.name} or ${two.name}?`)
}

/** "Is Ireland a member" of the body. */
function readOfBody(
  words: string,
  body: Entity,
  readOne: (words: string) => Question | undefined,
): Question | undefined {
  const plain = words.replace(
    /(?:\?+|,? (?:or not|or no|or what|at all|now|then|at present|again|yet|right now|for good))+$/i,
    '',
  )
  const texts = [
    plain.replace(/\bin(?: or out)?$/i, `in ${body.name}`),
    ...[' of', ' in', ''].map((link) => `${plain}${link} ${body.name}`),
  ]
  for (const text of texts) {
    const question = readOne(`${text}?`)
    if (question?.entities.includes(body.id)) return question
  }
  return undefined
}

const comparing = /\b(?:older|newer|bigger|larger|smaller|more|fewer|less|longer)\b/i

/** Whether there is a body or a topic that nobody knows: "the Blorp pact", "EDA, the agency", "the NATO picnic". */
function mayBeUnknown(clauses: readonly Clause[], facts: FactSnapshot): boolean {
  return clauses.some(({ text }, index) => {
    const { words } = findNames(partsOf(text).flat(), facts)
    const plain = words.join(' ').replace(ofName, '')
    const isUnknown = (word: string) => !/[@\d]/.test(word) && !isKnownWord(word)
    const isFirst = index === 0 && words.length <= maxTopicWords && words.some(isUnknown)
    const isNamed = (text.match(capitalized) ?? []).some((word) => {
      const plain = word.toLowerCase()
      return words.includes(plain) && isUnknown(plain)
    })
    const isAcronym =
      /^(?:the )?[A-Z]{3,}\b/.test(text) && isUnknown(words.find((word) => word !== 'the') ?? '')
    return (
      isFirst ||
      oneOfMany.test(plain) ||
      isNamed ||
      isAcronym ||
      namesBody.test(plain) ||
      (topic.test(plain) && !predicate.test(plain))
    )
  })
}

/** Forms that are not asked of countries. */
const ofThings = new Set<Form>(['founded', 'ended', 'lasted', 'where', 'what-is', 'purpose', 'stands-for'])

/** "The first RIMPAC". */
const oneOfMany = /\b(?:first|last|next|previous|upcoming|latest|second|third) @\d/

const maxTopicWords = 3

/** Words with a capital within a text, without the places and times of a story. */
const capitalized =
  /(?<=\S )(?<!\b(?:in|at|from|under|after|since|on|to|of|over)(?: the)? )(?:[A-Z][a-z]{2,}|[A-Z]{3,})\b/g

/** "The Korea treaty" is named. */
const ofName =
  / (?:treaty|pact|alliance|agreement|partnership|thing|business|stuff|exercises?|drills?)(?= |$)/g

export function unique(entities: readonly Entity[], without: readonly Entity[]): Entity[] {
  return entities.filter((entity, at) => !without.includes(entity) && entities.indexOf(entity) === at)
}
