// Leaves out the country that gives a status where a question names both: "a major non-NATO ally of the US".
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Named } from './question-names.ts'
import { candidatesOf, dropUnused } from './treaties-between.ts'

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
