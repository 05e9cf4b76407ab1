// Expressions for what people say around a question: who says so, why they ask. The words are those of a
// question, with "@0" for names and "," between its parts.

/** Words that add nothing to a question. */
export const fillers = new Set(
  `please actually exactly really officially officialy offically technically currently now today nowadays presently still the a an
  hey hi hello so ok okay well just again guys bro bruh lol lmao pls plz even also any anymore then else wait rn tho
  though yo um uh dude man btw fr anyway anyways honestly total together exact simply formally r u ur atm tbh idk thx thanks
  cheers pal mate friend friends folks lmk asap kinda sorta basically literally
  essentially specifically apparently supposedly fully real exactly whole altogether overall pretty quickly today's
  asking curious wondering usually listed counted considered actual supposed heyy heyyy heya legit lowkey rly rlly lately
  meanwhile indeed obviously clearly definitely certainly maybe perhaps possibly truly simply precisely finally eventually
  heck hell damn freaking fricking bloody fuck fucking wtf remember recall genuinely hella super yall`.split(
    /\s+/,
  ),
)

const people = `(?:people|ppl|everyone|everybody|someone|somebody|anyone|anybody|folks|most|many|they|he|she|google|wikipedia|wiki|reddit|twitter|chatgpt|ai|news|article|book|textbook|(?:my|our|some|this|that|one of my|your|his|her|other|a lot of|lots of|half|half of)(?: (?!is\\b|are\\b|was\\b)[a-z]+){1,3}?|friend of mine|guy|girl|dude|person|kid)`
const self = '(?:i|we|you|u|ya|yall|y all)'
const degree =
  '(?:am|is|are|was|were|m|re|have|has|had|ve|been|just|always|never|keep|keeps|kept|kinda|kind of|sort of|really|honestly|once|also|only|already|still|often|literally|even|do|did|not|pretty|fairly|quite|so|very|bit|little|100 percent|would|could|might|must|should|will|can|swear to god|genuinely|actually|recently|today|yesterday|currently|like|super|totally|completely|here|long|now|then|both|all)'
const saying =
  '(?:says?|said|saying|claims?|claimed|claiming|thinks?|thought|thinking|tells?|told|telling|swears?|swore|insists?|insisted|insisting|argues?|argued|arguing|reckons?|believes?|believed|hears?|heard|hearing|reads?|reading|saw|see|seeing|seen|knows?|knew|remembers?|remember|remembered|recalls?|learned|learnt|noticed|assumed?|assuming|guess|guessed|figured?|mentioned|wrote|bets?|betting|understand|understood|found out|found|wonders?|wondering|wondered|curious|confused|convinced|sure|certain|aware|forgot|forget|confuse|mix|googled|sworn|watched|watching|taught|stated|suspect|doubt|get that|mean|posted|talking about|debating|discussing|studying|researching|asked|asking|ask)'
const about =
  '(?:that|if|whether|me|us|him|them|class|ppl|people|everyone|someone|somebody|somewhere|online|here|this|it|everything|about|as|to|on|in|from|at|by|over|of|and|now|today|yesterday|recently|earlier|before|once|again|correctly|right|rightly|internet|reddit|twitter|tiktok|youtube|facebook|tv|news|school|class|history|book|textbook|paper|article(?! \\d)|post|thread|comments?|podcast|documentary|video|thing|something|say|says|said|saying|claim|claims|claiming|mention|mentioned|other day|day|last|week|night|month|always)'
const count =
  '(?:quick|short|dumb|stupid|silly|genuine|serious|honest|random|simple|real|legit|noob|newbie|weird|basic|odd|small|little|possibly|maybe|probably|super|very|another|one|other|more|easy|follow up|followup|trivia|history|geography|beginner|general|specific|2|two|second|last|hypothetical free|out of curiosity)'

/** Each may open a part of a question. */
const openers = [
  `(?:please )?(?:could|can|may) (?:i|we) (?:please )?(?:have|get|see)`,
  `(?:can|could|would|will) (?:you|u|someone|anyone)(?: please| kindly)?(?= (?:list|name|sort|show|count|order|rank|enumerate|run through|go through) )`,
  `${self} (?:just |only |really )?(?:want|need|would like)(?: to (?:see|have|get))?(?= (?:all|every|full|complete|list|names|number) )`,
  `(?:would|will|am|is) (?:i|it) (?:be )?(?:right|correct|wrong|fair|safe|accurate)(?: (?:in|to))? (?:say|saying|think|thinking|assume|assuming|believe|believing|conclude|concluding)(?: that)?`,
  `(?:i am |we are |hi |hello |hey |greetings |here )*(?:from|in|based in|living in) @\\d(?: here)?`,
  `(?:explain|describe|clarify|say|know)(?: to me)?(?= (?:who|what|when|where|which|how|why) )`,
  `(?:need|want|wanted|looking for|looking up|give me|gimme|show me|i am after|find me)(?: to know| to find out| out)*`,
  `${self} (?:${degree} )*${saying}(?: ${about})*`,
  `${people}(?: (?:on|in|at|from|of|with|over|here) [a-z]+){0,2} (?:${degree} )*${saying}(?: ${about})*`,
  `(?:pretty|fairly|quite|almost|not|nearly|absolutely|100 percent) sure(?: that)?|(?:wondering|curious|unsure|confused)(?: if| whether| about)*`,
  `any (?:idea|clue|chance)(?: if| whether| on| about)*`,
  `do i have it right(?: that)?|am i right(?: that| in thinking that| to think that)?|correct me if i am wrong(?: but)?|teach me something|is it just me or|trying to [a-z ]{3,20} here`,
  `as @\\d(?: person| citizen| guy| girl)? (?:i am|i)(?: (?:just|always|very|really|kinda))*(?: (?:curious|wondering|interested|wonder|asking|ashamed|proud))?(?: but| and)?`,
  `(?:as far as|if|unless|so|since|when|what|from what|like|though) ${self} (?:${degree} )*(?:${saying}|mistaken|wrong)(?: ${about})*`,
  `(?:if|unless) (?:${self} (?:${degree} )*(?:mistaken|wrong|right)|memory serves(?: me)?(?: right| correctly| well)?)`,
  `(?:can|could|would|will|may|might) (?:${self}|someone|somebody|anyone|anybody|one of you|any of you|somebody here|anyone here|please)(?: please| pls| plz| kindly| maybe| quickly| just| here| possibly)* (?:tell|say|explain|list|give|remind|clarify|help|confirm|name|answer|describe|ask|check|share|settle|enlighten|educate|verify|know)(?: me| us| to me| to us| with| out| this| for me| real quick| exactly| in short| simply| briefly| it| one question| one thing)*(?: if| whether| that| about)?`,
  `(?:does|do|did|would|has) (?:${self}|someone|somebody|anyone|anybody|any of you|one of you|any one)(?: here| happen to| perhaps| actually| even| by any chance| possibly| also| still)* (?:know|remember|recall|have (?:any )?(?:idea|clue)|understand|mind telling(?: me| us)?)(?: if| whether| off hand| offhand| about| by heart)*`,
  `(?:i|we)(?: just| really| only| also| still| simply| kinda)* (?:want|wanted|wanna|need|needed|would like|would love|gotta|have|had|got|am trying|m trying|was trying|trying|tryna|like)(?: to)? (?:know|ask|find out|understand|check|figure out|learn|hear|confirm|verify|be sure|see)(?: you| this| something| one thing| more| exactly)*(?: if| whether| about)?`,
  `(?:i m|i am|im|just|am|was) (?:not sure|unsure|curious|wondering|asking|confused|checking|trying to (?:figure out|understand|find out|remember|learn)|new(?: here| to this)?|doing (?:research|homework)|writing|looking for|double checking)(?: if| whether| about| for| here)*`,
  `(?:so |ok |and |my |a |${count} )*(?:${count}|my) (?:q|qs|question|questions|answer|thought|query|one|doubt|trivia|quiz question|check|thing)(?: is| time| for you| for you guys| about| here| then| from me| incoming| again| guys| all| everyone| regarding| on)*(?: if| whether| that)?`,
  `(?:question|query|doubt|q|trivia|trivia time|eli5|fact check|reality check|true or false|quiz)(?: for)?`,
  `(?:is it|is that|it is|its)(?: really| actually| still)? (?:true|correct|right|real|accurate|fact|possible|case)(?: that| to say that)`,
  `(?:tell|remind|explain|inform|enlighten|teach|help|show)(?: me| us| to me)+(?: out| again| please| quickly| exactly| in short| understand| what you know)*(?: if| whether| about)?`,
  `(?:please|pls|plz|kindly)(?: (?:tell|explain|answer|help|clarify|say)(?: me| us| this)*(?: if| whether)?)?`,
  `(?:sorry|apologies|forgive me)(?: [a-z]+){1,12}? but`,
  `(?:what is|what was|what|whats) (?:deal|story|situation|thing|go) (?:with|of|about|on)`,
  `(?:sorry|sry|soz|(?:noob|newbie) here|(?:pedantic|nitpicking|silly|stupid|dumb|basic|obvious) i know|apologies|excuse me|pardon|forgive me|no offen[cs]e|not trolling|not trying to [a-z]+|hope this is [a-z ]+|no joke|no clue|no idea|idk|dunno|wait|hold on|hold up|hang on|hmm|ngl|tbf|imo|imho|iirc|afaik|fwiw|fyi|psa|til|listen|look|see|right|well|yeah|yes|no|nah|ok|okay|ah|oh|oof|man|bruh|wow|lol|lmao|seriously|honestly|genuinely|random|curious|genuine|legit|hey|hi|hello|yo|sup|greetings|good (?:morning|evening|afternoon|day)|morning|evening|guys|everyone|everybody|all|folks|fellas|team|chat|admin|admins|mods|sir|experts?|gents|people|and|but|so|also|or|because|cuz|cause|now|then|btw|anyway|anyways|like|just|actually|alright|allright|entente|bot|dear bot|hey bot|damn|dang|crap|gosh|jeez|bro|dude|mate|out of curiosity|real talk|long story short|in your opinion free|basically|technically|legally speaking|strictly speaking|historically|historically speaking|legally|formally|officially|on paper|by law)`,
  `(?:for|in|on|from|during) (?:my|our|a|an|this|some|one|homework|school|college|uni|class|history|trivia)(?: (?!is\\b|are\\b|was\\b|when\\b|who\\b|what\\b|which\\b|how\\b|does\\b|do\\b)[a-z]+){0,4}? ?(?:project|essay|homework|paper|quiz|report|presentation|class|exam|test|assignment|game|wargame|research|school|lesson|thesis|debate|night|bet|course|today|tomorrow|campaign|worksheet|textbook|book|map|video|stream)(?: today| tomorrow| on this| please)*`,
  `(?:settle|help (?:me |us )?(?:settle|win|with|end)|solve|end)(?: a| an| this| my| our| the)*(?: bar| pub| family| small| little)? (?:argument|bet|debate|dispute|this|question|fight|homework|discussion)(?: for us| for me| please| between us| between friends| with friends| we are having)*`,
  `(?:what about|how about|regarding|concerning|talking about|speaking of|about|on topic of|as for|when it comes to|in terms of|in regards to|with regards to)`,
  `(?:as|being) (?:far as i know|matter of fact|[a-z]+(?: person| student| teacher| guy| fan| myself)?)`,
]
/** What may open a part of a question. */
export const opener = new RegExp(`^(?:${openers.join('|')}) (?:(?:,|and|but|so|:) )*(?=\\S)`)

const closers = [
  `(?:or not|or what|or nah|or no|or something|or not really|or what not|or whatever|yes or no|y n|true or false|huh|though|in total|anymore|at all|any more|yet|at some point|in general|right now|these days|at moment|as of now|as of today|at present|anyways?|again|exactly|btw|by way|lol|lmao|rn|atm|then|though|now|today|today s world|as we speak|when it ended|at its end|in end|or neutral|in first place)`,
  `or (?:is |are |was |were |did |does |do |has |have )?(?:it |they |that |this |he |she |i |am i )?(?:is |are |am |was )?(?:still |just |only |all )*(?:waiting|out|applying|trying|wrong|myth|lie|urban legend|fake|propaganda|rumou?r|nonsense|bs|not|tripping|crazy|dreaming|confused|mistaken|misremembering|just talk|something else|something|different|made up|booted|kicked out|kicked|left|leave|gone|nah|get booted|get kicked out|leave already|quit|misinformation|something like that|am i wrong|am i tripping|am i crazy|am i dreaming)`,
  `(?:please|pls|plz|thanks|thx|ty|thank you|cheers|tia|thanks in advance|asap|fr|tbh|imo|honestly|guys|bro|dude|mate|man|everyone|folks|sir|friends?|chat)`,
  `(?:does |do |did )?(?:anyone|anybody|someone|somebody|${self}) (?:here |even |actually )*(?:know|knows|remember|remembers|sure|help|explain)(?: me)?(?: please)?`,
  `(?:asking for (?:a )?friend|just (?:curious|wondering|asking|checking)|i (?:forgot|forget|always forget|cant remember|can not remember|do not know|dont know|am not sure|wonder|always mix (?:it|these|them|those) up)|no idea|curious|need (?:it |this )?for (?:a |my |school |class |homework )*(?:project|essay|homework|quiz|school|class|test|exam|paper)?)`,
  `(?:if|in case) (?:${self}|anyone|anybody|someone) (?:know|knows|remember|remembers)`,
  `(?:and|or) (?:over|for|because of|about) what`,
  `(?:after|since|with|now that) (?:all )?new (?:guys|ones|members|countries|joiners|people|additions)(?: (?:joined|came in|got in|are in))?`,
  `(?:yes|right|correct|true|no|eh|anyone|anybody|someone|innit|amirite)`,
  `(?:is|are|was|were|does|do|did|has|have|can)(?: not)? (?:it|they|he|she)`,
  `(?:and )?(?:name|list)(?: all| all of them| them| them all)`,
  `for (?:my |a |our |some )?(?:school |history |uni |college |geography )?(?:homework|school|class|essay|project|quiz|test|exam|paper|presentation|trivia|pub quiz)(?: (?:due )?(?:today|tomorrow|tonight|question|questions|project))?`,
  `i (?:mean|think|guess|believe|suppose|assume|heard|was told|thought|read)(?: so)?`,
]
/** What may close one, as all that follows. */
export const trailing =
  / (?:and|but|because|cause|since|as|so) (?:i|we|he|she|my|everyone|people|nobody|idk)(?: [a-z]+)+$/
/** What may close one. */
export const closer = new RegExp(` (?:, )?(?:${closers.join('|')})$`)
