// What people say around and between two questions.

const askedNoun =
  '(?:the )?(?:(?:(?:founding|entry|accession|joining|signing|start|end) (?:year|date)|founders|headquarters|hq)\\b)'
const questionWord =
  '(?:who|whom|whos|what|whats|when|where|why|how|which|is|are|was|were|does|do|did|has|have|can|must)'
export const boundary = new RegExp(
  `[?!.;]+ +| +[-/–—]+ +|,? +(?:and|or|also|plus|&|\\+) +(?:if (?:so|yes),? +)?(?=${questionWord}\\b|${askedNoun}|by who|by how many|since when|(?:the )?(?:year|date) (?:it|they) |(?:in|on|at|by|under|since) (?:which|what) )|,? +or +|,? +(?=if )|,? +(?=(?:even though|even tho|although|though|tho|while|whereas|given that|considering|despite|because|cause|cuz) )|,+ +`,
  'gi',
)

export const startsQuestion = new RegExp(
  `^(?:(?:and|or|but|so|if so|also|in|on|at|under|since|from|by|for) )*(?:${questionWord}\\b|${askedNoun}|(?:the )?(?:year|date) (?:it|they) )`,
  'i',
)

/** Whether one of its parts is a question, rather than a statement. */
export function asksSomewhere(text: string): boolean {
  return text.endsWith('?') || text.split(/[,.;:!?–—-]+\s/).some((part) => startsQuestion.test(part.trim()))
}

/** "Is it still Stoltenberg", "still Stoltenberg", "Thailand or America". */
export const isGuess =
  /^(?:or )?(?:is|was|are|were|isn['’]?t|wasn['’]?t|aren['’]?t) (?:it|they|that|he|she)\b|^(?:the )?[\w.]+(?: [\w.]+)? or (?:the )?[\w.]+(?: [\w.]+)?\??$|^(?:[\w.]+ )+and (?:who|what|which) else\??$|^(?:still|maybe|perhaps|probably|like|not)(?: [\w.-]+){1,3}\??$/i

/** What says something of its own and asks nothing. */
export const isComment =
  /^(?:(?:even though|even tho|although|though|tho|while|whereas|given that|considering|despite|because|cause|cuz)|(?:and |but |cause |because |since |as |so )*(?:i|i['’]?[mdv]e?|we|my|our|someone|somebody|people|everyone|been|reading|asking|just asking|just curious|lol|lmao|thanks|thx|sorry)|(?:the |a |an )?[\w'’-]+(?: [\w'’-]+)? (?:(?:always|still|just) )?(?:keeps?|kept|says?|said|claims?|claimed|insists?|swears?|thinks?|talks? about|mentions?|mentioned)) \S+(?: [^?]+)?\??$/i

/** ", I only know Thailand": what is known is not asked. */
export const alreadyKnown =
  /,\s*(?:i|we) (?:(?:only |just |already )?(?:know|knew|remember|can name)\b(?! if\b| whether\b)|(?:keep|always) (?:on )?(?:mix|confus)).*$/i

/** Words that need what stands before them. */
export const pronoun =
  /\b(?:it|its|they|their|them|he|she|his|her|that|this|those|these|there|then|one|ones)\b/i

/** "When was ASEAN founded, and by whom". */
export const byWhom =
  /^(?:and )?by (?:whom|who|(?:which|how many) (?:countries|nations|states|ones))(?: (?:was it|it was))?\??$/i

/** "Who leads NATO, and who was before him". */
export const predecessor =
  /^(?:and )?(?:who (?:was|came|led|had (?:it|the job)|held (?:it|the (?:job|post|office))|did it)(?: it| right| just)* before(?: (?:him|her|them|that))?|(?:who (?:was|is) )?(?:his|her|the|their) predecessor)\??$/i

/** "Who commands it, always an American". */
export const isAlways = /^always an? /i

/** "When it started": of what was named before it. */
export const thenClause = /\b(?:when|while|once) (?:it|they)\b.*$/i

/** "Article 5 of the treaty... sorry, article 3": what was said first is taken back. */
export const slip =
  /\b(?:article|art\.?|pillar) [\divx]+\b(.*?)[\s,.…–-]+(?:sorry|i mean|i meant|no wait|wait no|correction|scratch that)[\s,.…–-]+((?:article|art\.?|pillar) [\divx]+)\b(.*)$/i

/** "Is Turkey still a member? Or did they get kicked out": of what was asked about before. */
export const refersBack =
  /(?:[?,.!]+| (?=or |and ))(?: ?(?:or|and|but|so))? (?:(?:is|are|was|were|do|does|did|has|have) (?:it|they)\b.*|(?:at|on|in) which [a-z]+\??)$/i

export const asksArticle = /\b(?:which|what) article\b/i

/** "Is Turkey still a member": where no body is named, NATO goes without saying. */
export function withNato(text: string): string {
  return text
    .replace(/\b(members?(?:hip)?)\b(?! of\b| in\b)/i, '$1 of NATO')
    .replace(/\boriginal treaty\b/i, 'original NATO treaty')
    .replace(/\b((?:which|what) article)\b(?! of\b| in\b| (?:is|was) (?:it|that)\b)/i, '$1 of NATO')
    .replace(/(?<!nato )\b(article 5)\b/i, 'NATO $1')
}

/** "Was it always there", "where was it before". */
export const asksEarlier =
  /^(?:and )?(?:where )?(?:was|were|has|is) (?:it|they)(?: been)? (?:always (?:been )?there|before(?: \w+)?|originally|earlier|previously)\??$/i

/** "Little Entente", "group of seven", rather than "the alliance". */
export const namesBody =
  /(?<!\b(?:the|this|that|an?|any|no|our|original)\s(?:(?:military|original|mutual|defen[cs]e) )*)\b(?:entente|pact|treaty|alliance|union|league|bloc|coalition|community|council|commonwealth|organi[sz]ation|agreement|partnership)\b|\b(?:group|union|league|community|council|organi[sz]ation) of\b/i

/** "Signed where and when": of places, less is known. */
export const whereAndWhen = /\bwhere and when(?=\W*$)/i
