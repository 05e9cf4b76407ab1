// How people ask when, where, by whom and what for, and for numbers; and for a card of its own.
import { members, take, which } from './pattern-words.ts'
import { numberPatterns } from './number-patterns.ts'
import type { PatternGroup } from './patterns.ts'

export const thingPatterns: readonly PatternGroup[] = [
  {
    form: 'founded',
    names: 'X',
    texts: [
      `(?:when|what year|which year|in what year) (?:was|were|did|is)(?: <X>) (?:founded|created|established|formed|signed|started|set up|begin|begun|began|start|made|launched|announced|(?<kind>take effect|come into force|enter into force|go into force)|come about)`,
      `how old is <X>|since when (?:does|has|is) <X> (?:exist|existed|around|been around)|when did <X> (?:first )?(?:exist|appear)|founding (?:date|year) of <X>`,
    ],
  },
  {
    form: 'ended',
    names: 'X',
    texts: [
      `(?:when|why|what year)(?: and why)? (?:was|did|were)(?: <X>) (?:end|ended|dissolved?|disbanded?|abolished|collapse|fall apart|break up)`,
      `what (?:happened to|became of|ended|killed) <X>|does <X> still exist|(?:is|was) <X> (?:over|dead|gone|thing|around|in force|active|alive|existing|in existence|in use|running)`,
    ],
  },
  {
    form: 'leader',
    names: 'X',
    isDated: true,
    texts: [
      `who (?:leads|heads|runs|commands|is in charge of|controls|led|(?<kind>hosts|hosted)|organizes) <X>`,
      `who (?:is|was) (?:leader|head|chief|boss|commander|host|secretary general|chief) of <X>|who (?:is|was) <X> (?:leader|head|boss|commander)`,
    ],
  },
  {
    form: 'where',
    names: 'X',
    texts: [
      `where (?:is|are|was|were) (?<kind>headquarters|hq) of <X>`,
      `where (?:is|are|was|were|does) <X> (?:(?<kind>headquarters|headquartered|hq)|based|located|held|take place|happen)|where (?:is|are|was) (?:headquarters|hq|base|seat) of <X>|where (?:is|are) <X>`,
    ],
  },
  {
    form: 'stands-for',
    names: 'X',
    texts: [
      `what (?:is|was) (?:official |formal |full |proper )?name of <X>|what (?:is|was) <X> called|what (?:does|do|is) <X> (?:stand for|short for|abbreviation for|full name)|what is full name of <X>|<X> full name|what do letters (?:of |in )?<X> (?:mean|stand for)`,
    ],
  },
  {
    form: 'held',
    names: 'E',
    isDated: true,
    texts: [
      `(?:was|is|were|will) there (?:be )?<E>(?: held)?|(?:did|was|is|has) <E> (?:take place|taken place|happen|happened|held)(?: at all)?`,
      `(?:when|(?<kind>how often)|where) (?:is|was|were|are|does|did|do)(?: next| last)? <E> (?:held|take place|happen|start|begin|run|end)`,
      `(?<kind>how often) (?:is|does) <E>`,
    ],
  },
  {
    form: 'held',
    names: 'E',
    texts: [
      `(?:when|which year|what (?:year|date|month)|how (?:long|soon)) (?:(?:is|are|will|does|do|be|until|till|before|there) )*(?<kind>next) (?:edition of )?<E>(?: (?:exercise|drill|edition|be|is|held|happen|happening|take|taking|place|start|starting|begin|going|to|scheduled|planned|for|due|on|supposed|coming|up|set|run|again))*`,
    ],
  },
  {
    form: 'purpose',
    names: 'X',
    texts: [
      `(?:why|what) (?:does|do|is|was|were|did) <X> (?:exist|for|founded|created|formed|established|made|do|purpose|about|started|set up)|what is (?:purpose|goal|aim|point|mission) of <X>|why was <X> (?:founded|created|formed|made)`,
    ],
  },
  ...numberPatterns,
  {
    form: 'exercises',
    names: 'C',
    isDated: true,
    texts: [
      `(?:which|what|how many) (?:military )?(?:exercises|drills|war games|exercise) (?:is|does|do|did|has|was) <C> (?:in|part of|${take}|host|join|taken part in|take part in|participate in)`,
      `(?:which|what) (?:military )?(?:exercises|drills) (?:include|involve|with|are with) <C>|(?:exercises|drills) (?:with|of|in) <C>`,
    ],
  },
  {
    form: 'leader',
    names: 'P|P2|P3|T|T2|T3|T4 X',
    texts: [
      `who (?:(?:is|was|were|came|served|had|held) )?(?:<P> )?(?:right |just )?(?<kind>(?:before|after|replaced|succeeded) (?!him\\b|her\\b|them\\b|that\\b|it\\b)[a-z]+(?: [a-z]+)?)(?: as <P2>| in <P3>)?`,
      `who (?:is|was) (?:(?:head|boss|leader|chief) of <T>|<T2> (?:head|boss|leader|chief)) (?<kind>before [a-z]+(?: [a-z]+)?)`,
      `who (?:is|was) (?:(?:head|boss|leader|chief) of <T>|<T2> (?:head|boss|leader|chief)) (?<kind>before) <X>`,
      `who (?:is|was) (?<kind>previous|former|last) (?:<P>|(?:head|boss|leader|chief) of <T>|<T2> (?:head|boss|leader|chief))`,
      `who did [a-z]+ (?<kind>replace|succeed) as (?:<P>|(?:head|boss|leader|chief) of <T>|<T2> (?:head|boss|leader|chief))`,
      `who (?:(?:is|was|came|served) )?(?:<P> )?(?:right |just )?(?<kind>before|after|replaced|succeeded) <X>(?: as (?:<P2>|<T3> (?:head|boss|leader|chief)|(?:head|boss|leader|chief) of <T4>))?`,
    ],
  },
  {
    form: 'leader',
    names: 'P|T|T2',
    isDated: true,
    texts: [
      `who (?:is|was|are) (?:current |new )?<P>`,
      `(?:(?:when|since when|how long) )?(?:is|was|did|has) (?!it |he |she |there |us )[a-z]+(?: [a-z]+)? (?:been |become |became |start as |take over as |(?:start|take over|begin|join) as )?(?:<P>|(?:head|boss|leader|chief) (?:of|at|in) <T>|<T2> (?:head|boss|leader|chief))`,
    ],
  },
  {
    form: 'neutral',
    names: '',
    texts: [
      `(?:${which}|who)(?: (?:${members}))? (?:are|is|stay|stayed) (?:militarily )?neutral|(?:list )?neutral ${members}`,
    ],
  },
  {
    form: 'neutral',
    names: 'C',
    texts: [
      `(?:is|are|was) <C> (?:militarily |officially )?(?:neutral|nonaligned|non aligned)(?: country| state)?`,
      `(?:can|may|could|is) <C> (?:allowed |able |free )?(?:to )?(?:join|be in|enter) (?:any |military |defen[sc]e )*alliances?`,
    ],
  },
  {
    form: 'troops-over',
    names: '',
    isDated: true,
    texts: [
      `(?:(?:${which}|list)? ?${members}|who|where)(?: (?:that|which))? (?:hosts?|has|have|are|is|with|hosting|having) (?:over|more than|at least|above) <N> (?:@\\d |us |american )?(?:troops|soldiers|forces)(?: stationed| based)?`,
    ],
  },
  {
    form: 'neutral',
    names: 'B|B2|B3|B4',
    texts: [
      `(?:(?:${which}|are|is|there|any) )*<B> ${members} (?:(?:that|which|who) )?(?:are|is|stay) (?:militarily )?neutral|${which} ${members} (?:of|in) <B2> (?:are|is) neutral|(?:(?:are|is) there )?neutral ${members} (?:of|in) <B3>|neutral <B4> ${members}`,
    ],
  },
  {
    form: 'oldest-alliance',
    names: 'C',
    texts: [
      `(?:(?:what|who|which) (?:is|was) )?<C> (?<kind>oldest|newest|longest) (?:standing |lasting |military )*(?:ally|alliance|treaty)`,
      `(?:(?:what|who|which) (?:is|was) )?(?<kind>oldest|newest|longest) <C> (?:ally|alliance|treaty)`,
      `(?:(?:what|who|which) (?:is|was) )?(?<kind>oldest|newest|longest) (?:ally|alliance|treaty) (?:of|with|for) <C>`,
    ],
  },
  {
    form: 'oldest-alliance',
    names: '',
    texts: [
      `(?:what is |${which} is )?(?:world |worlds )?(?<kind>oldest|newest|longest|latest) (?:lasting |standing |running |military |defen[sc]e )*(?:alliance|treaty|pact)(?: (?:in|of) (?:world|history|force))?(?: (?:in force|going|around|active|alive|standing|existing|running))?`,
    ],
  },
  {
    form: 'difference',
    names: 'X|T|C X2|T2|C2',
    texts: [
      `(?:what is |explain )?(?:difference|differences) between <X> and <X2>|is <X> (?:like|similar to|same as|equivalent of) <X2>|how (?:is|does|do|are) <X> (?:different (?:from|to|than)|differ from|compare to|compare with) <X2>|(?:compare )?<X> (?:vs|versus|or|compared to) <X2>|(?:compare )?<T> and <T2>|(?:compare )?<C> and <C2>`,
    ],
  },
  {
    form: 'what-is',
    names: 'X',
    texts: [
      `(?:what|who) (?:is|are|was|were) <X>(?: thing)?|(?:explain|describe|define|about) <X>|what (?:does|do) <X> (?:mean|say)|(?:meaning|definition) of <X>|what means <X>|tell me about <X>|<X> (?:meaning|definition|explained|explanation)`,
    ],
  },
]
