// Reads short questions by what their words mean together.
import type { PartialDate } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import { conceptsOf, type Concept } from './concepts.ts'
import { frames, type Frame } from './frames.ts'
import { unitedStates } from './promise-facts.ts'
import type { Question } from './question.ts'
import { hasRole } from './roles.ts'

type Tag = Concept | `@${string}`

/** They change nothing. */
const weightless: readonly Concept[] = ['is', 'in', 'one', 'and', 'now', 'empty']

/** They ask for something; who asks for two things asks two questions. */
const asking: readonly Concept[] = ['when', 'since', 'until', 'who', 'count', 'where']

/** A date beside "when" is a guess. */
const asksWhen: readonly Concept[] = ['when', 'since', 'until', 'often']

/** A question that all words fit by what they mean; what only names its subjects must be the whole text. */
export function matchFrame(
  words: readonly string[],
  entities: readonly Entity[],
  date: PartialDate,
  isQuestion: boolean,
): Question | undefined {
  const tags = entities.length > 0 ? conceptsOf(words) : undefined
  if (!tags || asking.some((concept) => tags.filter((tag) => tag === concept).length > 1)) return undefined
  const concepts = new Set(tags.filter((tag): tag is Concept => !tag.startsWith('@')))
  if (!isQuestion && !asking.some((concept) => concepts.has(concept))) return undefined
  const isGuess = asksWhen.some((concept) => concepts.has(concept))
  for (const frame of frames) {
    if ((date !== '' && !frame.isDated && !isGuess) || !fits(frame, concepts)) continue
    const used = assign(frame, tags, entities)
    if (used)
      return { form: frame.form, entities: used, date: frame.isDated ? date : '', detail: frame.detail ?? '' }
  }
  return undefined
}

function fits({ needs, may }: Frame, concepts: ReadonlySet<Concept>): boolean {
  const isUsed = (concept: Concept) =>
    weightless.includes(concept) || may.includes(concept) || needs.some((group) => group.includes(concept))
  return needs.every((group) => group.some((concept) => concepts.has(concept))) && [...concepts].every(isUsed)
}

/** The ids of the entities in the order of the roles; undefined unless all fit. */
function assign(
  { names, ordered }: Frame,
  tags: readonly Tag[],
  entities: readonly Entity[],
): string[] | undefined {
  const roles = names.split(' ')
  if (ordered) {
    const order = inOrder(ordered, tags, entities)
    return order?.every((entity, index) => hasRole(entity, roles[index] ?? ''))
      ? order.map(({ id }) => id)
      : undefined
  }
  const others = entities.filter(({ id }) => id !== unitedStates)
  const isOfAmericans = roles.includes('US')
  if (isOfAmericans && others.length === entities.length && !tags.includes('americans')) return undefined
  for (const order of isOfAmericans ? [others] : [entities, entities.toReversed(), others]) {
    const left = [...order]
    const used = roles
      .filter((role) => role !== 'US')
      .map((role) => {
        const fitting = left.filter((entity) => hasRole(entity, role.toUpperCase()))
        const isList = role.endsWith('+')
        const taken = isList ? fitting : fitting.slice(0, 1)
        for (const entity of taken) left.splice(left.indexOf(entity), 1)
        const isWhole = isList ? taken.length > 1 && isListed(taken, entities, tags) : taken.length > 0
        return { isWhole, ids: /^[a-z]/.test(role) ? [] : taken.map(({ id }) => id) }
      })
    if (left.length === 0 && used.every(({ isWhole }) => isWhole)) return used.flatMap(({ ids }) => ids)
  }
  return undefined
}

/** Whether some of the entities are named in a row, with nothing but "and", "or" or "in" between them. */
function isListed(some: readonly Entity[], entities: readonly Entity[], tags: readonly Tag[]): boolean {
  const names = some.map((entity) => `@${entities.indexOf(entity)}` as const)
  const places = names.map((name) => tags.indexOf(name))
  return tags
    .slice(Math.min(...places), Math.max(...places))
    .every((tag) => tag === 'and' || tag === 'or' || tag === 'in' || names.some((name) => name === tag))
}

/** Two entities in the order that a word between them gives; of two countries, one that is attacked comes last. */
function inOrder(concept: Concept, tags: readonly Tag[], entities: readonly Entity[]): Entity[] | undefined {
  const [first, second] = entities
  if (!first || !second || entities.length > 2) return undefined
  const at = tags.indexOf(concept)
  if (tags.indexOf('@0') < at && at < tags.lastIndexOf('@1')) return [first, second]
  const meaning = tags.filter((tag) => tag.startsWith('@') || tag === 'attacked').join(' ')
  if (concept !== 'defend' || !tags.includes('attacked')) return undefined
  if (meaning === '@0 attacked @1' && tags.lastIndexOf('@1') < at) return [second, first]
  return meaning === '@0 @1 attacked' && tags.lastIndexOf('@1') > at && at < tags.indexOf('attacked')
    ? [first, second]
    : undefined
}
