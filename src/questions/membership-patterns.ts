// How people ask who is in what, then and now.
import { be, have, inside, join, members, take, which } from './pattern-words.ts'
import type { PatternGroup } from './patterns.ts'

export const membershipPatterns: readonly PatternGroup[] = [
  {
    form: 'when-left',
    names: 'C B',
    texts: [
      `(?:did|has) <C> (?:leave|left|quit) <B> (?<kind>twice)`,
      `(?:why )?(?:did|was|were|has) <C> (?:get |been )?(?<kind>kicked|booted|thrown|expelled|forced|pushed)(?: out)?(?: of| from)? <B>`,
    ],
  },
  {
    form: 'ever-in',
    names: 'C B',
    texts: [
      `(?:was|were|wasnt) <C> (?:ever )?(?:part of |a )?${inside} <B>`,
      `${be} <C> ever ${inside} <B>`,
      `${have} <C> ever (?:been ${inside}|joined|belonged to|been) <B>`,
      `did <C> (?:ever )?(?:join|belong to|sign) <B>`,
      `(?:was|were) <C> (?:former|once) (?:${inside} |member )?<B>`,
    ],
  },
  {
    form: 'is-in',
    names: 'C B',
    isDated: true,
    texts: [
      `${be} <C> (?<kind>not )?${inside} <B>`,
      `${be} (?<kind>not )<C> ${inside} <B>`,
      `(?<kind>why )(?:is|are|was|has|did|does) (?:not )?<C> (?:not )?(?:${inside}|join|joined|(?:participat(?:ing|e)|tak(?:ing|e) part|active|represented|allowed|back|sit(?:ting)?|involved) (?:in|at)) <B>`,
      `${be} <C> <B>(?: (?:member|country|state|member state))?`,
      `${be} <C> (?:ever )?<B> (?<kind>partner|candidate|applicant|observer|associate)s?(?: country| state| status)?(?: or (?:candidate|partner|member|applicant|observer))*(?: what kind)?`,
      `(?:is|are) <C> (?:full )?<B> (?:full )?member or (?:(?:just|only|merely|more|like|some|kind|of) )*(?<kind>partner|observer|candidate|applicant)`,
      `(?:does|do|did) <C> (?:belong to|count as part of) <B>`,
      `<C> (?:is |are )?(?<kind>not )?(?:${inside}) <B>`,
      `${have} <C> (?:joined|entered|signed|been admitted to|gotten into|got into|made it into) <B>(?: yet| already)?`,
      `(?:did|has|have) <C> (?:sign|signed|ratify|ratified) <B>`,
    ],
  },
  {
    form: 'is-in',
    names: 'C S',
    isDated: true,
    texts: [`${be} <C> <S>`, `<C> and <S>`, `(?:does|do|did) <C> have <S>(?: status)?`],
  },
  {
    form: 'is-in',
    names: 'C E',
    isDated: true,
    texts: [
      `(?:(?<kind>did|has|have|was|were)|does|do|is|will) <C> (?:ever )?${take} <E>`,
      `(?:(?<kind>was|were)|is|are) <C> (?:in|part of|at) <E>`,
    ],
  },
  {
    form: 'is-in',
    names: 'C B',
    isDated: true,
    texts: [
      `(?:did )?<C> (?:become|became|get|got|gain|gained|receive|received)(?: full| official| formal)? <B>`,
      `did <C> join <B>`,
      `(?:does|do) <B> include <C>|${be} <C> included in <B>`,
    ],
  },
  {
    form: 'who-left',
    names: 'B|B2',
    isDated: true,
    texts: [
      `(?:who|${which} ${members}|${members} that|${members} who|(?:list|name) ${members} that|anyone|${have} (?:any|any one|anyone|anybody|someone) ?(?:${members})?) (?:that )?(?:have |has |had )?(?:ever )?(?:left|leave|quit|exited|withdrawn from|withdrew from|pulled out of|dropped out of) <B>`,
      `${have} (?:(?:any|anyone|anybody|one|someone)(?: of)? ?)?(?:${members} )?ever (?:left|quit|exited|withdrawn from|pulled out of) <B>`,
      `did (?:any|anyone|anybody|someone|some)(?: ${members})? (?:ever )?(?:leave|quit|exit|withdraw from|pull out of) <B>`,
      `<B> ${members} (?:that|who) (?:have )?(?:left|quit|withdrew)|(?:who are |${which} are |list )?(?:former|ex) (?:${members} of <B>|<B2> ${members})`,
      `(?:who|${which}) (?:is|was) (?<kind>first|last|only)(?: ${members})? to (?:leave|quit|exit|withdraw from|pull out of) <B>`,
      `(?:who|${which} ${members}) (?:left|quit|exited|withdrew from|pulled out of) <B> (?<kind>last)`,
    ],
  },
  {
    form: 'founders',
    names: 'B',
    texts: [
      `(?:who|${which} ${members}|list|name) (?:are |were |is |was )?(?:all )?(?:founding|original|first|founder) ${members} (?:of|in) <B>`,
      `<B> (?:founding|original|first) ${members}`,
      `(?:who|${which} ${members}) (?:founded|created|started|set up|formed|established) <B>`,
      `(?:who|${which}) (?:are|were|is|was) (?:first|original|founding|oldest) ${members}(?: of| in)? <B>`,
      `(?:who|${which}) (?:are|were) founders of <B>|(?:first|original|founding|oldest) ${members} of <B>`,
      `(?:who|${which} ${members}) (?:was|were) first (?:in|to join|${members} of) <B>`,
    ],
  },
  {
    form: 'joined-in',
    names: 'B|B2|B3',
    isDated: true,
    texts: [
      `(?:(?:who|${which}) (?:are|were|is) )?new (?:<B2> ${members}|${members} of <B3>)`,
      `(?:who|${which} ${members}|list ${members} that|list who) (?:all )?${join}(?: ${inside})? <B>(?: (?<kind>after|before|since))?`,
    ],
  },
  {
    form: 'who-in',
    names: 'T',
    isDated: true,
    texts: [`(?:who|${which} ${members}) ${be} ${inside} <T>`],
  },
  {
    form: 'who-in',
    names: 'S',
    isDated: true,
    texts: [
      `(?:list|name|who are|who is|${which} ${members} (?:are|have|is))(?: all| every)?(?: of)? <S>(?: status)?`,
    ],
  },
  {
    form: 'newest',
    names: 'B C',
    texts: [
      `(?:(?:who|${which}) )?(?:is |was )?(?:${members} )?(?:is |was )?(?:newest|latest|last|most recent)(?: (?:${members}|one))?(?: (?:to join|that joined|who joined|to get into|in|of|joined|join))? <B> (?:right |just )?before <C>(?: did| joined)?`,
      `(?:(?:who|${which}) )?(?:is |was )?(?:newest|latest|last|most recent)(?: ${members})? (?:to join|that joined) before <C> (?:joined|entered) <B>`,
      `(?:who|${which} ${members}) joined <B> (?:last |right |just )+before <C>(?: did| joined)?`,
      `(?:(?:who|${which}) (?:is|was) )?(?:newest|latest|last|most recent) <B> ${members} before <C>(?: did| joined)?`,
    ],
  },
  {
    form: 'newest',
    names: 'B|B2',
    isDated: true,
    texts: [`(?:who is |${which} is )?(?:newest|latest|last|most recent) (?:<B> ${members}|<B2>)`],
  },
  {
    form: 'how-many',
    names: 'B',
    isDated: true,
    texts: [`how many <B> ${members}(?: are there| exist)?`, `how many (?:are|is) ${inside} <B>`],
  },
  {
    form: 'who-in',
    names: 'B',
    isDated: true,
    texts: [`${which} ${members} (?:makes? up|form|belong to|are included in) <B>`],
  },
  {
    form: 'who-in',
    names: 'T',
    isDated: true,
    texts: [
      `(?:who|${which}) (?:are|were|is) (?:all )?(?:current )?${members} (?:of|in) <T>`,
      `(?:list|name|show|give)(?: of| me| all)* ${members} (?:of|in) <T>`,
      `(?:all )?(?:current )?${members} (?:of|in) <T>|<T> ${members}(?: list)?`,
    ],
  },
  {
    form: 'who-in',
    names: 'E',
    isDated: true,
    texts: [`(?:who|${which} ${members}) (?:all )?${take} <E>`],
  },
  {
    form: 'who-in',
    names: 'B',
    isDated: true,
    texts: [`who makes up <B>|who belongs to <B>|who signed <B>|${which} ${members} signed <B>`],
  },
  {
    form: 'how-many',
    names: 'T',
    isDated: true,
    texts: [
      `how many ${members} (?:are |were |is )?(?:there )?(?:${inside} )<T>`,
      `how many ${members} (?:does|do|did) <T> (?:have|had|include|count)`,
      `how many ${members} (?:belong to|make up) <T>`,
      `(?:number|amount|count) of ${members} (?:of|in) <T>|how (?:big|large) is <T>`,
    ],
  },
  {
    form: 'when-joined',
    names: 'C B',
    texts: [
      `(?:when|what year|which year|in what year|in which year) (?:did|has|have) <C> ${join}(?: ${inside})? <B>`,
      `(?:since when|how long) (?:is|are|has|have) <C> (?:been )?${inside} <B>`,
      `when (?:was|were) <C> (?:admitted|added|accepted|let) (?:to|into|in) <B>`,
      `when (?:did|has) <C> (?:sign|ratify) <B>|when (?:is|was) <C> ${inside} <B>`,
    ],
  },
  {
    form: 'when-left',
    names: 'C B',
    texts: [
      `(?:when|what year|which year) (?:did|has) <C> (?:leave|left|quit|exit|withdraw from) <B>`,
      `(?:has|have|did) <C> (?:ever )?(?:left|leave|quit|exited|withdrawn from|withdraw from) <B>`,
    ],
  },
  {
    form: 'newest',
    names: 'B',
    isDated: true,
    texts: [
      `(?:who|${which})(?: ${members})? (?:is|was) (?:newest|latest|last|most recent|youngest)(?: ${members})?(?: (?:of|in|to join|that joined) <B>)`,
      `(?:(?:newest|latest|last|most recent) ${members} (?:of|in|to join) <B>|<B> (?:newest|latest|last|most recent) ${members}) (?:is|was) <C>|(?:is|was) <C> (?:newest|latest|last|most recent)(?: ${members})? (?:of|in|to join|to get into|to enter) <B>`,
      `(?:is|was) <C> (?:newest|latest|last|most recent) <B>(?: ${members})?`,
      `(?:newest|latest|last|most recent) ${members} (?:of|in|to join) <B>|<B> (?:newest|latest|last) ${members}`,
      `(?:who|${which} ${members}) joined <B> (?:last|most recently|recently)`,
      `(?:who|${which} ${members}) (?:is|was) <B> (?:newest|latest|last|most recent) ${members}`,
    ],
  },
  {
    form: 'when-joined',
    names: 'C =nato',
    texts: [
      `when (?:did|has) <C> (?:(?:even |actually |finally |first )*(?:join|joined|get in|become member|become in|get into))`,
    ],
  },
  {
    form: 'newest',
    names: '=nato',
    texts: [`(?:who|${which}|whats) (?:is|was) (?:newest|latest) member|(?:newest|latest) member`],
  },
  {
    form: 'how-many',
    names: '=nato',
    isDated: true,
    texts: [`how many ${members} are there`],
  },
  {
    form: 'both-in',
    names: 'C C2',
    isDated: true,
    texts: [
      `(?:what|which)(?: alliances?| treaties| pacts?| organizations?| groups?| blocs?)* (?:are|do|have) <C> and <C2> (?:both in|share|have in common|in common|both belong to)`,
      `(?:what|which) (?:alliances?|treaties|pacts?|organizations?|groups?|blocs?) (?:include|have) (?:both )?<C> and <C2>`,
      `(?:are|is) <C> and <C2> (?:allies|allied|in alliance)(?: with each other)?`,
      `(?:is|was|were) <C> (?:ever |once )?(?:ally|allied|allies) (?:of|with|to) <C2>|is <C> <C2> ally|does <C> have alliance with <C2>`,
    ],
  },
  {
    form: 'in-what',
    names: 'C',
    isDated: true,
    texts: [
      `(?:what|which) (?:military )?(?:alliances?|treaties|pacts?|organizations?|groups?|blocs?|partnerships?) (?:is|are|was|does|do|did) <C> (?:in|part of|member of|belong to|have)`,
      `what (?:is|are) <C> (?:in|part of|member of)|(?:list )?<C> (?:alliances|treaties|memberships)`,
      `who (?:are|is) <C> (?:allies|allied with|ally)|who (?:are|is) (?:allies of|allied with|allied to|ally of|allies with) <C>`,
      `(?:is|does) <C> (?:in|have|part of) (?:any )?(?:military )?(?:alliances?|treaties|treaty)`,
    ],
  },
]
