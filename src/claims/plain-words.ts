// The words of a sentence without what changes nothing of what it claims, and with one form of words for several.
import { datePattern } from './claim-words.ts'

/** Words that change nothing of what a sentence claims. */
const fillers = new Set(
  `the a an again co actually literally basically honestly technically simply just really currently now today presently nowadays
  still already officially formally fully full also even so well ok okay yeah yes yep lol lmao lmfao rofl bro bruh dude
  man guys tbh tbf btw fyi fwiw fr ngl rn atm pls please too tho though obviously clearly indeed legally then proud proper
  whopping grand genuine own ever all both hey folks again anyway duh iirc afaik ffs smh haha mate buddy pal kids finally
  eventually famously notably interestingly surprisingly ironically oddly unfortunately thankfully luckily strictly
  ultimately definitely certainly absolutely truly undoubtedly respectively wow um uh hmm omg yo`.split(
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
  `i (?:believe|recall|remember)`,
  `(?:just )?remember${that}`,
  `(?:please )?note${that}`,
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
  `(?:to be fair|for what it is worth|as it happens|strictly speaking|in reality|in practice|at this point|to date|so far|by now|in general|to be exact|to be precise|to be clear|to be honest)`,
  `(?:look it up|just so you know|for record|for your information|in fact|of course|as of now|as of today|right now|at moment|in total|in history|these days|by way|as matter of fact|believe it or not|in case you did not know|in case you were wondering)`,
  `(?:look at map|that is whole point(?: of it)?|do your research|google it|change my mind|last time i checked|wake up(?: sheeple)?|sheeple|period|full stop|end of story|end of|no cap|for real|trust me|believe me|no doubt|without doubt|thank you very much|thanks|i promise|to this day|for crying out loud|my friends?|of all things|of all places|no question|simple as that|simple as|hands down|by definition|you are welcome)`,
]
const aside = `(?:${asides.join('|')})`
const opening = new RegExp(`^ (?:(?:[,:] )?${aside} (?:[,:] )?)+(?=\\S)`)
const closing = new RegExp(`(?: ,)? ${aside}(?: ,)? $`)
const between = new RegExp(` , ${aside} , `, 'g')

const numberWords: Record<string, number> = Object.fromEntries(
  `zero . two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty`
    .split(/\s+/)
    .map((word, index) => [word, index] as const)
    .filter(([word]) => word !== '.'),
)
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty']
tens.forEach((word, index) => {
  numberWords[word] = 20 + index * 10
})

const nations =
  '(?:members?|member states?|member countries|member country|member nations?|countries|country|nations?|states?|allies|ally|parties|party)'

/** In order. */
const rewrites: readonly [RegExp, string][] = [
  [/ (?:not )?(?:any ?more|any longer) /g, ' nolonger-tail '],
  [/ no longer /g, ' nolonger '],
  [/ not (.*)nolonger-tail /g, ' nolonger $1'],
  [/ nolonger-tail /g, ' anymore '],
  [/ used to be /g, ' was '],
  [/ (?:has|have|had) never (?:been|be) /g, ' was never '],
  [/ (?:has|have) not been /g, ' is not '],
  [/ (?:has|have) been /g, ' is '],
  [/ had been /g, ' was '],
  [/ (?:is|are) never been /g, ' was never '],
  [/ neither (@\d+) nor (@\d+) (is|are|was|were) /g, ' $1 and $2 $3 not '],
  [/ defence /g, ' defense '],
  [/ (?:armed forces|armed services) /g, ' military '],
  [/ back (?=in |to |on )/g, ' '],
  [/ (?:early|late|mid)(?: in)? (?=\d{4} |[a-z]+ \d{4} )/g, ' '],
  [/ (?:as well as|plus|together with|along with|alongside) /g, ' and '],
  [/^ (?:no|nope|nah) , /, ' '],
  [/^ (?:and|but|plus) (?!@)/, ' '],
  [/^ (?:and|but) /, ' '],
  [/ (?:do|does|did) not (?:actually )?(?:come|get) (?=into |in )/g, ' did not join '],
  // Joining, being in, leaving.
  [
    / (?:came into|got into|came aboard|got in to|was let into|were let into|got let into|was taken into|were taken into|was accepted into|were accepted into|was brought into|was welcomed into|were welcomed into|was admitted into|were admitted into|was inducted into|signed onto|signed on to|signed up for|came on board with|gained (?:membership|entry|admission) (?:in|to|into|of)|got (?:membership|entry) (?:in|to|into|of)|acceded into|hopped into|jumped into|became (?:newest |latest )?(?:nation|state|country|ally|signatory|partner)? ?(?:in|inside)) (?=@)/g,
    ' joined ',
  ],
  [
    / (?:quitted|departed|ditched|dumped|abandoned|ceased to be (?:member of|in)|stopped being (?:member of|in)|walked away from|got out of|pulled itself out of|withdrew itself from|took itself out of|gave up its membership (?:in|of)|dropped|bowed out of|resigned from|opted out of) (?=@)/g,
    ' left ',
  ],
  [
    / (?:has|have) (?=(?:left|quit|joined|signed|withdrawn|pulled|hosted|invoked|taken|been|walked|dropped) )/g,
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
    new RegExp(
      ` (?:one of|among|amongst) (?:@\\d+ )?(?:\\d+ )?(founding|original|charter|founder) (?:\\d+ )?${nations}`,
      'g',
    ),
    ' $1 member',
  ],
  [/ one of (@\d+) (?:original |first )?(?:founders|founding members) /g, ' founder of $1 '],
  [/ (?:among|one of|part of) original \d+ of (?=@)/g, ' founding member of '],
  [
    / (?:among|one of|part of) (?:original|first) (?:\d+ )?(?:members|signatories|countries)? ?(?:of|to sign|in) (?=@)/g,
    ' founding member of ',
  ],
  [/ (?:there is|there are|has|have) (?:no|not any) way (?:to|of) /g, ' has no way to '],
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
    / (?:includes|comprises|contains|encompasses|unites|brings together|groups) (?=\d+ (?:members?|countries|nations|states))/g,
    ' has ',
  ],
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
    / (?:has|have|had) (?:its |their )?(?:head office|hq|headquarters|main office|base|seat|secretariat) (?:in|at) /g,
    ' is headquartered in ',
  ],
  [
    / (?:head office|secretariat|main headquarters|main seat|seat|main office) (?=is |are |was |were )/g,
    ' headquarters ',
  ],
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
    / (?:on|of) (?:fellow |other |any |single |1 )?(?:1|one|single)(?: of)?(?: its| their)? (?:members?|member states?|member countries|member country|ally|allies|countries|country|nation|party|state) /g,
    ' on 1 ',
  ],
  [
    / (?:counts as|is considered(?: to be)?|is seen as|is treated as|is regarded as|is deemed(?: to be)?|equals|means|amounts to|is viewed as|shall be considered|is same as|is to be treated as|is taken as|is now treated as|is legally) (?=attack )/g,
    ' is ',
  ],
  // Exercises.
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
  // Countries with troops and money.
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

const datedStart = new RegExp(`^ (?:in|on|by|since|as of) (${datePattern}) ,? ?(.*)$`)

export function plainText(words: readonly string[]): string {
  const numbered: string[] = []
  for (const word of words) {
    const last = numbered.at(-1) ?? ''
    const number = numberWords[word]
    if (number !== undefined && number < 10 && number > 0 && /^[2-6]0$/.test(last) && !/\d{4}/.test(last))
      numbered[numbered.length - 1] = String(Number(last) + number)
    else numbered.push(number === undefined ? word : String(number))
  }
  let text = ` ${numbered.join(' ')} `.replace(/ (?:the|a|an)(?= )/g, '')
  text = ` ${text
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
    .join(' ')} `
  text = text.replace(opening, ' ').replace(between, ' ').replace(closing, ' ').replace(closing, ' ')
  for (const [pattern, replacement] of rewrites) text = text.replace(pattern, replacement)
  const dated = datedStart.exec(text)
  if (dated) text = ` ${dated[2]?.trim()} in ${dated[1]} `
  return text
    .replace(/^(?: [,:])+| (?:[,;:] )+$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
