// Questions about members, or long parts of them, in place of which the forms have shorter ones.

/** As in `sentences`. */
export const membershipSentences: readonly (readonly [plain: string, ...others: string[]])[] = [
  [
    'is $2 in $1',
    '(?:does|do|did) (@\\d) (?:count|consider|list|include|regard|have|recognise|recognize) (@\\d) (?:as|among|in)(?: (?:full|its|member|members|one|of|them))*(?=$)',
  ],
  [
    'same year alongside $1',
    '(?:(?:at|in|on) )?same year (?:as|with|that) (@\\d)(?: (?:did|joined|was|entered))?',
  ],
  [
    'alongside $1',
    '(?:(?:at|in|on) )?same (?:time|day|date|wave|round|batch|enlargement|moment) (?:as|with|that) (@\\d)(?: (?:did|joined|was|entered))?',
    'when (@\\d) (?:did|joined|got in|was admitted|entered|came in)(?=$)',
    'beside (@\\d)(?=$)',
  ],
  [
    'enlargement of $1',
    'how (?:has|have|had|did|does|do) (@\\d)(?: (?:membership|members))? (?:grown?|grew|expand(?:ed)?|enlarged?|develop(?:ed)?)(?: (?:over|through|since|across)(?: [a-z]+)*)?(?=$)',
  ],
  [
    'which of $1',
    '^(?:out of|among|amongst|of|from|between) ((?:@\\d (?:(?:and|or) )?)+)(?:which|who|what)(?: ones?)?(?= )',
  ],
  [
    'which countries are in both $1 and $2',
    'how (?:much|far|strongly|closely) (?:do|does|did) (@\\d) and (@\\d)(?: membership| members)? overlap(?=$)',
  ],
  [
    'who is in $1',
    '(?:is|are|was|were|does) (@\\d) (?:(?:just|only|purely|solely|merely|for|between|about|limited|restricted|to|have) )*@\\d (?:(?:and )?@\\d )*(?:or|and) (?:(?:do|does|are|is|did|have|has|can|there|any) )*(?:others?|other (?:countries|nations|states|navies|members)|anyone else|more|someone else|somebody else)(?: (?:join|joining|take part|taking part|participate|come|in|too|as well|also|involved|part|of|it|invited|members|countries))*(?=$)',
  ],
  // What a treaty set up has its signatories as members.
  [
    '$1',
    '(?<=^(?:who|which|what|how many|list|name)\\b.*\\b(?:of|to|in|signed|sign|joined|for) )@\\d (?:treaty )?(?:that|which) (?:set up|created|founded|established|formed|started|launched|led to|gave (?:birth|rise) to|brought about) (@\\d)(?=$)',
  ],
  ['who is in $1', '^membership of (@\\d)(?=$)', 'what does membership of (@\\d) look like(?=$)'],
  [
    'left $1',
    '(?:signed|joined|entered|ratified) (@\\d) (?:(?:and|but|then|later|afterwards|subsequently|eventually) )+(?:left|quit|walked out|pulled out|dropped out|backed out|withdrew|exited)(?: of it| it| again)?(?=$)',
  ],
  ['who is in', 'who is who in'],
  [
    'suspended members of $1',
    '(?:who|(?:which|what) (?:countries|members|states|nations)) (?:is|are) (?:still )?(?:in|members? of|part of) (@\\d) (?:but|and|yet) (?:(?:are|is|currently|now|still) )*suspended(?=$)',
  ],
  [
    'what about $1 in $2 pillar ii',
    '(?:has|have|is|did|does|will|was) (@\\d) (?:(?:join|joined|joining|part|member|taking|participate|participating|get|got|into|in|of|to|a|involved|still) )+(@\\d) pillar (?:2|ii|two)(?=$)',
  ],
  [
    'join $1',
    '(?:take|takes|took|taken) up (?:its|their) (?:place|seat|spot|membership) (?:(?:in|at|of) )?(@\\d)',
  ],
  [
    'which countries are in both $1 and $2',
    'is (@\\d) (?:(?:just|only|basically|really|simply|more|or|less) )*(@\\d) (?:doing|holding|running|having|in|at|on) (?:[a-z]+ )*(?:drills?|exercises?|war ?games?|manoeuvres|maneuvers)(?=$)',
  ],
  ['founded $1', '(?:got|get) (@\\d) (?:off ground|started|going|rolling)'],
  [
    'how many members are in $1',
    'is it (?:\\d+ )+or \\d+ (?:members|countries|states|allies)(?: (?:that|which|are|in))* (@\\d)(?: (?:has|have))?(?=$)',
    '(?:is|does|are|has) (@\\d) (?:(?:have|has|made|up|of|at) )*(?:\\d+ )+or \\d+(?: (?:members|countries|states|allies|nations))?(?=$)',
  ],
  ['how many members', 'how many (?:members|countries|states|nations) strong'],
  ['partners of $1', 'not (?:full )?members? of (@\\d) but (?:only |just )?partners'],
  [
    '',
    '(?<=\\b(?:observ\\w+|partners?|candidates?|applicants?)\\b.* )(?:without being|and not|but not|rather than) (?:full |actual )?members?(?=$)',
  ],
  ['want to join $1', '(?:knock|knocks|knocking) (?:at|on) (@\\d) doors?'],
  [
    'does it take unanimous agreement of parties to invite into $1$2',
    '(?:can|may|could) (?:(?:any|one|a|every|each|single|another) )*(?:members?|country|ally|state) (?:veto|block|stop|prevent) (?:(?:new|another|any|one|other) )*(?:members?|country|countries|state)?(?: from)? (?:joining|entering|accession to|membership of|getting into|becoming members? of) (@\\d)(?=$)',
    '(?:do|does|must|have) (?:(?:all|every|each|current|existing|the) )*(?:members?|countr(?:y|ies)|all(?:y|ies)|states?)(?: of)?(?: (@\\d))? (?:(?:have|has|need|to|must) )*(?:agree|approve|say yes|consent|vote|ratify)(?: unanimously)?(?: (?:before|for|to|on|when))* (?:(?:new|other|any|another) )*(?:country|countries|members?|state|one)(?: (?:can|may|to))? (?:joins?|enters?|join|to join)(?: (@\\d))?(?=$)',
  ],
  [
    'who can join $1',
    '(?:can|may|could) (?:(?:non|any|other|all) )+@\\d (?:countr(?:y|ies)|states?|nations?) (?:ever )?(?:join|enter) (@\\d)(?=$)',
  ],
  [
    'apply to join',
    '(?:put in|hand in|submit|file|send|lodge) (?:its|their) (?:application|bid)(?: (?:to|for))?(?: (?:join|membership(?: (?:of|in))?))?',
  ],
  [
    'who can join $1$2',
    '(?:is|are) (?:(@\\d) )?membership (?:(?:of|in) (@\\d) )?open to (?:(?:all|any|non|other) )*(?:@\\d )?(?:countries|states|nations|members|everyone|anyone|all)(?=$)',
  ],
  [
    'does it take unanimous agreement of parties to invite into $1',
    'who (?:decides|votes|approves|rules|has say)(?: (?:whether|if|who|which|on|about|over))* (?:(?:new|other) )*(?:country|countries|members?|state|states|someone|one|gets|get|can|may|@\\d) (?:(?:can|may|gets?|to|is|be|allowed|ca) )*(?:joins?|enters?|into|in) (@\\d)(?=$)',
  ],
  [
    'how does country join $1',
    'what (?:must|does|do|should|would|has|have|did) (?:country|countries|state|states|you|one|nation|nations) (?:(?:have|need|needs|to|do|must|first) )*(?:join|enter|get into|become members? of|be admitted to) (@\\d)(?=$)',
  ],
  [
    'how does country join $1',
    'what (?:must|does|do|should|would|has|have|did) (?:country|countries|state|states|you|one|nation|nations) (?:(?:have|need|needs|to|do|must|first) )*become (@\\d) (?:member|country|state)(?=$)',
  ],
  [
    'how does member leave $1',
    '(?:if|when) (?:member|country|state|ally|nation|someone|one|members|countries) (?:wants?|decides?|wishes?) (?:to (?:leave|quit|exit|withdraw from)|out of) (@\\d)(?: (?:how|what) (?:does|do|happens?|would|is)(?: [a-z]+){0,4})?(?=$)',
  ],
  ['how long did $1 last', '(?:what|which) years did (@\\d) (?:span|cover|run|exist|last)(?=$)'],
  ['members', '(?<=@\\d )(?:ppl|people|folks|lot|crew|crowd)(?= |$)'],
  [
    'who can join $1',
    '(?:do|does|must|is) (?:country|countries|you|members?|states?|one|nations?) (?:(?:have|has|need|needs|must|required|only|to) )*be (?:in|from|located in) @\\d to (?:join|enter|get into|be in) (@\\d)(?=$)',
  ],
  [
    'original members',
    'first (?:\\d|1[0-5]|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:members|countries|states|nations)',
  ],
]
