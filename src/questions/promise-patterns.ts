// How people ask whose ally a country is, who must defend whom, and what an article says.
import { members, which } from './pattern-words.ts'
import type { PatternGroup } from './patterns.ts'

/** "if China attacks". */
const attack =
  '(?: (?:if|when|in case|against) (?:(?:<X9>|it|they|someone|north|anyone) )?(?:is |are |gets? |were |was )?(?:attacks?|invades?|attacked|invaded)(?: it| them| <X8>)?)?'

/** Tried before those of what two countries are both in. */
export const allyPatterns: readonly PatternGroup[] = [
  {
    form: 'obligations',
    names: '=nato',
    texts: [`who (?:must|has to) (?:defend|protect) (?:whom|who)`],
  },
  {
    form: 'treaty-allies',
    names: 'C',
    texts: [
      `who (?:are|is) <C> (?:(?:formal|treaty|official|military) )*all(?:y|ies) by treaty|who (?:are|is) <C> (?:(?:formal|official|military) )*treaty all(?:y|ies)`,
      `(?:who|whom|${which} ${members}) (?:does|do|must|is|has)(?: not)? <C>(?: have| obliged| obligated| bound| required)?(?: to)? (?:defend|protect)`,
    ],
  },
  {
    form: 'treaty-allies',
    names: '',
    texts: [
      `(?:who|${which}(?: ${members})?|list|name)(?: (?:are|is))?(?: all)?(?: of)? (?:us |american |@\\d )?(?:formal |defen[sc]e )?treaty (?:allies|ally|partners)(?: of @\\d| of us)?`,
      `how many (?:formal )?treaty allies (?:does|do) @\\d have|how many (?:@\\d |us |american )?treaty allies(?: are there)?`,
      `(?:who|${which} ${members}) (?:does|do|must|is|has) @\\d(?: have)?(?: obliged| obligated| bound| required)?(?: to)? (?:defend|protect)(?: (?:by|under) (?:treaty|treaties|law)| legally| if attacked)*`,
    ],
  },
  {
    form: 'treaty-ally',
    names: 'C',
    texts: [
      `(?:is|are) <C> (?:formal |official )?(?:us |american )?treaty (?:ally|allies)(?: (?:of|with|to) @\\d)?`,
      `(?:is|are) <C> @\\d treaty (?:ally|allies)`,
      `(?:(?:is|are) )?<C> (?:@\\d )?(?:full |formal )?(?:treaty )?(?:ally|allies)(?: of @\\d)? or (?:only )?<S>`,
      `(?:is|are) <C> <S> or (?:full |formal |proper )?(?:treaty )?(?:ally|allies)(?: of @\\d)?`,
      `(?:does|do) <C> have (?:defen[sc]e |mutual defen[sc]e |security )?(?:treaty|pact|alliance) with @\\d`,
      `does @\\d have (?:defen[sc]e |mutual defen[sc]e |security )?(?:treaty|pact|alliance) with <C>`,
    ],
  },
  {
    form: 'ally',
    names: 'C',
    texts: [
      `(?:is|are) <C> (?:ally|allies|allied|partner)`,
      `(?:is|are) <C> (?:(?:us |american |@\\d )?(?:ally|allies)|(?:ally|allies) (?:of|to|with) @\\d) or (?:only )?partner`,
      `(?:is|are) <C> (?:us |american |@\\d )(?:ally|allies|partner)`,
      `(?:is|are) <C> (?:allies |allied |ally |friends )(?:with|of|to) @\\d`,
      `(?:is|are) @\\d (?:and|allied with|allies with|ally of) <C>(?: allies| allied)?`,
    ],
  },
]

export const promisePatterns: readonly PatternGroup[] = [
  {
    form: 'has-treaty',
    names: 'B',
    texts: [
      `(?<kind>what|which)(?: (?:treaty|pact|agreement|document))? (?:is|are|was) <B>(?: alliance)? (?:based|founded|built) on`,
      `on (?<kind>what|which) (?:treaty|pact|agreement|document) (?:is|are|was) <B>(?: alliance)? (?:based|founded|built)`,
    ],
  },
  { form: 'article', names: 'B', texts: [`(?:(?:what|which) is )?(?:mutual )?defen[sc]e article of <B>`] },
  {
    form: 'defend',
    names: 'A C2',
    texts: [
      `(?:must|does|do|will|would|should|has|have|is|are|can)(?: not)? <A>(?: have| obliged| obligated| required| bound| going| legally bound| legally obliged| legally obligated| legally required)?(?: to)? (?:defend|protect|help|fight for|come to aid of|go to war for)(?: help)? <C2>${attack}`,
      `(?:is|are|was) <C2> (?:defended|protected|covered) by <A>`,
    ],
  },
  {
    form: 'who-defends',
    names: 'C',
    texts: [
      `(?:who|${which} ${members}) (?:must|has to|have to|would|will|defends|protects|is obliged to|should|is bound to|would have to)(?: defend| protect| help)? <C>${attack}`,
      `(?:(?:are|do|would|must|will|should|have) )?(?:we|us|anyone|anybody|someone|somebody|other countries) (?:(?:have|obliged|obligated|required|bound|committed|supposed|treaty|legally|going|ready|need|must|would|has) )+(?:to )?(?:defend|protect|help|fight for)(?: help)? <C>${attack}`,
      `does <C> have (?:formal |official |defen[sc]e |mutual |military |security )*(?:any )?(?:treaty |formal )*(?:treaty|treaties|pact|pacts|alliance|alliances|allies|ally)(?: with (?:anyone|anybody|someone)| by treaty)?`,
    ],
  },
  {
    form: 'obligations',
    names: 'B',
    texts: [
      `(?:does|do|did|would) <B> (?:oblige|require|bind|force|commit|make) <C>(?: to)? (?:defend|help|protect|fight for|come to aid of) <C2>`,
      `(?:does|do) <B> have (?:it |is |its |their |own |anything |something |like |equivalent |of |version |kind )*article 5(?: thing| clause| equivalent| version)?`,
      `who (?:must|has to|would|defends|should) (?:defend )?whom(?: in)? <B>|what (?:do|does|must) (?:members of )?<B>(?: members)? (?:promise|owe|have to do)`,
      `what (?:is|are) (?:obligations?|promises?|duties|commitments?) (?:of|in|under) <B>|does <B> have (?:mutual )?(?:defense|defence) (?:clause|promise|obligation)`,
      `(?:do|does) <B>(?: of)?(?: <B2>)?(?: treaty)? (?:mean|say|oblige|require)(?: that)? ${members} (?:must|have to|must all) (?:defend|help|protect) (?:each other|one another)`,
      `(?:is|does) <B> (?:oblige|bind|require)(?: its)?(?: members)?(?: to)? (?:defend|help)(?: each other| one another)?`,
    ],
  },
  {
    form: 'article',
    names: 'B|B2',
    texts: [
      `(?:what|explain)(?: (?:does|is|do|are|did))? (?:<B> )?article <N>(?: (?:of|in) <B2>)?(?: (?:say|mean|state|about|do))?`,
      `article <N>(?: (?:of|in) <B>)?|<B2> article <N2>`,
    ],
  },
  {
    form: 'invoked',
    names: 'B|B2',
    texts: [
      `article <N>(?: of <B>)? how (?:many times|often) (?:has|was|is) it (?:been )?(?:used|invoked|triggered|activated)`,
      `(?:when|how often|how many times)?(?: ?(?:has|was|is|did|were))?(?: (?:<B>|article))*(?: article)?(?: <N>)?(?: (?:of|in) <B2>)?(?: ever)?(?: been)? (?:invoked?|used?|triggered?|activated?)(?: article <N2>)?`,
    ],
  },
  {
    form: 'expelling',
    names: 'B|B2',
    texts: [
      `(?:(?:is|are|there|any|way|how|can|could|possible|to|we|you|they|${members}|legally|mechanism|procedure|for) )*(?:<B2> (?:(?:to|can|could|legally|may) )*)?(?:expel|kick|kick out|throw out|remove|kicking|expelling|removing|boot) <C>(?: (?:from|out of|out) <B>)?`,
      `(?:how )?(?:can|could|may|is it possible to)(?: <C>| ${members}| one| you| anyone)?(?: be| get| to be)? (?:expelled from|kicked out of|thrown out of|removed from|excluded from) <B>`,
      `can <B> (?:expel|kick out|throw out|remove)(?: ${members}| <C>)?`,
    ],
  },
  {
    form: 'leaving',
    names: 'B',
    texts: [
      `(?:how )?(?:can|could|may|does|do|would|is it possible to)(?: <C>| ${members}| one| you| anyone)?(?: be)? (?:leave|leaves|quit|exit|withdraw from|expelled from|kicked out of|thrown out of|removed from) <B>`,
      `how to (?:leave|quit|withdraw from) <B>|can <B> (?:expel|kick out|remove)(?: a)?(?: ${members}| <C>)?`,
    ],
  },
  {
    form: 'may-join',
    names: 'C B',
    texts: [
      `(?:can|could|may|is|would) <C>(?: allowed to| able to| going to)? (?:join|joining|become member of|get into|enter) <B>`,
      `(?:has|did) <C> (?:(?:formally|ever|already|actually) )*(?:apply|applied|ask|asked)(?: to (?:join|be in|become member of)| for membership (?:in|of)| for| to) <B>(?: membership)?`,
      `is <C> (?:candidate|applicant) (?:for|to|to join|for membership in) <B>(?: membership)?`,
      `(?:is|was|has) <C> (?:been )?invited (?:to|into|to join) <B>`,
      `<C> (?:and )?<B> (?:applied|applying|application|bid|membership bid|aspirations)`,
      `(?:is|does) <C> (?:trying to|want to|wants to|wanting to|applying to) (?:join|get into|enter|be in) <B>`,
    ],
  },
  {
    form: 'joining',
    names: 'B',
    texts: [
      `(?:how|who) (?:can|could|may|does|do|would)(?: <C>| ${members}| one| you| anyone)? (?:join|joins|become member of|get into|enter) <B>`,
      `how (?:do|does|can) ${members} join <B>|what (?:are|is) (?:requirements?|conditions?|rules?) (?:to join|for joining|of joining) <B>|(?:is|are) <B> open to (?:new members|others|anyone)`,
    ],
  },
  {
    form: 'is-kind',
    names: 'B',
    texts: [
      `(?:is|was) <B> (?<kind>(?:(?:mutual|collective|common) defen[sc]e|defen[sc]e|defensive|military|security|treaty|formal|real|actual)? ?(?:alliance|treaty|pact|agreement|partnership|coalition|organization|bloc|dialogue))`,
    ],
  },
  {
    form: 'has-treaty',
    names: 'B',
    texts: [`(?:is|does|do) <B> (?:based on|have|rest on|sealed by|backed by) (?:treaty|formal treaty)`],
  },
]
