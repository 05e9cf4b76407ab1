// How people state what came first, which member by number, who alone did something, and what an article is about.
import type { ClaimGroup } from './claim-patterns.ts'

const nation =
  '(?:members?|member state|member country|member nation|country|nation|state|ally|party|signatory|eye|one)'
const join =
  '(?:joined|entered|acceded to|was admitted to|were admitted to|became members? of|became part of|became party to|came into|got into)'
const leave =
  '(?:leave|left|quit|withdraw from|withdrew from|exit|exited|pull out of|pulled out of|walk out of|walked out of|be kicked out of)'
const start =
  '(?:founded|created|established|formed|signed|announced|launched|started|set up|born|made|held|begun)'
const did = '(?: (?:did|was|were|existed|came about|began|even existed|came into being|was born))?'
const gap = '(?:(?<Q>about|around|almost|nearly|over|more than|roughly|at least) )?(?:(?<N>\\d+|one) )?'

const orders: readonly [word: string, text: string][] = ['before', 'after'].map((word) => [
  word,
  word === 'before' ? '(?:before|prior to|ahead of|earlier than)' : '(?:after|later than|following)',
])
const units = ['years', 'months', 'weeks', 'days']

const anyone =
  '(?:(?:any|every|each|all) )?(?:anyone|anybody|everyone|everybody|member|members|member state|member states|ally|allies|country|countries|nation|nations)'
const force =
  '(?:send (?:their |any )?(?:troops|soldiers|military|army|forces)|go to war|declare war|fight|use (?:military |armed )?force|join war|send (?:(?:use of )?(?:military |armed )?force|military (?:action|response|help|aid))|respond militarily|respond with (?:military |armed )?force|attack|intervene militarily|wage war|take military action)(?: (?:immediately|automatically|right away))?'
const automatic =
  '(?:automatic|automatic (?:war|world war|military response|use of force|declaration of war|response)|automatically (?:war|military)|declaration of war)'

export const orderClaims: readonly ClaimGroup[] = [
  ...orders.flatMap(([word, text]): ClaimGroup[] => [
    {
      forms: ['order'],
      detail: word,
      texts: [
        `<C> ${join} <B> ${text} <W>(?: did| was| did so)?`,
        `<C> became <B> ${nation} ${text} <W>(?: did| was| did so)?`,
        `<C> (?:was|is|got) in <B> ${text} <W>(?: did| was| did so)?`,
        `<C> (?:was|is|became|got) (?:designated |named |made |declared )?<S> ${text} <W>(?: did| was| did so)?`,
        `<Y> (?:was |is |were )?(?:${start}|existed|came|came about|came into force|began|started|is around) ${text} <Z>${did}`,
        `<Y> (?:was |is )?(?:${start}|came|came about|began) ${text} <C> ${join} <B>`,
        `<C> ${join} <B> ${text} <Z>(?: did| was)? (?:${start})`,
      ],
    },
    { forms: ['order'], detail: `${word} any either`, texts: [`<C> ${join} <B> ${text} <Z>`] },
    ...units.map((unit): ClaimGroup => ({
      forms: ['order'],
      number: 1,
      detail: `${word} ${unit} either`,
      texts: [`<C> ${join} <B> ${gap}${unit.slice(0, -1)}s? ${text} <Z>`],
    })),
    ...units.map((unit): ClaimGroup => ({
      forms: ['order'],
      number: 1,
      detail: `${word} ${unit}`,
      texts: [
        `<C> ${join} <B> ${gap}${unit.slice(0, -1)}s? ${text} <W>(?: did| was)?`,
        `<Y> (?:was |is |were )?(?:${start}|existed|came|came about|began|started) ${gap}${unit.slice(0, -1)}s? ${text} <Z>${did}`,
        `<Y> (?:was |is )?(?:${start}|came|came about|began) ${gap}${unit.slice(0, -1)}s? ${text} <C> ${join} <B>`,
        `<C> ${join} <B> ${gap}${unit.slice(0, -1)}s? ${text} <Z>(?: did| was)? (?:${start})`,
        `<C> ${join} <Z> ${gap}${unit.slice(0, -1)}s? ${text} (?:it|they) (?:was|were) ${start}`,
      ],
    })),
  ]),
  ...['year', 'day', 'time'].map((unit): ClaimGroup => ({
    forms: ['together'],
    detail: unit,
    texts: [
      `<C+> ${join} <B> (?:in|on|at|during)? ?(?:very )?same ${unit} (?:as|with) <W+>(?: did| was)?`,
      `<C+> ${join} <B> (?:(?:in|on|at|during)? ?(?:very )?same ${unit}${unit === 'time' ? '|together|at once|simultaneously' : ''})`,
      `<C+> (?:became|got|received|gained|was named|were named) <S>(?: status)? (?:(?:in|on|at|during) )?(?:very )?same ${unit}(?: (?:as|with) <W+>(?: did| was)?)?`,
    ],
  })),
  {
    forms: ['together', 'joined'],
    detail: 'year',
    texts: [`<C+> ${join} <B> (?:in |during )?(?:very )?same year(?: (?:as|with) <W+>(?: did| was)?)?<D!>`],
  },
  {
    forms: ['together', 'joined'],
    detail: 'time',
    texts: [
      `<C+> ${join} <B> (?:together|(?:at|on) (?:very )?same (?:time|day))<D!>`,
      `<C+> ${join} <B><D!> (?:together|(?:at|on) (?:very )?same (?:time|day))`,
    ],
  },
  {
    forms: ['order'],
    detail: 'before',
    texts: [`<Y> (?:is|was) older than <Z>`, `<Y> (?:predates|predated|precedes|preceded|came before) <Z>`],
  },
  {
    forms: ['order'],
    detail: 'before years',
    texts: [
      `<Y> (?:is|was) ${gap}years? older than <Z>`,
      `<Y> (?:predates|predated|precedes|preceded) <Z> by ${gap}years?`,
    ],
  },
  {
    forms: ['order'],
    detail: 'after',
    texts: [`<Y> (?:is|was) (?:younger|newer|more recent) than <Z>`, `<Y> (?:postdates|postdated) <Z>`],
  },
  {
    forms: ['order'],
    detail: 'after years',
    texts: [`<Y> (?:is|was) ${gap}years? (?:younger|newer) than <Z>`],
  },
  {
    forms: ['nth', 'joined'],
    texts: [
      `<C> (?:is|was|became|made) <B> nth(?<N>\\d+)(?: and (?:newest|latest|most recent))? ${nation}<D>`,
      `<C> (?:is|was|became) nth(?<N>\\d+)(?: and (?:newest|latest|most recent))? ${nation} (?:of|in|to join|to enter|that joined|to be admitted to) <B><D>`,
      `<C> (?:is|was|became) nth(?<N>\\d+) to join <B><D>`,
      `<C> ${join} <B><D> as (?:their )?nth(?<N>\\d+) ${nation}`,
      `<C> ${join} <B> as (?:their )?nth(?<N>\\d+) ${nation}<D>`,
      `<B> (?:only )?(?:got|gained|welcomed|added|admitted|received) (?:their )?nth(?<N>\\d+) ${nation}<D>(?: and it was| , | : | with| when) <C>(?: joined)?`,
      `<B> nth(?<N>\\d+) ${nation} (?:is|was) <C><D>`,
      `nth(?<N>\\d+) ${nation} (?:of|in|to join) <B> (?:is|was) <C><D>`,
    ],
  },
  {
    forms: ['nth'],
    object: 'five-eyes',
    texts: [`<C> (?:is|was|became) nth(?<N>\\d+) eye(?: (?:of|in) <B>)?`],
  },
  {
    forms: ['only'],
    detail: 'left',
    texts: [
      `only <C+> (?:left|quit|withdrew from|pulled out of|walked out of|exited) <B><D>`,
      `<C> (?:is|was) only (?:${nation})(?: (?:that|who|which|to))?(?: have)? ${leave} <B><D>`,
    ],
  },
  {
    forms: ['only', 'left'],
    detail: 'left first',
    texts: [`<C> (?:is|was) (?:very )?first(?: (?:${nation}))? (?:to|that|who) ${leave} <B>(?: ,)?<D>`],
  },
  {
    forms: ['only'],
    detail: 'joined',
    texts: [
      `only <C+> ${join} <B><D!>`,
      `<C> (?:is|was) only (?:${nation}) (?:that|who|which|to) (?:join|joined) <B><D!>`,
    ],
  },
  {
    forms: ['article'],
    object: 'nato',
    detail: 'mutual defense',
    texts: [
      `article (?<N>\\d+(?:p\\d+)?)(?: (?:of|in) <B>)? (?:is|contains|has|holds|covers|is about|deals with|is one about|sets out|provides for|establishes)(?: <B2>)? (?:(?:mutual|collective) )?(?:defense|assistance|aid)(?: (?:clause|provision|article|part|bit|promise|guarantee|obligation))?`,
      `article (?<N>\\d+(?:p\\d+)?)(?: (?:of|in) <B>)?(?: is (?:one|part|bit|clause|article))?(?: (?:that|which|where))?(?: it)? (?:says|states|means|declares|stipulates|provides|reads|establishes|makes)(?: that)? (?:armed |any )?attack (?:on|against) (?:1|one|any)(?: <B2>)?(?: (?:member|ally|country|of them|party|nation|state))? (?:is|means|shall be|will be|considered)(?: considered)?(?: to be)?(?: armed| as)? attack (?:on|against)(?: (?:every|others|them|everyone|everybody|rest|members|allies|of them|other members|every member|every other|whole alliance|entire alliance|<B3>))*`,
      `<B> (?:mutual|collective) (?:defense|assistance|aid) (?:clause|provision|article|guarantee) is (?:in )?article (?<N>\\d+(?:p\\d+)?)`,
      `(?:mutual|collective) defense is (?:in |under )?article (?<N>\\d+(?:p\\d+)?)(?: of <B>)?`,
      `(?:mutual|collective) (?:defense|assistance|aid) (?:clause|provision|article) (?:of|in) <B> is (?:in )?article (?<N>\\d+(?:p\\d+)?)`,
      `<B> (?:version|equivalent|answer|counterpart) (?:of|to) article 5 is (?:their )?article (?<N>\\d+(?:p\\d+)?)`,
      `<B> is article (?<N>\\d+(?:p\\d+)?)`,
      `article (?<N>\\d+(?:p\\d+)?) of <B> is (?:(?:same idea|same thing|same deal|same|version|equivalent|counterpart|answer|similar|like) )(?:as |to |of )?article 5(?: of @\\d+)?`,
    ],
  },
  {
    forms: ['article'],
    object: 'nato',
    detail: 'consultation',
    texts: [
      `article (?<N>\\d+)(?: (?:of|in) <B>)? (?:is|is about|is for|covers|deals with|provides for|means|calls for|concerns)(?: only)? (?:consultations?|consulting|talks|talking|discussions?)(?: clause)?(?: only)?`,
      `article (?<N>\\d+)(?: (?:of|in) <B>)? (?:lets|allows|enables|permits) (?:any |every )?(?:member|members|allies|parties|countries|ally|country|member state|member states|state|states)(?: to)? (?:consult|call consultations|call for consultations|ask for consultations|request consultations|demand consultations)(?: (?:when|whenever|if) (?:they|it) (?:feels?|sees?|is|are) threatened)?`,
    ],
  },
  ...Object.entries({
    withdrawal:
      '(?:withdrawal|withdrawing|leaving|exit|quitting|how (?:you|to|members|countries|they) (?:leave|quit|withdraw|get out))',
    admission:
      '(?:admission|accession|enlargement|joining|membership|new members|how (?:you|to|members|countries|they) (?:join|get in|get into it))',
  }).map(([detail, topic]): ClaimGroup => ({
    forms: ['article'],
    object: 'nato',
    detail,
    texts: [
      `article (?<N>\\d+)(?: (?:of|in) <B>)? (?:is|is about|is for|covers|deals with|governs|sets out) ${topic}`,
      `${topic} (?:is|is in|is under) article (?<N>\\d+)(?: (?:of|in) <B>)?`,
    ],
  })),
  {
    forms: ['article'],
    object: 'nato',
    detail: 'automatic force',
    texts: [
      `article (?<N>\\d+)(?: (?:of|in) <B>)? (?:requires|obliges|obligates|commits|binds) ${anyone}(?: of <B2>)? to ${force}`,
      `article (?<N>\\d+)(?: (?:of|in) <B>)? (?:is|means|guarantees|triggers|leads to|starts|makes)(?: (?:full|immediate|armed|military))* ${automatic}`,
      `article (?<N>\\d+)(?: (?:of|in) <B2>)? (?:means|says)(?: that)? (?:${anyone}|(?:every|each|any|all) <B> (?:members?|country|countries|ally|allies|nation|state)) (?:must|have to|has to|is obliged to)(?: automatically)? ${force}`,
      `under article (?<N>\\d+)(?: of <B>)?(?: ,)? ${anyone} (?:must|has to|have to|is required to|are required to|is obliged to|are obliged to) ${force}`,
    ],
  },
  {
    forms: ['article'],
    object: 'nato',
    detail: 'automatic force',
    negation: 'not',
    texts: [
      `article (?<N>\\d+)(?: (?:of|in) <B>)? does not(?: (?:legally|strictly))? (?:requires?|oblige|obligate|commit|bind) ${anyone}(?: of <B2>)?(?: to)? ${force}`,
      `article (?<N>\\d+)(?: (?:of|in) <B>)? (?:is not|does not mean|does not guarantee|does not trigger|does not start)(?: (?:full|immediate|armed|military))* ${automatic}`,
    ],
  },
  {
    forms: ['covered'],
    object: 'nato',
    texts: [
      `<Y+> (?:is|are)(?: (?<neg>not))? (?:covered|protected) (?:by|under) (?:article (?<N>5|6)(?: (?:of|in) <B>)?|<B>)`,
      `article (?<N>5|6)(?: of <B>)? (?:covers|applies to|includes|protects) <Y>`,
    ],
  },
  {
    forms: ['covered'],
    object: 'nato',
    negation: 'not',
    texts: [
      `<Y> (?:is|falls|lies|sits|are) outside(?: of)?(?: (?:scope|area|reach|coverage) of)? article (?<N>5|6)(?: (?:of|in) <B>)?`,
      `article (?<N>5|6)(?: of <B>)? does not (?:cover|apply to|include|protect) <Y>`,
      `<B> does not (?:cover|protect) <Y>`,
      `under article (?<N>5|6)(?: (?:of|in) (?:<B>|treaty))? , <Y> (?:is|are) not covered`,
      `<Y+> (?:is|are) not covered(?: (?:under|by) article (?<N>5|6))?(?: of treaty)?`,
    ],
  },
  {
    forms: ['covered'],
    texts: [
      `<B>(?: (?:mutual|security|defense|treaty|alliance|pact))* (?:covers|applies to|extends to|protects) (?<detail>[a-z]+(?: islands?)?|@\\d+)`,
      `<C>(?: (?:mutual|security|defense))* (?:treaty|alliance|pact) (?:covers|applies to|extends to|protects) (?<detail>@\\d+|[a-z]+ [a-z]+)`,
    ],
  },
  {
    forms: ['nuclear-weapons'],
    texts: [
      `<B> (?:gives|gave|provides|supplies|sells|gets|will give|hands|arms)(?: to)? <C>(?: with)? (?:nuclear weapons|nukes|nuclear bombs|nuclear arms|atomic bombs)`,
      `<C> (?:gets|is getting|acquires|receives|is acquiring|will get|got) (?:nuclear weapons|nukes|nuclear bombs|nuclear arms) (?:under|from|through|via|out of|by|with|as part of) <B>`,
      `<B> is (?:about|for) giving <C> (?:nuclear weapons|nukes)`,
    ],
  },
  {
    forms: ['nuclear-weapons'],
    negation: 'not',
    texts: [
      `<B> does not (?:give|provide|supply|sell|get|hand) <C>(?: with)?(?: any)? (?:nuclear weapons|nukes|nuclear bombs|nuclear arms)`,
      `<C> (?:is not getting|does not get|gets no|is getting no|will not get|does not acquire)(?: any)? (?:nuclear weapons|nukes|nuclear bombs|nuclear arms) (?:under|from|through|via|out of|by|with|as part of) <B>`,
    ],
  },
]
