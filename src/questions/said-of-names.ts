// Leaves out what goes without saying of a name: who gives a status, and that a body which has ended is a former one.
import { endOf } from '../cards/entity/current-facts.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Named } from './question-names.ts'
import { candidatesOf, dropUnused } from './treaties-between.ts'

/** "Former Warsaw Pact members": it has no others. */
export function withoutFormer(named: Named, facts: FactSnapshot, today: string): Named {
  const hasEnded = (name: string) =>
    candidatesOf(name, named.candidates).every(({ id }) => endOf(facts.factsAbout(id), today) !== undefined)
  return {
    ...named,
    words: named.words
      .join(' ')
      .replace(
        /\b(?:former|ex|old|one time) (?:members? (?:states |countries )?(?:of|in) (?:the )?)?(?=(@\d))/g,
        (all, name: string) => (hasEnded(name) ? all.replace(/^(?:former|ex|old|one time) /, '') : all),
      )
      .split(' '),
  }
}

/** "A major non-NATO ally of the US", who gives it. */
export function withoutGrantor(named: Named, facts: FactSnapshot): Named {
  const { words, candidates } = named
  const text = words.join(' ')
  const grants = (giver: string, status: string) =>
    candidatesOf(status, candidates).every(
      ({ id, kind }) =>
        kind === 'status' &&
        facts
          .factsAbout(id)
          .some(
            ({ attribute, facts: own }) =>
              attribute === 'classification' &&
              own.some(({ mentions }) =>
                candidatesOf(giver, candidates).some((one) => mentions.includes(one.id)),
              ),
          ),
    )
  const plain = text
    .replace(/(@\d) (?:of|to|with|for) (?:the )?(@\d)(?= |$)/, (all, status: string, giver: string) =>
      grants(giver, status) ? status : all,
    )
    .replace(
      /(?<=(?:@\d|become|became|many|which|what|all|list) (?:(?:a|the) )?)(@\d) (@\d)(?= |$)/,
      (all, giver: string, status: string) => (grants(giver, status) ? status : all),
    )
  return plain === text ? named : dropUnused(plain, candidates)
}
