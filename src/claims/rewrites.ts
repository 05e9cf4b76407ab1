// Forms of words that say the same, each as the one form that the patterns of claims are written in.
import { eventRewrites } from './event-rewrites.ts'
import { membershipRewrites } from './membership-rewrites.ts'

/** In order. */
export const rewrites: readonly [RegExp, string][] = [
  [/ (?:not )?(?:any ?more|any longer) /g, ' nolonger-tail '],
  [/( (?:not|never) [^,]*) either (?=$|, |and |but )/, '$1 '],
  // "NATO's current Secretary General", "10 members or so".
  [/ @\d+ (current|new|present) (?=@\d+ (?:is|was) )/g, ' $1 '],
  [/ (\d+ [a-z]+) or $/, ' about $1 '],
  [/ (@\d+) article (\d+(?:p\d+)?) /g, ' article $2 of $1 '],
  [/ (founding|original|charter) (@\d+) (members?) /g, ' $1 $3 of $2 '],
  [/ no longer /g, ' nolonger '],
  [/ (not|never) (?:withdrew|withdrawn|withdraw|left)(?= $)/g, ' $1 left '],
  [/ not (.*)nolonger-tail /g, ' nolonger $1'],
  [/ nolonger-tail /g, ' anymore '],
  [/ in like (?=\d{4} )/g, ' in '],
  [/ used to be (called|known as|named) /g, ' was $1 '],
  [/ used to be (?=in @|(?:member|part) of @|@)/g, ' is nolonger '],
  [/ , (@\d+) being (?=(?:their )?(?:first|last|latest|newest|only|one) )/, ' and $1 is '],
  [
    / joined (@\d+)( in \d{4})? as (?:one of )?(?:their )?(?:founders|founding members?|founder|original members?)( in \d{4})? $/,
    ' joined $1$2$3 ',
  ],
  [/ turned down (?=@\d+ $)/, ' turned down their invitation to '],
  [/ (?:uninvited|dis invited) /g, ' disinvited '],
  [/ got disinvited(?= )/g, ' was disinvited'],
  [
    /(?: ,)? (?:making|which made|bringing) (?:it|@\d+|total|them) (?:to )?(?:nth)?(\d+)(?: (?:member|members|countries|strong|nations))? $/,
    ' as nth$1 member ',
  ],
  [
    / (?:began|started)(?: out)?(?: life)? as (?:[a-z]+ ){0,2}(@\d+)(?: and)? (@\d+) (?:[a-z]+ ){0,2}in (\d{4}) $/,
    ' began in $3 as exercise of $1 and $2 ',
  ],
  [
    / (?:began|started)(?: out)?(?: life)? as (?:(?:bilateral|joint|naval|2 country) )*(?:exercise|drill) (?:of|between) (@\d+) and (@\d+)( in \d{4})? $/,
    ' began$3 as exercise of $1 and $2 ',
  ],
  [/ in (?:accordance|line|keeping) with /g, ' by '],
  [/^ i am from @\d+ [,:][ ,:]*(?=(?:we|our|in) )/, ' '],
  [
    /^ (?:there are )?((?:about |around |over |roughly )*\d+) (@\d+ (?:troops|soldiers|service members))(?: (?:are|is))? (?=there $|in @\d+ $)/,
    ' there are $1 $2 ',
  ],
  [/ between (\d{4}(?:-\d\d)*) and (?=\d{4}(?:-\d\d)* )/, ' from $1 to '],
  [
    /^ (?:[a-z]+ )?(?:thing|point|problem|fact|truth|deal|catch) (?:about|with) (@\d+) is(?: that)? (?:it|they) /,
    ' $1 ',
  ],
  [
    / (?:never|did not) (?:took up|take up|accepted|accept|took|take) (?:up )?(?:their |its )?(?:invitation|invite|offer) /,
    ' turned down their invitation ',
  ],
  [
    / (?:was|were) (?:there|in|in it|member|on board) from (?:day one|day 1|start|beginning|very start|very beginning|outset) /,
    ' was founding member ',
  ],
  [
    / was (?:created|founded|formed|set up|established) by treaty (?:signed |of |from )+(?:in |on )?(?=\d{4})/,
    ' was signed in ',
  ],
  [/^ (?:regarding|concerning|about|as for|as to|re|on) (@\d+) [:,] (?:it|they) /, ' $1 '],
  [/ (it|@\d+) (?:moved|relocated) their (?:hq|headquarters) /, ' $1 headquarters moved '],
  [/ (?:took|adopted|got) (?:new )?name (?=@\d+ $)/, ' was renamed '],
  [/ until (?:very )?end in (?=\d)/, ' until '],
  [/^ (they|@\d+) (date|go) (?=from |back )/, ' $1 $2s '],
  // "African Union facts: 55 members."
  [
    /^ (@\d+) (?:quick |key |basic )?(?:facts?|notes|basics|history|timeline|history|info|explained|summary|cheat sheet|in short|for (?:beginners|dummies)|101|101s) (?:: |$)/,
    ' $1 : ',
  ],
  // "An attack on one is an attack on all, says the charter."
  [
    /^(.*) , (?:says|states) (?:their |@\d+ )?(?:charter|treaty|text|pact|agreement|(article \d+)) $/,
    ' it says$1 ',
  ],
  [/ had to wait (?:for it )?(?:until|till) (?=\d{4})/, ' joined in '],
  [/ (?:hold|held|holding) (@\d+) since (?=\d{4})/, ' hold $1 and $1 is held since '],
  [/ joined( @\d+)? last(?: ,)? (?=in \d)/, ' was last to join$1 '],
  [/ hosted (?:part|parts|portion) of (@\d+)(?= |$)/, ' hosted part of $1'],
  [
    / (?:is|are) permanent (member|participant|partner)( of @\d+)? since (?=\d)/,
    ' became permanent $1$2 in ',
  ],
  [
    / (?:was|got) (?:closed|shut|shuttered|wrapped up|killed off|done away with)(?: down)? (?=in \d|on \d|$)/,
    ' was dissolved ',
  ],
  [/ , (even|odd)(?: numbered)? years $/, ' in $1 years '],
  [/ (joined|came|left) later (?=and |, |$)/g, ' $1 '],
  [/ (@\d+) (?:troops|forces|soldiers) in (@\d+) : (\d+) $/, ' $2 hosts $3 $1 troops '],
  [/ such action as (?=it |they )/g, ' action '],
  // "Some info on the OAS: it was founded in 1948."
  [
    /^ (?:(?:some|few|quick|short|basic|my|our|more|bit of|little) )*(?:info|facts?|notes?|stuff|summary|history|basics|things?|update|research|homework|thoughts?) (?:on|about|of) (@\d+) : (?:it|they) /,
    ' $1 ',
  ],
  [
    / (?:integrated military (?:command )?structures?|military (?:command )?structures?|integrated military commands?|(?<= (?:left|rejoined|quit) (?:@\d+ )?)command structures?|(?<= (?:left|rejoined|returned to|out of|back in|back into|@\d+) )military commands?) /g,
    ' integrated command ',
  ],
  [
    / each (?:party|side) (?:(?:would|will|shall|must) )?acts?(?: to meet common dangers?)? by (?=their )/,
    ' each party acts by ',
  ],
  [/ (?:is always|is traditionally|has always been) (?=@\d+(?: general| officer)? $)/, ' is by tradition '],
  [/ every single (?=year|member|country|ally|nation)/g, ' every '],
  [/ (?:was|were) never out of /g, ' never left '],
  [/( in \d{4}) (?:along |together )?with (?:other )?(?:founders|founding members) $/, '$1 '],
  [/ took over (?:hosting|hosting of) (?=@)/g, ' hosted '],
  [
    / (says|states|provides)((?: that)? (?:[a-z]+ )?@\d+|(?: that)? each (?:side|party|ally|member)) (?:will|shall) /g,
    ' $1$2 ',
  ],
  [/(?<! not) did (?:leave|quit)(?= )/g, ' left'],
  [/(?<! not) did join(?= )/g, ' joined'],
  [
    / (@\d+) neutrality is (?:written|enshrined|anchored|laid down|fixed|set) (?:down )?(?:in(?:to)?|by) (?:their )?(?=law |constitution )/,
    ' $1 is neutral under their ',
  ],
  [/ used to (?:take part|participate) in /g, ' took part in '],
  [/ used to (host|belong|station)(?= )/g, ' $1ed'],
  [/ (?:has|have|had) leave /g, ' left '],
  [/ (?:does|do|did) (?=(?:have|has|include|host|spend) )/g, ' '],
  [/ (?:was|were) (?:started|begun|launched|set up) with /g, ' was founded with '],
  [/ (?:has|have|had|is|are) never (?:been|be) /g, ' was never '],
  [/ (?:has|have|is|are) not been /g, ' is not '],
  [/ (?:has|have|is|are) been /g, ' is '],
  [/ had been /g, ' was '],
  [/ (?:has|have) had /g, ' has '],
  [/^ (?:being|having|getting|becoming) (?=@)/, ' '],
  [/ (?:military|army) of their $/, ' military '],
  // "In NATO but not the EU", "neutral and in the EU".
  [
    / (is|are) ((?:in|part of|members? of) @\d+|neutral)(?: ,)? (and|but|yet)( not)?(?: (?:in|part of|members? of))? (?=@\d+ $)/g,
    ' $1 $2 $3 $1$4 in ',
  ],
  // Verbs that "force" may be, apart from forces.
  [
    / (?:forces|forced|force|compels?|makes) (?=(?:(?:any|every|each|their|@\d+) )*(?:@\d+|anyone|anybody|everyone|everybody|nobody|them|members?|allies|ally|countries|country|nations?) to )/g,
    ' requires ',
  ],
  [
    / (?:applied|asked|requested) (?:for membership (?:in|of)|for (?:@\d+ )?admission to|to be(?:come)? (?:member|part) of|to enter|to get into) (?=@)/g,
    ' applied to join ',
  ],
  [/ (?:applied|asked) for (@\d+) membership /g, ' applied to join $1 '],
  [
    / (?:turned down|rejected|declined|refused) (?:their |its )?(@\d+) (invitation|invite|membership|offer) /g,
    ' turned down their invitation to $1 ',
  ],
  [
    / (?:invited|was invited|were invited) (?:to be(?:come)? (?:members?|part) of|to enter) (?=@)/g,
    ' invited to join ',
  ],
  // "An Australia-US exercise", "not an ally, just a partner", "EU members outside NATO".
  [
    / (is|was) ((?:[a-z]+ ){0,3})(@\d+)(?: and)? (@\d+) ((?:[a-z]+ ){0,2}(?:exercise|command|treaty|pact|alliance|partnership|agreement|body|organization|arrangement)) (?=$|that |, )/,
    ' $1 $2$5 of $3 and $4 ',
  ],
  [/ (is|are|was|were) not ([^,]+) ,(?: but| rather| only)* (?=@\d+ $)/g, ' $1 not $2 , $1 '],
  [
    / (is|are) (@\d+ (?:members?|member states?|countries|states)|(?:members?|member states?) of @\d+|in @\d+)(?: ,)? (?:but )?(?:outside(?: of)?|not in|not part of|not members? of) (@\d+) $/,
    ' $1 $2 and $1 not in $3 ',
  ],
  // "It is a member, same as Egypt and Jordan."
  [
    /^ (it|@\d+(?:(?: ,)?(?: and)? @\d+)*) (is|are|was|were) ((?:in |part of |members? of |founding members? of )?@\d+)(?: ,)? (?:same as|just like|like|as is|as are|along with) (@\d+(?:(?: ,)?(?: and)? @\d+)*)(?: (?:is|are|was|were))? $/,
    ' $1 $2 $3 and $4 $2 $3 ',
  ],
  [/ neither (?:in )?(@\d+) nor (?:in )?(@\d+) $/, ' not in $1 or $2 '],
  [/ neither (@\d+) nor (@\d+) (is|are|was|were) /g, ' $1 and $2 $3 not '],
  [/ defence /g, ' defense '],
  [/(?<! (?:came|come|comes|went|goes|is|was)) back (?=in |to |on )/g, ' '],
  [/ (?:early|late|mid)(?: in)? (?=\d{4} |[a-z]+ \d{4} )/g, ' '],
  [/ (?:as well as|plus|together with|along with|alongside) (?=\S)/g, ' and '],
  [/^ (?:(?:and|but|sigh|no|nope|nah|yes|yeah|yep|well) ,? ?)*(?:no|nope|nah|yes|yeah|yep|well) , /, ' '],
  [
    /^ (?:whole|entire) (?:thing|treaty|alliance|pact|organization|bloc) (?=is |was |has |had |ended |began )/,
    ' it ',
  ],
  [/^ (?:that|which|this) is why (?=@\d)/, ' '],
  [/^ sigh /, ' '],
  // "Twice, in 2014 and 2016."
  [/(?<! (?:just|only)) (?:twice|2 times)(?: ,| :)? (?=in \d{4}(?:-\d\d)* and \d{4}(?:-\d\d)*(?: |$))/g, ' '],
  // "NATO, which has 32 members, in 2023."
  [/ , (which|who) ([^,]+) , ((?:in|on) \d{4}(?:-\d\d){0,2}) $/, ' $3 , $1 $2 '],
  [/ , (?=in \d{4})/g, ' '],
  [/^ (?:(?:and|but|though|although|plus|then) )+/, ' '],
  [/ (?:do|does|did) not (?:actually )?(?:come|get) (?=into |in )/g, ' did not join '],
  [/ as (?=$|, (?:from|since) )/, ' '],
  // "In 1955, not 1949", "not in 1949 but in 1955".
  [/ (in|on) ([12]\d{3}(?:-\d\d){0,2})(?: ,)?(?: and)? not (?:in |on )?[12]\d{3}(?:-\d\d){0,2} $/, ' $1 $2 '],
  [
    / not ([a-z]+ )?(?:in|on) [12]\d{3}(?:-\d\d){0,2}(?: ,)? but (?:in |on )?(?=[12]\d{3}(?:-\d\d){0,2} $)/,
    ' $1in ',
  ],
  [/ (?:1|one) and only (?=time |one )/, ' only '],
  // "It is neutral, which is why it is not in NATO", "its neutrality is why it is not".
  [/^ (@\d+) (?:neutral status|neutrality) is why (?:it|they) /, ' $1 is neutral and '],
  [/(?<= neutral)(?: ,)? (?:which|that) is why (?:it|they) /, ' and '],
  [/ never (was|were|is|are) /g, ' $1 never '],
  [/ (?:was|were|stayed|remained) in (@\d+) (?:until|till|to|up to) (?:very )?end $/, ' never left $1 '],
  [
    /( defend (?:each other|1 another|one another|@\d+)) if @\d+ (?:attacks?|invades?|strikes?)(?: (?:them|it|1 of them|one of them))? /,
    '$1 ',
  ],
  ...membershipRewrites,
  // Beginnings and ends.
  [
    / (?:came into existence|came into being|was brought into being|got started|got going|kicked off|was put together|was stood up|got set up|was constituted|was born|saw light of day|was brought to life|got founded|was inaugurated|was instituted|was initiated|got created) /g,
    ' was founded ',
  ],
  [
    / (?:was|were|got) (?:penned|inked|concluded|put on paper|signed off|agreed and signed) /g,
    ' was signed ',
  ],
  [
    / (?:entered into effect|went into effect|came into effect|went into force|became effective|came in force|entered in force|became law|came in to force) /g,
    ' came into force ',
  ],
  [
    / (?:was|got|were) (?:shut down|wound down|broken up|terminated|scrapped|closed down|discontinued|disestablished|shuttered) /g,
    ' was dissolved ',
  ],
  [
    / (?:shut down|wound down|packed up|packed it in|went away|fell apart|broke apart|closed shop|closed down|disappeared|bit dust|went defunct|became defunct|dissolved itself|disintegrated) /g,
    ' was dissolved ',
  ],
  [/ (?:runs|ran) out /g, ' was dissolved '],
  [/ (?:is|are) headquartered at /g, ' is headquartered in '],
  [
    / (?:has|have) (?:its |their )?(?:head office|hq|headquarters|main office|base|seat|secretariat) (?:in|at) /g,
    ' is headquartered in ',
  ],
  [
    / had (?:its |their )?(?:head office|hq|headquarters|main office|base|seat|secretariat) (?:in|at) /g,
    ' was headquartered in ',
  ],
  [
    / (?:head office|secretariat|main headquarters|main seat|seat|main office) (?=is |are |was |were )/g,
    ' headquarters ',
  ],
  ...eventRewrites,
]
