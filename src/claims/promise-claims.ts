// How people state who is whose ally, and who has promised to defend whom.
import type { ClaimGroup } from './claim-patterns.ts'
import { datePattern as date } from './plain-words.ts'

const defense = '(?:mutual |collective )?(?:defense|defensive)'
const defense2 =
  '(?:mutual |collective |strategic mutual |security and )?(?:defense|defensive|security|assistance|aid)'
const pact =
  '(?:pact|treaty|treaties|agreement|alliance|clause|article|commitment|guarantee|provision|obligation)'
const assurance = `(?:${pact}|promise|pledge|guarantees|commitments|obligations)`
const adjectives = '(?:any|formal|binding|automatic|legal) '
const given =
  '(?:comes with|brings|carries|includes|gives(?: you| them)?|grants|offers|provides|guarantees|get)'
const bound =
  '(?:must|has to|have to|is obligated to|is obliged to|is required to|are obliged to|are obligated to|is bound to|is bound by treaty to|is legally obliged to|is committed to|has promised to|promised to|is duty bound to|has obligation to|has duty to|has treaty obligation to|is treaty bound to)'
/** "Is from 1951", "dates back to 1951". */
const signed = '(?:(?:was|is)(?: signed| concluded| from| of)?|(?:dates|goes)(?: back)?(?: to| from)?)'
const unbound =
  '(?:does not have to|do not have to|is not obligated to|is not obliged to|is not required to|are not obliged to|is not bound to|has no obligation to|has no duty to|is under no obligation to|has no treaty obligation to|has not promised to|is not committed to)'

export const promiseClaims: readonly ClaimGroup[] = [
  {
    forms: ['treaty-ally'],
    texts: [
      `<C+> <be> (?:formal |legal )?treaty (?:ally|allies) of <U>(?: , | )(?:same as|like|as is|as are|along with) <W+>(?: is| are)?`,
      `<U> treaty (?:ally|allies)(?: in (?:asia|pacific|indo pacific))? (?:are|include) <C+>`,
      `<U> has treaty (?:allies|alliances?) (?:in|with) <C+>`,
      `<U> has (?:mutual )?(?:defense treaties|treaty commitments|treaty obligations|defense commitments) (?:with|to) <C+>`,
      `<U> and <C> (?:are|is) treaty allies`,
      `<C+> <be> (?:<U> )?(?:formal |legal )?(?:treaty|defense treaty) (?:ally|allies)(?: of @(?<U2>\\d+)| with @(?<U3>\\d+))?`,
    ],
  },
  {
    forms: ['treaty-ally', 'defense-treaty'],
    detail: 'any',
    texts: [`<C> (?:became|is|was) (?:<U> )?(?:treaty|defense treaty) ally(?: of @(?<U2>\\d+))?<D!>`],
  },
  {
    forms: ['treaty-ally', 'is-in'],
    texts: [`<C+> (?:is|are) (?:@(?<U2>\\d+) )?treaty (?:ally|allies) and <S>(?: of @(?<U3>\\d+))?`],
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
      `<A+> (?:signed|concluded|inked|made|entered into|agreed|agreed to|agreed on|struck) (?:their |bilateral |new )?${defense2} ${pact}(?: with each other)?<D>`,
      `<A> (?:signed|concluded|inked|made|entered into|struck|has|have|have had|is in|is bound by) (?:their |bilateral |new )?${defense2} ${pact} with <C>(?: ,)?(?: (?:dating (?:back )?(?:from|to)|signed in|since|from|of))?<D>`,
      `<A> (?:signed|concluded|inked) ${defense2} ${pact}<D> with <C>`,
      `<A> (?:and )?<C> ${defense2} ${pact} ${signed}<D!>`,
      `<A+> (?:have|have had|had|are in|share|has) (?:bilateral )?${defense2} ${pact}(?: with each other)? (?:since|dating from|from|signed in) (?<D>${date})`,
      `<A+> are bound by ${defense2} ${pact}(?: signed)?<D>`,
      `(?:any |armed )?attack (?:on|against) <A> is(?: now)?(?: treated as| considered)? (?:an )?attack (?:on|against) <C>(?: and vice versa)?(?: (?:under|per|by|since) (?:their )?(?:deal|pact|agreement|treaty)(?: they signed)?<D>)?`,
      `<A+> (?:have|share|has|signed|are bound by) (?:bilateral )?${defense} ${pact}(?: with each other)?`,
      `<A> (?:has|have|signed) (?:bilateral )?${defense} ${pact} with <C>`,
      `there (?:is|are) ${defense} ${pact} between <A+>`,
      `<C> (?:is|are) (?:protected|covered) by ${defense} ${pact} with <A>`,
    ],
  },
  {
    forms: ['defense-treaty'],
    detail: 'any',
    texts: [
      `<A+> (?:signed|concluded|inked|agreed on|have|share|had) (?:(?:bilateral|new|their|friendship|similar|own|\\d+ year) )*${pact}(?: with each other)?(?: (?:dating (?:back )?(?:from|to)|signed in|since|from|of))?<D>`,
      `<A> (?:signed|concluded|inked|has|have|had) (?:(?:bilateral|new|their|friendship|similar|own) )*(?:${pact}|one|1) with <C>(?: ,)?(?: (?:dating (?:back )?(?:from|to)|signed in|since|from|of))?<D>`,
      `<A>(?: and)? <C> ${pact} ${signed}<D!>`,
      `<A> ${defense2}? ?${pact} with <C> ${signed}<D!>`,
      `<A> ${defense2}? ?${pact} ${signed}<D!>`,
      `(?:<U> )?${defense2} ${pact} with <A> ${signed}<D!>`,
    ],
  },
  // "South Korea's one is from 1953."
  { forms: ['defense-treaty'], detail: 'any', isGuess: true, texts: [`<A> one ${signed}<D!>`] },
  {
    forms: ['defense-treaty'],
    negation: 'not',
    texts: [
      `<A> (?:does|do) nolonger have ${defense2} ${pact} with <C>`,
      `<A> (?:has|have) (?:no|nolonger)(?: any)? (?:formal )?${defense2} ${pact} with <C>(?: anymore)?`,
      `<A> and <C> (?:nolonger have|have no|do not have)(?: any)? (?:formal )?${defense2} ${pact}(?: anymore)?`,
      `<A> (?:does|do) not have(?: any)? (?:formal )?${defense2} ${pact} with <C>`,
      `<A+> (?:have|share|has) no ${defense} ${pact}(?: with each other)?`,
      `<A+> do not have ${defense} ${pact}`,
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
      `(?:any |armed )?attack (?:on|against) (?:1|one|any) <B>(?: (?:member|ally|country|nation|member state|state))? is (?:armed )?attack (?:on|against)(?: (?:every|others|them|everyone|everybody|rest|members|allies|of them|other|member|every other|one|whole alliance|entire alliance|countries|rest of them))*`,
      `<B> (?:says|states|means|provides)(?: that)? (?:armed )?attack (?:on|against) (?:1|one|any)(?: (?:member|ally|country|american state|state|party))? is (?:armed )?attack (?:on|against)(?: (?:every|others|them|everyone|rest|members|of them|allies|american states))*`,
      `in <B> , attack (?:on|against) (?:1|one) is attack (?:on|against)(?: (?:every|others|them|of them))*`,
      `<X> (?:requires|obliges|obligates|binds) <V> to (?:defend|protect|fight for) <V2>`,
      `<B> (?:has|have|contains|includes|comes with|brings|carries) ${defense} ${pact}`,
      `<B> is (?:mutual|collective) defense ${pact}`,
      `<B> has (?:their )?(?:(?:version|equivalent|kind|form|sort) of )?(?:@\\d+ )?article 5(?: clause)? ,(?: (?:it is|that is|their|namely|called|in))? <Y>(?: of lisbon treaty)?`,
      `<B> (?:says|states|means|provides|stipulates|requires)(?: that)? (?:they|both|both sides|each|members|parties|signatories|<A+>)(?: (?:must|will|shall|have to|should))? (?:help|defend|assist|aid|support|protect) (?:each other|1 another|one another|other)(?: (?:if|when|in case) (?:1 |one |either |they |it )?(?:of them |party |side )?(?:is |are |gets |get )?(?:attacked|attack|invaded))?`,
      `<B>(?: status)? (?:means|implies|guarantees|entails|brings|gives|comes with)(?: that)? <A> (?:must|has to|will|is obliged to|is obligated to|is bound to) (?:come (?:and |to )?)?(?:defend|protect|fight for) (?:you|them|it|country)`,
      `<S>(?: status)? ${given} (?:${adjectives})*(?:(?:${defense}|security) (?:pact|treaty|guarantees?|commitments?|promise|pledge|obligations?)|protection)`,
      `<A> ${bound} (?:defend|protect|fight for) (?:(?:all|every|any|each|their) )*<S>`,
      `<B>(?: (?:members|allies|countries))? (?:must|has to|have to|are obliged to|are obligated to|are bound to) defend (?:each other|1 another)`,
      `<B> (?:obliges|obligates|requires|binds) (?:its |every |all |each )?(?:members?|signatories|parties) to defend (?:each other|one another)`,
    ],
  },
  // Help in what is not said.
  {
    forms: ['defense-clause'],
    isGuess: true,
    texts: [
      `<B> (?:says|means|requires)(?: that)? (?:others|rest|everyone|members|they) (?:must|have to|has to) (?:help|assist|support)(?: them)?`,
    ],
  },
  {
    forms: ['defense-clause'],
    negation: 'not',
    texts: [
      `<B>(?: status)? (?:does not|do not) (?:come with|bring|carry|mean|imply|provide|include|offer|entail|give|guarantee|contain|have|get)(?: <A>)? (?:${adjectives})*(?:${defense}|security|protection)(?: ${assurance})?`,
      `<A> ${unbound} (?:defend|protect|fight for) (?:(?:all|every|any|each|their) )*<S>`,
      `<S>(?: status)? (?:does|do) not (?:mean|imply|guarantee)(?: that)? <A> (?:must|has to|have to|will|would|is obliged to|is obligated to|is bound to) (?:defend|protect|fight for) (?:you|them|it|country|anyone|anybody)`,
      `<B>(?: status)? (?:has no|comes with no|brings no|carries no|includes no|offers no|gives no|gives you no|does not give you|does not give them|does not get you|is no|is not)(?: (?:any|formal|binding|automatic|legal))* (?:${defense}|security) (?:${pact}|promise|pledge|guarantees|commitments|obligations)`,
      `<X> does not (?:require|oblige|obligate|bind|force|commit|promise|make) <V>(?: to)? (?:defend|protect|fight for|send troops to) <V2>`,
      `<X> (?:does|do) not say(?: that)? <V> (?:will|must|has to) (?:defend|fight for|send troops to) <V2>`,
      `<B> (?:has no|does not have|contains no|does not contain|does not include|comes without|has never had|lacks) ${defense} ${pact}`,
      `there is no ${defense} ${pact} (?:in|of) <B>`,
      `<B> (?:does not|do not) (?:oblige|obligate|require|bind) (?:its |any |all )?(?:members?|signatories|parties|anyone) to defend (?:each other|one another|anyone)`,
    ],
  },
  {
    forms: ['defend'],
    texts: [
      `<A> ${bound} (?:defend|protect|fight for) <C>(?: if (?:it|they) (?:is|are) attacked| if attacked| if somebody attacks it)?`,
      `<A> (?:is|are)(?: (?:legally|treaty))* (?:obligated|obliged|required|bound|committed)(?: by (?:their )?(?:treaty|law))? to (?:defend|protect|fight for) <C>(?: if (?:it|they) (?:is|are) attacked| if attacked| if somebody attacks it)?`,
    ],
  },
  {
    forms: ['defend', 'defense-treaty'],
    detail: 'any',
    texts: [
      `<A> ${bound} (?:defend|protect) <C> under (?:their )?(?<D>${date}) (?:(?:mutual|defense) )*${pact}`,
    ],
  },
  ...([bound, unbound] as const).map((verb): ClaimGroup => ({
    forms: ['defend'],
    detail: 'mainland',
    ...(verb === unbound ? { negation: 'not' as const } : {}),
    texts: [
      `<A> ${verb} (?:defend|protect|fight for) <C> (?:mainland|homeland)(?: (?:if|when) it (?:is|gets) attacked)?`,
      `<A> ${verb} (?:defend|protect|help) <C> (?:if|when) (?:(?:@\\d+ )?(?:mainland|homeland)|california|texas|florida|alaska) (?:is|gets) (?:attacked|hit|invaded)`,
      `<A> ${verb} (?:fight|help|do anything) (?:if|when) <C> (?:is|gets) attacked on (?:@\\d+ )?(?:mainland|homeland)`,
    ],
  })),
  {
    forms: ['defend'],
    negation: 'not',
    texts: [
      `<A> (?:has|have) no(?: (?:legal|treaty|formal|binding))* (?:obligation|duty|commitment) to (?:defend|protect|fight for) <C>`,
      `<A> is not(?: (?:legally|treaty))* (?:obligated|obliged|required|bound|committed)(?: by (?:treaty|law))? to (?:defend|protect|fight for|go to war for) <C>`,
      `<A> ${unbound} (?:defend|protect) <C>(?: if it is attacked| if attacked)?`,
    ],
  },
]
