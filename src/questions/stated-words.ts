// Words of questions that no form reads: which carry no meaning, which mean the same, and which change what is asked.
import { auxiliary } from './pattern-words.ts'

function list(words: string): string[] {
  return words.trim().split(/\s*,\s*|\s*\n\s*/)
}

/** Phrases of several words, each with one word for it. */
const phrases: readonly [RegExp, string][] = [
  [
    /\b(?:pull|pulled|pulling|drop|dropped|walk|walked|back|backed|get|got) out\b(?: of)?|\b(?:walk|walked|walking) away\b(?: from)?/g,
    'leave',
  ],
  [/\b(?:kick|kicked|throw|thrown|threw|boot|booted) out\b(?: of)?/g, 'expel'],
  [/\b(?:come|comes|came|coming|go|went) back\b(?: to)?/g, 'return'],
  [/\bcommand structure\b/g, 'command'],
  [/(?<=\b(?:no|without) )military(?= of\b|$)/g, 'army'],
  [/\b(?:sign|signed) up\b(?: for| to)?/g, 'join'],
  [/\b(?:set|sets) up\b/g, 'found'],
  [/\bt(?:ake|akes|ook|aking) place\b/g, 'held'],
  [/\bt(?:ake|akes|ook|aking|aken) part\b(?: in)?/g, 'participate'],
  [/\b(?:call|called) off\b/g, 'cancel'],
  [/\b(?:turn|turned|turns) into\b/g, 'rename'],
  [/\blet(?:s|ting)?(?= .*\bin$)/g, 'admit'],
  [/\b(?:in charge|at helm) of\b/g, 'lead'],
  [/\b(?:war games?|wargames?)\b/g, 'exercise'],
  [
    /\bgo(?:ing|es)? (?:to|into) force\b|\b(?:(?:come|came|enter|entered) )?into (?:force|effect)\b|\b(?:enter|entered) force\b/g,
    'inforce',
  ],
  [/\b(?:ask|asked|asking) to (?:join|be in)\b/g, 'apply join'],
  [/\b(?:still )?in (?:force|effect)\b/g, 'inforce'],
  [/\b(?:take|takes|took|taken|taking) over\b(?: as)?/g, 'takeover'],
  [/\b(?:taken|took|stripped) away\b|\brevoked?\b/g, 'lose'],
  [/(?<!^what is )\bmap\b/g, 'plan future'],
  [/\bpillar (?:2|two)\b/g, 'pillar ii'],
  [/\bpillar (?:1|one)\b/g, 'pillar i'],
  [/\bfall apart\b|\bfell apart\b|\bbreak up\b|\bbroke up\b/g, 'dissolve'],
  [/\bput (?:on hold|on ice)\b/g, 'suspend'],
  [/\b(?:hand|handed) over\b/g, 'transfer'],
  [/\bsecretary generals?\b|\bsec gen\b|\bsecgen\b/g, 'secretary general'],
]

export function joinPhrases(text: string): string {
  return phrases.reduce((joined, [pattern, word]) => joined.replace(pattern, word), text)
}

/** Words that mean the same in a question; of each word, every form is meant. */
const synonyms = `
  leave, left, quit, exit, withdraw, withdrew, withdrawal
  join, accede, accession, enter, admit, become a member, became a member
  host, hold, held
  army, armed forces, military force
  soldier, troop, service member, personnel, peacekeeping forces, peacekeepers
  treaty, pact, agreement, accord
  command, commander, head, chief, boss, leader, lead, led, run
  headquarters, headquartered, hq, based
  found, founded, create, establish, form, start, begin, began, begun, launch, set up
  end, dissolve, disband, abolish, over
  defend, protect
  defense, defence
  attack, aggression, invade, invasion
  nuke, nuclear weapons, nuclear
  sub, submarine
  intel, intelligence
  apply, application, applicant, request
  suspend, freeze, froze, frozen
  ship, vessel, warship, boat
  plane, aircraft, jet
  drill, exercise
  buy, bought, purchase
  sell, sold, sale
  money, fund, funding, pay, paid
  vote, consensus, unanimous, decide, decision
  veto, unanimous, consensus
  invoke, trigger, activate, consultations
  consult, consultation, consultations
  threaten, threatened, threat
  send, deploy, dispatch
  cancel, canceled, cancelled
  invite, invitation
  disinvite, disinvited, uninvite, expel
  rename, former name, earlier name, renamed
  goal, purpose, aim
  promise, commit, commitment, pledge
  oblige, obligate, obligation, duty
  participate, participant, part
  yearly, annual, every year
  border, neighbor
  big, large
  biggest, largest
  why, because
  assist, help, aid
  kill, die, death
  first, inaugural
  neutral, neutrality
  member, membership
  candidate, applicant, apply
  if, when, in case
  inforce, in force, in effect, into force
  takeover, took over, became, took office, succeeded
  naval, maritime, sea
  world, international, worldwide, global
  cover, covers, covered, apply, applies, include
  automatic, automatically
  lose, lost, end
  protection, protect, defend, defense
  always, tradition, by tradition
`
  .trim()
  .split('\n')
  .map((line) => list(line))

const synonymsOf = new Map<string, string[]>()
for (const group of synonyms)
  for (const word of group) synonymsOf.set(word, [...(synonymsOf.get(word) ?? [word]), ...group])

export const wordsWithSynonyms: readonly string[] = [...synonymsOf.keys()].flatMap((words) =>
  words.split(' '),
)

/** A word as it stands, without the ending of a verb or a plural. */
function stemsOf(word: string): string[] {
  return [
    word,
    ...[/s$/, /es$/, /ed$/, /d$/, /ing$/].map((ending) => word.replace(ending, '')),
    word.replace(/ing$/, 'e'),
    word.replace(/(.)\1(?:ed|ing)$/, '$1'),
    word.replace(/ied$|ies$/, 'y'),
  ]
}

/** The word, and the words that mean the same. */
export function meaningsOf(word: string): string[] {
  const found = stemsOf(word).flatMap((stem) => synonymsOf.get(stem) ?? [])
  return [...new Set([word, ...found])]
}

/** They ask, or hold a sentence together, and say nothing that a fact must say too. */
export const emptyWords = new Set(
  list(
    `is,are,was,were,be,been,being,do,does,did,has,have,had,having,of,in,into,to,for,at,by,with,from,on,it,its,they,their,anywhere,somewhere,feels,
    them,there,this,that,these,those,what,which,who,whom,whose,when,where,how,why,many,much,me,my,you,your,u,i,we,our,us,can,
    get,got,gets,getting,go,goes,going,went,come,came,comes,up,out,off,so,as,and,or,the,a,an,any,some,all,about,than,thing,
    things,ever,still,yet,already,year,years,date,time,day,country,countries,nation,nations,state,states,member,members,
    membership,part,number,kind,type,sort,list,name,names,tell,mean,happen,happened,happens,long,often,want,wants,ask,asks,
    asked,make,makes,made,give,gives,gave,use,uses,used,call,called,also,its,each,other,he,she,him,her,his,people,whole,own,
    each,officially,actually,have,say,says,said,state,stated,story,deal,let,lets,now,then,called,know,known,difference,different,will`,
  ),
)

/** What these ask is no fact. */
export const opinionWords = new Set(
  list(
    `should,would,might,gonna,think,opinion,opinions,best,worst,better,worse,worth,strong,stronger,strongest,weak,weaker,
    weakest,win,wins,winning,beat,useless,useful,good,bad,fair,safe,smart,dumb,stupid,favorite,favourite,predict,likely,
    probably,chance,chances,hypothetically,imagine,suppose,scary,cool,lame,trust,hate,love,overrated,important,powerful,
    feel,deserve,ought,hope`,
  ),
)

/** They change what is asked: the statement itself must have them. */
export const changingWords = new Set(
  list(
    `first,last,only,before,after,until,most,least,more,fewer,less,largest,biggest,smallest,oldest,newest,latest,next,except,besides,without,if,
    unless,against,over,under,between,alone,both,every,half,again,since,instead,previous,former,same,together`,
  ),
)

export const negations = /\b(?:not|no|never|none|neither|nor|without|nobody|nothing|cannot|lacks?|refused?)\b/

/** What kind of thing a name is of, which a statement need not say. */
export const kindWords = new Set(
  list(`treaty,pact,alliance,agreement,partnership,security,defense,defence,mutual,military,islands,island`),
)

/** "Does it count as one": of what, is not said. */
export const ofUnnamed = new RegExp(`^${auxiliary} (?:it(?! takes?\\b)|they|he|she|that|this|those|these)\\b`)

export const yesOrNo = /^(?:is|are|was|were|does|do|did|has|have|had|can|may)\b/
