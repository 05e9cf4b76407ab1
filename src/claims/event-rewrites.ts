// Forms of words for uses of an article, exercises, troops and money, each as the one form that the patterns of claims are written in.

/** In order. */
export const eventRewrites: readonly [RegExp, string][] = [
  // "Finland joined NATO with Sweden" claims without a date that they joined at one time.
  [
    /^ (@\d+) ((?:joined|entered|got into|acceded to|was admitted to|became member of) @\d+)(?: ,)? (?:(?:along|together|right along) with|alongside|with) (@\d+(?:(?: ,)?(?: and)? @\d+)*) $/,
    ' $1 and $3 $2 at same time ',
  ],
  // "ASEAN founded 8 August 1967", "NZ suspended since 1986", as notes say it.
  [
    /(?<=^|,|:|;|and) (@\d+) (founded|formed|created|established|dissolved|disbanded) (?:(?:in|on) )?(?=\d{4})/g,
    ' $1 was $2 in ',
  ],
  [/ (@\d+) (?:is |was )?(?:suspended|frozen) (?=since \d)/g, ' $1 is suspended '],
  [/ , (?=(?:until|since) \d{4}(?:-\d\d)* $)/, ' '],
  // "It was one until Biden took it off the list in 2022."
  [
    /^((?:(?! not | never | nolonger ).)*) until (?:(?:(?:it|they|@\d+|[a-z]+)(?: [a-z]+)? )?(?:took|kicked|threw|dropped|removed|struck|crossed) (?:it|them) ?(?:off|out|from)?(?: (?:of )?(?:it|list))?|(?:(?:it|they) )?(?:left|quit|withdrew|pulled out)(?: it)?) in (?=\d{4})/,
    '$1 until ',
  ],
  // Who is "only a partner" is a partner.
  [
    / (is|are|was|were) (?:only|just|merely|no more than) (?=(?:dialogue |global |official )?(?:partner|observer|associate)s? )/,
    ' $1 ',
  ],
  // "NATO 1949, 12 founders", "SEATO 1954, HQ in Bangkok", as notes say it.
  [
    /^ (@\d+) (\d{4}(?:-\d\d)*)(?: ,)? (?:with )?(?=\d+ (?:founders|(?:founding|original) members) )/,
    ' $1 , $2 , ',
  ],
  [
    /^ (@\d+) (?:, )?(\d{4}(?:-\d\d)*)(?: ,)? (?:with )?(?=\d+ (?:full )?(?:members?|countries|nations|states) |hq |headquarters )/,
    ' $1 : $2 , ',
  ],
  [
    / (is|are) in (@\d+)(?: together| along)? with (@\d+(?:(?: ,)?(?: and)? @\d+)*) $/,
    ' $1 in $2 and $3 $1 in $2 ',
  ],
  [
    / (had|has) (\d+) (?:members|countries) (?:at first|initially|originally|to (?:begin|start) with|in beginning) /,
    ' had $2 founding members ',
  ],
  [/^ (@\d+) , (?=\d{4}(?:-\d\d)* $)/, ' $1 '],
  [/^ been (?=in |one |@)/, ' is '],
  [/^ (?:frozen|suspended) (?=since \d)/, ' is suspended '],
  [/ (@\d+) (?:was|were|came) next(?: ,)?(?: in)? (?=\d{4}(?:-\d\d)* $)/, ' next was $1 in '],
  [
    / each (?:country|nation|state) (?=does what it deems |takes (?:such )?action (?:as )?it deems )/,
    ' each member ',
  ],
  [/ takes (?:such )?action (?:as )?it deems necessary /, ' does what it deems necessary '],
  [/ (@\d+) and (@\d+) (?:navies|armies|forces|militaries|governments) (?=$|in |, |and )/, ' $1 and $2 '],
  [
    /( in \d{4}(?:-\d\d)*) as (?:(?:bilateral|joint|naval|2 country|small) )+(?=exercise (?:of|between) )/,
    '$1 as ',
  ],
  [/( in \d{4}(?:-\d\d)* as exercise) between /, '$1 of '],
  // Uses of an article, and attacks.
  [
    / (?:was|is|were|been) (?:called upon|called on|put into action|put to use|pulled|enacted|put into effect|brought into play|initiated|declared|set in motion) /g,
    ' was invoked ',
  ],
  [
    / (?:9 ?11|sept(?:ember)? 11(?: 2001)?|11 september(?: 2001)?|twin towers|world trade center)(?: terrorist| terror)?(?: attacks?)? /g,
    ' september 11 ',
  ],
  [
    /( article \d+(?: of @\d+)? (?:says|means)) (?:that )?(?:each|every) (?:country|ally|nation|state|one|member) (?=takes |decides |chooses )/,
    '$1 each party ',
  ],
  [/ , (every(?: \d+)? years?|yearly|annually)(?= (?:in|near|off|around) @\d+ $| $)/, ' and is held $1'],
  [
    / (?:on|of) (?:fellow |other |any |single |1 )?(?:1|one|single)(?: of)?(?: its| their)? (?:members?|member states?|member countries|member country|ally|allies|countries|country|nation|party|state) /g,
    ' on 1 ',
  ],
  [
    / (?:counts as|is considered(?: to be)?|is seen as|is treated as|is regarded as|is deemed(?: to be)?|equals|means|amounts to|is viewed as|shall be considered|is same as|is to be treated as|is taken as|is now treated as|is legally) (?=attack )/g,
    ' is ',
  ],
  // "It considers an attack on one an attack on all."
  [
    / (?:considers|regards|treats|sees|views|counts) ((?:any |armed )*attack on 1) (?:as |to be )?(?=attack )/,
    ' says $1 is ',
  ],
  [
    /^ only time (it|they|@\d+) (?:ever )?(?:invoked|used|triggered) (article \d+) was (?=for |after |in )/,
    ' $2 was invoked once and it was ',
  ],
  [/ (?:1 )?day after september 11 $/, ' on 2001-09-12 '],
  [/ (@\d+) will (?=(?:get|buy|acquire|receive|build) (?:at least )?\d)/, ' $1 is to '],
  // "The only time Article 5 was used was 2001."
  [
    /^ (only|first|nth1) time (?:that )?(article \d+|@\d+) (?:was )?(?:ever )?(?:invoked|used|triggered|activated) was (?:(?:for|in|by) (?=@))?(?=after |on |following |in |for |[12]\d{3} )/,
    ' $2 was invoked $1 time ',
  ],
  [/ (was invoked) only time (?=after |on |following |in |for |[12]\d{3} )/, ' $1 once '],
  [/ (was invoked) (?:first|nth1) time (?=after |on |following |in |for |[12]\d{3} )/, ' $1 '],
  // "Under Article 5 nobody is forced to send troops", "it requires no troops".
  [
    / under (article \d+(?: of @\d+)?)(?: ,)? (?:nobody|noone|no (?:one|member|ally|country|nation)) (?:is|has) (?:(?:forced|required|obliged|obligated|bound) )?to /,
    ' $1 does not require anyone to ',
  ],
  [
    / (article \d+(?: of @\d+)?) (does not )?(?:requires?|obliges?|guarantees?|promises?|means?)(?: any)? (?=(?:troops|soldiers|(?:use of )?(?:military |armed )?force|military (?:action|response|help|aid)) (?:$|, ))/,
    ' $1 $2requires anyone to send ',
  ],
  [/ (@\d+|their) (?:own )?decisions are(?: (?:made|taken|reached))? by /, ' $1 decides by '],
  [/^ decisions are(?: (?:made|taken|reached))? by /, ' it decides by '],
  [
    / (invoked|used|triggered|activated)( once)?((?: (?:after|on|for|in) [^,]*?)?)(?: ,)?(?: and| but)? never(?: since| after that)? $/,
    ' $1 once$3 ',
  ],
  [/ (?:is|was) disinvited from (@\d+)( in \d{4})? /, ' was invited to $1$2 and disinvited '],
  // Exercises.
  [/^ (@\d+) intervened(?: militarily)? in (?=@\d+ )/, ' $1 sent forces to '],
  [/ (was dissolved|ended)( in \d{4})? (?:when|once) (?=@\d+(?: and @\d+)* left $)/, ' $1$2 after '],
  [/(?<= same year)(?: ,)? (?:in )?(?=[12]\d{3} $)/, ' in '],
  [/ (?:war games?|wargames?|drills?|maneuvers|manoeuvres) /g, ' exercise '],
  [
    / (?:on planet|on earth|in world|worldwide|of world|anywhere|on face of earth|around world|across world) /g,
    ' in world ',
  ],
  [
    / (?:every second year|every other year|biennially|biennial|once every 2 years|every 2nd year|each 2 years|once 2 years|bi annually|biannually|2 yearly) /g,
    ' every 2 years ',
  ],
  [
    / (?:takes? place|happens?|occurs?|runs|is run|is conducted|is carried out|is organized|comes around|comes round|goes ahead) (?=every |twice |once |each |yearly |annually |in )/g,
    ' is held ',
  ],
  [/^ (@\d+(?:(?: ,)?(?: and)? @\d+)*) (?:is|are) (?:hosts?|host country|host countries) $/, ' $1 hosts '],
  // Countries with troops and money.
  [/ like (?=\d+ (?:@\d+ )?[a-z])/, ' about '],
  [/ (?:is|has|have|contains?)(?: (?:only|about))* (?=\d+ articles )/, ' has '],
  [
    / under (article \d+)(?: ,)? (?:you|members?|countries|country) (?:can|may) (?=leave |quit |withdraw )/,
    ' under $1 party may ',
  ],
  [/^ (@\d+ (?:troops|soldiers|forces)) in (@\d+) number ((?:[a-z]+ )?\d+) $/, ' there are $3 $1 in $2 '],
  [
    /^ at hague((?: summit)?(?: in [\d-]+)?) (they|@\d+|[a-z]+) (agreed|pledged|committed|promised|decided) (.*) $/,
    ' $2 $3 at hague$1 $4 ',
  ],
  [/ (?:is|are) home to (?=(?:[a-z]+ ){0,3}\d|(?:most|more) )/g, ' has '],
  [
    / (?:military|defense) (?:spending|budget|expenditure) (?:was|is|sits at|stands at|stood at|hit|reached|came to|came in at|amounts to|amounted to|equals) /g,
    ' defense spending is ',
  ],
  [
    / (?:shells out|forks out|puts|pours|devotes|dedicates|allocates|invests|drops|coughs up) (?=(?:[a-z]+ ){0,2}\d)/g,
    ' spends ',
  ],
  [
    / (?:devoted|dedicated|allocated|invested|put|poured) (?=(?:[a-z]+ ){0,2}\d+(?:p\d+)? percent)/g,
    ' spent ',
  ],
  [/ (?:towards?|into|to|for) (?=(?:their |its )?(?:defense|military|army))/g, ' on '],
]
