// What people say around a claim that changes nothing of it.

/** Words that change nothing of what a sentence claims. */
export const fillers = new Set(
  `the a an again co actually literally basically honestly technically simply just really currently now today presently nowadays
  still already officially formally fully full also even so well ok okay yeah yes yep lol lmao lmfao rofl bro bruh dude
  man guys tbh tbf btw fyi fwiw fr ngl rn atm pls please too tho though obviously clearly indeed legally then proud proper
  whopping grand genuine own ever all both itself themselves hey hi hello folks again anyway duh iirc afaik ffs smh haha mate buddy pal kids finally however
  eventually famously notably interestingly surprisingly ironically oddly unfortunately thankfully luckily strictly
  official weirdly sadly happily hilariously amazingly bizarrely curiously understandably naturally shockingly predictably frankly
  seriously evidently altogether completely whatsoever ultimately definitely certainly absolutely truly undoubtedly respectively wow um uh hmm omg yo`.split(
    /\s+/,
  ),
)

const that = '(?: that)?'
const somebody = '(?:everyone|everybody|people|ppl|folks|most people|most|we all|you all|many)'
/** What people say before or after a claim, sure of it or not. */
const asides = [
  `(?:i am |i m |im |we are )?(?:pretty|fairly|quite|almost|100 percent|very|absolutely)? ?(?:sure|certain)${that}`,
  `as far as i (?:know|can tell|remember|recall|understand|am aware|m aware)`,
  `if i (?:recall|remember)(?: correctly| right| rightly)?`,
  `if memory serves(?: me)?(?: right| correctly)?`,
  `if i (?:am|m) not mistaken`,
  `unless i (?:am|m) mistaken`,
  `to my knowledge`,
  `to best of my knowledge`,
  `(?:from )?what i (?:know|remember|understand|recall)`,
  `as i (?:know|remember|understand|understood|recall)(?: it)?`,
  `i (?:believe|think|recall|remember|read|learned|have read|know)(?: somewhere)?${that}`,
  `i (?:looked|checked|googled|looked it up)(?: it)?(?: up)?(?: and)?`,
  `speaking as [a-z]+(?: [a-z]+)? (?=[:,])`,
  `hear me out`,
  `way i (?:remember|understand|see|learned|heard) (?:it|this)`,
  `(?:let is not|let us not|never|we should not|one should not|please do not|lest we) forget${that}`,
  `(?!.* (?:until|till|before|if|whether|why|how) )i (?:had no (?:clue|idea)|did not (?:know|realize|realise)|never (?:knew|realized|realised)|only just (?:learned|found out)|just (?:learned|found out|realized|realised))${that}`,
  `(?:what|something|things?) (?:people|most people|everyone|everybody|nobody|they|you|some|many|folks) (?:always |often |all |tend to )?(?:forgets?|miss|misses|overlooks?|ignores?|(?:do|does) not (?:know|realize|realise|get|understand|see)|needs? to (?:know|remember|realize)|should (?:know|remember))(?: here)? is${that}`,
  `i (?:get|see|understand|hear|know) (?:what you are saying|what you mean|your point|you)(?: ,)? but`,
  `(?:do )?(?:you|y all|yall|you all|you guys)(?: all| guys)? (?:do )?(?:realize|realise|understand|remember|are aware)${that}`,
  `as of (?:last|this) [a-z]+`,
  `like (?:i|you|somebody|someone) said(?: (?:before|earlier|above|already))?`,
  `nobody asked(?: for(?: it)?)?`,
  `at (?:one|1|some) point(?: in (?:time|past|history))?`,
  `to (?:[a-z]+ )?(?:surprise|delight|annoyance|horror|disappointment|dismay|relief|shock|anger|joy) of (?:[a-z]+ )?[a-z]+`,
  `(?:not that|as if) (?:it matters|anyone (?:noticed|cares?|asked)|anybody (?:noticed|cares?|asked)|that (?:helps|matters))`,
  `(?:but )?(?:who|nobody|no one) (?:is counting|cares|noticed|cared)`,
  `go figure|imagine that|what surprise|shocker|big surprise|what joke|so there|would you believe it`,
  `unless i (?:missed|am missing|forgot|am forgetting|misread) (?:something|anything|somebody|someone|one)`,
  `(?:thing|point|problem|fact|truth|funny thing|reality) is${that}`,
  `correct me if i (?:am|m) wrong(?: ,)?(?: but)?`,
  `hot take`,
  `(?:just )?remember${that}`,
  `(?:please )?note${that}`,
  `(?:i am |i m |me )?not (?:an )?expert(?: ,)? but`,
  `i (?:told|keep telling|reminded|informed|explained to|corrected) (?:him|her|them|everyone|everybody|people)${that}`,
  `(?:keep|bear) in mind${that}`,
  `(?:it )?turns out${that}`,
  `(?:as )?${somebody} knows?${that}`,
  `(?:as )?${somebody} knows? (?:that|this)`,
  `(?:til|today i learned)${that}`,
  `${somebody} (?:keep |keeps |always |tend to )?(?:forgets?|forgetting|overlooks?)(?: that| this)?`,
  `(?:it is )?worth (?:noting|remembering|mentioning)${that}`,
  `do not forget${that}`,
  `you know`,
  `(?:spoiler(?: alert)?|news flash|newsflash|correction|small correction|reality check|pro tip|quick fact|trivia|friendly reminder|reminder|psa|fact|fun fact|little known fact)${that}`,
  `(?:it is|that is)? ?fact${that}`,
  `(?:sorry(?: to burst your bubble| to say)?|hate to break it to you|not to be that guy)(?: ,)?(?: but)?`,
  `back then`,
  `depending (?:on )?whom? you ask(?: about @\\d+)?`,
  `(?:(?:no|oh|ah|ok)(?: ,)? )*wait`,
  `edit`,
  `no(?= :)`,
  `(?:he|she|they|it) (?:is|are) not wrong(?: there)?`,
  `(?:to be fair|for what it is worth|as it happens|strictly speaking|in reality|in practice|at this point|to date|so far|by now|in general|to be exact|to be precise|to be clear|to be honest)`,
  `(?:look it up|just so you know|for record|for your information|in fact|of course|as of now|as of today|right now|at moment|on paper|at all|in total|in history|these days|by way|as matter of fact|believe it or not|in case you did not know|in case you were wondering)`,
  `(?:and )?(?:good for (?:them|you|him|her|it)|good riddance|fair enough|rightly so|no choice|no exceptions|no hard feelings)`,
  `(?:my|another|our|one|1)(?: (?:[a-z]+ )?favou?rite)? (?:fact|thing|bit|trivia)(?: (?:of all|about (?:it|@\\d+)))? is that`,
  `(?:my|our) favou?rite (?:fact|thing|bit|piece of trivia)(?: (?:of all|about (?:it|@\\d+)))? is`,
  `day (?:\\d+|one|[a-z]+) of (?:explaining|telling|reminding)(?: (?!@)[a-z]+){0,6} that`,
  `(?:nobody|no one|noone|none of you|hardly anyone|few people) (?:ever )?(?:remembers?|realizes?|realises?|mentions?|notices?|talks about|wants to hear|tells you)(?: fact)? that`,
  `(?:stop it|come on|get over it|deal with it|fight me|prove me wrong|just saying|sorry not sorry|look at map|that is (?:whole )?point(?: of it)?|get your facts straight|no discussion|mind you|do your research|google it|change my mind|last time i checked|wake up(?: sheeple)?|sheeple|period|full stop|end of story|end of|no cap|for real|trust me|believe me|no doubt|without doubt|thank you very much|thanks|i promise|for crying out loud|my friends?(?=(?: [,:!])| $)|of all things|of all places|no question|simple as that|simple as|wish me luck|so relax|hands down|by definition|you are welcome)`,
]
const aside = `(?:${asides.join('|')})`
/** Only at the beginning: "at least one" is a number. */
const openings = `at least(?! \\d| (?:one|half|most|some|part)\\b)|i mean|apparently|what is (?:more|funny|weird|crazy|wild) is(?: that)?`
const opening = new RegExp(
  `^ (?:(?:[,:] )?(?:${aside}|${openings}) (?:[,:] )?|for (?:my|our) (?:(?:history|geography|politics|school|class|english|exam) )+(?:homework|hw|essay|project|test|quiz|exam|class|notes|presentation|paper)? ?: )+(?=\\S)`,
)
const closing = new RegExp(
  `(?: ,)?(?: and| but)? (?:${aside}|i think|i guess|but (?:i am |i m |im )?not (?:100 percent |totally |entirely |too )?sure|pretty much|more or less|at least|apparently|i mean|(?<=, )stop)(?: ,)? $`,
)
const between = new RegExp(` , ${aside} , `, 'g')

/** What sounds as if the rest were in doubt, but is said of what one is rather sure of. */
export const politeDoubt =
  /\b(?:correct me if i['’]?m wrong|if you (?:want|like|prefer)[^,;)]*|if i (?:recall|remember)(?: correctly| right| rightly)?|if memory serves(?: me)?(?: right| correctly)?|if i['’]?m not mistaken|unless i['’]?m (?:mistaken|wrong)|unless i (?:missed|am missing|['’]m missing|forgot|misread) (?:something|anything|someone|one)|what you(?:['’]?re| are) saying|believe it or not|would you believe it|i (?:think|believe|guess))\b/gi

/** "Egypt and, I believe, Jordan." */
const ofLast = /( and)(?: ,)? i (?:believe|think)(?: ,)?(?= @\d)/g
/** "It's every year I think, and …" */
const atClause = / (?:i (?:think|believe|guess)|apparently)(?= ,)/g

/** Where a closing aside may begin. */
const maxAside = 60

export function withoutAsides(text: string): string {
  const opened = text.replace(opening, ' ')
  const plain = (opened.includes(' , ') ? opened.replace(between, ' ') : opened)
    .replace(ofLast, '$1')
    .replace(atClause, '')
  const start = plain.indexOf(' ', plain.length - maxAside)
  const end = start > 0 ? plain.slice(start) : plain
  return (start > 0 ? plain.slice(0, start) : '') + end.replace(closing, ' ').replace(closing, ' ')
}
