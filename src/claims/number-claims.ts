// How people state numbers of troops and shares of GDP.
import type { ClaimGroup } from './claim-patterns.ts'

const troops =
  '(?:(?:@(?<U>\\d+) |american |active duty )*(?:military )?(?:troops|soldiers|service members|servicemembers|forces|personnel|gis|military personnel)(?: stationed| based| deployed| sitting| there| permanently| permanently stationed| left)*)'
const onDefense =
  '(?:on|for|to|in) (?:its |their |his )?(?:defense|military|army|armed forces|military spending|defense spending|defense budget)'
const gdp = '(?:(?: of)? (?:its |their )?(?:gdp|economy|national income))?'

const member = '(?:members?|allies|ally|countries|country|nations?|member states?)'
const most =
  '(?:more than any other|more than any|most of any|highest of any|highest of|most in|highest in|biggest share in|most of all)'
const goalWord = '(?: (?:target|goal|guideline|mark|threshold|benchmark|pledge))?'
const reach =
  '(?:meets?|met|hits?|reached|reach|reaches|spends?|spent|clears?|cleared|make|made|is at|are at|were at)'

export const numberClaims: readonly ClaimGroup[] = [
  {
    forms: ['goal'],
    object: 'nato',
    texts: [
      `(?:<B>|they|allies|members|everyone)(?: ${member}| leaders)? (?:have )?(?:agreed|pledged|committed|promised|decided|signed up)(?: themselves)?(?: (?:at|in) hague(?: summit)?(?: in 2025(?:-06)?)?)?(?: in(?: june)? 2025(?:-06)?)?(?: (?:to|on))?(?: (?:spend|spending|invest|investing|reach|hit|raise defense spending to|increase defense spending to|raise spending to|move to|move toward|target of|goal of))* (?<N>5) percent${gdp}(?: (?:on|in|for|to) (?:defense|military))?(?: every year| year| yearly)?(?: (?:at|in) hague(?: summit)?)?(?: in(?: june)? 2025)?(?: by (?<detail>\\d{4}))?(?: (?:at|in) hague(?: summit)?)?(?: in(?: june)? 2025)?`,
      `<B> (?:new )?(?:defense )?(?:spending )?(?:target|goal|pledge) is (?<N>\\d+) percent${gdp} by (?<detail>\\d{4})`,
      `it is (?<N>\\d+) percent${gdp} by (?<detail>20\\d\\d)`,
    ],
  },
  {
    forms: ['reached'],
    object: 'nato',
    texts: [
      `<Q><N> (?:of )?(?:\\d+ )?(?:<B> )?${member}(?: (?:of|in) <B2>)? ${reach} (?:at least )?(?<detail>\\d) percent${goalWord}${gdp}(?: ${onDefense})?${goalWord}<D>`,
      `<Q><N> (?:of )?(?:\\d+ )?(?:<B> )?${member}(?: (?:of|in) <B2>)? ${reach} (?:at least )?(?:<B3> )?(?<detail>\\d) percent${goalWord}<D>`,
    ],
  },
  {
    forms: ['reached'],
    object: 'nato',
    number: -1,
    texts: [
      `(?:every|each|every single) (?:single )?(?:<B> )?${member}(?: of <B2>)? ${reach} (?:at least )?(?:<B3> )?(?<detail>\\d) percent${goalWord}${gdp}(?: ${onDefense})?<D>`,
    ],
  },
  {
    forms: ['most-troops'],
    texts: [
      `<C> (?:hosts|has) (?:most|largest number of|biggest number of) ${troops}(?: of any country| abroad| overseas| in world| of anyone)?`,
      `<C> (?:hosts|has) more ${troops} than any other country`,
      `most ${troops}(?: abroad| overseas)? are in <C>`,
      `more ${troops} (?:is|are) (?:based |stationed )?in <C> than (?:in )?(?:any other|any other foreign|any) (?:country|nation|place)(?: in world)?`,
      `<C> (?:hosts|has) (?:biggest|largest) (?:<U> |american )(?:military )?(?:presence|contingent|garrison|deployment)(?: in world| abroad| overseas| of any country)?`,
      `no (?:other )?country (?:hosts|has) more ${troops} than <C>`,
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
      `<C> is home to <Q><N> ${troops}<D>`,
      `<U> (?:has|have|keeps|stations|maintains|got|has got) <Q><N> (?:of (?:its|their) )?(?:military |active duty )?(?:troops|soldiers|service members|personnel|forces|people)(?: stationed| based| deployed)* in <C><D>`,
      `number of ${troops} in <C> is <Q><N><D>`,
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
      `<C> spends (?:most|more) ${onDefense} as (?:share|percentage|percent) of (?:their )?gdp(?: (?:in|of) <B>)?`,
      `<C> spends most(?: ${onDefense})? (?:in|of) <B> (?:as (?:share|percentage|percent) of (?:their )?|relative to (?:their )?|by share of )gdp`,
      `<C> is <B> (?:top|biggest|highest|largest) (?:defense |military )?spender (?:by share of|relative to|as share of|as percentage of|by percentage of|measured by|in terms of|per|as percent of) gdp`,
      `<C> is (?:top|biggest|highest|largest) (?:defense |military )?spender in <B> (?:by share of|relative to|as share of|as percentage of|by percentage of|in terms of|as percent of) gdp`,
      `<C> (?:spends|spent) (?:highest|largest|biggest) (?:share|percentage|proportion|part)${gdp} ${onDefense}(?: in <B>| of any <B2> (?:member|country|ally)| of <B3> (?:members|countries|allies))?<D>`,
      `<C> has highest (?:defense|military) spending (?:as share of|relative to|as percentage of) gdp(?: in <B>)?<D>`,
    ],
  },
  {
    forms: ['spending', 'most-spending'],
    texts: [
      `<C> (?:spends|spent) <Q><N> percent${gdp} ${onDefense} , ${most} <B>(?: (?:member|ally|country))?<D>`,
      `<C> (?:spends|spent) <Q><N> percent${gdp} ${onDefense} , ${most} (?:any |other )*country<D>`,
    ],
  },
  {
    forms: ['spending', 'most-spending'],
    object: 'nato',
    texts: [
      `<C> (?:spends|spent) <Q><N> percent${gdp} ${onDefense} , ${most} (?:any |other )*(?:ally|member|allies|members)<D>`,
    ],
  },
  {
    forms: ['spending', 'least-spending'],
    texts: [
      `<C> (?:spends|spent) <Q><N> percent${gdp} ${onDefense}<D> , (?:dead last|lowest|least|last|fewest|bottom)(?: of (?:any|all))? (?:in |of )?<B>(?: (?:members?|allies|ally|countries|country))?`,
    ],
  },
  {
    forms: ['least-spending'],
    texts: [
      `<C> (?:spends|spent) (?:least|smallest share|lowest share|lowest percentage)${gdp} ${onDefense}(?: (?:in|of) <B>)?<D>`,
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
  // Of what it is a share goes without saying among allies.
  { forms: ['spending'], isGuess: true, texts: [`<C+> (?:spends?|spent) <Q><N> percent<D>`] },
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
