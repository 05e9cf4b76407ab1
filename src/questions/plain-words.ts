// Other words for what the forms of questions say: an expression in place of each group, and words that add nothing.

/** "Which article of the Rio Treaty". */
const articleOf = '(?:what (?:is )?|which )?articles? (?:of|in|from) (@\\d)(?: treaty)?'

/** A place that is no name. */
const area = '((?!(?:it|them|us|one|they|first|its|back) )[a-z]{4,}(?: islands?)?)'

/**
 * Expressions, as parts of regular expressions, by what they mean; words are without articles, and names are "@0". In
 * the order in which they are replaced.
 */
const groups: readonly (readonly [plain: string, ...others: string[]])[] = [
  ['', '(?:its|their|his|her|our|your|my) own'],
  ['which countries', 'which (?:\\d|two|three|four|five|six|seven|eight|nine|ten)(?=$)'],
  ['original members', 'original (?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= of| in|$)'],
  ['what is $1', 'what (?:does|do) (.+) (?:cover|involve|entail|include|consist of|contain)(?=$)'],
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

const expressions: readonly (readonly [RegExp, string])[] = groups.map(([plain, ...others]) => [
  new RegExp(`\\b(?:${others.join('|')})(?= |$)`, 'g'),
  plain,
])

/** They neither ask nor say anything. What changes a question, such as "only", "before" or "not", is not here. */
const weightless = new Set(
  `itself themselves himself herself moment business stuff somehow whatsoever yes yeah kindly particular particularly
  especially generally normally typically mainly mostly primarily respectively notably famously interestingly surprisingly
  completely weirdly strangely funnily strictly speaking quite rather fairly such seriously ofc deffo innit bc cuz yknow hmm err umm
  erm alright sir madam thing things official edition legally very y n etc etcetera legit given up-to-date`.split(
    /\s+/,
  ),
)

/** Endings that the answer makes good, or that ask for nothing more. */
const endings: readonly RegExp[] = [
  /(?<=^what is @\d) mean$/,
  / last time$/,
  / (?:for good|for ever|forever|for real|completely|entirely|ever)(?: or (?:just|only|merely|temporarily)(?: [a-z]+)?)?$/,
  / in (?:plain|simple|easy|other|normal|layman s?) (?:words|english|terms|language)$/,
  / in (?:one|two|\d|few) (?:sentences?|words?|lines?)$/,
  / (?:till|until|to|up to|right up to) (?:very |bitter )?end$/,
  / for (?:me|us)$/,
  / (?:just |exactly |more or less )?(?:like|similar to) @\d$/,
  / (?:ever )?since (?:it |they |@\d )?(?:was |were |has |have )?(?:been )?(?:set up|founded|started|began|begun|existed|existing|formed|created|its founding|its creation|beginning|day one|start)$/,
  / (?:in its (?:whole |entire )*(?:history|existence|lifetime|time)|over years|over time|throughout (?:its )?history|in history)$/,
  / (?:\d+|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|twelve) or (?:\d+|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|twelve)$/,
  / (?:yes or no|yes no|true or false|if (?:so|yes|any|at all|possible|you know)|at (?:all|moment)|as of (?:now|today|late)|up to now|till now|until now|to date|to this day|all along|in (?:real life|practice|fact|reality|world|short))$/,
  / by (?:law|constitution|treaty|policy)(?: or (?:just |only |merely |simply )*(?:by )?(?:law|constitution|treaty|policy|choice|tradition|custom))?$/,
  / (?:that|which) (?:exists?|there (?:is|are)|we have)$/,
]

/** The words of a question in other words that mean the same; undefined if there are none. */
export function inPlainWords(words: readonly string[]): string[] | undefined {
  const asked = words.join(' ')
  const ended = endings.reduce((text, ending) => text.replace(ending, ''), asked)
  const plain = expressions
    .reduce((text, [expression, word]) => text.replace(expression, word), ended)
    .split(' ')
    .filter((word) => word !== '' && !weightless.has(word))
  // "Isn't Japan an ally": the answer says what is so.
  const isTag = /^(?:is|are|was|were|does|do|did|has|have|had)$/.test(plain[0] ?? '')
  const not = isTag ? plain.indexOf('not') : -1
  if (not > 0 && not < 4) plain.splice(not, 1)
  return plain.join(' ') === asked ? undefined : plain
}
