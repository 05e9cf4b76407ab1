// What people say around a question: who says so, why they ask, and whether it is right. The words are those of a
// question, with "@0" for names and "," between its parts.

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
  `(?:sorry|apologies|excuse me|pardon|forgive me|no offen[cs]e|not trolling|not trying to [a-z]+|hope this is [a-z ]+|no joke|no clue|no idea|idk|dunno|wait|hold on|hold up|hang on|hmm|ngl|tbf|imo|imho|iirc|afaik|fwiw|fyi|psa|til|listen|look|see|right|well|yeah|yes|no|nah|ok|okay|ah|oh|oof|man|bruh|wow|lol|lmao|seriously|honestly|genuinely|random|curious|genuine|legit|hey|hi|hello|yo|sup|greetings|good (?:morning|evening|afternoon|day)|morning|evening|guys|everyone|everybody|all|folks|fellas|team|chat|admin|admins|mods|sir|experts?|gents|people|and|but|so|also|or|because|cuz|cause|now|then|btw|anyway|anyways|like|just|actually|alright|allright|entente|bot|dear bot|hey bot|damn|dang|crap|gosh|jeez|bro|dude|mate|out of curiosity|real talk|long story short|in your opinion free|basically|technically|legally speaking|strictly speaking|historically|historically speaking|legally|formally|officially|on paper|by law)`,
  `(?:for|in|on|from|during) (?:my|our|a|an|this|some|one|homework|school|college|uni|class|history|trivia)(?: (?!is\\b|are\\b|was\\b|when\\b|who\\b|what\\b|which\\b|how\\b|does\\b|do\\b)[a-z]+){0,4}? ?(?:project|essay|homework|paper|quiz|report|presentation|class|exam|test|assignment|game|wargame|research|school|lesson|thesis|debate|night|bet|course|today|tomorrow|campaign|worksheet|textbook|book|map|video|stream)(?: today| tomorrow| on this| please)*`,
  `(?:settle|help (?:me |us )?(?:settle|win|with|end)|solve|end)(?: a| an| this| my| our| the)*(?: bar| pub| family| small| little)? (?:argument|bet|debate|dispute|this|question|fight|homework|discussion)(?: for us| for me| please| between us| between friends| with friends| we are having)*`,
  `(?:what about|how about|regarding|concerning|talking about|speaking of|about|on topic of|as for|when it comes to|in terms of|in regards to|with regards to)`,
  `(?:as|being) (?:far as i know|matter of fact|[a-z]+(?: person| student| teacher| guy| fan| myself)?)`,
]
const opener = new RegExp(`^(?:${openers.join('|')}) (?:(?:,|and|but|so|:) )*(?=\\S)`)

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
const trailing =
  / (?:and|but|because|cause|since|as|so) (?:i|we|he|she|my|everyone|people|nobody|idk)(?: [a-z]+)+$/
const closer = new RegExp(` (?:, )?(?:${closers.join('|')})$`)

/** A part that asks whether what was said before is so. */
export const tag = new RegExp(
  `^(?:(?:and|but|so|or|just|well) )*(?:(?:is|was) (?:that|this|it|he|she)(?: all| even| really| actually| still| also)* (?:true|right|correct|so|accurate|real|wrong|false|legit|case|fact|bs|myth|lie|still true|still case)(?: or .+)?|true|false|correct|right|no|yes|yeah|eh|wrong|really|legit|real|fact|cap|no cap|(?:true|right|real|fact|legit) or (?:false|not|wrong|fiction|fake|cap|bs)|fact or fiction|(?:can |could |please )?(?:someone |anyone |you )?confirm|am i (?:right|wrong|correct|mistaken)|(?:(?:is|are|was|were|do|does|did|has|have|had) (?:not )?(?:it|they|we|he|she|that|this)(?: not)?(?: really| actually| ever| still| now| already| even| legally| officially| or not| though)*)|is (?:that|it|this) (?:even )?(?:possible|allowed|legal|a thing|thing)(?: .+)?|what happened(?: there| to that| with that)?|how true is (?:that|this|it)|(?:is|was) there (?:any )?truth (?:to|in) (?:that|this|it))$`,
)

/** A part that asks for more of what was said before: "since when". */
const shortQuestion =
  /^(?:and |but |so |if so |just |ok |or |though )*(?:exactly )?(since when|when|which year|what year|in which year|in what year|what date|which date|why|who|which ones?|how many|how|where|what for)(?: exactly| again| though| was (?:it|that|this)| is (?:it|that)| did (?:it|that|this|they|he)(?: happen| start| begin| join| do (?:that|it|so))?| (?:are|were) they| (?:are|were) (?:those|these)| of them| and why| and (?:by |with )?whom?| so)*$/

/** They change what is asked. */
const supposing =
  /\b(?:if|suppose|imagine|hypothetically|hypothetical|assuming|assume|unless|except|besides|without|excluding|apart|other than|before|after|until|instead|only|never|would|let s say|lets say|not counting|minus)\b/

/** They say something about alliances, so that what has them is no aside. */
const relating =
  /\b(?:join\w*|leav\w*|left|withdr\w*|quit\w*|members?\w*|sign(?:ed|s)?|attack\w*|inva\w+|defen\w+|protect\w*|obli\w+|must|ally|allies|allied|alliances?|treat(?:y|ies)|pacts?|articles?|troops|soldiers|forces|spend\w*|percent|gdp|hosts?\w*|exercises?|drills?|found(?:ed|er|ers|ing)|end(?:ed|s)|dissol\w+|suspend\w*|expel\w*|kicked|invok\w+|trigger\w*|nuclear|nukes?|headquarter\w*|hq|lead(?:s|er|ers)|led|command\w*|secretary|budget|army|navy|military|submarines?|ships?|countr(?:y|ies)|nations?|states?|neutral|partners?|war|wars|base|bases|president|king|weapons?|sanctions?|clause|start(?:ed|s)|began|newest|oldest|last|first|largest|biggest|most|least)\b/

/** Circumstances rather than asides. */
const circumstance =
  /^(?:in|at|during|by|as of|on|under|since|between|around|back|against|with|when|while|once) /

const starter =
  /^(?:who|whos|what|whats|when|where|why|how|which|whose|whom|is|are|was|were|does|do|did|has|have|had|can|could|may|must|will|list|name|in (?:what|which)|since when|to (?:what|which)|under which|for how|by (?:whom|what|which)|from when|at (?:what|which)) /

const names = /@\d/

const articles = new Set(['the', 'a', 'an'])

/** "Is it an ally or just a friend": the answer says what it is. */
const alternative =
  /^((?:is|are|was|were|do|does|did|has|have) .*?) or (?!not\b)(?:(?:is|are|was|were|do|does|did|has|have|it|they|just|only|like|more|more like|still|already|merely|some|some kind of|formal|informal|close|simply|another|other|normal|regular|full)\b ?)*(?:(?:[a-z]+ )?(?:thing|club|bloc|union|project)|partners?(?: (?:country|state))?|friends?|friendly|allies|ally|members?|candidates?|observers?|applicants?|something|something else|outside|guest|invited|dialogue partner|loose group|group|club|talking shop|forum|partnership|organization|buddies|buddy|agreement|neutral(?: (?:country|state|nation))?|nothing(?: at all)?|treaty|pact)$/

/** "I think 2009": what the asker takes for the answer. */
const guess =
  /^(?:(?:i|we|all|just|like|think|thought|guess|believe|guessing|say|was|is|it|that|maybe|probably|or|and|around|about|sometime|something|in|since|of|am|pretty|fairly|not|sure|but) )*(?:\d{1,4}s?|(?:early|mid|late) \d{2,4}s)(?: (?:or|to|and) (?:so|\d{1,4}))?(?: (?:or so|ish|right|correct|members|countries|maybe|iirc|something|i think|i guess|i believe))*$/

const asking = /^(?:and )?(?:who|which|when|where|how many) /

/** "All 8 I think". */
const unsure = / (?:i (?:think|guess|believe)|iirc)$/

/** Whether a part says nothing about what is asked. */
function isFraming(part: string): boolean {
  return (
    !names.test(part) &&
    !/\d/.test(part) &&
    !supposing.test(part) &&
    !relating.test(part) &&
    !circumstance.test(part) &&
    !shortQuestion.test(part) &&
    !asking.test(part) &&
    !tag.test(part)
  )
}

/** "Back when it existed". */
const bygone =
  /^(?:back )?(?:when|while) (@\d) (?:still )?(?:existed|was (?:still )?(?:around|active|thing|alive|in force|going)) /

/** "Is it in it or did they leave". */
const otherwise =
  /^((?:is|are|was|were|do|does|did|has|have) .*?@\d.*?) or (?:did|have|has|had|is|are|was|were|do|does) (?!not\b)[a-z ]+$/

/** A part without what opens and closes it, and adds nothing. */
function withoutAsides(part: string): string {
  let plain = part.replace(bygone, '$1 ')
  for (let before = ''; before !== plain;) {
    before = plain
    plain = plain.replace(opener, '')
    if (plain === before) plain = fromStarter(plain)
  }
  for (let before = ''; before !== plain;) {
    before = plain
    if (!tag.test(plain) && !shortQuestion.test(plain))
      plain = plain
        .replace(closer, '')
        .replace(alternative, '$1')
        .replace(otherwise, '$1')
        .replace(trailing, '')
  }
  return plain
}

/** "The date on which". */
const asksDate = /\b(?:date|day|year|month) (?:on|in|at|from|since)$/

/** "quick one how many are in it": from where the question begins, if what comes before is an aside. */
function fromStarter(part: string): string {
  if (starter.test(`${part} `) && !/^(?:do|does|did|can|could|has|is) (?:any|some|you|u|it|this)/.test(part))
    return part
  const words = part.split(' ')
  for (let index = 1; index < words.length - 1; index++) {
    const before = words.slice(0, index).join(' ')
    if (!isFraming(before) || asksDate.test(before)) return part
    if (starter.test(`${words.slice(index).join(' ')} `) && /[a-z]{4}|\bq\b/.test(before))
      return words.slice(index).join(' ')
  }
  return part
}

const embedded =
  /^((?:who|what|where|when|how many|how|which|why|since when|(?:in )?(?:which|what) year) )(@\d(?: and @\d)?|it|they) ((?:actually |really |even |exactly )*)(is|are|was|were|did|does|do|has|have|can|must)(?= |$)/

/** "@0 still @1". */
const bare =
  /^@\d(?: (?:still|also|even|already|officially|really|actually|currently|now))* @\d(?: (?:still|now|yet|already))*$/

/** "@0 is in @1" asks as much as "is @0 in @1". */
function asQuestion(statement: string): string {
  if (embedded.test(statement)) return statement.replace(embedded, '$1$4 $2')
  const [, subject, verb, rest] =
    /^((?:@\d|[a-z]+)(?: and @\d)*)(?: (?:apparently|actually|really|officially|currently|still|also|just))* (is|are|was|were|has|have|had|does|do|did|can|must|will)( .*)$/.exec(
      statement,
    ) ?? []
  if (subject !== undefined && subject.includes('@'))
    return `${verb} ${subject}${rest}`.replace(alternative, '$1')
  if (bare.test(statement)) return `is ${statement}`
  return /^@\d /.test(statement) ? `did ${statement.replace(/^(@\d) joined\b/, '$1 join')}` : statement
}

const when = /^(?:since when|when|(?:in )?(?:which|what) (?:year|date))$/
/** When something happened, of which the answer tells. */
const decade = / (?:back )?(?:in|during|sometime in) (?:(?:early|late|mid|middle of) )*(?:19|20)?\d0s(?= |$)/

const vagueDate =
  / (?:back )?(?:in|since|around|during|at|by|like) (?:(?:early|late|mid|end|beginning|start|of|about|like) )*(?:\d{2,4}s?|last (?:year|century)|this year|recently)(?= |$)| (?:last|this) (?:year|month|week|decade)(?= |$)| (?:recently|lately|years ago|decades ago|some years ago)(?= |$)/g

/** The ways to read the words without asides, the most literal first; each has all names that were given. */
export function withoutFraming(words: readonly string[], isAsked: boolean): string[] {
  const plainWords = words.filter((word) => !articles.has(word))
  const literal = plainWords.filter((word) => word !== ',').join(' ')
  const all = new Set(literal.match(/@\d/g) ?? [])
  const parts = plainWords
    .join(' ')
    .split(/(?: ?, ?)+/)
    .filter(Boolean)
    .map(withoutAsides)
    .filter((part) => part !== '' && !isFraming(part))
    .filter(
      (part, index, all) =>
        index === 0 || !guess.test(part) || !(unsure.test(part) || starter.test(`${all[0]} `)),
    )
  const found = [parts.join(' ')]
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  const said = parts.slice(0, -1).join(' ')
  if (parts.length > 1 && tag.test(last))
    found.unshift(asQuestion(said), asQuestion(said.replace(decade, '')))
  if (parts.length > 1 && !names.test(first) && tag.test(first))
    found.unshift(asQuestion(parts.slice(1).join(' ')))
  const asksMore = shortQuestion.exec(last)?.[1]
  if (said !== '' && asksMore !== undefined) {
    const plain = when.test(asksMore) ? said.replace(vagueDate, '') : said
    found.unshift(`${asksMore} ${plain}`, `${asksMore} ${asQuestion(plain)}`)
  }
  if (parts.length === 1 && (isAsked || last !== literal || embedded.test(last))) found.push(asQuestion(last))
  // "Cyprus is not in NATO why".
  if (/^@\d .* why$/.test(last)) found.push(`why ${asQuestion(last.replace(/ why$/, ''))}`)
  const asking = parts.filter((part) => starter.test(`${part} `))
  if (asking.length === 1) found.push(asking[0] ?? '')
  // "i thought Ireland was neutral, is it in NATO": of what was said before, the name alone.
  if (asking.length === 1 && parts.length > 1) {
    const missing = [...all].filter((name) => !asking[0]?.includes(name))
    const pronoun = /\b(?:it|they|them|its|their|we|our)\b/
    if (missing.length > 1 && pronoun.test(asking[0] ?? '')) found.push(`${asking[0]} ${missing.join(' ')}`)
    if (missing.length === 1)
      found.push(
        asking[0]?.replace(
          /\b(?:my country|our country|it|they|them|its|their|he|that|this|we|our)\b/,
          missing[0] ?? '',
        ) ?? '',
      )
  }
  const [named, ...alsoNamed] = parts.filter((part) => names.test(part))
  const others = parts.filter((part) => part !== named)
  const areAsides = others.every(
    (part) => !starter.test(`${part} `) && !/\d/.test(part) && !supposing.test(part),
  )
  if (named !== undefined && alsoNamed.length === 0 && others.length > 0 && areAsides)
    found.push(asQuestion(named))
  return [...new Set([literal, ...found])].filter(
    (text) => new Set(text.match(/@\d/g) ?? []).size === all.size && text !== '',
  )
}
