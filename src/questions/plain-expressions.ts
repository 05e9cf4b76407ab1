// Expressions for what the forms of questions say in one way.

/** "Which article of the Rio Treaty". */
const articleOf = '(?:what (?:is )?|which )?articles? (?:of|in|from) (@\\d)(?: treaty)?'

/** A place that is no name. */
const area = '((?!(?:it|them|us|one|they|first|its|back) )[a-z]{4,}(?: islands?)?)'

/**
 * Expressions, as parts of regular expressions, by what they mean; words are without articles, and names are "@0". In
 * the order in which they are replaced.
 */
export const groups: readonly (readonly [plain: string, ...others: string[]])[] = [
  ['', '(?:its|their|his|her|our|your|my) own'],
  [
    'founding members',
    'founding (?:\\d+|twelve|seven|six|five|four)(?: (?:members|countries|nations|states))?',
  ],
  ['which countries', '(?:which|what|whose) (?:navies|armies|militaries|air forces|armed forces)'],
  [
    'original members of $1',
    '(?:who|(?:which|what) (?:countries|members|states|nations)) (?:was|were|are) (?:all )?in (@\\d) (?:when (?:it|they) (?:was |were |got )?(?:first )?(?:started|began|founded|formed|set up|created|signed)|(?:at|from) (?:its )?(?:start|beginning|founding|outset))(?=$)',
  ],
  [
    'which article $1',
    'which article ((?:(?:of|in|from) @\\d )?)(?:covers|deals with|is about|is for|mentions|regulates|handles|talks about|describes)',
  ],
  ['what is $1 in', 'is (@\\d) in anything'],
  [
    'how many founding members did $1 have',
    'how many (?:members|countries|states|nations) (?:did|does|had|were in) (@\\d) (?:have |had )?(?:at|in|from) (?:its |their )?(?:start|beginning|outset|creation|founding|foundation)',
  ],
  [
    'defense article of $1',
    '(?:what is )?(@\\d) (?:version|equivalent|counterpart|answer|analogue) (?:of|to) article 5(?: called)?',
  ],
  [
    'can $1 join $2$3',
    '(?:was|were|is|has|have|did|does) (@\\d) (?:(?:ever|been|get|got) )*(?:promised|guaranteed|offered|pledged) (?:(@\\d) membership|membership (?:in|of) (@\\d))',
  ],
  ['can $1 join $2', 'is (@\\d) (?:allowed|permitted|accepted|welcome) (?:in|into|to join) (@\\d)'],
  ['applicants', 'aspirants', 'hopefuls', 'aspiring members'],
  [
    'did $1 leave $2',
    '(?:was|were|is) (?:not )?(@\\d) (?:ever )?out of (@\\d)(?: for(?: [a-z]+)* \\d+ years)?',
  ],
  [
    'when did $1 join $2',
    'when (?:was|is|were) (@\\d) (?:accession|admission|entry)(?: (?:in)?to (@\\d))?(?: (?:done|completed?|finished|finali[sz]ed|final))?',
  ],
  [
    'does $1 cover',
    'does (article \\d+(?: of @\\d)?) (?:leave out|exclude|omit)',
    'does (@\\d) (?:leave out|exclude|omit)',
  ],
  [
    'must $2 defend $1',
    `if @\\d (?:attacks?|invades?|hits?|strikes?|bombs?|shoots? (?:at|down)|fires? (?:at|on|upon)|sinks?|rams?) (@\\d)(?: (?:coast guard|navy|naval|boats?|ships?|vessels?|aircraft|planes?|forces|troops|soldiers|territory|islands?))* (?:does|do|must|is|has|would|will) (@\\d) (?:(?:have|need|obliged|obligated|required|bound|legally|got|forced|to) )*(?:(?:do|help|defend|protect|fight|respond|act|step in|intervene)(?: (?:anything|something|back|it|them))?)(?=$)`,
  ],
  ['which countries', 'which (?:\\d|two|three|four|five|six|seven|eight|nine|ten)(?=$)'],
  [
    'original members',
    'original (?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= of| in| @|$)',
  ],
  ['what is $1', 'what (?:does|do) (.+) (?:cover|involve|entail|include|consist of|contain)(?=$)'],
  [
    'which countries',
    '(?:is|are|was|were) there (?:any )?(?:country|countries|members?|states?|nations?) (?:that|who|which)(?= )',
  ],
  [
    'which members',
    'which (?:one )?of (?:all )?(?:\\d+ )?(?:allies|members|countries)(?= (?:is|are|was|were|join))',
  ],
  [
    'what are obligations of $1',
    'what (?:does|do|did) (@\\d) (?:oblige|require|bind|commit)(?: (?:each|both|either|members?|parties|party|sides?|its|all|their|to|do))*(?=$)',
  ],
  [
    'defense article of $1',
    `${articleOf} (?:(?:that|which|is|are|just|most) )*(?:like|similar to|equivalent to|same as|matching) (?:@\\d )?(?:article )?5(?=$)`,
  ],
  [
    'defense article of $1',
    `${articleOf} (?:(?:about|that|says|covers?|on|of) )*(?:armed )?attack on(?: (?:one|any|@\\d|american|members?|states?|country|party))*(?: (?:being|is|counts as|as))*(?: attack on all)?(?=$)`,
  ],
  [
    'does treaty cover $1 $2 $3',
    `if @\\d (?:hits?|attacks?|invades?|strikes?|takes?) ${area} (?:does|do|must|would|will|is|has) (@\\d) (?:[a-z]+ )*?(?:defend|help|protect) (@\\d)(?: under(?: (?:its|their|mutual|defense))* (?:treaty|pact))?(?=$)`,
  ],
  [
    'does $1 have any alliances',
    'is (@\\d) (?:allied|in alliance|in any alliance) (?:with|to) (?:anyone|anybody|someone|any country)',
  ],
  ['when did $1 become $2', '(?:since when|how long) (?:is|was|has|are) (@\\d)(?: been)? (@\\d)(?=$)'],
  ['is $2 in $1', '(?:does|do|did) (@\\d) (?:apply to|bind) (@\\d)(?=$)'],
  ['organizations', 'organisations'],
  ['what notice', 'how (?:much|long) (?:advance |prior )?(?:of )?notice'],
  ['to leave', 'before (?:leaving|it (?:leaves|can leave))'],
  ['is $1 $2 $3', 'is (@\\d) in (@\\d) as (observer|partner|associate|candidate|applicant)'],
  ['defense', 'defence'],
  ['in', '(?:back|again) in(?:to)?'],
  [
    'how often held',
    '(?:(?:every year|yearly|annual|annually|biennial|biennially) or )(?:every (?:2|two|other|second|few) years?|yearly|annual|annually|biennial|biennially)',
  ],
  [
    'participated in',
    '(?:came|went|sent (?:troops|ships|forces)|showed up|turned up) (?:to|at|for)(?= @)',
    '(?:were|was) at(?= @)',
  ],
  [
    'when',
    '(?:in |on |from |since )?(?:which|what) (?:year|date|day|month)',
    '(?:exact |precise )?(?:date|day|year) (?:when|on which|in which|that)',
  ],
  [
    'countries',
    'countrys',
    'contries',
    'members? (?:states?|countries|nations)',
    '(?:sovereign|independent) states',
  ],
  [
    'members',
    '(?:full|regular|proper|actual|voting|permanent) members',
    'signator(?:y|ies)',
    'adherents',
    'roster',
    'line ?up',
  ],
  ['member', '(?:full|regular|proper|actual|voting|permanent|fully fledged|full fledged) member'],
  [
    'join',
    'acced(?:e|es) to',
    'sign(?:s)? up (?:to|for)',
    'get (?:let |accepted |admitted |voted |brought )?in(?:to)?(?= @)',
    'hop on',
    'become part of',
    'enter(?= @)',
    'come on board',
    'enter into(?= @)',
    'get membership (?:in|of)',
    'get aboard',
  ],
  [
    'joined',
    'acceded to',
    'signed up (?:to|for)',
    '(?:was|were|got|been) (?:let|accepted|admitted|voted|brought|taken|welcomed) in(?:to)?(?= @)',
    'became part of',
    'came on board',
    'came into(?= @)',
    'got into(?= @)',
    'made it into',
    'gained (?:entry|admission|membership) (?:to|into|in|of)',
    'signed on to',
  ],
  [
    'leave',
    '(?:pull|walk|drop|back|get|bail|break)(?:ing)? (?:out|away)(?: (?:of|from|on))?',
    '(?:denounce|withdraw|withdraw from|ditch|abandon|resign from|exit from|part ways with|give up membership in)',
  ],
  [
    'left',
    '(?:pulled|walked|dropped|backed|got|bailed|broke|stormed) (?:out|away)(?: (?:of|from|on))?',
    '(?:have |has )?(?:since )?denounced',
    'withdrew(?: from)?',
    'withdrawn from',
    'ditched',
    'abandoned',
    'resigned from',
    'exited from',
    'parted ways with',
    'gave up membership in',
  ],
  ['suspended', 'froze', 'frozen', 'put on (?:ice|hold)', 'paused'],
  [
    'invoked',
    '(?:pull|pulled|pulling) trigger on',
    '(?:call|called|calls) (?:on|upon)(?= (?:article|@))',
    'made use of',
    'resorted to',
    'set off(?= article)',
    'put (?:to|into) use',
  ],
  [
    'defend',
    '(?:come|came|go|rush|run)(?: to)? (?:help|aid|assistance|rescue|defense) of',
    '(?:stand by|step in for|stick up for|fight (?:for|alongside)|back up|help out|assist|aid|rescue|save|go to war (?:for|over)|go to bat for|fight to defend|help (?:to )?defend|provide (?:military )?(?:help|aid|assistance) to|send troops to (?:help|defend))',
  ],
  [
    'help',
    '(?:do (?:something|anything)|get involved|intervene|respond|react|act|take action|join (?:in|fight|war)|step in|send (?:help|troops))(?= if)',
  ],
  [
    'obliged',
    '(?:duty|treaty|contractually|legally|by treaty|by law|formally) ?(?:bound|committed|obliged|obligated|required)',
    'compelled',
    'committed(?= (?:to|by))',
    'under (?:any |an |legal )*obligation',
    'on hook',
    'forced',
  ],
  [
    'attacked',
    '(?:hit|struck|bombed|under attack|under fire|invaded)',
    '(?:come|comes) under attack',
    '(?:get|gets) (?:hit|struck|bombed|shelled)',
  ],
  [
    'founded',
    '(?:kick(?:ed)? off|got going|get going|came into being|come into being|come to be|came to be|born|get started|got started|originate[ds]?|incepted|took shape|first formed|inception|come about|came about)',
  ],
  [
    'ended',
    '(?:wound up|wind up|scrapped|fold(?:ed)?|cease(?:d)? to exist|stop(?:ped)? existing|went away|go away|died out|disappear(?:ed)?|fall apart|fell apart|break up|broke up|close(?:d)? down|shut down|cease(?:d)?|go defunct|went defunct|went bust|disband(?:ed)?)',
  ],
  [
    'leads',
    '(?:calls shots (?:in|at|for)|(?:is |was )?(?:at helm|in charge|on top) of|bosses|top dog (?:in|of|at)|(?:is )?running)',
  ],
  ['hosts', '(?:puts? on|organi[sz]es?|stages?|runs)(?= @)'],
  [
    'how many',
    '(?:what is|tell) (?:total )?(?:number|amount|headcount) of',
    'how (?:large|big) number of',
    'number of how many',
  ],
  ['difference between', '(?:what )?(?:sets apart|separates|distinguishes)'],
  ['how often', 'how (?:regularly|frequently)', 'how many times (?:per|each|every) year'],
  [
    'stand for',
    '(?:an? )?(?:abbreviation|acronym|initialism|initials)(?: (?:of|for))?',
    'spell(?:ed)? out',
    'abbreviated from',
  ],
  ['neutral', '(?:non aligned|nonaligned|unaligned|stay(?:s|ing)? out of (?:all |any |military )*alliances)'],
  [
    'apply to join',
    '(?:put in|hand in|submit|file) (?:application|bid)(?: (?:to|for))?(?: (?:join|membership(?: (?:of|in))?))?',
    '(?:bid|ask) (?:to join|for membership (?:of|in))',
  ],
  [
    'applied to join',
    '(?:put in|handed in|submitted|filed) (?:application|bid)(?: (?:to|for))?(?: (?:join|membership(?: (?:of|in))?))?',
    '(?:bid|asked) (?:to join|for membership (?:of|in))',
  ],
]
