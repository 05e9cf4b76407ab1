// Reads questions by what their words mean together, in any order.
import type { Entity } from '../data/model/types.ts'
import { conceptsOf, type Concept, type Tag } from './concepts.ts'
import type { Frame } from './frame.ts'
import { frames, yesNo } from './frames.ts'
import { numberNames, ordinalNames } from './pattern-words.ts'
import { unitedStates } from './promise-facts.ts'
import type { Question } from './question.ts'
import type { Version } from './question-versions.ts'
import { hasRole } from './roles.ts'

/** They change nothing. */
const weightless: readonly Concept[] = [
  'is',
  'in',
  'one',
  'and',
  'get',
  'now',
  'status',
  'with',
  'between',
  'empty',
]

/** They ask for something; who asks for two things asks two questions. */
const asking: readonly Concept[] = ['when', 'since', 'until', 'who', 'count', 'where']

/** A date beside them is a guess, or told by the answer. */
const asksWhen: readonly Concept[] = ['when', 'since', 'until', 'often', 'end', 'exist', 'alive']

/** A question that all words fit by what they mean; yes or no is asked by a question alone. */
export function matchFrame(version: Version, named: readonly Entity[]): Question | undefined {
  const { date, until, isQuestion } = version
  const { words, entities } = withoutAttacker(version.words, named)
  const number = articleNumber(words)
  const tags = conceptsOf(words.at(-1) === 'no' ? words.slice(0, -1) : words, number)
  if (!tags || asking.some((concept) => tags.filter((tag) => tag === concept).length > 1)) return undefined
  // What is to come is no fact.
  if (tags.includes('joining') && tags.includes('is')) return undefined
  const concepts = new Set(tags.filter((tag): tag is Concept => !tag.startsWith('@')))
  const asks = isQuestion || asking.some((concept) => concepts.has(concept))
  const isGuess = asksWhen.some((concept) => concepts.has(concept))
  for (const frame of frames) {
    if (!asks && yesNo.has(frame.form)) continue
    if ((until !== undefined) !== (frame.isOfPeriod === true)) continue
    if (date === '' && typeof frame.isDated === 'string') continue
    if ((date !== '' && !frame.isDated && (!isGuess || frame.form === 'joined-in')) || !fits(frame, concepts))
      continue
    const used = assign(frame, tags, entities)
    if (used)
      return {
        form: frame.form,
        entities: used,
        date: frame.isDated && frame.isDated !== 'told' ? date : '',
        detail: until === undefined ? (frame.detail ?? number?.value ?? '') : `to ${until}`,
      }
  }
  return undefined
}

/** "If Russia attacks Estonia": against whom one must help changes nothing. */
function withoutAttacker(words: readonly string[], entities: readonly Entity[]) {
  const text = words.join(' ')
  const [attack, attacker] =
    /\bif @(\d) (?:(?:attack|invade|hit|strike)(?:s|es|ed|d)?(?= (?:@|it\b|them\b))|(?:attack|invade|strike)s?(?= |$))(?: (?:it|them)\b)?/.exec(
      text,
    ) ?? []
  if (attack === undefined || entities.length < 2) return { words, entities }
  const without = text
    .replace(attack, '')
    .replace(/^ ?(@\d)/, 'if $1 attacked')
    .replace(/@\d/g, (name) => (name.slice(1) > (attacker ?? '') ? `@${Number(name.slice(1)) - 1}` : name))
  return {
    words: without.split(' ').filter(Boolean),
    entities: entities.filter((_, index) => index !== Number(attacker)),
  }
}

const romanNumbers = ' i ii iii iv v vi vii viii ix x'.split(' ')

/** The number of an article, and where it stands. */
function articleNumber(words: readonly string[]): { value: string; index: number } | undefined {
  const index = words.findIndex(
    (word, at) => at > 0 && words[at - 1] === 'article' && numberOf(word) !== undefined,
  )
  const value = numberOf(words[index] ?? '')
  return value === undefined ? undefined : { value, index }
}

function numberOf(word: string): string | undefined {
  if (/^\d+$/.test(word)) return word
  const spelled = Math.max(...[numberNames, romanNumbers, ordinalNames].map((names) => names.indexOf(word)))
  return spelled > 0 ? String(spelled) : undefined
}

function fits({ needs, may }: Frame, concepts: ReadonlySet<Concept>): boolean {
  const isUsed = (concept: Concept) =>
    weightless.includes(concept) || may.has(concept) || needs.some((group) => group.includes(concept))
  return needs.every((group) => group.some((concept) => concepts.has(concept))) && [...concepts].every(isUsed)
}

/** The ids of the entities in the order of the roles; undefined unless all fit. */
function assign(
  { form, names, ordered }: Frame,
  tags: readonly Tag[],
  entities: readonly Entity[],
): string[] | undefined {
  if (ordered === 'apart' && isListed(entities, entities, tags)) return undefined
  if (ordered && ordered !== 'apart') {
    const order = inOrder(ordered, tags, entities)
    return order?.every((entity, index) => hasRole(entity, names[index] ?? ''))
      ? order.map(({ id }) => id)
      : undefined
  }
  const isOfAmericans = names.includes('US')
  const others = entities.filter(
    ({ id }, index) => id !== unitedStates || (!isOfAmericans && isSubject(index, tags)),
  )
  if (isOfAmericans && others.length === entities.length && !tags.includes('americans')) return undefined
  const roles = names.filter((role) => role !== 'US' && !role.startsWith('='))
  // A body that goes without saying is named in the answer.
  const unsaid = names.flatMap((role) => (role.startsWith('=') ? [role.slice(1)] : []))
  // "Exercises with the United States" are not all that a country took part in.
  const isAlone = ['exercises', 'oldest-alliance', 'in-what'].includes(form) || names.join() === 'C+'
  const inPart = isAlone ? [] : [others]
  for (const order of isOfAmericans ? [others] : [entities, entities.toReversed(), ...inPart]) {
    const left = [...order]
    const used = roles.map((role) => {
      const fitting = left.filter((entity) => hasRole(entity, role.toUpperCase()))
      const isList = role.endsWith('+')
      const taken = isList ? fitting : fitting.slice(0, 1)
      for (const entity of taken) left.splice(left.indexOf(entity), 1)
      const isWhole = isList ? taken.length > 1 && isListed(taken, entities, tags) : taken.length > 0
      return { isWhole, ids: /^[a-z]/.test(role) ? [] : taken.map(({ id }) => id) }
    })
    if (left.length === 0 && used.every(({ isWhole }) => isWhole))
      return [...unsaid, ...used.flatMap(({ ids }) => ids)]
  }
  return undefined
}

/** "Must the United States" asks of it, where "of the United States" goes without saying. */
function isSubject(index: number, tags: readonly Tag[]): boolean {
  const before = tags[tags.indexOf(`@${index}`) - 1]
  return before !== undefined && ['must', 'would', 'may'].includes(before)
}

/** They may stand between the names of a list. */
const joining = new Set<Tag>([
  'and',
  'or',
  'with',
  'alongside',
  'in',
  'before',
  'first',
  'between',
  'empty',
  'past',
  'join',
  'member',
])

/** Whether some of the entities are named in a row. */
function isListed(some: readonly Entity[], entities: readonly Entity[], tags: readonly Tag[]): boolean {
  const names = some.map((entity) => `@${entities.indexOf(entity)}` as const)
  const places = names.map((name) => tags.indexOf(name))
  return tags
    .slice(Math.min(...places), Math.max(...places))
    .every((tag) => joining.has(tag) || names.some((name) => name === tag))
}

/** Two entities in the order that the words give: which is left out of the other's list, or which defends the other. */
function inOrder(concept: Concept, tags: readonly Tag[], entities: readonly Entity[]): Entity[] | undefined {
  const [first, second] = entities
  if (!first || !second || entities.length > 2) return undefined
  if (concept === 'must') {
    // Who must defend a body is not bound by it.
    const isBody = first.kind !== 'country'
    const isDefended = tags[tags.indexOf(isBody ? '@0' : '@1') - 1] === 'defend'
    return isDefended ? undefined : isBody ? [first, second] : [second, first]
  }
  const [one, other, at] = [tags.indexOf('@0'), tags.lastIndexOf('@1'), tags.indexOf(concept)]
  if (one < at && at < other) return [first, second]
  if (concept !== 'defend' || at < other) return undefined
  // "If Japan is attacked, must the United States help": the one that is attacked comes last.
  const attacked = tags.indexOf('attacked')
  const must = Math.max(tags.indexOf('must'), tags.indexOf('would'))
  if (one < attacked && attacked < other) return [second, first]
  if (0 <= attacked && attacked < one && one < must && must < other) return [second, first]
  // "Must the United States Japan help", and "Australia, is the United States bound to help it".
  return must < other ? [first, second] : [second, first]
}
