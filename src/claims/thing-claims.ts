// How people state dates, promises, kinds, exercises and offices.
import type { ClaimGroup } from './claim-patterns.ts'

const defense = '(?:mutual |collective )?(?:defense|defensive)'
const pact = '(?:pact|treaty|treaties|agreement|alliance|clause|commitment|guarantee|provision|obligation)'
const verbs =
  '(?:founded|created|established|formed|signed|announced|launched|started|set up|born|made|unveiled|formalized|inked|concluded)'
const take =
  '(?:took part in|participated in|takes part in|take part in|participates? in|attended|joined|went to|competed in|has taken part in|have taken part in|sent ships to|sent troops to)'
const kinds =
  '(?<detail>(?:formal |military |defensive |defense |security |mutual defense |treaty |trilateral |bilateral |political |economic |collective defense )*(?:alliance|treaty|pact|partnership|organization|treaty organization|dialogue|exercise|coalition|program|law|forum|group|bloc|status|command))'
const bound =
  '(?:must|has to|have to|is obligated to|is obliged to|is required to|are obliged to|are obligated to|is bound to|is bound by treaty to|is legally obliged to|is committed to|has promised to|promised to|is duty bound to|has obligation to|has duty to|has treaty obligation to|is treaty bound to)'
const unbound =
  '(?:does not have to|do not have to|is not obligated to|is not obliged to|is not required to|are not obliged to|is not bound to|has no obligation to|has no duty to|is under no obligation to|has no treaty obligation to|has not promised to|is not committed to)'

const people = '(?:troops|soldiers|personnel|service members|military personnel|people)'
/** In years. */
const frequencies: readonly [years: number, words: string][] = [
  [1, 'every year|yearly|annually|once year|each year|(?:annual|yearly)(?: [a-z]+)?'],
  [
    2,
    'every 2 years|every other year|biennially|every second year|once every 2 years|biennial(?: [a-z]+)?|in (?:even|odd)(?: numbered)? years',
  ],
  [3, 'every 3 years'],
  [4, 'every 4 years'],
  [0.5, 'twice year|2 times year'],
]

export const thingClaims: readonly ClaimGroup[] = [
  {
    forms: ['founded'],
    texts: [
      `<X> (?:was|were|is|got) (?<detail>${verbs})<D!>`,
      `<X> (?<detail>began|started|came|came into force|entered into force|took effect|came into being|came about)<D!>`,
      `<X> (?:dates|goes)(?: back)?(?: to)?<D!>`,
      `<X> (?:is|existed|exists|has existed|is around|is in force|is in place)(?: in existence)? since<D!>`,
      `<X> (?:is|was) from<D!>`,
      `<X> was (?:first )?held(?: for first time)?<D!>`,
      `<C+> (?<detail>signed|founded|created|announced|formed|launched) <X><D!>`,
    ],
  },
  {
    forms: ['founded', 'is-in'],
    texts: [`<X> was (?<detail>${verbs})<D!> by <C+>`],
  },
  {
    forms: ['ended'],
    texts: [
      `<X> (?:was |is |has )?(?:been )?(?:ended|dissolved|disbanded|collapsed|abolished|terminated|scrapped|wound up|fell apart|broke up|folded|ceased to exist|died)<D>`,
      `<X> (?:nolonger exists|does nolonger exist|is gone|is defunct|is dead|does not exist|is nolonger in force|is over)`,
      `<X> (?:ran|lasted|existed)(?: from (?:1[789]|20)\\d\\d)? (?:to|until|till|through)(?: end of)?<D!>`,
    ],
  },
  {
    forms: ['exists'],
    texts: [
      `<X> (?:exists|is in force|is around|is active|is alive|is alive and well|is in effect|is valid)`,
    ],
  },
  {
    forms: ['treaty-ally'],
    texts: [
      `<C+> <be> (?:<U> )?(?:formal |legal )?(?:treaty|defense treaty) (?:ally|allies)(?: of @(?<U2>\\d+)| with @(?<U3>\\d+))?`,
    ],
  },
  {
    forms: ['ally'],
    texts: [
      `<C+> <be> (?:<U> |american )(?:military )?(?:ally|allies)`,
      `<C+> <be> (?:military )?(?:ally|allies|allied) (?:of|with|to) <U>`,
    ],
  },
  {
    forms: ['defense-treaty'],
    texts: [
      `<A+> (?:have|share|has|signed|are bound by) (?:bilateral )?${defense} ${pact}(?: with each other)?`,
      `<A> (?:has|have|signed) (?:bilateral )?${defense} ${pact} with <C>`,
      `there (?:is|are) ${defense} ${pact} between <A+>`,
      `<C> (?:is|are) (?:protected|covered) by ${defense} ${pact} with <A>`,
    ],
  },
  {
    forms: ['defense-treaty'],
    negation: 'not',
    texts: [
      `<A+> (?:have|share|has) no (?:bilateral )?${defense} ${pact}(?: with each other)?`,
      `<A> (?:has|have) no (?:bilateral )?${defense} ${pact} with <C>`,
      `<A> (?:does|do) not have (?:bilateral )?${defense} ${pact} with <C>`,
      `<A+> do not have (?:bilateral )?${defense} ${pact}`,
      `there is (?:no|not) ${defense} ${pact} between <A+>`,
    ],
  },
  {
    forms: ['has-treaty'],
    texts: [`<B> (?:is based on|rests on|is sealed by|has|is backed by) treaty`],
  },
  {
    forms: ['has-treaty'],
    negation: 'not',
    texts: [
      `<B> (?:has no|does not have|is not based on|is not backed by|has never had) treaty(?: behind it)?`,
      `there is no treaty behind <B>`,
    ],
  },
  {
    forms: ['has-treaty', 'defense-clause'],
    negation: 'not',
    texts: [`<B> has no treaty (?:and|or)(?: has)?(?: no)? ${defense} ${pact}`],
  },
  {
    forms: ['defense-clause'],
    texts: [
      `<B> (?:has|have|contains|includes|comes with|brings|carries) ${defense} ${pact}`,
      `<B> is (?:mutual|collective) defense ${pact}`,
      `<B> (?:members|allies|countries) (?:must|have to|are obliged to|are obligated to|are bound to) defend (?:each other|one another)`,
      `<B> (?:obliges|obligates|requires|binds) (?:its |every |all |each )?(?:members?|signatories|parties) to defend (?:each other|one another)`,
    ],
  },
  {
    forms: ['defense-clause'],
    negation: 'not',
    texts: [
      `<B> (?:has no|does not have|contains no|does not contain|does not include|comes without|has never had|lacks) ${defense} ${pact}`,
      `there is no ${defense} ${pact} (?:in|of) <B>`,
      `<B> (?:does not|do not) (?:oblige|obligate|require|bind) (?:its |any |all )?(?:members?|signatories|parties|anyone) to defend (?:each other|one another|anyone)`,
    ],
  },
  {
    forms: ['defend'],
    texts: [`<A> ${bound} (?:defend|protect) <C>(?: if it is attacked| if attacked)?`],
  },
  {
    forms: ['defend'],
    negation: 'not',
    texts: [`<A> ${unbound} (?:defend|protect) <C>(?: if it is attacked| if attacked)?`],
  },
  { forms: ['kind'], texts: [`<B> <be> ${kinds}`] },
  { forms: ['kind'], negation: 'not', texts: [`<B> is no ${kinds}`] },
  {
    forms: ['invoked'],
    object: 'nato',
    texts: [
      `article (?<detail>\\d+)(?: of @(?<B>\\d+))? (?:is|was|has|got) (?:only )?(?:been )?(?:invoked|used|triggered|activated)(?: only)?(?: (?<N>once|1 time|one time|single time|twice|2 times|\\d+ times))?(?:(?: ,)?(?: and)? (?:that|it|which) was)?(?: (?:for|by|to help|to defend) @\\d+)?(?: (?:after|on|following) (?:9 11|september 11)(?: attacks)?)?<D>`,
      `@(?<B>\\d+) (?:has )?(?:only )?(?:invoked|used|triggered) article (?<detail>\\d+)(?: only)?(?: (?<N>once|1 time|one time|single time|twice|\\d+ times))?(?:(?: ,)?(?: and)? (?:that|it|which) was)?(?: (?:for|by|to help|to defend) @\\d+)?(?: (?:after|on|following) (?:9 11|september 11)(?: attacks)?)?<D>`,
      `only time article (?<detail>\\d+) (?:was|is) (?:invoked|used|triggered) was (?:after|following|on) (?:9 11|september 11)(?: attacks)?`,
    ],
  },
  {
    forms: ['invoked'],
    object: 'nato',
    negation: 'never',
    texts: [
      `article (?<detail>\\d+) (?:is |was |has )(?:never|not) (?:been )?(?:invoked|used|triggered|activated)`,
      `@(?<B>\\d+) (?:has )?never (?:invoked|used|triggered) article (?<detail>\\d+)`,
    ],
  },
  {
    forms: ['stands-for'],
    texts: [
      `<X> (?:stands for|is short for|means|is acronym for|is abbreviation for|is abbreviation of|refers to) <X2>`,
    ],
  },
  {
    forms: ['took-part'],
    texts: [
      `<C+> ${take} <E><D>`,
      `<C+> <be> (?:in|part of|at|participants? in) <E><D>`,
      `<E> (?:included|had|featured) <C+><D>`,
    ],
  },
  {
    forms: ['took-part'],
    negation: 'never',
    texts: [
      `<C+> (?:never|has never|have never|did not|has not) (?:took part in|taken part in|take part in|join|joined|participated in|participate in|attended|attend|been in) <E><D>`,
    ],
  },
  {
    forms: ['nations'],
    texts: [
      `<E> (?:has|had|involved|involves|includes|included|featured|drew|brought together|saw) <Q><N> (?:participating )?(?:nations|countries|participants)(?: taking part| participating| involved| in it)?<D>`,
      `<Q><N> (?:nations|countries) (?:took part in|participated in|joined|attended|were in|sent forces to|take part in) <E><D>`,
      `there were <Q><N> (?:nations|countries) (?:in|at) <E><D>`,
    ],
  },
  {
    forms: ['host'],
    texts: [
      `<C+> (?:hosts?|leads?|runs?|hosted|led|organizes?) <E><D>`,
      `<E> (?:is|was) (?:hosted|led|run|organized) by <C+><D>`,
    ],
  },
  {
    forms: ['office'],
    texts: [
      `(?<detail>[a-z]+(?: [a-z]+){0,2}) (?:is|(?<past>was)) (?:current |new )?<P><D>`,
      `@(?<X>\\d+) (?:is|(?<past>was)) (?:current |new )?<P><D>`,
      `(?:current |new )?<P> is (?<detail>[a-z]+(?: [a-z]+){0,2})`,
      `(?:current |new )?<P> is @(?<X>\\d+)`,
      `(?<detail>[a-z]+(?: [a-z]+){0,2}) (?:became|took over as) (?:new )?<P><D>`,
    ],
  },
  {
    forms: ['headquarters'],
    texts: [
      `<X> (?:is|are|(?<past>was|were))(?: (?<neg>not|nolonger))? (?:headquartered|based) in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})<D>`,
      `<X> (?:headquarters|hq|headquarter) (?:is|are|(?<past>was|were))(?: (?<neg>not|nolonger))?(?: located| based)? in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})<D>`,
      `<X> has its (?:headquarters|hq) in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})`,
      `headquarters of <X> (?:is|are) in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})`,
    ],
  },
  ...frequencies.map(([number, words]): ClaimGroup => ({
    forms: ['frequency'],
    number,
    texts: [`<E> (?:is|happens|takes place|is held|runs|is run|occurs) (?:${words})`],
  })),
  {
    forms: ['personnel'],
    texts: [
      `<E> (?:has|had|involved|involves|included|brought together|featured|saw) <Q><N> ${people}(?: taking part| involved)?<D>`,
      `<Q><N> ${people} (?:took part in|participated in|joined|were in) <E><D>`,
    ],
  },
  {
    forms: ['nations', 'personnel'],
    texts: [
      `<E> (?:has|had|involved|drew|brought together) <Q><N> (?:nations|countries) and <Q2><N2> ${people}<D>`,
    ],
  },
]
