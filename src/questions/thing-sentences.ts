// Sentences about one thing or two by themselves, in place of which the forms have shorter ones.

/** As in `sentences`. */
export const thingSentences: readonly (readonly [plain: string, ...others: string[]])[] = [
  [
    'must $2 defend $1',
    'can (@\\d) (?:(?:count|rely|depend|bank) )+on (@\\d)(?: (?:if|for|in|to|attacked|war|help|defen[sc]e|protection|it|case|of|come|legally|militarily))*(?=$)',
    '(?:does|do|has|have|is|did) (@\\d) (?:(?:have|get|enjoy|under|covered|protected|got|receive) )+(?:by )?(?:(?:any|some|formal|legal|security|defen[sc]e|mutual|binding|official|nuclear|treaty|of|written) )*(?:guarantees?|promises?|commitments?|umbrella|protection|pledges?|obligations?)(?: of (?:defen[sc]e|protection|help))? (?:from|of|by|with) (@\\d)(?=$)',
  ],
  [
    'is article $1 automatic',
    '(?:is|are|would) (?:(?:military|armed|help|force|response|war|aid|action|defen[sc]e|support|assistance|it|be|always) )+automatic (?:under|with|by|in|per|after|if|through|via) (?:@\\d )?article (\\d+)(?: of @\\d)?(?: (?:is|gets|invoked|triggered))*(?=$)',
  ],
  [
    'does $1 have treaty',
    '(?:is|are|was) there (?:(?:any|some|one|real|actual|written|formal|founding|legal|signed|binding|official|proper|underlying) )*(?:treaty|agreement|document|pact|charter|text|contract)(?: (?:that|which|at|signed|underlying|is|of))* (?:behind|for|under|underlies|underpins|governs|founded|created|establishes|heart of) (@\\d)(?=$)',
    '(?:does|do|did|has) (@\\d) (?:(?:have|has|got|rest|rely|based|on|come|with|any|some|own|written|formal|founding|legal|signed|binding|official|proper|real|actual) )+(?:treaty|agreement|document|pact|charter|text|contract|statute|constitution)(?=$)',
  ],
  [
    'what is $1',
    'what (?:kind|sort|type) of (?:(?:thing|body|entity|beast|animal|grouping|group|organi[sz]ation|alliance|arrangement|treaty|event|exercise) )?(?:is|are|was) (@\\d)(?=$)',
    'eli5 (@\\d)(?=$)',
    'what is (?:deal|story|fuss|matter|big deal) (?:with|about|behind|of) (@\\d)(?=$)',
    '(?:info|information|details|facts|overview|intro|basics|background|summary|briefing|more|something|everything) (?:on|about|of|to) (@\\d)(?=$)',
    '(?:define|describe|introduce|explain) (@\\d)(?: (?:to me|for me|briefly|shortly|quickly))?(?=$)',
  ],
  [
    'what is purpose of $1',
    'what (?:role|function|job|task|purpose|part) (?:does|do|did|has) (@\\d) (?:play|plays|serve|serves|have|fulfil|fulfill|perform|do)(?=$)',
    'what (?:do|does|did) (?:they|people|countries|members|navies|armies|militaries|troops|soldiers|forces|ships|units|participants) (?:even )?(?:do|practi[cs]e|train|rehearse|work on) (?:at|in|during|with|for) (@\\d)(?=$)',
    'what (?:is|was) (?:practi[cs]ed|trained|rehearsed|done) (?:at|in|during) (@\\d)(?=$)',
    'what (?:is|are|was|were) (@\\d) (?:all )?about(?=$)',
    'what (?:is|was) (@\\d) (?:set up|founded|created|made|meant|designed|intended|supposed|there|used|formed|built) (?:to do|for)(?=$)',
    'what (?:does|do|did) (@\\d) (?:want|try|aim|seek|hope|intend)(?: to (?:do|achieve|accomplish))?(?=$)',
  ],
  [
    'what does $1 stand for',
    'why (?:name|is it named|is it called|was it named|was it called|do they call it) (@\\d)(?=$)',
    'why is (@\\d) (?:called|named) (?:that|so|like that)(?=$)',
    'where (?:does|did) name (?:of )?(@\\d) (?:come|comes|came) from(?=$)',
  ],
  [
    'difference between $1 and $2',
    'what (?:sets|makes|separates|distinguishes) (@\\d) (?:apart |different |distinct |special )?(?:from|and) (@\\d)(?=$)',
    '(?:in )?what way (?:is|are|do|does) (@\\d) (?:and|from|differ from|different from) (@\\d) (?:not alike|different|differ|not same)?(?=$)',
    '(?:is|are) (@\\d) (?:basically |just )?(?:another name for|synonym of|synonym for|identical to|identical with|alias of) (@\\d)(?=$)',
  ],
  ['is $1 $2 ally', '(?:does|do|did) (@\\d) consider (@\\d) ally(?=$)'],
]
