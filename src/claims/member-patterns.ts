// How people state who is in what, since when, and how many there are.
import type { ClaimGroup } from './claim-patterns.ts'
import { datePattern as date } from './plain-words.ts'
import { kinds, plainAdjectives } from './thing-claims.ts'

const member =
  '(?:members?|member states?|member countries|member country|member nations?|allies|ally|parties|party)'
export const nations =
  '(?:members?|member states?|member countries|member nations|countries|country|nations?|states?|allies|ally|parties|member|signatories)'
export const inside = `(?:in|inside|within|part of|${member} (?:of|in|to)|one of(?: ${nations} (?:of|in))?|one of @\\d+ ${nations}|among ${nations} of|signatory (?:of|to)|signatories (?:of|to)|bound by)`
const joined =
  '(?:joined|entered|acceded to|got into|got in|came into|became part of|became members? of|became parties to|became party to|was admitted to|were admitted to|was added to|joins|has joined|have joined|had joined|signed up to|rejoined|got admitted to)'

export const memberClaims: readonly ClaimGroup[] = [
  {
    forms: ['founder', 'joined'],
    texts: [`<C+> (?:is|was|were) (?:founding|original|founder) ${nations} of <B><D!>`],
  },
  {
    forms: ['founder'],
    texts: [
      `<C+> <be> (?:one of )?(?:founding|original|charter|founder|first) (?:${nations}|(?:signatory|signatories)) (?:of|in) <B>`,
      `<C+> <be> (?:founders?|co founders?|founder member|founder members) of <B>`,
      `<C+> (?:helped (?:to )?)?(?:founded|found|co founded|set up|create|created|establish|established|started|launched) <B>`,
      `<B> (?:founders?|founding ${nations}|original ${nations}) (?:include|included|are|were|was) <C+>`,
      `<C+> <be> among (?:founders|founding ${nations}|original ${nations}|first ${nations}) of <B>`,
      `<C+> <be> <B> (?:founding|original|charter|founder) (?:${nations}|(?:signatory|signatories))`,
      `<C+> <be> (?:in <B>|<B2> ${member}) from (?:start|beginning|very start|very beginning|day one|outset)`,
    ],
  },
  {
    forms: ['founder', 'founder-count'],
    texts: [
      `<C+> <be> (?:one of|among) <N> (?:founders|(?:founding|original) ${nations}) (?:of|in) <B>`,
      `<C+> <be> (?:one of|among) <B> <N> (?:founders|(?:founding|original) ${nations})`,
      `<C+> <be> (?:one of|among) <N> (?:founding|original) <B> ${nations}`,
      `<B> (?:has|had) <Q><N> (?:founders|(?:founding|original) ${nations})(?: ,)? including <C+>`,
    ],
  },
  {
    forms: ['founder'],
    negation: 'not',
    texts: [
      `<B> (?:started|began|was founded|was created|was formed|was established|was launched|was set up|started out|began life) without <C+>`,
      `<C+> (?:did not|was not there to|were not there to) (?:found|set up|create|establish|help found) <B>`,
    ],
  },
  {
    forms: ['newest', 'joined'],
    texts: [
      `<C+> <be> (?:newest|latest|most recent|last)(?: one| ${nations})? to join <B><D!>`,
      `<C+> became (?:newest|latest|most recent) ${nations} of <B><D!>`,
    ],
  },
  {
    forms: ['newest'],
    texts: [
      `<C+> <be> (?:newest|latest|most recent|youngest|last) (?:${nations}|one) (?:of|in|to join) <B>`,
      `<C+> <be> (?:newest|latest|most recent) <S>`,
      `<C+> <be> (?:<B> (?:newest|latest|most recent|youngest)|(?:newest|latest|most recent|youngest) <B2>) ${nations}`,
      `<C+> <be> (?:last|latest|most recent)(?: one| ${nations})? (?:to join|that joined|to have joined|who joined) <B>`,
      `<B> (?:newest|latest|most recent|youngest) ${nations} (?:is|are) <C+>`,
      `(?:newest|latest|most recent|youngest|last) (?:<B> ${nations}|(?:${nations}|one) (?:of|in|to join|that joined) <B2>) (?:is|are|was) <C+>`,
    ],
  },
  {
    forms: ['list'],
    texts: [
      `<B> (?:is|are|was|were|consists? of|consisted of|comprises|is made up of|is comprised of|was made up of|is composed of) <C+>`,
      `<B> ${nations} (?:are|were) <C+>`,
      `${nations} of <B> (?:are|were) <C+>`,
      `<B> (?:is|was) between <C+>`,
      `<C+> (?:make up|form|comprise|constitute) <B>`,
      `(?<C>@\\d+(?:(?: ,)?(?: and)? @\\d+)+) is <B>`,
      `<N2> ${nations} of <B> are <C+>`,
      `<C+> are <N2> ${nations} (?:of|in) <B>`,
      `<B> has only <C+> in it`,
      `only <C+> (?:is|are) ${inside} <B>`,
    ],
  },
  { forms: ['list'], isGuess: true, texts: [`<B> (?:means|stands for) <C+>`, `it is (?:only )?<C+> in <B>`] },
  {
    forms: ['kind', 'list'],
    texts: [`<B> <be> ${kinds} (?:between|of|among|made up of|consisting of|that consists of) <C+>`],
  },
  {
    // Of which kind it is, nothing is claimed.
    forms: ['list'],
    texts: [
      `<B> is ${plainAdjectives}(?:deal|arrangement|thing|project|cooperation|agreement|club|grouping|group|setup|partnership) (?:between|of|among) <C+>`,
    ],
  },
  {
    forms: ['joined'],
    detail: 'since',
    texts: [
      `<C+> (?:is|are|was|were) (?:${inside} )?<B>(?: ${member})? (?:ever )?since (?<D>${date})`,
      `<C+> (?:is|are) <S>(?: of @\\d+)?(?: ,)? (?:ever )?since (?<D>${date})`,
    ],
  },
  {
    forms: ['is-in', 'count'],
    texts: [`<C+> <be> (?:one of|among) <N> (?:<B> ${nations}|${nations} (?:in|of) <B2>)`],
  },
  {
    forms: ['is-in'],
    texts: [`<C+> (?!(?:is|are|was|were) (?:not|never|nolonger) )<be> ${inside} <B> (?:with|alongside) <W+>`],
  },
  {
    forms: ['count', 'list'],
    texts: [
      `<B> (?:has|have|is|are|consists of|(?<past>had|consisted of)) <Q><N> ${nations}(?: in it)? (?:[:,] )?(?:namely |which are |they are |being )?<C+>`,
      `there (?:is|are) <Q><N> ${nations} in <B> (?:[:,] )?(?:namely )?<C+>`,
    ],
  },
  {
    forms: ['includes'],
    texts: [
      `<B> (?:has|have|includes?|contains?|counts?) <C+>(?: as members?)?(?: in it)?`,
      `<C+> share <B>`,
    ],
  },
  {
    forms: ['is-in'],
    isPast: true,
    texts: [
      `<B> (?:had|included|contained|counted) <C+>(?: as members?)?(?: in it)?(?: (?:from|in|since) (?<D>${date}))?`,
      `<B> members (?:include|included) <C+>`,
    ],
  },
  ...(
    [
      ['partner', '(?:(?:dialogue |global |official )?partners?|associates?|associated?)'],
      ['observer', 'observers?'],
      ['applicant', '(?:applicants?|candidates?|aspirants?)'],
    ] as const
  ).map(([detail, word]): ClaimGroup => ({
    forms: ['role'],
    detail,
    texts: [
      `<C+> (?:is|are|(?<past>became|was|were)) (?:one of )?${word}(?: (?:member|state|country|countries|states|nation|members))? (?:of|in|at|to|with) <B>(?: ,)?<D>`,
      `<C+> (?:is|are|(?<past>became|was|were)) (?:(?:one of|among) )?<B> ${word}(?: (?:state|country|countries|states|nation))?(?: ,)?<D>`,
      `<C+> (?:has|have|(?<past>had)) ${word} status (?:in|with|at) <B><D>`,
    ],
  })),
  {
    forms: ['is-in'],
    negation: 'not',
    texts: [
      `<B> (?:does|do) not (?:have|include|contain|count) <C+>(?: as members?)?`,
      `<B> has no <C+>(?: in it)?`,
      `<C+> (?:does|do) not belong to <B>`,
      `<C+> (?:is|are) outside(?: of)? <B>`,
      `(?:neither|none) of <C+> (?:is|are) ${inside} <B>`,
      `<C+> (?:is|are) (?:neither|none) ${inside} <B>`,
    ],
  },
  {
    forms: ['is-in'],
    negation: 'never',
    texts: [`<B> never (?:had|included|counted) <C+>(?: as members?)?`],
  },
  {
    forms: ['is-in'],
    negation: 'nolonger',
    texts: [
      `<C+> (?:does|do) nolonger belong to <B>`,
      `<C+> nolonger belongs? to <B>`,
      `<C+> (?:is|are) (?:former|ex|onetime) ${member} of <B>`,
    ],
  },
  // A partner may take part as well.
  { forms: ['is-in'], isGuess: true, texts: [`<C+> (?:takes|take) part in <B>`] },
  {
    forms: ['is-in'],
    texts: [
      `<C+> <be> ${inside} <B><D>`,
      `<C+> <be> <B> (?:${member}|country|countries|nations?|states?)<D>`,
      `<C+> <be> <B> (?:ally|allies) of <U>`,
      `<C+> (?:belongs? to|are) <B>`,
      `<C+> <be> <S>(?: of @\\d+)?(?: ,)?<D>`,
      `<C+> (?:has|have|holds?|enjoys?) <S> status`,
    ],
  },
  {
    forms: ['is-in'],
    detail: 'designated',
    texts: [`<C+> <be> (?:designated|named|declared|made) (?:as )?<S>(?: by <U>)?<D>`],
  },
  {
    forms: ['is-in'],
    isPast: true,
    texts: [
      `<C+> (?:once|formerly|previously) (?:was |were )?(?:${inside}|belonged to) <B>`,
      `<C+> (?:was|were) (?:once|formerly|previously) ${inside} <B>`,
      `<C+> belonged to <B>`,
    ],
  },
  {
    forms: ['joined'],
    texts: [
      `<C+> ${joined} <B><D>`,
      `<C+> <be> (?:admitted|added|let|accepted) (?:to|into|in) <B><D!>`,
      `<C+> became <B> members?<D>`,
      `<C+> (?:became|becomes|got|gained|received|was given|was granted|were given|was named|were named|was designated|were designated|was made|got named|became first) <S>(?: status)?<D>`,
    ],
  },
  // Who came back may be counted as in it all the while.
  {
    forms: ['joined'],
    isGuess: true,
    texts: [`<C+> (?:came back to|came back into|returned to|went back to|went back into) <B><D!>`],
  },
  {
    forms: ['joined'],
    negation: 'never',
    texts: [
      `<C+> (?:never|has never|have never) (?:joined|join|entered|belonged to) <B>`,
      `<C+> (?:did|has|have) not (?:join|joined|entered|enter)(?: yet)? <B>(?: yet)?`,
      `<C+> (?:did|has|have) not (?:yet )?(?:join|joined) <B>(?: yet)?`,
      `<C+> did not (?:join|enter) <B><D!>`,
    ],
  },
  {
    forms: ['joined'],
    texts: [
      `<C+> did not (?:join|enter|get into|get in) <B> (?:until|till) (?<D>${date})`,
      `<C+> only (?:joined|entered|got into|got in) <B> (?:until|till|in) (?<D>${date})`,
      `<C+> (?:was not|is not|were not) (?:admitted to|in|part of|member of|${member} of) <B> (?:until|till) (?<D>${date})`,
      `<C+> <B> (?:membership|accession|entry) (?:dates? (?:back )?(?:from|to)|began in|started in|goes back to|was in|came in|happened in|took effect in|took effect on)(?: in)? (?<D>${date})`,
      `<B> (?:admitted|added|accepted|welcomed|took in|let in|let|absorbed|gained|got|expanded to include) <C+>(?: as (?:new |full )?members?)?<D!>`,
      `<C+> became ${member} in <B><D!>`,
    ],
  },
]
