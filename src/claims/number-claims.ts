// How people state numbers of troops and shares of GDP.
import type { ClaimGroup } from './claim-patterns.ts'

const troops =
  '(?:(?:@(?<U>\\d+) |american |active duty )*(?:military )?(?:troops|soldiers|service members|servicemembers|forces|personnel|gis|military personnel)(?: stationed| based| deployed| sitting| there| permanently| permanently stationed| left)*)'
const onDefense =
  '(?:on|for|to|in) (?:its |their |his )?(?:defense|military|army|armed forces|military spending|defense spending|defense budget)'
const gdp = '(?:(?: of)? (?:its |their )?(?:gdp|economy|national income))?'

export const numberClaims: readonly ClaimGroup[] = [
  {
    forms: ['most-troops'],
    texts: [
      `<C> (?:hosts|has) (?:most|largest number of|biggest number of) ${troops}(?: of any country| abroad| overseas| in world| of anyone)?`,
      `<C> (?:hosts|has) more ${troops} than any other country`,
      `most ${troops}(?: abroad| overseas)? are in <C>`,
    ],
  },
  {
    forms: ['troops', 'most-troops'],
    texts: [`<C> (?:hosts|has) <Q><N> ${troops} , more than any other country`],
  },
  {
    forms: ['troops'],
    texts: [
      `there (?:is|are|(?<past>was|were)) <Q><N> ${troops} (?:in|on) <C><D>`,
      `<C> (?:hosts|has|(?<past>had|hosted)) <Q><N> ${troops}<D>`,
      `<U> (?:has|have|keeps|stations|maintains|(?<past>had)) <Q><N> (?:military )?(?:troops|soldiers|service members|personnel|forces)(?: stationed| based| deployed)* in <C><D>`,
      `<Q><N> ${troops} (?:is|are|(?<past>was|were)) (?:stationed |based |deployed )?in <C><D>`,
    ],
  },
  {
    forms: ['most-spending'],
    texts: [
      `<C> spends (?:most|more|bigger share|larger share|highest share|biggest share)${gdp} ${onDefense} than any other <B>(?: member| country| ally)?(?: , <U> included)?`,
      `<C> spends (?:biggest|highest|largest|bigger|larger|higher) share${gdp} ${onDefense}(?: in <B>| of any <B2> (?:member|country|ally))?`,
      `<C> spends most ${onDefense} as (?:share|percentage) of gdp(?: in <B>)?`,
      `<C> is <B> (?:top|biggest|highest|largest) (?:defense |military )?spender by share of gdp`,
    ],
  },
  {
    forms: ['spending'],
    texts: [
      `<C+> (?:spends?|spent|is spending|(?<past>were spending)) <Q><N> percent${gdp} ${onDefense}<D>`,
      `<C+> (?:spends?|spent) <Q><N> percent ${onDefense}<D>`,
      `<C+> ${onDefense.replace('(?:on|for|to|in) ', '')} (?:is|was|spending is|budget is) (?:at )?<Q><N> percent${gdp}<D>`,
      `<C+> (?:defense|military) (?:spending|budget|expenditure) (?:is|was|stands at) (?:at )?<Q><N> percent${gdp}<D>`,
    ],
  },
  {
    forms: ['spending'],
    negation: 'never',
    texts: [
      `<C+> (?:has |have )?never (?:spent|spends?|reached|met|hit) (?:even |at least )?<N> percent(?: target| goal| guideline)?${gdp}(?: ${onDefense})?`,
      `<C+> (?:has |have )?never (?:spent|met|reached|hit) <N> percent target`,
    ],
  },
  {
    forms: ['spending'],
    bound: 'least',
    texts: [
      `<C+> (?:meets?|met|hits?|reach|reaches|reached|clears?) (?:@\\d+ )?<N> percent(?: target| goal| guideline| mark| threshold| benchmark)?${gdp}<D>`,
    ],
  },
  {
    forms: ['spending'],
    bound: 'under',
    texts: [
      `<C+> (?:does|do|did) not (?:meet|hit|reach|spend) (?:@\\d+ )?<N> percent(?: target| goal| guideline| mark| threshold)?${gdp}(?: ${onDefense})?<D>`,
      `<C+> (?:misses|missed|falls short of|fell short of) (?:@\\d+ )?<N> percent(?: target| goal| guideline| mark| threshold)?${gdp}<D>`,
    ],
  },
  {
    forms: ['more'],
    detail: 'us-troops',
    texts: [
      `there are more ${troops} in <C> than (?:there are )?in <A>`,
      `<C> (?:hosts|has) more ${troops} than <A>(?: does)?`,
      `more ${troops} are in <C> than in <A>`,
    ],
  },
  {
    forms: ['more'],
    detail: 'military-spending',
    texts: [
      `<C> spends more ${onDefense} as (?:share|percentage|percent) of (?:their )?gdp than <A>(?: does)?`,
      `<C> spends (?:bigger|larger|higher|more) (?:share|percentage|part)${gdp} ${onDefense} than <A>(?: does)?`,
    ],
  },
]
