// Sentences about one thing or two by themselves, in place of which the forms have shorter ones.

/** As in `sentences`. */
export const thingSentences: readonly (readonly [plain: string, ...others: string[]])[] = [
  [
    'what do members of $1 promise',
    'what (?:does|do|did) (@\\d) (?:demand|require|ask|expect|oblige) (?:of|from) (?:(?:its|all|every|each|other) )*(?:members?|countr(?:y|ies)|states?|parties|signatories|allies)(?: states?| countries)?(?: to do)?(?=$)',
  ],
  [
    'defense article of $1',
    '(?:what|which) (?:article|clause|provision|part) (?:of|in) (@\\d)(?: (?:treaty|charter|pact))? (?:(?:is|was|to|matches|mirrors|resembles|corresponds|counterpart|equivalent|analogue|version|like|same|as|similar|of) )+(?:@\\d )?(?:treaty )?article 5(?: (?:of|in) @\\d)?(?=$)',
    'what is (@\\d) (?:own )?(?:(?:equivalent|counterpart|version) (?:of|to) (?:@\\d )?article 5|article 5 (?:equivalent|counterpart|version))(?=$)',
  ],
  [
    'what does $1 stand for',
    'what (?:does|do|is) (?:name |word )?(@\\d) (?:(?:mean|translate|translates|translated|meaning|stand|for|to|as) )*in english(?=$)',
    '(?:(?:what is|give me) )?(?:english )?(?:translation|meaning) of (?:name |word )?(@\\d)(?: (?:in|into) english)?(?=$)',
    '(@\\d) (?:name )?(?:meaning|translation|translated) (?:in|into|to) english(?=$)',
    'what does (?:name|word) (@\\d) (?:(?:actually|literally) )*mean(?=$)',
  ],
  [
    'what does $1 say',
    'what (?:happens|would happen) (?:under|with|by|through|in case of) (article \\d+(?: of @\\d)?)(?=$)',
  ],
  [
    'must $1 defend $2',
    '(?:has|have|does|do|did) (@\\d) (?:guarantees?|guaranteed|promised?|pledged?) (@\\d) (?:(?:its|any|military) )*(?:security|protection|defen[sc]e|safety|help)(?=$)',
    '(?:under|by|through) (?:which|what) (?:treaty|pact|alliance|law|agreement) (?:would|must|does|do|is|are|has) (@\\d) (?:(?:have|has|obliged|bound|required|to) )*(?:defend|protect|help) (@\\d)(?=$)',
  ],
  [
    'who must defend $1',
    '(?:who|which (?:countries|states|nations)) (?:(?:would|will|has|have|got) )+(@\\d) back(?: (?:in war|if attacked))*(?=$)',
  ],
  [
    'which article of $1 is about mutual defense',
    '(?:which|what) article (?:of|in) (@\\d)(?: (?:mutual|security|defen[sc]e|treaty|pact|alliance))* (?:(?:is|was|deals|covers|talks|speaks|one|it|about|on|of|with|must|has|have|to) )+(?:defend(?:ing)?|protect(?:ing)?|help(?:ing)?|defen[sc]e of) (?:@\\d|each other|one another|others|members|another|allies)(?=$)',
  ],
  [
    'is $1 bound by mutual defense clause of $2',
    '(?:does|do) (@\\d) (?:have|owe|carry) (?:(?:any|an|some|a|legal|formal|under) )*(@\\d) (?:mutual )?(?:defen[sc]e|assistance) (?:obligations?|duty|duties|commitments?|promises?)(?=$)',
  ],
  [
    'must $2 defend $1',
    '(?:is|are|was|were) there (?:(?:any|some|formal|legal|security|defen[sc]e|mutual|binding|treaty) )*(?:guarantees?|promises?|commitments?|pledges?|obligations?) (?:for|to|of) (@\\d) (?:from|by|of) (@\\d)(?=$)',
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
    '(?:who|what) or (?:who|what) (?:is|are|was) (@\\d)(?=$)',
    '(?:i have )?(?:seen|heard of|read about|came across) (@\\d)(?: mentioned)? what is (?:that|it|this)(?=$)',
    'what (?:kind|sort|type) of (?:(?:thing|body|entity|beast|animal|grouping|group|organi[sz]ation|alliance|arrangement|treaty|event|exercise|agreement) )?(?:is|are|was) (@\\d)(?: (?:legally|exactly|officially))*(?=$)',
    'is (@\\d) (?:treaty|exercise|alliance|organi[sz]ation|person|country|place|event|status) or (?:treaty|exercise|alliance|organi[sz]ation|person|country|place|event|status)(?=$)',
    'eli5 (@\\d)(?=$)',
    'what is (?:deal|story|fuss|matter|big deal) (?:with|about|behind|of) (@\\d)(?=$)',
    '(?:info|information|details|facts|overview|intro|basics|background|summary|briefing|more|something|everything) (?:on|about|of|to) (@\\d)(?=$)',
    '(?:define|describe|introduce|explain) (@\\d)(?: (?:to me|for me|briefly|shortly|quickly))?(?=$)',
  ],
  [
    'what is purpose of $1',
    '(?:what is )?(?:reason|point|purpose) (?:(?:that|for which|why|behind) )?(@\\d) (?:exists?|existed|existing|being|(?:is|was|were) (?:created|founded|set up|formed|made|there|started))(?=$)',
    'what (?:role|function|job|task|purpose|part) (?:does|do|did|has) (@\\d) (?:play|plays|serve|serves|have|fulfil|fulfill|perform|do)(?=$)',
    'what (?:do|does|did) (?:they|people|countries|members|navies|armies|militaries|troops|soldiers|forces|ships|units|participants) (?:even )?(?:do|practi[cs]e|train|rehearse|work on) (?:at|in|during|with|for) (@\\d)(?=$)',
    'what (?:is|was) (?:practi[cs]ed|trained|rehearsed|done) (?:at|in|during) (@\\d)(?=$)',
    'what (?:is|are|was|were) (@\\d) (?:all )?about(?=$)',
    'what (?:is|was) (@\\d) (?:set up|founded|created|made|meant|designed|intended|supposed|there|used|formed|built) (?:(?:to (?:do|stop|achieve|prevent|counter|deter|contain|fight|solve|balance|protect))|for)(?=$)',
    'against (?:whom|who|what) (?:is|was|were) (@\\d) (?:directed|aimed|founded|formed|created|set up|meant|intended)(?=$)',
    '(?:who|what|whom) (?:is|was|were) (@\\d) (?:directed|aimed|founded|formed|created|set up|meant|intended) (?:against|at)(?=$)',
    'what (?:does|do|did) (@\\d) (?:want|try|aim|seek|hope|intend)(?: to (?:do|achieve|accomplish))?(?=$)',
  ],
  [
    'what does $1 stand for',
    'how is (@\\d) (?:spelled|spelt|written)(?: out)?(?=$)',
    '(?:spell out|unabbreviate) (@\\d)(?=$)',
    'why (?:name|is it named|is it called|was it named|was it called|do they call it) (@\\d)(?=$)',
    'why is (@\\d) (?:called|named) (?:that|so|like that)(?=$)',
    'where (?:does|did) name (?:of )?(@\\d) (?:come|comes|came) from(?=$)',
  ],
  [
    'difference between $1 and $2',
    'how (?:do|does|did|are|is) (@\\d) and (@\\d) (?:differ|different|compare|unlike|distinct|distinguished)(?: (?:from|to|with) each other)?(?=$)',
    '(@\\d) (?:members? )?(?:and|or|vs) (@\\d) (?:members? )?what (?:is|are|was|makes?|made|sets?) (?:(?:the )?differences?|(?:them|it) (?:different|apart|differ))(?=$)',
    'is (@\\d) (?:comparable|equivalent|analogous) to (@\\d)(?=$)',
    'what (?:sets|makes|separates|distinguishes) (@\\d) (?:apart |different |distinct |special )?(?:from|and) (@\\d)(?=$)',
    '(?:in )?what way (?:is|are|do|does) (@\\d) (?:and|from|differ from|different from) (@\\d) (?:not alike|different|differ|not same)?(?=$)',
    '(?:is|are) (@\\d) (?:basically |just )?(?:another name for|synonym of|synonym for|identical to|identical with|alias of) (@\\d)(?=$)',
  ],
  [
    'is $2 $1 ally',
    '(?:does|do|did) (@\\d) (?:(?:consider|count|regard|see|treat|view|call|recogni[sz]e|have|as) )+(@\\d) (?:as )?(?:formal )?ally(?=$)',
  ],
  [
    'what treaty is $1 based on',
    '(?:which|what) (?:treaty|pact|agreement|document|charter|text) (?:(?:is|was|has) )*(?:created|founded|established|set up|formed|started|underlies|underpins|governs|behind|founding|set out) (@\\d)(?=$)',
    'what (?:is|was) (?:founding )?(?:treaty|document|charter) (?:of|behind) (@\\d)(?: called)?(?=$)',
  ],
  [
    'who are treaty allies of $1',
    '(?:with |to )?(?:which|what|whom?|who all)(?: (?:countries|states|nations|country))? (?:is|are|does|do|did|has|have) (@\\d)(?: (?:have|has|got|bound|tied|linked|signed|any|formal|mutual|defen[sc]e|security|military|to|by|in))* (?:treaty|treaties|pacts?|alliances?|agreements?)(?: with)?(?=$)',
  ],
  [
    'must members of $1 defend each other',
    'what (?:happens|would happen|has to happen|must happen) (?:if|when|once) (?:an? )?(@\\d) (?:member|ally|country|state)(?: (?:state|country))? (?:is|gets|was|comes under) (?:attack|attacked)(?=$)',
    'what (?:happens|would happen) (?:if|when) (?:someone|a country|any country|country|one) (?:attacks|invades) (@\\d)(?: (?:member|country|state))(?=$)',
  ],
  [
    'is $1 older than $2',
    '(?:is|was|were) (@\\d) (?:(?:founded|created|signed|formed|started|set up|established) )?before or after (@\\d)(?=$)',
  ],
  ['when did $1 end', 'how (?:did|has) (@\\d) (?:end|ended|collapse|dissolve|fall apart|break up)(?=$)'],
  [
    'how long did $1 exist',
    '(?:lifespan|life span|lifetime|duration) of (@\\d)(?=$)',
    '(@\\d) (?:lifespan|life span|lifetime|duration)(?=$)',
  ],
  [
    'where was $1 signed',
    '(@\\d) (?:treaty |pact |charter )?(?:was |is )?signed (?:in|at) (?:what|which) (?:city|place|town|country|location)(?=$)',
    '(?:in|at) (?:what|which) (?:city|place|town|country|location) (?:was|were|did they|is) (@\\d) (?:treaty |pact |charter )?(?:sign|signed)(?=$)',
    '(?:which|what) (?:city|place|town|country|location) (?:was|is|were) (@\\d) (?:treaty |pact |charter )?signed(?: (?:in|at))?(?=$)',
    '(?:city|place|town|country|location) where (@\\d) (?:treaty |pact |charter )?(?:was|is) signed(?=$)',
  ],
]
