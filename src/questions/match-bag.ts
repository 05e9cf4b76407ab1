// Matches the words of a question with the forms that are asked in any order of words.
import type { PartialDate } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import { bagFits, bags } from './bags.ts'
import { unitedStates } from './promise-facts.ts'
import type { Question } from './question.ts'
import { hasRole } from './roles.ts'

const numberNames =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ')

const romanNumbers = ' i ii iii iv v vi vii viii ix x'.split(' ')

/** What stands in a question of a bag's form beside the names that it lists. */
export function matchBag(
  words: readonly string[],
  entities: readonly Entity[],
  date: PartialDate,
): Question | undefined {
  const article = /\barticle (\d+|[a-z]+)\b/.exec(words.join(' '))?.[1] ?? ''
  const spelled = Math.max(numberNames.indexOf(article), romanNumbers.indexOf(article))
  const number = /^\d+$/.test(article) ? article : spelled > 0 ? String(spelled) : ''
  const marked =
    number === ''
      ? words
      : words.map((word, index) => (word === article && words[index - 1] === 'article' ? 'N' : word))
  // "if China attacks": against whom a promise is made changes nothing.
  const [, attacker] = /\bif @(\d) (?:attack|invade|hit|strike)(?:s|es|ed|d)?\b/.exec(marked.join(' ')) ?? []
  if (attacker !== undefined && entities.length > (words.includes('who') ? 1 : 2))
    return matchBag(
      renumber(
        words
          .join(' ')
          .replace(/\bif @\d (?:attack|invade|hit|strike)(?:s|es|ed|d)?\b(?: it| them| @\d)?/, ''),
        Number(attacker),
      ),
      entities.filter((_, index) => index !== Number(attacker)),
      date,
    )
  for (const bag of bags) {
    if (date !== '' && !bag.isDated) continue
    if (!bagFits(bag, marked)) continue
    const used = assign(bag.names === '' ? [] : bag.names.split(' '), entities)
    // U.S. troops are those that are counted, not those of one of two countries.
    if (bag.form === 'troops' && used?.includes(unitedStates) && used.length > 1) continue
    // "If Japan is attacked, must the United States defend it?": the one that is attacked comes second.
    const attacked = /\bif @(\d)/.exec(marked.join(' '))?.[1]
    if (used && bag.form === 'defend' && attacked === '0' && used[0] === entities[0]?.id) used.reverse()
    const text = marked.join(' ')
    const attribute =
      bag.form === 'founded' && /\b(?:force|effect)\b/.test(text)
        ? 'force'
        : bag.form === 'held' && /\b(?:often|annual|annually|yearly|biennial|every)\b/.test(text)
          ? 'often'
          : (bag.detail ?? '')
    if (used) return { form: bag.form, entities: used, date, detail: number || attribute }
  }
  return undefined
}

/** The words without one name, with the numbers of those after it moved up. */
function renumber(text: string, removed: number): string[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) =>
      /^@\d$/.test(word) && Number(word.slice(1)) > removed ? `@${Number(word.slice(1)) - 1}` : word,
    )
}

/** The entities in the order of the roles; undefined unless all fit and none is left over but the United States. */
function assign(roles: readonly string[], entities: readonly Entity[]): string[] | undefined {
  const orders = entities.length === 2 ? [entities, entities.toReversed()] : [entities]
  for (const order of orders) {
    if (order.length === roles.length && order.every((entity, index) => hasRole(entity, roles[index] ?? '')))
      return order.map(({ id }) => id)
  }
  const others = entities.filter(({ id }) => id !== 'united-states')
  const fitting = others.length === roles.length && others.length < entities.length
  if (fitting && others.every((entity, index) => hasRole(entity, roles[index] ?? '')))
    return others.map(({ id }) => id)
  return undefined
}
