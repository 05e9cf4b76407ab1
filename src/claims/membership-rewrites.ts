// Forms of words for joining, being in and leaving, each as the one form that the patterns of claims are written in.

export const nations =
  '(?:members?|member states?|member countries|member country|member nations?|countries|country|nations?|states?|allies|ally|parties|party)'

/** What is said of something that is so. */
const striking =
  '(?:is|was|will always be|has to be|surprises|shocks|amazes|blows)(?= (?:[a-z]+ )?(?:funniest|craziest|wildest|weirdest|strangest|best|worst|most [a-z]+|wild|crazy|insane|hilarious|funny|weird|strange|odd|bizarre|ironic|underrated|overlooked|sad|shame|people|everyone|me|my mind) )(?!.*\\b(?:not|never|no|nobody|lies?|myth|false|wrong|invented|fake|made up|prevented|denied)\\b)'

/** Somebody who did what follows. */
const person =
  '(?:(?!(?:not|never|no|nobody|almost|nearly|would|could|should|might|will|wants|wanted|if|when|before|until|after|that|how|why|who|says|said|claims|thinks|my|our|guild|clan) )[a-z]+ ){1,3}'

/** In order. */
export const membershipRewrites: readonly [RegExp, string][] = [
  [
    / (?:said (?:no|nah)(?: thanks| thank you)? to (@\d+)|turned (@\d+) down)(?= $| in \d)/,
    ' turned down their invitation to $1$2',
  ],
  [/ said no thank(?:s| you) /, ' said no '],
  // "The 11th ASEAN member", "Pakistan joined it together with India".
  [
    / (nth\d+(?: and (?:newest|latest|most recent))?) (@\d+) (?=(?:members?|member state|country|nation|state|ally)(?: |$))/,
    ' $2 $1 ',
  ],
  [
    /^ (@\d+) ((?:joined|left|entered|got into|acceded to|was admitted to|became member of) @\d+)(?: ,)? (?:(?:along|together|right along) with|alongside|with) (@\d+(?:(?: ,)?(?: and)? @\d+)*)( (?:in|on) [\d-]+) $/,
    ' $1 and $3 $2$4 ',
  ],
  [
    /^ (@\d+) (?=(?:founded|established|formed|created|signed|launched|dissolved|disbanded|announced) (?:(?:in|on|by|with|at) )?(?:\d|(?:in|by|with) @\d+ (?:in |, |and |$)))/,
    ' $1 was ',
  ],
  [
    /^ ((?:in|on) [\d-]+ (?:, )?)?they (dissolved|disbanded|founded|created|formed|signed|set up|scrapped|renamed) (@\d+)(?= |$)/,
    ' $1$3 was $2',
  ],
  [/^ only (?=(?:joined|left|entered|became|got into|came) (?:.* )?\d{4}(?:-\d\d){0,2} $)/, ' '],
  // "De Gaulle pulled France out of the command", "Sarkozy brought it back into it".
  [new RegExp(`^ ${person}(?:pulled|took|withdrew) (@\\d+) (?:out of|from) (?=@|integrated)`), ' $1 left '],
  [
    new RegExp(`^ ${person}(?:brought|took|led) (@\\d+) (?:back )?(?:in|into|to) (?=@|integrated)`),
    ' $1 returned to ',
  ],
  // "You can't be kicked out of NATO."
  [
    /^ (?:(?:you|members?|countries|@\d+) can not|(?:nobody|no (?:member|country|one)) can) be (?:kicked|thrown|expelled|booted|removed)(?: out)? (?:of|from) (@\d+) $/,
    ' $1 has no rule on expelling one ',
  ],
  [
    /^ (@\d+) can not (?:kick|throw|expel|boot|remove) (?:out )?(?:anyone|anybody|(?:any )?(?:members?|countries|country)|@\d+)(?: out)? $/,
    ' $1 has no rule on expelling one ',
  ],
  [/ joined (in [\d-]+) as (nth\d+ (?:member|country|nation)) of (@\d+) $/, ' joined $3 $1 as $2 '],
  // "Canada being a member since 1949 is wild", "Spain joining in 1982 made it the 16th member".
  [
    new RegExp(
      `^ (@\\d+) being ((?:in |(?:founding )?member of |founding @\\d+ member |@\\d+ member )?(?:@\\d+ )?(?:since [\\d-]+ )?)${striking} .*$`,
    ),
    ' $1 is $2',
  ],
  [
    /^ (@\d+) joining((?: in [\d-]+)?) made it (nth\d+ (?:member|country|nation)) of (@\d+) $/,
    ' $1 joined $4$2 as $3 ',
  ],
  // "It is only suspended", "it is only an observer".
  [
    / (is|are|was|were|has) (?:only|merely) (?=suspended |(?:dialogue |global )?(?:partner|associate|observer|applicant|candidate)s? )/,
    ' $1 ',
  ],
  [/ only (has (?:[a-z]+ )?(?:partner|observer|candidate) status )/, ' $1'],
  [
    / (?:was|were|got) (?:let|allowed|taken|welcomed|brought|accepted|admitted) back (?:in |in to |into |to )(?=@)/,
    ' came back to ',
  ],
  [/ washington dc /, ' washington '],
  [/ only (@\d+) (?:country|nation|state|one) (?=with|that |to )/, ' only $1 member '],
  [
    /^ (?:you|one|members?|any member|every member|(?:any |every )?country|countries|they) (?:can|may|could) (?:leave|quit|withdraw from) (?=@)/,
    ' party may leave ',
  ],
  [/ (neutral) (?:country|state|nation) (?:that|which) is (?:also )?(?=in @)/, ' $1 and '],
  [
    /^ (@\d+)(?: members| allies)? (?:makes?|takes?|decides?)(?: all| their| every| only)*(?: decisions?| things| everything)?(?: only)? by (?:consensus|unanimity) $/,
    ' consensus is only basis of $1 decisions ',
  ],
  [/ (?:rejoined|returned into) integrated command /, ' returned to integrated command '],
  [/ (@\d+) pillar (\d|[iv]+) /, ' pillar $2 of $1 '],
  [/ (?:first|nth1) pillar (?=of @)/, ' pillar 1 '],
  [/ (?:second|nth2) pillar (?=of @)/, ' pillar 2 '],
  [/ (pillar (?:\d|[iv]+) of @\d+) (?:covers|includes|deals with|focuses on|concerns) /, ' $1 is about '],
  [
    / (is|are) (@\d+) and (@\d+ (?:global |dialogue )?(?:partners?|members?|observers?)) $/,
    ' $1 $2 and $1 $3 ',
  ],
  // "It isn't in NATO yet."
  [/ (not|never) yet (?=[a-z@])/g, ' $1 '],
  [/ (not (?:in|part of|members? of) @\d+) yet /g, ' $1 '],
  // "There is no procedure to expel members."
  [
    / (?:(?:there is|has) (?:no|not any)|does not have(?: any)?)(?: (?:formal|legal|actual|real))* (?:(?:mechanism|procedure|process|provision|clause|way|method|rule)s? (?:for|to|of|on) (?:expel|kick|throw|remove|boot|eject)(?:ling|ing)?(?: out)? (?:any )?(@\d+ )?(?:anyone|anybody|somebody|someone|members?|country|countries|ally|allies)(?: out)?(?: (?:of|from) (@\d+))?|expulsion (?:mechanism|procedure|process|provision|clause|rule)s?(?: in (@\d+))?) /g,
    ' $1$2$3 has no rule on expelling one ',
  ],
  // "India is in the Quad and BRICS at the same time."
  [
    /( (?:is|are) (?:in|part of|members? of) @\d+(?:(?: ,)?(?: and)?(?: (?:in|of))? @\d+)+) (?:at (?:very )?same time|simultaneously|all at once|at once) $/,
    '$1 ',
  ],
  [/ as (?:@\d+ )?(?:member|country|ally) number (\d+) $/, ' as nth$1 member '],
  // "It joined the EU in 1995 and the PfP the same year."
  [/( in (\d{4})(?:-\d\d)*) and (@\d+) (?:in |during )?(?:that |very )*same year /, '$1 and $3 in $2 '],
  // "Finland and Sweden joined in 2023 and 2024."
  [
    / (@\d+) and (@\d+)((?: joined| became members? of| entered)?(?: @\d+)?) (?:in|on) (\d{4}(?:-\d\d){0,2}) and (?:in |on )?(\d{4}(?:-\d\d){0,2})(?: respectively)?(?= $| , )/,
    ' $1$3 in $4 and $2$3 in $5',
  ],
  [
    / (article \d+(?:p\d+)?(?: of @\d+)?) does not (?:say|mean|state)(?: that)? (?:everybody|everyone|each|every|all|anybody|we all|all of us|(?:each|every|all) (?:ally|allies|member|members|country|countries)) (?:must|has to|have to|will|is obliged to|are obliged to) /,
    ' $1 does not require anyone to ',
  ],
  [
    /( (?:set up|founded|created|formed|signed)(?: (?:by|through|under) @\d+)?) , (?=[12]\d{3}(?:-\d\d){0,2} $)/,
    '$1 in ',
  ],
  [/ (?:is|are) at (?=\d+(?: or \d+)? $)/, ' has '],
  [
    /( only)? (?:talks about|speaks of|applies to|is limited to)( only)? (?=territor|attacks? |areas? )/,
    ' covers$1$2 ',
  ],
  [/ (?:with|by giving|on) (\d+|one) years? notice /, ' $1 year after giving notice '],
  [/ (is|are|was|were) (?:going|set|supposed|scheduled|planned|due) to /, ' $1 to '],
  [/ got (?=(?:dissolved|disbanded|suspended|abolished|renamed|expelled|invoked) )/, ' was '],
  [
    / (in|on|from|since) ([12]\d{3}(?:-\d\d){0,2})(?: ,)? not (?:in |on |from |since )?[12]\d{3}(?:-\d\d){0,2} $/,
    ' $1 $2 ',
  ],
  [/ (treaty|pact|alliance|agreement) (?:currently )?in force (?=is |was |dates |comes )/, ' $1 '],
  [/^ (@\d+) (?:is|was) invited (?:to|into|to join|into joining) (@\d+)( in [\d-]+)? $/, ' $2 invited $1$3 '],
  [
    /^ (@\d+) suspended (@\d+(?:(?: ,)?(?: and)? @\d+)*)((?: in [\d-]+| from \d{4} (?:to|till|until) \d{4})?) (?=$|because |over |for )/,
    ' $2 was suspended from $1$3 ',
  ],
  [/ (?:went on to|managed to|got to) join /, ' joined '],
  [/ (?:went on to|managed to) leave /, ' left '],
  [/ (?:stays?|stayed|remains?|remained) neutral(?= |$)/, ' is neutral'],
  [/ is (?:headed|commanded|spearheaded) by /, ' is led by '],
  [/ (@\d+) only (?=(?:became|entered|acceded|got|signed up) .*\d{4}(?:-\d\d){0,2} $)/, ' $1 '],
  [
    /^ (@\d+)(?: treaty| pact)? (?:of|from) ([12]\d{3}) (?=(?:is|was|has|says|covers|obliges|binds|does|were|became|commits|requires|still|never|created|promises) )/,
    ' $1 is from $2 and $1 ',
  ],
  [
    / (article \d+) (?:lets|allows|permits) (?:any )?(?:members?|party|parties|countries|country|ally|allies|you|them)(?: to)? (?=leave|quit|withdraw)/,
    ' under $1 party may ',
  ],
  [/^ (?:no|not any) (mutual|collective) defense $/, ' no $1 defense clause '],
  [/ (article \d+) , not (?:article )?\d+ , /, ' $1 '],
  // "Turkey joined in 1952 together with Greece."
  [
    / (joined|left)( @\d+)? (in|on) (\d{4}(?:-\d\d){0,2}) (?:and|with) (@\d+(?:(?: ,)?(?: and)? @\d+)*) $/,
    ' and $5 $1$2 $3 $4 ',
  ],
  [
    / (?:denounced|announced (?:their )?withdrawal from) (?=@\d+ (?:in \d|$))/,
    ' announced that it would leave ',
  ],
  [/ (was|became) number (\d\d) (?:in|of) (?=@\d+ $)/, ' $1 nth$2 member of '],
  [/ (is|was|became) number (?=\d\d )/g, ' $1 nth'],
  [/ as number (\d+) $/, ' as nth$1 member '],
  [/ as organization (?=in \d)/, ' '],
  [/ (?:has|have) always been /, ' is always '],
  [
    / (@\d+) constitution (?:says|states)(?: that)? (?:it|they|country|@\d+) is (?:permanently )?neutral /,
    ' $1 is neutral under their constitution ',
  ],
  [
    / (?:stayed|remained|was|were) in (@\d+) (?:until|till|to|up to) (?:very )?end (?:in|on) (?=\d)/,
    ' was in $1 until ',
  ],
  [/ come to (@\d+) (?:defense|aid|rescue|help) /, ' defend $1 '],
  [
    /^ under (?:their )?(\d{4}) ((?:(?:mutual|security|defense) )*(?:treaty|pact))(?: ,)? (@\d+ (?:must|has to|is obliged to|is obligated to|is bound to) defend @\d+) $/,
    ' $3 under $1 $2 ',
  ],
  [
    / (?:made it (?:in )?to|made it into|came into|got into|came aboard|got in to|was let into|were let into|got let into|was taken into|were taken into|was accepted into|were accepted into|was brought into|was welcomed into|were welcomed into|was admitted into|were admitted into|was inducted into|signed onto|signed on to|signed up for|came on board with|gained (?:membership|entry|admission) (?:in|to|into|of)|got (?:membership|entry) (?:in|to|into|of)|acceded into|hopped into|jumped into|became (?:newest |latest )?(?:nation|state|country|ally|signatory|partner)? ?(?:in|inside)) (?=@)/g,
    ' joined ',
  ],
  [
    / (?:quitted|departed|ditched|dumped|abandoned|ceased to be (?:member of|in)|stopped being (?:member of|in)|walked away from|got out of|pulled itself out of|withdrew itself from|took itself out of|gave up its membership (?:in|of)|dropped|bowed out of|resigned from|opted out of) (?=@)/g,
    ' left ',
  ],
  [
    / (?:has|have|had) (?=(?:applied|left|quit|joined|added|admitted|signed|withdrawn|pulled|hosted|invoked|taken|been|walked|dropped) )/g,
    ' ',
  ],
  [/ (?:sits?|remains?|stays?|stayed|counts? as member|is counted) (?:in|inside|part of) (?=@)/g, ' is in '],
  [/ (?:remains?|stays?) (?=member |@\d+ member )/g, ' is '],
  [
    / (?:stays?|stayed|remains?|remained|sits|keeps?|kept) (?:out|outside|out side)(?: of)? (?=@)/g,
    ' is not in ',
  ],
  [/ (?:is|are|was|were) (?:nowhere in|out of|excluded from|absent from|left out of) (?=@)/g, ' is not in '],
  [
    new RegExp(` (?:one of|among|amongst) (?:@\\d+ )?(founding|original|charter|founder) ${nations}`, 'g'),
    ' $1 member',
  ],
  [/ one of (@\d+) (?:original |first )?(?:founders|founding members) /g, ' founder of $1 '],
  [/ one of (?:original )?founders (?=of @)/g, ' founder '],
  [/ (is|are|was|were) (@\d+) founders? (?=$|in )/, ' $1 founder of $2 '],
  [/ that (?=@\d)/g, ' '],
  [/ (@\d+) (?:thing|things|stuff)(?= ,| $)/g, ' $1 '],
  [/ (\d+ (?:members|countries|states)) left(?= $| in it $)/g, ' $1 '],
  [/ (?:among|one of|part of) original \d+ of (?=@)/g, ' founding member of '],
  [
    / (?:among|one of|part of) (?:original|first) (?:\d+ )?(?:members|signatories|countries)? ?(?:of|to sign|in) (?=@)/g,
    ' founding member of ',
  ],
  [/ (?:there is|there are|has|have) (?:no|not any) way (?:to|of) /g, ' has no way to '],
  [/ there (?:is|are) no ([a-z]+) in (@\d+) (?=for |to |on )/g, ' $2 has no $1 '],
  [/ never (?:stopped|ceased)(?: being|to be) (?:member|in it) (?=$|, )/, ' never left '],
  [/ (@\d+) only (?=(?:joined|left|applied|came|got in|withdrew) (?:in|on) \d)/, ' $1 '],
  [/^ rip (@\d+)(?: ,)? (?:gone|dead|died) (?=in \d)/, ' $1 ended '],
  [/ , (?=as (?:their )?nth\d+ member )/, ' '],
  [
    /^ (@\d+) (?=(?:an? )?(?:observer|partner|founding member|candidate|applicant) (?:$|of |in |since |after |, ))/,
    ' $1 is ',
  ],
  [/ stopped (?:taking part|participating)(?= in @\d+ | in \d| $)/, ' suspended their participation'],
  [/ (?:is|was) (?:member|in it) (?:whole|entire) time (?=$|, )/, ' never left '],
  // Numbers of members.
  [
    new RegExp(
      ` (?:is|was) (\\d+) (?:${nations}|strong|nation|country|member) (?:strong )?(?:alliance|bloc|organization|group|club|pact|coalition|partnership) $`,
    ),
    ' has $1 members ',
  ],
  [
    new RegExp(` (?:is|are) (?:composed|comprised|made up|formed|constituted) of (?=(?:[a-z]+ )?\\d)`, 'g'),
    ' has ',
  ],
  [
    / (?:numbers|totals|boasts|stands at|sits at|is up to|currently has|counts|is home to|features|is sitting at|comes to) (?=\d)/g,
    ' has ',
  ],
  [
    / (?:includes|comprises|contains|covers|encompasses|unites|brings together|groups) (?=(?:only )?\d+ (?:members?|countries|nations|states))/g,
    ' has ',
  ],
]
