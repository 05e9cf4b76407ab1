// How people state who left what, was made to leave it, or is suspended from it.
import type { ClaimGroup } from './claim-patterns.ts'
import { inside } from './member-patterns.ts'
import { datePattern as date } from './plain-words.ts'

const left =
  '(?:(?:formally |officially )?left|quit|exited|withdrew from|pulled out of|walked out of|has left|have left|has quit|have quit|dropped out of|has withdrawn from|have withdrawn from|bailed on)'
const kicked =
  '(?:(?:was|were|got|is|has|have) (?:been )?(?:kicked|thrown|booted|expelled|ejected|removed)(?: out)?(?: of| from))'

export const leavingClaims: readonly ClaimGroup[] = [
  {
    forms: ['left'],
    number: 2,
    texts: [
      `<C> ${left} <B> (?:twice|2 times|not once but twice|on 2 occasions|on 2 separate occasions)`,
      `<C> ${left} <B><D> for (?:nth2|2|second) time`,
      `<C> ${left} <B> for (?:nth2|2|second) time<D>`,
    ],
  },
  {
    forms: ['left'],
    number: 1,
    texts: [`<C> ${left} <B> (?:once|only once|exactly once|1 time)`],
  },
  {
    forms: ['left'],
    texts: [`<C+> ${left} <B>(?: altogether| completely| entirely| for good)?<D>`],
  },
  { forms: ['left'], detail: 'expelled', texts: [`<C+> ${kicked} <B><D>`] },
  {
    forms: ['left'],
    detail: 'until',
    texts: [`<C+> (?:was|were) ${inside} <B> (?:until|till|up to) (?<D>${date})`],
  },
  {
    forms: ['left'],
    texts: [
      `<C+> (?:was|were) <S> (?:until|till) (?<D>${date})`,
      `<C+> (?:lost|was stripped of|gave up|had) (?:their )?<S>(?: status)?(?: revoked| removed| rescinded| taken away)?<D!>`,
      `<C+> (?:lost|was stripped of|gave up) (?:their )?<S>(?: status)?`,
      `<C+> <be> (?:removed|dropped|taken off|struck) from <S>(?: list)?<D>`,
      `<C+> (?:was|is) (?:gone|out of) (?:from )?<B> (?:by|in|since|from) (?<D>${date})`,
    ],
  },
  {
    forms: ['joined', 'left'],
    texts: [
      `<C+> (?:was|were) (?:${inside} <B>|<S>) from (?<D>${date}) (?:to|until|till|through) (?<until>${date})`,
    ],
  },
  {
    forms: ['suspended'],
    texts: [
      `<C+> <be> suspended (?:from|by|in) <B><D>`,
      `<C+> (?:<B> (?:membership|participation)|(?:membership|participation|seat) (?:in|of) <B2>) <be> (?:suspended|frozen|paused|on hold|on ice)<D>`,
      `<C+> (?:froze|frozen|suspended|has frozen|paused|halted|put on hold) (?:their )?(?:participation|membership|part|role) (?:in|of) <B><D>`,
      `@\\d+ (?:suspended|froze|halted|cut|ended|dropped) their <B>(?: treaty| defense| security)* (?:obligations|commitments|guarantees?|duties) (?:to|toward|towards) <C><D>`,
      `@\\d+ (?:suspended|froze|halted|cut|ended|dropped) their(?: treaty| defense| security)* (?:obligations|commitments|guarantees?|duties) (?:under|in) <B> (?:to|toward|towards) <C><D>`,
      `<C+> (?:froze|suspended) their <B> (?:membership|participation)<D>`,
    ],
  },
  // Who suspends a body may suspend it for another.
  { forms: ['suspended'], isPast: true, isGuess: true, texts: [`<C+> (?:froze|suspended|paused) <B><D>`] },
  {
    forms: ['left'],
    negation: 'never',
    texts: [
      `<C+> (?:never|has never|have never) (?:left|quit|withdrew from|withdrawn from|pulled out of) <B>`,
      `<C+> (?:did|has|have) not (?:leave|left|quit|withdrawn from|withdraw from) <B>(?: yet)?<D>`,
    ],
  },
  {
    forms: ['left'],
    negation: 'never',
    detail: 'expelled',
    texts: [`<C+> <be> (?:kicked|thrown|booted|expelled)(?: out)?(?: of| from) <B>`],
  },
]
