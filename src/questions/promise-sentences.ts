// Questions about who must help whom, in place of which the forms have shorter ones.

/** A place that is no name. */
export const area = '((?!(?:it|them|us|one|they|first|its|back) )[a-z]{4,}(?: islands?)?)'

/** As in `sentences`. */
export const promiseSentences: readonly (readonly [plain: string, ...others: string[]])[] = [
  [
    'does article $2 cover $1',
    '(?:does|do|is|are|would) (@\\d|[a-z]{4,}) (?:(?:count|counts|fall|qualify|included|be) )+(?:(?:for|under|in|as|by|part|of|within) )*article (\\d+)(?: (?:of|in) @\\d)?(?=$)',
  ],
  [
    'defense article of $1',
    '(?:@\\d (?:vs|versus|and|or) @\\d article 5 )?(?:is|are) there (?:any )?(?:equivalent|similar|matching|comparable|corresponding) (?:article|clause|provision|one) (?:in|for|of) (@\\d)(?=$)',
  ],
  [
    'is $1 treaty ally of $2$3',
    '(?:is|are) there (?:(?:any|some|actual|formal) )*(?:treaty|pact|law|agreement) (?:that|which) (?:makes?|made|turns?) (@\\d) (?:(?:into|formal|treaty|official) )*(?:(@\\d) (?:treaty )?ally|ally (?:of|to|with) (@\\d))(?=$)',
  ],
  [
    'did $2 have defense treaty with $1',
    '(?:was|were) (@\\d) (?:(?:ever|once) )*(?:covered|protected|bound|backed) (?:by|in|under) (?:(?:mutual|formal|any|some) )*(@\\d) (?:(?:mutual|defen[sc]e|security) )*(?:treaty|pact|alliance)(?=$)',
  ],
  [
    'does $2 have defense treaty with $1',
    '(?:is|are) (@\\d) (?:(?:still|also|even) )*(?:covered|protected|bound|backed) (?:by|in|under) (?:(?:mutual|formal|any|some) )*(@\\d) (?:(?:mutual|defen[sc]e|security) )*(?:treaty|pact|alliance)(?=$)',
  ],
  [
    'does treaty cover $2 $1 $3',
    `(?:does|do|must|would|will|is|has) (@\\d) (?:(?:have|has|need|got|obliged|obligated|required|bound|forced|legally|to) )*(?:defend|protect|help) ${area}(?: (?:under|by|in|through|because of) (?:(?:its|their|mutual|defen[sc]e|security) )*(?:treaty with )?(@\\d)(?: (?:mutual|defen[sc]e|security|treaty|pact|alliance))*)?(?=$)`,
  ],
  [
    'does treaty cover $1 $2$3',
    `(?:is|are) ${area} (?:(?:regarded|seen|considered|treated|counted|viewed|by|as|@\\d|also|still|even) )*(?:covered|protected|included) (?:by|under|in) (?:(?:treaty|pact|alliance) with (@\\d)|(@\\d) (?:(?:mutual|defen[sc]e|security) )*(?:treaty|pact|alliance))(?=$)`,
  ],
  [
    'is $1 bound by mutual defense clause of $2',
    '(?:does|do|must|would|is) (@\\d) (?:(?:have|has|need|obliged|obligated|required|bound|legally|to) )*(?:defend|protect|help) (?:(?:other|all|fellow|another|any|every) )+(@\\d) (?:states?|members?|countr(?:y|ies)|allies)(?: (?:states?|countries))?(?=$)',
  ],
  [
    'can country leave treaty between $1 and $2',
    '(?:can|may|could|is) (@\\d) (?:(?:just|legally|allowed|able|free|to|simply|unilaterally|ever) )*(?:leave|cancel|quit|end|terminate|withdraw from|scrap|pull out of|get out of|walk out of|tear up) (?:(?:its|their|mutual|defen[sc]e|security) )*(?:treaty|pact|alliance) with (@\\d)(?=$)',
  ],
  [
    'can $2 join $1',
    '(?:did|has|have) (@\\d) (?:(?:ever|actually|really) )*(?:promised?|offer|offered|guaranteed?) (@\\d) (?:(?:full|future) )*membership(?=$)',
  ],
  [
    'who leads $1',
    '(?:who|(?:which|what) (?:country|nation|navy|state)) (?:leads?|co ?leads?|runs?) (@\\d) (?:(?:alongside|with|together|as|co) )+@\\d(?: as co ?lead(?:er)?| as lead(?:er)?)?(?=$)',
    '(?:who|(?:which|what) (?:country|nation|navy|state)) takes? part in (@\\d) (?:(?:alongside|with|together) )+@\\d as co ?lead(?:er)?(?=$)',
  ],
  [
    'is $1 military alliance',
    '(?:is|was) (@\\d) (?:(?:some|kind|sort|of|like|more) )*(?:military|defen[sc]e) (?:thing|group|grouping|club|deal|block|union)(?=$)',
  ],
]
