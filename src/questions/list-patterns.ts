// How people ask for other lists than that of all members: of partners, of those that joined in a year, of a share of them.
import { inside, join, members } from './pattern-words.ts'
import type { PatternGroup } from './patterns.ts'

/** "Which", "name all", "are there any". */
const any = `(?:(?:how many|who|name|list|give|me|all|every|which|what|any|are|is|were|there|do|does|show|of|former|current|two|three|one|${members}|that) )*`
/** "Which country was". */
const asked = `(?:(?:who|which|what|was|is|were|are|be|${members}) )*`
const meet = '(?:spends?|spent|meets?|met|reach(?:es|ed)?|hits?|paid|pays?|make|made)'

export const listPatterns: readonly PatternGroup[] = [
  {
    form: 'when-joined',
    names: 'C E',
    texts: [
      `(?:when|what year|which year|in what year|in which year) did <C> (?:first )?(?:join|rejoin|take part in|attend|participate in|go to) <E>(?: (?:for )?first time)?`,
    ],
  },
  {
    form: 'is-in',
    names: 'C E',
    isDated: true,
    texts: [`(?:does|did|do|has|will) <E> (?:ever )?(?:include|involve|have) <C>`],
  },
  {
    form: 'who-left',
    names: 'B',
    texts: [
      `(?:nobody|no one|no ${members}|not one ${members})(?: (?:has|have|had))?(?: ever)? (?:left|quit|withdrew from|exited) <B>(?: before (?:it )?(?:ended|collapsed|dissolved|end))?`,
      `${any}(?:used to have|lost) <B>(?: status)?(?: (?:but )?(?:are |is )?(?:not|no longer))?`,
      `${any}(?<kind>used to be|used to belong to|were once|was once|formerly)(?: (?:in|part of|members? of))? <B>(?: status)?(?: (?:but )?(?:are |is )?(?:not|no longer))?`,
    ],
  },
  {
    form: 'who-left',
    names: 'S',
    texts: [
      `(?:who|(?:which|what) ${members}) (?:(?:was|were|got|has|have|been|ever) )*(?:kicked|thrown|booted|expelled|removed|dropped|stripped) (?:out )?(?:of|from) <S>(?: status)?`,
    ],
  },
  {
    form: 'treaty-ally',
    names: 'C',
    texts: [
      `(?:is|are|does|do) <C> (?:not )?(?:covered|protected|defended) by (?:any )?(?:(?:@\\d|us|american) (?:formal |defen[sc]e |mutual |security )*(?:treaty|treaties|pact|alliance)|(?:formal |defen[sc]e |mutual |security )*(?:treaty|treaties|pact|alliance) with @\\d)`,
    ],
  },
  {
    form: 'treaty-allies',
    names: '',
    texts: [
      `${any}(?:list of )?${members} @\\d (?:has|have) (?:formal |mutual |defen[sc]e |security )*(?:treaty|treaties|pact|pacts|alliance|alliances) with`,
      `${any}(?:does|do) @\\d have (?:formal |mutual |defen[sc]e |security )*(?:treaty|treaties|pact|pacts|alliance|alliances) with`,
      `${any}(?:has|have|had|with|having) (?:formal |mutual |defen[sc]e |security )*(?:treaty|treaties|pact|pacts|alliance|alliances) with (?:@\\d|us)`,
    ],
  },
  {
    form: 'troops',
    names: 'C',
    texts: [
      `(?:does|do|did|are|is) (?:@\\d |there |us |american )?(?:(?:have|keep|station|any|still) )*(?:@\\d |us |american )?(?:troops|soldiers|forces)(?: stationed| based)? in <C>`,
    ],
  },
  {
    form: 'obligations',
    names: 'B|B2',
    texts: [
      `(?:do|does|must|are|is|would|will|have) (?:<B> ${members}|${members} (?:of|in) <B2>) (?:(?:have|obliged|obligated|bound|required|legally|all|actually|promise|promised) )*(?:to )?(?:defend|protect|help) (?:each other|one another|other ${members})`,
    ],
  },
  {
    form: 'in-role',
    names: 'B|B2',
    texts: [
      `${any}<B> ${members} (?:that )?(?:are |is |have been )?(?:currently )?(?<kind>suspended)(?: (?:from it|membership))?`,
      `${any}(?:are |is |have |has |been |got |their )*(?<kind>suspended)(?: (?:their )?(?:${members}|membership|participation|part))?(?: (?:from|in|of)) <B>`,
      `${any}<B> (?:global )?(?<kind>partners?|observers?|applicants?|candidates?)(?: ${members})?(?: (?:now|today))?`,
      `${any}(?:global )?(?<kind>partners?|observers?|applicants?|candidates?)(?: ${members})? (?:of|in|for|to) <B2>`,
      `${any}(?<kind>want|wants|wanting|waiting|applying|applied|hoping|trying|apply|asked|asking) (?:to )?(?:join|get into|enter|be in|become members? of|for membership (?:in|of)|be admitted to|to) <B>`,
      `${any}(?:in )?(?<kind>queue|line|waiting list|next) (?:to join|for|to get into) <B>`,
      `${any}(?<kind>want|wants|wanting|waiting) (?:in|into|to get in)(?:to)? <B>`,
    ],
  },
  {
    form: 'nth-to-join',
    names: 'B|B2',
    texts: [
      `${asked}<N>(?:st|nd|rd|th)(?: ${members})?(?: (?:that|who|to|of|in|joining|join|joined|enter|entered|accede|become|became|part|member|get|got|into|be|added|admitted|accepted))* <B>(?: (?:is|was|were) (?:who|which))?`,
      `${asked}(?:became|joined(?: ${inside})?|become)? ?<B2>(?: as)?(?: its)? <N2>(?:st|nd|rd|th)(?: ${members})?`,
      `<B2> <N2>(?:st|nd|rd|th)(?: ${members})?(?: (?:is|was|were) (?:who|which))?`,
    ],
  },
  {
    form: 'nth-to-join',
    names: 'B',
    isDated: true,
    texts: [
      `${asked}first(?: ${members})?(?: new)? (?:(?:that|who|to|of|in|have|join|joined|enter|entered|accede|become|part|member|get|got|into) )*<B> (?<kind>after)(?: (?:its|founding|foundation|creation|formation|start|founders|original members|founding members|12|beginning|founded|was|it|being))*`,
    ],
  },
  {
    form: 'who-left',
    names: 'B C',
    texts: [
      `(?:is|was|are|were) <C> (?<kind>only)(?: (?:one|${members}))?(?: (?:to|that|who))?(?: (?:have|has))?(?: ever)? (?:leave|left|quit|exit|exited|withdraw from|withdrawn from|withdrew from|pull out of|pulled out of) <B>`,
    ],
  },
  {
    form: 'newest',
    names: 'B|B2',
    texts: [
      `${any}(?:newest|latest|last|most recent) <N>(?: ${members})?(?: (?:that|who|to|of|in|joining|join|joined|have|enter|entered|accede|become|get|got|into))* <B>(?: ${members})?`,
      `${any}<N> (?:newest|latest|last|most recent)(?: ${members})?(?: (?:that|who|to|of|in|joining|join|joined|have|enter|entered|accede|become|get|got|into))* <B>(?: ${members})?`,
      `${any}<B2> (?:newest|latest|last|most recent) <N2>(?: ${members})?`,
      `${any}<B2> <N2> (?:newest|latest|last|most recent)(?: ${members})?`,
    ],
  },
  {
    form: 'joined-in',
    names: 'B|B2|B3',
    isDated: true,
    texts: [
      `<B3> (?:enlargement|expansion|wave|round)(?: (?:(?:which|what|who) )?(?:${members} |three |ones )?(?:joined|came in|got in|were (?:they|those|these|it)|were added|was it))?`,
      `${any}<B2> (?:${members} )?(?:added|designated|admitted|named)(?: (?<kind>after|before|since))?`,
      `(?!what (?:became|become) of)${any}(?:how many (?:new )?${members} )?(?:have )?(?:@\\d ${members} )?(?:were |was )?(?:${join}|received|gained|given|granted|designated|named|declared)(?: (?:as|${inside}))? <B>(?: status)?(?: (?<kind>after|before|since))?(?: (?:wave|round|enlargement|expansion))?`,
    ],
  },
  {
    form: 'not-in',
    names: 'B B2',
    isDated: true,
    texts: [
      `${any}<B>(?: ${members})?(?: (?:that|who|which))? (?:are|is) not <B2> ${members}`,
      `${any}(?:are |is |were )?not (?:in|part of|members? of|inside) <B2> but (?:are |is |were )?(?:also )?(?:in|part of|members? of|inside) <B>`,
      `${any}(?:${inside}|belong to) <B> (?:but|and|while) (?:are |is |were |do |does )?not (?:(?:in|part of|members? of|inside|belong to) )?<B2>`,
    ],
  },
  {
    form: 'spending-over',
    names: '=nato',
    isDated: true,
    texts: [
      `(?:how many|which|what) (?:of )?allies ${meet} (?:at least |over |more than )?<N> percent(?: target| goal| of gdp| mark)*(?: on (?:defen[sc]e|military))?`,
    ],
  },
  {
    form: 'spending-over',
    names: 'B|B2',
    isDated: true,
    texts: [
      `(?:how many|(?:what|which) (?:percentage|share|percent) of|did|do|does|have|has|are|all|every|each|is) (?:(?:all|every|each|of) )*(?:<B> ${members}|${members} (?:in|of) <B2>) (?:actually )?${meet} (?:at least |over |more than )?<N> percent(?: target| goal| of gdp| mark| spending)*(?: on (?:defen[sc]e|military))?`,
    ],
  },
  {
    form: 'is-in',
    names: 'C B',
    isDated: true,
    texts: [
      `(?<kind>why) (?:did|has|have|was|is|are) <C> never (?:joined|join|been in|in|part of|member of|(?:come|came|go|went|gone) back to|return(?:ed)? to|rejoin(?:ed)?) <B>`,
      `(?<kind>why) (?:did|has|have|was|is|are) (?:not )?<C> (?:not )?(?:as )?<B>(?: (?:member|country|state))?`,
    ],
  },
  {
    form: 'defend',
    names: '=nato C',
    texts: [
      `(?:is|are) <C> (?:covered|protected|defended) (?:by|under) (?:nato )?article 5`,
      `(?:does|do|would|will) article 5 (?:cover|protect|apply to|include|extend to) <C>`,
    ],
  },
  {
    form: 'defend',
    names: 'A C2',
    texts: [
      `(?:must|does|do|will|would|has|have|is|are)(?: not)? <A>(?: have| obliged| obligated| required| bound)?(?: to)? (?:defend|protect|help|fight for|come to aid of) <C2> (?:under|by|through|because of|via) <B9>`,
    ],
  },
  {
    form: 'lasted',
    names: 'T',
    texts: [
      `how (?:long|many years) (?:did|was|has|is) <T> (?:last|lasted|exist|existed|around|active|in force|run|going|alive)`,
    ],
  },
  {
    form: 'ever-in',
    names: 'C B|B2',
    texts: [
      `(?:did|does|do) <B> (?:ever )?(?:include|contain) <C>`,
      `(?:is|was) <C> former (?:<B> (?:member|country|state)|member of <B2>)`,
    ],
  },
]
