// Questions, or long parts of them, in place of which the forms have shorter ones.
import { membershipSentences } from './membership-sentences.ts'
import { numberWord } from './pattern-words.ts'
import { area, promiseSentences } from './promise-sentences.ts'
import { thingSentences } from './thing-sentences.ts'

/** "Which article of the Rio Treaty". */
const articleOf = '(?:what (?:is )?|which )?articles? (?:of|in|from) (@\\d)(?: treaty)?'

/** What is meant, and what it is said with, as parts of regular expressions; names are "@0". */
export const sentences: readonly (readonly [plain: string, ...others: string[]])[] = [
  ['', '(?:its|their|his|her|our|your|my) own'],
  ...promiseSentences,
  ...thingSentences,
  ...membershipSentences,
  [
    'what does article $1 of $2 say',
    'what (?:does|do|can) article (\\d+)(?: (?:of|in) (@\\d))? (?:let|lets|allow|allows|permit|permits|enable|enables|entitle|entitles|oblige|obliges|require|requires)(?: (?:@\\d|you|us|them|one|members?|countr(?:y|ies)|allies|parties|states?|party|to|do|each|all))*(?=$)',
  ],
  [
    'which article of $1 is about $2 $3',
    '(?:which|what) article of (@\\d) is ([a-z]{4,}) (?:if|when) ([a-z]{4,}) (?:one|article|clause)(?=$)',
  ],
  [
    'who wants to join $1',
    '(?:(?:which|what) (?:countries|country|states|nations)|who) (?:(?:that|have|has|is|are) )+(?:applied|applying|trying|waiting|asked) (?:to join|to|for membership (?:in|of)) (@\\d)(?: (?:but|and|yet) (?:(?:is|are|have|has|were|was|did|do) )*(?:not|still|yet|waiting|outside|out)(?: (?:in|yet|joined|join|members?|admitted|become|been|let|accepted|there|not|it|waiting))*)?(?=$)',
  ],
  [
    'is $1 applicant to $2',
    'is (@\\d) (?:applying|asking|trying) (?:to|for|to join|to get into) (@\\d)(?=$)',
  ],
  [
    'can $1 join military alliance',
    '(?:is|can|may|could|would) (@\\d) (?:(?:allowed|able|free|legally|be) )*(?:to )?(?:join|enter) @\\d (?:given|despite|with|under|considering|because of|due to) (?:(?:its|their|own|constitutional|military|permanent) )*neutrality(?: (?:law|laws|status|policy|act))?(?=$)',
  ],
  ['which article of $1', '(?:which|what) (@\\d) (?:treaty )?article(?= (?!\\d))'],
  ['founding members', `founding ${numberWord}(?: (?:members|countries|nations|states))?`],
  [
    'which countries',
    '(?:which|what|whose)(?: (?:country|countries|nation|nations)(?: s)?)? (?:navy|navies|army|armies|military(?= (?:hosts?|leads?|runs?|organi[sz]es?|takes? part))|militaries|air forces?|armed forces)',
  ],
  [
    'which country',
    '(?:which|what|whose) (?:navy|army|military|air force)(?= (?!of\\b|is\\b|has\\b|does\\b))',
  ],
  [
    'original members of $1',
    '(?:who|(?:which|what) (?:countries|members|states|nations)) (?:was|were|are) (?:all )?in (@\\d) (?:when (?:it|they) (?:was |were |got )?(?:first )?(?:started|began|founded|formed|set up|created|signed)|(?:at|from) (?:its )?(?:start|beginning|founding|outset))(?=$)',
  ],
  [
    'which article $1',
    'which article ((?:(?:of|in|from) @\\d )?)(?:covers|deals with|is about|is for|mentions|regulates|handles|talks about|describes)',
  ],
  [
    'did $1 leave $2',
    '(?:did|has|have) (@\\d) (?:lose|lost|forfeit(?:ed)?) (?:its )?(@\\d)(?: status)?(?=$)',
  ],
  [
    'what does article $1 of $2 say',
    '(?:does|is|would) article (\\d+)(?: (?:of|in) (@\\d))? (?:(?:really|actually|always|ever|even) )*(?:mean|means|require|requires|force|forces|oblige|obliges|guarantee|guarantees)(?: (?:automatic|automatically|act|talk|they|just|only|consult|defend|war|force|armed|military|troops|fight|fighting|help|to|go|send|response|everyone|members|member|all|in|use|of|they|must|have|or))*',
  ],
  [
    'how does country become $1',
    'how (?:do|does|did|can) (?:countries|country|states?|members?|you) (?:get|gain|receive|obtain|earn) (@\\d)(?: status)?',
  ],
  ['partners', 'dialogue partners'],
  [
    'difference between $1 and $2',
    'difference between (@\\d) and (@\\d) (?:(?:in terms of|in|regarding|by|on) )?(?:members?|membership)(?: wise)?(?=$)',
  ],
  [
    'defense article of $1',
    '(?:(?:is|are|there|any|own|have|does|what) )*article 5 (?:equivalent|version|counterpart|analogue) (?:in|of|for) (@\\d)(?: (?:treaty|treaties))?(?: number)?(?=$)',
  ],
  [
    'does it take unanimous agreement of parties to invite into $1',
    '(?:who can|(?:can|may|could) (?:(?:any|one|every|each|single|another) )*(?:members?|country|ally|state|@\\d)) (?:veto|block) (?:(?:new|another|any) )*(@\\d) (?:members?|membership|candidates?|applicants?)(?=$)',
  ],
  ['does $1 have $2', '(@\\d) and ([a-z]+) where (?:does|do) (?:it|they) stand(?=$)'],
  ['can $1 join $2', '(@\\d) and (@\\d) where (?:does|do) (?:it|they) stand(?=$)'],
  ['who leads', 'who (?:is|are) co ?hosting', 'who co ?hosts'],
  ['apply to', 'obligations (?:apply|extend) to'],
  [
    'must $1 defend $2',
    '(?:which|what|does|do|is there) (?:any )?(?:treaty|pact|agreement|alliance|law) (?:that )?(?:makes?|has|obliges?|forces?|requires?|commits?|binds?) (@\\d) (?:to )?(?:defend|protect|help) (@\\d)(?=$)',
  ],
  ['', 'both(?= @\\d(?: (?:members|partners|allies))?$)'],
  [
    'must $1 defend $2',
    'under @\\d (?:does|must|would|is|do) (@\\d) (?:(?:have|need|obliged|required|bound|to) )*(?:help|defend|protect) (?:if )?(@\\d)(?: (?:is|gets?|was|attacked|hit|in|@\\d))*(?=$)',
  ],
  [
    'defense article of $1',
    '(?:which|what) article (?:of|in) (@\\d)(?: treaty)? is (?:(?:mutual|collective) )*defen[cs]e (?:one|clause|article)',
    'does (@\\d) have (?:own )?article like (?:@\\d )?article 5',
    '(?:does|do|has) (@\\d) have (?:(?:its|own|an|any|some|sort|of|kind) )*article 5(?: (?:thing|clause|equivalent|version|of|its|own))* (?:(?:and )?(?:which|what) (?:number|article|one)(?: (?:is|does) (?:it|that)(?: have)?)?|and where)(?=$)',
  ],
  [
    'what does article $2 of $1 say',
    'what (?:does|do) (@\\d) article (\\d+) (?:oblige|require|force|ask|commit)(?: (?:@\\d|members?|all|each|to|do|everyone|them|us))*(?=$)',
  ],
  [
    'which of $1and $2 are in $3',
    '((?:@\\d )+)(?:and )?(@\\d) (?:which|who)(?: ones)? of (?:those|these|them) (?:is|are|were|was) (?:in|part of|members? of) (@\\d)',
  ],
  [
    'does $1 mean defense',
    '(?:does|do) (?:(?:being|having|status) )*(@\\d)(?: status)? mean @\\d (?:(?:must|has to|will|would) )?(?:defends?|protects?|helps?)(?: [a-z]+)?(?=$)',
  ],
  ['how many members are in $1', 'is it (?:\\d+ )+or \\d+ (@\\d) (?:members|countries|states|allies)'],
  [
    'what are $1 and $2 both in',
    '(?:which|what) (?:treaty|pact|treaties) (?:ties|binds|links|connects|exists between) (@\\d) (?:to|and|with) (@\\d)',
  ],
  [
    'must $2 defend $1',
    'if (@\\d) (?:is |gets? |was )?attacked (?:then )?(@\\d) (?:has to|have to|must|needs to|is obliged to|would have to) (?:join in|join|help|defend|fight|respond|step in)(?: (?:in|it|them))?',
  ],
  [
    'is $1 $2 partner',
    'what is (@\\d) to (@\\d)(?=$)',
    '(?:does|do|has) (@\\d) have (?:(?:some|any|special) )*(@\\d) status',
    '(?:does|do|has) (@\\d) have (?:(?:some|any|special|formal) )*(?:ties|relations|relationship|links) (?:with|to) (@\\d)',
  ],
  [
    'newest member of $1',
    '(?:which|what|who) (@\\d)(?: (?:members?|country))? (?:is|was) (?:newest|latest|most recent)(?=$)',
  ],
  [
    'who left $1',
    '(?:has|have|was|were) (?:(?:any|anyone|country|countries|ever|one) )*(@\\d) (?:(?:status|country|ever|been) )*(?:removed|revoked|taken away|stripped|dropped)',
    '(?:has|have|did) (?:(?:any|anyone|country|countries|ever) )+(?:lost|lose) (@\\d)(?: status)?(?=$)',
  ],
  ['did $1 take part in $2', 'did (@\\d) (?:ever )?do (@\\d)(?=$)'],
  [
    'does $1 have any alliances',
    '(?:does|do|did) (@\\d) have (?:(?:any|formal|treaty|military|official|real) )+all(?:y|ies)(?=$)',
  ],
  [
    'who is $1 allied with',
    '(?:which|what) (?:countries|country|states|nations) (?:is|are) (@\\d) allied (?:to|with)',
  ],
  [
    'what is purpose of $1',
    'what (?:are|is|were|was) (@\\d) (?:goals?|aims?|objectives?|mission|purposes?)(?=$)',
  ],
  ['how many', '(?<=^)number of'],
  ['are', 'are all(?= @\\d (?:@\\d )*and @)'],
  [
    'how does country join $1',
    '(?:can|may|could) (?:(?:any|other|every|another|@\\d) )*(?:country|countries|states?|nations?|anyone|everyone|anybody) join (@\\d)',
  ],
  [
    'must $1 defend $2',
    'is there (?:any )?(?:treaty|law|pact|agreement) that (?:makes|forces|requires|obliges|says) (@\\d) (?:(?:must|has|to|should|will) )*(?:defend|protect|help) (@\\d)',
  ],
  [
    'what is oldest ally of $1',
    '(?:which|what) country (?:has|is) (?:longest|oldest) (?:[a-z]+ )?(?:alliance|ally|treaty) (?:with|of) (@\\d)',
  ],
  [
    'how often was article $1 invoked',
    'how (?:many times|often) (?:has|did|have) @\\d (?:invoked?|used?|triggered?|called)(?: @\\d)? article (\\d+)',
  ],
  ['are in $1', 'are left in (@\\d)'],
  ['is $1', '(?:does|do) (@\\d) count as'],
  [
    'what are $1 and $2 both in',
    '(?:do|are|is) (@\\d) and (@\\d) (?:(?:have|in|allied in|share) )+(?:something|anything)(?: else)?(?: together| in common)?',
  ],
  ['what is $1 in', 'is (@\\d) (?:in|part of|member of) anything(?: like @\\d)?'],
  [
    'how many founding members did $1 have',
    'how many (?:members|countries|states|nations) (?:did|does|had|were in) (@\\d) (?:have |had )?(?:(?:at|in|from) (?:(?:its|their|very) )*(?:start|beginning|outset|creation|founding|foundation)|when (?:it|they) (?:was |were |got )?(?:first )?(?:started|began|founded|formed|set up|created|signed)(?=$))',
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
    `if (?:@\\d|someone|somebody|anyone|anybody|any country|another country|country|they) (?:attacks?|invades?|hits?|strikes?|bombs?|shoots? (?:at|down)|fires? (?:at|on|upon)|sinks?|rams?) (@\\d)(?: (?:coast guard|navy|naval|boats?|ships?|vessels?|aircraft|planes?|forces|troops|soldiers|territory|islands?))* (?:does|do|must|is|has|would|will) (@\\d) (?:(?:have|need|obliged|obligated|required|bound|legally|got|forced|to) )*(?:(?:do|help|defend|protect|fight|respond|act|step in|intervene)(?: (?:anything|something|back|it|them))?)(?=$)`,
  ],
  ['which countries', 'which (?:\\d|two|three|four|five|six|seven|eight|nine|ten)(?=$)'],
  ['original members', `original ${numberWord}(?= of| in| @|$)`],
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
    'what (?:does|do|did) (@\\d) (?:oblige|require|bind|commit)(?: (?:@\\d|each|both|either|members?|parties|party|sides?|its|all|their|to|do))*(?=$)',
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
    `if @\\d (?:hits?|attacks?|invades?|strikes?|takes?) ${area} (?:does|do|must|would|will|is|has) (@\\d) (?:(?:have|has|need|got|obliged|obligated|required|bound|forced|legally|to|by|law) )*(?:defend|help|protect) (@\\d)(?: under(?: (?:its|their|mutual|defense))* (?:treaty|pact))?(?=$)`,
  ],
  [
    'does $1 have any alliances',
    'is (@\\d) (?:allied|in alliance|in any alliance) (?:with|to) (?:anyone|anybody|someone|any country)',
  ],
  ['when did $1 become $2', '(?:since when|how long) (?:is|was|has|are) (@\\d)(?: been)? (@\\d)(?=$)'],
  ['is $2 in $1', '(?:does|do|did) (@\\d) (?:apply to|bind) (@\\d)(?=$)'],
  [
    '',
    '(?<=\\bif (?:@\\d )*(?:attacks?|attacked|invades?|invaded|hits?|strikes?|is attacked|was attacked|gets attacked)(?: @\\d)? )(?:tomorrow|today|tonight|someday|one day|out of (?:the )?blue|next (?:week|month|year))',
  ],
  [
    'does $2 cover $1',
    `(?:do|does|is|are|would) ${area} (?:(?:fall|falls|come|comes|lie|lies|count|included|covered|protected|part|being) )+(?:under|by|in|of|within|inside|into) (@\\d(?:(?: [a-z]+)* @\\d)?(?: (?:treaty|pact|alliance))?)(?=$)`,
  ],
  [
    'defense article of treaty between $1 and $2',
    '(?:which|what) article +(?:(?:of|in|treaty|covers?|is|about|says|obliges|makes?|requires|has|that|for|must|to|deals|with) )*(@\\d) (?:(?:must|to|has|having|have|will|would) )*(?:defends?|defending|protects?|protecting|helps?|helping) (@\\d)(?=$)',
  ],
]
