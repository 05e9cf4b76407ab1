// How people state which members of one body are in another, and which are not.
import type { ClaimGroup } from './claim-patterns.ts'
import { inside, nations } from './member-patterns.ts'

const many = `<Q><N> (?:of (?:\\d+ )?)?(?:<B> ${nations}|${nations} (?:of|in) <B2>)`
const only = `<C+> (?:is|are) only (?:\\d+ )?(?:<B> ${nations}|${nations} (?:of|in) <B2>)(?: (?:that|which|who))?(?: (?:is|are))?`
const not = `(?:not (?:${inside} )?|(?:outside|out)(?: of)? )`

export const overlapClaims: readonly ClaimGroup[] = [
  {
    forms: ['shared'],
    negation: 'not',
    texts: [`${many} (?:are|is) ${not}<Z>`, `${many} do not belong to <Z>`],
  },
  { forms: ['shared'], texts: [`${many} (?:(?:are|is) ${inside}|belong to) <Z>`] },
  { forms: ['sole'], negation: 'not', texts: [`${only} ${not}<Z+>`] },
  { forms: ['sole'], texts: [`${only} ${inside} <Z+>`] },
]
