// How people state dates, kinds, uses of articles, offices and seats.
import type { ClaimGroup } from './claim-patterns.ts'

const verbs =
  '(?:founded|created|established|formed|signed|announced|launched|started|set up|born|made|unveiled|formalized|inked|concluded)'
/** Adjectives that are judged with their noun, or that change nothing of what is claimed; with any other, a claim is not read. */
export const plainAdjectives =
  '(?:(?:formal|military|defensive|defense|security|mutual defense|collective defense|treaty|trilateral|bilateral|political|economic|joint|multinational|international) )*'
export const kinds = `(?<detail>${plainAdjectives}(?:alliance|treaty|pact|partnership|organization|treaty organization|dialogue|exercise|coalition|program|law|forum|group|bloc|status|command))`

const often =
  '(?: only)?(?: (?:exactly |only )?(?<N>once|1 time|one time|single time|twice|2 times|\\d+ times))?(?: for first time)?(?<once> for first and only time)?'
const reason =
  '(?:(?: ,)?(?: and)? (?:that|it|which) was)?(?:(?: ,)? (?:(?:for|to help|to defend) @\\d+|by <B2>))?(?: ,)?'
const september11 = '(?<sep> (?:after|on|following|because of|response to|due to|for|over) september 11)?'
const paris = '(?<paris> after(?: november)?(?: 2015 paris| paris| 2015)(?: terror)? attacks)?'

export const thingClaims: readonly ClaimGroup[] = [
  {
    forms: ['founded', 'start-place'],
    texts: [
      `<X> (?:was|were) (?<detail>${verbs}) (?:in|at) (?<place>[a-z]+(?: (?!(?:in|on|at)\\b)[a-z]+){0,2})<D!>`,
      `<X> (?:was|were) (?<detail>${verbs})<D!> (?:in|at) (?<place>[a-z]+(?: [a-z]+)?)`,
    ],
  },
  {
    forms: ['start-place'],
    texts: [`<X> (?:was|were) (?<detail>${verbs}) (?:in|at) (?<place>[a-z]+(?: [a-z]+)?)`],
  },
  {
    forms: ['known-as'],
    texts: [
      `<X> (?:is|was)(?: (?:originally|first|formerly|previously|initially))? (?:called|known as|named) <X2>`,
      `<X> (?:is|was) (?:renamed|renamed to|rebranded as|renamed as) <X2><D>`,
      `<X> (?:became|turned into|changed its name to) <X2><D>`,
      `<X> was (?:originally|formerly|previously|first|initially) <X2>`,
      `<X> (?:started (?:out )?as|began as|started life as) <X2>`,
    ],
  },
  {
    forms: ['founded', 'joined'],
    texts: [
      `<B> (?:started|began|was (?:founded|created|formed))(?: (?:out )?as <X2>)?<D!> (?:with|by) <C+>`,
    ],
  },
  { forms: ['known-as', 'founded'], texts: [`<X> (?:started|began)(?: (?:out|life))? as <X2><D!>`] },
  {
    forms: ['founded'],
    texts: [
      `<X> (?:was|were|is|got) (?:first |originally |initially )?(?<detail>${verbs})<D!>`,
      `<X>(?: (?:mutual|security|defense|cooperation|and))* (?:treaty|pact|agreement|alliance) (?:was|were|is) (?<detail>${verbs})<D!>`,
      `<X> (?:was|were) (?<detail>passed|enacted|adopted|ratified)(?: by (?:us )?congress)?<D!>`,
      `<X> first (?:ran|took place|happened|met)<D!>`,
      `<X> (?:traces (?:itself |its roots |their roots )?to|goes way to|originated in|stems from|comes from|is in force since|is in effect since|has existed since)<D!>`,
      `<X> (?<detail>began|started|came|came into force|entered into force|took effect|came into being|came about)<D!>`,
      `<X>(?:(?: (?:mutual|security|defense|and))* (?:treaty|pact|alliance|deal|arrangement|agreement|network))? (?:dates|goes)(?: all way)?(?: back)?(?: to)?<D!>`,
      `<X> (?:is|existed|exists|has existed|is around|is in force|is in place|is held|takes place|runs|is run|is running|is going|happens)(?: (?:in existence|on|yearly|annually|every year))? since<D!>`,
      `<X> (?:is|was) from<D!>`,
      `<X> was (?:first )?held(?! to)(?: for first time)?<D!>`,
      `<X>(?: (?:mutual|security|defense|cooperation|and))* (?:treaty|pact|agreement|alliance) (?<detail>came into force|entered into force|took effect)<D!>`,
      `<C+> (?<detail>signed|founded|created|announced|formed|launched|established|set up) <X><D!>`,
    ],
  },
  {
    forms: ['founded', 'is-in'],
    texts: [
      `<X> was (?<detail>${verbs})<D!> by <C+>`,
      `<C+> (?:answered|responded|reacted|replied|countered) (?:with|by (?<detail>founding|creating|forming|establishing|setting up)) <X><D!>`,
    ],
  },
  {
    forms: ['ended'],
    detail: 'wholly',
    texts: [
      `<X> (?:was |is |has )?(?:been )?(?:ended|dissolved|disbanded|abolished|terminated|scrapped|wound up|ceased to exist)<D!>`,
      `<X> (?:nolonger exists|does nolonger exist|is defunct|is nolonger in force)`,
    ],
  },
  {
    forms: ['ended'],
    detail: 'replaced',
    texts: [
      `<T> (?:replaced|superseded|supplanted) <X>`,
      `<X> (?:was|is|got) (?:replaced|superseded|supplanted) by <T>`,
    ],
  },
  {
    forms: ['ended'],
    detail: 'wholly',
    negation: 'not',
    texts: [`<X> (?:is|was|were) (?:not|never) (?:formally )?(?:dissolved|disbanded|abolished|terminated)`],
  },
  {
    // Of what goes on, these are opinions.
    forms: ['ended'],
    texts: [
      `<X> (?:was |is |has )?(?:been )?(?:ended|dissolved|disbanded|abolished|terminated|scrapped|wound up|ceased to exist|collapsed|fell apart|broke up|folded|died)<D>`,
      `<X> (?:is gone|is dead|does not exist|is over)`,
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
    // A treaty may outlive the body that was founded on it.
    forms: ['is-in'],
    isGuess: true,
    texts: [`<B> is (?:in force|in effect|valid) (?:between|among|for) <C+>`],
  },
  {
    forms: ['neutral'],
    texts: [
      `<C+> <be>(?: (?:militarily|permanently|constitutionally|traditionally|politically))* (?:neutral|neutral (?:country|countries|states?|nations?)|neutrals)(?: (?:by law|in military terms|under their (?:constitution|law)))?`,
    ],
  },
  { forms: ['kind'], texts: [`<B> <be> ${kinds}`] },
  {
    forms: ['kind', 'count'],
    texts: [
      `<B> <be> ${kinds} (?:of|with|between|among) <Q><N> (?:member |sovereign |independent |different )?(?:countries|nations|states|members|democracies|powers|partners)`,
    ],
  },
  {
    forms: ['kind', 'defense-clause'],
    texts: [
      `<B> is ${kinds} with (?:mutual |collective )?(?:defense|defensive) (?:clause|pact|treaty|guarantee|promise|commitment|provision)`,
    ],
  },
  { forms: ['kind', 'has-treaty'], texts: [`<B> is ${kinds} with (?:formal |founding )?treaty`] },
  { forms: ['kind'], negation: 'not', texts: [`<B> is no ${kinds}`] },
  {
    forms: ['invoked'],
    object: 'eu-42-7',
    texts: [
      `<C> (?:invoked|used|triggered|activated) article (?<detail>42p7)${paris}<D>`,
      `article (?<detail>42p7) (?:is|was|has) (?:only )?(?:been )?(?:invoked|used|triggered|activated)(?: (?<N>once))?(?: ,)?(?: by <C>)?${paris}<D>`,
    ],
  },
  {
    forms: ['invoked'],
    object: 'nato',
    texts: [
      `article (?<detail>\\d+(?:p\\d+)?)(?: of @(?<B>\\d+))? (?:is|was|has|got) (?:only )?(?:been )?(?:invoked|used|triggered|activated)${often}${reason}${september11}<D>`,
      `@(?<B>\\d+) (?:has )?(?:only )?(?:invoked|used|triggered) article (?<detail>\\d+(?:p\\d+)?)${often}${reason}${september11}<D>`,
      `only time article (?<detail>\\d+(?:p\\d+)?) (?:was|is) (?:invoked|used|triggered) was (?<sep>(?:after|following|on) september 11)`,
    ],
  },
  {
    forms: ['invoked'],
    object: 'nato',
    number: 3,
    bound: 'least',
    texts: [
      `article (?<detail>\\d+(?:p\\d+)?)(?: of @(?<B>\\d+))? (?:is|was|has) (?:been )?(?:invoked|used|triggered|activated) (?:many|several|multiple|lots of|plenty of) times`,
    ],
  },
  {
    forms: ['invoked'],
    texts: [
      `<B> (?:is|was|has|got) (?:only )?(?:been )?(?:invoked|used|triggered|activated)${often}(?: ,)?(?: by <C>)?(?: ,)?${september11}${paris}<D>`,
      `<C> (?:invoked|used|triggered|activated) <B>(?: for first time)?${september11}${paris}<D>`,
      `<C> (?:invoked|used|triggered|activated) article (?<detail>\\d+(?:p\\d+)?) of <B>${september11}${paris}<D>`,
      `article (?<detail>\\d+(?:p\\d+)?)(?: of <B>)? (?:is|was) (?:only )?(?:invoked|used|triggered|activated)(?: only)?(?: (?<N>once))?(?: ,)? by <C>${paris}<D>`,
    ],
  },
  {
    forms: ['invoked'],
    object: 'nato',
    texts: [
      `<C> (?:invoked|used|triggered|activated) article (?<detail>\\d+)(?: of @(?<B>\\d+))?<D>`,
      `article (?<detail>\\d+) (?:is|was) (?:invoked|used|triggered|activated)(?: ,)? by <C><D>`,
    ],
  },
  {
    forms: ['invoked'],
    negation: 'never',
    texts: [`<B> (?:is|was) (?:never|not) (?:invoked|used|triggered|activated)`],
  },
  {
    forms: ['invoked'],
    object: 'nato',
    negation: 'never',
    texts: [
      `article (?<detail>\\d+(?:p\\d+)?) (?:is |was |has )(?:never|not) (?:been )?(?:invoked|used|triggered|activated)`,
      `@(?<B>\\d+) (?:has )?never (?:invoked|used|triggered) article (?<detail>\\d+(?:p\\d+)?)`,
    ],
  },
  {
    forms: ['stands-for'],
    texts: [
      `<X> (?:stands for|is short for|means|is acronym for|is abbreviation for|is abbreviation of|refers to) <X2>`,
    ],
  },
  {
    forms: ['office'],
    number: 1,
    texts: [
      `(?<detail>[a-z]+(?: [a-z]+){0,2}) (?:is|(?<past>was)|became) (?:@\\d+ )?(?:very )?first(?: @\\d+)? <P>`,
      `@(?<X>\\d+) (?:is|(?<past>was)|became) (?:@\\d+ )?(?:very )?first(?: @\\d+)? <P>`,
      `(?:@\\d+ )?first(?: @\\d+)? <P> (?:was|is) (?<detail>[a-z]+(?: [a-z]+){0,2})`,
    ],
  },
  {
    forms: ['office'],
    texts: [
      `@(?<X>\\d+) (?:became|took over as|is) (?:new )?<P><D>`,
      `(?<detail>[a-z]+(?: [a-z]+){0,2}) (?:is|serves as|has served as) <P><D>`,
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
      `<X> (?:headquarters|hq) (?:has|have|was|were|is|are) (?<detail>always (?:been )?in [a-z]+(?: [a-z]+)?)`,
      `(?:headquarters|hq) of <X> (?:has|have|was|were|is|are) (?<detail>always (?:been )?in [a-z]+(?: [a-z]+)?)`,
      `<X> (?:is|are|(?<past>was|were)) (?:headquartered|based|located) in (?<detail>[a-z]+(?: [a-z]+){0,2}) , <V>`,
      `<X> (?:headquarters|hq) (?:is|are|(?<past>was|were)) in (?<detail>[a-z]+(?: [a-z]+){0,2}) , <V>`,
      `<X> (?:headquarters |hq )?(?:moved|relocated|shifted|was moved) (?<detail>(?:from [a-z]+ )?to [a-z]+)<D>`,
      `<X> (?:headquarters|hq) (?:is|are|(?<past>was|were)) (?<detail>[a-z]+)`,
      `(?:headquarters|hq) of <X> (?:is|are|(?<past>was|were))(?: located| based)? in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})`,
      `<X> (?:is|are|(?<past>was|were))(?: (?<neg>not|nolonger))? (?:headquartered|based) in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})<D>`,
      `<X> (?:headquarters|hq|headquarter) (?:is|are|(?<past>was|were))(?: (?<neg>not|nolonger))?(?: located| based)? in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})<D>`,
      `(?<detail>@\\d+) (?:hosts|houses) main <X> (?:headquarters|hq)`,
      `<X> has its (?:headquarters|hq) in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})`,
      `headquarters of <X> (?:is|are) in (?<detail>[a-z@\\d]+(?: [a-z@\\d]+){0,2})`,
    ],
  },
]
